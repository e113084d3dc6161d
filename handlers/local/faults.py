"""What Telegram answers when it refuses: errors as over the wire, errors ordered by a test, and flood control."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

_MINUTE = 60.0
_SENDS = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageCaption", "editMessageMedia"})


class ApiError(Exception):
    """A refusal: HTTP status, description and parameters as Telegram sends them."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        """Keep what goes into the answer."""
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def refuse(problem: str) -> NoReturn:
    """400 with the problem in Telegram's words."""
    raise ApiError(400, "Bad Request: " + problem)


def flooded(seconds: int) -> ApiError:
    """429 with the time to wait."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


@dataclass(slots=True)
class Fault:
    """The next `times` calls of a method (and chat) fail with this error."""

    method: str
    error: ApiError
    chat_id: int | None = None
    times: int = 1


@dataclass(slots=True)
class FloodControl:
    """Telegram's sending limits, strictly: a second for all, a second for a chat, a minute for a group."""

    a_second: int = 30
    a_second_in_a_chat: int = 1
    a_minute_in_a_group: int = 20
    _sent: deque[float] = field(default_factory=deque)
    _sent_in: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, method: str, parameters: Mapping[str, Any], now: float) -> None:
        """Count a call at `now` (seconds); ApiError 429 when it is one too many."""
        if method not in _SENDS:
            return
        chat_id = int(parameters["chat_id"])
        in_chat = self._sent_in[chat_id]
        for times, window in ((self._sent, 1.0), (in_chat, _MINUTE)):
            while times and times[0] <= now - window:
                times.popleft()
        if chat_id < 0 and len(in_chat) >= self.a_minute_in_a_group:
            raise flooded(int(in_chat[0] + _MINUTE - now) + 1)
        if sum(time > now - 1 for time in in_chat) >= self.a_second_in_a_chat or len(self._sent) >= self.a_second:
            raise flooded(1)
        self._sent.append(now)
        in_chat.append(now)
