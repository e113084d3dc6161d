"""Whose report a document is and for which period: read from the appendix's title, the letterhead, the date, the file's name.

Each source goes before the next; sources that contradict each other are all given back, for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TypeVar

from bot.documents.markup import plain
from bot.documents.text import Line, TextDocument
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, Catalogue
from bot.domain.note_dates import dates_in
from bot.domain.period import Period, Span
from bot.understanding.agencies import AgencyFinder
from bot.understanding.compiled import agency_finder
from bot.understanding.periods import find_periods
from bot.understanding.text import fold, words_of

_Item = TypeVar("_Item")

_TITLE_LINES = 8
_HEAD_LINES = 14
_SUBJECT_LINES = 4
_CAPITALS = 0.6  # share of a line's letters; titles and letterheads are written in capitals
_LONGEST_TITLE = 220  # characters; a longer line is a sentence
_BEGINS_TITLE = re.compile(r"(phu luc|bieu( mau)?|bang|thong ke|tong hop|so lieu)\b")
_KIND_OF_PAPER = re.compile(r"bao cao\b")
_ATTACHED = re.compile(r"\(?(ban hanh )?(dinh )?kem theo\b")
_NUMBER_OF_PAPER = re.compile(r"/ ?bc ?- ?([a-z&]+)")
_RECEIVER = re.compile(r"\b(gui|kinh gui|den|trinh|cho|bao cao)( [a-z]+)?[ :-]*$")
_OUTLOOK = re.compile(r"\b(phuong huong|nhiem vu|ke hoach|trong tam|chuong trinh)( [a-z]+){0,4} ?$")
_COLLECTED = (Span.Q1, Span.H1, Span.Q3, Span.YEAR)
_UNDATED = date(2000, 1, 1)  # a period without a year would be of this one, which no report names
_DAYS_BEFORE_END = 15  # a report may be written before its window ends
_DAYS_AFTER_END = 45  # and late


@dataclass(frozen=True, slots=True)
class Heading:
    """What a document says about itself. More than one agency or period: it contradicts itself; none: it does not say."""

    agencies: tuple[AgencyCode, ...]
    periods: tuple[Period, ...]
    reported_on: date | None
    period_is_guessed: bool = False  # from the report's date, because no period is written


def read_heading(document: TextDocument, first_row: int, *, catalogue: Catalogue, file_name: str = "") -> Heading:
    """Read the heading of a report whose table begins on line `first_row`."""
    title = _title(document, first_row)
    head, subject = _letterhead(document, first_row)
    reported_on = next(iter(dates_in(" ".join(_attached(title) or head))), None)
    title_text = "\n".join(line for line in title if not _ATTACHED.match(fold(line)))
    first_title = "\n".join(_title(document, min(table.rows[0].line for table in document.tables)))
    names = PurePath(file_name).stem.replace("_", " ").replace("-", " ").replace(".", " ")
    periods = _first_of(
        _without_parts([*_periods(title_text, reported_on), *_periods("\n".join(subject), reported_on)]),
        _without_parts(_periods(names, None)),
        _without_parts(_periods(first_title, reported_on)),
    )
    is_guessed = not periods and reported_on is not None
    if is_guessed and reported_on is not None:
        periods = tuple(due_by(reported_on))
    today = periods[0].last_day if periods else reported_on or _UNDATED
    finder = agency_finder(catalogue)
    written = [*_agencies("\n".join(title), finder, today), *_whole_lines(head, finder, today)]
    agencies = _first_of(
        _distinct(written),
        _by_number([*title, *head], catalogue),
        _distinct(_agencies(" ".join(subject), finder, today)),
        _distinct(_agencies(names, finder, today)),
        _distinct(_agencies(first_title, finder, today)),
    )
    return Heading(agencies, periods, reported_on, is_guessed)


def due_by(day: date) -> list[Period]:
    """The collected period that a report of that day is about; [] when the day is near the end of none."""
    near: list[tuple[int, Period]] = []
    for year in (day.year - 1, day.year, day.year + 1):
        for span in _COLLECTED:
            period = Period(year, span)
            late = (day - period.last_day).days
            if -_DAYS_BEFORE_END <= late <= _DAYS_AFTER_END:
                near.append((abs(late), period))
    return [min(near, key=lambda each: each[0])[1]] if near else []


def _title(document: TextDocument, first_row: int) -> list[str]:
    """The lines right above a table, from the one that names the appendix or table on."""
    before = max((table.rows[-1].line for table in document.tables if table.rows[-1].line < first_row), default=0)
    prose = [_text(line) for line in document.prose if before < line.number < first_row]
    above = [line for line in prose[-_TITLE_LINES:] if len(line) <= _LONGEST_TITLE]
    for place, line in enumerate(above):
        if _BEGINS_TITLE.match(fold(line)):
            return [*[name for name in above[max(0, place - 2) : place] if _is_capitals(name)], *above[place:]]
    return [line for line in above if _is_capitals(line)]


def _is_capitals(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= _CAPITALS * len(letters)


def _letterhead(document: TextDocument, first_row: int) -> tuple[list[str], list[str]]:
    """The lines above the word BÁO CÁO, and the title below it; both [] when the document is an appendix alone.

    A letterhead of two columns comes as a table of its own: its cells count as lines.
    """
    numbered = [(line.number, _text(line)) for line in document.prose]
    numbered += [
        (row.line, plain(cell)) for table in document.tables for row in table.rows for cell in row.cells if cell.strip()
    ]
    lines = [text for number, text in sorted(numbered, key=lambda each: each[0]) if number < first_row]
    for place, line in enumerate(lines[:_HEAD_LINES]):
        if _KIND_OF_PAPER.match(fold(line)) and len(line) <= _LONGEST_TITLE:
            below = []
            for title in lines[place : place + _SUBJECT_LINES]:
                if len(title) > _LONGEST_TITLE or title.endswith((".", ":", ";")):
                    break
                below.append(title)
            return lines[:place], below
    return [], []


def _text(line: Line) -> str:
    return plain(line.text.lstrip("# ")).strip("* ")


def _attached(title: Sequence[str]) -> list[str]:
    """The "Kèm theo Báo cáo số … ngày …" and what follows it."""
    return next((list(title[place:]) for place, line in enumerate(title) if _ATTACHED.match(fold(line))), [])


def _without_parts(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Distinct periods; of those that end together only the collected one ("quý II và 6 tháng đầu năm" is the half year)."""
    found = _distinct(periods)
    collected = [period for period in found if period.span in _COLLECTED]
    one_end = len({period.last_day for period in found}) == 1
    return (collected[0],) if one_end and len(collected) == 1 else found


