"""Who is told when: clerks first and others by steps, one message a person a day, late after downtime, never after submitting.

Quý III/2022: the window ends on Wednesday 14/9 and the report is due on Friday 16/9, for the 17th is a Saturday. So it soon
closes on 7/9, is missing on 15/9, due on 16/9, overdue on 19, 20 and 21/9.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import give, rendered_notices
from bot.domain.notices import NoticeRules, OwnRules, Policy, QuietHours
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.reminding import DueNotice, Reason, due_notices
from bot.domain.report import ReportState
from bot.domain.value import Figure, NewValue, Source, ValueKey
from storage import Storage
from tests.notice_office import (
    ADMINISTRATOR,
    AGENCY_GROUP,
    CATALOGUE,
    CLERK,
    CLERK_OF_TWO,
    COLLEAGUE,
    OUTSIDER,
    POLICY,
    PROVINCE_GROUP,
    Q3_2022,
    SCT,
    STC,
    SYT,
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

pytestmark = pytest.mark.usefixtures("people_and_groups")

CLERKS = {CLERK, COLLEAGUE}
GROUPS = {AGENCY_GROUP, PROVINCE_GROUP}
UNMANNED = len(CATALOGUE.agencies) - 2  # all but SCT and, by its viewer, STC


def due_at(storage: Storage, moment: str, policy: Policy = POLICY) -> dict[int, DueNotice]:
    """What is due at a moment, by chat."""
    with storage.begin() as work:
        notices = due_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=policy, now=at(moment))
    assert len({notice.chat_id for notice in notices}) == len(notices)
    return {notice.chat_id: notice for notice in notices}


def days_told(storage: Storage, start: str = "2022-09-01 00:00", end: str = "2022-10-01 00:00") -> dict[int, list[str]]:
    """At which moments each chat is told, ticking every two hours; as `7/9 08:00 closing`."""
    told: dict[int, list[str]] = defaultdict(list)
    for moment in every(timedelta(hours=2), start, end):
        with storage.begin() as work:
            calendar = standing_calendar(work, CATALOGUE)
            rendered = rendered_notices(work, CATALOGUE, calendar, policy=POLICY, now=moment)
            give(work, rendered, now=moment)
            work.commit()
        for notice, _reply in rendered:
            local = moment + timedelta(hours=7)
            told[notice.chat_id].append(f"{local.day}/{local.month} {local:%H:%M} {notice.keys[0].kind}")
    return told


ALL_DAYS = [
    "7/9 08:00 closing",
    "15/9 08:00 missing",
    "16/9 08:00 deadline",
    "19/9 08:00 overdue",
    "20/9 08:00 overdue",
    "21/9 08:00 overdue",
]


def test_a_month_of_a_report_that_nobody_submits(storage: Storage) -> None:
    """Once before the window ends, daily after it until three days after the deadline, at eight; others by steps."""
    assert days_told(storage) == {
        CLERK: ALL_DAYS,
        COLLEAGUE: ALL_DAYS,
        OUTSIDER: ALL_DAYS[2:],  # viewer of SCT: after one day in which nothing was done
        AGENCY_GROUP: [ALL_DAYS[0], ALL_DAYS[2], "19/9 08:00 escalated"],
        PROVINCE_GROUP: [ALL_DAYS[0], ALL_DAYS[2]],
        ADMINISTRATOR: ALL_DAYS,  # of the agencies without a clerk
    }


def test_nothing_is_due_a_minute_before(storage: Storage) -> None:
    """The hour is a setting, in Viet Nam's time."""
    assert due_at(storage, "2022-09-15 07:59") == {}
    afternoon = Policy(NoticeRules(remind_at=time(14, 30)))
    assert due_at(storage, "2022-09-15 14:29", afternoon) == {}
    assert {owed.due for owed in due_at(storage, "2022-09-15 14:30", afternoon)[CLERK].owed} == {at("2022-09-15 14:30")}


