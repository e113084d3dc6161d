"""`cchc-bot run` as a process of its own, on the local Telegram over HTTP: it answers, stores, reminds, survives SIGKILL."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from bot.clock import SystemClock
from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Person, Role
from bot.sample import load_sample
from handlers.local.faults import ApiError, Fault
from handlers.local.http import serving
from handlers.local.server import TOKEN, LocalTelegram
from storage import Storage, UnitOfWork
from tests.telegram_models import check_calls

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
CLERK, OFFICIAL = 11, 12
QUESTION, ANSWER = "hồ sơ trả kết quả sở công thương quý 3/2022", "4.954"
LONG_ENOUGH = 40.0  # a start on a busy machine; what was being sent at a kill waits for no lease on SQLite


@dataclass
class Office:
    """A database with the sample figures, the local Telegram at an address, and the bot's processes."""

    folder: Path
    server: LocalTelegram
    address: str
    storage: Storage

    @property
    def environment(self) -> dict[str, str]:
        """What an administrator would have set."""
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"} or name.startswith("COVERAGE")}
        return kept | {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.address,
            "CCHC_DATA": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }

    @asynccontextmanager
    async def bot(self, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """A process of the bot; ended at the end whatever happens."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=self.folder,
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()

    async def until(self, look: Callable[[], T]) -> T:
        """Wait until there is something to see."""
        async with asyncio.timeout(LONG_ENOUGH):
            while not (seen := look()):  # noqa: ASYNC110  the other process has no event for us
                await asyncio.sleep(0.02)
        return seen

    def read(self, look: Callable[[UnitOfWork], T]) -> T:
        """Look into the database, through a connection of our own."""
        with self.storage.begin() as work:
            return look(work)

    def change(self, change: Callable[[UnitOfWork], object]) -> None:
        """Change something in the database."""
        with self.storage.begin() as work:
            change(work)
            work.commit()

    def said_to(self, person: int) -> list[str]:
        """What the bot has said."""
        return [message["text"] for message in self.server.sent(person)]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    clock, catalogue = SystemClock(), load_catalogue()
    server = check_calls(LocalTelegram(now=lambda: clock.now().timestamp()))
    storage = Storage(f"sqlite:///{tmp_path}/cchc.sqlite3")
    storage.migrate()
    for person, name in ((CLERK, "Công chức"), (OFFICIAL, "Lãnh đạo")):
        server.world.add_person(person, name)
    async with serving(server) as address:
        office = Office(tmp_path, server, address, storage)
        office.change(lambda work: load_sample(work, catalogue, clock.now()))
        office.change(lambda work: work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, AgencyCode("SCT")),))))
        office.change(lambda work: work.save_person(Person(OFFICIAL, "Lãnh đạo", (Grant(Role.VIEWER),))))
        yield office
    storage.close()


async def test_it_answers_stores_reminds_and_stops_when_told(office: Office) -> None:
    """The three things it is there for, and a clean end."""
    async with office.bot("run") as process:
        office.server.world.say(OFFICIAL, QUESTION)
        assert ANSWER in (await office.until(lambda: office.said_to(OFFICIAL)))[-1]

        before = office.read(lambda work: len(work.values()))
        office.server.world.say(CLERK, "quý 1/2023: nhiệm vụ đề ra 25, đã xong 20")
        (confirmation,) = await office.until(lambda: office.said_to(CLERK))
        assert "25" in confirmation
        assert office.read(lambda work: len(work.values())) == before + 2

        async with office.bot("remind", "--at", "2023-03-16T08:00") as reminding:
            assert await reminding.wait() == 0
        await office.until(lambda: len(office.said_to(CLERK)) == 2)
        assert "17/3" in office.said_to(CLERK)[-1]

        process.send_signal(signal.SIGTERM)
        _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert TOKEN not in errors.decode()


async def test_killed_before_it_could_answer_it_answers_after_the_restart(office: Office) -> None:
    """The update was confirmed to Telegram, which will never send it again; the turn cannot succeed before the kill."""
    office.change(lambda work: work.remember(OFFICIAL, OFFICIAL, "pending", {"queue": "spoilt"}))
    async with office.bot("run") as process:
        office.server.world.say(OFFICIAL, QUESTION)
        await office.until(lambda: office.read(lambda work: [item for item in work.waiting_updates(1) if item.attempts]))
        await office.until(lambda: not len(office.server.world.updates))
        process.kill()
        await process.wait()
    assert office.said_to(OFFICIAL) == []
    office.change(lambda work: work.remember(OFFICIAL, OFFICIAL, "pending", None))
    async with office.bot("run"):
        (answer,) = await office.until(lambda: office.said_to(OFFICIAL))
    assert ANSWER in answer


async def test_killed_after_the_turn_it_stores_once_and_still_answers(office: Office) -> None:
    """The turn was committed; the message waited because Telegram was down."""
    office.server.faults.append(Fault("sendMessage", ApiError(502, "Bad Gateway"), times=1000))
    async with office.bot("run") as process:
        office.server.world.say(CLERK, "quý 1/2023: nhiệm vụ đề ra 25")
        await office.until(lambda: [call for call in office.server.calls if call.status == 502])
        await office.until(lambda: not len(office.server.world.updates))
        process.kill()
        await process.wait()
    office.server.faults.clear()
    async with office.bot("run"):
        (confirmation,) = await office.until(lambda: office.said_to(CLERK))
    assert "25" in confirmation


@pytest.mark.parametrize(
    ("changed", "code", "told"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, 2, "@BotFather"),
        ({"TELEGRAM_BOT_TOKEN": "nonsense"}, 2, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN.replace("local", "other")}, 1, "không nhận"),
        ({"CCHC_DATA": "/dev/null/x"}, 1, "cơ sở dữ liệu"),
        ({"CCHC_CATALOGUE": "missing.yaml"}, 1, "missing.yaml"),
    ],
)
async def test_what_keeps_it_from_running_is_explained(
    office: Office, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], code: int, told: str
) -> None:
    """In Vietnamese, with the variable to mend, without the token and without a traceback."""
    environment = office.environment | changed
    monkeypatch.setattr(Office, "environment", environment)
    async with office.bot("run") as process:
        _, errors = await process.communicate()
    assert process.returncode == code, errors.decode()
    assert told in errors.decode()
    assert "Traceback" not in errors.decode()
    assert TOKEN not in errors.decode()
