"""Where a message says a value: numbers, fractions, numbers in words; never dates, periods, document numbers, levels or bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.message import Message
from bot.understanding.number_words import NUMBER_WORDS, number_from_words
from bot.understanding.text import Word

_ESTIMATES = frozenset({"uoc", "khoang", "chung", "tinh", "xap", "xi", "dat", "tam"})
_FIRST_ESTIMATES = frozenset({"uoc", "khoang", "xap", "tam", "chung"})
_SCALES = frozenset({"nghin", "ngan", "trieu", "k", "tr"})
_LEVEL_BEFORE = frozenset({"do", "md", "muc", "dvctt", "tuyen", "mdo", "level", "dvc", "loai", "cap"})
_LEVEL = re.compile(r"[34]|3[.,]4")
_SPENDING_AFTER = frozenset({"chi", "kinh", "tthc", "hoan"})
_SIGNIFICANT = frozenset({"muoi", "tram", "nghin", "ngan", "trieu", "ruoi", "chuc"})
_MIXED = re.compile(r"\d+[a-z]+\d*[a-z0-9]*|[a-z]+\d+[a-z]+\d*")
_CODE_WORD = re.compile(
    r"q[1-4]|\d{1,2}t|\d+k\d*|\d+tr\d*|m?d[34]|md34|t\d{1,2}|ct\d+|\d{4}q\d|iso\d*|nd\d+|\d+h\d*|tcvn\w*|\d+g\d*"
)
_ORDINALS = frozenset({"thu", "dieu", "khoan", "bieu", "lan", "tang", "cau"})
_REPLACED = re.compile(
    r"(?:chu (?:ko|khong|k|hong|hok|chang)(?: phai(?: la)?)?|khong phai(?: la)?|ko phai(?: la)?|thay vi|thay cho) $"
)
_NUMBER = "number"


class SpotKind(StrEnum):
    """What stands there."""

    NUMBER = "number"
    FRACTION = "fraction"
    BROKEN = "broken"  # digits and letters mixed: no number, but meant as one


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in words `first` to `last` (half-open); `raw` as typed."""

    kind: SpotKind
    first: int
    last: int
    raw: str


def find_spots(message: Message, *, inside: Sequence[int]) -> tuple[Spot, ...]:
    """Values among the words at the places `inside`, in order."""
    words = message.words
    named = {place for mark in message.marks for place in range(mark.first, mark.last)}  # "chỉ thị 10 và 26"
    allowed = set(inside) - named
    found: list[Spot] = []
    place = 0
    while place < len(words):
        spot = _spot_at(message, place, allowed) if place in allowed else None
        if spot is not None and not _is_replaced(message, spot.first):
            found.append(spot)
        place = spot.last if spot is not None else place + 1
    return tuple(found)


def _spot_at(message: Message, place: int, allowed: set[int]) -> Spot | None:
    words = message.words
    word = words[place]
    if word.is_number:
        if _is_level(words, place) or _is_bullet(message, place) or _belongs_to_label(words, place):
            return None
        return _number(message, place, allowed)
    if word.folded[0].isdigit() and re.fullmatch(r"\d+(?:k|tr)\d{0,3}", word.folded):
        return _grown(message, SpotKind.NUMBER, place, place + 1)
    if word.folded in NUMBER_WORDS:
        last = place
        while (
            last < len(words)
            and last in allowed
            and words[last].folded in NUMBER_WORDS
            and (last == place or words[last].gap == " ")
        ):
            last += 1
        said = [each.folded for each in words[place:last]]
        if _SIGNIFICANT & set(said) and len(said) > 1 and number_from_words(said) is not None:
            return _grown(message, SpotKind.NUMBER, place, last)
        return None
    if _MIXED.fullmatch(word.folded) and not _CODE_WORD.fullmatch(word.folded) and any(char.isdigit() for char in word.folded):
        return Spot(SpotKind.BROKEN, place, place + 1, word.text)
    return None


