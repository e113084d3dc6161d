"""One indicator of one agency over periods of one length: what a chart may join by a line (design §3, like with like)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import AgencyCode, CatalogueRow
from bot.domain.lookup import Derived, Figures, figure_of
from bot.domain.overview import is_visible
from bot.domain.period import Period, Span
from bot.domain.value import Figure

MOST_POINTS = 12  # three years of quarters; more cannot be read on a phone
_YEARS = 3  # before the latest, that hold as many quarters
_ENOUGH = 2  # points that show which way it goes
_QUARTERS = (Span.Q1, Span.Q2, Span.Q3, Span.Q4)
_LENGTHS = (_QUARTERS, (Span.H1, Span.H2), (Span.YEAR,), (Span.NINE_MONTHS,))
_WITHIN = {Span.H1: _QUARTERS[:2], Span.H2: _QUARTERS[2:], Span.NINE_MONTHS: _QUARTERS[:3], Span.YEAR: _QUARTERS}

_Sees = Callable[[AgencyCode, Period], bool]


@dataclass(frozen=True, slots=True)
class Point:
    """A period and its figure; None where there is none, or none that may be shown. `derived`: worked out, not reported."""

    period: Period
    figure: Figure | None
    derived: bool

    @property
    def is_known(self) -> bool:
        """Whether it carries a number."""
        return self.figure is not None and self.figure.number is not None


def series(
    row: CatalogueRow,
    agency: AgencyCode,
    *,
    figures: Figures,
    sees: _Sees,
    named: Sequence[Period] = (),
    latest: int | None = None,
) -> tuple[Point, ...]:
    """The points of one length, oldest first, at most 12, from the first known to the last, gaps kept; () without any.

    `named`: the periods asked for; a single longer one stands for its quarters, of several lengths the one named most is
    taken. Without, quarters if two are known, else the length of which most are. `latest`: a year with figures before
    which nothing is read that the picture has no room for.
    """

    def points(periods: Iterable[Period]) -> tuple[Point, ...]:
        return tuple(_point(row, agency, period, figures, sees) for period in sorted(set(periods)))

    if len(named) > 1:
        months = Counter(period.months for period in named).most_common(1)[0][0]
        return points(period for period in named if period.months == months)[-MOST_POINTS:]
    if named and named[0].span in _WITHIN:
        within = points(Period(named[0].year, span) for span in _WITHIN[named[0].span])
        if _known(within) >= _ENOUGH:
            return within
    every: list[tuple[Point, ...]] = [()]
    for since in (None,) if latest is None else (latest - _YEARS, None):
        known = figures.periods_with(row.id, agency, since=since)
        years = range(known[0].year, known[-1].year + 1) if known else ()
        every = [_trimmed(points(Period(year, span) for year in years for span in spans)) for spans in _LENGTHS]
        if named:
            every = [_until(found, named[0]) for found in every]
        if len(every[0]) >= MOST_POINTS:
            break  # older ones would be left out
    if _known(every[0]) >= _ENOUGH:
        return every[0][-MOST_POINTS:]
    return max(every, key=_known)[-MOST_POINTS:]


def lengths_named(periods: Iterable[Period]) -> int:
    """How many different lengths of period were asked for together."""
    return len({period.months for period in periods})


def _point(row: CatalogueRow, agency: AgencyCode, period: Period, figures: Figures, sees: _Sees) -> Point:
    finding = figures.find(row.id, agency, period)
    figure = figure_of(finding) if is_visible(finding, sees) else None
    return Point(period, figure, figure is not None and isinstance(finding, Derived))


def _known(points: Sequence[Point]) -> int:
    return sum(point.is_known for point in points)


def _trimmed(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without the unknown ones before the first and behind the last."""
    places = [place for place, point in enumerate(points) if point.is_known]
    return tuple(points[places[0] : places[-1] + 1]) if places else ()


def _until(points: Sequence[Point], last: Period) -> tuple[Point, ...]:
    return tuple(point for point in points if point.period.last_day <= last.last_day)
