"""The appendix as a file: what a registry looks at in Word, what a spreadsheet must not misread, what is summed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from bot.documents.marking import COLUMNS
from bot.domain.appendix import appendix_of, province_appendix
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Figure, NewValue, Source, ValueKey
from bot.making import make
from bot.replies.appendix import appendix_content, figure_notation, province_content
from bot.understanding.numbers import read_figure
from storage import Storage, UnitOfWork

CATALOGUE = load_catalogue()
SCT, STC, STTTT = AgencyCode("SCT"), AgencyCode("STC"), AgencyCode("STTTT")
Q3, AT = Period.parse("2022-Q3"), datetime(2022, 9, 15, tzinfo=UTC)
PLANNED, DONE, RATE = (IndicatorId(f"plan.{name}") for name in ("tasks_planned", "tasks_done", "completion_rate"))
RECEIVED, PLAN, INSPECTION = IndicatorId("dossiers.received"), IndicatorId("procedure_review_plan"), IndicatorId("inspection")
ISSUES, RESOLVED = IndicatorId("inspection.issues_found"), IndicatorId("inspection.issues_resolved")
FORMULAS = ("=HYPERLINK(1)", "+84", "-5", "@SUM(1)", "#N/A", "'quoted")


@pytest.fixture
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[UnitOfWork]:
    storage = Storage(f"sqlite:///{tmp_path_factory.mktemp('figures') / 'cchc.sqlite3'}")
    storage.migrate()
    with storage.begin() as unit:
        yield unit
    storage.close()


def store(work: UnitOfWork, agency: AgencyCode, figures: dict[IndicatorId, tuple[Figure, str | None]]) -> None:
    values = [NewValue(ValueKey(agency, Q3, row), figure, note, "", None) for row, (figure, note) in figures.items()]
    work.write_values(values, batch=agency, by=1, at=AT, source=Source("message"))


def content(work: UnitOfWork, figures: dict[IndicatorId, tuple[Figure, str | None]]) -> dict[str, Any]:
    store(work, SCT, figures)
    return appendix_content(appendix_of(work, CATALOGUE, SCT, Q3))


NOTATION = [
    ("dossiers.received", Figure(Decimal(4968)), "4.968"),
    ("dossiers.received", Figure(Decimal(1234567)), "1.234.567"),
    ("dossiers.received", Figure(Decimal(0)), "0"),
    ("dossiers.received", NOTHING_OCCURRED, "không phát sinh"),
    ("dossiers.received", NO_DATA, "chưa có số liệu"),
    ("dossiers.received", Figure(Decimal(25), estimate=True), "ước 25"),
    ("dossiers.received", Figure(Decimal(4968), estimate=True), "ước 4.968"),
    ("plan.completion_rate", Figure(Decimal("59.09")), "59,09"),
    ("plan.completion_rate", Figure(Decimal("43.750")), "43,75"),
    ("plan.completion_rate", Figure(Decimal(100)), "100"),
    ("plan.completion_rate", Figure(Decimal("4.968")), "4,968"),
    ("staff.downsized_rate", Figure(Decimal("1234.5"), estimate=True), "ước 1234,5"),
    ("plan.completion_rate", NO_DATA, "chưa có số liệu"),
    ("procedure_review_plan", Figure(Decimal(1)), "1"),
    ("procedure_review_plan", NO_DATA, "chưa có số liệu"),
]


@pytest.mark.parametrize(("indicator", "figure", "written"), NOTATION)
def test_one_notation_is_written_and_read(indicator: str, figure: Figure, written: str) -> None:
    """docs/notation.md; what is shown is read back as the same figure."""
    row = CATALOGUE.row(indicator)
    assert figure_notation(row, figure) == written
    assert read_figure(written, row) == figure


def word_table(file: bytes) -> tuple[Any, Any]:
    document = Document(BytesIO(file))
    return document, document.tables[0]._tbl  # noqa: SLF001  as its reader sees it


def texts(row: Any) -> list[str]:  # noqa: ANN401  an element of the XML
    return ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]


def is_bold(cell: Any) -> bool:  # noqa: ANN401
    return cell.find(f".//{qn('w:b')}") is not None


def test_the_page_is_that_of_an_official_document(work: UnitOfWork) -> None:
    """A4, margins within the decree's, page number at the top centre but not on the first page."""
    document, _ = word_table(make("appendix_docx", content(work, {})))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= section.top_margin.mm <= 25
    assert 20 <= section.bottom_margin.mm <= 25
    assert 30 <= section.left_margin.mm <= 35
    assert 15 <= section.right_margin.mm <= 20
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].alignment == 1
    assert "PAGE" in section.header._element.xml  # noqa: SLF001
    assert not section.first_page_header.paragraphs[0].text


