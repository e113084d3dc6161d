"""At most one new message a day in a group where nothing is lost by waiting: a reminder never waits, a first summary does."""

from __future__ import annotations

from datetime import date

from bot.domain.ports import Store

_NOBODY = 0  # whose memory it is: the group's


def note_told(store: Store, chat_id: int, thread_id: int | None, day: date) -> None:
    """A reminder or a first summary was put out for the group (or topic) on a day in Viet Nam."""
    store.remember(chat_id, _NOBODY, _kind(thread_id), {"day": day.isoformat()})


def was_told_on(store: Store, chat_id: int, thread_id: int | None, day: date) -> bool:
    """Whether the group (or topic) got such a message that day."""
    return store.memory(chat_id, _NOBODY, _kind(thread_id)) == {"day": day.isoformat()}


def _kind(thread_id: int | None) -> str:
    return f"told:{thread_id or 0}"
