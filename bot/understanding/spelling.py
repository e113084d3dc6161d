"""Spelling index: which known words a mistyped word may be, by the slips that fingers and scanners make.

The vocabulary is given (the catalogue's words, agencies, intents). A slip: a letter lost, added, doubled, wrong (neighbour on
the keyboard, or alike to a scanner), two swapped, a space lost, added, moved or hit as a letter. Bounded work for any word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.understanding.abbreviations import readings
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SLANT = {"a": "qwz", "s": "wezx", "d": "erxc", "f": "rtcv", "g": "tyvb", "h": "yubn", "j": "uinm", "k": "iom", "l": "op"}
_SCANNED = ({"l", "i", "1"}, {"o", "0"}, {"c", "e"}, {"h", "b"}, {"u", "v"}, {"n", "m"}, {"s", "5"}, {"g", "q", "9"})
_SCANNED_PAIRS = (("rn", "m"), ("cl", "d"), ("ri", "n"))  # two letters that a scanner makes of one
_TELEX_KEYS = "sfrxjw"

_LONGEST = 24  # letters; what is longer is no word
_FEWEST_FOR_TWO = 7  # letters: two slips in a shorter word make another word
_SHORT = 3  # letters: "hs", "sct", "quy" are one slip from many
_MOST = 5  # words offered

# What one slip costs, as a share of one letter: swaps and doublings are hardly ever meant.
_DOUBLED, _SWAPPED, _NEIGHBOUR, _LOST, _OTHER = 0.4, 0.5, 0.6, 0.7, 1.0
_OTHER_WORD = 0.85  # a typed word that is itself a Vietnamese syllable may be meant as it stands
_SHORT_WORD = 0.9
_SPACE_LOST, _SPACE_HIT, _STRANGE_PAIR = 0.95, 0.85, 0.7


def _neighbours() -> dict[str, set[str]]:
    """Keys that touch each key."""
    table: dict[str, set[str]] = defaultdict(set)
    for row in _ROWS:
        for left, right in pairwise(row):
            table[left].add(right)
            table[right].add(left)
    for key, touching in _SLANT.items():
        for other in touching:
            table[key].add(other)
            table[other].add(key)
    for alike in _SCANNED:
        for letter in alike:
            table[letter] |= alike - {letter}
    return dict(table)


_TOUCHING = _neighbours()


class SpellingIndex:
    """Known words by what is left of them when letters are lost (symmetric deletes)."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Learn words or phrases, any case and accents; repeated ones count as more likely, words side by side as a pair."""
        self._counts: Counter[str] = Counter()
        self._pairs: set[tuple[str, str]] = set()
        for phrase in vocabulary:
            words = [word for word in fold(phrase).split() if len(word) <= _LONGEST]
            self._counts.update(words)
            self._pairs.update(pairwise(words))
        self._remains: dict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            for remain in _remains(word, 2 if len(word) >= _FEWEST_FOR_TWO - 1 else 1):
                self._remains[remain].append(word)
        self._cached = lru_cache(maxsize=8192)(self._nearest)

    def __contains__(self, folded_word: str) -> bool:
        """Whether the word is known as it stands."""
        return folded_word in self._counts

    def nearest(self, folded_word: str) -> tuple[tuple[str, float], ...]:
        """Up to five known words that the typed one may be, best first, with similarity 0 to 1.

        A known word is only itself. A word that holds two ("mucdo") is given as both with a space.
        """
        return self._cached(folded_word) if 0 < len(folded_word) <= _LONGEST else ()

    def slips(self, folded_word: str) -> tuple[tuple[str, float], ...]:
        """Other known words one slip away, each with what the slip costs as a share of one letter; the word may be known."""
        found = {word for remain in _remains(folded_word, 1) for word in self._remains.get(remain, ())} - {folded_word}
        near = [word for word in found if OSA.distance(folded_word, word, score_cutoff=1) == 1]
        return tuple(sorted(((word, _cost_of_one(folded_word, word)) for word in near), key=lambda item: (item[1], item[0])))

    def nearest_pair(self, first: str, second: str) -> tuple[tuple[str, float], ...]:
        """What two typed words may be together: one word with a space in it ("th u" thu), or two with the space moved
        ("truct huoc" truc thuoc); () when they are better read apart.
        """  # noqa: D205  the examples belong to the sentence
        glued = first + second
        if len(glued) > _LONGEST or (first in self._counts and second in self._counts):
            return ()
        found = [(glued, _SPACE_LOST)] if glued in self._counts else []
        for place in (len(first) - 1, len(first) + 1):
            left, right = glued[:place], glued[place:]
            if (left, right) in self._pairs:
                found.append((f"{left} {right}", _SPACE_LOST))
        return tuple(found)

    def _nearest(self, typed: str) -> tuple[tuple[str, float], ...]:
        """`nearest` without its cache."""
        if typed in self._counts:
            return ((typed, 1.0),)
        is_word = typed in PLAIN_SYLLABLES or bool(readings(typed))
        found = dict(self._split(typed, is_word=is_word))
        for two, one in _SCANNED_PAIRS:
            if two in typed and (word := typed.replace(two, one)) in self._counts:
                found[word] = _SPACE_HIT
        most = 2 if len(typed) >= _FEWEST_FOR_TWO else 1
        for remain in _remains(typed, most):
            for word in self._remains.get(remain, ()):
                if word not in found:
                    similarity = _similarity(typed, word, most, is_word=is_word)
                    if similarity > 0:
                        found[word] = similarity
        best = sorted(found.items(), key=lambda item: (-item[1], -self._counts[item[0]], item[0]))
        return tuple(best[:_MOST])

    def _split(self, typed: str, *, is_word: bool) -> Iterable[tuple[str, float]]:
        """Two known words without their space, or with a letter hit for it."""
        if is_word:
            return
        for place in range(2, len(typed) - 1):
            left, right = typed[:place], typed[place:]
            if left in self._counts:
                if right in self._counts:
                    yield f"{left} {right}", _SPACE_LOST if (left, right) in self._pairs else _STRANGE_PAIR
                elif (left, right[1:]) in self._pairs:
                    yield f"{left} {right[1:]}", _SPACE_HIT


