"""On which days a report is told of, 2022–2030: never "missing" before its window closes, daily after, three days beyond."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.clock import VIET_NAM, day_in_viet_nam
from bot.domain.calendar import Calendar, MovedDeadline
from bot.domain.catalogue import CalendarRules
from bot.domain.notices import CLOSING, NoticeRules, QuietHours, midnight, moments, standing_moment
from bot.domain.period import Period, Span

REGIME = {Span.Q1: (3, 17), Span.H1: (6, 17), Span.Q3: (9, 17), Span.YEAR: (12, 17)}
RULES = NoticeRules()
PERIODS = [Period(year, span) for year in range(2022, 2031) for span in REGIME]
SHIFTS = ("before", "after", "none")


def calendar(shift: str = "before", **moved: tuple[str, str]) -> Calendar:
    """The regime's calendar with deadlines moved: `Q3_2022=("2022-09-23", "2022-09-12")`, deadline and day of moving."""
    changes = {
        Period.parse(f"{code.partition('_')[2]}-{code.partition('_')[0]}"): MovedDeadline(*map(date.fromisoformat, days))
        for code, days in moved.items()
    }
    return Calendar(CalendarRules(deadlines=REGIME, shift=shift), changes)


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_days_of_every_report(period: Period, shift: str) -> None:
    """One that closes, then each working day to the deadline, the deadline, and three working days."""
    days = calendar(shift)
    deadline = days.deadline(period)
    closing, *owed = moments(days, RULES, period)
    assert closing.kind is CLOSING
    assert closing.day < closing.until == period.last_day
    between = [closing.day + timedelta(n) for n in range((deadline - closing.day).days)]
    assert sum(days.is_working_day(day) for day in between) == RULES.closing_days
    assert all(moment.day > period.last_day for moment in owed)
    assert [moment.kind.code for moment in owed][-4:] == ["deadline", "overdue", "overdue", "overdue"]
    told = [moment.day for moment in owed]
    assert told[-4] == deadline
    assert all(days.is_working_day(day) or day == deadline for day in told)
    every = [period.last_day + timedelta(n) for n in range(1, 30)]
    assert told == [day for day in every if day <= told[-1] and (days.is_working_day(day) or day == deadline)]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_nothing_is_missing_until_midnight_of_the_15th_in_viet_nam(period: Period) -> None:
    """The last second of the 14th still belongs to the window (23:59 there, 16:59 UTC)."""
    last = midnight(period.last_day + timedelta(1)) - timedelta(seconds=1)
    standing = standing_moment(calendar(), RULES, period, day_in_viet_nam(last))
    assert standing is not None
    assert standing.kind is CLOSING
    after = standing_moment(calendar(), RULES, period, day_in_viet_nam(last + timedelta(seconds=1)))
    assert after is None or after.kind is not CLOSING


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_at_most_one_notice_of_a_report_stands_on_a_day(period: Period) -> None:
    """Spans from a notice's day to the last that it stands never overlap."""
    spans = [(moment.day, moment.until) for moment in moments(calendar(), RULES, period)]
    assert all(first <= last for first, last in spans)
    assert all(until < day for (_, until), (day, _) in pairwise(spans))


def test_a_deadline_moved_back_does_not_say_twice_that_it_closes() -> None:
    """And one moved forward says it in time."""
    assert moments(calendar(Q3_2022=("2022-09-30", "2022-09-12")), RULES, Period.parse("2022-Q3"))[0].day == date(2022, 9, 7)
    assert moments(calendar(Q3_2022=("2022-09-15", "2022-08-12")), RULES, Period.parse("2022-Q3"))[0].day == date(2022, 9, 6)


def test_a_period_opened_again_is_told_of_from_the_next_day() -> None:
    """Quý III/2022 is asked for anew on 15/3/2023: not once for each day since."""
    told = moments(calendar(Q3_2022=("2023-03-20", "2023-03-15")), RULES, Period.parse("2022-Q3"))
    assert [(moment.kind.code, moment.day.day) for moment in told] == [
        ("missing", 16),
        ("missing", 17),
        ("deadline", 20),
        ("overdue", 21),
        ("overdue", 22),
        ("overdue", 23),
    ]


@pytest.mark.parametrize(
    ("hour", "quiet"), [("20:59", False), ("21:00", True), ("23:59", True), ("00:00", True), ("06:29", True), ("06:30", False)]
)
def test_quiet_hours_go_over_midnight(hour: str, quiet: bool) -> None:  # noqa: FBT001  a table's column
    """In Viet Nam's time."""
    moment = datetime.fromisoformat(f"2022-09-15 {hour}").replace(tzinfo=VIET_NAM)
    assert QuietHours().holds(moment) is quiet
    assert QuietHours(moment.time(), moment.time()).holds(moment) is False
