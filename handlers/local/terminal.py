"""The bot in a terminal: lines typed become messages in the local Telegram, the bot's answers become lines."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any

from bot.app import App
from bot.clock import VIET_NAM, ShiftedClock, day_in_viet_nam
from bot.commands.options import ROLE_WORDS, Persona, day, persona
from bot.domain.calendar import Calendar
from bot.replies.notices import WEEKDAYS
from handlers.local.cast import GROUP_ID, Cast
from handlers.local.screen import keyboard_of, message_lines
from handlers.local.server import USERNAME, Call, LocalTelegram

_CONTROL = re.compile(r":(?P<name>\d{1,3}|[a-z]+)(?:\s+(?P<rest>.*))?")
_SHOWN = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageCaption", "editMessageMedia"})
_KINDS = {".jpg": "photo", ".jpeg": "photo", ".ogg": "voice"}  # as phones send them
HELP = f"""Gõ như nhắn cho bot. Lệnh của cửa sổ này bắt đầu bằng dấu hai chấm:
  :2               bấm nút số 2 dưới tin có nút gần nhất
  :as VAI          đổi người: {ROLE_WORDS} (ví dụ :as clerk STTTT)
  :today NGÀY GIỜ  đổi ngày, ví dụ :today 2023-03-16 08:00 (giờ không bắt buộc)
  :paste           dán nhiều dòng làm một tin, xong gõ :end
  :edit CHỮ        sửa tin vừa gửi        :reply CHỮ   trả lời tin gần nhất của bot
  :inline CÂU      hỏi @{USERNAME} từ một khung chat khác: xem bot đưa ra gì để gửi
  :file TỆP LỜI    gửi một tệp kèm lời chú thích (không bắt buộc), ví dụ :file bc.txt sct quý 3/2022
  :group           vào hoặc ra khỏi nhóm
  :help  :quit"""


class Terminal:
    """One person at a keyboard. `write` takes text without the final line end."""

    def __init__(
        self, app: App, server: LocalTelegram, clock: ShiftedClock, *, write: Callable[[str], None], colour: bool
    ) -> None:
        """Show every message of the bot from now on."""
        self._app = app
        self._server = server
        self._clock = clock
        self._first_day = day_in_viet_nam(clock.now())
        self._write = write
        self._colour = colour
        self._cast = Cast(server, app.services.storage, app.services.catalogue)
        self._person = Persona("", None)
        self._in_group = False
        self._pasted: list[str] | None = None
        self._last_said: int | None = None
        self._folder: Path | None = None  # where pictures and documents are put, once there is one
        self._commands: Mapping[str, Callable[[str], Awaitable[None]]] = {
            "as": self._become,
            "today": self._go_to_day,
            "edit": self._edit,
            "reply": self._reply,
            "file": self._upload,
            "inline": self._ask_inline,
            "group": self._enter_or_leave_group,
            "paste": self._begin_paste,
            "help": self._help,
        }
        server.observers.append(self._on_call)

    @property
    def prompt(self) -> str:
        """Who is typing, and where."""
        if self._pasted is not None:
            return "… "
        return f"{self._person.name}{' (trong nhóm)' if self._in_group else ''} › "

    async def open(self, who: Persona) -> None:
        """Begin as somebody."""
        await self._be(who)

    def banner(self) -> str:
        """Where one is, as whom, on which day, and what to do."""
        today = day_in_viet_nam(self._clock.now())
        period = Calendar(self._app.services.catalogue.calendar).open_period(today)
        opened = f" · kỳ đang mở: {period.name}" if period else " · không có kỳ nào đang mở"
        return (
            "Bot CCHC trong cửa sổ này: số liệu mẫu, không cần mạng, không cần Telegram.\n"
            f"Hôm nay là {WEEKDAYS[today.weekday()]} {today.day}/{today.month}/{today.year}{opened}\n"
            f"Anh/chị là {self._person.name} (đổi người: :as official, :as clerk STTTT, :as admin)\n"
            "Bấm nút: :1, :2 …   Trợ giúp: :help   Thoát: :quit\n"
            "Thử: hồ sơ trả kết quả sở công thương quý 3/2022"
        )

    async def take(self, line: str) -> bool:
        """One typed line, answered when this returns; False when it asked to end."""
        control = _CONTROL.fullmatch(line.strip())
        if self._pasted is not None:
            await self._go_on_pasting(line)
        elif control is None:
            if line.strip():
                await self._say(line)
        elif control["name"] in {"quit", "q", "exit"}:
            return False
        elif control["name"].isdigit():
            await self._press(int(control["name"]))
        else:
            command = self._commands.get(control["name"])
            if command is None:
                self._write(f"Không có lệnh :{control['name']}. Gõ :help để xem các lệnh.")
            else:
                await command(control["rest"] or "")
        return True

    async def idle(self) -> None:
        """Wait until the bot has nothing left to do or say."""
        while True:
            await self._app.idle()
            if not len(self._server.world.updates):
                return

    @property
    def _person_id(self) -> int:
        return self._cast.id_of(self._person)

    @property
    def _chat_id(self) -> int:
        return GROUP_ID if self._in_group else self._person_id

    async def _say(self, text: str, *, reply_to: int | None = None) -> None:
        before = len(self._server.world.updates)
        said = self._server.world.say(self._person_id, text, chat_id=self._chat_id, reply_to=reply_to)
        self._last_said = said["message_id"]
        if len(self._server.world.updates) == before:
            self._write(f"(Trong nhóm bot chỉ đọc lệnh /…, tin có @{USERNAME} và tin trả lời bot.)")
        await self.idle()

    async def _press(self, number: int) -> None:
        for message in reversed(self._server.sent(self._chat_id)):
            buttons = [button for row in keyboard_of(message) for button in row]
            if not buttons:
                continue
            if not 1 <= number <= len(buttons):
                break
            self._server.world.press(
                self._person_id, message["message_id"], buttons[number - 1]["callback_data"], chat_id=self._chat_id
            )
            await self.idle()
            return
        self._write(f"Không có nút số {number}.")

    async def _become(self, who: str) -> None:
        try:
            await self._be(persona(who, self._app.services.catalogue))
        except ValueError as problem:
            self._write(f"{problem}"[:1].upper() + f"{problem}"[1:])

    async def _be(self, who: Persona) -> None:
        person_id = await self._cast.enter(who)
        self._person, self._in_group = who, False
        today = day_in_viet_nam(self._clock.now())
        if today == self._first_day:  # the day's reminder counts as read: nothing comes in between what one types
            await self._app.services.storage.hop(lambda work: work.claim_reminder(person_id, today))

    async def _go_to_day(self, text: str) -> None:
        typed_day, _, typed_time = text.partition(" ")
        try:
            today = day(typed_day)
            if typed_time.strip():
                moment = datetime.combine(today, time.fromisoformat(typed_time.strip()), VIET_NAM)
                self._clock.stand_at(moment)
            else:
                self._clock.move_to(today)
        except ValueError as problem:
            self._write(f"Không đọc được ngày giờ: {problem}")
            return
        self._write(f"Hôm nay là {WEEKDAYS[today.weekday()]} {today.day}/{today.month}/{today.year}.")
        await self._app.tick()
        await self.idle()

    async def _edit(self, text: str) -> None:
        if self._last_said is None or self._last_said not in self._server.world.rooms[self._chat_id].messages:
            self._write("Chưa có tin nào để sửa.")
            return
        self._server.world.edit(self._person_id, self._last_said, text, chat_id=self._chat_id)
        await self.idle()

    async def _reply(self, text: str) -> None:
        sent = self._server.sent(self._chat_id)
        if not sent:
            self._write("Bot chưa nhắn gì ở đây.")
            return
        await self._say(text, reply_to=sent[-1]["message_id"])

    async def _upload(self, typed: str) -> None:
        file, caption = _file_and_caption(typed.strip())
        try:
            content = _content(file)
        except OSError as problem:
            self._write(f"Không mở được tệp {file}: {problem.strerror}")
            return
        before = len(self._server.world.updates)
        kind = _KINDS.get(file.suffix.lower(), "document")
        self._server.world.upload(self._person_id, file.name, content, caption=caption, kind=kind, chat_id=self._chat_id)
        if len(self._server.world.updates) == before:
            self._write(f"(Trong nhóm bot chỉ nhận tệp khi lời chú thích có @{USERNAME}.)")
        await self.idle()

    async def _ask_inline(self, text: str) -> None:
        query_id = self._server.world.ask_inline(self._person_id, text)
        await self.idle()
        offered = self._server.world.inline_answers[query_id] or {"results": [], "button": None}
        for number, result in enumerate(offered["results"], 1):
            self._write(f"({number}) {message_lines(result['message'], colour=self._colour)}")
        if offered["button"]:
            self._write(f"[{offered['button']['text']}]")

    async def _enter_or_leave_group(self, _rest: str) -> None:
        self._in_group = not self._in_group
        if self._in_group:
            self._write(f"Đang ở trong nhóm. Gọi bot bằng @{USERNAME} hoặc lệnh /…; gõ :group để ra.")

    async def _begin_paste(self, _rest: str) -> None:
        self._pasted = []

    async def _go_on_pasting(self, line: str) -> None:
        if line.strip() != ":end":
            self._pasted = [*(self._pasted or []), line.rstrip("\n")]
            return
        text, self._pasted = "\n".join(self._pasted or []), None
        if text.strip():
            await self._say(text)

    async def _help(self, _rest: str) -> None:
        self._write(HELP)

    def _on_call(self, call: Call) -> None:
        """Show what the bot says, wherever it says it."""
        if call.status != 200:  # noqa: PLR2004  HTTP's word for yes
            return
        if call.method == "answerCallbackQuery" and call.parameters.get("text"):
            self._write(f"({call.parameters['text']})")
        if call.method in _SHOWN:
            self._show(call.answer["result"], edited=call.method.startswith("edit"))

    def _show(self, message: Mapping[str, Any], *, edited: bool) -> None:
        chat = message["chat"]
        head = "" if chat["id"] == self._chat_id else f"→ {chat.get('title') or chat.get('first_name')}:\n"
        lines = message_lines(message, colour=self._colour, file=self._file_of(message))
        self._write(f"{head}{'(sửa tin trước) ' if edited else ''}{lines}")

    def _file_of(self, message: Mapping[str, Any]) -> Path | None:
        """The message's picture or document, written where it can be opened."""
        sent = message.get("document") or next(iter(message.get("photo", ())), None)
        if sent is None:
            return None
        if self._folder is None:  # nobody else's: it holds figures, and stays when the chat ends
            self._folder = Path(tempfile.mkdtemp(prefix="cchc-bot-chat-"))
        file = self._folder / f"{sent['file_id']}-{sent.get('file_name', 'anh.png')}"
        file.write_bytes(self._server.file(sent["file_id"]))
        return file


def _file_and_caption(typed: str) -> tuple[Path, str]:
    """`path caption`: the longest beginning that is a file; a path with spaces needs no quotes."""
    words = typed.split(" ")
    for end in range(len(words), 0, -1):
        file = Path(" ".join(words[:end]).strip().strip("'\"")).expanduser()
        if file.is_file():
            return file, " ".join(words[end:]).strip()
    return Path(typed.strip("'\"")), ""


def _content(file: Path) -> bytes:
    return file.expanduser().read_bytes()
