"""/nhap and "Nhập tiếp": whose report, which part of it, and on from where somebody stopped. Guided entry is private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation import aside, file_reading, guide_answers, guide_sections, guiding, memory, scope, storing
from bot.conversation.exchange import Exchange
from bot.conversation.guide_arguments import read_argument
from bot.conversation.guide_memory import Guide, new_guide, read_guide
from bot.domain.catalogue import AgencyCode, IndicatorId, RowKind
from bot.domain.checks import broken_checks
from bot.domain.completeness import completeness, completeness_of
from bot.domain.guided import Extent, ExtentKind
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.replies import guide as guide_replies
from bot.replies import guide_parts as replies
from bot.replies import guiding as guiding_replies
from bot.replies.reply import Button


def enter_guided(argument: str, exchange: Exchange) -> None:
    """/nhap: the menu, or what the argument names at once."""
    here = aside.in_private(exchange)
    if here is None:
        return
    wanted = read_argument(argument, here)
    if wanted.unread:
        here.answer(replies.not_read(wanted.unread))
    elif wanted.choices:
        rows = [here.catalogue.row(each.row) for each in wanted.choices if each.row is not None]
        actions = [_carried(each, wanted.period) | {"a": wanted.agency} for each in wanted.choices]
        form_of = wanted.period or scope.usual_period(here) or scope.latest_collected(here)
        here.answer(replies.which_part(list(zip(rows, actions, strict=True)), form_of, here.catalogue))
    elif wanted.resumes:
        begin(wanted.agency, wanted.period, here)
    else:
        _open(wanted.agency, wanted.period, wanted.extent, here)


def _open(agency: AgencyCode | None, period: Period | None, extent: Extent | None, exchange: Exchange) -> None:
    """Settle agency and period, then begin with the extent, or show the menu."""
    own = exchange.person.agencies_of(Role.CLERK)
    if agency is None and len(own) != 1:
        if not own:
            admin = exchange.person.has(Role.ADMINISTRATOR)
            exchange.answer(guide_replies.name_the_agency("/nhap sct") if admin else guide_replies.clerks_only())
            return
        exchange.answer(
            replies.which_agency(own, exchange.catalogue, _resume_of(read_guide(exchange), exchange), _carried(extent, period))
        )
        return
    agency = agency or own[0]
    if not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide_replies.may_not_enter(agency, exchange.person, exchange.catalogue))
        return
    if period is None:
        periods = scope.open_periods(exchange, agency)
        chosen = scope.chosen_period(exchange)
        period = chosen if chosen in periods else periods[0] if len(periods) == 1 else None
        if period is None and periods:
            guide = read_guide(exchange) if extent is None else None
            resumes = _resume_of(guide, exchange) if guide is not None and guide.agency == agency else None
            exchange.answer(replies.which_period(agency, periods, _carried(extent, None), exchange.catalogue, resumes))
            return
        if period is None:
            due = exchange.calendar.open_period(exchange.today)
            if due is None or not storing.is_closed(agency, due, exchange):
                exchange.answer(replies.no_open_period())
            return
    if storing.is_hindered(agency, period, exchange):
        return
    if extent is None:
        _show_menu(agency, period, exchange)
    else:
        start(extent, agency, period, exchange)


def _carried(extent: Extent | None, period: Period | None) -> dict[str, Any]:
    """What a button that settles agency or period goes on with."""
    if extent is None:
        action: dict[str, Any] = {"as": "open"}
    else:
        action = {"as": "start", "kind": extent.kind.value, "row": extent.row}
    return action | ({"p": period.code} if period is not None else {})


def _show_menu(agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    stored = exchange.store.values(agencies=(agency,), periods=(period,))
    figures = {value.key.indicator: value.figure for value in stored}
    left = completeness_of(figures, exchange.catalogue, period)
    failing = broken_checks(exchange.catalogue, stored)
    report = exchange.store.report(agency, period)

    def named(kind: ExtentKind) -> set[IndicatorId]:
        return guiding.rows_named(Extent(kind), agency, period, figures, failing, exchange)

    guide = read_guide(exchange)
    resumes = guide if guide is not None and (guide.agency, guide.period) == (agency, period) else None
    reply = replies.menu(
        left,
        agency,
        period,
        exchange.catalogue,
        resume=_resume_of(resumes, exchange),
        mine=len(named(ExtentKind.MINE) & {row.id for row in left.blank}),
        checks=len([row_id for row_id in named(ExtentKind.CHECKS) if row_id in exchange.catalogue]),
        mend=len(named(ExtentKind.MEND)) if report.state is ReportState.RETURNED else 0,
        file_name=file_reading.name_of_undecided(agency, period, exchange),
    )
    memory.keep_focus(exchange, replace(memory.read_focus(exchange), agency=agency, period=period, indicator=None))
    exchange.answer(reply)


def _resume_of(guide: Guide | None, exchange: Exchange) -> Button | None:
    """[Tiếp tục: …], when there is somewhere to go on."""
    if guide is None or guide.row is None or exchange.store.report(guide.agency, guide.period).is_locked:
        return None
    row = exchange.catalogue.row(guide.row)
    return replies.resume_button(row, guide.agency, guide.period, exchange.catalogue)


def start(extent: Extent, agency: AgencyCode, period: Period, exchange: Exchange, *, edits: bool = False) -> None:
    """Begin a round with the first row that is left."""
    if storing.is_hindered(agency, period, exchange):
        return
    guide = new_guide(extent, agency, period, exchange)
    # a figure named by its words in the middle of it is for this report too, however many are open
    exchange.store.remember(exchange.chat_id, exchange.person.id, "period", {"p": period.code})
    place = guiding.look(guide, exchange).walk
    if not place.left and extent.row is not None and exchange.catalogue.row(extent.row).kind is RowKind.INDICATOR:
        guiding.show(replace(guide, row=extent.row), exchange, first=True, edits=edits)  # has a figure: to be changed
        return
    if not place.left:
        exchange.answer(replace(replies.nothing_there(extent, agency, period, exchange.catalogue), edits=edits))
        return
    guiding.go_on(guide, exchange, first=True, edits=edits)


def begin(agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> None:
    """[Nhập tiếp]: on from where one stopped in that report, else with one's own rows, else with all."""
    here = aside.in_private(exchange)
    if here is None:
        return
    guide = read_guide(here)
    if guide is not None and guide.row is not None and agency in (None, guide.agency) and period in (None, guide.period):
        resume(guide, here)
        return
    if agency is None or period is None:
        _open(agency, period, None, here)
        return
    if storing.is_hindered(agency, period, here):
        return
    own = _own_left(agency, period, here)
    report = here.store.report(agency, period)
    if report.state is ReportState.RETURNED and report.rows:
        start(Extent(ExtentKind.MEND), agency, period, here)
    else:
        start(Extent(ExtentKind.MINE if own else ExtentKind.ALL), agency, period, here)


