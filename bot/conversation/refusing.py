"""Refusals of what somebody asks or tells: no indicator of the catalogue, no agency that reports."""

from __future__ import annotations

from bot.conversation import memory, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import RowKind
from bot.replies import arguments as replies
from bot.replies import entries, guide
from bot.replies.arguments import Unread
from bot.understanding.request import Focus, Unknown, UnknownKind

KINDS = {  # what is answered in groups too
    UnknownKind.NOT_IN_CATALOGUE,
    UnknownKind.NO_SUCH_AGENCY,
    UnknownKind.SEVERAL_REPORTS,
}


def refuse(request: Unknown, exchange: Exchange) -> None:
    """Say why one of these is not answered or not stored."""
    match request.kind:
        case UnknownKind.NO_SUCH_AGENCY:
            _answer_no_such_agency(request, exchange)
        case UnknownKind.SEVERAL_REPORTS:
            exchange.answer(entries.several_reports(exchange.own_agency, exchange.catalogue))
        case _:
            _answer_not_in_catalogue(request, exchange)


def _answer_not_in_catalogue(request: Unknown, exchange: Exchange) -> None:
    """The catalogue has no such indicator; the nearest are offered."""
    rows = [exchange.catalogue.row(candidate.indicator) for candidate in request.nearest]
    period = scope.usual_period(exchange) or scope.latest_collected(exchange)
    own, asked = exchange.own_agency, (request.agencies, request.period)
    exchange.answer(guide.not_in_catalogue(rows, exchange.catalogue, period, own, exchange.today, asked=asked))


def _answer_no_such_agency(request: Unknown, exchange: Exchange) -> None:
    """No report of that body is collected: nothing is shown or stored for it; the same is offered of the agencies nearest."""
    unread = Unread(request.outsider, request.agencies, scope.agencies_of_today(exchange))
    if request.intent is None:
        exchange.answer(replies.outsider_given(unread, exchange.catalogue))
        return
    row = exchange.catalogue.row(request.nearest[0].indicator) if request.nearest else None
    if row is not None:
        memory.keep_focus(exchange, Focus(row.id, None, request.period, request.intent))  # "còn sct?" goes on
    asked = (row, request.period, request.intent.value) if row is not None and row.kind is RowKind.INDICATOR else None
    exchange.answer(replies.outsider_asked(unread, asked, exchange.catalogue))
