"""Units of work from asyncio, one commit for as many as wait.

A commit waits for the disk, which takes longer than a turn. Those that came meanwhile share the next one: none is told that
it is done before the disk has it, and one that fails undoes only itself.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine

from storage.errors import StorageUnavailable, database_trouble_named
from storage.repository import CommonReads
from storage.unit_of_work import UnitOfWork

_LONGEST_SECONDS = 0.02  # after which those that are done are not kept waiting for more


@dataclass(slots=True)
class _Hop:
    """A unit of work that somebody waits for, and what came of it. `keeps`: whether what it did is to last."""

    work: Callable[[UnitOfWork], Any]
    keeps: bool
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


class SharedCommits:
    """Runs hops one after the other in a thread of its own, for a database that lets in one writer at a time."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is connected yet."""
        self._engine = engine
        self._waiting: deque[_Hop] = deque()
        self._guard = Lock()
        self._is_running = False
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")

    async def run(self, work: Callable[[UnitOfWork], Any], *, keeps: bool) -> Any:  # noqa: ANN401  whatever the work gives
        """The work's result once it is committed (or undone, if it is not to be kept); its error when it failed."""
        loop = asyncio.get_running_loop()
        hop = _Hop(work, keeps, loop, loop.create_future())
        with self._guard:
            if not self._is_running:
                self._executor.submit(self._run_waiting)  # first: after `close` it refuses
                self._is_running = True
            self._waiting.append(hop)
        return await hop.future

    def close(self) -> None:
        """Let those that wait end."""
        self._executor.shutdown()

    def _next(self) -> _Hop | None:
        """The next that somebody still waits for."""
        with self._guard:
            while self._waiting:
                hop = self._waiting.popleft()
                if not hop.future.cancelled():
                    return hop
            return None

    def _run_waiting(self) -> None:
        while True:
            hop = self._next()
            if hop is None:
                with self._guard:
                    if not self._waiting:
                        self._is_running = False
                        return
                continue
            done = [hop]
            if not self._run_group(done):
                for each in done:
                    self._run_group([each], alone=True)
            _tell(done)

    def _run_group(self, done: list[_Hop], *, alone: bool = False) -> bool:
        """Run those in `done` and, unless `alone`, take in what waits; commit.

        False when all that was done is lost though not all of it failed by itself: then each is to be run again, alone.
        """
        until = time.monotonic() + _LONGEST_SECONDS
        for hop in done:
            hop.result = hop.error = None
        try:
            with database_trouble_named(), self._engine.connect() as connection:
                connection.begin()
                common = CommonReads()
                _run_one(done[0], connection, common)
                while not alone and time.monotonic() < until and (more := self._next()) is not None:
                    done.append(more)
                    _run_one(more, connection, common)
                connection.commit()
        except BaseException as error:  # noqa: BLE001  the thread goes on, and who waits is told
            if len(done) > 1:
                return False
            done[0].error = done[0].error or error
        return True


def _run_one(hop: _Hop, connection: Connection, common: CommonReads) -> None:
    """Run one in a savepoint. Raises when the whole transaction is gone, as after some failures of the disk."""
    driver: Any = connection.connection.dbapi_connection
    driver.execute("SAVEPOINT hop")
    try:
        with database_trouble_named():
            hop.result = hop.work(UnitOfWork(connection, common))
    except BaseException as error:  # noqa: BLE001  it is told to who waits
        hop.error = error
    if not driver.in_transaction:
        raise hop.error or StorageUnavailable("the transaction ended in the middle of a unit of work")
    if hop.error is not None or not hop.keeps:
        driver.execute("ROLLBACK TO hop")
        common.forget()  # it may have read what it wrote
    driver.execute("RELEASE hop")


def _tell(done: list[_Hop]) -> None:
    """Wake those who wait, each in its loop; one call for all of a loop."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Hop]] = {}
    for hop in done:
        by_loop.setdefault(hop.loop, []).append(hop)
    for loop, hops in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, hops)


def _settle(hops: list[_Hop]) -> None:
    for hop in hops:
        if hop.future.done():
            continue
        if hop.error is not None:
            hop.future.set_exception(hop.error)
        else:
            hop.future.set_result(hop.result)
