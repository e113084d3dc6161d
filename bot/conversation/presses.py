"""Pressed buttons: every press re-checks the world, so a button stays usable for as long as it lives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.conversation import (
    asking,
    charting,
    checking,
    choosing,
    computing,
    due,
    duties,
    entering,
    exporting,
    file_presses,
    groups,
    growing,
    guide_start,
    guiding,
    invites,
    looking_back,
    memory,
    people,
    questions,
    reminding,
    reports,
    summing_up,
    surveys,
    undoing,
)
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.reporting import Assignment
from bot.incoming import Press
from bot.replies import guide
from bot.understanding.request import Candidate, Intent, Question

_OLD = "Nút này đã cũ."
_ANSWERED = "Đã chọn rồi. Nếu nhầm, anh/chị bấm Hoàn tác rồi chọn lại."

_ENTERING = {"pick", "skip", "renumber", "undo", "scope", "store", "drop"}  # after which guided entry goes on where it was

_TOPICS: Mapping[str, Callable[[Mapping[str, Any], Exchange], str | None]] = {
    **dict.fromkeys(("people", "acts", "person", "grant?", "grant", "revoke?", "revoke", "move?", "move"), people.press),
    **dict.fromkeys(("invite", "uninvite"), invites.press),
    **dict.fromkeys(("duties", "duty?", "duty"), duties.press),
    "untie": groups.press,
    "compute": computing.press,
    **dict.fromkeys(("past", "past_file", "own_past"), looking_back.press),
    **dict.fromkeys(("mend", "give_reason", "all_checks", "check"), checking.press),
    **dict.fromkeys(("undo", "redo", "keep"), undoing.press),
    "export": exporting.press,
    "file": file_presses.press,
    "guide": guide_start.press,
    "blanks": surveys.press,
}


def press(content: Press, exchange: Exchange) -> str | None:
    """Do what a button says; returns the short text to answer the press with."""
    button = exchange.store.button(content.token)
    if button is None or button.expires_at <= exchange.now:
        return f"{_OLD} Anh/chị gõ lại yêu cầu."
    if button.chat_id != exchange.chat_id or button.person_id not in (None, exchange.person.id):
        return "Nút này dành cho người khác."
    exchange.offered.setdefault(exchange.chat_id, [])  # what stood there was chosen among
    toast = _perform(button.action, exchange)
    if button.action["do"] in _ENTERING:
        guiding.remind(exchange)
    return toast


def _perform(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    agency = exchange.known_agency(action.get("a"))
    if (action.get("a") and agency is None) or (action.get("i") and action["i"] not in exchange.catalogue):
        return _OLD  # the catalogue has changed since
    period = Period.parse(action["p"]) if action.get("p") else None
    if topic := _TOPICS.get(action["do"]):
        return topic(action, exchange)
    match action["do"]:
        case "ask":
            _ask(action, agency, period, exchange)
            growing.note_choice(action["i"], exchange)
        case "chart":
            asking.answer_question(charting.question_from(action, exchange), exchange)
        case "pick" if agency is not None and period is not None:
            figure = memory.figure_from(action["figure"])
            assignment = Assignment(IndicatorId(action["i"]), figure, action["note"], action["raw"], action["replaces"])
            if not choosing.pick(assignment, agency, period, action["ask"], exchange):
                return _ANSWERED
        case "skip":
            return _skip(action, exchange)
        case "renumber":
            return None if choosing.press_other_value(action, exchange) else _OLD
        case "scope" | "store" | "drop":
            return _settle(action, agency, period, exchange)
        case "alias" | "unalias" | "forget":
            return growing.press(action, exchange)
        case "later":
            questions.forget_question(exchange)
            return "Chưa nộp."
        case "snooze" | "snooze_until" | "move_deadline" | "leave_deadline":
            return _remind(action, period, exchange)
        case "continue":
            _go_on_entering(agency, period, exchange)
        case "checks" if period is not None:
            summing_up.show_checks(agency, period, exchange)
        case _:
            return reports.press(action, agency, period, exchange)
    return None


def _remind(action: Mapping[str, Any], period: Period | None, exchange: Exchange) -> str | None:
    """Presses under reminders and of /han."""
    match action["do"]:
        case "snooze":
            reminding.offer_later(exchange)
        case "snooze_until":
            return reminding.remind_later(datetime.fromisoformat(action["at"]), exchange)
        case "move_deadline" if period is not None:
            return due.move(period, action["to"], action["stands"], exchange)
        case "leave_deadline":
            return "Vẫn để như cũ."
        case _:
            return _OLD
    return None


def _skip(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    pending = memory.read_pending(exchange)
    if pending is None or pending.asked != action["ask"]:
        return _OLD
    exchange.answer(guide.skipped(action["raw"]))
    choosing.go_on(pending, exchange)
    return None


def _settle(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> str | None:
    """A press for an entry that waits: only for the one that its message showed."""
    if not entering.waits(action["entry"], exchange):
        return _OLD
    if action["do"] == "drop":
        exchange.store.remember(exchange.chat_id, exchange.person.id, "entry", None)
        return "Đã bỏ, chưa ghi."
    entering.settle(exchange, agency=agency, period=period)
    return None


def _ask(action: Mapping[str, Any], agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> None:
    intent = Intent(action["intent"])
    over_agencies = intent in (Intent.TOTAL, Intent.RANK)
    agencies = (agency,) if agency else (ALL_AGENCIES,) if over_agencies else ()
    asking.answer_question(
        Question(
            intent,
            (Candidate(IndicatorId(action["i"]), 1.0),),
            certain=True,
            agencies=agencies,
            period=period,
            every_period=intent is Intent.TREND,
            limit=action.get("limit"),
            descending=action.get("down", True),
        ),
        exchange,
    )


def _go_on_entering(agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> None:
    guide_start.begin(agency, period, exchange)
