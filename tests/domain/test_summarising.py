"""When groups get a summary: one message a period, edited as things change; the figures of nobody who has not submitted.

Quý III/2022: window 15/6–14/9, due on Friday 16/9. The half year is due on 17/6, so Quý III is the open period from 18/6 on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain.notices import NoticeRules, OwnRules, Policy, QuietHours
from bot.domain.outgoing import Medium, Outgoing
from bot.domain.people import Group
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.domain.summarising import give_due_summaries, latest_moment
from storage import Storage
from tests.notice_office import (
    ADMINISTRATOR,
    AGENCY_GROUP,
    CALENDAR,
    CATALOGUE,
    EIGHT,
    LEFT_GROUP,
    POLICY,
    PROVINCE_GROUP,
    Q3_2022,
    SCT,
    STC,
    at,
    every,
    fill,
    give_once,
    outbox,
    put_state,
)

pytestmark = pytest.mark.usefixtures("people_and_groups")


def give(storage: Storage, moment: str) -> list[Outgoing]:
    """One tick; what it puts out."""
    with storage.begin() as work:
        give_due_summaries(work, CATALOGUE, CALENDAR, policy=POLICY, now=at(moment))
        work.commit()
    return outbox(storage)


def chats(messages: list[Outgoing]) -> set[int]:
    return {message.chat_id for message in messages}


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("2022-06-20 07:59", None),  # the first Monday after the half year was due
        ("2022-06-20 08:00", "2022-06-20 08:00"),
        ("2022-06-26 12:00", "2022-06-20 08:00"),
        ("2022-09-05 07:00", "2022-08-29 08:00"),
        ("2022-09-14 23:00", "2022-09-12 08:00"),
        ("2022-09-15 08:00", "2022-09-15 08:00"),  # the window is over
        ("2022-09-16 08:00", "2022-09-16 08:00"),  # the deadline
        ("2022-09-18 08:00", "2022-09-16 08:00"),
        ("2022-09-19 08:00", "2022-09-19 08:00"),  # how it ended
        ("2022-10-10 08:00", "2022-09-19 08:00"),
    ],
)
def test_the_moments_of_a_period(now: str, moment: str | None) -> None:
    """Weekly while the window is open, then when it is over, at the deadline and after it."""
    found = latest_moment(CALENDAR, Q3_2022, EIGHT, at(now))
    assert found == (None if moment is None else at(moment))


def test_a_week_of_holidays_moves_the_summary() -> None:
    """Tết 2023: offices are closed from Friday 20/1 to Thursday 26/1, so that week's summary comes on Friday."""
    quarter = Period.parse("2023-Q1")
    assert latest_moment(CALENDAR, quarter, EIGHT, at("2023-01-26 12:00")) == at("2023-01-16 08:00")
    assert latest_moment(CALENDAR, quarter, EIGHT, at("2023-01-28 12:00")) == at("2023-01-27 08:00")


def test_the_hour_of_an_agency_is_that_of_its_group_too(storage: Storage) -> None:
    """Else its group had a summary in the morning and the reminder of the deadline in the afternoon."""
    with storage.begin() as work:
        work.save_own_rules(SCT, OwnRules(remind_at=time(14)), by=1, at=at("2022-06-01 08:00"))
        work.commit()
    fill(storage, SCT, "I")
    assert chats(give(storage, "2022-09-16 08:00")) == {PROVINCE_GROUP}
    assert give(storage, "2022-09-16 13:59") == []
    give_once(storage, at("2022-09-16 14:00"))
    assert AGENCY_GROUP in chats(outbox(storage))
    assert give(storage, "2022-09-16 14:00") == []  # the reminder took the day
    assert give(storage, "2022-09-19 08:00") != []  # the province's, as it ended
    assert chats(give(storage, "2022-09-19 14:00")) == {AGENCY_GROUP}


@pytest.mark.parametrize(
    ("policy", "moment", "given"),
    [
        (Policy(NoticeRules(remind_at=time(6))), "2022-09-15 06:00", False),  # people sleep until half past
        (Policy(NoticeRules(remind_at=time(6))), "2022-09-15 06:30", True),
        (Policy(NoticeRules(remind_at=time(20, 30))), "2022-09-15 20:29", False),
        (Policy(NoticeRules(remind_at=time(20, 30))), "2022-09-15 20:30", True),  # an office that wants it in the evening
        (Policy(NoticeRules(remind_at=time(20, 30))), "2022-09-15 21:00", False),
        (Policy(), "2022-09-15 20:00", False),
        (Policy(quiet=QuietHours(time(12), time(13, 30))), "2022-09-15 12:30", False),
    ],
)
def test_no_summary_in_quiet_hours(storage: Storage, policy: Policy, moment: str, given: bool) -> None:  # noqa: FBT001  a table's column
    """The hours in which nobody is reminded hold for summaries too."""
    with storage.begin() as work:
        found = give_due_summaries(work, CATALOGUE, CALENDAR, policy=policy, now=at(moment))
    assert bool(found) is given


def test_nobody_hears_of_a_period_in_which_nothing_has_happened(storage: Storage) -> None:
    """Weeks of zeros are no news; when the window is over they are."""
    assert give(storage, "2022-07-04 08:00") == []
    assert chats(give(storage, "2022-09-15 08:00")) == {PROVINCE_GROUP, AGENCY_GROUP}


