"""Around the outbox: which process sends, and what could not be delivered."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, text, update

from bot.domain.outgoing import Undelivered
from storage.queue_tables import OutboxRow, SenderRow, UnreachableChatRow
from storage.repository import Repository, Upsert

_SENDING = 0x0C17B1  # the advisory lock under which PostgreSQL passes the sending on, see Deliveries.may_send
_TAKE = Upsert(SenderRow, key=("id",))
_THE_ROW = 1
_LAST_CALL_SECONDS = 15.0  # handlers.aiohttp_request gives a call up after ten
_UNREPORTED = text("outbox.outcome = 'undeliverable' AND outbox.reported_at IS NULL")


class Deliveries(Repository):
    """What processes that send agree on, and what administrators have to be told."""

    def may_send(self, holder: str, now: datetime, *, lease_seconds: float) -> bool:
        """Whether this process is the one that sends; taken over when the one before has not asked for the length of a lease.

        Telegram's limits hold for the bot as a whole, and each process knows only what it sent itself. The lease is written
        anew when half of it is over. One that lies further ahead than a lease is long comes from a clock that was set back.
        On SQLite always: there one process runs, and after a crash it need not wait for its own lease.
        """
        if not self._on_postgresql:
            return True
        lease = timedelta(seconds=lease_seconds)
        self._connection.execute(select(func.pg_advisory_xact_lock(_SENDING)))
        row = self._connection.execute(select(SenderRow.holder, SenderRow.until)).one_or_none()
        if row is not None and row.holder != holder and now < row.until <= now + lease:
            return False
        if row is None or row.holder != holder:
            self.take_over_claims(holder, now, after_seconds=_LAST_CALL_SECONDS)
        if row is None or row.holder != holder or not now + lease / 2 < row.until <= now + lease:
            self._store(_TAKE, {"id": _THE_ROW, "holder": holder, "until": now + lease})
        return True

    def take_over_claims(self, holder: str, now: datetime, *, after_seconds: float) -> int:
        """Let what another process had claimed be sent again, without waiting for the end of its lease; how many messages.

        `after_seconds`: how long a call that it may still be making can take. 0 where it is known to be dead.
        """
        others = (OutboxRow.outcome.is_(None), OutboxRow.claimed_by.is_not(None), ~OutboxRow.claimed_by.startswith(holder))
        free = {"claimed_by": None, "held_until": now + timedelta(seconds=after_seconds) if after_seconds else None}
        return self._connection.execute(update(OutboxRow).where(*others).values(free)).rowcount

    def stop_sending(self, holder: str) -> None:
        """Let another process send at once."""
        self._connection.execute(delete(SenderRow).where(SenderRow.holder == holder))

    def take_undelivered(self, at: datetime) -> list[Undelivered]:
        """What could not be delivered and was not reported yet, closed chats first; from now on it counts as reported."""
        reported = {"reported_at": at}
        marked = update(UnreachableChatRow).where(UnreachableChatRow.reported_at.is_(None)).values(reported)
        closed = {
            row.chat_id: row.reason
            for row in self._connection.execute(marked.returning(UnreachableChatRow.chat_id, UnreachableChatRow.reason))
        }
        given_up = update(OutboxRow).where(_UNREPORTED).values(reported)
        rows = self._connection.execute(given_up.returning(OutboxRow.id, OutboxRow.chat_id, OutboxRow.reason)).all()
        told_before = set(self._connection.scalars(select(UnreachableChatRow.chat_id))) - set(closed)
        reasons = dict(closed)
        messages = dict.fromkeys(closed, 0)
        for row in sorted(rows, key=lambda row: row.id):
            if row.chat_id in told_before:  # each of its messages fails, every day: said once
                continue
            reasons.setdefault(row.chat_id, row.reason or "")
            messages[row.chat_id] = messages.get(row.chat_id, 0) + 1
        found = [Undelivered(chat_id, reasons[chat_id], messages[chat_id], chat_id in closed) for chat_id in messages]
        return sorted(found, key=lambda each: (not each.closed, each.chat_id))
