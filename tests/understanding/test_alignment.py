"""Rows laid over a form: which row each is, which it may be, and how much work that takes."""

from __future__ import annotations

import random
import time

import pytest

from bot.documents.row import Row
from bot.domain.catalogue import Catalogue
from bot.understanding.alignment import AlignedRow, align, known_rows
from bot.understanding.labels import LabelIndex

_SHARED = "decentralization_inspection"
FOUND, RESOLVED = "Số vấn đề phát hiện qua kiểm tra\tVấn đề\t3", "Số vấn đề phát hiện đã xử lý xong\tVấn đề\t2"


def aligned(text: str, catalogue: Catalogue, form: str | None = None) -> list[AlignedRow]:
    rows = [Row(tuple(line.split("\t")), place + 1, f"dòng {place + 1}") for place, line in enumerate(text.split("\n"))]
    chosen = next((each for each in catalogue.forms if each.code == form), None)
    return list(align(rows, catalogue=catalogue, form=chosen).rows)


def found(text: str, catalogue: Catalogue, form: str | None = None) -> list[str]:
    """The ids found, "?" for a row that is none."""
    return [row.indicator.id if row.indicator else "?" for row in aligned(text, catalogue, form)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (FOUND, "?"),
        (RESOLVED, "?"),
        (f"{FOUND}\n{RESOLVED}", "? ?"),
        (f"Số phòng ban đã kiểm tra\t4\n{RESOLVED}", "inspection.departments_inspected inspection.issues_resolved"),
        (
            f"Số đơn vị hành chính cấp xã đã kiểm tra\t1\n{FOUND}\n{RESOLVED}",
            f"{_SHARED}.communes_inspected {_SHARED}.issues_found {_SHARED}.issues_resolved",
        ),
        (f"7\tThanh tra chuyên ngành\t\n{RESOLVED}", "specialized_inspection specialized_inspection.issues_resolved"),
        (f"Tổng số nhiệm vụ được giao\t5\n{RESOLVED}", "assigned_tasks.total ?"),
        (
            "Tổng số người làm việc được giao\tNgười\t9\nTổng số người làm việc có mặt\tNgười\t8",
            "psu_staff_budget.assigned psu_staff_budget.present",
        ),
        (
            "Tổng số người làm việc có mặt\tNgười\t8\nSố người đã tinh giản trong kỳ báo cáo\tNgười\t0",
            "psu_staff_budget.present psu_staff_budget.downsized",
        ),
    ],
)
def test_twins_are_decided_by_their_neighbours_or_not_at_all(text: str, ids: str, catalogue: Catalogue) -> None:
    """Rows of one label are told apart by the rows and headings around them; alone they are offered."""
    assert found(text, catalogue) == ids.split()


def test_an_undecided_row_names_all_it_may_be(catalogue: Catalogue) -> None:
    """Best first, at most five."""
    (row,) = aligned(RESOLVED, catalogue)
    assert set(row.candidates) == {
        "inspection.issues_resolved",
        "decentralization_inspection.issues_resolved",
        "specialized_inspection.issues_resolved",
    }


@pytest.mark.parametrize(
    "line",
    [
        "\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25\tghi chú",
        "Số nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25\tghi chú",
        "\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25",
        "Số nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t25",
        "Số nhiệm vụ đề ra trong kế hoạch\t25\tNhiệm vụ",
        "Số nhiệm vụ đề ra trong kế hoạch\t25",
        "- Số nhiệm vụ đề ra trong kế hoạch:\t25",
        "a) Số nhiệm vụ đề ra trong kế hoạch\t25",
        "1.2 Số nhiệm vụ đề ra trong kế hoạch\t25",
        "\tSố nhiệm vụ đề ra trong kế hoạch\t25\t\t",
        "so nhiem vu de ra trong ke hoach\t25",
        "SỐ NHIỆM VỤ ĐỀ RA TRONG KẾ HOẠCH\tNV\t25",
        "Số nhiệm vu đề ra trog kế hoach\tNhiệm vụ\t25",
        "Sô nhiêm vu đê ra trong kê hoach\tNhiệm vụ\t25",
        "\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t<b>25</b>\t",
    ],
)
def test_columns_are_found_by_what_stands_in_them(line: str, catalogue: Catalogue) -> None:
    """Two to five cells, any of STT, unit and note missing, units before or behind, unaccented or mistyped."""
    (row,) = aligned(line, catalogue)
    assert row.indicator is not None
    assert (row.indicator.id, row.value) == ("plan.tasks_planned", "25")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("STT\tChỉ tiêu\tĐVT\tKỳ trước\tKỳ này\tGhi chú", "4"),
        ("STT\tNội dung\tĐơn vị tính\tKết quả kỳ báo cáo\tCùng kỳ năm trước\tGhi chú", "3"),
        ("TT\tTên chỉ tiêu\tĐVT\tLũy kế từ đầu năm\tSố liệu\tGhi chú", "4"),
        ("STT\tChỉ tiêu\tĐVT\tQuý I/2022\tQuý II/2022\tGhi chú", ""),
    ],
)
def test_of_several_columns_of_figures_only_the_one_of_this_period_is_read(
    header: str, value: str, catalogue: Catalogue
) -> None:
    """When no header says which one it is, none is read, and the alignment says so."""
    rows = [header, "\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t3\t4\tx"]
    alignment = align([Row(tuple(line.split("\t")), 1, "") for line in rows], catalogue=catalogue)
    assert [row.value for row in alignment.rows] == [value]
    assert alignment.has_unclear_values == (not value)


