"""Most updates by far: a text in a private chat and nothing else. It is read straight from Telegram's JSON.

The library makes a hundred attributes of such a message, of which seven are needed; that took an eighth of all the time that a
question takes. Whatever has any field besides goes through the library, and is read by `handlers.messages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from telegram.constants import ChatType

from bot.incoming import Chat, Incoming, Sender, Text
from handlers.access import without_name

_UPDATE = {"update_id", "message"}
_MESSAGE = {"message_id", "from", "chat", "date", "text"}
_PERSON = {"id", "is_bot", "first_name", "last_name", "username", "language_code", "is_premium"}
_CHAT = {"id", "type", "first_name", "last_name", "username"}


def read_plain(document: Mapping[str, Any], bot_name: str) -> Incoming | None:
    """The message, if it is one; None for anything else. `document`: an update whose fields are known to be of their kinds."""
    if document.keys() != _UPDATE:
        return None
    message = document["message"]
    if message.keys() != _MESSAGE or not message["text"] or message["text"].startswith("/"):
        return None
    person, chat = message["from"], message["chat"]
    if chat["type"] != ChatType.PRIVATE or not (person.keys() <= _PERSON and chat.keys() <= _CHAT and person["first_name"]):
        return None
    try:
        sent_at = datetime.fromtimestamp(message["date"], UTC)
    except (OverflowError, ValueError, OSError):
        return None
    last_name = person.get("last_name")
    return Incoming(
        document["update_id"],
        Chat(chat["id"], is_private=True),
        Sender(person["id"], f"{person['first_name']} {last_name}" if last_name else person["first_name"]),
        message["message_id"],
        Text(without_name(message["text"], bot_name)),
        sent_at,
    )
