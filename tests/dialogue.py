"""Whole chats as tests: a dialogue in YAML is played on the real application and the local Telegram, step by step.

    - name: a clerk enters two figures and takes them back
      today: 2023-03-15 09:00        # optional; the clock stands still
      figures: sample                # or none; optional
      steps:
      - clerk: quý 1/2023: nhiệm vụ đề ra 25, đã xong 20
      - bot: |
          Đã ghi · …                 # all of the bot's next message; "..." stands for any text, alone for any lines
          [Hoàn tác]
      - stored: {SCT 2023-Q1 plan.tasks_planned: 25, SCT 2023-Q1 plan.tasks_done: blank}
      - press: Hoàn tác              # a button of the last message that has it; toast: is the short answer
      - silence: true                # the bot says nothing

Who speaks is the step's name, as in `--as`: `official`, `clerk` (of SCT), `clerk STTTT`, `viewer STC`, `admin`, `stranger`;
with ` in group` in the group, with ` inline` as an inline query typed in some group, with ` sends` a file of tests/files
(`clerk sends: bc.txt quý 1/2023`: what follows its name is the caption; `photo`, `voice`, `sticker` are such). `edit:` and
`reply:` are the last speaker's; `today:` moves the clock and ticks. With CCHC_REWRITE=1 what was said replaces every `bot:`
that does not match; the diff is reviewed like code.
"""

import re
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest

from bot.app import App, build_app, running
from bot.clock import VIET_NAM, ShiftedClock, day_in_viet_nam
from bot.commands.options import Persona, persona
from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.period import Period
from bot.domain.value import State, StoredValue, ValueKey
from bot.services import Services
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers.local.cast import GROUP_ID, Cast
from handlers.local.entities import marked_text
from handlers.local.request import LocalRequest
from handlers.local.screen import keyboard_of
from handlers.local.server import TOKEN, USERNAME, Call, LocalTelegram
from storage import Storage
from tests.telegram_models import check_calls

FILES = Path(__file__).parent / "files"
FIRST_MOMENT = "2023-03-15 09:00"
_SENDS = {"sendMessage", "editMessageText", "sendDocument", "sendPhoto", "editMessageCaption", "editMessageMedia"}
_MARKS = {"bold": "**", "code": "`"}
_STILL_READING = re.compile(r"Đang đọc \*\*.+\*\* … \d+ giây")
_OWN_STEPS = {"bot", "toast", "silence", "stored", "press", "edit", "reply", "today"}


