"""Files between their arrival and the press: rights, the report's state and the figures are looked at anew each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Person
from bot.domain.period import Period
from bot.domain.reading_document import as_json
from bot.domain.received import FileState, ReceivedFile
from bot.domain.report_reading import Doubt, Unreadable, read_report
from bot.domain.report_title import Heading
from bot.incoming import Attachment
from tests.conversation.office import ADMINISTRATOR, CLERK, COLLEAGUE, DONE, GROUP, PLANNED, Q1, SCT, STC, Office, sure
from tests.dialogue import FILES


@cache
def report() -> Mapping[str, Any]:
    """As a worker reads it."""
    content = (FILES / "bc-sct-q1-2023.txt").read_bytes()
    return as_json(read_report(content, file_name="bc-sct-q1-2023.txt", catalogue=load_catalogue()))


def previewed(office: Office, **how: Any) -> None:  # noqa: ANN401  as `send_file` takes it
    finish = office.send_file(report(), **how)
    assert finish is not None
    finish()


def withdraw_rights(office: Office) -> None:
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức"))
        work.commit()


def state(office: Office) -> FileState:
    with office.storage.begin() as work:
        file = work.received_file(1)
    assert file is not None
    return file.state


def test_who_loses_the_right_while_the_file_is_read_sees_nothing(office: Office) -> None:
    """Not even how many figures differ."""
    finish = office.send_file(report())
    withdraw_rights(office)
    assert finish is not None
    finish()
    assert "không được giao nhập" in office.said[-1].text
    assert not office.said[-1].buttons
    assert state(office) is FileState.FAILED


def test_who_loses_the_right_before_the_press_stores_nothing(office: Office) -> None:
    """As a stranger by then."""
    previewed(office)
    withdraw_rights(office)
    office.press("Ghi tất cả (95)")
    assert office.stored(PLANNED) is None


def test_a_report_submitted_before_the_press_stays_as_it_is(office: Office) -> None:
    """Who can reopen it is said, and the file may still be stored afterwards."""
    previewed(office)
    preview = office.said[-1]
    office.submit(by=COLLEAGUE)
    office.press("Ghi tất cả (95)", message=preview)
    assert "đã khóa" in office.said[-1].text
    assert office.stored(PLANNED) is None
    assert state(office) is FileState.PREVIEWED


def test_a_second_press_stores_nothing_more(office: Office) -> None:
    """Two thumbs are quick."""
    previewed(office)
    preview = office.said[-1]
    office.press("Ghi tất cả (95)", message=preview)
    stored = office.said[-1]
    office.enter(sure(PLANNED, 30))
    assert office.press("Ghi tất cả (95)", message=preview).toast == "Tệp này đã ghi rồi."
    assert office.stored(PLANNED) == 30
    office.press("Hoàn tác", message=stored)
    assert "Không hoàn tác được" in office.said[-1].text
    assert office.stored(DONE) == 20


def test_what_is_stored_tells_file_and_row(office: Office) -> None:
    """Where a figure came from can be looked up in the document."""
    previewed(office)
    office.press("Ghi tất cả (95)")
    with office.storage.begin() as work:
        (value,) = work.values(agencies=[SCT], indicators=[PLANNED], periods=[Q1])
    assert (value.source.kind, value.source.file_name, value.source.place) == ("file", "bc-sct-q1-2023.txt", "dòng 8")
    assert value.entered_by == CLERK


def test_a_group_that_is_tied_to_another_agency_meanwhile_is_shown_nothing(office: Office) -> None:
    """Its figures are shown back where they are entered."""
    office.register_group(SCT)
    finish = office.send_file(report(), chat=GROUP)
    office.register_group(None)
    assert finish is not None
    finish()
    assert not office.said[-1].buttons


def test_a_file_that_was_read_with_another_catalogue_is_read_again(office: Office) -> None:
    """What it says of rows that are no more cannot be stored."""
    previewed(office)
    with office.storage.begin() as work:
        file = work.received_file(1)
        assert file is not None
        assert file.outcome is not None
        rows = [{**row, "i": "gone"} if row.get("i") == PLANNED else row for row in file.outcome["rows"]]
        work.save_file(replace(file, outcome={**file.outcome, "rows": rows}), office.now)
        work.commit()
    assert "đọc lại" in (office.press("Ghi tất cả (95)").toast or "")
    assert state(office) is FileState.WAITING
    assert office.stored(PLANNED) is None


@pytest.mark.parametrize(
    ("mime", "words"),
    [("image/jpeg", "ảnh chụp"), ("audio/mpeg", "thoại"), ("video/mp4", "video")],
)
def test_a_picture_sent_as_a_file_is_a_picture(office: Office, mime: str, words: str) -> None:
    """Telegram's clients offer both."""
    office.turn(Attachment("document", "x", "x", "IMG_1.jpg", 10, mime))
    assert words in office.said[-1].text
    with office.storage.begin() as work:
        assert work.received_file(1) is None


