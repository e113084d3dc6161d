"""Administrators hear of what could not be delivered: once, in one message, not in the evening."""

from __future__ import annotations

import pytest

from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Person, Role
from bot.domain.undelivered import report_undelivered
from storage import Storage
from tests.notice_office import (
    ADMINISTRATOR,
    AGENCY_GROUP,
    CALENDAR,
    CATALOGUE,
    CLERK,
    EIGHT,
    OUTSIDER,
    at,
    outbox,
)

pytestmark = pytest.mark.usefixtures("people_and_groups")


def fail(storage: Storage, chat_id: int, reason: str) -> None:
    """A chat is closed to us."""
    with storage.begin() as work:
        work.mark_chat_unreachable(chat_id, reason)
        work.commit()


def report(storage: Storage, moment: str) -> list[Outgoing]:
    """One tick; what it puts out."""
    with storage.begin() as work:
        report_undelivered(work, CATALOGUE, CALENDAR, remind_at=EIGHT, now=at(moment))
        work.commit()
    return outbox(storage)


def test_one_message_a_day_names_everybody(storage: Storage) -> None:
    """People by name and agency, groups by title, in words that say what happened."""
    fail(storage, CLERK, "Forbidden: bot was blocked by the user")
    fail(storage, AGENCY_GROUP, "Forbidden: bot was kicked from the supergroup chat")
    with storage.begin() as work:
        work.undeliverable(work.put_out(Outgoing(OUTSIDER, "x")), "BUTTON_DATA_INVALID")
        work.undeliverable(work.put_out(Outgoing(404, "x")), "Bad <Request>")
        work.commit()
    assert report(storage, "2022-09-15 08:29") == []
    (message,) = report(storage, "2022-09-15 08:30")
    assert (message.chat_id, message.answers) == (ADMINISTRATOR, False)
    assert message.text == (
        "Tôi không nhắn được cho <b>2</b> nơi:\n"
        "• nhóm CCHC Sở Công Thương: bot bị đưa ra khỏi nhóm\n"
        "• Cán bộ Công Thương (SCT): đã chặn bot\n"
        "Người chặn bot phải tự mở lại; nhóm thì thêm bot vào rồi gõ /dangky.\n"
        "<b>2</b> tin gửi không thành, tôi đã thôi gửi lại:\n"
        "• Người ngoài (SCT): 1 tin (<code>BUTTON_DATA_INVALID</code>)\n"
        "• người dùng 404: 1 tin (<code>Bad &lt;Request&gt;</code>)"
    )
    fail(storage, OUTSIDER, "Forbidden: user is deactivated")
    assert report(storage, "2022-09-15 10:00") == []
    assert report(storage, "2022-09-15 20:00") == []
    (message,) = report(storage, "2022-09-16 08:30")
    assert message.text.startswith("Tôi không nhắn được cho <b>1</b> nơi:\n• Người ngoài (SCT): tài khoản Telegram không còn")
    assert report(storage, "2022-09-17 08:30") == []


def test_nothing_is_lost_while_there_is_no_administrator(storage: Storage) -> None:
    """And one who has blocked the bot is not told of it."""
    with storage.begin() as work:
        work.save_person(Person(ADMINISTRATOR, "Quản trị", ()))
        work.commit()
    fail(storage, CLERK, "blocked by the user")
    assert report(storage, "2022-09-15 09:00") == []
    with storage.begin() as work:
        for person in (ADMINISTRATOR, OUTSIDER):
            work.save_person(Person(person, "Quản trị", (Grant(Role.ADMINISTRATOR),)))
        work.commit()
    fail(storage, ADMINISTRATOR, "Forbidden: bot was blocked by the user")
    (message,) = report(storage, "2022-09-15 09:01")
    assert message.chat_id == OUTSIDER
    assert "Cán bộ Công Thương (SCT)" in message.text
