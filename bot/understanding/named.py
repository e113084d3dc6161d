"""Whether a row is called by what it is about, and not only by a word that happens to stand in one of its names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from bot.domain.catalogue import IndicatorId, RowKind, ValueType
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import LinePattern
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.number_slips import may_be_not_yet
from bot.understanding.people import counts_no_people
from bot.understanding.reader import Known, Reader

_ANYTHING = {"viec", "vu"}  # "việc chuyển đổi", "mấy vụ": they name nothing that a form counts
_NEVER_ALONE = frozenset({"chidautu", "theodoi", "tichhop"})  # "tiền xây dựng trụ sở": what a unit pays for, said of much else
_LIGHT = 1.0  # weight of words like "đã", "tổng", "văn bản", which call no row by themselves


_SHARE = "tyle"
BELOW = {"dvsn": "tructhuoc", "tochuchc": "tructhuoc"}  # bodies below an agency
_CALLED_WHOLLY = 0.98  # share of the words that the row answered must explain
_INCLUDING = LinePattern(r"\b(?:tinh|ke|gom|lay|cong)(?: luon| ca)+\b|\bluon ca\b|\bbao gom\b")  # "tính luôn nộp trực tiếp"
_BOTH = LinePattern(r"\b(?:ca|lan|luon|hai|kem|song song|cung|vua)\b")  # "cả bản giấy lẫn bản mạng"
_DENYING = frozenset({"khỏi", "khoi", "miễn", "mien"})  # besides "không", "chưa"; not "khối", "miền"
_PAID = frozenset({"dong", "nop", "ton", "mat", "tra", "thu", "phi", "le"})  # what "khoi" and "mien" without accents deny
_LEADING = frozenset({"co", "bi", "duoc", "qua", "bang", "nop", "con", "phai", "he", "giai", "thu"})
_NOT_YET, _HAS, _BESIDES = "chua", "co", "ngoai"
_UNDONE = re.compile(
    rf"\b{_NOT_YET} (?:(?:duoc|bi|he|the|kip|co|phai|ai|chiu|cho|thay|noi nao|dua|lam) )*"
    r"(?:hoan thanh|xong|thuc hien|lam|tra(?! cuu)|xu ly|giai quyet|kiem tra"
    r"|thanh tra|trien khai|khac phuc|chan chinh|dao tao|boi duong|tap huan|ban hanh|tham muu|ra soat"
    r"|cong khai|cong bo|niem yet|duyet|phe duyet|cap|tich hop|ket noi|cung cap|tiep nhan|tuyen|bo nhiem|luan chuyen"
    r"|sua|ra(?! (?:sao|the nao|rang))|dung toi|dung den|ro toi|xuong|chuyen|di hoc|nhan|len|dien tu"
    r"|(?:toi|den)(?! (?:dau|cuoi|han|ky|quy|thang|nam|ngay|\d))"
    r"|tinh gian|cat giam|sap xep|tu chu|chuyen doi|dien tu hoa|thanh toan|phat sinh (?:ho so|hs))\b"
)
_LEFT_OFF = re.compile(  # on the way: "lấy phiếu mà không thu lại được"
    r"\bbo (?:do|ngang|giua chung)\b|\bdang do(?: (?:a|em|anh|chi|vay))*$"
    r"|\bma (?:van |lai |con |cung )?khong (?:ai |he )?"
    r"(?:di|dung|thu|tra|nhan|lam|hoc|dang|xong|xu ly|giai quyet|thuc hien)\b"
)


def is_undone(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count what is not done yet, and the best row what is: "nhiệm vụ chưa hoàn thành"."""
    if found.best is None or reader.catalogue.row(found.best).type not in {ValueType.COUNT, ValueType.PERCENT}:
        return False
    places = tuple(places)
    words = [_NOT_YET if may_be_not_yet(message, place, reader) else message.words[place].folded for place in places]
    openers = [at for at, word in enumerate(words) if word == _BESIDES or (word == _HAS and words[at - 1 : at] == [_NOT_YET])]
    openers = [at for at in openers if at + 1 < len(words) and message.words[places[at + 1]].gap == " "]
    if any(_is_named_behind(words, places, at, found.best, reader) for at in openers):
        return True
    if _NOT_YET not in words:
        return bool(_LEFT_OFF.search(" ".join(words)))
    says = reader.known[found.best].says
    for token in reader.lexicon.tokens(words):
        if token.name in says and token.last - token.first > 1 and words[token.first] == _NOT_YET:
            words[token.first] = ""  # "chưa tự chủ" is what the row counts
    return bool(_UNDONE.search(" ".join(words)))


def _is_named_behind(words: Sequence[str], places: Sequence[int], at: int, row_id: IndicatorId, reader: Reader) -> bool:
    """Whether what the row counts is named right behind an "ngoài" or "chưa có": "hồ sơ ngoài bưu điện", "chưa có email"."""
    known = [token for token in reader.lexicon.tokens(words) if token.last > at and not is_unknown(token.name)]
    if not known or known[0].first > at + 1 or known[0].first < at or known[0].last <= at + 1:
        return False
    is_joined = places[at + 1] == places[at] + 1 and (known[0].first > at or words[at] == _HAS)
    return is_joined and known[0].name in reader.known[row_id].label and known[0].name not in reader.counted


