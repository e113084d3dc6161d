"""Telegram's JSON → the library's Update, or a clear no: what is odd is found here, not by whoever comes across it later."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import product
from typing import Any

from telegram import Bot, Update

from bot.incoming import Incoming
from handlers.plain_text import read_plain

_UNSTORABLE = re.compile(r"\\u0000|[\ud800-\udfff]|\d{19}")
_WHOLE, _TEXT, _YES_OR_NO = (int,), (str,), (bool,)
_MESSAGE = ("message_id", "date", "chat")
_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post", "business_message", "edited_business_message")
_WITHIN = ("reply_to_message", "pinned_message")
# fields that we read, wherever they stand; ids of presses, queries and polls are texts
_KINDS: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("id", "offset"), (int, str)),  # an inline query's offset is text, that of an entity a number
    **dict.fromkeys(("update_id", "message_id", "date", "edit_date", "message_thread_id", "file_size", "until_date"), _WHOLE),
    **dict.fromkeys(("migrate_to_chat_id", "migrate_from_chat_id", "duration", "length"), _WHOLE),
    **dict.fromkeys(("title", "status", "first_name", "last_name", "username"), _TEXT),
    **dict.fromkeys(("query", "chat_type", "file_id", "file_unique_id", "file_name", "mime_type"), _TEXT),
    **dict.fromkeys(("is_bot", "is_member", "can_send_messages", "is_forum", "is_topic_message"), _YES_OR_NO),
    **dict.fromkeys((*_MESSAGES, *_WITHIN), (dict,)),
    **dict.fromkeys(("callback_query", "inline_query", "my_chat_member", "chat", "from", "user", "document"), (dict,)),
    **dict.fromkeys(("old_chat_member", "new_chat_member"), (dict,)),
    **dict.fromkeys(("entities", "caption_entities", "photo"), (list,)),
}
_HELD_KINDS: Mapping[tuple[str, str], tuple[type, ...]] = {  # the same by holder and field, where others name other things so
    **dict.fromkeys((("entities", "offset"), ("caption_entities", "offset")), _WHOLE),  # an inline query's is a text
    **dict.fromkeys((("chat", "id"), ("from", "id"), ("user", "id")), _WHOLE),  # those of presses and queries are texts
    **dict.fromkeys(product((*_MESSAGES, *_WITHIN), ("text", "caption")), _TEXT),
    **dict.fromkeys((("chat", "type"), ("entities", "type"), ("caption_entities", "type"), ("callback_query", "data")), _TEXT),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*_MESSAGES, *_WITHIN), _MESSAGE),  # those we do not ask for can come too
    "callback_query": ("id", "from"),
    "inline_query": ("id", "from", "query"),
    "my_chat_member": ("chat", "from", "old_chat_member", "new_chat_member"),
    **dict.fromkeys(("old_chat_member", "new_chat_member"), ("status", "user")),
    "chat": ("id", "type"),
    **dict.fromkeys(("from", "user"), ("id", "first_name", "is_bot")),
}


class Unreadable(Exception):  # noqa: N818  named after what it says
    """No update that can be worked on; says what is odd, never what was written."""


def read_update(document: Mapping[str, Any], bot: Bot) -> tuple[Update | Incoming, str]:
    """The update, and the JSON to keep, from which it can be read again; Unreadable."""
    try:
        payload = json.dumps(document, ensure_ascii=False)
        kept = storable(document, payload)
        _check(kept)
    except RecursionError as trouble:
        raise Unreadable("objects in objects without end") from trouble
    except ValueError as trouble:
        raise Unreadable("a number of thousands of digits") from trouble
    try:
        update = read_plain(kept, bot.username) or Update.de_json(dict(kept), bot)
    except Exception as trouble:  # whatever an odd kind of update does to the library
        raise Unreadable(type(trouble).__name__) from trouble
    return update, payload if kept is document else json.dumps(kept, ensure_ascii=False)


def read_again(payload: str, bot: Bot) -> Update | Incoming:
    """A stored update; whatever error the library makes of one that another version of it has read."""
    document = json.loads(payload)
    return read_plain(document, bot.username) or Update.de_json(document, bot)


def written(document: Mapping[str, Any]) -> str:
    """An update that cannot be read as JSON, to be looked at; of one that cannot even be written its number."""
    try:
        return json.dumps(document)
    except (RecursionError, ValueError):
        return json.dumps({"update_id": document["update_id"]})


def storable(document: Mapping[str, Any], payload: str) -> Mapping[str, Any]:
    """An update without what no database and no message can hold: half surrogate pairs, NUL. Unreadable: a number too big.

    `payload`: the document as JSON.
    """
    if not _UNSTORABLE.search(payload):
        return document
    return {name: _storable(value) for name, value in document.items()}


def _storable(part: object) -> object:
    match part:
        case str():
            return part.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {_storable(name): _storable(value) for name, value in part.items()}
        case list():
            return [_storable(value) for value in part]
        case int() if not -(2**63) <= part < 2**63:
            raise Unreadable("a number that is no id of anything")
        case _:
            return part


def _check(part: object, holder: str = "") -> None:
    """Every field that we read is there and of the kind it should be; Unreadable names the first that is not."""
    if isinstance(part, list):
        for each in part:
            _check(each, holder)
    elif isinstance(part, dict):
        for name, value in part.items():
            kinds = _HELD_KINDS.get((holder, name)) or _KINDS.get(name)
            # true is an int to Python, and no id to anybody
            if kinds and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)):
                message = f"{name} is a {type(value).__name__}"
                raise Unreadable(message)
            _check(value, name)
        if missing := [name for name in _NEEDED.get(holder, ()) if name not in part]:
            message = f"{holder} without {missing[0]}"
            raise Unreadable(message)
