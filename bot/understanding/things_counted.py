"""What stands right behind a number, beside what its row counts."""

from __future__ import annotations

from bot.domain.catalogue import Measure, ValueType
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader

_SPANS = frozenset({"ngay", "gio", "phut", "buoi", "lop", "khoa", "dot", "lan", "doan"})  # "rút ngắn 3 ngày"
_RECEIVED = ("tiep", "nhan")
_AND = frozenset({"va", "voi", "cung", "cong"})
_PLANNED, _PLAN = ("ke", "hoach"), "kehoach"
_OF = frozenset({"trong", "cua", "thuoc", "so"})
_LEFT, _LEFT_OVER = "con", frozenset({"lai", "ton", "no", "du", "thieu", "khoang"})
_PROCEDURES, _DOSSIERS = frozenset({"TTHC", "Thủ tục"}), ("ho", "so")  # "sớm hơn hạn 5 hồ sơ" shortens no procedure
_PERSONS = frozenset({"nguoi"})  # "đề nghị xử lý 3 người"
_SETS = frozenset({"bo", "cai", "chiec", "may"})


def counts_things(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a number counts what the row cannot: dossiers for a share ("đúng hạn 98 hồ sơ"), sets for people ("120 bộ")."""
    if found.best is None or piece.spot.is_percent or piece.spot.in_words or piece.spot.last >= len(message.words):
        return False
    before = tuple(word.folded for word in message.words[max(piece.spot.first - 2, 0) : piece.spot.first])
    if before == _RECEIVED and reader.catalogue.row(found.best).type is ValueType.PERCENT:
        return True  # "hồ sơ tiếp nhận 50 không trễ hẹn"
    behind, row = message.words[piece.spot.last], reader.catalogue.row(found.best)
    if behind.gap != " ":
        return False
    if behind.folded in _SPANS:
        return True
    if row.type is ValueType.PERCENT:
        return behind.folded in COUNT_NOUNS - {"phan", "diem"}
    if row.unit in _PROCEDURES:
        two = tuple(word.folded for word in message.words[piece.spot.last : piece.spot.last + 2])
        return two == _DOSSIERS
    return behind.folded in (_SETS if row.unit == "Người" else _PERSONS if row.unit == "Văn bản" else ())


def counts_both(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a number counts things of two rows together: "8 phòng chuyên môn và thanh tra sở"."""
    behind = [place for place in piece.label if place >= piece.spot.last]
    cut = next((at for at, place in enumerate(behind) if at and message.words[place].folded in _AND), None)
    if cut is None or found.best is None:
        return False
    before = [place for place in (*piece.header, *piece.label) if place < piece.spot.first]
    alone = match(message.said_at([*before, *behind[:cut]], reader), reader=reader, headings=False)
    if before:  # "thanh tra 2 sở và huyện"
        return alone.best is not None and alone.is_alone and alone.best != found.best
    return alone.best is not None and alone.is_full and found.best not in alone.rivals


def counts_rest(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a number counts what is left of what the row counts, or was planned: "còn 1 vấn đề thanh tra".

    Of what exists, what is left is all.
    """
    if found.best is None or reader.catalogue.row(found.best).measure is Measure.STOCK or piece.spot.in_words:
        return False
    before = tuple(word.folded for word in message.words[max(piece.spot.first - 2, 0) : piece.spot.first])
    if before == _PLANNED and _PLAN not in reader.known[found.best].label:
        leading = message.words[piece.spot.first - len(before) - 1].folded if piece.spot.first > len(before) else ""
        return leading not in _OF  # "nhiệm vụ đã hoàn thành trong kế hoạch 20"
    return before[-1:] == (_LEFT,) or (before[:1] == (_LEFT,) and before[1] in _LEFT_OVER)
