"""What happens to whole chats: a group becomes a supergroup with another id, somebody blocks the bot."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, exists, select, text, update
from sqlalchemy.orm import InstrumentedAttribute, aliased

from storage.outbox import OutboxOutcome
from storage.prepared import Prepared
from storage.queue_tables import NoticeRow, OutboxRow, UnreachableChatRow
from storage.repository import Upsert
from storage.seldom import Seldom
from storage.tables import Base, ButtonRow, GroupRow, MemoryRow

SILENCED = "silenced"  # the reason kept for a group where the bot is inside but may not write
_TO_SEND = text("outbox.outcome IS NULL")
_MARKED = Prepared(select(UnreachableChatRow.chat_id).where(UnreachableChatRow.chat_id == bindparam("chat_id")))
_MARK = Upsert(UnreachableChatRow, key=("chat_id",), keep_unless_given=("reported_at",))


class Chats(Seldom):
    """Changes that concern everything stored about a chat."""

    def chat_migrated(self, old_chat_id: int, new_chat_id: int) -> None:
        """Go on in the new chat: registrations, memory, buttons, notices given and what is still to be sent.

        Telegram numbers the messages of the new chat anew. So nothing is edited or replied to across the change, and a slot is
        filled by the next message; subjects stay with the old chat.
        """
        self._move(GroupRow, (GroupRow.chat_id, GroupRow.thread_id), old_chat_id, new_chat_id)
        self._move(MemoryRow, (MemoryRow.chat_id, MemoryRow.person_id, MemoryRow.kind), old_chat_id, new_chat_id)
        self._forget_reads()
        notice_key = (NoticeRow.chat_id, NoticeRow.kind, NoticeRow.period, NoticeRow.agency, NoticeRow.due)
        self._move(NoticeRow, notice_key, old_chat_id, new_chat_id)
        anew = {"chat_id": new_chat_id, "edits": None, "reply_to": None}
        self._connection.execute(update(OutboxRow).where(_TO_SEND, OutboxRow.chat_id == old_chat_id).values(anew))
        buttons = update(ButtonRow).where(ButtonRow.chat_id == old_chat_id)
        self._connection.execute(buttons.values(chat_id=new_chat_id))

    def mark_chat_unreachable(self, chat_id: int, reason: str) -> None:
        """Stop writing to a chat: its groups become inactive, what was to be sent there is undeliverable."""
        self._mark(chat_id, reason)
        self._connection.execute(update(GroupRow).where(GroupRow.chat_id == chat_id).values(active=False))
        self._give_up(chat_id, reason)

    def mark_chat_silenced(self, chat_id: int) -> None:
        """The bot may not write in a group for now: what was to be sent there is undeliverable, its registration stays."""
        self._mark(chat_id, SILENCED)
        self._give_up(chat_id, SILENCED)

    def may_write_to(self, chat_id: int) -> bool:
        """Whether nothing is known against writing there."""
        return not self._seldom().unreachable_chats or self._run(_MARKED, {"chat_id": chat_id}).scalar() is None

    def _mark(self, chat_id: int, reason: str) -> None:
        self._store(_MARK, {"chat_id": chat_id, "reason": reason})
        self._forget_reads()

    def _give_up(self, chat_id: int, reason: str) -> None:
        given_up = update(OutboxRow).where(_TO_SEND, OutboxRow.chat_id == chat_id)
        self._connection.execute(given_up.values(outcome=OutboxOutcome.UNDELIVERABLE.value, reason=reason))

    def mark_chat_reachable(self, chat_id: int) -> None:
        """Somebody wrote again, or let the bot in again."""
        self._connection.execute(delete(UnreachableChatRow).where(UnreachableChatRow.chat_id == chat_id))
        self._forget_reads()

    def unreachable_chats(self) -> dict[int, str]:
        """The chats we cannot write to, and why."""
        marked = select(UnreachableChatRow.chat_id, UnreachableChatRow.reason).order_by(UnreachableChatRow.chat_id)
        return {row.chat_id: row.reason for row in self._connection.execute(marked)}

    def _move(self, row: type[Base], key: tuple[InstrumentedAttribute[object], ...], old: int, new: int) -> None:
        """Move rows to another chat, except those whose place is taken there, which go."""
        chat, *rest = key
        there = aliased(row)
        taken = exists().where(getattr(there, chat.key) == new, *(getattr(there, column.key) == column for column in rest))
        self._connection.execute(delete(row).where(chat == old, taken))
        self._connection.execute(update(row).where(chat == old).values({chat.key: new}))
