"""The Bot API on this machine: calls in, answers out, every call kept for whoever wants to look."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers.local.faults import ApiError, Fault, FloodControl
from handlers.local.methods import Files, Methods
from handlers.local.parameters import Parameters
from handlers.local.world import World

BOT_ID = 700_000_001
USERNAME = "cchc_bot"
TOKEN = f"{BOT_ID}:{'local-telegram-needs-no-secret'.ljust(35, '-')}"
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method: what came over the wire, and the answer."""

    method: str
    parameters: Mapping[str, str]
    status: int
    answer: Mapping[str, Any]


class LocalTelegram:
    """One bot's Telegram. `now` gives unix seconds."""

    def __init__(self, *, now: Callable[[], float], first_id: int = 1) -> None:
        """Begin with nobody; `first_id` numbers updates and messages, higher than before when a database lives on."""
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot CCHC", "username": USERNAME}
        self.world = World(bot=bot, now=now, first_id=first_id)
        self.methods = Methods(self.world, now)
        self.calls: list[Call] = []
        self.observers: list[Callable[[Call], None]] = []
        self.faults: list[Fault] = []
        self.flood_control: FloodControl | None = None
        self.garbles = False  # over HTTP: every call is answered with a page that is no JSON, as by a proxy in trouble
        self._now = now

    async def call(self, method: str, parameters: Mapping[str, str], files: Files | None = None) -> tuple[int, dict[str, Any]]:
        """HTTP status and body of one call, `method` as in the Bot API ("sendMessage"), file names apart."""
        method = method[:1].lower() + method[1:]  # Telegram takes names in any case
        try:
            perform = self._method(method)
            self._refuse(method, parameters)
            answer = 200, {"ok": True, "result": await perform(Parameters(parameters), files or {})}
        except ApiError as error:
            body: dict[str, Any] = {"ok": False, "error_code": error.status, "description": error.description}
            answer = error.status, body | ({"parameters": error.parameters} if error.parameters else {})
        call = Call(method, dict(parameters), *answer)
        self.calls.append(call)
        for observer in self.observers:
            observer(call)
        return answer

    def file(self, path: str) -> bytes:
        """Content of a file that getFile told of; KeyError when there is none."""
        return self.world.files[path.removeprefix("files/")]

    def sent(self, chat_id: int | None = None) -> list[dict[str, Any]]:
        """The bot's messages that now stand in a chat (None: in all), oldest first."""
        rooms = self.world.rooms.values() if chat_id is None else [self.world.rooms[chat_id]]
        return [message for room in rooms for message in room.messages.values() if message["from"]["id"] == BOT_ID]

    def _method(self, name: str) -> Callable[[Parameters, Files], Awaitable[Any]]:
        found: Callable[[Parameters, Files], Awaitable[Any]] | None = getattr(
            self.methods, _CAPITAL.sub("_", name).lower(), None
        )
        if found is None or name.startswith("_"):
            raise ApiError(404, "Not Found: method not found")
        return found

    def _refuse(self, method: str, parameters: Mapping[str, str]) -> None:
        """Faults that a test ordered, then flood control."""
        if self.garbles:
            raise ApiError(502, "Bad Gateway")
        chat_id = parameters.get("chat_id")
        for fault in self.faults:
            if fault.method == method and fault.chat_id in (None, int(chat_id or 0)):
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                raise fault.error
        if self.flood_control is not None and chat_id is not None:
            self.flood_control.check(method, parameters, self._now())


def not_authorised(token: str) -> ApiError | None:
    """Telegram's refusal of another token, None for ours."""
    if token == TOKEN:
        return None
    return ApiError(401, "Unauthorized") if ":" in token else ApiError(404, "Not Found")
