"""How offices shorten the words they write every day, learnt from phrases instead of listed.

Two habits: the first letters of a phrase ("mcđt" một cửa điện tử, "đb" đặc biệt), and the first letter of a word run together
with the next word ("kluật" kỷ luật, "psinh" phát sinh). Well-known abbreviations stand in `abbreviations`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise

from bot.understanding.syllables import ONSETS, PLAIN_SYLLABLES

_MOST_INITIALS = 6  # letters
_FEWEST_SURE = 3  # initials from which a phrase is told by them alone
_MOST_READINGS = 4
_CLUSTERS = tuple(sorted((onset.replace("đ", "d") for onset in ONSETS if len(onset) > 1), key=len, reverse=True))

Phrase = tuple[str, ...]


class Shorthand:
    """Shortened forms of the phrases it was given."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Learn folded phrases; what is a syllable of its own is no shorthand."""
        spelt = [words for words in phrases if all(map(str.isalpha, words))]
        openings = {  # nobody shortens "chức hành chính" within "tổ chức hành chính"
            words[:last] for words in spelt for last in range(2, min(_MOST_INITIALS, len(words)) + 1)
        }
        parts: Counter[Phrase] = Counter(chain.from_iterable(map(pairwise, spelt)))  # and openings wherever they stand
        for words in spelt:
            for first, pair in enumerate(pairwise(words)):
                if pair not in openings:  # nor is anything longer
                    continue
                for last in range(first + 3, min(first + _MOST_INITIALS, len(words)) + 1):
                    part = words[first:last]
                    if part not in openings:
                        break
                    parts[part] += 1
        initials: dict[str, Counter[Phrase]] = defaultdict(Counter)
        run_together: dict[str, Counter[Phrase]] = defaultdict(Counter)
        for part, times in parts.items():
            if part in openings:
                initials["".join([word[0] for word in part])][part] = times
            if len(part) == len(("one", "next")):
                for head in {part[0][0], _onset(part[0])} - {part[1][0]}:  # "ttiep" is a key pressed twice
                    run_together[head + part[1]][part] = times
        self._sure: dict[str, Phrase] = {}
        self._likely: dict[str, tuple[Phrase, ...]] = {}
        for table in (initials, run_together):
            for short, meant in table.items():
                if short not in PLAIN_SYLLABLES:
                    self._learn(short, meant, is_alone=table is run_together or len(short) >= _FEWEST_SURE)

    def _learn(self, short: str, meant: Counter[Phrase], *, is_alone: bool) -> None:
        """One shortened form: sure when it can only be one phrase."""
        best = [phrase for phrase, _ in meant.most_common(_MOST_READINGS)]
        if len(meant) == 1 and is_alone:
            self._sure.setdefault(short, best[0])
        self._likely[short] = (*self._likely.get(short, ()), *best)

    def readings(self, word: str) -> tuple[Phrase, ...]:
        """What a folded word may shorten, likeliest first; () when it is none."""
        return self._likely.get(word, ())

    def is_sure(self, word: str) -> bool:
        """Whether it can only be one phrase, whatever stands around it."""
        return word in self._sure


def _onset(word: str) -> str:
    """The consonants that a word begins with: "ph" of "phat"."""
    return next((cluster for cluster in _CLUSTERS if word.startswith(cluster)), word[:1])
