"""Who gets which appendix with /xuat: no file holds a figure that its reader or chat may not see, then or at a press."""

from __future__ import annotations

import json

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.people import Grant, Person, Role
from tests.conversation.office import ADMINISTRATOR, CLERK, GROUP, OUTSIDER, PLANNED, SCT, STC, STTTT, Office, sure

OFFICIAL, OF_TWO = 21, 22
FRESH = 37_123  # of Sở Công Thương, Quý I/2023, not submitted


@pytest.fixture
def chat(office: Office) -> Office:
    """The sample office, with a figure that is not submitted."""
    with office.storage.begin() as work:
        work.save_person(Person(OFFICIAL, "Lãnh đạo", (Grant(Role.VIEWER),)))
        work.save_person(Person(OF_TWO, "Công chức hai đơn vị", (Grant(Role.CLERK, STC), Grant(Role.CLERK, STTTT))))
        work.commit()
    office.enter(sure(PLANNED, FRESH))
    office.said.clear()
    return office


def files(office: Office) -> list[str]:
    """The names of the files handed over so far."""
    return [message.recipe.file_name for message in office.said if message.recipe is not None]


def holds_the_fresh_figure(office: Office, chat_id: int) -> bool:
    """Whether any message to that chat has it, in its text or its file."""
    said = [message for message in office.said if message.chat_id == chat_id]
    content = [f"{message.text}{json.dumps(message.recipe.content) if message.recipe else ''}" for message in said]
    return any("37.123" in each or "37123" in each for each in content)


@pytest.mark.parametrize(
    ("who", "argument", "file", "shows"),
    [
        (CLERK, "sct quý 1/2023", "PhuLuc_CCHC_SCT_2023-Q1_BanNhap.docx", True),
        (OFFICIAL, "sct quý 1/2023 excel", "PhuLuc_CCHC_SCT_2023-Q1_BanNhap.xlsx", True),
        (ADMINISTRATOR, "csv quý 1/2023 sct", "PhuLuc_CCHC_SCT_2023-Q1_BanNhap.csv", True),
        (OUTSIDER, "sct quý 1/2023", None, False),
        (OUTSIDER, "sct quý 3/2022", "PhuLuc_CCHC_SCT_2022-Q3.docx", False),
        (OUTSIDER, "sct", "PhuLuc_CCHC_SCT_2022-Q3.docx", False),
        (OFFICIAL, "toàn tỉnh quý 1/2023", "PhuLuc_CCHC_ToanTinh_2023-Q1.xlsx", False),
        (CLERK, "toàn tỉnh quý 1/2023", None, False),
        (OFFICIAL, "", "PhuLuc_CCHC_ToanTinh_2023-Q1.xlsx", False),
    ],
)
def test_in_private_people_get_what_they_may_see(
    chat: Office, who: int, argument: str, file: str | None, *, shows: bool
) -> None:
    """Unsubmitted figures: the agency's own, viewers of the province, administrators; the province's workbook has none."""
    chat.command("xuat", argument, by=who)
    assert files(chat) == ([file] if file else [])
    assert holds_the_fresh_figure(chat, who) is shows


@pytest.mark.parametrize(
    ("group", "who", "argument", "here", "aside"),
    [
        (SCT, CLERK, "quý 1/2023", True, False),
        (SCT, OFFICIAL, "quý 1/2023", True, False),
        (STC, CLERK, "sct quý 1/2023", False, True),
        (None, CLERK, "sct quý 1/2023", False, True),
        (None, OUTSIDER, "sct quý 1/2023", False, False),
        (None, OFFICIAL, "toàn tỉnh quý 1/2023", False, False),
        (STC, OFFICIAL, "toàn tỉnh quý 1/2023", False, False),
    ],
)
def test_a_group_gets_what_it_was_registered_for(
    chat: Office, group: AgencyCode | None, who: int, argument: str, *, here: bool, aside: bool
) -> None:
    """The agency's own group its draft, any other group submitted reports; the rest goes to whoever asked, by their rights."""
    chat.register_group(group)
    chat.command("xuat", argument, by=who, chat=GROUP)
    assert holds_the_fresh_figure(chat, GROUP.id) is here
    assert holds_the_fresh_figure(chat, who) is aside


def test_who_belongs_to_two_agencies_is_asked_which(chat: Office) -> None:
    """And gets it as what was asked for."""
    chat.command("xuat", "excel quý 3/2022", by=OF_TWO)
    assert [button.label for row in chat.said[-1].buttons for button in row] == ["Sở Tài chính", "Sở Thông tin và Truyền thông"]
    chat.press("Sở Thông tin và Truyền thông", by=OF_TWO)
    assert files(chat) == ["PhuLuc_CCHC_STTTT_2022-Q3.xlsx"]


def test_a_button_gives_nothing_that_was_taken_away_since(chat: Office) -> None:
    """The press looks at the rights that stand then."""
    chat.command("xuat", "quý 1/2023")
    with chat.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, STC),)))
        work.commit()
    chat.said[1:] = []
    shown = chat.said.pop()
    chat.press("Excel", message=shown)
    assert files(chat) == []
    assert "chưa nộp báo cáo" in chat.said[-1].text
