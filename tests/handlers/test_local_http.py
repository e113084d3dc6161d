"""The local Telegram over HTTP, driven by aiogram's own client: what aiogram accepts, Telegram's users would see."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)

from handlers.local.faults import Fault, FloodControl, flooded
from handlers.local.http import serving
from handlers.local.server import TOKEN, LocalTelegram
from tests.telegram_models import check_calls

AN, BINH, GROUP = 11, 12, -1001


@dataclass
class Moment:
    """The server's time, moved by hand."""

    seconds: float = datetime(2023, 3, 16, tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        """Unix seconds."""
        return self.seconds


class QuickSession(AiohttpSession):
    """Closes at once: aiogram waits a quarter of a second for TLS, which loopback has not."""

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


@pytest.fixture
def moment() -> Moment:
    return Moment()


@pytest.fixture
def server(moment: Moment) -> LocalTelegram:
    server = check_calls(LocalTelegram(now=moment))
    server.world.add_person(AN, "An")
    server.world.add_person(BINH, "Bình", username="binh")
    server.world.add_group(GROUP, "Nhóm CCHC", threads=[5])
    return server


@pytest.fixture
async def bot(server: LocalTelegram) -> AsyncIterator[Bot]:
    async with serving(server) as address:
        session = QuickSession(api=TelegramAPIServer.from_base(address))
        async with Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
            yield bot


def keyboard(*labels: str, data: str = "token") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data)] for label in labels])


async def test_a_message_arrives_and_its_answer_stands_in_the_chat(bot: Bot, server: LocalTelegram) -> None:
    said = server.world.say(AN, "hồ sơ trả kết quả")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "hồ sơ trả kết quả"

    sent = await bot.send_message(
        AN,
        "<b>4.954</b> &lt;hồ sơ&gt;",
        reply_parameters=ReplyParameters(message_id=said["message_id"]),
        reply_markup=keyboard("Các quý"),
    )
    assert sent.text == "4.954 <hồ sơ>"
    assert sent.html_text == "<b>4.954</b> &lt;hồ sơ&gt;"
    assert sent.reply_to_message is not None
    assert [message["text"] for message in server.sent(AN)] == ["4.954 <hồ sơ>"]


async def test_updates_come_again_until_a_later_offset_confirms_them(bot: Bot, server: LocalTelegram) -> None:
    for text in ("một", "hai", "ba"):
        server.world.say(AN, text)
    first = [update.update_id for update in await bot.get_updates(limit=2)]
    assert len(first) == 2
    assert [update.update_id for update in await bot.get_updates()] == [*first, first[-1] + 1]
    assert [update.update_id for update in await bot.get_updates(offset=first[-1] + 1)] == [first[-1] + 1]
    assert await bot.get_updates(offset=first[-1] + 2) == []


async def test_kinds_that_were_not_allowed_do_not_arrive(bot: Bot, server: LocalTelegram) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    server.world.say(AN, "không ai nghe")
    assert await bot.get_updates() == []


async def test_a_press_is_answered_once(bot: Bot, server: LocalTelegram) -> None:
    server.world.say(AN, "xin chào")
    sent = await bot.send_message(AN, "Chọn", reply_markup=keyboard("Một", data="x1"))
    press = server.world.press(AN, sent.message_id, "x1")
    update = (await bot.get_updates())[-1]
    assert update.callback_query is not None
    assert update.callback_query.data == "x1"
    await bot.answer_callback_query(press, text="Đã ghi")
    assert server.world.callbacks[press] == "Đã ghi"
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(press)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<b>hở", "can't parse entities: Can't find end tag"),
        ("a </b>", "can't parse entities: Unexpected end tag"),
        ("<b><i>x</b></i>", "can't parse entities: Unmatched end tag"),
        ("2 < 3", "can't parse entities: Unsupported start tag"),
        ("<table>x</table>", "can't parse entities: Unsupported start tag"),
        ("   ", "message text is empty"),
        ("x" * 4097, "message is too long"),
    ],
)
async def test_a_text_that_telegram_would_refuse_is_refused(bot: Bot, server: LocalTelegram, text: str, problem: str) -> None:
    server.world.say(AN, "xin chào")
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.send_message(AN, text)


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        (keyboard("x", data="đ" * 33), "BUTTON_DATA_INVALID"),
        (keyboard("", data="x"), "Text must be non-empty"),
        (keyboard(*["x"] * 101), "REPLY_MARKUP_TOO_LONG"),
        (InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x")]]), "text buttons are unallowed"),
    ],
)
async def test_buttons_over_telegrams_limits_are_refused(
    bot: Bot, server: LocalTelegram, markup: InlineKeyboardMarkup, problem: str
) -> None:
    server.world.say(AN, "xin chào")
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.send_message(AN, "Chọn", reply_markup=markup)


