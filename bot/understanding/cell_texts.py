"""Cells that a paste ran together: the unit and the value that a text behind a label begins with.

Serves pastes whose tabs became spaces. A text that may be read in two ways comes back as doubtful: its value is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.domain.catalogue import CatalogueRow
from bot.domain.value import Figure
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.numbers import read_figure
from bot.understanding.text import Word, fold, words_of

_SEPARATOR = re.compile(r"[\s:=>.,;|…_*]*(?:[-–—]+(?=\s|$)[\s:=>.,;|…_*]*)*")
_OPTIONS = re.compile(r"(?:[^\W\d_][^\d=\n]{0,23}=\s*\d[\s;,.]*){2,}")
_NUMBER = re.compile(
    r"[-+~≈]?\s?\d{1,3}(?: \d{3})+(?![\d.,]*\d)(?:\s?%|\s?\(?\*+\)?)?"  # 1 327
    r"|[-+~≈]?\s?\d+(?:[.,]\d+)*(?:\s?[-–/x]\s?\d+(?:[.,]\d+)*(?!\S*[/-]))?(?:\s?%|\s?\(?\*+\)?|\s?\(\d\))?"
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\d{1,2}\s?/\s?20\d\d\b")
_ENDS = re.compile(r"$|[\s,;:.()!?]")
_OF_A_PERIOD = re.compile(r"(thang|quy|nam|ngay|tuan|ky)\b")
_MOST_WORDS = 7  # of an answer: "chưa có số liệu tổng hợp", "ước khoảng 95 %"
_WORDS_OF_A_STRANGE_UNIT = 3
_LETTERS_OF_A_SHORT_UNIT = 3  # "NV", "CQ, ĐV"
_LETTERS_OF_A_WORD = 3  # that may be told with a slip in it
_LETTERS_OF_A_UNIT = 4
_UNREADABLE = re.compile(r"(co|khong|da|chua|dat|tot|roi|x|dang|uoc|khoang|nhieu)( [a-z]+){0,2}")


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell found at the start of a text, and the text behind it."""

    cell: str
    rest: str
    is_doubtful: bool = False


class CellTexts:
    """Finds units and values; compiled once per catalogue."""

    def __init__(self, units: Iterable[str]) -> None:
        """Learn the units that forms print."""
        known = {tuple(word.folded for word in words_of(unit)) for unit in units if "=" not in unit}
        self._units = sorted(known - {()}, key=len, reverse=True)

    def unit_at(self, text: str) -> CellText | None:
        """The unit that a text begins with: "Cơ quan, đơn vị 4" → "Cơ quan, đơn vị"."""
        if found := _OPTIONS.match(text):
            return CellText(found[0].strip(" ;,."), text[found.end() :])
        words = words_of(text[:200])
        if not words or text[: words[0].start].strip(" ("):
            return None
        for unit in self._units:
            if tuple(word.folded for word in words[: len(unit)]) == unit:
                last = words[len(unit) - 1]
                return CellText(text[words[0].start : last.end], text[last.end :].removeprefix(")"))
        return self._slipped_unit_at(text, words)

    def _slipped_unit_at(self, text: str, words: Sequence[Word]) -> CellText | None:
        """The same with a slip in one of its words, right before a number: "Thủ tkc 110"."""
        count = next((place for place, word in enumerate(words) if word.is_number), 0)
        last = words[count - 1]
        if count and any(_is_with_slip(words[:count], unit) for unit in self._units if len(unit) == count):
            return CellText(text[words[0].start : last.end], text[last.end :].removeprefix(")"))
        return None

    def strange_unit_at(self, text: str) -> CellText | None:
        """A unit no form prints, right before a number and nothing else: "nv 25", "CQ, ĐV 4"."""
        words = words_of(text[:80])
        count = next((place for place, word in enumerate(words) if not word.folded.isalpha()), len(words))
        if not 0 < count <= _WORDS_OF_A_STRANGE_UNIT or count == len(words) or not all(map(_may_be_unit, words[:count])):
            return None
        rest = text[words[count - 1].end :]
        number = number_at(after_separator(rest))
        return CellText(text[: words[count - 1].end], rest) if number and not number.rest.strip() else None

    def value_at(self, text: str, row: CatalogueRow | None) -> CellText | None:
        """The value that a text begins with: a number, or words that answer the row; what is none of its answers stays raw."""
        number = number_at(text)
        if number is not None:
            is_period = bool(_OF_A_PERIOD.match(fold(number.rest[:12])))
            return CellText(number.cell, number.rest, is_doubtful=is_period)
        if row is None:
            return None
        words = words_of(text[:120])[:_MOST_WORDS]
        for count in range(len(words), 0, -1):
            end = words[count - 1].end
            if isinstance(read_figure(text[:end], row), Figure):
                rest = text[end:]
                is_apart = not rest.strip() or rest.startswith("  ") or not rest[0].isspace() or rest.strip()[0].isupper()
                return CellText(text[:end], rest, is_doubtful=not is_apart)
        return CellText(text, "") if row.unit and _UNREADABLE.fullmatch(fold(text[:60])) else None


def number_at(text: str) -> CellText | None:
    """The number that a text begins with; dates and document numbers ("7/QĐ-SCT") are none."""
    if _DATE.match(text):
        return None
    found = _NUMBER.match(text)
    if found is None:
        return None
    end = found.end()
    glued = re.match(r"[^\W\d_]{1,12}(?=\s|$)", text[end:])
    if glued and fold(glued[0]) in COUNT_NOUNS:  # "46người"
        end += glued.end()
    return CellText(text[:end], text[end:]) if _ENDS.match(text, end) else None


def numbers_in(text: str) -> list[str]:
    """The numbers that stand alone in a text, document numbers and dates left out."""
    return [found.cell for place in re.finditer(r"(?<!\S)[-+~≈]?\d", text) if (found := number_at(text[place.start() :]))]


def after_separator(text: str) -> str:
    """A text without the marks and spaces that set it off from the label; a minus sign stays."""
    found = _SEPARATOR.match(text)
    return text[found.end() :] if found else text


def _is_with_slip(words: Sequence[Word], unit: Sequence[str]) -> bool:
    """Whether these words are a unit, one of them with a slip."""
    wrong = [(word.folded, meant) for word, meant in zip(words, unit, strict=True) if word.folded != meant]
    if len(wrong) != 1 or len(wrong[0][1]) < _LETTERS_OF_A_WORD or sum(map(len, unit)) < _LETTERS_OF_A_UNIT:
        return False
    return OSA.distance(*wrong[0], score_cutoff=1) == 1


def _may_be_unit(word: Word) -> bool:
    return word.folded in COUNT_NOUNS or (word.text.isupper() and len(word.text) <= _LETTERS_OF_A_SHORT_UNIT)
