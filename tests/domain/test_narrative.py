"""The narrative of a report beside its table: what differs, what only the text says, and what a press would store."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from bot.documents.paragraphs import paragraphs
from bot.documents.text import Line, read_text
from bot.domain.catalogue_file import load_catalogue
from bot.domain.narrative import NarrativeFigure, Verdict, value_of
from bot.domain.report_reading import Reading, read_report
from bot.replies.narrative import narrative_lines

CATALOGUE = load_catalogue()
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
REPORT = """SỞ CÔNG THƯƠNG

BÁO CÁO
Công tác cải cách hành chính quý III năm 2022

I. Kết quả thực hiện
1. Công tác chỉ đạo, điều hành CCHC
Đến nay đã hoàn thành 18/24 nhiệm vụ theo Kế hoạch CCHC năm 2022, đạt 75%. Sở ban hành 07 văn bản chỉ đạo, đôn đốc các phòng
thực hiện.
2. Cải cách TTHC
- Trong kỳ, tiếp nhận 4.968 hồ sơ; đã giải quyết 4.945 hồ sơ, tỷ lệ giải quyết đúng hạn đạt 99,6%.
- Số ý kiến phản ánh: không có phản ánh, kiến nghị nào của tổ chức, cá nhân.
- Trong 9 tháng đầu năm 2022 tiếp nhận 12.000 hồ sơ.
- Trong 9 tháng đầu năm 2022, Sở đã rà soát 08 văn bản quy phạm pháp luật.
- Số TTHC liên thông cùng cấp: 6.
II. Phương hướng, nhiệm vụ trọng tâm quý IV năm 2022
1. Kế hoạch CCHC
Ban hành 09 văn bản chỉ đạo, đôn đốc thực hiện CCHC; giải quyết 5.000 hồ sơ TTHC.

PHỤ LỤC
SỐ LIỆU CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG
STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
I\tCông tác chỉ đạo điều hành CCHC\t\t\t
1\tTỷ lệ hoàn thành Kế hoạch CCHC năm\t%\t75\t
\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t24\t
\tSố nhiệm vụ đã hoàn thành\tNhiệm vụ\t18\t
\tSố văn bản chỉ đạo CCHC đã ban hành\tVăn bản\t8\t
II\tCải cách thể chế\t\t\t
2\tRà soát VBQPPL\t\t\t
\tSố VBQPPL đã rà soát\tVăn bản\t\t
III\tCải cách thủ tục hành chính\t\t\t
\tSố lượng ý kiến đã tiếp nhận\tÝ kiến\t\t
\tSố TTHC liên thông cùng cấp\tThủ tục\t5\t
7\tKết quả giải quyết TTHC\t\t\t
\tSố lượng hồ sơ TTHC do cơ quan, đơn vị tiếp nhận\t\t4.968\t
\tSố lượng hồ sơ TTHC do cơ quan, đơn vị trả kết quả\t\t4.954\t
\tTỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn\t%\t99,59\t
"""


SUMMARY = """
• Lời văn khác bảng: 3 chỗ (chỉ ghi theo bảng)
   – I.1 Văn bản chỉ đạo CCHC đã ban hành: lời văn 7, bảng 8 (dòng 8)
   – III.7 Hồ sơ trả kết quả: lời văn 4.945, bảng 4.954 (dòng 11)
   – III.6 TTHC liên thông cùng cấp: lời văn 6, bảng 5 (dòng 15)
• Lời văn có, bảng để trống: 2 chỗ (không tự ghi)
   – III.5 Ý kiến phản ánh đã tiếp nhận: lời văn 0 (dòng 12)
   – II.2 VBQPPL đã rà soát: lời văn 8 (9 tháng đầu năm 2022) (dòng 14)
