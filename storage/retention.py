"""What is kept only for a while: old queue rows, buttons, what messages were about; a batch at a time so that no turn waits.

Values, their history, reports, people and the history of acts are never deleted.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.clock import day_in_viet_nam
from storage.notice_tables import ReminderRow
from storage.outbox import OutboxOutcome
from storage.queue_tables import InboxRow, OutboxRow
from storage.repository import Repository
from storage.tables import ButtonRow, SentMessageRow

_BATCH = 1000  # rows of a table at a time: some milliseconds
_BEYOND = 2**62  # above every id


class Retention(Repository):
    """Forgetting what is of no use any more."""

    def forget_before(self, before: datetime, now: datetime) -> int:
        """Delete a batch of what ended before a moment, and of buttons that have expired; how many rows, 0 when none is left.

        An update stays known for that long: Telegram sends one again for a day at most. A message that could not be
        delivered stays until that was reported, and what fills a slot stays to be edited.
        """
        # ids grow with time: what was dropped or given up has no time of its own, but lies below what was sent since
        sent_since = select(func.min(OutboxRow.id)).where(OutboxRow.ended_at >= before)
        oldest_recent = func.coalesce(sent_since.scalar_subquery(), _BEYOND)
        unreported = (OutboxRow.outcome == OutboxOutcome.UNDELIVERABLE.value) & OutboxRow.reported_at.is_(None)
        sent_at = SentMessageRow.sent_at
        return (
            self._forget(InboxRow.update_id, InboxRow.outcome.is_not(None) & (InboxRow.received_at < before))
            + self._forget(OutboxRow.id, OutboxRow.outcome.is_not(None) & (OutboxRow.id < oldest_recent) & ~unreported)
            + self._forget(ButtonRow.token, ButtonRow.expires_at < now)
            + self._forget(sent_at, SentMessageRow.slot.is_(None) & (sent_at < before))
            + self._forget(ReminderRow.day, ReminderRow.day < day_in_viet_nam(before))  # only today's is ever asked for
        )

    def _forget(self, key: InstrumentedAttribute[Any], condition: ColumnElement[bool]) -> int:
        """Rows whose `key` is among the first that meet a condition, and that meet it themselves."""
        batch = select(key).where(condition).limit(_BATCH)
        return self._connection.execute(delete(key.class_).where(key.in_(batch), condition)).rowcount