@pytest.mark.parametrize(
    ("line", "value", "note"),
    [
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t\t4\tx", "4", "x"),
        ("1.1\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\tx\ty", "4", "y"),
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t3\t4\tx", "3 | 4", ""),
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\t\t\t\t", "4", ""),
    ],
)
def test_more_cells_than_columns_are_read_only_when_one_figure_stands_in_them(
    line: str, value: str, note: str, catalogue: Catalogue
) -> None:
    """Without a header two figures cannot be told apart: both are shown, and together they are no number."""
    (row,) = aligned(line, catalogue)
    assert (row.indicator.id if row.indicator else "?") == "inspection.departments_inspected"
    assert (row.value, row.note) == (value, note)


def test_a_header_with_a_slip_is_a_header(catalogue: Catalogue) -> None:
    """One cell of it may be mistyped."""
    text = "STT\tChỉỉ tiêu thống kê\tĐơn vị tính\tSố lượng\tGhi chú\n\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\t"
    assert found(text, catalogue) == ["inspection.departments_inspected"]


def test_a_number_or_a_note_in_a_row_of_its_own_belongs_to_its_neighbour(catalogue: Catalogue) -> None:
    """Converters put cells on lines of their own; a page number belongs to nobody."""
    rows = aligned(
        "2\nKiểm tra CCHC\t\t\ttheo kế hoạch\nđã duyệt đầu năm\n17\n\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\t", catalogue
    )
    assert [(row.label, row.note) for row in rows] == [
        ("Kiểm tra CCHC", "theo kế hoạch đã duyệt đầu năm"),
        ("Số phòng ban đã kiểm tra", ""),
    ]


def test_headers_are_skipped_wherever_they_stand(catalogue: Catalogue) -> None:
    """One row, two rows, with numbered columns, on each page."""
    two_rows = "STT\tChỉ tiêu thống kê\tKết quả thống kê\t\tGhi chú\n\t\tĐơn vị tính\tSố lượng\t"
    numbered = "STT\tChỉ tiêu\tĐVT\tSố lượng\tGhi chú\n(1)\t(2)\t(3)\t(4)\t(5)"
    text = f"{two_rows}\n2\tKiểm tra CCHC\t\t\t\n{numbered}\n\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\t"
    assert found(text, catalogue) == ["inspection", "inspection.departments_inspected"]


def test_a_split_row_is_joined(catalogue: Catalogue) -> None:
    """Label, unit, note and even the figure may go on in the next row."""
    text = (
        "3\tĐơn giản hóa TTHC\tKhông = 0\t1\tđã rà\n\t\tCó = 1\t\tsoát xong\n"
        "\tSố lãnh đạo cấp phòng và tương đương\tNgười\t2\t\n\tthuộc sở, ngành bị kỷ luật.\t\t\t\n"
        "\tSố người làm việc tại các đơn vị SNCL bị kỷ luật.\t\t\t\n\t\tNgười\t7\t"
    )
    rows = aligned(text, catalogue)
    assert [(row.indicator.id if row.indicator else "?", row.value, row.unit, row.note) for row in rows] == [
        ("simplification", "1", "Không = 0 Có = 1", "đã rà soát xong"),
        ("disciplinary.division_leaders", "2", "Người", ""),
        ("disciplinary.psu_staff", "7", "Người", ""),
    ]
    assert [[part.line for part in row.rows] for row in rows[1:]] == [[3, 4], [5, 6]]


def test_half_a_label_that_is_another_row_s_label_is_still_half(catalogue: Catalogue) -> None:
    """The first line alone would be the row above it in the form."""
    text = "\tSố công chức được tuyển dụng\tNgười\t9\t\n\ttheo trường hợp đặc biệt\t\t\t"
    (row,) = aligned(text, catalogue)
    assert row.indicator is not None
    assert (row.indicator.id, row.value) == ("recruitment.civil_servants_special", "9")


