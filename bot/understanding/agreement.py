"""Values of a message with strange words: stored when all that the words may mean stores the same, else asked.

"2 ngn 3 trăm" may be two thousand three hundred, "38 à jhầm 39" a correction: what hangs on such a word is asked.
"2 cás làm xong" is two of them whatever the word was: nothing hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.catalogue import IndicatorId
from bot.domain.value import Figure
from bot.understanding.request import EntryValue

_AS_LIKELY = 1.5  # and one that is about as likely
_BELIEVED = 2.0  # and by how much at most the one that decides
_LEAD = 1.4  # by how many times the row must fit better than the next
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
    """One value: asked when a likely reading speaks against it; stored when a likely one does and none speaks against that."""
    found, likelier = value, 0.0
    if not value.certain:
        likely = [(other.less_likely, each) for other in others if (each := _stored(other, place, count)) is not None]
        if value.fault is not None or not likely:
            return value
        likelier, found = min(likely, key=lambda each: each[0])
        is_unanimous = len(likely) == len(others) and all(_tells(each) == _tells(found) for _, each in likely)
        if likelier >= _BELIEVED or not (_leads(value, found) or (is_unanimous and _may_be(value, found))):
            return value
    if found is not value and any(other.values is None for other in others):
        return value  # "có chư" may be "có chưa", which asks
    is_disputed = any(_is_against(other, other.less_likely - likelier, found, place, count) for other in others)
    return replace(value, indicator=None, certain=False) if is_disputed else found


def _stored(other: Reading, place: int, count: int) -> EntryValue | None:
    """What another reading of the same values stores there."""
    return other.values[place] if other.values and len(other.values) == count and other.values[place].certain else None


def _is_against(other: Reading, less_likely: float, found: EntryValue, place: int, count: int) -> bool:
    """Whether a likely reading gives the row another figure, or the figure to another row, or is no entry.

    One that makes no sense of the message, since it would refuse or ask about it, is no rival.
    """
    if less_likely >= _RIVAL:
        return False
    if other.values is None:
        return True
    if len(other.values) != count:
        same_row = [each for each in other.values if found.indicator in _rows(each)]
        same_figure = [each for each in other.values if each.raw == found.raw and each.certain]
        return all(each.figure != found.figure for each in same_row) if same_row else bool(same_figure)
    value = other.values[place]
    if value.certain:
        return _tells(value) != _tells(found)
    if value.figure is None or found.figure is None:
        return False
    return value.figure.number != found.figure.number or (less_likely < _AS_LIKELY and not _may_be(value, found))


def _tells(value: EntryValue) -> tuple[IndicatorId | None, Figure | None, str | None]:
    """What would be stored."""
    return value.indicator, value.figure, value.note


def _leads(value: EntryValue, found: EntryValue) -> bool:
    """Whether the row is the one that would be asked about, well before all others."""
    first, *others = value.candidates or found.candidates
    return first.indicator == found.indicator and all(first.score > _LEAD * each.score for each in others)


def _may_be(value: EntryValue, found: EntryValue) -> bool:
    """Whether a value that is asked may be for the row."""
    return not value.candidates or found.indicator in _rows(value)


def _rows(value: EntryValue) -> set[IndicatorId]:
    """Rows that a value may be for."""
    return {each.indicator for each in value.candidates} | ({value.indicator} if value.indicator is not None else set())
