"""Guided entry before anybody types: which rows are left in which order, and what a row's step offers."""

from collections.abc import Collection
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.completeness import required_rows
from bot.domain.guided import (
    Extent,
    ExtentKind,
    Walk,
    computed,
    heading_above,
    is_kept_with_others,
    last_figure,
    offers,
    walk,
)
from bot.domain.lookup import Figures
from bot.domain.period import Period
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Figure, Source, StoredValue, ValueKey

CATALOGUE = load_catalogue()
SCT = AgencyCode("SCT")
Q1 = Period.parse("2023-Q1")
NO, SEVEN = Figure(Decimal(0)), Figure(Decimal(7))
ALL = Extent(ExtentKind.ALL)


def part(row: str) -> Extent:
    return Extent(ExtentKind.PART, IndicatorId(row))


def standing(figures: dict[str, Figure]) -> dict[IndicatorId, Figure]:
    return {IndicatorId(row): figure for row, figure in figures.items()}


def walked(extent: Extent, figures: dict[str, Figure], passed: Collection[str] = (), named: Collection[str] = ()) -> Walk:
    return walk(
        extent,
        standing(figures),
        CATALOGUE,
        Q1,
        passed=[IndicatorId(each) for each in passed],
        named=[IndicatorId(each) for each in named],
    )


def left(extent: Extent, figures: dict[str, Figure], passed: Collection[str] = (), named: Collection[str] = ()) -> list[str]:
    return [row.id for row in walked(extent, figures, passed, named).left]


def filed(*values: tuple[str, str, str]) -> Figures:
    """Figures of earlier reports: (period, row, number); "-" is "chưa có số liệu"."""
    at = datetime(2022, 1, 1, tzinfo=UTC)
    return Figures(
        CATALOGUE,
        [
            StoredValue(
                ValueKey(SCT, Period.parse(period), IndicatorId(row)),
                NO_DATA if number == "-" else Figure(Decimal(number)),
                None,
                number,
                1,
                at,
                Source("message"),
                change_id=place,
            )
            for place, (period, row, number) in enumerate(values)
        ],
    )


@pytest.mark.parametrize(
    ("extent", "figures", "passed", "first"),
    [
        (ALL, {}, [], ["plan.tasks_planned", "plan.tasks_done"]),
        (ALL, {"plan.tasks_planned": SEVEN}, [], ["plan.tasks_done", "plan.directives_issued"]),
        (ALL, {}, ["plan.tasks_planned"], ["plan.tasks_done", "plan.directives_issued"]),
        (part("II"), {}, [], ["legal_docs", "legal_docs.on_schedule"]),
        (part("plan"), {"plan.tasks_done": NO}, [], ["plan.tasks_planned", "plan.directives_issued"]),
        (part("dossiers.received"), {}, [], ["dossiers.received"]),
        (part("dossiers.received"), {"dossiers.received": NO_DATA}, [], []),
        (part("simplification"), {"simplification": NO}, [], []),
        (part("legal_docs"), {"legal_docs": NOTHING_OCCURRED}, [], []),
        (part("legal_docs"), {"legal_docs": NO}, [], ["legal_docs.on_schedule", "legal_docs.procedure_compliant"]),
    ],
)
def test_blank_rows_are_left_in_printed_order(
    extent: Extent, figures: dict[str, Figure], passed: list[str], first: list[str]
) -> None:
    """Answered and passed rows are not left; a flag answered Không and "không phát sinh" rule the rows below out."""
    found = left(extent, figures, passed)
    assert found[:2] == first[:2]
    assert bool(found) is bool(first)


def test_ones_own_rows_are_those_that_one_answers_for() -> None:
    assert left(Extent(ExtentKind.MINE), {"commendation": NO}, named=["new_initiative", "commendation"]) == ["new_initiative"]


@pytest.mark.parametrize("kind", [ExtentKind.CHECKS, ExtentKind.MEND])
def test_a_review_goes_through_rows_that_have_figures(kind: ExtentKind) -> None:
    """In printed order, until each was kept or entered anew, even when it is no longer complained of by then."""
    rows = ["plan.tasks_done", "plan.completion_rate", "gone.from.the.catalogue"]
    figures = {"plan.tasks_done": SEVEN, "plan.completion_rate": SEVEN}
    assert left(Extent(kind), figures, named=rows) == ["plan.completion_rate", "plan.tasks_done"]
    half = walked(Extent(kind), figures, passed=["plan.completion_rate"], named=["plan.tasks_done"])
    assert (half.done, len(half.rows)) == (1, 2)


def test_after_the_last_row_those_before_it_come() -> None:
    """Somebody who began in the middle is led through the whole."""
    place = walked(part("plan"), {"plan.directives_issued": SEVEN})
    following = place.next_after(IndicatorId("plan.directives_issued"))
    assert following is not None
    assert following.id == "plan.tasks_planned"
    assert walked(part("plan"), {}, passed=[row.id for row in place.rows]).next_after(None) is None


@settings(max_examples=30)
@given(st.data())
def test_every_required_row_comes_exactly_once(data: st.DataObject) -> None:
    """Whatever is filled and passed: going on from row to row meets each row that is left once, and no other."""
    rows = [row.id for row in required_rows({}, CATALOGUE, Q1)]
    filled = data.draw(st.sets(st.sampled_from(rows)))
    passed = data.draw(st.sets(st.sampled_from(rows)))
    at = data.draw(st.sampled_from([None, *rows]))
    figures = dict.fromkeys(filled, SEVEN)
    met: list[str] = []
    while (row := walk(ALL, figures, CATALOGUE, Q1, passed=passed).next_after(at)) is not None:
        assert row.id not in met
        met.append(row.id)
        figures[row.id], at = SEVEN, row.id
    assert set(met) == set(rows) - filled - passed


