"""What has to be settled before a report is submitted: blank rows, estimates, hard checks that fail (design §3 and §5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, Measure, ValueType
from bot.domain.completeness import Completeness, completeness
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.report_checks import Explained, Failing, check_figures, comparable_figures, values_of
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Figure, StoredValue


class BlankAnswer(StrEnum):
    """What blank rows of a section mean."""

    LEAVE = "leave"  # they stay blank
    NOTHING = "nothing"  # "không phát sinh"
    NO_DATA = "no_data"  # "chưa có số liệu"


FIGURE_OF: dict[BlankAnswer, Figure] = {BlankAnswer.NOTHING: NOTHING_OCCURRED, BlankAnswer.NO_DATA: NO_DATA}
_HAPPENS = (Measure.FLOW, Measure.CUMULATIVE)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What a report still leaves open. `blank` by section in printed order; `failing`: hard checks only.

    `explained`: hard checks that fail too, but a reason was given for their figures, so that nobody asks again.
    """

    left: Completeness
    blank: tuple[tuple[CatalogueRow, tuple[CatalogueRow, ...]], ...]
    estimates: tuple[StoredValue, ...]
    failing: tuple[Failing, ...]
    explained: tuple[Explained, ...] = ()

    @property
    def unmet(self) -> tuple[Failing, ...]:
        """The hard checks that fail, with or without a reason."""
        return (*self.failing, *(each.failing for each in self.explained))

    @property
    def is_nothing(self) -> bool:
        """Whether the report may be submitted without a question."""
        return not (self.blank or self.estimates or self.failing)


def unsettled(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> Unsettled:
    """What has to be settled in a report as it stands now."""
    left = completeness(store, catalogue, agency, period)
    figures = comparable_figures(store, catalogue, agency, period)
    values = values_of(figures, agency, period)
    checked = check_figures(figures, store, agency, period)
    sections: dict[IndicatorId, list[CatalogueRow]] = {}
    for row in left.blank:
        sections.setdefault(row.section, []).append(row)
    return Unsettled(
        left,
        tuple((catalogue.row(section), tuple(rows)) for section, rows in sections.items()),
        tuple(value for value in values if value.figure.estimate and value.key.indicator in catalogue),
        checked.hard,
        tuple(each for each in checked.explained if each.failing.hard),
    )


def rows_answered_by(answer: BlankAnswer, rows: Iterable[CatalogueRow]) -> tuple[CatalogueRow, ...]:
    """The rows that such an answer may be stored for.

    "Không phát sinh" is 0, and fits only what happens or does not happen within the period: no staff, no plan, no rate and no
    yes or no "does not occur". "Chưa có số liệu" fits every row.
    """
    if answer is BlankAnswer.LEAVE:
        return ()
    if answer is BlankAnswer.NO_DATA:
        return tuple(rows)
    return tuple(row for row in rows if row.type is ValueType.COUNT and row.measure in _HAPPENS)


def section_rows(open_points: Unsettled, section: IndicatorId, passed: Sequence[IndicatorId] = ()) -> tuple[CatalogueRow, ...]:
    """The blank rows of a section, without those already passed over."""
    rows = next((rows for found, rows in open_points.blank if found.id == section), ())
    return tuple(row for row in rows if row.id not in passed)
