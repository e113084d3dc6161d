"""Where reports stand, and the steps that led there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.report import Report, ReportState, ReportStep
from storage.prepared import Prepared, among, numbered
from storage.repository import Upsert
from storage.seldom import GIVEN_BACK, Seldom
from storage.tables import ReportRow, ReportStepRow

_REPORTS = select(ReportRow.__table__).where(ReportRow.period == bindparam("period"))
_REPORT = Prepared(_REPORTS.where(ReportRow.agency == bindparam("agency")))
_LONGEST_WAITING = (func.coalesce(ReportRow.since, ReportRow.submitted_at), ReportRow.period, ReportRow.agency)
_EXPIRED = Prepared(
    select(ReportRow.__table__)
    .where(ReportRow.state == ReportState.REOPENED, ReportRow.open_until <= bindparam("now"))
    .order_by(ReportRow.agency, ReportRow.period)
)
_SAVE = Upsert(ReportRow, key=("period", "agency"))
_STEPS = Prepared(
    select(ReportStepRow.__table__)
    .where(ReportStepRow.agency == bindparam("agency"), ReportStepRow.period == bindparam("period"))
    .order_by(ReportStepRow.id)
)


@cache
def _in_states(count: int) -> Prepared:
    return Prepared(select(ReportRow.__table__).where(among(ReportRow.state, "state", count)).order_by(*_LONGEST_WAITING))


class Reports(Seldom):
    """Reports of the unit of work; see `bot.domain.ports.Store`."""

    def report(self, agency: AgencyCode, period: Period, *, to_change: bool = False) -> Report:
        """The report of an agency, OPEN when nobody touched it. `to_change`: nobody else changes it until this turn ends."""
        if to_change:
            self._wait_for_other_writers(((agency, period),))
        report = self._common.reports.get((agency, period))
        if report is None:
            row = self._run(_REPORT, {"agency": agency, "period": period}).one_or_none()
            report = self._common.reports[agency, period] = Report(agency, period) if row is None else _report(row)
        return report

    def reports(self, period: Period, *, agencies: Collection[AgencyCode] | None = None) -> list[Report]:
        """The reports of a period that somebody touched, of these agencies (None: of all), by agency."""
        wanted = _REPORTS.order_by(ReportRow.agency)
        if agencies is not None:
            wanted = wanted.where(ReportRow.agency.in_(agencies))
        return [_report(row) for row in self._connection.execute(wanted, {"period": period})]

    def reports_in(self, states: Collection[ReportState]) -> list[Report]:
        """The reports of all periods that stand so, longest waiting first."""
        if not states or (GIVEN_BACK.issuperset(states) and not self._seldom().given_back):
            return []
        return [_report(row) for row in self._run(_in_states(len(states)), numbered("state", states))]

    def expired_reports(self, now: datetime) -> list[Report]:
        """The reopened reports whose time is up."""
        return [_report(row) for row in self._run(_EXPIRED, {"now": now})] if self._seldom().given_back else []

    def save_report(self, report: Report, *, by: int | None, at: datetime) -> None:
        """Store where a report stands now, and the step to it from where it stood."""
        before = self.report(report.agency, report.period).state
        step = {
            "agency": report.agency,
            "period": report.period,
            "state": report.state,
            "reason": report.reason,
            "rows": list(report.rows) or None,
            "open_until": report.open_until,
        }
        standing = {"submitted_at": report.submitted_at, "submitted_by": report.submitted_by, "since": report.since}
        self._store(_SAVE, {**step, **standing})
        self._forget_reads()
        self._connection.execute(insert(ReportStepRow), {**step, "before": before, "by_id": by, "at": at})

    def report_steps(self, agency: AgencyCode, period: Period) -> list[ReportStep]:
        """The life of a report so far, oldest step first."""
        rows = self._run(_STEPS, {"agency": agency, "period": period})
        return [
            ReportStep(row.state, row.by_id, row.at, row.before, row.reason, _ids(row.rows), row.open_until) for row in rows
        ]


def _report(row: Row[Any]) -> Report:
    return Report(
        row.agency,
        row.period,
        row.state,
        row.submitted_at,
        row.submitted_by,
        row.since,
        row.reason,
        _ids(row.rows),
        row.open_until,
    )


def _ids(stored: list[str] | None) -> tuple[IndicatorId, ...]:
    return tuple(IndicatorId(each) for each in stored or ())
