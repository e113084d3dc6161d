"""Guided entry: which rows are gone through in which order, what is left of them, and what is offered for a row.

Pure: stored figures in, rows and offers out. An extent is what somebody goes through; a walk is where they are in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, Measure, RowKind, ValueType
from bot.domain.completeness import required_rows
from bot.domain.formula import evaluate, operands
from bot.domain.lookup import Derivation, Derived, Figures, Reported
from bot.domain.period import Period
from bot.domain.value import Figure

_HAPPENS = (Measure.FLOW, Measure.CUMULATIVE)
_STANDS = (Measure.STOCK, Measure.FLAG)  # as it was, until something changes it
_OF_THE_YEAR = (Measure.ANNUAL, Measure.CUMULATIVE)  # another year's figure says nothing about this one's
_LOOK_BACK = 8  # periods of equal length that are looked through for the last figure: two years of quarters
_PERCENT_DIGITS = Decimal("0.01")


class ExtentKind(StrEnum):
    """What is gone through."""

    ALL = "all"
    PART = "part"  # a section, a heading, or one row with what is below it
    MINE = "mine"  # what one clerk answers for
    CHECKS = "checks"  # the rows that failing checks name
    MEND = "mend"  # the rows that a returned report names


_REVIEWS = frozenset({ExtentKind.CHECKS, ExtentKind.MEND})


@dataclass(frozen=True, slots=True)
class Extent:
    """What somebody goes through; `row`: which PART."""

    kind: ExtentKind
    row: IndicatorId | None = None

    @property
    def is_review(self) -> bool:
        """Whether its rows are looked at although they have figures; else only blank rows are."""
        return self.kind in _REVIEWS


@dataclass(frozen=True, slots=True)
class Walk:
    """The rows of an extent in printed order, and those `left`: not answered yet and not passed over.

    A review's rows are answered once they were passed: kept or entered anew.
    """

    rows: tuple[CatalogueRow, ...]
    left: tuple[CatalogueRow, ...]
    answered: frozenset[IndicatorId]
    order: Mapping[IndicatorId, int]

    @property
    def done(self) -> int:
        """How many of the rows are answered."""
        return len(self.answered)

    def of_section(self, section: IndicatorId) -> tuple[int, int]:
        """Answered and all rows of a section."""
        rows = [row for row in self.rows if row.section == section]
        return sum(row.id in self.answered for row in rows), len(rows)

    def next_after(self, row_id: IndicatorId | None) -> CatalogueRow | None:
        """The next row that is left, in printed order and from the beginning again; None when none is."""
        if row_id is None or not self.left:
            return next(iter(self.left), None)
        at = self.order.get(row_id, -1)
        return next((row for row in self.left if self.order[row.id] > at), self.left[0])


def walk(
    extent: Extent,
    figures: Mapping[IndicatorId, Figure],
    catalogue: Catalogue,
    period: Period,
    *,
    passed: Collection[IndicatorId] = (),
    named: Collection[IndicatorId] = (),
) -> Walk:
    """Where somebody is. `passed`: rows skipped, kept or (in a review) answered; `named`: the rows of MINE, CHECKS or MEND.

    A row that another one rules out (a flag answered Không, "không phát sinh" above) is not gone through.
    """
    order = printed_order(catalogue, period)
    if extent.is_review:
        known = {row_id for row_id in (*named, *passed) if row_id in order and row_id in catalogue}
        rows = tuple(sorted((catalogue.row(row_id) for row_id in known), key=lambda row: order[row.id]))
        answered = frozenset(row.id for row in rows if row.id in passed)
        return Walk(rows, tuple(row for row in rows if row.id not in answered), answered, order)
    required = required_rows(figures, catalogue, period)
    if extent.kind is ExtentKind.PART and extent.row is not None:
        below = {extent.row, *(row.id for row in catalogue.below(extent.row))}
        named_row = catalogue.row(extent.row)
        asks_for_it = named_row.kind is RowKind.INDICATOR and named_row not in required  # optional, but named
        required = [*([named_row] if asks_for_it else []), *(row for row in required if row.id in below)]
    elif extent.kind is ExtentKind.MINE:
        required = [row for row in required if row.id in named]
    answered = frozenset(row.id for row in required if row.id in figures)
    left = tuple(row for row in required if row.id not in answered and row.id not in passed)
    return Walk(tuple(required), left, answered, order)


def printed_order(catalogue: Catalogue, period: Period) -> dict[IndicatorId, int]:
    """The place of each row as the period's form prints it; rows that it does not print come after, in catalogue order."""
    printed = dict.fromkeys(row.id for row in catalogue.form_for(period).rows)
    ids = dict.fromkeys((*printed, *(row.id for row in catalogue.rows)))
    return {row_id: place for place, row_id in enumerate(ids)}


def heading_above(row: CatalogueRow, catalogue: Catalogue) -> CatalogueRow | None:
    """The heading (I.2) that a row stands under, however deep; None directly under its section."""
    below_section = [above for above in catalogue.ancestors(row.id) if above.kind is not RowKind.SECTION]
    return below_section[-1] if below_section else None


