"""Entries from many chats while the bot is killed at random moments, and what came of each: counted, not believed.

    python -m tests.killing --entries 2000 --chats 50 --kills 200 --engine sqlite

prints the table. Every message carries a number of its own for a row of its own chat, so that the history of that row tells
which effects there were, how often, and in what order.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO

from sqlalchemy import select

from bot.clock import SystemClock
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.value import ValueKey
from handlers.local.http import serving
from handlers.local.pushing import push
from handlers.local.server import TOKEN, LocalTelegram
from storage import Storage, StorageUnavailable
from storage.engine import open_engine
from storage.queue_tables import OutboxRow
from tests.postgres import Postgres, own_postgres
from tests.telegram_models import check_calls

ROOT = Path(__file__).parents[1]
PERIOD = Period.parse("2023-Q1")
_ROWS = ("plan.tasks_planned", "plan.directives_issued", "plan.tasks_done")
_WORDINGS = (
    "nhiệm vụ đề ra {} quý 1/2023",
    "văn bản chỉ đạo điều hành cchc {} quý 1/2023",
    "nhiệm vụ đã hoàn thành {} quý 1/2023",
)
_CONFIRMED = re.compile(r"^• [^\n]*?(?:: |→ )(\d+)(?: nhiệm vụ| văn bản)?(?: \(mới\))?$", re.MULTILINE)
_FIRST_CHAT = 1000
_SETTLED_SECONDS = 240.0  # a message that was being sent at a kill waits for the end of its lease


@dataclass
class Counts:
    """What was done to the bot, and what came of it. `lost`, `twice` and `out_of_order` are effects in the database."""

    entries: int = 0
    kills: int = 0
    sent_unmarked: int = 0
    lost: int = 0
    twice: int = 0
    out_of_order: int = 0
    unanswered: int = 0
    answered_twice: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """Exactly one effect each, in order, all answered; twice only what a kill caught between send and mark."""
        exact = not (self.lost or self.twice or self.out_of_order or self.unanswered)
        return exact and self.answered_twice <= self.sent_unmarked

    def table(self) -> str:
        """For people."""
        rows = {
            "entries acknowledged": self.entries,
            "kills": self.kills,
            "messages that a kill caught between send and mark": self.sent_unmarked,
            "effects lost": self.lost,
            "effects stored twice": self.twice,
            "effects out of order within a chat": self.out_of_order,
            "entries without an answer": self.unanswered,
            "answers sent twice": self.answered_twice,
        }
        lines = [f"{name:52}{count:>6}" for name, count in rows.items()]
        return "\n".join(lines + [f"survived: {trouble}" for trouble in self.troubles])


@dataclass
class Clerk:
    """One chat: who enters, for whom, which row, in which words."""

    chat: int
    agency: AgencyCode
    row: IndicatorId
    wording: str


class Network:
    """The way to Telegram, which can be cut and mended; the address stays."""

    def __init__(self, server: LocalTelegram) -> None:
        """Not there yet."""
        self._server = server
        self._port = 0
        self._open = AsyncExitStack()
        self.address = ""

    async def mend(self) -> None:
        """Let calls through."""
        self.address = await self._open.enter_async_context(serving(self._server, self._port))
        self._port = int(self.address.rpartition(":")[2])

    async def cut(self) -> None:
        """Refuse every connection, and break those that stand."""
        await self._open.aclose()


class Killing:
    """A local Telegram over HTTP, one database, the bot's processes on it, and whoever kills them."""

    def __init__(self, server: LocalTelegram, address: str, database: str, folder: Path, *, chats: int) -> None:
        """`database` is migrated and empty; people are added here."""
        self.server, self.address, self.database, self.folder = server, address, database, folder
        self.storage = Storage(database)
        self._engine = open_engine(database, connections=1)
        self.counts = Counts()
        self.processes: list[asyncio.subprocess.Process] = []
        self.network: Network | None = None
        self.postgres: Postgres | None = None
        self._said: dict[int, list[int]] = {}
        self._known_unmarked: set[tuple[int, int]] = set()
        agencies = [agency.code for agency in load_catalogue().agencies if agency.is_valid_on(PERIOD.last_day)]
        places = [(code, IndicatorId(row), words) for row, words in zip(_ROWS, _WORDINGS, strict=True) for code in agencies]
        self.clerks = [Clerk(_FIRST_CHAT + number, *place) for number, place in enumerate(places[:chats])]
        with self.storage.begin() as work:
            for clerk in self.clerks:
                server.world.add_person(clerk.chat, f"Công chức {clerk.chat}")
                work.save_person(Person(clerk.chat, f"Công chức {clerk.chat}", (Grant(Role.CLERK, clerk.agency),)))
            work.commit()

    async def start(self, *, listen: int | None = None) -> asyncio.subprocess.Process:
        """A process of the bot, polling or (port given) listening; back at once."""
        settings = {"WEBHOOK_URL": "http://bot.example/hook", "CCHC_LISTEN": f"127.0.0.1:{listen}"} if listen else {}
        with (self.folder / "log").open("ab") as log:
            process = await self._started(settings, log)
        self.processes.append(process)
        return process

    async def _started(self, settings: Mapping[str, str], log: IO[bytes]) -> asyncio.subprocess.Process:
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"} or name.startswith("COVERAGE")}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            cwd=self.folder,
            env=kept
            | settings
            | {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": self.address,
                "DATABASE_URL": self.database,
                "CCHC_DATA": str(self.folder),
                "PYTHONPATH": str(ROOT),
                "PYTHONUTF8": "1",
            },
            stdout=asyncio.subprocess.DEVNULL,
            stderr=log,
        )

    async def kill(self, process: asyncio.subprocess.Process) -> None:
        """SIGKILL, and count the messages that Telegram had taken and we had not marked yet."""
        process.kill()
        await process.wait()
        self.processes.remove(process)
        self.counts.kills += 1
        unmarked = self._unmarked()
        self.counts.sent_unmarked += len(unmarked - self._known_unmarked)
        self._known_unmarked |= unmarked

    def say_next(self, clerk: Clerk) -> None:
        """The clerk's next number, from 1 on."""
        said = self._said.setdefault(clerk.chat, [])
        said.append(len(said) + 1)
        self.server.world.say(clerk.chat, clerk.wording.format(said[-1]))
        self.counts.entries += 1

    async def settle(self) -> None:
        """Wait until Telegram has nothing left to deliver, nothing is to be worked on and nothing to be sent."""
        async with asyncio.timeout(_SETTLED_SECONDS):
            while len(self.server.world.updates) or self._backlog():  # noqa: ASYNC110  other processes have no event for us
                await asyncio.sleep(0.1)

    def judge(self) -> Counts:
        """Compare what was said with what is stored and what was answered."""
        with self.storage.begin() as work:
            for clerk in self.clerks:
                said = self._said.get(clerk.chat, [])
                history = work.changes(ValueKey(clerk.agency, PERIOD, clerk.row))
                stored = [int(change.after.number) for change in history if change.after and change.after.number is not None]
                counted = Counter(stored)
                self.counts.lost += sum(not counted[number] for number in said)
                self.counts.twice += sum(times - 1 for times in counted.values())
                self.counts.out_of_order += sum(later < earlier for earlier, later in pairwise(stored))
                answers = [message["text"] for message in self.server.sent(clerk.chat)]
                answered = Counter(int(figure) for text in answers for figure in _CONFIRMED.findall(text))
                self.counts.unanswered += sum(not answered[number] for number in said)
                self.counts.answered_twice += sum(max(answered[number] - 1, 0) for number in said)
        return self.counts

    def close(self) -> None:
        """End what runs."""
        self.storage.close()
        self._engine.dispose()

    def _unmarked(self) -> set[tuple[int, int]]:
        """Chat and id of the messages in chats that no row of the outbox is marked with."""
        marked_rows = select(OutboxRow.chat_id, OutboxRow.message_id).where(OutboxRow.message_id.is_not(None))
        with self._engine.connect() as connection:
            marked = {(row.chat_id, row.message_id) for row in connection.execute(marked_rows)}
        shown = {(message["chat"]["id"], message["message_id"]) for message in self.server.sent()}
        return shown - marked

    def _backlog(self) -> int:
        try:
            with self.storage.begin() as work:
                return work.inbox_backlog() + work.outbox_backlog()
        except StorageUnavailable:
            return 1