"""


def read(report: str = REPORT) -> Reading:
    """A report that can be read."""
    found = read_report(report.encode(), file_name="bao cao.txt", catalogue=CATALOGUE)
    assert isinstance(found, Reading)
    return found


def told(reading: Reading, verdict: Verdict) -> dict[str, str]:
    """Rows of that verdict: number in the text, and in the table."""
    return {
        each.row.id: f"{each.number.normalize():f}"
        + (f" / {each.in_table.number:f}" if each.in_table and each.in_table.number is not None else "")
        for each in reading.narrative
        if each.verdict is verdict
    }


def test_the_text_is_set_beside_the_table() -> None:
    """Targets, sums over longer periods and rates that only round differently are no differences."""
    reading = read()
    assert told(reading, Verdict.DIFFERS) == {
        "plan.directives_issued": "7 / 8",
        "dossiers.returned": "4945 / 4954",
        "one_stop.same_level": "6 / 5",
    }
    assert told(reading, Verdict.BLANK) == {"feedback.received": "0", "legal_review.reviewed": "8"}
    assert told(reading, Verdict.AGREES) == {
        "plan.tasks_done": "18 / 18",
        "plan.tasks_planned": "24 / 24",
        "plan.completion_rate": "75 / 75",
        "dossiers.received": "4968 / 4968",
        "dossiers.on_time_rate": "99.6 / 99.59",
    }


def test_each_difference_is_named_with_both_figures_and_its_line() -> None:
    """As the summary of a file says it."""
    reading = read()
    lines = list(narrative_lines(reading.narrative, CATALOGUE, reading.period))
    assert re.sub(": «.*?»", "", "\n".join(lines)) == SUMMARY.strip()
    assert lines[2].endswith(
        "(dòng 11: «…kỳ, tiếp nhận 4.968 hồ sơ; đã giải quyết 4.945 hồ sơ, tỷ lệ giải quyết đúng hạn đạt…»)"
    )


def test_nothing_is_stored_without_a_press_and_only_what_is_of_the_period() -> None:
    """A press gets a write with its place in the text; a figure of another period cannot be pressed."""
    reading = read()
    by_row = {each.row.id: each for each in reading.narrative}
    write = value_of(by_row["dossiers.returned"], reading, None)
    assert write is not None
    assert (write.key.agency, str(write.key.period), write.figure and write.figure.number) == ("SCT", "2022-Q3", Decimal(4945))
    assert (write.raw, write.place, write.replaces) == ("4.945", "lời văn, dòng 11", None)
    assert value_of(by_row["legal_review.reviewed"], reading, None) is None
    assert value_of(by_row["plan.tasks_done"], reading, None) is None
    assert {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}[
        "dossiers.returned"
    ] == 4954


def test_a_report_without_a_narrative_has_none() -> None:
    """An appendix alone."""
    assert read(REPORT[REPORT.index("PHỤ LỤC") :]).narrative == ()


def test_lines_broken_in_a_sentence_are_one_paragraph_under_their_headings() -> None:
    """As pages break them; a heading that its text follows on the same line is a heading too."""
    lines = [
        "I. KẾT QUẢ",
        "1.1. Tuyên truyền",
        "Ngoài ra, trong quý Sở đã đăng tải được 09 tin, bài trên chuyên mục",
        "CCHC của Cổng thông tin.",
        "2. Cải cách tổ chức bộ máy: Trong kỳ, " + "Sở thực hiện rà soát chức năng, nhiệm vụ; " * 5,
        "- Hiện có 04 phòng.",
    ]
    found = [
        (each.headings, each.text[:24], [line.number for line in each.lines])
        for each in paragraphs([Line(text, number) for number, text in enumerate(lines, 1)])
    ]
    assert found == [
        (("KẾT QUẢ", "Tuyên truyền"), "Ngoài ra, trong quý Sở đ", [3, 4]),
        (("KẾT QUẢ", "Cải cách tổ chức bộ máy"), "Trong kỳ, Sở thực hiện r", [5]),
        (("KẾT QUẢ", "Cải cách tổ chức bộ máy"), "- Hiện có 04 phòng.", [6]),
    ]


SEEN = {
    # what a careful reader finds: line, row, figure in the text, figure in the table (None: blank)
    "002": {
        (31, "propaganda.own_site_articles", 9, 12),
        (65, "legal_review.reviewed", 8, None),  # of nine months: told, not to be pressed
        (91, "feedback.received", 0, None),
        (111, "staff.downsized", 0, None),
        (119, "decentralization_inspection.districts_inspected", 0, None),
        (129, "recruitment.civil_servants", 3, None),
    },
    "004": {(37, "staff.quota_assigned", 17, 27)},
    "000": set(),
    "001": set(),
    "003": set(),
}
AGREEING = {
    "002": {
        "plan.tasks_done", "plan.tasks_planned", "plan.completion_rate", "plan.directives_issued", "new_initiative",
        "procedure_stats.in_force_total", "online_services.dossiers_online", "dossiers.returned", "dossiers.on_time_rate",
        "org_structure.departments", "org_structure.psus", "staff.quota_assigned", "staff.contracts",
        "psu_staff_budget.assigned", "staff.present",
    },
    "004": {"one_stop.process_approved_rate", "staff.contracts"},
}  # fmt: skip


@pytest.mark.skipif(not SEEDS.exists(), reason="the real reports are not here")
@pytest.mark.parametrize("name", sorted(SEEN))
def test_a_careful_reader_of_real_reports_finds_the_same(name: str) -> None:
    """All of it, and none invented."""
    reading = read((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))

    def in_table(each: NarrativeFigure) -> Decimal | None:
        return each.in_table.number if each.in_table else None

    found = {
        (each.line, each.row.id, each.number, in_table(each))
        for each in reading.narrative
        if each.verdict is not Verdict.AGREES
    }
    assert found == SEEN[name]
    assert {each.row.id for each in reading.narrative if each.verdict is Verdict.AGREES} == AGREEING.get(name, set())


def test_reading_stays_fast() -> None:
    """Three hundred long lines in less than a third of a second of this process's time."""
    document = read_text(REPORT.encode())
    assert not isinstance(document, str)
    prose = "\n".join(REPORT.split("\n")[6:17] * 28)
    before = time.process_time()
    read(prose + "\n" + REPORT)
    assert time.process_time() - before < 1.5
