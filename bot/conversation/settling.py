"""What is blank, estimated or does not fit is settled in questions before a report is submitted; then one press submits.

The buttons of all its messages name the submission that was begun last (`sub`); every press looks at the report anew, so that
what changed meanwhile is asked again.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import checking, questions, telling
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.report_checks import Failing
from bot.domain.report_life import Lacking, NotFromHere, NotGranted, Step, StepTaken, take_step
from bot.domain.reporting import Assignment, Recorded, record
from bot.domain.submission import FIGURE_OF, BlankAnswer, Unsettled, rows_answered_by, section_rows, unsettled
from bot.domain.value import Figure, ValueKey
from bot.replies import guide
from bot.replies import submitting as replies

_MEMORY = "submission"
_OLD = "Nút này đã cũ. Anh/chị gõ lại /nop."
QUESTION = "submit"  # what an answer in words to `ask_reason` is about


def is_hindered(agency: AgencyCode, exchange: Exchange) -> bool:
    """Whether this person may not submit that report in this chat; if so, that is said."""
    if not may(exchange.person, Action.SUBMIT, agency):
        exchange.answer(guide.clerks_only())
        return True
    if not exchange.takes_entries(agency):
        exchange.answer(replies.not_submitted_here())
        return True
    return False


def begin(agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Begin a submission; a report that leaves nothing open is submitted at once."""
    if is_hindered(agency, exchange):
        return
    submission: dict[str, Any] = {
        "id": secrets.token_urlsafe(6),
        "a": agency,
        "p": period.code,
        "passed": [],
        "estimates": [],
        "checks": [],
        "reason": None,
    }
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    if points.is_nothing:
        _submit(submission, exchange)
    else:
        _go_on(submission, exchange)


def press(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> str | None:
    """A button of the submission that is going on; the short text to answer with."""
    submission = _submission(exchange)
    if submission is None or submission["id"] != action.get("sub"):
        if agency is not None and period is not None and exchange.store.report(agency, period).is_locked:
            # pressed twice, or by a colleague meanwhile
            exchange.answer(replies.already_submitted(exchange.store.report(agency, period), exchange.catalogue))
            return None
        return _OLD
    agency, period = AgencyCode(submission["a"]), Period.parse(submission["p"])
    if is_hindered(agency, exchange):
        return None
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    return _press_on(action, submission, points, exchange)


def _press_on(action: Mapping[str, Any], submission: dict[str, Any], points: Unsettled, exchange: Exchange) -> str | None:
    """A button of the submission that is going on."""
    catalogue = exchange.catalogue
    agency, period = AgencyCode(submission["a"]), Period.parse(submission["p"])
    match action["do"]:
        case "blank":
            section, answer = IndicatorId(action["s"]), BlankAnswer(action["as"])
            rows = section_rows(points, section, submission["passed"])
            fitting = rows_answered_by(answer, rows)
            if fitting:
                left = [row for row in rows if row not in fitting]
                exchange.answer(
                    replies.preview_blank(
                        catalogue.row(section), answer, fitting, left, period, catalogue, submission=submission["id"]
                    )
                )
                return None
            if rows:
                exchange.answer(replies.left_blank([catalogue.row(section)], len(rows)))
            submission["passed"] += [row.id for row in rows]
        case "blank_all":
            rows = tuple(row for row in points.left.blank if row.id not in submission["passed"])
            sections = [section for section, found in points.blank if set(found) & set(rows)]
            if rows:
                exchange.answer(replies.left_blank(sections, len(rows)))
            submission["passed"] += [row.id for row in rows]
        case "fill":
            answer = BlankAnswer(action["as"])
            rows_to_fill = [IndicatorId(each) for each in action["rows"] if each in catalogue]
            batch = _store(dict.fromkeys(rows_to_fill, FIGURE_OF[answer]), "", agency, period, exchange)
            if batch is None:
                return "Số liệu vừa có thay đổi, tôi hỏi lại." if _go_on(submission, exchange) else None
            exchange.answer(replies.filled_blank(catalogue.row(action["s"]), answer, len(rows_to_fill), batch))
            submission["passed"] += action["rest"]
        case "estimates":
            _settle_estimates(action, submission, points, exchange)
        case "new_reason":
            submission["reason"] = None
        case "submit":
            _submit(submission, exchange)
            return None
        case _:  # "go_on": the same question once more, where its preview stands
            _go_on(submission, exchange, edits=True)
            return None
    _go_on(submission, exchange)
    return None


def take_reason(text: str, exchange: Exchange) -> None:
    """Why figures do not fit together, in the clerk's words."""
    submission = _submission(exchange)
    if submission is None:
        return
    agency, period = AgencyCode(submission["a"]), Period.parse(submission["p"])
    if is_hindered(agency, exchange):
        return
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    submission["reason"] = text
    submission["checks"] = [_named(failing) for failing in points.failing]
    _go_on(submission, exchange)


def forget_submission(exchange: Exchange) -> bool:
    """Give up the submission that is going on; whether there was one. Its buttons are old from now on."""
    going_on = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    return going_on is not None and not exchange.store.report(going_on["a"], Period.parse(going_on["p"])).is_locked


def _submission(exchange: Exchange) -> dict[str, Any] | None:
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    return document if document is not None and exchange.known_agency(document["a"]) else None


def _go_on(submission: dict[str, Any], exchange: Exchange, *, edits: bool = False) -> bool:
    """Ask the next question, or for the last word; whether there was one to ask."""
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, submission)
    agency, period = AgencyCode(submission["a"]), Period.parse(submission["p"])
    report = exchange.store.report(agency, period)
    if report.is_locked:
        exchange.answer(replies.already_submitted(report, exchange.catalogue))
        return False
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    if _ask_next(submission, points, exchange, edits=edits):
        return True
    exchange.answer(
        replies.confirm_submission(
            agency, period, points, submission["reason"], exchange.catalogue, submission=submission["id"]
        )
    )
    return True


