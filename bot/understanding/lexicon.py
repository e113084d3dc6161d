"""Words to what they say: the office's language of `concepts` read over folded words, slips mended.

A token is a concept (`dunghan`, `hoso`) or, for a word that no concept knows, the word itself marked with `~`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.concepts import CONCEPTS, FAINT, OPPOSITES, SILENT
from bot.understanding.spelling import SpellingIndex
from bot.understanding.text import fold, sound_key, words_of

_MOST_WORDS = 400  # of one message: beyond that nobody asks or enters
_LEAST_SLIP = 3  # letters: shorter words are taken as typed
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
        known = {word for phrase in self._phrases for word in phrase} | self._silent
        for text in vocabulary:
            known.update(word.folded for word in words_of(text))
        self._known = frozenset(known)
        self._starts = frozenset(phrase[:length] for phrase in self._phrases for length in range(1, len(phrase) + 1))
        self._spelling = SpellingIndex(word for word in known if word.isalpha() and len(word) >= _LEAST_SLIP)
        self._mended = lru_cache(maxsize=4096)(self._mend)
        opposites: dict[str, set[str]] = {}
        for line in OPPOSITES.strip().splitlines():
            names = line.split()
            for name in names:
                opposites.setdefault(name, set()).update(set(names) - {name})
        self.opposites = {name: frozenset(others) for name, others in opposites.items()}

    def tokens(self, words: Sequence[str], *, mend: bool = True) -> tuple[Token, ...]:
        """What folded words say, in order; the same thing said twice is there twice. At most 400 words are read."""
        spelled: list[str] = []
        places: list[int] = []
        for place, word in enumerate(words[:_MOST_WORDS]):
            for part in self._mended(word) if mend else (word,):
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
        best, names = 0, ()
        length = 1
        while at + length <= len(words) and tuple(words[at : at + length]) in self._starts:
            said = self._phrases.get(tuple(words[at : at + length]))
            if said is not None:
                best, names = length, said
            length += 1
        if best:
            return best, names
        word = words[at]
        if word in self._silent or len(word) < _LEAST_SLIP or not any(char.isalpha() for char in word):
            return 1, ()
        return 1, (_UNKNOWN + word,)

    def _mend(self, word: str) -> tuple[str, ...]:
        """The word as it was meant: itself when known, an abbreviation written out, else the nearest known word."""
        if word in self._known:
            return (word,)
        sounded = sound_key(word)
        if sounded in self._known:
            return (sounded,)
        meant = readings(word)
        if meant and not is_weak(word):
            return tuple(meant[0].split())
        if len(word) >= _LEAST_SLIP and word.isalpha():
            near = self._spelling.nearest(word)
            if near:
                return tuple(near[0][0].split())
        return tuple(meant[0].split()) if meant else (word,)

    def is_known(self, word: str) -> bool:
        """Whether the folded word is one of ours as typed."""
        return word in self._known or bool(readings(word))


def is_unknown(token: str) -> bool:
    """Whether a token is a word that no concept knows."""
    return token.startswith(_UNKNOWN)
