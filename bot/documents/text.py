"""Text reports: bytes → lines of prose and tables of rows. Nothing here knows what a report is about.

Cells are told apart by tabs, by `|`, by the semicolons or commas of a CSV file, or by runs of spaces when a file has none.
Cells that Excel quotes because they hold line breaks are joined again. Rulers (`--|--`) are dropped.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO

from bot.documents.encoding import BadFile, decode
from bot.documents.row import Row

MAX_BYTES = 20 * 1024 * 1024  # what Telegram lets a bot download
MAX_ROWS = 3000  # of all tables; a report has 150 to 500
_MAX_QUOTED_LINES = 40  # a cell longer than this is not a quoted cell but a stray quotation mark
_WIDE = re.compile(r" {2,}|\u00a0{2,}")
_DRAWN = str.maketrans("│┃║┆┊", "|||||")  # lines between columns that programs draw with characters
_RULER = re.compile(r"[\s:|=+_–—─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬-]*")
_MIN_PIPES = 2
_FEWEST_CSV_ROWS = 5  # of the same number of cells, and
_CSV_SHARE = 0.6  # of all rows: sentences have commas and semicolons too, but never so evenly
_MIN_COLUMNS = 3  # of a table laid out with spaces: fewer and any indented line would be one


_Splitter = Callable[[str], tuple[str, ...] | None]  # the cells of a line, None for a line of prose


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose: its text with markup kept, and its number from 1."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together: nothing but blank lines between them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A text file taken apart, both parts in their order."""

    prose: tuple[Line, ...]
    tables: tuple[Table, ...]


def read_text(content: bytes) -> TextDocument | BadFile:
    """Take a text file apart, or say why it cannot be: empty, binary, Word, Excel, PDF, unknown encoding, without a table."""
    if len(content) > MAX_BYTES:
        return BadFile.TOO_BIG
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return BadFile.EMPTY
    text = decode(content)
    if isinstance(text, BadFile):
        return text
    document = _of_csv(text) or take_apart(text)
    if sum(len(table.rows) for table in document.tables) > MAX_ROWS:
        return BadFile.TOO_BIG
    return document if document.tables else BadFile.NO_TABLE


def take_apart(text: str) -> TextDocument:
    """Prose and tables of a text. A table ends at a line of prose, except for the rest of a cell broken over lines."""
    text = text.translate(_DRAWN)
    lines = list(_logical_lines(re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text)))
    split = _splitter([line.text for line in lines])
    prose: list[Line] = []
    tables: list[list[Row]] = []
    inside = False
    for place, line in enumerate(lines):
        cells = split(line.text)
        if cells is None and inside and _is_rest_of_a_cell(lines, place, split):
            cells = (line.text,)
        if cells is not None:
            if not inside:
                tables.append([])
            inside = True
            if not _RULER.fullmatch("".join(cells)) or not any(mark in cell for cell in cells for mark in "-=─═"):
                tables[-1].append(Row(cells, line.number, f"dòng {line.number}"))
        elif line.text.strip():
            prose.append(line)
            inside = False
    return TextDocument(tuple(prose), tuple(Table(tuple(rows)) for rows in tables if rows))


def _of_csv(text: str) -> TextDocument | None:
    """A CSV file of semicolons or commas; None for other texts. Rows above the first of three filled cells are prose."""
    if "\t" in text or any(line.count("|") >= _MIN_PIPES for line in text.splitlines()):
        return None
    for delimiter in ";,":
        rows = _csv_rows(text, delimiter)
        widths = Counter(len(cells) for cells, _ in rows)
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        if width < _MIN_COLUMNS or times < _FEWEST_CSV_ROWS or times < _CSV_SHARE * len(rows):
            continue
        first = next((at for at, (cells, _) in enumerate(rows) if sum(map(bool, cells)) >= _MIN_COLUMNS), len(rows))
        prose = [Line(cell, number) for cells, number in rows[:first] for cell in cells if cell]
        return TextDocument(tuple(prose), (Table(tuple(Row(cells, n, f"dòng {n}") for cells, n in rows[first:])),))
    return None


def _csv_rows(text: str, delimiter: str) -> list[tuple[tuple[str, ...], int]]:
    """The cells of each row that has any, and the line it begins on; [] for what is no CSV."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[tuple[str, ...], int]] = []
    line = 1
    try:
        for row in reader:
            cells = tuple(" ".join(cell.split()) for cell in row)
            if any(cells):
                found.append((cells, line))
            line = reader.line_num + 1
    except csv.Error:
        return []
    return found


def _logical_lines(lines: list[str]) -> Iterator[Line]:
    """Lines, with a quoted cell that spans several of them made one line."""
    at = 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if _opens_a_quote(line):
            for last in range(at, min(at + _MAX_QUOTED_LINES, len(lines))):
                if lines[last].count('"') % 2:
                    line = " ".join([line, *lines[at : last + 1]])
                    at = last + 1
                    break
        if '\t"' in line or (line.startswith('"') and "\t" in line):
            line = "\t".join(_unquoted(cell) for cell in line.split("\t"))
        yield Line(line, number)


def _opens_a_quote(line: str) -> bool:
    """Whether the last cell begins with a quotation mark that this line does not close."""
    last = line.rpartition("\t")[2]
    return "\t" in line and last.startswith('"') and last.count('"') % 2 == 1


def _unquoted(cell: str) -> str:
    bare = cell.strip()
    closed = len(bare) > 1 and bare[0] == bare[-1] == '"'
    return bare[1:-1].replace('""', '"') if closed else cell


def _splitter(lines: list[str]) -> _Splitter:
    """How this file tells its cells apart."""
    if any("\t" in line.strip() for line in lines):
        return _by_tabs
    if any(line.count("|") >= _MIN_PIPES for line in lines):
        return _by_pipes
    return _by_spaces


def _by_tabs(line: str) -> tuple[str, ...] | None:
    return tuple(line.split("\t")) if "\t" in line else _by_pipes(line)


def _by_pipes(line: str) -> tuple[str, ...] | None:
    if line.count("|") < _MIN_PIPES:
        return None
    return tuple(line.strip().removeprefix("|").removesuffix("|").split("|"))


def _by_spaces(line: str) -> tuple[str, ...] | None:
    cells = tuple(_WIDE.split(line.strip()))
    return cells if len(cells) >= _MIN_COLUMNS else None


def _is_rest_of_a_cell(lines: list[Line], place: int, split: _Splitter) -> bool:
    """Whether a line without cells, right below a row, belongs to it: the table goes on before any blank line."""
    if place == 0 or not lines[place - 1].text.strip():
        return False
    for line in lines[place : place + _MAX_QUOTED_LINES]:
        if not line.text.strip():
            return False
        if split(line.text) is not None:
            return True
    return False
