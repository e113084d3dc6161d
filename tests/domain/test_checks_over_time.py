"""Figures of several periods: a year holds its parts, a cumulative does not fall, a jump is told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.domain.checks_over_time import JumpRules, contradictions, evaluate_over_time, jumps
from bot.domain.lookup import Derived, Figures
from bot.domain.period import Period
from tests.domain.stored import SCT, stored

CATALOGUE = load_catalogue()
FLOW, CUMULATIVE, RATE, STOCK = "dossiers.received", "plan.tasks_done", "plan.completion_rate", "staff.present"

PARTS: dict[str, tuple[dict[str, str | int], str, list[list[str]]]] = {
    "half a year holds its first quarter": ({"Q1": 100, "H1": 100}, "H1", []),
    "half a year with less than its first quarter": ({"Q1": 101, "H1": 100}, "H1", [["2022-Q1", "2022-H1"]]),
    "the quarter's own report is told too": ({"Q1": 101, "H1": 100}, "Q1", [["2022-Q1", "2022-H1"]]),
    "both quarters together": ({"Q1": 60, "Q2": 41, "H1": 100}, "H1", [["2022-Q1", "2022-Q2", "2022-H1"]]),
    "a year holds half a year and a quarter": ({"H1": 200, "Q3": 100, "Y": 300}, "Y", []),
    "a year with less": ({"H1": 200, "Q3": 101, "Y": 300}, "Y", [["2022-H1", "2022-Q3", "2022-Y"]]),
    "a blank half counts as nothing": ({"Q3": 301, "Y": 300}, "Y", [["2022-Q3", "2022-Y"]]),
    "a figure of a half that was reported goes before its quarters": (
        {"Q1": 10, "H1": 200, "Q3": 101, "Y": 300},
        "Y",
        [["2022-H1", "2022-Q3", "2022-Y"]],
    ),
    "nine months and the last quarter": ({"9M": 250, "Q4": 51, "Y": 300}, "Y", [["2022-9M", "2022-Q4", "2022-Y"]]),
    "“chưa có số liệu” is not compared": ({"Q1": 101, "H1": "chưa có"}, "H1", []),
    "“không phát sinh” is a zero": ({"Q1": 1, "H1": "không phát sinh"}, "H1", [["2022-Q1", "2022-H1"]]),
    "another report of the year is not this one's": ({"Q1": 101, "H1": 100, "Q3": 5}, "Q3", []),
}


def figures_of(indicator: str, said: dict[str, str | int], year: int = 2022) -> Figures:
    spans = {span if "-" in span else f"{year}-{span}": figure for span, figure in said.items()}
    return Figures(CATALOGUE, [stored(indicator, figure, period) for period, figure in spans.items()])


@pytest.mark.parametrize(("said", "span", "told"), PARTS.values(), ids=PARTS)
def test_a_period_is_at_least_the_sum_of_its_parts(said: dict[str, str | int], span: str, told: list[list[str]]) -> None:
    """For what happened within a period; both figures and both periods are named."""
    found = contradictions(figures_of(FLOW, said), SCT, Period.parse(f"2022-{span}"))
    assert [[at.code for at in each.periods] for each in found] == told
    assert all(each.hard for each in found)


@pytest.mark.parametrize(
    ("indicator", "said", "span", "told"),
    [
        (CUMULATIVE, {"Q1": 10, "H1": 10}, "H1", 0),
        (CUMULATIVE, {"Q1": 10, "H1": 9}, "H1", 1),
        (CUMULATIVE, {"Q1": 10, "H1": 20, "Q3": 15, "Y": 18}, "Q3", 1),
        (CUMULATIVE, {"Q1": 10, "H1": 20, "Q3": 15, "Y": 18}, "Y", 0),  # told where it fell, not again
        (CUMULATIVE, {"2021-Y": 30, "Q1": 5}, "Q1", 0),  # a new year begins anew
        (RATE, {"Q1": 80, "H1": 60}, "H1", 1),
        (STOCK, {"Q1": 80, "H1": 60}, "H1", 0),
    ],
)
def test_a_cumulative_does_not_fall_within_a_year(indicator: str, said: dict[str, str | int], span: str, told: int) -> None:
    """A count proves that something is wrong; a rate may fall because its whole grew, so it is only told."""
    found = contradictions(figures_of(indicator, said), SCT, Period.parse(f"2022-{span}"))
    assert len(found) == told
    assert all(each.hard is (indicator == CUMULATIVE) for each in found)


@given(st.dictionaries(st.sampled_from(["Q1", "Q2", "Q3", "Q4"]), st.integers(0, 50), min_size=1))
def test_periods_put_together_from_their_quarters_never_contradict(quarters: dict[str, int]) -> None:
    """Whatever was reported, sums of it agree with it."""
    sums = {
        "H1": sum(quarters.get(each, 0) for each in ("Q1", "Q2")),
        "H2": sum(quarters.get(each, 0) for each in ("Q3", "Q4")),
        "9M": sum(quarters.get(each, 0) for each in ("Q1", "Q2", "Q3")),
        "Y": sum(quarters.values()),
    }
    figures = figures_of(FLOW, {**quarters, **sums})
    for span in (*quarters, *sums):
        found, compared = evaluate_over_time(figures, SCT, Period.parse(f"2022-{span}"))
        assert (found, compared > 0) == ((), True)


JUMPS: dict[str, tuple[str, dict[str, str | int], bool]] = {
    "ten times as much": (FLOW, {"2021-Q3": 10, "2022-Q3": 100}, True),
    "not quite ten times, and close": (FLOW, {"2021-Q3": 2, "2022-Q3": 19}, False),
    "a tenth": (FLOW, {"2021-Q3": 100, "2022-Q3": 10}, True),
    "a little over a tenth": (FLOW, {"2021-Q3": 100, "2022-Q3": 11}, False),
    "three times and twenty more": (FLOW, {"2021-Q3": 10, "2022-Q3": 30}, True),
    "three times and nineteen more": (FLOW, {"2021-Q3": "9.5", "2022-Q3": "28.5"}, False),
    "a third and twenty less is no jump": (FLOW, {"2021-Q3": 90, "2022-Q3": 30}, False),
    "from nothing there is no number of times": (FLOW, {"2021-Q3": 0, "2022-Q3": 500}, False),
    "down to nothing from a few": (FLOW, {"2021-Q3": 19, "2022-Q3": 0}, False),
    "down to nothing from many": (FLOW, {"2021-Q3": 20, "2022-Q3": 0}, True),
    "nothing on purpose": (FLOW, {"2021-Q3": 200, "2022-Q3": "không phát sinh"}, False),
    "no figure": (FLOW, {"2021-Q3": 200, "2022-Q3": "chưa có"}, False),
    "nothing to compare with": (FLOW, {"2022-Q3": 4000}, False),
    "the same period last year goes before the quarter before": (
        FLOW,
        {"2021-Q3": 100, "2022-Q1": 10, "2022-H1": 15, "2022-Q3": 110},
        False,
    ),
    "a stock": (STOCK, {"2021-Q3": 20, "2022-Q3": 200}, True),
    "a cumulative is not compared with a shorter one": (CUMULATIVE, {"2022-H1": 2, "2022-Q3": 40}, False),
    "a cumulative with the one a year before": (CUMULATIVE, {"2021-Q3": 2, "2022-Q3": 40}, True),
}


@pytest.mark.parametrize(("indicator", "said", "is_far"), JUMPS.values(), ids=JUMPS)
def test_what_is_far_from_the_period_before(indicator: str, said: dict[str, str | int], *, is_far: bool) -> None:
    """Ten times or a tenth, or three times and a difference of twenty."""
    assert bool(jumps(figures_of(indicator, said), SCT, Period.parse("2022-Q3"), JumpRules())) is is_far


def test_a_flow_is_compared_over_equal_lengths_derived_if_need_be() -> None:
    """Quý III beside a quarter: Quý II is what 6 tháng has more than Quý I."""
    figures = figures_of(FLOW, {"Q1": 90, "H1": 100, "Q3": 200})
    assert isinstance(figures.find(stored(FLOW, 1).key.indicator, SCT, Period.parse("2022-Q2")), Derived)
    (found,) = jumps(figures, SCT, Period.parse("2022-Q3"), JumpRules())
    assert (found.since.code, found.before, found.number, found.is_derived) == ("2022-Q2", 10, 200, True)


def test_how_far_is_far_can_be_set() -> None:
    """The settings of an office with few dossiers."""
    figures = figures_of(FLOW, {"2021-Q3": 2, "2022-Q3": 5})
    assert jumps(figures, SCT, Period.parse("2022-Q3"), JumpRules()) == ()
    close = JumpRules(times=Decimal(2), fewer_times=Decimal("1.5"), difference=Decimal(1))
    assert len(jumps(figures, SCT, Period.parse("2022-Q3"), close)) == 1


def test_a_figure_that_is_only_derived_is_nobodys_jump() -> None:
    """Nobody entered it, so nobody is asked to look at it again."""
    figures = figures_of(FLOW, {"2021-Q2": 1, "2022-Q1": 90, "2022-H1": 200})
    assert jumps(figures, SCT, Period.parse("2022-Q2"), JumpRules()) == ()
