"""Updates of every kind that Telegram sends, with fields missing, odd or far too long: none breaks the bot, none writes."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.update_reading import read_update
from tests.fed_office import CLERK, GROUP, SLOWEST_SECONDS, STRANGER, Office
from tests.telegram_updates import KINDS, Shapes, odd_value

# fields that the library reads and no longer likes
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
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
    {"text": "🇻🇳🇻🇳 @cchc_bot", "entities": [{"type": "mention", "offset": 1, "length": 4}]},  # it cuts a character
    {
        "document": {**_FILE, "file_name": "a/../\0" + "đ" * 300},
        "caption": "🇻🇳",
        "caption_entities": [{"type": "mention", "offset": 1, "length": 1}],
    },
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
_SHAPES = Shapes(_PEOPLE, _CHATS, _TEXTS)
_chance = st.integers(0, 2**32).map(Random)  # a number to repeat it by
_ANY_UPDATE = st.one_of(_UPDATES, st.builds(_SHAPES.update, st.sampled_from(KINDS), _chance))
_ODD = st.one_of(st.integers(-(2**70), 2**70), st.floats(allow_nan=False), _chance.map(odd_value))
_CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.one_of(st.just("drop"), _ODD)), max_size=3)
_DEEPEST = 8  # places below are not changed


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
                holder[key] = value
    return document


def _places(part: object, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    if depth > _DEEPEST or (isinstance(part, list) and len(part) > 100):
        return
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in list(items):
        yield part, key
        yield from _places(value, depth + 1)


def _check(office: Office, update: dict[str, Any], changes: list[tuple[int, object]]) -> None:
    taken = office.feed(changed(update, changes))
    assert office.complaints.told == []
    assert office.stored() == office.before
    assert taken < SLOWEST_SECONDS


_SETTINGS: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}


@settings(max_examples=2000, **_SETTINGS)
@given(update=_ANY_UPDATE, changes=_CHANGES)
def test_no_update_breaks_the_bot_or_writes(office: Office, update: dict[str, Any], changes: list[tuple[int, object]]) -> None:
    """Whole ones and odd ones; the library's trouble with one is noted and the next is worked on."""
    _check(office, update, changes)


@pytest.mark.soak
@settings(max_examples=100_000, **_SETTINGS)
@given(update=_ANY_UPDATE, changes=_CHANGES)
def test_no_update_breaks_the_bot_or_writes_in_the_long_run(
    office: Office, update: dict[str, Any], changes: list[tuple[int, object]]
) -> None:
    """The same, a hundred thousand times."""
    _check(office, update, changes)


@pytest.mark.parametrize("kind", KINDS)
def test_whole_updates_of_every_kind_are_read(kind: str, office: Office) -> None:
    """Nothing that Telegram sends is taken for odd, and so set aside."""
    for number in range(40):
        update = _SHAPES.update(kind, Random(number))  # noqa: S311  chance that repeats itself, no secret
        read_update({"update_id": 1, **update}, office.app.application.bot)


def test_an_odd_update_does_not_hold_up_the_next(office: Office) -> None:
    """Whatever is odd about one, the person's next message is answered."""
    for mark in ({"offset": "1"}, {"length": "1"}, {"length": None}, {"type": 1}, {"offset": -1}, {"offset": True}):
        entity = {"type": "mention", "offset": 0, "length": 3, **mark}
        office.feed({"message": message({"text": "quý 3?", "entities": [entity]}, _PEOPLE[0], _CHATS[2])})
    for number in range(60):
        odd = odd_value(Random(number))  # noqa: S311  chance that repeats itself, no secret
        for place in ("text", "entities", "reply_to_message", "from", "date"):
            office.feed({"message": message({"text": "quý 3?", place: odd}, _PEOPLE[0], _CHATS[0])})
    office.said.clear()
    office.feed({"message": message({"text": "/help"}, _PEOPLE[0], _CHATS[0])})
    office.loop.run_until_complete(office.app.idle())
    assert any(call["method"] == "sendMessage" and call["status"] == 200 for call in office.said)
    assert office.complaints.told == []
