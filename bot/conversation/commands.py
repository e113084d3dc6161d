"""Slash commands: which there are, and /help, /huy, /nop. The others stand with their topics."""

from __future__ import annotations

from bot.conversation import duties, groups, growing, invites, memory, people, scope, surveys
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode
from bot.domain.completeness import completeness
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.incoming import Command
from bot.replies import guide, submitting
from bot.understanding.request import Intent, Question


def run_command(command: Command, exchange: Exchange) -> None:
    """Run one command; an unknown one is answered with what there is."""
    match command.name:
        case "start":
            invites.start(command.argument, exchange)
        case "help" | "trogiup":
            exchange.answer(guide.help_text(exchange.person))
        case "huy":
            _cancel(exchange)
        case "toi":
            duties.show_me(exchange)
        case "thieu":
            surveys.answer_missing(Question(Intent.MISSING, (), certain=True), exchange)
        case "lich":
            surveys.answer_deadline(Question(Intent.DEADLINE, (), certain=True), exchange)
        case "nop":
            _ask_to_submit(exchange)
        case "moi":
            invites.invite(command.argument, exchange)
        case "nguoi":
            people.show_people(command.argument, exchange)
        case "giao":
            duties.distribute(command.argument, exchange)
        case "viec":
            duties.show_own(exchange)
        case "bidanh":
            growing.show_unmatched(exchange)
        case "dangky":
            groups.register(command.argument, exchange)
        case "huydangky":
            groups.unregister(exchange)
        case _:
            exchange.answer(guide.not_understood(exchange.person))


def _cancel(exchange: Exchange) -> None:
    kinds = ("pending", "entry")
    something = any(exchange.store.memory(exchange.chat_id, exchange.person.id, kind) for kind in kinds)
    for kind in kinds:
        exchange.store.remember(exchange.chat_id, exchange.person.id, kind, None)
    exchange.answer(guide.cancelled(something=something))


def _ask_to_submit(exchange: Exchange) -> None:
    agencies = exchange.person.agencies_of(Role.CLERK)
    if not agencies:
        exchange.answer(guide.clerks_only())
        return
    owing = [agency for agency in agencies if _period_to_submit(agency, exchange) is not None]
    focus = memory.read_focus(exchange)
    if len(owing) > 1 and focus.agency not in owing:
        exchange.answer(submitting.submit_which(owing, exchange.catalogue))
        return
    ask_to_submit(focus.agency if focus.agency in owing else next(iter(owing), agencies[0]), exchange)


def _period_to_submit(agency: AgencyCode, exchange: Exchange) -> Period | None:
    """The first open report of the agency that is not submitted yet."""
    periods = scope.open_periods(exchange, agency)
    return next((period for period in periods if not exchange.store.report(agency, period).is_locked), None)


def ask_to_submit(agency: AgencyCode, exchange: Exchange) -> None:
    """Show what submitting would submit, with a button that does it."""
    if not may(exchange.person, Action.SUBMIT, agency):
        exchange.answer(guide.clerks_only())
        return
    if not exchange.takes_entries(agency):
        exchange.answer(submitting.not_submitted_here())
        return
    period = _period_to_submit(agency, exchange) or next(iter(scope.open_periods(exchange, agency)), None)
    if period is None:
        exchange.answer(guide.no_open_period())
        return
    report = exchange.store.report(agency, period)
    if report.is_locked:
        exchange.answer(submitting.already_submitted(report, exchange.catalogue))
        return
    left = completeness(exchange.store, exchange.catalogue, agency, period)
    estimates = [
        exchange.catalogue.row(value.key.indicator)
        for value in exchange.store.values(agencies=(agency,), periods=(period,))
        if value.figure.estimate and value.key.indicator in exchange.catalogue
    ]
    exchange.answer(submitting.confirm_submission(agency, period, len(left.blank), estimates, exchange.catalogue))


def submit(agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Mark a report submitted; it takes no entries from then on."""
    if not may(exchange.person, Action.SUBMIT, agency):
        exchange.answer(guide.clerks_only())
        return
    if not exchange.takes_entries(agency):
        exchange.answer(submitting.not_submitted_here())
        return
    report = exchange.store.report(agency, period)
    if report.is_locked:
        exchange.answer(submitting.already_submitted(report, exchange.catalogue))
        return
    report = Report(agency, period, ReportState.SUBMITTED, exchange.now, exchange.person.id)
    exchange.store.save_report(report, by=exchange.person.id, at=exchange.now)
    exchange.answer(submitting.submitted(report, exchange.catalogue))
