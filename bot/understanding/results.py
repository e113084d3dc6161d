"""Results called by nothing of their own: "chỉ tiêu 5, thực hiện 5", "đã xong 20/25 nhiệm vụ, đạt 80 %"."""

from __future__ import annotations

from bot.domain.catalogue import ValueType
from bot.domain.formula import operands
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate
from bot.understanding.sisters import Before

DONE = frozenset(["thuc", "hien", "dat", "duoc", "lam", "xong", "da", "roi"])
_AND = frozenset(["va", "thi", "con"])
SHARE = DONE | _AND | frozenset(["ty", "le", "ti", "tl", "tuc", "bang", "la", "chiem", "tuong", "duong", "ung", "khoang"])


def result_of(piece: Piece, message: Message, before: Before | None, reader: Reader) -> Found | None:
    """The result of the plan before, called by a bare "thực hiện" or "đạt": "chỉ tiêu 5, thực hiện 5"."""
    words = {message.words[place].folded for place in piece.label}
    if before is None or not piece.goes_on or piece.spot.is_percent or not words & DONE or words - DONE - _AND:
        return None
    results = [part for part, whole in reader.wholes.items() if whole == before.row]
    if len(results) != 1 or reader.catalogue.row(results[0]).type is not reader.catalogue.row(before.row).type:
        return None
    return Found((Candidate(results[0], 1.0),), (results[0],), 1.0)


def rate_of(piece: Piece, message: Message, before: Before | None, reader: Reader) -> Found | None:
    """The rate of the count before, called by nothing of its own: "đã xong 20/25 nhiệm vụ, đạt 80 %"."""
    words = {message.words[place].folded for place in piece.label}
    if before is None or not piece.goes_on or not piece.spot.is_percent or words - SHARE:
        return None
    rates = [row.id for row in reader.catalogue.indicators if row.type is ValueType.PERCENT and row.formula is not None]
    rates = [row_id for row_id in rates if before.row in operands(reader.catalogue.row(row_id).formula or "")]
    if len(rates) != 1:
        return None
    return Found((Candidate(rates[0], 1.0),), (rates[0],), 1.0 if before.is_sure else reader.thresholds.ask_explained)