@dataclass(frozen=True, slots=True)
class LastFigure:
    """The figure of an earlier period to compare with, like with like; `is_derived`: nobody reported it so."""

    figure: Figure
    period: Period
    is_derived: bool = False


def last_figure(row: CatalogueRow, agency: AgencyCode, period: Period, figures: Figures) -> LastFigure | None:
    """The last figure that compares with the one to be entered.

    What happens within a period compares with a period of equal length; what is counted from the year's first day with the
    same year's, else with the same period of a former year; what stands at a day with the last report of all.
    """
    if row.measure is Measure.FLOW:
        return _last_among(_equal_before(period), row, agency, figures)
    for since in (period.year - 1, None):  # older years are read only when these have nothing
        earlier = [each for each in figures.periods_with(row.id, agency, since=since) if each.last_day < period.last_day]
        if row.measure is Measure.CUMULATIVE:
            earlier = [each for each in earlier if each.year == period.year or each.span is period.span]
        found = _last_among(sorted(earlier, reverse=True), row, agency, figures)
        if found is not None:
            return found
    return None


def _last_among(candidates: Iterable[Period], row: CatalogueRow, agency: AgencyCode, figures: Figures) -> LastFigure | None:
    """The first of these periods that has a figure of its own or one derived from others of its year."""
    for earlier_period in candidates:
        match figures.find(row.id, agency, earlier_period):
            case Reported(value) if value.figure.number is not None:
                return LastFigure(value.figure, earlier_period)
            case Derived(figure=figure, how=Derivation.PERIODS) if figure.number is not None:
                return LastFigure(figure, earlier_period, is_derived=True)
            case _:
                pass
    return None


def _equal_before(period: Period) -> list[Period]:
    """Periods of the same length, nearest first."""
    found = [period.previous]
    while len(found) < _LOOK_BACK:
        found.append(found[-1].previous)
    return found


def may_stay(row: CatalogueRow, last: LastFigure | None, period: Period) -> bool:
    """Whether it is sensible to offer the last figure again: of what stands, or was set for this very year."""
    if last is None or row.type is ValueType.FLAG:  # a flag's two buttons say it as fast
        return False
    return row.measure in _STANDS or (row.measure in _OF_THE_YEAR and last.period.year == period.year)


def is_kept_with_others(row: CatalogueRow, last: LastFigure | None, period: Period) -> bool:
    """Whether "giữ như kỳ trước" of a whole section takes this row: stocks, and what was set for this very year."""
    if last is None or row.measure not in (Measure.STOCK, Measure.ANNUAL):
        return False
    return row.measure is Measure.STOCK or last.period.year == period.year


@dataclass(frozen=True, slots=True)
class Offers:
    """What a step offers beside typing. `computed`: by the row's own formula; `nothing`: "không phát sinh", else `zero`: 0."""

    last: LastFigure | None
    keeps: bool
    computed: Decimal | None
    nothing: bool
    zero: bool


def offers(
    row: CatalogueRow, agency: AgencyCode, period: Period, figures: Figures, standing: Mapping[IndicatorId, Figure]
) -> Offers:
    """What a row's step offers. `standing`: the figures of this report."""
    last = last_figure(row, agency, period, figures)
    is_count = row.type is ValueType.COUNT
    happens = row.measure in _HAPPENS
    keeps = may_stay(row, last, period)
    return Offers(
        last,
        keeps=keeps,
        computed=computed(row, standing),
        nothing=happens and row.type in (ValueType.COUNT, ValueType.PERCENT),
        zero=is_count and not happens and not (keeps and last is not None and last.figure.number == 0),
    )


def computed(row: CatalogueRow, standing: Mapping[IndicatorId, Figure]) -> Decimal | None:
    """What the row's own formula gives from the figures of this report, whatever was entered for the row itself."""
    if row.formula is None:
        return None
    known = {each: standing[each].number for each in operands(row.formula) if each in standing}
    result = evaluate(row.formula, {row_id: number for row_id, number in known.items() if number is not None})
    if result is None:
        return None
    if row.type is not ValueType.PERCENT:
        return result
    text = f"{result.quantize(_PERCENT_DIGITS):f}"
    return Decimal(text.rstrip("0").rstrip("."))


def rest_of_section(place: Walk, section: IndicatorId) -> tuple[CatalogueRow, ...]:
    """The rows of a section that are left."""
    return tuple(row for row in place.left if row.section == section)


def blank_of_heading(place: Walk, heading: IndicatorId, catalogue: Catalogue) -> tuple[CatalogueRow, ...]:
    """The rows under a heading that are left, for one message to answer."""
    below = {row.id for row in catalogue.below(heading)} | {heading}
    return tuple(row for row in place.left if row.id in below)


def taken_off(before: Sequence[CatalogueRow], after: Sequence[CatalogueRow]) -> int:
    """By how many rows an answer made the walk shorter (above 0) or longer (below 0)."""
    return len(before) - len(after)
