"""A period at a glance: who has submitted, how complete each report is, what changed most, which checks fail (design §7).

Figures come only from reports that may be shown where the summary goes; counts of answered rows are no figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, Measure, ValueType
from bot.domain.checks import broken_checks
from bot.domain.checks_over_time import contradictions, is_compared_over_time
from bot.domain.completeness import Completeness, completeness_of
from bot.domain.lookup import Derived, Figures, Finding, Reported, figure_of, parts_of, same_end
from bot.domain.overview import Overview, overview
from bot.domain.period import Period, Span
from bot.domain.ports import Store
from bot.domain.report import Report, ReportState
from bot.domain.report_checks import Failing
from bot.domain.value import StoredValue

_LEAST_CHANGE = 20  # a count that went from 1 to 4 is no news, see design §3 on jumps
_LEAST_POINTS = 5  # of a percent


@dataclass(frozen=True, slots=True)
class Standing:
    """One agency's report. `broken`: checks that its figures fail, empty when these may not be shown."""

    report: Report
    done: Completeness
    broken: tuple[Failing, ...]

    @property
    def agency(self) -> AgencyCode:
        """Whose report it is."""
        return self.report.agency

    @property
    def is_submitted(self) -> bool:
        """Submitted or accepted."""
        return self.report.is_locked


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator that changed: the two numbers, put together over the same agencies."""

    row: CatalogueRow
    before: Decimal
    after: Decimal

    @property
    def weight(self) -> Decimal:
        """How much it changed, for ranking: a doubling or halving counts as much as 50 points of a percent."""
        if self.row.type is ValueType.PERCENT:
            return abs(self.after - self.before) / 100
        return abs(self.after - self.before) / max(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed most since an earlier period of the same length, over the agencies that have both; most first."""

    since: Period
    agencies: tuple[AgencyCode, ...]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A period over some agencies, in the catalogue's order. `comparison` None: no agency has two periods to compare."""

    period: Period
    standings: tuple[Standing, ...]
    comparison: Comparison | None

    @property
    def submitted(self) -> tuple[Standing, ...]:
        """Those that are in."""
        return tuple(each for each in self.standings if each.is_submitted)

    @property
    def accepted(self) -> tuple[Standing, ...]:
        """Those that an administrator has accepted."""
        return tuple(each for each in self.standings if each.report.state is ReportState.ACCEPTED)

    @property
    def owing(self) -> tuple[Standing, ...]:
        """Those that are not in."""
        return tuple(each for each in self.standings if not each.is_submitted)

    @property
    def has_begun(self) -> bool:
        """Whether anybody entered or submitted anything."""
        return any(each.is_submitted or each.done.entered for each in self.standings)


def summarise(
    store: Store,
    catalogue: Catalogue,
    period: Period,
    agencies: Sequence[AgencyCode],
    *,
    shown: Callable[[AgencyCode, Period], bool],
) -> Summary:
    """Put a period together with three reads. `shown`: whether the figures of a report may be shown where this goes."""
    reports = {report.agency: report for report in store.reports(period, agencies=agencies)}
    values = _read(store, catalogue, period, agencies)
    figures = Figures(catalogue, values)
    of_report: dict[AgencyCode, list[StoredValue]] = {agency: [] for agency in agencies}
    for value in values:
        if value.key.period == period:
            of_report[value.key.agency].append(value)
    standings = tuple(
        Standing(
            reports.get(agency, Report(agency, period)),
            completeness_of({value.key.indicator: value.figure for value in own}, catalogue, period),
            (*broken_checks(catalogue, own), *_over_time(figures, agency, period, shown)) if shown(agency, period) else (),
        )
        for agency, own in of_report.items()
    )
    return Summary(period, standings, _comparison(figures, catalogue, period, agencies, shown))


