"""Bringing a read report into the store: what is new, the same, different, set aside; then all of it or nothing.

A blank cell never erases; a value that stands and differs is replaced only when that is said; half a report is taken only
when that is said; a value that cannot be a figure is kept visible beside the figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.catalogue import IndicatorId
from bot.domain.ports import ChangedMeanwhile, Store
from bot.domain.report_reading import Reading, ReadRow
from bot.domain.reporting import ChangedByOther, NotYetBegun, ReportLocked
from bot.domain.value import Change, Fault, NewValue, SetAside, Source, StoredValue, ValueKey

FILE = "file"  # Source.kind of imported values


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the report that holds a figure or a fault, and the value that stands for it now."""

    row: ReadRow
    indicator: IndicatorId
    standing: StoredValue | None

    @property
    def note(self) -> str | None:
        """The note that will stand: the report's, else the one that stands (a blank cell never erases)."""
        return self.row.note or (self.standing.note if self.standing else None)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing a report would do. `kept`: values that stand and that the report leaves blank."""

    reading: Reading
    new: tuple[Planned, ...]
    same: tuple[Planned, ...]
    different: tuple[Planned, ...]
    aside: tuple[Planned, ...]
    kept: tuple[StoredValue, ...]

    @property
    def unread(self) -> tuple[ReadRow, ...]:
        """The rows that are not, or not certainly, in the catalogue."""
        return self.reading.unread


@dataclass(frozen=True, slots=True)
class Imported:
    """Stored: the plan as carried out and its history rows (values set aside have none)."""

    plan: ImportPlan
    batch: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class HalfReport:
    """The table begins late or stops early, and nobody said that this is meant."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class WouldReplace:
    """Values stand that differ, and nobody said to replace them."""

    plan: ImportPlan


ImportOutcome = Imported | HalfReport | WouldReplace | ReportLocked | NotYetBegun | ChangedByOther


def plan_import(reading: Reading, standing: Sequence[StoredValue]) -> ImportPlan:
    """Compare a reading with the values that stand for its agency and period (others are ignored)."""
    values = {
        value.key.indicator: value
        for value in standing
        if (value.key.agency, value.key.period) == (reading.agency, reading.period)
    }
    groups: dict[str, list[Planned]] = {"new": [], "same": [], "different": [], "aside": []}
    blank: list[StoredValue] = []
    for row in reading.read:
        if row.indicator is None:
            continue
        planned = Planned(row, row.indicator.id, values.get(row.indicator.id))
        if row.fault is not None:
            groups["aside"].append(planned)
        elif row.figure is not None:
            groups[_group(planned)].append(planned)
        elif planned.standing is not None:
            blank.append(planned.standing)
    return ImportPlan(reading, **{name: tuple(rows) for name, rows in groups.items()}, kept=tuple(blank))


def _group(planned: Planned) -> str:
    """A note where none stood is new; another figure or another note is different."""
    if planned.standing is None:
        return "new"
    if planned.standing.figure != planned.row.figure:
        return "different"
    if planned.standing.note == planned.note:
        return "same"
    return "different" if planned.standing.note else "new"


def refusal(
    plan: ImportPlan, *, store: Store, today: date, partial: bool, replace: bool
) -> HalfReport | WouldReplace | ReportLocked | NotYetBegun | None:
    """Why a plan may not be carried out, or None when it may."""
    reading = plan.reading
    if reading.is_cut_off and not partial:
        return HalfReport(reading)
    if reading.period.first_day > today:
        return NotYetBegun(reading.period)
    report = store.report(reading.agency, reading.period, to_change=True)
    if report.is_locked:
        return ReportLocked(report)
    return WouldReplace(plan) if plan.different and not replace else None


def carry_out(
    plan: ImportPlan, *, store: Store, batch: str, by: int, at: datetime, chat_id: int | None = None
) -> Imported | ChangedByOther:
    """Write the new and the differing values and set the impossible ones aside, with file and row as their source.

    `chat_id`: the chat that the file was sent to, where it may be taken back.

    The caller commits; after ChangedByOther (somebody wrote meanwhile) nothing must be committed.
    """
    reading = plan.reading
    source = Source(FILE, chat_id=chat_id, file_name=reading.file_name)
    try:
        changes = store.write_values(
            [_new_value(each, reading) for each in (*plan.new, *plan.different)], batch=batch, by=by, at=at, source=source
        )
    except ChangedMeanwhile as changed:
        standing = changed.standing
        key = standing.key if standing else ValueKey(reading.agency, reading.period, (*plan.new, *plan.different)[0].indicator)
        return ChangedByOther(key, standing)
    store.set_aside([_set_aside(each, reading, at) for each in plan.aside])
    return Imported(plan, batch, tuple(changes))


def values_of(store: Store, reading: Reading) -> list[StoredValue]:
    """The values that stand for the reading's agency and period."""
    return store.values(agencies=[reading.agency], periods=[reading.period])


def _key(planned: Planned, reading: Reading) -> ValueKey:
    return ValueKey(reading.agency, reading.period, planned.indicator)


def _new_value(planned: Planned, reading: Reading) -> NewValue:
    return NewValue(
        key=_key(planned, reading),
        figure=planned.row.figure,
        note=planned.note,
        raw=planned.row.raw,
        replaces=planned.standing.change_id if planned.standing else None,
        place=planned.row.row.place,
    )


def _set_aside(planned: Planned, reading: Reading, at: datetime) -> SetAside:
    source = Source(FILE, file_name=reading.file_name, place=planned.row.row.place)
    fault = planned.row.fault or Fault.NOT_A_NUMBER
    return SetAside(_key(planned, reading), planned.row.raw, fault, planned.row.note, source, at)
