"""Figures that follow from others by their formula."""

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.computed import RAW, computed_figures
from tests.domain.stored import stored

CATALOGUE = load_catalogue()
DONE, PLANNED, RATE = "plan.tasks_done", "plan.tasks_planned", "plan.completion_rate"
PARTS = ("procedure_stats.in_force_agency", "procedure_stats.in_force_subordinate")


@pytest.mark.parametrize(
    ("done", "planned", "number", "raw"),
    [
        (20, 25, "80", "20 : 25 × 100"),
        (13, 22, "59.09", "13 : 22 × 100"),
        (1, 8, "12.5", "1 : 8 × 100"),
        (1, 800, "0.13", "1 : 800 × 100"),  # 0,125: half goes up
        (0, 9, "0", "0 : 9 × 100"),
    ],
)
def test_a_rate_is_rounded_to_two_digits_as_reports_do(done: int, planned: int, number: str, raw: str) -> None:
    """Without zeros behind; the raw text tells that and how it was worked out."""
    (found,) = computed_figures(CATALOGUE, [stored(DONE, done), stored(PLANNED, planned)])
    assert (str(found.number), found.raw, found.may_be_stored) == (number, RAW + raw, True)


@pytest.mark.parametrize(
    "values",
    [
        [stored(DONE, 20)],
        [stored(DONE, 20), stored(PLANNED, "chưa có")],
        [stored(DONE, 0), stored(PLANNED, 0)],
    ],
    ids=["a blank part", "a part without a figure", "divided by zero"],
)
def test_nothing_is_worked_out_of_less_than_everything(values: list) -> None:  # type: ignore[type-arg]
    """A blank is not 0, and nothing is divided by 0."""
    assert computed_figures(CATALOGUE, values) == ()


def test_of_an_estimate_only_an_estimate_follows() -> None:
    """So that it is asked about before the report goes in."""
    (found,) = computed_figures(CATALOGUE, [stored(DONE, "ước 20"), stored(PLANNED, 25)])
    assert found.figure.estimate


def test_more_than_everything_is_told_but_not_offered() -> None:
    """30 of 25 tasks is a slip in one of them."""
    (found,) = computed_figures(CATALOGUE, [stored(DONE, 30), stored(PLANNED, 25)])
    assert (found.number, found.may_be_stored) == (120, False)


@pytest.mark.parametrize(
    ("stands", "raw", "fits"),
    [
        ("59.09", "59,09", True),
        ("59.1", "59,1", True),  # as typed by somebody who rounds
        ("58", "58", False),
        ("59.1", RAW + "13 : 22 × 100", False),  # taken over from us, so each digit counts
        ("chưa có", "chưa có số liệu", False),
    ],
)
def test_a_rate_that_stands_fits_or_does_not(stands: str, raw: str, *, fits: bool) -> None:
    """Within what rounding can do."""
    values = [stored(DONE, 13), stored(PLANNED, 22), stored(RATE, stands, raw=raw)]
    (found,) = computed_figures(CATALOGUE, values)
    assert found.fits is fits


def test_a_total_is_worked_out_too() -> None:
    """And must be exactly so."""
    values = [stored(PARTS[0], 111), stored(PARTS[1], 2)]
    (found,) = computed_figures(CATALOGUE, values)
    assert (found.row.id, found.number) == ("procedure_stats.in_force_total", 113)
    (other,) = computed_figures(CATALOGUE, [*values, stored("procedure_stats.in_force_total", 111)])
    assert not other.fits


def test_only_what_a_write_took_part_in_is_told() -> None:
    """Nobody wants to hear of a rate at every dossier."""
    values = [stored(DONE, 20), stored(PLANNED, 25)]
    assert computed_figures(CATALOGUE, values, touching=[IndicatorId("dossiers.received")]) == ()
    assert len(computed_figures(CATALOGUE, values, touching=[IndicatorId(DONE)])) == 1
