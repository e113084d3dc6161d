"""Relations within a report: each kind, each exemption, each edge of the tolerances."""

from decimal import Decimal

import pytest

from bot.domain.catalogue import Check, CheckKind
from bot.domain.catalogue_file import load_catalogue
from bot.domain.checks import agrees, broken_checks, evaluate_checks
from bot.domain.formula import operands
from tests.domain.stored import stored

CATALOGUE = load_catalogue()

FIGURES: dict[str, tuple[dict[str, str | int], list[str]]] = {
    "le: as many as there are holds": ({"plan.tasks_done": 25, "plan.tasks_planned": 25}, []),
    "le: one more fails": ({"plan.tasks_done": 26, "plan.tasks_planned": 25}, ["plan_done_le_planned"]),
    "le: a blank side is not evaluated": ({"plan.tasks_done": 26}, []),
    "le: “chưa có số liệu” is not evaluated": ({"plan.tasks_done": 26, "plan.tasks_planned": "chưa có"}, []),
    "le: “không phát sinh” is a zero like any other": (
        {"plan.tasks_done": 26, "plan.tasks_planned": "không phát sinh"},
        ["plan_done_le_planned"],
    ),
    "le: an estimate counts": ({"dossiers.returned": "ước 120", "dossiers.received": 100}, ["dossiers_returned_le_received"]),
    "le: the parts together": (
        {"assigned_tasks.done_on_time": 8, "assigned_tasks.done_late": 5, "assigned_tasks.total": 12},
        ["assigned_done_le_total"],
    ),
    "le: of a sum with a blank part nothing is known": ({"assigned_tasks.done_on_time": 12, "assigned_tasks.total": 12}, []),
    "sum: the parts are the whole": (
        {
            "disciplinary.psu_staff": 3,
            "disciplinary.psu_fully_autonomous": 1,
            "disciplinary.psu_partly_autonomous": 2,
            "disciplinary.psu_state_funded": 0,
        },
        [],
    ),
    "sum: the parts are not the whole": (
        {
            "disciplinary.psu_staff": 4,
            "disciplinary.psu_fully_autonomous": 1,
            "disciplinary.psu_partly_autonomous": 2,
            "disciplinary.psu_state_funded": 0,
        },
        ["disciplined_psu_staff"],
    ),
    "ratio: rounded as reports round": (
        {"plan.completion_rate": "59.09", "plan.tasks_done": 13, "plan.tasks_planned": 22},
        [],
    ),
    "ratio: half a unit of a whole percent": (
        {"plan.completion_rate": "59", "plan.tasks_done": 13, "plan.tasks_planned": 22},
        [],
    ),
    "ratio: more than half a unit of a whole percent": (
        {"plan.completion_rate": "58", "plan.tasks_done": 13, "plan.tasks_planned": 22},
        ["plan_rate"],
    ),
    "ratio: nothing is divided by zero": (
        {"plan.completion_rate": "100", "plan.tasks_done": 0, "plan.tasks_planned": 0},
        [],
    ),
    "any_of: the first reading holds": (
        {
            "psu_autonomy": 6,
            "psu_autonomy.recurrent_and_investment": 1,
            "psu_autonomy.recurrent_full": 1,
            "psu_autonomy.recurrent_partial": 1,
            "psu_autonomy.state_funded": 3,
        },
        [],
    ),
    "any_of: the second reading holds": (
        {
            "psu_autonomy": 3,
            "psu_autonomy.recurrent_and_investment": 1,
            "psu_autonomy.recurrent_full": 1,
            "psu_autonomy.recurrent_partial": 1,
            "psu_autonomy.state_funded": 3,
        },
        [],
    ),
    "any_of: neither holds": (
        {
            "psu_autonomy": 5,
            "psu_autonomy.recurrent_and_investment": 1,
            "psu_autonomy.recurrent_full": 1,
            "psu_autonomy.recurrent_partial": 1,
            "psu_autonomy.state_funded": 3,
        },
        ["psu_autonomy_total"],
    ),
}


@pytest.mark.parametrize(("figures", "fail"), FIGURES.values(), ids=FIGURES)
def test_what_figures_of_one_report_fail(figures: dict[str, str | int], fail: list[str]) -> None:
    """Named by the check's id."""
    values = [stored(row, said) for row, said in figures.items()]
    assert [each.key for each in broken_checks(CATALOGUE, values)] == fail


@pytest.mark.parametrize(
    ("stated", "computed", "fits"),
    [
        ("80", "80.5", True),  # half a unit of the last digit
        ("80", "80.51", False),
        ("80.0", "80.1", True),  # half a unit would be 0.05: at least 0.1
        ("80.0", "80.11", False),
        ("59.09", "59.19", True),
        ("59.09", "59.2", False),
    ],
)
def test_a_rate_agrees_within_what_rounding_can_do(stated: str, computed: str, *, fits: bool) -> None:
    """Half a unit of the last digit typed, at least a tenth of a point."""
    assert agrees(Decimal(stated), Decimal(computed)) is fits
    assert agrees(Decimal(stated), 2 * Decimal(stated) - Decimal(computed)) is fits


def test_a_row_that_the_form_does_not_print_is_not_evaluated() -> None:
    """The rates of documents were printed in 2021 only; figures kept for 2022 accuse nobody."""
    figures = {"documents.electronic_only_rate": 60, "documents.electronic_and_paper_rate": 50}
    of_2021 = [stored(row, said, "2021-H1") for row, said in figures.items()]
    of_2022 = [stored(row, said, "2022-Q3") for row, said in figures.items()]
    assert "documents_rates_le_100" in [each.key for each in broken_checks(CATALOGUE, of_2021)]
    assert "documents_rates_le_100" not in [each.key for each in broken_checks(CATALOGUE, of_2022)]


def test_what_could_not_be_evaluated_is_counted() -> None:
    """Two relations have all their figures; every other one that the form prints waits for some."""
    found = evaluate_checks(
        CATALOGUE, [stored("plan.tasks_done", 5), stored("plan.tasks_planned", 9), stored("plan.completion_rate", "55.56")]
    )
    printed = {row.id for row in CATALOGUE.form_for(stored("plan.tasks_done", 5).key.period).rows}
    of_form = [check for check in CATALOGUE.checks if set(operands(check.expression)) <= printed]
    assert (found.violations, found.evaluated, found.blank) == ((), 2, len(of_form) - 2)


def test_a_violation_tells_the_figures_that_a_reason_is_given_for() -> None:
    """Other figures are another matter, however the sides come out."""
    first, second = (
        broken_checks(
            CATALOGUE,
            [
                stored("assigned_tasks.done_on_time", on_time),
                stored("assigned_tasks.done_late", late),
                stored("assigned_tasks.total", 12),
            ],
        )[0]
        for on_time, late in ((8, 5), (7, 6))
    )
    assert (first.left, first.right) == (second.left, second.right)
    assert first.figures != second.figures


def test_every_relation_of_the_catalogue_is_of_a_known_kind() -> None:
    """And names rows that exist, which the catalogue's own checks see to."""
    assert {check.kind for check in CATALOGUE.checks} == set(CheckKind)
    assert all(isinstance(check, Check) for check in CATALOGUE.checks)
