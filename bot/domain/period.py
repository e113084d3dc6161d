"""Reporting periods: a year and a span of months, each with its data window (15th to 14th, decree 09/2019/NĐ-CP art. 12)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering


class Span(StrEnum):
    """The part of a year that a period covers."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"
    H1 = "H1"
    H2 = "H2"
    NINE_MONTHS = "9M"
    YEAR = "Y"

    __hash__ = str.__hash__  # a province's period is thousands of keys; Enum's own takes several times as long


# first month and last month of the span; the window runs from the 15th of the month before to the 14th of the last month
_MONTHS = {
    Span.Q1: (1, 3),
    Span.Q2: (4, 6),
    Span.Q3: (7, 9),
    Span.Q4: (10, 12),
    Span.H1: (1, 6),
    Span.H2: (7, 12),
    Span.NINE_MONTHS: (1, 9),
    Span.YEAR: (1, 12),
}
_NAMES = {
    Span.Q1: "Quý I/{year}",
    Span.Q2: "Quý II/{year}",
    Span.Q3: "Quý III/{year}",
    Span.Q4: "Quý IV/{year}",
    Span.H1: "6 tháng đầu năm {year}",
    Span.H2: "6 tháng cuối năm {year}",
    Span.NINE_MONTHS: "9 tháng đầu năm {year}",
    Span.YEAR: "Năm {year}",
}
# by the end of the window, of the same end the shorter first
_ORDER = {span: place for place, span in enumerate(sorted(Span, key=lambda each: (_MONTHS[each][1], -_MONTHS[each][0])))}
_CODE = re.compile(r"(\d{4})-(Q[1-4]|H[12]|9M|Y)")
_QUARTERS = (Span.Q1, Span.Q2, Span.Q3, Span.Q4)


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period; ordered by the end of its window, then by length."""

    year: int
    span: Span

    @staticmethod
    @lru_cache(maxsize=1024)
    def parse(code: str) -> Period:
        """Read a code such as `2022-Q3`, `2022-H1`, `2022-9M` or `2022-Y`; ValueError for anything else."""
        found = _CODE.fullmatch(code)
        if not found:
            message = f"not a period code: {code!r} (expected e.g. 2022-Q3, 2022-H1, 2022-9M, 2022-Y)"
            raise ValueError(message)
        return Period(int(found[1]), Span(found[2]))

    @property
    def code(self) -> str:
        """`2022-Q3`."""
        return f"{self.year}-{self.span}"

    @property
    def name(self) -> str:
        """As people write it: `Quý III/2022`, `6 tháng đầu năm 2022`."""
        return _NAMES[self.span].format(year=self.year)

    @property
    def months(self) -> int:
        """Length in months: 3, 6, 9 or 12."""
        first, last = _MONTHS[self.span]
        return last - first + 1

    @property
    def first_day(self) -> date:
        """First day of the data window, a 15th."""
        month = _MONTHS[self.span][0]
        return date(self.year - 1, 12, 15) if month == 1 else date(self.year, month - 1, 15)

    @property
    def last_day(self) -> date:
        """Last day of the data window, a 14th."""
        return date(self.year, _MONTHS[self.span][1], 14)

    @property
    def previous(self) -> Period:
        """The period of the same length just before (the year before for 9 months and years)."""
        match self.span:
            case Span.NINE_MONTHS | Span.YEAR:
                return Period(self.year - 1, self.span)
            case Span.H1:
                return Period(self.year - 1, Span.H2)
            case Span.H2:
                return Period(self.year, Span.H1)
            case _:
                place = _QUARTERS.index(self.span)
                return Period(self.year, _QUARTERS[place - 1]) if place else Period(self.year - 1, Span.Q4)

    @property
    def same_last_year(self) -> Period:
        """The same span one year earlier ("cùng kỳ")."""
        return Period(self.year - 1, self.span)

    def __str__(self) -> str:
        """The code."""
        return self.code

    def __lt__(self, other: object) -> bool:
        """Earlier end first; of the same end the shorter first."""
        if not isinstance(other, Period):
            return NotImplemented
        return (self.year, _ORDER[self.span]) < (other.year, _ORDER[other.span])


def quarter_of(day: date) -> Period:
    """The calendar quarter that a day lies in, as people mean by "quý này" when no report is open."""
    return Period(day.year, _QUARTERS[(day.month - 1) // 3])
