"""Patterns over lines of folded words, searched for only where a glance at the words leaves a match possible.

A message is held against some fifty patterns and hardly any is found in it. Of nearly each it can be told beforehand which
words it needs: "nhất", "xếp" or "đứng" for a ranking. Where none of those stands in the line, the pattern is not tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_TOKEN = re.compile(
    r"(?P<around>\(\?<?[!=])|(?P<group>\((?:\?P<\w+>|\?:)?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<repeat>[?*+]|\{[^}]*\})|(?P<letter>[^\W_]| )|\[(?:\\.|[^\]])+\]|\\.|.",
    re.DOTALL,
)
_EDGE, _ANYTHING = "\0", "\1"  # where a word begins or ends; whatever may stand there
_DIGIT = "#"  # stands for any
_SHOWN = {r"\b": _EDGE, "^": _EDGE, "$": _EDGE, r"\d": _DIGIT}
_WORD = re.compile(rf"(?<=[{_EDGE} ])[a-z]+(?=[{_EDGE} ])|{_DIGIT}")
_MOST_WAYS = 20_000  # in which a part of a pattern is spelt out
_EVERYDAY = """
so don vi co quan cac nganh noi ai nao bao nhieu may la da duoc cua quy nam ky cho em anh chi bot ban toi minh xin can thi phai
muc danh cap khong con lai theo cao thap it hon voi nay the a roi ra
"""
_COMMON = frozenset(_EVERYDAY.split())  # words that tell little, since many messages have them


class Line(str):  # noqa: SLOT000  it remembers its words
    """Folded words with single spaces."""

    @cached_property
    def said(self) -> frozenset[str]:
        """Its runs of letters and digits, and "#" where it has any digit."""
        said = re.findall(r"\w+", self)
        return frozenset((*said, _DIGIT) if re.search(r"\d", self) else said)


class LinePattern:
    """A regular expression over lines; it finds what `re` would find."""

    def __init__(self, pattern: str) -> None:
        """Compile, and work out which words a match cannot do without."""
        self.pattern = pattern
        self._compiled = re.compile(pattern)
        self._needs = needed_words(pattern)
        self._keys = frozenset(self._needs or ())

    def search(self, line: Line) -> re.Match[str] | None:
        """The first match."""
        return self._compiled.search(line) if self._may_match(line) else None

    def sub(self, replacement: Callable[[re.Match[str]], str], line: Line) -> Line:
        """The line with every match replaced."""
        return Line(self._compiled.sub(replacement, line)) if self._may_match(line) else line

    def _may_match(self, line: Line) -> bool:
        said = line.said
        if self._needs is None or self._keys.isdisjoint(said):
            return self._needs is None
        for word in self._keys & said:
            for words in self._needs[word]:
                if words <= said:
                    return True
        return False


def needed_words(pattern: str) -> dict[str, tuple[frozenset[str], ...]] | None:
    """Sets of whole words, all of one of which stand in whatever the pattern matches, by a telling word of each set.

    None when the pattern can match without any word of its own.
    """
    ways = {frozenset(_WORD.findall(way)) for way in _spelt_out(_TOKEN.finditer(pattern))}
    if frozenset() in ways:
        return None
    needed: dict[str, list[frozenset[str]]] = {}
    for words in sorted(ways, key=lambda way: (len(way), sorted(way))):
        if not any(less <= words for word in words for less in needed.get(word, ())):
            telling = max(sorted(words), key=lambda word: (word in needed, word not in _COMMON, len(word)))
            needed.setdefault(telling, []).append(words)
    return {word: tuple(sets) for word, sets in needed.items()}


def _spelt_out(tokens: Iterator[re.Match[str]]) -> list[str]:
    """Every way in which the rest of a group may be written, as far as it can be told: letters, spaces, edges, anything."""
    ways: list[str] = []
    before, last = [""], [""]  # of this alternative: all but its last part, and that, which may be repeated
    for token in tokens:
        if token.lastgroup == "repeat":
            if token[0] == "?":
                last = ["", *last]
            else:
                last = [_ANYTHING] if token[0].startswith(("*", "{0", "{,")) else [way + _ANYTHING for way in last]
            continue
        before, last = _joined(before, last), [""]
        if token.lastgroup == "close":
            return ways + before
        if token.lastgroup == "or":
            ways, before = ways + before, [""]
        elif token.lastgroup == "around":
            _spelt_out(tokens)  # takes no room of its own
        elif token.lastgroup == "group":
            last = _spelt_out(tokens)
        else:
            last = [_SHOWN.get(token[0], _ANYTHING) if token.lastgroup is None else token[0]]
    return ways + _joined(before, last)


def _joined(before: list[str], after: list[str]) -> list[str]:
    if len(before) * len(after) > _MOST_WAYS:
        return [_ANYTHING]
    return [one + other for one in before for other in after]
