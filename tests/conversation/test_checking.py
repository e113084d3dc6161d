"""Buttons of checks, computed figures and undo look at the world again; reasons are kept once, exactly as given."""

from __future__ import annotations

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Person, Role
from bot.domain.report import Report, ReportState
from tests.conversation.office import CLERK, DONE, PLANNED, Q1, SCT, STC, Office, sure

RATE, RECEIVED, RETURNED = (IndicatorId(each) for each in ("plan.completion_rate", "dossiers.received", "dossiers.returned"))


def has(message: Outgoing, label: str) -> bool:
    return any(button.label == label for row in message.buttons for button in row)


@pytest.fixture
def desk(office: Office) -> dict[str, Outgoing]:
    """Messages with buttons: an offered rate, a list of checks, something taken back."""
    office.enter(sure(RECEIVED, 100), sure(RETURNED, 120))
    office.command("hoantac")
    undone = office.said[-1]
    office.press("Ghi lại")
    office.enter(sure(PLANNED, 25), sure(DONE, 20))
    rate = office.said[-1]
    office.command("kiemtra")
    return {
        "Ghi 80 %": rate,
        "Giữ, ghi lý do 1": office.said[-1],
        "Sửa 1": office.said[-1],
        "Hoàn tác": rate,
        "Ghi lại": undone,
    }


def test_who_was_moved_mends_explains_and_stores_nothing(office: Office, desk: dict[str, Outgoing]) -> None:
    """Every press asks for the right anew."""
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, STC),)))
        work.commit()
    for label, message in desk.items():
        office.press(label, message=message)
    office.write("vì nhận từ kỳ trước chuyển sang")
    with office.storage.begin() as work:
        assert work.check_reasons([SCT]) == []
    assert (office.stored(RATE), office.stored(DONE), office.stored(RETURNED)) == (None, 20, 120)


def test_a_locked_report_is_neither_mended_nor_explained(office: Office, desk: dict[str, Outgoing]) -> None:
    """Each refusal says that it is locked."""
    with office.storage.begin() as work:
        work.save_report(Report(SCT, Q1, ReportState.SUBMITTED, office.now, CLERK), by=CLERK, at=office.now)
        work.commit()
    for label in ("Ghi 80 %", "Giữ, ghi lý do 1", "Sửa 1", "Hoàn tác"):
        office.press(label, message=desk[label])
        assert "đã khóa" in office.said[-1].text, label
    with office.storage.begin() as work:
        assert work.check_reasons([SCT]) == []
    assert (office.stored(RATE), office.stored(DONE)) == (None, 20)


def test_an_offered_rate_is_stored_once_however_often_it_is_pressed(office: Office, desk: dict[str, Outgoing]) -> None:
    """The second press finds it there."""
    office.press("Ghi 80 %", message=desk["Ghi 80 %"])
    office.press("Ghi 80 %", message=desk["Ghi 80 %"])
    assert office.stored(RATE) == 80
    with office.storage.begin() as work:
        assert len([change for change in work.changes_of_report(SCT, Q1) if change.key.indicator == RATE]) == 1


def test_an_offered_rate_does_not_replace_what_a_colleague_typed_meanwhile(office: Office, desk: dict[str, Outgoing]) -> None:
    """It was offered for a blank row."""
    office.enter(sure(RATE, 79))
    office.press("Ghi 80 %", message=desk["Ghi 80 %"])
    assert office.stored(RATE) == 79
    assert "vừa có người sửa" in office.said[-1].text


def test_a_reason_given_at_submission_is_kept_with_each_check_and_its_figures(
    office: Office, desk: dict[str, Outgoing]
) -> None:
    """Who, when, for which check and figures."""
    del desk
    office.command("nop")
    office.press("Nộp báo cáo", message=office.said[-1])
    while has(office.said[-1], "Để trống"):
        office.press("Để trống", message=office.said[-1])
    office.write("hồ sơ kỳ trước chuyển sang nhiều")
    office.press("Nộp báo cáo", message=office.said[-1])
    with office.storage.begin() as work:
        (reason,) = work.check_reasons([SCT])
        assert work.report(SCT, Q1).state is ReportState.SUBMITTED
    assert (reason.check, reason.figures) == ("dossiers_returned_le_received", "dossiers.returned=120 dossiers.received=100")
    assert (reason.reason, reason.by, reason.at) == ("hồ sơ kỳ trước chuyển sang nhiều", CLERK, office.now)


def test_the_button_of_an_older_message_says_how_to_go_back_to_it(office: Office) -> None:
    """One's own later entry stands in the way: step by step then."""
    office.enter(sure(PLANNED, 25))
    first = office.said[-1]
    office.enter(sure(PLANNED, 26))
    office.press("Hoàn tác", message=first)
    assert "chính anh/chị sửa sau đó, hiện là <b>26</b>" in office.said[-1].text
    office.write("hoàn tác")
    office.press("Hoàn tác", message=first)
    assert office.stored(PLANNED) is None
