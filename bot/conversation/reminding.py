"""Reminders in conversation: "Nhắc lại sau" under a reminder, and /nhac, how one agency is reminded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import takewhile

from bot.clock import VIET_NAM
from bot.conversation import arguments
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES
from bot.domain.notices import OwnRules
from bot.domain.people import Action, may
from bot.replies import guide, reminding
from bot.replies.reminding import UnfitKind, UnfitRule
from bot.settings import read_hour
from bot.understanding.text import fold, words_of

_LATER_HOURS = (1, 3)
_MOST_DAYS = 60
_SETTING = re.compile(
    r"\b(?P<what>gio|luc|sap khep|qua han|bao len)\s+"
    r"(?P<value>\d+(?:\s*[:hg]\s*\d*|(?:[\s,]+\d+(?!\d|\s*[:hg]))+)?)"
    r"|(?<![\d:])(?P<hour>\d+\s*[:hg]\s*\d*)"
)

_SETTING_WORDS = {"gio", "luc", "sap", "qua", "bao", "mac"}  # with which a setting begins


def offer_later(exchange: Exchange) -> None:
    """The press of "Nhắc lại sau": ask when."""
    now = exchange.now.astimezone(VIET_NAM)
    quiet = exchange.settings.quiet_hours
    choices: dict[datetime, None] = {}
    for hours in _LATER_HOURS:
        moment = now + timedelta(hours=hours)
        if moment.date() == now.date() and not quiet.holds(moment):
            choices[moment] = None
    choices[_tomorrow(exchange)] = None
    exchange.answer(reminding.when_later(tuple(choices), now))


def _tomorrow(exchange: Exchange) -> datetime:
    """The usual hour of the next working day."""
    policy = exchange.settings.policy
    day = exchange.calendar.working_day_after(exchange.today)
    hour = policy.quiet.end if policy.quiet.holds_at(policy.rules.remind_at) else policy.rules.remind_at
    return datetime.combine(day, hour, VIET_NAM)


def remind_later(until: datetime, exchange: Exchange) -> str | None:
    """The press that says when. Returns the short text to answer the press with."""
    if until <= exchange.now:
        return "Giờ này đã qua. Anh/chị bấm lại Nhắc lại sau."
    exchange.store.snooze(exchange.person.id, until)
    exchange.answer(reminding.will_remind(until, exchange.now))
    return None


def set_rules(argument: str, exchange: Exchange) -> None:
    """/nhac: show how agencies are reminded, or set it for one."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    rules = exchange.settings.policy.rules
    own = exchange.store.own_rules()
    found = exchange.reader.agencies.find(words_of(argument), today=exchange.today)
    agency = next((mention.value for mention in found if mention.value != ALL_AGENCIES), None)
    if not argument.strip():
        exchange.answer(reminding.rules_list(exchange.settings.policy, own, exchange.catalogue))
        return
    if agency is None:
        named = _before_settings(argument)
        unread = arguments.unread([named], exchange) if named else None
        exchange.answer(reminding.rules_agency_unknown(unread, exchange.catalogue))
        return
    before = own.get(agency, OwnRules())
    if found[0].last - found[0].first == len(words_of(argument)):  # named, nothing to set
        exchange.answer(reminding.rules_of(agency, before.over(rules), exchange.catalogue))
        return
    after = OwnRules() if fold(argument).endswith("mac dinh") else _changed(fold(argument), before)
    if isinstance(after, UnfitRule):
        exchange.answer(reminding.rule_refused(after, agency, exchange.catalogue, most_days=_MOST_DAYS))
        return
    if after.remind_at is not None and exchange.settings.quiet_hours.holds_at(after.remind_at):
        exchange.answer(reminding.quiet_then(exchange.settings.quiet_hours))
        return
    exchange.store.save_own_rules(agency, after, by=exchange.person.id, at=exchange.now)
    exchange.answer(reminding.rules_set(agency, before.over(rules), after.over(rules), exchange.catalogue))


def _before_settings(argument: str) -> str:
    """What of an argument may have been meant as an agency: the words before the first setting, "" when it begins with one."""
    words = words_of(argument)
    named = list(takewhile(lambda word: word.folded not in _SETTING_WORDS and not word.folded[0].isdigit(), words))
    return " ".join(word.text for word in named)


def _changed(text: str, rules: OwnRules) -> OwnRules | UnfitRule:
    """The rules with what the folded text sets, or what of it cannot be."""
    hour, closing, overdue, escalate = rules.remind_at, rules.closing_days, rules.overdue_days, rules.escalate_days
    settings = list(_settings(text))
    for what, value in settings:
        days = [int(number) for number in re.findall(r"\d+", value)]
        if what in {"gio", "luc"}:
            hour = _hour(value)
            if hour is None:
                return UnfitRule(UnfitKind.HOUR, value.strip())
        elif what == "bao len" and len(days) != 3:  # noqa: PLR2004  viewers, group, administrators
            return UnfitRule(UnfitKind.THREE_NUMBERS, value.strip())
        elif max(days) > _MOST_DAYS:
            return UnfitRule(UnfitKind.TOO_MANY_DAYS, str(max(days)))
        elif what == "bao len":
            escalate = (days[0], days[1], days[2])
        elif len(days) != 1:
            return UnfitRule(UnfitKind.ONE_NUMBER, value.strip())
        elif what == "sap khep":
            closing = days[0]
        else:
            overdue = days[0]
    return OwnRules(hour, closing, overdue, escalate) if settings else UnfitRule(UnfitKind.NOTHING, "")


def _settings(text: str) -> Iterator[tuple[str, str]]:
    for found in _SETTING.finditer(text):
        yield (found["what"], found["value"]) if found["what"] else ("gio", found["hour"])


def _hour(text: str) -> time | None:
    written = re.sub(r"\s+", "", text)
    return read_hour(f"{written}:" if written.isdigit() else written)  # "giờ 9" is said like "9 giờ"
