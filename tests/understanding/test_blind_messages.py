"""Messages of people who knew the catalogue and had never seen the bot: how many are read, and that none is written wrong."""

from __future__ import annotations

from benchmarks.judgement import judge
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from tests.message_table import load_blind_messages

READ = 0.93  # of all; what is not read is asked or refused
MOST_WRONG_WRITES = 0


def test_nearly_all_messages_of_strangers_are_read_and_nothing_is_stored_wrong() -> None:
    """The share may only rise."""
    reader = Reader(load_catalogue())
    messages = load_blind_messages()
    verdicts = [judge(message, interpret_line(message, reader=reader)) for message in messages]
    wrong = [message["text"] for message, verdict in zip(messages, verdicts, strict=True) if verdict.silent]
    right = sum(verdict.whole for verdict in verdicts)
    print(f"{right} of {len(messages)} read as a whole")  # noqa: T201  shown with -s
    assert len(wrong) <= MOST_WRONG_WRITES, wrong
    assert right >= READ * len(messages)
