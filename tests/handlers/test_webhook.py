"""Updates pushed over HTTP: taken in by any process behind a balancer, in the order of their chat, answered once."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from telegram.ext import ExtBot

from bot.app import App, build_app, pushed_to, running
from bot.clock import ShiftedClock
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers import webhook
from handlers.inbox import StoredQueue
from handlers.local.faults import ApiError, Fault
from handlers.local.pushing import push
from handlers.local.request import LocalRequest
from handlers.local.server import TOKEN, LocalTelegram
from handlers.webhook import SECRET_HEADER, Updates, listening, secret_of, stop_pushing
from storage import Storage
from tests.storage.conftest import emptied, migrated_postgres  # noqa: F401  a fixture

CLERK = 11
SECRET = {SECRET_HEADER: secret_of(TOKEN)}


async def _well() -> tuple[bool, dict[str, object]]:
    return True, {"ready": True}


@asynccontextmanager
async def page(bot: ExtBot[None], queue: StoredQueue) -> AsyncIterator[str]:
    """The page that Telegram posts to."""
    async with listening("127.0.0.1", 0, health=_well, updates=Updates(bot, queue)) as port:
        yield f"http://127.0.0.1:{port}/hook"


def update(update_id: object = 7) -> dict[str, object]:
    chat = {"id": CLERK, "type": "private", "first_name": "An"}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1678845600, "chat": chat, "text": "x"}}


@pytest.mark.parametrize(
    ("headers", "body", "status", "stored"),
    [
        (SECRET, json.dumps(update()), 200, 1),
        ({}, json.dumps(update()), 403, 0),
        ({SECRET_HEADER: "guess"}, json.dumps(update()), 403, 0),
        ({SECRET_HEADER: "é"}, json.dumps(update()), 403, 0),
        (SECRET, "not JSON", 400, 0),
        (SECRET, "[" * 100_000, 400, 0),
        (SECRET, "[]", 400, 0),
        (SECRET, json.dumps(update("seven")), 400, 0),
        (SECRET, json.dumps(update(True)), 400, 0),
        (SECRET, json.dumps({"update_id": 8, "message": {"text": "without a chat"}}), 200, 0),  # kept, set aside
        (SECRET, json.dumps({**update(), "padding": "x" * 1_100_000}), 413, 0),
    ],
)
async def test_only_telegram_is_listened_to(
    bot: ExtBot[None],
    storage: Storage,
    clock: ShiftedClock,
    headers: dict[str, str],
    body: str,
    status: int,
    stored: int,
) -> None:
    """Who does not know the secret changes nothing, and nothing that is sent breaks the page."""
    async with (
        page(bot, StoredQueue(storage, clock)) as address,
        aiohttp.ClientSession() as session,
        session.post(address, data=BytesIO(body.encode()), headers=headers) as answer,
    ):
        assert answer.status == status
    with storage.begin() as work:
        assert len(work.waiting_updates(10)) == stored


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (f"{SECRET_HEADER}: \xff\xfe\r\nContent-Length: 2", 403),
        (f"{SECRET_HEADER}: {SECRET[SECRET_HEADER]}\r\nContent-Length: 200", 408),  # and the rest never comes
        ("Content-Length: 99999999999", 403),
    ],
)
async def test_who_sends_bytes_of_no_alphabet_or_never_ends_is_turned_away(
    bot: ExtBot[None], storage: Storage, clock: ShiftedClock, monkeypatch: pytest.MonkeyPatch, head: str, status: int
) -> None:
    """A connection is not kept for ever, and no request is an error of ours."""
    monkeypatch.setattr(webhook, "_BODY_SECONDS", 0.05)
    async with page(bot, StoredQueue(storage, clock)) as address:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(address.split(":")[2].split("/")[0]))
        writer.write(f"POST /hook HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n{{}}"[:-1].encode("latin-1"))
        answer = await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        await writer.wait_closed()
    assert answer.split()[1] == str(status).encode()


async def test_what_could_not_be_stored_is_asked_for_again(bot: ExtBot[None], tmp_path: Path, clock: ShiftedClock) -> None:
    """503, so that Telegram keeps it; stored the next time."""
    storage = Storage(f"sqlite:///{tmp_path}/later.sqlite3")  # no tables yet
    async with page(bot, StoredQueue(storage, clock)) as address, aiohttp.ClientSession() as session:
        async with session.post(address, json=update(), headers=SECRET) as answer:
            assert answer.status == 503
        storage.migrate()
        async with session.post(address, json=update(), headers=SECRET) as answer:
            assert answer.status == 200
        async with session.post(address, json=update(), headers=SECRET) as answer:  # its confirmation got lost
            assert answer.status == 200
    with storage.begin() as work:
        assert [item.update_id for item in work.waiting_updates(10)] == [7]
    storage.close()


async def test_health_is_for_everybody_and_says_nothing_private() -> None:
    """200 or 503; figures and moments only."""
    async with listening("127.0.0.1", 0, health=_well) as port, aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/health") as answer:
            assert (answer.status, await answer.json()) == (200, {"ready": True})
        async with session.post(f"http://127.0.0.1:{port}/hook", json=update(), headers=SECRET) as answer:
            assert answer.status == 404  # while polling nothing is taken in here


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening_socket:
        port: int = listening_socket.getsockname()[1]
        return port


@asynccontextmanager
async def replicas(
    count: int, address: str, server: LocalTelegram, clock: ShiftedClock, catalogue: Catalogue, reader: Reader
) -> AsyncIterator[list[App]]:
    """Bots on one database, each with its own storage and port, and Telegram pushing to them in turn."""
    async with AsyncExitStack() as stack:
        apps, pages = [], []
        for _ in range(count):
            port = free_port()
            storage = Storage(address)
            stack.callback(storage.close)
            settings = Settings(
                Path(),
                address,
                token=TOKEN,
                webhook_url="https://bot.example.gov.vn/hook",
                listen=("127.0.0.1", port),
            )
            request = LocalRequest(server)
            app = build_app(
                settings, reader=reader, catalogue=catalogue, storage=storage, clock=clock, requests=(request, request)
            )
            running_app = await stack.enter_async_context(running(app, limits=None, ticks=False, receiving=pushed_to))
            apps.append(running_app)
            pages.append(f"http://127.0.0.1:{port}/hook")
        pushing = asyncio.ensure_future(push(server, pages))
        try:
            yield apps
        finally:
            pushing.cancel()
            with suppress(asyncio.CancelledError):
                await pushing


async def idle(server: LocalTelegram, apps: list[App]) -> None:
    """Everything pushed, worked on and sent."""
    async with asyncio.timeout(60):
        while server.world.updates.kept():  # noqa: ASYNC110  Telegram tells nobody when it has pushed all
            await asyncio.sleep(0.01)
        for app in apps:
            await app.idle()


@pytest.fixture
def shared(migrated_postgres: str, server: LocalTelegram) -> str:  # noqa: F811
    """A PostgreSQL that knows one clerk."""
    storage = Storage(emptied(migrated_postgres))
    with storage.begin() as work:
        work.save_person(Person(CLERK, "An", (Grant(Role.CLERK, AgencyCode("SCT")),)))
        work.commit()
    storage.close()
    server.world.add_person(CLERK, "An")
    return migrated_postgres


@pytest.mark.parametrize("count", [1, 2])
async def test_a_chat_is_answered_in_order_whichever_process_gets_its_updates(
    shared: str, server: LocalTelegram, clock: ShiftedClock, catalogue: Catalogue, reader: Reader, count: int
) -> None:
    """Each message corrects the one before: what stands at the end is what was written last, and every one was answered."""
    storage = Storage(shared)
    async with replicas(count, shared, server, clock, catalogue, reader) as apps:
        for number in range(1, 21):
            server.world.say(CLERK, f"nhiệm vụ đề ra {number} quý 1/2023")
        await idle(server, apps)
    with storage.begin() as work:
        (value,) = work.values(agencies=[AgencyCode("SCT")], periods=[Period.parse("2023-Q1")])
        history = work.changes(value.key)
    storage.close()
    assert [change.after.number for change in history if change.after] == list(range(1, 21))
    assert len(server.sent(CLERK)) == 20


async def test_what_a_process_left_behind_is_worked_on_before_what_came_later(
    shared: str, server: LocalTelegram, clock: ShiftedClock, catalogue: Catalogue, reader: Reader
) -> None:
    """It had taken an update in and died: the next one of that chat finds it, long before the minute's tick."""
    storage = Storage(shared)
    async with replicas(1, shared, server, clock, catalogue, reader) as apps:
        server.world.say(CLERK, "nhiệm vụ đề ra 61 quý 1/2023")
        (left,) = server.world.updates.kept()
        server.world.updates.confirm(left["update_id"])
        with storage.begin() as work:
            work.take_in(left["update_id"], CLERK, json.dumps(left), clock.now())
            work.commit()
        server.world.say(CLERK, "nhiệm vụ đề ra 62 quý 1/2023")
        await idle(server, apps)
    with storage.begin() as work:
        (value,) = work.values(agencies=[AgencyCode("SCT")], periods=[Period.parse("2023-Q1")])
        history = work.changes(value.key)
    storage.close()
    assert [change.after.number for change in history if change.after] == [61, 62]


async def test_a_webhook_is_taken_away_before_polling(
    server: LocalTelegram, bot: ExtBot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else Telegram would refuse every getUpdates. A network that fails just then is asked again, it does not end the bot."""
    await bot.set_webhook("https://elsewhere.example.org")
    monkeypatch.setattr(webhook, "pause_seconds", lambda _error, _trouble: 0.0)
    server.faults.append(Fault("getWebhookInfo", ApiError(502, "Bad Gateway")))
    await stop_pushing(bot)
    assert server.methods.webhook == {}
