"""From Telegram's updates to turns and back: what is answered, what is left alone, and what happens when a turn fails."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Grant, Group, Invite, Role
from bot.understanding.reader import Reader
from handlers.local.cast import GROUP_ID
from storage import Storage, UnitOfWork
from tests.dialogue import Dialogue, moment_of

QUESTION = "hồ sơ trả kết quả sở công thương quý 3/2022"
ANSWER = "4.954"


@pytest.fixture
def storage(sample_storage: Storage) -> Storage:
    return sample_storage


@pytest.fixture
async def chat(storage: Storage, catalogue: Catalogue, reader: Reader) -> AsyncIterator[Dialogue]:
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        yield chat


def texts(chat: Dialogue, chat_id: int | None = None) -> list[str]:
    return [message["text"] for message in chat.server.sent(chat_id)]


async def test_a_question_is_answered(chat: Dialogue) -> None:
    """The whole way: polled, stored, understood, put out, sent."""
    await chat.play({"official": QUESTION})
    (answer,) = texts(chat)
    assert ANSWER in answer
    with chat.storage.begin() as work:
        assert (work.inbox_backlog(), work.outbox_backlog()) == (0, 0)


async def test_an_update_that_telegram_delivers_again_is_answered_once(chat: Dialogue) -> None:
    """The confirmation may be lost on the way."""
    updates = chat.server.world.updates
    await chat.play({"official": QUESTION})
    said = chat.server.world.rooms[chat.speaker].messages[1]
    updates.put_again({"update_id": 1, "message": said})
    await chat.idle()
    assert len(texts(chat)) == 1


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        (QUESTION, False),
        (f"@cchc_bot {QUESTION}", True),
        (f"{QUESTION} @CCHC_bot", True),
        ("/help", True),
        ("/help@cchc_bot", True),
        ("/help@other_bot", False),
    ],
)
async def test_in_a_group_only_what_is_addressed_to_the_bot_is_answered(
    chat: Dialogue, text: str, *, is_answered: bool
) -> None:
    """Commands, mentions and replies; people may talk among themselves."""
    await chat.storage.hop(lambda work: work.save_group(Group(GROUP_ID, None, "Nhóm CCHC tỉnh", None, 1)))
    await chat.play({"official in group": text})
    assert bool(texts(chat, GROUP_ID)) is is_answered
    with chat.storage.begin() as work:
        assert work.inbox_backlog() == 0


async def test_a_reply_to_the_bot_in_a_group_is_answered(chat: Dialogue) -> None:
    """It carries the conversation on."""
    await chat.storage.hop(lambda work: work.save_group(Group(GROUP_ID, None, "Nhóm CCHC tỉnh", None, 1)))
    await chat.play({"official in group": f"@cchc_bot {QUESTION}"})
    await chat.heard()
    await chat.play({"reply": "còn sở 4T?"})
    assert len(texts(chat, GROUP_ID)) == 2


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
async def test_what_the_bot_cannot_read_is_named(chat: Dialogue, kind: str) -> None:
    """Silence would leave the clerk waiting."""
    await chat.play({"clerk": "/help"})
    chat.server.world.upload(chat.speaker, "bao_cao.docx", b"PK", kind=kind, caption="quý 3")
    await chat.idle()
    assert "Tôi không" in texts(chat)[-1]


async def test_a_service_message_is_not_answered(chat: Dialogue) -> None:
    """Nobody said anything; only the first time in a group it is said who can register it."""
    chat.server.world.add_bot(GROUP_ID, by=await chat.enter("official"))
    await chat.idle()
    (introduction,) = texts(chat)
    assert "/dangky" in introduction
    chat.server.world.remove_bot(GROUP_ID, by=await chat.enter("official"))
    chat.server.world.add_bot(GROUP_ID, by=await chat.enter("official"))
    await chat.idle()
    assert texts(chat) == [introduction]
    with chat.storage.begin() as work:
        assert work.inbox_backlog() == 0


async def test_a_press_is_answered_even_when_its_button_is_unknown(chat: Dialogue) -> None:
    """The spinner stops, with a word why."""
    await chat.play({"official": QUESTION})
    message = chat.server.sent()[-1]
    press = chat.server.world.press(chat.speaker, message["message_id"], "no-such-button")
    await chat.idle()
    assert "cũ" in (chat.server.world.callbacks[press] or "")


async def test_a_group_that_puts_the_bot_out_has_to_be_registered_anew(chat: Dialogue) -> None:
    """Whoever lets it in again later may be somebody else."""
    await chat.storage.hop(lambda work: work.save_group(Group(GROUP_ID, None, "Nhóm", None, 1)))
    official = await chat.enter("official")
    chat.server.world.remove_bot(GROUP_ID, by=official)
    await chat.idle()
    with chat.storage.begin() as work:
        group = work.group(GROUP_ID, None)
        assert group is not None
        assert not group.active
        assert GROUP_ID in work.unreachable_chats()
    chat.server.world.add_bot(GROUP_ID, by=official)
    await chat.idle()
    assert await chat.storage.hop(UnitOfWork.unreachable_chats) == {}


async def test_a_group_keeps_its_registration_when_its_id_changes(chat: Dialogue) -> None:
    """Telegram tells twice, in the old chat and in the new one."""
    chat.server.world.add_group(-7, "Nhóm nhỏ", kind="group")
    await chat.storage.hop(lambda work: work.save_group(Group(-7, None, "Nhóm nhỏ", AgencyCode("SCT"), 1)))
    chat.server.world.migrate(-7, -1007, by=await chat.enter("official"))
    await chat.idle()
    with chat.storage.begin() as work:
        assert work.group(-7, None) is None
        moved = work.group(-1007, None)
        assert moved is not None
        assert moved.agency == "SCT"


async def test_the_menu_follows_the_role(chat: Dialogue) -> None:
    """A stranger is offered to begin, a clerk to submit."""
    invite = Invite("token", Grant(Role.CLERK, AgencyCode("SCT")), None, chat.clock.now(), moment_of("2023-04-01"))
    await chat.storage.hop(lambda work: work.add_invite(invite))
    await chat.play({"stranger": "/start token"})
    menus = chat.server.methods.commands
    assert [command["command"] for command in menus['{"type": "all_private_chats"}']] == ["start"]
    own = menus[f'{{"chat_id": {chat.speaker}, "type": "chat"}}']
    assert {"nop", "thieu", "help"} <= {command["command"] for command in own}
    assert "moi" not in {command["command"] for command in own}


async def spoil(chat: Dialogue, *, spoilt: bool = True) -> None:
    """Damage what is remembered of a conversation, so that every turn of it fails; or mend it."""
    person = await chat.enter("official")
    document = {"queue": "not a list of choices"} if spoilt else None
    await chat.storage.hop(lambda work: work.remember(person, person, "pending", document))


async def test_a_turn_that_keeps_failing_is_set_aside_and_the_person_told_once(
    chat: Dialogue, caplog: pytest.LogCaptureFixture
) -> None:
    """Three tries; the next message is worked on as usual. Administrators see that it happened, not what was written."""
    administrator = await chat.enter("admin")
    await spoil(chat)
    await chat.play({"official": QUESTION})
    (alert,) = texts(chat, administrator)
    assert "1 tin nhắn không xử lý được" in alert
    assert QUESTION not in alert
    (apology,) = texts(chat, chat.speaker)
    assert "Xin lỗi" in apology
    with chat.storage.begin() as work:
        assert len(work.updates_set_aside()) == 1
    assert "failed" in caplog.text
    await spoil(chat, spoilt=False)
    await chat.heard()
    await chat.play({"official": QUESTION})
    assert ANSWER in texts(chat)[-1]


async def test_a_turn_that_fails_once_is_answered_at_the_next_try(chat: Dialogue) -> None:
    """Nobody notices."""
    await spoil(chat)
    chat.server.world.say(await chat.enter("official"), QUESTION)
    async with asyncio.timeout(5):
        while not await chat.storage.hop(lambda work: [item for item in work.waiting_updates(1) if item.attempts]):  # noqa: ASYNC110
            await asyncio.sleep(0)
    await spoil(chat, spoilt=False)
    await chat.idle()
    (answer,) = texts(chat)
    assert ANSWER in answer


async def test_while_the_database_is_away_updates_wait_and_the_next_tick_answers_them(
    chat: Dialogue, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """That counts as no failed try, and nobody is bothered with it."""
    official = await chat.enter("official")
    with closing(sqlite3.connect(tmp_path / "cchc.sqlite3", isolation_level=None)) as database:
        database.execute("ALTER TABLE memory RENAME TO memory_away")
        chat.server.world.say(official, QUESTION)
        async with asyncio.timeout(5):
            while "failed" not in caplog.text:  # noqa: ASYNC110  the log is all there is to see
                await asyncio.sleep(0.01)
        assert texts(chat) == []
        database.execute("ALTER TABLE memory_away RENAME TO memory")
    await chat.tick()
    (answer,) = texts(chat)
    assert ANSWER in answer


async def test_an_update_left_by_a_process_that_died_is_answered_at_the_start(
    storage: Storage, catalogue: Catalogue, reader: Reader
) -> None:
    """It was stored, and Telegram will not send it again."""
    first = Dialogue(storage, catalogue=catalogue, reader=reader)
    official = await first.enter("official")
    first.server.world.say(official, QUESTION)
    (update,) = await first.server.world.updates.get(offset=0, limit=1, timeout_seconds=0, allowed=None)
    payload = json.dumps(update)
    await storage.hop(lambda work: work.take_in(update["update_id"], official, payload, first.clock.now()))

    async with Dialogue(storage, catalogue=catalogue, reader=reader) as second:
        await second.enter("official")
        await second.idle()
        (answer,) = texts(second)
    assert ANSWER in answer
