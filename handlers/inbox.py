"""The way in: every update is stored before Telegram is told that we have it, and worked on in order within its chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import Application, BaseUpdateProcessor

from bot.clock import Clock
from bot.incoming import Incoming
from handlers.update_reading import Unreadable, read_again, read_update, written
from storage import InboxItem, Storage, StorageUnavailable, UnitOfWork

_AT_ONCE = 32  # turns in work at a time; the database takes them one by one or eight by eight
_IN_LINE = 100_000  # python-telegram-bot's own limit, which counts updates that wait for their chat too
_TAKEN_UP = 1000  # waiting updates taken up at a time
_NO_NUMBER = 2**63  # what a database holds
_ELSEWHERE = timedelta(seconds=30)  # what came later than that ago another process probably works on right now
_log = logging.getLogger(__name__)


class StoredQueue(asyncio.Queue[object]):
    """python-telegram-bot's update queue, backed by the inbox: what `put` has returned for is never lost."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Unbounded: an update that is stored may as well wait here."""
        super().__init__()
        self._storage = storage
        self._clock = clock
        self._at_work: set[int] = set()
        self._left_some = False  # whether stored updates may wait that nobody here holds
        self.heard_at: datetime | None = None  # when Telegram last answered or sent something

    def heard(self) -> None:
        """Telegram is there."""
        self.heard_at = self._clock.now()

    async def receive(self, document: Mapping[str, Any], bot: Bot) -> None:
        """Store and queue an update as Telegram wrote it. One that cannot be read is kept, set aside.

        TelegramError when it cannot be stored: the only error that makes the caller ask Telegram for it again.
        """
        await self.receive_all([document], bot)

    async def receive_all(self, documents: Sequence[Mapping[str, Any]], bot: Bot) -> None:
        """The same for several, stored together: under load a hundred come in one answer, and a commit waits for the disk."""
        readable = []
        for document in documents:
            if type(document.get("update_id")) is not int or abs(document["update_id"]) >= _NO_NUMBER:
                _log.error("an update without a number that can be stored cannot be read")
                continue
            try:
                readable.append(read_update(document, bot))
            except Unreadable as odd:
                _log.error("update %s cannot be read: %s", document["update_id"], odd)
                await self._keep_unreadable(document, str(odd))
        await self._store_and_queue(readable)

    async def put(self, item: object) -> None:
        """Store an update, then queue it; anything else goes through as it is. TelegramError as for `receive`."""
        if isinstance(item, Update):
            await self._store_and_queue([(item, item.to_json())])
        else:
            await super().put(item)

    async def _store_and_queue(self, received: Sequence[tuple[Update | Incoming, str]]) -> None:
        """Store updates, then queue them, all or none; those that came before are ignored.

        An inline query is not stored: it expires within seconds, and one comes with every letter typed.
        """
        fresh = {update.update_id: (update, payload) for update, payload in received if update.update_id not in self._at_work}
        self._at_work.update(fresh)
        try:
            known = await self._known_before([each for each in fresh.values() if _is_stored(each[0])])
        except BaseException:
            self._at_work.difference_update(fresh)
            raise
        self._at_work.difference_update(known)
        for update_id, (update, _) in fresh.items():
            if update_id not in known:
                await super().put(update)

    async def take_up_waiting(self, bot: Bot, *, all_of_them: bool = True) -> int:
        """Queue the stored updates that nobody works on: after a restart, or when their turn failed. Returns how many.

        `all_of_them` False leaves out, where several processes share the database, what came within the last half minute.
        """
        most = _TAKEN_UP + len(self._at_work)
        before = None if all_of_them or not self._storage.is_shared else self._clock.now() - _ELSEWHERE
        waiting = await self._storage.hop(lambda work: work.waiting_updates(most, received_before=before))
        self._left_some = len(waiting) == most
        taken_up = 0
        for item in waiting:
            if item.update_id in self._at_work:
                continue
            update = await self._read_again(item, bot)
            if update is not None:
                self._at_work.add(item.update_id)
                await super().put(update)
                taken_up += 1
        return taken_up

    def left_behind(self) -> None:
        """An update could not be worked on for want of the database: it waits in the inbox."""
        self._left_some = True

    async def before(self, update: Update | Incoming, chat_id: int, bot: Bot) -> list[Update | Incoming]:
        """The stored updates of a chat that came before one and wait: left behind, or taken in by another process.

        StorageUnavailable passes through.
        """
        if not self._left_some and not self._storage.is_shared:
            return []
        waiting = await self._storage.look(lambda work: work.updates_before(update.update_id, chat_id))
        again = [await self._read_again(item, bot) for item in waiting]
        return [earlier for earlier in again if earlier is not None]

    def worked_on(self, update_id: int) -> None:
        """An update left the hands of its handler, done or not."""
        self._at_work.discard(update_id)

    @property
    def is_busy(self) -> bool:
        """Whether any update is in work."""
        return bool(self._at_work)

    async def _read_again(self, item: InboxItem, bot: Bot) -> Update | Incoming | None:
        """A stored update; None for one that this version of the library cannot read: it is set aside, and nobody waits."""
        try:
            return read_again(item.payload, bot)
        except Exception as odd:  # noqa: BLE001  whatever an odd kind of update does to the library
            error, now = type(odd).__name__, self._clock.now()
            _log.error("update %s cannot be read again: %s", item.update_id, error)
            await self._storage.hop(lambda work: work.set_update_aside(item.update_id, error, now))
            return None

    async def _keep_unreadable(self, document: Mapping[str, Any], error: str) -> None:
        update_id, payload, now = document["update_id"], written(document), self._clock.now()
        try:
            await self._storage.hop(lambda work: work.keep_unreadable(update_id, payload, error, now))
        except StorageUnavailable as trouble:
            message = f"update {update_id} could not be stored: {trouble}"
            raise TelegramError(message) from trouble

    async def _known_before(self, received: Sequence[tuple[Update | Incoming, str]]) -> set[int]:
        """Store updates, all or none; the ids of those that came before. TelegramError when they cannot be stored."""
        now = self._clock.now()

        def take_in(work: UnitOfWork) -> set[int]:
            return {
                update.update_id
                for update, payload in received
                if not work.take_in(update.update_id, chat_id_of(update), payload, now)
            }

        if not received:
            return set()
        try:
            return await self._storage.hop(take_in)
        except StorageUnavailable as trouble:
            message = f"update {received[0][0].update_id} and {len(received) - 1} more could not be stored: {trouble}"
            raise TelegramError(message) from trouble


