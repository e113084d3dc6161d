"""Slash commands: /start, /help, /huy, /toi, /thieu, /nop, /lich, /han, /nhac, /moi, /bidanh, /dangky."""

from __future__ import annotations

import secrets
from datetime import timedelta

from bot.clock import day_in_viet_nam
from bot.conversation import due, growing, memory, reminding, scope, surveys
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.completeness import completeness
from bot.domain.people import Action, Grant, Group, Invite, Person, Role, may
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.incoming import Command
from bot.replies import guide, submitting
from bot.replies.reply import Reply
from bot.understanding.request import Intent, Question
from bot.understanding.text import fold, words_of

INVITE_LIFE = timedelta(days=7)
_ROLE_WORDS = {"nhap": Role.CLERK, "xem": Role.VIEWER, "quan": Role.ADMINISTRATOR}


def run_command(command: Command, exchange: Exchange) -> None:
    """Run one command; an unknown one is answered with what there is."""
    match command.name:
        case "start":
            _start(command.argument, exchange)
        case "help" | "trogiup":
            exchange.answer(guide.help_text(exchange.person))
        case "huy":
            _cancel(exchange)
        case "toi":
            exchange.answer(Reply(guide.who_am_i(exchange.person, exchange.catalogue)))
        case "thieu":
            surveys.answer_missing(Question(Intent.MISSING, (), certain=True), exchange)
        case "lich":
            due.show_due(exchange)
        case "han":
            due.ask_to_move(command.argument, exchange)
        case "nhac":
            reminding.set_rules(command.argument, exchange)
        case "nop":
            _ask_to_submit(exchange)
        case "moi":
            _invite(command.argument, exchange)
        case "bidanh":
            growing.show_unmatched(exchange)
        case "dangky":
            _register_group(command.argument, exchange)
        case _:
            exchange.answer(guide.not_understood(exchange.person))


def _start(argument: str, exchange: Exchange) -> None:
    token = argument.strip()
    person = exchange.person
    if token:
        invite = exchange.store.invite(token)
        if invite is not None and invite.used_by is None and invite.grant in person.grants:
            exchange.answer(guide.already_invited(person, exchange.catalogue))  # and the link is left to whom it is for
            return
        known = invite is not None and (not invite.grant.agency or exchange.known_agency(invite.grant.agency))
        if invite is None or not known or not exchange.store.use_invite(token, by=person.id, at=exchange.now):
            exchange.answer(guide.invite_invalid())
            return
        if invite.grant not in person.grants:
            person = Person(person.id, person.name, (*person.grants, invite.grant))
        exchange.store.save_person(person)
        exchange.answer(guide.invited(person, exchange.catalogue))
    elif not person.grants:
        exchange.answer(guide.stranger(person.id))
    else:
        exchange.answer(guide.greeting(person, exchange.catalogue, scope.usual_period(exchange)))


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


def _invite(argument: str, exchange: Exchange) -> None:
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if not exchange.incoming.chat.is_private:
        exchange.answer(guide.invite_in_private())
        return
    words = words_of(argument)
    role = _ROLE_WORDS.get(words[0].folded) if words else None
    found = exchange.reader.agencies.find(words, today=exchange.today)
    agency = next((mention.value for mention in found if mention.value != ALL_AGENCIES), None)
    if role is None or (role is Role.CLERK and agency is None):
        exchange.answer(guide.invite_usage())
        return
    grant = Grant(role, None if role is Role.ADMINISTRATOR else agency)
    invite = Invite(secrets.token_urlsafe(24), grant, exchange.person.id, exchange.now, exchange.now + INVITE_LIFE)
    exchange.store.add_invite(invite)
    expires = day_in_viet_nam(invite.expires_at)
    link = (
        f"https://t.me/{exchange.settings.bot_name}?start={invite.token}"
        if exchange.settings.bot_name
        else f"/start {invite.token}"
    )
    exchange.answer(guide.invite_made(link, role, grant.agency, exchange.catalogue, expires))


def _register_group(argument: str, exchange: Exchange) -> None:
    chat = exchange.incoming.chat
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if chat.is_private:
        exchange.answer(guide.group_usage())
        return
    words = words_of(argument)
    found = [mention.value for mention in exchange.reader.agencies.find(words, today=exchange.today)]
    agency = next((code for code in found if code != ALL_AGENCIES), None)
    if fold(argument) and not found:
        exchange.answer(guide.group_usage())
        return
    group = Group(chat.id, chat.thread_id, chat.title, agency, exchange.person.id)
    exchange.store.save_group(group)
    exchange.answer(guide.group_registered(group, exchange.catalogue))