def test_clerks_are_told_first_and_only_of_their_agency(storage: Storage) -> None:
    """A viewer whose agency has a clerk is not; one whose agency has none stands in; the administrator sees to the rest."""
    notices = due_at(storage, "2022-09-15 08:00")
    assert notices.keys() == {*CLERKS, ADMINISTRATOR}
    assert [(owed.agency, owed.reason) for owed in notices[CLERK].owed] == [(SCT, None)]
    assert [(owed.agency, owed.reason) for owed in notices[COLLEAGUE].owed] == [(SCT, None), (STC, Reason.NO_CLERK)]
    assert {owed.reason for owed in notices[ADMINISTRATOR].owed} == {Reason.NO_CLERK}
    assert len(notices[ADMINISTRATOR].owed) == UNMANNED


def test_what_nobody_did_is_told_step_by_step(storage: Storage) -> None:
    """Viewers after one working day, the group after two, administrators after three; a figure entered starts anew."""
    give_once(storage, at("2022-09-15 08:00"))
    sct = {day: due_at(storage, f"2022-09-{day} 08:00") for day in (16, 19, 20)}
    assert [(owed.agency, owed.reason) for owed in sct[16][OUTSIDER].owed] == [(SCT, Reason.IDLE)]
    assert AGENCY_GROUP in sct[19]
    assert SCT not in {owed.agency for owed in sct[19][ADMINISTRATOR].owed}
    assert (SCT, Reason.IDLE) in {(owed.agency, owed.reason) for owed in sct[20][ADMINISTRATOR].owed}
    value = NewValue(ValueKey(SCT, Q3_2022, IndicatorId("plan.tasks_planned")), Figure(Decimal(3)), None, "3", None)
    with storage.begin() as work:
        work.write_values([value], batch="b", by=CLERK, at=at("2022-09-19 15:00"), source=Source("message"))
        work.commit()
    later = due_at(storage, "2022-09-20 08:00")
    assert OUTSIDER in later  # one day again
    assert AGENCY_GROUP not in later
    assert SCT not in {owed.agency for owed in later[ADMINISTRATOR].owed}


def test_a_clerk_who_blocked_the_bot_is_stood_in_for(storage: Storage) -> None:
    """With both clerks gone the viewer is told at once, and why; nothing is put out for the blocked."""
    give_once(storage, at("2022-09-15 08:00"))
    with storage.begin() as work:
        for person in CLERKS:
            work.mark_chat_unreachable(person, "blocked")
        work.commit()
    notices = due_at(storage, "2022-09-15 08:05")
    assert notices.keys() == {OUTSIDER}  # the administrator had theirs of the day, STC's only viewer is gone too
    assert [(owed.agency, owed.reason) for owed in notices[OUTSIDER].owed] == [(SCT, Reason.UNREACHABLE)]
    with storage.begin() as work:
        work.mark_chat_reachable(CLERK)
        work.commit()
    assert CLERK in due_at(storage, "2022-09-16 08:00")


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.ACCEPTED])
def test_nothing_is_said_to_who_has_submitted(storage: Storage, state: ReportState) -> None:
    """Neither clerks nor the agency's group; the province hears of it."""
    put_state(storage, SCT, state)
    assert due_at(storage, "2022-09-16 08:00").keys() == {PROVINCE_GROUP, COLLEAGUE, ADMINISTRATOR}  # COLLEAGUE for STC
    give_once(storage, at("2022-09-16 08:00"))
    texts = {message.chat_id: message.text for message in outbox(storage)}
    assert "Đã nộp <b>1/19</b>: SCT" in texts[PROVINCE_GROUP]


@pytest.mark.parametrize("state", [ReportState.RETURNED, ReportState.REOPENED])
def test_a_report_given_back_is_owed_again(storage: Storage, state: ReportState) -> None:
    """Owing means neither submitted nor accepted."""
    put_state(storage, SCT, state)
    assert CLERK in due_at(storage, "2022-09-15 08:00")


def test_submitting_between_two_ticks_ends_it(storage: Storage) -> None:
    """The report is looked at when the notice is given, not when the moment was planned."""
    assert give_once(storage, at("2022-09-15 07:59")) == 0
    put_state(storage, SCT, ReportState.SUBMITTED)
    put_state(storage, SCT, ReportState.SUBMITTED, Period.parse("2022-H1"))  # another period's submission changes nothing
    assert CLERK not in due_at(storage, "2022-09-15 08:00")


