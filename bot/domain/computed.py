"""Figures that follow from others of the same report by their formula: a rate, a total. Offered, never stored by themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.catalogue import Catalogue, CatalogueRow, IndicatorId, ValueType
from bot.domain.checks import agrees
from bot.domain.formula import evaluate, operands
from bot.domain.value import Figure, StoredValue, fault_of

RAW = "tự tính: "  # how the raw text of a figure begins that was taken over, before its formula in figures
_RATE_DIGITS = Decimal("0.01")  # as reports write rates
_SIGNS = str.maketrans({"*": "×", "/": ":"})


@dataclass(frozen=True, slots=True)
class Computed:
    """What a formula gives now. `standing`: what stands in that row; `fits`: it says the same."""

    row: CatalogueRow
    figure: Figure
    number: Decimal
    raw: str
    standing: StoredValue | None
    fits: bool

    @property
    def stands(self) -> bool:
        """Whether the row says a number already."""
        return self.standing is not None and self.standing.figure.number is not None

    @property
    def may_be_stored(self) -> bool:
        """Whether it can be a figure of its row; more than 100 % comes of a part that exceeds its whole."""
        is_too_much = self.row.type is ValueType.PERCENT and self.number > 100  # noqa: PLR2004  per cent
        return not is_too_much and fault_of(self.number, self.row) is None


def rounded(number: Decimal, row: CatalogueRow) -> Decimal:
    """A result as reports write it: a rate with two digits at most, half upwards; a count as it is."""
    if row.type is not ValueType.PERCENT:
        return number
    shown = number.quantize(_RATE_DIGITS, ROUND_HALF_UP).normalize()
    return shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown


def computed_figures(
    catalogue: Catalogue, values: Collection[StoredValue], *, touching: Collection[IndicatorId] | None = None
) -> tuple[Computed, ...]:
    """The rows of one report that have a formula and all its figures; `touching`: only where one of these rows takes part."""
    stored = {value.key.indicator: value for value in values}
    known = {row_id: value.figure.number for row_id, value in stored.items() if value.figure.number is not None}
    touched = None if touching is None else frozenset(touching)
    found = []
    for row in catalogue.rows:
        if row.formula is None:
            continue
        needed = operands(row.formula)
        if touched is not None and row.id not in touched and touched.isdisjoint(needed):
            continue
        result = evaluate(row.formula, known)
        if result is None:
            continue
        number = rounded(result, row)
        figure = Figure(number, estimate=any(stored[each].figure.estimate for each in needed))
        standing = stored.get(row.id)
        raw = RAW + _in_figures(row.formula, {each: known[each] for each in needed})
        found.append(Computed(row, figure, number, raw, standing, fits=_fits(standing, number, row)))
    return tuple(found)


def _fits(standing: StoredValue | None, number: Decimal, row: CatalogueRow) -> bool:
    if standing is None or standing.figure.number is None:
        return False
    if row.type is not ValueType.PERCENT or standing.raw.startswith(RAW):
        return standing.figure.number == number
    return agrees(standing.figure.number, number)


def _in_figures(formula: str, figures: dict[IndicatorId, Decimal]) -> str:
    """`20 : 25 × 100`; longer ids first, because one may begin with another."""
    for row_id in sorted(figures, key=len, reverse=True):
        formula = formula.replace(row_id, f"{figures[row_id]:f}")
    return formula.translate(_SIGNS)
