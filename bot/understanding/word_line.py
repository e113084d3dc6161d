"""Words as one line of folded text with a single character between two words, for patterns that span several words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from bot.understanding.text import Word

_SHOWN = "\n/-.,~"  # the first of these in a gap stands between the two words
_REST = ";:+&=()[]|*<>?!"  # any other mark is shown as ";"


def _separator(gap: str) -> str:
    """One character for what stands between two words."""
    if gap in {" ", ""}:
        return " "
    for mark in _SHOWN:
        if mark in gap:
            return ";" if mark in ".," and gap != mark else mark  # "3, 6" is no decimal
    return ";" if any(mark in gap for mark in _REST) else " "


class WordLine:
    """`text` is the folded words, each but the first after its separator.

    A separator is a line break, one of / - . , ~ as typed (point and comma only when no space is beside
    them), ";" for any other mark, else a space.
    """

    def __init__(self, words: Sequence[Word], spelling: Mapping[str, str] | None = None) -> None:
        """Join the words, those that `spelling` knows as it spells them."""
        shown = [word.folded for word in words]
        self._shown = [spelling.get(word, word) for word in shown] if spelling else shown
        between = [" " if word.gap == " " else _separator(word.gap) for word in words]
        self.text = "".join([part for pair in zip(between, self._shown, strict=True) for part in pair])[1:]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open word indexes of the characters start to end."""
        return bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word begins."""
        return list(accumulate((len(word) + 1 for word in self._shown[:-1]), initial=0)) if self._shown else []
