"""The report of one agency for one period, and its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period


class ReportState(StrEnum):
    """Where a report stands. Owing means: neither SUBMITTED nor ACCEPTED."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Report:
    """State of a report; one that nobody touched is OPEN."""

    agency: AgencyCode
    period: Period
    state: ReportState = ReportState.OPEN
    submitted_at: datetime | None = None
    submitted_by: int | None = None

    @property
    def is_locked(self) -> bool:
        """Whether entries are refused."""
        return self.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)
