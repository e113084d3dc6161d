"""Whether the bot is well: its database answers, Telegram was heard lately, nothing waits for long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.services import Services
from handlers.inbox import StoredQueue
from storage import StorageUnavailable

_SILENT = timedelta(minutes=3)  # a poll ends after half a minute at most
_STUCK = timedelta(minutes=5)  # no update may wait that long: the tick takes it up within one


async def health(services: Services, queue: StoredQueue, *, polls: bool) -> tuple[bool, Mapping[str, Any]]:
    """Whether all is well, and the figures behind it: no names, no texts.

    `polls` False: Telegram calls only when it has news, so its silence says nothing.
    """
    now = services.clock.now()
    try:
        vitals = await services.storage.look(lambda work: work.vitals())
    except StorageUnavailable:
        return False, {"alive": True, "ready": False, "database": "unavailable"}
    heard = queue.heard_at
    is_heard = not polls or (heard is not None and now - heard < _SILENT)
    is_stuck = vitals.oldest_waiting is not None and now - vitals.oldest_waiting > _STUCK
    return is_heard and not is_stuck, {
        "alive": True,
        "ready": is_heard and not is_stuck,
        "database": "ok",
        "telegram": "ok" if is_heard else "silent",
        "backlog": {"updates": vitals.updates_waiting, "messages": vitals.messages_waiting},
        "updates_set_aside": vitals.updates_set_aside,
        "heard": _moment(heard),
        "last_update": _moment(vitals.last_update),
        "last_sent": _moment(vitals.last_sent),
        "last_notice": _moment(vitals.last_notice),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