def test_when_everyone_has_submitted_nobody_is_told(storage: Storage) -> None:
    """A group of the province neither."""
    for agency in CATALOGUE.agencies:
        put_state(storage, agency.code, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-16 08:00")) == 0


def test_after_downtime_a_notice_is_given_late_and_says_so(storage: Storage) -> None:
    """Down on the whole day of the deadline and the weekend: Friday's is stale, Monday's takes its place."""
    assert due_at(storage, "2022-09-15 16:00")[CLERK].late_since == at("2022-09-15 08:00")
    give_once(storage, at("2022-09-15 16:00"))
    (message,) = [it for it in outbox(storage) if it.chat_id == CLERK]
    assert message.text.endswith("<i>Tin này đến muộn, lẽ ra gửi lúc 08:00 thứ Năm 15/9.</i>")
    assert due_at(storage, "2022-09-17 10:00") == {}  # Saturday: nobody is disturbed
    monday = due_at(storage, "2022-09-19 08:00")[CLERK]
    assert (monday.keys[0].kind, monday.late_since) == ("overdue", None)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (1, False), (15, False), (16, True), (12 * 60, True)])
def test_a_quarter_of_an_hour_is_not_late(storage: Storage, minutes: int, late: bool) -> None:  # noqa: FBT001  a table's column
    """Ticks come every minute; a slow one is no downtime."""
    now = (at("2022-09-15 08:00") + timedelta(hours=7, minutes=minutes)).strftime("%Y-%m-%d %H:%M")
    assert {it.late_since is not None for it in due_at(storage, now).values()} == {late}


@pytest.mark.parametrize(
    ("moment", "kind"),
    [
        ("2022-09-06 12:00", None),
        ("2022-09-07 08:00", "closing"),
        ("2022-09-09 08:00", "closing"),  # late, the window is still open
        ("2022-09-10 08:00", None),  # a Saturday: it waits
        ("2022-09-12 08:00", "closing"),
        ("2022-09-14 20:59", "closing"),
        ("2022-09-14 23:59", None),
        ("2022-09-15 00:00", None),
        ("2022-09-15 07:59", None),
        ("2022-09-15 08:00", "missing"),
        ("2022-09-16 06:30", None),  # yesterday's is stale, today's comes at eight
        ("2022-09-16 20:59", "deadline"),
        ("2022-09-16 21:00", None),  # quiet
        ("2022-09-21 08:00", "overdue"),
        ("2022-09-26 08:00", "overdue"),  # the last stands three working days
        ("2022-09-27 08:00", None),
    ],
)
def test_what_stands_when_the_bot_comes_back(storage: Storage, moment: str, kind: str | None) -> None:
    """Whatever was missed before, only the newest is given, and nothing that is stale."""
    notices = due_at(storage, moment)
    assert {notice.keys[0].kind for notice in notices.values() if notice.chat_id == CLERK} == ({kind} if kind else set())


def test_quiet_hours_hold_back_and_nothing_is_lost(storage: Storage) -> None:
    """An agency that would be reminded in them is reminded when they end."""
    policy = Policy(NoticeRules(remind_at=time(5)), QuietHours(time(20), time(7)))
    assert due_at(storage, "2022-09-15 06:59", policy) == {}
    assert due_at(storage, "2022-09-15 07:00", policy)[CLERK].late_since is None
    nap = Policy(NoticeRules(remind_at=time(12)), QuietHours(time(11, 30), time(13)))
    assert due_at(storage, "2022-09-15 12:59", nap) == {}
    assert due_at(storage, "2022-09-15 13:00", nap)[CLERK].late_since is None


def test_an_agency_has_its_own_hour_and_days(storage: Storage) -> None:
    """The others keep the settings; a person of two agencies is told at the first hour, of both."""
    add_clerk_of_two(storage, SCT, SYT)
    with storage.begin() as work:
        work.save_own_rules(SCT, OwnRules(time(9, 30), 5, 1, (0, 1, 2)), by=1, at=at("2022-09-01 08:00"))
        work.commit()
    assert due_at(storage, "2022-09-08 08:00").keys() == {ADMINISTRATOR, CLERK_OF_TWO, COLLEAGUE, PROVINCE_GROUP}
    assert {owed.agency for owed in due_at(storage, "2022-09-15 08:00")[CLERK_OF_TWO].owed} == {SCT, SYT}
    assert CLERK not in due_at(storage, "2022-09-15 09:29")
    assert CLERK in due_at(storage, "2022-09-15 09:30")
    assert OUTSIDER in due_at(storage, "2022-09-15 09:30")  # after no day at all
    assert CLERK in due_at(storage, "2022-09-19 09:30")
    assert CLERK not in due_at(storage, "2022-09-23 09:30")