def test_a_group_gets_each_moment_once_and_always_in_the_same_place(storage: Storage) -> None:
    """Ticks by the hour for three months: every message but the first is an edit of it."""
    fill(storage, SCT, "I")
    given = []
    for moment in every(timedelta(hours=1), "2022-06-20 00:00", "2022-10-20 00:00"):
        with storage.begin() as work:
            give_due_summaries(work, CATALOGUE, CALENDAR, policy=POLICY, now=moment)
            work.commit()
        given += [(moment, message) for message in outbox(storage)]
    to_province = [(moment, message) for moment, message in given if message.chat_id == PROVINCE_GROUP]
    assert len(to_province) == 13 + 3  # thirteen weeks with an open window, its end, the deadline, the day after
    assert {message.slot for _moment, message in to_province} == {f"summary:{Q3_2022.code}:7"}
    first, *others = [message.edits for _moment, message in to_province]
    assert first is None
    assert all(edits is not None for edits in others)
    assert not any(message.answers for _moment, message in given)
    assert LEFT_GROUP not in chats([message for _moment, message in given])


def test_a_report_that_moves_changes_the_message_within_the_minute(storage: Storage) -> None:
    """Only in the groups that it concerns, and never in the evening."""
    give(storage, "2022-09-15 08:00")
    assert give(storage, "2022-09-15 09:00") == []
    put_state(storage, STC, ReportState.SUBMITTED)
    assert chats(give(storage, "2022-09-15 09:01")) == {PROVINCE_GROUP}
    assert give(storage, "2022-09-15 09:02") == []
    put_state(storage, SCT, ReportState.RETURNED)
    assert give(storage, "2022-09-15 22:00") == []
    (province, agency) = sorted(give(storage, "2022-09-16 08:00"), key=lambda message: message.chat_id, reverse=True)
    assert (province.chat_id, agency.chat_id) == (PROVINCE_GROUP, AGENCY_GROUP)
    assert "Chưa nộp, bị trả lại" in agency.text


def test_after_days_of_downtime_the_groups_get_how_things_stand_once(storage: Storage) -> None:
    """Not each moment that was missed."""
    fill(storage, SCT, "I")
    give(storage, "2022-09-12 08:00")
    assert chats(give(storage, "2022-09-18 10:00")) == {PROVINCE_GROUP, AGENCY_GROUP}
    assert give(storage, "2022-09-18 10:01") == []


def test_the_first_summary_waits_for_a_day_without_a_reminder(storage: Storage) -> None:
    """On the deadline the group is reminded; the summary, which says the same and more, comes on the next day worked."""
    fill(storage, SCT, "I")
    assert give_once(storage, at("2022-09-16 08:00")) > 0
    assert {PROVINCE_GROUP, AGENCY_GROUP} <= chats(outbox(storage))
    assert give(storage, "2022-09-16 08:00") == []
    assert give(storage, "2022-09-16 15:00") == []
    assert give(storage, "2022-09-17 08:00") == []  # Saturday
    assert chats(give(storage, "2022-09-19 08:00")) == {PROVINCE_GROUP, AGENCY_GROUP}


def test_a_summary_that_stands_is_edited_on_the_day_of_a_reminder_too(storage: Storage) -> None:
    """That rings at nobody's."""
    give(storage, "2022-09-15 08:00")
    give_once(storage, at("2022-09-16 08:00"))
    outbox(storage)
    edited = give(storage, "2022-09-16 08:00")
    assert chats(edited) == {PROVINCE_GROUP, AGENCY_GROUP}
    assert all(message.edits is not None for message in edited)


def test_a_group_registered_while_two_periods_run_gets_one_message_a_day(storage: Storage) -> None:
    """The half year is a few days overdue, Quý III open: its first figures are there."""
    with storage.begin() as work:
        work.save_group(Group(-1009, None, "Nhóm mới", SCT, ADMINISTRATOR))
        work.commit()
    fill(storage, SCT, "I")
    put_state(storage, SCT, ReportState.SUBMITTED, Period.parse("2022-H1"))
    first = [message for message in give(storage, "2022-06-20 08:00") if message.chat_id == -1009]
    assert len(first) == 1
    second = [message for message in give(storage, "2022-06-21 08:00") if message.chat_id == -1009]
    assert len(second) == 1
    assert first[0].slot != second[0].slot


def test_two_topics_of_one_group_each_get_theirs(storage: Storage) -> None:
    """A topic is a place of its own."""
    with storage.begin() as work:
        work.save_group(Group(PROVINCE_GROUP, 9, "Chủ đề khác", None, ADMINISTRATOR))
        work.commit()
    messages = [message for message in give(storage, "2022-09-15 08:00") if message.chat_id == PROVINCE_GROUP]
    assert sorted((message.thread_id, message.slot) for message in messages) == [
        (7, "summary:2022-Q3:7"),
        (9, "summary:2022-Q3:9"),
    ]


def test_an_agency_that_did_not_exist_has_no_summary(storage: Storage) -> None:
    """Merged before the period ended."""
    gone = replace(CATALOGUE.agency(SCT), valid_to=at("2022-08-01 00:00").date())
    others = tuple(gone if agency.code == SCT else agency for agency in CATALOGUE.agencies)
    with storage.begin() as work:
        given = give_due_summaries(
            work, replace(CATALOGUE, agencies=others), CALENDAR, policy=POLICY, now=at("2022-09-15 08:00")
        )
        work.commit()
    assert given == 1
    (message,) = outbox(storage)
    assert "Đã nộp <b>0/18</b>" in message.text


def test_the_message_carries_its_picture(storage: Storage) -> None:
    """A recipe of plain content, made by the sender."""
    fill(storage, SCT, "I", "II")
    (message,) = [each for each in give(storage, "2022-09-15 08:00") if each.chat_id == PROVINCE_GROUP]
    assert message.recipe is not None
    assert (message.recipe.medium, message.recipe.maker) == (Medium.PICTURE, "completeness_chart")
    assert message.recipe.content["rows"][0]["name"] == CATALOGUE.agency(SCT).short
    assert message.recipe.content["columns"] == ["I", "II", "III", "IV", "V", "VI", "VII", "Chung"]
