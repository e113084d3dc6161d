"""A clerk asks the administrators to reopen a locked report; they decide."""

from __future__ import annotations

from bot.conversation import aside
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.resubmission import changed_since_submission
from bot.replies import report_life as replies
from bot.replies.submitting import already_submitted

_MEMORY = "asked"  # per report: as of when its administrators were asked, so that they are asked once


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
