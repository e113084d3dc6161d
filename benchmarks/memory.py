"""Whether memory stays flat: the whole bot in one process over 100,000 mixed messages, its resident memory every 10,000.

The real application on the local transport and a SQLite file: questions, entries, pastes, files, commands, presses, edits,
inline queries, noise, of clerks, officials, groups and strangers who come and go; hardly a text comes twice. Time runs along,
half a minute a message, and the bot ticks every hour of it: it reminds, sums up and forgets queue rows as it would in a year.
What the local Telegram keeps for whoever wants to look (calls, messages, files) belongs to the benchmark and is thrown away
after every round. Files are read and pictures made in processes of their own, as always; those are not counted here.
Run: python benchmarks/memory.py [--messages 100000] [--trace]; without, 40,000 messages in about five minutes
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks are no installed package

from bot.app import App, build_app, running
from bot.clock import VIET_NAM, SystemClock
from bot.domain.catalogue import Catalogue, RowKind
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Person, Role
from bot.sample import load_sample
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers.local.request import LocalRequest
from handlers.local.screen import keyboard_of
from handlers.local.server import TOKEN, USERNAME, LocalTelegram
from storage import Storage, UnitOfWork

SETTLED, GROWTH = 10_000, 0.05  # messages after which memory may grow no more than that
LOOKS = 10  # readings over a run
ROUND = 50  # messages under way at once, of as many chats
BEGINNING = datetime(2023, 3, 1, 8, 41, tzinfo=VIET_NAM)  # the minute of each hour in which the bot forgets queue rows
A_MESSAGE = timedelta(seconds=26)
PACES = {  # of a thousand messages
    "question": 430,
    "entry": 220,
    "noise": 110,
    "command": 90,
    "press": 60,
    "paste": 20,
    "inline": 30,
    "edit": 20,
    "stranger": 18,
    "file": 1,
    "picture": 1,
}
_FIRST_PERSON, _FIRST_STRANGER, _GROUP = 5_000, 1_000_000, -1_001
_PEOPLE, _GROUPS = 300, 12
_KEPT = 20  # messages that stay in a chat, to be pressed and edited
_SYLLABLES = (
    "hồ",
    "sơ",
    "văn",
    "bản",
    "bien",
    "che",
    "can",
    "bo",
    "xa",
    "cải",
    "cách",
    "thu",
    "tuc",
    "bóng",
    "đá",
    "mai",
    "oi",
)
_PERIODS = ("quý 3/2022", "q1/2023", "6 tháng 2022", "năm 2022", "quý này", "cùng kỳ", "", "")
_COMMANDS = ("/thieu", "/tonghop", "/lichsu", "/kiemtra", "/trogiup", "/nhap", "/lichsu của tôi", "/start", "/han")
_page = os.sysconf("SC_PAGE_SIZE")


class HurriedClock(SystemClock):
    """Runs as time does, and jumps ahead when told: what waits a second is not to wait for ever."""

    def __init__(self, beginning: datetime) -> None:
        """It is that moment now."""
        self._ahead = beginning - super().now()

    def now(self) -> datetime:
        """Aware UTC."""
        return super().now() + self._ahead

    def jump_to(self, moment: datetime) -> None:
        """Make it that moment, unless it is later already."""
        self._ahead += max(moment - self.now(), timedelta())


@dataclass
class Office:
    """Who writes what: endless, by lot, the same in every run."""

    server: LocalTelegram
    catalogue: Catalogue
    dice: Random = field(default_factory=lambda: Random(6))  # noqa: S311  repeats itself
    sent: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """All rows that figures are reported for."""
        self._rows = [row for row in self.catalogue.indicators if row.kind is RowKind.INDICATOR]
        self._agencies = [agency.code for agency in self.catalogue.agencies]
        self._strangers = _FIRST_STRANGER

    def people(self) -> list[Person]:
        """Clerks, viewers of the province, an administrator."""
        clerks = [
            Person(
                _FIRST_PERSON + number,
                f"Công chức {number}",
                (Grant(Role.CLERK, self._agencies[number % len(self._agencies)]),),
            )
            for number in range(_PEOPLE - 20)
        ]
        viewers = [Person(_FIRST_PERSON + number, f"Lãnh đạo {number}", (Grant(Role.VIEWER),)) for number in range(280, 299)]
        return [*clerks, *viewers, Person(_FIRST_PERSON + 299, "Quản trị", (Grant(Role.ADMINISTRATOR),))]

    def write(self) -> None:
        """One message of somebody."""
        kind = self.dice.choices(list(PACES), list(PACES.values()))[0]
        person = _FIRST_PERSON + self.dice.randrange(_PEOPLE)
        self.sent[kind] += 1
        world = self.server.world
        match kind:
            case "stranger":
                self._strangers += 1
                world.add_person(self._strangers, f"Người lạ {self._strangers}")
                world.say(self._strangers, self._noise())
            case "inline":
                world.ask_inline(person, self._question())
            case "press":
                self._press(person)
            case "edit":
                own = [
                    number for number, each in self._messages(person).items() if each["from"]["id"] == person and "text" in each
                ]
                world.edit(person, own[-1], self._entry()) if own else world.say(person, self._entry())
            case "file":
                world.upload(
                    person, f"bao-cao-{self.dice.randrange(10**6)}.txt", self._paste(40).encode(), caption=self._period()
                )
            case "picture":
                world.say(person, f"vẽ biểu đồ {self._question()}")
            case _:
                text = {
                    "question": self._question,
                    "entry": self._entry,
                    "noise": self._noise,
                    "command": self._command,
                    "paste": lambda: self._paste(self.dice.randint(3, 9)),
                }[kind]()
                if kind in {"question", "command"} and self.dice.random() < 0.1:  # noqa: PLR2004  a tenth is asked in groups
                    at = "" if kind == "command" else f"@{USERNAME} "
                    world.say(person, f"{at}{text}", chat_id=_GROUP - self.dice.randrange(_GROUPS))
                else:
                    world.say(person, text)

    def forget(self) -> None:
        """What Telegram's stand-in kept for whoever wants to look."""
        self.server.calls.clear()
        world = self.server.world
        world.files.clear()
        world.callbacks.clear()
        world.inline_answers.clear()
        for number in [number for number in world.rooms if number >= _FIRST_STRANGER]:
            del world.rooms[number], world.accounts[number]
        for room in world.rooms.values():
            for old in list(room.messages)[:-_KEPT]:
                del room.messages[old]

    def _messages(self, chat: int) -> dict[int, dict[str, object]]:
        return self.server.world.rooms[chat].messages

    def _press(self, person: int) -> None:
        pressed = [
            (number, button["callback_data"])
            for number, message in self._messages(person).items()
            for row in keyboard_of(message)
            for button in row
            if "callback_data" in button
        ]
        if pressed:
            number, token = self.dice.choice(pressed)
            self.server.world.press(person, number, token)
        else:
            self.server.world.say(person, self._question())

    def _period(self) -> str:
        return self.dice.choice(_PERIODS)

    def _agency(self) -> str:
        return self.dice.choice((*self._agencies, "", "")).lower()

    def _label(self) -> str:
        """A row's label as somebody types it: not all of it, and not without slips."""
        words = self.dice.choice(self._rows).label.split()
        kept = words[: self.dice.randint(2, 9)]
        if self.dice.random() < 0.3:  # noqa: PLR2004  a third of the people are in a hurry
            place = self.dice.randrange(len(kept))
            word = list(kept[place])
            self.dice.shuffle(word)
            kept[place] = "".join(word)
        return " ".join(kept)

    def _question(self) -> str:
        begins = self.dice.choice(("", "cho hỏi ", "tổng ", "so sánh ", "bao nhiêu ", "sở nào dưới 90% "))
        return f"{begins}{self._label()} {self._agency()} {self._period()}".strip()

    def _entry(self) -> str:
        return f"{self._period()} {self._label()}: {self.dice.randrange(10_000)}".strip()

    def _noise(self) -> str:
        words = [*self.dice.choices(_SYLLABLES, k=self.dice.randint(1, 12)), f"{self.dice.randrange(16**8):x}"]
        self.dice.shuffle(words)
        return " ".join(words)

    def _command(self) -> str:
        command = self.dice.choice(_COMMANDS)
        return f"{command} {self._agency()} {self._period()}" if self.dice.random() < 0.5 else command  # noqa: PLR2004

    def _paste(self, rows: int) -> str:
        return "\n".join(f"{self.dice.choice(self._rows).label}\t{self.dice.randrange(5_000)}" for _ in range(rows))


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _page


