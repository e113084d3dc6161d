"""Everybody × every kind of chat × everything that can be asked for: nothing is read or written that is not granted.

Sở Công Thương submitted Quý III/2022 (4.954) and has entered one figure of Quý I/2023 (73.913), which is not submitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from bot.conversation.inline import answer_inline
from bot.domain.acts import ActKind
from bot.domain.catalogue import IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.reading_document import as_json
from bot.domain.report import ReportState
from bot.domain.report_reading import read_report
from bot.incoming import Chat, Command, Content, InlineQuery, Press, Sender, Text
from tests.conversation.office import ADMINISTRATOR, CLERK, DONE, OUTSIDER, PLANNED, Q1, SCT, STC, Office, sure
from tests.dialogue import FILES

SUBMITTED, UNSUBMITTED = "4.954", "73.913"
VIEWER_OF_SCT, VIEWER_OF_STC, OFFICIAL, REVOKED, STRANGER, CLERK_OF_BOTH = 11, 12, 13, 14, 15, 16
MORE_PEOPLE = (
    Person(VIEWER_OF_SCT, "Xem SCT", (Grant(Role.VIEWER, SCT),)),
    Person(VIEWER_OF_STC, "Xem STC", (Grant(Role.VIEWER, STC),)),
    Person(OFFICIAL, "Lãnh đạo", (Grant(Role.VIEWER),)),
    Person(REVOKED, "Đã thôi việc"),
    Person(CLERK_OF_BOTH, "Hai đơn vị", (Grant(Role.CLERK, SCT), Grant(Role.CLERK, STC))),
)
ROLES = {
    "clerk": CLERK,
    "clerk of another agency": OUTSIDER,
    "clerk of both": CLERK_OF_BOTH,
    "viewer": VIEWER_OF_SCT,
    "viewer of another agency": VIEWER_OF_STC,
    "province viewer": OFFICIAL,
    "administrator": ADMINISTRATOR,
    "revoked": REVOKED,
    "stranger": STRANGER,
}
REGISTERED = set(ROLES.values()) - {REVOKED, STRANGER}
MAY_READ_OPEN = {CLERK, CLERK_OF_BOTH, VIEWER_OF_SCT, OFFICIAL, ADMINISTRATOR}
MAY_ENTER = {CLERK, CLERK_OF_BOTH, ADMINISTRATOR}
MAY_SUBMIT = {CLERK, CLERK_OF_BOTH}
SUBMITS = {"Sở Công Thương", "Nộp báo cáo", "Để trống"}  # which report, and what is asked before it goes in
MOST_QUESTIONS = 12  # one a section of the form, and some
MAY_ASSIGN = {CLERK, CLERK_OF_BOTH, ADMINISTRATOR}


@dataclass(frozen=True)
class Place:
    """A kind of chat. What may appear in it: of SCT's submitted report, of its open one; whether SCT's figures are taken."""

    chat: Chat | None  # None: private
    submitted: bool
    unsubmitted: bool
    takes: bool


def group(chat_id: int, thread_id: int | None = None) -> Chat:
    return Chat(chat_id, is_private=False, title="Nhóm", thread_id=thread_id)


PLACES = {
    "private": Place(None, submitted=True, unsubmitted=True, takes=True),
    "own group": Place(group(-101), submitted=True, unsubmitted=True, takes=True),
    "another agency's group": Place(group(-102), submitted=False, unsubmitted=False, takes=False),
    "province group": Place(group(-103), submitted=True, unsubmitted=False, takes=False),
    "unregistered group": Place(group(-104), submitted=False, unsubmitted=False, takes=False),
    "untied group": Place(group(-105), submitted=False, unsubmitted=False, takes=False),
    "another topic of the own group": Place(group(-101, 7), submitted=False, unsubmitted=False, takes=False),
}
GROUPS = (
    Group(-101, None, "Nhóm", SCT, ADMINISTRATOR),
    Group(-102, None, "Nhóm", STC, ADMINISTRATOR),
    Group(-103, None, "Nhóm", None, ADMINISTRATOR),
    Group(-105, None, "Nhóm", SCT, ADMINISTRATOR, active=False),
)
OPEN_QUESTIONS = (
    "nhiệm vụ đề ra sct quý 1/2023",
    "lịch sử nhiệm vụ đề ra sct quý 1/2023",
    "nhiệm vụ đề ra sct quý 1/2023 so với cùng kỳ",
    "nhiệm vụ đề ra sct qua các quý",
    "so sánh nhiệm vụ đề ra sct và stc quý 1/2023",
    "chỉ đạo điều hành cchc sct quý 1/2023",
    "kế hoạch cchc sct quý 1/2023",
)


class Scene:
    """One person in one kind of chat, and what is heard where."""

    def __init__(self, office: Office, role: str, place: str) -> None:
        """Everybody and all groups are registered; one figure is entered."""
        self.office = office
        self.person = ROLES[role]
        self.place = PLACES[place]
        with office.storage.begin() as work:
            for person in MORE_PEOPLE:
                work.save_person(person)
            for each in GROUPS:
                work.save_group(each)
            work.commit()
        office.enter(sure(PLANNED, 73913), by=CLERK)
        office.said.clear()

    def do(self, content: Content) -> list[Outgoing]:
        """What is said, wherever."""
        before = len(self.office.said)
        self.office.turn(content, by=self.person, chat=self.place.chat)
        return self.office.said[before:]

    def here(self, said: list[Outgoing]) -> str:
        """What of it is said in this chat."""
        chat_id = self.place.chat.id if self.place.chat else self.person
        return "\n".join(each.text for each in said if each.chat_id == chat_id)

    def aside(self, said: list[Outgoing]) -> str:
        """What of it is said to the person in private, because this is a group."""
        return "\n".join(each.text for each in said if self.place.chat is not None and each.chat_id == self.person)

    def others_hear_nothing(self, said: list[Outgoing]) -> bool:
        """Whether it is said here or to the person only."""
        own = {self.person, self.place.chat.id if self.place.chat else self.person}
        return all(each.chat_id in own for each in said)


@pytest.fixture
def scene(office: Office, role: str, place: str) -> Scene:
    return Scene(office, role, place)


everybody_everywhere = pytest.mark.parametrize(("role", "place"), [(role, place) for role in ROLES for place in PLACES])


def reading_what_is_submitted(scene: Scene) -> None:
    """In the chat if it is for it, else in private, and only to who is registered."""
    said = scene.do(Text("hồ sơ trả kết quả sct quý 3/2022"))
    registered = scene.person in REGISTERED
    assert (SUBMITTED in scene.here(said)) is (registered and scene.place.submitted)
    assert (SUBMITTED in scene.aside(said)) is (registered and not scene.place.submitted)
    if scene.place.chat is not None and registered and not scene.place.submitted:
        assert "Tôi đã trả lời riêng" in scene.here(said)
    assert scene.others_hear_nothing(said)


def reading_what_is_not_submitted(scene: Scene) -> None:
    """However it is asked: in private to who may, in the agency's own group, nowhere else."""
    for question in OPEN_QUESTIONS:
        said = scene.do(Text(question))
        in_chat = scene.person in REGISTERED if scene.place.chat else scene.person in MAY_READ_OPEN
        if not (in_chat and scene.place.unsubmitted):
            assert UNSUBMITTED not in scene.here(said), question
        if scene.person not in MAY_READ_OPEN:
            assert UNSUBMITTED not in scene.aside(said), question
        assert scene.others_hear_nothing(said)
    said = scene.do(Text(OPEN_QUESTIONS[0]))
    seen_here = scene.place.unsubmitted and (scene.person in (REGISTERED if scene.place.chat else MAY_READ_OPEN))
    assert (UNSUBMITTED in scene.here(said)) is seen_here
    assert (UNSUBMITTED in scene.aside(said)) is (
        scene.place.chat is not None and not scene.place.unsubmitted and scene.person in MAY_READ_OPEN
    )


