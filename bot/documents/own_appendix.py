"""Appendices that this program wrote, read back to the letter: a note is what was stored, line breaks included.

Files of others hold markup of converters, footnotes and form hints, which the readers clear away; here that would change notes.
A file is ours by its mark (`bot.documents.marking`). One that was edited so that cells are no longer plainly cells (merged,
tracked changes, formulas, hidden rows) is left to the readers of everybody's files.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bot.documents.kinds import Kind
from bot.documents.marking import COLUMNS, MARK
from bot.documents.markup import plain
from bot.documents.package import BadPart, Package, local
from bot.documents.row import Row
from bot.documents.separated import unguarded
from bot.documents.text import Line, Table, TextDocument

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.cell.cell import MergedCell

_PROPERTIES = "docProps/core.xml"
_DELIMITERS = (";", ",")  # a spreadsheet may save with another than it was given
_NOT_PLAIN = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "gridSpan", "vMerge", "vertAlign", "vanish", "hidden", "sdt", "txbxContent", "sym"}
    | {"footnoteReference", "endnoteReference", "instrText", "fldSimple"}
)
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel writes a character that XML does not hold, and "_" before such a text
_MOST_TITLE_LINES, _TITLE_BYTES = 12, 4000


def read_own(content: bytes, kind: Kind) -> TextDocument | None:
    """The document, its rows exact; None when the file is not ours or not plainly so any more. Raises BadPart when damaged."""
    match kind:
        case Kind.WORD:
            package = Package(content)
            return _read_word(package) if _is_marked(package) else None
        case Kind.EXCEL:
            return _read_excel(content) if _is_marked(Package(content)) else None
        case Kind.TEXT:
            return _read_csv(content)
        case Kind.PDF:
            return None


def _is_marked(package: Package) -> bool:
    try:
        properties = package.xml(_PROPERTIES)
    except BadPart:  # none, or damaged: what the file holds may still be read
        return False
    return any(local(part.tag) == "keywords" and part.text == MARK for part in properties)


def _document(lines: Sequence[Sequence[str]], places: Sequence[str]) -> TextDocument | None:
    """Lines of cells taken apart: what stands above the columns' names is the title; None when these are not found."""
    header = next((at for at, cells in enumerate(lines[:_MOST_TITLE_LINES]) if _is_header(cells)), None)
    if header is None or any(len(cells) != len(COLUMNS) for cells in lines[header:]):
        return None
    prose = tuple(Line(cells[0], at + 1) for at, cells in enumerate(lines[:header]) if cells and cells[0].strip())
    rows = tuple(_row(cells, at + 1, places[at]) for at, cells in enumerate(lines) if at >= header)
    return TextDocument(prose, (Table(rows),))


def _row(cells: Sequence[str], line: int, place: str) -> Row:
    """The note to the letter; the other cells may have been typed anew by somebody, who is read as everybody is."""
    *others, note = cells
    return Row((*map(plain, others), note), line, place, is_exact=True)


def _is_header(cells: Sequence[str]) -> bool:
    return tuple(cells) == COLUMNS


def _read_word(package: Package) -> TextDocument | None:
    body = next(iter(package.xml(package.main_part("word/document.xml"))), None)
    tables = [] if body is None else [part for part in body if local(part.tag) == "tbl"]
    if body is None or len(tables) != 1 or any(local(part.tag) in _NOT_PLAIN for part in tables[0].iter()):
        return None
    title: list[Sequence[str]] = []
    for part in body:
        if part is tables[0]:
            break
        title += [[line] for line in _text(part).split("\n") if line.strip()]
    rows = [part for part in tables[0] if local(part.tag) == "tr"]
    lines = [[_cell_text(cell) for cell in row if local(cell.tag) == "tc"] for row in rows]
    places = [""] * len(title) + [f"bảng 1, hàng {at}" for at in range(1, len(rows) + 1)]
    return _document([*title, *lines], places)


def _cell_text(cell: ET.Element) -> str:
    return "\n".join(_text(part) for part in cell if local(part.tag) == "p")


def _text(paragraph: ET.Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: ET.Element) -> Iterator[str]:
    for part in element:
        match local(part.tag):
            case "t":
                yield part.text or ""
            case "br" | "cr":
                yield "\n"
            case "tab":
                yield "\t"
            case "noBreakHyphen":
                yield "-"
            case "pPr" | "rPr":
                continue
            case _:
                yield from _pieces(part)


def _read_excel(content: bytes) -> TextDocument | None:
    from openpyxl import load_workbook  # noqa: PLC0415  it takes longer to load than other files to read

    try:
        book = load_workbook(BytesIO(content))
    except Exception:  # noqa: BLE001  openpyxl raises whatever it meets; the reader of everybody's files says what is wrong
        return None
    sheet = book.worksheets[0] if len(book.sheetnames) == 1 and len(book.worksheets) == 1 else None
    if sheet is None or any(size.hidden for size in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())):
        return None
    lines: list[Sequence[str]] = []
    for cells in sheet.iter_rows():
        texts = [_shown(cell) for cell in cells]
        exact = [text for text in texts if text is not None]
        if len(exact) < len(texts):
            return None
        lines.append(exact)
    lines = list(_without_blank_end(lines))
    return _document(lines, [f"hàng {number}" for number in range(1, len(lines) + 1)])


def _shown(cell: Cell | MergedCell) -> str | None:
    """What a cell says, "" for a blank one; None for what needs a second look: a formula, a date, a yes, a share."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "s" and isinstance(value, str):
        return _CODE.sub(lambda found: chr(int(found[1], 16)), value)
    if cell.data_type == "n" and isinstance(value, int | float) and "%" not in cell.number_format:
        return f"{Decimal(str(value)):f}"
    return None


def _read_csv(content: bytes) -> TextDocument | None:
    start = content[:_TITLE_BYTES].decode("utf-8-sig", errors="ignore").splitlines()[:_MOST_TITLE_LINES]
    delimiter = next((mark for mark in _DELIMITERS if any(_is_header(line.split(mark)) for line in start)), None)
    if delimiter is None:
        return None
    lines: list[Sequence[str]] = []
    places: list[str] = []
    try:
        reader = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)
        for cells in reader:
            lines.append([unguarded(cell) for cell in cells] if any(cells) else [])
            places.append(f"dòng {reader.line_num}")  # where it ends: a cell may hold line breaks
    except (csv.Error, UnicodeDecodeError):
        return None
    return _document(_without_blank_end(lines), places)


def _without_blank_end(lines: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    filled = [at for at, cells in enumerate(lines) if any(cells)]
    return lines[: filled[-1] + 1] if filled else ()
