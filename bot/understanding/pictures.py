"""Phrases with choices, "[bưu điện/bưu tá] [mang/đem] tới", found in words without writing out every way to choose.

All pictures are one automaton over folded words; what it is reached by is worked out once and kept, so a message costs one look
at a table for each word. Bounded: a picture is as long as its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.understanding.text import words_of

_CHOICE = re.compile(r"\[([^\]]*)\]")
_Names = tuple[str, ...]
_Part = tuple[tuple[str, ...], ...]  # ways to say it, folded words each; an empty one: it may be left out


class Pictures:
    """Which pictures begin at a word, and what they say."""

    def __init__(self, lines: str) -> None:
        """Compile lines of `token+token: phrase | phrase`; a phrase without tokens in front of a colon says nothing."""
        self._next: list[dict[str, set[int]]] = [{}]  # of each node, by the word read
        self._says: dict[int, _Names] = {}
        self._sets: dict[frozenset[int], int] = {}
        self._known: list[dict[str, int]] = []  # of each set of nodes met so far, by the word read
        self._open: list[dict[str, frozenset[int]]] = []  # the nodes that a word leads to from there
        self._ends: list[_Names | None] = []
        for line in _written(lines):
            names, _, phrases = line.rpartition(":")
            for phrase in phrases.split("|"):
                self._add(_parts(phrase), tuple(names.strip().split("+")) if names else ())
        self._start = self._number(frozenset([0]))

    def longest(self, words: Sequence[str], at: int) -> tuple[int, _Names]:
        """How many words from `at` are a picture, and what it says; 0 when none begins here."""
        best: tuple[int, _Names] = (0, ())
        state, length = self._start, 0
        if words[at] not in self._open[state]:
            return best
        for word in words[at:]:
            known = self._known[state].get(word)
            if known is None:
                reached = self._open[state].get(word)
                if reached is None:
                    break
                known = self._known[state][word] = self._number(reached)
            state, length = known, length + 1
            said = self._ends[state]
            if said is not None:
                best = length, said
        return best

    def _number(self, nodes: frozenset[int]) -> int:
        """The number of a set of nodes, the first picture written of those that end there goes first."""
        if nodes not in self._sets:
            ends = [node for node in nodes if node in self._says]
            self._known.append({})
            reached: dict[str, set[int]] = {}
            for node in nodes:
                for word, following in self._next[node].items():
                    reached.setdefault(word, set()).update(following)
            self._open.append({word: frozenset(following) for word, following in reached.items()})
            self._ends.append(self._says[min(ends)] if ends else None)
            self._sets[nodes] = len(self._known) - 1
        return self._sets[nodes]

    def _add(self, parts: Sequence[_Part], names: _Names) -> None:
        """One phrase: a node between each two parts, and those within ways of several words."""
        between = [0, *(self._node() for _ in parts)]
        for first in range(len(parts)):
            for place in range(first, len(parts)):
                for way in filter(None, parts[place]):
                    self._connect(between[first], way, between[place + 1])
                if () not in parts[place]:
                    break
        for place in range(len(parts), 0, -1):
            self._says[between[place]] = names
            if () not in parts[place - 1]:
                break

    def _connect(self, start: int, way: Sequence[str], end: int) -> None:
        node = start
        for word in way[:-1]:
            following = self._node()
            self._next[node].setdefault(word, set()).add(following)
            node = following
        self._next[node].setdefault(way[-1], set()).add(end)

    def _node(self) -> int:
        self._next.append({})
        return len(self._next) - 1


def examples(lines: str) -> Iterator[str]:
    """As few phrases of the pictures as hold each of their words: they teach the words, not how often these are said."""
    taught: set[str] = set()
    for line in _written(lines):
        for phrase in line.rpartition(":")[2].split("|"):
            parts = _CHOICE.split(phrase)
            choices = [part.split("/") if place % 2 else [part] for place, part in enumerate(parts)]
            for turn in range(max(map(len, choices))):
                example = " ".join(" ".join(ways[turn % len(ways)] for ways in choices).split())
                if not taught.issuperset(example.split()):
                    taught.update(example.split())
                    yield example


def _written(lines: str) -> list[str]:
    """The lines, those that were broken put together again."""
    return lines.strip().replace("\n    ", " ").splitlines()


def _parts(phrase: str) -> list[_Part]:
    """The parts of a phrase in order, each with the ways to say it."""
    split = _CHOICE.split(phrase)
    parts = [_ways(part.split("/")) if place % 2 else _ways([part]) for place, part in enumerate(split) if part.strip()]
    return [part for part in parts if part]


def _ways(texts: Iterable[str]) -> _Part:
    return tuple(dict.fromkeys(tuple(word.folded for word in words_of(text)) for text in texts))
