"""What groups read about a period, approved word by word, and whose figures may be in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.summarising import shown_in
from bot.domain.summary import agencies_of, summarise
from bot.domain.value import Figure, NewValue, Source, ValueKey
from bot.replies.reply import Reply
from bot.replies.summaries import all_checks, summary
from handlers.splitting import visible_length
from storage import Storage
from tests.notice_office import CALENDAR, CATALOGUE, CLERK, Q3_2022, SCT, STC, SYT, at, fill, put_state, short

pytestmark = pytest.mark.usefixtures("people_and_groups")

Q3_2021, Q2_2022, H1_2022, Q1_2022 = (Period.parse(code) for code in ("2021-Q3", "2022-Q2", "2022-H1", "2022-Q1"))
RETURNED = IndicatorId("dossiers.returned")
PLANNED, DONE = IndicatorId("plan.tasks_planned"), IndicatorId("plan.tasks_done")
NOW = at("2022-09-15 08:00")


def put(storage: Storage, agency: AgencyCode, period: Period, figures: dict[IndicatorId, int], *, submitted: bool) -> None:
    """Figures of a report, which may be in."""
    values = [NewValue(ValueKey(agency, period, row), Figure(Decimal(n)), None, "", None) for row, n in figures.items()]
    with storage.begin() as work:
        work.write_values(values, batch=f"{agency}{period}", by=CLERK, at=at("2022-09-13 10:00"), source=Source("message"))
        if submitted:
            work.save_report(Report(agency, period, ReportState.SUBMITTED, NOW, CLERK), by=CLERK, at=NOW)
        work.commit()


def summed_up(storage: Storage, own: AgencyCode | None = None, period: Period = Q3_2022) -> Reply:
    """The summary for a group of one agency, or of all."""
    agencies = agencies_of(CATALOGUE, period.last_day) if own is None else (own,)
    with storage.begin() as work:
        found = summarise(work, CATALOGUE, period, agencies, shown=shown_in(work, CALENDAR, own, at("2022-09-15 08:00").date()))
    return summary(found, CATALOGUE, deadline=CALENDAR.deadline(period), now=NOW)


def test_a_province_at_a_glance(storage: Storage) -> None:
    """Who is in, who is nearly there, who was given the report back, what changed, what fails."""
    fill(storage, STC, "I", "II", "III", "IV", "V", "VI", "VII")
    fill(storage, SYT, "I", "II", "III", "IV", "V", "VI")
    put_state(storage, SYT, ReportState.RETURNED)
    put(storage, SCT, Q3_2022, {RETURNED: 9120, PLANNED: 18, DONE: 20}, submitted=True)
    put(storage, SCT, Q3_2021, {RETURNED: 4968, PLANNED: 18, DONE: 18}, submitted=True)
    put_state(storage, AgencyCode("STTTT"), ReportState.ACCEPTED)
    reply = summed_up(storage)
    assert reply.text == (
        "<b>Tổng hợp CCHC Quý III/2022</b>\n"
        "Tính đến 08:00 thứ Năm 15/9 · hạn thứ Sáu 16/9\n"
        "Đã nộp <b>2/19</b> (đã duyệt 1): SCT, STTTT\n"
        "Chưa nộp: STC (đã nhập đủ), SYT (bị trả lại)\n"
        "Chưa nhập gì: SKHĐT, BQL KCN, SNV, STP, SXD, SGTVT, SNN&amp;PTNT, STN&amp;MT, SLĐTBXH, SGDĐT, SVHTTDL, "
        "SKHCN, TTT, BDT, VP UBND tỉnh\n"
        "Thay đổi nhiều nhất so với Quý III/2021 (1 đơn vị có đủ hai kỳ):\n"
        f"• {short(RETURNED)}: 4.968 → <b>9.120</b> (+84 %)\n"
        "• Tỷ lệ hoàn thành kế hoạch CCHC: 100 % → <b>111,11 %</b> (+11,11 điểm %)\n"
        "Số liệu cần xem lại: SCT 1 chỗ"
    )
    assert [button.label for row in reply.buttons for button in row] == ["Các chỗ cần xem lại"]


def test_one_agency_before_it_submits(storage: Storage) -> None:
    """Its own group sees its provisional figures, called so."""
    put(storage, SCT, Q3_2022, {RETURNED: 9120, PLANNED: 18, DONE: 20}, submitted=False)
    put(storage, SCT, Q3_2021, {RETURNED: 12000}, submitted=True)
    assert summed_up(storage, SCT).text == (
        "<b>Sở Công Thương · Quý III/2022</b>\n"
        "Tính đến 08:00 thứ Năm 15/9 · hạn thứ Sáu 16/9\n"
        "<b>Chưa nộp</b> · đã nhập 3/127 chỉ tiêu\n"
        "<i>Các số dưới đây là số tạm, chưa nộp.</i>\n"
        "Thay đổi nhiều nhất so với Quý III/2021:\n"
        f"• {short(RETURNED)}: 12.000 → <b>9.120</b> (−24 %)\n"
        "Cần xem lại <b>1</b> chỗ:\n"
        f"• {short(DONE)} (20) lớn hơn {short(PLANNED)} (18)."
    )


def test_no_figure_of_a_report_that_is_not_in_reaches_the_province(storage: Storage) -> None:
    """Neither a change nor a failing check, not even who has one; and an earlier open report is not compared with."""
    put(storage, SCT, Q3_2022, {RETURNED: 9120, PLANNED: 18, DONE: 20}, submitted=False)
    put(storage, SCT, Q3_2021, {RETURNED: 4968}, submitted=True)
    put(storage, STC, Q3_2022, {RETURNED: 500}, submitted=True)
    put(storage, STC, Q3_2021, {RETURNED: 100}, submitted=False)
    text = summed_up(storage).text
    assert not [word for word in ("9.120", "4.968", "500", "xem lại", "Thay đổi") if word in text]
    assert "Chưa nộp: SCT (còn " in text


def test_like_is_compared_with_like(storage: Storage) -> None:
    """Without last year's: a quarter with the quarter before, derived from the reports collected; never with a half year."""
    put(storage, SCT, Q3_2022, {RETURNED: 300}, submitted=True)
    put(storage, SCT, H1_2022, {RETURNED: 400}, submitted=True)
    assert "Thay đổi" not in summed_up(storage).text
    put(storage, SCT, Q1_2022, {RETURNED: 250}, submitted=True)
    assert f"so với Quý II/2022 (1 đơn vị có đủ hai kỳ):\n• {short(RETURNED)}: 150 → <b>300</b>" in summed_up(storage).text


