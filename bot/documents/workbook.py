"""Appendices as Excel workbooks: numbers as numbers, everything else as text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from io import BytesIO
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.appendix import FONT, without_control_characters
from bot.documents.marking import MARK

_TITLE_SIZE, _TEXT_SIZE, _WIDE_SIZE = 14, 13, 11  # points; a sheet of many columns is read on a screen
_WIDTHS = (6, 46, 15, 13, 32)  # characters; together what A4 takes at nearly full size
_AGENCY_WIDTH, _TOTAL_WIDTHS = 10, (11, 10, 16)
_ABOUT_WIDTH = 80
_CHARACTERS = {_TITLE_SIZE: 0.95, _TEXT_SIZE: 1.0, _WIDE_SIZE: 1.15}  # of such letters in a unit of width, capitals aside
_LINE = 1.32  # height of a line, of the size of its letters
_HIGHEST = 409  # points that Excel gives a row
_LABEL = 2  # column
_THIN = Side(style="thin", color="000000")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_FORMULA = ("=", "+", "-", "@", "'")  # what a spreadsheet may read as more than text when a cell is edited
_LIKE_A_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would show as the character of that number
_GROUPED = "#,##0"
_A4, _A3 = 9, 8
_INCHES = {"left": 0.9, "right": 0.6, "top": 0.8, "bottom": 0.8, "header": 0.4, "footer": 0.4}


def appendix_workbook(content: Mapping[str, Any]) -> bytes:
    """One agency's appendix, of `bot.replies.appendix.appendix_content`, as one sheet."""
    book = Workbook()
    sheet = _first_sheet(book)
    sheet.title = content["sheet"]
    _write_line(sheet, 1, content["heading"], _font(_TITLE_SIZE, bold=True), across=len(_WIDTHS))
    for place, line in enumerate(content["title"], 2):
        _write_line(sheet, place, line, _font(_TEXT_SIZE, bold=True), across=len(_WIDTHS))
    last = len(content["title"]) + 2
    _write_line(sheet, last, content["attached"], _font(_TEXT_SIZE, italic=True), across=len(_WIDTHS))
    _write_table(sheet, last + 2, content, _WIDTHS, size=_TEXT_SIZE, notes=True)
    sheet.freeze_panes = f"A{last + 3}"
    _set_page(sheet, _A4)
    return _saved(book, " ".join(content["title"]), keywords=MARK)


def province_workbook(content: Mapping[str, Any]) -> bytes:
    """All agencies, of `bot.replies.appendix.province_content`: what it is, then a sheet a section with a column an agency."""
    book = Workbook()
    about = _first_sheet(book)
    about.title = content["about"]["name"]
    about.column_dimensions["A"].width = _ABOUT_WIDTH
    title, lines = content["about"]["title"], content["about"]["lines"]
    for place, line in enumerate(title, 1):
        _write_line(about, place, line, _font(_TITLE_SIZE, bold=True))
    for place, line in enumerate(lines, len(title) + 2):
        _write_line(about, place, line, _font(_TEXT_SIZE))
        _cell(about, place, 1).alignment = _LEFT
        _set_height(about, place, [line], [_ABOUT_WIDTH], _TEXT_SIZE)
    _set_page(about, _A4)
    for each in content["sheets"]:
        sheet = book.create_sheet(each["name"])
        agencies = len(each["columns"]) - 3 - len(_TOTAL_WIDTHS)
        for place, line in enumerate(each["title"], 1):
            _write_line(sheet, place, line, _font(_TEXT_SIZE, bold=True))
        first = len(each["title"]) + 2
        _write_table(sheet, first, each, (*_WIDTHS[:3], *[_AGENCY_WIDTH] * agencies, *_TOTAL_WIDTHS), size=_WIDE_SIZE)
        sheet.freeze_panes = f"D{first + 1}"  # what the row is stays in sight beside every agency
        _set_page(sheet, _A3)
        sheet.page_setup.orientation = "landscape"
    return _saved(book, " ".join(title), keywords="")


def _first_sheet(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one
    return sheet


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  nothing is written into the rest of a merged cell
    return cell


def _write_line(sheet: Worksheet, row: int, text: str, font: Font, *, across: int = 1) -> None:
    """A line above a table: centred across its columns, or, above one that is wider than a screen, at its left."""
    cell = _cell(sheet, row, 1)
    _write(cell, {"text": text}, font)
    if across > 1:
        _set_height(sheet, row, [text], [sum(_WIDTHS[:across])], int(font.size))
        cell.alignment = _CENTRED
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=across)


def _write_table(
    sheet: Worksheet, first: int, table: Mapping[str, Any], widths: Sequence[float], *, size: int, notes: bool = False
) -> None:
    """Header in row `first`, which is printed on every page; then the rows. `notes`: the last column is text, never bold."""
    for column, (name, width) in enumerate(zip(table["columns"], widths, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        cell = _cell(sheet, first, column)
        _write(cell, {"text": name}, _font(size, bold=True))
        cell.alignment, cell.border = _CENTRED, _BORDER
    _set_height(sheet, first, table["columns"], widths, size)
    for place, row in enumerate(table["rows"], first + 1):
        is_heading = row["level"] != "indicator"
        for column, content in enumerate(row["cells"], 1):
            cell = _cell(sheet, place, column)
            is_note = notes and column == len(widths)
            _write(cell, content, _font(size, bold=is_heading and not is_note))
            cell.alignment, cell.border = (_LEFT if is_note or column == _LABEL else _CENTRED), _BORDER
        _set_height(sheet, place, [content["text"] for content in row["cells"]], widths, size)
    sheet.print_title_rows = f"{first}:{first}"


def _set_height(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float], size: int) -> None:
    """As high as its longest cell: not every program makes room for wrapped text by itself."""
    lines = (
        sum(max(1, len(wrap(line, max(1, int(width * _CHARACTERS[size]))))) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    sheet.row_dimensions[row].height = min(_HIGHEST, round(max(lines) * size * _LINE + 3))


def _set_page(sheet: Worksheet, paper: int) -> None:
    """Printed across one page, its number at the top from the second one on."""
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side, inches in _INCHES.items():
        setattr(sheet.page_margins, side, inches)
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text="&P"))


def _write(cell: Cell, content: Mapping[str, str], font: Font) -> None:
    """One cell: a number as such, a text as a text, whatever it begins with."""
    if "number" in content:
        cell.value = Decimal(content["number"])
        if "grouped" in content:
            cell.number_format = _GROUPED
    elif content["text"]:
        text = _LIKE_A_CODE.sub("_x005F_", without_control_characters(content["text"]))
        cell.value = text
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula, and "#N/A" for an error
        if text.startswith(_FORMULA):
            cell.quotePrefix = True  # as if typed with an apostrophe before it: stays text when edited
    cell.font = font


@cache
def _font(size: int, *, bold: bool = False, italic: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic)


def _saved(book: Workbook, title: str, *, keywords: str) -> bytes:
    book.properties.title, book.properties.keywords, book.properties.creator = title, keywords, ""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
