"""Windows and deadlines of 2022–2030, checked against the wall calendar; which report is open on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import CalendarRules
from bot.domain.period import Period, Span

REGIME = {Span.Q1: (3, 17), Span.H1: (6, 17), Span.Q3: (9, 17), Span.YEAR: (12, 17)}
CALENDAR = Calendar(CalendarRules(deadlines=REGIME))
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))


def day(text: str) -> date:
    """A day written as 2022-09-16."""
    return date.fromisoformat(text)


def codes(periods: tuple[Period, ...]) -> list[str]:
    """Periods as codes, in order."""
    return [period.code for period in periods]


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022-Q1", "2021-12-15", "2022-03-14"),
        ("2022-H1", "2021-12-15", "2022-06-14"),
        ("2022-Q3", "2022-06-15", "2022-09-14"),
        ("2022-Y", "2021-12-15", "2022-12-14"),
        ("2022-Q2", "2022-03-15", "2022-06-14"),
        ("2022-Q4", "2022-09-15", "2022-12-14"),
        ("2022-H2", "2022-06-15", "2022-12-14"),
        ("2022-9M", "2021-12-15", "2022-09-14"),
    ],
)
def test_a_window_runs_from_a_15th_to_a_14th(code: str, first: str, last: str) -> None:
    """Decree 09/2019/NĐ-CP, article 12; the same in every year."""
    assert CALENDAR.window(Period.parse(code)) == (day(first), day(last))
    for later in range(1, 9):
        period = Period(2022 + later, Period.parse(code).span)
        begins, ends = CALENDAR.window(period)
        assert (begins.year, ends.year) == (day(first).year + later, day(last).year + later)
        assert (begins.day, ends.day) == (15, 14)


DEADLINES = [
    # period, the 17th is a, deadline, the working day before it
    ("2022-Q1", "Thu", "2022-03-17", "2022-03-16"),
    ("2022-H1", "Fri", "2022-06-17", "2022-06-16"),
    ("2022-Q3", "Sat", "2022-09-16", "2022-09-15"),
    ("2022-Y", "Sat", "2022-12-16", "2022-12-15"),
    ("2023-Q1", "Fri", "2023-03-17", "2023-03-16"),
    ("2023-H1", "Sat", "2023-06-16", "2023-06-15"),
    ("2023-Q3", "Sun", "2023-09-15", "2023-09-14"),
    ("2023-Y", "Sun", "2023-12-15", "2023-12-14"),
    ("2024-Q1", "Sun", "2024-03-15", "2024-03-14"),
    ("2024-H1", "Mon", "2024-06-17", "2024-06-14"),
    ("2024-Q3", "Tue", "2024-09-17", "2024-09-16"),
    ("2024-Y", "Tue", "2024-12-17", "2024-12-16"),
    ("2025-Q1", "Mon", "2025-03-17", "2025-03-14"),
    ("2025-H1", "Tue", "2025-06-17", "2025-06-16"),
    ("2025-Q3", "Wed", "2025-09-17", "2025-09-16"),
    ("2025-Y", "Wed", "2025-12-17", "2025-12-16"),
    ("2026-Q1", "Tue", "2026-03-17", "2026-03-16"),
    ("2026-H1", "Wed", "2026-06-17", "2026-06-16"),
    ("2026-Q3", "Thu", "2026-09-17", "2026-09-16"),
    ("2026-Y", "Thu", "2026-12-17", "2026-12-16"),
    ("2027-Q1", "Wed", "2027-03-17", "2027-03-16"),
    ("2027-H1", "Thu", "2027-06-17", "2027-06-16"),
    ("2027-Q3", "Fri", "2027-09-17", "2027-09-16"),
    ("2027-Y", "Fri", "2027-12-17", "2027-12-16"),
    ("2028-Q1", "Fri", "2028-03-17", "2028-03-16"),
    ("2028-H1", "Sat", "2028-06-16", "2028-06-15"),
    ("2028-Q3", "Sun", "2028-09-15", "2028-09-14"),
    ("2028-Y", "Sun", "2028-12-15", "2028-12-14"),
    ("2029-Q1", "Sat", "2029-03-16", "2029-03-15"),
    ("2029-H1", "Sun", "2029-06-15", "2029-06-14"),
    ("2029-Q3", "Mon", "2029-09-17", "2029-09-14"),
    ("2029-Y", "Mon", "2029-12-17", "2029-12-14"),
    ("2030-Q1", "Sun", "2030-03-15", "2030-03-14"),
    ("2030-H1", "Mon", "2030-06-17", "2030-06-14"),
    ("2030-Q3", "Tue", "2030-09-17", "2030-09-16"),
    ("2030-Y", "Tue", "2030-12-17", "2030-12-16"),
]


@pytest.mark.parametrize(("code", "named", "deadline", "day_before"), DEADLINES)
def test_a_deadline_on_a_weekend_moves_back_to_friday(code: str, named: str, deadline: str, day_before: str) -> None:
    """The default shift is "before"; the day of the reminder is the working day before the moved deadline."""
    period = Period.parse(code)
    assert date(period.year, *REGIME[period.span]).strftime("%a") == named
    assert CALENDAR.deadline(period) == day(deadline)
    assert CALENDAR.working_days_before(CALENDAR.deadline(period), 1) == day(day_before)


@pytest.mark.parametrize(
    ("shift", "code", "deadline"),
    [
        ("before", "2023-Q3", "2023-09-15"),
        ("after", "2023-Q3", "2023-09-18"),
        ("none", "2023-Q3", "2023-09-17"),
        ("before", "2022-Q3", "2022-09-16"),
        ("after", "2022-Q3", "2022-09-19"),
        ("none", "2022-Q3", "2022-09-17"),
        ("before", "2023-Q1", "2023-03-17"),
        ("after", "2023-Q1", "2023-03-17"),
        ("none", "2023-Q1", "2023-03-17"),
    ],
)
def test_the_shift_of_a_deadline_is_a_setting(shift: str, code: str, deadline: str) -> None:
    """A working day is never moved; a day of rest goes where the setting says."""
    assert Calendar(CalendarRules(deadlines=REGIME, shift=shift)).deadline(Period.parse(code)) == day(deadline)


def test_a_deadline_never_moves_back_into_the_window() -> None:
    """With Friday 15/9/2023 a day off too, no working day after the 14th would be left: Monday the 18th it is."""
    rules = CalendarRules(deadlines=REGIME, days_off=frozenset({day("2023-09-15")}))
    assert Calendar(rules).deadline(Period.parse("2023-Q3")) == day("2023-09-18")


def test_a_saturday_that_is_worked_keeps_its_deadline() -> None:
    """The override table wins over the weekend."""
    rules = CalendarRules(deadlines=REGIME, working_days=frozenset({day("2022-09-17")}))
    assert Calendar(rules).deadline(Period.parse("2022-Q3")) == day("2022-09-17")


def test_other_deadlines_than_the_17th_can_be_ruled() -> None:
    """20/3/2022 is a Sunday."""
    rules = CalendarRules(deadlines={Span.Q1: (3, 20)})
    assert Calendar(rules).deadline(Period.parse("2022-Q1")) == day("2022-03-18")


@pytest.mark.parametrize("code", ["2022-Q2", "2022-Q4", "2022-H2", "2022-9M"])
def test_a_span_that_is_not_collected_has_no_deadline(code: str) -> None:
    """No Q2, Q4, nine-month or second-half report exists."""
    assert not CALENDAR.is_collected(Period.parse(code))
    with pytest.raises(KeyError):
        CALENDAR.deadline(Period.parse(code))


def test_an_unknown_shift_is_an_error() -> None:
    """A mistyped setting must not quietly move deadlines."""
    with pytest.raises(ValueError, match="sideways"):
        Calendar(CalendarRules(deadlines=REGIME, shift="sideways")).deadline(Period.parse("2022-Q1"))


@pytest.mark.parametrize(
    ("today", "open_period", "also_due", "overdue"),
    [
        ("2022-12-14", "2022-Y", [], ["2022-Q3", "2022-H1", "2022-Q1", "2021-Y"]),
        ("2022-12-15", "2022-Y", ["2023-Q1", "2023-H1", "2023-Y"], ["2022-Q3", "2022-H1", "2022-Q1", "2021-Y"]),
        ("2022-12-16", "2022-Y", ["2023-Q1", "2023-H1", "2023-Y"], ["2022-Q3", "2022-H1", "2022-Q1", "2021-Y"]),
        ("2022-12-17", "2023-Q1", ["2023-H1", "2023-Y"], ["2022-Y", "2022-Q3", "2022-H1", "2022-Q1"]),
        ("2023-03-16", "2023-Q1", ["2023-H1", "2023-Y"], ["2022-Y", "2022-Q3", "2022-H1", "2022-Q1"]),
        ("2023-03-18", "2023-H1", ["2023-Y"], ["2023-Q1", "2022-Y", "2022-Q3", "2022-H1"]),
        ("2023-06-14", "2023-H1", ["2023-Y"], ["2023-Q1", "2022-Y", "2022-Q3", "2022-H1"]),
        ("2023-06-15", "2023-H1", ["2023-Q3", "2023-Y"], ["2023-Q1", "2022-Y", "2022-Q3", "2022-H1"]),
        ("2023-06-17", "2023-Q3", ["2023-Y"], ["2023-H1", "2023-Q1", "2022-Y", "2022-Q3"]),
        ("2022-11-01", "2022-Y", [], ["2022-Q3", "2022-H1", "2022-Q1", "2021-Y"]),
    ],
)
def test_the_open_period_is_the_one_due_next(today: str, open_period: str, also_due: list[str], overdue: list[str]) -> None:
    """Several windows overlap: on 16/3/2023 Q1, H1 and the year have begun, and a clerk means Q1."""
    assert CALENDAR.open_period(day(today)) == Period.parse(open_period)
    assert codes(CALENDAR.due_periods(day(today))) == [open_period, *also_due]
    assert codes(CALENDAR.overdue_periods(day(today))) == overdue


def test_without_collected_spans_nothing_is_open() -> None:
    """Rules may leave gaps: the first quarter alone is open from 15/12 to its deadline."""
    calendar = Calendar(CalendarRules(deadlines={Span.Q1: (3, 17)}))
    assert calendar.open_period(day("2022-03-18")) is None
    assert calendar.open_period(day("2022-12-15")) == Period.parse("2023-Q1")


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        ("2022-09-14T16:59:59", "2022-09-14"),  # 23:59:59 in Viet Nam
        ("2022-09-14T17:00:00", "2022-09-15"),  # midnight
        ("2022-12-14T16:59:59", "2022-12-14"),
        ("2022-12-14T17:00:00", "2022-12-15"),
    ],
)
def test_days_change_at_midnight_in_viet_nam(moment: str, today: str) -> None:
    """The machine's clock is UTC; Viet Nam is seven hours ahead all year."""
    assert day_in_viet_nam(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == day(today)


def test_next_years_window_begins_at_midnight_in_viet_nam() -> None:
    """At 23:59 of 14/12 only the year is due, a minute later next year's first quarter is too."""
    last_minute = datetime(2022, 12, 14, 16, 59, tzinfo=UTC)
    assert codes(CALENDAR.due_periods(day_in_viet_nam(last_minute))) == ["2022-Y"]
    assert "2023-Q1" in codes(CALENDAR.due_periods(day_in_viet_nam(last_minute + timedelta(minutes=1))))


def test_a_deadline_lasts_until_midnight_in_viet_nam() -> None:
    """Q3 of 2022 is due on Friday 16/9: at 23:59 it can be submitted, at 0:00 (17:00 UTC) it is overdue."""
    assert CALENDAR.deadline_passes_at(Period.parse("2022-Q3")) == datetime(2022, 9, 16, 17, 0, tzinfo=UTC)


@given(today=DAYS)
def test_every_day_has_an_open_period_not_yet_overdue(today: date) -> None:
    """Under the regime's deadlines there is always a report that a clerk can mean."""
    period = CALENDAR.open_period(today)
    assert period is not None
    assert period.first_day <= today <= CALENDAR.deadline(period)
    assert period not in CALENDAR.overdue_periods(today)
    assert len(CALENDAR.overdue_periods(today)) == len(REGIME)


@given(year=st.integers(2022, 2030), span=st.sampled_from(sorted(REGIME)), shift=st.sampled_from(["before", "after"]))
def test_a_shifted_deadline_is_a_working_day_after_the_window(year: int, span: Span, shift: str) -> None:
    """Decree 09/2019/NĐ-CP, article 8: a working day is left after the window ends."""
    calendar, period = Calendar(CalendarRules(deadlines=REGIME, shift=shift)), Period(year, span)
    assert calendar.is_working_day(calendar.deadline(period))
    assert calendar.deadline(period) > period.last_day
    assert abs(calendar.deadline(period) - date(year, *REGIME[span])) <= timedelta(days=2)


@pytest.mark.parametrize(
    ("today", "coming"),
    [
        ("2023-03-16", ["2023-Q1", "2023-H1", "2023-Q3", "2023-Y"]),
        ("2023-03-18", ["2023-H1", "2023-Q3", "2023-Y", "2024-Q1"]),
        ("2023-09-18", ["2023-Y", "2024-Q1", "2024-H1", "2024-Q3"]),  # none of the last three has begun
        ("2023-12-14", ["2023-Y", "2024-Q1", "2024-H1", "2024-Q3"]),
        ("2023-12-31", ["2024-Q1", "2024-H1", "2024-Q3", "2024-Y"]),
    ],
)
def test_a_whole_year_of_deadlines_is_known_ahead(today: str, coming: list[str]) -> None:
    """Also of periods whose window has not begun."""
    assert codes(CALENDAR.coming_periods(day(today))) == coming


@given(DAYS)
def test_what_comes_begins_with_what_is_open_and_runs_through_one_year(today: date) -> None:
    coming = CALENDAR.coming_periods(today)
    deadlines = [CALENDAR.deadline(period) for period in coming]
    assert coming[0] == CALENDAR.open_period(today)
    assert {period.span for period in coming} == set(REGIME)
    assert deadlines == sorted(deadlines)
    assert today <= deadlines[0]
