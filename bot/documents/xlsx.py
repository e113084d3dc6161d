"""Excel files (.xlsx): each sheet that is shown, as prose above and below a table of what its cells show.

Read from the XML: results that the file keeps of its formulas, number formats, merged cells, hidden rows and columns. What
Excel made of a cell against its author's intention is kept as a `Flaw` of the row, never as a figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bot.documents.encoding import BadFile
from bot.documents.number_formats import Formats, crosses_out, read_formats
from bot.documents.package import BadPart, Package, attribute, local
from bot.documents.row import Flaw, Row
from bot.documents.text import MAX_ROWS, Line, Table, TextDocument
from bot.documents.xlsx_cells import Cell, shown

_MOST_COLUMNS = 100  # that hold anything; a report has five to ten
_TABLE_CELLS = 3  # a row with so many cells filled begins a table; titles and signatures have one or two
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NUMBER = re.compile(r"-?[\d.,%]+")
_BLANK_CELL = rb"<c (?:[rs]=\"\w+\" ?)*/>"
_NOTHING = re.compile(  # formatted, but blank: often a million of them
    rb"<row [^<>]*>(?:" + _BLANK_CELL + rb")*</row>|" + _BLANK_CELL + rb"|<row [^<>]*/>"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _SheetRow:
    """A row that holds something: its cells by column, from 1."""

    number: int
    cells: dict[int, Cell]
    is_hidden: bool


def read_xlsx(content: bytes) -> TextDocument:
    """Take an Excel file apart; raises BadPart."""
    package = Package(content)
    main = package.main_part("xl/workbook.xml")
    workbook = package.xml(main)
    related = package.related(main)
    paths = {kind.rpartition("/")[2]: path for kind, path in related.values()}
    strings = _strings(package, paths.get("sharedStrings"))
    from_1904 = any(local(part.tag) == "workbookPr" and part.get("date1904") in ("1", "true") for part in workbook)
    styles = paths.get("styles")
    formats = read_formats(package.xml(styles), counts_from_1904=from_1904) if styles in package.names else Formats()
    sheets = [
        (sheet.get("name", ""), related[relation][1])
        for sheet in workbook.iter()
        if local(sheet.tag) == "sheet"
        and sheet.get("state", "visible") == "visible"
        and (relation := attribute(sheet, "id") or "") in related
        and related[relation][0].endswith("/worksheet")
    ]
    prose: list[Line] = []
    tables: list[Table] = []
    line = 0
    read = [(name, _sheet_rows(package.xml(path, without=_NOTHING), strings, formats)) for name, path in sheets]
    filled = [(name, rows) for name, rows in read if rows]
    for name, rows in filled:
        prefix = f"trang tính {name}, " if len(filled) > 1 else ""
        line = _take_sheet(rows, prefix, line, prose, tables) + 1
    return TextDocument(tuple(prose), tuple(tables))


def _strings(package: Package, path: str | None) -> list[str]:
    """The texts that cells refer to by number; raised digits stay raised, spellings for reading aloud are left out."""
    if path is None or path not in package.names:
        return []
    return [_rich_text(item) for item in package.xml(path) if local(item.tag) == "si"]


def _rich_text(item: ET.Element) -> str:
    parts: list[str] = []
    for child in item:
        if local(child.tag) == "t":
            parts.append(child.text or "")
        elif local(child.tag) == "r":
            looks = list(child.iter())
            if any(map(crosses_out, looks)):
                continue
            raised = any(local(part.tag) == "vertAlign" and part.get("val") == "superscript" for part in looks)
            text = "".join(part.text or "" for part in child if local(part.tag) == "t")
            parts.append(text.translate(_RAISED) if raised else text)
    return "".join(parts)


def _sheet_rows(sheet: ET.Element, strings: Sequence[str], formats: Formats) -> list[_SheetRow]:
    """The rows that hold something, without what stands in hidden columns."""
    hidden = _hidden_columns(sheet)
    found: list[_SheetRow] = []
    number = 0
    for row in _rows(sheet):
        stated = row.get("r", "")
        number = int(stated) if stated.isdigit() else number + 1
        cells: dict[int, Cell] = {}
        column = 0
        for element in row:
            place = _REFERENCE.fullmatch(element.get("r", ""))
            column = _column_number(place[1]) if place else column + 1
            if column in hidden or local(element.tag) != "c":
                continue
            cell = shown(element, f"{_letters(column)}{number}", strings, formats)
            if cell is not None:
                cells[column] = cell
        if cells:
            found.append(_SheetRow(number, cells, row.get("hidden") in ("1", "true")))
            if len(found) > MAX_ROWS or len(cells) > _MOST_COLUMNS:
                raise BadPart(BadFile.TOO_BIG)
    return found


def _rows(sheet: ET.Element) -> Iterator[ET.Element]:
    for part in sheet:
        if local(part.tag) == "sheetData":
            yield from (row for row in part if local(row.tag) == "row")


def _hidden_columns(sheet: ET.Element) -> frozenset[int]:
    found: set[int] = set()
    for part in sheet:
        if local(part.tag) == "cols":
            for columns in part:
                first, last = columns.get("min", ""), columns.get("max", "")
                if columns.get("hidden") in ("1", "true") and first.isdigit() and last.isdigit():
                    found.update(range(int(first), min(int(last), 20_000) + 1))
    return frozenset(found)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _take_sheet(rows: Sequence[_SheetRow], prefix: str, line: int, prose: list[Line], tables: list[Table]) -> int:
    """Add a sheet to a document; the number of its last line. A blank row leaves a gap in the numbers."""
    first, last = _table_of(rows)
    columns = sorted({column for row in rows[first:last] for column in row.cells})
    start = line - rows[0].number + 1
    table: list[Row] = []
    for place, row in enumerate(rows):
        number = start + row.number
        if first <= place < last and not _stands_apart(rows, place):
            cells = tuple(row.cells[column].text if column in row.cells else "" for column in columns)
            flaws = tuple(Flaw(cell.text, cell.flaw, f"{prefix}ô {cell.place}") for cell in row.cells.values() if cell.flaw)
            table.append(Row(cells, number, f"{prefix}hàng {row.number}", flaws, row.is_hidden))
            continue
        prose += [Line(text, number) for cell in row.cells.values() for text in _lines(cell.text)]
        if table:
            tables.append(Table(tuple(table)))
            table = []
    if table:
        tables.append(Table(tuple(table)))
    return start + rows[-1].number


def _lines(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text)
    return [line for part in composed.splitlines() if (line := " ".join(part.split()))]


def _table_of(rows: Sequence[_SheetRow]) -> tuple[int, int]:
    """Where the table of a sheet begins and ends among its rows: titles above and signatures below are no rows of it."""
    widest = max(len(row.cells) for row in rows)
    if widest == 1 or (widest < _TABLE_CELLS and not any(map(_has_figure, rows))):
        return 0, 0  # a cover with the title and the letterhead
    wanted = min(_TABLE_CELLS, widest)
    wide = [place for place, row in enumerate(rows) if len(row.cells) >= wanted]
    first, last = wide[0], wide[-1]
    end = last + 1
    if widest < _TABLE_CELLS:
        return first, end
    while end < len(rows) and (rows[end].number == rows[end - 1].number + 1 or _has_figure(rows[end])):
        end += 1  # a section's name, or a row that only lacks its unit; signatures stand apart
    return first, end


def _stands_apart(rows: Sequence[_SheetRow], place: int) -> bool:
    """Whether a row is a title between two tables: a text alone in it, below a blank row."""
    alone = len(rows[place].cells) == 1 and not _has_figure(rows[place])
    return alone and place > 0 and rows[place].number > rows[place - 1].number + 1


def _has_figure(row: _SheetRow) -> bool:
    return any(_NUMBER.fullmatch(cell.text) for cell in row.cells.values())
