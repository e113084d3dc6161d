"""What the domain asks of storage, continued from `bot.domain.ports`: files sent to the chat."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.domain.received import ReceivedFile


class FileStore(Protocol):
    """Files sent to the chat, from being taken to being stored or dropped (bot.domain.received)."""

    def add_file(self, file: ReceivedFile, at: datetime) -> int:
        """Keep a new file to be read; returns its id."""
        ...

    def received_file(self, file_id: int) -> ReceivedFile | None:
        """Where a file stands; nobody else changes it until this turn ends."""
        ...

    def file_held(self, file_id: int, by: str) -> ReceivedFile | None:
        """A file that is being read by that worker, None when the claim is another's by now or has ended."""
        ...

    def save_file(self, file: ReceivedFile, at: datetime) -> None:
        """Store where it stands; a claim on it ends."""
        ...

    def same_file(self, person_id: int, unique_id: str) -> ReceivedFile | None:
        """The same file as the person sent it last, None when they never did."""
        ...

    def file_previewed(self, person_id: int) -> ReceivedFile | None:
        """The file that the person last got a preview of and did not decide about yet, None when there is none."""
        ...

    def files_being_read(self, person_id: int) -> int:
        """How many of the person's files are not read yet."""
        ...
