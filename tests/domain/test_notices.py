"""Who is told when: once each, late after downtime, never after submitting or after the deadline.

Quý III/2022 is due on Friday 16/9, for the 17th is a Saturday; so the moment is Thursday 15/9 at eight.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.notices import due_notices, give, give_due_notices, rendered_notices
from bot.domain.period import Period
from bot.domain.report import ReportState
from storage import Storage
from tests.notice_office import (
    AGENCY_GROUP,
    CALENDAR,
    CATALOGUE,
    CLERK,
    CLERK_OF_TWO,
    COLLEAGUE,
    EIGHT,
    PROVINCE_GROUP,
    Q3_2022,
    SCT,
    STC,
    SYT,
    TOLD_OF_SCT,
    add_clerk_of_two,
    at,
    chats,
    every,
    give_once,
    outbox,
    put_state,
    settled,
    tick,
)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A fresh SQLite file with the people and groups."""
    store = Storage(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    store.migrate()
    settled(store)
    yield store
    store.close()


def test_a_quarter_tells_everyone_concerned_once(storage: Storage) -> None:
    """Ticks by the hour from 18/6 to 10/12, by the minute around the deadline: one message each, at eight on Thursday 15/9."""
    by_hour, by_minute = timedelta(hours=1), timedelta(minutes=1)
    given = tick(storage, every(by_hour, "2022-06-18 00:00", "2022-09-14 12:00"))
    given += tick(storage, every(by_minute, "2022-09-14 12:00", "2022-09-17 06:00"))
    given += tick(storage, every(by_hour, "2022-09-17 06:00", "2022-12-10 00:00"))
    assert given == [(at("2022-09-15 08:00"), 4)]
    assert chats(outbox(storage)) == {CLERK: 1, COLLEAGUE: 1, AGENCY_GROUP: 1, PROVINCE_GROUP: 1}


def test_a_year_has_four_moments(storage: Storage) -> None:
    """The working day before each deadline of 2022, at eight."""
    given = tick(storage, every(timedelta(hours=4), "2022-01-01 00:00", "2022-12-31 00:00"))
    assert [moment for moment, _count in given] == [
        at("2022-03-16 08:00"),
        at("2022-06-16 08:00"),
        at("2022-09-15 08:00"),
        at("2022-12-15 08:00"),
    ]


def test_nothing_is_due_a_minute_before(storage: Storage) -> None:
    """The hour is a setting, in Viet Nam's time."""
    with storage.begin() as work:
        assert due_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-15 07:59")) == []
        assert due_notices(work, CATALOGUE, CALENDAR, remind_at=time(14, 30), now=at("2022-09-15 14:29")) == []
        at_half_past_two = due_notices(work, CATALOGUE, CALENDAR, remind_at=time(14, 30), now=at("2022-09-15 14:30"))
    assert {notice.due for notice in at_half_past_two} == {at("2022-09-15 14:30")}


def test_viewers_administrators_and_left_groups_are_not_told(storage: Storage) -> None:
    """Only who has to act, and groups that are registered."""
    with storage.begin() as work:
        notices = due_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-15 08:00"))
    assert [notice.chat_id for notice in notices][:2] == [CLERK, COLLEAGUE]
    assert {notice.chat_id for notice in notices} == {*TOLD_OF_SCT, PROVINCE_GROUP}
    assert {(notice.chat_id, notice.agency, notice.thread_id) for notice in notices} == {
        (CLERK, SCT, None),
        (COLLEAGUE, SCT, None),
        (AGENCY_GROUP, SCT, None),
        (PROVINCE_GROUP, None, 7),
    }
    assert {(notice.kind, notice.period, notice.due, notice.late) for notice in notices} == {
        ("day_before", Q3_2022, at("2022-09-15 08:00"), False)
    }


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.ACCEPTED])
def test_nothing_is_said_to_who_has_submitted(storage: Storage, state: ReportState) -> None:
    """Neither clerks nor the agency's group; the province hears of it."""
    put_state(storage, SCT, state)
    assert give_once(storage, at("2022-09-15 08:00")) == 1
    (message,) = outbox(storage)
    assert message.chat_id == PROVINCE_GROUP
    assert "Đã nộp <b>1/19</b>: SCT" in message.text


