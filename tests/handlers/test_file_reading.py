"""Files sent to the chat are read exactly once, within limits, while others are answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.received import FileState, ReceivedFile
from bot.understanding.reader import Reader
from handlers import file_reading
from handlers.local.faults import ApiError, Fault
from storage import Storage
from tests.dialogue import FILES, Dialogue

REPORT = (FILES / "bc-sct-q1-2023.txt").read_bytes()
CLERK = "clerk SCT"
_PATIENTLY_ANSWERED = 250  # messages of one person at once; with 300 the bot falls silent, and the clock stands still


@pytest.fixture
def storage(empty_storage: Storage) -> Storage:
    return empty_storage


@pytest.fixture
async def chat(storage: Storage, catalogue: Catalogue, reader: Reader) -> AsyncIterator[Dialogue]:
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        await chat.speak(CLERK)
        yield chat


@asynccontextmanager
async def limited(storage: Storage, catalogue: Catalogue, reader: Reader, **settings: int) -> AsyncIterator[Dialogue]:
    async with Dialogue(storage, catalogue=catalogue, reader=reader, **settings) as chat:
        await chat.speak(CLERK)
        yield chat


def previews(chat: Dialogue) -> list[str]:
    """What the bot's messages say that offer to store something."""
    return [message["text"] for message in chat.server.sent(chat.speaker) if "Bấm «Ghi tất cả»" in message.get("text", "")]


def last_said(chat: Dialogue) -> str:
    said: str = chat.server.sent(chat.speaker)[-1]["text"]
    return said


async def test_a_worker_that_was_killed_leaves_the_file_to_another(chat: Dialogue, storage: Storage) -> None:
    """It is previewed once, although the dead worker's claim stood and its word may still come."""
    with storage.begin() as work:
        person_id = chat.speaker
        file_id = work.add_file(waiting_file(chat, person_id), chat.clock.now())
        claimed = work.claim_file(chat.clock.now(), by="dead", lease_seconds=20)
        work.commit()
    assert claimed is not None
    await asyncio.sleep(0)
    assert previews(chat) == []
    chat.clock.stand_at(chat.clock.now() + timedelta(seconds=21))
    await chat.idle()
    assert len(previews(chat)) == 1
    await chat.services.reading(file_reading.ReadingDone(file_id, "dead", {"failure": "too_long"}))
    await chat.idle()
    assert len(previews(chat)) == 1
    assert "quá lâu" not in last_said(chat)
    with storage.begin() as work:
        file = work.received_file(file_id)
    assert file is not None
    assert (file.state, file.attempts) == (FileState.PREVIEWED, 2)


async def test_an_update_that_comes_twice_is_one_file(chat: Dialogue) -> None:
    """Telegram gives it again when a confirmation was lost."""
    given: list[dict[str, Any]] = []
    chat.server.observers.append(
        lambda call: given.extend(call.answer["result"]) if call.method == "getUpdates" and call.status == 200 else None
    )
    chat.send("bc.txt", content=REPORT)
    await chat.idle()
    assert len(given) == 1
    chat.server.world.updates.put_again(given[0])
    await chat.idle()
    assert len(previews(chat)) == 1
    assert len(given) > 1


async def test_a_file_that_takes_too_long_is_given_up(storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """With advice; nothing of it is stored."""
    async with limited(storage, catalogue, reader, file_seconds=0) as chat:
        chat.send("bc.txt", content=REPORT)
        await chat.idle()
        assert "đọc quá lâu" in last_said(chat)
        assert "Chưa ghi gì" in last_said(chat)


async def test_a_file_that_takes_too_much_memory_is_given_up(storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """The process that reads it ends; the bot does not."""
    async with limited(storage, catalogue, reader, file_memory=60) as chat:
        chat.send("bc.txt", content=REPORT + b"\tx\t\n" * 1_500_000)
        await chat.idle()
        assert "quá nặng" in last_said(chat)
        chat.say_text("cảm ơn")
        await chat.idle()
        assert "Không có gì ạ" in last_said(chat)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ApiError(400, "Bad Request: file is too big"), "20 MB"),
        (ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable"), "gửi lại"),
    ],
)
async def test_a_file_that_telegram_does_not_give_is_told(chat: Dialogue, error: ApiError, words: str) -> None:
    """At once: asking again would not help."""
    chat.server.faults.append(Fault("getFile", error))
    chat.send("bc.txt", content=REPORT)
    await chat.idle()
    assert words in last_said(chat)


