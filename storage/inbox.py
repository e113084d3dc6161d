"""The inbox: every update is kept before Telegram is told that we have it, and ended in the transaction of its effects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from storage.prepared import Prepared
from storage.queue_tables import InboxRow
from storage.repository import Repository, Upsert

MAX_ATTEMPTS = 3  # an update that fails this often would fail for ever
_ERROR_LENGTH = 500


class InboxOutcome(StrEnum):
    """How an update ended."""

    DONE = "done"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class InboxItem:
    """An update that is still to be worked on; `payload` as it was taken in, `attempts` that failed so far."""

    update_id: int
    chat_id: int | None
    payload: str
    attempts: int = 0


_TAKE_IN = Upsert(InboxRow, key=("update_id",), keep=True)
_WAITING = InboxRow.outcome.is_(None)
_OLDEST = select(InboxRow.__table__).where(_WAITING).order_by(InboxRow.update_id).limit(bindparam("most"))
_BEFORE = Prepared(
    select(InboxRow.__table__)
    .where(_WAITING, InboxRow.update_id < bindparam("than"), InboxRow.chat_id == bindparam("in_chat"))
    .order_by(InboxRow.update_id)
)
_BACKLOG = Prepared(select(func.count()).select_from(InboxRow).where(_WAITING))
# what somebody wrote is not needed any more; the id stays, to know the update again
_FINISH = Prepared(
    update(InboxRow)
    .where(InboxRow.update_id == bindparam("finished_id"), _WAITING)
    .values(outcome=InboxOutcome.DONE.value, payload=None)
)


class Inbox(Repository):
    """The queue of incoming updates."""

    def take_in(self, update_id: int, chat_id: int | None, payload: str, at: datetime) -> bool:
        """Keep an update; False when it was taken in before. `chat_id` None: an update of no chat (inline mode)."""
        columns = {
            **_new_row(update_id),
            "chat_id": chat_id,
            "payload": payload,
            "received_at": at,
        }
        return self._store(_TAKE_IN, columns) == 1

    def keep_unreadable(self, update_id: int, payload: str, error: str, at: datetime) -> None:
        """Keep an update that cannot even be read, set aside at once."""
        columns = {"payload": payload, "received_at": at, "error": error[:_ERROR_LENGTH], "failed_at": at}
        self._store(_TAKE_IN, {**_new_row(update_id), **columns, "outcome": InboxOutcome.SET_ASIDE.value})

    def waiting_updates(self, limit: int, *, received_before: datetime | None = None) -> list[InboxItem]:
        """The oldest updates that are not done, as Telegram numbers them."""
        oldest = _OLDEST if received_before is None else _OLDEST.where(InboxRow.received_at < received_before)
        return _items(self._connection.execute(oldest, {"most": limit}))

    def updates_before(self, update_id: int, chat_id: int) -> list[InboxItem]:
        """The updates of a chat that came before one and are not done: in work elsewhere, or left by a process that died."""
        return _items(self._run(_BEFORE, {"than": update_id, "in_chat": chat_id}))

    def finish_update(self, update_id: int) -> bool:
        """End an update; False when it was ended before: the turn must then have no effect.

        Two workers on the same update: the second waits for the first one's commit, then gets False.
        An update that never was in the inbox (`ask`, tests) is entered as ended, so that it too has its effect once.
        """
        if self._run(_FINISH, {"finished_id": update_id}).rowcount == 1:
            return True
        return self._store(_TAKE_IN, {**_new_row(update_id), "outcome": InboxOutcome.DONE.value}) == 1

    def fail_update(self, update_id: int, error: str, at: datetime) -> int:
        """Count a failed attempt and say how many there were (0: not waiting); set aside, with its payload, at MAX_ATTEMPTS.

        `error` names what went wrong and where, never what the message said; it is cut to 500 characters.
        """
        mine = (InboxRow.update_id == update_id, _WAITING)
        counted = update(InboxRow).where(*mine).returning(InboxRow.attempts)
        attempts = self._connection.scalar(
            counted.values(attempts=InboxRow.attempts + 1, error=error[:_ERROR_LENGTH], failed_at=at)
        )
        if attempts is not None and attempts >= MAX_ATTEMPTS:
            self._connection.execute(update(InboxRow).where(*mine).values(outcome=InboxOutcome.SET_ASIDE.value))
        return attempts or 0

    def set_update_aside(self, update_id: int, error: str, at: datetime) -> None:
        """Give up an update that waits, with its payload: it cannot be read any more."""
        mine = (InboxRow.update_id == update_id, _WAITING)
        ended = {"outcome": InboxOutcome.SET_ASIDE.value, "error": error[:_ERROR_LENGTH], "failed_at": at}
        self._connection.execute(update(InboxRow).where(*mine).values(ended))

    def updates_set_aside(self) -> list[tuple[int, str]]:
        """The updates that were given up, oldest first: id and last error."""
        given_up = select(InboxRow.update_id, InboxRow.error).where(InboxRow.outcome == InboxOutcome.SET_ASIDE.value)
        return [(row.update_id, row.error or "") for row in self._connection.execute(given_up.order_by(InboxRow.update_id))]

    def inbox_backlog(self) -> int:
        """How many updates are not done."""
        return self._run(_BACKLOG).scalar() or 0


def _items(rows: Iterable[Row[Any]]) -> list[InboxItem]:
    return [InboxItem(row.update_id, row.chat_id, row.payload, row.attempts) for row in rows]


def _new_row(update_id: int) -> dict[str, object]:
    """An update that nothing is known of yet."""
    empty = dict.fromkeys(("chat_id", "payload", "received_at", "error", "failed_at", "outcome"))
    return {**empty, "update_id": update_id, "attempts": 0}
