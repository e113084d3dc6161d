"""Tables of a PDF page that are drawn with lines: each character goes to the cell it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

from bot.documents.grid import Span, on_one_grid
from bot.documents.pdf_text import Char, Word, lines_of, text_of

_COLUMNS = 2  # a grid of fewer is a frame
_LONG = 0.5  # share of the page's width that a rule between rows has
_TALL = 0.1  # share of its height that a rule between columns has
_NEAR = 3.0  # points: lines drawn twice, or as thin boxes
_FIGURE = re.compile(r"(?:\d[\d.,]*)?\d%?")
_FIGURES = 4  # in one cell that nobody writes there
_PADDING = 6.0  # points between a cell's border and its text; Word leaves 5.4
_DIGITS = re.compile(r"[\d.,]+%?|%")

Ruled = tuple[float, list[tuple[str, ...]], float]  # where the table begins on the page, its rows, where it ends


def ruled_tables(page: Page, chars: Sequence[Char]) -> tuple[list[Ruled], list[Char], list[float], list[float]]:
    """The tables with all their lines, the characters outside them, and the long lines across and down the page."""
    found: list[Ruled] = []
    rest = list(chars)
    settings = {"explicit_horizontal_lines": _open_ends(page.edges)}
    for table in page.find_tables(settings) if page.edges else []:
        rows = [list(row.cells) for row in table.rows]
        if max(map(len, rows), default=0) < _COLUMNS:
            continue
        texts, outside = _filled(rows, rest)
        if _has_rows_in_a_cell(texts):
            continue
        rest = outside
        if any(any(cells) for cells in texts):
            found.append((table.bbox[1], texts, table.bbox[3]))
    across = [edge["top"] for edge in page.edges if edge["orientation"] == "h" and edge["width"] > _LONG * page.width]
    down = [edge["x0"] for edge in page.edges if edge["orientation"] == "v" and edge["height"] > _TALL * page.height]
    return found, rest, _distinct(across), _distinct(down)


def _has_rows_in_a_cell(texts: Sequence[tuple[str, ...]]) -> bool:
    """Whether figures of many rows stand in one cell: the table has lines between its columns only."""
    ends = (text.split()[-_FIGURES:] for row in texts for text in row)
    return any(len(words) == _FIGURES and all(map(_FIGURE.fullmatch, words)) for words in ends)


def _open_ends(edges: Sequence[Any]) -> list[float]:
    """Where lines between columns end without a line across: a row that goes on on another page is left open there."""
    across = [edge["top"] for edge in edges if edge["orientation"] == "h"]
    ends = [edge[side] for edge in edges if edge["orientation"] == "v" for side in ("top", "bottom")]
    return [
        place
        for place in _distinct(ends)
        if sum(abs(end - place) <= _NEAR for end in ends) > _COLUMNS and all(abs(rule - place) > _NEAR for rule in across)
    ]


def _filled(rows: Sequence[Sequence[Any]], chars: Iterable[Char]) -> tuple[list[tuple[str, ...]], list[Char]]:
    """The texts of a table's cells and the characters that stand in none; a cell over several columns counts as its first."""
    boxes = [box for row in rows for box in row if box is not None]
    across = sorted({edge for box in boxes for edge in (box[0], box[2])})
    down = sorted({edge for box in boxes for edge in (box[1], box[3])})
    cell_at: dict[tuple[int, int], tuple[int, int]] = {}
    for place, row in enumerate(rows):
        for column, box in enumerate(row):
            if box is not None:
                for x in range(across.index(box[0]), across.index(box[2])):
                    for y in range(down.index(box[1]), down.index(box[3])):
                        cell_at[x, y] = (place, column)
    inside: dict[tuple[int, int], list[Char]] = {}
    outside: list[Char] = []
    for char in chars:
        spot = (bisect_right(across, (char.x0 + char.x1) / 2) - 1, bisect_right(down, char.middle) - 1)
        cell = cell_at.get(spot)
        if cell is None:
            outside.append(char)
        else:
            inside.setdefault(cell, []).append(char)
    texts = [
        [_text(box, lines_of(inside.get((place, column), ()))) for column, box in enumerate(row)]
        for place, row in enumerate(rows)
    ]
    widths = tuple(max(1, round(right - left)) for left, right in pairwise(across))
    return on_one_grid([_spans(row, cells, across) for row, cells in zip(rows, texts, strict=True)], widths), outside


def _text(box: Any, lines: Sequence[Sequence[Word]]) -> str:  # noqa: ANN401  pdfplumber gives no types
    """The text of a cell; a number that the cell is too narrow for is broken anywhere, and is one number all the same."""
    is_number = len(lines) > 1 and all(len(line) == 1 and _DIGITS.fullmatch(line[0].text) for line in lines)
    if not is_number:
        return text_of(lines)
    letter = max((line[0].x1 - line[0].x0) / len(line[0].text) for line in lines)
    is_full = all(box[2] - box[0] - (line[0].x1 - line[0].x0) < 2 * _PADDING + letter for line in lines[:-1])
    return "".join(line[0].text for line in lines) if is_full else text_of(lines)


def _spans(row: Sequence[Any], texts: Sequence[str], across: Sequence[float]) -> list[Span]:
    """The cells of a row with how many of the table's columns they cover; a column without a cell of this row is blank."""
    found: list[Span] = []
    at = 0
    for box, text in zip(row, texts, strict=True):
        if box is None:
            continue
        first, last = across.index(box[0]), across.index(box[2])
        found += [Span("", 1)] * (first - at)
        found.append(Span(text, last - first))
        at = last
    return [*found, *[Span("", 1)] * (len(across) - 1 - at)]


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
