"""Updates of every kind that Telegram sends, with fields missing, odd or far too long: none breaks the bot, none writes."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import App, build_app, running
from bot.clock import ShiftedClock
from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.period import Period
from bot.sample import load_sample
from bot.settings import Settings
from bot.understanding.reader import Reader
from handlers.local.request import LocalRequest
from handlers.local.server import TOKEN, LocalTelegram
from storage import Storage
from tests.dialogue import FIRST_MOMENT, moment_of

CLERK, STRANGER, GROUP = 11, 99, -1001
DAY = 1678845600
_PEOPLE = [
    {"id": CLERK, "is_bot": False, "first_name": "An"},
    {"id": STRANGER, "is_bot": False, "first_name": "Lạ"},
    {"id": 7, "is_bot": True, "first_name": "Bot khác", "username": "other_bot"},
]
_CHATS = [
    {"id": CLERK, "type": "private", "first_name": "An"},
    {"id": STRANGER, "type": "private", "first_name": "Lạ"},
    {"id": GROUP, "type": "supergroup", "title": "Nhóm", "is_forum": True},
    {"id": -77, "type": "group", "title": "Nhóm lạ"},
    {"id": -1002, "type": "channel", "title": "Kênh"},
]
# none of them is an entry: whatever is stored came from nowhere
_TEXTS = [
    "",
    "/start",
    "/help@cchc_bot",
    "/xyz",
    "/start abc",
    "hồ sơ sct",
    "quý 3?",
    "2",
    "@cchc_bot ai chưa nộp",
    "\u202eẩn",
    "a" * 4096,
]
_FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 10, "file_name": "a.docx", "mime_type": "x/y"}
_PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
_PLACE = {"latitude": 1.0, "longitude": 2.0}
_POLL = {
    "id": "1",
    "question": "?",
    "options": [{"text": "a", "voter_count": 0}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
}
_CONTENT: list[dict[str, Any]] = [
    *({"text": text} for text in _TEXTS),
    {"text": "/lich ngay", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]},
    {"document": _FILE, "caption": "sct quý 3/2022"},
    {"photo": _PHOTO},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
    {"video": {"file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1}},
    {
        "sticker": {
            "file_id": "f",
            "file_unique_id": "u",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        }
    },
    {"contact": {"phone_number": "0", "first_name": "A"}},
    {"location": _PLACE},
    {"venue": {"location": _PLACE, "title": "x", "address": "y"}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"poll": _POLL},
    {"new_chat_members": [_PEOPLE[2]]},
    {"left_chat_member": _PEOPLE[1]},
    {"new_chat_title": "x"},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": _CHATS[2]}},
    {"group_chat_created": True},
    {"migrate_to_chat_id": -1009},
    {"migrate_from_chat_id": -77},
    {"forum_topic_created": {"name": "x", "icon_color": 1}},
    {"successful_payment": {}},
    {"web_app_data": {"data": "x", "button_text": "y"}},
    {"a_kind_of_next_year": {"x": 1}},
]


def message(content: Mapping[str, Any], person: object, chat: object) -> dict[str, Any]:
    return {"message_id": 5, "date": DAY, "from": person, "chat": chat, **content}


_MESSAGES = st.builds(message, st.sampled_from(_CONTENT), st.sampled_from(_PEOPLE), st.sampled_from(_CHATS))
_MEMBER = st.sampled_from(["member", "left", "kicked", "administrator", "restricted", "creator", "unheard_of"])


def _membership(person: object, chat: object, before: str, after: str) -> dict[str, Any]:
    def standing(status: str) -> dict[str, Any]:
        return {"user": _PEOPLE[2], "status": status, "until_date": 0, "can_send_messages": False, "is_member": True}

    return {"chat": chat, "from": person, "date": DAY, "old_chat_member": standing(before), "new_chat_member": standing(after)}


def _press(person: object, message: object, data: str) -> dict[str, Any]:
    return {"id": "1", "from": person, "message": message, "chat_instance": "c", "data": data}


def _inline(person: object, query: str) -> dict[str, Any]:
    return {"id": "1", "from": person, "query": query, "offset": "", "chat_type": "sender"}


_person = st.sampled_from(_PEOPLE)
_UPDATES = st.one_of(
    *(
        st.builds(lambda body, kind=kind: {kind: body}, _MESSAGES)
        for kind in ("message", "edited_message", "channel_post", "edited_channel_post", "business_message")
    ),
    st.builds(
        lambda *parts: {"callback_query": _press(*parts)}, _person, _MESSAGES, st.sampled_from(["", "x", "a" * 64, "\0"])
    ),
    st.builds(lambda *parts: {"inline_query": _inline(*parts)}, _person, st.sampled_from(_TEXTS)),
    st.builds(lambda *parts: {"my_chat_member": _membership(*parts)}, _person, st.sampled_from(_CHATS), _MEMBER, _MEMBER),
    st.builds(lambda *parts: {"chat_member": _membership(*parts)}, _person, st.sampled_from(_CHATS), _MEMBER, _MEMBER),
    st.sampled_from(
        [
            {"poll": _POLL},
            {"poll_answer": {"poll_id": "1", "option_ids": [0], "user": _PEOPLE[0]}},
            {"chosen_inline_result": {"result_id": "1", "from": _PEOPLE[0], "query": "x"}},
            {"message_reaction": {"chat": _CHATS[0], "message_id": 1, "date": 0, "old_reaction": [], "new_reaction": []}},
            {"chat_join_request": {"chat": _CHATS[2], "from": _PEOPLE[1], "user_chat_id": 99, "date": 0}},
            {
                "pre_checkout_query": {
                    "id": "1",
                    "from": _PEOPLE[0],
                    "currency": "VND",
                    "total_amount": 1,
                    "invoice_payload": "x",
                }
            },
            {"something_new": {"x": [1, 2]}},
            {},
        ]
    ),
)
_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.sampled_from(["", "\0", "\ud83d", "a" * 5000, [], {}, [[]], {"id": 1}]),
)
_OPEN = [Period.parse("2023-Q1")]  # where an entry without a period would go
_CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.one_of(st.just("drop"), _ODD)), max_size=3)


def changed(update: dict[str, Any], changes: list[tuple[int, object]]) -> dict[str, Any]:
    """With some of its fields, at any depth, dropped or filled with something else."""
    document = copy.deepcopy(update)
    for number, value in changes:
        places = list(_places(document))
        if places:
            holder, key = places[number % len(places)]
            if value == "drop" and isinstance(holder, dict):
                del holder[key]
            else:
                holder[key] = copy.deepcopy(value)
    return document


def _places(part: object) -> Iterator[tuple[Any, Any]]:
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in list(items):
        yield part, key
        yield from _places(value)


class _Complaints(logging.Handler):
    """What the bot could not handle. An update that the library cannot read is set aside and no complaint of ours."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "cannot be read" not in record.getMessage():
            error = record.exc_info[1] if record.exc_info else None
            self.told.append(f"{record.getMessage()}: {error!r}")


