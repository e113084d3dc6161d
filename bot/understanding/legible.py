"""Whether a text is what people type, copy or forward: a figure among characters that nobody types is asked about."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.understanding.text import reads_as_latin

_BREAKS = frozenset("\t\n\r\v\f\x07\x1e\x1f\x85")  # with those that Word leaves behind: ends of cells, manual breaks, hyphens
_BULLETS = range(0xE000, 0xF900)  # private use: what bullets of symbol fonts become when they are copied
_PICTURES = range(0x1F000, 0x1FB00)  # emoji; those younger than Python's tables have no category yet
_ROMAN = range(0x2160, 0x2180)  # "Quý Ⅳ"
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341\u20e3")  # of Vietnamese letters; keycaps
_VARIANTS = range(0xFE00, 0xFE10)  # of emoji
_SQUARE = frozenset("²³")  # "m²"
_RARE = frozenset("\\^{}[]<>$`|")  # a heap of these and other signs of keyboards is no Vietnamese: "9hl7>ym[<[=`"
_SIGNS = _RARE | frozenset("~#&@")
_ARROW = re.compile(r"[-=]+>|<[-=]+|[<>]=?(?=\s?\d)")
_CLOSING = frozenset("]}>")  # a pair is one sign
_HEAP = 3  # different signs on a line
_NOT_TYPED = frozenset({"Cc", "Cn", "Co", "Cs"})


def odd_places(text: str) -> tuple[int, ...]:
    """Where characters stand that are no part of a Vietnamese message.

    Those are control characters, unassigned ones, foreign letters and digits, small or framed digits right behind a letter
    or digit ("2½", "cn³", but not "m²"), and signs in heaps.
    """
    heaps = _heaps(text) if len(_SIGNS.intersection(text)) >= _HEAP else ()
    if text.isascii() and text.isprintable():
        return heaps
    odd = {char for char in set(text) if not _is_typed(char)}
    small = {char for char in set(text) if unicodedata.category(char) == "No"}
    if not odd and not small:
        return heaps
    return (*heaps, *(place for place, char in enumerate(text) if char in odd or (char in small and _is_stuck(text, place))))


def _heaps(text: str) -> tuple[int, ...]:
    """Where such signs stand on the lines that hold a heap of them."""
    found: list[int] = []
    start = 0
    for line in text.split("\n"):
        signs = _SIGNS.intersection(_ARROW.sub("", line))
        if len(signs - _CLOSING) >= _HEAP and not signs.isdisjoint(_RARE):
            found += [start + place for place, char in enumerate(line) if char in signs]
        start += len(line) + 1
    return tuple(found)


def _is_stuck(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return before.isalnum() and not (text[place] in _SQUARE and before in "mM")


@cache
def _is_typed(char: str) -> bool:
    code = ord(char)
    if char in _BREAKS or any(code in those for those in (_BULLETS, _PICTURES, _ROMAN, _VARIANTS)):
        return True
    category = unicodedata.category(char)
    if category in _NOT_TYPED:
        return False
    if category[0] not in "LMN" or category == "No" or reads_as_latin(char):
        return True
    return all(part.isascii() or part in _MARKS for part in unicodedata.normalize("NFD", char))
