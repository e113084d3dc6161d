"""A table pasted into the chat: its rows laid over the form, each value certain or with the rows to choose among.

With tabs the cells are given; where an app made spaces or line breaks of them, `pasted_lines` finds them again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.documents.row import Row
from bot.domain.catalogue import RowKind, ValueType
from bot.domain.value import Figure
from bot.understanding.alignment import AlignedRow, align
from bot.understanding.headers import Role, header_role, is_header
from bot.understanding.numbers import read_figure
from bot.understanding.pasted_lines import LineReader
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue

MOST_ROWS = 400
_CELL = "\t"
_KNOWN = 0.9  # likeness of a label: such a line is a row, no title
_MOST_TITLE_LINES = 5


@dataclass(frozen=True, slots=True)
class Table:
    """The values of a paste, in its order, and the lines above its rows, which may name agency and period."""

    title: str
    values: tuple[EntryValue, ...]


def read_table(text: str, reader: Reader) -> Table | None:
    """The table that a text is; None for a message of another kind, and when no row of a table is known."""
    lines = [(number, line) for number, line in _numbered(text) if line.strip()]
    if _CELL in text.strip("\n"):
        rows = [Row(tuple(line.split(_CELL)), number, f"dòng {number}") for number, line in lines]
        return _table(_title(lines, reader), rows, reader) if any(char.isalnum() for char in text) else None
    if len(lines) <= 1:
        return None
    found = LineReader(reader.catalogue, reader.labels).read(lines)
    if not found.is_table:
        return None
    rows = [Row((row.stt, row.label, row.unit, row.value, row.note), row.line, f"dòng {row.line}") for row in found.rows]
    doubtful = {row.line for row in found.rows if row.is_doubtful}
    return _table(found.title, rows, reader, doubtful=doubtful)


def _numbered(text: str) -> list[tuple[int, str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[: 5 * MOST_ROWS]
    return list(enumerate(lines, 1))


def _title(lines: Sequence[tuple[int, str]], reader: Reader) -> str:
    """The first lines as long as they are no rows; the very first always may name agency and period."""
    title: list[str] = []
    for _, line in lines[:_MOST_TITLE_LINES]:
        if any(reader.labels.best(cell) >= _KNOWN for cell in line.split(_CELL)[:3] if cell.strip()):
            break
        title.append(_without_names(line.split(_CELL)))
    return "\n".join(title)


def _without_names(cells: Sequence[str]) -> str:
    """A line of the title; of a header row only the names of figures, which may say a period: "STT" is no agency."""
    named = (
        cells
        if not is_header([cell.strip() for cell in cells], after_header=False)
        else [cell for cell in cells if header_role(cell) is Role.VALUE]
    )
    return _CELL.join(named)


def _table(title: str, rows: Sequence[Row], reader: Reader, *, doubtful: Collection[int] = ()) -> Table | None:
    aligned = align(rows[:MOST_ROWS], catalogue=reader.catalogue, index=reader.labels).rows
    valued = [each for each in aligned if each.value.strip()]
    if len(valued) == 1 and valued[0].likeness < _KNOWN:
        return None  # one row with a wording of its own is a message
    values = (_value(each, reader, is_doubtful=any(row.line in doubtful for row in each.rows)) for each in valued)
    found = tuple(value for value in values if value is not None)
    return Table(title, found) if any(value.indicator or value.candidates for value in found) else None


def _value(aligned: AlignedRow, reader: Reader, *, is_doubtful: bool) -> EntryValue | None:
    """The value of one table row; of a row that is like none of ours nothing, or the figure to be named when in doubt."""
    candidates = tuple(Candidate(row_id, aligned.likeness) for row_id in aligned.candidates)
    target = aligned.indicator
    if target is None and not candidates:
        return _unplaced(aligned, reader)
    row = target or reader.catalogue.row(candidates[0].indicator)
    figure = read_figure(aligned.value, row)
    is_figure = isinstance(figure, Figure)
    certain = target is not None and target.kind is RowKind.INDICATOR and is_figure and not is_doubtful
    if target is not None:
        candidates = (Candidate(row.id, aligned.likeness),)
    return EntryValue(
        row.id if certain or not is_figure else None,
        candidates,
        certain=certain,
        figure=figure if isinstance(figure, Figure) else None,
        fault=None if isinstance(figure, Figure) else figure,
        note=aligned.note.strip() or None,
        raw=aligned.value,
        text=aligned.label,
    )


def _unplaced(aligned: AlignedRow, reader: Reader) -> EntryValue | None:
    """A figure among the rows of which nobody knows what it is the figure of: it is named, not dropped."""
    figure = read_figure(aligned.value, next(row for row in reader.catalogue.indicators if row.type is ValueType.COUNT))
    if not isinstance(figure, Figure):
        return None
    return EntryValue(
        None, (), certain=False, figure=figure, fault=None, note=None, raw=aligned.value, text=aligned.label or aligned.value
    )
