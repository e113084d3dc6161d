"""Words as they were meant: abbreviations written out, slips mended, by the words that stand beside them in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.spelling import SpellingIndex
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import sound_key

NEGATIONS = frozenset({"ko", "hong", "hok", "hk", "khg", "hem", "kg", "hog"})  # as people type "không"
_FEWEST = 3  # letters: a shorter word is mended only where both neighbours ask for another
_FEWEST_ALONE = 5  # letters: from here a slip is believed without its neighbours
_SURE_SLIP = 0.75
_LIKE_ENOUGH = 0.7  # likeness from which a word that is no syllable is believed to be another
_DIGITS = re.compile(r"\d+")
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
        before = self._meanings(words[place - 1])[0][-1] if place else ""
        after = self._meanings(words[place + 1])[0][0] if place + 1 < len(words) else ""
        if (len(meanings) == 1 or word not in self._known) and word.isalpha():
            near = self._by_neighbours(word, self._partners(words, place, -1, before), self._partners(words, place, 1, after))
            if near is not None:
                return (near,)
        best, most = meanings[0], 0.0
        for meaning in meanings:
            fits = self._fits(before, meaning[0], beside=before) + self._fits(meaning[-1], after, beside=after)
            if fits > most:
                best, most = meaning, fits
        return best

    def _partners(self, words: Sequence[str], place: int, step: int, neighbour: str) -> tuple[str, Collection[str], bool]:
        """The neighbour a step away, what may stand beside it on this side, and whether it is but half of a word."""
        partners: Collection[str] = (self._behind if step < 0 else self._before).get(neighbour, ())
        beyond = place + 2 * step
        if not neighbour or neighbour in self._sayings:
            return neighbour, partners, False
        if not 0 <= beyond < len(words):
            return neighbour, partners, True
        pair = (words[beyond], neighbour) if step < 0 else (neighbour, words[beyond])
        return neighbour, partners, pair not in self._pairs

    def _fits(self, first: str, second: str, *, beside: str) -> float:
        """1 when these stand side by side in the catalogue; half of it when the neighbour stands beside anything."""
        return 0.0 if (first, second) not in self._pairs else 0.5 if beside in self._silent else 1.0

    def _by_neighbours(
        self, word: str, before: tuple[str, Collection[str], bool], after: tuple[str, Collection[str], bool]
    ) -> str | None:
        """The word within a slip that stands between these neighbours in the catalogue, or beside one of them.

        A word that may stand as it is typed is taken for another only between both, or beside a fragment ("hài" tòng).
        """
        (left, behind, left_is_half), (right, ahead, right_is_half) = before, after
        if (left, word) in self._pairs or (word, right) in self._pairs:
            return None
        between = _near(word, set(behind) & set(ahead)) if behind and ahead else []
        if between:
            return between[0]
        says = word in self._sayings or word in PLAIN_SYLLABLES
        asked_for = {*(behind if left_is_half or not says else ()), *(ahead if right_is_half or not says else ())}
        beside = _near(word, asked_for)
        if (
            not beside and says and word not in self._sayings
        ):  # a syllable that says nothing: letters swapped beside any neighbour
            beside = [each for each in _near(word, {*behind, *ahead}) if sorted(each) == sorted(word)]
        if not beside or (len(word) < _FEWEST and len(beside) > 1):
            return None
        return beside[0]

    def _meanings_of(self, word: str) -> tuple[tuple[str, ...], ...]:
        """What a word may stand for, likeliest first: itself when known, an abbreviation written out, known words near it."""
        meant = [tuple(each.split()) for each in readings(word)]
        if word in NEGATIONS:
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
            plain = _DIGITS.sub("", word)  # accents typed as digits in a word that is no syllable: "bche61"
            return (
                ((plain,),) if plain != word and len(plain) > 1 and word[0].isalpha() and self.is_known(plain) else ((word,),)
            )
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
        if typed not in PLAIN_SYLLABLES and joined not in self._silent and typed[0] == joined[0]:
            return len(typed) > _FEWEST and likeness >= _LIKE_ENOUGH
        if sorted(typed) == sorted(joined) or set(typed) == set(joined):
            return len(typed) >= _FEWEST
        return False


def _near(word: str, others: Iterable[str]) -> list[str]:
    """Those within one slip, swaps first, then those that begin alike."""
    found = [each for each in others if len(each) > 1 and OSA.distance(word, each, score_cutoff=1) <= 1]
    return sorted(found, key=lambda each: (sorted(each) != sorted(word), each[0] != word[0], abs(len(each) - len(word)), each))
