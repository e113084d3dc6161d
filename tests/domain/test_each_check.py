"""Every relation of the catalogue, broken once: it is found, and its message names both sides with their figures."""

from decimal import Decimal

import pytest

from bot.domain.catalogue import Check
from bot.domain.catalogue_file import load_catalogue
from bot.domain.checks import evaluate_checks
from bot.domain.formula import operands, relations
from bot.domain.period import Period, Span
from bot.replies.checks import failing_text
from bot.replies.wording import number_text, short_text
from tests.domain.stored import stored

CATALOGUE = load_catalogue()
PERIODS = [Period(year, Span.Q3) for year in (2021, 2022, 2023)]
LARGE, SMALL = 109, 4  # a percent above its limit, too


def period_of(check: Check) -> Period | None:
    """A period whose form prints all rows of the check."""
    rows = set(operands(check.expression))
    return next((period for period in PERIODS if rows <= {row.id for row in CATALOGUE.form_for(period).rows}), None)


IN_A_FORM = [check for check in CATALOGUE.checks if period_of(check) is not None]


def test_the_checks_that_no_form_prints_all_rows_of() -> None:
    """One row is printed twice in a single report only; rates of documents stood in 2021, their counts since 2022."""
    assert [check.id for check in CATALOGUE.checks if check not in IN_A_FORM] == [
        "legal_docs_duplicate",
        "documents_electronic_rate",
        "documents_parallel_rate",
    ]


@pytest.mark.parametrize("check", IN_A_FORM, ids=lambda check: check.id)
def test_each_check_is_found_when_broken_and_says_both_figures(check: Check) -> None:
    """What stands left of the sign is made large, the rest small; nothing else stands in the report."""
    first = relations(check.expression)[0]
    left = set(operands(first.left))
    figures = {row: LARGE if row in left else SMALL for row in operands(check.expression)}
    period = period_of(check)
    assert period is not None
    found = evaluate_checks(CATALOGUE, [stored(row, number, period.code) for row, number in figures.items()]).violations
    assert check.id in [violation.key for violation in found]
    others = [set(violation.rows) for violation in found if violation.key != check.id]
    assert all(rows <= set(figures) for rows in others)  # only what these figures break, too
    violation = next(each for each in found if each.key == check.id)
    assert violation.hard is check.hard
    said = failing_text(violation, CATALOGUE)
    for row in operands(violation.relation.left) + operands(violation.relation.right):
        assert f"{short_text(CATALOGUE.row(row), CATALOGUE)} ({number_text(Decimal(figures[row]))}" in said
    for side in (violation.left, violation.right):
        assert number_text(side, digits=2) in said
