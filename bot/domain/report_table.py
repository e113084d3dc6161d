"""Which rows of a document are the report's table, wherever it stands, and how they lie over the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.documents.markup import plain
from bot.documents.row import Row
from bot.documents.text import Table, TextDocument
from bot.domain.catalogue import Catalogue, Form
from bot.domain.period import Period
from bot.understanding.alignment import Alignment, align, known_rows
from bot.understanding.headers import Role, header_role, is_header
from bot.understanding.labels import LabelIndex
from bot.understanding.text import fold

_ENOUGH_ROWS = 3  # of the form, for a table to be a report's
_WHOLE = 40  # known rows that make a table more than a page or a section of one
_PAGE_GAP = 2  # lines from the last of a page to the first of the next; prose between them takes more
_LONG_LABEL = 12  # letters: shorter texts are units
_MOST_TWICE = 10  # rows that stand there again; a summary above the appendix repeats fewer
_REPEATED = 0.6  # share of one table's labels that stand in another as well, when both are whole reports


def report_rows(document: TextDocument, index: LabelIndex) -> list[Row]:
    """The rows of the pieces of tables that hold the form's rows, with what stands between them; a list of names is none."""
    pieces = [piece for table in document.tables for piece in _pieces(table)]
    known = known_rows(pieces, index)
    if sum(known) < _ENOUGH_ROWS:
        return []
    strong = next((place for place, rows in enumerate(known) if rows >= _ENOUGH_ROWS or 2 * rows >= len(pieces[place])), 0)
    first = strong
    while first and (known[first - 1] or _is_header(pieces[first - 1][0])):
        first -= 1
    last = max(place for place, rows in enumerate(known) if rows)
    while last + 1 < len(pieces) and _is_overleaf(pieces[last], pieces[last + 1]):
        last += 1
    between = range(first, last + 1)
    return [row for place in between if known[place] or not _has_own_header(pieces[place]) for row in pieces[place]]


def _pieces(table: Table) -> list[list[Row]]:
    """A table cut at its blank lines: pages, or tables of different kinds that stand close together."""
    pieces: list[list[Row]] = []
    line = 0
    for row in table.rows:
        if not pieces or row.line > line + 1:
            pieces.append([])
        pieces[-1].append(row)
        line = row.line
    return pieces


def _is_overleaf(above: Sequence[Row], piece: Sequence[Row]) -> bool:
    """Whether a piece goes on with the table above though none of its labels is known: the end of a row cut by the page."""
    is_near = piece[0].line - above[-1].line <= _PAGE_GAP
    return is_near and len(piece[0].cells) == len(above[-1].cells) and not _has_own_header(piece)


def _is_header(row: Row) -> bool:
    return is_header([plain(cell) for cell in row.cells], after_header=False)


def _has_own_header(piece: Sequence[Row]) -> bool:
    """Whether it begins with a header that is not a report's."""
    return header_role(plain(piece[0].cells[0])) is Role.STT and not _is_header(piece[0])


def repeats_itself(document: TextDocument, index: LabelIndex) -> bool:
    """Whether two tables are whole reports of their own, as those of two quarters in one workbook."""
    tables = [[row for row in table.rows if not row.is_hidden] for table in document.tables]
    whole = [rows for rows, known in zip(tables, known_rows(tables, index), strict=True) if known >= _WHOLE]
    labels = [{text for row in rows for cell in row.cells if len(text := fold(plain(cell))) >= _LONG_LABEL} for rows in whole]
    return any(
        len(one & other) >= _REPEATED * min(len(one), len(other))
        for place, one in enumerate(labels)
        for other in labels[place + 1 :]
    )


def has_second_table(alignment: Alignment) -> bool:
    """Whether many rows of the form stand there more often than it prints them: part of another report, as in one PDF."""
    printed = Counter(fold(row.label) for row in alignment.form.rows)
    found = Counter(fold(row.label) for row in alignment.rows if not row.row.is_hidden)
    return sum(max(0, times - printed[label]) for label, times in found.items() if label in printed) >= _MOST_TWICE


def align_shown(
    rows: Sequence[Row], *, catalogue: Catalogue, form: Form | None, index: LabelIndex, period: Period | None
) -> Alignment:
    """Lay the rows over the form; hidden ones count only where they change nothing about those that are shown."""
    every = align(rows, catalogue=catalogue, form=form, index=index, period=period)
    if not any(row.is_hidden for row in rows):
        return every
    shown = align([row for row in rows if not row.is_hidden], catalogue=catalogue, form=form, index=index, period=period)
    if _placed(shown) != {place for place in _placed(every) if not place[2]}:
        return shown
    kept = tuple(row for row in every.rows if row.indicator is not None or not row.row.is_hidden)
    return Alignment(every.form, kept, every.has_unclear_values)


def _placed(alignment: Alignment) -> set[tuple[int, str, bool]]:
    return {(row.row.line, row.indicator.id, row.row.is_hidden) for row in alignment.rows if row.indicator is not None}
