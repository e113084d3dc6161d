"""Files that people send to the chat: where each stands between its arrival and the press that stores it.

A file is a job: `waiting` → `reading` (a process holds it for a while) → `previewed`, or `asked` when its agency or period is
not known or it is half a report → `stored` or `dropped`. `failed`: it cannot be taken, and the person was told why.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period

_LONGEST_NAME, _LONGEST_ENDING = 80, 8
LARGEST_FILE = 20_000_000  # bytes that a bot may download (core.telegram.org/bots/api#getfile)


class FileState(StrEnum):
    """Where a received file stands."""

    WAITING = "waiting"
    READING = "reading"
    ASKED = "asked"
    PREVIEWED = "previewed"
    STORED = "stored"
    DROPPED = "dropped"
    FAILED = "failed"


UNDECIDED = (FileState.ASKED, FileState.PREVIEWED)  # a press is waited for
BEING_READ = (FileState.WAITING, FileState.READING)


class Failure(StrEnum):
    """Why a file was not read at all."""

    TOO_LONG = "too_long"  # reading took more time than is allowed
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_BIG = "too_big"  # more than Telegram lets a bot download
    GONE = "gone"  # Telegram does not have it (any more)
    NOT_FETCHED = "not_fetched"  # the network failed again and again
    BROKE_OFF = "broke_off"  # reading ended without a word, again and again


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file. `agency` and `period`: as said in its caption or answered since, None: as the document says.

    `outcome`: what reading it gave (`bot.domain.reading_document`), kept until the file is stored, dropped or forgotten.
    `decided`: what was shown, and what people chose since (`bot.domain.file_previews`).
    """

    id: int  # 0: not stored yet
    update_id: int
    chat_id: int
    thread_id: int | None
    person_id: int
    message_id: int | None
    file_id: str  # Telegram's, to fetch it
    unique_id: str  # the same for the same file, whoever sends it
    file_name: str
    sent_at: datetime
    agency: AgencyCode | None = None
    period: Period | None = None
    partial: bool = False  # half a report was said to be meant
    state: FileState = FileState.WAITING
    attempts: int = 0
    outcome: Mapping[str, Any] | None = None
    decided: Mapping[str, Any] | None = None

    @property
    def is_private(self) -> bool:
        """Whether it was sent to the bot alone: such a chat has its person's id."""
        return self.chat_id == self.person_id

    @property
    def slot(self) -> str:
        """The one message that tells how far the file is, for `bot.replies.reply.Reply`."""
        return f"file:{self.id}"


def clean_name(name: str) -> str:
    """A file's name as it can be shown and kept: no control or direction marks, on one line, not over 80 characters."""
    seen = "".join(" " if unicodedata.category(letter).startswith(("C", "Z")) else letter for letter in name)
    whole = " ".join(unicodedata.normalize("NFC", seen).split())
    if len(whole) <= _LONGEST_NAME:
        return whole or "tệp không tên"
    stem, dot, ending = whole.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        return whole[: _LONGEST_NAME - 1] + "…"
    return f"{stem[: _LONGEST_NAME - len(ending) - 2]}….{ending}"
