"""What it costs that one word stands behind another in a message, abbreviations taken for what they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bot.understanding.abbreviations import readings
from bot.understanding.language import EDGE, EDGES, NUMBER, Language
from bot.understanding.shorthand import Shorthand

_NEW_PHRASE = 1.6  # cost of a phrase ending and another beginning
_BREAK = 0.4  # and where the message itself breaks: a number, a comma
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Said(NamedTuple):
    """What a word, written out where it is short, begins and ends with, and what a phrase that does so costs there."""

    first: tuple[str, ...]  # one of them, as the word may stand for itself too
    last: tuple[str, ...]
    begins: float  # the cost of the likeliest first word behind an edge
    ends: float  # and of an edge behind the likeliest last one
    is_edge: bool
    ahead: AbstractSet[str]  # words seen before the first of it
    after: AbstractSet[str]  # and behind the last
    behind: tuple[Mapping[str, float], ...]  # the words seen behind each of the last, with their cost there

    def fits(self, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
        """Whether it stands beside one of the words on either side as it does in a phrase."""
        return not (self.ahead.isdisjoint(left) and self.after.isdisjoint(right))


class WordSteps:
    """The steps that a language allows."""

    def __init__(self, language: Language, shorthand: Shorthand, codes: Mapping[str, Sequence[str]]) -> None:
        """`shorthand`: how its phrases are shortened; `codes`: folded codes of agencies with the words of their names."""
        self._codes = codes
        self._language = language
        self._shorthand = shorthand
        self.said = lru_cache(maxsize=2048)(self._said)

    def cost(self, first: Said, second: Said, *, is_break: bool, is_comma: bool = False) -> float:
        """Cost of one word behind another, never below 0: within a phrase, or with the next phrase beginning between them."""
        anew = _BREAK if is_break or first.is_edge or second.is_edge else _NEW_PHRASE
        least = anew + first.ends + second.begins
        if is_break and not is_comma:
            return least
        for one, seen in zip(first.last, first.behind, strict=True):
            for other in second.first:
                within = seen.get(other)
                if is_comma:  # a comma inside a phrase: "đúng quy trình, thủ tục"
                    least = least if within is None else min(least, within + _BREAK)
                    continue
                if within is None:
                    within = self._language.unseen(one, other)
                least = min(least, within)
        return least

    def cost_anew(self, first: Said, second: Said) -> float:
        """The same with the next phrase beginning between them, whatever was seen."""
        return _NEW_PHRASE + first.ends + second.begins

    def _said(self, word: str) -> Said:
        """The word as the language knows it, and what an abbreviation stands for."""
        language = self._language
        if not word.isalpha():
            edge = word if word in EDGES else NUMBER if word[:1].isdigit() else EDGE
            first, last = (edge,), (edge,)
        else:
            is_known = word in language.spellings  # "vp" is written so; that it could shorten "vb phap" is chance
            short = [reading.split() for reading in readings(word)[:1]] or (() if is_known else self._shorthand.readings(word))
            meant = (*short, *([self._codes[word]] if word in self._codes else ()))
            itself = (word,) if is_known or not meant else ()
            first, last = (*itself, *(each[0] for each in meant)), (*itself, *(each[-1] for each in meant))
        behind = tuple(language.behind.get(each, _NOTHING) for each in last)
        return Said(
            first,
            last,
            begins=min(language.after(EDGE, each) for each in first),
            ends=min(language.after(each, EDGE) for each in last),
            is_edge=not word.isalpha(),
            ahead=_union([language.ahead.get(each, frozenset()) for each in first]),
            after=_union([each.keys() for each in behind]),
            behind=behind,
        )


def _union(sets: Sequence[AbstractSet[str]]) -> AbstractSet[str]:
    """All of them; the only one itself, which takes no room."""
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)
