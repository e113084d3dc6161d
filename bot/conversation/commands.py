"""Slash commands: which there are, and /help, /huy. The others stand with their topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import (
    arguments,
    aside,
    checking,
    due,
    duties,
    exporting,
    file_reading,
    groups,
    growing,
    guide_answers,
    guide_memory,
    guide_start,
    invites,
    looking_back,
    people,
    questions,
    reminding,
    reports,
    reviewing,
    scope,
    settling,
    submitting,
    summing_up,
    surveys,
)
from bot.conversation.exchange import Exchange
from bot.incoming import Command
from bot.replies import guide
from bot.understanding.request import Intent, Question
from bot.understanding.text import words_of


def run_command(command: Command, exchange: Exchange) -> None:
    """Run one command; an unknown one is answered with what there is."""
    run = _COMMANDS.get(command.name)
    if run is None:
        exchange.answer(guide.not_understood(exchange.person))
        return
    here = aside.in_private(exchange) if command.name in PRIVATE else exchange
    if here is not None:
        run(_argument_of(command, exchange), here)


def _argument_of(command: Command, exchange: Exchange) -> str:
    """As typed; "/baocao" alone in an agency's group asks for that agency's report, also where it is answered in private."""
    group = exchange.group
    if command.name == "baocao" and not command.argument and group is not None and group.agency is not None:
        return group.agency
    return command.argument


def _help(_argument: str, exchange: Exchange) -> None:
    if exchange.incoming.chat.is_private:
        exchange.answer(guide.help_text(exchange.person))
    else:
        groups.say_what_works_here(exchange)


def _show_missing(argument: str, exchange: Exchange) -> None:
    if arguments.is_unclear(argument, exchange, example="/thieu {}"):
        return
    named = tuple(mention.value for mention in exchange.reader.agencies.find(words_of(argument), today=exchange.today))
    question = Question(Intent.MISSING, (), certain=True, agencies=named[:1], period=scope.named_period(argument, exchange))
    surveys.answer_missing(question, exchange)


def _cancel(_argument: str, exchange: Exchange) -> None:
    kinds = ("pending", "entry")
    something = any(exchange.store.memory(exchange.chat_id, exchange.person.id, kind) for kind in kinds)
    for kind in kinds:
        exchange.store.remember(exchange.chat_id, exchange.person.id, kind, None)
    something |= questions.forget_question(exchange)
    something |= settling.forget_submission(exchange)
    something |= file_reading.forget_scope(exchange)
    something |= guide_memory.forget_guide(exchange)
    exchange.offered.setdefault(exchange.chat_id, [])
    exchange.answer(guide.cancelled(something=something))


# about people, rights and the work on reports: asked in a group, they are answered in private, and the group is told so
PRIVATE = frozenset(
    {"toi", "viec", "giao", "moi", "nguoi", "duyet", "molai", "baocao", "bidanh", "han", "nhac", "kiemtra", "lichsu"}
)
_COMMANDS: Mapping[str, Callable[[str, Exchange], None]] = {
    "kiemtra": checking.show_checks,
    "lichsu": looking_back.look_back,
    "hoantac": guide_answers.undo_last,
    "start": invites.start,
    "help": _help,
    "trogiup": _help,
    "huy": _cancel,
    "toi": lambda _argument, exchange: duties.show_me(exchange),
    "nhap": guide_start.enter_guided,
    "thieu": _show_missing,
    "lich": lambda _argument, exchange: due.show_due(exchange),
    "han": due.ask_to_move,
    "nhac": reminding.set_rules,
    "tonghop": summing_up.sum_up,
    "xuat": exporting.export,
    "nop": submitting.ask_to_submit,
    "duyet": reviewing.show_waiting,
    "molai": reviewing.show_locked,
    "baocao": reports.show_history,
    "moi": invites.invite,
    "nguoi": people.show_people,
    "giao": duties.distribute,
    "viec": lambda _argument, exchange: duties.show_own(exchange),
    "bidanh": lambda _argument, exchange: growing.show_unmatched(exchange),
    "dangky": groups.register,
    "huydangky": lambda _argument, exchange: groups.unregister(exchange),
}
NAMES = tuple(_COMMANDS)