def test_every_letter_is_times_new_roman(work: UnitOfWork) -> None:
    """All four kinds of letters, or Word takes another font for some of the Vietnamese ones; 13 or 14 points; black."""
    file = make("appendix_docx", content(work, {RECEIVED: (Figure(Decimal(4968)), "Ghi chú dài")}))
    document, _ = word_table(file)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    sizes = {size.get(qn("w:val")) for size in document.element.iter(qn("w:sz"))}
    assert sizes <= {"26", "28"}
    assert not list(document.element.iter(qn("w:rFonts"), qn("w:color")))
    with ZipFile(BytesIO(file)) as package:
        styles = package.read("word/styles.xml").decode()
    assert "Theme=" not in styles.split("<w:style ", 1)[0]


def test_the_title_is_the_form_s_and_no_number_is_invented(work: UnitOfWork) -> None:
    """«Phụ lục», the title in capitals, and the line for the registry with its blanks."""
    document, _ = word_table(make("appendix_docx", content(work, {})))
    lines = [paragraph for paragraph in document.paragraphs if paragraph.text.strip()]
    assert [" ".join(line.text.split()) for line in lines] == [
        "Phụ lục",
        "THỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH ĐỊNH KỲ",
        "QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG",
        "(Kèm theo Báo cáo số /BC- ngày tháng năm của Sở Công Thương)",
    ]
    assert [bool(line.runs[0].bold) for line in lines] == [True, True, True, False]
    assert lines[3].runs[0].italic
    assert lines[0].runs[0].font.size.pt == 14
    assert {line.alignment for line in lines} == {1}


def test_the_table_is_the_form_in_printed_order(work: UnitOfWork) -> None:
    """STT, wording and unit as printed; the header repeated on every page; sections and headings bold, their values shown."""
    figures = {INSPECTION: (Figure(Decimal(3)), "Kế hoạch số 35"), RECEIVED: (Figure(Decimal(4968)), None)}
    _, table = word_table(make("appendix_docx", content(work, figures)))
    header, *rows = table.iter(qn("w:tr"))
    form = CATALOGUE.form_for(Q3)
    assert texts(header) == list(COLUMNS)
    assert header.find(f".//{qn('w:tblHeader')}") is not None
    assert [texts(row)[:3] for row in rows] == [[each.stt, each.label, each.unit] for each in form.rows]
    shown = {each.id: row for each, row in zip(form.rows, rows, strict=True)}
    assert texts(shown[INSPECTION])[3:] == ["3", "Kế hoạch số 35"]
    assert texts(shown[RECEIVED])[3:] == ["4.968", ""]
    assert [is_bold(cell) for cell in shown[INSPECTION].iter(qn("w:tc"))][:4] == [True, True, False, True]
    assert not is_bold(shown[RECEIVED])
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_a_spreadsheet_gets_numbers_as_numbers(work: UnitOfWork) -> None:
    """So that they can be added up; states and estimates are words, blanks are empty cells; the header stays in sight."""
    figures = {
        RECEIVED: (Figure(Decimal(4968)), None),
        RATE: (Figure(Decimal("59.09")), None),
        PLANNED: (Figure(Decimal(25), estimate=True), None),
        ISSUES: (NOTHING_OCCURRED, None),
        RESOLVED: (NO_DATA, None),
    }
    book = load_workbook(BytesIO(make("appendix_xlsx", content(work, figures))))
    (sheet,) = book.worksheets
    cells = {each.id: sheet.cell(row, 4) for row, each in enumerate(CATALOGUE.form_for(Q3).rows, 7)}
    assert (cells[RECEIVED].value, cells[RECEIVED].number_format) == (4968, "#,##0")
    assert (cells[RATE].value, cells[RATE].data_type) == (59.09, "n")
    assert cells[PLANNED].value == "ước 25"
    assert (cells[DONE].value, sheet["A7"].value) == (None, "I")
    assert (cells[ISSUES].value, cells[RESOLVED].value) == ("không phát sinh", "chưa có số liệu")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A7", "$6:$6")


