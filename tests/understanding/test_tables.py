"""Pasted tables: with tabs, or with spaces and line breaks where the tabs were; and messages that are no tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.period import Period
from bot.domain.value import Fault, Figure
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, Request
from bot.understanding.tables import read_table
from bot.understanding.understand import understand
from tests.understanding.rendered_pastes import LAYOUTS, Style, blocks, render

CONTEXT = Context(today=date(2022, 10, 5), agency=AgencyCode("SCT"), open_period=Period.parse("2022-Q3"))
ROOMS, UNITS = "inspection.departments_inspected", "inspection.subordinates_inspected"
FOUND = "inspection.issues_found"


def read(text: str, reader: Reader) -> Request:
    return understand(text, CONTEXT, reader=reader)


def certain(request: Request) -> dict[str, str]:
    """What would be written, by id."""
    assert isinstance(request, Entry)
    return {
        str(value.indicator): f"{value.figure.number:f}"
        for value in request.values
        if value.certain and value.figure and value.figure.number is not None
    }


STYLES = st.builds(
    Style,
    layout=st.sampled_from(LAYOUTS),
    stt=st.sampled_from(["printed", "none", "dotted", "counted"]),
    units=st.booleans(),
    notes=st.booleans(),
    header=st.booleans(),
    headings=st.booleans(),
    shuffled=st.booleans(),
    blanks=st.booleans(),
)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=st.sampled_from(["2021", "2022", "2023"]),
    first=st.integers(0, 60),
    count=st.integers(1, 5),
    style=STYLES,
    seed=st.integers(0, 9999),
)
def test_rendered_sections_land_in_their_rows(
    form: str, first: int, count: int, style: Style, seed: int, catalogue: Catalogue, reader: Reader
) -> None:
    """Whatever is certain is right, nothing is lost, and all of a plain paste with its headings is certain."""
    all_blocks = blocks(catalogue, form)
    first %= len(all_blocks)
    paste = render([row for block in all_blocks[first : first + count] for row in block], catalogue, style, seed)
    if len(paste.values) < 2:
        return
    request = read(paste.text, reader)
    assert isinstance(request, Entry)
    assert request.is_table
    for value in request.values:
        if value.certain and value.figure is not None and value.indicator is not None:
            meant = read_figure(paste.values.get(value.indicator, ""), catalogue.row(value.indicator))
            assert isinstance(meant, Figure), (value, paste.text)
            assert meant.number == value.figure.number, (value, paste.text)
    assert len(request.values) >= len(paste.values), paste.text
    if style == Style(layout=style.layout) and style.layout != "mixed":
        assert len(certain(request)) == len(paste.values), paste.text


TWO = {ROOMS: "4", UNITS: "2"}
A, B = "Số phòng ban đã kiểm tra", "Số đơn vị trực thuộc đã kiểm tra"
UNIT = "Cơ quan, đơn vị"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"{A} {UNIT} 4\n{B} {UNIT} 2", TWO),
        (f"1.2.1 {A}  {UNIT}  4\n1.2.2 {B}  {UNIT}  2", TWO),
        (f"{A}: 4\n{B}: 2", TWO),
        (f"- {A} - 4\n- {B} - 2", TWO),
        (f"{A}\n{UNIT}\n4\n{B}\n{UNIT}\n2", TWO),
        (f"{A}\n4\n{B}\n2", TWO),
        (f"{A} {UNIT}\n4\n{B} {UNIT}\n2", TWO),
        (f"STT Chỉ tiêu thống kê Đơn vị tính Số lượng Ghi chú\n1 {A} {UNIT} 4\n2 {B} {UNIT} 2 Quyết định số 7/QĐ-ABC", TWO),
        (f"{A} CQ, ĐV 4\n{B} CQ, ĐV 2", TWO),
        (f"{A} 4 {UNIT}\n{B} 2 {UNIT}", TWO),
        (f"{B} {UNIT} 2\n{A} {UNIT} 4", TWO),
        ("Số đơn vị trực\nthuộc đã kiểm tra Cơ quan, đơn vị 2\nSố phòng ban\nđã kiểm tra 4", TWO),
        ("so phong ban da kiem tra co quan, don vi 4\nso don vi truc thuoc da kiem tra co quan, don vi 2", TWO),
        (f"Số phòng ban đã kiem tra {UNIT} 4\n{B} {UNIT} 2", TWO),
        (f"{A} {UNIT} 4\n{B} {UNIT} không phát sinh", {ROOMS: "4", UNITS: "0"}),
        (f"{A} {UNIT} 4\n{B} {UNIT} 1 327", {ROOMS: "4", UNITS: "1327"}),
        (f"{A} {UNIT} 4\n{B} {UNIT} -\nSố vấn đề phát hiện qua kiểm tra Vấn đề 3", {ROOMS: "4", FOUND: "3"}),
        (
            "Sở ngành thực hiện công bố, công bố lại ISO có\nSở ngành thực hiện đánh giá nội bộ chưa",
            {"iso.announced": "1", "iso.internal_audit": "0"},
        ),
        (
            "Số TTHC đang cung cấp trực tuyến mức độ 3 35\nTổng số TTHC đủ điều kiện cung cấp trực tuyến mức độ 3 TTHC 40",
            {"online_services.level3_provided": "35", "online_services.level3_eligible": "40"},
        ),
        (
            "Đơn giản hóa TTHC Có = 1 Không = 0 1\nGiảm thành phần hồ sơ Thủ tục 3\nKhác Thủ tục 0",
            {"simplification": "1", "simplification.components_reduced": "3", "simplification.other": "0"},
        ),
        (
            "7 Thanh tra chuyên ngành\nSố đơn vị hành chính cấp xã đã thanh tra 5\nSố vấn đề phát hiện đã xử lý xong 6",
            {"specialized_inspection.communes_inspected": "5", "specialized_inspection.issues_resolved": "6"},
        ),
    ],
)
def test_cells_are_found_again_without_tabs(text: str, written: dict[str, str], reader: Reader) -> None:
    """Spaces, line breaks, missing columns, another order: a table all the same."""
    request = read(text, reader)
    assert isinstance(request, Entry)
    assert request.is_table
    assert certain(request) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"{A} {UNIT} 3 4\n{B} {UNIT} 1 2", {}),
        (f"{A}\n3\n4\n{B}\n1\n2", {}),
        (f"STT Chỉ tiêu ĐVT Kỳ trước Kỳ này\n{A} {UNIT} 4\n{B} {UNIT} 2", {}),
        (f"{A}\n{UNIT}\n2\nKiểm tra CCHC\n{B}\n{UNIT}\n5", {UNITS: "5"}),
        (f"1\n{A}\n{UNIT}\n2\n{B}\n{UNIT}\n5", {UNITS: "5"}),
        (f"{A} theo kế hoạch 4\n{B} 2\nSố vấn đề phát hiện qua kiểm tra 3", {UNITS: "2", FOUND: "3"}),
        (f"{A} {UNIT} 9 tháng 4\n{B} {UNIT} 2", {UNITS: "2"}),
        (f"{A} {UNIT} 2,5\n{B} {UNIT} 2", {UNITS: "2"}),
        (f"{A} {UNIT} 25 - 30\n{B} {UNIT} 2", {UNITS: "2"}),
        (f"{A} {UNIT} 4\n{B} {UNIT} 2\nhọp phòng 3", TWO),
        (f"họp phòng 3\n{A} {UNIT} 4\n{B} {UNIT} 2", TWO),
        (f"{A} {UNIT} 4\n{B} {UNIT} 2\n{B} {UNIT} 7", {ROOMS: "4"}),
    ],
)
def test_what_may_be_two_things_is_asked(text: str, written: dict[str, str], reader: Reader) -> None:
    """Two columns of figures, a number that may number the next row, words nobody prints: named or asked, never written."""
    request = read(text, reader)
    assert isinstance(request, Entry)
    assert certain(request) == written
    assert len(request.values) > len(written)


@pytest.mark.parametrize(
    "text",
    [
        "bc giao 40\nbc có mặt 38\nhđlđ 5",
        "thanh tra chuyên ngành\n- cấp huyện: 3\n- cấp xã: 5\n- phát hiện: 2",
        "phiếu khảo sát: 200\nhình thức: phát phiếu\ntỷ lệ hài lòng: 97",
        f"{A} quý 3 là 4\n{B} quý 3 là 2",
        f"{A} 4\nbc giao 40\nhđlđ 5",
        f"{A} {UNIT} 4",
        f"{A} 4\n{B} 2\nđúng chưa em?",
        f"{A}\n{B}",
    ],
)
def test_messages_are_no_tables(text: str, reader: Reader) -> None:
    """Everyday wordings on several lines, one line alone, and questions are read as before."""
    request = read(text, reader)
    assert not (isinstance(request, Entry) and request.is_table)


def test_the_lines_above_name_agency_and_period(reader: Reader) -> None:
    """And only these: a row that says "kỳ báo cáo" or "UBND tỉnh" names none."""
    title = "Số liệu CCHC quý 2/2022\ncủa Sở Y tế"
    rows = f"{A} {UNIT} 4\nTỷ lệ hài lòng trong kỳ báo cáo % 96,5"
    request = read(f"{title}\n{rows}", reader)
    assert isinstance(request, Entry)
    assert (request.agency, request.period) == (AgencyCode("SYT"), Period.parse("2022-Q2"))
    bare = read(rows, reader)
    assert isinstance(bare, Entry)
    assert (bare.agency, bare.period) == (None, None)


_SERVICES = """Dịch vụ công trực tuyến 3
- Số TTHC đang cung cấp trực tuyến mức độ 3   TTHC   12
- Số TTHC đang cung cấp trực tuyến mức độ 3 có {raise_} sinh hồ sơ nộp trực tuyến   TTHC   4
{service} vụ công trực tuyến 4
- Số TTHC đang cung cấp trực tuyến mức độ 4   TTHC   20"""


@pytest.mark.parametrize(("raise_", "service"), [("phát", "Dịch"), ("ohát", "Dịch"), ("phát", "Dịh")])
def test_a_slip_in_a_pasted_label_leaves_its_row(raise_: str, service: str, reader: Reader) -> None:
    """A shorter label that the line begins with is not meant, nor is the number of a heading a value."""
    table = read_table(_SERVICES.format(raise_=raise_, service=service), reader)
    assert table is not None
    assert [(value.indicator, value.raw, value.certain) for value in table.values] == [
        ("online_services.level3_provided", "12", True),
        ("online_services.level3_active", "4", True),
        ("online_services.level4_provided", "20", True),
    ]


def test_a_figure_with_letters_in_it_is_refused_by_name_and_no_note(reader: Reader) -> None:
    """The letter O typed for 0 among figures: the row is known, its value cannot be read, and nothing of it is dropped."""
    entry = read("\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25\n\tSố nhiệm vụ đã hoàn thành\tNhiệm vụ\t2O", reader)
    assert isinstance(entry, Entry)
    assert [(value.raw, value.fault) for value in entry.values] == [("25", None), ("2O", Fault.NOT_A_NUMBER)]


def test_a_figure_of_a_row_that_is_not_ours_is_named(reader: Reader) -> None:
    """Its label is like none of the catalogue: it is written nowhere, and said."""
    entry = read("\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25\n\tThu ngân sách trên địa bàn\tTỷ đồng\t5", reader)
    assert isinstance(entry, Entry)
    assert [(value.indicator, value.raw, value.certain) for value in entry.values] == [
        ("plan.tasks_planned", "25", True),
        (None, "5", False),
    ]
