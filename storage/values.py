"""Current values, their append-only history, and values set aside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, exists, func, insert, literal, select

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.ports import ChangedMeanwhile
from bot.domain.value import Change, NewValue, SetAside, Source, StoredValue, ValueKey
from storage.columns import CodeText
from storage.repository import Repository, Upsert
from storage.tables import HistoryRow, SetAsideRow, ValueRow
from storage.value_rows import (
    VALUE_COLUMNS,
    change_of,
    history_columns,
    key_columns,
    key_of,
    set_aside_columns,
    set_aside_of,
    stored_value,
    value_columns,
)

_KEY = ("period", "agency", "indicator")
_VALUES = select(*VALUE_COLUMNS)
_VALUE = _VALUES.where(
    ValueRow.agency == bindparam("agency"), ValueRow.period == bindparam("period"), ValueRow.indicator == bindparam("indicator")
)
_STANDING = _VALUES.where(
    ValueRow.agency == bindparam("agency"),
    ValueRow.period == bindparam("period"),
    ValueRow.indicator.in_(bindparam("indicators", expanding=True)),
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
_APPEND = insert(HistoryRow).returning(HistoryRow.id, sort_by_parameter_order=True)
_BATCH = select(HistoryRow.__table__).where(HistoryRow.batch == bindparam("batch")).order_by(HistoryRow.position)
_CHANGES = (
    select(HistoryRow.__table__)
    .where(
        HistoryRow.agency == bindparam("agency"),
        HistoryRow.period == bindparam("period"),
        HistoryRow.indicator == bindparam("indicator"),
    )
    .order_by(HistoryRow.id)
)
_REPORT_CHANGES = (
    select(HistoryRow.__table__)
    .where(
        HistoryRow.agency == bindparam("agency"),
        HistoryRow.period == bindparam("period"),
        HistoryRow.at > bindparam("after"),
    )
    .order_by(HistoryRow.id)
)
_SET_ASIDE = Upsert(SetAsideRow, key=_KEY)
# a figure entered later settles the matter; taken back again, the value set aside shows again
_STILL_SET_ASIDE = (
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


class Values(Repository):
    """Values of the unit of work; see `bot.domain.ports.Store`."""

    def value(self, key: ValueKey) -> StoredValue | None:
        """The current value of a key."""
        row = self._connection.execute(_VALUE, key_columns(key)).one_or_none()
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
        wanted = _VALUES
        if agencies is not None:
            wanted = wanted.where(ValueRow.agency.in_(agencies))
        if periods is not None:
            wanted = wanted.where(ValueRow.period.in_(periods))
        if indicators is not None:
            wanted = wanted.where(ValueRow.indicator.in_(indicators))
        if since is not None:
            wanted = wanted.where(ValueRow.period >= literal(f"{since:04}", CodeText()))  # a code begins with its year
        rows = self._connection.execute(wanted.order_by(ValueRow.agency, ValueRow.period, ValueRow.indicator))
        return [stored_value(row) for row in rows.all()]

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
        return [change_of(row) for row in self._connection.execute(_CHANGES, key_columns(key))]

    def report_changes(self, agency: AgencyCode, period: Period, *, after: datetime) -> list[Change]:
        """All changes of a report's figures after a moment, oldest first."""
        named = {"agency": agency, "period": period, "after": after}
        return [change_of(row) for row in self._connection.execute(_REPORT_CHANGES, named)]

    def batch(self, batch: str) -> list[Change]:
        """The changes of one batch in the order written; [] when there is none."""
        return [change_of(row) for row in self._connection.execute(_BATCH, {"batch": batch})]

    def set_aside(self, values: Sequence[SetAside]) -> None:
        """Keep impossible values visible; one per key, the newest."""
        rows = {value.key: set_aside_columns(value) for value in values}
        if rows:
            self._store(_SET_ASIDE, list(rows.values()))

    def values_set_aside(self, agency: AgencyCode, period: Period) -> list[SetAside]:
        """What is set aside and not settled by a later figure, by indicator id."""
        rows = self._connection.execute(_STILL_SET_ASIDE, {"agency": agency, "period": period})
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
            rows = self._connection.execute(_STANDING, {"agency": agency, "period": period, "indicators": indicators})
            found.update({key_of(row): stored_value(row) for row in rows})
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
        ids = self._connection.scalars(_APPEND, rows)
        return [replace(draft, id=change_id) for draft, change_id in zip(drafts, ids, strict=True)]
