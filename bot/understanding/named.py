"""Whether a row is called by what it is about, and not only by a word that happens to stand in one of its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.domain.catalogue import IndicatorId, ValueType
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.number_slips import may_be_not_yet
from bot.understanding.reader import Reader

_ANYTHING = {"viec", "vu"}  # "việc chuyển đổi", "mấy vụ": they name nothing that a form counts
_LIGHT = 1.0  # weight of words like "đã", "tổng", "văn bản", which call no row by themselves


_NOT_YET = "chua"
_UNDONE = re.compile(
    rf"\b{_NOT_YET} (?:(?:duoc|bi|he|the|kip|co|phai) )*(?:hoan thanh|xong|thuc hien|lam|tra(?! cuu)|xu ly|giai quyet|kiem tra"
    r"|thanh tra|trien khai|khac phuc|chan chinh|dao tao|boi duong|tap huan|ban hanh|tham muu|ra soat"
    r"|cong khai|cong bo|niem yet|duyet|phe duyet|cap|tich hop|ket noi|cung cap|tiep nhan|tuyen|bo nhiem|luan chuyen"
    r"|tinh gian|cat giam|sap xep|tu chu)\b"
)


def is_undone(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count what is not done yet, and the best row what is: "nhiệm vụ chưa hoàn thành"."""
    if found.best is None or reader.catalogue.row(found.best).type not in {ValueType.COUNT, ValueType.PERCENT}:
        return False
    words = [_NOT_YET if may_be_not_yet(message, place, reader) else message.words[place].folded for place in places]
    return _NOT_YET in words and bool(_UNDONE.search(" ".join(words)))


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


def within_section(
    said: Sequence[str], among: frozenset[IndicatorId] | None, message: Message, reader: Reader
) -> frozenset[IndicatorId] | None:
    """Those of the rows that stand in the section which the message names; None when it names none or none there fits."""
    if message.section is None:
        return None
    rows = frozenset(row.id for row in reader.catalogue.below(message.section))
    inside = rows if among is None else rows & among
    return inside if match(said, reader=reader, among=inside).explained >= reader.thresholds.store_explained else None