class Dialogue:
    """A chat that is going on. Use as an async context manager."""

    def __init__(
        self, storage: Storage, *, catalogue: Catalogue, reader: Reader, today: str = FIRST_MOMENT, **others: int
    ) -> None:
        """Nothing runs yet; the database decides which figures there are, `others` are settings of files."""
        self.clock = ShiftedClock(frozen_at=moment_of(today))
        self.server = check_calls(LocalTelegram(now=lambda: self.clock.now().timestamp()))
        self.server.observers.append(self._on_call)
        self.storage = storage
        self._catalogue = catalogue
        self._cast = Cast(self.server, storage, catalogue)
        settings = Settings(data_folder=Path(), database_url="", token=TOKEN, bot_name=USERNAME, **others)
        request = LocalRequest(self.server)
        self._built = build_app(
            settings, reader=reader, catalogue=catalogue, storage=storage, clock=self.clock, requests=(request, request)
        )
        self._stack = AsyncExitStack()
        self._app: App = self._built
        self.speaker = 0
        self._chat = 0
        self._first_day = day_in_viet_nam(self.clock.now())
        self._last_said = 0
        self.unheard: list[str] = []
        self.toasts: list[str] = []

    async def __aenter__(self) -> Self:
        """Start the application."""
        self._app = await self._stack.enter_async_context(running(self._built, limits=None, ticks=False))
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Stop it."""
        await self._stack.aclose()

    async def play(self, step: Mapping[str, Any]) -> str | None:
        """Play one step; what was said instead ("": nothing) where a `bot:` or `toast:` does not match, else None."""
        ((name, content),) = step.items()
        if name not in _OWN_STEPS or name in {"press", "edit", "reply", "today"}:
            assert not self.unheard, f"the bot also said:\n{self.unheard[0]}"
            self.toasts.clear()
        match name:
            case "bot":
                said = self.unheard.pop(0) if self.unheard else ""
                return None if said and matches(said, content) else said
            case "toast":
                said = self.toasts.pop(0) if self.toasts else ""
                return None if said and matches(said, content) else said
            case "silence":
                assert not self.unheard, f"the bot said:\n{self.unheard[0]}"
            case "stored":
                for key, expected in content.items():
                    assert self._stored(key) == expected, key
            case "press":
                await self._press(content)
            case "edit":
                self.server.world.edit(self.speaker, self._last_said, content, chat_id=self._chat)
            case "reply":
                self._say(content, reply_to=self.server.sent(self._chat)[-1]["message_id"])
            case "today":
                self.clock.stand_at(moment_of(content))
                await self._app.tick()
            case _:
                await self._step_forward(name)
                if name.endswith(" inline"):
                    await self.ask_inline(content)
                elif name.endswith(" sends"):
                    self.send(content)
                else:
                    self._say(content)
        await self.idle()
        return None

    async def ask_inline(self, text: str, *, chat_type: str = "group") -> str:
        """The last speaker types `@bot text` in some chat: what is offered is heard; the id of the query."""
        query_id = self.server.world.ask_inline(self.speaker, text, chat_type=chat_type)
        await self.idle()
        offered = self.server.world.inline_answers[query_id]
        assert offered is not None, "the query was not answered"
        assert (offered["is_personal"], offered["cache_time"]) == (True, 0)
        self.unheard += [f"(inline) {_message_text(result['message'])}" for result in offered["results"]]
        if offered["button"]:
            self.unheard.append(f"(inline) [{offered['button']['text']}]")
        return query_id

    async def play_through(self, step: Mapping[str, Any]) -> None:
        """Play a step whatever is said before and after it."""
        await self.heard()
        await self.play(step)
        await self.heard()

    async def end(self) -> None:
        """Nothing may be left unheard."""
        await self.idle()
        assert not self.unheard, f"the bot also said:\n{self.unheard[0]}"

    async def idle(self) -> None:
        """Wait until everything is answered."""
        await self._app.idle()
        while len(self.server.world.updates):
            await self._app.idle()

    async def enter(self, who: str) -> int:
        """The id of somebody, who is registered the first time."""
        speaker: Persona = persona("clerk SCT" if who == "clerk" else who, self._catalogue)
        person_id = await self._cast.enter(speaker)
        today = day_in_viet_nam(self.clock.now())
        if today == self._first_day:  # as in `cchc-bot chat`: that day's reminder counts as read
            await self._app.services.storage.hop(lambda work: work.claim_reminder(person_id, today))
        return person_id

    async def speak(self, who: str) -> None:
        """Somebody takes the floor, and whatever the bot said to them before is heard."""
        await self._step_forward(who)
        await self.heard()

    def say_text(self, text: str) -> None:
        """Whoever has the floor writes; what is answered is not waited for."""
        self._say(text)

    @property
    def services(self) -> Services:
        """What the running bot works with."""
        return self._app.services

    async def tick(self) -> None:
        """A minute has passed."""
        await self._app.tick()
        await self.idle()

    async def heard(self) -> None:
        """Whatever the bot has said so far is as it should be."""
        await self.idle()
        self.unheard.clear()

    async def _step_forward(self, who: str) -> None:
        """Somebody takes the floor."""
        role, _, place = who.removesuffix(" inline").removesuffix(" sends").partition(" in ")
        assert place in {"", "group"}, who
        self.speaker = await self.enter(role)
        self._chat = GROUP_ID if place else self.speaker

    def _say(self, text: str, *, reply_to: int | None = None) -> None:
        said = self.server.world.say(self.speaker, text.rstrip("\n"), chat_id=self._chat, reply_to=reply_to)
        self._last_said = said["message_id"]

    def send(self, what: str, *, content: bytes | None = None) -> None:
        """The last speaker sends a file of tests/files (or `content` under its name) with a caption, or a photo and so on."""
        name, _, caption = what.strip().partition(" ")
        kind = name if name in {"photo", "voice", "sticker"} else "document"
        if content is None:
            content = (FILES / name).read_bytes() if kind == "document" else b"x"
        said = self.server.world.upload(self.speaker, name, content, caption=caption, kind=kind, chat_id=self._chat)
        self._last_said = said["message_id"]

    async def _press(self, label: str) -> None:
        for message in reversed(self.server.sent(self._chat)):
            for row in keyboard_of(message):
                for button in row:
                    if matches(button["text"], label):
                        self.server.world.press(
                            self.speaker, message["message_id"], button["callback_data"], chat_id=self._chat
                        )
                        return
        pytest.fail(f"there is no button {label!r}")

    def _stored(self, key: str) -> str:
        """A value; of an agency and period alone the state of their report and how many values it holds."""
        agency, period, *rest = key.split()
        with self.storage.begin() as work:
            if not rest:
                held = work.values(agencies=(AgencyCode(agency),), periods=(Period.parse(period),))
                return f"{work.report(AgencyCode(agency), Period.parse(period)).state.value}, {len(held)} values"
            (indicator,) = rest
            value = work.value(ValueKey(AgencyCode(agency), Period.parse(period), IndicatorId(indicator)))
        return "blank" if value is None else _value_text(value)

    def _on_call(self, call: Call) -> None:
        if call.status == 200 and call.method in _SENDS:
            said = _message_text(call.answer["result"])
            if _STILL_READING.fullmatch(said):  # how often depends on the machine
                return
            chat = call.answer["result"]["chat"]
            head = "" if chat["id"] == self._chat else f"→ {chat.get('title') or chat.get('first_name')}\n"
            self.unheard.append(f"{head}{'(edited) ' if call.method.startswith('edit') else ''}{said}")
        if call.status == 200 and call.method == "answerCallbackQuery" and call.parameters.get("text"):
            self.toasts.append(call.parameters["text"])


def matches(said: str, expected: str) -> bool:
    """Whether it is what was expected: "..." alone on a line stands for any lines, within a line for any text."""
    pattern = ""
    for line in expected.strip().split("\n"):
        if line.strip() == "...":
            pattern += r"(?:[^\n]*\n)*"
        else:
            pattern += ".*".join(re.escape(piece) for piece in line.rstrip().split("...")) + r"\n"
    lines = [line.rstrip() for line in said.strip().split("\n")]
    return re.fullmatch(pattern, "\n".join(lines) + "\n") is not None


def _message_text(message: Mapping[str, Any]) -> str:
    """Text with bold as ** and code as `, buttons in brackets, one row a line."""
    text = message.get("text") or message.get("caption") or ""
    above = ["[picture]"] if "photo" in message else [f"[{message['document']['file_name']}]"] if "document" in message else []
    entities = message.get("entities") or message.get("caption_entities") or []
    for entity in sorted(entities, key=lambda entity: -int(entity["offset"])):
        if mark := _MARKS.get(entity["type"]):
            before = marked_text(text, {"offset": 0, "length": entity["offset"]})
            marked = marked_text(text, entity)
            text = before + mark + marked + mark + text[len(before) + len(marked) :]
    rows = ["  ".join(f"[{button['text']}]" for button in row) for row in keyboard_of(message)]
    return "\n".join([*above, text, *rows])


def _value_text(value: StoredValue) -> str:
    """`25`, `ước 25`, `không phát sinh`, `chưa có số liệu`, each with ` (note)` when there is one."""
    match value.figure.state:
        case State.NO_DATA:
            text = "chưa có số liệu"
        case State.NOTHING_OCCURRED:
            text = "không phát sinh"
        case State.REPORTED:
            text = f"{'ước ' if value.figure.estimate else ''}{value.figure.number:f}"
    return f"{text} ({value.note})" if value.note else text


def moment_of(text: object) -> datetime:
    """`2023-03-15 09:00` in Viet Nam; nine o'clock when no time is given."""
    day, _, hour = str(text).partition(" ")
    return datetime.fromisoformat(f"{day} {hour or '09:00'}").replace(tzinfo=VIET_NAM)
