"""Files that people sent: each fetched from Telegram, read in a process of its own, and handed to a second turn.

A claim is prolonged while the file is read and runs out with a process that was killed: another worker reads the file then, and
only the one that holds it is heard. What goes wrong three times is told to the person.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.conversation.file_reading import ReadingDone
from bot.domain.outgoing import Outgoing
from bot.domain.received import LARGEST_FILE, Failure, ReceivedFile
from bot.replies.received_files import read_later, still_reading
from bot.services import Services
from handlers.file_worker import ReadingBrokeOff, WorkerLimits, read_in_worker

_WORKERS = 2  # a file that is hard to read must not keep the others waiting
_LEASE_SECONDS = 20.0  # a claim that a killed process left ends with it
_TELL_SECONDS = 2.0  # between two lines about how far it is
_HOLD_EVERY = 3  # of those: well within the lease
_LOOK_SECONDS = 3.0  # how often to look when nobody woke us: other processes take files in too
_ATTEMPTS = 3
_PAUSE = timedelta(seconds=5)  # after an attempt that failed, times their number
_log = logging.getLogger(__name__)


class FileReading:
    """Reads what waits until cancelled. `services.files_waiting` wakes it."""

    def __init__(self, bot: Bot, services: Services) -> None:
        """Nothing is read before `run`."""
        self._bot = bot
        self._services = services
        self._storage = services.storage
        self._clock = services.clock
        self._name = secrets.token_hex(4)  # which process reads, if there are several
        settings = services.settings
        self._limits = WorkerLimits(settings.file_memory * 1_000_000, settings.file_seconds)

    async def run(self) -> None:
        """Read files, several at a time but one of a person."""
        async with asyncio.TaskGroup() as workers:
            for number in range(_WORKERS):
                workers.create_task(self._work(f"{self._name}-{number}"))

    async def read_one(self, by: str) -> bool:
        """Read the next file that waits; False when there is none. StorageUnavailable passes through."""
        now = self._clock.now()
        file = await self._storage.hop(lambda work: work.claim_file(now, by=by, lease_seconds=_LEASE_SECONDS))
        if file is None:
            return False
        if file.attempts > _ATTEMPTS:
            await self._services.reading(ReadingDone(file.id, by, _failed(Failure.BROKE_OFF)))
            return True
        try:
            answer = await self._told_about(file, by, self._read(file))
        except asyncio.CancelledError:
            await asyncio.shield(self._put_back(file, by, counted=False))
            raise
        except (TelegramError, ReadingBrokeOff) as problem:
            _log.warning("file %s, attempt %s: %s", file.id, file.attempts, problem)
            if file.attempts < _ATTEMPTS:
                await self._put_back(file, by, counted=True)
                return True
            answer = _failed(Failure.BROKE_OFF if isinstance(problem, ReadingBrokeOff) else Failure.NOT_FETCHED)
        await self._services.reading(ReadingDone(file.id, by, answer))
        return True

    async def _work(self, by: str) -> None:
        while True:
            try:
                self._services.files_waiting.clear()  # before looking: what comes from now on wakes us again
                if await self.read_one(by):
                    continue
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._services.files_waiting.wait(), _LOOK_SECONDS)
            except Exception:  # noqa: BLE001  one bad file must not end the reading of all
                _log.exception("reading files stopped, trying again")
                await asyncio.sleep(_LOOK_SECONDS)

    async def _read(self, file: ReceivedFile) -> Mapping[str, Any]:
        """What the worker says. TelegramError and ReadingBrokeOff pass through."""
        content = await self._fetched(file)
        if isinstance(content, Failure):
            return _failed(content)
        aliases = await self._storage.look(lambda work: work.accepted_aliases())
        return await read_in_worker(file, content, aliases, catalogue=self._services.settings.catalogue, limits=self._limits)

    async def _fetched(self, file: ReceivedFile) -> bytes | Failure:
        """The content; where Telegram keeps it is asked anew each time and never stored: the address holds the token."""
        try:
            told = await self._bot.get_file(file.file_id)
            if told.file_size is not None and told.file_size > LARGEST_FILE:
                return Failure.TOO_BIG
            return bytes(await told.download_as_bytearray())
        except BadRequest as refusal:
            return Failure.TOO_BIG if "too big" in refusal.message.lower() else Failure.GONE

    async def _told_about(
        self, file: ReceivedFile, by: str, reading: Coroutine[Any, Any, Mapping[str, Any]]
    ) -> Mapping[str, Any]:
        """The reading's answer; meanwhile the claim is prolonged, and the person sees how long it takes."""
        task = asyncio.ensure_future(reading)
        looks = 0
        try:
            while not (await asyncio.wait([task], timeout=_TELL_SECONDS))[0]:
                looks += 1
                if looks % _HOLD_EVERY == 0:
                    await self._hold(file, by)
                await self._tell(file, still_reading(file.file_name, round(looks * _TELL_SECONDS)))
            return task.result()
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task

    async def _hold(self, file: ReceivedFile, by: str) -> None:
        until = self._clock.now() + timedelta(seconds=_LEASE_SECONDS)
        await self._storage.hop(lambda work: work.hold_file(file.id, by=by, until=until))

    async def _tell(self, file: ReceivedFile, text: str) -> None:
        """In the message that acknowledged the file."""
        said = Outgoing(file.chat_id, text, thread_id=file.thread_id, slot=f"{file.slot}:{file.person_id}")
        await self._storage.hop(lambda work: work.put_out(said))
        self._services.outbox_filled.set()

    async def _put_back(self, file: ReceivedFile, by: str, *, counted: bool) -> None:
        later = self._clock.now() + _PAUSE * file.attempts if counted else None
        await self._storage.hop(lambda work: work.put_back_file(file.id, by=by, not_before=later, counted=counted))
        if counted:
            await self._tell(file, read_later(file.file_name))


def _failed(why: Failure) -> Mapping[str, Any]:
    return {"failure": why.value}
