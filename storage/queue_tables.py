"""The tables of what is still to be done: inbox, outbox, and the ledger of notices given."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from storage.tables import Base

# literal, because SQLite uses a partial index only for a condition that it can see
_STILL_TO_DO = text("outcome IS NULL")
_QUEUE: dict[str, Any] = {"sqlite_where": _STILL_TO_DO, "postgresql_where": _STILL_TO_DO}


class InboxRow(Base):
    """An update from Telegram. `outcome` None: waiting; "done", its payload forgotten; "set_aside" after too many failures."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_waiting", "update_id", **_QUEUE),)

    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None]
    payload: Mapped[str | None]
    received_at: Mapped[datetime | None]  # None: finished without having been taken in
    attempts: Mapped[int]
    error: Mapped[str | None]
    failed_at: Mapped[datetime | None]
    outcome: Mapped[str | None]


class OutboxRow(Base):
    """A message to be sent. `outcome` None: waiting or being sent; else how it ended, see `storage.outbox.OutboxOutcome`.

    Nothing of its chat is claimed before `held_until`: end of the lease while `claimed_by` is set, else what Telegram asked.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_order", "is_broadcast", "id", **_QUEUE),
        Index("ix_outbox_held", "held_until", **_QUEUE),
        Index("ix_outbox_chat", "chat_id", "slot", **_QUEUE),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    thread_id: Mapped[int | None]
    text: Mapped[str]
    buttons: Mapped[list[Any]]  # rows of [label, token]
    slot: Mapped[str | None]
    subject: Mapped[dict[str, Any] | None]
    is_broadcast: Mapped[bool]
    reply_to: Mapped[int | None]
    edits: Mapped[int | None]
    claimed_by: Mapped[str | None]
    held_until: Mapped[datetime | None]
    attempts: Mapped[int]
    outcome: Mapped[str | None]
    reason: Mapped[str | None]
    message_id: Mapped[int | None]
    ended_at: Mapped[datetime | None]


class NoticeRow(Base):
    """A notice that was given. `agency` is "" for a notice over all agencies, which a unique key cannot leave empty."""

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("chat_id", "kind", "period", "agency", "due"), Index(None, "outbox_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    kind: Mapped[str]
    period: Mapped[Period]
    agency: Mapped[AgencyCode]
    due: Mapped[datetime]
    late: Mapped[bool]
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id", ondelete="SET NULL"))


class UnreachableChatRow(Base):
    """A chat that Telegram no longer lets us write to (blocked, kicked, deactivated)."""

    __tablename__ = "unreachable_chat"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str]
