"""/kiemtra: what does not fit in a report, to be mended or to be explained; the reasons that were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.conversation import aside, memory, questions, scope, storing
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.check_reason import CheckReason
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.report_checks import Checked, Failing, check_report, period_of, rows_of
from bot.domain.value import ValueKey
from bot.replies import checking as replies
from bot.replies import guide
from bot.understanding.request import Focus

QUESTION = "check"  # what an answer in words to `ask_reason` is about
_MEMORY = "check_reason"
_CHANGED = "Chỗ này đã đổi hoặc đã khớp. Anh/chị gõ lại /kiemtra."


def show_checks(argument: str, exchange: Exchange) -> None:
    """/kiemtra, of one's own report, or of the agency and period named."""
    here = aside.in_private(exchange)
    if here is None:
        return
    named = scope.named_report(argument, here)
    if named is None:
        here.answer(guide.name_the_agency("/kiemtra sct"))
        return
    _show(*named, here)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button under the list; the short text to answer with."""
    agency = exchange.known_agency(action["a"])
    if agency is None:
        return _CHANGED
    period = Period.parse(action["p"])
    if action["do"] == "check":
        here = aside.in_private(exchange)
        if here is not None:
            _show(agency, period, here)
        return None
    if action["do"] == "all_checks":
        _show(agency, period, exchange, everything=True)
        return None
    if storing.is_hindered(agency, period, exchange):
        return None
    failing = _find(action["k"], action["f"], agency, period, exchange)
    if failing is None:
        return _CHANGED
    if action["do"] == "mend":
        _show_rows(failing, agency, period, exchange)
    else:
        document = {"a": agency, "p": period.code, "k": failing.key, "f": failing.figures}
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)
        asked = questions.expect_answer(QUESTION, exchange)
        exchange.answer(replies.ask_reason(failing, exchange.catalogue, question=asked))
    return None


def take_reason(text: str, exchange: Exchange) -> None:
    """The answer: kept with the check and its figures, if these still are what was asked about."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    agency = exchange.known_agency(document["a"]) if document is not None else None
    if document is None or agency is None:
        return
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    period = Period.parse(document["p"])
    if storing.is_hindered(agency, period, exchange):
        return
    failing = _find(document["k"], document["f"], agency, period, exchange)
    if failing is None:
        exchange.answer(replies.nothing_to_explain(agency, period))
        return
    keep_reason([failing], text, agency, period, exchange)
    left = check_report(exchange.store, exchange.catalogue, agency, period, rules=exchange.settings.jumps)
    exchange.answer(replies.reason_kept(failing, text, len(left.hard), agency, period, exchange.catalogue))


def keep_reason(found: Sequence[Failing], text: str, agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Store one reason for all of these, each with the figures that fail it."""
    for each in found:
        at = period_of(each, period)
        reason = CheckReason(agency, at, each.key, each.figures, text, by=exchange.person.id, at=exchange.now)
        exchange.store.add_check_reason(reason)


def _show(agency: AgencyCode, period: Period, exchange: Exchange, *, everything: bool = False) -> None:
    if not exchange.sees(agency, period):
        exchange.answer(guide.not_yet_shown(agency, period, exchange.catalogue))
        return
    checked = check_report(exchange.store, exchange.catalogue, agency, period, rules=exchange.settings.jumps)
    memory.keep_focus(exchange, Focus(None, agency, period))
    report = exchange.store.report(agency, period)
    enters = may(exchange.person, Action.ENTER, agency) and not report.is_locked and exchange.takes_entries(agency)
    exchange.answer(
        replies.checked(
            checked,
            agency,
            period,
            exchange.catalogue,
            names=_names(checked, agency, exchange),
            enters=enters,
            everything=everything,
        )
    )


def _names(checked: Checked, agency: AgencyCode, exchange: Exchange) -> dict[int, str]:
    """Who gave reasons, by name for those who may know."""
    if not (exchange.incoming.chat.is_private and may(exchange.person, Action.READ_UNSUBMITTED, agency)):
        return {}
    return {each.reason.by: scope.name_of(each.reason.by, exchange) for each in checked.explained}


def _find(key: str, figures: str, agency: AgencyCode, period: Period, exchange: Exchange) -> Failing | None:
    """The check as it was shown, when its figures still are the same."""
    checked = check_report(exchange.store, exchange.catalogue, agency, period)
    found = (*checked.failing, *(each.failing for each in checked.explained))
    return next((each for each in found if (each.key, each.figures) == (key, figures)), None)


def _show_rows(failing: Failing, agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """The rows that take part, each with what stands and a button that opens it."""
    rows = []
    for row_id, at in rows_of(failing, period):
        value = exchange.store.value(ValueKey(agency, at, row_id))
        is_locked = exchange.store.report(agency, at).is_locked
        rows.append((exchange.catalogue.row(row_id), at, value.figure if value else None, is_locked))
    memory.keep_focus(exchange, Focus(IndicatorId(rows[0][0].id), agency, period))
    exchange.answer(replies.rows_to_mend(failing, rows, agency, period, exchange.catalogue))
