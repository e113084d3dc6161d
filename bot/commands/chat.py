"""`cchc-bot chat`: the real bot in this terminal, on sample figures; no token, no network, nothing to set up."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import io
import sys
import threading
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.app import build_app, running
from bot.clock import ShiftedClock, SystemClock
from bot.commands.opening import SAMPLE_DAY, opened_sample
from bot.commands.options import ROLE_WORDS, day_option, persona
from bot.domain.catalogue_file import load_catalogue
from bot.logs import set_up_logging
from bot.understanding.reader import Reader
from handlers.local.request import LocalRequest
from handlers.local.server import LocalTelegram
from handlers.local.terminal import Terminal

with contextlib.suppress(ImportError):  # not on Windows; there the console edits lines itself
    import readline  # noqa: F401  makes input() remember and edit lines

T = TypeVar("T")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("chat", help="thử bot ngay trong cửa sổ này, với số liệu mẫu")
    parser.add_argument("--db", type=Path, metavar="TỆP", help="giữ số liệu trong tệp SQLite này (mặc định: bỏ khi thoát)")
    parser.add_argument(
        "--today", type=day_option, default=SAMPLE_DAY, metavar="NGÀY", help="ngày hôm nay của bot (%(default)s)"
    )
    parser.add_argument("--as", dest="who", default="clerk:SCT", metavar="VAI", help=f"{ROLE_WORDS} (mặc định: %(default)s)")
    parser.add_argument("--dark", action="store_true", help="hình nền tối, như CCHC_PICTURES=dark")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Chat until the input ends; 0, or 2 when the role is unknown."""
    set_up_logging("ERROR")
    catalogue = load_catalogue()
    try:
        who = persona(args.who, catalogue)
    except ValueError as problem:
        sys.stderr.write(f"--as {args.who}: {problem}\n")
        return 2
    clock = ShiftedClock(args.today)
    with ExitStack() as stack:
        settings, storage = stack.enter_context(opened_sample(catalogue, clock.now(), kept=args.db))
        settings = replace(settings, dark_pictures=args.dark)
        # ids of updates and messages must not come again in a database that is kept
        first_id = 1 if args.db is None else int(SystemClock().now().timestamp())
        server = LocalTelegram(now=lambda: clock.now().timestamp(), first_id=first_id)
        request = LocalRequest(server)
        app = build_app(
            settings, reader=Reader(catalogue), catalogue=catalogue, storage=storage, clock=clock, requests=(request, request)
        )
        background = stack.enter_context(_background_loop())
        bot = AsyncExitStack()
        app = background.run(bot.enter_async_context(running(app, limits=None, ticks=False)))
        stack.callback(lambda: background.run(bot.aclose()))
        screen = _Screen()
        terminal = Terminal(app, server, clock, write=screen.write, colour=sys.stdout.isatty())
        background.run(terminal.open(who))
        _talk(terminal, screen, background)
    return 0


class _Screen:
    """Standard output. At a keyboard a message that comes by itself goes above the line that is being typed."""

    def __init__(self) -> None:
        self.waiting_prompt = ""

    def write(self, text: str) -> None:
        if self.waiting_prompt:
            text = f"\r\x1b[K{text}"
        sys.stdout.write(f"{text}\n{self.waiting_prompt}")
        sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class _Background:
    """An event loop in its own thread: the bot goes on while this thread waits for the next line."""

    loop: asyncio.AbstractEventLoop

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()


@contextlib.contextmanager
def _background_loop() -> Iterator[_Background]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="bot")
    thread.start()
    try:
        yield _Background(loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _talk(terminal: Terminal, screen: _Screen, background: _Background) -> None:
    """Line by line until the input ends. From a pipe each line is shown before its answer."""
    at_keyboard = sys.stdin.isatty()
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # Windows has another encoding by itself
            stream.reconfigure(encoding="utf-8", errors="replace")
    screen.write(terminal.banner())
    with contextlib.suppress(KeyboardInterrupt, EOFError):
        while True:
            prompt = terminal.prompt
            if at_keyboard:
                screen.waiting_prompt = prompt
                line = input(prompt)
                screen.waiting_prompt = ""
            else:
                line = sys.stdin.readline()
                if not line:
                    break
                screen.write(f"\n{prompt}{line.rstrip()}" if line.strip() else "")
            if not background.run(terminal.take(line.rstrip("\n"))):
                break
            if at_keyboard:
                screen.write("")
    screen.waiting_prompt = ""
    if at_keyboard:
        screen.write("Tạm biệt anh/chị.")
