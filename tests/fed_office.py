"""The whole bot on the sample, fed by hand with whatever may come in; what must not follow from it is noted."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import App, build_app, running
from bot.clock import ShiftedClock
from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Group, Person, Role
from bot.replies.trouble import not_processed
from bot.sample import load_sample
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers.local.request import LocalRequest
from handlers.local.server import TOKEN, Call, LocalTelegram
from storage import Storage
from tests.dialogue import FIRST_MOMENT, moment_of

CLERK, ADMINISTRATOR, STRANGER, GROUP = 11, 12, 99, -1001
SLOWEST_SECONDS = 5.0  # of CPU for one update: an odd one must not hold up the others of its chat
_PATIENCE_SECONDS = 60
# what only somebody who asked for it may change; tables that are only added to tell of changes too
_KEPT = ("value_history", "value_set_aside", "report_step", "person_grant", "invite", "alias", "moved_deadline", "own_rules")
_COUNTED = (*_KEPT, "value", "report", "duty", "check_reason")
_FAILED = not_processed().text.split("\n")[0]


class _Complaints(logging.Handler):
    """What the bot could not handle. An update that the library cannot read is set aside and no complaint of ours."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "cannot be read" not in record.getMessage():
            error = record.exc_info[1] if record.exc_info else None
            self.told.append(f"{record.getMessage()}: {error!r}")


@asynccontextmanager
async def _nothing_comes_by_itself(_app: App) -> AsyncIterator[None]:
    yield


class Office:
    """The running bot with a clerk, an administrator and a group. Close it."""

    def __init__(self, file: Path) -> None:
        """Start on a new database in this file."""
        self.said: list[Mapping[str, Any]] = []  # the calls that answer the last update
        self.complaints = _Complaints()
        self.loop = asyncio.new_event_loop()
        self.clock = ShiftedClock(frozen_at=moment_of(FIRST_MOMENT))
        catalogue = load_catalogue()
        self.storage = Storage(f"sqlite:///{file}")
        self.storage.migrate()
        with self.storage.begin() as work:
            load_sample(work, catalogue, self.clock.now())
            work.save_person(Person(CLERK, "An", (Grant(Role.CLERK, AgencyCode("SCT")),)))
            work.save_person(Person(ADMINISTRATOR, "Quản trị", (Grant(Role.ADMINISTRATOR),)))
            work.save_group(Group(GROUP, None, "Nhóm", None, 1))
            work.commit()
        self._server = server = LocalTelegram(now=lambda: self.clock.now().timestamp())
        server.observers.append(self._on_call)
        for person, name in ((CLERK, "An"), (ADMINISTRATOR, "Quản trị"), (STRANGER, "Lạ")):
            server.world.add_person(person, name).has_started = True
        server.world.add_group(GROUP, "Nhóm")
        self.world = server.world
        request = LocalRequest(server)
        told = Settings(file.parent, f"sqlite:///{file}", token=TOKEN)
        app = build_app(
            told,
            reader=Reader(catalogue),
            catalogue=catalogue,
            storage=self.storage,
            clock=self.clock,
            requests=(request, request),
        )
        self._running = running(app, limits=None, ticks=False, receiving=_nothing_comes_by_itself)
        self.app = self.loop.run_until_complete(self._running.__aenter__())
        logging.getLogger().addHandler(self.complaints)
        self._look = sqlite3.connect(file)
        self.before = self.stored()
        self._next = 1

    def stored(self) -> Mapping[str, int]:
        """How many rows there are of what somebody decided."""
        return {table: self._look.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}  # noqa: S608

    def feed(self, update: Mapping[str, Any]) -> float:
        """One update, and everything that comes of it; the seconds of CPU that it took."""
        document = {"update_id": self._next, **update}
        with suppress(RecursionError, ValueError):  # nobody could send such a one, but it is here
            document = json.loads(json.dumps(document))
        self._next += 1
        self.said.clear()
        self._server.calls.clear()
        self.clock.stand_at(self.clock.now() + timedelta(seconds=1))
        begun = time.process_time()
        self.loop.run_until_complete(self._feed(document))
        return time.process_time() - begun

    def take(self) -> None:
        """What people did in the local Telegram, each answered before the next is taken in."""
        for update in self.world.updates.kept():
            self.world.updates.confirm(update["update_id"])
            self.feed({name: part for name, part in update.items() if name != "update_id"})
            self.loop.run_until_complete(asyncio.wait_for(self.app.idle(), _PATIENCE_SECONDS))

    async def _feed(self, document: Mapping[str, Any]) -> None:
        await self.app.queue.receive(document, self.app.application.bot)
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await self.app.queue.join()
            while self.app.queue.is_busy:  # noqa: ASYNC110  as App.idle does
                await asyncio.sleep(0.001)

    def _on_call(self, call: Call) -> None:
        self.said.append({"method": call.method, "status": call.status, **call.parameters})
        if _FAILED in str(call.parameters.get("text", "")):
            self.complaints.told.append("somebody was told that the bot failed")

    def close(self) -> None:
        """Stop it."""
        logging.getLogger().removeHandler(self.complaints)
        self.loop.run_until_complete(self._running.__aexit__(None, None, None))
        self._look.close()
        self.storage.close()
        self.loop.close()