async def test_editing_needs_a_message_of_the_bot_and_a_difference(bot: Bot, server: LocalTelegram) -> None:
    said = server.world.say(AN, "xin chào")
    sent = await bot.send_message(AN, "<b>một</b>", reply_markup=keyboard("x"))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("<b>một</b>", chat_id=AN, message_id=sent.message_id, reply_markup=keyboard("x"))
    edited = await bot.edit_message_text("hai", chat_id=AN, message_id=sent.message_id)
    assert getattr(edited, "text", None) == "hai"
    await bot.edit_message_reply_markup(chat_id=AN, message_id=sent.message_id, reply_markup=keyboard("y"))
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("hai", chat_id=AN, message_id=said["message_id"])
    await bot.delete_message(AN, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("ba", chat_id=AN, message_id=sent.message_id)


async def test_the_bot_may_write_only_where_it_is_welcome(bot: Bot, server: LocalTelegram) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate"):
        await bot.send_message(AN, "chào")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(999, "chào")
    server.world.say(AN, "/start")
    server.world.block(AN)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(AN, "chào")
    server.world.remove_bot(GROUP, by=BINH)
    with pytest.raises(TelegramForbiddenError, match="kicked"):
        await bot.send_message(GROUP, "chào")
    kinds = [update.event_type for update in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member"]


async def test_privacy_mode_hides_what_is_not_for_the_bot(bot: Bot, server: LocalTelegram) -> None:
    sent = await bot.send_message(GROUP, "Ai chưa nộp?", message_thread_id=5)
    for text in ("chuyện riêng", "/help", "/help@cchc_bot", "/help@other_bot", "😀 @cchc_bot quý 1?", "hỏi @someone_else"):
        server.world.say(BINH, text, chat_id=GROUP)
    server.world.say(BINH, "trả lời", chat_id=GROUP, reply_to=sent.message_id, thread_id=5)
    seen = [update.message.text for update in await bot.get_updates() if update.message]
    assert seen == ["/help", "/help@cchc_bot", "😀 @cchc_bot quý 1?", "trả lời"]
    with pytest.raises(TelegramBadRequest, match="thread not found"):
        await bot.send_message(GROUP, "x", message_thread_id=6)


async def test_a_group_that_became_a_supergroup_says_where_it_went(bot: Bot, server: LocalTelegram) -> None:
    server.world.add_group(-7, "Nhóm nhỏ", kind="group")
    server.world.migrate(-7, -1007, by=BINH)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(-7, "chào")
    assert moved.value.migrate_to_chat_id == -1007
    first, second = await bot.get_updates()
    assert first.message is not None
    assert second.message is not None
    assert (first.message.migrate_to_chat_id, second.message.migrate_from_chat_id) == (-1007, -7)


async def test_flood_control_tells_how_long_to_wait(bot: Bot, server: LocalTelegram, moment: Moment) -> None:
    server.flood_control = FloodControl(a_minute_in_a_group=2)
    await bot.send_message(GROUP, "1")
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(GROUP, "2")
    assert refused.value.retry_after == 1
    moment.seconds += 1
    await bot.send_message(GROUP, "2")
    moment.seconds += 1
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(GROUP, "3")
    assert refused.value.retry_after == 59


async def test_an_ordered_fault_happens_as_often_as_ordered(bot: Bot, server: LocalTelegram) -> None:
    server.world.say(AN, "xin chào")
    server.faults.append(Fault("sendMessage", flooded(7), chat_id=AN))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(AN, "x")
    await bot.send_message(AN, "x")


async def test_a_second_poller_ends_the_first(bot: Bot, server: LocalTelegram) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(server.call("getUpdates", {"timeout": "30"}))
        await asyncio.sleep(0)  # it waits now
        assert await bot.get_updates() == []
    assert first.result()[0] == 409
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(TelegramConflictError):
        await bot.get_updates()


async def test_files_go_up_and_come_down(bot: Bot, server: LocalTelegram) -> None:
    server.world.upload(AN, "bao_cao.docx", b"PK", caption="quý 3")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    content = await bot.download(update.message.document)
    assert content is not None
    assert content.read() == b"PK"
    sent = await bot.send_document(AN, BufferedInputFile(b"a;b", "x.csv"), caption="<i>bảng</i>")
    assert sent.caption == "bảng"
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await bot.send_document(AN, BufferedInputFile(b"a;b", "x.csv"), caption="x" * 1025)


def png(width: int, height: int, size: int = 100) -> bytes:
    """As much of a picture as tells its size, filled up."""
    return (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")).ljust(size, b"\0")


def jpeg(width: int, height: int) -> bytes:
    """The same, as a camera writes it: the size stands in a later segment."""
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return b"\xff\xd8" + b"\xff\xe0\x00\x04\0\0" + b"\xff\xc0\x00\x0b\x08" + size + b"\x01\0\0\0"


@pytest.mark.parametrize("content", [png(1080, 1670), jpeg(1080, 1670)], ids=["png", "jpeg"])
async def test_a_picture_has_its_size(bot: Bot, server: LocalTelegram, content: bytes) -> None:
    server.world.accounts[AN].has_started = True
    sent = await bot.send_photo(AN, BufferedInputFile(content, "x.png"), caption="<b>12/19</b>")
    assert sent.photo is not None
    assert [(size.width, size.height, size.file_size) for size in sent.photo] == [(1080, 1670, len(content))]
    assert sent.caption == "12/19"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a;b", "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff\xe0\x00\x04", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (png(90, 90, 10_000_001), "Too Large"),
        (b"", "non-empty"),
    ],
    ids=["text", "cut off", "too large a side", "too long a strip", "over 10 MB", "empty"],
)
async def test_what_is_no_picture_for_telegram_is_refused(bot: Bot, content: bytes, problem: str) -> None:
    with pytest.raises(TelegramAPIError, match=problem):
        await bot.send_photo(AN, BufferedInputFile(content, "x.png"))


async def test_a_document_may_be_of_any_kind_up_to_50_megabytes(bot: Bot, server: LocalTelegram) -> None:
    server.world.accounts[AN].has_started = True
    assert (await bot.send_document(AN, BufferedInputFile(b"\0" * 50_000_000, "x.bin"))).document is not None
    with pytest.raises(TelegramAPIError, match="Too Large"):
        await bot.send_document(AN, BufferedInputFile(b"\0" * 50_000_001, "x.bin"))


async def test_a_text_may_become_a_picture_but_a_picture_never_a_text(bot: Bot, server: LocalTelegram) -> None:
    server.world.accounts[AN].has_started = True
    text = await bot.send_message(AN, "12/19")
    with pytest.raises(TelegramBadRequest, match="no caption in the message"):
        await bot.edit_message_caption(chat_id=AN, message_id=text.message_id, caption="13/19")
    media = InputMediaPhoto(media=BufferedInputFile(png(90, 90), "x.png"), caption="<i>13/19</i>", parse_mode="HTML")
    edited = await bot.edit_message_media(media, chat_id=AN, message_id=text.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.caption, bool(edited.photo)) == (None, "13/19", True)
    with pytest.raises(TelegramBadRequest, match="no text in the message"):
        await bot.edit_message_text("14/19", chat_id=AN, message_id=text.message_id)
    captioned = await bot.edit_message_caption(chat_id=AN, message_id=text.message_id, caption="14/19")
    assert isinstance(captioned, Message)
    assert (captioned.caption, bool(captioned.photo)) == ("14/19", True)
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_caption(chat_id=AN, message_id=text.message_id, caption="14/19")
    document = InputMediaDocument(media=BufferedInputFile(b"a;b", "x.csv"))
    replaced = await bot.edit_message_media(document, chat_id=AN, message_id=text.message_id)
    assert isinstance(replaced, Message)
    assert (replaced.caption, replaced.photo, replaced.document is not None) == (None, None, True)


async def test_menus_are_kept_by_scope(bot: Bot) -> None:
    scope = BotCommandScopeAllGroupChats()
    await bot.set_my_commands([BotCommand(command="help", description="Cách dùng")], scope=scope)
    assert [command.command for command in await bot.get_my_commands(scope=scope)] == ["help"]
    assert await bot.get_my_commands() == []
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Nộp", description="x")])


async def test_another_token_is_refused(server: LocalTelegram) -> None:
    async with serving(server) as address:
        session = QuickSession(api=TelegramAPIServer.from_base(address))
        async with Bot("700000001:another", session=session) as bot:
            with pytest.raises(TelegramUnauthorizedError):
                await bot.get_me()


async def test_whoever_plays_the_people_does_it_over_http_too(server: LocalTelegram) -> None:
    async with serving(server) as address, aiohttp.ClientSession() as person:
        async with person.post(f"{address}/local/say", json={"person_id": AN, "text": "chào"}) as answer:
            assert (await answer.json())["text"] == "chào"
        async with person.post(f"{address}/bot{TOKEN}/sendMessage", json={"chat_id": AN, "text": "vâng"}) as answer:
            assert answer.status == 200
        async with person.get(f"{address}/local/sent") as answer:
            assert [message["text"] for message in await answer.json()] == ["vâng"]
        async with person.get(f"{address}/local/calls") as answer:
            assert json.loads(await answer.text())[0]["method"] == "sendMessage"
