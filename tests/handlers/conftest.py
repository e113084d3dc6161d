"""A real database, the local Telegram held to aiogram's models, and python-telegram-bot's Bot between them."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram.ext import ExtBot

from bot.clock import ShiftedClock
from handlers.local.request import LocalRequest
from handlers.local.server import TOKEN, LocalTelegram
from storage import Storage
from tests.telegram_models import check_calls

START = datetime(2023, 3, 15, 2, 0, tzinfo=UTC)  # nine o'clock in Viet Nam


@pytest.fixture
def clock() -> ShiftedClock:
    return ShiftedClock(frozen_at=START)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = Storage(f"sqlite:///{tmp_path}/cchc.sqlite3")
    storage.migrate()
    yield storage
    storage.close()


@pytest.fixture
def server(clock: ShiftedClock) -> LocalTelegram:
    return check_calls(LocalTelegram(now=lambda: clock.now().timestamp()))


@pytest.fixture
async def bot(server: LocalTelegram) -> AsyncIterator[ExtBot[None]]:
    request = LocalRequest(server)
    async with ExtBot(TOKEN, request=request, get_updates_request=request) as bot:
        yield bot
