"""Words as they were meant: abbreviations written out, slips mended, by the words that stand beside them in the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.spelling import SpellingIndex
from bot.understanding.text import sound_key

_NOT = frozenset({"ko", "hong", "hok", "hk", "khg", "hem", "kg", "hog"})  # as people type "không"
_FEWEST = 3  # letters: a shorter word is mended only where both neighbours ask for another
_FEWEST_ALONE = 5  # letters: from here a slip is believed without its neighbours
_SURE_SLIP = 0.75
_LONGEST_MISTAKEN = 3  # letters: a longer word that says something is not taken for another
_HARDLY_ANY = 2  # words: a neighbour that only so many stand beside asks for one of them
_VOWELS = frozenset("aeiouy")
_LONGEST = 14  # letters: longer than any two Vietnamese words


class Mending:
    """What words may stand for, learnt from texts of known words."""

    def __init__(self, texts: Collection[tuple[str, ...]], silent: Collection[str]) -> None:
        """Learn; `silent` words are known but stand beside anything."""
        self._silent = frozenset(silent)
        self._sayings = self._silent | {text[0] for text in texts if len(text) == 1}  # words that say something on their own
        self._known = frozenset(word for text in texts for word in text) | self._silent
        self._pairs = frozenset(pair for text in texts for pair in pairwise(text))
        self._behind: dict[str, set[str]] = {}
        self._before: dict[str, set[str]] = {}
        for first, second in self._pairs:
            self._behind.setdefault(first, set()).add(second)
            self._before.setdefault(second, set()).add(first)
        self._spelling = SpellingIndex([*(" ".join(text) for text in texts), *sorted(self._silent)])
        self._meanings = lru_cache(maxsize=8192)(self._meanings_of)

    def is_known(self, word: str) -> bool:
        """Whether the folded word is one of ours as typed."""
        return word in self._known or bool(readings(word))

    def stands(self, words: Sequence[str], place: int) -> bool:
        """Whether a word stands beside a neighbour as it does in the catalogue."""
        return bool(place and (words[place - 1], words[place]) in self._pairs) or (
            place + 1 < len(words) and (words[place], words[place + 1]) in self._pairs
        )

    def meant(self, words: Sequence[str], place: int) -> tuple[str, ...]:
        """The word at a place as it was meant; itself when it is known or nothing is near."""
        word = words[place]
        meanings = self._meanings(word)
        known = word in self._known
        if word in self._sayings and len(meanings) == 1 and len(word) > _LONGEST_MISTAKEN:
            return meanings[0]
        before = self._meanings(words[place - 1])[0][-1] if place else ""
        after = self._meanings(words[place + 1])[0][0] if place + 1 < len(words) else ""
        if len(meanings) == 1 or not known:
            near = self._by_neighbours(word, before, after)
            if near is not None:
                return near
        best, most = meanings[0], 0.0
        for meaning in meanings:
            fits = self._fits(before, meaning[0], beside=before) + self._fits(meaning[-1], after, beside=after)
            if fits > most:
                best, most = meaning, fits
        return best

    def _fits(self, first: str, second: str, *, beside: str) -> float:
        """1 when these stand side by side in the catalogue; half of it when the neighbour stands beside anything."""
        return 0.0 if (first, second) not in self._pairs else 0.5 if beside in self._silent else 1.0

    def _by_neighbours(self, word: str, before: str, after: str) -> tuple[str, ...] | None:
        """The word within a slip that stands between these neighbours in the catalogue, or beside one of them.

        A word that may stand as it is typed needs both neighbours, or one that hardly anything else stands beside.
        """
        if not word.isalpha() or (before, word) in self._pairs or (word, after) in self._pairs:
            return None
        behind, ahead = self._behind.get(before, set()), self._before.get(after, set())
        between = _near(word, behind & ahead)
        if between:
            return (between[0],)
        if word in self._sayings:
            beside = [
                *_near(word, behind if len(behind) <= _HARDLY_ANY else ()),
                *_near(word, ahead if len(ahead) <= _HARDLY_ANY else ()),
            ]
        else:
            beside = _near(word, behind | ahead)
        if not beside or (len(word) < _FEWEST and len(beside) > 1):
            return None
        return (beside[0],)

    def _meanings_of(self, word: str) -> tuple[tuple[str, ...], ...]:
        """What a word may stand for, likeliest first: itself when known, an abbreviation written out, known words near it."""
        meant = [tuple(each.split()) for each in readings(word)]
        if word in _NOT:
            return (("khong",),)
        if word in self._known:
            return ((word,), *meant) if is_weak(word) else ((word,),)
        if "dd" in word or "d9" in word:  # đ as typed with the input method off
            return self._meanings_of(word.replace("dd", "d").replace("d9", "d"))
        sounded = sound_key(word)
        if sounded in self._known:
            return ((sounded,),)
        if meant:
            return (*meant, (word,)) if is_weak(word) else (meant[0],)
        if not word.isalpha() or len(word) > _LONGEST:
            return ((word,),)
        near = [(tuple(each.split()), likeness) for each, likeness in self._spelling.nearest(word)]
        sure = [each for each, likeness in near if self._is_surely(word, each, likeness)]
        return (*sure, (word,), *(each for each, _ in near if each not in sure))

    def _is_surely(self, typed: str, meant: tuple[str, ...], likeness: float) -> bool:
        """Whether a slip is believed without its neighbours: letters swapped or doubled, or a long word that says something."""
        joined = "".join(meant)
        if set(typed).isdisjoint(_VOWELS):  # no syllable: an abbreviation with a slip
            return len(typed) >= _FEWEST_ALONE - 1 and len(meant) == 1
        if len(meant) > 1:
            return joined == typed and meant in self._pairs
        if sorted(typed) == sorted(joined) or set(typed) == set(joined):
            return len(typed) >= _FEWEST
        return len(typed) >= _FEWEST_ALONE and likeness >= _SURE_SLIP and joined not in self._silent and typed[0] == joined[0]


def _near(word: str, others: Iterable[str]) -> list[str]:
    """Those within one slip, swaps first, then those that begin alike."""
    found = [each for each in others if len(each) > 1 and OSA.distance(word, each, score_cutoff=1) <= 1]
    return sorted(found, key=lambda each: (sorted(each) != sorted(word), each[0] != word[0], abs(len(each) - len(word)), each))
