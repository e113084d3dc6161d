"""Finding the figure for one indicator, agency and period: as reported, or derived and labelled so (design §3, §4)."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Nothing to show. `lacking`: the periods that a derivation would have needed; `available`: periods with a figure."""

    key: ValueKey
    lacking: tuple[Period, ...]
    available: tuple[Period, ...]


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


class Figures:
    """The stored values of some agencies and indicators, read once and looked up without further queries."""

    def __init__(self, catalogue: Catalogue, values: Iterable[StoredValue]) -> None:
        """Index the values by key."""
        self.catalogue = catalogue
        self._values = {value.key: value for value in values}
        self._periods: dict[tuple[AgencyCode, IndicatorId], list[Period]] = {}
        for key in self._values:
            self._periods.setdefault((key.agency, key.indicator), []).append(key.period)

    def periods_with(self, indicator: IndicatorId, agency: AgencyCode) -> tuple[Period, ...]:
        """Periods that carry a value, oldest first."""
        return tuple(sorted(self._periods.get((agency, indicator), ())))

    @property
    def values(self) -> tuple[StoredValue, ...]:
        """All values that were read."""
        return tuple(self._values.values())

    def stored(self, key: ValueKey) -> StoredValue | None:
        """The value reported for that very key."""
        return self._values.get(key)

    def find(self, indicator: IndicatorId, agency: AgencyCode, period: Period) -> Finding:
        """Look the figure up; a reported one goes before a derived one."""
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
        return self._nothing(key, lacking)

    def _same_end(self, key: ValueKey) -> Finding:
        for span in (Span.YEAR, Span.H1, Span.Q3, Span.Q1, Span.NINE_MONTHS, Span.H2, Span.Q2, Span.Q4):
            other = Period(key.period.year, span)
            if other == key.period or other.last_day != key.period.last_day:
                continue
            value = self._values.get(ValueKey(key.agency, other, key.indicator))
            if value is not None:
                return Derived(key, value.figure, Derivation.SAME_END, (value,))
        return self._nothing(key, ())

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

    def _nothing(self, key: ValueKey, lacking: tuple[Period, ...]) -> NotReported:
        return NotReported(key, lacking, self.periods_with(key.indicator, key.agency))


def read_figures(
    store: Store,
    catalogue: Catalogue,
    *,
    indicators: Iterable[IndicatorId],
    agencies: Iterable[AgencyCode] | None = None,
    periods: Iterable[Period] | None = None,
) -> Figures:
    """Read what is needed to look these up: their formulas' operands and weights too, of the given agencies (None: all)."""
    wanted: set[IndicatorId] = set()
    for indicator in indicators:
        row = catalogue.row(indicator)
        wanted.add(indicator)
        if row.formula is not None:
            wanted.update(operands(row.formula))
        if row.weight is not None:
            wanted.add(row.weight)
    return Figures(
        catalogue,
        store.values(
            indicators=wanted,
            agencies=None if agencies is None else set(agencies),
            periods=None if periods is None else set(periods),
        ),
    )


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
