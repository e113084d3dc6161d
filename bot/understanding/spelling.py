"""Spelling index: which known words a mistyped word may be, by the slips that fingers and scanners make.

The vocabulary is given (the catalogue's words, agencies, intents). A slip: a letter lost, added, doubled, wrong (neighbour on
the keyboard, or alike to a scanner), two swapped, a space lost or hit as a letter. Bounded work for any word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SLANT = {"a": "qwz", "s": "wezx", "d": "erxc", "f": "rtcv", "g": "tyvb", "h": "yubn", "j": "uinm", "k": "iom", "l": "op"}
_SCANNED = ({"l", "i", "1"}, {"o", "0"}, {"c", "e"}, {"h", "b"}, {"u", "v"}, {"n", "m"}, {"s", "5"}, {"g", "q", "9"})
_SCANNED_PAIRS = (("rn", "m"), ("cl", "d"), ("ri", "n"))  # two letters that a scanner makes of one
_TELEX_KEYS = "sfrxjw"

_LEAST_MIXED = 5  # letters of a word that is still told when several of them are mixed up: "thugon"
_LONGEST = 24  # letters; what is longer is no word

# What one slip costs, as a share of one letter: swaps and doublings are hardly ever meant.
_DOUBLED, _SWAPPED, _NEIGHBOUR, _LOST, _OTHER = 0.4, 0.5, 0.6, 0.7, 1.0


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
        """Learn words or phrases, any case and accents."""
        self._known: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for phrase in vocabulary:
            plain = phrase if phrase.isascii() and phrase.islower() else fold(phrase)
            words = [word for word in plain.split() if len(word) <= _LONGEST]
            self._known.update(words)
            self._pairs.update(pairwise(words))
        self._remains: dict[str, list[str]] = defaultdict(list)
        self._same_letters: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            for remain in _remains(word):
                self._remains[remain].append(word)
            if len(word) >= _LEAST_MIXED:
                self._same_letters["".join(sorted(word))].append(word)

    def __contains__(self, folded_word: str) -> bool:
        """Whether the word is known as it stands."""
        return folded_word in self._known

    def slips(self, folded_word: str) -> tuple[tuple[str, float], ...]:
        """Other known words one slip away, likeliest first, with what the slip costs as a share of one letter.

        Where there is none, those of the same letters that begin alike ("thugon"). The word itself may be known too: who knows
        what stands around it must decide.
        """
        if not 0 < len(folded_word) <= _LONGEST:
            return ()
        found = {word for remain in _remains(folded_word) for word in self._remains.get(remain, ())} - {folded_word}
        near = [word for word in found if OSA.distance(folded_word, word, score_cutoff=1) == 1]
        costs = {word: _cost(folded_word, word) for word in near}
        for two, one in _SCANNED_PAIRS:
            if two in folded_word and (word := folded_word.replace(two, one)) in self._known:
                costs[word] = _NEIGHBOUR
        if not costs and len(folded_word) >= _LEAST_MIXED:
            mixed = self._same_letters.get("".join(sorted(folded_word)), ())
            costs = dict.fromkeys((word for word in mixed if word[0] == folded_word[0]), _OTHER)
        return tuple(sorted(costs.items(), key=lambda item: (item[1], item[0])))

    def splits(self, folded_word: str) -> tuple[tuple[str, str], ...]:
        """Two known words that stand side by side somewhere, run together or with a letter hit for their space."""
        if folded_word in PLAIN_SYLLABLES or len(folded_word) > _LONGEST:
            return ()
        places = [(folded_word[:at], folded_word[at:]) for at in range(1, len(folded_word))]
        whole = tuple(pair for pair in places if pair in self._pairs)
        return whole or tuple((left, right[1:]) for left, right in places if (left, right[1:]) in self._pairs)


def _remains(word: str) -> set[str]:
    """The word, and what is left of it when a letter is lost."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _cost(typed: str, meant: str) -> float:
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
