"""How fast messages may go: Telegram's limits overall, per chat and per group, kept on our side so that it need not say no."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import RetryAfter

_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this."""

    a_second: int = 30
    a_second_in_a_chat: int = 1
    a_minute_in_a_group: int = 20


class Pacing:
    """Remembers what was sent in the last minute. `limits` None: no limits (Telegram on this machine)."""

    def __init__(self, limits: Limits | None) -> None:
        """Begin as if nothing had been sent."""
        self._limits = limits
        self._sent: deque[datetime] = deque()
        self._sent_in: defaultdict[int, deque[datetime]] = defaultdict(deque)

    def overall_wait(self, now: datetime) -> timedelta:
        """How long until any message may go."""
        if self._limits is None:
            return timedelta()
        return _wait(self._sent, self._limits.a_second, _SECOND, now)

    def chat_wait(self, chat_id: int, now: datetime) -> timedelta:
        """How long until a message may go to this chat. Groups have negative ids."""
        if self._limits is None:
            return timedelta()
        sent = self._sent_in[chat_id]
        waits = [_wait(sent, self._limits.a_second_in_a_chat, _SECOND, now)]
        if chat_id < 0:
            waits.append(_wait(sent, self._limits.a_minute_in_a_group, _MINUTE, now))
        return max(waits)

    def sending(self, chat_id: int, now: datetime) -> None:
        """Count a message that goes now."""
        if self._limits is None:
            return
        self._sent.append(now)
        self._sent_in[chat_id].append(now)
        if len(self._sent) >= self._limits.a_second * 100:
            self._forget(now)

    def _forget(self, now: datetime) -> None:
        """Drop chats that were silent for a minute, else every chat ever written to would stay in memory."""
        while self._sent and now - self._sent[0] > _SECOND:
            self._sent.popleft()
        for chat_id in [chat_id for chat_id, sent in self._sent_in.items() if not sent or now - sent[-1] > _MINUTE]:
            del self._sent_in[chat_id]


def seconds_asked(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else asked


def _wait(sent: deque[datetime], most: int, window: timedelta, now: datetime) -> timedelta:
    """How long until fewer than `most` lie within the window. A clock set back never waits longer than the window."""
    if len(sent) < most:
        return timedelta()
    return min(max(sent[-most] + window - now, timedelta()), window)
