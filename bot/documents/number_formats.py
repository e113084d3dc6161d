"""Number formats of a spreadsheet: from the number that a cell holds to the digits that its reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

from openpyxl.styles.numbers import BUILTIN_FORMATS

from bot.documents.package import local

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKET = re.compile(r"\[(?!(?:h+|m+|s+)\])[^\]]*\]", re.IGNORECASE)  # colours, conditions, currencies; [h] counts hours
_DAY_PARTS = re.compile(r"[dmyhs]|\bAM/PM\b", re.IGNORECASE)
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_FRACTION = re.compile(r"[#0?]\s*/\s*([?#0]+|\d+)")
_LOCAL_DAYS = frozenset({*range(27, 37), *range(50, 59)})  # numbers that East Asian versions keep for dates
_TYPED_DECIMALS = 2  # so many decimals are typed by people; more come of a calculation, and are read as they are shown
_SIGNIFICANT = 15  # digits that a spreadsheet keeps; what follows is noise of binary fractions
_CALENDAR = date(1899, 12, 30)  # day 0 when 1900 is taken for a leap year, as Excel does
_CALENDAR_1904 = date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers of a cell look. `decimals` None: as many as the number has; `denominator` 0: no fraction."""

    is_date: bool = False
    is_percent: bool = False
    decimals: int | None = None
    denominator: int = 0

    def text_of(self, number: Decimal) -> str:
        """The digits that are seen, with a point for the decimals: 59.09%, 13/22, 5."""
        exact = +number if abs(number.adjusted()) > _SIGNIFICANT else _rounded(number, _SIGNIFICANT - 1 - number.adjusted())
        if self.denominator and exact != exact.to_integral_value():
            fraction = Fraction(exact).limit_denominator(self.denominator)
            return f"{fraction.numerator}/{fraction.denominator}"
        scaled = exact * 100 if self.is_percent else exact
        if _decimals(scaled) > _TYPED_DECIMALS and not (self.decimals is None and _decimals(scaled) == 3):  # noqa: PLR2004  4.968
            scaled = _rounded(scaled, _TYPED_DECIMALS if self.decimals is None else self.decimals)
        return f"{_plain(scaled)}%" if self.is_percent else _plain(scaled)


GENERAL = NumberFormat()


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of a workbook by the number of a cell's style, and the day that its serial numbers count from."""

    of_style: tuple[NumberFormat, ...] = ()
    crossed_out: frozenset[int] = frozenset()  # styles whose letters have a line through them
    first_day: date = field(default=_CALENDAR)

    def of(self, style: int) -> NumberFormat:
        """The format of a style; a style that does not exist shows numbers as they are."""
        return self.of_style[style] if style < len(self.of_style) else GENERAL


def read_formats(styles: ET.Element, *, counts_from_1904: bool = False) -> Formats:
    """The formats that a workbook's styles name."""
    codes: dict[int, str] = dict(BUILTIN_FORMATS)
    used: list[int] = []
    fonts: list[int] = []
    struck: set[int] = set()
    for part in styles:
        name = local(part.tag)
        if name == "numFmts":
            codes |= {_id(each): each.get("formatCode", "") for each in part}
        elif name == "fonts":
            struck = {place for place, font in enumerate(part) if any(map(crosses_out, font))}
        elif name == "cellXfs":
            used = [_id(each) for each in part]
            fonts = [_id(each, "fontId") for each in part]
    crossed_out = frozenset(style for style, font in enumerate(fonts) if font in struck)
    known = {number: format_of(codes.get(number, "General"), number) for number in set(used)}
    return Formats(tuple(known[number] for number in used), crossed_out, _CALENDAR_1904 if counts_from_1904 else _CALENDAR)


def format_of(code: str, number: int = 0) -> NumberFormat:
    """What a format code shows. Only its first section counts: the others are for negative numbers, zero and text."""
    if number in _LOCAL_DAYS:
        return NumberFormat(is_date=True)
    bare = _BRACKET.sub("", _LITERAL.sub("", code)).split(";")[0]
    if bare.strip().lower() in ("", "general", "@"):
        return GENERAL
    if _DAY_PARTS.search(bare.replace("General", "")) and not re.search(r"[0#?]", re.sub(r"[sS]\.0+", "", bare)):
        return NumberFormat(is_date=True)
    if found := _FRACTION.search(bare):
        digits = found[1]
        return NumberFormat(denominator=int(digits) if digits.strip("0").isdigit() else 10 ** len(digits) - 1)
    if "E+" in bare.upper() or "E-" in bare.upper():
        return GENERAL
    found = _DECIMALS.search(bare)
    return NumberFormat(is_percent="%" in bare, decimals=len(found[1]) if found else 0)


def crosses_out(look: ET.Element) -> bool:
    """Whether a property of a font is the line through its letters."""
    return local(look.tag) == "strike" and look.get("val", "1") not in ("0", "false")


def _id(element: ET.Element, name: str = "numFmtId") -> int:
    number = element.get(name, "0")
    return int(number) if number.isdigit() else 0


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-max(0, min(places, 20))), rounding=ROUND_HALF_UP)


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
