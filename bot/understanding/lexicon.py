"""Words to what they say: the office's language of `concepts` read over folded words, slips mended.

A token is a concept (`dunghan`, `hoso`) or, for a word that no concept knows, the word itself marked with `~`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.concepts import CONCEPTS, FAINT, OPPOSITES, SILENT
from bot.understanding.spelling import SpellingIndex
from bot.understanding.text import fold, sound_key, words_of

_MOST_WORDS = 400  # of one message: beyond that nobody asks or enters
_LEAST_SLIP = 3  # letters: shorter words are taken as typed unless their neighbours ask for another
_NOT = frozenset({"ko", "hong", "hok", "hk", "khg", "hem", "kg", "hog"})  # as people type "không"
_SURE_SLIP = 0.75
_LONGEST_WORD = 14  # letters: longer than any two Vietnamese words
_UNKNOWN = "~"


@dataclass(frozen=True, slots=True)
class Token:
    """What words `first` (included) to `last` (excluded) say."""

    name: str
    first: int
    last: int


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(text))


class Lexicon:
    """The phrases of all concepts, and the words that any of them or the catalogue uses."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Compile; `vocabulary` are texts of the catalogue whose words count as correctly spelled."""
        self._phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        for line in CONCEPTS.strip().splitlines():
            names, _, wordings = line.partition(":")
            for wording in wordings.split("|"):
                self._phrases.setdefault(_phrase(wording), tuple(names.strip().split("+")))
        self._silent = frozenset(fold(SILENT).split())
        self.faint = frozenset(FAINT.split())
        texts = [*self._phrases, *(_phrase(text) for text in vocabulary)]
        self._known = frozenset(word for text in texts for word in text) | self._silent
        self._pairs = frozenset(pair for text in texts for pair in pairwise(text))
        self._starts = frozenset(phrase[:length] for phrase in self._phrases for length in range(1, len(phrase) + 1))
        self._spelling = SpellingIndex([" ".join(text) for text in texts] + sorted(self._silent))
        self._meanings = lru_cache(maxsize=8192)(self._meanings_of)
        opposites: dict[str, set[str]] = {}
        for line in OPPOSITES.strip().splitlines():
            names = line.split()
            for name in names:
                opposites.setdefault(name, set()).update(set(names) - {name})
        self.opposites = {name: frozenset(others) for name, others in opposites.items()}

    def tokens(self, words: Sequence[str], *, mend: bool = True) -> tuple[Token, ...]:
        """What folded words say, in order; the same thing said twice is there twice. At most 400 words are read."""
        words = words[:_MOST_WORDS]
        spelled: list[str] = []
        places: list[int] = []
        for place, word in enumerate(words):
            for part in self._meant(words, place) if mend else (word,):
                spelled.append(part)
                places.append(place)
        found: list[Token] = []
        at = 0
        while at < len(spelled):
            length, names = self._longest(spelled, at)
            first, last = places[at], places[at + length - 1] + 1
            found.extend(Token(name, first, last) for name in names)
            at += length
        return tuple(found)

    def _longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        """How many words from `at` belong together, and what they say."""
        best: tuple[int, tuple[str, ...]] = (0, ())
        length = 1
        while at + length <= len(words) and (phrase := tuple(words[at : at + length])) in self._starts:
            said = self._phrases.get(phrase)
            if said is not None:
                best = length, said
            length += 1
        if best[0]:
            return best
        word = words[at]
        if word in self._silent or len(word) == 1 or not word.isalpha():
            return 1, ()
        return 1, (_UNKNOWN + word,)

    def _meant(self, words: Sequence[str], place: int) -> tuple[str, ...]:
        """The word as it was meant: of several meanings the one that stands beside its neighbours in the catalogue."""
        meanings = self._meanings(words[place])
        if len(meanings) == 1:
            return meanings[0]
        before = self._meanings(words[place - 1])[0][-1] if place else ""
        after = self._meanings(words[place + 1])[0][0] if place + 1 < len(words) else ""
        best, most = meanings[0], 0
        for meaning in meanings:
            fits = ((before, meaning[0]) in self._pairs) + ((meaning[-1], after) in self._pairs)
            if fits > most:
                best, most = meaning, fits
        return best

    def _meanings_of(self, word: str) -> tuple[tuple[str, ...], ...]:
        """What a word may stand for, likeliest first: itself when known, an abbreviation written out, known words near it."""
        meant = [tuple(each.split()) for each in readings(word)]
        if word in _NOT:
            return (("khong",),)
        if word in self._known:
            return ((word,), *meant) if is_weak(word) else ((word,),)
        sounded = sound_key(word)
        if sounded in self._known:
            return ((sounded,),)
        if meant:
            return (*meant, (word,)) if is_weak(word) else (meant[0],)
        if not word.isalpha() or len(word) > _LONGEST_WORD:
            return ((word,),)
        near = self._spelling.nearest(word)
        sure = [tuple(each.split()) for each, likeness in near if self._is_surely(word, each, likeness)]
        return (*sure, (word,), *(tuple(each.split()) for each, _ in near if tuple(each.split()) not in sure))

    def _is_surely(self, typed: str, meant: str, likeness: float) -> bool:
        """Whether a slip is believed without its neighbours: letters swapped or doubled, or a long word that says something."""
        if sorted(typed) == sorted(meant) or set(typed) == set(meant):
            return len(typed) >= _LEAST_SLIP
        return len(typed) > _LEAST_SLIP and likeness >= _SURE_SLIP and meant not in self._silent and typed[0] == meant[0]

    def is_known(self, word: str) -> bool:
        """Whether the folded word is one of ours as typed."""
        return word in self._known or bool(readings(word))


def is_unknown(token: str) -> bool:
    """Whether a token is a word that no concept knows."""
    return token.startswith(_UNKNOWN)