@pytest.mark.parametrize("state", [ReportState.RETURNED, ReportState.REOPENED])
def test_a_report_given_back_is_owed_again(storage: Storage, state: ReportState) -> None:
    """Owing means neither submitted nor accepted."""
    put_state(storage, SCT, state)
    assert give_once(storage, at("2022-09-15 08:00")) == 4


def test_submitting_between_two_ticks_ends_it(storage: Storage) -> None:
    """The report is looked at when the notice is given, not when the moment was planned."""
    assert give_once(storage, at("2022-09-15 07:59")) == 0
    put_state(storage, SCT, ReportState.SUBMITTED)
    put_state(storage, SCT, ReportState.SUBMITTED, Period.parse("2022-H1"))  # another period's submission changes nothing
    give_once(storage, at("2022-09-15 08:00"))
    assert chats(outbox(storage)) == {PROVINCE_GROUP: 1}


def test_when_everyone_has_submitted_nobody_is_told(storage: Storage) -> None:
    """A group of the province neither."""
    for agency in CATALOGUE.agencies:
        put_state(storage, agency.code, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-15 08:00")) == 0


def test_after_downtime_a_notice_is_given_late_and_says_so(storage: Storage) -> None:
    """Down from Wednesday noon to the morning of the deadline."""
    back = at("2022-09-16 06:00")
    assert tick(storage, [at("2022-09-14 12:00"), back, back + timedelta(minutes=1)]) == [(back, 4)]
    for message in outbox(storage):
        assert "hạn <b>thứ Sáu 16/9</b> (hôm nay)" in message.text
        assert message.text.endswith("<i>Tin này đến muộn, lẽ ra gửi lúc 8:00 thứ Năm 15/9.</i>")


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (1, False), (15, False), (16, True), (39 * 60 + 59, True)])
def test_a_quarter_of_an_hour_is_not_late(storage: Storage, minutes: int, late: bool) -> None:  # noqa: FBT001  a table's column
    """Ticks come every minute; a slow one is no downtime."""
    now = at("2022-09-15 08:00") + timedelta(minutes=minutes)
    with storage.begin() as work:
        assert {it.late for it in due_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=now)} == {late}


def test_after_the_deadline_a_notice_is_stale_and_dropped(storage: Storage) -> None:
    """Midnight in Viet Nam ends the deadline: until 23:59 it helps, at 0:00 it does not."""
    with storage.begin() as work:
        assert due_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-16 23:59"))
    assert give_once(storage, at("2022-09-17 00:00")) == 0
    assert give_once(storage, at("2022-09-20 08:00")) == 0


def test_a_restart_gives_nothing_twice(tmp_path: Path) -> None:
    """The ledger is in the database; the program may die between any two ticks."""
    address = f"sqlite:///{tmp_path / 'restart.sqlite3'}"
    given = 0
    for minute in range(5):
        store = Storage(address)
        store.migrate()
        settled(store)
        given += give_once(store, at("2022-09-15 08:00") + timedelta(minutes=minute))
        store.close()
    assert given == 4


def test_what_was_not_committed_is_given_again(storage: Storage) -> None:
    """Killed before the commit: neither ledger nor outbox has it, so the next tick gives it."""
    with storage.begin() as work:
        assert give_due_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-15 08:00")) == 4
    assert outbox(storage) == []
    assert give_once(storage, at("2022-09-15 08:01")) == 4


def test_of_two_processes_only_one_gives(storage: Storage) -> None:
    """Both saw the same notices due; the ledger lets the first through, with its buttons."""
    with storage.begin() as work:
        seen = rendered_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-15 08:00"))
    assert give_once(storage, at("2022-09-15 08:00")) == 4
    with storage.begin() as work:
        assert give(work, seen, now=at("2022-09-15 08:00")) == 0
        work.commit()
    assert len(outbox(storage)) == 4


def test_looking_writes_nothing(storage: Storage) -> None:
    """What is due and what it says can be asked any number of times."""
    for _ in range(2):
        with storage.begin() as work:
            assert len(rendered_notices(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at("2022-09-15 08:00"))) == 4
            work.commit()
    assert outbox(storage) == []


def test_a_clerk_of_several_agencies_gets_one_message(storage: Storage) -> None:
    """It names each that is owed, and only those."""
    add_clerk_of_two(storage, STC, SYT)
    give_once(storage, at("2022-09-15 08:00"))
    (message,) = [it for it in outbox(storage) if it.chat_id == CLERK_OF_TWO]
    assert "• Sở Tài chính: " in message.text
    assert "• Sở Y tế: " in message.text
    assert [[button.label for button in row] for row in message.buttons] == [["Nhập tiếp STC"], ["Nhập tiếp SYT"]]


