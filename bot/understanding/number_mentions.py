"""Numbers standing in a message: where they are, how much of the text says them, what they count.

What a number is worth depends on the row it is for (4.968), so a mention keeps its wording for `numbers.read_figure`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.document_marks import find_document_marks
from bot.understanding.levels import levels_end
from bot.understanding.number_words import NUMBER_WORDS, number_from_words, number_with_scale
from bot.understanding.text import Mention, Word, has_accents


class Kind(StrEnum):
    """What kind of number it is."""

    NUMBER = "number"
    FRACTION = "fraction"  # 13/22, 13 trên 22
    GARBLED = "garbled"  # digits and letters that say nothing: 12x4


@dataclass(frozen=True, slots=True)
class Said:
    """A number as said. `raw` is the wording with "ước", "-" and "%"; `unit` the folded noun behind it ("nguoi"), or ""."""

    raw: str
    kind: Kind = Kind.NUMBER
    unit: str = ""
    is_percent: bool = False
    is_estimate: bool = False
    is_negative: bool = False
    in_words: bool = False


SCALES = {"nghin", "ngan", "trieu", "tram", "chuc", "ty", "k", "tr"}
_BILLION, _RATE = frozenset({"ty", "ti"}), "le"
_ESTIMATES = {"uoc", "khoang", "chung", "gan", "hon", "xap", "xi", "tinh", "tam", "du", "kien", "dat", "thuc", "hien"}
_ESTIMATE_HEADS = {"uoc", "khoang", "chung", "gan", "hon", "xap", "tam"}
_ESTIMATE_PAIRS = {("du", "kien"), ("tam", "tinh")}
_SPELT_ESTIMATES = {"tam": {"tam", "tạm", "tầm"}, "gan": {"gan", "gần"}, "hon": {"hon", "hơn"}, "du": {"du", "dự"}}
_ESTIMATED_BEHIND = re.compile(r"\(?(?:so )?(?:uoc|uoc tinh|uoc dat|tam tinh|du kien|so uoc)\)?")
_POINTS = {"phay", "cham"}  # 97 phẩy 2
_VALUE_FOLLOWS = re.compile(r"[:=]")
_OWN_FINANCE = {"chu"}  # tự chủ 100 %: with "100 % chi thường xuyên" part of an indicator's name
_OF_SPENDING = frozenset({"chi", "ctx", "tx"})
_GARBLED = re.compile(r"\d+[a-z]+\d*|\d+[a-z]\w*")
_CODE = re.compile(r"\d{1,4}t|\d{1,3}(?:st|nd|rd|th)|20\d\d[a-z]\d?|\d{1,2}h(?:\d\d)?")  # 6t, 4t, 2022q3, 8h30
_SPACED_THOUSANDS = re.compile(r"\d{3}")
_LONGEST_IN_WORDS = 18  # words
_BULLET_GAP = re.compile(r"[.)](?:\s|$)|\.$|\)$")
_PARTED = frozenset({"tren", "trong"})  # 13 trên 22, 13 trong tổng số 22
_PAIRED = re.compile(r"\s?/\s?")

# Written with accents, a word is a number word only with these; without accents the folded word decides.
_SPELLINGS = """
không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn triệu tỷ tỉ linh lẻ rưỡi phẩy chấm
"""
_SPELT = frozenset(_SPELLINGS.split())
_TENS_ONLY = unicodedata.normalize("NFC", "mươi")
_ALONE = frozenset({"mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"})
_SPANS = frozenset({"quy", "ky", "nam", "thang"})
_OF_A_YEAR = frozenset({"trong", "hoach", "kh", "dau", "cuoi", "ca", "hang", "tung", "theo", "moi"})
_NOT_COUNTED = {"cua", "phan", "so", "cach", "cap"}  # một cửa, một phần, một số, một cách, ba cấp


def find_numbers(words: Sequence[Word], *, taken: Collection[int] = ()) -> tuple[Mention[Said], ...]:
    """Numbers in text order, not overlapping.

    Left out: words whose index is in `taken` (periods, agencies), dates and document numbers, list bullets, levels of online
    service ("mức độ 3, 4"), "tự chủ 100 %", codes such as 4T and 6t.
    """
    blocked = {place for mark in find_document_marks(words) for place in range(mark.first, mark.last)} | set(taken)
    accented = has_accents(" ".join(word.text for word in words))
    found: list[Mention[Said]] = []
    place = 0
    while place < len(words):
        if place in blocked or _is_bullet(words, place):
            place += 1
            continue
        after_levels = levels_end(words, place)
        if after_levels > place:
            place = after_levels
            continue
        mention = _number_at(words, place, blocked) or _words_at(words, place, blocked, accented=accented)
        if mention is None:
            place += 1
            continue
        place = mention.last
        found.append(mention)
    return tuple(found)


def _number_at(words: Sequence[Word], first: int, blocked: Collection[int]) -> Mention[Said] | None:
    """A number that starts with a digit, with its thousands, scale, percent and the other part of a fraction."""
    word = words[first]
    if not word.folded[0].isdigit():
        return None
    last = first + 1
    kind = Kind.NUMBER
    if not word.is_number and number_with_scale(word.folded) is None:
        if _CODE.fullmatch(word.folded) or not _GARBLED.fullmatch(word.folded):
            return None
        kind = Kind.GARBLED
    elif word.is_number:
        last = _with_thousands(words, first, blocked)
        last = _with_scale(words, first, last, blocked)
        other = _other_part(words, last, blocked)
        if other > last:
            last, kind = other, Kind.FRACTION
    return _said(words, first, last, kind, blocked)


def _with_thousands(words: Sequence[Word], first: int, blocked: Collection[int]) -> int:
    """The end of `1 327`: groups of three digits, each after one space."""
    last = first + 1
    if len(words[first].folded) > len("999") or not words[first].folded.isdigit() or words[first].folded == "0":
        return last
    while last < len(words) and last not in blocked and words[last].gap in {" ", "\u00a0"}:
        if not _SPACED_THOUSANDS.fullmatch(words[last].folded):
            break
        last += 1
    return last


def _with_scale(words: Sequence[Word], first: int, last: int, blocked: Collection[int]) -> int:
    """The end of `1,2 nghìn`, `2 nghìn 5 trăm`, `3 trăm rưỡi`."""
    if last >= len(words) or words[last].folded not in SCALES | _POINTS or last in blocked or not _goes_on(words[last]):
        return last
    if words[last].folded in _BILLION and last + 1 < len(words) and words[last + 1].folded == _RATE:
        return last  # "150 tỷ lệ hài lòng 97"
    best = last
    for end in range(last + 1, min(len(words), last + 8) + 1):
        if end - 1 in blocked or not _goes_on(words[end - 1]):
            break
        said = [word.folded for word in words[first:end]]
        if number_from_words(said) is not None or number_with_scale(" ".join(said)) is not None:
            best = end
        elif words[end - 1].folded not in NUMBER_WORDS and not words[end - 1].folded.isdigit():
            break
    return best


def _goes_on(word: Word) -> bool:
    """Whether the word stands on the line of the one before, and nothing between them."""
    return not word.gap.strip() and "\n" not in word.gap


def _other_part(words: Sequence[Word], last: int, blocked: Collection[int]) -> int:
    """The end of `/22` or `trên (tổng số) 22`, `trong tổng số 22` behind a number; `last` when there is none."""
    if last >= len(words) or last in blocked:
        return last
    if words[last].is_number and _PAIRED.fullmatch(words[last].gap):
        end = last + 1
        return last if end < len(words) and "/" in words[end].gap else end
    if words[last].folded in _PARTED:
        end = last + 1
        while end < len(words) and words[end].folded in {"tong", "so"} and end < last + 3:
            end += 1
        if end < len(words) and words[end].is_number and end not in blocked and not words[end].gap.strip():
            return end + 1
    return last


def _words_at(words: Sequence[Word], first: int, blocked: Collection[int], *, accented: bool) -> Mention[Said] | None:
    """A number written out. One word alone must count something or stand at the end of its line."""
    if words[first].folded not in NUMBER_WORDS or not _is_spelt(words[first], accented=accented):
        return None
    if accented and unicodedata.normalize("NFC", words[first].text.lower()) == "mươi":  # the rest of "chí mươi bảy"
        return None
    end = first + 1
    while end < min(len(words), first + _LONGEST_IN_WORDS) and end not in blocked and _goes_on(words[end]):
        if words[end].folded not in NUMBER_WORDS or not _is_spelt(words[end], accented=accented):
            break
        end += 1
    for last in range(end, first, -1):
        said = [word.folded for word in words[first:last]]
        if number_from_words(said) is None:
            continue
        if len(said) == 1 and not _stands_alone(words, first, accented=accented):
            return None
        if unicodedata.normalize("NFC", words[first].text.casefold()) == _TENS_ONLY:
            return _said(words, first, last, Kind.GARBLED, blocked, in_words=True)  # "chí mươi bảy": which ten?
        return _said(words, first, last, Kind.NUMBER, blocked, in_words=True)
    return None


def _is_spelt(word: Word, *, accented: bool) -> bool:
    """Whether the word is a number word with these accents: "sáu", not "sau"; in a text without accents any will do."""
    return not accented or unicodedata.normalize("NFC", word.text.lower()) in _SPELT


def _stands_alone(words: Sequence[Word], place: int, *, accented: bool) -> bool:
    """Whether a single number word is a number: "ba người"; not "một cửa", "năm nay", "ba cấp"."""
    if words[place].folded in {"tram", *_ALONE} and [word.folded for word in words[place + 1 : place + 3]] == ["phan", "tram"]:
        return True  # "đạt trăm phần trăm"
    if words[place].folded not in _ALONE:
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if words[place].folded == "nam" and place and words[place - 1].folded in _OF_A_YEAR:
        return False
    if following is not None and following.folded in _SPANS:
        return False  # "kế hoạch năm quý 3", "ba quý": how long, not how many
    if following is None or set(following.gap) & set("\n,;.)"):
        return accented and words[place].folded != "nam" and place > 0
    return following.folded in COUNT_NOUNS - _NOT_COUNTED and words[place].folded not in ({"nam"} if not accented else set())


def _said(
    words: Sequence[Word], first: int, last: int, kind: Kind, blocked: Collection[int], *, in_words: bool = False
) -> Mention[Said] | None:
    """The mention, with percent, sign, estimate words and unit taken in."""
    if _is_own_finance(words, first):
        return None
    is_percent = False
    if last < len(words) and _goes_on(words[last]):
        if words[last].folded == "%":
            is_percent, last = True, last + 1
        elif words[last].folded == "phan" and last + 1 < len(words) and words[last + 1].folded == "tram":
            is_percent, last = True, last + 2
    unit = ""
    if last < len(words) and last not in blocked and _goes_on(words[last]) and words[last].folded in COUNT_NOUNS:
        unit = words[last].folded
    is_negative = _is_negative(words, first)
    start = first
    while start > 0 and words[start - 1].folded in _ESTIMATES and start - 1 not in blocked and not words[start].gap.strip(" :"):
        start -= 1
    while start < first and not _opens_estimate(words, start):
        start += 1
    if start == first and is_negative and first and words[first - 1].folded == "am":
        start -= 1
    last = _estimated_behind(words, last, blocked)
    is_estimate = (start < first and not is_negative) or "~" in words[first].gap or "≈" in words[first].gap
    raw = "".join(f"{word.gap if place else ''}{word.text}" for place, word in enumerate(words[start:last]))
    raw = ("-" if is_negative and start == first else "~" if is_estimate and start == first else "") + raw
    said = Said(raw, kind, unit, is_percent, is_estimate=is_estimate, is_negative=is_negative, in_words=in_words)
    return Mention(said, start, last)


def _opens_estimate(words: Sequence[Word], place: int) -> bool:
    """Whether "ước", "tạm tính", "dự kiến" begins at this word; with accents "tám" and "đủ" do not."""
    word = words[place]
    following = words[place + 1].folded if place + 1 < len(words) else ""
    if word.folded not in _ESTIMATE_HEADS and (word.folded, following) not in _ESTIMATE_PAIRS:
        return False
    spelt = _SPELT_ESTIMATES.get(word.folded)
    return spelt is None or unicodedata.normalize("NFC", word.text.lower()) in spelt


def _estimated_behind(words: Sequence[Word], last: int, blocked: Collection[int]) -> int:
    """The end of "(ước)", "tạm tính" behind a number, when nothing else of its clause follows."""
    for end in (last + 3, last + 2, last + 1):
        if end > len(words) or any(place in blocked for place in range(last, end)):
            continue
        said = "".join(f"{word.gap if place else word.gap.lstrip()}{word.folded}" for place, word in enumerate(words[last:end]))
        ends = end == len(words) or set(words[end].gap) & set("\n,;.)")
        if ends and not words[last].gap.strip(" (") and _ESTIMATED_BEHIND.fullmatch(said):
            return end
    return last


def _is_negative(words: Sequence[Word], first: int) -> bool:
    """Whether a minus stands right before the number and is no dash between words: " -20", "âm 5"."""
    gap = words[first].gap
    if gap.endswith("-") and ((len(gap) == 1 and first == 0) or gap[-2:-1] in {" ", ":", "=", "\t", "("}):
        return True
    return first > 0 and unicodedata.normalize("NFC", words[first - 1].text.lower()) in {"âm", "am"}


def _is_bullet(words: Sequence[Word], place: int) -> bool:
    """Whether a number only counts lines: "1. Nhiệm vụ …", "2) …" at the start of a line."""
    word = words[place]
    if not word.folded.isdigit() or len(word.folded) > 2 or place + 1 >= len(words):  # noqa: PLR2004  digits
        return False
    starts_line = place == 0 or "\n" in word.gap
    following = words[place + 1]
    return starts_line and bool(_BULLET_GAP.match(following.gap)) and "\n" not in following.gap and not following.is_number


def _is_own_finance(words: Sequence[Word], first: int) -> bool:
    """Whether it is the "100 %" of an indicator's name: tự chủ 100 % chi thường xuyên."""
    if words[first].folded != "100":
        return False
    behind = [word.folded for word in words[first + 1 : first + 4] if word.folded != "%"]
    after = words[first + 2 : first + 3] if [word.folded for word in words[first + 1 : first + 2]] == ["%"] else ()
    if after and (_VALUE_FOLLOWS.search(after[0].gap) or (after[0].is_number and first)):
        return True  # "nhà nước đảm bảo 100 %: 2"
    return (
        bool(first and words[first - 1].folded in _OWN_FINANCE)
        or bool(_OF_SPENDING.intersection(behind[:1]))
        or behind[:2] == ["kinh", "phi"]
    )
