"""Typed instead of pressed: the same rights, the same state, the same person; and nothing else is taken for a press."""

from datetime import timedelta

import pytest

from bot.domain.people import Grant, Person, Role
from bot.domain.report import ReportState
from bot.incoming import Text
from tests.conversation.office import ADMINISTRATOR, CLERK, PLANNED, Q1, SCT, STC, Office, sure

BOTH = 16


def state(office: Office, agency: str) -> ReportState:
    with office.storage.begin() as work:
        return work.report(agency, Q1).state


@pytest.fixture
def asked(office: Office) -> Office:
    """A clerk of two agencies is asked which of the two reports."""
    with office.storage.begin() as work:
        work.save_person(Person(BOTH, "Hai đơn vị", (Grant(Role.CLERK, SCT), Grant(Role.CLERK, STC))))
        work.commit()
    office.command("nop", by=BOTH)
    assert "đơn vị nào" in office.said[-1].text
    return office


@pytest.mark.parametrize("text", ["sct", "Sở Công Thương", "nộp cho sct ạ", "chọn 1", "cái đầu tiên"])
def test_which_agency_is_typed(asked: Office, text: str) -> None:
    """By any of its names, or by its place."""
    asked.write(text, by=BOTH)
    assert "của Sở Công Thương?" in asked.said[-1].text


@pytest.mark.parametrize("text", ["1", "sct?", "sct và stc", "hồ sơ trả kết quả sct quý 3/2022", "sở y tế"])
def test_what_is_no_answer_begins_no_submission(asked: Office, text: str) -> None:
    """A bare number, a question, two of them, something else, an agency that was not offered."""
    asked.write(text, by=BOTH)
    assert all("Nộp báo cáo <b>" not in each.text for each in asked.said)


def test_a_typed_press_is_checked_like_a_press(asked: Office) -> None:
    """Rights are gone meanwhile: the typed word submits no more than the button would."""
    asked.write("sct", by=BOTH)
    with asked.storage.begin() as work:
        work.save_person(Person(BOTH, "Hai đơn vị", (Grant(Role.VIEWER, SCT),)))
        work.commit()
    asked.write("nộp báo cáo", by=BOTH)
    assert state(asked, SCT) is ReportState.OPEN


def test_an_answer_of_hours_later_is_none(asked: Office) -> None:
    """Half an hour on it is about something else."""
    asked.now += timedelta(minutes=31)
    asked.write("chọn 1", by=BOTH)
    assert all("Nộp báo cáo <b>" not in each.text for each in asked.said)


def test_a_yes_is_for_what_stands_last(office: Office) -> None:
    """After "Thôi" there is nothing left to agree to."""
    office.command("han", "quý 1 24/3", by=ADMINISTRATOR)
    office.press("Thôi", by=ADMINISTRATOR)
    office.write("đồng ý", by=ADMINISTRATOR)
    with office.storage.begin() as work:
        assert work.moved_deadlines() == {}


def test_nobody_answers_for_somebody_else(office: Office) -> None:
    """What was offered is remembered for one person in one chat."""
    office.command("nop")
    office.write("nộp báo cáo", by=ADMINISTRATOR)
    assert state(office, SCT) is ReportState.OPEN


def test_an_edit_is_no_answer(office: Office) -> None:
    """A message edited into the words of a button presses nothing."""
    office.command("nop")
    office.turn(Text("nộp báo cáo", edited=True))
    assert "còn <b>" not in office.said[-1].text


def test_undo_by_its_word_takes_back_what_its_button_would(office: Office) -> None:
    """The last entry of one's own."""
    office.enter(sure(PLANNED, 5), by=CLERK)
    office.write("hoàn tác")
    assert office.stored(PLANNED) is None


def test_a_guided_step_reads_its_own_words(office: Office) -> None:
    """They answer the step, however many buttons of that name stand there."""
    office.command("nhap")
    office.write("tất cả")
    office.write("0")
    assert office.stored(PLANNED) == 0
    office.write("bỏ qua")
    office.write("7")
    assert office.said[-1].text.count("/127") == 1