def _read(store: Store, catalogue: Catalogue, period: Period, agencies: Sequence[AgencyCode]) -> list[StoredValue]:
    """The period and those it is compared with; of the others only rows that say something of several periods."""
    compared = (period, period.same_last_year, period.previous)
    whole = frozenset(at for each in compared for at in same_end(each))
    others = {Period(period.year, span) for span in Span}.union(*(parts_of(each) for each in compared)) - whole
    rows = [row.id for row in catalogue.indicators if is_compared_over_time(row)]
    return [
        *store.values(agencies=agencies, periods=whole),
        *store.values(agencies=agencies, periods=others, indicators=rows),
    ]


def _over_time(
    figures: Figures, agency: AgencyCode, period: Period, shown: Callable[[AgencyCode, Period], bool]
) -> tuple[Failing, ...]:
    """What contradicts other periods, as far as their figures may be shown; jumps are told as changes."""
    found = contradictions(figures, agency, period)
    return tuple(each for each in found if each.hard and all(shown(agency, at) for at in each.periods))


def agencies_of(catalogue: Catalogue, day: date) -> tuple[AgencyCode, ...]:
    """The agencies that exist on a day, in the catalogue's order."""
    return tuple(agency.code for agency in catalogue.agencies if agency.is_valid_on(day))


def _comparison(
    figures: Figures,
    catalogue: Catalogue,
    period: Period,
    agencies: Sequence[AgencyCode],
    shown: Callable[[AgencyCode, Period], bool],
) -> Comparison | None:
    """With the same period last year, or, where nobody has that, with the period of the same length just before."""
    for since in dict.fromkeys((period.same_last_year, period.previous)):
        both, moved = set[AgencyCode](), []
        for row in catalogue.indicators:
            if row.measure is Measure.ANNUAL or (row.measure is Measure.CUMULATIVE and since != period.same_last_year):
                continue  # a plan does not change; what counts from the year's start is longer than a quarter before
            common = [agency for agency in agencies if _has_both(figures, row, agency, (since, period), shown)]
            if not common:
                continue
            both.update(common)
            change = _change(figures, row, since, period, common, shown)
            if change is not None:
                moved.append(change)
        if both:
            moved.sort(key=lambda each: (-each.weight, each.row.id))
            return Comparison(since, tuple(agency for agency in agencies if agency in both), tuple(moved))
    return None


def _has_both(
    figures: Figures,
    row: CatalogueRow,
    agency: AgencyCode,
    periods: Sequence[Period],
    shown: Callable[[AgencyCode, Period], bool],
) -> bool:
    """Whether an agency has a number of its own for both periods that may be shown."""
    if row.type not in (ValueType.COUNT, ValueType.PERCENT):
        return False
    return all(_may_count(figures.find(row.id, agency, period), shown) for period in periods)


def _may_count(finding: Finding, shown: Callable[[AgencyCode, Period], bool]) -> bool:
    """A number, no estimate, out of reports that may all be shown."""
    figure = figure_of(finding)
    if figure is None or figure.number is None or figure.estimate:
        return False
    match finding:
        case Reported(value):
            return shown(value.key.agency, value.key.period)
        case Derived(parts=parts):
            return all(shown(part.key.agency, part.key.period) for part in parts)
        case _:
            return False


def _change(
    figures: Figures,
    row: CatalogueRow,
    since: Period,
    period: Period,
    agencies: Sequence[AgencyCode],
    shown: Callable[[AgencyCode, Period], bool],
) -> Moved | None:
    """Both numbers over the same agencies, None when they cannot be put together or hardly differ."""
    before, after = (overview(row, each, agencies, figures=figures, visible=shown) for each in (since, period))
    first, second = _number_of(before), _number_of(after)
    if first is None or second is None or before.counted != after.counted:
        return None
    least = _LEAST_POINTS if row.type is ValueType.PERCENT else _LEAST_CHANGE
    return Moved(row, first, second) if abs(second - first) >= least else None


def _number_of(view: Overview) -> Decimal | None:
    """The number put together; of one agency alone its own, whatever the indicator."""
    if view.number is None and len(view.standings) == 1:
        figure = view.standings[0].figure
        return None if figure is None else figure.number
    return view.number
