"""Messages that nobody honest sends, played through the whole application: nothing is written, nothing leaks, nothing breaks.

Sở Công Thương has entered one figure of Quý I/2023 (73.913), which is not submitted. Each row of the table is a short chat;
what it may change is said in its last column (nothing, mostly), and the secret figure may be heard only by those who may.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.people import Grant, Group, Invite, Role
from bot.domain.period import Period
from bot.domain.value import ValueKey
from bot.understanding.reader import Reader
from handlers.local.cast import GROUP_ID
from handlers.local.screen import keyboard_of
from storage import Storage
from tests.dialogue import Dialogue, matches

UNSUBMITTED = "73.913"
SCT, STC = AgencyCode("SCT"), AgencyCode("STC")
Q1 = Period.parse("2023-Q1")
MALLORY = "stranger"
Step = Mapping[str, Any]


@dataclass(frozen=True)
class Attack:
    """`steps` are those of a dialogue, and the verbs of `Scene`; `changes`: what of the state may be another then."""

    name: str
    steps: tuple[Step, ...]
    changes: frozenset[str] = frozenset()
    says: str | None = None  # in the last answer or toast
    silent: bool = False  # the last step is answered by nothing


def row(name: str, *steps: Step, changes: str = "", says: str | None = None, silent: bool = False) -> Attack:
    """One line of the table."""
    return Attack(name, steps, frozenset(changes.split()), says, silent)


ARRANGED = {"tie", "retie", "invite", "revoke", "move", "demote"}  # not the attacker's doing
OLD = "Nút này đã cũ"
FOR_OTHERS = "Nút này dành cho người khác"
NOT_REGISTERED = "chưa được đăng ký"
BAD_LINK = "đã dùng, đã hết hạn hoặc không đúng"
TIED = {"tie": {"chat": GROUP_ID, "agency": "SCT"}}
TIED_TO_ALL = {"tie": {"chat": GROUP_ID, "agency": None}}
TIED_TO_STC = {"tie": {"chat": GROUP_ID, "agency": "STC"}}

ATTACKS = [
    # forged callback data
    row("forged data that is no token", {"clerk": "/lich"}, {"forge": "submit:SCT:2023-Q1"}, says=OLD),
    row("forged data that looks like an action", {"clerk": "/lich"}, {"forge": '{"do":"revoke","who":1002}'}, says=OLD),
    row("forged data with SQL", {"clerk": "/lich"}, {"forge": "' OR 1=1 --"}, says=OLD),
    row("forged data of 64 odd bytes", {"clerk": "/lich"}, {"forge": "\x00\ud7ffế" * 9}, says=OLD),
    row("forged data by a stranger", {"clerk": "/lich"}, {"stranger": "xin chào"}, {"forge": "x"}, says=NOT_REGISTERED),
    row("a token that expired", {"clerk": "/nop"}, {"later": 31}, {"press": "Nộp báo cáo"}, says=OLD),
    # buttons of others
    row("a colleague's token in one's own chat", {"clerk": "/nop"}, {"steal": ("clerk STC", "Nộp báo cáo")}, says=FOR_OTHERS),
    row("a stranger with a clerk's token", {"clerk": "/nop"}, {"steal": (MALLORY, "Nộp báo cáo")}, says=NOT_REGISTERED),
    row("a viewer with a clerk's token", {"clerk": "/nop"}, {"steal": ("viewer SCT", "Nộp báo cáo")}, says=FOR_OTHERS),
    row("an own token, forwarded into a group", TIED_TO_ALL, {"clerk": "/nop"}, {"carry": "Nộp báo cáo"}, says=FOR_OTHERS),
    row(
        "a neighbour in the group presses Undo",
        TIED,
        {"clerk in group": "@cchc_bot quý 1/2023: nhiệm vụ đã hoàn thành 3"},
        {"press_as": ("clerk STC", "Hoàn tác")},
        changes="values",
        says=FOR_OTHERS,
    ),
    row("an administrator's card, stolen", {"admin": "/nguoi"}, {"steal": ("clerk", "1. ...")}, says=FOR_OTHERS),
    row(
        "an invite's withdrawal, stolen",
        {"admin": "/moi xem"},
        {"steal": ("clerk", "Hủy ...")},
        changes="acts",
        says=FOR_OTHERS,
    ),
    # rights taken away meanwhile
    row(
        "a revoked clerk presses an old Undo",
        {"clerk": "quý 1/2023: nhiệm vụ đã hoàn thành 3"},
        {"revoke": "clerk"},
        {"press": "Hoàn tác"},
        changes="values",
        says=NOT_REGISTERED,
    ),
    row("a revoked clerk presses an old Submit", {"clerk": "/nop"}, {"revoke": "clerk"}, {"press": "Nộp báo cáo"}),
    row(
        "a clerk moved away presses an old Submit",
        {"clerk": "/nop"},
        {"move": ("clerk", "STC")},
        {"press": "Nộp báo cáo"},
    ),
    row(
        "a former administrator presses an old Revoke",
        {"admin": "/nguoi sct"},
        {"press": "1. ..."},
        {"press": "Thu hồi..."},
        {"demote": "admin"},
        {"press": "Thu hồi"},
        says="Chỉ quản trị",
    ),
    row("a former administrator invites", {"admin": "/lich"}, {"demote": "admin"}, {"admin": "/moi quản trị"}),
    row("a revoked clerk enters", {"revoke": "clerk"}, {"clerk": "quý 1/2023: nhiệm vụ đề ra 1"}),
    row("a revoked clerk asks inline", {"revoke": "clerk"}, {"clerk inline": "nhiệm vụ đề ra sct quý 1/2023"}),
    # invite links
    row("a link that was used", {"invite": {"used": True}}, {"stranger": "/start secret-invite"}, says=BAD_LINK),
    row("a link that expired", {"invite": {}}, {"later": 8}, {"stranger": "/start secret-invite"}, says=BAD_LINK),
    row("a guessed link", {"invite": {}}, {"stranger": "/start secret-invitf"}, says=BAD_LINK),
    row("a link with more behind it", {"invite": {}}, {"stranger": "/start secret-invite x"}, says=BAD_LINK),
    row("a link opened in a group", {"invite": {}}, {"stranger in group": "/start secret-invite"}, silent=True),
    row("a link edited into a message", {"invite": {}}, {"stranger": "chào"}, {"edit": "/start secret-invite"}),
    row("a link typed as a text", {"invite": {}}, {"stranger": "secret-invite"}),
    row(
        "a colleague's link opened by who is that already",
        {"invite": {}},
        {"clerk": "/start secret-invite"},
        says="chưa dùng",
    ),
    row("the inline deep link as a way in", {"stranger": "/start hoi"}, says="xin Sở Nội vụ đường dẫn mời"),
    # words instead of buttons
    row("a stranger types what a clerk was offered", {"clerk": "/nop"}, {"stranger": "nộp báo cáo"}, says="đường dẫn mời"),
    row("a colleague types another's yes", {"admin": "/han quý 1 24/3"}, {"clerk": "đồng ý"}),
    row("a viewer types the words of a reminder", {"viewer SCT": "đã nộp giấy"}),
    row(
        "a former administrator agrees to what was asked before",
        {"admin": "/han quý 1 24/3"},
        {"demote": "admin"},
        {"admin": "đồng ý"},
        says="không còn quyền quản trị",
    ),
    row(
        "a revoked clerk types an old Undo",
        {"clerk": "quý 1/2023: nhiệm vụ đã hoàn thành 3"},
        {"revoke": "clerk"},
        {"clerk": "hoàn tác"},
        changes="values",
        says="đường dẫn mời",
    ),
    row(
        "a clerk moved away in the middle of guided entry types the figure",
        {"clerk": "/nhap phần I"},
        {"move": ("clerk", "STC")},
        {"clerk": "41"},
    ),
    row("a clerk revoked in the middle of guided entry", {"clerk": "/nhap phần I"}, {"revoke": "clerk"}, {"clerk": "41"}),
    row("a question answered a month later", {"clerk": "/nop"}, {"later": 31}, {"clerk": "chọn 1"}),
    row("an edit turns small talk into a yes", {"admin": "/han quý 1 24/3"}, {"admin": "chào"}, {"edit": "đồng ý"}),
    row("a reply that quotes a question of hours ago", {"clerk": "/nop"}, {"clerk": "/lich"}, {"reply": "nộp báo cáo"}),
    row(
        "words in the group for what was asked in private",
        TIED,
        {"clerk": "/nop"},
        {"clerk in group": "nộp báo cáo"},
        silent=True,
    ),
    row(
        "a yes in the group for what was asked in private",
        TIED_TO_ALL,
        {"admin": "/han quý 1 24/3"},
        {"admin in group": "@cchc_bot đồng ý"},
    ),
    row("another's agency in a request to reopen", {"clerk STC": "xin mở lại báo cáo sct quý 3/2022"}, says="dành cho"),
    row("a viewer asks for a report to be reopened", {"viewer SCT": "/molai sct quý 3/2022"}, says="dành cho"),
    row("a right-to-left name in a duty", {"clerk": "/giao I cho \u202enaL"}, says="Chưa giao"),
    row("an administrator's words from a clerk", {"clerk": "mở kỳ quý 2/2023 hạn 20/7/2023"}, says="quản trị"),
    # edits and replies
    row("an edit turns small talk into a command", {"clerk": "xin chào"}, {"edit": "/nop"}, silent=True),
    row(
        "an edit turns a question into another agency's entry", {"clerk": "chào"}, {"edit": "stc quý 1/2023: nhiệm vụ đề ra 9"}
    ),
    row("an edit of an entry", {"clerk": "quý 1/2023: nhiệm vụ đề ra 73913"}, {"edit": "quý 1/2023: nhiệm vụ đề ra 9"}),
    row("a bare number as a reply to another's answer", {"clerk STC": "hồ sơ trả kết quả sct quý 3/2022"}, {"reply": "9999"}),
    row(
        "a reply in a group to what the bot said about the agency",
        TIED,
        {"clerk in group": "@cchc_bot nhiệm vụ đề ra sct quý 1/2023"},
        {"retie": "STC"},
        {"reply_as": ("clerk STC", "5")},
    ),
    # groups
    row("the bot added by a stranger", {"add_bot": MALLORY}, says="/dangky"),
    row("a stranger adds it twice", {"add_bot": MALLORY}, {"kick_bot": MALLORY}, {"add_bot": MALLORY}, silent=True),
    row("a stranger registers a group", {"stranger in group": "/dangky sct"}, silent=True),
    row("a clerk registers a group", {"clerk STC in group": "/dangky sct"}, says="dành cho quản trị"),
    row("another agency's group asks", TIED_TO_STC, {"clerk STC in group": "@cchc_bot nhiệm vụ đề ra sct quý 1/2023"}),
    row(
        "a stranger asks in the agency's group", TIED, {"stranger in group": "@cchc_bot nhiệm vụ đề ra quý 1/2023"}, silent=True
    ),
    row("a stranger kicks the bot from the group", TIED, {"kick_bot": MALLORY}, changes="groups acts"),
    # inline mode
    row("inline by a stranger", {"stranger": "chào"}, {"stranger inline": "hồ sơ trả kết quả sct quý 3/2022"}, says="đăng ký"),
    row("inline asks for what is not submitted", {"clerk inline": "nhiệm vụ đề ra sct quý 1/2023"}, says="chưa nộp"),
    row("inline enters", {"clerk inline": "sct quý 1/2023: nhiệm vụ đề ra 9"}, says="chỉ hỏi số liệu"),
    row(
        "an inline answer posted to the bot is no entry",
        {"clerk": "chào"},
        {"post": "hồ sơ trả kết quả sct quý 3/2022"},
        silent=True,
    ),
    # markup and size
    row("a name full of markup", {"clerk": '/giao <b>I</b> cho <a href="x">Lan</a> & co'}, says="Chưa giao"),
    row("a huge command", {"clerk": "/giao " + "I cho Thương\n" * 250}, changes="duties acts"),
    row("a person looked for by markup", {"admin": "/nguoi <script>&</script>"}, says="Không có ai"),
]


@dataclass
class Scene:
    """A dialogue with the verbs of somebody who means no good."""

    chat: Dialogue
    last: list[str] = field(default_factory=list)

    async def play(self, step: Step) -> None:
        """One step; what was said is in `last`."""
        ((verb, given),) = step.items()
        act = getattr(self, f"_{verb}", None)
        if act is None:
            await self.chat.play(step)
        else:
            await act(given)
        await self.chat.idle()
        self.last = [*self.chat.unheard, *self.chat.toasts]
        self.chat.unheard.clear()

    async def _forge(self, data: str) -> None:
        self.chat.toasts.clear()
        shown = self.chat.server.sent(self.chat.speaker)[-1]["message_id"]
        self.chat.server.world.press(self.chat.speaker, shown, data)

    async def _steal(self, given: tuple[str, str]) -> None:
        """Somebody sends another's token from their own chat."""
        who, label = given
        token = self._token(label)
        thief = await self.chat.enter(who)
        self.chat.toasts.clear()
        said = self.chat.server.world.say(thief, "/start")
        await self.chat.idle()
        self.chat.unheard.clear()
        self.chat.server.world.press(thief, said["message_id"], token)

    async def _carry(self, label: str) -> None:
        """The owner of a token uses it in the group."""
        token = self._token(label)
        said = self.chat.server.world.say(self.chat.speaker, "xem này", chat_id=GROUP_ID)
        self.chat.toasts.clear()
        self.chat.server.world.press(self.chat.speaker, said["message_id"], token, chat_id=GROUP_ID)

    async def _press_as(self, given: tuple[str, str]) -> None:
        who, label = given
        presser = await self.chat.enter(who)
        self.chat.toasts.clear()
        shown = self.chat.server.sent(GROUP_ID)[-1]["message_id"]
        self.chat.server.world.press(presser, shown, self._token(label), chat_id=GROUP_ID)

    async def _reply_as(self, given: tuple[str, str]) -> None:
        who, text = given
        shown = self.chat.server.sent(GROUP_ID)[-1]["message_id"]
        self.chat.server.world.say(await self.chat.enter(who), text, chat_id=GROUP_ID, reply_to=shown)

    async def _later(self, days: int) -> None:
        self.chat.clock.stand_at(self.chat.clock.now() + timedelta(days=days))

    async def _revoke(self, who: str) -> None:
        await self._grant(who)

    async def _move(self, given: tuple[str, str]) -> None:
        await self._grant(given[0], Grant(Role.CLERK, AgencyCode(given[1])))

    async def _demote(self, who: str) -> None:
        await self._grant(who, Grant(Role.VIEWER))

    async def _grant(self, who: str, *grants: Grant) -> None:
        person_id = await self.chat.enter(who)
        with self.chat.storage.begin() as work:
            person = work.person(person_id)
            assert person is not None
            work.save_person(type(person)(person.id, person.name, grants))
            work.commit()

    async def _invite(self, given: Mapping[str, Any]) -> None:
        now = self.chat.clock.now()
        with self.chat.storage.begin() as work:
            invite = Invite("secret-invite", Grant(Role.CLERK, SCT), 1002, now, now + timedelta(days=7))
            work.add_invite(invite)
            if given.get("used"):
                work.use_invite(invite.token, by=1, at=now)
            work.commit()

    async def _tie(self, given: Mapping[str, Any]) -> None:
        agency = AgencyCode(given["agency"]) if given["agency"] else None
        await self.chat.storage.hop(lambda work: work.save_group(Group(given["chat"], None, "Nhóm", agency, 1)))

    async def _retie(self, agency: str) -> None:
        await self._tie({"chat": GROUP_ID, "agency": agency})

    async def _add_bot(self, who: str) -> None:
        self.chat.server.world.add_bot(GROUP_ID, by=await self.chat.enter(who))

    async def _kick_bot(self, who: str) -> None:
        self.chat.server.world.remove_bot(GROUP_ID, by=await self.chat.enter(who))

    async def _post(self, question: str) -> None:
        query_id = await self.chat.ask_inline(question)
        self.chat.unheard.clear()
        self.chat.server.world.post_inline(self.chat.speaker, query_id, 0)

    def _token(self, label: str) -> str:
        buttons = [
            button
            for message in self.chat.server.sent()
            for row in keyboard_of(message)
            for button in row
            if matches(button["text"], label)
        ]
        return buttons[-1]["callback_data"]


