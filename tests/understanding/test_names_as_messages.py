"""The name of a row, typed alone, gives it no value: it asks, or it is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry
from bot.understanding.text import words_of
from bot.understanding.understand import understand

_CLERK = Context(today=date(2022, 12, 20), agency=AgencyCode("SCT"), open_period=Period.parse("2022-Q4"))
_TELLING = frozenset({"có", "đã", "rồi", "chưa", "không"})  # such a name may as well be somebody's answer
_LONG = 6  # words of a printed name that nobody types as an answer
_PERCENT = "%"


@pytest.mark.parametrize("behind", ["", " quý 3/2022"])
def test_a_printed_name_or_alias_alone_is_never_stored(behind: str, reader: Reader) -> None:
    stored = []
    for row in reader.catalogue.rows:
        printed = {row.label, row.short, *row.labels}
        for name in dict.fromkeys((*printed, *row.aliases)):
            words = words_of(name)
            tells = not _TELLING.isdisjoint(word.text.lower() for word in words) or _PERCENT in name
            if tells and not (name in printed and len(words) > _LONG):
                continue
            request = understand(name + behind, _CLERK, reader=reader)
            if isinstance(request, Entry) and any(value.certain for value in request.values):
                stored.append(name)
    assert stored == []


@pytest.mark.parametrize("asks", [" chưa", " có không", " được chưa", " phải không", " hay chưa"])
def test_a_name_with_a_word_that_asks_is_never_stored(asks: str, reader: Reader) -> None:
    stored = []
    for row in reader.catalogue.rows[::6]:
        for name in dict.fromkeys((row.label, row.short, *row.aliases)):
            if any(mark in name for mark in "…,") or len(words_of(name)) < len(("iso", "làm")):
                continue
            request = understand(name + asks, _CLERK, reader=reader)
            if isinstance(request, Entry) and any(value.certain for value in request.values):
                stored.append(name)
    assert stored == []