def is_contrary(found: Found, said: Iterable[str], reader: Reader) -> bool:
    """Whether what was said is told apart everywhere, and not what the best row says: "giải quyết không kịp hẹn"."""
    if found.best is None or reader.catalogue.row(found.best).kind is not RowKind.INDICATOR:
        return False
    says = reader.known[found.best].says
    return any(
        name in reader.lexicon.strict and name not in says and reader.lexicon.opposites[name].isdisjoint(said) for name in said
    )


def is_denied(found: Found, free: Sequence[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `free` are of those that are not what the row counts: "thủ tục không thu phí", "chưa đổi ghế"."""
    if found.best is None or reader.catalogue.row(found.best).type not in {ValueType.COUNT, ValueType.PERCENT}:
        return False
    words = [message.words[place].folded for place in free]
    tokens = [token for token in reader.lexicon.tokens(words) if not is_unknown(token.name)]
    named = {place for token in tokens if token.last - token.first > 1 for place in range(token.first, token.last)}
    known = reader.known[found.best]
    for at in range(len(words) - 1):
        if not _is_denying(message, free[at]) or at in named or message.words[free[at + 1]].gap != " ":
            continue
        first = at + 1 + (words[at + 1] in _LEADING)
        if first >= len(words) or message.words[free[first]].gap != " ":
            continue
        denied = [token.name for token in tokens if token.first == first or (token.first <= at + 1 < token.last)]
        if any(
            name in known.label | known.own and reader.weight(name) > _LIGHT and name not in reader.counted for name in denied
        ):
            return True
    return False


def _is_denying(message: Message, place: int) -> bool:
    word, behind = message.words[place], message.words[place + 1 : place + 2]
    if word.folded in {"khong", _NOT_YET}:
        return True
    typed = unicodedata.normalize("NFC", word.text.casefold())
    return typed in _DENYING and (typed != word.folded or any(each.folded in _PAID for each in behind))


def is_named(found: Found, said: Iterable[str], reader: Reader) -> bool:
    """Whether the best row shares a concept of weight with what was said: "số điện thoại" names no row."""
    if found.best is None:
        return False
    says = reader.known[found.best].says
    named = {name for name in said if name in says and not is_unknown(name) and reader.weight(name) > _LIGHT}
    return not named <= _NEVER_ALONE


def counts_another(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count what the best row does not, or not alone.

    "hồ sơ quá hạn" are no tasks done late, "hồ sơ trực tiếp" not those of a row that counts "cả trực tiếp và trực tuyến".

    A row called by its full name is meant whatever else is said.
    """
    if found.best is None:
        return False
    if counts_no_people(found, places := tuple(places), message, reader):
        return True
    known = reader.known[found.best]
    said = message.said_at((place for place in places if message.words[place].folded not in _ANYTHING), reader)
    is_part = 0 < len(known.joined.intersection(said)) < len(known.joined)
    if (
        is_part
        and found.is_alone
        and not (_INCLUDING.search(message.line) or _BOTH.search(message.line) or "+" in message.text)
    ):
        return True
    if found.is_full:
        return False
    counted = reader.counted.intersection(said)
    return known.row.type is ValueType.COUNT and bool(counted) and counted.isdisjoint(known.says)


def flag_done(said: Sequence[str], among: Collection[IndicatorId], reader: Reader) -> Found | None:
    """The Có/Không row called by what was said without "xong", which answers it: "đánh giá nội bộ làm xong rồi"."""
    found = match(said, reader=reader, among=among)
    if found.best is None or not found.is_alone or found.explained < _CALLED_WHOLLY:
        return None
    return found if reader.catalogue.row(found.best).type is ValueType.FLAG else None


def left_out(found: Found, message: Message, reader: Reader) -> list[tuple[int, int]]:
    """What a message leaves out (ranges of words) and the best row does not by itself.

    "thủ tục mức 3, đừng cộng mức 4", "số văn bản, không lấy tỷ lệ" leave out what the row never counted.
    """
    if not message.excluded or found.best is None:
        return list(message.excluded)
    known = reader.known[found.best]
    says = known.core | known.heading
    kept = []
    for first, last in message.excluded:
        said = {name for name in message.said_at(range(first, last), reader) if name not in reader.lexicon.hints}
        apart = {name for name in said if _is_apart(name, known, says, reader)}
        if not apart or not said - apart <= says:
            kept.append((first, last))
    return kept


def _is_apart(name: str, known: Known, says: frozenset[str], reader: Reader) -> bool:
    """Whether the row is told from another by not saying this."""
    if name == _SHARE:
        return known.row.type is not ValueType.PERCENT
    against = reader.lexicon.opposites.get(name, frozenset()) | reader.lexicon.opposites.get(BELOW.get(name, ""), frozenset())
    return name not in says and not against.isdisjoint(says)


def within_section(
    said: Sequence[str], among: frozenset[IndicatorId] | None, message: Message, reader: Reader
) -> frozenset[IndicatorId] | None:
    """Those of the rows that stand in the section which the message names; None when it names none or none there fits."""
    if message.section is None:
        return None
    rows = frozenset(row.id for row in reader.catalogue.below(message.section))
    inside = rows if among is None else rows & among
    return inside if match(said, reader=reader, among=inside).explained >= reader.thresholds.store_explained else None