def _number(message: Message, place: int, allowed: set[int]) -> Spot | None:
    """A number with what belongs to it: thousands after a space, scale, percent sign, the other half of a fraction."""
    words = message.words
    last = place + 1
    while (
        last < len(words)
        and last in allowed
        and words[last].gap == " "
        and re.fullmatch(r"\d{3}", words[last].folded)
        and re.fullmatch(r"\d{1,3}", words[place].folded)
    ):
        last += 1
    if last < len(words) and last in allowed and words[last].is_number and words[last].gap.strip() == "/":
        return _grown(message, SpotKind.FRACTION, place, last + 1)
    if last < len(words) and words[last].folded in {"tren"} and last + 1 < len(words) and words[last + 1].is_number:
        return _grown(message, SpotKind.FRACTION, place, last + 2)
    if last < len(words) and words[last].folded in _SCALES and words[last].gap in {" ", ""}:
        last += 1
        if last < len(words) and words[last].folded == "ruoi":
            last += 1
    return _grown(message, SpotKind.NUMBER, place, last)


def _grown(message: Message, kind: SpotKind, first: int, last: int) -> Spot:
    """With the percent sign behind and the sign or "ước khoảng" before."""
    words = message.words
    if last < len(words) and words[last].folded == "%":
        last += 1
    elif last + 1 < len(words) and (words[last].folded, words[last + 1].folded) == ("phan", "tram"):
        last += 2
    start = words[first].start
    gap = words[first].gap
    if gap.endswith(("-", "~", "≈")) and (
        len(gap) == 1 and first == 0 or gap[-2:-1].isspace() or gap[:-1].strip(" ") in {":", "="}
    ):
        start = message.text.rfind(gap[-1] if gap[-1] != "-" else message.text[start - 1], 0, start)
    begin = first
    while begin > 0 and words[begin - 1].folded in _ESTIMATES and words[begin].gap == " ":
        begin -= 1
    while begin < first and words[begin].folded not in _FIRST_ESTIMATES:
        begin += 1
    if begin < first:
        return Spot(kind, begin, last, message.text[words[begin].start : words[last - 1].end])
    return Spot(kind, first, last, message.text[start : words[last - 1].end])


def _is_level(words: Sequence[Word], place: int) -> bool:
    """The 3 and 4 of "mức độ 3", "mức độ 3 và 4", "dvctt 3,4"."""
    if not _LEVEL.fullmatch(words[place].folded):
        return False
    before = [word.folded for word in words[max(0, place - 3) : place]]
    if not before:
        return False
    if before[-1] in _LEVEL_BEFORE or before[-1].endswith("mucdo"):
        return True
    if before[-1] in {"va", "voi"} and len(before) > 1:
        return bool(_LEVEL.fullmatch(before[-2]))
    return words[place - 1].is_number and "," in words[place].gap and place > 1 and words[place - 2].folded in _LEVEL_BEFORE


def _is_bullet(message: Message, place: int) -> bool:
    """The 1 of "1. Kế hoạch …" or "2) …" at the start of a line."""
    words = message.words
    starts_line = place == 0 or "\n" in words[place].gap
    if not starts_line or place + 1 >= len(words):
        return False
    gap = words[place + 1].gap
    return bool(re.match(r"\s*[.)]\s|\s*[.)]$|\t|\s*/\s", gap)) and not words[place + 1].is_number


def _belongs_to_label(words: Sequence[Word], place: int) -> bool:
    """The 100 of "tự chủ 100% chi thường xuyên", the 5 of "tầng 5"."""
    after = [word.folded for word in words[place + 1 : place + 3]]
    if (
        words[place].folded == "100"
        and after
        and ((after[0] == "%" and after[1:] and after[1] in _SPENDING_AFTER) or after[0] == "chi")
    ):
        return True
    if place and words[place - 1].folded in _ORDINALS and words[place].gap == " ":
        return True
    if place and words[place - 1].folded == "iso":
        return True
    return bool(after) and after[0] in {"gio", "h"}


def _is_replaced(message: Message, first: int) -> bool:
    """The 720 of "702 chứ không phải 720"."""
    before = " ".join(word.folded for word in message.words[max(0, first - 6) : first]) + " "
    return bool(_REPLACED.search(before))