def chat_id_of(update: Update | Incoming) -> int | None:
    """The chat it belongs to, if any."""
    if isinstance(update, Incoming):
        return update.chat.id
    return update.effective_chat.id if update.effective_chat else None


def _is_stored(update: Update | Incoming) -> bool:
    return isinstance(update, Incoming) or update.inline_query is None


class OrderWithinChats(BaseUpdateProcessor):
    """Updates of one chat one after the other, of several chats at the same time.

    An earlier update of the chat that was left behind when the database was away, or that another process took in, is worked
    on first, here: whoever ends it second finds it ended, and has no effect.
    """

    def __init__(self, queue: StoredQueue) -> None:
        """Tell the queue when an update has left. `application` is set once it is there."""
        super().__init__(max_concurrent_updates=_IN_LINE)
        self.application: Application[Any, Any, Any, Any, Any, Any] | None = None
        self._queue = queue
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # gone when nobody waits

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a free place; asyncio's locks let in who came first."""
        if not isinstance(update, Update | Incoming):
            await coroutine
            return
        chat_id = chat_id_of(update)
        in_chat = self._chats.setdefault(update.update_id if chat_id is None else chat_id, asyncio.Lock())
        application = self.application
        try:
            async with in_chat, self._turns:
                if application is not None and chat_id is not None:
                    for earlier in await self._queue.before(update, chat_id, application.bot):
                        await application.process_update(earlier)
                await coroutine
        except StorageUnavailable:
            _log.exception("update %s waits for the database", update.update_id)
            self._queue.left_behind()
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # one that was awaited does not mind
            self._queue.worked_on(update.update_id)
