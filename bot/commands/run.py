"""`cchc-bot run`: the bot on Telegram, by long polling or webhook, until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from contextlib import suppress

from telegram import Bot
from telegram.error import InvalidToken, NetworkError

from bot.app import build_app, keep_for_good, polling, pushed_to, running
from bot.clock import SystemClock
from bot.commands.opening import opened_storage
from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.logs import set_up_logging
from bot.settings import DEFAULT_LISTEN, Settings, load_settings
from bot.understanding.reader import Reader
from handlers.aiohttp_request import AiohttpRequest
from handlers.pacing import Limits
from handlers.polling import pause_seconds
from storage import Storage

_log = logging.getLogger(__name__)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "run",
        help="chạy bot trên Telegram",
        description="Chạy bot trên Telegram. Cần TELEGRAM_BOT_TOKEN trong môi trường hoặc tệp .env; xem .env.example.",
    )
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    """Run until SIGTERM or Ctrl-C; 0, 1 when Telegram refuses the token, 2 when there is none."""
    settings = load_settings()
    set_up_logging(settings.log_level, as_json=settings.log_json)
    if settings.token is None:
        sys.stderr.write(
            "TELEGRAM_BOT_TOKEN: chưa đặt. Lấy mã của bot từ @BotFather rồi ghi vào tệp .env (xem .env.example).\n"
            "Muốn thử bot mà không cần Telegram: cchc-bot chat\n"
        )
        return 2
    catalogue = load_catalogue(settings.catalogue)
    with opened_storage(settings) as storage:
        return asyncio.run(_serve(settings, catalogue, storage))


async def _serve(settings: Settings, catalogue: Catalogue, storage: Storage) -> int:
    requests = (AiohttpRequest(proxy=settings.proxy), AiohttpRequest(proxy=settings.proxy))
    app = build_app(
        settings, reader=Reader(catalogue), catalogue=catalogue, storage=storage, clock=SystemClock(), requests=requests
    )
    stop = _stop_signal()
    bot = app.application.bot
    try:
        if not await _reached(bot, settings.api_url, stop):
            return 0
        receiving = pushed_to if settings.webhook_url else polling
        async with running(app, limits=Limits(), receiving=receiving):
            keep_for_good()
            sys.stderr.write(f"Bot @{bot.username} đang chạy. Dừng: Ctrl-C.\n")
            await stop.wait()
            sys.stderr.write("Đang dừng: xử lý nốt tin đã nhận …\n")
    except InvalidToken:  # its text holds the token
        sys.stderr.write("Telegram không nhận mã trong TELEGRAM_BOT_TOKEN. Chép lại nguyên văn từ @BotFather (lệnh /token).\n")
        return 1
    except OSError as trouble:
        host, port = settings.listen or DEFAULT_LISTEN
        sys.stderr.write(f"CCHC_LISTEN: không mở được {host}:{port} ({trouble.strerror}). Chọn cổng khác.\n")
        return 1
    finally:
        await bot.shutdown()
    return 0


def _stop_signal() -> asyncio.Event:
    """Set by SIGTERM (systemd, docker) and Ctrl-C."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C ends the program at once, and nothing is lost by it
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _reached(bot: Bot, address: str, stop: asyncio.Event) -> bool:
    """Wait until Telegram answers: after a power cut the bot is often up before the network. False when told to stop."""
    attempt = 0
    while not stop.is_set():
        try:
            await bot.initialize()
        except NetworkError as error:
            attempt += 1
            _log.warning("Chưa tới được Telegram tại %s (%s), sẽ thử lại. Mạng có thể cần TELEGRAM_PROXY.", address, error)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause_seconds(error, attempt))
        else:
            return True
    return False
