"""The outbox: messages to be sent, in order within a chat, one at a time per chat, answers before broadcasts.

`Outgoing.slot` names a message that may be replaced: an unsent older one of the chat and slot is dropped, a sent one edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, text, update

from bot.domain.outgoing import Medium, Outgoing, OutgoingButton, Recipe
from storage.prepared import Prepared
from storage.queue_tables import OutboxRow
from storage.repository import Repository, Upsert
from storage.tables import SentMessageRow

_CLAIMS = 0x0C17B0  # the advisory lock under which PostgreSQL claims, see Outbox.claim_out


class OutboxOutcome(StrEnum):
    """How a message ended."""

    SENT = "sent"
    DROPPED = "dropped"  # a newer message of its slot took its place
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A claimed message: `message.edits` says whether to edit; `attempts` counts the claims, this one included."""

    id: int
    message: Outgoing
    attempts: int


_TO_SEND = text("outbox.outcome IS NULL")  # the words of the partial indexes
_PUT = Prepared(insert(OutboxRow).returning(OutboxRow.id))
_DROP_OLDER = Prepared(
    update(OutboxRow)
    .where(
        _TO_SEND,
        OutboxRow.chat_id == bindparam("of_chat"),
        OutboxRow.slot == bindparam("of_slot"),
        OutboxRow.claimed_by.is_(None),
    )
    .values(outcome=OutboxOutcome.DROPPED.value)
    .returning(OutboxRow.held_until)
)
_HELD_CHATS = select(OutboxRow.chat_id).where(_TO_SEND, OutboxRow.held_until > bindparam("now"))
_NEXT = Prepared(
    select(OutboxRow.__table__)
    .where(_TO_SEND, OutboxRow.chat_id.not_in(_HELD_CHATS))
    .order_by(OutboxRow.is_broadcast, OutboxRow.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)  # SQLite, which has one writer, leaves it out
)
_CLAIM = Prepared(
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("item_id"))
    .values(
        claimed_by=bindparam("by"),
        held_until=bindparam("until"),
        attempts=OutboxRow.attempts + 1,
        edits=bindparam("edit_of"),
    )
)
_OF_SLOT = (SentMessageRow.chat_id == bindparam("of_chat"), SentMessageRow.slot == bindparam("of_slot"))
_IN_SLOT = Prepared(select(SentMessageRow.message_id).where(*_OF_SLOT).order_by(SentMessageRow.sent_at.desc()).limit(1))
_EMPTY_SLOT = Prepared(update(SentMessageRow).where(*_OF_SLOT).values(slot=None))
# an edit that says nothing of its own leaves the message about what it was about
_REMEMBER_SENT = Upsert(SentMessageRow, key=("chat_id", "message_id"), keep_unless_given=("slot", "subject"))
_ITEM = Prepared(select(OutboxRow.__table__).where(OutboxRow.id == bindparam("item_id")))
_SENT = Prepared(
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("item_id"), _TO_SEND)
    .values(outcome=OutboxOutcome.SENT.value, message_id=bindparam("message_id"), ended_at=bindparam("ended_at"))
    .returning(OutboxRow.chat_id, OutboxRow.slot, OutboxRow.subject)
)
_BACKLOG = Prepared(select(func.count()).select_from(OutboxRow).where(_TO_SEND))


