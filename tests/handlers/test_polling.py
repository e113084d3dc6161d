"""Polling goes on whatever Telegram answers: python-telegram-bot's own loop would die silently at a 401."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.clock import ShiftedClock
from handlers import polling
from handlers.inbox import StoredQueue
from handlers.local.faults import ApiError, Fault, flooded
from handlers.local.server import LocalTelegram
from storage import Storage

AN = 11


@pytest.mark.parametrize(
    "error",
    [
        ApiError(401, "Unauthorized"),
        ApiError(404, "Not Found"),
        ApiError(502, "Bad Gateway"),
        ApiError(409, "Conflict"),
        flooded(1),
    ],
    ids=lambda error: str(error.status),
)
async def test_polling_survives_every_refusal(
    bot: ExtBot[None], server: LocalTelegram, storage: Storage, clock: ShiftedClock, error: ApiError
) -> None:
    """The updates come once Telegram answers again, each once."""
    server.world.add_person(AN, "An")
    server.faults.append(Fault("getUpdates", error))
    queue = StoredQueue(storage, clock)
    task = asyncio.ensure_future(polling.poll(bot, queue))
    try:
        server.world.say(AN, "một")
        server.world.say(AN, "hai")
        async with asyncio.timeout(10):
            first, second = await queue.get(), await queue.get()
    finally:
        task.cancel()
        await asyncio.wait([task])
    assert [getattr(update, "update_id", None) for update in (first, second)] == [1, 2]
    assert queue.empty()


async def test_an_update_that_could_not_be_stored_comes_again(
    bot: ExtBot[None], server: LocalTelegram, storage: Storage, clock: ShiftedClock
) -> None:
    """It is not confirmed, so Telegram keeps it."""
    server.world.add_person(AN, "An")
    server.world.say(AN, "một")

    class FullDisk(StoredQueue):
        """Refuses the first update."""

        refused = False

        async def receive_all(self, documents: Sequence[Mapping[str, Any]], bot: Bot) -> None:
            """Fail once."""
            if not self.refused:
                self.refused = True
                raise TelegramError("the disk is full")
            await super().receive_all(documents, bot)

    queue = FullDisk(storage, clock)
    task = asyncio.ensure_future(polling.poll(bot, queue))
    try:
        async with asyncio.timeout(10):
            await queue.get()
    finally:
        task.cancel()
        await asyncio.wait([task])
    assert queue.refused


async def test_an_update_that_the_library_cannot_read_does_not_hold_up_the_others(
    bot: ExtBot[None], server: LocalTelegram, storage: Storage, clock: ShiftedClock
) -> None:
    """It is kept, set aside, and the next one comes."""
    server.world.add_person(AN, "An")
    server.observers.clear()  # the model that all else is checked against knows no such update either
    server.world.updates.put("message", {"message_id": "five", "text": "odd"})
    server.world.say(AN, "hai")
    queue = StoredQueue(storage, clock)
    task = asyncio.ensure_future(polling.poll(bot, queue))
    try:
        async with asyncio.timeout(10):
            update = await queue.get()
    finally:
        task.cancel()
        await asyncio.wait([task])
    assert getattr(update, "update_id", None) == 2
    with storage.begin() as work:
        assert work.updates_set_aside() == [(1, "message_id is a str")]


@pytest.mark.parametrize(
    ("error", "trouble", "seconds"),
    [
        (NetworkError("x"), 1, 1),
        (NetworkError("x"), 3, 4),
        (BadRequest("x"), 50, 30),
        (RetryAfter(17), 1, 17),
    ],
)
def test_pauses_grow_but_never_beyond_half_a_minute(error: Exception, trouble: int, seconds: float) -> None:
    """Except where Telegram names the time."""
    assert polling.pause_seconds(error, trouble) == seconds


def test_what_went_wrong_is_explained_without_the_token() -> None:
    """The log is read by the administrator."""
    assert "another process" in polling.explanation(Conflict("x"))
    assert "token" in polling.explanation(InvalidToken("123:secret"))
    assert "secret" not in polling.explanation(InvalidToken("123:secret"))
