"""Sample figures: what five real reports state, for trying the bot without a database of one's own.

`figures.csv` holds figures and document numbers only: agency, period, indicator, value, note. A value that cannot be a figure
(one report wrote 3 where only Có = 1 and Không = 0 are asked for) is set aside, as an import would.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.people import Person
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.report import Report, ReportState
from bot.domain.value import Figure, NewValue, SetAside, Source, ValueKey
from bot.understanding.numbers import read_figure

SAMPLE = "sample"  # Source.kind of these values
AUTHOR = Person(1, "Số liệu mẫu")  # known but without rights: gets no reminders

# The days on which such reports come in. SKHDT's stands before the sample's own today; SCT still owes that quarter.
_SUBMITTED = {
    ("SCT", "2021-H1"): date(2021, 6, 16),
    ("BQLKCN", "2022-H1"): date(2022, 6, 16),
    ("SCT", "2022-Q3"): date(2022, 9, 15),
    ("STTTT", "2022-Q3"): date(2022, 9, 15),
    ("SKHDT", "2023-Q1"): date(2023, 3, 15),
}
_HOUR = time(8, tzinfo=VIET_NAM)


@dataclass(frozen=True, slots=True)
class SampleFigure:
    """One line of figures.csv."""

    key: ValueKey
    raw: str
    note: str | None


def sample_figures() -> Iterator[SampleFigure]:
    """The lines of figures.csv, reports together, oldest first."""
    with files(__name__).joinpath("figures.csv").open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            key = ValueKey(AgencyCode(line["agency"]), Period.parse(line["period"]), IndicatorId(line["indicator"]))
            yield SampleFigure(key, line["value"], line["note"] or None)


def load_sample(store: Store, catalogue: Catalogue, now: datetime) -> None:
    """Write the sample figures and mark their reports submitted, none later than `now` (aware). The caller commits."""
    store.save_person(AUTHOR)
    source = Source(SAMPLE)
    reports: dict[tuple[AgencyCode, Period], list[SampleFigure]] = {}
    for figure in sample_figures():
        reports.setdefault((figure.key.agency, figure.key.period), []).append(figure)
    for (agency, period), figures in reports.items():
        at = min(datetime.combine(_SUBMITTED[agency, period.code], _HOUR), now)
        read = {figure: read_figure(figure.raw, catalogue.row(figure.key.indicator)) for figure in figures}
        values = [
            NewValue(figure.key, value, figure.note, figure.raw, replaces=None)
            for figure, value in read.items()
            if isinstance(value, Figure)
        ]
        store.write_values(values, batch=f"{SAMPLE}:{agency}:{period.code}", by=AUTHOR.id, at=at, source=source)
        store.set_aside(
            [
                SetAside(figure.key, figure.raw, fault, figure.note, source, at)
                for figure, fault in read.items()
                if not isinstance(fault, Figure)
            ]
        )
        report = Report(agency, period, ReportState.SUBMITTED, submitted_at=at, submitted_by=AUTHOR.id)
        store.save_report(report, by=AUTHOR.id, at=at)