def _remains(word: str, most: int) -> set[str]:
    """The word and what is left when up to `most` letters are lost."""
    layer = {word}
    remains = {word}
    for _ in range(most):
        layer = {left[:place] + left[place + 1 :] for left in layer for place in range(len(left))}
        remains |= layer
    return remains


def _similarity(typed: str, meant: str, most: int, *, is_word: bool) -> float:
    """1 less what the slips cost; 0 when there are more than `most`, or it is too bold for a short word."""
    slips = OSA.distance(typed, meant, score_cutoff=most)
    if slips > most:
        return 0.0
    cost = _cost_of_one(typed, meant) if slips == 1 else float(slips)
    is_short = min(len(typed), len(meant)) <= _SHORT
    if is_short and (is_word or cost >= (_OTHER if len(meant) == _SHORT else _NEIGHBOUR)):
        return 0.0
    if slips > 1 and (typed[0] != meant[0] or is_word):
        return 0.0
    similarity = 1 - cost / max(len(typed), len(meant))
    return round(similarity * (_OTHER_WORD if is_word else 1) * (_SHORT_WORD if is_short else 1), 3)


def _cost_of_one(typed: str, meant: str) -> float:
    """The cost of the single slip between two words."""
    place = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), -1)
    if place < 0:
        place = min(len(typed), len(meant))
    if len(typed) > len(meant):
        added = typed[place]
        near = typed[max(0, place - 1) : place] + typed[place + 1 : place + 2]
        if added in near or (place == len(typed) - 1 and added in _TELEX_KEYS):
            return _DOUBLED
        return _NEIGHBOUR if any(added in _TOUCHING.get(letter, ()) for letter in near) else _OTHER
    if len(typed) < len(meant):
        return _DOUBLED if meant[place] in meant[max(0, place - 1) : place] + meant[place + 1 : place + 2] else _LOST
    if sorted(typed) == sorted(meant):
        return _SWAPPED
    return _NEIGHBOUR if meant[place] in _TOUCHING.get(typed[place], ()) else _OTHER
