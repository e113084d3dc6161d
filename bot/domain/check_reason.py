"""Why figures that fail a check are right all the same, in the clerk's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period


@dataclass(frozen=True, slots=True)
class CheckReason:
    """Given for one check (`Failing.key`) and the figures that failed it then (`Failing.figures`); append-only."""

    agency: AgencyCode
    period: Period
    check: str
    figures: str
    reason: str
    by: int
    at: datetime
