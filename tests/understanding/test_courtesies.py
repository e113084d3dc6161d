"""What is said for courtesy calls no row, and looking for it takes no time whatever is written."""

from __future__ import annotations

import time
from datetime import date

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.understand import understand

MOST_SECONDS = 2.0  # of a message as long as Telegram's limit; a pattern that tries every way would take for ever
CONTEXT = Context(today=date(2023, 3, 14), agency=AgencyCode("SCT"), open_period=Period.parse("2023-Q1"))


@pytest.mark.parametrize(
    "again",
    [
        "sếp ",
        "có gì ",
        "em là ",
        "nhận được công văn ",
        "lãnh đạo ",
        "rất mong ",
        "trả lời em trước 10h10 ",
        "anh ",
        "chúc a ",
        "kể cả chưa xong ",
        "không tính trung tâm, ",
    ],
)
def test_words_said_again_and_again_are_read_as_fast_as_others(again: str, reader: Reader) -> None:
    """Of courtesies and of what is not meant."""
    for end in ("ơi", "?"):
        begun = time.process_time()
        understand((again * 4096)[:4090] + end, CONTEXT, reader=reader)
        assert time.process_time() - begun < MOST_SECONDS
