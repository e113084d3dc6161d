"""One indicator over agencies: the total by the rules of design §3, and who stands where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId, ValueType
from bot.domain.formula import evaluate, operands
from bot.domain.lookup import Contradictory, Derived, Figures, Finding, NotReported, Reported, figure_of
from bot.domain.period import Period
from bot.domain.value import RATE_OF_NOTHING, Figure


class TotalKind(StrEnum):
    """How figures of several agencies were put together."""

    SUM = "sum"
    FORMULA = "formula"  # a percent recomputed from summed parts
    WEIGHTED = "weighted"  # a percent weighted by a count
    LISTED = "listed"  # a percent that cannot be put together
    COUNTED = "counted"  # a flag or code: how many answered what


@dataclass(frozen=True, slots=True)
class Standing:
    """What one agency's figure is; `figure` None when it has none that may be shown."""

    agency: AgencyCode
    finding: Finding
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All agencies for one indicator and period. `number` None when nothing can be put together; missing is never 0."""

    indicator: IndicatorId
    period: Period
    standings: tuple[Standing, ...]
    kind: TotalKind
    number: Decimal | None
    counted: tuple[AgencyCode, ...] = ()  # the agencies that went into `number`

    @property
    def reported(self) -> tuple[Standing, ...]:
        """Those with a number."""
        return tuple(each for each in self.standings if each.figure is not None and each.figure.number is not None)

    @property
    def missing(self) -> tuple[AgencyCode, ...]:
        """Those that said nothing, or that they have no data."""
        said = (*self.reported, *self.without_cases)
        return tuple(each.agency for each in self.standings if each not in said)

    @property
    def without_cases(self) -> tuple[Standing, ...]:
        """Those whose rate is of nothing: no case occurred that it could be worked out from."""
        return tuple(each for each in self.standings if each.figure == RATE_OF_NOTHING)


def overview(
    row: CatalogueRow,
    period: Period,
    agencies: Sequence[AgencyCode],
    *,
    figures: Figures,
    visible: Callable[[AgencyCode, Period], bool],
) -> Overview:
    """Look all agencies up and put their figures together. `visible` says which agency's report may be shown."""
    standings = tuple(_standing(row.id, agency, period, figures, visible) for agency in agencies)
    shown = [each for each in standings if each.figure is not None and each.figure.number is not None]
    numbers = {each.agency: each.figure.number for each in shown if each.figure and each.figure.number is not None}

    def look_up(indicator: IndicatorId, agency: AgencyCode) -> Decimal | None:
        figure = _standing(indicator, agency, period, figures, visible).figure
        return None if figure is None else figure.number

    kind, number, counted = _total(row, numbers, look_up)
    return Overview(row.id, period, standings, kind, number, counted)


_LookUp = Callable[[IndicatorId, AgencyCode], Decimal | None]


def _total(
    row: CatalogueRow, numbers: dict[AgencyCode, Decimal], look_up: _LookUp
) -> tuple[TotalKind, Decimal | None, tuple[AgencyCode, ...]]:
    match row.type:
        case ValueType.COUNT:
            return TotalKind.SUM, sum(numbers.values(), Decimal(0)) if numbers else None, tuple(numbers)
        case ValueType.FLAG | ValueType.CODE:
            return TotalKind.COUNTED, None, tuple(numbers)
        case ValueType.PERCENT:
            return _percent(row, numbers, look_up)


def _standing(
    indicator: IndicatorId,
    agency: AgencyCode,
    period: Period,
    figures: Figures,
    visible: Callable[[AgencyCode, Period], bool],
) -> Standing:
    finding = figures.find(indicator, agency, period)
    return Standing(agency, finding, figure_of(finding) if is_visible(finding, visible) else None)


def is_visible(finding: Finding, visible: Callable[[AgencyCode, Period], bool]) -> bool:
    """Whether every report that the figure rests on may be shown."""
    match finding:
        case Reported(value):
            return visible(value.key.agency, value.key.period)
        case Derived(parts=parts) | Contradictory(parts=parts):
            return all(visible(part.key.agency, part.key.period) for part in parts)
        case NotReported():
            return True


def _percent(
    row: CatalogueRow, numbers: dict[AgencyCode, Decimal], look_up: _LookUp
) -> tuple[TotalKind, Decimal | None, tuple[AgencyCode, ...]]:
    if row.formula is not None:
        needed = operands(row.formula)
        sums = dict.fromkeys(needed, Decimal(0))
        counted = []
        for agency in numbers:
            parts = {operand: part for operand in needed if (part := look_up(operand, agency)) is not None}
            if len(parts) < len(sums):
                continue
            counted.append(agency)
            for operand, part in parts.items():
                sums[operand] += part
        return TotalKind.FORMULA, evaluate(row.formula, sums) if counted else None, tuple(counted)
    if row.weight is not None:
        known = {agency: weight for agency in numbers if (weight := look_up(row.weight, agency))}
        total = sum(known.values(), Decimal(0))
        if not total:
            return TotalKind.WEIGHTED, None, ()
        return TotalKind.WEIGHTED, sum((numbers[a] * w for a, w in known.items()), Decimal(0)) / total, tuple(known)
    return TotalKind.LISTED, None, tuple(numbers)
