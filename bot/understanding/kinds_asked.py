"""Of rows that fit equally those of the kind that is asked for: a Có/Không by "có … không", a count by "mấy"."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.catalogue import IndicatorId, ValueType
from bot.understanding.line_patterns import LinePattern
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.reader import Reader

_HOW_MANY = LinePattern(r"\b(?:bao nhieu|bn|may(?! tinh| moc)|tong|so luong|sl|ty le|ti le|phan tram)\b")
_WHETHER = LinePattern(r"\b(?:co|da)\b.*\b(?:khong|ko|hong|hok|chua)\b")


def of_kind_asked(found: Found, message: Message, reader: Reader) -> Found:
    """The only rival that is asked for by its kind, else all of them: "có tự chủ kinh phí không" wants no number."""
    if found.is_alone:
        return found
    flags = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).type is ValueType.FLAG]
    others = [row_id for row_id in found.rivals if row_id not in flags]
    counts = bool(_HOW_MANY.search(message.free_line))
    if len(flags) == 1 and others and not counts and _WHETHER.search(message.line):
        return _alone(found, flags[0])
    return _alone(found, others[0]) if flags and len(others) == 1 and counts else found


def _alone(found: Found, row_id: IndicatorId) -> Found:
    order = sorted(found.candidates, key=lambda each: each.indicator != row_id)
    return replace(found, candidates=tuple(order), rivals=(row_id,))
