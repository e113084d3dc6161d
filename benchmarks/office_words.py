"""What the clerks of `bench_load.py` write: the same few messages again and again, or each in words of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random

from benchmarks.typists import without_accents
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, RowKind, ValueType
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period, Span
from bot.sample import sample_figures
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry
from bot.understanding.understand import understand

_OPEN = Period(2023, Span.Q1)  # its figures are not shown to others
_NAMES = 3  # of a row: its short name and its first aliases
_BEFORE = ("", "cho hỏi ", "xin số liệu ", "em cần ")
_PERIODS: tuple[Callable[[Period], str], ...] = (
    lambda period: f"{_span(period)} {period.year}",
    lambda period: f"{_span(period)}/{period.year}",
    lambda period: f"{_span(period)} năm {period.year}",
)


def question(number: int) -> str:
    """One of three questions that have a figure."""
    return ("hồ sơ trả kết quả sở công thương quý 3/2022", "ho so tra kq sct q3 22", "biên chế được giao STTTT q3/2022")[
        number % 3
    ]


def entry(number: int) -> str:
    """A figure that replaces the one before it, in one of 31 messages."""
    return f"quý 1/2023: nhiệm vụ đề ra {20 + number % 31}"


def new_question(number: int) -> str:
    """A question for a figure that there is, worded as none of the some ten thousand before it."""
    asked = _askable()
    place, way = number % len(asked), number // len(asked)
    name, agency, period = asked[place]
    way, before = divmod(way, len(_BEFORE))
    way, when = divmod(way, len(_PERIODS))
    text = f"{_BEFORE[before]}{name} {agency} {_PERIODS[when](period)}"
    return without_accents(text, Random(0)) if way % 2 else text  # noqa: S311  nothing is drawn from it


def new_entry(number: int) -> str:
    """A figure of one of a hundred rows, worded as none of the some ten thousand before it."""
    names = _enterable()
    figure, place = divmod(number, len(names))
    text = f"quý 1/2023: {names[place]} {10 + figure % 90}"
    return without_accents(text, Random(0)) if figure % 2 else text  # noqa: S311  as above


@cache
def _askable() -> list[tuple[str, str, Period]]:
    """Name of the row, of the agency, and the period, of every figure of the sample that all may see."""
    catalogue = load_catalogue()
    return [
        (name, catalogue.agency(figure.key.agency).short, figure.key.period)
        for figure in sample_figures()
        if figure.key.period != _OPEN and _is_clear(catalogue.row(figure.key.indicator), catalogue)
        for name in _names(catalogue.row(figure.key.indicator))
    ]


@cache
def _enterable() -> list[str]:
    """Names of rows that count, those left out which the bot would ask about."""
    reader = Reader(load_catalogue())
    rows = [row for row in reader.catalogue.indicators if row.type is ValueType.COUNT and _is_clear(row, reader.catalogue)]
    return [name for row in rows for name in _names(row) if _is_stored(name, row, reader)]


def _is_stored(name: str, row: CatalogueRow, reader: Reader) -> bool:
    read = understand(f"quý 1/2023: {name} 11", Context(date(2023, 3, 15), agency=AgencyCode("SCT")), reader=reader)
    return isinstance(read, Entry) and [(each.indicator, each.certain) for each in read.values] == [(row.id, True)]


def _is_clear(row: CatalogueRow, catalogue: Catalogue) -> bool:
    return row.kind is RowKind.INDICATOR and not catalogue.has_namesake(row)


def _names(row: CatalogueRow) -> list[str]:
    return [row.short, *row.aliases][:_NAMES]


def _span(period: Period) -> str:
    words = {"Q": "quý {}", "H": "6 tháng đầu năm"}
    code = period.span.value
    return words[code[0]].format(code[1:])
