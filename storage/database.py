"""The database as the rest of the program knows it: bring it up to date, begin a unit of work, hop into it from asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar, cast

from storage.condition import Condition, condition_of, is_writable
from storage.engine import open_engine
from storage.errors import StorageUnavailable, database_trouble_named
from storage.hops import SharedCommits
from storage.migrations import bring_up_to_date
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

_POSTGRESQL_THREADS = 8  # more do not help one process: Python runs one at a time, the rest wait for the network


class Storage:
    """A database, opened lazily. All methods may be called from any thread; all may raise StorageUnavailable."""

    def __init__(self, url: str) -> None:
        """For `sqlite:///FILE` (its folder is made) or `postgresql://USER:PASSWORD@HOST/NAME`."""
        is_sqlite = url.startswith("sqlite")
        self.is_shared = not is_sqlite  # other processes of the bot may work on it too
        threads = 1 if is_sqlite else _POSTGRESQL_THREADS
        self._engine = open_engine(url, connections=threads)
        self._shared_commits = SharedCommits(self._engine) if is_sqlite else None
        self._executor = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="storage")

    def migrate(self) -> None:
        """Make or update the tables; harmless when up to date or when another process does it now. DatabaseTooNew if so.

        StorageUnavailable also when this process may only read: better at the start than at the first message.
        """
        with database_trouble_named():
            bring_up_to_date(self._engine)
            with self._engine.connect() as connection:
                if not is_writable(connection):
                    address = self._engine.url.render_as_string(hide_password=True)
                    message = f"this user can read {address}, but not write it"
                    raise StorageUnavailable(message)

    def condition(self) -> Condition:
        """Whether it is whole and fits this version of the program; nothing is changed."""
        with database_trouble_named():
            return condition_of(self._engine)

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """A unit of work; whatever it did not commit by the end is undone."""
        with database_trouble_named(), self._engine.connect() as connection:
            yield UnitOfWork(connection)

    async def hop(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a whole unit of work in a thread of ours: committed when `work` returns, undone when it raises.

        `work` changes nothing but the database: where a commit is shared and fails, it is run once more, alone.
        """
        if self._shared_commits is not None:
            return cast("T", await self._shared_commits.run(work, keeps=True))
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run, work)

    async def look(self, read: Callable[[UnitOfWork], T]) -> T:
        """The same for what changes nothing: whatever `read` wrote is undone."""
        if self._shared_commits is not None:
            return cast("T", await self._shared_commits.run(read, keeps=False))
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._look, read)

    def close(self) -> None:
        """Let running units of work end, then close all connections."""
        if self._shared_commits is not None:
            self._shared_commits.close()
        self._executor.shutdown()
        self._engine.dispose()

    def _look(self, read: Callable[[UnitOfWork], T]) -> T:
        with self.begin() as unit_of_work:
            return read(unit_of_work)

    def _run(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.begin() as unit_of_work:
            result = work(unit_of_work)
            unit_of_work.commit()
            return result
