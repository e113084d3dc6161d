"""Where a message says a value: numbers, fractions, numbers in words; answers in words are found by `answers`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.understanding.message import Message
from bot.understanding.number_mentions import Kind, find_numbers
from bot.understanding.periods import STANDARDS
from bot.understanding.text import has_accents

_ORDINAL_BEFORE = frozenset({"thu", "dieu", "khoan", "bieu", "lan", "tang", "cau", "iso", "trang"})
_YEAR_LENGTH = 4  # "ISO 9001:2015"
_AT_ROOM = frozenset({"hop", "tai", "o", "len", "xuong", "qua", "sang", "gap", "vao", "toi", "den", "ve", "truc"})
_BELONGING = frozenset({"thuoc", "cua", "tai"})
_CLOCK_AFTER = frozenset({"gio", "h", "thang", "tuan"})
_AGO = re.compile(r"(?:nam|quy|thang|tuan|ky) (?:truoc|nay|qua|gan|lien|vua|lai)")  # "2 năm trước"
_REPLACED = re.compile(r"\bkhong phai(?: la)? $|\bchu khong(?: la)? $|\bthay (?:vi|cho) $")
_LEVEL = re.compile(  # what follows these words is a level of online service, no count: "dvctt 3,4", "muc do 3 4"
    r"\b(?:muc do|muc|md|cap do|(?<!tien )do|level|lv) (?:3|4|34|3[,.]4"
    r"|[34] (?:va |voi |hoac |hay |lan |cong |den |md ?|muc do |muc )?[34])$"
    r"|\b(?:dvctt|dvc tt|(?:dvc|dich vu(?: cong)?) (?:truc tuyen|online|tt)|dvc) (?:3|4|34|3[,.]4|3 (?:va |voi )?4)$"
    r"|\b(?:truc tuyen|online|tt) (?:34|3[,.]4|3 (?:va |voi )4)$"
)
_DECREES = re.compile(
    r"\b(?:hop dong|hd|hdld|nghi dinh|nd)(?: theo)?(?: nghi dinh| nd)?(?: so)? (?:68|161|111|108|116)$"
)  # hợp đồng 68
_DIRECTIVES = re.compile(r"\b(?:chi thi|ct)(?: so)?(?: (?:va |cung )?\d+)+$")  # "chỉ thị 10 và 26"
_NAMES_BEHIND = frozenset({"phan", "cua"})  # một phần, một cửa
_SCALES = frozenset({"nghin", "ngan", "trieu", "ty", "ti"})
_CENTRE = ("trung", "tam")
_SELF = "tu"
_ON_ITS_OWN = frozenset({"chu", "lo", "nuoi", "dam", "bao", "trang", "tuc", "can"})  # tự chủ, tự lo
_BECOMES = frozenset({"thanh", "sang", "lai"})
REPLACING = frozenset({"thanh", "sang", "phai", "thay"})  # "từ 80 thành 88", "702 chứ không phải 720"
MISTAKEN = frozenset({"nham", "lon", "quen", "lom"})  # "38 à nhầm 39"
_SLIP_OF_TONGUE = MISTAKEN | {
    "a",
    "ah",
    "u",
    "ua",
    "y",
    "oi",
    "i",
    "em",
    "xin",
    "loi",
    "la",
    "phai",
    "sua",
    "lai",
    "roi",
    "moi",
    "dung",
}
CORRECTING = _SLIP_OF_TONGUE | {"chu", "khong"}
_DAY_OF = frozenset({"den", "toi", "tu", "truoc", "sau", "het", "hom"})  # "đến 15/12"
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2])")
_ARROW = re.compile(r"[-=]+>|→|⇒")
_QUARTER_OR_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])\s?/\s?20[1-4]\d")  # 3/2022 is a time, whatever stands before it
_CLAUSE = re.compile(r"[,;\n\t]|\.\s|\s[-–—]\s")
_BEFORE = 6  # words in which "chứ không phải" may stand


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in words `first` to `last` (half-open); `raw` as typed. `kind` GARBLED: meant as a number, but is none."""

    kind: Kind
    first: int
    last: int
    raw: str
    is_percent: bool = False
    is_doubtful: bool = False  # one number word without accents or mended: "ba" may be "bà", "bha" "nha"
    in_words: bool = False  # an answer such as "rồi", "chưa có số liệu"
    speaks: bool = False  # an answer whose words name the row too: "đã phê duyệt"
    mended: str = ""  # `raw` without its slips, when it has any

    @property
    def meant(self) -> str:
        """What is read: `raw` as it was meant."""
        return self.mended or self.raw


def find_spots(message: Message) -> tuple[Spot, ...]:
    """Numbers of a message that may be values, in order."""
    taken = _taken(message)
    found = []
    for mention in find_numbers(message.words, taken=taken):
        if _is_ordinal(message, mention.first) or _is_named(message, mention.last) or _is_replaced(message, mention.first):
            continue
        said = mention.value
        if said.in_words and mention.last == mention.first + 1 and _is_belonging(message, mention.first):
            continue
        if said.in_words and _is_in_name(message, mention.first, mention.last):
            continue
        if _QUARTER_OR_MONTH.fullmatch(said.raw) or _is_day(message, mention.first, said.raw):
            continue
        is_plain = not has_accents(message.text) or not message.is_typed(mention.first, mention.last)
        is_doubtful = said.in_words and mention.last == mention.first + 1 and is_plain
        is_doubtful = is_doubtful or (said.in_words and said.kind is Kind.GARBLED)
        is_doubtful = is_doubtful or _has_mended_scale(message, mention.first, mention.last)
        raw = said.raw if message.is_typed(mention.first, mention.last) else message.typed(mention.first, mention.last)
        mended = "" if raw == said.raw else said.raw
        found.append(Spot(said.kind, mention.first, mention.last, raw, said.is_percent, is_doubtful, mended=mended))
    return tuple(spot for place, spot in enumerate(found) if not _becomes(message, spot, found[place + 1 : place + 2]))


