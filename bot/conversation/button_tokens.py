"""Buttons as they are sent: each an opaque token, its action stored behind it."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from bot.domain.outgoing import ButtonRecord, OutgoingButton
from bot.domain.ports import Store
from bot.replies.reply import Reply

_BUTTON_LIFE = timedelta(days=30)
_LABEL_MOST = 48  # characters of a button before a phone cuts it


def store_buttons(
    reply: Reply, *, store: Store, chat_id: int, person_id: int | None, now: datetime
) -> tuple[tuple[OutgoingButton, ...], ...]:
    """Store what the reply's buttons mean in that chat, for that person (None: anyone there)."""
    rows: list[tuple[OutgoingButton, ...]] = []
    records: list[ButtonRecord] = []
    # Unguessable, and first of all its time: buttons of one moment are then stored side by side. Always as long: with a
    # button's number after it, no token is another message's.
    of_message = f"{int(now.timestamp() * 1000):012x}{secrets.token_urlsafe(16)}"
    for row in reply.buttons:
        stored = []
        for button in row:
            token = f"{of_message}{len(records)}"
            records.append(ButtonRecord(token, chat_id, person_id, dict(button.action), now + _BUTTON_LIFE))
            label = button.label if len(button.label) <= _LABEL_MOST else button.label[: _LABEL_MOST - 1] + "…"
            stored.append(OutgoingButton(label, token))
        rows.append(tuple(stored))
    store.add_buttons(records)
    return tuple(rows)
