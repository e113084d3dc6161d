"""One cell of a spreadsheet → the text that is seen in it, or why that text cannot be trusted."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree as ET

from bot.documents.number_formats import Formats
from bot.documents.package import local
from bot.documents.row import FlawKind

_LONGEST = 32_767  # characters that Excel lets a cell hold
_LAST_DAY = 2_958_465  # 31 December 9999


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows. `place` is its name (C12)."""

    text: str
    place: str
    flaw: FlawKind | None = None


def shown(element: ET.Element, place: str, strings: Sequence[str], formats: Formats) -> Cell | None:
    """What is seen in a `c` element, None for nothing or when it is crossed out. A formula without a kept result is a flaw."""
    kind = element.get("t", "n")
    style = element.get("s", "0")
    number_of_style = int(style) if style.isdigit() else 0
    if number_of_style in formats.crossed_out:
        return None
    value = formula = None
    for part in element:
        name = local(part.tag)
        if name == "v":
            value = part.text
        elif name == "f":
            formula = part.text or ""
        elif name == "is":
            value = "".join(piece.text or "" for piece in part.iter() if local(piece.tag) == "t")
    if value is None or not value.strip():
        if formula is None or kind == "str":  # a formula may well result in an empty text
            return None
        return Cell(f"={formula}"[:200], place, FlawKind.NO_RESULT)
    match kind:
        case "s":
            return _text(strings[int(value)] if value.isdigit() and int(value) < len(strings) else "", place)
        case "str" | "inlineStr":
            return _text(value, place)
        case "b":
            return Cell("TRUE" if value.strip() == "1" else "FALSE", place, FlawKind.TRUE_OR_FALSE)
        case "e":
            return Cell(value.strip(), place, FlawKind.ERROR)
        case "d":
            return Cell(value.strip(), place, FlawKind.DATE)
        case _:
            return _number(value, number_of_style, place, formats)


def _text(value: str, place: str) -> Cell | None:
    text = unicodedata.normalize("NFC", value[:_LONGEST].replace("\u00a0", " "))
    return Cell(text, place) if text.strip() else None


def _number(value: str, style: int, place: str, formats: Formats) -> Cell | None:
    """A number as its format shows it; a day is a flaw, because reports count and none of their figures is a day."""
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return _text(value, place)
    if not number.is_finite():
        return Cell(value.strip(), place, FlawKind.ERROR)
    looks = formats.of(style)
    if looks.is_date:
        return Cell(_day(number, formats.first_day), place, FlawKind.DATE)
    return Cell(looks.text_of(number), place)


def _day(number: Decimal, first_day: date) -> str:
    """The day of a serial number as Vietnamese write it."""
    if not 0 <= number <= _LAST_DAY:
        return str(number)
    try:
        day = first_day + timedelta(days=int(number))
    except OverflowError:
        return str(number)
    return f"{day.day}/{day.month}/{day.year}"
