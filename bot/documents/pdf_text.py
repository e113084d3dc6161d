"""Characters of a PDF page → lines of text: spaces, ligatures and accents put right, footnote digits raised."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

_SAME_LINE = 0.5  # share of a character's height by which middles of one line may differ; a raised digit has 0.35
_WORD_GAP = 0.15  # share of the size; letters of a word touch, a space has 0.25
_RAISED_SIZE = 0.82  # share of the line's size under which a digit is a footnote mark
_RAISED_BY = 0.08  # share of the line's size by which its foot stands above the line's
_STRUCK_FROM, _STRUCK_TO = 0.3, 0.82  # share of a character's height, from its head, where a line through it runs
_WATERMARK = 3.0  # times the usual size from which letters are no text; those aslant are none in any size
_BAND = 40.0  # points in which characters are looked up by their height; more than any letter has
_ENDS_NEAR = 1.5  # points between the ends of such a line and those of its text; rules of a table reach further
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_INVISIBLE = str.maketrans({"\u00a0": " ", "\u00ad": None, "\u200b": None})


class Char(NamedTuple):
    """A character and its box in points, from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half way between head and foot."""
        return (self.top + self.bottom) / 2


class Word(NamedTuple):
    """Characters without a gap between them."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between head and foot."""
        return (self.top + self.bottom) / 2


def chars_of(page: Any) -> list[Char]:  # noqa: ANN401  pdfplumber gives no types
    """The characters of a page, each once: bold letters are sometimes drawn twice. Those of a watermark are left out."""
    found: dict[tuple[str, int, int], Char] = {}
    usual = median(each["size"] for each in page.chars) if page.chars else 0.0
    for each in page.chars:
        if each["size"] > _WATERMARK * usual or (each["matrix"][0] and each["matrix"][1] and not each["upright"]):
            continue
        text = each["text"].translate(_LIGATURES).translate(_INVISIBLE)
        if text:
            key = (text, round(2 * each["x0"]), round(2 * each["top"]))
            size = max(1.0, each["bottom"] - each["top"])
            found.setdefault(key, Char(text, each["x0"], each["x1"], each["top"], each["bottom"], size))
    return _without_crossed_out(list(found.values()), page)


def _without_crossed_out(chars: list[Char], page: Any) -> list[Char]:  # noqa: ANN401  pdfplumber gives no types
    """The characters but those that a short line runs through from the first to the last: deletions are printed so."""
    strokes = {(edge["x0"], edge["x1"], edge["top"]) for edge in page.edges if edge["orientation"] == "h"}
    bands: dict[int, list[Char]] = {}
    for char in chars if strokes else ():
        bands.setdefault(int(char.top / _BAND), []).append(char)
    struck: set[Char] = set()
    for left, right, height in strokes:
        band = int(height / _BAND)
        near = [*bands.get(band - 1, ()), *bands.get(band, ())]
        over = [char for char in near if _runs_through(char, left, right, height)]
        if over and min(each.x0 for each in over) - left <= _ENDS_NEAR >= right - max(each.x1 for each in over):
            struck.update(over)
    return [char for char in chars if char not in struck]


def _runs_through(char: Char, left: float, right: float, height: float) -> bool:
    is_within = left - _ENDS_NEAR <= char.x0 and char.x1 <= right + _ENDS_NEAR
    return is_within and _STRUCK_FROM <= (height - char.top) / char.size <= _STRUCK_TO


def lines_of(chars: Iterable[Char]) -> list[list[Word]]:
    """Lines from top to bottom, each with its words from left to right."""
    return [words for line in _in_lines(chars) if (words := _words(line))]


def text_of(lines: Sequence[Sequence[Word]]) -> str:
    """Lines as one text in composed letters."""
    return unicodedata.normalize("NFC", " ".join(word.text for line in lines for word in line))


def _in_lines(chars: Iterable[Char]) -> list[list[Char]]:
    lines: list[list[Char]] = []
    middle = 0.0
    for char in sorted(chars, key=lambda char: char.middle):
        if lines and char.middle - middle <= _SAME_LINE * min(char.size, lines[-1][0].size):
            lines[-1].append(char)
            if not char.text.isspace():
                middle += (char.middle - middle) / len(lines[-1])
        elif not char.text.isspace():
            lines.append([char])
            middle = char.middle
    return lines


def _words(line: Sequence[Char]) -> list[Word]:
    """The words of a line; its characters may come in any order."""
    ordered = sorted(line, key=lambda char: (char.x0, char.x1))
    inked = [char for char in ordered if not char.text.isspace()]
    size = sorted(char.size for char in inked)[len(inked) // 2]
    foot = sorted(char.bottom for char in inked)[len(inked) // 2]
    groups: list[list[Char]] = []
    for before, char in pairwise([None, *ordered]):
        if char is None or char.text.isspace():
            continue
        parted = before is None or before.text.isspace() or char.x0 - before.x1 > _WORD_GAP * size
        if parted or not groups:
            groups.append([])
        groups[-1].append(char)
    return [_word(group, size, foot) for group in groups]


def _word(group: Sequence[Char], size: float, foot: float) -> Word:
    text = "".join(char.text.translate(_RAISED) if _is_raised(char, size, foot) else char.text for char in group)
    return Word(
        text,
        group[0].x0,
        max(char.x1 for char in group),
        min(char.top for char in group),
        max(char.bottom for char in group),
    )


def _is_raised(char: Char, size: float, foot: float) -> bool:
    return char.size < _RAISED_SIZE * size and foot - char.bottom > _RAISED_BY * size
