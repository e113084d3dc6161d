"""Recording and undo on a real database: nothing lost, nothing overwritten unseen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.checks import broken_checks
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.reporting import (
    Assignment,
    ChangedByOther,
    NothingToUndo,
    NotYetBegun,
    Recorded,
    RecordOutcome,
    ReportLocked,
    Undone,
    record,
    undo,
)
from bot.domain.value import Figure, Source, ValueKey
from storage import Storage, UnitOfWork

CATALOGUE = load_catalogue()
SCT, Q1 = AgencyCode("SCT"), Period.parse("2023-Q1")
PLANNED, DONE = IndicatorId("plan.tasks_planned"), IndicatorId("plan.tasks_done")
CLERK, COLLEAGUE = 2, 4
NOW, TODAY = datetime(2023, 3, 16, 2, 0, tzinfo=UTC), date(2023, 3, 16)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[UnitOfWork]:
    storage = Storage(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    storage.migrate()
    with storage.begin() as unit_of_work:
        yield unit_of_work
    storage.close()


def enter(work: UnitOfWork, batch: str, *, by: int = CLERK, period: Period = Q1, **numbers: int) -> RecordOutcome:
    named = {"planned": PLANNED, "done": DONE}
    values = [Assignment(named[name], Figure(Decimal(number)), None, str(number)) for name, number in numbers.items()]
    return record(values, SCT, period, store=work, batch=batch, by=by, at=NOW, today=TODAY, source=Source("message"))


def standing(work: UnitOfWork, indicator: IndicatorId) -> Decimal | None:
    value = work.value(ValueKey(SCT, Q1, indicator))
    return value.figure.number if value else None


def take_back(work: UnitOfWork, batch: str):  # noqa: ANN201  any of the undo outcomes
    return undo(batch, store=work, by=CLERK, at=NOW, source=Source("button"))


def test_two_figures_are_stored_and_taken_back_together(work: UnitOfWork) -> None:
    """Undo of a first entry leaves no value, and the history keeps both steps."""
    outcome = enter(work, "update:1", planned=25, done=20)
    assert isinstance(outcome, Recorded)
    assert [(change.before, change.after) for change in outcome.changes] == [
        (None, Figure(Decimal(25))),
        (None, Figure(Decimal(20))),
    ]
    assert isinstance(take_back(work, "update:1"), Undone)
    assert (standing(work, PLANNED), standing(work, DONE)) == (None, None)
    assert len(work.changes(ValueKey(SCT, Q1, PLANNED))) == 2


def test_undo_restores_what_stood_before(work: UnitOfWork) -> None:
    """18 → 20 → 18."""
    enter(work, "update:1", done=18)
    enter(work, "update:2", done=20)
    take_back(work, "update:2")
    assert standing(work, DONE) == 18


def test_undo_happens_once(work: UnitOfWork) -> None:
    """A second press changes nothing."""
    enter(work, "update:1", done=18)
    take_back(work, "update:1")
    assert isinstance(take_back(work, "update:1"), NothingToUndo)


def test_undo_stops_when_somebody_changed_one_of_the_values_since(work: UnitOfWork) -> None:
    """Nothing of the batch is taken back, the colleague's 21 stays."""
    enter(work, "update:1", planned=25, done=20)
    enter(work, "update:2", by=COLLEAGUE, done=21)
    outcome = take_back(work, "update:1")
    assert isinstance(outcome, ChangedByOther)
    assert (standing(work, PLANNED), standing(work, DONE)) == (25, 21)


def test_a_write_that_meant_another_value_is_shown_and_not_made(work: UnitOfWork) -> None:
    """A choice asked while the row was blank does not overwrite what a colleague entered meanwhile."""
    enter(work, "update:1", by=COLLEAGUE, done=21)
    late = Assignment(DONE, Figure(Decimal(20)), None, "20", replaces=None)
    outcome = record([late], SCT, Q1, store=work, batch="update:2", by=CLERK, at=NOW, today=TODAY, source=Source("button"))
    assert isinstance(outcome, ChangedByOther)
    assert outcome.standing is not None
    assert (outcome.standing.entered_by, standing(work, DONE)) == (COLLEAGUE, 21)


def test_the_same_figure_again_is_no_change(work: UnitOfWork) -> None:
    """No history row is made of nothing."""
    enter(work, "update:1", done=20)
    outcome = enter(work, "update:2", done=20)
    assert isinstance(outcome, Recorded)
    assert (outcome.changes, len(outcome.unchanged), len(work.changes(ValueKey(SCT, Q1, DONE)))) == ((), 1, 1)


def test_a_locked_report_takes_no_entry_and_no_undo(work: UnitOfWork) -> None:
    """Submitted is submitted."""
    enter(work, "update:1", done=20)
    work.save_report(Report(SCT, Q1, ReportState.SUBMITTED, NOW, CLERK), by=CLERK, at=NOW)
    assert isinstance(enter(work, "update:2", done=21), ReportLocked)
    assert isinstance(take_back(work, "update:1"), ReportLocked)
    assert standing(work, DONE) == 20


def test_a_period_that_has_not_begun_takes_no_entry(work: UnitOfWork) -> None:
    """Quý III begins on 15/6."""
    assert isinstance(enter(work, "update:1", period=Period.parse("2023-Q3"), done=1), NotYetBegun)


def test_a_note_stays_when_the_next_entry_has_none(work: UnitOfWork) -> None:
    """Blank never erases."""
    noted = Assignment(PLANNED, Figure(Decimal(22)), "Kế hoạch số 09/KH-SCT", "22")
    record([noted], SCT, Q1, store=work, batch="update:1", by=CLERK, at=NOW, today=TODAY, source=Source("message"))
    enter(work, "update:2", planned=25)
    value = work.value(ValueKey(SCT, Q1, PLANNED))
    assert value is not None
    assert (value.figure.number, value.note) == (25, "Kế hoạch số 09/KH-SCT")


def test_a_check_names_both_sides_and_blank_is_not_evaluated(work: UnitOfWork) -> None:
    """More done than planned is warned of; with no plan entered there is nothing to compare."""
    enter(work, "update:1", done=20)
    assert broken_checks(CATALOGUE, work.values(agencies=(SCT,), periods=(Q1,)), touching=(DONE,)) == ()
    enter(work, "update:2", planned=18)
    broken = broken_checks(CATALOGUE, work.values(agencies=(SCT,), periods=(Q1,)), touching=(DONE,))
    assert [(each.check.id, each.left, each.right) for each in broken] == [("plan_done_le_planned", 20, 18)]
