"""Excel files: what a cell shows is read; what Excel made of it against its author's intention is asked."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.number_formats import format_of
from bot.documents.row import FlawKind
from bot.documents.text import TextDocument
from bot.documents.xlsx import read_xlsx
from bot.domain.catalogue_file import load_catalogue
from bot.domain.report_reading import Doubt, Issue, Reading, Unreadable, read_report
from bot.replies.flaws import flaw_text
from tests.made_reports.as_xlsx import saved
from tests.made_reports.bad_files import packed

CATALOGUE = load_catalogue()
HEADER = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số lượng", "Ghi chú")
LABELS = (
    "Số phòng ban đã kiểm tra",
    "Số đơn vị trực thuộc đã kiểm tra",
    "Số vấn đề phát hiện qua kiểm tra",
    "Số vấn đề phát hiện đã xử lý xong",
)


@pytest.mark.parametrize(
    ("number", "code", "seen"),
    [
        ("0.5909", "0.00%", "59.09%"),
        ("0.5909", "0%", "59.09%"),
        ("0.590909090909091", "0.00%", "59.09%"),
        ("0.590909090909091", "0%", "59%"),
        ("1", "0%", "100%"),
        ("5.0", "General", "5"),
        ("4968", "#,##0", "4968"),
        ("4.968", "General", "4.968"),
        ("0.30000000000000004", "General", "0.3"),
        ("59.0909090909091", "General", "59.09"),
        ("59.0909090909091", "0.0", "59.1"),
        ("59.09", "0", "59.09"),
        ("4.999999999999999", "0", "5"),
        ("0.590909090909091", "# ?/?", "3/5"),
        ("0.590909090909091", "# ??/??", "13/22"),
        ("12", '0 "hồ sơ"', "12"),
        ("59.1", '0.0"%"', "59.1"),
        ("0", '_(* #,##0_);_(* "-"??_)', "0"),
        ("-3", "0;[Red]-0", "-3"),
        ("1E3", "General", "1000"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(number: str, code: str, seen: str) -> None:
    """Percents, thousands, noise of binary fractions; what was typed with two decimals is never rounded."""
    assert format_of(code).text_of(Decimal(number)) == seen


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd/mm/yyyy", True),
        ("d-mmm", True),
        ("[$-42A]dd mmmm yyyy", True),
        ("h:mm", True),
        ("mm:ss.0", True),
        ("[h]:mm", True),
        ("0.00", False),
        ("General", False),
        ('0 "ngày"', False),
        ("[Red]#,##0", False),
        ("@", False),
    ],
)
def test_a_format_of_days_is_told_from_one_of_numbers(code: str, *, is_date: bool) -> None:
    """Letters in quotation marks and colours are no days."""
    assert format_of(code).is_date is is_date


def sheet_with(*values: object, formats: tuple[str, ...] = ()) -> tuple[Workbook, Worksheet]:
    """A sheet of four rows with these figures."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "PHỤ LỤC SỐ LIỆU CCHC QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG"
    sheet.append(())
    sheet.append(HEADER)
    for place, (label, value) in enumerate(zip(LABELS, values, strict=False)):
        sheet.append(("", label, "Vấn đề", value, ""))
        if place < len(formats) and formats[place]:
            sheet.cell(4 + place, 4).number_format = formats[place]
    return book, sheet


def read(book: Workbook) -> Reading | Unreadable:
    return read_report(saved(book), file_name="a.xlsx", catalogue=CATALOGUE)


def test_cells_that_excel_changed_are_asked_and_never_figures() -> None:
    """A day, an error, a formula without a result, TRUE: each with its cell and what may have been meant."""
    book, _ = sheet_with(datetime(2022, 12, 10), "#REF!", "=1+1", True, formats=("d-mmm",))  # noqa: DTZ001
    reading = read(book)
    assert isinstance(reading, Reading)
    rows = reading.read
    assert [row.figure for row in rows] == [None] * 4
    assert [row.issue for row in rows] == [Issue.DATE_CELL, *[Issue.IMPOSSIBLE_VALUE] * 3]
    kinds = [row.flaw.kind for row in rows if row.flaw]
    assert kinds == [FlawKind.DATE, FlawKind.ERROR, FlawKind.NO_RESULT, FlawKind.TRUE_OR_FALSE]
    told = [flaw_text(row.flaw, row.indicator) for row in rows if row.flaw and row.indicator]
    assert told == [
        "ô D4 bị Excel đổi thành ngày 10/12/2022; nếu đã gõ 10/12 thì đó là hai số: 10 trên tổng 12",
        "ô D5 đang báo lỗi #REF!",
        "ô D6 là công thức chưa có kết quả; mở bằng Excel, lưu lại rồi gửi",
        "ô D7 ghi TRUE; cần ghi số hoặc Có/Không",
    ]


