"""What clerks and groups read, approved word by word; the catalogue's own names may be reworded by its owners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import rendered_notices
from bot.domain.report import ReportState
from bot.domain.value import NO_DATA
from storage import Storage
from tests.notice_office import (
    ADMINISTRATOR,
    AGENCY_GROUP,
    CATALOGUE,
    CLERK,
    CLERK_OF_TWO,
    POLICY,
    PROVINCE_GROUP,
    Q3_2022,
    SCT,
    STC,
    SYT,
    add_clerk_of_two,
    at,
    enter,
    fill,
    give_once,
    outbox,
    put_state,
    rendered,
    short,
)

pytestmark = pytest.mark.usefixtures("people_and_groups")


def test_what_a_clerk_reads(storage: Storage) -> None:
    """What is owed by section, the first rows to begin with, what was answered without a figure."""
    fill(storage, SCT, "I", "II", "III", "IV", "V")
    enter(storage, STC, {IndicatorId("plan.tasks_planned"): NO_DATA})
    add_clerk_of_two(storage, STC)
    texts = rendered(storage, "2022-09-16 08:00")
    assert texts[CLERK] == (
        "Báo cáo CCHC Quý III/2022 · hạn <b>thứ Sáu 16/9</b> (hôm nay)\n"
        "Sở Công Thương chưa nộp · còn thiếu <b>41/127</b> chỉ tiêu\n"
        f"• VI {short('VI')}: còn 8/8\n"
        f"• VII {short('VII')}: còn 33/33\n"
        "Bắt đầu từ:\n"
        f"• VI.1 {short('finance_autonomy')}\n"
        f"• VI.2 {short('admin_orgs_autonomy')}\n"
        f"• VI.3 {short('psu_autonomy.recurrent_and_investment')}\n"
        "Nhập xong gõ /nop để nộp."
    )
    assert "1 chỉ tiêu đang ghi «chưa có số liệu»" in texts[CLERK_OF_TWO]
    assert texts[AGENCY_GROUP] == texts[CLERK].removesuffix("\nNhập xong gõ /nop để nộp.")


def test_before_the_window_ends_a_clerk_reads_until_when_facts_count(storage: Storage) -> None:
    """The first notice, seven working days before the deadline."""
    assert rendered(storage, "2022-09-07 08:00")[CLERK].startswith(
        "Kỳ báo cáo CCHC Quý III/2022 sắp khép\n"
        "Số liệu tính đến hết <b>14/9</b> · hạn nộp <b>thứ Sáu 16/9</b>\n"
        "Sở Công Thương chưa nộp · chưa nhập chỉ tiêu nào (0/127)\n"
    )


def test_what_a_clerk_reads_when_it_is_overdue(storage: Storage) -> None:
    """The head says so."""
    assert rendered(storage, "2022-09-19 08:00")[CLERK].startswith(
        "Báo cáo CCHC Quý III/2022 · <b>đã quá hạn</b> (thứ Sáu 16/9)\n"
    )


def test_what_an_administrator_reads(storage: Storage) -> None:
    """Whose report nobody can enter, and who does nothing; many by their short names."""
    give_once(storage, at("2022-09-15 08:00"))
    text = rendered(storage, "2022-09-20 08:00")[ADMINISTRATOR]
    assert text == (
        "Báo cáo CCHC Quý III/2022 · <b>đã quá hạn</b> (thứ Sáu 16/9)\n"
        "Chưa có người nhập số liệu trên bot, 18 đơn vị chưa nộp: SKHĐT, STTTT, BQL KCN, SNV, STC, STP, SXD, SGTVT, "
        "SNN&amp;PTNT, STN&amp;MT, SLĐTBXH, SGDĐT, SYT, SVHTTDL, SKHCN, TTT, BDT, VP UBND tỉnh\n"
        "Sở Công Thương chưa nộp · chưa nhập chỉ tiêu nào (0/127)\n"
        "Người nhập đã được nhắc mà chưa nhập thêm."
    )


def test_what_a_clerk_reads_who_has_entered_nothing(storage: Storage) -> None:
    """No list of seven sections that are all empty."""
    assert rendered(storage, "2022-09-15 08:00")[CLERK] == (
        "Báo cáo CCHC Quý III/2022 · hạn <b>thứ Sáu 16/9</b> (ngày mai)\n"
        "Sở Công Thương chưa nộp · chưa nhập chỉ tiêu nào (0/127)\n"
        "Bắt đầu từ:\n"
        f"• I.1 {short('plan.tasks_planned')}\n"
        f"• I.1 {short('plan.tasks_done')}\n"
        f"• I.1 {short('plan.directives_issued')}\n"
        "Nhập xong gõ /nop để nộp."
    )


def test_what_a_clerk_reads_who_only_has_to_submit(storage: Storage) -> None:
    """Nothing is blank: no button to go on, the one thing left to do is named."""
    fill(storage, SCT, "I", "II", "III", "IV", "V", "VI", "VII")
    give_once(storage, at("2022-09-15 08:00"))
    (message,) = [it for it in outbox(storage) if it.chat_id == CLERK]
    assert message.text == (
        "Báo cáo CCHC Quý III/2022 · hạn <b>thứ Sáu 16/9</b> (ngày mai)\n"
        "Sở Công Thương chưa nộp · đã nhập đủ 127 chỉ tiêu\n"
        "Gõ /nop để nộp."
    )
    assert [[button.label for button in row] for row in message.buttons] == [["Nộp báo cáo", "Nhắc lại sau"], ["Đã nộp giấy"]]


def test_what_the_group_of_the_province_reads(storage: Storage) -> None:
    """Who has submitted, who is nearly done, who has not begun; counts, never a figure."""
    put_state(storage, AgencyCode("STTTT"), ReportState.SUBMITTED)
    put_state(storage, AgencyCode("BQLKCN"), ReportState.ACCEPTED)
    fill(storage, SCT, "I", "II", "III", "IV", "V")
    fill(storage, STC, "I", "II", "III", "IV", "V", "VI", "VII")
    fill(storage, SYT, "I", "II", "III", "IV", "V", "VI")
    assert rendered(storage, "2022-09-16 08:00")[PROVINCE_GROUP] == (
        "Báo cáo CCHC Quý III/2022 · hạn <b>thứ Sáu 16/9</b> (hôm nay)\n"
        "Đã nộp <b>2/19</b>: STTTT, BQL KCN\n"
        "Chưa nộp: STC (đã nhập đủ), SYT (còn 33), SCT (còn 41)\n"
        "Chưa nhập gì: SKHĐT, SNV, STP, SXD, SGTVT, SNN&amp;PTNT, STN&amp;MT, SLĐTBXH, "
        "SGDĐT, SVHTTDL, SKHCN, TTT, BDT, VP UBND tỉnh"
    )


def test_a_report_said_to_be_on_paper_does_not_count_as_submitted(storage: Storage) -> None:
    """It is owed by nobody for two days, and still not in."""
    put_state(storage, AgencyCode("STTTT"), ReportState.SUBMITTED)
    put_state(storage, SCT, ReportState.ON_PAPER)
    _head, submitted, on_paper, idle = rendered(storage, "2022-09-16 08:00")[PROVINCE_GROUP].split("\n")
    assert submitted == "Đã nộp <b>1/19</b>: STTTT"
    assert on_paper == "Đã nộp giấy, chờ đối chiếu: SCT"
    assert idle.startswith("Chưa nhập gì: SKHĐT, BQL KCN, ")


def test_a_weekend_before_the_deadline_is_not_called_tomorrow(storage: Storage) -> None:
    """A deadline moved to a Monday: told on Friday."""
    with storage.begin() as work:
        work.move_deadline(Q3_2022, at("2022-09-19 12:00").date(), by=1, at=at("2022-09-01 08:00"))
        work.commit()
    assert rendered(storage, "2022-09-16 08:00")[CLERK].startswith("Báo cáo CCHC Quý III/2022 · hạn <b>thứ Hai 19/9</b>\n")


def test_names_from_outside_are_escaped(storage: Storage) -> None:
    """Agencies' names go into HTML."""
    odd = replace(CATALOGUE.agency(SCT), name="Sở <A&B>")
    catalogue = replace(CATALOGUE, agencies=(odd,))
    with storage.begin() as work:
        notices = rendered_notices(
            work, catalogue, standing_calendar(work, catalogue), policy=POLICY, now=at("2022-09-15 08:00")
        )
    assert "Sở &lt;A&amp;B&gt;" in notices[0][1].text