class Outbox(Repository):
    """The queue of outgoing messages."""

    def put_out(self, message: Outgoing) -> int:
        """Put a message into the outbox; returns its id. An unsent older message of the same chat and slot is dropped."""
        held_until = self._drop_older(message.chat_id, message.slot) if message.slot is not None else None
        columns = {
            "chat_id": message.chat_id,
            "thread_id": message.thread_id,
            "text": message.text,
            "buttons": [[[button.label, button.token] for button in row] for row in message.buttons],
            "slot": message.slot,
            "subject": None if message.subject is None else dict(message.subject),
            "is_broadcast": not message.answers,
            "reply_to": message.reply_to,
            "edits": message.edits,
            "held_until": held_until,
            "attempts": 0,
            "recipe": None if message.recipe is None else _stored(message.recipe),
        }
        return int(self._run(_PUT, columns).scalar())

    def claim_out(self, now: datetime, *, by: str, lease_seconds: float) -> OutboxItem | None:
        """The oldest message that may go now, held for the lease; None when there is none; see `claim_several`."""
        return next(iter(self.claim_several(now, by=by, lease_seconds=lease_seconds, most=1)), None)

    def claim_several(self, now: datetime, *, by: str, lease_seconds: float, most: int) -> list[OutboxItem]:
        """The oldest messages that may go now, each of another chat, held for the lease; [] when there is none.

        Nothing of a chat goes while another of its messages is claimed or put back for later. An answer overtakes broadcasts,
        in its own chat too; answers among themselves, and broadcasts, keep their order. An expired lease is taken again.
        A message of a slot that is filled becomes an edit of the message that fills it.
        """
        if self._on_postgresql:
            # SKIP LOCKED alone would let two senders take two messages of one chat: neither sees the other's claim yet
            self._connection.execute(select(func.pg_advisory_xact_lock(_CLAIMS)))
        first: dict[int, Any] = {}
        for row in self._run(_NEXT, {"now": now, "most": most}):
            first.setdefault(row.chat_id, row)
        edited = {row.id: row.edits or self._filling(row) for row in first.values()}
        claim = {"by": by, "until": now + timedelta(seconds=lease_seconds)}
        self._run_for_each(_CLAIM, [{**claim, "item_id": item_id, "edit_of": edits} for item_id, edits in edited.items()])
        return [OutboxItem(row.id, _outgoing(row, edited[row.id]), row.attempts + 1) for row in first.values()]

    def sent(self, item_id: int, message_id: int, at: datetime) -> None:
        """End a message that Telegram took; remember what it was about and which slot it fills.

        An item that was sent twice (its lease ran out) is remembered under both message ids.
        """
        row = self._run(_SENT, {"item_id": item_id, "message_id": message_id, "ended_at": at}).one_or_none()
        if row is None:
            row = self._run(_ITEM, {"item_id": item_id}).one()
        if row.slot is not None:
            self._run(_EMPTY_SLOT, {"of_chat": row.chat_id, "of_slot": row.slot})
        if row.slot is not None or row.subject is not None:
            message = {
                "chat_id": row.chat_id,
                "message_id": message_id,
                "slot": row.slot,
                "subject": row.subject,
                "sent_at": at,
            }
            self._store(_REMEMBER_SENT, message)

    def part_sent(self, item_id: int, rest: str) -> None:
        """Telegram took the beginning (and the picture or document, if there was one): the claimed message is now its rest.

        It keeps its place, and its slot and buttons, which the last part gets. As each part is a sending of its own, it is
        paced like one, and a process that dies in between does not begin again from the start.
        """
        self._release(item_id, held_until=None, text=rest, edits=None, recipe=None, reply_to=None)
        # what filled the slot was the beginning now edited: the rest is new, and must not be written over it
        row = self._run(_ITEM, {"item_id": item_id}).one()
        if row.slot is not None:
            self._run(_EMPTY_SLOT, {"of_chat": row.chat_id, "of_slot": row.slot})

    def put_back(self, item_id: int, *, not_before: datetime) -> None:
        """Let a claimed message wait, and its chat with it, as flood control or a broken network asks."""
        self._release(item_id, held_until=not_before)

    def as_new(self, item_id: int) -> None:
        """The message to edit is gone: the claimed message is to be sent anew, at once, and fills the slot itself."""
        row = self._run(_ITEM, {"item_id": item_id}).one()
        if row.slot is not None:
            self._run(_EMPTY_SLOT, {"of_chat": row.chat_id, "of_slot": row.slot})
        self._release(item_id, held_until=None, edits=None)

    def undeliverable(self, item_id: int, reason: str) -> None:
        """Give a message up."""
        self._end(item_id, OutboxOutcome.UNDELIVERABLE, reason=reason)

    def outbox_backlog(self) -> int:
        """How many messages are waiting or being sent."""
        return self._run(_BACKLOG).scalar() or 0

    def _drop_older(self, chat_id: int, slot: str) -> datetime | None:
        """Drop what waits in a slot; until when it had to wait, because that holds for its chat."""
        dropped = self._run(_DROP_OLDER, {"of_chat": chat_id, "of_slot": slot}).scalars()
        return max((held for held in dropped if held is not None), default=None)

    def _filling(self, row: Any) -> int | None:  # noqa: ANN401  a row of the outbox
        """The message that fills the slot of one that is to be sent."""
        return None if row.slot is None else self._run(_IN_SLOT, {"of_chat": row.chat_id, "of_slot": row.slot}).scalar()

    def _release(self, item_id: int, **columns: datetime | str | None) -> None:
        """Take the claim off a message that is still to be sent."""
        mine = (OutboxRow.id == item_id, _TO_SEND)
        self._connection.execute(update(OutboxRow).where(*mine).values(claimed_by=None, **columns))

    def _end(self, item_id: int, outcome: OutboxOutcome, **columns: int | str | datetime) -> None:
        """Take a message out of the queue; one that ended before stays as it ended."""
        self._run(_ended_with(tuple(columns)), {"item_id": item_id, "outcome": outcome.value, **columns})


@cache
def _ended_with(columns: tuple[str, ...]) -> Prepared:
    noted: dict[str, Any] = {name: bindparam(name) for name in ("outcome", *columns)}
    return Prepared(update(OutboxRow).where(OutboxRow.id == bindparam("item_id"), _TO_SEND).values(noted))


def _outgoing(row: Row[Any], edits: int | None) -> Outgoing:
    return Outgoing(
        chat_id=row.chat_id,
        text=row.text,
        buttons=tuple(tuple(OutgoingButton(label, token) for label, token in buttons) for buttons in row.buttons),
        thread_id=row.thread_id,
        slot=row.slot,
        subject=row.subject,
        answers=not row.is_broadcast,
        reply_to=row.reply_to,
        edits=edits,
        recipe=None if row.recipe is None else _recipe(row.recipe),
    )


def _stored(recipe: Recipe) -> dict[str, Any]:
    return {"maker": recipe.maker, "as": recipe.medium.value, "file": recipe.file_name, "content": dict(recipe.content)}


def _recipe(document: Mapping[str, Any]) -> Recipe:
    return Recipe(document["maker"], Medium(document["as"]), document["file"], document["content"])
