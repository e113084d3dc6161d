"""Recording values and taking them back, by the rules of design §5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.ports import ChangedMeanwhile, Store
from bot.domain.report import Report
from bot.domain.value import Change, Figure, NewValue, Source, StoredValue, ValueKey

_AS_IT_STANDS = object()


@dataclass(frozen=True, slots=True)
class Assignment:
    """One figure meant for one indicator. `replaces` as in NewValue; left out, whatever stands now is replaced."""

    indicator: IndicatorId
    figure: Figure
    note: str | None
    raw: str
    replaces: int | object | None = _AS_IT_STANDS


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored. `unchanged`: already stood exactly so."""

    batch: str
    agency: AgencyCode
    period: Period
    changes: tuple[Change, ...]
    unchanged: tuple[StoredValue, ...]


@dataclass(frozen=True, slots=True)
class ReportLocked:
    """Submitted or accepted: takes no entries."""

    report: Report


@dataclass(frozen=True, slots=True)
class NotYetBegun:
    """The period's data window begins only later."""

    period: Period


@dataclass(frozen=True, slots=True)
class ChangedByOther:
    """Somebody changed a value since it was shown; nothing was stored. None: it was taken away."""

    key: ValueKey
    standing: StoredValue | None


RecordOutcome = Recorded | ReportLocked | NotYetBegun | ChangedByOther


@dataclass(frozen=True, slots=True)
class Undone:
    """A batch taken back; `changes` as they were before the undo."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """The batch does not exist or was taken back already."""


UndoOutcome = Undone | NothingToUndo | ReportLocked | ChangedByOther


def record(
    assignments: Sequence[Assignment],
    agency: AgencyCode,
    period: Period,
    *,
    store: Store,
    batch: str,
    by: int,
    at: datetime,
    today: date,
    source: Source,
) -> RecordOutcome:
    """Store all figures or none. A note that is not given leaves the one that stands (blank never erases)."""
    obstacle = obstacle_to_recording(store, agency, period, today)
    if obstacle is not None:
        return obstacle
    writes, unchanged = [], []
    for each in assignments:
        key = ValueKey(agency, period, each.indicator)
        standing = store.value(key)
        note = each.note or (standing.note if standing else None)
        if standing is not None and (standing.figure, standing.note) == (each.figure, note):
            unchanged.append(standing)
            continue
        replaces = each.replaces
        if replaces is not None and not isinstance(replaces, int):
            replaces = standing.change_id if standing else None
        writes.append(NewValue(key, each.figure, note, each.raw, replaces))
    try:
        changes = store.write_values(writes, batch=batch, by=by, at=at, source=source) if writes else []
    except ChangedMeanwhile as changed:
        return ChangedByOther(changed.standing.key if changed.standing else _taken_away(writes, store), changed.standing)
    return Recorded(batch, agency, period, tuple(changes), tuple(unchanged))


def obstacle_to_recording(store: Store, agency: AgencyCode, period: Period, today: date) -> NotYetBegun | ReportLocked | None:
    """Why a report takes no entries at all now, or None when it does."""
    if period.first_day > today:
        return NotYetBegun(period)
    report = store.report(agency, period, to_change=True)
    return ReportLocked(report) if report.is_locked else None


def _taken_away(writes: Sequence[NewValue], store: Store) -> ValueKey:
    """The key of the first write whose value is gone."""
    return next(write.key for write in writes if write.replaces is not None and store.value(write.key) is None)


def was_undone(batch: str, store: Store) -> bool:
    """Whether the batch was taken back."""
    return bool(store.batch(_undo_batch(batch)))


def undo(batch: str, *, store: Store, by: int, at: datetime, source: Source) -> UndoOutcome:
    """Take a whole batch back, or nothing when any of its values was changed since by another batch."""
    changes = store.batch(batch)
    if not changes or was_undone(batch, store):
        return NothingToUndo()
    writes = []
    for change in changes:
        report = store.report(change.key.agency, change.key.period, to_change=True)
        if report.is_locked:
            return ReportLocked(report)
        standing = store.value(change.key)
        if (standing.change_id if standing else None) != change.id:
            return ChangedByOther(change.key, standing)
        writes.append(NewValue(change.key, change.before, change.note_before, change.raw, change.id))
    store.write_values(writes, batch=_undo_batch(batch), by=by, at=at, source=source)
    return Undone(tuple(changes))


def _undo_batch(batch: str) -> str:
    return f"undo:{batch}"
