"""Telegram's queue of updates for a bot: kept until a later offset confirms them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection
from typing import Any


class PolledElsewhere(Exception):  # noqa: N818  named after what happened
    """A newer getUpdates took over: Telegram answers 409 to the older one."""


class UpdateQueue:
    """Updates in the order they happened, each `{"update_id": …, kind: …}`."""

    def __init__(self, first_id: int = 1) -> None:
        """Number updates from `first_id` on."""
        self._next_id = first_id
        self._kept: deque[dict[str, Any]] = deque()
        self._arrived = asyncio.Event()
        self._poll = 0
        self._allowed: Collection[str] = ()

    def __len__(self) -> int:
        """How many are not confirmed yet."""
        return len(self._kept)

    def put(self, kind: str, payload: dict[str, Any]) -> int:
        """Queue what happened; its update id."""
        update_id, self._next_id = self._next_id, self._next_id + 1
        if not self._allowed or kind in self._allowed:
            self._kept.append({"update_id": update_id, kind: payload})
            self._arrived.set()
        return update_id

    def put_again(self, update: dict[str, Any]) -> None:
        """Queue an update once more under its own id, as Telegram does when a confirmation was lost."""
        self._kept.append(update)
        self._arrived.set()

    def kept(self) -> list[dict[str, Any]]:
        """Those not confirmed yet, oldest first."""
        return list(self._kept)

    def confirm(self, update_id: int) -> None:
        """A webhook took it."""
        self._kept = deque(update for update in self._kept if update["update_id"] != update_id)

    async def get(
        self, *, offset: int, limit: int, timeout_seconds: float, allowed: Collection[str] | None
    ) -> list[dict[str, Any]]:
        """Updates from `offset` on, those before it confirmed and gone; waits for the first. PolledElsewhere: see there.

        `allowed` None keeps what the call before allowed, as Telegram does.
        """
        self._poll += 1
        poll = self._poll
        self._arrived.set()  # an older call that waits must look up and leave
        if allowed is not None:
            self._allowed = allowed
        while self._kept and 0 < self._kept[0]["update_id"] < offset:
            self._kept.popleft()
        self._arrived.clear()
        if not self._kept and timeout_seconds > 0:
            try:
                await asyncio.wait_for(self._arrived.wait(), timeout_seconds)
            except TimeoutError:
                return []
            if poll != self._poll:
                raise PolledElsewhere
        return list(self._kept)[:limit]
