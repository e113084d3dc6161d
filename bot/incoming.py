"""What came in, as plain data: handlers make it from Telegram's updates, `bot.conversation.take_turn` reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Chat:
    """Where it came in. `is_private` False: a group or supergroup, `thread_id` its topic."""

    id: int
    is_private: bool
    title: str = ""
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text message, without the bot's mention. `reply_to`: id of the message it replies to. `edited`: an edit.

    `mentions`: the bot was called by name, so that it has to say something.
    """

    text: str
    reply_to: int | None = None
    edited: bool = False
    mentions: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """`/name argument`, name without slash and bot name, lower case."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: its opaque token and the message that carried it (None: no longer accessible)."""

    token: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something we cannot read yet; `kind` is photo, voice, sticker, document and so on."""

    kind: str


Content = Text | Command | Press | Unsupported


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update."""

    update_id: int
    chat: Chat
    sender: Sender
    message_id: int | None
    content: Content
    sent_at: datetime | None = None  # when it was written, by Telegram's clock in whole seconds; None: not known


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot's place in a chat changed, by somebody's hand. `may_write` False: inside, but not allowed to send messages."""

    update_id: int
    chat: Chat
    by: Sender
    is_group: bool  # a group or supergroup; a channel is none, nor is a private chat
    is_inside: bool
    may_write: bool


@dataclass(frozen=True, slots=True)
class InlineQuery:
    """Something typed behind the bot's name in some chat. `to_bot`: in the private chat with the bot itself."""

    sender: Sender
    text: str
    to_bot: bool
