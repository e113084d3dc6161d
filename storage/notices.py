"""The ledger of notices given: what makes each go out once, however many processes look at the calendar."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from bot.domain.outgoing import Outgoing
from bot.domain.ports_reminding import NoticeKey
from storage.outbox import Outbox
from storage.queue_tables import NoticeRow
from storage.repository import Upsert

_KEY = ("chat_id", "kind", "period", "agency", "due")
_GIVE = Upsert(NoticeRow, key=_KEY, keep=True)


class Notices(Outbox):
    """The ledger; it writes into the outbox in the same transaction."""

    def notice_given(self, key: NoticeKey) -> bool:
        """Whether the ledger has it."""
        return self._connection.execute(select(NoticeRow.id).where(*is_notice(key))).first() is not None

    def give_notice(self, key: NoticeKey, message: Outgoing, *, late: bool) -> bool:
        """Write the ledger row and the outbox row together; False when the ledger already has it."""
        if self._store(_GIVE, {**ledger_columns(key), "late": late}) == 0:
            return False
        item_id = self.put_out(message)
        self._connection.execute(update(NoticeRow).where(*is_notice(key)).values(outbox_id=item_id))
        return True


def ledger_columns(key: NoticeKey) -> dict[str, Any]:
    """The ledger's columns that make a notice one."""
    return {"chat_id": key.chat_id, "kind": key.kind, "period": key.period, "agency": key.agency or "", "due": key.due}


def is_notice(key: NoticeKey) -> list[Any]:
    """The condition that finds a notice in the ledger."""
    return [getattr(NoticeRow, name) == value for name, value in ledger_columns(key).items()]
