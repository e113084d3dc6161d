"""Charts of figures: what a question or a press wants drawn, and the answer with its picture. The sender makes the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation import memory, scope, summing_up
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, CatalogueRow, IndicatorId, RowKind
from bot.domain.lookup import read_figures
from bot.domain.overview import Overview, Standing
from bot.domain.period import Period
from bot.domain.series import series
from bot.replies import charted
from bot.replies.chart_contents import is_drawable
from bot.replies.reply import Reply
from bot.understanding.request import Candidate, Chart, Focus, Intent, Question

OVER_TIME = {Intent.TREND, Intent.COMPARE, Intent.VALUE}  # intents that mean periods when one agency is asked about
_DRAWN = "chart"  # memory of what the last answer could be drawn as
_MOST_ROWS = 6
_SEVERAL = {Intent.TREND, Intent.COMPARE, Intent.RANK, Intent.TOTAL}  # intents whose answer is many figures
_PAIR = 2


def meant(question: Question, exchange: Exchange) -> Question:
    """The question that "vẽ đi" means: what was last answered with several figures, else the indicator over time."""
    if question.chart is not Chart.AGAIN or not question.candidates:
        return question
    row_id = question.candidates[0].indicator
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _DRAWN)
    is_last = memory.read_focus(exchange).intent in _SEVERAL
    if document and document["i"] == row_id and is_last:
        return question_from(document, exchange)
    return replace(question, intent=Intent.TREND, period=None, periods=(), every_period=True)


def question_from(action: Mapping[str, Any], exchange: Exchange) -> Question:
    """The question that a chart's button, or what was remembered of an answer, asks."""
    among = [exchange.known_agency(code) for code in action["among"]]
    return Question(
        Intent(action["intent"]),
        (Candidate(IndicatorId(action["i"]), 1.0),),
        certain=True,
        agencies=tuple(code for code in among if code is not None) or ((ALL_AGENCIES,) if not action["among"] else ()),
        period=Period.parse(action["periods"][0]) if len(action["periods"]) == 1 else None,
        periods=tuple(Period.parse(code) for code in action["periods"]) if len(action["periods"]) > 1 else (),
        descending=action.get("down", True),
        limit=action.get("limit"),
        chart=Chart.NAMED,
    )


def offer(
    reply: Reply,
    row: CatalogueRow,
    intent: Intent,
    exchange: Exchange,
    *,
    numbers: int,
    among: Sequence[AgencyCode] = (),
    periods: Sequence[Period] = (),
    descending: bool = True,
    limit: int | None = None,
) -> None:
    """Answer in words, with a button for the picture where two numbers or more can be drawn; "vẽ đi" then means it too."""
    if not is_drawable(row) or numbers < _PAIR:
        exchange.answer(reply)
        return
    action = _action(row, intent, among, periods, descending=descending, limit=limit)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _DRAWN, action)
    exchange.answer(charted.offered(reply, action))


def answer_trend(question: Question, row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    """One indicator of one agency over periods of one length."""
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(agency,))
    named = question.periods or ((question.period,) if question.period is not None else ())
    latest = scope.asked_period(question, (row,), agency, figures, exchange)
    if question.intent is Intent.COMPARE and len(named) < _PAIR:  # "so với cùng kỳ": the period and the same a year before
        named = (latest.same_last_year, latest)
    memory.keep_focus(exchange, Focus(row.id, agency, question.period, Intent.TREND))
    points = series(row, agency, figures=figures, sees=exchange.sees, named=named, latest=latest.year)
    provisional = {
        point.period
        for point in points
        if point.figure is not None and scope.rests_on_unsubmitted(figures.find(row.id, agency, point.period), exchange)
    }
    _remember(row, Intent.TREND, exchange, among=(agency,), periods=named)
    exchange.answer(
        charted.trend(
            row,
            agency,
            points,
            exchange.catalogue,
            provisional=provisional,
            named=named,
            instead=_action(row, Intent.RANK, (), (latest,)),
            dark=exchange.settings.dark_pictures,
        )
    )


def answer_named(row: CatalogueRow, period: Period, standings: Sequence[Standing], exchange: Exchange) -> None:
    """Named agencies side by side."""
    provisional = {
        each.agency for each in standings if each.figure is not None and scope.rests_on_unsubmitted(each.finding, exchange)
    }
    _remember(row, Intent.COMPARE, exchange, among=[each.agency for each in standings], periods=(period,))
    exchange.answer(
        charted.agencies_compared(
            row,
            period,
            standings,
            exchange.catalogue,
            provisional=provisional,
            dark=exchange.settings.dark_pictures,
        )
    )


def answer_all(question: Question, row: CatalogueRow, view: Overview, exchange: Exchange) -> None:
    """All agencies side by side."""
    _remember(row, Intent.RANK, exchange, periods=(view.period,), descending=question.descending, limit=question.limit)
    exchange.answer(
        charted.ranking(
            row,
            view,
            exchange.catalogue,
            descending=question.descending,
            limit=question.limit,
            threshold=question.threshold,
            dark=exchange.settings.dark_pictures,
        )
    )


def answer_without_row(question: Question, exchange: Exchange) -> None:
    """A picture of no indicator: how complete reports are; or it is asked which indicator is meant."""
    if question.intent not in (Intent.SUBMITTED, Intent.MISSING):
        exchange.answer(charted.which_figure())
        return
    named = next((code for code in question.agencies if code != ALL_AGENCIES), None)
    summing_up.draw(named, question.period, exchange)


def asks_which(question: Question, rows: Sequence[CatalogueRow], exchange: Exchange) -> bool:
    """Whether several rows fit, or a heading was named, so that it had to be asked which of them is to be drawn."""
    if question.certain or len(rows) == 1:
        below = exchange.catalogue.children(rows[0].id) if rows[0].kind is not RowKind.INDICATOR else ()
        if not below:
            return False
        rows = tuple(below)
    drawable = [row for row in rows if is_drawable(row)][:_MOST_ROWS]
    agencies = scope.asked_agencies(question, exchange)
    is_trend = len(agencies) == 1 and ALL_AGENCIES not in agencies
    among = () if ALL_AGENCIES in agencies else agencies
    periods = question.periods or ((question.period,) if question.period else ())
    period = question.period or scope.latest_collected(exchange)
    intent = Intent.TREND if is_trend else Intent.COMPARE if among else Intent.RANK
    actions = [_action(row, intent, among, periods) for row in drawable]
    exchange.answer(charted.which_row(drawable, actions, period, exchange.catalogue) if drawable else charted.which_figure())
    return True


def _remember(
    row: CatalogueRow,
    intent: Intent,
    exchange: Exchange,
    *,
    among: Sequence[AgencyCode] = (),
    periods: Sequence[Period] = (),
    descending: bool = True,
    limit: int | None = None,
) -> None:
    action = _action(row, intent, among, periods, descending=descending, limit=limit)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _DRAWN, action)


def _action(
    row: CatalogueRow,
    intent: Intent,
    among: Sequence[AgencyCode],
    periods: Sequence[Period],
    *,
    descending: bool = True,
    limit: int | None = None,
) -> dict[str, Any]:
    """What a press on the button asks; no agencies: all of them."""
    return {
        "do": "chart",
        "i": row.id,
        "intent": intent,
        "among": list(among),
        "periods": [period.code for period in periods],
        "down": descending,
        "limit": limit,
    }
