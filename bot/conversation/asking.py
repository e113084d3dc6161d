"""Answering questions: settle agency and period, look up, reply. Nothing here writes a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import assert_never

from bot.conversation import aside, charting, looking_back, memory, scope, surveys
from bot.conversation.exchange import Exchange
from bot.conversation.scope import asked_agencies, asked_period, latest_collected, rests_on_unsubmitted
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, CatalogueRow, IndicatorId, Measure, RowKind
from bot.domain.lookup import Contradictory, Derived, Figures, NotReported, figure_of, read_figures
from bot.domain.overview import is_visible
from bot.domain.people import Action, may
from bot.domain.period import Period, Span
from bot.domain.resubmission import changed_since_submission
from bot.domain.value import Figure
from bot.replies import comparisons, groups, guide
from bot.replies import figures as replies
from bot.replies.reply import Reply
from bot.understanding.request import Focus, Intent, Question

_TREND_POINTS = 8  # two years of quarters
_TREND_YEARS = 3  # looked through first: with the year that has begun they hold as many quarters
_CARD_INTENTS = {Intent.VALUE, Intent.MISSING, Intent.NOTE, Intent.TOTAL}


def answer_question(question: Question, exchange: Exchange) -> None:
    """Answer one question and remember what it was about."""
    question = charting.meant(question, exchange)
    if question.chart is not None and not question.candidates and question.intent is not Intent.DEADLINE:
        charting.answer_without_row(question, exchange)
        return
    match question.intent:
        case Intent.SUBMITTED:
            surveys.answer_submitted(question, exchange)
            return
        case Intent.DEADLINE:
            surveys.answer_deadline(question, exchange)
            return
        case Intent.MISSING if surveys.is_of_report(question, exchange):
            surveys.answer_missing(question, exchange)
            return
    if question.excluded and question.candidates:
        exchange.answer(guide.not_subtracted(question.excluded))
    rows = [exchange.catalogue.row(candidate.indicator) for candidate in question.candidates]
    if not rows or _is_elsewhere(question, exchange):
        return
    if question.chart is not None and charting.asks_which(question, rows, exchange):
        return
    if not question.certain and len(rows) > 1:
        order = [row.id for row in exchange.catalogue.rows]
        _answer_readings(question, sorted(rows[:5], key=lambda row: order.index(row.id)), exchange)
        return
    row = rows[0]
    if row.kind is not RowKind.INDICATOR and question.intent in _CARD_INTENTS and exchange.catalogue.children(row.id):
        _answer_card(question, row, exchange)
        return
    if question.chart is not None and question.intent in charting.OVER_TIME:
        _draw_row(question, row, exchange)
        return
    _answer_row(question, row, exchange)


def _draw_row(question: Question, row: CatalogueRow, exchange: Exchange) -> None:
    """A picture of one indicator: over time of one agency, side by side of several."""
    agencies = asked_agencies(question, exchange)
    if len(agencies) != 1 or ALL_AGENCIES in agencies:
        surveys.answer_comparison(question, row, agencies, exchange)
    else:
        charting.answer_trend(question, row, agencies[0], exchange)


def _is_elsewhere(question: Question, exchange: Exchange) -> bool:
    """Whether it is about agencies that this chat was not registered for; if so, that is said."""
    group = exchange.group
    if exchange.incoming.chat.is_private or question.intent is Intent.DEFINE or group is None:
        return False
    agencies = asked_agencies(question, exchange)
    over_all = ALL_AGENCIES in agencies or question.intent is Intent.RANK
    if over_all and group.agency is not None:
        everyone = replace(question, agencies=(ALL_AGENCIES,))
        here = groups.only_own_here(group.agency, exchange.catalogue)
        aside.answer_aside(here, exchange, partial(answer_question, everyone))
        return True
    hidden = next((agency for agency in agencies if agency != ALL_AGENCIES and not exchange.shows(agency)), None)
    if hidden is not None:
        theirs = replace(question, agencies=agencies)
        aside.answer_aside(groups.not_shown_here(hidden, exchange.catalogue), exchange, partial(answer_question, theirs))
    return hidden is not None


def _answer_hidden(question: Question, reply: Reply, agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """The report is not submitted: `reply` says so, or the group does and who may see it is answered in private."""
    may_ask = exchange.asides and may(exchange.person, Action.READ_UNSUBMITTED, agency)
    if exchange.incoming.chat.is_private or not may_ask:
        exchange.answer(reply)
        return
    named = question.period or (None if question.periods else period)
    again = replace(question, agencies=(agency,), period=named)
    here = groups.not_yet_here(agency, period, exchange.catalogue)
    aside.answer_aside(here, exchange, partial(answer_question, again))


def _answer_row(question: Question, row: CatalogueRow, exchange: Exchange) -> None:
    agencies = asked_agencies(question, exchange)
    several = len(agencies) != 1 or ALL_AGENCIES in agencies
    match question.intent:
        case Intent.DEFINE:
            period = question.period or latest_collected(exchange)
            exchange.answer(replies.definition(row, exchange.catalogue, period))
            memory.keep_focus(exchange, Focus(row.id, None, None, Intent.VALUE))
        case Intent.TOTAL | Intent.MISSING if not several and (question.agencies or exchange.group is not None):
            _answer_value(question, row, agencies[0], exchange)  # the total of one agency is its figure
        case Intent.RANK | Intent.TOTAL | Intent.MISSING:
            surveys.answer_survey(question, row, exchange)
        case Intent.TREND if several:
            surveys.answer_survey(question, row, exchange)
        case Intent.TREND:
            _answer_trend(question, row, agencies[0], exchange)
        case Intent.COMPARE if several:
            surveys.answer_comparison(question, row, agencies, exchange)
        case Intent.COMPARE:
            _answer_periods(question, row, agencies[0], exchange)
        case Intent.VALUE | Intent.NOTE | Intent.HISTORY if several:
            surveys.answer_comparison(question, row, agencies, exchange)
        case Intent.VALUE if len(question.periods) > 1:
            _answer_periods(question, row, agencies[0], exchange)
        case Intent.VALUE:
            _answer_value(question, row, agencies[0], exchange)
        case Intent.NOTE:
            _answer_note(question, row, agencies[0], exchange)
        case Intent.HISTORY:
            _answer_history(question, row, agencies[0], exchange)
        case Intent.SUBMITTED | Intent.DEADLINE:
            pass  # answered before a row is looked at
        case _:
            assert_never(question.intent)


def _answer_value(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    period = asked_period(question, (row,), agency, figures, exchange)
    memory.keep_focus(exchange, Focus(row.id, agency, period, Intent.VALUE))
    finding = figures.find(row.id, agency, period)
    if not is_visible(finding, exchange.sees):
        _answer_hidden(question, replies.hidden(row, agency, period, exchange.catalogue), agency, period, exchange)
    elif isinstance(finding, NotReported | Contradictory):
        aside = [each for each in exchange.store.values_set_aside(agency, period) if each.key.indicator == row.id]
        if aside and exchange.sees(agency, period) and isinstance(finding, NotReported):
            exchange.answer(replies.put_aside(row, aside[0], exchange.catalogue))
        else:
            available, further = scope.nearest_shown(finding.key, figures, exchange)
            exchange.answer(replies.nothing_found(row, finding, exchange.catalogue, available, further=further))
    else:
        report = exchange.store.report(agency, period)
        provisional = rests_on_unsubmitted(finding, exchange)
        changed = bool(changed_since_submission(exchange.store, report, indicator=row.id))
        exchange.answer(replies.found(row, agency, period, finding, report, figures, provisional=provisional, changed=changed))


def _answer_readings(question: Question, rows: Sequence[CatalogueRow], exchange: Exchange) -> None:
    agencies = asked_agencies(question, exchange)
    if len(agencies) > 1 or ALL_AGENCIES in agencies:
        surveys.answer_which_row(question, rows, exchange)
        return
    agency = agencies[0]
    figures = read_figures(exchange.store, exchange.catalogue, indicators=[row.id for row in rows], agencies=(agency,))
    period = asked_period(question, rows, agency, figures, exchange)
    if question.intent is Intent.HISTORY and exchange.sees(agency, period):
        looking_back.offer_figures(rows, agency, period, exchange)
        return
    if any(_is_hidden(row.id, agency, period, figures, exchange) for row in rows):
        _answer_hidden(question, guide.not_yet_shown(agency, period, exchange.catalogue), agency, period, exchange)
        return
    shown = [_shown(row.id, agency, period, figures, exchange) for row in rows]
    memory.keep_focus(exchange, Focus(None, agency, period, Intent.VALUE))
    provisional = any(_is_provisional(row.id, agency, period, figures, exchange) for row in rows)
    exchange.answer(replies.readings(rows, agency, period, shown, exchange.catalogue, provisional=provisional))


def _is_provisional(indicator: IndicatorId, agency: AgencyCode, period: Period, figures: Figures, exchange: Exchange) -> bool:
    """Whether a figure is shown that rests on a report still open."""
    shown = _shown(indicator, agency, period, figures, exchange)
    return shown is not None and rests_on_unsubmitted(figures.find(indicator, agency, period), exchange)


def _is_hidden(indicator: IndicatorId, agency: AgencyCode, period: Period, figures: Figures, exchange: Exchange) -> bool:
    """Whether there is a figure that may not be shown: then it must not be called missing either."""
    return not is_visible(figures.find(indicator, agency, period), exchange.sees)


def _shown(indicator: IndicatorId, agency: AgencyCode, period: Period, figures: Figures, exchange: Exchange) -> Figure | None:
    finding = figures.find(indicator, agency, period)
    return figure_of(finding) if is_visible(finding, exchange.sees) else None


def _answer_card(question: Question, row: CatalogueRow, exchange: Exchange) -> None:
    agencies = asked_agencies(question, exchange)
    if len(agencies) > 1 or ALL_AGENCIES in agencies:
        surveys.answer_which_row(question, tuple(exchange.catalogue.children(row.id)), exchange)
        return
    agency = agencies[0]
    rows = (row, *exchange.catalogue.below(row.id))
    figures = read_figures(exchange.store, exchange.catalogue, indicators=[each.id for each in rows], agencies=(agency,))
    period = asked_period(question, rows, agency, figures, exchange)
    memory.keep_focus(exchange, Focus(row.id, agency, period, Intent.VALUE))
    printed = {each.id for each in exchange.catalogue.form_for(period).rows}
    depth = {row.id: -1}
    entries = []
    for each in rows:
        if each.parent in depth and each.id != row.id:
            depth[each.id] = depth[each.parent] + 1
        figure = _shown(each.id, agency, period, figures, exchange)
        if each.id in printed or figure is not None:
            entries.append((each, max(depth.get(each.id, 0), 0), figure))
    if not exchange.sees(agency, period):
        _answer_hidden(question, replies.hidden(row, agency, period, exchange.catalogue), agency, period, exchange)
        return
    provisional = any(_is_provisional(each.id, agency, period, figures, exchange) for each in rows)
    exchange.answer(replies.card(row, agency, period, entries, exchange.catalogue, provisional=provisional))


def _answer_trend(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    memory.keep_focus(exchange, Focus(row.id, agency, None, Intent.TREND))
    points = []
    for period in question.periods or _quarters_with_figures(row, agency, figures, exchange):
        finding = figures.find(row.id, agency, period)
        figure = figure_of(finding) if is_visible(finding, exchange.sees) else None
        points.append((period, figure, isinstance(finding, Derived)))
    provisional = {at for at, _, _ in points if _is_provisional(row.id, agency, at, figures, exchange)}
    known = sum(figure is not None and figure.number is not None for _, figure, _ in points)
    reply = comparisons.trend(row, agency, points, exchange.catalogue, provisional=provisional)
    charting.offer(reply, row, Intent.TREND, exchange, numbers=known, among=(agency,), periods=question.periods)


def _quarters_with_figures(row: CatalogueRow, agency: AgencyCode, figures: Figures, exchange: Exchange) -> list[Period]:
    """The last quarters with a figure: equal lengths, so that flows compare like with like."""
    found: list[Period] = []
    for since in (exchange.today.year - _TREND_YEARS, None):
        known = figures.periods_with(row.id, agency, since=since)
        years = range(known[-1].year, known[0].year - 1, -1) if known else ()
        latest_first = (Period(year, span) for year in years for span in (Span.Q4, Span.Q3, Span.Q2, Span.Q1))
        shown = (period for period in latest_first if _shown(row.id, agency, period, figures, exchange) is not None)
        found = list(islice(shown, _TREND_POINTS))[::-1]
        if len(found) == _TREND_POINTS:
            return found
    if found or row.measure is Measure.FLOW:
        return found
    return [period for period in figures.periods_with(row.id, agency) if exchange.sees(agency, period)][-_TREND_POINTS:]


def _answer_periods(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    periods = question.periods
    if len(periods) < 2:  # noqa: PLR2004  "so với cùng kỳ": the period itself and its year before
        period = asked_period(question, (row,), agency, figures, exchange)
        periods = (period.same_last_year, period)
    memory.keep_focus(exchange, Focus(row.id, agency, periods[-1], Intent.COMPARE))
    hidden = next((at for at in periods if _is_hidden(row.id, agency, at, figures, exchange)), None)
    if hidden is not None:
        both = replace(question, periods=tuple(periods))
        _answer_hidden(both, replies.hidden(row, agency, hidden, exchange.catalogue), agency, hidden, exchange)
        return
    points = [(period, _shown(row.id, agency, period, figures, exchange)) for period in periods]
    provisional = {at for at in periods if _is_provisional(row.id, agency, at, figures, exchange)}
    reply = comparisons.periods_compared(row, agency, points, exchange.catalogue, provisional=provisional)
    alike = len({period.months for period in periods}) == 1
    known = sum(figure is not None and figure.number is not None for _, figure in points) if alike else 0
    charting.offer(reply, row, Intent.TREND, exchange, numbers=known, among=(agency,), periods=periods)


def _answer_note(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    period = asked_period(question, (row,), agency, figures, exchange)
    memory.keep_focus(exchange, Focus(row.id, agency, period, Intent.NOTE))
    if not exchange.sees(agency, period):
        _answer_hidden(question, replies.hidden(row, agency, period, exchange.catalogue), agency, period, exchange)
        return
    value = next((each for each in exchange.store.values(agencies=(agency,), periods=(period,), indicators=(row.id,))), None)
    exchange.answer(replies.note(row, value, agency, period, exchange.catalogue))


def _answer_history(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    period = asked_period(question, (row,), agency, figures, exchange)
    memory.keep_focus(exchange, Focus(row.id, agency, period, Intent.HISTORY))
    if not exchange.sees(agency, period):
        _answer_hidden(question, replies.hidden(row, agency, period, exchange.catalogue), agency, period, exchange)
        return
    looking_back.show_figure(row.id, agency, period, exchange)
