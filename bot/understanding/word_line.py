"""Words as one line of folded text with a single character between two words, for patterns that span several words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

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
        spelling = spelling or {}
        parts: list[str] = []
        self._starts: list[int] = []
        length = 0
        for place, word in enumerate(words):
            if place:
                parts.append(_separator(word.gap))
                length += 1
            self._starts.append(length)
            shown = spelling.get(word.folded, word.folded)
            parts.append(shown)
            length += len(shown)
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open word indexes of the characters start to end."""
        return bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
