"""The running bot: python-telegram-bot's Application with our inbox, outbox and clockwork around it."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.domain.catalogue import Catalogue
from bot.grown import GrownReader
from bot.services import Services
from bot.settings import DEFAULT_LISTEN, Settings
from bot.understanding.reader import Reader
from handlers import attachments, buttons, commands, errors, groups, ignored, inline, messages
from handlers.file_reading import FileReading
from handlers.health import health
from handlers.inbox import OrderWithinChats, StoredQueue
from handlers.menu import show_menus
from handlers.pacing import Limits
from handlers.polling import poll
from handlers.sending import Sender
from handlers.ticking import (
    forget_old,
    forget_old_files,
    give_notices,
    give_summaries,
    lock_expired_reports,
    report_failures,
    scheduler,
)
from handlers.webhook import Updates, ask_to_push, listening, stop_pushing
from storage import Storage, StorageUnavailable

# in this order: a command is a text too, and the last takes whatever is left
_TOPICS = (commands, messages, attachments, buttons, inline, groups, errors, ignored)
_LOOK_SECONDS = 0.002
_MADE_BETWEEN_LOOKS = 20_000  # objects; at Python's own 700 the collector goes through what turns still work with
_FAREWELL_SECONDS = 5.0  # for the last answers, well within what systemd and docker allow
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """The bot while it runs."""

    application: Application[Any, Any, Any, Any, Any, Any]
    services: Services
    queue: StoredQueue

    async def tick(self) -> None:
        """Once a minute: lock reports reopened for long enough, give due notices, take up updates that are still waiting."""
        try:
            await lock_expired_reports(self.services)
            await give_notices(self.services)
            await give_summaries(self.services)
            await report_failures(self.services)
            await forget_old_files(self.services)
            if taken_up := await self.queue.take_up_waiting(self.application.bot, all_of_them=False):
                _log.info("%s waiting updates taken up", taken_up)
            await forget_old(self.services)
        except StorageUnavailable:
            _log.exception("this tick is lost, the next one makes up for it")

    async def idle(self) -> None:
        """Wait until everything that was received is worked on and everything to be said is sent."""
        while True:
            await self.queue.join()
            backlog = await self.services.storage.hop(
                lambda work: work.inbox_backlog() + work.outbox_backlog() + work.files_backlog()
            )
            if not backlog and not self.queue.is_busy:
                return
            await asyncio.sleep(_LOOK_SECONDS)


def build_app(
    settings: Settings,
    *,
    reader: Reader,
    catalogue: Catalogue,
    storage: Storage,
    clock: Clock,
    requests: tuple[BaseRequest, BaseRequest],
) -> App:
    """Wire everything; nothing is opened or sent yet. `requests`: transports for getUpdates and for all other calls.

    ValueError when the settings hold no token.
    """
    if settings.token is None:
        raise ValueError("a bot needs a token")
    queue = StoredQueue(storage, clock)
    order = OrderWithinChats(queue)
    get_updates_request, request = requests
    application = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .get_updates_request(get_updates_request)
        .request(request)
        .updater(None)
        .update_queue(queue)
        .concurrent_updates(order)
        .job_queue(None)
        .build()
    )
    order.application = application
    services = Services(settings, catalogue, GrownReader(reader), storage, clock)
    return App(application, services, queue)


@asynccontextmanager
async def polling(app: App) -> AsyncIterator[None]:
    """Updates by long polling; /health is served if CCHC_LISTEN says where."""
    await stop_pushing(app.application.bot)
    app.queue.heard()  # the first poll may last half a minute, and /health is asked from now on
    asking = asyncio.ensure_future(poll(app.application.bot, app.queue))
    try:
        if app.services.settings.listen is None:
            yield
        else:
            host, port = app.services.settings.listen
            async with listening(host, port, health=partial(health, app.services, app.queue, polls=True)):
                yield
    finally:
        await _cancelled(asking)


@asynccontextmanager
async def pushed_to(app: App) -> AsyncIterator[None]:
    """Updates that Telegram pushes to WEBHOOK_URL, which leads to where we listen. The webhook stays set for the others."""
    settings, bot = app.services.settings, app.application.bot
    host, port = settings.listen or DEFAULT_LISTEN
    well = partial(health, app.services, app.queue, polls=False)
    async with listening(host, port, health=well, updates=Updates(bot, app.queue)):
        await ask_to_push(bot, settings.webhook_url or "")
        yield


Receiving = Callable[[App], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def running(app: App, *, limits: Limits | None, ticks: bool = True, receiving: Receiving = polling) -> AsyncIterator[App]:
    """Run the bot: ask Telegram who it is, take up what was left, then receive, answer, send and tick until the end.

    `ticks` False: whoever moves the clock ticks, not the minutes of the day.

    TelegramError when Telegram does not accept the token or cannot be reached; StorageUnavailable passes through.
    """
    application = app.application
    async with application:
        services = replace(app.services, settings=replace(app.services.settings, bot_name=application.bot.username))
        for topic in _TOPICS:
            topic.register(application, services)
        app = replace(app, services=services)
        await app.queue.take_up_waiting(application.bot)
        sender = Sender(application.bot, services.storage, services.clock, filled=services.outbox_filled, limits=limits)
        clockwork = scheduler(app.tick)
        await application.start()
        if ticks:
            clockwork.start()
        sending = asyncio.ensure_future(sender.run())
        reading = asyncio.ensure_future(FileReading(application.bot, services).run())
        menus = asyncio.ensure_future(show_menus(application.bot))
        try:
            async with receiving(app):
                yield app
        finally:
            if ticks:
                clockwork.shutdown(wait=False)
            await application.stop()  # ends what was received
            await _cancelled(menus)
            await _cancelled(reading)  # what is not read is put back
            sender.stop()
            await asyncio.wait([sending], timeout=_FAREWELL_SECONDS)
            await _cancelled(sending)  # what is not sent stays in the outbox


def keep_for_good() -> None:
    """Let the garbage collector pass over what stands now: code, catalogue and reader stay until the process ends.

    Going through all of it took 0.15 s each time, in which nobody is answered; under load that was every few seconds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_LOOKS)


async def _cancelled(task: asyncio.Future[None]) -> None:
    """End a task and wait for it."""
    task.cancel()
    await asyncio.wait([task])
