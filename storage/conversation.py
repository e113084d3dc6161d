"""What a conversation remembers, what sent messages were about, and what buttons mean."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Text, bindparam, cast, delete, insert, select

from bot.domain.outgoing import ButtonRecord
from storage.prepared import Prepared
from storage.repository import Repository, Upsert
from storage.tables import ButtonRow, MemoryRow, SentMessageRow

_OF_CONVERSATION = (MemoryRow.chat_id == bindparam("chat_id"), MemoryRow.person_id == bindparam("person_id"))
_MEMORIES = Prepared(select(MemoryRow.kind, cast(MemoryRow.document, Text).label("document")).where(*_OF_CONVERSATION))
_REMEMBER = Upsert(MemoryRow, key=("chat_id", "person_id", "kind"))
_FORGET = Prepared(delete(MemoryRow).where(*_OF_CONVERSATION, MemoryRow.kind == bindparam("kind")))
_SUBJECT = Prepared(
    select(SentMessageRow.subject).where(
        SentMessageRow.chat_id == bindparam("chat_id"), SentMessageRow.message_id == bindparam("message_id")
    )
)
_ADD_BUTTON = Prepared(insert(ButtonRow))
_BUTTON = Prepared(select(ButtonRow.__table__).where(ButtonRow.token == bindparam("token")))


class Conversation(Repository):
    """Memory, subjects and buttons of the unit of work; see `bot.domain.ports.Store`."""

    def memory(self, chat_id: int, person_id: int, kind: str) -> dict[str, Any] | None:
        """The document of that kind ("focus", "pending", "step"), if any."""
        memories = self._memories.get((chat_id, person_id))
        if memories is None:
            rows = self._run(_MEMORIES, {"chat_id": chat_id, "person_id": person_id})
            memories = self._memories[chat_id, person_id] = {row.kind: row.document for row in rows}
        written = memories.get(kind)
        if written is None:
            return None
        # read out each time: whoever changes it must not change what the next one gets
        document: dict[str, Any] = json.loads(written if isinstance(written, str) else json.dumps(written))
        return document

    def remember(self, chat_id: int, person_id: int, kind: str, document: Mapping[str, Any] | None) -> None:
        """Store the document of that kind; None forgets it."""
        key = {"chat_id": chat_id, "person_id": person_id, "kind": kind}
        memories = self._memories.get((chat_id, person_id))
        if document is None:
            if memories is None or memories.pop(kind, None) is not None:
                self._run(_FORGET, key)
            return
        self._store(_REMEMBER, {**key, "document": dict(document)})
        if memories is not None:
            memories[kind] = dict(document)

    def subject(self, chat_id: int, message_id: int) -> dict[str, Any] | None:
        """What a message we sent was about."""
        found: dict[str, Any] | None = self._run(_SUBJECT, {"chat_id": chat_id, "message_id": message_id}).scalar()
        return found

    def add_buttons(self, buttons: Sequence[ButtonRecord]) -> None:
        """Store what pressing new buttons means."""
        self._run_for_each(
            _ADD_BUTTON,
            [
                {
                    "token": button.token,
                    "chat_id": button.chat_id,
                    "person_id": button.person_id,
                    "action": dict(button.action),
                    "expires_at": button.expires_at,
                }
                for button in buttons
            ],
        )

    def button(self, token: str) -> ButtonRecord | None:
        """What pressing it means; whether it has expired is for the caller to see."""
        row = self._run(_BUTTON, {"token": token}).one_or_none()
        if row is None:
            return None
        return ButtonRecord(row.token, row.chat_id, row.person_id, row.action, row.expires_at)
