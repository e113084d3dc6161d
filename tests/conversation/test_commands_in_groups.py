"""Every command × every kind of chat: what is about people and their work is answered in private, and the group is told so."""

from __future__ import annotations

import pytest

from bot.conversation import commands
from bot.domain.people import Grant, Group, Person, Role
from bot.incoming import Chat, Command, Text
from tests.conversation.office import ADMINISTRATOR, CLERK, SCT, Office

VIEWER = 6
ROLES = {"administrator": ADMINISTRATOR, "clerk": CLERK, "viewer": VIEWER}
PLACES = {
    "private": None,
    "own group": Chat(-101, is_private=False, title="Nhóm"),
    "province group": Chat(-102, is_private=False, title="Nhóm"),
    "unregistered group": Chat(-103, is_private=False, title="Nhóm"),
    "topic": Chat(-101, is_private=False, title="Nhóm", thread_id=7),
}
GROUPS = [place for place in PLACES if place != "private"]
PRIVATE = ["toi", "viec", "giao", "moi", "nguoi", "duyet", "molai", "baocao", "bidanh", "han", "nhac", "kiemtra", "lichsu"]
OPEN = ["start", "help", "trogiup", "huy", "thieu", "lich", "tonghop", "nop", "dangky", "huydangky", "hoantac", "xuat", "nhap"]
ASIDE = "Tôi đã trả lời riêng cho anh/chị."


@pytest.fixture(autouse=True)
def everybody(office: Office) -> None:
    with office.storage.begin() as work:
        work.save_person(Person(VIEWER, "Người xem", (Grant(Role.VIEWER, SCT),)))
        work.save_group(Group(-101, None, "Nhóm", SCT, ADMINISTRATOR))
        work.save_group(Group(-102, None, "Nhóm", None, ADMINISTRATOR))
        work.commit()


def said_in(office: Office, chat_id: int) -> list[str]:
    return [message.text for message in office.said if message.chat_id == chat_id]


def test_every_command_is_in_one_of_the_two_tables() -> None:
    """A new one has to be put somewhere."""
    assert {*PRIVATE} == commands.PRIVATE
    assert {*OPEN} | commands.PRIVATE == set(commands.NAMES)


@pytest.mark.parametrize("place", GROUPS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("command", PRIVATE)
def test_a_private_command_is_answered_as_in_private_and_the_group_is_told(
    office: Office, command: str, role: str, place: str
) -> None:
    """Refusals too: who may not is told so in private, the same words as there."""
    chat, person = PLACES[place], ROLES[role]
    assert chat is not None
    argument = "sct" if command == "baocao" else ""
    office.turn(Command(command, argument), by=person)
    in_private = said_in(office, person)
    office.said.clear()
    office.turn(Command(command, argument), by=person, chat=chat)
    assert said_in(office, chat.id) == [ASIDE]
    assert said_in(office, person) == in_private


@pytest.mark.parametrize("place", GROUPS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("command", OPEN)
def test_an_open_command_is_answered_where_it_was_given(office: Office, command: str, role: str, place: str) -> None:
    """And besides in private only what may not be shown there."""
    chat, person = PLACES[place], ROLES[role]
    assert chat is not None
    office.turn(Command(command), by=person, chat=chat)
    assert said_in(office, chat.id)
    assert {message.chat_id for message in office.said} <= {chat.id, person}
    if said_in(office, person):
        assert said_in(office, chat.id)[-1].endswith(ASIDE)


@pytest.mark.parametrize("command", PRIVATE)
def test_who_cannot_be_written_to_is_told_how(office: Office, command: str) -> None:
    """And nothing else happens."""
    with office.storage.begin() as work:
        work.mark_chat_unreachable(ADMINISTRATOR, "blocked")
        work.commit()
    office.turn(Command(command), by=ADMINISTRATOR, chat=PLACES["own group"])
    (said,) = office.said
    assert said.chat_id == -101
    assert said.text.startswith("Tôi chưa nhắn riêng cho anh/chị được")


def test_baocao_alone_in_an_agencys_group_is_about_that_agency(office: Office) -> None:
    """An administrator has no agency of their own."""
    office.turn(Command("baocao"), by=ADMINISTRATOR, chat=PLACES["own group"])
    assert said_in(office, ADMINISTRATOR)[0].startswith("Sở Công Thương · <b>Quý I/2023</b>")


@pytest.mark.parametrize("place", ["own group", "province group", "unregistered group"])
@pytest.mark.parametrize("text", ["asdf qwer zxcv", "chào bot", ""])
def test_a_mention_that_is_not_understood_is_answered_once_a_day(office: Office, text: str, place: str) -> None:
    """What works here, to each person; then silence until the next day."""
    chat = PLACES[place]
    for _ in range(3):
        office.turn(Text(text, mentions=True), by=CLERK, chat=chat)
    (said,) = office.said
    expected = "Nhóm này chưa được gắn" if place == "unregistered group" else "Trong nhóm, anh/chị gọi tên tôi rồi hỏi"
    assert said.text.startswith(expected)
    office.turn(Text(text, mentions=True), by=ADMINISTRATOR, chat=chat)
    assert len(office.said) == 2


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "chào cả nhà", "vâng", "cảm ơn bot"])
def test_a_reply_that_is_small_talk_is_left_alone(office: Office, text: str) -> None:
    """People talk among themselves, and thanks need no answer there."""
    office.turn(Text(text), by=CLERK, chat=PLACES["own group"])
    assert office.said == []


def test_thanks_by_name_need_no_answer_in_a_group(office: Office) -> None:
    office.turn(Text("cảm ơn", mentions=True), by=CLERK, chat=PLACES["own group"])
    assert office.said == []
