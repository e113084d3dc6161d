"""What administrators do with reports: look, accept, return with a reason and rows, reopen with a reason and an expiry.

In private only. What is being written (a reason, rows) is kept as one document a person; its buttons name it (`review`).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import VIET_NAM
from bot.conversation import arguments, memory, naming_rows, questions, reopening, scope, telling
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report import LOCKED, Report, ReportState, end_of_working_day
from bot.domain.report_life import Lacking, NotFromHere, NotGranted, Step, StepTaken, allows, take_step
from bot.domain.resubmission import changed_since_submission
from bot.domain.submission import unsettled
from bot.replies import guide
from bot.replies import reviewing as replies
from bot.understanding.request import Focus

REASON, ROWS = "review", "rows"  # what an answer in words is about
_MEMORY = "review"
_WAITING = (ReportState.SUBMITTED, ReportState.ON_PAPER)
_OLD = "Nút này đã cũ. Anh/chị gõ lại /duyet."
_OPEN_DAYS = (1, 2, 5)  # working days that a report may be reopened for, today counted


def is_refused(exchange: Exchange) -> bool:
    """Whether this person may not review; if so, that is said."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return True
    return False


def show_waiting(argument: str, exchange: Exchange) -> None:
    """/duyet: the reports that wait, or the one of the agency named."""
    if is_refused(exchange):
        return
    if arguments.is_unclear(argument, exchange, example="/duyet {}"):
        return
    agency = scope.named_agency(argument, exchange)
    if agency is not None:
        period = scope.named_period(argument, exchange)
        if period is not None:
            _show(exchange.store.report(agency, period), exchange)
        else:
            _choose(agency, argument, "review", exchange)
        return
    known = [report for report in exchange.store.reports_in(_WAITING) if exchange.known_agency(report.agency)]
    submitted = [report for report in known if report.state is ReportState.SUBMITTED]
    on_paper = [report for report in known if report.state is ReportState.ON_PAPER]
    exchange.answer(replies.waiting(submitted, on_paper, exchange.catalogue))


def show_locked(argument: str, exchange: Exchange) -> None:
    """/molai: which locked report to reopen; a clerk asks for it."""
    if not may(exchange.person, Action.ADMINISTER) and exchange.person.agencies_of(Role.CLERK):
        reopening.ask_by_command(argument, exchange)
        return
    if is_refused(exchange):
        return
    if arguments.is_unclear(argument, exchange, example="/molai {}"):
        return
    agency = scope.named_agency(argument, exchange)
    if agency is None:
        exchange.answer(replies.reopen_usage())
        return
    _choose(agency, argument, "reopen", exchange)


def _choose(agency: AgencyCode, argument: str, do: str, exchange: Exchange) -> None:
    """The one report of an agency to look at or to reopen, of the period named; else a question which, newest first."""
    period = scope.named_period(argument, exchange)
    states = _WAITING if do == "review" else LOCKED
    found = [each for each in exchange.store.reports_in(states) if each.agency == agency and period in (None, each.period)]
    found.sort(key=lambda report: report.period, reverse=True)
    if not found:
        if period is not None and do == "reopen":
            exchange.answer(replies.not_locked(exchange.store.report(agency, period), exchange.catalogue))
        else:
            exchange.answer(replies.none_of(agency, exchange.catalogue, do=do))
    elif len(found) > 1:
        exchange.answer(replies.which_report(agency, found, exchange.catalogue, do=do))
    elif do == "review":
        _show(found[0], exchange)
    else:
        _begin(Step.REOPEN, agency, found[0].period, exchange)


