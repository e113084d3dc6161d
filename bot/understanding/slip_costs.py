"""What a typed word may be a slip of, and what that slip costs: less for what fingers do often, more where words are short.

Costs are negative natural logarithms of probabilities.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from bot.understanding.language import Language
from bot.understanding.spelling import SpellingIndex
from bot.understanding.syllables import PLAIN_SYLLABLES, TONES

OTHER_ACCENTS = 4.0  # cost of a known word written with accents that it does not have
_SLIP = 3.0  # cost of a slip: about one word in twenty
_PER_SLIP = 2.0  # what the cost grows from a swap to a strange letter
_SHORT = 3  # letters
_SHORT_WORD = 0.8  # more for a slip in a word as short
_INTO_CODE = 2.0  # and for a slip in an abbreviation, which is shorter and rarer than a word
_SYLLABLE_INTO_CODE = 1.0  # and when a syllable came of it
_OFTEN = 20  # times that the language says an abbreviation which everybody writes
_RARE_CODE = 0.5  # and how much each e-fold less often costs: "ttc" is rather "tthc" than "ttr"
_ACCENTED_SLIP = 2.0  # and for one in a letter typed with its accent, which takes several keys
_VOWELS = frozenset("aeiouy")
Options = tuple[tuple[str, float], ...]  # words with their costs


class SlipIndex:
    """The words of a language by the slips that lead to them."""

    def __init__(self, language: Language, names: Collection[str]) -> None:
        """Index its words; `names` are said as often as people like, however seldom the language says them."""
        self._language = language
        self._names = frozenset(names)
        self._index = SpellingIndex(language.spellings)

    def slips(self, typed: str, spelt: str) -> Options:
        """Known words a slip away, with the cost of that slip; accents that do not fit are another slip."""
        found = []
        for word, share in self._index.slips(typed):
            cost = _SLIP + _PER_SLIP * share + (_SHORT_WORD if min(len(typed), len(word)) <= _SHORT else 0.0)
            if spelt != typed and not any(_is_near(spelt, known) for known in self._language.spellings[word]):
                cost += OTHER_ACCENTS
            if word not in PLAIN_SYLLABLES:
                cost += 0.0 if _VOWELS.isdisjoint(typed) else _INTO_CODE
                cost += _SYLLABLE_INTO_CODE if typed in PLAIN_SYLLABLES else 0.0
                cost += self.rareness(word)
            if spelt != typed and _has_accented_slip(spelt, typed, word):
                cost += _ACCENTED_SLIP
            found.append((word, cost))
        return tuple(found)

    def rareness(self, code: str) -> float:
        """What an abbreviation costs that the language seldom says."""
        times = _OFTEN if code in self._names else sum(self._language.spellings[code].values())
        return max(0.0, log(_OFTEN / times)) * _RARE_CODE


def _is_near(spelt: str, known: str) -> bool:
    """Whether two spellings are one slip apart; the tone may stand on another letter: "háo" and "hóa"."""
    if OSA.distance(spelt, known, score_cutoff=1) <= 1:
        return True
    (letters, tones), (other_letters, other_tones) = _apart(spelt), _apart(known)
    return tones == other_tones and OSA.distance(letters, other_letters, score_cutoff=1) <= 1


@lru_cache(maxsize=8192)
def _apart(spelt: str) -> tuple[str, str]:
    """The letters of a word with their marks, and its tones."""
    signs = unicodedata.normalize("NFD", spelt)
    tones = "".join(sign for sign in signs if sign in TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in tones)), tones


def _has_accented_slip(spelt: str, typed: str, word: str) -> bool:
    """Whether the letter that is wrong was typed with an accent; `typed`: folded, one slip away from `word`."""
    if len(typed) < len(word) or len(spelt) != len(typed):
        return False
    place = next((at for at, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), len(typed) - 1)
    return sorted(typed) != sorted(word) and spelt[place] not in (typed[place], "đ")