def test_a_clerk_of_several_agencies_is_not_told_again_when_one_submits(storage: Storage) -> None:
    """The message is filed under the person's agencies, not under what they owe at the moment."""
    add_clerk_of_two(storage, STC, SYT)
    give_once(storage, at("2022-09-15 08:00"))
    put_state(storage, STC, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-15 09:00")) == 0


def test_a_clerk_who_loses_an_agency_is_not_told_again(storage: Storage) -> None:
    """They heard about both."""
    add_clerk_of_two(storage, STC, SYT)
    give_once(storage, at("2022-09-15 08:00"))
    add_clerk_of_two(storage, SYT)
    assert give_once(storage, at("2022-09-15 09:00")) == 0


def test_a_clerk_who_comes_after_the_moment_is_told_late(storage: Storage) -> None:
    """There is still time to enter."""
    give_once(storage, at("2022-09-15 08:00"))
    outbox(storage)
    add_clerk_of_two(storage, SYT)
    assert give_once(storage, at("2022-09-15 14:00")) == 1
    (message,) = outbox(storage)
    assert message.chat_id == CLERK_OF_TWO
    assert "Tin này đến muộn" in message.text


def test_only_agencies_that_exist_on_the_day_are_told_and_counted(storage: Storage) -> None:
    """Six offices merged on 1/3/2025: those that went are neither reminded nor counted for Quý I/2025."""
    gone = [agency.code for agency in CATALOGUE.agencies if not agency.is_valid_on(at("2025-03-14 08:00").date())]
    assert gone
    add_clerk_of_two(storage, gone[0])
    give_once(storage, at("2025-03-14 08:00"))
    messages = {message.chat_id: message for message in outbox(storage)}
    assert CLERK_OF_TWO not in messages
    assert f"<b>0/{len(CATALOGUE.agencies) - len(gone)}</b>" in messages[PROVINCE_GROUP].text
    assert CATALOGUE.agency(gone[0]).short not in re.findall(r"[^\s,:()]+", messages[PROVINCE_GROUP].text)


def test_the_button_is_bound_to_the_person_and_says_where_to_go_on(storage: Storage) -> None:
    """Opaque in Telegram, its action in the store."""
    give_once(storage, at("2022-09-15 08:00"))
    messages = {message.chat_id: message for message in outbox(storage)}
    ((button,),) = messages[CLERK].buttons
    assert button.label == "Nhập tiếp"
    with storage.begin() as work:
        stored = work.button(button.token)
    assert stored is not None
    assert (stored.chat_id, stored.person_id, stored.action) == (CLERK, CLERK, {"do": "continue", "a": SCT, "p": "2022-Q3"})
    assert messages[CLERK].subject == {"a": SCT, "p": "2022-Q3"}
    assert messages[AGENCY_GROUP].buttons == ()
    assert messages[PROVINCE_GROUP].thread_id == 7
    assert not any(message.answers for message in messages.values())


@given(ticks=st.lists(st.integers(-60, 45 * 60), max_size=12, unique=True).map(sorted))
@settings(max_examples=25, deadline=None)
def test_whenever_the_bot_runs_each_chat_is_told_once_if_at_all(ticks: list[int]) -> None:
    """The first tick between the moment and the deadline's midnight tells everyone, no other tick does."""
    moment, deadline = at("2022-09-15 08:00"), at("2022-09-17 00:00")
    moments = [moment + timedelta(minutes=minutes) for minutes in ticks]
    helpful = [it for it in moments if moment <= it < deadline]
    with TemporaryDirectory() as folder:
        store = Storage(f"sqlite:///{folder}/ticks.sqlite3")
        store.migrate()
        settled(store)
        assert tick(store, moments) == [(first, 4) for first in helpful[:1]]
        messages = outbox(store)
        store.close()
    assert chats(messages) == (Counter([*TOLD_OF_SCT, PROVINCE_GROUP]) if helpful else Counter())
    late = bool(helpful) and helpful[0] - moment > timedelta(minutes=15)
    assert all(("đến muộn" in message.text) == late for message in messages)
