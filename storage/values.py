"""Current values, their append-only history, and values set aside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import and_, bindparam, delete, exists, func, insert, select

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.ports import ChangedMeanwhile
from bot.domain.value import Change, NewValue, SetAside, Source, StoredValue, ValueKey
from storage.columns import CodeText
from storage.prepared import Prepared, among, numbered
from storage.repository import Repository, Upsert
from storage.tables import HistoryRow, SetAsideRow, ValueRow
from storage.value_rows import (
    VALUE_COLUMNS,
    change_of,
    history_columns,
    key_columns,
    set_aside_columns,
    set_aside_of,
    stored_value,
    value_columns,
)

_KEY = ("period", "agency", "indicator")
_VALUES = select(*VALUE_COLUMNS)
_VALUE = Prepared(
    _VALUES.where(
        ValueRow.agency == bindparam("agency"),
        ValueRow.period == bindparam("period"),
        ValueRow.indicator == bindparam("indicator"),
    )
)
# from one period that there is to the next, a step each: the values between are never looked at
_FIRST = select(func.min(ValueRow.period).label("code")).cte("every", recursive=True)
_EVERY = _FIRST.union_all(
    select(select(func.min(ValueRow.period)).where(ValueRow.period > _FIRST.c.code).scalar_subquery()).where(
        _FIRST.c.code.is_not(None)
    )
)
_PERIODS_FILLED = select(_EVERY.c.code).where(
    exists().where(ValueRow.period == _EVERY.c.code, ValueRow.agency == bindparam("agency"))
)
_STORE_VALUE = Upsert(ValueRow, key=_KEY)
_TAKE_AWAY = delete(ValueRow).where(
    ValueRow.agency == bindparam("agency"), ValueRow.period == bindparam("period"), ValueRow.indicator == bindparam("indicator")
)
_APPEND_ONE = Prepared(insert(HistoryRow).returning(HistoryRow.id))
_APPEND = insert(HistoryRow).returning(HistoryRow.id, sort_by_parameter_order=True)
_BATCH = Prepared(select(HistoryRow.__table__).where(HistoryRow.batch == bindparam("batch")).order_by(HistoryRow.position))
_CHANGES = Prepared(
    select(HistoryRow.__table__)
    .where(
        HistoryRow.agency == bindparam("agency"),
        HistoryRow.period == bindparam("period"),
        HistoryRow.indicator == bindparam("indicator"),
    )
    .order_by(HistoryRow.id)
)
_REPORT_CHANGES = Prepared(
    select(HistoryRow.__table__)
    .where(
        HistoryRow.agency == bindparam("agency"),
        HistoryRow.period == bindparam("period"),
        HistoryRow.at > bindparam("after"),
    )
    .order_by(HistoryRow.id)
)
_ROW_CHANGES = Prepared(
    select(HistoryRow.__table__)
    .where(
        HistoryRow.agency == bindparam("agency"),
        HistoryRow.period == bindparam("period"),
        HistoryRow.indicator == bindparam("indicator"),
        HistoryRow.at > bindparam("after"),
    )
    .order_by(HistoryRow.id)
)
_SET_ASIDE = Upsert(SetAsideRow, key=_KEY)
# a figure entered later settles the matter; taken back again, the value set aside shows again
_STILL_SET_ASIDE = Prepared(
    select(SetAsideRow.__table__)
    .where(
        SetAsideRow.agency == bindparam("agency"),
        SetAsideRow.period == bindparam("period"),
        ~exists().where(
            and_(
                ValueRow.agency == SetAsideRow.agency,
                ValueRow.period == SetAsideRow.period,
                ValueRow.indicator == SetAsideRow.indicator,
                ValueRow.entered_at > SetAsideRow.at,
            )
        ),
    )
    .order_by(SetAsideRow.indicator)
)


@lru_cache(maxsize=64)
def _values_among(agencies: int, periods: int, indicators: int, *, is_since: bool) -> Prepared:
    """The statement for current values of so many agencies, periods and indicators, 0: of any; `is_since`: of a year on."""
    wanted = _VALUES
    for column, count in ((ValueRow.agency, agencies), (ValueRow.period, periods), (ValueRow.indicator, indicators)):
        if count:
            wanted = wanted.where(among(column, column.key, count))
    if is_since:
        wanted = wanted.where(ValueRow.period >= bindparam("since", type_=CodeText()))
    return Prepared(wanted.order_by(ValueRow.agency, ValueRow.period, ValueRow.indicator))


class Values(Repository):
    """Values of the unit of work; see `bot.domain.ports.Store`."""

    def value(self, key: ValueKey) -> StoredValue | None:
        """The current value of a key."""
        row = self._run(_VALUE, key_columns(key)).one_or_none()
        return None if row is None else stored_value(row)

    def values(
        self,
        *,
        agencies: Collection[AgencyCode] | None = None,
        periods: Collection[Period] | None = None,
        indicators: Collection[IndicatorId] | None = None,
        since: int | None = None,
    ) -> list[StoredValue]:
        """Current values, None meaning any, ordered by agency, period code, indicator id; `since`: of that year and later."""
        given = (agencies, periods, indicators)
        if any(wanted is not None and not wanted for wanted in given):
            return []
        is_report = agencies is not None and periods is not None and indicators is None and since is None
        if is_report and len(agencies or ()) == len(periods or ()) == 1:
            return list(self._whole_report(next(iter(agencies or ())), next(iter(periods or ()))))
        named = {**numbered("agency", agencies or ()), **numbered("period", periods or ())}
        named |= numbered("indicator", indicators or ())
        if since is not None:
            named["since"] = f"{since:04}"  # a code begins with its year
        statement = _values_among(*(len(wanted or ()) for wanted in given), is_since=since is not None)
        return [stored_value(row) for row in self._run(statement, named)]

    def _whole_report(self, agency: AgencyCode, period: Period) -> list[StoredValue]:
        """Read once: completeness, checks and formulas each look at all of it."""
        found = self._values_of.get((agency, period))
        if found is None:
            named = {**numbered("agency", (agency,)), **numbered("period", (period,))}
            rows = self._run(_values_among(1, 1, 0, is_since=False), named)
            found = self._values_of[agency, period] = [stored_value(row) for row in rows]
        return found

    def periods_filled(self, agency: AgencyCode) -> list[Period]:
        """The periods for which an agency has any value, by code."""
        return list(self._connection.scalars(_PERIODS_FILLED, {"agency": agency}))

    def write_values(self, values: Sequence[NewValue], *, batch: str, by: int, at: datetime, source: Source) -> list[Change]:
        """Write all or none, once per batch; ChangedMeanwhile when `replaces` no longer stands, ValueError for a double key."""
        reports = sorted({(value.key.agency, value.key.period) for value in values})
        self._wait_for_other_writers(reports)
        written_before = self.batch(batch)
        if written_before or not values:
            return written_before
        standing = self._standing(values, reports)
        for value in values:
            now_standing = standing.get(value.key)
            if value.replaces != (None if now_standing is None else now_standing.change_id):
                raise ChangedMeanwhile(now_standing)
        self._values_of.clear()
        changes = self._append(values, standing, batch=batch, by=by, at=at, source=source)
        stored = [value_columns(change) for change in changes if change.after is not None]
        if stored:
            self._store(_STORE_VALUE, stored)
        gone = [key_columns(change.key) for change in changes if change.after is None and change.before is not None]
        if gone:
            self._connection.execute(_TAKE_AWAY, gone)
        return changes

    def changes(self, key: ValueKey) -> list[Change]:
        """History of one key, oldest first."""
        return [change_of(row) for row in self._run(_CHANGES, key_columns(key))]

    def report_changes(
        self, agency: AgencyCode, period: Period, *, after: datetime, indicator: IndicatorId | None = None
    ) -> list[Change]:
        """All changes of a report's figures (or of that one) after a moment, oldest first."""
        named = {"agency": agency, "period": period, "after": after}
        if indicator is None:
            return [change_of(row) for row in self._run(_REPORT_CHANGES, named)]
        return [change_of(row) for row in self._run(_ROW_CHANGES, {**named, "indicator": indicator})]

    def batch(self, batch: str) -> list[Change]:
        """The changes of one batch in the order written; [] when there is none."""
        return [change_of(row) for row in self._run(_BATCH, {"batch": batch})]

    def set_aside(self, values: Sequence[SetAside]) -> None:
        """Keep impossible values visible; one per key, the newest."""
        rows = {value.key: set_aside_columns(value) for value in values}
        if rows:
            self._store(_SET_ASIDE, list(rows.values()))

    def values_set_aside(self, agency: AgencyCode, period: Period) -> list[SetAside]:
        """What is set aside and not settled by a later figure, by indicator id."""
        rows = self._run(_STILL_SET_ASIDE, {"agency": agency, "period": period})
        return [set_aside_of(row) for row in rows]

    def _standing(
        self, values: Sequence[NewValue], reports: Sequence[tuple[AgencyCode, Period]]
    ) -> dict[ValueKey, StoredValue]:
        """The current values that are about to be replaced."""
        if len({value.key for value in values}) != len(values):
            raise ValueError("a batch may write a key only once")
        found: dict[ValueKey, StoredValue] = {}
        for agency, period in reports:
            indicators = [value.key.indicator for value in values if (value.key.agency, value.key.period) == (agency, period)]
            standing = self.values(agencies=(agency,), periods=(period,), indicators=indicators)
            found.update({value.key: value for value in standing})
        return found

    def _append(
        self,
        values: Sequence[NewValue],
        standing: dict[ValueKey, StoredValue],
        *,
        batch: str,
        by: int,
        at: datetime,
        source: Source,
    ) -> list[Change]:
        """Write the history and give back the changes with their ids."""
        drafts: list[Change] = []
        for value in values:
            old = standing.get(value.key)
            drafts.append(
                Change(
                    id=0,
                    batch=batch,
                    key=value.key,
                    before=None if old is None else old.figure,
                    note_before=None if old is None else old.note,
                    after=value.figure,
                    note_after=None if value.figure is None else value.note,
                    raw=value.raw,
                    by=by,
                    at=at,
                    source=source if value.place is None else replace(source, place=value.place),
                )
            )
        rows = [history_columns(draft, position) for position, draft in enumerate(drafts)]
        ids = self._run(_APPEND_ONE, rows[0]).scalars() if len(rows) == 1 else self._connection.scalars(_APPEND, rows)
        return [replace(draft, id=change_id) for draft, change_id in zip(drafts, ids, strict=True)]
