"""How fast messages may go: Telegram's limits overall, per chat and per group, kept on our side so that it need not say no."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import RetryAfter

_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)
_MANY_CHATS = 4000  # at full speed 1,800 were written to in the last minute


@dataclass(frozen=True, slots=True)
class Limits:
    """core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.

    `jitter_seconds`: by how much calls may differ in the time they take to Telegram. A message that is slow and one that is
    quick arrive closer together than they left, and Telegram counts arrivals.
    """

    a_second: int = 30
    a_second_in_a_chat: int = 1
    a_minute_in_a_group: int = 20
    jitter_seconds: float = 0.03

    @property
    def pause(self) -> timedelta:
        """Between any two messages: even steps, so that an answer never waits for a burst of broadcasts to be paid off."""
        return (_SECOND + timedelta(seconds=self.jitter_seconds)) / self.a_second


class Pacing:
    """Remembers what was sent in the last minute. `limits` None: no limits (Telegram on this machine)."""

    def __init__(self, limits: Limits | None) -> None:
        """Begin as if nothing had been sent."""
        self._limits = limits
        self._last: datetime | None = None
        most = (limits or Limits()).a_minute_in_a_group
        self._sent_in: defaultdict[int, deque[datetime]] = defaultdict(lambda: deque(maxlen=most))

    def overall_wait(self, now: datetime) -> timedelta:
        """How long until any message may go."""
        if self._limits is None or self._last is None:
            return timedelta()
        return min(max(self._last + self._limits.pause - now, timedelta()), self._limits.pause)

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
        self._last = now
        self._sent_in[chat_id].append(now)
        if len(self._sent_in) >= _MANY_CHATS:
            self._forget(now)

    def answered(self, chat_id: int, now: datetime) -> None:
        """Telegram has answered for the chat's last message: it counted it at some moment until now, at the latest now."""
        if self._limits is not None and self._sent_in.get(chat_id):
            self._sent_in[chat_id][-1] = now

    def _forget(self, now: datetime) -> None:
        """Drop chats that were silent for a minute, else every chat ever written to would stay in memory."""
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
