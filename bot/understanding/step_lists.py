"""The blank rows of a heading answered in one message: "1. 25 / 2. 20" line by line, or "25, 20, bỏ, 3" in order.

Numbered lines say which row they are for, so some of them may come alone. Values in order must be one for each row. Where the
same text could be cut in another way ("25,5" is one number or two), it is read but not certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.catalogue import CatalogueRow, ValueType
from bot.domain.value import Figure
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.request import Entry, GuidedStep, Question, Request, StepAnswer, StepItem, StepWish, Unknown
from bot.understanding.step_wishes import figure_in_words, is_phrase, wish_of
from bot.understanding.text import fold

_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\s*(?:[.):/]|-(?=\s))(?P<gap>\s*)(?P<rest>\S.*)$")
_NUMBERED_BARE = re.compile(r"^\s*(?P<number>\d{1,2})\s+(?P<rest>\S.*)$")  # only when every line begins so, in order
_MARKS = re.compile(r"\s*;\s*|,\s+|\s+,\s*|\n+")
_ALL_COMMAS = re.compile(r"\d+(?:,\d+)+")
_THOUSANDS = re.compile(r"\b\d{1,3} \d{3}\b")
_VALUE = re.compile(r"(?:[-+~]|uoc |khoang |uoc tinh )?\s?\d")
_SKIPS = {"-", "_", "x", "…", "..."}
_LONGEST_PHRASE = 5  # words of "chưa có số liệu", "lấy như kỳ trước"
_OPEN = re.compile(r"[:=]|\s[-–—]\s")


def read_list(text: str, step: GuidedStep, plain: Request, reader: Reader) -> Request:
    """The answers to the rows of the step in order, or `plain` when the text is no list of values."""
    rows = [reader.catalogue.row(row_id) for row_id in step.rows]
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    numbered = _numbered(lines, rows)
    if numbered is not None:
        return numbered
    if isinstance(plain, Question) and "?" in text:
        return plain
    pieces, certain = _pieces(text, lines, len(rows))
    is_list = bool(pieces) and all(_is_answer(piece) for piece in pieces)
    if isinstance(plain, Entry) and (not is_list or any(value.certain for value in plain.values)):
        return plain
    if not is_list and not (_digits(text) and isinstance(plain, Unknown)):
        return plain
    if len(pieces) != len(rows):
        return StepAnswer(miscounted=tuple(pieces))
    return StepAnswer(tuple(_item(piece, row) for piece, row in zip(pieces, rows, strict=True)), certain=certain)


def _numbered(lines: Sequence[str], rows: Sequence[CatalogueRow]) -> StepAnswer | None:
    """Lines that all begin with the number of a row; None when they do not."""
    found = [_NUMBERED.match(line) for line in lines]
    in_order = True
    if not all(found):
        found = [_NUMBERED_BARE.match(line) for line in lines]
        in_order = [each["number"] for each in found if each] == [str(at + 1) for at in range(len(lines))]
        if not all(found) or not in_order or len(lines) == 1:
            return None
    numbers = [int(each["number"]) for each in found if each]
    if not all(1 <= number <= len(rows) for number in numbers) or len(set(numbers)) != len(numbers):
        return StepAnswer(miscounted=tuple(lines)) if len(lines) > 1 else None
    is_glued = [bool(each.groupdict().get("gap") == "" and each["rest"][0].isdigit()) for each in found if each]
    if len(lines) == 1 and is_glued[0]:  # "1.25" is a number
        return None
    items = tuple(
        _item(_without_name(each["rest"], rows[int(each["number"]) - 1]), rows[int(each["number"]) - 1])
        for each in found
        if each
    )
    return StepAnswer(items, certain=not any(is_glued))


def _without_name(rest: str, row: CatalogueRow) -> str:
    """The value of a line that was copied with the row's name before it."""
    folded = fold(rest)
    for name in (row.short, row.label):
        if folded.startswith(fold(name)) and len(folded) > len(fold(name)):
            return rest[len(name) :].strip(" :=-–—.")
    parts = _OPEN.split(rest, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 and parts[1].strip() and not _digits(parts[0]) else rest.strip()


def _pieces(text: str, lines: Sequence[str], count: int) -> tuple[list[str], bool]:
    """The text cut into values, and whether it could not be cut otherwise."""
    if len(lines) > 1:
        marked = [line.rstrip(" ,;") for line in lines]
        if len(marked) == count or not all("," in line or ";" in line for line in marked):
            return marked, True
    marked = [piece.strip() for piece in _MARKS.split(text.strip()) if piece.strip()]
    if len(marked) > 1:
        if len(marked) == count:
            return marked, True
        finer = [piece for each in marked for piece in _by_spaces(each)]
        return (finer, False) if len(finer) == count else (marked, True)
    spaced = _by_spaces(text.strip())
    if len(spaced) == 1 and _ALL_COMMAS.fullmatch(text.strip()):
        cut = text.strip().split(",")
        return (cut, False) if len(cut) == count else (spaced, True)
    return spaced, not _THOUSANDS.search(text)


def _by_spaces(text: str) -> list[str]:
    """Words one by one, but "không phát sinh", "như kỳ trước", "ước 25" and "97 %" as one."""
    words = text.split()
    found: list[str] = []
    place = 0
    while place < len(words):
        longest = next(
            (
                length
                for length in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1)
                if is_phrase(" ".join(words[place : place + length]))
            ),
            1,
        )
        if longest == 1 and fold(words[place]) in {"uoc", "khoang"} and place + 1 < len(words):
            longest = 2
        found.append(" ".join(words[place : place + longest]))
        place += longest
        if place < len(words) and words[place] == "%":
            found[-1] += " %"
            place += 1
    return found


def _is_answer(piece: str) -> bool:
    """Whether a piece could be the value of some row."""
    if piece in _SKIPS or wish_of(piece) in (StepWish.SKIP, StepWish.AS_LAST, StepWish.COMPUTED):
        return True
    if figure_in_words(piece) is not None or fold(piece) in {"co", "khong", "ko", "k", "kps", "roi", "chua"}:
        return True
    return _VALUE.match(fold(piece)) is not None and len(piece.split()) <= _LONGEST_PHRASE


def _item(piece: str, row: CatalogueRow) -> StepItem:
    wish = wish_of(piece)
    if piece in _SKIPS or wish in (StepWish.SKIP, StepWish.AS_LAST, StepWish.COMPUTED):
        return StepItem(row.id, piece, wish=StepWish.SKIP if piece in _SKIPS else wish)
    figure = figure_in_words(piece, row) if row.type in (ValueType.COUNT, ValueType.PERCENT) else None
    read = figure or read_figure(piece, row)
    if isinstance(read, Figure):
        return StepItem(row.id, piece, read)
    return StepItem(row.id, piece, fault=read)


def _digits(text: str) -> bool:
    return any(char.isdigit() for char in text)
