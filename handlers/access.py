"""Which messages are for the bot: all in a private chat; in a group commands to it, mentions of it and replies to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from telegram import Message, MessageEntity
from telegram.constants import ChatType
from telegram.ext.filters import MessageFilter

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<argument>.*))?", re.DOTALL)
_MENTIONS = (MessageEntity.MENTION, MessageEntity.BOT_COMMAND)


class ForTheBot(MessageFilter):
    """Lets pass what the bot may read. Messages without a person (channels, anonymous administrators) are nobody's."""

    def filter(self, message: Message) -> bool:
        """Whether the message is for the bot."""
        if message.from_user is None or message.sender_chat is not None:
            return False
        if message.via_bot is not None and message.via_bot.id == message.get_bot().id:
            return False  # an inline answer of ours that somebody posted: our own words are no entry
        if message.chat.type == ChatType.PRIVATE:
            return True
        return is_reply_to_bot(message) or command_of(message) is not None or is_mentioned(message)


def command_of(message: Message) -> tuple[str, str] | None:
    """Name (lower case) and argument of a command to this bot, None for anything else or another bot's command."""
    found = _COMMAND.fullmatch(message.text or "")
    if found is None or (found["bot"] and found["bot"].lower() != _username(message)):
        return None
    return found["name"].lower(), (found["argument"] or "").strip()


def is_mentioned(message: Message) -> bool:
    """Whether the text or caption names the bot."""
    own = f"@{_username(message)}"
    marked = ((message.text, message.entities), (message.caption, message.caption_entities))
    return any(mark.endswith(own) for text, entities in marked if text and entities for mark in _names_in(text, entities))


def _names_in(text: str, entities: Iterable[MessageEntity]) -> Iterator[str]:
    """What is marked as a name or command, lower case. Entities count in UTF-16, and odd ones may cut a character."""
    coded = text.encode("utf-16-le", "surrogatepass")
    for entity in entities:
        if entity.type in _MENTIONS and entity.offset >= 0:
            yield coded[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace").lower()


def is_reply_to_bot(message: Message) -> bool:
    """Whether it replies to one of the bot's messages, which every message of a topic that the bot opened only seems to."""
    quoted = message.reply_to_message
    if quoted is None or quoted.from_user is None or quoted.forum_topic_created is not None:
        return False
    return quoted.from_user.id == message.get_bot().id


def text_without_mention(message: Message) -> str:
    """What was written, or what stands under a file, without the bot's name."""
    return without_name(message.text or message.caption or "", _username(message))


def without_name(written: str, bot_name: str) -> str:
    """A text without the bot's name."""
    if "@" not in written:
        return written.strip()
    return re.sub(rf"@{re.escape(bot_name)}\b[,:]?", "", written, flags=re.IGNORECASE).strip()


def _username(message: Message) -> str:
    return message.get_bot().username.lower()


FOR_THE_BOT = ForTheBot()