@pytest.mark.parametrize(
    ("row", "reports", "found"),
    [
        # what happens within the period: equal lengths only, the nearest first, a difference labelled so
        ("dossiers.received", [("2022-Q3", "120"), ("2022-Q1", "90")], ("2022-Q3", "120", False)),
        ("dossiers.received", [("2022-H1", "300"), ("2022-Q1", "90")], ("2022-Q2", "210", True)),
        ("dossiers.received", [("2022-Y", "900"), ("2022-H1", "300"), ("2022-Q3", "200")], ("2022-Q4", "400", True)),
        ("dossiers.received", [("2022-Y", "900"), ("2022-H1", "300")], None),
        ("dossiers.received", [("2022-Q3", "-"), ("2022-Q1", "90")], ("2022-Q1", "90", False)),
        ("dossiers.on_time_rate", [("2022-H1", "97.5"), ("2022-Q1", "95")], ("2022-Q1", "95", False)),
        # what stands at a day: the last report, of any length
        ("staff.present", [("2022-Y", "33"), ("2022-Q3", "34")], ("2022-Y", "33", False)),
        ("staff.present", [("2023-H1", "33")], None),
        # what counts from the year's first day: the same period of a former year
        ("plan.tasks_done", [("2022-Q3", "13"), ("2022-Q1", "4")], ("2022-Q1", "4", False)),
        ("plan.tasks_done", [("2022-Q3", "13")], None),
        ("plan.tasks_planned", [("2022-Q3", "22")], ("2022-Q3", "22", False)),
        ("satisfaction_survey.method", [("2022-Q3", "1")], ("2022-Q3", "1", False)),
    ],
)
def test_the_last_figure_compares_like_with_like(
    row: str, reports: list[tuple[str, str]], found: tuple[str, str, bool] | None
) -> None:
    figures = filed(*((period, row, number) for period, number in reports))
    last = last_figure(CATALOGUE.row(row), SCT, Q1, figures)
    assert (None if last is None else (last.period.code, str(last.figure.number), last.is_derived)) == found


@pytest.mark.parametrize(
    ("row", "period", "keeps", "with_others"),
    [
        ("staff.present", "2022-Q3", True, True),  # stock
        ("staff.quota_assigned", "2022-Q3", False, False),  # last year's plan is not this year's
        ("staff.quota_assigned", "2023-Q1", True, True),
        ("plan.tasks_done", "2023-Q1", True, False),
        ("dossiers.received", "2022-H1", False, False),  # what happened does not happen again
        ("commendation", "2022-Q3", False, False),  # its two buttons say it as fast
        ("satisfaction_survey.method", "2022-Q3", True, False),
    ],
)
def test_the_last_figure_is_offered_again_where_that_is_sensible(
    row: str, period: str, *, keeps: bool, with_others: bool
) -> None:
    """`with_others`: by "giữ như kỳ trước" of a whole section too."""
    asked = Period.parse("2023-H1")
    figures = filed((period, row, "1"))
    offered = offers(CATALOGUE.row(row), SCT, asked, figures, {})
    assert offered.keeps is keeps
    assert is_kept_with_others(CATALOGUE.row(row), offered.last, asked) is with_others


@pytest.mark.parametrize(
    ("row", "nothing", "zero"),
    [
        ("dossiers.received", True, False),
        ("plan.tasks_done", True, False),
        ("staff.present", False, True),  # no staff "does not occur"
        ("plan.tasks_planned", False, True),
        ("dossiers.on_time_rate", True, False),  # a rate of nothing
        ("commendation", False, False),
        ("satisfaction_survey.method", False, False),
    ],
)
def test_nothing_occurred_is_offered_for_what_may_occur(row: str, *, nothing: bool, zero: bool) -> None:
    offered = offers(CATALOGUE.row(row), SCT, Q1, filed(), {})
    assert (offered.nothing, offered.zero) == (nothing, zero)


@pytest.mark.parametrize(
    ("figures", "rate"),
    [
        ({"plan.tasks_done": Figure(Decimal(20)), "plan.tasks_planned": Figure(Decimal(25))}, "80"),
        ({"plan.tasks_done": Figure(Decimal(13)), "plan.tasks_planned": Figure(Decimal(22))}, "59.09"),
        ({"plan.tasks_done": Figure(Decimal(1)), "plan.tasks_planned": NO}, None),
        ({"plan.tasks_done": Figure(Decimal(1)), "plan.tasks_planned": NO_DATA}, None),
        ({"plan.tasks_done": Figure(Decimal(1))}, None),
    ],
)
def test_a_rate_is_worked_out_whatever_was_entered_for_it(figures: dict[str, Figure], rate: str | None) -> None:
    found = computed(CATALOGUE.row("plan.completion_rate"), standing({**figures, "plan.completion_rate": SEVEN}))
    assert (None if found is None else str(found)) == rate


@pytest.mark.parametrize(
    ("row", "heading"),
    [("plan.tasks_done", "plan"), ("procedure_stats.in_force_agency", "procedure_stats"), ("commendation", None)],
)
def test_the_heading_above_a_row_is_the_one_with_a_number(row: str, heading: str | None) -> None:
    above = heading_above(CATALOGUE.row(row), CATALOGUE)
    assert (above.id if above else None) == heading
