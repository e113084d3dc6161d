"""What stands behind a value: another value with the words that call it ("… 60 - đúng hạn 57"), or an explanation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.catalogue import IndicatorId
from bot.domain.value import Fault
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.named import is_named
from bot.understanding.number_mentions import Kind
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot

_EXPLAINED = 0.9  # share of the words that a row must explain to be called by them
_SCORE = 0.66  # and its score, unless it is a sister of the row before
_END = re.compile(r"[,;()\[\]\n\t]|\.\s|\.$|\s[-/|+]\s")
_JOINERS = frozenset({"va", "con", "cung", "voi"})
_CHANGES = frozenset({"tang", "giam", "them", "bot", "vuot", "thieu", "du", "hut", "chenh", "so", "bang"})  # "tăng 2 so với …"
_INTRODUCING = (  # parts of the value before; they call nothing themselves
    "trong do",
    "bao gom",
    "gom co",
    "gom",
    "cu the",
    "chia ra",
    "trong",
)


def introduction(message: Message, places: Sequence[int]) -> int:
    """How many words of a label only say that parts follow: "trong đó", "gồm"."""
    line = " ".join(message.words[place].folded for place in places) + " "
    return next((len(words.split()) for words in _INTRODUCING if line.startswith(f"{words} ")), 0)


def segment_end(message: Message, first: int, spots: Sequence[Spot]) -> int:
    """The word behind the clause that begins at word `first`; "và" ends it once it holds a number."""
    number = min((spot.first for spot in spots if spot.first >= first), default=len(message.words))
    for place in range(first + 1, len(message.words)):
        word = message.words[place]
        if (word.gap != " " and _END.search(word.gap)) or (place > number and word.folded in _JOINERS):
            return place
    return len(message.words)


def is_labelled(message: Message, first: int, last: int, spots: Sequence[Spot]) -> Spot | None:
    """The one number of a clause when words stand before it and only what it counts behind."""
    inside = [spot for spot in spots if first <= spot.first and spot.last <= last and not spot.in_words]
    if len(inside) != 1 or message.words[first].folded in _CHANGES or inside[0].first == first:
        return None
    behind = message.words[inside[0].last : last]
    return inside[0] if all(word.folded in COUNT_NOUNS for word in behind) else None


def tells_value(message: Message, first: int, spots: Sequence[Spot], base: Sequence[int], reader: Reader) -> bool:
    """Whether the clause that begins at word `first` gives a value to a row that it calls, alone or as a sister.

    `base`: places of the words that called the value before.
    """
    last = segment_end(message, first, spots)
    spot = is_labelled(message, first, last, spots)
    if spot is None:
        return False
    free = set(message.free)
    places = [place for place in range(first, spot.first) if place in free]
    said = message.said_at(places[introduction(message, places) :], reader)
    if not said or any(is_unknown(name) for name in said):
        return False
    alone = match(said, reader=reader, headings=False)
    if alone.is_alone and alone.explained >= _EXPLAINED and alone.score >= _SCORE and is_named(alone, said, reader):
        return _takes(alone, spot, reader)
    called = message.said_at(base, reader)
    sister = match(said, reader=reader, among=_sisters(called, reader), context=called)
    is_called = sister.is_alone and sister.explained >= _EXPLAINED and is_named(sister, said, reader)
    return is_called and _takes(sister, spot, reader)


def _takes(found: Found, spot: Spot, reader: Reader) -> bool:
    """Whether the row is no Có/Không and no choice, or has an option of that number."""
    if found.best is None or spot.kind is Kind.FRACTION:
        return found.best is not None
    return read_figure(spot.meant, reader.catalogue.row(found.best)) is not Fault.BAD_OPTION


def _sisters(called: Sequence[str], reader: Reader) -> set[IndicatorId]:
    """Rows of the heading under which what was called stands."""
    above = {*match(called, reader=reader).rivals} if called else set()
    above |= {parent for row_id in above if (parent := reader.catalogue.row(row_id).parent) is not None}
    return {row.id for row_id in above for row in reader.catalogue.below(row_id)}
