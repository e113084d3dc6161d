"""Who answers for which rows: each required row has one owner or none, and what they have filled adds up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.acts import Duty
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.completeness import completeness_of
from bot.domain.duties import owner_of, shares_of
from bot.domain.period import Period
from bot.domain.value import Figure, State

CATALOGUE = load_catalogue()
SCT = AgencyCode("SCT")
PERIODS = [Period.parse(code) for code in ("2021-H1", "2022-Q3", "2023-Q1")]
ROWS = [row.id for row in CATALOGUE.rows]
LAN, HUNG = 11, 12
FIGURES = st.sampled_from(
    [Figure(Decimal(0)), Figure(Decimal(1)), Figure(None, State.NO_DATA), Figure(Decimal(0), State.NOTHING_OCCURRED)]
)


@settings(max_examples=60, deadline=None)
@given(
    owned=st.dictionaries(st.sampled_from(ROWS), st.integers(1, 4), max_size=25),
    figures=st.dictionaries(st.sampled_from(ROWS), FIGURES, max_size=60),
    period=st.sampled_from(PERIODS),
)
def test_what_the_owners_have_filled_adds_up_to_the_agencys(
    owned: dict[IndicatorId, int], figures: dict[IndicatorId, Figure], period: Period
) -> None:
    """Whatever was given to whom, and whatever was entered: nothing is counted twice, nothing falls between two."""
    duties = [Duty(SCT, row, person) for row, person in owned.items()]
    whole = completeness_of(figures, CATALOGUE, period)
    parts = [share.done for share in shares_of(figures, duties, CATALOGUE, period)]
    assert sum(part.filled for part in parts) == whole.filled
    assert sum(part.required for part in parts) == whole.required
    assert sum(part.entered for part in parts) == whole.entered
    assert sorted(row.id for part in parts for row in part.blank) == sorted(row.id for row in whole.blank)
    assert sorted(row.id for part in parts for row in part.no_data) == sorted(row.id for row in whole.no_data)
    for section in whole.by_section:
        mine = [count for part in parts for count in part.by_section if count.section == section.section]
        assert (sum(count.filled for count in mine), sum(count.required for count in mine)) == (
            section.filled,
            section.required,
        )


@pytest.mark.parametrize(
    ("owners", "row", "owner"),
    [
        ({}, "plan.tasks_done", None),
        ({"I": LAN}, "plan.tasks_done", LAN),
        ({"I": LAN, "plan.tasks_done": HUNG}, "plan.tasks_done", HUNG),
        ({"I": LAN, "plan.tasks_done": HUNG}, "plan.tasks_planned", LAN),
        ({"II": LAN}, "plan.tasks_done", None),
    ],
)
def test_the_nearest_row_given_decides(owners: dict[str, int], row: str, owner: int | None) -> None:
    """A section may be one clerk's, but for one indicator of it."""
    given_rows = {IndicatorId(each): person for each, person in owners.items()}
    assert owner_of(IndicatorId(row), given_rows, CATALOGUE) == owner


def test_what_is_nobodys_comes_last_and_is_always_there() -> None:
    """So that a list of the owners says what is still to be given."""
    duties = [Duty(SCT, IndicatorId("I"), LAN), Duty(SCT, IndicatorId("II"), HUNG)]
    assert [share.owner for share in shares_of({}, duties, CATALOGUE, PERIODS[2])] == [LAN, HUNG, None]
    everything = [Duty(SCT, row.id, LAN) for row in CATALOGUE.rows if row.parent is None]
    assert shares_of({}, everything, CATALOGUE, PERIODS[2])[-1].done.required == 0
