"""The life of a report in the chat, for the parts that take messages apart: buttons, answers in words, /baocao."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.conversation import (
    arguments,
    aside,
    checking,
    guide_start,
    memory,
    questions,
    reopening,
    reviewing,
    scope,
    settling,
    submitting,
)
from bot.conversation.exchange import Exchange
from bot.conversation.questions import Answer
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.resubmission import changed_since_submission
from bot.domain.value import ValueKey
from bot.incoming import Text
from bot.replies import entries, groups, guide, report_life
from bot.replies import reviewing as reviewing_replies
from bot.understanding.request import Focus, Request

_OLD = "Nút này đã cũ."
_NOT_HERE = "Anh/chị nhắn riêng cho tôi để làm việc này."
_SHOWING = {"review", "reopen", "steps"}  # pressed in a group they are answered in private; no step is taken in a group
_SUBMITTING = {
    "nop",
    "settle",
    "paper",
    "on_paper",
    "blank",
    "blank_all",
    "fill",
    "go_on",
    "estimates",
    "new_reason",
    "submit",
}
_REVIEWING = {
    "review",
    "accept",
    "return",
    "reopen",
    "not_now",
    "take_return",
    "take_reopen",
    "rewrite",
    "failing_rows",
    "no_rows",
    "add_row",
}


def press(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> str | None:
    """A button about a report; the short text to answer with."""
    do = action["do"]
    if do in _SUBMITTING:
        return submitting.press(action, agency, period, exchange)
    if (do in _REVIEWING or do == "steps") and not exchange.incoming.chat.is_private:
        if do not in _SHOWING:
            return _NOT_HERE
        here = aside.in_private(exchange)
        return None if here is None else press(action, agency, period, here)
    if do in _REVIEWING:
        return reviewing.press(action, agency, period, exchange)
    if do == "is_reason":
        answer = questions.confirmed_answer(action["question"], exchange)
        if answer is None:
            return _OLD
        _take(answer, exchange)
        return None
    if agency is None or period is None:
        return _OLD
    if do == "steps":
        _show_steps(agency, period, exchange)
    elif do == "ask_reopening":
        return reopening.ask(agency, period, exchange)
    elif do == "row" and action["i"] in exchange.catalogue:
        _open_row(IndicatorId(action["i"]), agency, period, exchange)
    else:
        return _OLD
    return None


def take_answer(content: Text, request: Request, exchange: Exchange) -> bool:
    """Whether a text was the answer to a question about a report, and has been dealt with."""
    answer = questions.read_answer(content, request, exchange)
    if isinstance(answer, Answer):
        _take(answer, exchange)
        return True
    return answer


def _take(answer: Answer, exchange: Exchange) -> None:
    match answer.about:
        case checking.QUESTION:
            checking.take_reason(answer.text, exchange)
        case settling.QUESTION:
            settling.take_reason(answer.text, exchange)
        case reviewing.REASON:
            reviewing.take_reason(answer.text, exchange)
        case reviewing.ROWS:
            reviewing.take_rows(answer.text, exchange)
        case _:
            pass  # asked by a version that knew other questions


def show_history(argument: str, exchange: Exchange) -> None:
    """/baocao: where one's own report stands, or the one named, and every step that led there."""
    if arguments.is_unclear(argument, exchange, example="/baocao {}"):
        return
    agency = scope.named_agency(argument, exchange) or exchange.own_agency or next(iter(exchange.person.agencies), None)
    if agency is None:
        exchange.answer(guide.name_the_agency("/baocao sct"))
        return
    period = scope.named_period(argument, exchange) or next(
        iter(scope.open_periods(exchange, agency)), scope.latest_collected(exchange)
    )
    _show_steps(agency, period, exchange)


def _show_steps(agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Every step of a report, for those who may see it before it is submitted, in private."""
    if not may(exchange.person, Action.READ_UNSUBMITTED, agency):
        exchange.answer(reviewing_replies.history_of_others(agency, exchange.catalogue))
        return
    steps = exchange.store.report_steps(agency, period)
    names = {step.by: scope.name_of(step.by, exchange) for step in steps if step.by is not None}
    report = exchange.store.report(agency, period)
    opens = may(exchange.person, Action.ADMINISTER)
    asks = not opens and may(exchange.person, Action.SUBMIT, agency)
    changed = changed_since_submission(exchange.store, report)
    exchange.answer(report_life.history(report, steps, names, exchange.catalogue, changed=changed, asks=asks, opens=opens))


def _open_row(row_id: IndicatorId, agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """A row of a returned report, opened for the clerk to mend."""
    if not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return
    if not exchange.takes_entries(agency):
        exchange.answer(groups.not_entered_here())
        return
    report = exchange.store.report(agency, period)
    if exchange.incoming.chat.is_private:
        told = reviewing_replies.why_returned(report)
        guide_start.mend_row(row_id, agency, period, exchange, told=told)
        return
    row = exchange.catalogue.row(row_id)
    value = exchange.store.value(ValueKey(agency, period, row_id))
    memory.keep_focus(exchange, Focus(row_id, agency, period))
    example = f"{period.name}: {entries.example(row)}"
    exchange.answer(reviewing_replies.row_to_mend(row, value, report, exchange.catalogue, example=example))
