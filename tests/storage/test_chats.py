"""What happens to whole chats."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.outgoing import ButtonRecord, Outgoing, OutgoingButton
from bot.domain.people import Group
from bot.domain.ports_reminding import NoticeKey
from storage import OutboxItem, Storage, UnitOfWork
from tests.storage.office import ADMINISTRATOR, CLERK, GROUP_CHAT, NOW, OTHER_CHAT, PRIVATE_CHAT, Q3, SCT, seconds

SUPERGROUP = -100_999
GROUP = Group(GROUP_CHAT, None, "Nhóm", SCT, ADMINISTRATOR)
REMINDER = NoticeKey(GROUP_CHAT, "reminder", Q3, SCT, NOW)


def claim(unit: UnitOfWork, after: float = 0) -> OutboxItem:
    """What is to be sent next."""
    item = unit.claim_out(NOW + seconds(after), by="sender", lease_seconds=60)
    assert item is not None
    return item


def test_a_group_that_became_a_supergroup_goes_on_under_its_new_id(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.save_group(GROUP)
        unit.save_group(replace(GROUP, thread_id=5))
        unit.remember(GROUP_CHAT, CLERK, "focus", {"a": 1})
        unit.add_buttons([ButtonRecord("t", GROUP_CHAT, None, {"do": "x"}, NOW)])
        unit.give_notice(REMINDER, Outgoing(GROUP_CHAT, "còn thiếu"), late=False)
        unit.chat_migrated(GROUP_CHAT, SUPERGROUP)
        unit.commit()
    with storage.begin() as unit:
        assert unit.groups() == [replace(GROUP, chat_id=SUPERGROUP), replace(GROUP, chat_id=SUPERGROUP, thread_id=5)]
        assert unit.memory(SUPERGROUP, CLERK, "focus") == {"a": 1}
        assert unit.memory(GROUP_CHAT, CLERK, "focus") is None
        assert unit.button("t") == ButtonRecord("t", SUPERGROUP, None, {"do": "x"}, NOW)
        assert unit.notice_given(replace(REMINDER, chat_id=SUPERGROUP))
        assert claim(unit).message == Outgoing(SUPERGROUP, "còn thiếu")


def test_nothing_is_edited_or_replied_to_across_a_migration_because_message_ids_begin_anew(storage: Storage) -> None:
    summary = Outgoing(GROUP_CHAT, "12/19 đơn vị đã nộp", slot="tong-hop", answers=False)
    with storage.begin() as unit:
        unit.put_out(summary)
        unit.sent(claim(unit).id, 9, NOW)
        unit.put_out(replace(summary, text="13/19 đơn vị đã nộp"))
        unit.put_out(Outgoing(GROUP_CHAT, "trả lời", reply_to=8, edits=9))
        unit.chat_migrated(GROUP_CHAT, SUPERGROUP)
        answer = claim(unit)
        assert (answer.message.reply_to, answer.message.edits) == (None, None)
        unit.sent(answer.id, 1, NOW)
        assert claim(unit).message == replace(summary, text="13/19 đơn vị đã nộp", chat_id=SUPERGROUP)


def test_what_the_new_chat_has_already_goes_before_what_the_old_one_had(storage: Storage) -> None:
    newer = replace(GROUP, chat_id=SUPERGROUP, agency=None)
    with storage.begin() as unit:
        for group in (GROUP, newer):
            unit.save_group(group)
        unit.remember(GROUP_CHAT, CLERK, "focus", {"old": 1})
        unit.remember(SUPERGROUP, CLERK, "focus", {"new": 1})
        for chat in (GROUP_CHAT, SUPERGROUP):
            unit.give_notice(replace(REMINDER, chat_id=chat), Outgoing(chat, "còn thiếu"), late=False)
        unit.chat_migrated(GROUP_CHAT, SUPERGROUP)
        assert unit.groups() == [newer]
        assert unit.memory(SUPERGROUP, CLERK, "focus") == {"new": 1}
        assert not unit.notice_given(REMINDER)


def test_a_claimed_message_can_be_sent_to_the_new_chat(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(Outgoing(GROUP_CHAT, "chào", buttons=((OutgoingButton("Có", "t"),),)))
        item = claim(unit)
        unit.chat_migrated(GROUP_CHAT, SUPERGROUP)
        unit.put_back(item.id, not_before=NOW)
        assert claim(unit).message == replace(item.message, chat_id=SUPERGROUP)


def test_an_unreachable_chat_gets_nothing_more_and_its_groups_rest(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.save_group(GROUP)
        for chat in (GROUP_CHAT, GROUP_CHAT, OTHER_CHAT):
            unit.put_out(Outgoing(chat, "chào"))
        unit.mark_chat_unreachable(GROUP_CHAT, "bot was kicked")
        unit.mark_chat_unreachable(PRIVATE_CHAT, "bot was blocked")
        unit.mark_chat_unreachable(PRIVATE_CHAT, "user is deactivated")
        unit.commit()
    with storage.begin() as unit:
        assert unit.groups() == [replace(GROUP, active=False)]
        assert unit.unreachable_chats() == {GROUP_CHAT: "bot was kicked", PRIVATE_CHAT: "user is deactivated"}
        assert claim(unit).message.chat_id == OTHER_CHAT
        assert unit.outbox_backlog() == 1
        unit.mark_chat_reachable(PRIVATE_CHAT)
        assert unit.unreachable_chats() == {GROUP_CHAT: "bot was kicked"}
