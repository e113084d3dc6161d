"""How much of a report is filled: the required rows of the period's form that carry an answer (design §3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, ValueType
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.value import Figure, State

_NO = "Không"  # the answer of a flag after which the rows below it are not asked for


@dataclass(frozen=True, slots=True)
class SectionCount:
    """Required rows of one section, and how many of them are answered."""

    section: CatalogueRow
    filled: int
    required: int

    @property
    def blank(self) -> int:
        """How many are still to be answered."""
        return self.required - self.filled


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is filled and what is not, in the printed order of the form.

    A figure, "không phát sinh" and "chưa có số liệu" all answer a row; `no_data` lists the last, for they are answers without a
    figure. `entered` counts every stored value, required or not: 0 means that nobody has begun.
    """

    filled: int
    required: int
    blank: tuple[CatalogueRow, ...]
    by_section: tuple[SectionCount, ...]
    no_data: tuple[CatalogueRow, ...] = ()
    entered: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every required row is answered."""
        return not self.blank


def completeness(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> Completeness:
    """How complete one agency's report of a period is."""
    return completeness_by_agency(store, catalogue, (agency,), period)[agency]


def completeness_below(
    store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period, part: CatalogueRow
) -> Completeness:
    """How complete a section or heading of one agency's report is, itself included where it is to be answered."""
    figures = {value.key.indicator: value.figure for value in store.values(agencies=(agency,), periods=(period,))}
    rows = {part.id, *(row.id for row in catalogue.below(part.id))}
    among = [row for row in required_rows(figures, catalogue, period) if row.id in rows]
    return completeness_of(figures, catalogue, period, among=among)


def completeness_by_agency(
    store: Store, catalogue: Catalogue, agencies: Collection[AgencyCode], period: Period
) -> dict[AgencyCode, Completeness]:
    """How complete the reports of several agencies are, with one read for all of them."""
    figures: dict[AgencyCode, dict[IndicatorId, Figure]] = {agency: {} for agency in agencies}
    for value in store.values(agencies=agencies, periods=(period,)):
        figures[value.key.agency][value.key.indicator] = value.figure
    return {agency: completeness_of(entered, catalogue, period) for agency, entered in figures.items()}


def completeness_of(
    figures: Mapping[IndicatorId, Figure],
    catalogue: Catalogue,
    period: Period,
    *,
    among: Sequence[CatalogueRow] | None = None,
) -> Completeness:
    """How complete a report with these figures would be. `among`: only these of its required rows count, for a part of it."""
    required = required_rows(figures, catalogue, period) if among is None else among
    blank = tuple(row for row in required if row.id not in figures)
    without = {row_id for row_id, figure in figures.items() if figure.state is State.NO_DATA}
    return Completeness(
        filled=len(required) - len(blank),
        required=len(required),
        blank=blank,
        by_section=tuple(_section_counts(required, blank, catalogue)),
        no_data=tuple(row for row in required if row.id in without) if without else (),
        entered=len(figures),
    )


def required_rows(figures: Mapping[IndicatorId, Figure], catalogue: Catalogue, period: Period) -> list[CatalogueRow]:
    """The rows that this report has to answer, in printed order: ruled out ones are not asked for."""
    required = [row for row in catalogue.printed_rows(period) if row.required]
    closed = {row_id for row_id, figure in figures.items() if _closes(row_id, figure, catalogue)}
    if not closed:
        return required
    return [row for row in required if not any(above.id in closed for above in catalogue.ancestors(row.id))]


def _closes(row_id: IndicatorId, figure: Figure, catalogue: Catalogue) -> bool:
    """Whether a figure says that there is nothing to report below its row: a flag answered Không, or "không phát sinh"."""
    return figure.state is State.NOTHING_OCCURRED or (row_id in catalogue and _says_no(catalogue.row(row_id), figure))


def _says_no(row: CatalogueRow, figure: Figure) -> bool:
    """Whether a flag is answered with its word Không. By the word: 0 means "Có vi phạm" in one of the flags."""
    if row.type is not ValueType.FLAG:
        return False
    return any(option.number == figure.number and option.word == _NO for option in row.options)


def _section_counts(
    required: Iterable[CatalogueRow], blank: Iterable[CatalogueRow], catalogue: Catalogue
) -> Iterable[SectionCount]:
    """Counts of each section that requires anything, in printed order."""
    left = Counter(row.section for row in blank)
    for section, count in Counter(row.section for row in required).items():
        yield SectionCount(catalogue.row(section), filled=count - left[section], required=count)
