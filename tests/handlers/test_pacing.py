"""Telegram's sending limits, kept on our side."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.pacing import Limits, Pacing

START = datetime(2023, 3, 16, 1, 0, tzinfo=UTC)
GROUP, PERSON = -1001, 11


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_a_chat_gets_one_message_a_second() -> None:
    """Another chat is not held up by it."""
    pacing = Pacing(Limits())
    pacing.sending(PERSON, at(0))
    assert pacing.chat_wait(PERSON, at(0.25)) == timedelta(seconds=0.75)
    assert not pacing.chat_wait(PERSON, at(1))
    assert not pacing.chat_wait(PERSON + 1, at(0.25))


def test_a_group_gets_twenty_a_minute() -> None:
    """The twenty-first waits for the first to be a minute old; a private chat does not."""
    pacing = Pacing(Limits())
    for second in range(20):
        assert not pacing.chat_wait(GROUP, at(second))
        pacing.sending(GROUP, at(second))
        pacing.sending(PERSON, at(second))
    assert pacing.chat_wait(GROUP, at(20)) == timedelta(seconds=40)
    assert not pacing.chat_wait(PERSON, at(20))


def test_thirty_a_second_leave_overall() -> None:
    """However many chats there are."""
    pacing = Pacing(Limits())
    for chat in range(30):
        assert not pacing.overall_wait(at(0.01 * chat))
        pacing.sending(chat, at(0.01 * chat))
    assert pacing.overall_wait(at(0.3)) == timedelta(seconds=0.7)


def test_a_broadcast_runs_at_the_allowed_rate() -> None:
    """3,000 chats take 100 seconds, and what was sent a minute ago is forgotten."""
    pacing, now = Pacing(Limits()), START
    for chat in range(3000):
        now += pacing.overall_wait(now)
        pacing.sending(chat, now)
    assert timedelta(seconds=99) <= now - START <= timedelta(seconds=100)
    assert len(pacing._sent_in) < 3000  # noqa: SLF001  memory has no other sign


def test_a_clock_set_back_does_not_stop_sending() -> None:
    """The wait is never longer than the window."""
    pacing = Pacing(Limits())
    pacing.sending(PERSON, at(3600))
    assert pacing.chat_wait(PERSON, at(0)) == timedelta(seconds=1)


@pytest.mark.parametrize("chat", [GROUP, PERSON])
def test_without_limits_nothing_waits(chat: int) -> None:
    """Telegram on this machine has none."""
    pacing = Pacing(None)
    for _ in range(100):
        pacing.sending(chat, START)
        assert not pacing.chat_wait(chat, START)
        assert not pacing.overall_wait(START)
