"""Deadlines in conversation: /lich shows what is due, /han lets an administrator move a deadline or open a period."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.domain.deadlines import Concerned, DeadlineMove, Unfit, concerned, move_deadline, plan_move
from bot.domain.giving import put_out
from bot.domain.people import Action, may
from bot.domain.period import Period, Span
from bot.replies import deadlines, guide
from bot.understanding.periods import find_periods
from bot.understanding.text import fold, words_of

_DATE = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})\s*(?:[/.-]|tháng|thang)\s*(?P<month>\d{1,2})(?:\s*(?:[/.-]|năm|nam)\s*(?P<year>\d{4}))?\s*$"
)
_TAKEN_BACK = {"bo", "huy", "xoa", "mac dinh", "nhu cu"}
_HALF_A_YEAR = timedelta(days=183)
_THREE_QUARTERS = timedelta(days=274)  # later than that the next period of that name has its window almost behind it
_THE_YEAR = re.compile(r"(?:bao cao )?(?:ca |ky )?nam(?: (?:bo|huy|xoa|mac dinh|nhu cu))?")
_SAYS_WHICH_YEAR = re.compile(r"\d{2}|\b(?:nay|truoc|sau|toi|ngoai|qua|vua)\b")


def show_due(exchange: Exchange) -> None:
    """/lich: what the writer owes, and what comes after."""
    calendar, today, own = exchange.calendar, exchange.today, exchange.own_agency
    overdue = [
        period
        for period in scope.open_periods(exchange, own)
        if calendar.is_collected(period) and calendar.deadline(period) < today
    ]
    told = (*overdue, *calendar.due_periods(today))
    report_of = {} if own is None else {period: exchange.store.report(own, period) for period in told}
    owed = [period for period in overdue if period in report_of and not report_of[period].is_locked]
    exchange.answer(deadlines.due_list(calendar, today, owed, report_of, exchange.catalogue))


def ask_to_move(argument: str, exchange: Exchange) -> None:
    """/han: show what setting a deadline would change, with a button that does it."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if not argument.strip():
        exchange.answer(deadlines.usage(exchange.calendar, exchange.today))
        return
    found = _DATE.search(argument)
    named = argument[: found.start()] if found else argument
    back = next((word for word in _TAKEN_BACK if fold(argument).endswith(f" {word}")), None)
    open_period = exchange.calendar.open_period(exchange.today)
    said = fold(named).strip(" :")
    periods = {mention.value for mention in find_periods(words_of(named), today=exchange.today, open_period=open_period)}
    if not periods and _THE_YEAR.fullmatch(said):
        periods = {Period(exchange.today.year, Span.YEAR)}
    period = next(iter(periods)) if len(periods) == 1 else open_period if not said else None
    day = _day(found, exchange.today) if found else None
    if period is None or (day is None and back is None):
        exchange.answer(deadlines.not_understood(exchange.today))
        return
    if periods and not _SAYS_WHICH_YEAR.search(said):
        period = _in_its_year(period, day, exchange)
    _propose(period, day, exchange)


def _in_its_year(period: Period, day: date | None, exchange: Exchange) -> Period:
    """The Quý II that ends before 20/7, for "quý 2 20/7"; without a day the one moved last, else the one that comes.

    A question for figures means the last one there is; a deadline is set for what is still to come.
    """
    years = range(exchange.today.year - 1, exchange.today.year + 2)
    several = [Period(year, period.span) for year in years]
    if day is None:
        moved = [each for each in several if each in exchange.calendar.moved]
        coming = [each for each in exchange.calendar.coming_periods(exchange.today) if each.span is period.span]
        return max(moved, default=next(iter(coming), period))
    near = [each for each in several if abs(day - each.last_day) <= _HALF_A_YEAR]
    ended = [each for each in several if each.last_day < day and day - each.last_day <= _THREE_QUARTERS]
    return max(ended or near or [period])


def _propose(period: Period, day: date | None, exchange: Exchange) -> None:
    planned = plan_move(exchange.calendar, period, day, exchange.today)
    if isinstance(planned, Unfit):
        exchange.answer(deadlines.refused(planned, period, exchange.calendar))
        return
    told = _concerned(planned, exchange)
    is_rest = planned.after is not None and not exchange.calendar.is_working_day(planned.after)
    exchange.answer(deadlines.confirm_move(planned, day, told, exchange.today, is_rest=is_rest))


def move(period: Period, to: str | None, stands: str | None, exchange: Exchange) -> str | None:
    """The press that moves it; the world is looked at again. Returns the short text to answer the press with.

    `to` None: back to the rules; `stands`: the deadline that the button was shown with.
    """
    if not may(exchange.person, Action.ADMINISTER):
        return "Anh/chị không còn quyền quản trị."
    standing = exchange.calendar.deadline(period).isoformat() if exchange.calendar.is_collected(period) else None
    if standing != stands:
        return "Hạn này đã được đổi. Anh/chị gõ lại /han."
    planned = plan_move(exchange.calendar, period, date.fromisoformat(to) if to else None, exchange.today)
    if isinstance(planned, Unfit):
        exchange.answer(deadlines.refused(planned, period, exchange.calendar))
        return None
    told = _concerned(planned, exchange)
    move_deadline(planned, exchange.calendar, exchange.store, by=exchange.person.id, at=exchange.now)
    for person_id, agencies in told.people.items():
        reply = deadlines.told(planned, agencies, exchange.catalogue)
        put_out(exchange.store, reply, person_id, None, now=exchange.now)
    for chat_id, thread_id in told.groups:
        if chat_id != exchange.chat_id:
            put_out(exchange.store, deadlines.told(planned, (), exchange.catalogue), chat_id, thread_id, now=exchange.now)
    exchange.answer(deadlines.moved(planned, told))
    return None


def _concerned(planned: DeadlineMove, exchange: Exchange) -> Concerned:
    return concerned(exchange.store, exchange.catalogue, planned.period, besides=exchange.person.id, now=exchange.now)


def _day(found: re.Match[str], today: date) -> date | None:
    """The day as typed; without a year the one nearest to come: this year's, or next year's when this year's is long past."""
    try:
        day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    if not found["year"] and today - day > _HALF_A_YEAR:
        return day.replace(year=today.year + 1) if (day.month, day.day) != (2, 29) else None
    return day
