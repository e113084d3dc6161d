"""The history of values as people look back at it, and the reasons for figures that fail a check."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, bindparam, exists, func, insert, select
from sqlalchemy.orm import aliased

from bot.domain.catalogue import AgencyCode
from bot.domain.check_reason import CheckReason
from bot.domain.period import Period
from bot.domain.value import Change
from storage.check_tables import CheckReasonRow
from storage.prepared import Prepared
from storage.repository import Repository
from storage.tables import HistoryRow
from storage.value_rows import change_of

_LOOKED_THROUGH = 2000  # rows: a dozen whole reports, a hundred pastes
_OF_REPORT = Prepared(
    select(HistoryRow.__table__)
    .where(HistoryRow.agency == bindparam("agency"), HistoryRow.period == bindparam("period"))
    .order_by(HistoryRow.id)
)
_REASONS = (
    select(CheckReasonRow.__table__)
    .where(CheckReasonRow.agency.in_(bindparam("agencies", expanding=True)))
    .order_by(CheckReasonRow.id)
)


class History(Repository):
    """See `bot.domain.ports.Store`."""

    def changes_of_report(self, agency: AgencyCode, period: Period) -> list[Change]:
        """Every change of a report, oldest first."""
        return [change_of(row) for row in self._run(_OF_REPORT, {"agency": agency, "period": period})]

    def recent_batches(
        self,
        *,
        agency: AgencyCode | None = None,
        period: Period | None = None,
        by: int | None = None,
        chat: int | None = None,
        before: int | None = None,
        most: int = 10,
    ) -> list[list[Change]]:
        """The changes of the newest batches, newest batch first; `before`: whose last change has a smaller id."""
        named = {HistoryRow.agency: agency, HistoryRow.period: period, HistoryRow.by_id: by, HistoryRow.source_chat_id: chat}
        conditions = [column == value for column, value in named.items() if value is not None]
        names: list[str] = []
        if agency is None:  # of one report there are few; somebody may have written for decades
            names = self._newest(conditions, before, most, among=_LOOKED_THROUGH)
        if len(names) < most:
            names = self._newest(conditions, before, most, among=None)
        found: dict[str, list[Change]] = {name: [] for name in names}
        rows = select(HistoryRow.__table__).where(HistoryRow.batch.in_(names)).order_by(HistoryRow.batch, HistoryRow.position)
        for row in self._connection.execute(rows) if names else ():
            change = change_of(row)
            if agency in (None, change.key.agency) and period in (None, change.key.period):
                found[change.batch].append(change)
        return list(found.values())

    def _newest(
        self, conditions: Sequence[ColumnElement[bool]], before: int | None, most: int, *, among: int | None
    ) -> list[str]:
        """The batches of the newest rows that meet conditions, newest first; `among`: only so many rows are looked at."""
        rows = select(HistoryRow.batch, HistoryRow.id).where(*conditions)
        if before is not None:
            later = aliased(HistoryRow)
            rows = rows.where(HistoryRow.id < before, ~exists().where(later.batch == HistoryRow.batch, later.id >= before))
        newest = rows.order_by(HistoryRow.id.desc()).limit(among).subquery()
        wanted = select(newest.c.batch).group_by(newest.c.batch).order_by(func.max(newest.c.id).desc()).limit(most)
        return list(self._connection.scalars(wanted))

    def add_check_reason(self, reason: CheckReason) -> None:
        """Append a reason."""
        columns = {
            "agency": reason.agency,
            "period": reason.period,
            "check_id": reason.check,
            "figures": reason.figures,
            "reason": reason.reason,
            "by_id": reason.by,
            "at": reason.at,
        }
        self._connection.execute(insert(CheckReasonRow), columns)

    def check_reasons(self, agencies: Collection[AgencyCode]) -> list[CheckReason]:
        """Every reason ever given in these agencies' reports, oldest first."""
        rows = self._connection.execute(_REASONS, {"agencies": list(agencies)})
        return [CheckReason(row.agency, row.period, row.check_id, row.figures, row.reason, row.by_id, row.at) for row in rows]
