"""Notes of a report's rows: form hints, dates after the period, statements that contradict the figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.note_conflicts import contradicts_note
from bot.domain.note_dates import cites_later_date, dates_in
from bot.domain.template_hints import is_template_hint
from bot.domain.value import Figure

END = date(2022, 6, 14)


@pytest.mark.parametrize(
    "note",
    [
        "Ghi rõ tên đơn vị",
        "Ghi rõ số lượng đơn vị đã triển khai/tổng số đơn vị.",
        "Nêu cụ thể lý do",
        "Liệt kê đầy đủ tên các TTHC",
        "Quyết định số ...",
        "Kế hoạch số…",
        "Văn bản số....ngày....",
        "Quyết định số …… ngày ……/……/2022 của ……",
        "Kế hoạch",
        "Nghị quyết; Quyết định",
        "- Tên TTHC - Thời gian rút ngắn",
        "Tóm tắt kiến nghị",
        "Số lượng TTHC đã giải quyết đúng hạn/Số lượng TTHC đã giải quyết.",
        "Số lượng báo cáo đã điện tử hóa/Số lượng báo cáo của đơn vị:",
        "Quyết định công bố: (nếu không công bố: ghi rõ lý do)",
    ],
)
def test_what_only_asks_is_a_hint(note: str) -> None:
    """An order, a document without its number, a formula, a prompt without an answer."""
    assert is_template_hint(note)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Kế hoạch số 5/KH-ABC ngày 03/02/2022",
        "Kế hoạch đang trình phê duyệt",
        "Ghi rõ tên đơn vị: Trung tâm Ứng dụng",
        "Quyết định công bố: số 7/QĐ-ABC",
        "Có",
        "Chưa thực hiện",
        "3 TP; 01 PTP",
        "Đã thực hiện 6/7 nội dung",
        "Văn phòng, Thanh tra, Phòng Kỹ thuật",
    ],
)
def test_what_tells_something_is_no_hint(note: str) -> None:
    """However short."""
    assert not is_template_hint(note)


@pytest.mark.parametrize(
    ("note", "counts", "later"),
    [
        ("Quyết định số 5/QĐ-ABC ngày 14/6/2022", True, False),
        ("Quyết định số 5/QĐ-ABC ngày 15/6/2022", True, True),
        ("Quyết định số 5/QĐ-ABC, ngày 15.6.2022", True, True),
        ("Họp ngày 02 tháng 8 năm 2022", True, True),
        ("Từ tháng 1/2022 đến tháng 9/2022", True, True),
        ("Từ tháng 1/2022 đến tháng 6/2022", True, False),
        ("Nghị định số 08/2023/NĐ-CP", True, False),  # the year of a document's number is no date
        ("Sẽ kiểm tra ngày 20/8/2022", True, False),
        ("Dự kiến ban hành trước ngày 30/9/2022", True, False),
        ("Giai đoạn 2021 - 2030", True, False),
        ("Thời gian kiểm tra: 20/8/2022", False, False),  # nothing counted yet, so nothing contradicts
        ("Quyết định số 9/QĐ-ABC ngày 20/8/2022", False, True),
        ("ngày 31/2/2023", True, False),
        ("tỷ lệ 6/7/2023", False, False),
    ],
)
def test_a_note_may_not_cite_what_came_after(note: str, *, counts: bool, later: bool) -> None:
    """Full dates and months of a year; announcements are no contradiction."""
    assert cites_later_date(note, END, counts_something=counts) is later


def test_dates_are_read_in_their_usual_writings() -> None:
    assert dates_in("Sóc Trăng, ngày 15 tháng 9 năm 2022; kèm Báo cáo ngày 05/8/2022") == (date(2022, 9, 15), date(2022, 8, 5))


@pytest.mark.parametrize(
    ("row", "value", "note"),
    [
        ("propaganda.portal_articles", "4", "Tháng 1: 02 bài; Tháng 2: 03 bài"),
        ("propaganda.portal_articles", None, "Tháng 1: 02 bài; Tháng 2: 03 bài"),
        ("inspection.issues_found", None, "Đoàn đã phát hiện 04 vấn đề cần khắc phục"),
        ("dossiers.received", "10", "Phát sinh 12 hồ sơ"),
        ("it_staff", "2", "01 công chức"),
        ("legal_education.documents_disseminated", "9", "cụ thể: 05 văn bản của tỉnh và 02 văn bản của sở"),
        ("plan.directives_issued", "2", "Kế hoạch số 1/KH-ABC; Kế hoạch số 2/KH-ABC; Công văn số 3/ABC-VP"),
        ("propaganda.completion_rate", "80", "Đã thực hiện 6/7 nhiệm vụ"),
        ("satisfaction_survey.satisfaction_rate", "80", "Kết quả đạt 95,5%"),
        ("iso.announced", "0", "Đã công bố lại trong kỳ"),
        ("iso.announced", "1", "Chưa công bố"),
        ("subordinate_spending_regulations", "1", "Quy chế đang chờ cấp trên thẩm định"),
    ],
)
def test_a_note_that_says_otherwise_is_seen(row: str, value: str | None, note: str, catalogue: Catalogue) -> None:
    """Another total, parts that add up to another one, more documents, another rate, done and not done."""
    assert contradicts_note(figure(value), note, catalogue.row(row))


@pytest.mark.parametrize(
    ("row", "value", "note"),
    [
        ("propaganda.portal_articles", "5", "Tháng 1: 02 bài; Tháng 2: 03 bài"),
        ("propaganda.media_articles", "4", "02 bài trên báo, 02 phóng sự trên đài"),
        ("plan.tasks_done", "20", "có 3 nhiệm vụ trễ hạn và 2 nhiệm vụ xin lùi"),
        ("plan.tasks_done", "13", "13 nhiệm vụ xong; 06 nhiệm vụ đang làm; còn 03 nhiệm vụ chưa làm"),
        ("dossiers.received", "4968", "Mới nhận 4.961 hồ sơ, kỳ trước chuyển qua 07 hồ sơ; trả trước hạn 4.954 hồ sơ"),
        ("postal_service.dossiers_received", "6", "Trong đó có 05 hồ sơ không phải trả"),
        ("legal_review.action_completed", "0", "Rà soát 44 văn bản, kiến nghị xử lý 24 văn bản"),
        ("legal_review.to_review", "44", "Báo cáo số 1/BC-ABC; Báo cáo số 2/BC-ABC"),
        ("plan.directives_issued", "10", "Kế hoạch số 1/KH-ABC; Kế hoạch số 2/KH-ABC"),
        ("staff.present", "24", "Do điều động 3 công chức đến đơn vị khác"),
        ("subordinate_spending_regulations", "2", "Trung tâm A: 17 người; Trung tâm B: 7 người"),
        ("propaganda.completion_rate", "66.7", "Đã thực hiện 6/9 nội dung"),
        ("iso.announced", "0", "Đang thực hiện"),
        ("iso.announced", "0", "Đã lập đoàn nhưng chưa công bố"),
        ("feedback", "1", "Không phát sinh ý kiến"),
        ("assigned_tasks", None, "Không được giao"),
    ],
)
def test_a_note_that_agrees_or_speaks_of_something_else_is_left_alone(
    row: str, value: str | None, note: str, catalogue: Catalogue
) -> None:
    """Only what is certain is told."""
    assert not contradicts_note(figure(value), note, catalogue.row(row))


def figure(value: str | None) -> Figure | None:
    return None if value is None else Figure(Decimal(value))
