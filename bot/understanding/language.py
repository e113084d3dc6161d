"""Which words stand beside which, and how they are spelt: bigrams with back-off, learnt from given phrases.

Costs are negative natural logarithms of probabilities.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.understanding.text import Word

_SEEN = 0.75  # share of a word's following that is kept for the words seen behind it
EDGE = ""  # where a phrase begins or ends
NUMBER = "#"  # any number
YEAR = "#year"
OF_YEAR = "#/year"  # the 3 of "3/2022"
EDGES = frozenset({EDGE, NUMBER, YEAR, OF_YEAR, "%"})
_NOTHING: Mapping[str, float] = MappingProxyType({})
_YEAR = re.compile(r"(?:19|20)\d\d")


class Language:
    """What was learnt.

    `spellings`: known folded words, each with how often it is spelt how; `behind`: the words seen behind a word, each with its
    cost there; `ahead`: those seen before it.
    """

    def __init__(self, phrases: Iterable[Sequence[Word]]) -> None:
        """Learn phrases by their words, accents welcome."""
        self.spellings: dict[str, dict[str, int]] = {}
        self._spelt_behind: dict[str, dict[str, dict[str, int]]] = {}
        self._spelt_before: dict[tuple[str, str], dict[str, int]] = {}  # a word and the one behind it: how the first is spelt
        followed: dict[str, dict[str, int]] = {}
        steps: dict[tuple[str, str, str], int] = {}  # a word, the one behind it as folded and as typed
        for words in phrases:
            before_it, text_before = EDGE, ""
            for place, word in enumerate(words):
                folded = word.folded
                said = folded if folded.isalpha() or not word.is_number else number_at(words, place)
                step = before_it, said, word.text
                steps[step] = steps.get(step, 0) + 1
                if text_before:
                    ahead = self._spelt_before.setdefault((before_it, said), {})
                    ahead[text_before] = ahead.get(text_before, 0) + 1
                before_it, text_before = said, spelling(word.text) if said.isalpha() else ""
            steps[before_it, EDGE, ""] = steps.get((before_it, EDGE, ""), 0) + 1
        for (first, second, text), times in steps.items():
            if second.isalpha():
                spelt = spelling(text)
                for known in (self.spellings, self._spelt_behind.setdefault(first, {})):
                    counts = known.setdefault(second, {})
                    counts[spelt] = counts.get(spelt, 0) + times
            behind = followed.setdefault(first, {})
            behind[second] = behind.get(second, 0) + times
        before: dict[str, int] = {}
        for behind in followed.values():
            for second in behind:
                before[second] = before.get(second, 0) + 1
        kinds = sum(before.values())
        self._anywhere = {word: log(kinds / count) for word, count in before.items()}
        self._rarest = log(kinds)
        self.behind: dict[str, dict[str, float]] = {}
        self.ahead: dict[str, set[str]] = {}
        self._backed_off: dict[str, float] = {}
        for first, behind in followed.items():
            total = sum(behind.values())
            self._backed_off[first] = log(total / ((1 - _SEEN) * len(behind)))
            costs = self.behind[first] = {}
            for second, count in behind.items():
                kept = (count - (1 - _SEEN)) / total
                costs[second] = -log(kept + (1 - _SEEN) * len(behind) / total * before[second] / kinds)
                self.ahead.setdefault(second, set()).add(first)

    def after(self, first: str, second: str) -> float:
        """Cost of a known word behind another one; nothing for words that the language does not know."""
        seen = self.behind.get(first, _NOTHING).get(second)
        return self.unseen(first, second) if seen is None else seen

    def unseen(self, first: str, second: str) -> float:
        """The same for two words that were never seen so."""
        if first in EDGES and second in EDGES:
            return self._rarest / 2 if second in (YEAR, OF_YEAR) else 0.0
        if first not in self._backed_off or second not in self._anywhere:
            return self._rarest / 2
        return self._backed_off[first] + self._anywhere[second]

    def is_seen(self, first: str, second: str) -> bool:
        """Whether a word was seen behind another."""
        return second in self.behind.get(first, _NOTHING)

    def is_another_pair(self, before: str, word: str, spelt: str) -> bool:
        """Whether a word is known behind the one before, but never with these accents."""
        behind = self._spelt_behind.get(before, {}).get(word)
        return behind is not None and spelt not in behind

    def is_spelt_otherwise(self, spelt: str, word: str, behind: str) -> bool:
        """Whether a word is known before the one behind it, but never with these accents: "cơ chế", not "có chế"."""
        known = self._spelt_before.get((word, behind))
        return known is not None and spelt not in known

    def spelt(self, typed: str, meant: str, before: str, behind: str) -> str:
        """The word that was meant as it is written: nearest to what was typed, then as mostly between its neighbours."""
        ahead = self._spelt_before.get((meant, behind), {})
        after, anywhere = self._spelt_behind.get(before, {}).get(meant, {}), self.spellings[meant]
        spelt = spelling(typed)
        return min(
            anywhere, key=lambda each: (OSA.distance(spelt, each), -after.get(each, 0) - ahead.get(each, 0), -anywhere[each])
        )


def number_at(words: Sequence[Word], place: int) -> str:
    """What kind of number stands there: a quarter or month before its year and a year say what is beside them."""
    if _YEAR.fullmatch(words[place].folded):
        return YEAR
    behind = words[place + 1] if place + 1 < len(words) else None
    is_of_year = behind is not None and behind.gap.strip() == "/" and _YEAR.fullmatch(behind.folded)
    return OF_YEAR if is_of_year else NUMBER


@lru_cache(maxsize=4096)
def spelling(text: str) -> str:
    """A word as it is spelt, in lower case."""
    return unicodedata.normalize("NFC", text.casefold())
