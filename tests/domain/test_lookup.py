"""Derived figures: which reports they come from, and when there is none."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.lookup import Contradictory, Derivation, Derived, Figures, NotReported, Reported, figure_of
from bot.domain.overview import TotalKind, overview
from bot.domain.period import Period
from bot.domain.value import NO_DATA, Figure, Source, StoredValue, ValueKey

CATALOGUE = load_catalogue()
SCT, STC, SYT = AgencyCode("SCT"), AgencyCode("STC"), AgencyCode("SYT")
FLOW, STOCK, RATE = IndicatorId("dossiers.returned"), IndicatorId("staff.present"), IndicatorId("dossiers.on_time_rate")
WHEN = datetime(2022, 9, 15, tzinfo=UTC)


def stored(indicator: str, period: str, figure: Figure | int | str, agency: AgencyCode = SCT) -> StoredValue:
    figure = figure if isinstance(figure, Figure) else Figure(Decimal(figure))
    key = ValueKey(agency, Period.parse(period), IndicatorId(indicator))
    return StoredValue(key, figure, None, str(figure.number), 1, WHEN, Source("message"), 1)


def figures(indicator: str, by_period: Mapping[str, Figure | int | str]) -> Figures:
    return Figures(CATALOGUE, [stored(indicator, period, figure) for period, figure in by_period.items()])


@pytest.mark.parametrize(
    ("asked", "reported", "number"),
    [
        ("2022-Q2", {"2022-H1": 50, "2022-Q1": 20}, 30),
        ("2022-H2", {"2022-Y": 100, "2022-H1": 40}, 60),
        ("2022-Q4", {"2022-Y": 100, "2022-H1": 40, "2022-Q3": 25}, 35),
        ("2022-9M", {"2022-H1": 40, "2022-Q3": 25}, 65),
        ("2022-Y", {"2022-H1": 40, "2022-Q3": 25, "2022-Q4": 5}, 70),
    ],
)
def test_a_flow_is_derived_from_the_reports_around_it(asked: str, reported: dict[str, int], number: int) -> None:
    """Q2 = H1 − Q1, H2 = Y − H1, Q4 = Y − H1 − Q3, 9M = H1 + Q3; labelled as derived with its parts."""
    found = figures(FLOW, reported).find(FLOW, SCT, Period.parse(asked))
    assert isinstance(found, Derived)
    assert found.how is Derivation.PERIODS
    assert found.figure == Figure(Decimal(number))
    assert {part.key.period.code for part in found.parts} == set(reported)


def test_a_reported_figure_goes_before_a_derived_one() -> None:
    """Q2 entered as 31 stays 31 although H1 − Q1 is 30."""
    found = figures(FLOW, {"2022-Q2": 31, "2022-H1": 50, "2022-Q1": 20}).find(FLOW, SCT, Period.parse("2022-Q2"))
    assert isinstance(found, Reported)
    assert found.value.figure.number == Decimal(31)


def test_a_missing_part_is_named() -> None:
    """Without Q1 there is no Q2; the answer names Q1 and offers H1."""
    known = figures(FLOW, {"2022-H1": 50})
    found = known.find(FLOW, SCT, Period.parse("2022-Q2"))
    assert found == NotReported(ValueKey(SCT, Period.parse("2022-Q2"), FLOW), (Period.parse("2022-Q1"),))
    assert known.periods_with(FLOW, SCT) == (Period.parse("2022-H1"),)


def test_a_part_without_data_is_a_missing_part() -> None:
    """Known to be missing ("chưa có số liệu") is not zero."""
    found = figures(FLOW, {"2022-H1": 50, "2022-Q1": NO_DATA}).find(FLOW, SCT, Period.parse("2022-Q2"))
    assert isinstance(found, NotReported)


def test_a_negative_difference_is_a_contradiction_and_not_a_figure() -> None:
    """H1 smaller than Q1 cannot be; both are named, nothing is shown as Q2."""
    found = figures(FLOW, {"2022-H1": 10, "2022-Q1": 20}).find(FLOW, SCT, Period.parse("2022-Q2"))
    assert isinstance(found, Contradictory)
    assert figure_of(found) is None


def test_an_estimated_part_makes_the_result_an_estimate() -> None:
    """The result is only "tạm tính" when a part is."""
    parts = {"2022-H1": Figure(Decimal(50), estimate=True), "2022-Q1": 20}
    assert figure_of(figures(FLOW, parts).find(FLOW, SCT, Period.parse("2022-Q2"))) == Figure(Decimal(30), estimate=True)


@pytest.mark.parametrize(
    ("asked", "reported"), [("2022-Q2", "2022-H1"), ("2022-9M", "2022-Q3"), ("2022-Q4", "2022-Y"), ("2022-H2", "2022-Y")]
)
@pytest.mark.parametrize("indicator", [STOCK, RATE])
def test_what_stands_at_an_end_of_period_is_taken_from_the_report_with_that_end(
    asked: str, reported: str, indicator: IndicatorId
) -> None:
    """Stock, rates without formula: Q2 ← H1, 9M ← Q3, Q4 and H2 ← Y."""
    found = figures(indicator, {reported: 34}).find(indicator, SCT, Period.parse(asked))
    assert isinstance(found, Derived)
    assert found.how is Derivation.SAME_END
    assert figure_of(found) == Figure(Decimal(34))


def test_a_stock_of_another_end_says_nothing() -> None:
    """The number of staff in June does not tell the one in September."""
    assert isinstance(figures(STOCK, {"2022-H1": 34}).find(STOCK, SCT, Period.parse("2022-Q3")), NotReported)


def test_a_rate_with_a_formula_is_worked_out_from_its_parts() -> None:
    """13 of 40 tasks done is 32.5 %."""
    values = [stored("plan.tasks_done", "2023-Q1", 13), stored("plan.tasks_planned", "2023-Q1", 40)]
    found = Figures(CATALOGUE, values).find(IndicatorId("plan.completion_rate"), SCT, Period.parse("2023-Q1"))
    assert isinstance(found, Derived)
    assert (found.how, found.figure.number) == (Derivation.FORMULA, Decimal("32.50"))


def view_of(indicator: str, *values: StoredValue, agencies: tuple[AgencyCode, ...] = (SCT, STC, SYT)):  # noqa: ANN201  the Overview under test
    row = CATALOGUE.row(indicator)
    return overview(row, Period.parse("2022-Q3"), agencies, figures=Figures(CATALOGUE, values), visible=lambda *_: True)


def test_counts_add_up_and_a_missing_agency_is_never_zero() -> None:
    """4.954 + 15 with one agency missing: the total says so."""
    view = view_of(FLOW, stored(FLOW, "2022-Q3", 4954), stored(FLOW, "2022-Q3", 15, STC))
    assert (view.kind, view.number, view.missing) == (TotalKind.SUM, Decimal(4969), (SYT,))


def test_a_rate_with_a_formula_is_recomputed_from_summed_parts() -> None:
    """13/22 and 40/46 together are 53/68, not the mean of two rates."""
    values = []
    for agency, done, planned, rate in ((SCT, 13, 22, "59.09"), (STC, 40, 46, "86.96")):
        values += [stored("plan.tasks_done", "2022-Q3", done, agency), stored("plan.tasks_planned", "2022-Q3", planned, agency)]
        values.append(stored("plan.completion_rate", "2022-Q3", rate, agency))
    view = view_of("plan.completion_rate", *values)
    assert view.kind is TotalKind.FORMULA
    assert view.number == Decimal(53) / Decimal(68) * 100


def test_a_rate_with_a_weight_is_weighted() -> None:
    """On-time rate 100 % of 300 dossiers and 90 % of 100 is 97.5 %."""
    view = view_of(
        RATE,
        stored(RATE, "2022-Q3", 100), stored(FLOW, "2022-Q3", 300),
        stored(RATE, "2022-Q3", 90, STC), stored(FLOW, "2022-Q3", 100, STC),
    )  # fmt: skip
    assert (view.kind, view.number) == (TotalKind.WEIGHTED, Decimal("97.5"))


def test_another_rate_is_listed_and_a_flag_counted() -> None:
    """Rates that share no basis are not averaged; Có/Không answers how many."""
    assert view_of("propaganda.completion_rate", stored("propaganda.completion_rate", "2022-Q3", 50)).kind is TotalKind.LISTED
    flags = view_of("commendation", stored("commendation", "2022-Q3", 1), stored("commendation", "2022-Q3", 0, STC))
    assert (flags.kind, flags.number, flags.missing) == (TotalKind.COUNTED, None, (SYT,))


def test_what_may_not_be_seen_counts_as_missing() -> None:
    """A report before submission is left out of a total, and named as missing."""
    row = CATALOGUE.row(FLOW)
    known = Figures(CATALOGUE, [stored(FLOW, "2022-Q3", 10), stored(FLOW, "2022-Q3", 5, STC)])
    view = overview(row, Period.parse("2022-Q3"), (SCT, STC), figures=known, visible=lambda agency, _: agency == SCT)
    assert (view.number, view.missing) == (Decimal(10), (STC,))
