"""Who may what, played through the whole application: in private and in three kinds of groups.

The office: Sở Công Thương submitted Quý III/2022 and has entered one figure of Quý I/2023, which is open.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.period import Period
from bot.domain.value import Fault, NewValue, SetAside, Source, ValueKey
from bot.understanding.reader import Reader
from storage import Storage
from tests.dialogue import Dialogue

SUBMITTED = "hồ sơ trả kết quả sct quý 3/2022"
OPEN = "nhiệm vụ đề ra sct quý 1/2023"
TOTAL = "tổng nhiệm vụ đề ra toàn tỉnh quý 1/2023"
PLANNED = IndicatorId("plan.tasks_planned")
FRESH = "37"  # the figure that is not submitted
NOT_YET = "nên chưa xem được"
ELSEWHERE = "không hiển thị trong nhóm này"
PRIVATELY = "Anh/chị nhắn riêng cho tôi"


@pytest.fixture
async def chat(sample_file: Path, catalogue: Catalogue, reader: Reader, tmp_path: Path) -> AsyncIterator[Dialogue]:
    storage = Storage(f"sqlite:///{shutil.copy(sample_file, tmp_path / 'chat.sqlite3')}")
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as dialogue:
        await dialogue.play({"clerk": f"quý 1/2023: nhiệm vụ đề ra {FRESH}"})
        await dialogue.heard()
        yield dialogue
        await dialogue.heard()
    storage.close()


async def said_to(chat: Dialogue, who: str, text: str) -> str:
    """All that the bot says to one message, toasts too."""
    await chat.play({who: f"@cchc_bot {text}" if who.endswith("in group") and not text.startswith("/") else text})
    heard = "\n".join([*chat.unheard, *chat.toasts])
    await chat.heard()
    return heard


@pytest.mark.parametrize(
    ("who", "submitted", "unsubmitted"),
    [
        ("clerk", "**4.954**", f"**{FRESH}**"),
        ("clerk STC", "**4.954**", NOT_YET),
        ("viewer SCT", "**4.954**", f"**{FRESH}**"),
        ("viewer STC", "**4.954**", NOT_YET),
        ("official", "**4.954**", "Số tạm, chưa nộp"),
        ("admin", "**4.954**", "Số tạm, chưa nộp"),
        ("stranger", "anh/chị xin Sở Nội vụ đường dẫn mời", ""),
    ],
)
async def test_reading_in_private(chat: Dialogue, who: str, submitted: str, unsubmitted: str) -> None:
    """Submitted figures are everybody's who is registered; others the agency's own and the province's."""
    assert submitted in await said_to(chat, who, SUBMITTED)
    heard = await said_to(chat, who, OPEN)
    assert unsubmitted in heard
    assert (FRESH in heard) is (who not in {"clerk STC", "viewer STC", "stranger"})


@pytest.mark.parametrize("who", ["clerk STC", "viewer STC", "stranger"])
@pytest.mark.parametrize(
    "question",
    [
        "nhiệm vụ đề ra sct quý 1/2023",
        "căn cứ nhiệm vụ đề ra sct quý 1/2023",
        "lịch sử nhiệm vụ đề ra sct quý 1/2023",
        "nhiệm vụ đề ra sct qua các quý",
        "nhiệm vụ đề ra sct quý 1/2023 so với cùng kỳ",
        "so sánh nhiệm vụ đề ra sct và stc quý 1/2023",
        "đơn vị nào có nhiệm vụ đề ra nhiều nhất quý 1/2023",
        "chỉ đạo điều hành cchc sct quý 1/2023",
        "sct quý 1/2023 còn thiếu gì",
        TOTAL,
    ],
)
async def test_no_question_brings_out_an_unsubmitted_figure(chat: Dialogue, who: str, question: str) -> None:
    """However it is asked."""
    assert FRESH not in await said_to(chat, who, question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kế hoạch cchc sct quý 1/2023", NOT_YET),
        ("so sánh nhiệm vụ đề ra sct và stc quý 1/2023", "Sở Công Thương: **chưa nộp, chưa xem được**"),
        ("nhiệm vụ đề ra sct quý 1/2023 so với cùng kỳ", NOT_YET),
    ],
)
async def test_a_figure_that_is_hidden_is_not_called_missing(chat: Dialogue, question: str, said: str) -> None:
    """It is there; who asks only has to wait until it is submitted."""
    assert said in await said_to(chat, "clerk STC", question)


@pytest.mark.parametrize("who", ["clerk", "official", "admin"])
async def test_totals_and_rankings_take_submitted_reports_only(chat: Dialogue, who: str) -> None:
    """Also for those who may see the open one."""
    for question in (TOTAL, "đơn vị nào có nhiệm vụ đề ra nhiều nhất quý 1/2023"):
        assert FRESH not in await said_to(chat, who, question)


@pytest.mark.parametrize(
    ("group", "submitted", "unsubmitted", "total"),
    [
        ("", "chưa được gắn", "chưa được gắn", "chưa được gắn"),
        ("sct", "**4.954**", f"**{FRESH}**", "chỉ xem được số liệu của Sở Công Thương"),
        ("stc", ELSEWHERE, ELSEWHERE, "chỉ xem được số liệu của Sở Tài chính"),
        ("toàn tỉnh", "**4.954**", NOT_YET, "1/19 đơn vị đã báo cáo"),
    ],
)
@pytest.mark.parametrize("who", ["clerk in group", "official in group"])
async def test_reading_in_groups(chat: Dialogue, who: str, group: str, submitted: str, unsubmitted: str, total: str) -> None:
    """A group sees what it was registered for, whoever asks."""
    if group:
        await said_to(chat, "admin in group", f"/dangky {group}")
    assert submitted in await said_to(chat, who, SUBMITTED)
    assert unsubmitted in await said_to(chat, who, OPEN)
    heard = await said_to(chat, who, TOTAL)
    assert total in heard
    assert FRESH not in heard


