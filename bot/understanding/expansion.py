"""Words written out: abbreviations and words run together, by the words that stand beside them in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.negations import NEGATIONS, PLAIN_NO
from bot.understanding.shorthand import Shorthand
from bot.understanding.spelling import SpellingIndex
from bot.understanding.text import sound_key

_DIGITS = re.compile(r"\d+")
_THREE = 0.25  # for a meaning that stands beside its neighbour as in a phrase of three words
_MORE_THREES = 0.1  # for each further three words that stand so
_OF_ANOTHER = 0.3  # for a meaning that fits what the word before may stand for
_LONGEST = 14  # letters: longer than any two Vietnamese words


class Expansion:
    """What words stand for, learnt from texts of known words."""

    def __init__(self, texts: Collection[tuple[str, ...]], silent: Collection[str], shorthand: Shorthand) -> None:
        """Learn; `silent` words are known but stand beside anything."""
        self._silent = frozenset(silent)
        self._known = frozenset(word for text in texts for word in text) | self._silent
        self._pairs = frozenset(pair for text in texts for pair in pairwise(text))
        self._triples = frozenset(triple for text in texts for triple in zip(text, text[1:], text[2:], strict=False))
        self._spelling = SpellingIndex(map(" ".join, self._pairs))
        self._shorthand = shorthand
        self._meanings = lru_cache(maxsize=2048)(self._meanings_of)

    def is_known(self, word: str) -> bool:
        """Whether the folded word is one of ours as typed."""
        return word in self._known or bool(readings(word))

    def stands(self, words: Sequence[str], place: int) -> bool:
        """Whether a word stands beside a neighbour as it does in the catalogue."""
        return bool(place and (words[place - 1], words[place]) in self._pairs) or (
            place + 1 < len(words) and (words[place], words[place + 1]) in self._pairs
        )

    def meant(self, words: Sequence[str], place: int) -> tuple[str, ...]:
        """The word at a place written out, by what fits its neighbours; itself when it stands for nothing else."""
        meanings = self._meanings(words[place])
        if len(meanings) == 1:
            return meanings[0]
        before = self._meanings(words[place - 1])[0][-1] if place else ""
        after = self._meanings(words[place + 1])[0][0] if place + 1 < len(words) else ""
        following = self._meanings(words[place + 2])[0][0] if place + 2 < len(words) else ""
        others = [each[-1] for each in self._meanings(words[place - 1])[1:]] if place else []
        best, most = meanings[0], 0.0
        for meaning in meanings:
            fits = self._fits(before, meaning[0], beside=before) + self._fits(meaning[-1], after, beside=after)
            if not fits and any((other, meaning[0]) in self._pairs for other in others):
                fits = _OF_ANOTHER  # "hs tt md4": the word before is an abbreviation too
            around = [before, *meaning, after, following]
            threes = len(self._triples.intersection(zip(around, around[1:], around[2:], strict=False)))
            if threes and is_weak(words[place]):  # "đang cc" is "đang cung cấp"; "ht báo cáo" a system that is reported to
                fits += _THREE + _MORE_THREES * (threes - 1)
            if fits > most:
                best, most = meaning, fits
        return best

    def _fits(self, first: str, second: str, *, beside: str) -> float:
        """1 when these stand side by side in the catalogue; half of it when the neighbour stands beside anything."""
        return 0.0 if (first, second) not in self._pairs else 0.5 if beside in self._silent else 1.0

    def _meanings_of(self, word: str) -> tuple[tuple[str, ...], ...]:
        """What a word may stand for, likeliest first: itself when known, an abbreviation written out, two words in one."""
        written_out = [tuple(each.split()) for each in readings(word)]
        meant = [each for each in written_out if self._pairs.issuperset(pairwise(each))] or written_out
        if word in NEGATIONS:
            return ((PLAIN_NO,),)
        if word in self._known:
            return ((word,), *meant, *self._run_together(word)) if meant else ((word,),)
        if ("dd" in word and not meant) or "d9" in word:  # đ as typed with the input method off
            return self._meanings_of(word.replace("dd", "d").replace("d9", "d"))
        sounded = sound_key(word)
        if sounded in self._known:
            return ((sounded,),)
        if meant:
            return (*meant, *self._run_together(word), (word,)) if is_weak(word) else (*meant, *self._run_together(word))
        if not word.isalpha() or len(word) > _LONGEST:
            plain = _DIGITS.sub("", word)  # accents typed as digits in a word that is no syllable: "bche61"
            is_word = plain != word and len(plain) > 1 and word[0].isalpha() and self.is_known(plain)
            return ((plain,),) if is_word else ((word,),)
        shortened = self._shorthand.readings(word)
        if shortened:
            return (*shortened, (word,)) if self._shorthand.is_sure(word) else ((word,), *shortened)
        return (*self._spelling.splits(word), (word,))

    def _run_together(self, word: str) -> list[tuple[str, ...]]:
        """What else a well-known abbreviation may stand for when it ends in a whole word: "nvụ" is nhiệm vụ and nghĩa vụ."""
        return [each for each in self._shorthand.readings(word) if word.endswith(each[-1]) and len(each[-1]) > 1]
