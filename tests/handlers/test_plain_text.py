"""The short way in reads a private text exactly as the library's way does, and leaves everything else to that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update
from telegram.ext import ExtBot

from bot.incoming import Incoming, Text
from handlers.access import is_mentioned, text_without_mention
from handlers.messages import WRITTEN
from handlers.plain_text import read_plain
from handlers.reading import incoming_message, replied_to
from handlers.update_reading import Unreadable, read_again, read_update

AN: dict[str, Any] = {"id": 11, "is_bot": False, "first_name": "An"}
HERE: dict[str, Any] = {"id": 11, "type": "private", "first_name": "An"}


def told(text: object = "quý 3?", **fields: object) -> dict[str, Any]:
    message = {"message_id": 5, "date": 1678845600, "from": AN, "chat": HERE, "text": text, **fields}
    return {"update_id": 1, "message": {name: value for name, value in message.items() if value is not None}}


def by_the_library(document: dict[str, Any], bot: ExtBot[None]) -> Incoming | None:
    """What `handlers.messages` makes of an update that passes its filter."""
    update = Update.de_json(document, bot)
    message = update.effective_message
    if not WRITTEN.check_update(update) or message is None:
        return None
    text = Text(text_without_mention(message), replied_to(message), update.edited_message is not None, is_mentioned(message))
    return incoming_message(update, text)


_TEXT = st.text(max_size=12) | st.sampled_from(
    ["/start", " /x", "sct @cchc_bot, quý 3", "@CCHC_BOT", "@cchc_botx", "  hồ sơ\n"]
)
_PERSON = st.fixed_dictionaries(
    {"id": st.sampled_from([11, 2**40]), "is_bot": st.booleans(), "first_name": st.text(max_size=5)},
    optional={"last_name": st.text(max_size=5), "username": st.just("an"), "language_code": st.just("vi"), "x": st.just(1)},
)
_PLACE = st.fixed_dictionaries(
    {"id": st.sampled_from([11, -1001]), "type": st.sampled_from(["private", "supergroup", "channel"])},
    optional={"first_name": st.text(max_size=5), "title": st.text(max_size=5), "is_forum": st.booleans()},
)
_MORE = st.sampled_from(
    [
        {},
        {},
        {},
        {"entities": [{"type": "mention", "offset": 0, "length": 9}]},
        {"reply_to_message": {"message_id": 3, "date": 1, "chat": HERE, "from": AN, "text": "a"}},
        {"sender_chat": {"id": -5, "type": "channel"}},
        {"via_bot": {"id": 999, "is_bot": True, "first_name": "Bot"}},
        {"message_thread_id": 4, "is_topic_message": True},
        {"edit_date": 1678845700},
        {"a_field_of_next_year": 1},
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=_TEXT,
    person=_PERSON,
    place=_PLACE,
    more=_MORE,
    sent=st.integers(0, 2**33),
    kind=st.sampled_from(["message", "message", "edited_message"]),
)
def test_what_it_reads_it_reads_as_the_library_does(
    bot: ExtBot[None], text: str, person: dict[str, Any], place: dict[str, Any], more: dict[str, Any], sent: int, kind: str
) -> None:
    """Field for field; nor does it take in what the library's way would not."""
    message = {"message_id": 5, "date": sent, "from": person, "chat": place, "text": text, **more}
    document = {"update_id": 7, kind: message}
    read = read_plain(document, bot.username)
    if read is not None:
        assert read == by_the_library(document, bot)


@pytest.mark.parametrize("text", ["Hồ sơ tiếp nhận của SCT quý III?", "ho so 12", "@cchc_bot hồ sơ", "🇻🇳 12,5%", "a\nb\tc"])
def test_a_text_in_a_private_chat_takes_it(text: str, bot: ExtBot[None]) -> None:
    """Or nothing would be won."""
    document = told(text, **{"from": {**AN, "last_name": "Lê", "username": "an", "language_code": "vi"}})
    read = read_plain(document, bot.username)
    assert read is not None
    assert read == by_the_library(document, bot)


@pytest.mark.parametrize(
    "document",
    [
        told("/start"),
        told(""),
        told(None, photo=[]),
        told(chat={**HERE, "type": "group", "title": "Nhóm"}),
        told(reply_to_message={"message_id": 3, "date": 1, "chat": HERE}),
        told(entities=[]),
        told(**{"from": None}),
        told(date=2**62),
        {"update_id": 1, "edited_message": told()["message"]},
        {**told(), "callback_query": {}},
    ],
)
def test_everything_else_is_left_to_the_library(document: dict[str, Any], bot: ExtBot[None]) -> None:
    """Commands, files, groups, replies, edits, and whatever has a field more or less."""
    assert read_plain(document, bot.username) is None


@pytest.mark.parametrize(("field", "value"), [("text", 5), ("date", "hôm nay"), ("message_id", True), ("chat", [])])
def test_an_odd_field_is_found_before(field: str, value: object, bot: ExtBot[None]) -> None:
    """What is of another kind than it should be is set aside, whichever way it would have gone."""
    with pytest.raises(Unreadable):
        read_update(told(**{field: value}), bot)


@pytest.mark.parametrize(
    "text", ["Đã trả 12\0 hồ sơ", "nửa đôi \ud83d", "\ud83d\ude00 cả đôi", "🇻🇳", "số 9999999999999999999999"]
)
def test_what_is_stored_is_read_again_the_same(text: str, bot: ExtBot[None]) -> None:
    """After a restart; what no database can hold is gone by then already."""
    read, payload = read_update(told(text), bot)
    payload.encode()
    assert "\0" not in payload
    assert read_again(payload, bot) == read