@pytest.mark.parametrize("note", FORMULAS)
def test_no_cell_is_taken_for_a_formula(work: UnitOfWork, note: str) -> None:
    """A note may begin with anything; in Excel it is text for good, in CSV it does not begin so."""
    made = content(work, {RECEIVED: (Figure(Decimal(1)), note)})
    book = load_workbook(BytesIO(make("appendix_xlsx", made)))
    (cell,) = [cell for row in book.active for cell in row if cell.value == note]  # type: ignore[union-attr]
    assert cell.data_type == "s"
    assert cell.quotePrefix or note == "#N/A"
    lines = csv.reader(StringIO(make("appendix_csv", made).decode("utf-8-sig"), newline=""), delimiter=";")
    cells = [cell for line in lines for cell in line if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@"]
    assert ("'" + note if note != "#N/A" else note) in cells


def test_csv_opens_in_excel_of_a_vietnamese_windows(work: UnitOfWork) -> None:
    """The mark that says UTF-8, semicolons, Windows' line ends."""
    file = make("appendix_csv", content(work, {RECEIVED: (Figure(Decimal(4968)), "một\nhai; ba")}))
    assert file.startswith(b"\xef\xbb\xbfPh\xe1\xbb\xa5 l\xe1\xbb\xa5c\r\n")
    assert ";".join(COLUMNS) in file.decode("utf-8-sig").splitlines()
    assert '4.968;"một\nhai; ba"\r\n'.encode() in file


def test_the_province_adds_up_what_adds_up(work: UnitOfWork) -> None:
    """Counts are summed, a rate with a formula is worked out anew, answers are counted; who has not submitted stays blank."""
    rates = {SCT: (22, 13), STTTT: (46, 40)}
    for agency, (planned, done) in rates.items():
        share = Figure(round(Decimal(100 * done) / planned, 2))
        figures = {PLANNED: Figure(Decimal(planned)), DONE: Figure(Decimal(done)), RATE: share, PLAN: Figure(Decimal(1))}
        store(work, agency, {row: (figure, None) for row, figure in figures.items()})
    store(work, STC, {PLANNED: (Figure(Decimal(1000)), None)})
    agencies = [each.code for each in CATALOGUE.agencies if each.is_valid_on(Q3.last_day)]
    found = province_appendix(work, CATALOGUE, Q3, agencies, [SCT, STTTT])
    book = load_workbook(BytesIO(make("province_xlsx", province_content(found))))
    assert [name.split(".")[0] for name in book.sheetnames] == ["Tổng quan", "I", "II", "III", "IV", "V", "VI", "VII"]
    sheets = book.worksheets[1:]
    columns = {cell.value: cell.column for cell in sheets[0][4]}
    rows = {sheet.cell(row, 2).value: (sheet, row) for sheet in sheets for row in range(5, sheet.max_row + 1)}
    labels = {each.id: each.label for each in CATALOGUE.form_for(Q3).rows}

    def shown(indicator: IndicatorId, column: str) -> object:
        sheet, row = rows[labels[indicator]]
        return sheet.cell(row, columns[column]).value

    assert [shown(PLANNED, name) for name in ("SCT", "STTTT", "STC", "Toàn tỉnh")] == [22, 46, None, 68]
    assert shown(RATE, "Toàn tỉnh") == 77.94  # 53 of 68, not the mean of 59,09 and 86,96
    assert (shown(PLAN, "Toàn tỉnh"), shown(PLAN, "Cách tính")) == ("Có: 2", "đếm đơn vị")
    assert shown(PLANNED, "Số đơn vị có số") == f"2/{len(agencies)}"
    assert shown(RECEIVED, "Toàn tỉnh") is None
    about = " ".join(str(cell.value) for row in book.worksheets[0] for cell in row if cell.value)
    assert f"2/{len(agencies)} đơn vị" in about
    assert "STC (Sở Tài chính)" in about
