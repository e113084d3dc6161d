"""The transport: python-telegram-bot over aiohttp against the local Telegram over HTTP."""

from collections.abc import AsyncIterator

import pytest
from telegram import InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot

from handlers.aiohttp_request import AiohttpRequest
from handlers.local.faults import Fault, flooded
from handlers.local.http import serving
from handlers.local.server import TOKEN, LocalTelegram

AN = 11


@pytest.fixture
async def address(server: LocalTelegram) -> AsyncIterator[str]:
    server.world.add_person(AN, "An").has_started = True
    async with serving(server) as address:
        yield address


def bot_at(address: str, token: str = TOKEN, *, proxy: str | None = None) -> ExtBot[None]:
    return ExtBot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=AiohttpRequest(proxy=proxy),
        get_updates_request=AiohttpRequest(proxy=proxy),
    )


async def test_calls_files_and_errors_pass(address: str, server: LocalTelegram) -> None:
    """What python-telegram-bot expects of a transport."""
    async with bot_at(address) as bot:
        assert (await bot.send_message(AN, "<b>chào</b>", parse_mode="HTML")).text == "chào"
        document = (await bot.send_document(AN, InputFile(b"a;b", "x.csv"))).document
        assert document is not None
        assert bytes(await (await document.get_file()).download_as_bytearray()) == b"a;b"
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(99, "chào")
        server.faults.append(Fault("sendMessage", flooded(3)))
        with pytest.raises(RetryAfter):
            await bot.send_message(AN, "chào")
        server.world.say(AN, "một")
        assert [update.update_id for update in await bot.get_updates(timeout=1)] == [1]


async def test_a_wrong_token_is_an_error_of_its_own(address: str) -> None:
    """The command line explains it."""
    bot = bot_at(address, "700000001:another")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_a_server_that_is_away_is_a_network_error_without_the_token() -> None:
    """The token is part of every address."""
    bot = bot_at("http://127.0.0.1:9")
    with pytest.raises(NetworkError) as failed:
        await bot.initialize()
    assert TOKEN not in str(failed.value)
    await bot.shutdown()


async def test_a_server_that_does_not_answer_times_out(address: str) -> None:
    """Long polling waits as long as it says and no longer."""
    async with bot_at(address) as bot:
        with pytest.raises(TimedOut):
            await bot.get_updates(timeout=5, read_timeout=-4.8)


async def test_calls_go_through_the_proxy(address: str) -> None:
    """A proxy that is not there is noticed, a proxy that is there carries the call."""
    async with bot_at("http://telegram.invalid", proxy=address) as _:
        pass