def totals_and_rankings_hold_nothing_unsubmitted(scene: Scene) -> None:
    """Whoever asks, wherever."""
    for question in ("tổng nhiệm vụ đề ra toàn tỉnh quý 1/2023", "đơn vị nào có nhiệm vụ đề ra nhiều nhất quý 1/2023"):
        assert all(UNSUBMITTED not in each.text for each in scene.do(Text(question)))


def what_is_blank_is_as_secret_as_the_report(scene: Scene) -> None:
    """How far an agency has come is its own affair, and the province's."""
    said = scene.do(Text("sct quý 1/2023 còn thiếu gì"))
    counted = "đã có <b>1/127</b>"
    seen_here = scene.place.unsubmitted and scene.person in (REGISTERED if scene.place.chat else MAY_READ_OPEN)
    assert (counted in scene.here(said)) is seen_here
    assert (counted in scene.aside(said)) is (scene.place.chat is not None and not seen_here and scene.person in MAY_READ_OPEN)


def looking_back(scene: Scene) -> None:
    """Histories, past states and checks: in private only, as far as the figures may be seen; names only of one's own people."""
    scene.office.enter(sure(DONE, 80000), by=CLERK)
    for command, argument in (
        ("lichsu", "sct quý 1/2023"),
        ("lichsu", "nhiệm vụ đề ra sct quý 1/2023"),
        ("lichsu", "sct quý 1/2023 ngày 31/12/2023"),
        ("kiemtra", "sct quý 1/2023"),
    ):
        said = scene.do(Command(command, argument))
        told = scene.aside(said) if scene.place.chat else scene.here(said)
        assert (UNSUBMITTED in told) is (scene.person in MAY_READ_OPEN), (command, argument)
        assert scene.place.chat is None or UNSUBMITTED not in scene.here(said)
        assert scene.others_hear_nothing(said)
    told = "\n".join(each.text for each in scene.do(Command("lichsu", "sct quý 3/2022")))
    assert scene.person in MAY_READ_OPEN or "Số liệu mẫu" not in told


