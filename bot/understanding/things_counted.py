"""What stands right behind a number, beside what its row counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.catalogue import IndicatorId, Measure, ValueType
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.number_mentions import Kind
from bot.understanding.people import counts_bodies, counts_people
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import EntryValue

_SPANS = frozenset({"ngay", "gio", "phut", "buoi", "lop", "khoa", "dot", "lan", "doan"})  # "rút ngắn 3 ngày"
_RECEIVED = ("tiep", "nhan")
_AND = frozenset({"va", "voi", "cung", "cong"})
_PLANNED, _PLAN = ("ke", "hoach"), "kehoach"
_OF = frozenset({"trong", "cua", "thuoc", "so"})
_LEFT, _LEFT_OVER = "con", frozenset({"lai", "ton", "no", "du", "thieu", "khoang"})
_PROCEDURES, _DOSSIERS = frozenset({"TTHC", "Thủ tục"}), ("ho", "so")  # "sớm hơn hạn 5 hồ sơ" shortens no procedure
_PERSONS = frozenset({"nguoi"})  # "đề nghị xử lý 3 người"
_SHARE, _NUMBER_OF = "tyle", "so"
_IN_A_HUNDRED = frozenset({"dat", "tram", "muc", "diem", "chiem", "bang"})  # "hồ sơ đúng hạn đạt 98"
_COUNTED = frozenset({"phieu"})  # beside what rows count
_MACHINES = re.compile(r"\bmay (?:vi )?tinh\b|\bmay$")
_MACHINES_SAY = "cntt"
_ROOMS = re.compile(r"\bphong (?:lam viec|hop|tiep dan|truc)\b")
_THINGS = re.compile(r"(?:may|bang ten|khoa(?= phong)|xe|quat|ban ghe|(?:cuoc|doan)(?= (?:thanh|kiem) tra)) [a-z]")
_SCALES = frozenset({"chuc", "tram", "nghin", "ngan", "trieu", "ty"})
_SHORT_NAME = 2  # words
_SETS = frozenset({"bo", "cai", "chiec", "may"})


def counts_otherwise(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a number counts what the best row does not, not alone, or not all of."""
    return _is_cut_off(piece, message) or any(
        counts(found, piece, message, reader)
        for counts in (
            _counts_things,
            _counts_both,
            _counts_rest,
            _counts_of_share,
            _counts_machines,
            _counts_named,
            _counts_belongings,
        )
    )


def _counts_things(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
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


def _counts_both(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
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


def _counts_rest(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
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


def _counts_of_share(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a whole number stands behind what is counted, though the row is a share: "hồ sơ đúng hạn 30"."""
    if found.best is None or reader.catalogue.row(found.best).type is not ValueType.PERCENT or not _is_plain(piece):
        return False
    before = [place for place in piece.label if place < piece.spot.first]
    said = message.said_at(before, reader)
    if _SHARE in said or not _IN_A_HUNDRED.isdisjoint(message.words[place].folded for place in before):
        return False
    return not _COUNTED.union(reader.counted).isdisjoint(said) or any(
        message.words[place].folded == _NUMBER_OF and message.words[place + 1].gap == " " for place in before[:-1]
    )


def is_share_or_count(
    earlier: EntryValue, values: Sequence[EntryValue], message: Message, piece: Piece, reader: Reader
) -> bool:
    """Whether a share without "%" may count a part of the figure right before it: "hồ sơ nhận 50, đúng hạn 48"."""
    if earlier.figure is None or earlier.figure.number is None or not _is_plain(piece) or not piece.on_line:
        return False
    places = (*piece.header, *piece.label)
    if _SHARE in message.said_at(places, reader) or not _IN_A_HUNDRED.isdisjoint(message.words[at].folded for at in places):
        return False
    counted = next((reader.catalogue.row(each) for each in _rows_of(earlier)), None)
    if counted is None or counted.type is not ValueType.COUNT:
        return False
    return any(
        value.indicator is not None
        and reader.catalogue.row(value.indicator).type is ValueType.PERCENT
        and reader.catalogue.row(value.indicator).parent == counted.parent
        and value.figure is not None
        and value.figure.number is not None
        and value.figure.number <= earlier.figure.number
        for value in values
    )


def _rows_of(value: EntryValue) -> Sequence[IndicatorId]:
    return [value.indicator] if value.indicator is not None else [each.indicator for each in value.candidates]


def _is_plain(piece: Piece) -> bool:
    """Whether the value is a whole number without a percent sign."""
    spot = piece.spot
    return spot.kind is Kind.NUMBER and not spot.in_words and not spot.is_percent and spot.raw.strip().isdigit()


def _counts_machines(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether machines are counted where the row counts the people at them: "máy tính 02"."""
    if found.best is None or piece.spot.in_words or not counts_people(found.best, reader):
        return False
    words = [message.words[place].folded for place in piece.label]
    before = sum(place < piece.spot.first for place in piece.label)
    if not _MACHINES.search(" ".join(words[:before])):
        return False
    return {*message.said_at(piece.label, reader)} - reader.lexicon.hints <= {_MACHINES_SAY}


def _counts_named(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether the figure behind two names belongs to the last, which calls another row by itself: "phòng, chi cục 5"."""
    before = [place for place in piece.label if place < piece.spot.first]
    comma = next((at for at in range(len(before) - 1, 0, -1) if "," in message.words[before[at]].gap), None)
    if comma is None or comma > _SHORT_NAME or not _is_plain(piece) or piece.header or found.best is None:
        return False
    last = match(message.said_at(before[comma:], reader), reader=reader, headings=False)
    return last.is_alone and last.is_full and last.best != found.best


def _counts_belongings(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether rooms to work in, or what people and offices have, are counted instead: "phòng làm việc 12", "máy lãnh đạo 5"."""
    if found.best is None or piece.spot.in_words:
        return False
    said = " ".join(message.words[place].folded for place in piece.label)
    if counts_bodies(found.best, reader) and _ROOMS.search(said):
        return True
    is_before = all(place < piece.spot.first for place in piece.label)  # "đoàn kiểm tra 5 phòng" went to five
    return is_before and (counts_bodies(found.best, reader) or counts_people(found.best, reader)) and bool(_THINGS.match(said))


def _is_cut_off(piece: Piece, message: Message) -> bool:
    """Whether the line ends behind a number and the next begins with its scale: "hồ sơ tiếp nhận 5", below it "trăm"."""
    behind = message.words[piece.spot.last : piece.spot.last + 2]
    if not behind or piece.spot.in_words or "\n" not in behind[0].gap or behind[0].folded not in _SCALES:
        return False
    return len(behind) == 1 or behind[1].gap != " " or behind[1].folded in COUNT_NOUNS - {"phan"}  # not "triệu tập họp"