def mend_row(row_id: IndicatorId, agency: AgencyCode, period: Period, exchange: Exchange, *, told: Sequence[str] = ()) -> None:
    """One row to be changed: of a returned report as one of those to be mended, which go on behind it; else alone."""
    if storing.is_hindered(agency, period, exchange):
        return
    report = exchange.store.report(agency, period)
    extent = Extent(ExtentKind.PART, row_id)
    if report.state is ReportState.RETURNED and row_id in report.rows:
        extent = Extent(ExtentKind.MEND)
    before = read_guide(exchange)
    goes_on = before is not None and (before.agency, before.period, before.extent) == (agency, period, extent)
    guide = before if before is not None and goes_on else new_guide(extent, agency, period, exchange)
    passed = tuple(each for each in guide.passed if each != row_id)
    guiding.show(replace(guide, row=row_id, listed=(), passed=passed), exchange, told=told, first=True)


def _own_left(agency: AgencyCode, period: Period, exchange: Exchange) -> set[IndicatorId]:
    """The blank rows that this person answers for."""
    left = completeness(exchange.store, exchange.catalogue, agency, period)
    figures = {value.key.indicator: value.figure for value in exchange.store.values(agencies=(agency,), periods=(period,))}
    named = guiding.rows_named(Extent(ExtentKind.MINE), agency, period, figures, (), exchange)
    return {row.id for row in left.blank} & named


