"""A clerk asks the administrators to reopen a locked report; they decide."""

from __future__ import annotations

from bot.conversation import arguments, aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report import LOCKED
from bot.domain.resubmission import changed_since_submission
from bot.replies import guide
from bot.replies import report_life as replies
from bot.replies.reply import Reply
from bot.replies.submitting import already_submitted

_MEMORY = "asked"  # per report: as of when its administrators were asked, so that they are asked once


def ask_by_command(argument: str, exchange: Exchange) -> None:
    """/molai of a clerk: the locked report of their agency that is named, else which one."""
    if arguments.is_unclear(argument, exchange, example="/molai {}"):
        return
    named = scope.named_agency(argument, exchange)
    if named is not None and not may(exchange.person, Action.SUBMIT, named):
        exchange.answer(guide.clerks_only())
        return
    agencies = (named,) if named is not None else exchange.person.agencies_of(Role.CLERK)
    period = scope.named_period(argument, exchange)
    locked = [each for each in exchange.store.reports_in(LOCKED) if each.agency in agencies and period in (None, each.period)]
    locked.sort(key=lambda report: report.period, reverse=True)
    if len(locked) == 1:
        toast = ask(locked[0].agency, locked[0].period, exchange)
        if toast is not None:
            exchange.answer(Reply(toast))
    elif locked:
        exchange.answer(replies.which_to_reopen(locked, exchange.catalogue))
    else:
        exchange.answer(replies.nothing_locked(agencies, period, exchange.catalogue))


def ask(agency: AgencyCode, period: Period, exchange: Exchange) -> str | None:
    """The press of "Xin mở lại"; the short text to answer it with."""
    if not may(exchange.person, Action.SUBMIT, agency):
        return "Nút này dành cho người nhập số liệu của đơn vị."
    report = exchange.store.report(agency, period)
    if not report.is_locked:
        exchange.answer(already_submitted(report, exchange.catalogue))
        return None
    kind = f"{_MEMORY}:{agency}:{period.code}"
    document = {"since": report.since.isoformat() if report.since else None}
    if exchange.store.memory(exchange.person.id, exchange.person.id, kind) == document:
        return "Anh/chị đã xin rồi, Sở Nội vụ đang xem."
    if not any(exchange.store.may_write_to(each.id) for each in exchange.store.people(role=Role.ADMINISTRATOR)):
        return "Chưa có quản trị nào nhận được tin. Anh/chị liên hệ trực tiếp Sở Nội vụ."
    exchange.store.remember(exchange.person.id, exchange.person.id, kind, document)
    changed = changed_since_submission(exchange.store, report)
    aside.tell_administrators(replies.asks_to_reopen(report, exchange.person.name, changed, exchange.catalogue), exchange)
    exchange.answer(replies.asked_to_reopen(report, exchange.catalogue))
    return None
