"""The queue of files: each to one worker at a time, one of a person at a time, none lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.received import FileState, ReceivedFile
from storage import Storage, UnitOfWork
from tests.storage.office import CLERK, COLLEAGUE, NOW, Q3, SCT, seconds

FILE = ReceivedFile(
    id=0,
    update_id=5,
    chat_id=CLERK,
    thread_id=None,
    person_id=CLERK,
    message_id=7,
    file_id="BQACAg",
    unique_id="AgAD",
    file_name="bc.docx",
    sent_at=NOW,
)


@pytest.fixture
def unit(storage: Storage):  # noqa: ANN201
    with storage.begin() as unit:
        yield unit


def claim(unit: UnitOfWork, by: str = "one", *, after: float = 0) -> int | None:
    """Who gets which file, some seconds later."""
    file = unit.claim_file(NOW + seconds(after), by=by, lease_seconds=20)
    return None if file is None else file.id


def test_a_file_comes_back_as_it_was_kept(unit: UnitOfWork) -> None:
    file_id = unit.add_file(FILE, NOW)
    assert unit.received_file(file_id) == replace(FILE, id=file_id)
    changed = replace(
        FILE, id=file_id, agency=SCT, period=Q3, partial=True, state=FileState.PREVIEWED, outcome={"a": [1]}, decided={"k": []}
    )
    unit.save_file(changed, NOW)
    assert unit.received_file(file_id) == changed
    assert unit.received_file(file_id + 1) is None


def test_the_oldest_goes_first_and_to_one_worker_only(unit: UnitOfWork) -> None:
    first = unit.add_file(FILE, NOW)
    second = unit.add_file(replace(FILE, person_id=COLLEAGUE), NOW)
    assert [claim(unit, "one"), claim(unit, "two"), claim(unit, "three")] == [first, second, None]


def test_a_person_has_one_file_read_at_a_time(unit: UnitOfWork) -> None:
    first = unit.add_file(FILE, NOW)
    second = unit.add_file(FILE, NOW)
    other = unit.add_file(replace(FILE, person_id=COLLEAGUE), NOW)
    assert [claim(unit), claim(unit), claim(unit)] == [first, other, None]
    file = unit.received_file(first)
    assert file is not None
    unit.save_file(replace(file, state=FileState.PREVIEWED), NOW)
    assert claim(unit) == second
    assert unit.files_being_read(CLERK) == 1
    assert unit.files_backlog() == 2


def test_a_claim_runs_out_unless_it_is_prolonged(unit: UnitOfWork) -> None:
    file_id = unit.add_file(FILE, NOW)
    assert claim(unit, "one") == file_id
    assert unit.hold_file(file_id, by="one", until=NOW + seconds(30))
    assert claim(unit, "two", after=21) is None
    assert claim(unit, "two", after=31) == file_id
    assert not unit.hold_file(file_id, by="one", until=NOW + seconds(90))
    assert unit.file_held(file_id, "one") is None
    held = unit.file_held(file_id, "two")
    assert held is not None
    assert held.attempts == 2


def test_what_is_put_back_is_read_later(unit: UnitOfWork) -> None:
    file_id = unit.add_file(FILE, NOW)
    claim(unit)
    unit.put_back_file(file_id, by="another", not_before=None, counted=True)
    assert claim(unit, after=1) is None
    unit.put_back_file(file_id, by="one", not_before=NOW + seconds(5), counted=True)
    assert [claim(unit, after=4), claim(unit, after=5)] == [None, file_id]
    unit.put_back_file(file_id, by="one", not_before=None, counted=False)
    file = unit.received_file(file_id)
    assert file is not None
    assert (file.state, file.attempts) == (FileState.WAITING, 1)


def test_the_same_file_is_known_again(unit: UnitOfWork) -> None:
    unit.add_file(FILE, NOW)
    last = unit.add_file(replace(FILE, file_name="bc2.docx"), NOW)
    unit.add_file(replace(FILE, person_id=COLLEAGUE), NOW)
    same = unit.same_file(CLERK, "AgAD")
    assert same is not None
    assert same.id == last
    assert unit.same_file(CLERK, "other") is None


def test_the_last_preview_that_waits_for_a_press_is_found(unit: UnitOfWork) -> None:
    old, last, another = (unit.add_file(replace(FILE, person_id=who), NOW) for who in (CLERK, CLERK, COLLEAGUE))
    assert unit.file_previewed(CLERK) is None
    read = replace(FILE, state=FileState.PREVIEWED, outcome={"rows": []})
    for file_id in (old, last):
        unit.save_file(replace(read, id=file_id), NOW)
    unit.save_file(replace(read, id=another, person_id=COLLEAGUE), NOW)
    found = unit.file_previewed(CLERK)
    assert found is not None
    assert found.id == last
    unit.save_file(replace(read, id=last, state=FileState.STORED, outcome=None), NOW)
    assert (found := unit.file_previewed(CLERK)) is not None
    assert found.id == old


def test_what_nobody_decided_about_is_forgotten(unit: UnitOfWork) -> None:
    old, new, waiting = (unit.add_file(replace(FILE, person_id=person), NOW) for person in (1, 2, 3))
    read = replace(FILE, state=FileState.PREVIEWED, outcome={"rows": []})
    unit.save_file(replace(read, id=old), NOW)
    unit.save_file(replace(read, id=new), NOW + timedelta(days=5))
    assert unit.forget_files(NOW + timedelta(days=1)) == 1
    states = [(file.state, file.outcome) for each in (old, new, waiting) if (file := unit.received_file(each))]
    assert states == [(FileState.DROPPED, None), (FileState.PREVIEWED, {"rows": []}), (FileState.WAITING, None)]