def _has_mended_scale(message: Message, first: int, last: int) -> bool:
    """Whether a word that multiplies was mended: "14 nghdn" may be "14 nghen"."""
    return any(message.words[at].folded in _SCALES and not message.is_typed(at, at + 1) for at in range(first, last))


def _becomes(message: Message, spot: Spot, after: Sequence[Spot]) -> bool:
    """The 80 of "từ 80 thành 88", "80 -> 88"."""
    if not after:
        return False
    between = [message.words[place].folded for place in range(spot.last, after[0].first)]
    if between:
        return set(between) <= _BECOMES or (set(between) <= _SLIP_OF_TONGUE and not MISTAKEN.isdisjoint(between))
    return bool(_ARROW.search(message.words[after[0].first].gap))


def _taken(message: Message) -> Collection[int]:
    """Words that periods, agencies, dates and the numbers of directives ("chỉ thị 10 và 26") hold."""
    free = set(message.free)
    named = {place for mark in message.marks for place in range(mark.first, mark.last)}
    return [place for place in range(len(message.words)) if place not in free or place in named]


def _is_day(message: Message, first: int, raw: str) -> bool:
    """The 15/12 of "tính đến 15/12"."""
    before = [word.folded for word in message.words[max(first - 2, 0) : first]]
    is_day_of = bool(before) and (before[-1] in _DAY_OF or before == ["tinh", "dem"])  # a slip of "tính đến"
    return is_day_of and bool(_DAY.fullmatch(raw))


def _is_belonging(message: Message, first: int) -> bool:
    """The "ba" of "thuộc ba", which was "thuộc ban": nobody says what belongs to whom and means a figure."""
    return first > 0 and message.words[first].gap == " " and message.words[first - 1].folded in _BELONGING


def _is_in_name(message: Message, first: int, last: int) -> bool:
    """The "tam tu" of "trung tam tu chu", which are no 84."""
    words = message.words
    before = words[first - 1].folded if first and words[first].gap == " " else ""
    behind = words[last].folded if last < len(words) and words[last].gap == " " else ""
    return (before, words[first].folded) == _CENTRE or (words[last - 1].folded == _SELF and behind in _ON_ITS_OWN)


def _is_ordinal(message: Message, first: int) -> bool:
    """The 5 of "tầng 5", "lần 2", "14 giờ"."""
    words = message.words
    before = words[first - 1].folded if first else ""
    is_site = before == "trang" and first > 1 and words[first - 2].folded == "chuyen"  # "chuyên trang 3" counts
    if (words[first].gap == " " and before in _ORDINAL_BEFORE and not is_site) or (
        words[first].gap.strip() in {":", "-"} and len(words[first].folded) == _YEAR_LENGTH and before in STANDARDS
    ):
        return True
    if before == "phong" and (words[first - 2].folded in _AT_ROOM if first > 1 else len(words) == first + 1):
        return True  # "họp phòng 3"
    behind = " ".join(word.folded for word in words[first + 1 : first + 3])
    return behind.split(" ")[0] in _CLOCK_AFTER or bool(_AGO.fullmatch(behind))


def _is_named(message: Message, last: int) -> bool:
    """The 3,4 of "dịch vụ công trực tuyến 3,4", the 26 of "chỉ thị 10 và 26", the 1 of "tự chủ 1 phần"."""
    words = message.words
    line = " ".join(word.folded for word in words[max(0, last - _BEFORE) : last])
    beside = [at for at in (last - 2, last - 1) if 0 <= at < len(words) - 1]
    levels = [at for at in beside if (words[at].folded, words[at + 1].folded) == ("3", "4")]
    if any(words[at + 1].gap.strip() != "/" or _goes_on_to_number(message, at + 2) for at in levels):
        return True  # "mcu 3 4": two levels whatever the word before them; "đúng tiến độ 3/4" is a share
    if words[last - 1].folded == "1" and last < len(words) and words[last].folded in _NAMES_BEHIND:
        return last + 1 == len(words) or words[last + 1].folded != "tram"
    return bool(_LEVEL.search(line) or _DIRECTIVES.search(line) or _DECREES.search(line))


def _goes_on_to_number(message: Message, first: int) -> bool:
    """Whether a number follows in the same clause: "tthc 3/4 đang cung cấp 30"."""
    for word in message.words[first:]:
        if _CLAUSE.search(word.gap):
            return False
        if word.folded[0].isdigit():
            return True
    return False


def _is_replaced(message: Message, first: int) -> bool:
    """The 720 of "702 chứ không phải 720"."""
    before = " ".join(word.folded for word in message.words[max(0, first - _BEFORE) : first]) + " "
    return bool(_REPLACED.search(before))
