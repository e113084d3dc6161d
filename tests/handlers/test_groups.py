"""The bot's place in groups: let in, silenced, put out, moved; and who is told."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.acts import ActKind
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Group
from bot.understanding.reader import Reader
from handlers.local.cast import GROUP_ID
from handlers.local.faults import ApiError, Fault
from storage import Storage
from tests.dialogue import Dialogue

SCT = AgencyCode("SCT")
TIED = Group(GROUP_ID, None, "Nhóm CCHC tỉnh", SCT, 1)
SILENCED = ApiError(400, "Bad Request: not enough rights to send text messages to the chat")


@pytest.fixture
async def chat(empty_storage: Storage, catalogue: Catalogue, reader: Reader) -> AsyncIterator[Dialogue]:
    async with Dialogue(empty_storage, catalogue=catalogue, reader=reader) as chat:
        await chat.play({"admin": "/start"})
        await chat.heard()
        yield chat


def texts(chat: Dialogue, chat_id: int) -> list[str]:
    return [message["text"] for message in chat.server.sent(chat_id)]


async def tie(chat: Dialogue) -> None:
    await chat.storage.hop(lambda work: work.save_group(TIED))


def tied(chat: Dialogue) -> Group | None:
    with chat.storage.begin() as work:
        return work.group(GROUP_ID, None)


async def test_a_group_is_told_once_who_can_register_it(chat: Dialogue) -> None:
    """Whoever added the bot, and however often; what is asked there is not answered there."""
    stranger = await chat.enter("stranger")
    for _ in range(3):
        chat.server.world.add_bot(GROUP_ID, by=stranger)
        await chat.idle()
    await chat.play_through({"stranger in group": "@cchc_bot hồ sơ trả kết quả sct"})
    (introduction,) = texts(chat, GROUP_ID)
    assert "/dangky" in introduction


async def test_a_registered_group_is_not_told(chat: Dialogue) -> None:
    """Being made a group's administrator comes as the same kind of update."""
    await tie(chat)
    chat.server.world.add_bot(GROUP_ID, by=await chat.enter("clerk"))
    await chat.idle()
    assert texts(chat, GROUP_ID) == []


async def test_administrators_are_told_who_put_the_bot_out(chat: Dialogue) -> None:
    """The registration ends, and that is in the history."""
    await tie(chat)
    admin = await chat.enter("admin")
    chat.server.world.remove_bot(GROUP_ID, by=await chat.enter("clerk"))
    await chat.idle()
    assert "đã đưa bot ra khỏi nhóm «Nhóm CCHC tỉnh»" in texts(chat, admin)[-1]
    standing = tied(chat)
    assert standing is not None
    assert not standing.active
    with chat.storage.begin() as work:
        assert [act.kind for act in work.acts()] == [ActKind.GROUP_LOST]


async def test_a_silenced_bot_answers_in_private_until_it_may_write_again(chat: Dialogue) -> None:
    """The registration stays; administrators are told; nothing is lost on the way."""
    await tie(chat)
    admin, clerk = await chat.enter("admin"), await chat.enter("clerk")
    chat.server.world.restrict_bot(GROUP_ID, by=clerk, may_write=False)
    await chat.idle()
    assert "không được gửi tin trong nhóm" in texts(chat, admin)[-1]
    await chat.play_through({"clerk": "/start"})
    await chat.play_through({"clerk in group": "/lich"})
    assert "Tôi chưa được gửi tin trong nhóm" in texts(chat, clerk)[-2]
    assert "17/3" in texts(chat, clerk)[-1]
    assert texts(chat, GROUP_ID) == []
    assert tied(chat) == TIED
    chat.server.world.restrict_bot(GROUP_ID, by=clerk, may_write=True)
    await chat.play_through({"clerk in group": "/lich"})
    assert "17/3" in texts(chat, GROUP_ID)[-1]


async def test_a_refusal_to_send_silences_a_group_and_registering_anew_ends_it(chat: Dialogue) -> None:
    """When nobody in the group may write, Telegram tells only by refusing."""
    await tie(chat)
    chat.server.faults.append(Fault("sendMessage", SILENCED, chat_id=GROUP_ID))
    await chat.play_through({"clerk in group": "/lich"})
    assert tied(chat) == TIED
    with chat.storage.begin() as work:
        assert not work.may_write_to(GROUP_ID)
    await chat.play_through({"admin in group": "/dangky sct"})
    assert "Đã gắn nhóm này" in texts(chat, GROUP_ID)[-1]


async def test_a_registration_goes_on_after_migration_and_answers_there(chat: Dialogue) -> None:
    """Buttons, memory and the registration follow the group."""
    chat.server.world.add_group(-7, "Nhóm nhỏ", kind="group")
    await chat.storage.hop(lambda work: work.save_group(Group(-7, None, "Nhóm nhỏ", SCT, 1)))
    clerk = await chat.enter("clerk")
    chat.server.world.migrate(-7, -1007, by=clerk)
    await chat.idle()
    chat.server.world.say(clerk, "/thieu", chat_id=-1007)
    await chat.idle()
    assert "Sở Công Thương" in texts(chat, -1007)[-1]


async def test_who_was_never_written_to_is_told_to_open_the_chat(chat: Dialogue) -> None:
    """Telegram lets a bot write to nobody who has not begun."""
    await tie(chat)
    clerk = await chat.enter("clerk")
    await chat.storage.hop(lambda work: work.mark_chat_unreachable(clerk, "bot can't initiate conversation with a user"))
    await chat.play_through({"clerk in group": "/viec"})
    assert "bấm Bắt đầu" in texts(chat, GROUP_ID)[-1]
    await chat.play_through({"clerk": "/start"})
    await chat.play_through({"clerk in group": "/viec"})
    assert "Tôi đã trả lời riêng" in texts(chat, GROUP_ID)[-1]
    assert "chưa được giao riêng" in texts(chat, clerk)[-1]


async def test_the_menu_of_somebody_revoked_is_a_strangers(chat: Dialogue) -> None:
    """At once, without a word of theirs."""
    await chat.play_through({"clerk": "/start"})
    clerk = chat.speaker
    for step in ({"admin": "/nguoi sct"}, {"press": "1. ..."}, {"press": "Thu hồi: ..."}, {"press": "Thu hồi"}):
        await chat.play_through(step)
    menu = chat.server.methods.commands[f'{{"chat_id": {clerk}, "type": "chat"}}']
    assert [command["command"] for command in menu] == ["start"]


async def test_who_made_an_invite_hears_who_used_it(chat: Dialogue) -> None:
    """A link in the wrong hands is seen at once."""
    await chat.play_through({"admin": "/moi nhập sct"})
    admin = chat.speaker
    token = texts(chat, admin)[-1].rsplit("start=", 1)[1]
    await chat.play_through({"stranger": f"/start {token}"})
    assert "đã dùng đường dẫn mời: nhập số liệu của Sở Công Thương" in texts(chat, admin)[-1]
