"""The history rebuilds every past state, and undo goes back step by step, whatever was written, undone and done again."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.history import state_at, takes_back, undo_of, was_undone
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.reporting import Assignment, ChangedByOther, NothingToUndo, Recorded, ReportLocked, Undone, record, redo, undo
from bot.domain.value import Figure, Source, ValueKey
from storage import Storage, UnitOfWork

SCT, Q1 = AgencyCode("SCT"), Period.parse("2023-Q1")
ROWS = [IndicatorId(each) for each in ("plan.tasks_planned", "plan.tasks_done", "dossiers.received")]
CLERK, COLLEAGUE = 2, 4
START, TODAY = datetime(2023, 3, 16, 2, 0, tzinfo=UTC), date(2023, 3, 16)
SOURCE = Source("message", chat_id=2)


class Desk:
    """A clerk at work: every step takes a minute."""

    def __init__(self, work: UnitOfWork) -> None:
        """Begin in the morning, with nothing written."""
        self.work = work
        self.now = START
        self.batches: list[str] = []

    def write(self, numbers: dict[IndicatorId, int], *, by: int = CLERK, note: str | None = None) -> str | None:
        """Store; the batch, None when nothing changed."""
        self.now += timedelta(minutes=1)
        batch = f"update:{len(self.batches)}"
        self.batches.append(batch)
        values = [Assignment(row, Figure(Decimal(number)), note, str(number)) for row, number in numbers.items()]
        outcome = record(values, SCT, Q1, store=self.work, batch=batch, by=by, at=self.now, today=TODAY, source=SOURCE)
        assert isinstance(outcome, Recorded)
        return batch if outcome.changes else None

    def undo(self, batch: str) -> object:
        """Take it back."""
        self.now += timedelta(minutes=1)
        return undo(batch, store=self.work, by=CLERK, at=self.now, source=SOURCE)

    def redo(self, batch: str) -> object:
        """Do it again."""
        self.now += timedelta(minutes=1)
        return redo(batch, store=self.work, by=CLERK, at=self.now, source=SOURCE)

    def standing(self) -> dict[ValueKey, tuple[Figure, str | None]]:
        """What the store says stands now."""
        return {value.key: (value.figure, value.note) for value in self.work.values(agencies=[SCT], periods=[Q1])}

    def numbers(self) -> list[Decimal | None]:
        """The three figures."""
        standing = self.standing()
        return [standing[key][0].number if (key := ValueKey(SCT, Q1, row)) in standing else None for row in ROWS]


@pytest.fixture
def desk(shared_storage: Storage) -> Iterator[Desk]:
    """An empty report."""
    with shared_storage.begin() as work:
        yield Desk(work)


WRITES = st.tuples(
    st.just("write"),
    st.dictionaries(st.sampled_from(ROWS), st.integers(0, 3), min_size=1),
    st.sampled_from([None, "KH 9", "KH 10"]),
)
STEPS = st.lists(WRITES | st.tuples(st.sampled_from(["undo", "redo"]), st.integers(0, 9)), max_size=14)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_every_past_state_is_rebuilt_from_the_history(shared_storage: Storage, steps: list[tuple[object, ...]]) -> None:
    """Writes, undos and redos at random: at each moment the history gives what stood then, figures and notes."""
    with shared_storage.begin() as work:
        desk = Desk(work)
        seen = [(START, desk.standing())]
        for step in steps:
            if step[0] == "write":
                desk.write(step[1], note=step[2])  # type: ignore[arg-type]  as the strategy drew them
            elif desk.batches:
                batch = desk.batches[int(str(step[1])) % len(desk.batches)]
                _ = desk.undo(batch) if step[0] == "undo" else desk.redo(batch)
            seen.append((desk.now, desk.standing()))
        changes = work.changes_of_report(SCT, Q1)
        for moment, stood in seen:
            rebuilt = state_at(reversed(changes), moment)
            assert {key: (past.figure, past.note) for key, past in rebuilt.items()} == stood


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    writes=st.lists(st.dictionaries(st.sampled_from(ROWS), st.integers(0, 3), min_size=1), max_size=6),
    forward=st.integers(0, 6),
)
def test_undo_goes_back_and_forward_step_by_step(
    shared_storage: Storage, writes: list[dict[IndicatorId, int]], forward: int
) -> None:
    """All the way back to an empty report, each step what stood before it; and forward again in the opposite order."""
    with shared_storage.begin() as work:
        desk = Desk(work)
        before: list[tuple[str, object, object]] = []
        for numbers in writes:
            stood = desk.standing()
            batch = desk.write(numbers)
            if batch is not None:
                before.append((batch, stood, desk.standing()))
        for batch, stood, _ in reversed(before):
            assert isinstance(desk.undo(batch), Undone)
            assert desk.standing() == stood
        for batch, _, stood in before[:forward]:
            assert isinstance(desk.redo(batch), Undone)
            assert desk.standing() == stood
        for batch, stood, _ in reversed(before[:forward]):
            assert isinstance(desk.undo(batch), Undone)
            assert desk.standing() == stood


def test_an_older_batch_is_taken_back_after_the_newer_one(desk: Desk) -> None:
    """The undo of the newer one is no change in the way of the older one."""
    first, second = desk.write({ROWS[1]: 18}), desk.write({ROWS[1]: 20})
    assert first is not None
    assert second is not None
    assert isinstance(desk.undo(second), Undone)
    assert isinstance(desk.undo(first), Undone)
    assert desk.numbers() == [None, None, None]
    assert isinstance(desk.undo(first), NothingToUndo)


def test_a_colleagues_change_stands_in_the_way_until_it_is_taken_back(desk: Desk) -> None:
    """Refused with what stands; nothing of the batch is taken back."""
    mine = desk.write({ROWS[0]: 25, ROWS[1]: 20})
    theirs = desk.write({ROWS[1]: 21}, by=COLLEAGUE)
    assert mine is not None
    assert theirs is not None
    outcome = desk.undo(mine)
    assert isinstance(outcome, ChangedByOther)
    assert outcome.standing is not None
    assert (outcome.standing.entered_by, outcome.standing.figure.number) == (COLLEAGUE, 21)
    assert desk.numbers() == [25, 21, None]
    desk.undo(theirs)
    assert isinstance(desk.undo(mine), Undone)


def test_what_was_taken_back_is_done_again_unless_somebody_wrote_since(desk: Desk) -> None:
    """And then it is taken back like any other batch."""
    batch = desk.write({ROWS[1]: 20})
    assert batch is not None
    desk.undo(batch)
    assert was_undone(batch, desk.work)
    assert isinstance(desk.redo(batch), Undone)
    assert (desk.numbers(), was_undone(batch, desk.work)) == ([None, 20, None], False)
    assert isinstance(desk.redo(batch), NothingToUndo)
    desk.undo(batch)
    desk.write({ROWS[1]: 22}, by=COLLEAGUE)
    assert isinstance(desk.redo(batch), ChangedByOther)
    assert desk.numbers() == [None, 22, None]


def test_a_locked_report_is_neither_undone_nor_done_again(desk: Desk) -> None:
    """Submitted is submitted."""
    batch, other = desk.write({ROWS[1]: 20}), desk.write({ROWS[0]: 25})
    assert batch is not None
    assert other is not None
    desk.undo(batch)
    desk.work.save_report(Report(SCT, Q1, ReportState.SUBMITTED, START, CLERK), by=CLERK, at=START)
    assert isinstance(desk.undo(other), ReportLocked)
    assert isinstance(desk.redo(batch), ReportLocked)


def test_the_text_as_typed_comes_back_with_the_figure(desk: Desk) -> None:
    """Who looks at a value again sees what was typed for that figure, not for the one taken back."""
    desk.write({ROWS[1]: 18})
    second = desk.write({ROWS[1]: 20})
    assert second is not None
    desk.undo(second)
    value = desk.work.value(ValueKey(SCT, Q1, ROWS[1]))
    assert value is not None
    assert (value.figure.number, value.raw) == (18, "18")


@pytest.mark.parametrize(
    ("name", "back"), [("update:1", False), ("undo:update:1", True), ("undo:undo:update:1", False), ("sample", False)]
)
def test_a_batch_says_by_its_name_what_it_did(name: str, *, back: bool) -> None:
    """Even and odd numbers of undos."""
    assert takes_back(name) is back
    assert takes_back(undo_of(name)) is not back
