"""How the queues stand, for whoever watches over the bot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.inbox import Inbox, InboxOutcome
from storage.outbox import Outbox
from storage.queue_tables import InboxRow, NoticeRow, OutboxRow

_LAST_UPDATE = (
    select(InboxRow.received_at).where(InboxRow.received_at.is_not(None)).order_by(InboxRow.update_id.desc()).limit(1)
)
_OLDEST_WAITING = select(func.min(InboxRow.received_at)).where(InboxRow.outcome.is_(None))
_LAST_SENT = select(OutboxRow.ended_at).where(OutboxRow.ended_at.is_not(None)).order_by(OutboxRow.id.desc()).limit(1)
_SET_ASIDE = select(func.count()).select_from(InboxRow).where(InboxRow.outcome == InboxOutcome.SET_ASIDE.value)


@dataclass(frozen=True, slots=True)
class Vitals:
    """Counts and moments; a moment is None when there was nothing of the kind yet."""

    updates_waiting: int
    oldest_waiting: datetime | None
    updates_set_aside: int
    messages_waiting: int
    last_update: datetime | None
    last_sent: datetime | None
    last_notice: datetime | None


class Vitality(Inbox, Outbox):
    """Looking at the queues."""

    def vitals(self) -> Vitals:
        """How they stand now."""
        ask = self._connection.scalar
        return Vitals(
            self.inbox_backlog(),
            ask(_OLDEST_WAITING),
            ask(_SET_ASIDE) or 0,
            self.outbox_backlog(),
            ask(_LAST_UPDATE),
            ask(_LAST_SENT),
            ask(select(func.max(NoticeRow.due))),
        )
