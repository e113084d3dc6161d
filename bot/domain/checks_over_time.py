"""What an agency's figures of several periods say together (design §3): a year holds its parts, cumulatives never fall, jumps.

Percents and counts only; blank and "chưa có số liệu" are not compared. Why which of them needs a reason:
docs/decisions/0009-checks-history-undo.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId, Measure, ValueType
from bot.domain.lookup import Derived, Figures, Reported, figure_of
from bot.domain.period import Period, Span
from bot.domain.value import State, StoredValue

# the ways to put a span together from shorter ones
_SPLITS: dict[Span, tuple[tuple[Span, Span], ...]] = {
    Span.H1: ((Span.Q1, Span.Q2),),
    Span.H2: ((Span.Q3, Span.Q4),),
    Span.NINE_MONTHS: ((Span.H1, Span.Q3),),
    Span.YEAR: ((Span.H1, Span.H2), (Span.NINE_MONTHS, Span.Q4)),
}


class OverTime(StrEnum):
    """What must hold between periods of a year."""

    PARTS = "parts"  # a flow: a period is at least the sum of the periods within it
    FALLS = "falls"  # a cumulative: not less than at an earlier report


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures of one indicator that cannot all be right: `later` is less than `earlier` (their sum, for PARTS)."""

    rule: OverTime
    later: StoredValue
    earlier: tuple[StoredValue, ...]
    hard: bool = True

    @property
    def key(self) -> str:
        """Which check it is; a reason is kept under it, with the later period's report."""
        return f"{self.rule}:{self.later.key.indicator}"

    @property
    def rows(self) -> tuple[IndicatorId, ...]:
        """The row concerned."""
        return (self.later.key.indicator,)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Of the earlier figures, then of the later one."""
        return (*(value.key.period for value in self.earlier), self.later.key.period)

    @property
    def figures(self) -> str:
        """The figures that fail: a reason given for these is void for others."""
        return " ".join(f"{value.key.period}={_number(value).normalize():f}" for value in (*self.earlier, self.later))


@dataclass(frozen=True, slots=True)
class JumpRules:
    """From when on a figure is far from the one before: so many times as much or as little; or fewer times and a difference."""

    times: Decimal = Decimal(10)
    fewer_times: Decimal = Decimal(3)
    difference: Decimal = Decimal(20)


@dataclass(frozen=True, slots=True)
class Jump:
    """A figure far from the one of an earlier period of the same length. `is_derived`: nobody reported that one as such."""

    value: StoredValue
    since: Period
    before: Decimal
    is_derived: bool

    @property
    def number(self) -> Decimal:
        """The figure now."""
        return _number(self.value)


def contradictions(
    figures: Figures, agency: AgencyCode, period: Period, *, touching: Collection[IndicatorId] | None = None
) -> tuple[Contradiction, ...]:
    """Those of the period's year in which the report of `period` takes part, in the catalogue's order."""
    return evaluate_over_time(figures, agency, period, touching=touching)[0]


def evaluate_over_time(
    figures: Figures, agency: AgencyCode, period: Period, *, touching: Collection[IndicatorId] | None = None
) -> tuple[tuple[Contradiction, ...], int]:
    """The contradictions in which the report of `period` takes part, and how many comparisons it took part in."""
    found, compared = [], 0
    for row in figures.catalogue.indicators:
        if (touching is not None and row.id not in touching) or not is_compared_over_time(row):
            continue
        of_year = _numbers_of_year(figures, row, agency, period.year)
        if period.span not in of_year:
            continue
        for comparison in _comparisons(row, of_year):
            if period in comparison.periods:
                compared += 1
                found += [comparison] if _fails(comparison) else []
    return tuple(found), compared


def is_compared_over_time(row: CatalogueRow) -> bool:
    """Whether figures of several periods of a year can contradict each other in this row."""
    if row.measure is Measure.CUMULATIVE:
        return row.type in (ValueType.COUNT, ValueType.PERCENT)
    return row.measure is Measure.FLOW and row.type is ValueType.COUNT


def jumps(
    figures: Figures,
    agency: AgencyCode,
    period: Period,
    rules: JumpRules,
    *,
    touching: Collection[IndicatorId] | None = None,
) -> tuple[Jump, ...]:
    """The figures of a report that are far from the same period last year, else from the one before of the same length."""
    found = []
    for row in figures.catalogue.indicators:
        if (touching is not None and row.id not in touching) or row.type not in (ValueType.COUNT, ValueType.PERCENT):
            continue
        finding = figures.find(row.id, agency, period)
        if not isinstance(finding, Reported) or finding.value.figure.number is None:
            continue
        before = _comparable(figures, row, agency, period)
        if before is not None and _is_jump(finding.value, before[1], rules):
            since, number, is_derived = before
            found.append(Jump(finding.value, since, number, is_derived))
    return tuple(found)


def _numbers_of_year(figures: Figures, row: CatalogueRow, agency: AgencyCode, year: int) -> dict[Span, StoredValue]:
    values = figures.of_year(row.id, agency, year)
    return {value.key.period.span: value for value in values if value.figure.number is not None}


def _comparisons(row: CatalogueRow, of_year: Mapping[Span, StoredValue]) -> list[Contradiction]:
    """Everything that is to be compared, whether it fails or not."""
    if row.measure is Measure.FLOW and row.type is ValueType.COUNT:
        wholes = [(value, _within(span, of_year)) for span, value in of_year.items()]
        return [Contradiction(OverTime.PARTS, value, parts) for value, parts in wholes if parts]
    if row.measure is not Measure.CUMULATIVE:
        return []
    found = []
    for value in of_year.values():
        before = [each for each in of_year.values() if each.key.period.last_day < value.key.period.last_day]
        if before:  # the report just before: what fell earlier is told there
            last = max(before, key=lambda each: each.key.period)
            # a rate falls when its whole grows, so it is no proof that a figure is wrong
            found.append(Contradiction(OverTime.FALLS, value, (last,), hard=row.type is ValueType.COUNT))
    return found


def _within(span: Span, of_year: Mapping[Span, StoredValue]) -> tuple[StoredValue, ...]:
    """The reported parts of a span that add up to most; what is blank between them counts as nothing."""
    ways = [(*_part(first, of_year), *_part(second, of_year)) for first, second in _SPLITS.get(span, ())]
    return max(ways, key=_sum, default=())


def _part(span: Span, of_year: Mapping[Span, StoredValue]) -> tuple[StoredValue, ...]:
    value = of_year.get(span)
    return (value,) if value is not None else _within(span, of_year)


def _fails(comparison: Contradiction) -> bool:
    return _number(comparison.later) < _sum(comparison.earlier)


def _comparable(figures: Figures, row: CatalogueRow, agency: AgencyCode, period: Period) -> tuple[Period, Decimal, bool] | None:
    """The earlier figure to compare with: its period, number, and whether it is derived."""
    for since in dict.fromkeys((period.same_last_year, period.previous)):
        if row.measure is Measure.CUMULATIVE and since != period.same_last_year:
            continue  # it counts from the year's first day: the quarter before is shorter
        finding = figures.find(row.id, agency, since)
        figure = figure_of(finding)
        if figure is not None and figure.number is not None:
            return since, figure.number, isinstance(finding, Derived)
    return None


def _is_jump(value: StoredValue, before: Decimal, rules: JumpRules) -> bool:
    now, difference = _number(value), abs(_number(value) - before)
    if not before:
        return False
    if not now:  # 1 → 0 happens every quarter, and "không phát sinh" was said on purpose
        return difference >= rules.difference and value.figure.state is not State.NOTHING_OCCURRED
    if now >= before * rules.times or now * rules.times <= before:
        return True
    return now >= before * rules.fewer_times and difference >= rules.difference


def _sum(values: Collection[StoredValue]) -> Decimal:
    return sum((_number(value) for value in values), Decimal(0))


def _number(value: StoredValue) -> Decimal:
    number = value.figure.number
    return Decimal(0) if number is None else number
