"""What is said about a report file: short, with the place of everything that needs a look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.documents.encoding import BadFile
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.importing import HalfReport, Imported, WouldReplace, plan_import
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.report_reading import Doubt, Reading, Unreadable, read_report
from bot.domain.reporting import ChangedByOther, NotYetBegun, ReportLocked
from bot.domain.value import Figure, Source, StoredValue, ValueKey
from bot.replies.importing import missing_file, outcome, summary
from bot.replies.unreadable import option_that_helps, unreadable

CATALOGUE = load_catalogue()
SCT, Q3 = AgencyCode("SCT"), Period.parse("2022-Q3")
REPORT = (
    "PHỤ LỤC\nSỐ LIỆU CCHC QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG\n\n"
    "STT\tChỉ tiêu\tĐơn vị tính\tSố lượng\tGhi chú\n"
    "2\tKiểm tra CCHC\t\t\tKế hoạch số ...\n"
    "\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4*\t\n"
    "\tSố đơn vị trực thuộc đã kiểm tra\tCơ quan, đơn vị\t2\tHọp ngày 20/10/2022\n"
    "\tSố vấn đề phát hiện qua kiểm tra\tVấn đề\t\tPhát hiện 05 vấn đề\n"
    "\tSố cuộc giao ban <tuần>\tCuộc\t7\t\n"
    "6\tThực hiện khen thưởng về kết quả CCHC\tKhông = 0 Có = 1\t3\t\n"
    "\tTổng số người làm việc có mặt\tNgười\t5\t\n"
    "12\tÁp dụng ISO trong hoạt động\t\t\t\n"
    "\tSở ngành thực hiện công bố, công bố lại ISO\tCó = 1 Không = 0\t1\t\n"
)


def reading(content: str = REPORT, period: str | None = None) -> Reading:
    given = Period.parse(period) if period else None
    found = read_report(content.encode(), file_name="bc & cc.txt", catalogue=CATALOGUE, period=given)
    assert isinstance(found, Reading)
    return found


def standing(name: str, number: int, note: str | None = None) -> StoredValue:
    key = ValueKey(SCT, Q3, IndicatorId(name))
    return StoredValue(
        key, Figure(Decimal(number)), note, str(number), 7, datetime(2022, 9, 1, tzinfo=UTC), Source("message"), 1
    )


def test_everything_that_needs_a_look_is_named_with_its_place() -> None:
    """Headline, what would change, set aside, not read, contradictions, hints, what is missing; text from outside escaped."""
    plan = plan_import(
        reading(),
        [
            standing("inspection.departments_inspected", 9),
            standing("inspection.issues_found", 6),
            standing("iso.announced", 1),
        ],
    )
    lines = summary(plan, CATALOGUE).text.split("\n")
    assert lines[:2] == [
        "<b>bc &amp; cc.txt</b>: Sở Công Thương · Quý III/2022",
        "đọc 7 dòng, <b>4</b> số liệu (3 dòng để trống)",
    ]
    assert "• 1 mới, 1 khác số đã ghi, 1 như số đã ghi" in lines
    assert "   – I.2 Phòng ban đã kiểm tra: 9 → <b>4</b> (dòng 6)" in lines
    assert "• 1 ô trống trong tệp: giữ nguyên số đã ghi" in lines
    assert any("chỉ nhận Không = 0, Có = 1; không nhận «3» (dòng 10)" in line for line in lines)
    assert "   – dòng 9 «Số cuộc giao ban» = 7" in lines
    assert any(
        line.startswith("   – dòng 11 «Tổng số người làm việc có mặt» = 5: IV.3") and " hoặc IV.4" in line for line in lines
    )
    assert any("ghi chú «Phát hiện 05 vấn đề» (dòng 8)" in line for line in lines)
    assert any("ghi chú «Họp ngày 20/10/2022» (dòng 7)" in line for line in lines)
    assert "• 1 ghi chú chỉ là câu gợi ý của biểu mẫu: bỏ qua" in lines
    assert any(line.startswith("• Bảng dừng ở dòng 13") for line in lines)
    assert any(line.startswith("• Bảng không có phần II (") for line in lines)


def test_another_note_is_a_difference_too() -> None:
    """The same figure with another basis."""
    plan = plan_import(reading(), [standing("inspection.subordinates_inspected", 2, "Công văn số 1/ABC")])
    assert "I.2 Đơn vị trực thuộc đã kiểm tra: 2, ghi chú khác (dòng 7)" in summary(plan, CATALOGUE).text


def test_long_lists_are_counted() -> None:
    """Twelve are named."""
    strange = "".join(f"\tViệc riêng của đơn vị thứ {number}\tViệc\t{number}\t\n" for number in range(1, 20))
    assert "… và 9 chỗ khác" in summary(plan_import(reading(REPORT + strange), []), CATALOGUE).text


@pytest.mark.parametrize(
    ("period", "says"),
    [("2022-H1", "Lưu ý: tiêu đề ghi Quý III/2022"), (None, "PHỤ LỤC")],
)
def test_a_title_that_says_otherwise_is_pointed_out(period: str | None, says: str) -> None:
    """When somebody gave another period; not when the title was followed."""
    said = summary(plan_import(reading(period=period), []), CATALOGUE).text
    assert (says in said) == (period is not None)


def test_a_period_taken_from_the_date_is_said() -> None:
    """A reader may know better."""
    dated = REPORT.replace("QUÝ III NĂM 2022 ", "").replace("\n\nSTT", "\n(Kèm theo Báo cáo ngày 15/9/2022)\n\nSTT")
    assert "lấy theo ngày báo cáo 15/9/2022" in summary(plan_import(reading(dated), []), CATALOGUE).text


def test_each_outcome_says_what_was_stored() -> None:
    """Stored, nothing new, or nothing stored and what to do."""
    plan = plan_import(reading(), [])
    half = replace(plan.reading, missing_sections=plan.reading.sections[-1:])
    key = ValueKey(SCT, Q3, IndicatorId("iso.announced"))
    said = {
        name: outcome(result, CATALOGUE).text
        for name, result in {
            "nothing new": Imported(plan, "b", ()),
            "differs": WouldReplace(plan),
            "half": HalfReport(half),
            "locked": ReportLocked(Report(SCT, Q3, ReportState.SUBMITTED)),
            "early": NotYetBegun(Q3),
            "changed": ChangedByOther(key, None),
        }.items()
    }
    assert said["nothing new"].endswith("Không có gì mới để ghi.")
    assert "thêm --replace để thay" in said["differs"]
    assert "thiếu hẳn phần VII (Chính phủ điện tử, Chính phủ số)" in said["half"]
    assert "nhờ quản trị của Sở Nội vụ mở lại" in said["locked"]
    assert "Quý III/2022 (15/6–14/9/2022) chưa bắt đầu" in said["early"]
    assert "vừa được người khác sửa" in said["changed"]
    assert all(text.endswith("Chưa ghi gì.") for name, text in said.items() if name != "nothing new")


def test_every_reason_against_a_file_has_its_words() -> None:
    """And ends with what became of the store."""
    for why in (*BadFile, *Doubt):
        text = unreadable(Unreadable("a.txt", why, rows=0), CATALOGUE).text
        assert text.startswith("<b>a.txt</b>: ")
        assert text.endswith("\nChưa ghi gì.")
        assert "--" not in text  # said in chats too
        assert bool(option_that_helps(why)) == ("AGENC" in why.name or "PERIOD" in why.name)
    assert missing_file("<a>", "không có tệp này.").text == "<b>&lt;a&gt;</b>: không có tệp này.\nChưa ghi gì."


def test_a_refused_document_says_what_was_read() -> None:
    """How many rows, and what the title does name."""
    found = read_report(REPORT.replace("QUÝ III NĂM 2022 ", "").encode(), file_name="a.txt", catalogue=CATALOGUE)
    assert isinstance(found, Unreadable)
    assert "Đọc được 7 dòng của biểu số liệu; tiêu đề ghi: Sở Công Thương." in unreadable(found, CATALOGUE).text
