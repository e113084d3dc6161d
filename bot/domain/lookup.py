"""Finding the figure for one indicator, agency and period: as reported, or derived and labelled so (design §3, §4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, Measure, ValueType
from bot.domain.computed import rounded
from bot.domain.formula import evaluate, operands
from bot.domain.period import Period, Span
from bot.domain.ports import Store
from bot.domain.value import Figure, StoredValue, ValueKey


class Derivation(StrEnum):
    """How a figure that nobody reported was found."""

    PERIODS = "periods"  # sum or difference of reported periods of a flow
    SAME_END = "same_end"  # the report whose window ends on the same day
    FORMULA = "formula"  # the indicator's own formula over figures of the same period


@dataclass(frozen=True, slots=True)
class Reported:
    """The figure as it was entered for that very period."""

    value: StoredValue


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure worked out from reported ones. `parts` in the order of the calculation, `signs` +1 or -1 for PERIODS."""

    key: ValueKey
    figure: Figure
    how: Derivation
    parts: tuple[StoredValue, ...]
    signs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradictory:
    """A difference that came out negative: not shown as a figure, its parts are named instead."""

    key: ValueKey
    parts: tuple[StoredValue, ...]
    signs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotReported:
    """Nothing to show. `lacking`: the periods that a derivation would have needed."""

    key: ValueKey
    lacking: tuple[Period, ...]


Finding = Reported | Derived | Contradictory | NotReported

# Sums and differences of periods that give a flow, the collected reports first (Q1, H1, Q3, Y; regime.md).
_RECIPES: dict[Span, tuple[tuple[tuple[Span, int], ...], ...]] = {
    Span.Q1: (((Span.H1, 1), (Span.Q2, -1)),),
    Span.Q2: (((Span.H1, 1), (Span.Q1, -1)),),
    Span.Q3: (((Span.NINE_MONTHS, 1), (Span.H1, -1)), ((Span.H2, 1), (Span.Q4, -1))),
    Span.Q4: (((Span.YEAR, 1), (Span.H1, -1), (Span.Q3, -1)), ((Span.H2, 1), (Span.Q3, -1))),
    Span.H1: (((Span.Q1, 1), (Span.Q2, 1)),),
    Span.H2: (((Span.YEAR, 1), (Span.H1, -1)), ((Span.Q3, 1), (Span.Q4, 1))),
    Span.NINE_MONTHS: (((Span.H1, 1), (Span.Q3, 1)), ((Span.Q1, 1), (Span.Q2, 1), (Span.Q3, 1))),
    Span.YEAR: (((Span.H1, 1), (Span.Q3, 1), (Span.Q4, 1)), ((Span.Q1, 1), (Span.Q2, 1), (Span.Q3, 1), (Span.Q4, 1))),
}


def parts_of(period: Period) -> frozenset[Period]:
    """The periods that a flow of this one may be put together from."""
    return frozenset(Period(period.year, span) for recipe in _RECIPES[period.span] for span, _ in recipe)


def same_end(period: Period) -> frozenset[Period]:
    """The period itself and those that end with it: what one of them reports stands for all."""
    every = (Period(period.year, span) for span in Span)
    return frozenset(other for other in every if other.last_day == period.last_day)


# Reads values of some periods (None: of any), or of all from a year on.
_Read = Callable[[Collection[Period] | None, int | None], Iterable[StoredValue]]