def taking_back(scene: Scene) -> None:
    """Only one's own writes, in the chat they were written in."""
    scene.office.enter(sure(PLANNED, 51), by=CLERK)
    said = scene.do(Command("hoantac"))
    is_own = scene.person == CLERK and scene.place.chat is None
    assert (scene.office.stored(PLANNED) == 73913) is is_own
    assert ("Đã hoàn tác" in scene.here(said)) is is_own
    if is_own:
        scene.office.enter(sure(PLANNED, 51), by=CLERK)


def entering(scene: Scene) -> None:
    """The agency's clerks and administrators, where the agency's figures are taken."""
    scene.do(Text("sct quý 1/2023: nhiệm vụ đề ra 41"))
    allowed = scene.person in MAY_ENTER and scene.place.takes
    assert (scene.office.stored(PLANNED) == 41) is allowed


def sending_a_file(scene: Scene) -> None:
    """Like entering, when it comes, when it was read and when it is pressed; nobody is shown a figure that stands."""
    before = scene.office.stored(PLANNED)
    begun = len(scene.office.said)
    finish = scene.office.send_file(a_report(), by=scene.person, chat=scene.place.chat)
    if finish is not None:
        finish()
    said = scene.office.said[begun:]
    for token in [each.token for shown in said for row in shown.buttons for each in row if "Ghi tất cả" in each.label]:
        said += scene.do(Press(token))
    allowed = scene.person in MAY_ENTER and scene.place.takes
    assert (scene.office.stored(PLANNED) == 25) is allowed
    assert allowed or scene.office.stored(PLANNED) == before
    assert scene.others_hear_nothing(said)
    assert allowed or all(UNSUBMITTED not in each.text for each in said)
    for token in [each.token for shown in said for row in shown.buttons for each in row if each.label == "Hoàn tác"]:
        scene.do(Press(token))
    assert scene.office.stored(PLANNED) == before


@cache
def a_report() -> Mapping[str, Any]:
    """Of Sở Công Thương for Quý I/2023, as a worker reads it."""
    content = (FILES / "bc-sct-q1-2023.txt").read_bytes()
    return as_json(read_report(content, file_name="bc.txt", catalogue=load_catalogue()))


def submitting(scene: Scene) -> None:
    """The agency's clerks, where its figures are taken; a press is checked like the command."""
    said = scene.do(Command("nop"))
    for _ in range(MOST_QUESTIONS):
        for token in [each.token for shown in said for row in shown.buttons for each in row if each.label in SUBMITS]:
            said = scene.do(Press(token))
    with scene.office.storage.begin() as work:
        submitted = work.report(SCT, Q1).state is ReportState.SUBMITTED
    assert submitted is (scene.person in MAY_SUBMIT and scene.place.takes)


def giving_duties(scene: Scene) -> None:
    """The agency's clerks and administrators; the list of owners never stands in a group."""
    said = scene.do(Command("giao", f"sct: I cho {CLERK}"))
    with scene.office.storage.begin() as work:
        given = [duty.person_id for duty in work.duties(SCT)]
    assert given == ([CLERK] if scene.person in MAY_ASSIGN else [])
    assert scene.place.chat is None or "Đã giao" not in scene.here(said)


