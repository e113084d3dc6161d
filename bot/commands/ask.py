"""`cchc-bot ask TEXT`: one message in, the reply out, nothing stored."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack

from bot.clock import Clock, ShiftedClock, SystemClock
from bot.commands.opening import SAMPLE_DAY, opened_sample, opened_storage
from bot.commands.options import ROLE_WORDS, day_option, persona
from bot.conversation import take_turn
from bot.domain.catalogue_file import load_catalogue
from bot.domain.growing import with_accepted
from bot.domain.outgoing import Outgoing
from bot.domain.people import Person
from bot.incoming import Chat, Incoming, Sender, Text
from bot.settings import load_settings
from bot.understanding.reader import Reader
from handlers.local.entities import parse_html
from handlers.local.screen import message_lines
from storage import UnitOfWork

_NOBODY = -1  # person, chat and update that Telegram never gives out: nothing real is touched
_LEASE_SECONDS = 60.0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "ask",
        help="hỏi một câu, in câu trả lời",
        description="Hỏi một câu như trong khung chat và in câu trả lời. Chỉ xem: tin nhập số liệu được trả lời, không ghi.",
    )
    parser.add_argument("text", nargs="+", metavar="CÂU")
    parser.add_argument("--as", dest="who", default="official", metavar="VAI", help=f"{ROLE_WORDS} (mặc định: %(default)s)")
    parser.add_argument("--today", type=day_option, metavar="NGÀY", help="coi ngày này là hôm nay")
    parser.add_argument("--sample", action="store_true", help="hỏi trên số liệu mẫu thay cho cơ sở dữ liệu đã cài đặt")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the replies; 0, or 2 when the role is unknown."""
    with ExitStack() as stack:
        configured = None if args.sample else load_settings()
        catalogue = load_catalogue(configured.catalogue if configured else None)
        try:
            who = persona(args.who, catalogue)
        except ValueError as problem:
            sys.stderr.write(f"--as {args.who}: {problem}\n")
            return 2
        today = args.today or (SAMPLE_DAY if args.sample else None)
        clock: Clock = ShiftedClock(today) if today else SystemClock()
        if configured is not None:
            settings, storage = configured, stack.enter_context(opened_storage(configured))
        else:
            settings, storage = stack.enter_context(opened_sample(catalogue, clock.now()))
        now = clock.now()
        incoming = Incoming(_NOBODY, Chat(_NOBODY, is_private=True), Sender(_NOBODY, who.name), None, Text(" ".join(args.text)))
        with storage.begin() as work:  # never committed
            if who.grant is not None:
                work.save_person(Person(_NOBODY, who.name, (who.grant,)))
            grown = with_accepted(catalogue, work.accepted_aliases())
            take_turn(incoming, store=work, catalogue=grown, reader=Reader(grown), settings=settings, now=now)
            for message in _replies(work, clock):
                sys.stdout.write(f"{_shown(message)}\n")
            if work.batch(f"update:{_NOBODY}"):
                sys.stderr.write("Lệnh ask không ghi số liệu: các thay đổi trên chỉ để xem thử.\n")
    return 0


def _replies(work: UnitOfWork, clock: Clock) -> Iterator[Outgoing]:
    """What the turn put out, among everything that waits to be sent."""
    while item := work.claim_out(clock.now(), by="ask", lease_seconds=_LEASE_SECONDS):
        work.sent(item.id, item.id, clock.now())  # else its chat would hold back the next
        if item.message.chat_id == _NOBODY:
            yield item.message


def _shown(message: Outgoing) -> str:
    text, entities = parse_html(message.text)
    rows = [[{"text": button.label} for button in row] for row in message.buttons]
    shown = {"text": text, "entities": entities, "reply_markup": {"inline_keyboard": rows}}
    return message_lines(shown, colour=sys.stdout.isatty())
