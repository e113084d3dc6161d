"""Who and what Telegram knows: people, chats, messages, files; and what people do there, which becomes updates for the bot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from handlers.local.entities import marked_text, utf16_length
from handlers.local.updates import UpdateQueue

TEXT_LIMIT = 4096
_MARKED = re.compile(r"(?<![\w/@])(?:(?P<command>/[A-Za-z0-9_]{1,32}(?:@\w{4,32})?)|(?P<mention>@\w{4,32}))")


@dataclass(slots=True)
class Account:
    """Somebody with Telegram. `has_started`: wrote to the bot, so the bot may write; `blocked`: stopped the bot."""

    user: dict[str, Any]
    has_started: bool = False
    blocked: bool = False
    deactivated: bool = False


@dataclass(slots=True)
class ChatRoom:
    """A chat and its messages by id. `bot_inside` False: removed from the group; `moved_to`: became a supergroup."""

    chat: dict[str, Any]
    next_id: int
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    threads: set[int] = field(default_factory=set)
    bot_inside: bool = True
    moved_to: int | None = None
    bot_may_write: bool = True

    @property
    def is_private(self) -> bool:
        """Whether it is a chat with one person."""
        return bool(self.chat["type"] == "private")

    def add(self, message: dict[str, Any]) -> dict[str, Any]:
        """Number a message and keep it."""
        numbered = {"message_id": self.next_id, **message}
        self.messages[self.next_id] = numbered
        self.next_id += 1
        return numbered


class World:
    """Everything outside the bot. `now` gives unix seconds; ids of updates and messages start at `first_id`."""

    def __init__(self, *, bot: dict[str, Any], now: Callable[[], float], first_id: int = 1) -> None:
        """Begin empty."""
        self.bot = bot
        self.updates = UpdateQueue(first_id)
        self.accounts: dict[int, Account] = {}
        self.rooms: dict[int, ChatRoom] = {}
        self.files: dict[str, bytes] = {}
        self.callbacks: dict[str, str | None] = {}  # id of a press → what was answered, None: nothing yet
        self.inline_answers: dict[str, dict[str, Any] | None] = {}  # id of an inline query → what was offered
        self._first_id = first_id
        self._now = now

    def add_person(self, person_id: int, name: str, *, username: str | None = None) -> Account:
        """Somebody, and their private chat with the bot."""
        user: dict[str, Any] = {"id": person_id, "is_bot": False, "first_name": name, "language_code": "vi"}
        if username:
            user["username"] = username
        self.accounts[person_id] = Account(user)
        chat = {"id": person_id, "type": "private", "first_name": name}
        self.rooms[person_id] = ChatRoom(chat, self._first_id)
        return self.accounts[person_id]

    def add_group(self, chat_id: int, title: str, *, kind: str = "supergroup", threads: Iterable[int] = ()) -> ChatRoom:
        """A group that the bot is in; `threads` are its topics."""
        chat: dict[str, Any] = {"id": chat_id, "type": kind, "title": title}
        if threads:
            chat["is_forum"] = True
        self.rooms[chat_id] = ChatRoom(chat, self._first_id, threads=set(threads))
        return self.rooms[chat_id]

    def say(
        self,
        person_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> dict[str, Any]:
        """Somebody writes; a text over Telegram's limit goes as several messages, as clients do. The last message."""
        return [
            self._post(person_id, _text(part), chat_id=chat_id, reply_to=reply_to, thread_id=thread_id) for part in _parts(text)
        ][-1]

    def upload(
        self,
        person_id: int,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        kind: str = "document",
        chat_id: int | None = None,
        reply_to: int | None = None,
        mime: str = "",
    ) -> dict[str, Any]:
        """Somebody sends a document, photo, voice or sticker. The same content is the same file, whoever sends it."""
        file_id = f"{person_id}-{len(self.files) + 1}"
        self.files[file_id] = content
        unique = sha256(content).hexdigest()[:16]
        file: dict[str, Any] = {"file_id": file_id, "file_unique_id": unique, "file_size": len(content)}
        shapes: dict[str, Any] = {
            "document": {**file, "file_name": name, **({"mime_type": mime} if mime else {})},
            "photo": [{**file, "width": 90, "height": 90}],
            "voice": {**file, "duration": 1},
            "sticker": {**file, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
        }
        below = _text(caption, name="caption") if caption else {}
        return self._post(person_id, {kind: shapes[kind], **below}, chat_id=chat_id, reply_to=reply_to)

    def edit(self, person_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> dict[str, Any]:
        """Somebody changes their message."""
        room = self.rooms[chat_id or person_id]
        before = {key: value for key, value in room.messages[message_id].items() if key != "entities"}
        message = {**before, **_text(text), "edit_date": int(self._now())}
        room.messages[message_id] = message
        if self._bot_sees(room, message):
            self.updates.put("edited_message", message)
        return message

    def press(self, person_id: int, message_id: int, token: str, *, chat_id: int | None = None) -> str:
        """Somebody presses a button; the id of the press, under which `callbacks` holds the answer."""
        room = self.rooms[chat_id or person_id]
        callback_id = str(len(self.callbacks) + 1)
        self.callbacks[callback_id] = None
        query = {
            "id": callback_id,
            "from": self.accounts[person_id].user,
            "chat_instance": str(room.chat["id"]),
            "message": room.messages[message_id],
            "data": token,
        }
        self.updates.put("callback_query", query)
        return callback_id

    def ask_inline(self, person_id: int, text: str, *, chat_type: str = "group") -> str:
        """Somebody types `@bot text` in some chat; the id of the query, under which `inline_answers` holds what is offered."""
        query_id = str(len(self.inline_answers) + 1)
        self.inline_answers[query_id] = None
        query = {"id": query_id, "from": self.accounts[person_id].user, "query": text, "offset": "", "chat_type": chat_type}
        self.updates.put("inline_query", query)
        return query_id

    def post_inline(self, person_id: int, query_id: str, place: int, *, chat_id: int | None = None) -> dict[str, Any]:
        """Somebody chooses what was offered, counted from 0; it is posted in their name, via the bot."""
        offered = self.inline_answers[query_id] or {}
        content = {**offered["results"][place]["message"], "via_bot": self.bot}
        return self._post(person_id, content, chat_id=chat_id)

    def restrict_bot(self, chat_id: int, by: int, *, may_write: bool) -> None:
        """Somebody forbids the bot to write in a group, or allows it again."""
        self._membership(self.rooms[chat_id], by, *(("restricted", "member") if may_write else ("member", "restricted")))
        self.rooms[chat_id].bot_may_write = may_write

    def block(self, person_id: int, *, blocked: bool = True) -> None:
        """Somebody stops the bot, or (False) starts it again."""
        self.accounts[person_id].blocked = blocked
        status = ("member", "kicked") if blocked else ("kicked", "member")
        self._membership(self.rooms[person_id], person_id, *status)

    def remove_bot(self, chat_id: int, by: int) -> None:
        """Somebody removes the bot from a group."""
        self.rooms[chat_id].bot_inside = False
        self._membership(self.rooms[chat_id], by, "member", "kicked")

    def add_bot(self, chat_id: int, by: int) -> None:
        """Somebody adds the bot to a group."""
        self.rooms[chat_id].bot_inside = True
        self._membership(self.rooms[chat_id], by, "left", "member")

    def migrate(self, chat_id: int, new_id: int, by: int) -> None:
        """A group becomes a supergroup with another id; both say so."""
        old = self.rooms[chat_id]
        self.add_group(new_id, old.chat["title"])
        self._post(by, {"migrate_to_chat_id": new_id}, chat_id=chat_id)
        self._post(by, {"migrate_from_chat_id": chat_id}, chat_id=new_id)
        old.moved_to = new_id

    def _post(
        self,
        person_id: int,
        content: dict[str, Any],
        *,
        chat_id: int | None,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> dict[str, Any]:
        room = self.rooms[chat_id or person_id]
        message = {"date": int(self._now()), "chat": room.chat, "from": self.accounts[person_id].user, **content}
        if reply_to is not None:
            quoted = room.messages[reply_to]
            message["reply_to_message"] = {key: value for key, value in quoted.items() if key != "reply_to_message"}
        if thread_id is not None:
            message |= {"message_thread_id": thread_id, "is_topic_message": True}
        message = room.add(message)
        if room.is_private:
            self.accounts[person_id].has_started = True
        if self._bot_sees(room, message):
            self.updates.put("message", message)
        return message

    def _bot_sees(self, room: ChatRoom, message: dict[str, Any]) -> bool:
        """Privacy mode: in a group only commands to us, mentions, replies to us and service messages arrive."""
        if room.is_private or not {"text", "caption", *_FILES}.intersection(message):
            return True
        if not room.bot_inside:
            return False
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot["id"]:
            return True
        if "via_bot" in message:
            return True
        own = f"@{self.bot['username']}".lower()
        text = message.get("text") or message.get("caption", "")
        for entity in (*message.get("entities", ()), *message.get("caption_entities", ())):
            marked = marked_text(text, entity).lower()
            is_command = entity["type"] == "bot_command" and "text" in message and "@" not in marked
            if marked.endswith(own) or is_command:
                return True
        return False

    def _membership(self, room: ChatRoom, by: int, before: str, after: str) -> None:
        member = {"date": int(self._now()), "chat": room.chat, "from": self.accounts[by].user}
        states = {
            key: {"user": self.bot, "status": status, **_MEMBER_FIELDS.get(status, {})}
            for key, status in (("old_chat_member", before), ("new_chat_member", after))
        }
        self.updates.put("my_chat_member", member | states)


_RIGHTS = (
    "send_messages",
    "send_audios",
    "send_documents",
    "send_photos",
    "send_videos",
    "send_video_notes",
    "send_voice_notes",
    "send_polls",
    "send_other_messages",
    "add_web_page_previews",
    "react_to_messages",
    "edit_tag",
    "change_info",
    "invite_users",
    "pin_messages",
    "manage_topics",
)
_MEMBER_FIELDS: dict[str, dict[str, Any]] = {
    "kicked": {"until_date": 0},
    "restricted": {"is_member": True, "until_date": 0, **{f"can_{right}": False for right in _RIGHTS}},
}
_FILES = ("document", "photo", "voice", "sticker")


def _parts(text: str) -> Iterable[str]:
    while utf16_length(text) > TEXT_LIMIT:
        cut = text.rfind("\n", 0, TEXT_LIMIT)
        cut = cut if cut > 0 else TEXT_LIMIT
        yield text[:cut]
        text = text[cut:].lstrip("\n")
    yield text


def _text(text: str, *, name: str = "text") -> dict[str, Any]:
    """A text (or `name`="caption") with the commands and mentions that Telegram finds by itself."""
    entities = [
        {
            "type": "bot_command" if found["command"] else "mention",
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _MARKED.finditer(text)
    ]
    marks = "entities" if name == "text" else f"{name}_entities"
    return {name: text, **({marks: entities} if entities else {})}