def press(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> str | None:
    """A button of an administrator's; the short text to answer with."""
    if is_refused(exchange):
        return None
    if agency is not None and period is not None:
        match action["do"]:
            case "review":
                _show(exchange.store.report(agency, period), exchange)
            case "accept":
                _accept(agency, period, exchange, sure=action.get("sure", False))
            case "return":
                _begin(Step.RETURN, agency, period, exchange)
            case "reopen":
                _begin(Step.REOPEN, agency, period, exchange)
            case _:
                return _OLD
        return None
    if action["do"] == "not_now":
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
        questions.forget_question(exchange)
        return "Thôi, chưa làm gì."
    document = _document(exchange)
    if document is None or document["id"] != action.get("review"):
        return _OLD
    return _press_on(action, document, exchange)


def _press_on(action: Mapping[str, Any], document: dict[str, Any], exchange: Exchange) -> str | None:
    """A button of what is being returned or reopened."""
    agency, period = AgencyCode(document["a"]), Period.parse(document["p"])
    match action["do"]:
        case "take_return":
            _take(Step.RETURN, agency, period, exchange, reason=document["reason"], rows=_rows(document, exchange))
            return None
        case "take_reopen":
            until = datetime.combine(date.fromisoformat(action["until"]) + timedelta(days=1), time.min, VIET_NAM)
            _take(Step.REOPEN, agency, period, exchange, reason=document["reason"], open_until=until)
            return None
        case "rewrite":
            _begin(Step(document["step"]), agency, period, exchange, rows=document["rows"])
            return None
        case "failing_rows":
            document["rows"] += _failing_rows(document, exchange)
        case "no_rows":
            document["rows"] = []
        case "add_row" if action["i"] in exchange.catalogue:
            document["rows"] += [action["i"]] if action["i"] not in document["rows"] else []
        case _:
            return _OLD
    _confirm(document, exchange)
    return None


def take_reason(text: str, exchange: Exchange) -> None:
    """Why it is returned or reopened, in the administrator's words; places that it names are rows to mend."""
    document = _document(exchange)
    if document is None or is_refused(exchange):
        return
    document["reason"] = text
    if document["step"] == Step.RETURN:
        named = naming_rows.rows_at_places(text, Period.parse(document["p"]), exchange.catalogue)
        document["rows"] += [row for row in named if row not in document["rows"]]
    _confirm(document, exchange)


def take_rows(text: str, exchange: Exchange) -> None:
    """More rows to mend, by place or by name; what is not certain is asked."""
    document = _document(exchange)
    if document is None or is_refused(exchange):
        return
    period = Period.parse(document["p"])
    named = naming_rows.read_rows(text, period, today=exchange.today, reader=exchange.reader)
    document["rows"] += [row for row in named.rows if row not in document["rows"]]
    report = exchange.store.report(AgencyCode(document["a"]), period)
    _confirm(document, exchange)
    for said, candidates in named.unclear:
        rows = [row for row in exchange.catalogue.rows if row.id in candidates]
        exchange.answer(replies.which_rows(said, rows, report, exchange.catalogue, review=document["id"]))


def _document(exchange: Exchange) -> dict[str, Any] | None:
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    return document if document is not None and exchange.known_agency(document["a"]) else None


def _rows(document: Mapping[str, Any], exchange: Exchange) -> list[IndicatorId]:
    """The rows to mend so far, in printed order."""
    return [row.id for row in exchange.catalogue.rows if row.id in document["rows"]]


def _failing_rows(document: Mapping[str, Any], exchange: Exchange) -> list[IndicatorId]:
    """Rows of failing hard checks that are not to be mended yet, in printed order."""
    points = unsettled(exchange.store, exchange.catalogue, AgencyCode(document["a"]), Period.parse(document["p"]))
    named = {row for failing in points.unmet for row in failing.rows}
    return [row.id for row in exchange.catalogue.rows if row.id in named and row.id not in document["rows"]]


def _show(report: Report, exchange: Exchange) -> None:
    """One report, and what can be done with it."""
    points = unsettled(exchange.store, exchange.catalogue, report.agency, report.period)
    submitter = scope.name_of(report.submitted_by, exchange) if report.submitted_by is not None else None
    memory.keep_focus(exchange, Focus(None, report.agency, report.period))
    changed = changed_since_submission(exchange.store, report) if report.is_locked else ()
    exchange.answer(replies.card(report, points, submitter, exchange.catalogue, changed=changed))


def _accept(agency: AgencyCode, period: Period, exchange: Exchange, *, sure: bool) -> None:
    """Accept; a report on paper that is not all in the bot is asked about first."""
    report = exchange.store.report(agency, period)
    blank = len(unsettled(exchange.store, exchange.catalogue, agency, period).left.blank)
    if report.state is ReportState.ON_PAPER and blank and not sure:
        exchange.answer(replies.confirm_acceptance(report, blank, exchange.catalogue))
        return
    _take(Step.ACCEPT, agency, period, exchange)


def _begin(step: Step, agency: AgencyCode, period: Period, exchange: Exchange, *, rows: Sequence[str] = ()) -> None:
    """Ask for the reason."""
    report = exchange.store.report(agency, period)
    if not allows(step, report):
        exchange.answer(replies.not_from_here(report, exchange.catalogue))
        return
    document = {
        "id": secrets.token_urlsafe(6),
        "step": step,
        "a": agency,
        "p": period.code,
        "reason": None,
        "rows": list(rows),
    }
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)
    asked = questions.expect_answer(REASON, exchange)
    exchange.answer(replies.ask_reason(step, report, exchange.catalogue, question=asked))


def _confirm(document: dict[str, Any], exchange: Exchange) -> None:
    """Show what was written back; for a return, go on taking rows."""
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)
    agency, period = AgencyCode(document["a"]), Period.parse(document["p"])
    report = exchange.store.report(agency, period)
    if document["step"] == Step.REOPEN:
        days = [end_of_working_day(exchange.today, count, exchange.calendar) for count in _OPEN_DAYS]
        exchange.answer(replies.confirm_reopening(report, document["reason"], days, exchange.catalogue, review=document["id"]))
        return
    asked = questions.expect_answer(ROWS, exchange)
    rows = [exchange.catalogue.row(row) for row in _rows(document, exchange)]
    more = len(_failing_rows(document, exchange))
    exchange.answer(
        replies.confirm_return(
            report, document["reason"], rows, more, exchange.catalogue, review=document["id"], question=asked
        )
    )


def _take(
    step: Step,
    agency: AgencyCode,
    period: Period,
    exchange: Exchange,
    *,
    reason: str | None = None,
    rows: Sequence[IndicatorId] = (),
    open_until: datetime | None = None,
) -> None:
    """Take a step, say it and tell everyone concerned; or say why not."""
    outcome = take_step(
        step,
        agency,
        period,
        person=exchange.person,
        store=exchange.store,
        at=exchange.now,
        reason=reason,
        rows=rows,
        open_until=open_until,
    )
    match outcome:
        case StepTaken(report=report):
            exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
            questions.forget_question(exchange)
            said = {Step.ACCEPT: replies.accepted, Step.RETURN: replies.returned, Step.REOPEN: replies.reopened}
            exchange.answer(said[step](report, exchange.catalogue))
            telling.tell(outcome, exchange)
        case NotFromHere(report=report):
            exchange.answer(replies.not_from_here(report, exchange.catalogue))
        case NotGranted():
            exchange.answer(guide.administrators_only())
        case Lacking():  # the reason is there, so the day that was offered is over
            exchange.answer(replies.too_late(exchange.store.report(agency, period), exchange.catalogue))