def test_kept_results_of_formulas_are_read() -> None:
    """The result that Excel stored, a text result, a blank one; text that only begins with = stays text."""
    rows = "".join(
        f'<row r="{place}"><c r="A{place}" t="inlineStr"><is><t>{label}</t></is></c>{cell}<c r="C{place}"><v>1</v></c></row>'
        for place, (label, cell) in enumerate(
            (
                ("số", '<c r="B1"><f>13/22*100</f><v>59.0909090909091</v></c>'),
                ("chữ", '<c r="B2" t="str"><f>A1</f><v>Có</v></c>'),
                ("trống", '<c r="B3" t="str"><f>""</f><v></v></c>'),
                ("dấu bằng", '<c r="B4" t="inlineStr"><is><t>=13/22</t></is></c>'),
            ),
            1,
        )
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = '<sheets><sheet name="S" r:id="b"/></sheets>'
    relation = '<Relationship Id="{0}" Type="{1}/{2}" Target="{3}"/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    file = packed(
        {
            "[Content_Types].xml": "",
            "_rels/.rels": relations.format(relation.format("a", office, "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": relations.format(relation.format("b", office, "worksheet", "worksheets/s.xml")),
            "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )
    document = read_xlsx(file)
    assert [row.cells[1] for row in document.tables[0].rows] == ["59.09", "Có", "", "=13/22"]
    assert not any(row.flaws for row in document.tables[0].rows)


def test_hidden_columns_and_sheets_are_left_out_and_hidden_rows_are_told() -> None:
    """A hidden row is read with a remark; one that says otherwise than a row that is shown is not."""
    book, sheet = sheet_with(1, 2, 3, 4)
    sheet.insert_cols(4)
    sheet["D3"] = "Số lượng"
    for row in range(4, 8):
        sheet.cell(row, 4, 900 + row)
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("nháp").append(("1", LABELS[0], "Vấn đề", "77"))
    book["nháp"].sheet_state = "hidden"
    reading = read(book)
    assert isinstance(reading, Reading)
    assert [(row.raw, row.issue) for row in reading.read] == [("1", None), ("2", Issue.HIDDEN_ROW), ("3", None), ("4", None)]
    sheet.append(("", LABELS[0], "Vấn đề", "", "55", ""))
    sheet.row_dimensions[8].hidden = True
    again = read(book)
    assert isinstance(again, Reading)
    assert [row.raw for row in again.read] == ["1", "3", "4"]


def test_a_sheet_a_section_is_one_report_and_two_whole_tables_are_asked_about() -> None:
    """Places name the sheet when there are several."""
    book, _ = sheet_with(1, 2, 3, 4)
    more = book.create_sheet("Thể chế")
    more.append(HEADER)
    for label, value in (("Số VBQPPL phải rà soát", 5), ("Số VBQPPL đã rà soát", 6)):
        more.append(("", label, "Văn bản", value, ""))
    reading = read(book)
    assert isinstance(reading, Reading)
    assert [row.row.place for row in reading.read][-1] == "trang tính Thể chế, hàng 3"
    assert len(reading.read) == 6
    printed = CATALOGUE.forms[-1].rows
    twice = Workbook()
    for name in ("Quý I", "Quý II"):
        sheet = twice.create_sheet(name)
        sheet.append(HEADER)
        for each in printed[:80]:
            sheet.append((each.stt, each.label, each.unit, 1, ""))
    refused = read(twice)
    assert isinstance(refused, Unreadable)
    assert refused.why is Doubt.SEVERAL_TABLES


def test_a_million_formatted_blank_rows_are_no_report_of_a_million_rows() -> None:
    """Whole columns with borders: blank cells cost nothing."""
    book, sheet = sheet_with(1, 2, 3, 4)
    content = saved(book)
    with ZipFile(BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    name = next(name for name in members if name.endswith("sheet1.xml"))
    blank = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % ((row,) * 3) for row in range(100, 150_000))
    members[name] = members[name].replace(b"</sheetData>", blank + b"</sheetData>")
    document = read_xlsx(packed(members))
    assert isinstance(document, TextDocument)
    assert [len(table.rows) for table in document.tables] == [sheet.max_row - 2]
