"""Reports in layouts that offices do not mean to make: the figures read are those written, or they are asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bot.documents.row import FlawKind
from bot.domain.catalogue import AgencyCode, ValueType
from bot.domain.period import Period
from bot.domain.report_reading import Doubt, Reading, Unreadable, read_report
from tests.documents.test_layouts import CATALOGUE, WRITERS, made
from tests.made_reports.as_docx import docx_of
from tests.made_reports.as_pdf import registered_font
from tests.made_reports.as_xlsx import xlsx_of
from tests.made_reports.blocks import Block, Cell, Content, Grid, Line, blocks_of
from tests.made_reports.looks import Look, words

WITH_LAST = ("stt", "label", "unit", "last", "value", "note")
WITH_TWO = ("stt", "label", "unit", "last", "sum", "value", "note")
NO_UNIT = ("stt", "label", "value", "note")
LOOKS: dict[str, tuple[str, Look]] = {
    "years under a quarter": (
        "docx",
        Look(columns=WITH_LAST, words=words(last="2021", value="2022"), header_rows=2, group="Quý III"),
    ),
    "months and the quarter": (
        "xlsx",
        Look(columns=WITH_TWO, words=words(last="Tháng 7", sum="Tháng 8", value="Quý III")),
    ),
    "months and their total": ("docx", Look(columns=WITH_TWO, words=words(last="Tháng 7", sum="Tháng 8", value="Tổng cộng"))),
    "lines between columns only": ("pdf", Look(rules="columns")),
    "only the header in a box": ("pdf", Look(rules="header")),
    "watermark": ("pdf", Look(watermark=True)),
    "figures crossed out in Word": ("docx", Look(crossed_out="99")),
    "figures crossed out in a PDF": ("pdf", Look(crossed_out="99", landscape=True)),
    "figures broken by a narrow column": ("pdf", Look(narrow_figures=True)),
}


def assert_read(content: bytes, file_format: str) -> None:
    """Every figure of the made report, no other one, and no row with a figure left over."""
    figures, _, agency, period = made("2022")
    reading = read_report(content, file_name=f"bao-cao.{file_format}", catalogue=CATALOGUE)
    assert isinstance(reading, Reading), reading
    assert (reading.agency, reading.period) == (agency, period)
    assert {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure} == figures
    assert [row.label for row in reading.unread if row.raw] == []


def with_lines(change: Callable[[Line], Line]) -> Content:
    """The made report with its lines written otherwise."""
    content = made("2022")[1]
    return replace(content, lines=tuple(map(change, content.lines)))


def grids(blocks: list[Block]) -> list[Grid]:
    """The tables among blocks."""
    return [block for block in blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("name", LOOKS)
def test_a_report_is_read_as_written(name: str) -> None:
    """The figures of the period in the file, whatever stands around them."""
    file_format, look = LOOKS[name]
    assert_read(WRITERS[file_format](blocks_of(made("2022")[1], look), look), file_format)


@pytest.mark.parametrize("written", ["{} ({})", "{} (ĐVT: {})", "{}, đơn vị tính: {}"])
def test_a_unit_behind_the_label_is_no_part_of_it(written: str) -> None:
    """Labels that end with a bracket of their own ("nếu có") keep it."""
    content = with_lines(lambda line: replace(line, label=written.format(line.label, line.unit)) if line.unit else line)
    look = Look(columns=NO_UNIT, words=words(label="Chỉ tiêu (đơn vị tính)"))
    assert_read(docx_of(blocks_of(content, look), look), "docx")


def test_a_note_beside_a_blank_figure_is_no_figure_without_a_header() -> None:
    """The column in which all other figures stand is theirs."""
    blocks = blocks_of(made("2022")[1], Look(columns=NO_UNIT))
    for grid in grids(blocks):
        del grid.rows[0]
    assert_read(docx_of(blocks, Look()), "docx")


def test_the_title_may_stand_above_another_table() -> None:
    """A list of papers between the title and the report's table."""
    content = made("2022")[1]
    papers = [[Cell(text) for text in (f"{place}", "Kế hoạch kiểm tra", f"{place}/KH", "05/01/2022")] for place in range(9)]
    header: list[Cell | None] = [Cell(text) for text in ("STT", "Tên văn bản", "Số", "Ngày")]
    blocks: list[Block] = [*content.title, Grid([header, *papers], 1), "Bảng 2", *grids(blocks_of(content, Look()))]
    assert_read(docx_of(blocks, Look()), "docx")


