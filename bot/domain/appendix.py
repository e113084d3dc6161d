"""The appendix of a report: the rows of its period's form in printed order, with what stands for each; and of all agencies."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
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
    """One printed row and what was reported for it; `figure` None when nobody said anything.

    `is_extra`: the period's form has no such row, it is printed because it has a value.
    """

    printed: FormRow
    row: CatalogueRow
    figure: Figure | None
    note: str | None
    is_extra: bool


@dataclass(frozen=True, slots=True)
class Appendix:
    """One agency's report as its form prints it.

    Agencies add rows to their form, and an older form's row may hold a value: such a row is printed where the catalogue has it.
    Not in it are `left_over`, values of rows that the catalogue no longer has, and `aside`, values that were read but cannot be
    figures, where none stands; who hands the appendix over says so.
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
    def extra(self) -> tuple[AppendixRow, ...]:
        """The rows that the form does not have."""
        return tuple(row for row in self.rows if row.is_extra)

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
    extra: tuple[CatalogueRow, ...]  # rows that the form does not have

    @property
    def reported(self) -> tuple[Agency, ...]:
        """The agencies whose values are in it."""
        return tuple(agency for agency in self.agencies if agency not in self.missing)


def appendix_of(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> Appendix:
    """Read one report with three queries; rows of the form that the catalogue no longer has are left out."""
    values = {value.key.indicator: value for value in store.values(agencies=[agency], periods=[period])}
    form = {each.id for each in catalogue.form_for(period).rows}
    rows = []
    for printed, row in _printed(catalogue, period, values):
        value = values.get(row.id)
        figure, note = (value.figure, value.note) if value else (None, None)
        rows.append(AppendixRow(printed, row, figure, note, is_extra=row.id not in form))
    return Appendix(
        catalogue.agency(agency),
        store.report(agency, period),
        tuple(rows),
        tuple(value for indicator, value in values.items() if indicator not in catalogue),
        tuple(each for each in store.values_set_aside(agency, period) if each.key.indicator not in values),
    )


def province_appendix(
    store: Store, catalogue: Catalogue, period: Period, agencies: Sequence[AgencyCode], summed: Sequence[AgencyCode]
) -> ProvinceAppendix:
    """Put a period together over `agencies`; only the values of `summed` ones are taken, and only those reported as such."""
    values = store.values(agencies=summed, periods=[period]) if summed else []
    reported = {(value.key.agency, value.key.indicator): value.figure for value in values}
    with_values = {indicator for _, indicator in reported}
    printed = _printed(catalogue, period, with_values)
    figures = Figures(catalogue, values)  # of this period alone: nothing is derived from others
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
    form = {each.id for each in catalogue.form_for(period).rows}
    return ProvinceAppendix(
        period,
        tuple(catalogue.agency(agency) for agency in agencies),
        tuple(catalogue.agency(agency) for agency in agencies if agency not in summed),
        printed,
        reported,
        totals,
        tuple(row for _, row in printed if row.id not in form),
    )


def _printed(
    catalogue: Catalogue, period: Period, with_values: Container[IndicatorId]
) -> tuple[tuple[FormRow, CatalogueRow], ...]:
    """The form's rows in printed order, each further row with a value behind the one that goes before it in the catalogue."""
    printed = [(each, catalogue.row(each.id)) for each in catalogue.form_for(period).rows if each.id in catalogue]
    shown = {row.id for _, row in printed}
    before: IndicatorId | None = None
    for row in catalogue.rows:
        if row.id not in shown and row.id not in with_values:
            continue
        if row.id not in shown:
            places = [place for place, (_, other) in enumerate(printed) if other.id == before]
            printed.insert(places[0] + 1 if places else 0, (FormRow("", row.id, row.label, row.unit), row))
        before = row.id
    return tuple(printed)
