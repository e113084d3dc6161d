"""Appendices as Excel workbooks: numbers as numbers, everything else as text that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.appendix import FONT, without_control_characters
from bot.documents.marking import MARK

_TITLE_SIZE, _TEXT_SIZE, _WIDE_SIZE = 14, 13, 11  # points; a sheet of many columns is read on a screen
_WIDTHS = (7, 62, 18, 16, 50)  # characters
_AGENCY_WIDTH, _TOTAL_WIDTHS = 11, (14, 12, 20)
_FROZEN = 4  # columns from the left that stay: the figures begin there
_THIN = Side(style="thin", color="000000")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_FORMULA = ("=", "+", "-", "@", "'")  # what a spreadsheet may read as more than text when a cell is edited
_GROUPED = "#,##0"
_A4 = 9
_INCHES = {"left": 0.9, "right": 0.6, "top": 0.8, "bottom": 0.8, "header": 0.4, "footer": 0.4}


def appendix_workbook(content: Mapping[str, Any]) -> bytes:
    """One agency's appendix, of `bot.replies.appendix.appendix_content`, as one sheet."""
    book = Workbook()
    sheet = _first_sheet(book)
    sheet.title = content["sheet"]
    lines = [(content["heading"], _TITLE_SIZE, True), *((line, _TEXT_SIZE, True) for line in content["title"])]
    lines.append((content["attached"], _TEXT_SIZE, False))
    _write_title(sheet, lines, len(_WIDTHS))
    _write_table(sheet, len(lines) + 2, content["columns"], content["rows"], _WIDTHS, size=_TEXT_SIZE)
    return _saved(book, " ".join(content["title"]), keywords=MARK)


def province_workbook(content: Mapping[str, Any]) -> bytes:
    """All agencies, of `bot.replies.appendix.province_content`: what it is, then a sheet a section with a column an agency."""
    book = Workbook()
    about = _first_sheet(book)
    about.title = content["about"]["name"]
    about.column_dimensions["A"].width = 120
    _write_title(about, [(line, _TITLE_SIZE, True) for line in content["about"]["title"]], 1)
    for place, line in enumerate(content["about"]["lines"], len(content["about"]["title"]) + 2):
        _write(about.cell(place, 1), {"text": line}, size=_TEXT_SIZE)
        about.cell(place, 1).alignment = Alignment(wrap_text=True, vertical="top")
    for each in content["sheets"]:
        sheet = book.create_sheet(each["name"])
        agencies = len(each["columns"]) - 3 - len(_TOTAL_WIDTHS)
        widths = (*_WIDTHS[:3], *[_AGENCY_WIDTH] * agencies, *_TOTAL_WIDTHS)
        _write_title(sheet, [(line, _TEXT_SIZE, True) for line in each["title"]], len(widths))
        _write_table(sheet, len(each["title"]) + 2, each["columns"], each["rows"], widths, size=_WIDE_SIZE)
        sheet.page_setup.orientation = "landscape"
    return _saved(book, " ".join(content["about"]["title"]), keywords="")


def _first_sheet(book: Workbook) -> Worksheet:
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        message = "a new workbook has a sheet"
        raise TypeError(message)
    return sheet


def _write_title(sheet: Worksheet, lines: Sequence[tuple[str, int, bool]], columns: int) -> None:
    """Lines across the table; the one that is not bold is in italics. Wide tables have theirs at the left, where one looks."""
    wide = columns > len(_WIDTHS)
    for place, (text, size, bold) in enumerate(lines, 1):
        cell = sheet.cell(place, 1)
        _write(cell, {"text": text}, size=size, bold=bold)
        cell.font = _font(size, bold=bold, italic=not bold)
        cell.alignment = Alignment(horizontal="left" if wide else "center", vertical="center", wrap_text=not wide)
        if not wide:
            sheet.merge_cells(start_row=place, end_row=place, start_column=1, end_column=columns)


def _write_table(
    sheet: Worksheet,
    first: int,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    widths: Sequence[float],
    *,
    size: int,
) -> None:
    """Header in row `first`, which stays in sight and is printed on every page; then the rows."""
    for column, (name, width) in enumerate(zip(columns, widths, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        cell = sheet.cell(first, column)
        _write(cell, {"text": name}, size=size, bold=True)
        cell.alignment, cell.border = _CENTRED, _BORDER
    for place, row in enumerate(rows, first + 1):
        bold = row["level"] != "indicator"
        for column, content in enumerate(row["cells"], 1):
            cell = sheet.cell(place, column)
            _write(cell, content, size=size, bold=bold and (len(widths) > len(_WIDTHS) or column < len(widths)))
            is_text = column == _FROZEN - 2 or (column == len(widths) and len(widths) == len(_WIDTHS))
            cell.alignment, cell.border = (_LEFT if is_text else _CENTRED), _BORDER
    sheet.freeze_panes = sheet.cell(first + 1, _FROZEN if len(widths) > len(_WIDTHS) else 1)
    sheet.print_title_rows = f"{first}:{first}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, inches in _INCHES.items():
        setattr(sheet.page_margins, side, inches)
    sheet.HeaderFooter.differentFirst = True
    sheet.oddHeader.center.text = "&P"


def _write(cell: Cell, content: Mapping[str, str], *, size: int, bold: bool = False) -> None:
    """One cell: a number as such, a text as a text, whatever it begins with."""
    if "number" in content:
        cell.value = Decimal(content["number"])
        if "grouped" in content:
            cell.number_format = _GROUPED
    elif content["text"]:
        text = without_control_characters(content["text"])
        cell.value = text
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula, and "#N/A" for an error
        if text.startswith(_FORMULA):
            cell.quotePrefix = True  # as if typed with an apostrophe before it: stays text when edited
    cell.font = _font(size, bold=bold)


@cache
def _font(size: int, *, bold: bool = False, italic: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic)


def _saved(book: Workbook, title: str, *, keywords: str) -> bytes:
    book.properties.title, book.properties.keywords, book.properties.creator = title, keywords, ""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