@asynccontextmanager
async def office(engine: str, *, chats: int) -> AsyncIterator[Killing]:
    """An empty database of that kind ("sqlite" or "postgresql"), Telegram at an address, nobody running yet."""
    clock = SystemClock()
    server = check_calls(LocalTelegram(now=lambda: clock.now().timestamp()))
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="killing-")))
        postgres = stack.enter_context(own_postgres()) if engine == "postgresql" else None
        database = postgres.address if postgres else f"sqlite:///{folder / 'cchc.sqlite3'}"
        storage = Storage(database)
        storage.migrate()
        storage.close()
        network = Network(server)
        await network.mend()
        stack.push_async_callback(network.cut)
        killing = Killing(server, network.address, database, folder, chats=chats)
        killing.network, killing.postgres = network, postgres
        try:
            yield killing
        finally:
            for process in list(killing.processes):
                process.kill()
                await process.wait()
            killing.close()


async def run_and_kill(engine: str, *, entries: int, chats: int, kills: int, seed: int, processes: int = 1) -> Counts:
    """Entries come all the time; a process dies at a random moment, from its first second of life on, and is started again."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    async with office(engine, chats=chats) as killing, AsyncExitStack() as stack:
        listens = [_free_port() for _ in range(processes)] if processes > 1 else [None]
        if processes > 1:
            pushing = asyncio.ensure_future(push(killing.server, [f"http://127.0.0.1:{port}/hook" for port in listens]))
            stack.push_async_callback(_cancelled, pushing)
        alive = {listen: await killing.start(listen=listen) for listen in listens}
        order = [killing.clerks[number % chats] for number in range(entries)]
        chance.shuffle(order)
        shares = _shares(len(order), kills + 1)
        for share in shares[:-1]:
            for clerk in order[share]:
                killing.say_next(clerk)
                await asyncio.sleep(chance.uniform(0, 0.02))
            await asyncio.sleep(chance.uniform(0.5, 6.0))
            victim = chance.choice(listens)
            await killing.kill(alive[victim])
            alive[victim] = await killing.start(listen=victim)
        for clerk in order[shares[-1]]:
            killing.say_next(clerk)
        await killing.settle()
        return killing.judge()


def _shares(total: int, parts: int) -> Sequence[slice]:
    bounds = [total * part // parts for part in range(parts + 1)]
    return [slice(begin, end) for begin, end in pairwise(bounds)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening_socket:
        port: int = listening_socket.getsockname()[1]
        return port


async def _cancelled(task: asyncio.Future[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    processes = 1 if args.engine == "sqlite" else 2
    counts = asyncio.run(
        run_and_kill(args.engine, entries=args.entries, chats=args.chats, kills=args.kills, seed=args.seed, processes=processes)
    )
    sys.stdout.write(f"{args.engine}, {processes} process(es)\n{counts.table()}\n")


if __name__ == "__main__":
    main()