def resume(guide: Guide, exchange: Exchange) -> None:
    """On from where one stopped: the same row, or the next one when it was answered meanwhile."""
    if storing.is_hindered(guide.agency, guide.period, exchange):
        return
    place = guiding.look(guide, exchange)
    guide = replace(guide, live=True, listed=())
    if guide.row in {row.id for row in place.walk.left} or guide.extent.is_review:
        guiding.show(guide, exchange, first=True)
    else:
        guiding.go_on(guide, exchange, first=True)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button of guided entry; the short text to answer with."""
    agency = exchange.known_agency(action.get("a"))
    period = Period.parse(action["p"]) if action.get("p") else None
    if agency is None and action["as"] == "start":
        agency = exchange.own_agency
    if agency is None or (not exchange.incoming.chat.is_private and action["as"] != "start"):
        return guiding_replies.OLD
    match action["as"]:
        case "open":
            _open(agency, period, None, exchange)
        case "start":
            return _press_start(action, agency, period, exchange)
        case "sections" if period is not None and storing.is_hindered(agency, period, exchange):
            pass
        case "sections" if period is not None:
            left = completeness(exchange.store, exchange.catalogue, agency, period)
            exchange.answer(replies.choose_section(left, agency, period, exchange.catalogue))
        case "resume":
            guide = read_guide(exchange)
            if guide is None or guide.row is None:
                return guiding_replies.OLD
            resume(guide, exchange)
        case _:
            return _press_step(action, exchange)
    return None


def _press_start(action: Mapping[str, Any], agency: AgencyCode, period: Period | None, exchange: Exchange) -> str | None:
    row = action.get("row")
    if row is not None and row not in exchange.catalogue:
        return guiding_replies.OLD
    extent = Extent(ExtentKind(action["kind"]), IndicatorId(row) if row is not None else None)
    here = aside.in_private(exchange)
    if here is not None and period is None:
        _open(agency, None, extent, here)
    elif here is not None and period is not None:
        start(extent, agency, period, here, edits=action.get("edits", True))
    return None


def _press_step(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button of a step: of this round, and (but for figures) of the step it is at."""
    guide = read_guide(exchange)
    if guide is None or guide.id != action.get("g") or guide.row is None:
        return guiding_replies.OLD
    if action["as"] == "figure":
        return guide_answers.press_figure(action, guide, exchange)
    if action["as"] == "undo":
        return guide_answers.take_back(guide, exchange, action["batch"])
    if action["as"] == "fill":
        return guide_sections.fill(action, guide, exchange)
    if action["i"] != guide.row:
        return guiding_replies.OTHER_STEP
    if storing.is_hindered(guide.agency, guide.period, exchange):
        return None
    match action["as"]:
        case "skip":
            guide_answers.press_skip(guide, exchange)
        case "back":
            guide_answers.back(guide, exchange, edits=True)
        case "stop":
            guiding.stop(guide, exchange, edits=True)
        case "more":
            guide_sections.offer_more(guide, exchange)
        case "whole":
            guide_sections.show_whole(guide, exchange, edits=True)
        case "rest":
            guide_sections.preview_rest(guide, exchange, as_last=action["of"] == "last", edits=True)
        case "again":
            guiding.show(replace(guide, listed=()), exchange, edits=True)
        case _:
            return guiding_replies.OLD
    return None
