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


def test_messages_leave_in_even_steps() -> None:
    """However many chats there are: a burst that has to be paid off would keep the next answer waiting for it."""
    pacing = Pacing(Limits())
    pacing.sending(PERSON, at(0))
    assert pacing.overall_wait(at(0.01)) == Limits().pause - timedelta(seconds=0.01)
    assert not pacing.overall_wait(at(1 / 28))


def test_a_broadcast_runs_at_the_allowed_rate() -> None:
    """3,000 chats take little more than 100 seconds, and what was sent a minute ago is forgotten."""
    pacing, now = Pacing(Limits()), START
    for chat in range(8000):
        now += pacing.overall_wait(now)
        pacing.sending(chat, now)
        if chat == 3000:
            assert timedelta(seconds=100) <= now - START <= timedelta(seconds=104)
    assert len(pacing._sent_in) < 5000  # noqa: SLF001  memory has no other sign


def test_the_second_of_a_chat_begins_when_telegram_has_answered() -> None:
    """It may have counted the message only then."""
    pacing = Pacing(Limits())
    pacing.sending(PERSON, at(0))
    pacing.answered(PERSON, at(0.5))
    assert pacing.chat_wait(PERSON, at(1)) == timedelta(seconds=0.5)


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
