"""What befalls a bot besides being killed: each for some seconds, while entries come in all the time."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing

from handlers.local.faults import ApiError, Fault, flooded
from storage.engine import BUSY_TIMEOUT_MS
from tests.killing import Counts, Killing, office

_SHORT, _LONG = 3.0, BUSY_TIMEOUT_MS / 1000 + 2.0  # the database's own patience must run out
_MANY = 10_000

Trouble = Callable[[Killing], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def telegram_answers_429(office: Killing) -> AsyncIterator[None]:
    """Every send is refused, with a second to wait."""
    async with _refusing(office, flooded(1)):
        yield


@asynccontextmanager
async def telegram_answers_500(office: Killing) -> AsyncIterator[None]:
    """Every call fails on their side."""
    async with _refusing(office, ApiError(500, "Internal Server Error")):
        yield


@asynccontextmanager
async def telegram_answers_garbage(office: Killing) -> AsyncIterator[None]:
    """A proxy's page instead of JSON, status 200."""
    office.server.garbles = True
    await asyncio.sleep(_SHORT)
    yield
    office.server.garbles = False


@asynccontextmanager
async def the_network_is_cut(office: Killing) -> AsyncIterator[None]:
    """Connections break, new ones are refused."""
    assert office.network is not None
    await office.network.cut()
    yield
    await asyncio.sleep(_SHORT)
    await office.network.mend()


@asynccontextmanager
async def the_database_is_locked(office: Killing) -> AsyncIterator[None]:
    """Somebody else writes for longer than the bot is willing to wait."""
    with closing(sqlite3.connect(office.folder / "cchc.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 10000")
        other.execute("BEGIN IMMEDIATE")
        yield
        await asyncio.sleep(_LONG)
        other.execute("ROLLBACK")


@asynccontextmanager
async def the_disk_is_full(office: Killing) -> AsyncIterator[None]:
    """Not a byte can be written by the bot."""
    (process,) = office.processes
    before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    yield
    await asyncio.sleep(_SHORT)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)


@asynccontextmanager
async def the_database_is_restarted(office: Killing) -> AsyncIterator[None]:
    """Every connection breaks; for some seconds there is no server."""
    assert office.postgres is not None
    office.postgres.stop()
    yield
    await asyncio.sleep(_SHORT)
    await asyncio.get_running_loop().run_in_executor(None, office.postgres.start)


@asynccontextmanager
async def _refusing(office: Killing, error: ApiError) -> AsyncIterator[None]:
    faults = [Fault(method, error, times=_MANY) for method in ("sendMessage", "getUpdates")]
    office.server.faults += faults
    yield
    await asyncio.sleep(_SHORT)
    office.server.faults.clear()


_OF_TELEGRAM: tuple[Trouble, ...] = (
    telegram_answers_429,
    telegram_answers_500,
    telegram_answers_garbage,
    the_network_is_cut,
)
TROUBLES: Mapping[str, tuple[Trouble, ...]] = {
    "sqlite": (*_OF_TELEGRAM, the_database_is_locked, the_disk_is_full),
    "postgresql": (*_OF_TELEGRAM, the_database_is_restarted),
}


async def run_through(engine: str, troubles: tuple[Trouble, ...], *, entries: int, chats: int) -> Counts:
    """Some entries before, some during and some after each trouble; nobody is killed."""
    async with office(engine, chats=chats) as bot:
        await bot.start()
        bot.say_next(bot.clerks[0])
        await bot.settle()  # until then it is not up
        for trouble in troubles:
            for clerk in bot.clerks[:entries]:
                bot.say_next(clerk)
            await asyncio.sleep(0.2)
            async with trouble(bot):
                for clerk in bot.clerks[:entries]:
                    bot.say_next(clerk)
                    await asyncio.sleep(0.02)
            bot.counts.troubles.append(trouble.__name__.replace("_", " "))
        await bot.settle()
        return bot.judge()