def test_rows_in_another_order_are_found(catalogue: Catalogue) -> None:
    """Two rows exchanged, and a section moved."""
    text = (
        "VII\tXây dựng và phát triển Chính phủ điện tử, Chính phủ số\t\n2\tBố trí công chức, viên chức chuyên trách CNTT\t1\n"
        "1\tBan hành kế hoạch phát triển chính quyền số, ứng dụng CNTT\t1\nI\tCông tác chỉ đạo điều hành CCHC\t\n"
        "2\tKiểm tra CCHC\t\n\tSố vấn đề phát hiện qua kiểm tra\t3\n\tSố phòng ban đã kiểm tra\t2"
    )
    section_vii, section_i = ["VII", "it_staff", "digital_plan"], ["I", "inspection"]
    assert found(text, catalogue) == [*section_vii, *section_i, "inspection.issues_found", "inspection.departments_inspected"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Số nhiệm vụ đề ra trong kế hoạch\t9\nSố nhiệm vụ chưa hoàn thành\t5", "plan.tasks_planned ?"),
        ("Số cuộc giao ban tuần\tCuộc\t5", "?"),
        ("Thanh tra CCHC\t1", "?"),
        ("Số phòng ban đã thanh tra\t1", "?"),
        ("Số phòng ban đã kiểm tra\t4\nSố phòng ban đã kiểm tra\t5", "? ?"),
        ("Số phòng ban đã kiểm tra\t4\nSố phòng ban đã kiểm tra\t", "inspection.departments_inspected ?"),
    ],
)
def test_a_row_that_is_none_of_the_form_is_not_forced_into_it(text: str, ids: str, catalogue: Catalogue) -> None:
    """The opposite of a row, an unknown row, a row twice with different figures: nobody can tell, so nobody is told."""
    assert found(text, catalogue) == ids.split()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "Nhiệm vụ khác (nếu có)\t\nSố VBQPPL đã tham mưu ban hành\t1\nII\tCải cách thể chế\t",
            "other_tasks other_tasks.legal_docs II",
        ),
        (
            "7\tNhiệm vụ khác (nếu có)\t\n1\tSố VBQPPL đã tham mưu ban hành\t1\n\tSố VBQPPL tham mưu ban hành đúng tiến độ\t1",
            "other_tasks legal_docs legal_docs.on_schedule",
        ),
    ],
)
def test_a_row_that_the_form_leaves_out_is_found_where_it_belongs(text: str, ids: str, catalogue: Catalogue) -> None:
    """The catalogue's other rows are known too; a printed row goes before them."""
    assert found(text, catalogue, "2022") == ids.split()


def test_every_form_is_recognised_by_its_rows(catalogue: Catalogue) -> None:
    """Without being told the period."""
    for form in catalogue.forms:
        rows = [Row((printed.stt, printed.label, printed.unit, "1", ""), 1, "") for printed in form.rows]
        alignment = align(rows, catalogue=catalogue)
        assert alignment.form.code == form.code
        assert [row.indicator.id if row.indicator else "?" for row in alignment.rows] == [row.id for row in form.rows]


def test_every_printed_label_is_its_own_row_first(catalogue: Catalogue) -> None:
    """No label of any form resembles another row more than its own."""
    index = LabelIndex(catalogue)
    for row in catalogue.rows:
        for label in row.labels:
            best = index.alike(label)[0].score
            assert row.id in {like.id for like in index.alike(label) if like.score == best}, label


def test_a_report_table_is_told_from_other_tables(catalogue: Catalogue) -> None:
    """By how many of its rows carry a label of the catalogue."""
    people = [Row(("01", "Người Thứ Nhất", "Chuyên viên", ""), 1, "")]
    report = [Row(("2", "Kiểm tra CCHC", "", ""), 2, ""), Row(("", "Số phòng ban đã kiểm tra", "", "4"), 3, "")]
    assert known_rows([people, report], LabelIndex(catalogue)) == [0, 2]


def test_five_hundred_rows_take_less_than_a_second(catalogue: Catalogue) -> None:
    """Whatever they are: mistyped rows of the form in any order with long notes."""
    noise = random.Random(5)  # noqa: S311  a test's noise, the same each time
    note = "Kế hoạch ban hành quy chế làm việc của cơ quan; " * 8
    rows = []
    for line in range(500):
        printed = noise.choice(catalogue.forms[-1].rows)
        label = "".join(noise.choice([char, char, char, char, char, "x"]) for char in printed.label)
        rows.append(Row((printed.stt, label, printed.unit, str(line), note), line, ""))
    began = time.process_time()
    align(rows, catalogue=catalogue)
    assert time.process_time() - began < 1.5  # half of it on the machine that set the limit of one second
