"""What leaves the bot: messages with their buttons, pictures and documents, and what did not arrive. Plain data.

Times are aware UTC datetimes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class OutgoingButton:
    """A button as stored: its text and the opaque token that is its callback_data (at most 64 bytes)."""

    label: str
    token: str


class Medium(StrEnum):
    """As what Telegram shows a file."""

    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A picture or document that the sender makes outside any turn (bot.making): who makes it, out of which plain JSON."""

    maker: str
    medium: Medium
    file_name: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent: HTML text and rows of buttons. `subject` is what the message is about (for replies to it).

    With a `recipe` the text stands under the picture or document; what does not fit there follows as messages of its own.
    """

    chat_id: int
    text: str
    buttons: tuple[tuple[OutgoingButton, ...], ...] = ()
    thread_id: int | None = None
    slot: str | None = None  # names a message that may be replaced: see storage.outbox
    subject: Mapping[str, Any] | None = None
    answers: bool = True  # an answer to somebody goes before broadcasts
    reply_to: int | None = None  # message id
    edits: int | None = None  # message id to edit in place instead of sending anew
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A chat that messages did not reach. `closed`: Telegram lets us write there no more; else single messages failed."""

    chat_id: int
    reason: str  # in Telegram's words
    messages: int
    closed: bool


@dataclass(frozen=True, slots=True)
class ButtonRecord:
    """What pressing a button means: an action bound to a person (None: anyone in that chat) until it expires."""

    token: str
    chat_id: int
    person_id: int | None
    action: Mapping[str, Any]
    expires_at: datetime
