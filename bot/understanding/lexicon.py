"""Words to what they say: the office's language of `concepts` read over folded words, abbreviations written out.

A token is a concept (`dunghan`, `hoso`), a word of the catalogue that no concept knows (`~rut`), or a word that nobody knows or
that does not stand here as it does in the catalogue (`?xang`): it matches nothing, but it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.understanding.concepts import CONCEPTS
from bot.understanding.everyday_pictures import EVERYDAY_PICTURES, STORIES
from bot.understanding.expansion import Expansion
from bot.understanding.pictures import Pictures, examples
from bot.understanding.shorthand import Shorthand
from bot.understanding.text import Word, fold, words_of
from bot.understanding.word_classes import ASIDES, BESIDE, FAINT, HINTS, OPPOSITES, OTHER_MATTERS, SILENT, UNMARKED

_RECENT = 32  # readings kept: the same words are read again for several uses, in one message
_MOST_WORDS = 400  # of one message: beyond that nobody asks or enters
_OF_CATALOGUE = "~"
_FOREIGN = "?"
_STRICTLY = "!"


class Token(NamedTuple):
    """What words `first` (included) to `last` (excluded) say."""

    name: str
    first: int
    last: int


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(text))


def _phrases(lines: str) -> Iterable[tuple[str, ...]]:
    return (_phrase(text) for line in lines.strip().splitlines() for text in line.split("|"))


class Lexicon:
    """The phrases of all concepts, and the words that any of them or the catalogue uses."""

    def __init__(self, vocabulary: Iterable[Sequence[Word]] = ()) -> None:
        """Compile; `vocabulary` are texts of the catalogue, whose words count as correctly spelled."""
        self._phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        for line in CONCEPTS.strip().splitlines():
            names, _, wordings = line.partition(":")
            for wording in wordings.split("|"):
                self._phrases.setdefault(_phrase(wording), tuple(names.strip().split("+")))
        self.other_matters = frozenset(_FOREIGN + "".join(phrase) for phrase in _phrases(OTHER_MATTERS))
        for phrase in _phrases(OTHER_MATTERS):
            self._phrases.setdefault(phrase, (_FOREIGN + "".join(phrase),))
        for phrase in _phrases(ASIDES):
            self._phrases.setdefault(phrase, ())
        self._silent = frozenset(fold(SILENT).split())
        self.faint = frozenset(FAINT.split())
        self.hints = frozenset(HINTS.split())
        self.unmarked = frozenset(UNMARKED.split())
        self._firsts = frozenset(phrase[0] for phrase in self._phrases if phrase)
        self._starts = frozenset(phrase[:length] for phrase in self._phrases for length in range(1, len(phrase) + 1))
        self._pictures = Pictures(EVERYDAY_PICTURES + STORIES)
        told = (_phrase(text) for text in examples(EVERYDAY_PICTURES + STORIES))
        texts = [*self._phrases, *told, *(tuple(word.folded for word in words) for words in vocabulary)]
        self.shorthand = Shorthand(texts)
        self._expansion = Expansion(texts, self._silent, self.shorthand)
        opposites: dict[str, set[str]] = {}
        strict: set[str] = set()
        for line in OPPOSITES.strip().splitlines():
            group = [name for name in line.split() if name != _STRICTLY]
            strict |= set(group) if line.startswith(_STRICTLY) else set()
            for name in group:
                opposites.setdefault(name, set()).update(set(group) - {name})
        self.opposites = {name: frozenset(others) for name, others in opposites.items()}
        self._beside = [tuple(frozenset(part.split()) for part in line.split("|")) for line in BESIDE.strip().splitlines()]
        self._recent_tokens = lru_cache(maxsize=_RECENT)(self._tokens)
        self.strict = frozenset(strict)  # opposites that exclude each other everywhere

    def names(self, words: Sequence[str]) -> list[str]:
        """What the folded words of a text of the catalogue say, which is spelled as it is. At most 400 words are read."""
        words = words[:_MOST_WORDS]
        found: list[str] = []
        at = 0
        while at < len(words):
            length, names = self._longest(words, at, as_spelled=True)
            found += names
            at += length
        return found

    def tokens(self, words: Sequence[str]) -> tuple[Token, ...]:
        """What folded words say, in order; the same thing said twice is there twice. At most 400 words are read."""
        return self._recent_tokens(tuple(words[:_MOST_WORDS]))

    def _tokens(self, words: tuple[str, ...]) -> tuple[Token, ...]:
        parts = [(part, place) for place in range(len(words)) for part in self._expansion.meant(words, place)]
        spelled, places = [part for part, _ in parts], [place for _, place in parts]
        found: list[Token] = []
        at = 0
        while at < len(spelled):
            length, names = self._longest(spelled, at, as_spelled=False)
            first, last = places[at], places[at + length - 1] + 1
            found += [Token(name, first, last) for name in names]
            at += length
        return self._as_beside(found)

    def _as_beside(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens with what they mean beside others: "biên chế" of a trung tâm are the people who work there."""
        names = {token.name for token in tokens}
        for words, beside, unless, meant in self._beside:
            if words & names and beside & names and not unless & names:
                tokens = [token._replace(name=min(meant)) if token.name in words else token for token in tokens]
        return tuple(tokens)

    def spelled(self, words: Sequence[str]) -> tuple[str, ...]:
        """The folded words as they were meant, one for each ("mức độ" with a space where two were run together)."""
        read = words[:_MOST_WORDS]
        meant = (" ".join(self._expansion.meant(read, place)) for place in range(len(read)))
        return (*meant, *words[_MOST_WORDS:])

    def _longest(self, words: Sequence[str], at: int, *, as_spelled: bool) -> tuple[int, tuple[str, ...]]:
        """How many words from `at` belong together, and what they say."""
        word = words[at]
        best = self._pictures.longest(words, at)
        if word in self._firsts:
            length = 1
            while at + length <= len(words) and (phrase := tuple(words[at : at + length])) in self._starts:
                said = self._phrases.get(phrase)
                if said is not None and length >= best[0]:
                    best = length, said
                length += 1
        if best[0]:
            return best
        if word in self._silent or len(word) == 1 or not word.isalpha():
            return 1, ()
        stands = as_spelled or self._expansion.stands(words, at)
        return 1, ((_OF_CATALOGUE if stands else _FOREIGN) + word,)

    def is_known(self, word: str) -> bool:
        """Whether the folded word is one of ours as typed."""
        return self._expansion.is_known(word)


def is_unknown(token: str) -> bool:
    """Whether a token is a word that no concept knows."""
    return token[:1] in {_OF_CATALOGUE, _FOREIGN}


def is_foreign(token: str) -> bool:
    """Whether a token is a word of other matters than the catalogue's."""
    return token.startswith(_FOREIGN)
