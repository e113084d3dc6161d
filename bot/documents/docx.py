"""Word files (.docx): paragraphs and tables in reading order, as the reader of the page sees them.

Read from the XML in one pass: the cells of a merged row are found by their spans, which costs no look-up per cell. Deleted and
hidden text is left out, inserted text is read, footnote marks become raised digits, text boxes stand where they are anchored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from bot.documents.docx_text import WRAPPERS, Words, paragraph_lines
from bot.documents.grid import Span, on_one_grid
from bot.documents.package import Package, attribute, local
from bot.documents.row import Row
from bot.documents.text import Line, Table, TextDocument

_FORM_COLUMNS = 3  # a table of fewer columns or of few rows, without a number, is a frame around text
_FRAME_ROWS = 5
_NUMBER = re.compile(r"[\d.,%\s*]+")
_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d*\W*", re.IGNORECASE)
_DEEPEST = 12  # tables in tables; deeper is no document


@dataclass(slots=True)
class _Cell:
    """One cell: its own lines, and the tables that stand in it."""

    columns: int
    lines: list[str]
    nested: list[ET.Element]


@dataclass(slots=True)
class _Reading:
    """A document while it is read; every line of prose and every table row takes the next number."""

    prose: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    lines: int = 0
    counted: int = 0  # tables


def read_docx(content: bytes) -> TextDocument:
    """Take a Word file apart; raises BadPart."""
    package = Package(content)
    main = package.main_part("word/document.xml")
    root = package.xml(main)
    reading = _Reading()
    for line in _header_lines(package, main):
        _add_line(reading, line)
    body = next((child for child in root if local(child.tag) == "body"), None)
    if body is not None:
        _read_blocks(reading, body, depth=0)
    return TextDocument(tuple(reading.prose), tuple(reading.tables))


def _header_lines(package: Package, main: str) -> list[str]:
    """What stands at the head of pages, once each; page numbers left out."""
    found: dict[str, None] = {}
    for kind, path in package.related(main).values():
        if kind.endswith("/header") and path in package.names:
            words = Words()
            for paragraph in package.xml(path).iter():
                if local(paragraph.tag) == "p":
                    lines = paragraph_lines(paragraph, words)
                    found |= dict.fromkeys(line for line in lines if not _PAGE_NUMBER.fullmatch(line))
    return list(found)


def _add_line(reading: _Reading, text: str) -> None:
    reading.lines += 1
    reading.prose.append(Line(text, reading.lines))


def _read_blocks(reading: _Reading, parent: ET.Element, depth: int) -> None:
    """Paragraphs and tables in order, through the frames that content controls and tracked changes put around them."""
    for child in parent:
        name = local(child.tag)
        if name == "p":
            for line in paragraph_lines(child, reading.words):
                _add_line(reading, line)
            for box in reading.words.take_boxes():
                if depth < _DEEPEST:
                    _read_blocks(reading, box, depth + 1)
        elif name == "tbl":
            _read_table(reading, child, depth)
        elif name in WRAPPERS:
            _read_blocks(reading, child, depth)


def _read_table(reading: _Reading, table: ET.Element, depth: int) -> None:
    rows = [_cells(reading, row) for row in _inner(table, "tr") if not _is_deleted(row)]
    rows = [row for row in rows if row]
    if _is_frame(rows):
        for cell in (cell for row in rows for cell in row):
            for line in cell.lines:
                _add_line(reading, line)
            _read_nested(reading, cell.nested, depth)
        return
    reading.counted += 1
    number = reading.counted
    texts = on_one_grid([[Span(" ".join(cell.lines), cell.columns) for cell in row] for row in rows], _widths(table))
    reading.lines += 1  # a gap tells tables apart
    found: list[Row] = []
    for place, (cells, row) in enumerate(zip(texts, rows, strict=True), 1):
        reading.lines += 1
        found.append(Row(cells, reading.lines, f"bảng {number}, hàng {place}"))
        inside = [cell for cell in row if cell.nested]
        if not inside:
            continue
        if any(cell not in inside and cell.lines for cell in row):  # a table in a note is part of the note
            flat = {id(cell): _flat(reading, cell, depth) for cell in inside}
            spans = [Span(flat.get(id(cell), " ".join(cell.lines)), cell.columns) for cell in row]
            found[-1] = Row(on_one_grid([spans], ())[0], reading.lines, found[-1].place)
            continue
        reading.tables.append(Table(tuple(found)))
        found = []
        for cell in inside:
            _read_nested(reading, cell.nested, depth)
    if found:
        reading.tables.append(Table(tuple(found)))


def _read_nested(reading: _Reading, tables: Sequence[ET.Element], depth: int) -> None:
    for table in tables:
        if depth < _DEEPEST:
            _read_table(reading, table, depth + 1)


def _flat(reading: _Reading, cell: _Cell, depth: int) -> str:
    """A cell with the text of its tables behind its own."""
    inner = _Reading(words=reading.words)
    _read_nested(inner, cell.nested, depth)
    texts = [line.text for line in inner.prose]
    texts += [text for table in inner.tables for row in table.rows for text in row.cells if text]
    return " ".join([*cell.lines, *texts])


def _inner(parent: ET.Element, wanted: str) -> Iterator[ET.Element]:
    """The rows of a table or the cells of a row, through the frames around them."""
    for child in parent:
        name = local(child.tag)
        if name == wanted:
            yield child
        elif name in WRAPPERS:
            yield from _inner(child, wanted)


def _is_deleted(row: ET.Element) -> bool:
    """Whether a tracked change takes the row away, or it is hidden."""
    return any(local(part.tag) in ("del", "hidden") for part in _properties(row, "trPr"))


def _properties(element: ET.Element, name: str) -> Sequence[ET.Element]:
    return next((list(child) for child in element if local(child.tag) == name), [])


def _number(properties: Sequence[ET.Element], name: str) -> int:
    """A count among properties, 0 when it is not there or is no number."""
    value = next((attribute(part, "val") for part in properties if local(part.tag) == name), None)
    return int(value) if value and value.isdigit() else 0


def _cells(reading: _Reading, row: ET.Element) -> list[_Cell]:
    """The cells of a row with their spans; those that go on from above or from the left are empty."""
    properties = _properties(row, "trPr")
    cells = [_Cell(skipped, [], []) for skipped in [_number(properties, "gridBefore")] if skipped]
    for cell in _inner(row, "tc"):
        of_cell = _properties(cell, "tcPr")
        columns = max(1, min(_number(of_cell, "gridSpan"), 60))
        goes_on = any(local(part.tag) in ("vMerge", "hMerge") and attribute(part, "val") != "restart" for part in of_cell)
        found = _Cell(columns, [], [])
        if not goes_on:
            _fill(reading, found, cell)
        cells.append(found)
    return cells


def _fill(reading: _Reading, found: _Cell, parent: ET.Element) -> None:
    """The lines and tables of a cell."""
    for child in parent:
        name = local(child.tag)
        if name == "p":
            found.lines += paragraph_lines(child, reading.words)
            for box in reading.words.take_boxes():
                _fill(reading, found, box)
        elif name == "tbl":
            found.nested.append(child)
        elif name in WRAPPERS:
            _fill(reading, found, child)


def _is_frame(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a table only places text, as the letterhead and the signatures do: few cells and no figure in any."""
    if all(len(row) == 1 for row in rows):
        return True
    if len(rows) > _FRAME_ROWS or max(map(len, rows)) > _FORM_COLUMNS:
        return False
    if any(len(cell.lines) == 1 and _NUMBER.fullmatch(cell.lines[0]) for row in rows for cell in row):
        return False
    return max(map(len, rows)) < _FORM_COLUMNS or any(len(cell.lines) > 1 for row in rows for cell in row)


def _widths(table: ET.Element) -> tuple[int, ...]:
    """The widths of the grid's columns in twentieths of a point, () when the file does not say."""
    widths = [attribute(column, "w") or "" for column in _properties(table, "tblGrid") if local(column.tag) == "gridCol"]
    return tuple(map(int, widths)) if all(width.isdigit() for width in widths) else ()
