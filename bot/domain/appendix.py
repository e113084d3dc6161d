"""The appendix of a report: the rows of its period's form in printed order, with what stands for each; and of all agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import Agency, AgencyCode, Catalogue, CatalogueRow, FormRow, IndicatorId
from bot.domain.lookup import Figures
from bot.domain.overview import Overview, overview
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.report import Report
from bot.domain.value import Figure, SetAside, StoredValue


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """One printed row and what was reported for it; `figure` None when nobody said anything."""

    printed: FormRow
    row: CatalogueRow
    figure: Figure | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Appendix:
    """One agency's report as its form prints it.

    `left_over`: values that stand but whose rows this period's form does not print. `aside`: values that were read but cannot
    be figures, where none stands. Neither is lost without a word: who hands the appendix over says so.
    """

    agency: Agency
    report: Report
    rows: tuple[AppendixRow, ...]
    left_over: tuple[StoredValue, ...]
    aside: tuple[SetAside, ...]

    @property
    def period(self) -> Period:
        """Which period it is of."""
        return self.report.period

    @property
    def filled(self) -> int:
        """How many rows say something."""
        return sum(row.figure is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class ProvinceAppendix:
    """A period over all agencies. Only reports that may be summed have values in it; `missing` are the other agencies."""

    period: Period
    agencies: tuple[Agency, ...]
    missing: tuple[Agency, ...]
    rows: tuple[tuple[FormRow, CatalogueRow], ...]
    values: Mapping[tuple[AgencyCode, IndicatorId], Figure]
    totals: Mapping[IndicatorId, Overview]
    left_over: int  # values whose rows the form does not print

    @property
    def reported(self) -> tuple[Agency, ...]:
        """The agencies whose values are in it."""
        return tuple(agency for agency in self.agencies if agency not in self.missing)


def appendix_of(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> Appendix:
    """Read one report with three queries; rows of the form that the catalogue no longer has are left out."""
    values = {value.key.indicator: value for value in store.values(agencies=[agency], periods=[period])}
    printed = _printed(catalogue, period)
    shown = {row.id for _, row in printed}
    return Appendix(
        catalogue.agency(agency),
        store.report(agency, period),
        tuple(_row(form_row, row, values.get(row.id)) for form_row, row in printed),
        tuple(value for indicator, value in values.items() if indicator not in shown),
        tuple(each for each in store.values_set_aside(agency, period) if each.key.indicator not in values),
    )


def province_appendix(
    store: Store, catalogue: Catalogue, period: Period, agencies: Sequence[AgencyCode], summed: Sequence[AgencyCode]
) -> ProvinceAppendix:
    """Put a period together over `agencies`; only the values of `summed` ones are taken, and only those reported as such."""
    values = store.values(agencies=summed, periods=[period]) if summed else []
    printed = _printed(catalogue, period)
    figures = Figures(catalogue, values)  # of this period alone: nothing is derived from others
    reported = {(value.key.agency, value.key.indicator): value.figure for value in values}
    with_values = {indicator for _, indicator in reported}
    totals = {
        row.id: overview(
            row,
            period,
            [agency for agency in summed if (agency, row.id) in reported],
            figures=figures,
            visible=lambda _agency, _period: True,
        )
        for _, row in printed
        if row.id in with_values
    }
    shown = {row.id for _, row in printed}
    return ProvinceAppendix(
        period,
        tuple(catalogue.agency(agency) for agency in agencies),
        tuple(catalogue.agency(agency) for agency in agencies if agency not in summed),
        printed,
        reported,
        totals,
        sum(value.key.indicator not in shown for value in values),
    )


def _printed(catalogue: Catalogue, period: Period) -> tuple[tuple[FormRow, CatalogueRow], ...]:
    return tuple((each, catalogue.row(each.id)) for each in catalogue.form_for(period).rows if each.id in catalogue)


def _row(printed: FormRow, row: CatalogueRow, value: StoredValue | None) -> AppendixRow:
    return AppendixRow(printed, row, value.figure if value else None, value.note if value else None)
