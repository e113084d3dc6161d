"""The load benchmark measures what it says: a clerk for each chat, messages answered as meant, memory judged once settled."""

from functools import partial
from pathlib import Path

import pytest

from benchmarks.bench_load import CHATS, KINDS, SETTLED, TODAY, Words, fill, growth, people
from benchmarks.office_words import new_entry, new_question
from bot.clock import ShiftedClock
from bot.conversation import take_turn
from bot.domain.catalogue_file import load_catalogue
from bot.incoming import Chat, Incoming, Text
from bot.incoming import Sender as Writer
from bot.settings import Settings
from bot.understanding.reader import Reader
from storage import Storage

CATALOGUE = load_catalogue()
READER = Reader(CATALOGUE)


def test_every_chat_is_a_clerk_of_its_own() -> None:
    clerks = people(CATALOGUE)
    assert len({clerk.id for clerk in clerks}) == CHATS
    assert all(clerk.grants for clerk in clerks)


@pytest.mark.parametrize("words", [new_question, new_entry])
def test_messages_worded_anew_are_all_different(words: Words) -> None:
    assert len({words(number) for number in range(5_000)}) == 5_000


@pytest.mark.parametrize(("words", "opening"), [(words, opening) for _name, words, opening in KINDS])
def test_every_message_is_answered_as_meant(words: Words, opening: str, tmp_path: Path) -> None:
    """A bot that refused everything would be fast."""
    storage = Storage(f"sqlite:///{tmp_path}/load.sqlite3")
    fill(storage, CATALOGUE)
    now = ShiftedClock(TODAY).now()
    turn = partial(
        take_turn, catalogue=CATALOGUE, reader=READER, settings=Settings(data_folder=tmp_path, database_url=""), now=now
    )
    with storage.begin() as work:
        for number, clerk in enumerate(people(CATALOGUE)[:20], start=1):
            chat = Chat(clerk.id, is_private=True)
            turn(Incoming(number, chat, Writer(clerk.id, clerk.name), number, Text(words(number))), store=work)
            answer = work.claim_out(now, by="test", lease_seconds=60)
            assert answer is not None
            assert opening in answer.message.text
    storage.close()


def test_memory_is_judged_after_it_has_settled() -> None:
    """Growth before the first messages are through is no leak, and a short run tells nothing."""
    settled = tuple((at, 100 if at < SETTLED else 200 + at // SETTLED) for at in range(0, 11 * SETTLED, SETTLED // 2))
    assert growth(settled) == pytest.approx(9 / 201, abs=0.01)
    assert growth(settled[:3]) is None
