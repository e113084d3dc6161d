"""Numbers written out: mười ba, hai mươi mốt, một trăm linh năm, hai trăm rưỡi, 2 nghìn 5 trăm, 1,2 nghìn, 2k5, chín phẩy năm.

A strict grammar: what no one says (hai ba năm) is no number. After a scale a loose digit is its tenth, as people speak:
"trăm hai" 120, "hai nghìn năm" 2500, "một triệu hai" 1200000; "linh" and "không trăm" say that it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from bot.understanding.text import fold

_DIGITS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_LAST_DIGITS = {
    **{word: digit for word, digit in _DIGITS.items() if word != "nam"},
    "tu": 4,
    "lam": 5,
    "nham": 5,
}  # hai mươi lăm
_AFTER_TENS = {"mot": 1, "tu": 4, "lam": 5, "nham": 5}  # "hai mốt" is 21, "ba tư" 34
_SCALES = (({"ty", "ti"}, 10**9), ({"trieu"}, 10**6), ({"nghin", "ngan"}, 1000))
_SHORT_SCALES = {"nghin": 1000, "ngan": 1000, "k": 1000, "trieu": 10**6, "tr": 10**6}
_HALF, _POINT = "ruoi", {"phay", "cham"}
_ODD = {"linh", "le"}
_TENS = {"muoi", "chuc"}
NUMBER_WORDS = frozenset(
    {*_DIGITS, *_LAST_DIGITS, *_ODD, *_TENS, *_POINT, "khong", "tram", _HALF, "ty", "trieu", "nghin", "ngan"}
)
_SPELT = frozenset(
    {"một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "chục"}
    | {"trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "linh", "lẻ", "rưỡi", "phẩy", "chấm", "không"}
)
_MOST_WORDS = 24  # "chín trăm chín mươi chín triệu chín trăm …" has 17
_SINGLE = re.compile(r"[1-9]")
_DECIMALS = re.compile(r"\d{1,3}")
_UP_TO_THREE = re.compile(r"0|[1-9]\d{0,2}")

# 2k5 = 2500, 2k500 = 2500, 1tr25 = 1250000, 1,2k = 1200, 12 nghìn 405; "2k05" and "2k50" may be two things and are none
_SHORT = re.compile(r"(?P<whole>\d{1,4}(?:[.,]\d{1,2})?) ?(?P<scale>k|tr|nghin|ngan|trieu) ?(?P<rest>[1-9]|\d{3}|ruoi)?")
_SHORT_MILLIONS = re.compile(r"(?P<whole>\d{1,3}) ?(?P<scale>tr|trieu) ?(?P<rest>\d{2})")


def are_spelt_as_numbers(text: str) -> bool:
    """Whether the number words of a text have the accents of numbers: "chức", left over of a cut cell, is no "chục"."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())
    if all(map(str.isascii, words)):
        return True
    return all(word in _SPELT for word in words if fold(word) in NUMBER_WORDS)


def number_from_words(words: Sequence[str]) -> Decimal | None:
    """The number that folded words (numerals may stand among them) say as a whole, or None."""
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    points = [place for place, word in enumerate(words) if word in _POINT]
    if points:
        whole = _whole(words[: points[0]])
        tail = words[points[0] + 1 :]
        if whole is not None and len(tail) == 1 and _DECIMALS.fullmatch(tail[0]):  # 97 phẩy 25
            return Decimal(f"{whole}.{tail[0]}")
        behind = [_digit(word, {**_DIGITS, "khong": 0}) for word in tail]
        if whole is None or not behind or None in behind:
            return None
        return Decimal(f"{whole}.{''.join(str(digit) for digit in behind)}")
    number = _whole(words)
    return None if number is None else Decimal(number)