@pytest.mark.parametrize("unit", ["Số lượng phần mềm", "Cơ quan, đơn vị", "Nhiệm vụ"])
def test_a_row_may_be_cut_within_its_unit(unit: str) -> None:
    """The foot of a page between the words of label and unit: "Số lượng phần" here, "mềm" overleaf."""
    blocks = blocks_of(made("2022")[1], Look())
    for grid in grids(blocks):
        cut: list[list[Cell | None]] = []
        for row in grid.rows:
            label, of_row = (row[1].text if row[1] else "").split(), row[2].text if row[2] else ""
            if of_row == unit and len(label) > 4:
                first, _, last = unit.rpartition(" ")
                cut.append([row[0], Cell(" ".join(label[:3])), Cell(first), *row[3:]])
                cut.append([Cell(), Cell(" ".join(label[3:])), Cell(last), Cell(), Cell()])
            else:
                cut.append(row)
        assert len(cut) > len(grid.rows)
        grid.rows = cut
    assert_read(docx_of(blocks, Look()), "docx")


def test_cells_crossed_out_in_excel_are_blank() -> None:
    """A figure that its author put a line through is taken back."""
    figures, content, *_ = made("2022")
    blank = {line.label for line in content.lines if line.unit and not line.value}
    workbook = load_workbook(BytesIO(xlsx_of(blocks_of(content, Look()), Look())))
    for row in workbook.active.iter_rows():
        if row[1].value in blank and row[3].value is None:
            row[3].value = 99
            row[3].font = Font(strike=True)
    file = BytesIO()
    workbook.save(file)
    assert len(blank) > 10
    assert figures
    assert_read(file.getvalue(), "xlsx")


def test_rates_of_which_none_is_above_1_are_asked_about() -> None:
    """0.5909 may be 59,09 % without its format, or 0,59 %."""
    content = with_lines(
        lambda line: replace(line, value=f"{line.number / 100:f}") if line.is_percent and line.number and line.value else line
    )
    reading = read_report(docx_of(blocks_of(content, Look()), Look()), file_name="bao-cao.docx", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    rates = [
        row for row in reading.read if row.indicator and row.indicator.type is ValueType.PERCENT and row.raw not in ("", "0")
    ]
    assert len(rates) > 3
    assert {row.flaw.kind if row.flaw else None for row in rates} == {FlawKind.SHARE}
    assert not any(row.figure for row in rates)


def test_formatted_blank_rows_below_a_sheet_are_no_reason_to_refuse_it() -> None:
    """A column formatted down to the last row writes each of its rows into the file."""
    blank = b"".join(b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (row, row) for row in range(400, 50_000))
    file = BytesIO()
    with ZipFile(BytesIO(xlsx_of(blocks_of(made("2022")[1], Look()), Look()))) as sheet, ZipFile(file, "w") as filled:
        for name in sheet.namelist():
            content = sheet.read(name)
            filled.writestr(name, content.replace(b"</sheetData>", blank + b"</sheetData>"))
    assert_read(file.getvalue(), "xlsx")


def test_a_pdf_that_only_restricts_printing_is_read() -> None:
    """It is encrypted, but opens without a password."""
    content = made("2022")[1]
    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("", ownerPassword="chu", canPrint=0))
    canvas.setFont(registered_font(), 6)
    for place, text in enumerate(content.title):
        canvas.drawString(40, 800 - 12 * place, text)
    top = 740
    for row in [
        ("STT", "Chỉ tiêu", "ĐVT", "Số lượng"),
        *((each.stt, each.label, each.unit, each.value) for each in content.lines),
    ]:
        if top < 60:
            canvas.showPage()
            canvas.setFont(registered_font(), 6)
            top = 800
        for left, text in zip((20, 40, 430, 540), row, strict=True):
            canvas.drawString(left, top, text[:110])
        top -= 14
    canvas.save()
    reading = read_report(file.getvalue(), file_name="bao-cao.pdf", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    figures = made("2022")[0]
    found = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    assert len(found) > 0.9 * len(figures)  # labels are cut where they would run into the units
    assert all(figures[row] == number for row, number in found.items())


def test_months_alone_are_no_figures_of_a_quarter() -> None:
    """No column is the period's: nothing is read as blank."""
    look = Look(columns=("stt", "label", "unit", "last", "value"), words=words(last="Tháng 8", value="Tháng 9"))
    written = docx_of(blocks_of(made("2022")[1], look), look)
    reading = read_report(
        written, file_name="a.docx", catalogue=CATALOGUE, agency=AgencyCode("SCT"), period=Period.parse("2022-Q3")
    )
    assert isinstance(reading, Unreadable)
    assert reading.why is Doubt.UNCLEAR_COLUMNS
