"""Guided entry against the world: whatever is typed and pressed, only what was shown or named is written."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.completeness import required_rows
from bot.domain.people import Grant, Person, Role
from bot.domain.value import Figure, NewValue, StoredValue, ValueKey
from bot.incoming import Chat, Press, Text
from bot.understanding.reader import Reader
from storage import Storage
from tests.conversation.office import CLERK, COLLEAGUE, DONE, GROUP, PLANNED, Q1, SCT, STTTT, Office

PAIRS = ({PLANNED, DONE},)
TYPED = (
    "25", "0", "ước 7", "13/22", "2,5", "20 người", "25 theo KH 12", "có", "không", "chưa có", "không phát sinh", "bỏ qua",
    "quay lại", "như kỳ trước", "hoàn tác", "cả mục", "1, 2, 3", "5 6", "1. 4\n2. 5", "dừng", "nhập tiếp",
    "abc", "/lich", "25,20,3",
)  # fmt: skip
NAMED = {"hồ sơ tiếp nhận 12": "dossiers.received", "biên chế có mặt 34": "staff.present"}


def values(office: Office) -> dict[IndicatorId, StoredValue]:
    with office.storage.begin() as work:
        return {value.key.indicator: value for value in work.values(agencies=(SCT,), periods=(Q1,))}


def shown(office: Office) -> set[IndicatorId]:
    """The rows that the step shows: one, or those of a heading."""
    with office.storage.begin() as work:
        document = work.memory(CLERK, CLERK, "guide")
    if document is None:
        return set()
    return {IndicatorId(each) for each in (document["listed"] or [document["row"]]) if each}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_only_what_was_shown_or_named_is_written(
    sample_file: Path, catalogue: Catalogue, reader: Reader, data: st.DataObject
) -> None:
    """Any sequence of messages and presses: each turn changes the rows of the step, of the pressed button, or those named."""
    with TemporaryDirectory() as folder:
        storage = Storage(f"sqlite:///{shutil.copy(sample_file, Path(folder) / 'office.sqlite3')}")
        office = Office(storage, catalogue, reader)
        office.command("nhap", "phần I")
        for _ in range(12):
            before, step = values(office), shown(office)
            buttons = [button for message in office.said[-3:] for row in message.buttons for button in row]
            pressed = data.draw(st.sampled_from([None, None, *buttons]))
            allowed = set(step) | next((pair for pair in PAIRS if step & pair), set())
            if pressed is not None:
                with storage.begin() as work:
                    record = work.button(pressed.token)
                    assert record is not None
                    allowed |= {record.action.get("i")} | {each["i"] for each in record.action.get("rows", ())}
                    allowed |= {change.key.indicator for change in work.batch(str(record.action.get("batch")))}
                office.turn(Press(pressed.token))
            else:
                text = data.draw(st.sampled_from([*TYPED, *NAMED]))
                if text == "hoàn tác":
                    allowed |= set(before)
                if text.startswith("/"):
                    office.command(text[1:])
                else:
                    office.turn(Text(text))
                allowed |= {IndicatorId(NAMED[text])} if text in NAMED else set()
            after = values(office)
            changed = {row for row in before.keys() | after.keys() if before.get(row) != after.get(row)}
            assert changed <= allowed
        storage.close()


def test_a_button_pressed_twice_stores_once(office: Office) -> None:
    """The second press of "0" neither writes nor walks on."""
    office.command("nhap", "I.1")
    step = office.said[-1]
    office.press("0", message=step)
    before, place = values(office), shown(office)
    assert office.press("0", message=step).toast == "Đã ghi rồi."
    assert (values(office), shown(office)) == (before, place)


def test_an_older_steps_button_answers_its_own_row(office: Office) -> None:
    """And only as long as what it showed stands; skip, back and stop are for the step one is at."""
    office.command("nhap", "I.1")
    first = office.said[-1]
    office.write("bỏ qua")
    assert office.press("Bỏ qua", message=first).toast == "Nút này của bước trước."
    office.press("0", message=first)
    assert (office.stored(PLANNED), shown(office)) == (0, {DONE})
    office.write("quý 1/2023: nhiệm vụ đề ra 25")
    office.press("Chưa có số liệu", message=first)
    assert office.stored(PLANNED) == 25
    assert "vừa có người sửa" in office.said[-1].text


def test_buttons_of_a_former_round_are_old(office: Office) -> None:
    office.command("nhap", "I.1")
    former = office.said[-1]
    office.command("nhap", "I.2")
    assert "đã cũ" in (office.press("0", message=former).toast or "")
    assert office.stored(PLANNED) is None


def test_a_preview_is_stored_as_it_was_shown_or_not_at_all(office: Office) -> None:
    """A colleague was quicker with one of its rows."""
    office.command("nhap", "phần II")
    office.write("phần còn lại không phát sinh")
    preview = office.said[-1]
    office.write("quý 1/2023: văn bản pháp luật đã tuyên truyền 4", by=COLLEAGUE)
    stored = values(office)
    label = next(button.label for row in preview.buttons for button in row if button.label.startswith("Ghi"))
    office.press(label, message=preview)
    assert len(stored) == 1
    assert values(office) == stored


def test_a_number_of_the_next_day_is_not_written(office: Office) -> None:
    """What was shown yesterday is shown again first."""
    office.command("nhap", "I.1")
    office.now += timedelta(hours=20)
    office.write("25")
    assert office.stored(PLANNED) is None
    assert "Chưa ghi «25»" in office.said[-1].text
    office.write("25")
    assert office.stored(PLANNED) == 25


def test_a_step_of_a_row_that_the_catalogue_lost_answers_nothing(office: Office, catalogue: Catalogue) -> None:
    """Remembered from before indicators.yaml was changed: the round begins anew."""
    office.command("nhap", "I.1")
    rows = tuple(row for row in catalogue.rows if row.id != PLANNED)
    forms = tuple(replace(form, rows=tuple(row for row in form.rows if row.id != PLANNED)) for form in catalogue.forms)
    checks = tuple(check for check in catalogue.checks if PLANNED not in check.expression)
    rows = tuple(row if row.formula is None or PLANNED not in row.formula else replace(row, formula=None) for row in rows)
    office.catalogue = replace(catalogue, rows=rows, forms=forms, checks=checks, version="other")
    office.reader = Reader(office.catalogue)
    office.write("25")
    assert values(office) == {}
    office.command("nhap", "I.1")
    office.write("7")
    assert [(row, value.figure.number) for row, value in values(office).items()] == [(DONE, 7)]


def test_a_period_that_has_not_begun_takes_nothing(office: Office) -> None:
    office.command("nhap", "quý 3/2023")
    assert "chưa bắt đầu" in office.said[-1].text
    assert shown(office) == set()


def test_whoever_lost_the_right_is_told_so(office: Office) -> None:
    office.command("nhap", "I.1")
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, STTTT),)))
        work.commit()
    office.write("25")
    assert "không được giao nhập" in office.said[-1].text
    assert office.stored(PLANNED) is None


def test_in_a_group_the_step_is_private_and_numbers_of_the_group_are_not_answers(office: Office) -> None:
    """The chat of the group is not the chat of the step."""
    office.register_group(SCT)
    office.command("nhap", "I.1", chat=GROUP)
    assert [message.chat_id for message in office.said[-2:]] == [GROUP.id, CLERK]
    office.turn(Text("25"), chat=GROUP)
    assert office.stored(PLANNED) is None
    office.turn(Text("25"), chat=Chat(CLERK, is_private=True))
    assert office.stored(PLANNED) == 25


def test_undo_takes_back_a_whole_list(office: Office) -> None:
    """One message, one batch."""
    office.command("nhap", "I.2")
    office.write("cả mục")
    office.write("5 6 1 0")
    assert len(values(office)) == 4
    office.write("hoàn tác")
    assert values(office) == {}


def test_at_the_end_of_all_the_report_may_be_submitted(office: Office, catalogue: Catalogue) -> None:
    """The last blank row answered: complete, and the next step is one press away; so is what does not fit by now."""
    rows = required_rows({}, catalogue, Q1)
    values_but_one = [
        NewValue(ValueKey(SCT, Q1, row.id), Figure(Decimal(1)), None, "1", None) for row in rows if row.id != "commendation"
    ]
    with office.storage.begin() as work:
        work.write_values(values_but_one, batch="all but one", by=CLERK, at=office.now, source=office.source)
        work.commit()
    office.command("nhap", "tất cả")
    assert shown(office) == {"commendation"}
    office.write("có")
    said = office.said[-1]
    assert f"đã đủ {len(rows)}/{len(rows)}" in said.text
    assert [button.label for row in said.buttons for button in row] == ["Xem chỗ chưa khớp", "Nộp báo cáo", "Hoàn tác"]
    office.command("nhap")
    assert "Đã đủ" in office.said[-1].text


def test_a_section_pressed_in_a_group_begins_in_private(office: Office) -> None:
    """/thieu of the agency's own group: the list stays there, the step is the clerk's own."""
    office.register_group(SCT)
    office.command("thieu", chat=GROUP)
    office.press("VI. Cải cách tài chính công (8)", chat=GROUP)
    assert [(message.chat_id, message.edits) for message in office.said[-2:]] == [(GROUP.id, None), (CLERK, None)]
    assert "0/8 · Phần VI" in office.said[-1].text
    assert shown(office) == {"finance_autonomy"}


def test_a_list_over_rows_that_a_colleague_answered_meanwhile_stores_nothing(office: Office) -> None:
    """All or none: the list is shown anew, without the row that has its figure by now."""
    office.command("nhap", "I.2")
    office.write("cả mục")
    office.write("quý 1/2023: phòng ban đã kiểm tra 9", by=COLLEAGUE)
    before = values(office)
    office.write("5 6 1 0")
    assert values(office) == before
    assert "vừa có người sửa (Đồng nghiệp), hiện là <b>9</b>" in office.said[-1].text
    office.write("6 1 0")
    assert len(values(office)) == 4
