"""A paste that Telegram's clients split is read as one: previewed part by part, stored by one press."""

from datetime import date
from decimal import Decimal

import pytest

from bot.conversation.pasting import joined
from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId, RowKind, ValueType
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry
from bot.understanding.understand import understand
from storage import Storage
from tests.dialogue import Dialogue

Q1 = Period.parse("2023-Q1")
SCT = AgencyCode("SCT")
LIMIT = 4096


@pytest.fixture
def storage(empty_storage: Storage) -> Storage:
    return empty_storage


def whole_form(catalogue: Catalogue) -> str:
    """Every printed row of the form, as pasted from Word: STT, label, unit, value; counts get their line number."""
    lines = []
    for number, printed in enumerate(catalogue.form_for(Q1).rows, 1):
        row = catalogue.row(printed.id)
        is_count = row.kind is RowKind.INDICATOR and row.type is ValueType.COUNT
        lines.append(f"{printed.stt}\t{printed.label}\t{printed.unit}\t{number if is_count else ''}")
    return "\n".join(lines)


def split_as_clients_do(text: str, *, limit: int = LIMIT) -> list[str]:
    """At the last line break that fits; the server trims both ends of each message."""
    parts = []
    while len(text) > limit:
        cut = text.rindex("\n", 0, limit)
        parts.append(text[:cut].strip())
        text = text[cut:]
    return [*parts, text.strip()]


async def test_a_whole_form_comes_in_parts_and_is_stored_by_one_press(
    storage: Storage, catalogue: Catalogue, reader: Reader
) -> None:
    """Nothing is stored before the press, the last preview stands in the first one's place, every count arrives."""
    paste = whole_form(catalogue)
    parts = split_as_clients_do(paste)
    assert len(paste) > 8000
    assert len(parts) > 2
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        for part in parts:
            await chat.play({"clerk": part})
            said = chat.unheard.pop()
            assert "Đọc bảng · Sở Công Thương · Quý I/2023" in said
            assert said.startswith("(edited)") is (part is not parts[0])
            with storage.begin() as work:
                assert work.values(agencies=[SCT]) == []
        await chat.play({"press": "Ghi tất cả (...)"})
        assert chat.unheard.pop(0).startswith("Đã ghi · Sở Công Thương · Quý I/2023")
        await chat.heard()
    with storage.begin() as work:
        stored = {value.key.indicator: value.figure.number for value in work.values(agencies=[SCT], periods=[Q1])}
    assert stored == certain_values(paste, reader)
    assert len(stored) >= 0.97 * sum(line.endswith(tuple("0123456789")) for line in paste.split("\n"))


async def test_the_buttons_of_a_former_preview_are_old(storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """Only the preview of all parts can be stored, whatever the screen still shows."""
    first, second, *_ = split_as_clients_do(whole_form(catalogue))
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        await chat.play({"clerk": first})
        message = chat.server.sent(chat.speaker)[-1]
        token = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await chat.heard()
        await chat.play({"clerk": second})
        await chat.heard()
        chat.server.world.press(chat.speaker, message["message_id"], token, chat_id=chat.speaker)
        await chat.idle()
        assert chat.toasts == ["Nút này đã cũ."]
    with storage.begin() as work:
        assert work.values(agencies=[SCT]) == []


async def test_what_comes_later_or_from_somebody_else_is_no_part(
    storage: Storage, catalogue: Catalogue, reader: Reader
) -> None:
    """Two seconds, one person, one chat: else the text stands for itself."""
    first, second, *_ = split_as_clients_do(whole_form(catalogue))
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        await chat.play({"clerk": first})
        await chat.heard()
        await chat.play({"clerk STC": "hạn nộp báo cáo khi nào"})
        await chat.heard()
        await chat.play({"today": "2023-03-15 09:01"})
        await chat.play({"clerk": second})
        await chat.heard()
        await chat.play({"press": "Ghi tất cả (...)"})
        await chat.heard()
    with storage.begin() as work:
        stored = {value.key.indicator for value in work.values(agencies=[SCT], periods=[Q1])}
    assert stored == set(certain_values(second, reader))


async def test_a_long_text_that_is_no_table_is_previewed_too(storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """Half of it may be missing, so that it is not stored at once as a short message is."""
    note = "theo báo cáo " * 180 + "năm"
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        await chat.play({"clerk": f"nhiệm vụ đề ra 25 ({note})"})
        assert "Ghi tất cả (1)" in chat.unheard.pop()
        await chat.play({"clerk": "nhiệm vụ đã hoàn thành 20"})
        said = chat.unheard.pop()
        assert "Ghi tất cả (2)" in said
        await chat.play({"stored": {"SCT 2023-Q1 plan.tasks_planned": "blank", "SCT 2023-Q1 plan.tasks_done": "blank"}})
        await chat.play({"press": "Ghi tất cả (2)"})
        await chat.heard()
    with storage.begin() as work:
        stored = [(value.key.indicator, value.figure.number) for value in work.values(agencies=[SCT], periods=[Q1])]
    assert stored == [("plan.tasks_done", 20), ("plan.tasks_planned", 25)]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("1\tmột\t1\n2\thai\t2", "3\tba\t3"), "1\tmột\t1\n2\thai\t2\n3\tba\t3"),
        (("1\tmột\t1\n2\thai", "3\tba\t3"), "1\tmột\t1\n2\thai\n3\tba\t3"),  # an empty last cell was trimmed
        (("\tmột\t1\n\thai\t2", "ba\t3"), "\tmột\t1\n\thai\t2\n\tba\t3"),  # and an empty first one
        (("không có bảng", "dòng sau"), "không có bảng\ndòng sau"),
        (("chữ " * 99 + "chữ", "chữ"), "chữ " * 100 + "chữ"),
    ],
)
def test_parts_are_joined_where_they_were_cut(parts: tuple[str, ...], whole: str) -> None:
    """At the end of a line, whose tabs the server trimmed; within a line only where it is too long."""
    assert joined(parts) == whole


def certain_values(paste: str, reader: Reader) -> dict[IndicatorId, Decimal | None]:
    """What the paste would give if it had come in one piece."""
    request = understand(paste, Context(today=date(2023, 3, 15)), reader=reader)
    assert isinstance(request, Entry)
    return {
        value.indicator: value.figure.number for value in request.values if value.certain and value.indicator and value.figure
    }
