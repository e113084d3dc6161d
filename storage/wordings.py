"""Wordings that were not understood, what was chosen after them, and the aliases accepted from them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.catalogue import IndicatorId
from bot.domain.wording import AcceptedAlias, Unmatched
from storage.prepared import Prepared
from storage.seldom import Seldom
from storage.wording_tables import AliasRow, UnmatchedChoiceRow, UnmatchedRow

MOST_KEPT = 2000  # wordings; the ones not met for longest go
_ALIASES = 0xA11A5  # the advisory lock under which PostgreSQL changes aliases; on SQLite the write lock does it
_NEWEST = select(func.max(AliasRow.version)).group_by(AliasRow.wording)
_STANDING = (
    select(AliasRow.__table__).where(AliasRow.version.in_(_NEWEST), AliasRow.indicator.is_not(None)).order_by(AliasRow.version)
)
_CHANGE = insert(AliasRow).returning(AliasRow.version)
_KEPT = Prepared(select(func.count()).select_from(UnmatchedRow).where(UnmatchedRow.wording == bindparam("wording")))
_NEWER = select(UnmatchedRow.last_at).order_by(UnmatchedRow.last_at.desc()).offset(MOST_KEPT - 1).limit(1)
_DROP_OLDEST = delete(UnmatchedRow).where(UnmatchedRow.last_at < _NEWER.scalar_subquery())
_CHOICES = (
    select(UnmatchedChoiceRow.__table__)
    .where(UnmatchedChoiceRow.wording.in_(bindparam("wordings", expanding=True)))
    .order_by(UnmatchedChoiceRow.times.desc(), UnmatchedChoiceRow.indicator)
)
_MOST_FREQUENT = (
    select(UnmatchedRow.__table__)
    .order_by((UnmatchedRow.refused + UnmatchedRow.asked).desc(), UnmatchedRow.last_at.desc(), UnmatchedRow.wording)
    .limit(bindparam("most"))
)


class Wordings(Seldom):
    """See `bot.domain.ports.Store`."""

    def note_unmatched(self, wording: str, *, refused: bool, nearest: IndicatorId | None, at: datetime) -> None:
        """Count a wording once more, as refused or as asked; the ones not met for longest make room."""
        is_new = not self._run(_KEPT, {"wording": wording}).scalar()
        new = (postgresql if self._on_postgresql else sqlite).insert(UnmatchedRow)
        counted = new.on_conflict_do_update(
            index_elements=["wording"],
            set_={
                "refused": UnmatchedRow.refused + new.excluded.refused,
                "asked": UnmatchedRow.asked + new.excluded.asked,
                "last_at": new.excluded.last_at,
                "nearest": new.excluded.nearest,
            },
        )
        columns = {"wording": wording, "refused": int(refused), "asked": int(not refused)}
        self._connection.execute(counted, {**columns, "first_at": at, "last_at": at, "nearest": nearest})
        if is_new:
            self._connection.execute(_DROP_OLDEST)

    def note_choice(self, wording: str, indicator: IndicatorId) -> None:
        """Count what was chosen after it; nothing when the wording is not kept (any more)."""
        if not self._run(_KEPT, {"wording": wording}).scalar():
            return
        new = (postgresql if self._on_postgresql else sqlite).insert(UnmatchedChoiceRow)
        counted = new.on_conflict_do_update(
            index_elements=["wording", "indicator"], set_={"times": UnmatchedChoiceRow.times + new.excluded.times}
        )
        self._connection.execute(counted, {"wording": wording, "indicator": indicator, "times": 1})

    def unmatched(self, most: int) -> list[Unmatched]:
        """The wordings kept, most frequent first."""
        rows = self._connection.execute(_MOST_FREQUENT, {"most": most}).all()
        chosen: dict[str, dict[IndicatorId, int]] = {}
        for choice in self._connection.execute(_CHOICES, {"wordings": [row.wording for row in rows]}):
            chosen.setdefault(choice.wording, {})[IndicatorId(choice.indicator)] = choice.times
        return [
            Unmatched(
                row.wording,
                row.refused,
                row.asked,
                row.first_at,
                row.last_at,
                IndicatorId(row.nearest) if row.nearest else None,
                chosen.get(row.wording, {}),
            )
            for row in rows
        ]

    def forget_unmatched(self, wording: str | None) -> int:
        """Delete one wording with what was chosen, or (None) all; returns how many wordings."""
        unwanted = delete(UnmatchedRow)
        if wording is not None:
            unwanted = unwanted.where(UnmatchedRow.wording == wording)
        return self._connection.execute(unwanted.execution_options(preserve_rowcount=True)).rowcount

    def aliases_version(self) -> int:
        """Version of the accepted aliases: counted up by each change, 0 before the first."""
        return self._seldom().aliases_version or 0

    def accepted_aliases(self, *, to_change: bool = False) -> list[AcceptedAlias]:
        """Those that stand now, in the order accepted. `to_change`: nobody else changes them until this turn ends."""
        if to_change and self._on_postgresql:
            self._connection.execute(select(func.pg_advisory_xact_lock(_ALIASES)))
        return [
            AcceptedAlias(row.version, row.wording, IndicatorId(row.indicator), row.catalogue, row.by_id, row.at)
            for row in self._connection.execute(_STANDING)
        ]

    def change_alias(self, wording: str, indicator: IndicatorId | None, *, catalogue: str, by: int | None, at: datetime) -> int:
        """Accept an alias, or (None) withdraw it; returns the new version. Call `accepted_aliases(to_change=True)` first."""
        columns = {"wording": wording, "indicator": indicator, "catalogue": catalogue, "by_id": by, "at": at}
        self._forget_reads()
        return self._connection.execute(_CHANGE, columns).scalar_one()
