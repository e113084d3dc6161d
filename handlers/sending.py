"""The way out: outbox rows become messages, paced, in order within a chat, each error answered by what it means.

At least once: a message is marked sent after Telegram took it, so a process that dies in between sends it twice.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock
from bot.domain.outgoing import Outgoing
from handlers.delivering import Delivery, as_file_if_long
from handlers.making import Workshop
from handlers.pacing import Limits, Pacing, seconds_asked
from storage import OutboxItem, Storage, StorageUnavailable, UnitOfWork

LEASE_SECONDS = 60.0  # longer than making a picture and a call may take; a claim that a killed process left ends with it
_TURN_SECONDS = 5.0  # how long a process that sends may be silent before another takes over
_LOOK_SECONDS = 0.5  # how often to look when nobody woke us: other processes put messages out too
_LONGEST_PAUSE = timedelta(minutes=1)
_MOST_ATTEMPTS = 50  # about an hour of a network that is down; then the message is news no more
_AT_ONCE = 8  # 30 a second with answers that take up to 260 ms
_AT_ONCE_UNPACED = 32  # where Telegram is this machine
_MOST_MAKING = 4  # they are made one by one: more would wait longer than their lease
_LATER = timedelta(seconds=1)
_UNREACHABLE = ("chat not found", "user not found", "peer_id_invalid")
_SILENCED = ("have no rights to send", "not enough rights")
# the last: a text that grew out of the caption it stood in
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message caption is too long")
_log = logging.getLogger(__name__)

Ending = Callable[[UnitOfWork], None]


class Sender:
    """Sends what the outbox holds until cancelled. `filled` wakes it; `limits` None: as fast as it goes."""

    def __init__(
        self,
        bot: Bot,
        storage: Storage,
        clock: Clock,
        *,
        filled: asyncio.Event,
        limits: Limits | None,
        workshop: Workshop | None = None,
    ) -> None:
        """Nothing is sent before `run`. `workshop`: who makes pictures and documents, by default a process for each."""
        self._storage = storage
        self._clock = clock
        self._filled = filled
        self._pacing = Pacing(limits)
        self._delivery = Delivery(bot, workshop or Workshop())
        self._name = secrets.token_hex(4)  # which process sends, if there are several
        self._at_once = _AT_ONCE_UNPACED if limits is None else _AT_ONCE
        # an answer overtakes broadcasts until they are claimed: where there is a pace to keep only what may go now is
        self._most_claimed = self._at_once if limits is None else 1
        self._taking_place = asyncio.Lock()  # one at a time: two that count the same free place would both take it
        self._sending: set[asyncio.Future[None]] = set()
        self._making: set[asyncio.Future[None]] = set()
        self._stopping = False

    async def run(self) -> None:
        """Send until told to stop, several chats at a time."""
        if not self._storage.is_shared:  # then whoever claimed before us is dead
            now = self._clock.now()
            await self._storage.hop(lambda work: work.take_over_claims(self._name, now, after_seconds=0))
        try:
            await self._send_until_stopped()
            await self.made()
        finally:
            for sending in self._sending:
                sending.cancel()
        await self._storage.hop(lambda work: work.stop_sending(self._name))

    def stop(self) -> None:
        """Let `run` end once nothing more may go at once: a message cut off in the middle would be sent twice."""
        self._stopping = True
        self._filled.set()

    async def send_one(self, by: str) -> bool:
        """Send the next message that may go; False when there is none. StorageUnavailable passes through."""
        items = await self._claim(by, 1)
        for item in items:
            await (await self._begun(item))
        return bool(items)

    async def made(self) -> None:
        """Wait until every picture and document that is being made is sent."""
        while self._making:
            await asyncio.wait(self._making)

    async def _claim(self, by: str, most: int) -> list[OutboxItem]:
        """The next messages that may go, each of another chat; none while another process sends."""
        now = self._clock.now()

        def claim(work: UnitOfWork) -> list[OutboxItem]:
            if not work.may_send(self._name, now, lease_seconds=_TURN_SECONDS):
                return []
            return work.claim_several(now, by=by, lease_seconds=LEASE_SECONDS, most=most)

        return await self._storage.hop(claim)

    async def _send_until_stopped(self) -> None:
        while True:
            try:
                self._filled.clear()  # before looking: what is put out, or has been sent, from now on wakes us again
                if await self._send_some():
                    continue
                if self._stopping and not self._sending:
                    return
                await self._pause_until_filled()
            except Exception:  # noqa: BLE001  one bad moment must not end all sending
                _log.exception("sending stopped, trying again")
                await asyncio.sleep(_LOOK_SECONDS)

    async def _send_some(self) -> bool:
        """Begin to send what may go, as far as there is room; False when there is nothing."""
        while len(self._sending) >= self._at_once:
            await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
        items = await self._claim(self._name, min(self._most_claimed, self._at_once - len(self._sending)))
        for item in items:
            sending = asyncio.ensure_future(self._send(item, await self._begun(item)))
            self._sending.add(sending)
            sending.add_done_callback(self._sending.discard)
        return bool(items)

    async def _send(self, item: OutboxItem, rest: Awaitable[None]) -> None:
        try:
            await rest
        except Exception:  # noqa: BLE001  the claim's lease runs out, and it is tried again
            _log.exception("message %s was not sent", item.id)
        self._filled.set()  # the next message of its chat may go

    async def _begun(self, item: OutboxItem) -> Awaitable[None]:
        """Wait until a claimed message may go; what is then to be done, which takes as long as Telegram does."""
        message, now = as_file_if_long(item.message), self._clock.now()
        wait = self._pacing.chat_wait(message.chat_id, now)
        if not wait and message.recipe is not None and len(self._making) >= _MOST_MAKING:
            wait = _LATER
        if wait:
            return self._write_down(lambda work: work.put_back(item.id, not_before=now + wait))
        if message.recipe is None:
            await self._take_place(message.chat_id)
            return self._deliver_and_write_down(item, message, None)
        making = asyncio.ensure_future(self._make_and_deliver(item, message))
        self._making.add(making)
        making.add_done_callback(self._making.discard)
        return asyncio.sleep(0)

    async def _deliver_and_write_down(self, item: OutboxItem, message: Outgoing, file: bytes | None) -> None:
        await self._write_down(await self._deliver(item, message, file))

    async def _pause_until_filled(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                await self._filled.wait()
        except TimeoutError:
            return

    async def _take_place(self, chat_id: int) -> None:
        """Wait until a message may go, whatever its chat; called last before the call, or the steps would not be even."""
        async with self._taking_place:
            wait = self._pacing.overall_wait(self._clock.now())
            if wait:
                await asyncio.sleep(wait.total_seconds())
            self._pacing.sending(chat_id, self._clock.now())

    async def _make_and_deliver(self, item: OutboxItem, message: Outgoing) -> None:
        """Aside of the others: an answer must not wait for a picture. The claim holds the chat meanwhile."""
        try:
            file = await self._delivery.make(message)
            await self._take_place(message.chat_id)
            await self._deliver_and_write_down(item, message, file)
        except Exception:  # noqa: BLE001  the claim's lease runs out, and it is tried again
            _log.exception("message %s was not sent", item.id)

    async def _deliver(self, item: OutboxItem, message: Outgoing, file: bytes | None) -> Ending:
        """Send a claimed message; what to write down about it."""
        try:
            delivered = await self._delivery.deliver(message, file)
        except TelegramError as error:
            _log.info("message %s to chat %s: %s", item.id, message.chat_id, error)
            return self._ending(item, error)
        finally:
            self._pacing.answered(message.chat_id, self._clock.now())
        at, rest = self._clock.now(), delivered.rest
        if rest is not None:
            return lambda work: work.part_sent(item.id, rest)
        return lambda work: work.sent(item.id, delivered.message_id, at)

    async def _write_down(self, ending: Ending) -> None:
        """Until it is written: while the database is away nobody else can take the message, and we know how it ended."""
        while True:
            try:
                await self._storage.hop(ending)
            except StorageUnavailable:
                _log.exception("how a message ended is not written yet, trying again")
                await asyncio.sleep(_LOOK_SECONDS)
            else:
                return

    def _ending(self, item: OutboxItem, error: TelegramError) -> Ending:
        """What an error means for the message and its chat."""
        now, chat_id, problem = self._clock.now(), item.message.chat_id, error.message
        if isinstance(error, RetryAfter):
            until = now + timedelta(seconds=seconds_asked(error))
            return lambda work: work.put_back(item.id, not_before=until)
        if isinstance(error, ChatMigrated):
            moved_to = error.new_chat_id

            def follow(work: UnitOfWork) -> None:
                work.chat_migrated(chat_id, moved_to)
                work.put_back(item.id, not_before=now)

            return follow
        if chat_id < 0 and _says(error, _SILENCED):
            return lambda work: work.mark_chat_silenced(chat_id)
        if isinstance(error, Forbidden) or _says(error, _UNREACHABLE):
            return lambda work: work.mark_chat_unreachable(chat_id, problem)
        if isinstance(error, BadRequest):
            if item.message.edits is not None and _says(error, _GONE):
                return lambda work: work.as_new(item.id)
            _log.error("message %s cannot be delivered: %s", item.id, problem)
            return lambda work: work.undeliverable(item.id, problem)
        if item.attempts >= _MOST_ATTEMPTS:
            return lambda work: work.undeliverable(item.id, problem)
        pause = min(timedelta(seconds=2 ** min(item.attempts - 1, 6)), _LONGEST_PAUSE)
        return lambda work: work.put_back(item.id, not_before=now + pause)


def _says(error: TelegramError, problems: tuple[str, ...]) -> bool:
    return isinstance(error, BadRequest) and any(problem in error.message.lower() for problem in problems)