def number_with_scale(folded: str) -> Decimal | None:
    """`2k5`, `1,2 nghin`, `3 trieu`, `1tr25`, `2 nghin ruoi`; None for anything else."""
    found = _SHORT.fullmatch(folded) or _SHORT_MILLIONS.fullmatch(folded)
    if not found:
        return None
    scale = Decimal(_SHORT_SCALES[found["scale"]])
    whole, rest = Decimal(found["whole"].replace(",", ".")), found["rest"]
    if rest is not None and whole != whole.to_integral_value():
        return None
    number = whole * scale
    if rest == _HALF:
        number += scale / 2
    elif rest is not None:
        number += Decimal(rest) * scale / Decimal(10 ** len(rest))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _digit(word: str, digits: dict[str, int]) -> int | None:
    """A digit as a word or numeral."""
    return int(word) if _SINGLE.fullmatch(word) else digits.get(word)


def _whole(words: Sequence[str]) -> int | None:
    """A whole number of any size."""
    for names, scale in _SCALES:
        places = [place for place, word in enumerate(words) if word in names]
        if len(places) > 1:
            return None
        if places:
            head, tail = words[: places[0]], words[places[0] + 1 :]
            much = _below_thousand(head) if head else 1
            rest = _after(tail, scale) if tail else 0
            return None if not much or rest is None else much * scale + rest
    return _below_thousand(words)


def _after(tail: Sequence[str], scale: int) -> int | None:
    """What stands behind nghìn, triệu or tỷ: half, a tenth, or a smaller number."""
    if list(tail) == [_HALF]:
        return scale // 2
    if len(tail) == 1:
        digit = _digit(tail[0], {**_DIGITS, "tu": 4, "lam": 5})
        if digit is not None:
            return digit * scale // 10
        return int(tail[0]) if re.fullmatch(r"\d{3}", tail[0]) and scale == 1000 else None  # noqa: PLR2004  "12 nghìn 405"
    rest = _below_thousand(tail, padded=True) if scale == 1000 else _whole(tail)  # noqa: PLR2004  nghìn
    return rest if rest is None or rest < scale else None


def _below_thousand(words: Sequence[str], *, padded: bool = False) -> int | None:
    """Hundreds, tens and units; `padded` behind nghìn, where "không trăm" and a bare "linh năm" make sense."""
    if len(words) == 1 and _UP_TO_THREE.fullmatch(words[0]):
        return int(words[0])
    if "tram" in words:
        place = list(words).index("tram")
        head, tail = words[:place], words[place + 1 :]
        hundreds = 1 if not head else _digit(head[0], {**_DIGITS, "khong": 0} if padded else _DIGITS)
        if len(head) > 1 or hundreds is None:
            return None
        rest = _behind_hundred(tail)
        return None if rest is None else hundreds * 100 + rest
    if padded and words[0] in _ODD:
        return _digit(words[1], _LAST_DIGITS | _DIGITS) if len(words) == len(("linh", "nam")) else None
    return _tens(words)


def _behind_hundred(tail: Sequence[str]) -> int | None:
    """What stands behind trăm."""
    if not tail:
        return 0
    if list(tail) == [_HALF]:
        return 50
    if tail[0] in _ODD:
        return _digit(tail[1], _LAST_DIGITS | _DIGITS) if len(tail) == len(("linh", "nam")) else None
    if len(tail) == 1 and tail[0] not in _TENS:
        digit = _digit(tail[0], {**_DIGITS, "tu": 4, "lam": 5})
        return None if digit is None else digit * 10
    return _tens(tail)


def _tens(words: Sequence[str]) -> int | None:
    """0 to 99."""
    match list(words):
        case ["khong"]:
            return 0
        case [tens] if tens in _TENS:
            return 10
        case [word]:
            return _digit(word, _DIGITS)
        case ["muoi", unit]:
            digit = _digit(unit, _LAST_DIGITS)
            return None if digit is None else 10 + digit
        case [first, tens] if tens in _TENS:
            digit = _digit(first, _DIGITS)
            return None if digit is None else digit * 10
        case [first, unit] if unit in _AFTER_TENS and _DIGITS.get(first, 0) > 1:
            return _DIGITS[first] * 10 + _AFTER_TENS[unit]
        case [first, "muoi", unit]:
            tens_digit, digit = _digit(first, _DIGITS), _digit(unit, _LAST_DIGITS)
            return None if tens_digit is None or digit is None else tens_digit * 10 + digit
        case _:
            return None
