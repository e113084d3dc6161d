"""The way in: every update is stored before Telegram is told that we have it, and worked on in order within its chat."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import BaseUpdateProcessor

from bot.clock import Clock
from storage import Storage, StorageUnavailable

_AT_ONCE = 32  # turns in work at a time; the database takes them one by one or eight by eight
_IN_LINE = 100_000  # python-telegram-bot's own limit, which counts updates that wait for their chat too
_TAKEN_UP = 1000  # waiting updates taken up at a time


class StoredQueue(asyncio.Queue[object]):
    """python-telegram-bot's update queue, backed by the inbox: what `put` has returned for is never lost."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Unbounded: an update that is stored may as well wait here."""
        super().__init__()
        self._storage = storage
        self._clock = clock
        self._at_work: set[int] = set()

    async def put(self, item: object) -> None:
        """Store an update, then queue it; one that came before is ignored, anything else goes through as it is.

        An inline query is not stored: it expires within seconds, and one comes with every letter typed.

        TelegramError when it cannot be stored: the only error that makes the caller ask Telegram for it again.
        """
        if isinstance(item, Update):
            if item.update_id in self._at_work:
                return
            self._at_work.add(item.update_id)
            if item.inline_query is None and not await self._is_new(item):
                self._at_work.discard(item.update_id)
                return
        await super().put(item)

    async def take_up_waiting(self, bot: Bot) -> int:
        """Queue the stored updates that nobody works on: after a restart, or when their turn failed. Returns how many."""
        waiting = await self._storage.hop(lambda work: work.waiting_updates(_TAKEN_UP + len(self._at_work)))
        taken_up = 0
        for item in waiting:
            if item.update_id in self._at_work:
                continue
            update = Update.de_json(json.loads(item.payload), bot)
            self._at_work.add(item.update_id)
            await super().put(update)
            taken_up += 1
        return taken_up

    def worked_on(self, update_id: int) -> None:
        """An update left the hands of its handler, done or not."""
        self._at_work.discard(update_id)

    @property
    def is_busy(self) -> bool:
        """Whether any update is in work."""
        return bool(self._at_work)

    async def _is_new(self, update: Update) -> bool:
        """Store an update; False when it came before. TelegramError when it cannot be stored."""
        try:
            return await self._store(update)
        except StorageUnavailable as trouble:
            self._at_work.discard(update.update_id)
            message = f"update {update.update_id} could not be stored: {trouble}"
            raise TelegramError(message) from trouble
        except BaseException:
            self._at_work.discard(update.update_id)
            raise

    async def _store(self, update: Update) -> bool:
        chat_id = update.effective_chat.id if update.effective_chat else None
        payload, now = update.to_json(), self._clock.now()
        return await self._storage.hop(lambda work: work.take_in(update.update_id, chat_id, payload, now))


class OrderWithinChats(BaseUpdateProcessor):
    """Updates of one chat one after the other, of several chats at the same time."""

    def __init__(self, queue: StoredQueue) -> None:
        """Tell the queue when an update has left."""
        super().__init__(max_concurrent_updates=_IN_LINE)
        self._queue = queue
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # gone when nobody waits

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a free place; asyncio's locks let in who came first."""
        if not isinstance(update, Update):
            await coroutine
            return
        chat_id = update.effective_chat.id if update.effective_chat else update.update_id
        in_chat = self._chats.setdefault(chat_id, asyncio.Lock())
        try:
            async with in_chat, self._turns:
                await coroutine
        finally:
            self._queue.worked_on(update.update_id)