def open_office(storage: Storage, office: Office) -> None:
    """The sample's figures, everybody registered, groups of all agencies and of one."""
    storage.migrate()
    world = office.server.world

    def write(work: UnitOfWork) -> None:
        load_sample(work, office.catalogue, BEGINNING)
        for person in office.people():
            work.save_person(person)
            world.add_person(person.id, person.name).has_started = True

    with storage.begin() as work:
        write(work)
        work.commit()
    for number in range(_GROUPS):
        world.add_group(_GROUP - number, f"Nhóm {number}")


async def run(app: App, office: Office, clock: HurriedClock, messages: int, look: Callable[[int], None]) -> None:
    """Let them write and be answered, round after round."""
    world, administrator = office.server.world, _FIRST_PERSON + 299
    for number in range(_GROUPS):
        agency = "" if number % 2 else office.catalogue.agencies[number].code
        world.say(administrator, f"/dangky {agency}".strip(), chat_id=_GROUP - number)
    await app.idle()
    now, hour = BEGINNING, BEGINNING
    every = max(messages // LOOKS // ROUND, 1)
    for around in range(1, messages // ROUND + 1):
        for _ in range(ROUND):
            office.write()
        await app.idle()
        while len(world.updates):
            await app.idle()
        office.forget()
        now += A_MESSAGE * ROUND
        while hour < now:
            clock.jump_to(hour)
            await app.tick()
            hour += timedelta(hours=1)
        clock.jump_to(now)
        if around % every == 0:
            look(around * ROUND)


@dataclass(slots=True)
class Looks:
    """The readings of a run."""

    trace: bool
    begun: float = field(default_factory=time.perf_counter)
    found: list[tuple[int, int]] = field(default_factory=list)
    before: tracemalloc.Snapshot | None = None

    def look(self, messages: int) -> None:
        """Print what this process holds now."""
        gc.collect()
        held = resident()
        self.found.append((messages, held))
        spent = time.perf_counter() - self.begun
        settled = next((each for at, each in self.found if at >= SETTLED), held)
        print(f"{messages:>9,} messages {held / 2**20:>8.1f} MB  {held / settled - 1:>+7.1%}  {spent:>6.0f} s", flush=True)
        if self.trace:
            self._print_growth()

    def verdict(self) -> bool:
        """Whether it stayed within the limit; says so."""
        settled = next((each for at, each in self.found if at >= SETTLED), self.found[0][1])
        grown = max(each for at, each in self.found if at >= min(SETTLED, self.found[-1][0])) / settled - 1
        print(f"grown at most {grown:+.1%} after the first {SETTLED:,} (limit {GROWTH:.0%})")
        return grown < GROWTH

    def _print_growth(self) -> None:
        now = tracemalloc.take_snapshot().filter_traces(
            [tracemalloc.Filter(inclusive=False, filename_pattern=tracemalloc.__file__)]
        )
        if self.before is not None:
            for line in now.compare_to(self.before, "lineno")[:12]:
                print(f"      {line}")
        self.before = now


async def measure(messages: int, folder: Path, *, trace: bool) -> bool:
    """Run the whole bot; whether memory stayed flat."""
    catalogue = load_catalogue()
    clock = HurriedClock(BEGINNING)
    server = LocalTelegram(now=lambda: clock.now().timestamp())
    office = Office(server, catalogue)
    storage = Storage(f"sqlite:///{folder}/cchc.sqlite3")
    open_office(storage, office)
    settings = Settings(data_folder=folder, database_url="", token=TOKEN, bot_name=USERNAME, keep_days=7)
    request = LocalRequest(server)
    app = build_app(
        settings, reader=Reader(catalogue), catalogue=catalogue, storage=storage, clock=clock, requests=(request, request)
    )
    looks = Looks(trace)
    async with running(app, limits=None, ticks=False) as running_app:
        await run(running_app, office, clock, messages, looks.look)
    storage.close()
    print("  ".join(f"{kind} {count:,}" for kind, count in office.sent.most_common()))
    print(f"database {(folder / 'cchc.sqlite3').stat().st_size / 2**20:.0f} MB")
    return looks.verdict()


def main() -> None:
    """Print memory as it goes, and whether it stayed flat; exit 1 if not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=40_000, help="default: %(default)s; 100,000 take a quarter of an hour")
    parser.add_argument("--trace", action="store_true", help="where the memory was asked for that was added (slow)")
    given = parser.parse_args()
    logging.disable(logging.ERROR)  # the noise is on purpose
    if given.trace:
        tracemalloc.start()
    with tempfile.TemporaryDirectory() as folder:
        is_flat = asyncio.run(measure(given.messages, Path(folder), trace=given.trace))
    sys.exit(0 if is_flat else 1)


if __name__ == "__main__":
    main()
