"""Updates pushed by Telegram over HTTP instead of polled for, and /health for whoever watches over the bot.

Any number of processes may listen behind any balancer: an update is stored before Telegram gets its 200, and what was not
stored is answered 503, so that Telegram sends it again.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from handlers.inbox import StoredQueue
from handlers.polling import ALLOWED_UPDATES, explanation, pause_seconds

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
_LARGEST_UPDATE = 1_000_000  # bytes; Telegram's own stay far below
_BODY_SECONDS = 10.0  # for an update of some kilobytes to arrive
_log = logging.getLogger(__name__)

Health = Callable[[], Awaitable[tuple[bool, Mapping[str, Any]]]]  # whether all is well, and the figures behind it


def secret_of(token: str) -> str:
    """What Telegram has to send with every update: the same in all processes, and nothing to set up."""
    return hmac.new(token.encode(), b"cchc-bot webhook", hashlib.sha256).hexdigest()


@asynccontextmanager
async def listening(host: str, port: int, *, health: Health, updates: Updates | None = None) -> AsyncIterator[int]:
    """Serve /health, and take in updates if they are pushed; gives the port (0 asked for: any that is free).

    OSError when the address cannot be listened on.
    """
    pages = web.Application(client_max_size=_LARGEST_UPDATE)

    async def show_health(_request: web.Request) -> web.Response:
        well, figures = await health()
        return web.json_response(figures, status=200 if well else 503)

    pages.router.add_get("/health", show_health)
    if updates is not None:
        pages.router.add_post("/{path:.*}", updates.take)  # whatever path a proxy leaves: the secret tells who is calling
    runner = web.AppRunner(pages, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


class Updates:
    """The page that Telegram posts updates to."""

    def __init__(self, bot: Bot, queue: StoredQueue) -> None:
        """For one bot."""
        self._bot = bot
        self._queue = queue
        self._secret = secret_of(bot.token)

    async def take(self, request: web.Request) -> web.Response:
        """200 once the update is stored or was before; 403 without the secret, 400 for what is no update, 503 to try again."""
        # whatever bytes a stranger sends are compared; aiohttp reads those that are no UTF-8 as surrogates
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                document = json.loads(await request.read())
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(document, dict) or type(document.get("update_id")) is not int:
            return web.Response(status=400)
        self._queue.heard()
        try:
            await self._queue.receive(document, self._bot)
        except TelegramError as trouble:
            _log.warning("an update was not taken in: %s", trouble)
            return web.Response(status=503)
        return web.Response()


async def ask_to_push(bot: Bot, address: str) -> None:
    """Tell Telegram where to push to, trying until it hears; InvalidToken when it does not accept the token."""

    async def ask() -> None:
        await bot.set_webhook(address, secret_token=secret_of(bot.token), allowed_updates=ALLOWED_UPDATES)

    await _until_heard(ask)


async def stop_pushing(bot: Bot) -> None:
    """Before polling: while a webhook is set Telegram answers no getUpdates. What waits is kept. InvalidToken as above."""

    async def ask() -> None:
        if (await bot.get_webhook_info()).url:
            _log.warning("a webhook was set for this bot and is taken away: WEBHOOK_URL is not set here, so it polls")
            await bot.delete_webhook(drop_pending_updates=False)

    await _until_heard(ask)


async def _until_heard(ask: Callable[[], Awaitable[None]]) -> None:
    trouble = 0
    while True:
        try:
            await ask()
        except InvalidToken:
            raise
        except TelegramError as error:
            trouble += 1
            _log.warning("how updates come is not settled with Telegram yet (%s), asking again", explanation(error))
            await asyncio.sleep(pause_seconds(error, trouble))
        else:
            return