@asynccontextmanager
async def _nothing_comes_by_itself(_app: App) -> AsyncIterator[None]:
    yield


class Office:
    """The whole bot on the sample, fed with updates by hand."""

    def __init__(self, file: Path) -> None:
        """Running, with a clerk and a group."""
        self.loop = asyncio.new_event_loop()
        self.clock = ShiftedClock(frozen_at=moment_of(FIRST_MOMENT))
        catalogue = load_catalogue()
        self.storage = Storage(f"sqlite:///{file}")
        self.storage.migrate()
        with self.storage.begin() as work:
            load_sample(work, catalogue, self.clock.now())
            work.save_person(Person(CLERK, "An", (Grant(Role.CLERK, AgencyCode("SCT")),)))
            work.save_group(Group(GROUP, None, "Nhóm", None, 1))
            work.commit()
        server = LocalTelegram(now=lambda: self.clock.now().timestamp())
        request = LocalRequest(server)
        told = Settings(file.parent, f"sqlite:///{file}", token=TOKEN)
        app = build_app(
            told,
            reader=Reader(catalogue),
            catalogue=catalogue,
            storage=self.storage,
            clock=self.clock,
            requests=(request, request),
        )
        self._running = running(app, limits=None, ticks=False, receiving=_nothing_comes_by_itself)
        self.app = self.loop.run_until_complete(self._running.__aenter__())
        self.complaints = _Complaints()
        logging.getLogger().addHandler(self.complaints)
        self.before = self.stored()
        self._next = 1

    def stored(self) -> tuple[int, object]:
        """How many values, and who may what."""
        with self.storage.begin() as work:
            people = sorted((person.id, person.grants) for person in work.people() if person.grants)
            return len(work.values(periods=_OPEN)), people

    def feed(self, update: dict[str, Any]) -> None:
        """One update, and everything that comes of it."""
        document = json.loads(json.dumps({"update_id": self._next, **update}))
        self._next += 1
        self.clock.stand_at(self.clock.now() + timedelta(seconds=1))
        self.loop.run_until_complete(self._feed(document))

    async def _feed(self, document: dict[str, Any]) -> None:
        await self.app.queue.receive(document, self.app.application.bot)
        async with asyncio.timeout(30):
            await self.app.queue.join()
            while self.app.queue.is_busy:  # noqa: ASYNC110  as App.idle does
                await asyncio.sleep(0.001)

    def close(self) -> None:
        """Stop it."""
        logging.getLogger().removeHandler(self.complaints)
        self.loop.run_until_complete(self._running.__aexit__(None, None, None))
        self.storage.close()
        self.loop.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("fuzz")
    office = Office(folder / "cchc.sqlite3")
    yield office
    office.close()
    shutil.rmtree(folder)


def _check(office: Office, update: dict[str, Any], changes: list[tuple[int, object]]) -> None:
    office.feed(changed(update, changes))
    assert office.complaints.told == []
    assert office.stored() == office.before


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(update=_UPDATES, changes=_CHANGES)
def test_no_update_breaks_the_bot_or_writes(office: Office, update: dict[str, Any], changes: list[tuple[int, object]]) -> None:
    """Whole ones and odd ones; the library's trouble with one is noted and the next is worked on."""
    _check(office, update, changes)


@pytest.mark.soak
@settings(
    max_examples=100_000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(update=_UPDATES, changes=_CHANGES)
def test_no_update_breaks_the_bot_or_writes_in_the_long_run(
    office: Office, update: dict[str, Any], changes: list[tuple[int, object]]
) -> None:
    """The same, a hundred thousand times."""
    _check(office, update, changes)