def test_changing_the_hour_on_the_day_does_not_tell_twice(storage: Storage) -> None:
    """The ledger knows the day, not the hour."""
    assert give_once(storage, at("2022-09-16 08:00")) == len(outbox(storage)) == 5
    later = Policy(NoticeRules(remind_at=time(14)))
    assert give_once(storage, at("2022-09-16 14:00"), later) == 0
    assert give_once(storage, at("2022-09-16 20:00"), later) == 0


def test_a_clerk_of_several_agencies_gets_one_message_a_day(storage: Storage) -> None:
    """It names each that is owed, and is not given again when one of them submits or is taken away."""
    add_clerk_of_two(storage, STC, SYT)
    give_once(storage, at("2022-09-15 08:00"))
    (message,) = [it for it in outbox(storage) if it.chat_id == CLERK_OF_TWO]
    assert "• Sở Tài chính: " in message.text
    assert "• Sở Y tế: " in message.text
    labels = [[button.label for button in row] for row in message.buttons]
    assert labels == [["Nhập tiếp STC", "Đã nộp giấy STC"], ["Nhập tiếp SYT", "Đã nộp giấy SYT"], ["Nhắc lại sau"]]
    put_state(storage, STC, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-15 09:00")) == 0
    add_clerk_of_two(storage, SYT)
    assert give_once(storage, at("2022-09-15 10:00")) == 0


def test_two_periods_are_told_in_one_message(storage: Storage) -> None:
    """Quý III is overdue while a period opened by an administrator closes soon."""
    with storage.begin() as work:
        work.move_deadline(Period.parse("2022-Q2"), at("2022-09-20 12:00").date(), by=1, at=at("2022-09-01 12:00"))
        work.commit()
    notice = due_at(storage, "2022-09-19 08:00")[CLERK]
    assert [(owed.period.code, owed.moment.kind.code) for owed in notice.owed] == [
        ("2022-Q3", "overdue"),
        ("2022-Q2", "missing"),
    ]
    give_once(storage, at("2022-09-19 08:00"))
    (message,) = [it for it in outbox(storage) if it.chat_id == CLERK]
    assert message.text.count("chưa nộp") == 2


def test_a_group_hears_of_two_periods_in_one_message(storage: Storage) -> None:
    """An opened Quý II falls due with Quý III: one message that day, both in it, both filed."""
    with storage.begin() as work:
        work.move_deadline(Period.parse("2022-Q2"), at("2022-09-16 12:00").date(), by=1, at=at("2022-09-01 12:00"))
        work.commit()
    put_state(storage, STC, ReportState.SUBMITTED)
    give_once(storage, at("2022-09-16 08:00"))
    told = outbox(storage)
    assert max(chats(told).values()) == 1
    of = {message.chat_id: message for message in told}
    heads = [block.splitlines()[0] for block in of[PROVINCE_GROUP].text.split("\n\n")]
    assert [head.split(" · ")[0] for head in heads] == ["Báo cáo CCHC Quý II/2022", "Báo cáo CCHC Quý III/2022"]
    assert of[PROVINCE_GROUP].text.count("Đã nộp <b>1/19</b>") == 1
    assert of[AGENCY_GROUP].text.count("Sở Công Thương chưa nộp") == 2
    assert give_once(storage, at("2022-09-16 09:00")) == 0


def test_a_clerk_who_comes_after_the_moment_is_told_late(storage: Storage) -> None:
    """There is still time to enter."""
    give_once(storage, at("2022-09-15 08:00"))
    outbox(storage)
    add_clerk_of_two(storage, SYT)
    assert give_once(storage, at("2022-09-15 14:00")) == 1
    (message,) = outbox(storage)
    assert message.chat_id == CLERK_OF_TWO
    assert "Tin này đến muộn" in message.text


def test_only_agencies_that_exist_are_told_and_counted(storage: Storage) -> None:
    """Six offices merged on 1/3/2025: those that went are neither reminded nor counted for Quý I/2025."""
    gone = [agency.code for agency in CATALOGUE.agencies if not agency.is_valid_on(at("2025-03-17 08:00").date())]
    assert gone
    add_clerk_of_two(storage, gone[0])
    give_once(storage, at("2025-03-17 08:00"))
    messages = {message.chat_id: message for message in outbox(storage)}
    assert CLERK_OF_TWO not in messages
    assert f"<b>0/{len(CATALOGUE.agencies) - len(gone)}</b>" in messages[PROVINCE_GROUP].text


def test_a_snooze_gives_one_more_and_nothing_before(storage: Storage) -> None:
    """Asked for three hours later: told then and not again that day; submitted meanwhile: not told."""
    give_once(storage, at("2022-09-15 08:00"))
    for person in CLERKS:
        with storage.begin() as work:
            work.snooze(person, at("2022-09-15 11:00"))
            work.commit()
    assert CLERK not in due_at(storage, "2022-09-15 10:59")
    notice = due_at(storage, "2022-09-15 11:00")[CLERK]
    assert (notice.asked_for, notice.late_since) == (True, None)
    outbox(storage)
    put_state(storage, SCT, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-15 11:00")) == 1  # COLLEAGUE, for STC
    assert chats(outbox(storage)) == {COLLEAGUE: 1}
    assert tick(storage, every(timedelta(hours=1), "2022-09-15 11:00", "2022-09-15 20:00")) == []
    with storage.begin() as work:
        assert work.snoozes() == {}


def test_a_snooze_to_the_next_morning_is_that_days_reminder(storage: Storage) -> None:
    """Not one more."""
    give_once(storage, at("2022-09-15 08:00"))
    with storage.begin() as work:
        work.snooze(CLERK, at("2022-09-16 09:00"))
        work.commit()
    outbox(storage)
    told = []
    for moment in every(timedelta(minutes=30), "2022-09-16 00:00", "2022-09-17 00:00"):
        give_once(storage, moment)
        told += outbox(storage)
    (message,) = [it for it in told if it.chat_id == CLERK]
    assert "(hôm nay)" in message.text


def test_a_moved_deadline_moves_the_reminders(storage: Storage) -> None:
    """A week more: daily until then, and what closes soon is not told again."""
    give_once(storage, at("2022-09-07 08:00"))
    with storage.begin() as work:
        work.move_deadline(Q3_2022, at("2022-09-23 12:00").date(), by=1, at=at("2022-09-12 10:00"))
        work.commit()
    assert CLERK not in due_at(storage, "2022-09-12 10:01")
    told = days_told(storage, "2022-09-12 10:00")[CLERK]
    assert told == [
        *[f"{day}/9 08:00 missing" for day in (15, 16, 19, 20, 21, 22)],
        "23/9 08:00 deadline",
        *[f"{day}/9 08:00 overdue" for day in (26, 27, 28)],
    ]


def test_an_opened_period_is_reminded_from_the_next_day(storage: Storage) -> None:
    """On the day of the opening everyone was told."""
    with storage.begin() as work:
        work.move_deadline(Period.parse("2022-Q2"), at("2022-07-08 12:00").date(), by=1, at=at("2022-07-05 10:00"))
        work.commit()
    told = days_told(storage, "2022-07-01 00:00", "2022-07-20 00:00")[CLERK]
    assert told == [
        "6/7 08:00 missing",
        "7/7 08:00 missing",
        "8/7 08:00 deadline",
        *[f"{day}/7 08:00 overdue" for day in (11, 12, 13)],
    ]


def test_a_restart_gives_nothing_twice(tmp_path: Path) -> None:
    """The ledger is in the database; the program may die between any two ticks."""
    address = f"sqlite:///{tmp_path / 'restart.sqlite3'}"
    given = []
    for minute in range(4):
        store = Storage(address)
        store.migrate()
        settled(store)
        given.append(give_once(store, at("2022-09-16 08:00") + timedelta(minutes=minute)))
        store.close()
    assert given == [5, 0, 0, 0]


def test_what_was_not_committed_is_given_again(storage: Storage) -> None:
    """Killed before the commit: neither ledger nor outbox has it, so the next tick gives it."""
    with storage.begin() as work:
        calendar = standing_calendar(work, CATALOGUE)
        rendered = rendered_notices(work, CATALOGUE, calendar, policy=POLICY, now=at("2022-09-16 08:00"))
        assert give(work, rendered, now=at("2022-09-16 08:00")) == 5
    assert outbox(storage) == []
    assert give_once(storage, at("2022-09-16 08:01")) == 5


def test_what_could_not_be_sent_is_told_as_things_are_by_then(storage: Storage) -> None:
    """Put out, and then nothing went for three hours: SCT has submitted since, the others are told late, once."""
    assert give_once(storage, at("2022-09-16 08:00")) == 5
    put_state(storage, SCT, ReportState.SUBMITTED)
    assert give_once(storage, at("2022-09-16 08:10")) == 0  # not yet: it may be on its way
    assert give_once(storage, at("2022-09-16 11:00")) == 3
    messages = outbox(storage)
    assert chats(messages) == {ADMINISTRATOR: 1, COLLEAGUE: 1, PROVINCE_GROUP: 1}  # COLLEAGUE for STC, which has no clerk
    assert all("đến muộn" in message.text and "Sở Công Thương" not in message.text for message in messages)


def test_of_two_processes_only_one_gives(storage: Storage) -> None:
    """Both saw the same notices due, also one that was asked for; the ledger lets the first through, with its buttons."""
    with storage.begin() as work:
        work.snooze(CLERK, at("2022-09-16 07:30"))
        calendar = standing_calendar(work, CATALOGUE)
        seen = rendered_notices(work, CATALOGUE, calendar, policy=POLICY, now=at("2022-09-16 08:00"))
        work.commit()
    assert give_once(storage, at("2022-09-16 08:00")) == 5
    with storage.begin() as work:
        assert give(work, seen, now=at("2022-09-16 08:00")) == 0
        work.commit()
    assert len(outbox(storage)) == 5


def test_the_buttons_are_bound_to_the_person(storage: Storage) -> None:
    """Opaque in Telegram, their actions in the store; groups get none."""
    give_once(storage, at("2022-09-16 08:00"))
    messages: dict[int, Outgoing] = {message.chat_id: message for message in outbox(storage)}
    ((goes_on, later), (paper,)) = messages[CLERK].buttons
    assert (goes_on.label, later.label, paper.label) == ("Nhập tiếp", "Nhắc lại sau", "Đã nộp giấy")
    with storage.begin() as work:
        stored = work.button(goes_on.token)
    assert stored is not None
    assert (stored.chat_id, stored.person_id, stored.action) == (CLERK, CLERK, {"do": "continue", "a": SCT, "p": "2022-Q3"})
    assert messages[CLERK].subject == {"a": SCT, "p": "2022-Q3"}
    assert messages[AGENCY_GROUP].buttons == messages[PROVINCE_GROUP].buttons == ()
    assert messages[PROVINCE_GROUP].thread_id == 7
    assert not any(message.answers for message in messages.values())


def test_an_administrator_who_is_a_clerk_too_gets_one_message(storage: Storage) -> None:
    """Own reports first, then the agencies without a clerk."""
    person = Person(ADMINISTRATOR, "Quản trị", (Grant(Role.ADMINISTRATOR), Grant(Role.CLERK, AgencyCode("SNV"))))
    with storage.begin() as work:
        work.save_person(person)
        work.commit()
    owed = due_at(storage, "2022-09-15 08:00")[ADMINISTRATOR].owed
    assert [each.agency for each in owed if each.reason is None] == ["SNV"]
    assert len(owed) == UNMANNED


@given(ticks=st.lists(st.integers(-60, 15 * 24 * 60), max_size=40, unique=True).map(sorted))
@settings(max_examples=15, deadline=None)
def test_whenever_the_bot_runs_a_person_is_told_at_most_once_a_day(ticks: list[int]) -> None:
    """And never outside working days, in quiet hours, or twice of the same day."""
    moments = [at("2022-09-07 08:00") + timedelta(minutes=minutes) for minutes in ticks]
    with TemporaryDirectory() as folder:
        store = Storage(f"sqlite:///{folder}/ticks.sqlite3")
        store.migrate()
        settled(store)
        told: list[tuple[int, datetime]] = []
        for moment in moments:
            give_once(store, moment)
            told += [(message.chat_id, moment) for message in outbox(store)]
        store.close()
    days = [(chat, day_in_viet_nam(moment)) for chat, moment in told if chat > 0]
    assert len(days) == len(set(days))
    assert not any(POLICY.quiet.holds(moment) for _chat, moment in told)
