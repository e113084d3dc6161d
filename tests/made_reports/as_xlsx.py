"""Blocks → an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.made_reports.blocks import Block, Cell, Grid
from tests.made_reports.looks import Look


def xlsx_of(blocks: Sequence[Block], look: Look) -> bytes:
    """The report as an .xlsx: one sheet, or one for each table when there are tables of sections."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Phụ lục"
    row = look.first_row
    tables = 0
    for block in blocks:
        if isinstance(block, str):
            sheet.cell(row, look.first_column, block)
            sheet.merge_cells(start_row=row, end_row=row, start_column=look.first_column, end_column=look.first_column + 3)
            row += 1
            continue
        if tables and look.tables == "sections":
            sheet = book.create_sheet(f"Phần {tables + 1}")
            row = 1
        _write(sheet, block, row + 1, look)
        row += len(block.rows) + 2
        tables += 1
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write(sheet: Worksheet, grid: Grid, first: int, look: Look) -> None:
    for down, cells in enumerate(grid.rows):
        for across, cell in enumerate(cells):
            if cell is None:
                continue
            row, column = first + down, look.first_column + across
            _fill(sheet, row, column, cell, look)
            if cell.across > 1 or cell.down > 1:
                sheet.merge_cells(
                    start_row=row, end_row=row + cell.down - 1, start_column=column, end_column=column + cell.across - 1
                )


def _fill(sheet: Worksheet, row: int, column: int, cell: Cell, look: Look) -> None:
    if cell.number is None or look.numbers_as_text:
        if cell.text:
            sheet.cell(row, column).value = cell.text
            sheet.cell(row, column).data_type = "s"
    elif cell.is_percent and look.percent_format:
        sheet.cell(row, column, float(cell.number / 100)).number_format = "0.00%"
    else:
        number = int(cell.number) if cell.number == cell.number.to_integral_value() else float(cell.number)
        sheet.cell(row, column, number).number_format = "#,##0" if isinstance(number, int) else "General"
