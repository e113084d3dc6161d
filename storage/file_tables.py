"""The table of files that people sent to the chat."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from storage.tables import Base

# literal, because SQLite uses a partial index only for a condition that it can see
_TO_READ = text("state IN ('waiting', 'reading')")
_UNDECIDED = text("outcome IS NOT NULL")


class ReceivedFileRow(Base):
    """A file, see `bot.domain.received`; its content is fetched from Telegram when it is read, and never kept.

    Not claimed before `held_until`: end of the lease while `claimed_by` is set, else when to try again.
    """

    __tablename__ = "received_file"
    __table_args__ = (
        Index("ix_received_file_to_read", "id", sqlite_where=_TO_READ, postgresql_where=_TO_READ),
        Index("ix_received_file_undecided", "changed_at", sqlite_where=_UNDECIDED, postgresql_where=_UNDECIDED),
        Index(None, "person_id", "unique_id"),
        {"sqlite_autoincrement": True},  # buttons name a file by its id: never given twice
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    update_id: Mapped[int]
    chat_id: Mapped[int]
    thread_id: Mapped[int | None]
    person_id: Mapped[int]
    message_id: Mapped[int | None]
    file_id: Mapped[str]
    unique_id: Mapped[str]
    file_name: Mapped[str]
    sent_at: Mapped[datetime]
    agency: Mapped[AgencyCode | None]
    period: Mapped[Period | None]
    partial: Mapped[bool]
    state: Mapped[str]
    attempts: Mapped[int]
    claimed_by: Mapped[str | None]
    held_until: Mapped[datetime | None]
    outcome: Mapped[dict[str, Any] | None]
    decided: Mapped[dict[str, Any] | None]
    changed_at: Mapped[datetime]
