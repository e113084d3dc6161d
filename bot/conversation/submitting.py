"""/nop: which report, what submitting it would submit, or that it was handed in on paper. The questions are in `settling`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import arguments, memory, scope, settling, telling
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report_life import Step, allows
from bot.domain.submission import unsettled
from bot.replies import guide
from bot.replies import submitting as replies


def ask_to_submit(argument: str, exchange: Exchange) -> None:
    """/nop: of one's own agency, or of the one named."""
    if arguments.is_unclear(argument, exchange, example="/nop {}"):
        return
    named = scope.named_agency(argument, exchange)
    agencies = (named,) if named else exchange.person.agencies_of(Role.CLERK)
    if not agencies:
        is_administrator = may(exchange.person, Action.ADMINISTER)
        exchange.answer(guide.name_the_agency("/nop sct") if is_administrator else guide.clerks_only())
        return
    owing = [agency for agency in agencies if _to_submit(agency, exchange)]
    focus = memory.read_focus(exchange)
    if len(owing) > 1 and focus.agency not in owing:
        exchange.answer(replies.submit_which(owing, exchange.catalogue))
        return
    begin(focus.agency if focus.agency in owing else next(iter(owing), agencies[0]), None, exchange)


def _to_submit(agency: AgencyCode, exchange: Exchange) -> list[Period]:
    """The open reports of the agency that are not submitted yet; one whose window goes on only when there is no other."""
    owing = [period for period in scope.open_periods(exchange, agency) if not exchange.store.report(agency, period).is_locked]
    ended = [period for period in owing if period.last_day < exchange.today]
    return ended or owing


def begin(agency: AgencyCode, period: Period | None, exchange: Exchange) -> None:
    """Show what submitting would submit, and what it will ask."""
    if settling.is_hindered(agency, exchange):
        return
    periods = [period] if period is not None else _to_submit(agency, exchange)
    chosen = scope.chosen_period(exchange)
    if len(periods) > 1 and chosen not in periods:
        exchange.answer(replies.submit_which_period(agency, periods))
        return
    period = chosen if chosen in periods else next(iter(periods or scope.open_periods(exchange, agency)), None)
    if period is None:
        exchange.answer(guide.no_open_period())
        return
    report = exchange.store.report(agency, period)
    if report.is_locked:
        exchange.answer(replies.already_submitted(report, exchange.catalogue))
        return
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    exchange.answer(replies.begin_submission(agency, period, points, report, exchange.catalogue))


def press(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> str | None:
    """A button of these messages; the short text to answer with."""
    match action["do"]:
        case "nop" if agency is not None:
            begin(agency, period, exchange)
            return None
        case "settle" if agency is not None and period is not None:
            settling.begin(agency, period, exchange)
            return None
        case "paper" | "on_paper" if agency is not None and period is not None:
            _on_paper(agency, period, exchange, sure=action["do"] == "on_paper", anew=action.get("anew", False))
            return None
        case _:
            return settling.press(action, agency, period, exchange)


def _on_paper(agency: AgencyCode, period: Period, exchange: Exchange, *, sure: bool, anew: bool) -> None:
    """Say that the report was handed in on paper, once that was confirmed. `anew`: the reminder it was pressed under stays."""
    if settling.is_hindered(agency, exchange):
        return
    report = exchange.store.report(agency, period)
    if not allows(Step.ON_PAPER, report):
        exchange.answer(replies.already_submitted(report, exchange.catalogue))
        return
    if not sure:
        exchange.answer(replace(replies.confirm_paper(report, exchange.catalogue), edits=not anew))
        return
    taken = settling.take(Step.ON_PAPER, agency, period, exchange)
    if taken is not None:
        quiet_until = taken.report.quiet_until(exchange.calendar)
        exchange.answer(replies.on_paper(taken.report, exchange.catalogue, quiet_until))
        telling.tell(taken, exchange)