def test_totals_are_compared_over_the_same_agencies(storage: Storage) -> None:
    """Who reported only one of the two periods counts in neither."""
    put(storage, SCT, Q3_2022, {RETURNED: 300}, submitted=True)
    put(storage, SCT, Q3_2021, {RETURNED: 200}, submitted=True)
    put(storage, STC, Q3_2022, {RETURNED: 10_000}, submitted=True)
    put(storage, SYT, Q3_2021, {RETURNED: 10_000}, submitted=True)
    assert f"• {short(RETURNED)}: 200 → <b>300</b> (+50 %)" in summed_up(storage).text


def test_small_numbers_that_jump_are_no_news(storage: Storage) -> None:
    """From 1 to 4 is four times as much, and nothing."""
    put(storage, SCT, Q3_2022, {RETURNED: 4}, submitted=True)
    put(storage, SCT, Q3_2021, {RETURNED: 1}, submitted=True)
    assert "Thay đổi" not in summed_up(storage).text


def test_the_fullest_summary_stands_under_its_picture(storage: Storage) -> None:
    """Telegram takes 1,024 characters there: nineteen agencies, each with something to say, three changes."""
    for agency in CATALOGUE.agencies:
        figures = {row.id: 1000 for row in CATALOGUE.indicators if row.required and row.type.value == "count"}
        put(storage, agency.code, Q3_2021, dict.fromkeys(figures, 100), submitted=True)
        put(storage, agency.code, Q3_2022, figures | {PLANNED: 18, DONE: 20}, submitted=True)
    reply = summed_up(storage)
    assert reply.text.count("→") == 3
    assert 500 < visible_length(reply.text) <= 1024


def test_all_failing_checks_agency_by_agency(storage: Storage) -> None:
    """Behind the button, however long."""
    for agency in (SCT, STC):
        put(storage, agency, Q3_2022, {PLANNED: 18, DONE: 20}, submitted=True)
    agencies = agencies_of(CATALOGUE, Q3_2022.last_day)
    with storage.begin() as work:
        shown = shown_in(work, CALENDAR, None, NOW.date())
        found = summarise(work, CATALOGUE, Q3_2022, agencies, shown=shown)
        nothing = summarise(work, CATALOGUE, Q2_2022, agencies, shown=shown)
    line = f"• {short(DONE)} (20) lớn hơn {short(PLANNED)} (18)."
    assert all_checks(found, CATALOGUE).text == (
        f"Các chỗ cần xem lại, <b>Quý III/2022</b>:\n<b>Sở Công Thương</b> · 1 chỗ\n{line}\n<b>Sở Tài chính</b> · 1 chỗ\n{line}"
    )
    assert all_checks(nothing, CATALOGUE).text == "Báo cáo <b>Quý II/2022</b>: không còn chỗ nào cần xem lại."


def test_what_contradicts_another_report_is_counted_where_both_may_be_shown(storage: Storage) -> None:
    """A year's cumulative that fell: told once the reports are in, and to the agency's own group before."""
    put(storage, SCT, H1_2022, {DONE: 20}, submitted=True)
    put(storage, SCT, Q3_2022, {DONE: 18}, submitted=False)
    assert "xem lại" not in summed_up(storage).text
    told = "Nhiệm vụ đã hoàn thành: Quý III/2022 (18) nhỏ hơn 6 tháng đầu năm 2022 (20), số lũy kế không giảm trong năm."
    assert told in summed_up(storage, SCT).text
    put_state(storage, SCT, ReportState.SUBMITTED)
    assert "Số liệu cần xem lại: SCT 1 chỗ" in summed_up(storage).text
