"""Rows of cells with spans → rows with the same columns: most rows set the columns, the others are laid over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_SLACK = 0.5  # share of a column's width by which borders of one column may differ between rows


class Span(NamedTuple):
    """A cell: its text and how many columns of the grid it covers."""

    text: str
    columns: int


def on_one_grid(rows: Sequence[Sequence[Span]], widths: Sequence[int]) -> list[tuple[str, ...]]:
    """The texts of each row, one for each column that most rows have; a header over several columns stands in the first.

    Where two texts of a row would share a column, the row keeps its cells as they follow each other: joining them could make
    one number of two. `widths`: of the grid's columns, () when unknown.
    """
    layouts = Counter(_borders(row, widths) for row in rows if len(row) > 1)
    if not layouts:
        return [tuple(cell.text for cell in row) for row in rows]
    most = max(layouts.values())
    usual = max((borders for borders, times in layouts.items() if times == most), key=len)
    return [_laid_over(row, _borders(row, widths), usual) for row in rows]


def _borders(row: Sequence[Span], widths: Sequence[int]) -> tuple[int, ...]:
    """Where cells begin and the last one ends, in units of width."""
    edges = [0, *accumulate(span.columns for span in row)]
    if not widths or edges[-1] > len(widths):
        return tuple(100 * edge for edge in edges)
    places = [0, *accumulate(max(1, width) for width in widths)]
    return tuple(places[edge] for edge in edges)


def _laid_over(row: Sequence[Span], borders: tuple[int, ...], usual: tuple[int, ...]) -> tuple[str, ...]:
    texts = tuple(cell.text for cell in row)
    if borders == usual or (len(borders) == len(usual) and all(cell.columns == 1 for cell in row)):
        return texts
    cells = [""] * (len(usual) - 1)
    for text, start, end in zip(texts, borders, borders[1:], strict=False):
        if not text:
            continue
        column = _column(start, end, usual)
        if cells[column]:
            return texts
        cells[column] = text
    return tuple(cells)


def _column(start: int, end: int, usual: Sequence[int]) -> int:
    """The column that a cell belongs to: the first that it covers for the most part, else the one it shares most with."""
    shares = []
    for left, right in pairwise(usual):
        covered = min(end, right) - max(start, left)
        shares.append(covered / max(1, right - left))
    most = max(shares)
    return next(place for place, share in enumerate(shares) if share > _SLACK or share == most)
