"""The Bot API's methods over a `World`, with Telegram's limits and the words of its errors (core.telegram.org/bots/api)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handlers.local.faults import ApiError, refuse
from handlers.local.inline import read_articles
from handlers.local.menus import menu_scope, read_commands
from handlers.local.parameters import Parameters
from handlers.local.pictures import checked_document, checked_photo
from handlers.local.updates import PolledElsewhere
from handlers.local.world import TEXT_LIMIT, ChatRoom, World

CAPTION_LIMIT = 1024
_TOAST_LIMIT = 200
_DOWNLOAD_LIMIT = 20_000_000
_UPDATES_LIMIT = 100
_MEDIA = frozenset({"photo", "document"})

Files = Mapping[str, tuple[str, bytes]]  # field → file name, content


class Methods:
    """Each public method is one of the Bot API, named in snake case, from parameters (and files) to its result."""

    def __init__(self, world: World, now: Callable[[], float]) -> None:
        """Work on a world."""
        self._world = world
        self._now = now
        self.webhook: dict[str, str] = {}  # "url" and "secret_token" once set; `handlers.local.pushing` delivers
        self.commands: dict[str, list[dict[str, str]]] = {}  # JSON of the scope → its menu

    async def get_updates(self, given: Parameters, _files: Files) -> list[dict[str, Any]]:
        """Updates from an offset on; 409 while a webhook is set or when another call takes over."""
        if self.webhook:
            raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
        try:
            return await self._world.updates.get(
                offset=given.integer("offset") or 0,
                limit=min(given.integer("limit") or _UPDATES_LIMIT, _UPDATES_LIMIT),
                timeout_seconds=given.integer("timeout") or 0,
                allowed=given.parsed("allowed_updates"),
            )
        except PolledElsewhere:
            problem = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {problem}") from None

    async def get_me(self, _given: Parameters, _files: Files) -> dict[str, Any]:
        """The bot."""
        return {
            **self._world.bot,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    async def send_message(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """A text with buttons."""
        return self._send(given, given.text("text", limit=TEXT_LIMIT, noun="message"))

    async def send_document(self, given: Parameters, files: Files) -> dict[str, Any]:
        """A file with a caption."""
        return self._send(given, self._document(given.string("document"), files, "document") | _caption(given))

    async def send_photo(self, given: Parameters, files: Files) -> dict[str, Any]:
        """A picture with a caption."""
        return self._send(given, self._photo(given.string("photo"), files, "photo") | _caption(given))

    async def edit_message_text(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """Another text and other buttons for a message of the bot that has no file."""
        text = given.text("text", limit=TEXT_LIMIT, noun="message")
        before = self._own_message(given)[1]
        if "text" not in before:
            refuse("there is no text in the message to edit")
        return self._edit(given, _without(before, "entities") | text)

    async def edit_message_caption(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """Another text under a file."""
        before = self._own_message(given)[1]
        if not _MEDIA.intersection(before):
            refuse("there is no caption in the message to edit")
        return self._edit(given, _without(before, "caption", "caption_entities") | _caption(given))

    async def edit_message_media(self, given: Parameters, files: Files) -> dict[str, Any]:
        """Another file and caption; a text may get a file, a file never becomes a text."""
        media = given.parsed("media") or {}
        make = {"photo": self._photo, "document": self._document}.get(media.get("type", ""))
        if make is None:
            refuse("can't parse InputMedia: unsupported media type")
        source = str(media.get("media", ""))
        content = make(source, files, source.removeprefix("attach://"))
        caption = _caption(Parameters({name: value for name, value in media.items() if isinstance(value, str)}))
        before = self._own_message(given)[1]
        kept = _without(before, *_MEDIA, "text", "entities", "caption", "caption_entities")
        return self._edit(given, kept | content | caption)

    async def edit_message_reply_markup(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """Other buttons for a message of the bot."""
        return self._edit(given, dict(self._own_message(given)[1]))

    async def delete_message(self, given: Parameters, _files: Files) -> bool:
        """A message is gone."""
        room = self._room(given)
        if room.messages.pop(given.needed_integer("message_id"), None) is None:
            refuse("message to delete not found")
        return True

    async def answer_callback_query(self, given: Parameters, _files: Files) -> bool:
        """Stop a pressed button's spinner, perhaps with a short text; once, and only for a press that happened."""
        callbacks, callback_id = self._world.callbacks, given.string("callback_query_id") or ""
        if callbacks.get(callback_id, "") is not None:
            refuse("query is too old and response timeout expired or query ID is invalid")
        text = given.string("text") or ""
        if len(text) > _TOAST_LIMIT:
            refuse("MESSAGE_TOO_LONG")
        callbacks[callback_id] = text
        return True

    async def answer_inline_query(self, given: Parameters, _files: Files) -> bool:
        """Offer articles for an inline query; once, and only for one that was asked."""
        answers, query_id = self._world.inline_answers, given.string("inline_query_id") or ""
        if answers.get(query_id, {}) is not None:
            refuse("query is too old and response timeout expired or query ID is invalid")
        results = given.parsed("results") or []
        answers[query_id] = {
            "results": read_articles(results),
            "button": given.parsed("button"),
            "is_personal": given.flag("is_personal"),
            "cache_time": given.integer("cache_time"),
        }
        return True

    async def set_my_commands(self, given: Parameters, _files: Files) -> bool:
        """The menu of a scope."""
        self.commands[menu_scope(given)] = read_commands(given)
        return True

    async def get_my_commands(self, given: Parameters, _files: Files) -> list[dict[str, str]]:
        """The menu of a scope, [] when it has none of its own."""
        return self.commands.get(menu_scope(given), [])

    async def delete_my_commands(self, given: Parameters, _files: Files) -> bool:
        """No menu of its own for a scope."""
        self.commands.pop(menu_scope(given), None)
        return True

    async def set_webhook(self, given: Parameters, _files: Files) -> bool:
        """Remembered, so that getUpdates is refused and updates can be pushed; no address: as deleteWebhook."""
        told = {"url": given.string("url") or "", "secret_token": given.string("secret_token") or ""}
        self.webhook = told if told["url"] else {}
        return True

    async def delete_webhook(self, _given: Parameters, _files: Files) -> bool:
        """Back to getUpdates."""
        self.webhook = {}
        return True

    async def get_webhook_info(self, _given: Parameters, _files: Files) -> dict[str, Any]:
        """Where updates go and how many wait."""
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates),
        }

    async def get_chat(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """A chat with the few fields that are always there."""
        gifts = dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        )
        return {**self._room(given).chat, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}

    async def leave_chat(self, given: Parameters, _files: Files) -> bool:
        """The bot goes."""
        self._room(given).bot_inside = False
        return True

    async def send_chat_action(self, given: Parameters, _files: Files) -> bool:
        """Say that the bot is typing: checked, shown to nobody."""
        self._writable(given)
        return True

    async def get_file(self, given: Parameters, _files: Files) -> dict[str, Any]:
        """Where a file can be fetched, up to 20 MB."""
        file_id = given.string("file_id") or ""
        if file_id not in self._world.files:
            refuse("invalid file_id")
        size = len(self._world.files[file_id])
        if size > _DOWNLOAD_LIMIT:
            refuse("file is too big")
        return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": f"files/{file_id}"}

    def _send(self, given: Parameters, content: dict[str, Any]) -> dict[str, Any]:
        room = self._writable(given)
        message = {"date": int(self._now()), "chat": room.chat, "from": self._world.bot, **content}
        if keyboard := given.inline_keyboard():
            message["reply_markup"] = keyboard
        if (thread_id := given.integer("message_thread_id")) is not None:
            if thread_id not in room.threads:
                refuse("message thread not found")
            message |= {"message_thread_id": thread_id, "is_topic_message": True}
        if quoted := given.parsed("reply_parameters"):
            original = room.messages.get(quoted["message_id"])
            if original is None and not quoted.get("allow_sending_without_reply"):
                refuse("message to be replied not found")
            if original is not None:
                message["reply_to_message"] = {key: value for key, value in original.items() if key != "reply_to_message"}
        return room.add(message)

    def _edit(self, given: Parameters, message: dict[str, Any]) -> dict[str, Any]:
        room, before = self._own_message(given)
        message.pop("reply_markup", None)
        if keyboard := given.inline_keyboard():
            message["reply_markup"] = keyboard
        parts = ("text", "entities", "caption", "caption_entities", "reply_markup", *_MEDIA)
        if all(message.get(part) == before.get(part) for part in parts):
            refuse(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        message["edit_date"] = int(self._now())
        room.messages[message["message_id"]] = message
        return message

    def _own_message(self, given: Parameters) -> tuple[ChatRoom, dict[str, Any]]:
        room = self._writable(given)
        message = room.messages.get(given.needed_integer("message_id"))
        if message is None:
            refuse("message to edit not found")
        if message["from"]["id"] != self._world.bot["id"]:
            refuse("message can't be edited")
        return room, message

    def _document(self, source: str | None, files: Files, field: str) -> dict[str, Any]:
        file_id, name = self._kept_file(source, files, field)
        checked_document(self._world.files[file_id])
        size = len(self._world.files[file_id])
        return {"document": {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size}}

    def _photo(self, source: str | None, files: Files, field: str) -> dict[str, Any]:
        file_id, _name = self._kept_file(source, files, field)
        width, height = checked_photo(self._world.files[file_id])
        size = len(self._world.files[file_id])
        photo = {"file_id": file_id, "file_unique_id": file_id, "width": width, "height": height, "file_size": size}
        return {"photo": [photo]}

    def _kept_file(self, source: str | None, files: Files, field: str) -> tuple[str, str]:
        """File id and name of an uploaded file, or of one sent again by its id."""
        if field in files:
            file_id = f"bot-{len(self._world.files) + 1}"
            self._world.files[file_id] = files[field][1]
            return file_id, files[field][0]
        if not source or source not in self._world.files:
            refuse(f"there is no {field} in the request")
        return source, source

    def _room(self, given: Parameters) -> ChatRoom:
        room = self._world.rooms.get(given.needed_integer("chat_id"))
        if room is None:
            refuse("chat not found")
        return room

    def _writable(self, given: Parameters) -> ChatRoom:
        """The chat, when the bot may write there."""
        room = self._room(given)
        if room.moved_to is not None:
            raise ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=room.moved_to)
        if not room.bot_inside:
            raise ApiError(403, f"Forbidden: bot was kicked from the {room.chat['type']} chat")
        if not room.bot_may_write:
            refuse("not enough rights to send text messages to the chat")
        if room.is_private:
            account = self._world.accounts[room.chat["id"]]
            if account.deactivated:
                raise ApiError(403, "Forbidden: user is deactivated")
            if account.blocked:
                raise ApiError(403, "Forbidden: bot was blocked by the user")
            if not account.has_started:
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return room


def _caption(given: Parameters) -> dict[str, Any]:
    """The text under a file, {} when there is none."""
    return given.text("caption", limit=CAPTION_LIMIT, noun="message caption") if given.string("caption") else {}


def _without(message: Mapping[str, Any], *parts: str) -> dict[str, Any]:
    return {name: value for name, value in message.items() if name not in parts}
