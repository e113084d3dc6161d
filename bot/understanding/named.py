"""Whether a row is called by what it is about, and not only by a word that happens to stand in one of its names."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.catalogue import ValueType
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.reader import Reader

_ANYTHING = {"viec", "vu"}  # "việc chuyển đổi", "mấy vụ": they name nothing that a form counts
_LIGHT = 1.0  # weight of words like "đã", "tổng", "văn bản", which call no row by themselves


def is_named(found: Found, said: Iterable[str], reader: Reader) -> bool:
    """Whether the best row shares a concept of weight with what was said: "số điện thoại" names no row."""
    if found.best is None:
        return False
    says = reader.known[found.best].says
    return any(name in says and not is_unknown(name) and reader.weight(name) > _LIGHT for name in said)


def counts_another(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count what the best row does not, or not alone.

    "hồ sơ quá hạn" are no tasks done late, "hồ sơ trực tiếp" not those of a row that counts "cả trực tiếp và trực tuyến".

    A row called by its full name is meant whatever else is said.
    """
    if found.best is None:
        return False
    known = reader.known[found.best]
    said = message.said_at((place for place in places if message.words[place].folded not in _ANYTHING), reader)
    if 0 < len(known.joined.intersection(said)) < len(known.joined):
        return True
    if found.is_full:
        return False
    counted = reader.counted.intersection(said)
    return known.row.type is ValueType.COUNT and bool(counted) and counted.isdisjoint(known.says)