class Figures:
    """The stored values of some agencies and indicators, looked up.

    Given values are all there are. Else the store is read as far back as is looked: a year at a time, for no derivation
    leaves its year, so that a lookup costs the same however many years have been reported.
    """

    def __init__(self, catalogue: Catalogue, values: Iterable[StoredValue] = (), *, read: _Read | None = None) -> None:
        """Begin with these values; `read` gives the others when they are looked for."""
        self.catalogue = catalogue
        self._read = read
        self._years: set[int] = set()  # that were read, besides all since
        self._since: int | None = None
        self._values: dict[ValueKey, StoredValue] = {}
        self._periods: dict[tuple[AgencyCode, IndicatorId], list[Period]] = {}
        self._take(values)

    def periods_with(self, indicator: IndicatorId, agency: AgencyCode, *, since: int | None = None) -> tuple[Period, ...]:
        """Periods that carry a value, oldest first; `since`: only those of that year and later, and no others are read."""
        self._read_since(since)
        known = self._periods.get((agency, indicator), ())
        return tuple(sorted(period for period in known if since is None or period.year >= since))

    def of_year(self, indicator: IndicatorId, agency: AgencyCode, year: int) -> list[StoredValue]:
        """The values of a year's periods, the earliest end first."""
        self._read_year(year)
        known = self._periods.get((agency, indicator), ())
        return [self._values[ValueKey(agency, at, indicator)] for at in sorted(at for at in known if at.year == year)]

    @property
    def values(self) -> tuple[StoredValue, ...]:
        """All values."""
        self._read_since(None)
        return tuple(self._values.values())

    def stored(self, key: ValueKey) -> StoredValue | None:
        """The value reported for that very key."""
        self._read_year(key.period.year)
        return self._values.get(key)

    def find(self, indicator: IndicatorId, agency: AgencyCode, period: Period) -> Finding:
        """Look the figure up; a reported one goes before a derived one."""
        self._read_year(period.year)
        key = ValueKey(agency, period, indicator)
        standing = self._values.get(key)
        if standing is not None:
            return Reported(standing)
        row = self.catalogue.row(indicator)
        by_formula = self._by_formula(row, key)
        if by_formula is not None:
            return by_formula
        if row.measure is Measure.FLOW and row.type is ValueType.COUNT:
            return self._by_periods(key)
        return self._same_end(key)

    def _by_periods(self, key: ValueKey) -> Finding:
        lacking: tuple[Period, ...] = ()
        for recipe in _RECIPES[key.period.span]:
            periods = [Period(key.period.year, span) for span, _ in recipe]
            found = [self._values.get(ValueKey(key.agency, period, key.indicator)) for period in periods]
            parts = tuple(value for value in found if value is not None and value.figure.number is not None)
            if len(parts) < len(recipe):
                if not lacking:
                    known = {value.key.period for value in parts}
                    lacking = tuple(period for period in periods if period not in known)
                continue
            signs = tuple(sign for _, sign in recipe)
            total = sum((sign * _number(part) for part, sign in zip(parts, signs, strict=True)), Decimal(0))
            if total < 0:
                return Contradictory(key, parts, signs)
            figure = Figure(total, estimate=any(part.figure.estimate for part in parts))
            return Derived(key, figure, Derivation.PERIODS, parts, signs)
        return NotReported(key, lacking)

    def _same_end(self, key: ValueKey) -> Finding:
        for span in (Span.YEAR, Span.H1, Span.Q3, Span.Q1, Span.NINE_MONTHS, Span.H2, Span.Q2, Span.Q4):
            other = Period(key.period.year, span)
            if other == key.period or other.last_day != key.period.last_day:
                continue
            value = self._values.get(ValueKey(key.agency, other, key.indicator))
            if value is not None:
                return Derived(key, value.figure, Derivation.SAME_END, (value,))
        return NotReported(key, ())

    def _by_formula(self, row: CatalogueRow, key: ValueKey) -> Derived | None:
        if row.formula is None:
            return None
        needed = operands(row.formula)
        parts = [self._values.get(ValueKey(key.agency, key.period, operand)) for operand in needed]
        known = {
            part.key.indicator: part.figure.number for part in parts if part is not None and part.figure.number is not None
        }
        result = evaluate(row.formula, known)
        if result is None:
            return None
        number = rounded(result, row)
        used = tuple(part for part in parts if part is not None)
        figure = Figure(number, estimate=any(part.figure.estimate for part in used))
        return Derived(key, figure, Derivation.FORMULA, used)

    def _read_year(self, year: int) -> None:
        """Have all values of a year."""
        if self._read is None or year in self._years or (self._since is not None and year >= self._since):
            return
        self._years.add(year)
        self._take(self._read([Period(year, span) for span in Span], None))

    def _read_since(self, year: int | None) -> None:
        """Have all values of a year and of those after it; None: of any year."""
        if self._read is None or (year is not None and self._since is not None and year >= self._since):
            return
        self._take(self._read(None, year))
        self._since = year
        if year is None:
            self._read = None

    def _take(self, values: Iterable[StoredValue]) -> None:
        for value in values:
            key = value.key
            if key not in self._values:
                self._periods.setdefault((key.agency, key.indicator), []).append(key.period)
            self._values[key] = value


def read_figures(
    store: Store,
    catalogue: Catalogue,
    *,
    indicators: Iterable[IndicatorId],
    agencies: Iterable[AgencyCode],
    periods: Iterable[Period] | None = None,
    alone: bool = False,
) -> Figures:
    """Look these up: with their formulas' operands and weights, or `alone`, as if there were no formulas.

    `periods`: only these, read at once; None: any, each year read when it is looked at, within the same transaction.
    """
    wanted: set[IndicatorId] = set()
    for indicator in indicators:
        row = catalogue.row(indicator)
        wanted.add(indicator)
        if row.formula is not None and not alone:
            wanted.update(operands(row.formula))
        if row.weight is not None and not alone:
            wanted.add(row.weight)
    among = set(agencies)

    def read(of: Collection[Period] | None, since: int | None) -> Iterable[StoredValue]:
        return store.values(indicators=wanted, agencies=among, periods=of, since=since)

    return Figures(catalogue, read=read) if periods is None else Figures(catalogue, read(set(periods), None))


def figure_of(finding: Finding) -> Figure | None:
    """The figure found, or None."""
    match finding:
        case Reported(value):
            return value.figure
        case Derived(figure=figure):
            return figure
        case Contradictory() | NotReported():
            return None


def _number(value: StoredValue) -> Decimal:
    number = value.figure.number
    return Decimal(0) if number is None else number
