"""Where reports stand, and the steps that led there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from storage.repository import Repository, Upsert
from storage.tables import ReportRow, ReportStepRow

_REPORTS = select(ReportRow.__table__).where(ReportRow.period == bindparam("period"))
_REPORT = _REPORTS.where(ReportRow.agency == bindparam("agency"))
_SAVE = Upsert(ReportRow, key=("period", "agency"))
_STEPS = (
    select(ReportStepRow.__table__)
    .where(ReportStepRow.agency == bindparam("agency"), ReportStepRow.period == bindparam("period"))
    .order_by(ReportStepRow.id)
)


@dataclass(frozen=True, slots=True)
class ReportStep:
    """One step in the life of a report: the state it came to, by whom and when."""

    state: ReportState
    by: int
    at: datetime


class Reports(Repository):
    """Reports of the unit of work; see `bot.domain.ports.Store`."""

    def report(self, agency: AgencyCode, period: Period) -> Report:
        """The report of an agency, OPEN when nobody touched it."""
        row = self._connection.execute(_REPORT, {"agency": agency, "period": period}).one_or_none()
        return Report(agency, period) if row is None else _report(row)

    def reports(self, period: Period) -> list[Report]:
        """The reports of a period that somebody touched, by agency."""
        return [_report(row) for row in self._connection.execute(_REPORTS.order_by(ReportRow.agency), {"period": period})]

    def save_report(self, report: Report, *, by: int, at: datetime) -> None:
        """Store where a report stands now, and the step to it."""
        key = {"agency": report.agency, "period": report.period, "state": report.state}
        self._store(_SAVE, {**key, "submitted_at": report.submitted_at, "submitted_by": report.submitted_by})
        self._connection.execute(insert(ReportStepRow), {**key, "by_id": by, "at": at})

    def report_steps(self, agency: AgencyCode, period: Period) -> list[ReportStep]:
        """The life of a report so far, oldest step first."""
        rows = self._connection.execute(_STEPS, {"agency": agency, "period": period})
        return [ReportStep(row.state, row.by_id, row.at) for row in rows]


def _report(row: Row[Any]) -> Report:
    return Report(row.agency, row.period, row.state, row.submitted_at, row.submitted_by)
