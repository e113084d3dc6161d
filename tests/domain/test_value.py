"""What may be a figure of which indicator, and what period codes mean."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period, Span, quarter_of
from bot.domain.value import Fault, fault_of

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("indicator", "number", "fault"),
    [
        ("plan.tasks_planned", "25", None),
        ("plan.tasks_planned", "0", None),
        ("plan.tasks_planned", "2.5", Fault.FRACTION_IN_COUNT),
        ("plan.tasks_planned", "-1", Fault.NEGATIVE),
        ("plan.completion_rate", "59.09", None),
        ("plan.completion_rate", "100", None),
        ("plan.completion_rate", "100.01", Fault.OVER_LIMIT),
        ("plan.completion_rate", "-5", Fault.NEGATIVE),
        ("staff.downsized_rate", "120", None),  # against a year's plan: no limit, a check warns
        ("commendation", "1", None),
        ("commendation", "3", Fault.BAD_OPTION),
        ("satisfaction_survey.method", "2", None),
        ("satisfaction_survey.method", "5", Fault.BAD_OPTION),
    ],
)
def test_a_number_is_a_figure_of_its_indicator_or_says_why_not(indicator: str, number: str, fault: Fault | None) -> None:
    """Counts are whole, percents within their limit, flags and codes one of their options."""
    assert fault_of(Decimal(number), CATALOGUE.row(indicator)) is fault


@given(st.integers(2000, 2100), st.sampled_from(Span))
def test_a_period_is_read_back_from_its_code(year: int, span: Span) -> None:
    """Code and period are one to one."""
    assert Period.parse(Period(year, span).code) == Period(year, span)


@pytest.mark.parametrize(
    ("code", "first", "last", "name"),
    [
        ("2023-Q1", date(2022, 12, 15), date(2023, 3, 14), "Quý I/2023"),
        ("2022-Q3", date(2022, 6, 15), date(2022, 9, 14), "Quý III/2022"),
        ("2022-H1", date(2021, 12, 15), date(2022, 6, 14), "6 tháng đầu năm 2022"),
        ("2022-H2", date(2022, 6, 15), date(2022, 12, 14), "6 tháng cuối năm 2022"),
        ("2022-9M", date(2021, 12, 15), date(2022, 9, 14), "9 tháng đầu năm 2022"),
        ("2022-Y", date(2021, 12, 15), date(2022, 12, 14), "Năm 2022"),
    ],
)
def test_windows_run_from_a_15th_to_a_14th(code: str, first: date, last: date, name: str) -> None:
    """Decree 09/2019/NĐ-CP, article 12."""
    period = Period.parse(code)
    assert (period.first_day, period.last_day, period.name) == (first, last, name)


@given(st.integers(2000, 2100), st.sampled_from(Span))
def test_the_previous_period_is_as_long_and_earlier(year: int, span: Span) -> None:
    """Like with like."""
    period = Period(year, span)
    assert period.previous.months == period.months
    assert period.previous < period


@pytest.mark.parametrize("code", ["2022-Q5", "2022-q1", "22-Q1", "2022", "2022-12M", ""])
def test_anything_else_is_no_period_code(code: str) -> None:
    """The error names what was given."""
    with pytest.raises(ValueError, match="not a period code"):
        Period.parse(code)


def test_the_quarter_of_a_day_is_the_calendar_one() -> None:
    """As people mean "quý này" when no report is open."""
    assert quarter_of(date(2022, 12, 20)).code == "2022-Q4"
