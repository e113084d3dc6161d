"""Slash commands: which there are, and /help, /huy. The others stand with their topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import (
    due,
    duties,
    groups,
    growing,
    guide_memory,
    guide_start,
    invites,
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
    else:
        run(command.argument, exchange)


def _help(_argument: str, exchange: Exchange) -> None:
    exchange.answer(guide.help_text(exchange.person))


def _show_missing(argument: str, exchange: Exchange) -> None:
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
    something |= guide_memory.forget_guide(exchange)
    exchange.answer(guide.cancelled(something=something))


_COMMANDS: Mapping[str, Callable[[str, Exchange], None]] = {
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
