"""Every kind of button × everybody × every kind of chat: a press does and shows no more than the same words would.

The buttons are forged as if the bot had given them to whoever presses: with whatever was remembered for that person, so that
only rights and the report's state stand in the way. Nothing is committed; every press meets the same world.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import presses
from bot.conversation.turn import take_turn
from bot.domain.catalogue import RowKind
from bot.domain.catalogue_nodes import name_key
from bot.domain.outgoing import ButtonRecord, Outgoing
from bot.domain.people import Grant, Invite, Role
from bot.domain.period import Period
from bot.domain.value import ValueKey
from bot.incoming import Chat, Incoming, Press, Sender
from storage import UnitOfWork
from tests.conversation.office import ADMINISTRATOR, CLERK, DONE, OUTSIDER, PLANNED, Q1, SCT, STC, Office, sure
from tests.conversation.test_rights_matrix import (
    GROUPS,
    MAY_ASSIGN,
    MAY_ENTER,
    MAY_READ_OPEN,
    MAY_SUBMIT,
    MORE_PEOPLE,
    PLACES,
    ROLES,
)

NOBODY: frozenset[int] = frozenset()
ADMINISTRATORS = frozenset({ADMINISTRATOR})
OPEN = {"a": SCT, "p": Q1.code}
SUBMITTED = {"a": SCT, "p": "2022-Q3"}
FIGURE = {"number": "5", "state": "reported", "estimate": False}
SECRET = re.compile(r"73\.?913")
SOURCE = Path(presses.__file__).parents[1]


@dataclass(frozen=True)
class Row:
    """A button: its action, what the presser remembers, the part of the world it may change, and whose press changes it."""

    action: Mapping[str, Any] = field(default_factory=dict)
    memory: Mapping[str, Any] = field(default_factory=dict)
    changes: str | None = None
    by: frozenset[int] = NOBODY
    places: tuple[str, ...] = ("private",)  # in which it does so


def review(step: str) -> dict[str, Any]:
    return {"review": {"id": "r", "step": step, **SUBMITTED, "reason": "số liệu sai", "rows": []}}


def submission(**more: Any) -> dict[str, Any]:  # noqa: ANN401  a document of JSON
    begun = {"id": "s", **OPEN, "passed": [], "estimates": [], "checks": [], "reason": None}
    return {"submission": {**begun, **more}}


def entry() -> dict[str, Any]:
    value = {"indicator": DONE, "candidates": [], "certain": True, "figure": FIGURE, "fault": None, "note": None, "raw": "5"}
    document = {"agency": SCT, "period": Q1.code, "is_table": False, "values": [{**value, "text": "5"}]}
    return {"entry": {**document, "id": "e", "shown": None, "asks": None, "at": "2023-03-15T02:00:00+00:00"}}


WHO = {"who": OUTSIDER, "r": "clerk", "g": STC}
ENTERING = {"changes": "values", "by": frozenset(MAY_ENTER), "places": ("private", "own group")}
SUBMITTERS = frozenset(MAY_SUBMIT | ADMINISTRATORS)  # an administrator for an agency that has nobody
SUBMITTING = {"changes": "reports", "by": SUBMITTERS, "places": ("private", "own group")}
BY_ADMINISTRATORS = {"by": ADMINISTRATORS, "places": tuple(PLACES)}
REVIEWING = {"changes": "reports", "by": ADMINISTRATORS}
ROWS: Mapping[str, Row] = {
    # the life of a report
    "nop": Row(OPEN),
    "settle": Row(OPEN),
    "blank": Row({"sub": "s", "s": "I", "as": "nothing"}, submission()),
    "blank_all": Row({"sub": "s"}, submission()),
    "fill": Row(
        {"sub": "s", "s": "I", "as": "nothing", "rows": [DONE], "rest": []},
        submission(),
        "values",
        SUBMITTERS,
        ("private", "own group"),
    ),
    "go_on": Row({"sub": "s"}, submission()),
    "estimates": Row({"sub": "s", "as": "final", "ids": [1]}, submission()),
    "new_reason": Row({"sub": "s"}, submission()),
    "submit": Row({"sub": "s"}, submission(passed="all"), **SUBMITTING),
    "paper": Row(OPEN),
    "on_paper": Row(OPEN, **SUBMITTING),
    "later": Row(),
    "is_reason": Row(
        {"question": "q"}, {"question": {"id": "q", "about": "submit", "at": "2023-03-15T02:00:00+00:00", "text": "lý do"}}
    ),
    "review": Row(SUBMITTED),
    "accept": Row(SUBMITTED, **REVIEWING),
    "return": Row(SUBMITTED),
    "reopen": Row(SUBMITTED),
    "take_return": Row({"review": "r"}, review("return"), **REVIEWING),
    "take_reopen": Row({"review": "r", "until": "2023-03-20"}, review("reopen"), **REVIEWING),
    "rewrite": Row({"review": "r"}, review("return")),
    "failing_rows": Row({"review": "r"}, review("return")),
    "no_rows": Row({"review": "r"}, review("return")),
    "add_row": Row({"review": "r", "i": PLANNED}, review("return")),
    "not_now": Row({}, review("return")),
    "steps": Row(OPEN),
    "ask_reopening": Row(SUBMITTED),
    "row": Row({**OPEN, "i": PLANNED}),
    # entering
    "continue": Row(OPEN),
    "guide": Row({**OPEN, "as": "start", "kind": "all", "row": None}),
    "pick": Row({**OPEN, "i": DONE, "figure": FIGURE, "note": None, "raw": "5", "replaces": None, "ask": "q"}, **ENTERING),
    "skip": Row({"ask": "q", "raw": "5"}),
    "renumber": Row({**OPEN, "ask": "q", "raw": "5", "as": {}}),
    "scope": Row({"entry": "e", **OPEN}, entry(), **ENTERING),
    "store": Row({"entry": "e"}, entry(), **ENTERING),
    "drop": Row({"entry": "e"}, entry()),
    "compute": Row({**OPEN, "i": "plan.completion_rate", "n": "0", "v": None}),
    "file": Row({"f": 1, "to": "store", "at": 1}),
    "undo": Row({"batch": "entered"}, **ENTERING),
    "redo": Row({"batch": "entered"}),
    "keep": Row({"batch": "entered"}),
    "mend": Row({**OPEN, "k": "x", "f": "x"}),
    "give_reason": Row({**OPEN, "k": "x", "f": "x"}),
    # looking
    "ask": Row({**OPEN, "i": PLANNED, "intent": "value"}),
    "chart": Row({"i": PLANNED, "intent": "trend", "among": [SCT], "periods": []}),
    "checks": Row(OPEN),
    "check": Row(OPEN),
    "all_checks": Row(OPEN),
    "past": Row(OPEN),
    "past_file": Row(OPEN),
    "own_past": Row({"before": None}),
    "blanks": Row(OPEN),
    "export": Row({**OPEN, "as": "docx"}),
    # reminders and deadlines
    "snooze": Row(),
    "snooze_until": Row({"at": "2023-03-15T10:00:00+00:00"}),
    "move_deadline": Row({"p": Q1.code, "to": "2023-03-24", "stands": "2023-03-17"}, {}, "deadlines", **BY_ADMINISTRATORS),
    "leave_deadline": Row(),
    # people and groups
    "people": Row({"o": 0, "q": ""}),
    "acts": Row({"o": 0, "q": ""}),
    "person": Row({"who": OUTSIDER}),
    "grant?": Row({"who": OUTSIDER}),
    "grant": Row({"who": OUTSIDER, "to": SCT}, {}, "people", **BY_ADMINISTRATORS),
    "revoke?": Row(WHO),
    "revoke": Row(WHO, {}, "people", **BY_ADMINISTRATORS),
    "move?": Row(WHO),
    "move": Row({**WHO, "to": SCT}, {}, "people", **BY_ADMINISTRATORS),
    "invite": Row({"r": "viewer", "one": False}, {}, "acts", **BY_ADMINISTRATORS),
    "uninvite": Row({"t": "a-link"}, {}, "acts", **BY_ADMINISTRATORS),
    "duties": Row({"to": SCT}),
    "duty?": Row({"a": SCT, "i": "I"}),
    "duty": Row({"a": SCT, "i": "I", "who": CLERK}, {}, "duties", frozenset(MAY_ASSIGN), tuple(PLACES)),
    "untie": Row({"c": -102, "th": None}, {}, "groups", **BY_ADMINISTRATORS),
    # words that the bot learns
    "alias": Row({"w": "việc rà soát xyz", "i": PLANNED}, {}, "aliases", **BY_ADMINISTRATORS),
    "unalias": Row({"w": "chỗ đã nhận"}, {}, "aliases", **BY_ADMINISTRATORS),
    "forget": Row({"w": "việc rà soát xyz"}),
}
SCENES = [(role, "private") for role in ROLES] + [
    ("clerk", "another agency's group"),
    ("clerk", "another topic of the own group"),
    ("clerk of another agency", "own group"),
    ("clerk of another agency", "another agency's group"),
    ("viewer", "own group"),
    ("province viewer", "province group"),
    ("administrator", "own group"),
    ("administrator", "unregistered group"),
    ("revoked", "own group"),
]


def kinds_in_the_code() -> set[str]:
    """Every `"do": "…"` of the program, and what its tables of presses name."""
    found = set(presses._TOPICS)  # noqa: SLF001  the table itself is judged
    for path in [each for each in SOURCE.rglob("*.py") if each.parent.name != "understanding"]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Dict):
                found |= {
                    value.value
                    for key, value in zip(node.keys, node.values, strict=True)
                    if isinstance(key, ast.Constant) and key.value == "do" and isinstance(value, ast.Constant)
                }
    return found


def test_every_kind_of_button_has_its_row() -> None:
    """A new one is judged too, or this fails."""
    assert kinds_in_the_code() - set(ROWS) == set()


class World:
    """An office in which every button may be pressed, each press undone."""

    def __init__(self, office: Office) -> None:
        """One figure entered by the clerk, an invite, a duty-less report, a learnt wording."""
        self.office = office
        with office.storage.begin() as work:
            for person in MORE_PEOPLE:
                work.save_person(person)
            for each in GROUPS:
                work.save_group(each)
            expires = office.now + timedelta(days=7)
            work.add_invite(Invite("a-link", Grant(Role.VIEWER), ADMINISTRATOR, office.now, expires))
            catalogue = office.catalogue.version
            work.change_alias(name_key("chỗ đã nhận"), PLANNED, catalogue=catalogue, by=ADMINISTRATOR, at=office.now)
            work.note_unmatched("việc rà soát xyz", refused=False, nearest=PLANNED, at=office.now)
            work.commit()
        office.enter(sure(PLANNED, 73913), by=CLERK)
        with office.storage.begin() as work:
            (change,) = work.changes(ValueKey(SCT, Q1, PLANNED))
            self.before = state(work)
        self.batch = change.batch
        self.every_row = [row.id for row in office.catalogue.rows if row.kind is RowKind.INDICATOR]

    def press(self, row: Row, do: str, person: int, chat: Chat) -> tuple[set[str], list[Outgoing]]:
        """Which parts of the world it changes, and what is said."""
        action = {"do": do, **row.action}
        if action.get("batch") == "entered":
            action["batch"] = self.batch
        with self.office.storage.begin() as work:
            for kind, document in row.memory.items():
                remembered = dict(document)
                if remembered.get("passed") == "all":
                    remembered["passed"] = self.every_row
                work.remember(chat.id, person, kind, remembered)
            expires = self.office.now + timedelta(days=1)
            work.add_buttons([ButtonRecord("token", chat.id, person, action, expires)])
            take_turn(
                Incoming(990, chat, Sender(person, "Ai đó"), 990, Press("token", 990)),
                store=work,
                catalogue=self.office.catalogue,
                reader=self.office.reader,
                settings=self.office.settings,
                now=self.office.now,
            )
            after = state(work)
            said = []
            while (item := work.claim_out(self.office.now, by="test", lease_seconds=60)) is not None:
                work.sent(item.id, message_id=5000 + len(said), at=self.office.now)
                said.append(item.message)
        return {part for part, stood in self.before.items() if stood != after[part]}, said


def state(work: UnitOfWork) -> dict[str, Any]:
    """All that a press could change of the office."""
    third = Period.parse("2022-Q3")
    return {
        "values": [(value.key, value.figure) for value in work.values(agencies=(SCT, STC), periods=(Q1, third))],
        "reports": [work.reports(Q1), work.reports(third)],
        "people": [(person.id, person.grants) for person in work.people()],
        "groups": work.groups(),
        "deadlines": work.moved_deadlines(),
        "duties": work.duties(SCT) + work.duties(STC),
        "acts": len(work.acts(most=500)),
        "aliases": work.accepted_aliases(),
    }


@pytest.mark.parametrize(("role", "place"), SCENES)
def test_no_press_does_or_shows_what_is_not_granted(office: Office, role: str, place: str) -> None:
    """Whoever presses, whatever was remembered; and who may is not hindered."""
    world, person, where = World(office), ROLES[role], PLACES[place]
    chat = where.chat or Chat(person, is_private=True)
    for do, row in ROWS.items():
        changed, said = world.press(row, do, person, chat)
        granted = person in row.by and place in row.places
        expected = {row.changes} if granted and row.changes else set()
        assert changed - {"acts"} == expected - {"acts"}, f"{do}: {changed}"
        assert granted or not changed, f"{do}: {changed}"
        for message in said:
            if SECRET.search(f"{message.text} {message.recipe}"):
                in_own_group = message.chat_id == -101 and message.thread_id is None
                assert in_own_group or message.chat_id in MAY_READ_OPEN, f"{do} shows it to {message.chat_id}: {message.text}"
