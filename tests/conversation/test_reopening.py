"""Asking for a locked report to be reopened: who may, where it arrives, and that it is asked once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.outgoing import ButtonRecord
from bot.domain.people import Grant, Person, Role
from bot.domain.report import Report, ReportState
from bot.incoming import Press
from tests.conversation.office import ADMINISTRATOR, CLERK, COLLEAGUE, OUTSIDER, Q1, SCT, Office

VIEWER = 6


@pytest.fixture(autouse=True)
def a_viewer(office: Office) -> None:
    with office.storage.begin() as work:
        work.save_person(Person(VIEWER, "Người xem", (Grant(Role.VIEWER, SCT),)))
        work.commit()


def stand(office: Office, state: ReportState) -> None:
    with office.storage.begin() as work:
        report = Report(SCT, Q1, state, office.now, CLERK, office.now, open_until=office.now + timedelta(days=1))
        work.save_report(report, by=CLERK, at=office.now)
        work.commit()


def ask(office: Office, by: int) -> str | None:
    """The press, and its short answer."""
    with office.storage.begin() as work:
        token = f"ask-{by}-{office.last_update}"
        action = {"do": "ask_reopening", "a": SCT, "p": Q1.code}
        work.add_buttons([ButtonRecord(token, by, by, action, office.now + timedelta(days=1))])
        work.commit()
    return office.turn(Press(token), by=by).toast


@pytest.mark.parametrize("state", ReportState)
@pytest.mark.parametrize(
    ("by", "may_ask"), [(CLERK, True), (COLLEAGUE, True), (OUTSIDER, False), (VIEWER, False), (ADMINISTRATOR, True)]
)
def test_a_clerk_of_the_agency_asks_for_a_locked_report(office: Office, state: ReportState, by: int, *, may_ask: bool) -> None:
    stand(office, state)
    toast = ask(office, by)
    asked = [message for message in office.said if "xin mở lại" in message.text and message.chat_id == ADMINISTRATOR]
    is_locked = state in (ReportState.SUBMITTED, ReportState.ACCEPTED)
    if not may_ask:
        assert toast == "Nút này dành cho người nhập số liệu của đơn vị."
    assert bool(asked) is (may_ask and is_locked)
    with office.storage.begin() as work:
        assert work.report(SCT, Q1).state is state


def test_it_is_asked_once_until_the_report_moves(office: Office) -> None:
    stand(office, ReportState.SUBMITTED)
    assert ask(office, CLERK) is None
    assert ask(office, CLERK) == "Anh/chị đã xin rồi, Sở Nội vụ đang xem."
    office.now += timedelta(hours=1)
    stand(office, ReportState.SUBMITTED)  # reopened, locked again
    assert ask(office, CLERK) is None


def test_nobody_is_told_that_it_arrived_where_it_could_not(office: Office) -> None:
    """The only administrator has blocked the bot."""
    stand(office, ReportState.SUBMITTED)
    with office.storage.begin() as work:
        work.mark_chat_unreachable(ADMINISTRATOR, "blocked")
        work.commit()
    assert ask(office, CLERK) == "Chưa có quản trị nào nhận được tin. Anh/chị liên hệ trực tiếp Sở Nội vụ."
    assert office.said == []
