"""Numbers written out: mười ba, hai mươi mốt, một trăm linh năm, hai trăm rưỡi, 1,2 nghìn, 2k5, chín phẩy năm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9,
}  # fmt: skip
_AFTER_TENS = {"mot", "tu", "lam", "nham"}  # "hai mốt" is 21: these stand for a unit when a digit goes before
_SCALES = {"nghin": 1000, "ngan": 1000, "trieu": 1_000_000, "ty": 1_000_000_000, "k": 1000, "tr": 1_000_000}
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_HALF = "ruoi"
_ODD = {"linh", "le"}
_POINT = "phay"
NUMBER_WORDS = (
    frozenset(_DIGITS) | frozenset({"muoi", "tram", _HALF, _POINT, "chuc"}) | _ODD | (frozenset(_SCALES) - {"k", "tr", "ty"})
)

# 2k5 = 2500, 1tr2 = 1200000, 3k = 3000, 1,2k = 1200
_SHORT_SCALE = re.compile(r"(?P<whole>\d+(?:[.,]\d{1,2})?) ?(?P<scale>k|tr|nghin|ngan|trieu) ?(?P<rest>\d{1,3}|ruoi)?")


def number_from_words(words: Sequence[str]) -> Decimal | None:
    """The number that folded words say as a whole, or None. At most twelve words are looked at.

    Reads as people speak: a digit after a scale stands for its tenth ("trăm hai" 120, "nghìn rưỡi" 1500).
    """
    most = 12
    if not words or len(words) > most or not all(word in NUMBER_WORDS for word in words):
        return None
    if _POINT in words:
        place = list(words).index(_POINT)
        whole, fraction = number_from_words(words[:place]), _digits_said(words[place + 1 :])
        return None if whole is None or fraction is None else whole + Decimal(f"0.{fraction}")
    if len(words) == len(("hai", "mot")) and _DIGITS.get(words[0], 0) > 1 and words[1] in _AFTER_TENS:
        return Decimal(_DIGITS[words[0]] * _TEN + _DIGITS[words[1]])
    total, current = Decimal(0), Decimal(0)
    scale = Decimal(1)  # of the last word that had one: what "rưỡi" halves and a loose digit is a tenth of
    for place, word in enumerate(words):
        odd = place > 0 and words[place - 1] in _ODD
        if word in _DIGITS:
            digit = Decimal(_DIGITS[word])
            loose = scale >= _HUNDRED and not odd and place == len(words) - 1
            current += digit * scale / _TEN if loose else digit
        elif word in {"muoi", "chuc"}:
            tens = current % _TEN or Decimal(1)
            current += tens * _TEN - current % _TEN
            scale = Decimal(_TEN)
        elif word == "tram":
            current = (current or Decimal(1)) * _HUNDRED
            scale = Decimal(_HUNDRED)
        elif word == _HALF:
            current += scale / 2
        elif word in _SCALES:
            scale = Decimal(_SCALES[word])
            total += (current or Decimal(1)) * scale
            current = Decimal(0)
            continue
        if word not in _ODD and word in _DIGITS:
            scale = scale if scale > _TEN else Decimal(1)
    return total + current


def _digits_said(words: Sequence[str]) -> str | None:
    """`chín năm` after the point: 95."""
    digits = [str(_DIGITS[word]) for word in words if word in _DIGITS]
    return "".join(digits) if digits and len(digits) == len(words) else None


def number_with_scale(folded: str) -> Decimal | None:
    """`2k5`, `1,2 nghin`, `3 trieu`, `1,2k`, `2 nghin ruoi`; None for anything else."""
    found = _SHORT_SCALE.fullmatch(folded)
    if not found:
        return None
    scale = Decimal(_SCALES[found["scale"]])
    whole = Decimal(found["whole"].replace(",", "."))
    rest = found["rest"]
    if rest is None:
        return _plain(whole * scale)
    if whole != whole.to_integral_value():
        return None
    if rest == _HALF:
        return _plain(whole * scale + scale / 2)
    return _plain(whole * scale + Decimal(rest) * scale / Decimal(_TEN ** len(rest)))


def _plain(number: Decimal) -> Decimal:
    """Without an exponent or trailing zeros behind the point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
