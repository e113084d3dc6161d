"""Which days offices work, checked against the published days of rest of 2022–2027."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar
from bot.domain.catalogue import CalendarRules
from bot.domain.period import Span

REGIME = {Span.Q1: (3, 17), Span.H1: (6, 17), Span.Q3: (9, 17), Span.YEAR: (12, 17)}
CALENDAR = Calendar(CalendarRules(deadlines=REGIME))
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))


def day(text: str) -> date:
    """A day written as 2022-09-16."""
    return date.fromisoformat(text)


DAYS_OF_REST = [
    # as published for the state sector; each line: name, days off
    ("New Year 2022, a Saturday, Monday in lieu", "2022-01-01 2022-01-03"),
    ("Tết Nhâm Dần", "2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04"),
    ("Giỗ Tổ 2022, a Sunday, Monday in lieu", "2022-04-10 2022-04-11"),
    ("30/4 and 1/5 of 2022 on a weekend, Monday and Tuesday in lieu", "2022-04-30 2022-05-01 2022-05-02 2022-05-03"),
    ("Quốc khánh 2022", "2022-09-01 2022-09-02"),
    ("New Year 2023, a Sunday, Monday in lieu", "2023-01-01 2023-01-02"),
    ("Tết Quý Mão", "2023-01-20 2023-01-23 2023-01-24 2023-01-25 2023-01-26"),
    ("Giỗ Tổ, 30/4 and 1/5 of 2023 in one", "2023-04-29 2023-04-30 2023-05-01 2023-05-02 2023-05-03"),
    ("Quốc khánh 2023, with Monday in lieu", "2023-09-01 2023-09-02 2023-09-03 2023-09-04"),
    ("Tết Giáp Thìn", "2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14"),
    ("Giỗ Tổ 2024", "2024-04-18"),
    ("30/4 and 1/5 of 2024, the Monday before swapped", "2024-04-29 2024-04-30 2024-05-01"),
    ("Quốc khánh 2024", "2024-09-02 2024-09-03"),
    ("Tết Ất Tỵ", "2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31"),
    ("30/4 and 1/5 of 2025, the Friday after swapped", "2025-04-30 2025-05-01 2025-05-02"),
    ("Quốc khánh 2025", "2025-09-01 2025-09-02"),
    ("Tết Bính Ngọ", "2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20"),
    ("Quốc khánh 2026, the Monday before swapped", "2026-08-31 2026-09-01 2026-09-02"),
    ("Tết Đinh Mùi", "2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10"),
]


@pytest.mark.parametrize(("name", "days"), DAYS_OF_REST)
def test_public_holidays_are_not_worked(name: str, days: str) -> None:
    """The library's data for Viet Nam, with days in lieu."""
    assert [text for text in days.split() if CALENDAR.is_working_day(day(text))] == [], name


WORKED = """
2022-01-28 2022-02-07 2022-05-04 2022-08-31 2022-09-05 2023-01-19 2023-01-27 2023-05-04 2023-09-05 2024-02-15
2024-05-02 2025-01-24 2025-02-03 2026-02-13 2026-02-23 2024-05-04 2025-04-26 2026-08-22
"""  # the last three are Saturdays worked for a swapped day


@pytest.mark.parametrize("worked", WORKED.split())
def test_the_days_around_holidays_are_worked(worked: str) -> None:
    """The eve and the first day back, and Saturdays worked instead of a swapped day."""
    assert CALENDAR.is_working_day(day(worked))


def test_overrides_win_over_the_library() -> None:
    """The swap of 2/1/2026 for Saturday 10/1/2026 came late and is not in the library: indicators.yaml carries it."""
    rules = CalendarRules(
        deadlines=REGIME, days_off=frozenset({day("2026-01-02")}), working_days=frozenset({day("2026-01-10")})
    )
    assert not Calendar(rules).is_working_day(day("2026-01-02"))
    assert Calendar(rules).is_working_day(day("2026-01-10"))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2022-02-08", 1, "2022-02-07"),
        ("2022-02-07", 1, "2022-01-28"),  # the whole of Tết between
        ("2022-09-05", 1, "2022-08-31"),  # Quốc khánh and a weekend between
        ("2022-05-04", 1, "2022-04-29"),
        ("2022-09-16", 7, "2022-09-07"),
        ("2022-09-16", 0, "2022-09-16"),
    ],
)
def test_working_days_are_counted_over_days_of_rest(start: str, count: int, expected: str) -> None:
    """Counted backwards, the start not included."""
    assert CALENDAR.working_days_before(day(start), count) == day(expected)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2022-01-28", "2022-02-07"), ("2022-08-31", "2022-09-05"), ("2022-09-14", "2022-09-15"), ("2023-09-15", "2023-09-18")],
)
def test_the_working_day_after(start: str, expected: str) -> None:
    """The next day that offices work."""
    assert CALENDAR.working_day_after(day(start)) == day(expected)


@given(today=DAYS, count=st.integers(1, 15))
def test_as_many_working_days_lie_between_as_were_counted(today: date, count: int) -> None:
    """Counting back and then forward meets the same days."""
    start = CALENDAR.working_days_before(today, count)
    between = [start + timedelta(days=n) for n in range((today - start).days)]
    assert sum(CALENDAR.is_working_day(it) for it in between) == count
    if CALENDAR.is_working_day(today):
        assert CALENDAR.working_days_before(CALENDAR.working_day_after(today), 1) == today
