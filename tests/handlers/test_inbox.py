"""Nothing that Telegram was told we have is lost; order is kept within a chat, chats do not wait for each other."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, Chat, Message, Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import ShiftedClock
from handlers.inbox import OrderWithinChats, StoredQueue
from storage import Storage


def update(update_id: int, *, chat_id: int = 11) -> Update:
    message = Message(update_id, datetime(2023, 3, 15, tzinfo=UTC), Chat(chat_id, "private"), text=f"tin {update_id}")
    return Update(update_id, message=message)


@pytest.fixture
def queue(storage: Storage, clock: ShiftedClock) -> StoredQueue:
    return StoredQueue(storage, clock)


async def test_an_update_is_stored_before_put_returns(queue: StoredQueue, storage: Storage) -> None:
    """Only then does the next getUpdates confirm it."""
    await queue.put(update(1))
    assert queue.get_nowait() == update(1)
    (kept,) = await storage.hop(lambda work: work.waiting_updates(10))
    assert (kept.update_id, kept.chat_id) == (1, 11)


async def test_an_update_that_comes_twice_is_queued_once(queue: StoredQueue, storage: Storage) -> None:
    """While it is worked on, after it was done, and when the process is new."""
    await queue.put(update(1))
    await queue.put(update(1))
    await storage.hop(lambda work: work.finish_update(1))
    queue.worked_on(1)
    await queue.put(update(1))
    assert queue.qsize() == 1


async def test_anything_else_goes_through(queue: StoredQueue) -> None:
    """python-telegram-bot stops its application by a sign in the same queue."""
    sign = object()
    await queue.put(sign)
    assert queue.get_nowait() is sign


async def test_an_update_that_cannot_be_stored_is_asked_for_again(tmp_path: Path, clock: ShiftedClock) -> None:
    """TelegramError, and not queued: else it would be answered but lost in a crash."""
    without_tables = Storage(f"sqlite:///{tmp_path}/empty.sqlite3")
    queue = StoredQueue(without_tables, clock)
    with pytest.raises(TelegramError):
        await queue.put(update(1))
    assert queue.empty()
    without_tables.close()


def written(update_id: int) -> dict[str, Any]:
    return update(update_id).to_dict()


def asked_inline(update_id: int) -> dict[str, Any]:
    sender = {"id": 11, "is_bot": False, "first_name": "Lan"}
    return {"update_id": update_id, "inline_query": {"id": "1", "from": sender, "query": "biên chế", "offset": ""}}


async def test_updates_of_one_answer_are_stored_together_and_queued_in_order(
    queue: StoredQueue, storage: Storage, bot: ExtBot[None]
) -> None:
    """Those known before are left out, one that cannot be read is set aside, a letter typed inline is not kept."""
    await queue.receive(written(2), bot)
    odd = {"update_id": 4, "message": {"text": 5}}
    await queue.receive_all([written(1), written(2), written(3), odd, asked_inline(5), written(3)], bot)
    queued = [queue.get_nowait() for _ in range(queue.qsize())]
    assert [each.update_id for each in queued if isinstance(each, Update)] == [2, 1, 3, 5]
    assert [each.update_id for each in await storage.hop(lambda work: work.waiting_updates(10))] == [1, 2, 3]
    assert [number for number, _error in await storage.hop(lambda work: work.updates_set_aside())] == [4]


async def test_updates_that_could_not_be_stored_are_taken_when_they_come_again(
    tmp_path: Path, clock: ShiftedClock, bot: ExtBot[None]
) -> None:
    """All of them, a letter typed inline too: nothing of the first attempt stays behind."""
    late = Storage(f"sqlite:///{tmp_path}/late.sqlite3")
    queue = StoredQueue(late, clock)
    documents = [written(1), asked_inline(2), written(3)]
    with pytest.raises(TelegramError):
        await queue.receive_all(documents, bot)
    assert queue.empty()
    assert not queue.is_busy
    await asyncio.to_thread(late.migrate)
    await queue.receive_all(documents, bot)
    assert queue.qsize() == 3
    late.close()


async def test_after_a_restart_what_waited_is_taken_up_once_and_in_order(
    storage: Storage, clock: ShiftedClock, bot: ExtBot[None]
) -> None:
    """A new process has an empty queue; the inbox has not."""
    before = StoredQueue(storage, clock)
    for number in (1, 2, 3):
        await before.put(update(number))
    await storage.hop(lambda work: work.finish_update(2))

    after = StoredQueue(storage, clock)
    assert await after.take_up_waiting(bot) == 2
    assert await after.take_up_waiting(bot) == 0
    first, second = after.get_nowait(), after.get_nowait()
    assert isinstance(first, Update)
    assert isinstance(second, Update)
    assert (first.update_id, second.update_id) == (1, 3)
    assert first.message is not None
    assert first.message.text == "tin 1"
    assert isinstance(first.get_bot(), Bot)

    after.worked_on(1)  # its turn failed
    assert await after.take_up_waiting(bot) == 1


async def test_order_is_kept_in_a_chat_and_chats_do_not_wait(queue: StoredQueue) -> None:
    """A slow turn holds up its own chat only."""
    done: list[int] = []
    release = asyncio.Event()

    async def turn(number: int, *, slow: bool) -> None:
        if slow:
            await release.wait()
        done.append(number)

    processor = OrderWithinChats(queue)
    async with processor, asyncio.TaskGroup() as turns:
        for number, chat_id, slow in ((1, 11, True), (2, 11, False), (3, 12, False), (4, 11, False)):
            turns.create_task(processor.process_update(update(number, chat_id=chat_id), turn(number, slow=slow)))
        await asyncio.sleep(0.01)
        assert done == [3]
        release.set()
    assert done == [3, 1, 2, 4]


async def test_a_flood_in_one_chat_leaves_room_for_others(queue: StoredQueue) -> None:
    """A thousand messages that wait for their turn take no place from another chat's."""
    release = asyncio.Event()
    answered = asyncio.Event()

    async def wait() -> None:
        await release.wait()

    async def answer() -> None:
        answered.set()

    processor = OrderWithinChats(queue)
    async with processor, asyncio.TaskGroup() as turns:
        for number in range(1000):
            turns.create_task(processor.process_update(update(number, chat_id=11), wait()))
        turns.create_task(processor.process_update(update(5000, chat_id=12), answer()))
        await asyncio.wait_for(answered.wait(), timeout=5)
        release.set()


async def test_a_stored_update_that_cannot_be_read_any_more_holds_up_no_other(
    storage: Storage, clock: ShiftedClock, bot: ExtBot[None]
) -> None:
    """As after a change of the library: it is set aside, and the bot starts."""
    now = clock.now()
    await storage.hop(lambda work: work.take_in(1, 11, '{"update_id": 1, "message": {"message_id": 1}}', now))
    await StoredQueue(storage, clock).put(update(2))
    after = StoredQueue(storage, clock)
    assert await after.take_up_waiting(bot) == 1
    assert after.get_nowait() == update(2)
    assert [number for number, _ in await storage.hop(lambda work: work.updates_set_aside())] == [1]


async def test_an_update_without_a_number_is_passed_over(queue: StoredQueue, bot: ExtBot[None]) -> None:
    """There is nothing to keep it under."""
    for number in (None, "1", True, 2**63):
        await queue.receive({"update_id": number, "message": {}}, bot)
    await queue.receive({}, bot)
    assert queue.empty()