def own_duties(scene: Scene) -> None:
    """Only one's own, and in private."""
    with scene.office.storage.begin() as work:
        work.assign(SCT, IndicatorId("I"), CLERK)
        work.commit()
    said = scene.do(Command("viec"))
    told = scene.aside(said) if scene.place.chat else scene.here(said)
    assert ("Việc của anh/chị" in told) is (scene.person == CLERK)
    assert scene.place.chat is None or "Sở Công Thương" not in scene.here(said)


def inviting(scene: Scene) -> None:
    """Administrators; the link never stands in a group."""
    said = scene.do(Command("moi", "quản trị"))
    links = [each for each in said if "/start" in each.text]
    assert len(links) == (1 if scene.person == ADMINISTRATOR else 0)
    assert all(each.chat_id == ADMINISTRATOR for each in links)
    with scene.office.storage.begin() as work:
        assert sum(act.kind is ActKind.INVITED for act in work.acts()) == len(links)


def listing_people(scene: Scene) -> None:
    """Administrators, in private."""
    said = scene.do(Command("nguoi"))
    lists = [each for each in said if "Người dùng:" in each.text]
    assert [each.chat_id for each in lists] == ([ADMINISTRATOR] if scene.person == ADMINISTRATOR else [])


@everybody_everywhere
def test_reading(scene: Scene) -> None:
    """All that can be asked, in one chat."""
    for check in (
        reading_what_is_submitted,
        reading_what_is_not_submitted,
        totals_and_rankings_hold_nothing_unsubmitted,
        what_is_blank_is_as_secret_as_the_report,
        looking_back,
    ):
        check(scene)


@everybody_everywhere
def test_changing(scene: Scene) -> None:
    """All that can be changed but groups, submitting last."""
    for check in (listing_people, inviting, giving_duties, own_duties, taking_back, entering, sending_a_file, submitting):
        check(scene)


@everybody_everywhere
@pytest.mark.parametrize("command", ["dangky", "huydangky"])
def test_tying_and_untying_groups(scene: Scene, command: str) -> None:
    """Administrators, in groups."""
    with scene.office.storage.begin() as work:
        before = work.groups()
    scene.do(Command(command, "stc" if command == "dangky" else ""))
    with scene.office.storage.begin() as work:
        after = work.groups()
    if scene.person != ADMINISTRATOR or scene.place.chat is None:
        assert after == before
    elif command == "dangky":
        tied = next(
            each for each in after if (each.chat_id, each.thread_id) == (scene.place.chat.id, scene.place.chat.thread_id)
        )
        assert (tied.agency, tied.active) == (STC, True)
    else:
        here = [each for each in after if (each.chat_id, each.thread_id) == (scene.place.chat.id, scene.place.chat.thread_id)]
        assert not any(each.active for each in here)


@pytest.mark.parametrize("place", [place for place in PLACES if place != "private"])
@pytest.mark.parametrize("role", ["revoked", "stranger"])
def test_to_whom_it_does_not_know_the_bot_says_nothing_in_groups(scene: Scene) -> None:
    """Nobody can make it talk there."""
    for content in (Text("hồ sơ trả kết quả sct"), Command("help"), Command("toi"), Command("start"), Command("lich")):
        assert scene.do(content) == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("to_bot", [True, False])
@pytest.mark.parametrize("place", ["private"])
def test_inline_mode(scene: Scene, *, to_bot: bool) -> None:
    """Where the answer will stand is not known, so nothing unsubmitted is offered; nothing is ever stored."""
    office = scene.office

    def offered(text: str) -> str:
        query = InlineQuery(Sender(scene.person, "Ai đó"), text, to_bot)
        with office.storage.begin() as work:
            inlined = answer_inline(
                query,
                store=work,
                catalogue=office.catalogue,
                reader=office.reader,
                settings=office.settings,
                now=office.now,
            )
        return "\n".join(f"{answer.title} {answer.description} {answer.text}" for answer in inlined.answers)

    assert (SUBMITTED in offered("hồ sơ trả kết quả sct quý 3/2022")) is (scene.person in REGISTERED)
    assert (UNSUBMITTED in offered(OPEN_QUESTIONS[0])) is (to_bot and scene.person in MAY_READ_OPEN)
    for question in (*OPEN_QUESTIONS, "tổng nhiệm vụ đề ra toàn tỉnh quý 1/2023"):
        assert to_bot or UNSUBMITTED not in offered(question)
    assert offered("sct quý 1/2023: nhiệm vụ đề ra 41") == ""
    assert office.stored(PLANNED) == 73913
    assert office.said == []
