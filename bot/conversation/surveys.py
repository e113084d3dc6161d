"""Answering over agencies: totals, rankings, comparisons, who is missing, who has submitted, when it is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.conversation import aside, charting, memory, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, CatalogueRow, RowKind
from bot.domain.completeness import completeness, completeness_below
from bot.domain.lookup import Figures, read_figures
from bot.domain.overview import overview
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.replies import blanks, comparisons, groups, guide, submitting
from bot.replies.notices import weekday_text
from bot.replies.reply import Reply
from bot.understanding.request import Focus, Intent, Question


def answer_survey(question: Question, row: CatalogueRow, exchange: Exchange) -> None:
    """Total, ranking or who lacks it, over the agencies named or all."""
    everyone = [agency.code for agency in exchange.catalogue.agencies]
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=everyone)
    sums = scope.summed_here(exchange)
    period = _period(question, row, figures, sums, exchange)
    named = tuple(code for code in question.agencies if code != ALL_AGENCIES)
    agencies = named if len(named) > 1 else scope.valid_agencies(exchange, period)
    view = overview(row, period, agencies, figures=figures, visible=sums)
    memory.keep_focus(exchange, Focus(row.id, None, period, question.intent))
    if question.chart is not None:
        charting.answer_all(question, row, view, exchange)
        return
    match question.intent:
        case Intent.RANK:
            reply = comparisons.ranking(
                row,
                view,
                exchange.catalogue,
                descending=question.descending,
                limit=question.limit,
                threshold=question.threshold,
            )
        case Intent.MISSING:
            exchange.answer(comparisons.not_reporting(row, view, exchange.catalogue))
            return
        case _:
            reply = comparisons.total(row, view, exchange.catalogue)
    down, limit = question.descending, question.limit
    charting.offer(
        reply,
        row,
        Intent.RANK,
        exchange,
        numbers=len(view.reported),
        among=named if len(named) > 1 else (),
        periods=(period,),
        descending=down,
        limit=limit,
    )


def _period(question: Question, row: CatalogueRow, figures: Figures, sums: scope.Sees, exchange: Exchange) -> Period:
    """The period named, the focus, or the one of the last two years that most agencies have a figure for; else of any."""
    if question.period is not None:
        return question.period
    if question.periods:
        return question.periods[-1]
    focus = memory.read_focus(exchange)
    if focus.period is not None:
        return focus.period
    if question.intent is Intent.MISSING:
        return scope.usual_period(exchange) or scope.latest_collected(exchange)
    for since in (exchange.today.year - 1, None):
        counts = Counter(
            period
            for agency in exchange.catalogue.agencies
            for period in figures.periods_with(row.id, agency.code, since=since)
            if sums(agency.code, period)
        )
        if counts:
            return max(counts, key=lambda period: (counts[period], period))
    return scope.latest_collected(exchange)


def answer_comparison(question: Question, row: CatalogueRow, agencies: Sequence[AgencyCode], exchange: Exchange) -> None:
    """Named agencies side by side; all of them as a total."""
    if ALL_AGENCIES in agencies:
        answer_survey(question, row, exchange)
        return
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=agencies)
    period = scope.asked_period(question, (row,), agencies[0], figures, exchange)
    memory.keep_focus(exchange, Focus(row.id, None, period, Intent.COMPARE))
    standings = [scope.standing_of(row, agency, period, figures, exchange) for agency in agencies]
    if question.chart is not None:
        charting.answer_named(row, period, standings, exchange)
        return
    provisional = {
        each.agency for each in standings if each.figure is not None and scope.rests_on_unsubmitted(each.finding, exchange)
    }
    reply = comparisons.agencies_compared(row, period, standings, exchange.catalogue, provisional=provisional)
    known = sum(each.figure is not None and each.figure.number is not None for each in standings)
    charting.offer(reply, row, Intent.COMPARE, exchange, numbers=known, among=agencies, periods=(period,))


def answer_which_row(question: Question, rows: Sequence[CatalogueRow], exchange: Exchange) -> None:
    """Several readings over all agencies: which one is asked for first, its figures after."""
    period = question.period or memory.read_focus(exchange).period or scope.latest_collected(exchange)
    exchange.answer(comparisons.which_row(rows[:8], period, exchange.catalogue))


def answer_submitted(question: Question, exchange: Exchange) -> None:
    """Who has submitted the report of a period, and who owes it."""
    period = question.period or scope.usual_period(exchange) or scope.latest_collected(exchange)
    group = exchange.group
    if not exchange.incoming.chat.is_private and (group is None or not group.active):
        aside.answer_aside(groups.group_not_registered(), exchange, partial(answer_submitted, question))
        return
    touched = exchange.store.reports(period)
    reports = {report.agency: report for report in touched if report.is_locked}
    everyone = [code for code in scope.valid_agencies(exchange, period) if exchange.shows(code)]
    memory.keep_focus(exchange, Focus(None, None, period, Intent.SUBMITTED))
    exchange.answer(
        submitting.submissions(
            period,
            [reports[code] for code in everyone if code in reports],
            [code for code in everyone if code not in reports],
            exchange.catalogue,
            on_paper=[each for each in touched if each.state is ReportState.ON_PAPER and each.agency in everyone],
        )
    )


def answer_deadline(question: Question, exchange: Exchange) -> None:
    """When a report is due."""
    period = question.period
    if period is None or not exchange.calendar.is_collected(period):
        period = scope.usual_period(exchange) or exchange.calendar.open_period(exchange.today)
    if period is None or not exchange.calendar.is_collected(period):
        exchange.answer(Reply("Hiện không có kỳ báo cáo nào đang mở."))
        return
    due = exchange.calendar.deadline(period)
    own = exchange.own_agency
    report = exchange.store.report(own, period) if own is not None else None
    exchange.answer(submitting.deadline(period, due, exchange.today, weekday_text(due), report, exchange.catalogue))


def is_of_report(question: Question, exchange: Exchange) -> bool:
    """Whether "còn thiếu gì" asks for the rows that a report or one part of it lacks, not for who lacks one row."""
    if not question.candidates:
        return True
    part = exchange.catalogue.row(question.candidates[0].indicator)
    of_one = len(question.agencies) == 1 if question.agencies else exchange.own_agency is not None
    return question.certain and part.kind is not RowKind.INDICATOR and of_one and ALL_AGENCIES not in question.agencies


def answer_missing(question: Question, exchange: Exchange) -> None:
    """What an agency's report, or the part of it that is named, still lacks; without an agency, who owes the report."""
    named = [code for code in question.agencies if code != ALL_AGENCIES]
    agency = named[0] if named else exchange.own_agency
    if agency is None or ALL_AGENCIES in question.agencies:
        answer_submitted(question, exchange)
        return
    period = question.period or scope.usual_period(exchange) or scope.latest_collected(exchange)
    if not exchange.shows(agency):
        again = partial(answer_missing, replace(question, agencies=(agency,), period=period))
        if exchange.group is None:
            aside.answer_aside(groups.group_not_registered(), exchange, again)
        else:
            aside.answer_aside(groups.not_shown_here(agency, exchange.catalogue), exchange, again)
        return
    if not exchange.sees(agency, period):
        may_ask = exchange.asides and may(exchange.person, Action.READ_UNSUBMITTED, agency)
        if exchange.incoming.chat.is_private or not may_ask:
            exchange.answer(guide.not_yet_shown(agency, period, exchange.catalogue))
        else:
            again = partial(answer_missing, replace(question, agencies=(agency,), period=period))
            aside.answer_aside(groups.not_yet_here(agency, period, exchange.catalogue), exchange, again)
        return
    memory.keep_focus(exchange, Focus(None, agency, period, Intent.MISSING))
    report = exchange.store.report(agency, period)
    enters = may(exchange.person, Action.ENTER, agency) and not report.is_locked
    if question.candidates:
        part = exchange.catalogue.row(question.candidates[0].indicator)
        left = completeness_below(exchange.store, exchange.catalogue, agency, period, part)
        reply = blanks.blank_in_part(left, part, agency, period, exchange.catalogue, enters=enters)
    else:
        left = completeness(exchange.store, exchange.catalogue, agency, period)
        reply = blanks.still_blank(left, agency, period, exchange.catalogue, enters=enters)
    if report.state is not ReportState.OPEN:  # what is blank in a report that is in is no longer to be done
        reply = replace(reply, text=f"{submitting.already_submitted(report, exchange.catalogue).text}\n{reply.text}")
    exchange.answer(reply)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """[Xem từng chỉ tiêu] of /thieu."""
    agency, period = AgencyCode(action["a"]), Period.parse(action["p"])
    if not exchange.shows(agency) or not exchange.sees(agency, period):
        return "Số liệu này không xem được ở đây."
    left = completeness(exchange.store, exchange.catalogue, agency, period)
    exchange.answer(blanks.every_blank(left, agency, period, exchange.catalogue))
    return None
