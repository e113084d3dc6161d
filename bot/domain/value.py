"""Figures: what a clerk reported for one indicator, and what a figure may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId, ValueType
from bot.domain.period import Period


class State(StrEnum):
    """What kind of statement a figure is. Blank is no figure at all, never a state."""

    REPORTED = "reported"
    NOTHING_OCCURRED = "nothing_occurred"  # "không phát sinh": the number is 0; of a percent there is none
    NO_DATA = "no_data"  # "chưa có số liệu": known to be missing, the number is None


class Fault(StrEnum):
    """Why a typed value cannot be a figure of its indicator."""

    NOT_A_NUMBER = "not_a_number"
    FRACTION_IN_COUNT = "fraction_in_count"
    NEGATIVE = "negative"
    BAD_OPTION = "bad_option"
    OVER_LIMIT = "over_limit"


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported value: number, its state, and whether it is an estimate ("ước").

    The number is None for NO_DATA, and for NOTHING_OCCURRED of a percent: a rate of nothing is not 0 %.
    """

    number: Decimal | None
    state: State = State.REPORTED
    estimate: bool = False


NOTHING_OCCURRED = Figure(Decimal(0), State.NOTHING_OCCURRED)
RATE_OF_NOTHING = Figure(None, State.NOTHING_OCCURRED)
NO_DATA = Figure(None, State.NO_DATA)


def nothing_in(row: CatalogueRow) -> Figure:
    """What "không phát sinh" is in that row: 0, said on purpose; of a percent no number at all."""
    return RATE_OF_NOTHING if row.type is ValueType.PERCENT else NOTHING_OCCURRED


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: `kind` is message, paste, button, file or sample; `place` a row of a file ("dòng 52")."""

    kind: str
    chat_id: int | None = None
    message_id: int | None = None
    file_name: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ValueKey:
    """What a value is keyed by."""

    agency: AgencyCode
    period: Period
    indicator: IndicatorId


@dataclass(frozen=True, slots=True)
class StoredValue:
    """The current value of one key. `change_id` is the history row that made it, and serves as its version."""

    key: ValueKey
    figure: Figure
    note: str | None
    raw: str  # the text as typed
    entered_by: int  # person id
    entered_at: datetime  # aware, UTC
    source: Source
    change_id: int


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the append-only history. before/after are None for "no value"."""

    id: int
    batch: str  # all changes of one message, paste or file share a batch; Undo takes back a batch
    key: ValueKey
    before: Figure | None
    note_before: str | None
    after: Figure | None
    note_after: str | None
    raw: str
    by: int
    at: datetime
    source: Source


@dataclass(frozen=True, slots=True)
class NewValue:
    """A write: the value to store and `replaces`, the change_id of the value it was meant to replace (None: there was none).

    `place`: where in the source's file this value stood ("dòng 52"), for a batch of many rows.
    """

    key: ValueKey
    figure: Figure | None  # None takes the value away (undo of a first entry)
    note: str | None
    raw: str
    replaces: int | None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A value that was read but cannot be a figure (3 in a Có/Không row): kept visible, never counted."""

    key: ValueKey
    raw: str
    fault: Fault
    note: str | None
    source: Source
    at: datetime = field(compare=False)


def fault_of(number: Decimal, row: CatalogueRow) -> Fault | None:
    """Why `number` cannot be a figure of `row`, or None when it can. Order: option, sign, fraction, limit."""
    if row.type in (ValueType.FLAG, ValueType.CODE):
        return None if any(option.number == number for option in row.options) else Fault.BAD_OPTION
    if number < 0:
        return Fault.NEGATIVE
    if row.type is ValueType.COUNT and number != number.to_integral_value():
        return Fault.FRACTION_IN_COUNT
    if row.max is not None and number > row.max:
        return Fault.OVER_LIMIT
    return None
