"""Values of a message with strange words: stored when all that the words may mean stores the same, else asked.

"2 ngn 3 trăm" may be two thousand three hundred, "38 à jhầm 39" a correction: what hangs on such a word is asked.
"2 cás làm xong" is two of them whatever the word was: nothing hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.catalogue import IndicatorId
from bot.understanding.request import EntryValue

_AS_LIKELY = 1.5  # and one that is about as likely
_RIVAL = 2.5  # by how much less likely a reading may be that holds a value back


@dataclass(frozen=True, slots=True)
class Reading:
    """What the message may say otherwise, None when it enters nothing, and how much less likely that is (see `decoding`)."""

    values: Sequence[EntryValue] | None
    less_likely: float


def agreed(values: Sequence[EntryValue], others: Sequence[Reading]) -> tuple[EntryValue, ...]:
    """The values, beside what the `others` readings of the same message give in their order."""
    return tuple(_settled(place, value, len(values), others) for place, value in enumerate(values))


def _settled(place: int, value: EntryValue, count: int, others: Sequence[Reading]) -> EntryValue:
    """One value: asked when a likely reading speaks against it; stored when all readings store the same."""
    if value.certain:
        is_disputed = any(_is_against(other, value) for other in others if other.less_likely < _RIVAL)
        return replace(value, indicator=None, certain=False) if is_disputed else value
    if value.fault is not None or not others or any(len(other.values or ()) != count for other in others):
        return value
    found, *same = (other.values[place] for other in others if other.values)
    if any((each.indicator, each.figure, each.note) != (found.indicator, found.figure, found.note) for each in same):
        return value
    may_mean = _rows(value)
    return found if all(each.certain for each in (found, *same)) and (found.indicator in may_mean or not may_mean) else value


def _is_against(other: Reading, value: EntryValue) -> bool:
    """Whether another reading gives the row another figure, or the figure to another row, or asks something."""
    if other.values is None:
        return True
    same_row = [each for each in other.values if value.indicator in _rows(each)]
    if same_row:
        return all(each.figure != value.figure for each in same_row)
    same_figure = [each for each in other.values if each.raw == value.raw]
    return any(each.certain or (_rows(each) and other.less_likely < _AS_LIKELY) for each in same_figure)


def _rows(value: EntryValue) -> set[IndicatorId]:
    """Rows that a value may be for."""
    return {each.indicator for each in value.candidates} | ({value.indicator} if value.indicator is not None else set())
