"""Whose report, and which, an entry is for: what is named in a note, or set beside, is not that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period
from bot.understanding.message import Message
from bot.understanding.request import EntryValue
from bot.understanding.spots import find_spots
from bot.understanding.text import Mention

_BESIDE = frozenset({"voi", "hon", "tu"})  # "giảm 2 so với quý trước", "từ quý trước chuyển sang"


@dataclass(frozen=True, slots=True)
class Scope:
    """The agency and period named, None where none is. `is_one` False: several are, and each may have values of its own."""

    agency: AgencyCode | None
    period: Period | None
    is_one: bool = True


def scope_of(message: Message, values: Sequence[EntryValue] = ()) -> Scope:
    """The scope of a message that gives these values."""
    noted = [_span(value.note, message) for value in values if value.note]
    agencies = [each for each in message.agencies if each.value != ALL_AGENCIES and _counts(each, noted, message)]
    periods = [each for each in message.periods if _counts(each, noted, message)]
    several = len({each.value for each in agencies}) > 1 or _are_alike(each.value for each in periods)
    return Scope(
        agencies[0].value if agencies else None,
        periods[0].value if periods else None,
        is_one=not (several or _is_between(agencies, {value.raw for value in values}, message)),
    )


def _span(note: str, message: Message) -> range:
    """The characters of a note."""
    begin = message.text.find(note)
    return range(begin, begin + len(note)) if begin >= 0 else range(0)


def _counts(mention: Mention[AgencyCode] | Mention[Period], noted: Sequence[range], message: Message) -> bool:
    """Whether a mention stands outside of notes, and is not what something is compared with."""
    if any(message.words[mention.first].start in span for span in noted):
        return False
    return not mention.first or message.words[mention.first - 1].folded not in _BESIDE


def _are_alike(periods: Iterable[Period]) -> bool:
    """Whether two periods of one length are named: "kế hoạch năm 2022 … quý 3/2022" names one report."""
    named = set(periods)
    return len({each.months for each in named}) < len(named)


def _is_between(agencies: Sequence[Mention[AgencyCode]], raws: Collection[str], message: Message) -> bool:
    """Whether an agency is named behind one value and before another number: "tiếp nhận 1200, của sở 4T là 15"."""
    if not agencies:
        return False
    spots = [spot for spot in find_spots(message) if spot.first in set(message.free)]
    return any(
        any(spot.last <= each.first and spot.raw in raws for spot in spots) and any(spot.first >= each.last for spot in spots)
        for each in agencies
    )