@pytest.mark.parametrize("caption", ["/start", "<b>sct</b>", "&amp; <a href='x'>", "x" * 5000, "\u202e\x00"])
def test_a_caption_can_hold_anything(office: Office, caption: str) -> None:
    """It is read for an agency and a period, and never said back."""
    assert office.send_file(report(), caption=caption) is not None
    assert all(caption not in each.text for each in office.said)


def test_nobody_else_can_press(office: Office) -> None:
    """In the agency's own group everybody sees the preview."""
    office.register_group(SCT)
    previewed(office, chat=GROUP)
    assert office.press("Ghi tất cả (95)", by=COLLEAGUE, chat=GROUP).toast == "Nút này dành cho người khác."
    assert office.press("Ghi tất cả (95)", by=ADMINISTRATOR, chat=GROUP).toast == "Nút này dành cho người khác."
    assert office.stored(PLANNED) is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>bc</b>&.txt", "&lt;b&gt;bc&lt;/b&gt;&amp;.txt"),
        ("bc\u202etxt.exe\n\x07.txt", "bc txt.exe .txt"),
        ("a" * 300 + ".docx", "a" * 74 + "….docx"),
        ("", "tệp không tên"),
    ],
)
def test_a_file_name_is_shown_as_text(office: Office, name: str, shown: str) -> None:
    """Whatever it holds."""
    office.turn(Attachment("document", "x", "x", name, 10))
    assert office.said[-1].text == f"Đang đọc <b>{shown}</b> …"


def in_doubt(why: Doubt, *agencies: AgencyCode, periods: tuple[Period, ...] = (Q1,)) -> Mapping[str, Any]:
    """What a worker says of a document that does not make clear whose report it is, or for when."""
    return as_json(Unreadable("bc.txt", why, Heading(agencies, periods, None), 100))


def kept(office: Office) -> ReceivedFile:
    with office.storage.begin() as work:
        file = work.received_file(1)
    assert file is not None
    return file


def test_a_table_without_a_name_is_of_the_only_agency_of_its_sender(office: Office) -> None:
    """Nobody is asked what cannot be answered in two ways; the preview says so."""
    finish = office.send_file(in_doubt(Doubt.UNKNOWN_AGENCY))
    assert finish is not None
    finish()
    assert (kept(office).state, kept(office).agency) == (FileState.WAITING, SCT)


def test_of_several_agencies_only_those_of_the_sender_are_offered(office: Office) -> None:
    """The others are not theirs to send."""
    finish = office.send_file(in_doubt(Doubt.SEVERAL_AGENCIES, STC, SCT))
    assert finish is not None
    finish()
    assert [each.label for row in office.said[-1].buttons for each in row] == ["Sở Công Thương", "Bỏ"]
    office.write("stc")
    assert "không được giao nhập số liệu của Sở Tài chính" in office.said[-1].text
    assert kept(office).state is FileState.ASKED
    office.write("sở công thương")
    assert (kept(office).state, kept(office).agency) == (FileState.WAITING, SCT)


def test_of_several_periods_those_stated_are_offered(office: Office) -> None:
    """One press, and the file is read again for that one."""
    q3 = Period.parse("2022-Q3")
    finish = office.send_file(in_doubt(Doubt.SEVERAL_PERIODS, SCT, periods=(q3, Q1)))
    assert finish is not None
    finish()
    office.press("Quý I/2023")
    assert (kept(office).state, kept(office).period) == (FileState.WAITING, Q1)
    assert office.press("Quý III/2022", message=office.said[-2]).toast == "Tôi đang đọc tệp này, anh/chị chờ một chút."


@pytest.mark.parametrize("text", ["nhiệm vụ đề ra 25", "hồ sơ trả kết quả sct quý 3/2022?", "cảm ơn"])
def test_a_message_of_its_own_is_no_answer_about_a_file(office: Office, text: str) -> None:
    """The question stays open."""
    finish = office.send_file(in_doubt(Doubt.UNKNOWN_PERIOD, SCT, periods=()))
    assert finish is not None
    finish()
    office.write(text)
    assert kept(office).state is FileState.ASKED