async def test_a_network_that_fails_is_tried_three_times(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice in vain, then it is read."""
    monkeypatch.setattr(file_reading, "_PAUSE", timedelta())
    chat.server.faults.append(Fault("getFile", ApiError(502, "Bad Gateway"), times=2))
    chat.send("bc.txt", content=REPORT)
    await chat.idle()
    assert len(previews(chat)) == 1
    chat.server.faults.append(Fault("getFile", ApiError(502, "Bad Gateway"), times=9))
    chat.send("bc2.txt", content=REPORT + b"\n")
    await chat.idle()
    assert "sau nhiều lần thử" in last_said(chat)


async def test_a_long_reading_is_told_in_one_message(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line that acknowledged the file counts on, and becomes the preview."""
    monkeypatch.setattr(file_reading, "_TELL_SECONDS", 0.05)
    chat.send("bc.txt", content=REPORT)
    await chat.idle()
    texts = [
        call.parameters["text"]
        for call in chat.server.calls
        if call.method in {"sendMessage", "editMessageText"} and call.status == 200
    ]
    assert sum("giây" in text for text in texts) >= 1
    assert [call.method for call in chat.server.calls if call.method == "sendMessage"] == ["sendMessage"]
    assert len(previews(chat)) == 1


async def test_one_person_may_have_so_many_files_waiting(storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """The sixth is refused; the others are all read, one after the other."""
    async with limited(storage, catalogue, reader, files_waiting=2) as chat:
        for number in range(3):
            chat.send(f"bc{number}.txt", content=REPORT + b"\n" * number)
        await chat.idle()
        assert len(previews(chat)) == 2
        assert any("2 tệp chờ đọc" in message["text"] for message in chat.server.sent(chat.speaker))


async def test_others_are_answered_while_a_file_is_read(chat: Dialogue) -> None:
    """Three thousand rows; a message in another chat is answered in less than a second, nearly always."""
    own_rows = (f"\tViệc riêng số {number} của đơn vị\tViệc\t{number}\t" for number in range(2_800))
    official = await chat.enter("official")
    chat.send("bc.txt", content="\n".join([REPORT.decode(), *own_rows]).encode())
    waited = []
    while not previews(chat) and len(waited) < _PATIENTLY_ANSWERED:
        begun, before = time.perf_counter(), len(chat.server.sent(official))
        chat.server.world.say(official, "cảm ơn")
        while len(chat.server.sent(official)) == before:  # noqa: ASYNC110  what the bot says sets no event here
            await asyncio.sleep(0.005)
        waited.append(time.perf_counter() - begun)
        await asyncio.sleep(0.02)
    await chat.idle()
    assert previews(chat)
    assert len(waited) > 10
    assert sorted(waited)[int(len(waited) * 0.95)] < 1


async def test_a_file_over_the_limit_is_refused_by_its_declared_size(chat: Dialogue) -> None:
    """Nothing is fetched."""
    chat.server.world.upload(chat.speaker, "bc.docx", b"x" * 20_000_001, kind="document")
    await chat.idle()
    assert "20 MB" in last_said(chat)
    assert not any(call.method == "getFile" for call in chat.server.calls)


async def test_stopping_puts_a_file_back_as_if_it_had_not_been_tried(
    storage: Storage, catalogue: Catalogue, reader: Reader
) -> None:
    """The next start reads it at once."""
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as chat:
        await chat.speak(CLERK)
        chat.send("bc.txt", content=REPORT)
        while FileState.READING not in [state for state, _ in file_states(storage)]:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
        world = chat.server.world
    assert file_states(storage) == [(FileState.WAITING, 0)]
    async with Dialogue(storage, catalogue=catalogue, reader=reader) as again:
        again.server.world.files |= world.files
        await again.speak(CLERK)
        again.server.world.accounts[again.speaker].has_started = True
        await again.idle()
        assert len(previews(again)) == 1


def file_states(storage: Storage) -> list[tuple[FileState, int]]:
    with storage.begin() as work:
        file = work.received_file(1)
    return [] if file is None else [(file.state, file.attempts)]


def waiting_file(chat: Dialogue, person_id: int) -> ReceivedFile:
    """A file as the first turn keeps it."""
    chat.server.world.files["one"] = REPORT
    return ReceivedFile(
        id=0,
        update_id=900,
        chat_id=person_id,
        thread_id=None,
        person_id=person_id,
        message_id=None,
        file_id="one",
        unique_id="u",
        file_name="bc.txt",
        sent_at=chat.clock.now(),
    )