def _periods(text: str, reported_on: date | None) -> tuple[Period, ...]:
    """The periods that a title names, with a written year; what it announces ("nhiệm vụ quý IV") is left out."""
    words = words_of(text)
    found: list[Period] = []
    for mention in find_periods(words, today=reported_on or _UNDATED, open_period=None):
        before = fold(text[: words[mention.first].start])[-40:]
        has_year = reported_on is not None or str(mention.value.year) in text or f"/{mention.value.year % 100}" in text
        if has_year and not _OUTLOOK.search(before):
            found.append(mention.value)
    parts = [period for period in found if period.span is not Span.YEAR]
    return _distinct(parts or found)


def _agencies(text: str, finder: AgencyFinder, today: date) -> list[AgencyCode]:
    """The agencies named in a text, without those it is sent to."""
    words = words_of(text)
    return [
        mention.value
        for mention in finder.find(words, today=today)
        if mention.value != ALL_AGENCIES and not _RECEIVER.search(fold(text[: words[mention.first].start])[-30:])
    ]


def _whole_lines(lines: Sequence[str], finder: AgencyFinder, today: date) -> list[AgencyCode]:
    """The agencies that a letterhead names, each alone on its line ("SỞ NỘI VỤ", "SỞ NỘI VỤ TỈNH SÓC TRĂNG")."""
    found: list[AgencyCode] = []
    for line in lines:
        words = words_of(line)
        for mention in finder.find(words, today=today):
            rest = words[mention.last :]
            if mention.first == 0 and (not rest or rest[0].folded == "tinh") and mention.value != ALL_AGENCIES:
                found.append(mention.value)
    return found


def _by_number(lines: Sequence[str], catalogue: Catalogue) -> tuple[AgencyCode, ...]:
    """The agency whose letters stand in the report's number: 81/BC-SKHĐT."""
    letters = {found[1] for line in lines for found in _NUMBER_OF_PAPER.finditer(fold(line))}
    return tuple(each.code for each in catalogue.agencies if letters & {fold(each.code), fold(each.short)})


def _first_of(*choices: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """The first source that says anything."""
    return next((choice for choice in choices if choice), ())


def _distinct(items: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(items))
