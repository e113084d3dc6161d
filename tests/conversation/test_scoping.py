"""Typed answers to "Ghi cho đơn vị nào?" and "Ghi cho kỳ nào?": an agency or a period, never a bare number."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.incoming import Text
from tests.conversation.office import ADMINISTRATOR, CLERK, PLANNED, Q1, SCT, STC, Office

CLERK_OF_BOTH = 6
OLD = Period.parse("2022-Q3")


@pytest.fixture(autouse=True)
def everybody(office: Office) -> None:
    with office.storage.begin() as work:
        work.save_person(Person(CLERK_OF_BOTH, "Hai đơn vị", (Grant(Role.CLERK, SCT), Grant(Role.CLERK, STC))))
        work.commit()


def stored(office: Office) -> dict[tuple[AgencyCode, Period], int]:
    """What these people have entered, beside the sample's figures."""
    with office.storage.begin() as work:
        mine = [each for each in work.values(indicators=[PLANNED]) if each.entered_by in (CLERK, CLERK_OF_BOTH, ADMINISTRATOR)]
    return {(each.key.agency, each.key.period): int(each.figure.number or 0) for each in mine if each.figure.number in (25, 26)}


@pytest.mark.parametrize(
    ("answer", "goes_to"),
    [
        ("sct", SCT),
        ("SCT ạ", SCT),
        ("sở công thương", SCT),
        ("so cong thuong", SCT),
        ("cho sở tài chính nhé", STC),
        ("stc", STC),
        ("1", None),
        ("2", None),
        ("22", None),
        ("sct?", None),
        ("sct, stc", None),
        ("syt", None),  # not theirs: said so, and the entry goes on waiting
        ("văn bản chỉ đạo sct", None),
    ],
)
def test_a_typed_agency_answers_for_whom_to_store(office: Office, answer: str, goes_to: AgencyCode | None) -> None:
    office.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    assert office.said[-1].text == "Ghi cho đơn vị nào?"
    office.write(answer, by=CLERK_OF_BOTH)
    assert stored(office) == ({(goes_to, Q1): 25} if goes_to is not None else {})


def test_an_agency_of_somebody_else_leaves_the_entry_waiting(office: Office) -> None:
    office.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    office.write("syt", by=CLERK_OF_BOTH)
    assert "không được giao nhập số liệu của Sở Y tế" in office.said[-1].text
    office.write("sct", by=CLERK_OF_BOTH)
    assert stored(office) == {(SCT, Q1): 25}


def test_an_administrator_names_the_agency_afterwards(office: Office) -> None:
    office.write("nhiệm vụ đề ra 25", by=ADMINISTRATOR)
    assert "nêu tên đơn vị" in office.said[-1].text
    office.write("sở công thương", by=ADMINISTRATOR)
    assert stored(office) == {(SCT, Q1): 25}


@pytest.fixture
def two_open(office: Office) -> Office:
    """A returned report beside the one that is due."""
    with office.storage.begin() as work:
        work.save_report(Report(SCT, OLD, ReportState.RETURNED, office.now, CLERK, office.now), by=5, at=office.now)
        work.commit()
    return office


@pytest.mark.parametrize(
    ("answer", "goes_to"),
    [
        ("quý 1", Q1),
        ("quý I/2023", Q1),
        ("q1", Q1),
        ("kỳ quý 1 ạ", Q1),
        ("quý 3", OLD),  # the third quarter that is open is last year's
        ("quý 3/2022", OLD),
        ("quý 3 năm ngoái", OLD),
        ("1", None),
        ("3", None),
        ("2022", None),
        ("quý 1?", None),
        ("hồ sơ quý 1", None),
    ],
)
def test_a_typed_period_answers_for_when_to_store(two_open: Office, answer: str, goes_to: Period | None) -> None:
    two_open.write("nhiệm vụ đề ra 25")
    assert two_open.said[-1].text == "Ghi cho kỳ nào?"
    two_open.write(answer)
    assert stored(two_open) == ({(SCT, goes_to): 25} if goes_to is not None else {})


def test_agency_and_period_in_one_answer(two_open: Office) -> None:
    two_open.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    two_open.write("sct quý 3", by=CLERK_OF_BOTH)
    assert stored(two_open) == {(SCT, OLD): 25}


def test_agency_then_period(two_open: Office) -> None:
    two_open.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    two_open.write("sct", by=CLERK_OF_BOTH)
    assert two_open.said[-1].text == "Ghi cho kỳ nào?"
    two_open.write("quý 1", by=CLERK_OF_BOTH)
    assert stored(two_open) == {(SCT, Q1): 25}


def test_an_answer_comes_once_and_not_after_half_an_hour(office: Office) -> None:
    office.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    office.now += timedelta(minutes=31)
    office.write("sct", by=CLERK_OF_BOTH)
    assert stored(office) == {}
    office.write("nhiệm vụ đề ra 26", by=CLERK_OF_BOTH)
    office.write("sct", by=CLERK_OF_BOTH)
    office.write("stc", by=CLERK_OF_BOTH)
    assert stored(office) == {(SCT, Q1): 26}


def test_an_edited_message_answers_nothing(office: Office) -> None:
    office.write("nhiệm vụ đề ra 25", by=CLERK_OF_BOTH)
    office.turn(Text("sct", edited=True), by=CLERK_OF_BOTH)
    assert stored(office) == {}