def _ask_next(submission: dict[str, Any], points: Unsettled, exchange: Exchange, *, edits: bool = False) -> bool:
    """Ask what is not settled yet; False when all is."""
    period = Period.parse(submission["p"])
    passed = submission["passed"]
    open_sections = [(section, rows) for section, _ in points.blank if (rows := section_rows(points, section.id, passed))]
    estimates = [value for value in points.estimates if value.change_id not in submission["estimates"]]
    if open_sections:
        section, rows = open_sections[0]
        nothing = len(rows_answered_by(BlankAnswer.NOTHING, rows))
        question = replies.ask_blank(
            section,
            rows,
            period,
            exchange.catalogue,
            nothing=nothing,
            sections_left=len(open_sections),
            submission=submission["id"],
        )
    elif estimates:
        question = replies.ask_estimates(estimates, period, exchange.catalogue, submission=submission["id"])
    elif not _is_explained(submission, points):
        asked = questions.expect_answer(QUESTION, exchange)
        question = replies.ask_reason(points.failing, exchange.catalogue, question=asked)
    else:
        return False
    exchange.answer(replace(question, edits=edits))
    return True


def _is_explained(submission: Mapping[str, Any], points: Unsettled) -> bool:
    """Whether no hard check fails, or a reason was given for each that does."""
    failing = {_named(each) for each in points.failing}
    return not failing or (bool(submission["reason"]) and failing <= set(submission["checks"]))


def _named(failing: Failing) -> str:
    """A check with the figures that fail it."""
    return f"{failing.key} {failing.figures}"


def _settle_estimates(action: Mapping[str, Any], submission: dict[str, Any], points: Unsettled, exchange: Exchange) -> None:
    """The estimates that the question listed are final, or stay what they are."""
    shown = [value for value in points.estimates if value.change_id in action["ids"]]
    if not shown:
        return
    if action["as"] == "estimate":
        submission["estimates"] += [value.change_id for value in shown]
        exchange.answer(replies.estimates_kept(len(shown)))
        return
    final = {value.key.indicator: replace(value.figure, estimate=False) for value in shown}
    agency, period = shown[0].key.agency, shown[0].key.period
    batch = _store(final, "số chính thức", agency, period, exchange)
    if batch is not None:
        exchange.answer(replies.estimates_final(len(shown), batch))


def _store(
    figures: Mapping[IndicatorId, Figure], raw: str, agency: AgencyCode, period: Period, exchange: Exchange
) -> str | None:
    """Record what was shown, all or none; the batch, None when something was changed meanwhile or entries are refused.

    A blank row must still be blank, an estimate is the one that stands.
    """
    assignments = []
    for row_id, figure in figures.items():
        standing = exchange.store.value(ValueKey(agency, period, row_id))
        replaces = standing.change_id if standing is not None and standing.figure.estimate else None
        assignments.append(Assignment(row_id, figure, None, raw or _raw(figure), replaces))
    outcome = record(
        assignments,
        agency,
        period,
        store=exchange.store,
        batch=exchange.batch,
        by=exchange.person.id,
        at=exchange.now,
        today=exchange.today,
        source=exchange.source("button"),
    )
    return outcome.batch if isinstance(outcome, Recorded) and outcome.changes else None


def _raw(figure: Figure) -> str:
    return "không phát sinh" if figure.number is not None else "chưa có số liệu"


def _submit(submission: dict[str, Any], exchange: Exchange) -> None:
    """Submit, unless something came up since that has to be settled first."""
    agency, period = AgencyCode(submission["a"]), Period.parse(submission["p"])
    exchange.store.report(agency, period, to_change=True)  # nothing is entered between this look and the step
    points = unsettled(exchange.store, exchange.catalogue, agency, period)
    if _ask_next(submission, points, exchange):
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, submission)
        return
    reason = submission["reason"] if points.failing else None
    checking.keep_reason(points.failing, submission["reason"] or "", agency, period, exchange)
    taken = take(Step.SUBMIT, agency, period, exchange, reason=reason)
    if taken is not None:
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
        exchange.answer(replies.submitted(taken.report, exchange.catalogue))
        telling.tell(taken, exchange)


def take(step: Step, agency: AgencyCode, period: Period, exchange: Exchange, *, reason: str | None = None) -> StepTaken | None:
    """Take a step of the clerk's, or say why not."""
    outcome = take_step(step, agency, period, person=exchange.person, store=exchange.store, at=exchange.now, reason=reason)
    match outcome:
        case StepTaken():
            return outcome
        case NotFromHere(report=report):
            exchange.answer(replies.already_submitted(report, exchange.catalogue))
        case NotGranted() | Lacking():
            exchange.answer(guide.clerks_only())
    return None
