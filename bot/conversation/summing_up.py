"""/tonghop: a period at a glance, over the agencies whose reports the chat and the person may see before submission."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.conversation import arguments, aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.summarising import shown_in
from bot.domain.summary import Summary, summarise
from bot.replies import groups, guide, summaries
from bot.understanding.periods import find_periods
from bot.understanding.text import words_of


def sum_up(argument: str, exchange: Exchange) -> None:
    """`/tonghop`, with a period or an agency behind it if another is meant."""
    if arguments.is_unclear(argument, exchange, example="/tonghop {}"):
        return
    words = words_of(argument)
    agencies = [mention.value for mention in exchange.reader.agencies.find(words, today=exchange.today)]
    named = next((code for code in agencies if code != ALL_AGENCIES), None)
    named_periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    period = named_periods[-1].value if named_periods else scope.usual_period(exchange) or scope.latest_collected(exchange)
    if not exchange.calendar.is_collected(period):
        exchange.answer(summaries.not_collected(period))
        return
    found = _summary(named, period, exchange, partial(sum_up, argument))
    if found is not None:
        deadline = exchange.calendar.deadline(period)
        dark = exchange.settings.dark_pictures
        exchange.answer(summaries.summary(found, exchange.catalogue, deadline=deadline, now=exchange.now, dark=dark))


def show_checks(agency: AgencyCode | None, period: Period, exchange: Exchange) -> None:
    """All failing checks of what a summary showed, as they are now."""
    found = _summary(agency, period, exchange, partial(show_checks, agency, period))
    if found is not None:
        exchange.answer(summaries.all_checks(found, exchange.catalogue))


def _summary(named: AgencyCode | None, period: Period, exchange: Exchange, again: Callable[[Exchange], None]) -> Summary | None:
    """The summary that may be shown here; None after a refusal, in a group with what `again` answers in private."""
    everyone = scope.valid_agencies(exchange, period)
    if exchange.incoming.chat.is_private:
        if named is not None and not exchange.sees(named, period):
            exchange.answer(guide.not_yet_shown(named, period, exchange.catalogue))
            return None
        seen = [code for code in everyone if may(exchange.person, Action.READ_UNSUBMITTED, code)]
        wanted = [code for code in everyone if code == named] if named is not None else seen
        own = wanted[0] if len(wanted) == 1 and wanted[0] in seen else None
    else:
        group = exchange.group
        if group is None or not group.active:
            aside.answer_aside(groups.group_not_registered(), exchange, again)
            return None
        if named is not None and not exchange.shows(named):
            aside.answer_aside(groups.not_shown_here(named, exchange.catalogue), exchange, again)
            return None
        own = group.agency
        one = named or own
        wanted = [code for code in everyone if one in (None, code)]
    if not wanted:
        exchange.answer(summaries.nothing_to_sum_up())
        return None
    shown = shown_in(exchange.store, exchange.calendar, own, exchange.today)
    return summarise(exchange.store, exchange.catalogue, period, wanted, shown=shown)
