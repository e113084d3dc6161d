"""What the bot takes under load: replies a second over loopback HTTP, beside a bare echo bot on the same transport.

Three processes, as in an office: the local Telegram with the people (this one), and one bot at a time, polling. Each of 200
chats writes its next message as soon as the last is answered. The server costs both bots the same, but on a core of its own;
so the processor's time that a bot's own process takes for a reply is printed too, where the server hides nothing.
A question and an entry each come in a few wordings, which the bot then has met, and in as many as there are messages.
The bot keeps its files on disk (SQLite, every commit synced); its pace of 30 messages a second, Telegram's limit, is taken off.
Run: python benchmarks/bench_load.py [--messages 100000]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks are no installed package

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.office_words import entry, new_entry, new_question, question
from bot.app import build_app, keep_for_good, running
from bot.clock import ShiftedClock, day_in_viet_nam
from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Person, Role
from bot.sample import load_sample
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers.aiohttp_request import AiohttpRequest
from handlers.local.http import serving
from handlers.local.server import TOKEN, USERNAME, Call, LocalTelegram
from storage import Storage, UnitOfWork

CHATS, MESSAGES = 200, 2_000
WARM_UP = 400  # messages before counting: caches fill, modules load
SETTLED = 10_000  # messages after which memory may grow no more than GROWTH
MOST_ODD = 0.05  # clerks of one agency may write the same figure one after the other, which is stored once
LOOKS = 50  # readings of memory over a run
TODAY = date(2023, 3, 15)
FIRST_PERSON = 5_000
STUCK_SECONDS = 60.0
_KEPT_CALLS = 1_000
_TICKS, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")

Words = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Load:
    """What a run came to: replies and processor's milliseconds of the bot's process, and its memory (bytes) as time went by."""

    a_second: float
    cpu_ms: float
    waits_ms: tuple[float, ...]
    memory: tuple[tuple[int, int], ...]  # replies so far, bytes
    odd: tuple[str, ...]  # answers that were not as meant


KINDS: tuple[tuple[str, Words, str], ...] = (  # and what each answer should hold
    ("question", question, "<b>"),
    ("  worded anew", new_question, "<b>"),
    ("entry that is stored", entry, "Đã ghi"),
    ("  worded anew", new_entry, "Đã ghi"),
)


def people(catalogue: Catalogue) -> list[Person]:
    """A clerk for each chat, of one agency after the other."""
    locked = "SKHDT"  # the sample has its report of the open period handed in
    agencies = [each.code for each in catalogue.agencies if each.is_valid_on(TODAY) and each.code != locked]
    return [
        Person(FIRST_PERSON + number, f"Công chức {number}", (Grant(Role.CLERK, agencies[number % len(agencies)]),))
        for number in range(CHATS)
    ]


def fill(storage: Storage, catalogue: Catalogue) -> None:
    """The sample's figures, and the clerks, who have had today's reminder."""
    storage.migrate()
    now = ShiftedClock(TODAY).now()

    def write(work: UnitOfWork) -> None:
        load_sample(work, catalogue, now)
        for person in people(catalogue):
            work.save_person(person)
            work.claim_reminder(person.id, day_in_viet_nam(now))

    with storage.begin() as work:
        write(work)
        work.commit()


async def run_bot(address: str, folder: Path) -> None:
    """The whole bot until killed."""
    settings = Settings(data_folder=folder, database_url="", token=TOKEN, bot_name=USERNAME, api_url=address)
    catalogue = load_catalogue()
    app = build_app(
        settings,
        reader=Reader(catalogue),
        catalogue=catalogue,
        storage=Storage(f"sqlite:///{folder}/cchc.sqlite3"),
        clock=ShiftedClock(TODAY),
        requests=(AiohttpRequest(), AiohttpRequest()),
    )
    async with running(app, limits=None):
        keep_for_good()
        await asyncio.Event().wait()


async def run_echo(address: str) -> None:
    """python-telegram-bot at its best: its own polling, all updates at once, no database, the same words back."""

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.effective_message is not None:
            await update.effective_message.reply_text(update.effective_message.text or "")

    application = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .get_updates_request(AiohttpRequest())
        .request(AiohttpRequest())
        .concurrent_updates(CHATS)
        .job_queue(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        if application.updater is not None:
            await application.updater.start_polling()
        await asyncio.Event().wait()


@asynccontextmanager
async def process(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """One of the bots, by starting the script once more; killed at the end."""
    started = await asyncio.create_subprocess_exec(sys.executable, __file__, *arguments)
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


class Crowd:
    """The people of all chats, each with one message under way."""

    def __init__(self, server: LocalTelegram, words: Words, opening: str) -> None:
        """Nobody speaks yet. `opening`: what each answer should hold."""
        self.odd: list[str] = []
        self._opening = opening
        self.answered = 0
        self.last_heard = time.perf_counter()
        self.waits: list[float] = []
        self._server = server
        self._words = words
        self._left = 0
        self._said: dict[int, float] = {}
        self._done = asyncio.Event()
        self._numbers = 0
        server.observers.append(self._on_call)

    async def converse(self, messages: int, *, each: Callable[[int], None] = lambda _: None) -> float:
        """So many messages, answered; seconds that took. `each` hears how many are, now and then."""
        self._left, self._each, self._every = messages, each, max(1, messages // LOOKS)
        self.answered, self.waits = 0, []
        self._done.clear()
        begun = self.last_heard = time.perf_counter()
        for chat in range(FIRST_PERSON, FIRST_PERSON + min(CHATS, messages)):
            self._say(chat)
        while not self._done.is_set():
            try:
                await asyncio.wait_for(self._done.wait(), STUCK_SECONDS)
            except TimeoutError:
                if time.perf_counter() - self.last_heard > STUCK_SECONDS:
                    silent = sorted(self._said)
                    message = f"{len(silent)} chats wait for an answer since {STUCK_SECONDS:.0f} s, the first is {silent[0]}"
                    raise RuntimeError(message) from None
        return time.perf_counter() - begun

    def _say(self, chat: int) -> None:
        if not self._left:
            if not self._said:
                self._done.set()
            return
        self._left -= 1
        self._numbers += 1
        self._said[chat] = time.perf_counter()
        self._server.world.say(chat, self._words(self._numbers))

    def _on_call(self, call: Call) -> None:
        """An answer: the chat's next message. What nobody will look at again is forgotten, or it would be this that grows."""
        if len(self._server.calls) > _KEPT_CALLS:
            self._server.calls.clear()
        if call.method != "sendMessage" or call.status != 200:  # noqa: PLR2004  HTTP's OK
            return
        chat = int(call.parameters["chat_id"])
        begun = self._said.pop(chat, None)
        if begun is None:
            return  # a second part, or news of its own
        self.last_heard = time.perf_counter()
        self.waits.append((self.last_heard - begun) * 1e3)
        if self._opening not in call.parameters["text"]:
            self.odd.append(call.parameters["text"])
        self._server.world.rooms[chat].messages.clear()
        self.answered += 1
        if self.answered % self._every == 0:
            self._each(self.answered)
        self._say(chat)


