"""Dates in notes: whether a note cites something that happened after the period its report is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.understanding.text import fold

_DATE = re.compile(
    r"(?<![\d/.])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(20\d\d)(?![\d/])"
    r"|\bngay (\d{1,2}) thang (\d{1,2}) nam (20\d\d)\b"
)
_MONTH = re.compile(r"\bthang (\d{1,2})\s?(?:/|nam )\s?(20\d\d)(?![\d/])|(?<![\d/.,])(?<!so )(\d{1,2})/(20\d\d)(?![\d/])(?!/)")
_DONE = re.compile(r"\bda\b|\bso \S+/|\d+/[a-z]+-?[a-z]*|ngay dang")
_COMING = re.compile(
    r"\b(se|du kien|truoc ngay|cham nhat|den het|(?:thoi|den|han) han|han (?:nop|cuoi|chot)|hieu luc|dang ky)\b"
)
_CLAUSE = re.compile(r"[;.](?=\s|$)|\s[-+•]\s|\(\d\)")


def cites_later_date(note: str, limit: date, *, counts_something: bool) -> bool:
    """Whether a note tells of something done after `limit`.

    What is announced ("sẽ", "dự kiến", "trước ngày") is no contradiction. `counts_something` False (a blank, 0 or "Không"):
    only what a document or "đã" vouches for counts, because 0 agrees with something planned for later.
    """
    for clause in _CLAUSE.split(fold(note)):
        if _COMING.search(clause):
            continue
        if not (counts_something or _DONE.search(clause)):
            continue
        if any(day > limit for day in _days(clause)) or (counts_something and any(day > limit for day in _months(clause))):
            return True
    return False


def dates_in(text: str) -> tuple[date, ...]:
    """The full dates of a text, in order: 15/9/2022, 15.9.2022, ngày 15 tháng 9 năm 2022."""
    return tuple(_days(fold(text)))


def _days(folded: str) -> Iterator[date]:
    for found in _DATE.finditer(folded):
        day, month, year = (int(part) for part in found.groups() if part)
        try:
            yield date(year, month, day)
        except ValueError:  # 31/2/2022 or a fraction that looks like a date
            continue


def _months(folded: str) -> Iterator[date]:
    """The first days of the months that a text names with their year."""
    for found in _MONTH.finditer(folded):
        month, year = (int(part) for part in found.groups() if part)
        if 1 <= month <= 12:  # noqa: PLR2004  months of a year
            yield date(year, month, 1)
