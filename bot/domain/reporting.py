"""Recording values and taking them back, by the rules of design §5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.history import latest_form, standing_changes, takes_back, undo_of
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


def undo(batch: str, *, store: Store, by: int, at: datetime, source: Source) -> UndoOutcome:
    """Take a whole batch back, or nothing when any of its values was changed since by another batch that still stands."""
    batch = latest_form(batch, store)
    if takes_back(batch) or not store.batch(batch):
        return NothingToUndo()
    return _take_back(batch, store=store, by=by, at=at, source=source)


def redo(batch: str, *, store: Store, by: int, at: datetime, source: Source) -> UndoOutcome:
    """Do again what was taken back, under the same conditions. `Undone.changes` are those of the undo."""
    batch = latest_form(batch, store)
    if not takes_back(batch):
        return NothingToUndo()
    return _take_back(batch, store=store, by=by, at=at, source=source)


def _take_back(batch: str, *, store: Store, by: int, at: datetime, source: Source) -> UndoOutcome:
    changes = store.batch(batch)
    writes = []
    for change in changes:
        report = store.report(change.key.agency, change.key.period, to_change=True)
        if report.is_locked:
            return ReportLocked(report)
        history = store.changes(change.key)
        if not _stands(change, history):
            return ChangedByOther(change.key, store.value(change.key))
        raw = _raw_before(change, history)
        writes.append(
            NewValue(change.key, change.before, change.note_before, raw, history[-1].id if _has_value(history) else None)
        )
    store.write_values(writes, batch=undo_of(batch), by=by, at=at, source=source)
    return Undone(tuple(changes))


def _stands(change: Change, history: Sequence[Change]) -> bool:
    """Whether nothing that still stands came after a change; what came after it and was taken back again does not count."""
    standing = standing_changes(history)
    if not takes_back(change.batch):
        return bool(standing) and standing[-1].id == change.id
    # after an undo: as many changes stand as it left, and the value is the one it left
    left = standing_changes([each for each in history if each.id <= change.id])
    now = history[-1]
    return len(standing) == len(left) and (now.after, now.note_after) == (change.after, change.note_after)


def _raw_before(change: Change, history: Sequence[Change]) -> str:
    """The text that the figure was typed as which comes back; of one taken away, the text that goes."""
    if change.before is None:
        return change.raw
    earlier = [each for each in history if each.id < change.id]
    return earlier[-1].raw if earlier else change.raw


def _has_value(history: Sequence[Change]) -> bool:
    return history[-1].after is not None
