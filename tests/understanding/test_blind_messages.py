"""Messages of people who knew the catalogue and had never seen the bot: how many are read, and that none is written wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judgement import judge
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from tests.message_table import (
    BLIND,
    FIFTH_LAST,
    FIFTH_READ,
    FOURTH_READ,
    FOURTH_UNREAD,
    FRESH,
    THIRD_READ,
    THIRD_UNREAD,
    load_blind_messages,
)

MOST_WRONG_WRITES = 0


@pytest.mark.parametrize(
    ("file", "share"),  # of all; what is not read is asked or refused
    [
        pytest.param(BLIND, 0.97, id="blind"),
        pytest.param(FRESH, 0.98, id="fresh"),
        pytest.param(THIRD_READ, 0.98, id="third, read"),
        pytest.param(THIRD_UNREAD, 0.93, id="third, unread"),
        pytest.param(FOURTH_READ, 0.98, id="fourth, read"),
        pytest.param(FOURTH_UNREAD, 0.92, id="fourth, unread"),
        pytest.param(FIFTH_READ, 0.98, id="fifth, read"),
        pytest.param(FIFTH_LAST, 0.95, id="fifth, hardly mended for"),
    ],
)
def test_nearly_all_messages_of_strangers_are_read_and_nothing_is_stored_wrong(
    file: Path, share: float, reader: Reader
) -> None:
    """The shares may only rise."""
    messages = load_blind_messages(file)
    verdicts = [judge(message, interpret_line(message, reader=reader)) for message in messages]
    wrong = [message["text"] for message, verdict in zip(messages, verdicts, strict=True) if verdict.silent]
    right = sum(verdict.whole for verdict in verdicts)
    print(f"{right} of {len(messages)} read as a whole")  # noqa: T201  shown with -s
    assert len(wrong) <= MOST_WRONG_WRITES, wrong
    assert right >= share * len(messages)