async def measure(bot: str, words: Words, opening: str, messages: int) -> Load:
    """One bot in a process of its own, with a database of its own."""
    catalogue = load_catalogue()
    clock = ShiftedClock(TODAY)
    server = LocalTelegram(now=lambda: clock.now().timestamp())
    for person in people(catalogue):
        server.world.add_person(person.id, person.name).has_started = True
    with tempfile.TemporaryDirectory() as folder:
        if bot == "--bot":
            storage = Storage(f"sqlite:///{folder}/cchc.sqlite3")
            fill(storage, catalogue)
            storage.close()
        crowd = Crowd(server, words, opening)
        async with serving(server) as address, process(bot, address, folder) as started:
            await crowd.converse(min(WARM_UP, messages))
            memory: list[tuple[int, int]] = []
            before = _cpu_seconds(started.pid)
            seconds = await crowd.converse(messages, each=lambda so_far: memory.append((so_far, _memory(started.pid))))
            cpu = _cpu_seconds(started.pid) - before
            return Load(messages / seconds, 1e3 * cpu / messages, tuple(crowd.waits), tuple(memory), tuple(crowd.odd))


def _cpu_seconds(process_id: int) -> float:
    """The processor's time that a process has taken so far (Linux)."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS  # user's and system's time: fields 14 and 15 of proc(5)


def _memory(process_id: int) -> int:
    """The bytes of memory that a process holds (Linux)."""
    return int(Path(f"/proc/{process_id}/statm").read_text(encoding="ascii").split()[1]) * _PAGE


def growth(memory: tuple[tuple[int, int], ...]) -> float | None:
    """By what share memory grew after the first messages; None when there were too few to tell."""
    begun = [held for so_far, held in memory if so_far >= SETTLED]
    return None if len(begun) < 10 else median(begun[-3:]) / median(begun[:3]) - 1  # noqa: PLR2004  readings, not a moment


def print_line(name: str, load: Load, reference: Load | None) -> None:
    """One bot's figures, and how they compare."""
    slow = sorted(load.waits_ms)[int(0.95 * len(load.waits_ms))]
    line = f"{name:<22}{load.a_second:>8.0f} a second{load.cpu_ms:>8.2f} ms CPU each{slow:>8.0f} ms p95"
    if reference is not None:
        line += f"   {load.a_second / reference.a_second:.2f} × echo, CPU {reference.cpu_ms / load.cpu_ms:.2f} ×"
    print(line, flush=True)


def main() -> None:
    """Print a line for the echo bot and each kind of message, or be one of the bots."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=MESSAGES, help="of each kind (default: %(default)s)")
    parser.add_argument("--bot", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--echo", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bot:
        asyncio.run(run_bot(given.bot[0], Path(given.bot[1])))
        return
    if given.echo:
        asyncio.run(run_echo(given.echo[0]))
        return
    print(f"{CHATS} chats at once, {given.messages:,} messages of each kind over loopback HTTP")
    reference = asyncio.run(measure("--echo", question, "", min(given.messages, 5 * MESSAGES)))
    print_line("bare echo", reference, None)
    for name, words, opening in KINDS:
        load = asyncio.run(measure("--bot", words, opening, given.messages))
        if len(load.odd) > given.messages * MOST_ODD:
            sys.exit(f"{len(load.odd)} not answered as meant: {load.odd[0]}")
        print_line(name, load, reference)
        grew = growth(load.memory)
        if grew is not None:
            print(f"{'':<22}memory {load.memory[-1][1] / 1e6:.0f} MB, {grew:+.1%} after the first {SETTLED:,} messages")


if __name__ == "__main__":
    main()
