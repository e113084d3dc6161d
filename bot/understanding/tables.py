"""A table pasted into the chat: its rows laid over the form, each value certain or with the rows to choose among."""

from __future__ import annotations

from bot.documents.row import Row
from bot.domain.value import Figure
from bot.understanding.alignment import AlignedRow, align
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue

MOST_ROWS = 400
_CELL = "\t"


def is_table(text: str) -> bool:
    """Whether a text has cells, as pasted from Word or Excel."""
    return _CELL in text and any(char.isalnum() for char in text)


def read_table(text: str, reader: Reader) -> tuple[EntryValue, ...]:
    """The values of a pasted table, in its order; () when no row of it is known."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:MOST_ROWS]
    rows = [Row(tuple(line.split(_CELL)), number, f"dòng {number}") for number, line in enumerate(lines, 1) if line.strip()]
    values = (
        _value(each, reader) for each in align(rows, catalogue=reader.catalogue, index=reader.labels).rows if each.value.strip()
    )
    return tuple(value for value in values if value is not None)


def _value(aligned: AlignedRow, reader: Reader) -> EntryValue | None:
    """The value of one table row; None for a row that is like none of ours."""
    candidates = tuple(Candidate(row_id, aligned.likeness) for row_id in aligned.candidates)
    target = aligned.indicator
    if target is None and not candidates:
        return None
    row = target or reader.catalogue.row(candidates[0].indicator)
    figure = read_figure(aligned.value, row)
    is_figure = isinstance(figure, Figure)
    certain = target is not None and is_figure
    return EntryValue(
        row.id if certain or not is_figure else None,
        (Candidate(row.id, aligned.likeness),) if certain else candidates,
        certain=certain,
        figure=figure if isinstance(figure, Figure) else None,
        fault=None if isinstance(figure, Figure) else figure,
        note=aligned.note.strip() or None,
        raw=aligned.value,
        text=aligned.label,
    )