def state(storage: Storage) -> dict[str, Any]:
    """Everything that an attack could want to change."""
    key = ValueKey(SCT, Q1, IndicatorId("plan.tasks_planned"))
    with storage.begin() as work:
        invite = work.invite("secret-invite")
        return {
            "values": [(value.key, value.figure) for value in work.values()],
            "history": len(work.changes(key)),
            "people": [(person.id, person.grants) for person in work.people() if person.grants],
            "groups": work.groups(),
            "reports": work.reports(Q1),
            "invites": invite and invite.used_by,
            "duties": work.duties(SCT) + work.duties(STC),
            "acts": len(work.acts(most=1000)),
        }


@pytest.fixture
async def scene(sample_file: Path, catalogue: Catalogue, reader: Reader, tmp_path: Path) -> AsyncIterator[Scene]:
    storage = Storage(f"sqlite:///{shutil.copy(sample_file, tmp_path / 'chat.sqlite3')}")
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        for who in ("admin", "clerk STC", "viewer SCT", "stranger"):
            await chat.enter(who)
        await chat.play({"clerk": "quý 1/2023: nhiệm vụ đề ra 73913"})
        await chat.heard()
        yield Scene(chat)
        await chat.heard()
    storage.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
async def test_an_attack_comes_to_nothing(scene: Scene, attack: Attack) -> None:
    """The state is as it was, nobody hears what is not for them, no update is set aside."""
    before = state(scene.chat.storage)
    calls = len(scene.chat.server.calls)
    for step in attack.steps:
        standing = state(scene.chat.storage)
        await scene.play(step)
        if ARRANGED.intersection(step):
            now = state(scene.chat.storage)
            before |= {name: part for name, part in now.items() if part != standing[name]}
    after = state(scene.chat.storage)
    assert {name for name in before if after[name] != before[name]} <= attack.changes
    if attack.says is not None:
        assert any(attack.says in said for said in scene.last), scene.last
    if attack.silent:
        assert scene.last == []
    allowed = {await scene.chat.enter("clerk"), await scene.chat.enter("admin")}
    tied_to_sct = any(step is TIED for step in attack.steps)
    for call in scene.chat.server.calls[calls:]:
        chat_id = int(call.parameters.get("chat_id", 0))
        if chat_id not in allowed and not (chat_id == GROUP_ID and tied_to_sct) and call.method != "getUpdates":
            assert UNSUBMITTED not in str(call.parameters), call
    with scene.chat.storage.begin() as work:
        assert work.updates_set_aside() == []
        assert work.inbox_backlog() == 0


def test_there_are_enough_of_them() -> None:
    """Thirty and more, each with a name of its own."""
    names = [attack.name for attack in ATTACKS]
    assert len(set(names)) == len(names) >= 30