@pytest.mark.parametrize(
    ("who", "group", "stored"),
    [
        ("clerk", None, True),
        ("clerk STC", None, False),
        ("viewer SCT", None, False),
        ("official", None, False),
        ("admin", None, True),
        ("stranger", None, False),
        ("clerk in group", "", False),
        ("clerk in group", "sct", True),
        ("clerk in group", "stc", False),
        ("clerk in group", "toàn tỉnh", False),
        ("clerk STC in group", "sct", False),
        ("stranger in group", "sct", False),
    ],
)
async def test_entering(chat: Dialogue, who: str, group: str | None, *, stored: bool) -> None:
    """The agency's clerks and administrators, in private or in the agency's own group."""
    if group:
        await said_to(chat, "admin in group", f"/dangky {group}")
    await said_to(chat, who, "sct quý 1/2023: nhiệm vụ đề ra 41")
    with chat.storage.begin() as work:
        value = work.value(ValueKey(AgencyCode("SCT"), Period.parse("2023-Q1"), PLANNED))
    assert value is not None
    assert (value.raw == "41") is stored


@pytest.mark.parametrize(
    ("who", "group", "answer"),
    [
        ("clerk", None, "[Nộp báo cáo]"),
        ("viewer SCT", None, "Việc này dành cho người nhập số liệu"),
        ("official", None, "Việc này dành cho người nhập số liệu"),
        ("stranger", None, "anh/chị xin Sở Nội vụ đường dẫn mời"),
        ("clerk in group", "", PRIVATELY),
        ("clerk in group", "sct", "[Nộp báo cáo]"),
        ("clerk in group", "stc", PRIVATELY),
        ("clerk in group", "toàn tỉnh", PRIVATELY),
        ("stranger in group", "sct", ""),
    ],
)
async def test_submitting(chat: Dialogue, who: str, group: str | None, answer: str) -> None:
    """What is still blank is the agency's own affair, too."""
    if group:
        await said_to(chat, "admin in group", f"/dangky {group}")
    heard = await said_to(chat, who, "/nop")
    assert answer in heard if answer.startswith("[") else answer.lower() in heard.lower()


@pytest.mark.parametrize(
    ("who", "command"),
    [(who, command) for who in ("clerk", "viewer SCT", "official") for command in ("/moi quản trị", "/dangky sct")],
)
async def test_administering(chat: Dialogue, who: str, command: str) -> None:
    """Inviting and registering groups is the administrators'."""
    place = f"{who} in group" if command.startswith("/dangky") else who
    assert "Lệnh này dành cho quản trị" in await said_to(chat, place, command)


async def test_buttons_of_a_group_are_for_whom_they_were_made(chat: Dialogue) -> None:
    """A neighbour in the group does not take back what a clerk entered."""
    await said_to(chat, "admin in group", "/dangky sct")
    await said_to(chat, "clerk in group", "quý 1/2023: nhiệm vụ đề ra 41")
    await chat.play({"clerk STC in group": "/lich"})
    await chat.heard()
    await chat.play({"press": "Hoàn tác"})
    assert chat.toasts == ["Nút này dành cho người khác."]


async def test_a_derived_figure_says_that_it_is_not_submitted(chat: Dialogue) -> None:
    """As a reported one does."""
    await said_to(chat, "clerk", "quý 1/2023: nhiệm vụ đã hoàn thành trong kế hoạch 20")
    heard = await said_to(chat, "official", "tỷ lệ hoàn thành kế hoạch cchc sct quý 1/2023")
    assert "Số tự tính" in heard
    assert "Số tạm, chưa nộp" in heard


async def test_names_in_a_history_are_for_the_agency_and_the_province(chat: Dialogue) -> None:
    """Others learn when a figure changed, not who changed it."""
    question = "lịch sử hồ sơ trả kết quả sct quý 3/2022"
    assert "Số liệu mẫu" in await said_to(chat, "clerk", question)
    assert "Số liệu mẫu" not in await said_to(chat, "clerk STC", question)
    await said_to(chat, "admin in group", "/dangky sct")
    heard = await said_to(chat, "clerk in group", question)
    assert "Số liệu mẫu" not in heard
    assert "4.954" in heard


async def test_a_value_set_aside_is_as_secret_as_its_report(chat: Dialogue) -> None:
    """A wrong entry of an open report is nobody's but the agency's and the province's."""
    key = ValueKey(AgencyCode("SCT"), Period.parse("2023-Q1"), PLANNED)
    with chat.storage.begin() as work:
        (change,) = work.changes(key)
        taken = NewValue(key, None, None, "", change.id)
        work.write_values([taken], batch="taken", by=1, at=chat.clock.now(), source=Source("file"))
        work.set_aside([SetAside(key, "bảy mốt", Fault.NOT_A_NUMBER, None, Source("file"), chat.clock.now())])
        work.commit()
    assert "bảy mốt" in await said_to(chat, "clerk", OPEN)
    assert "bảy mốt" not in await said_to(chat, "clerk STC", OPEN)
