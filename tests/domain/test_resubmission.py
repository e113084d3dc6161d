"""What waits to be submitted again: figures that stand otherwise than when the report was last handed in or accepted."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.resubmission import ChangedFigure, changed_since_submission
from bot.domain.value import Figure, NewValue, Source, ValueKey
from storage import UnitOfWork
from tests.notice_office import at

SCT, Q1 = AgencyCode("SCT"), Period.parse("2023-Q1")
PLANNED, DONE = IndicatorId("plan.tasks_planned"), IndicatorId("plan.tasks_done")
BEGIN = at("2023-03-15 09:00")
CLERK = 2


class Life:
    """A report to which things happen, an hour apart."""

    def __init__(self, work: UnitOfWork) -> None:
        """Nothing has happened yet."""
        self._work = work
        self._now = BEGIN
        self._submitted_at: datetime | None = None

    def happens(self, what: str) -> None:
        """`submit`, `accept`, `reopen`, `time is up`, `return`; `planned 25`, `planned -` (taken away), `planned 25 note`."""
        self._now += timedelta(hours=1)
        match what.split():
            case ["time", "is", "up"]:
                self._step(ReportState.SUBMITTED, by=None)
            case [row, number, *note]:
                self._write(PLANNED if row == "planned" else DONE, number, " ".join(note) or None)
            case ["submit"]:
                self._submitted_at = self._now
                self._step(ReportState.SUBMITTED)
            case ["accept"]:
                self._step(ReportState.ACCEPTED)
            case ["reopen"]:
                self._step(ReportState.REOPENED)
            case ["return"]:
                self._step(ReportState.RETURNED)

    def waiting(self) -> dict[str, tuple[str, str]]:
        """By row, before and after as text."""
        found = changed_since_submission(self._work, self._work.report(SCT, Q1))
        return {"planned" if each.indicator == PLANNED else "done": (_text(each.before), _text(each.after)) for each in found}

    def _write(self, indicator: IndicatorId, number: str, note: str | None) -> None:
        key = ValueKey(SCT, Q1, indicator)
        standing = self._work.value(key)
        figure = None if number == "-" else Figure(Decimal(number))
        value = NewValue(key, figure, note, number, standing.change_id if standing else None)
        self._work.write_values([value], batch=str(self._now), by=CLERK, at=self._now, source=Source("message"))

    def _step(self, state: ReportState, *, by: int | None = CLERK) -> None:
        report = Report(SCT, Q1, state, submitted_at=self._submitted_at, submitted_by=CLERK, since=self._now)
        self._work.save_report(report, by=by, at=self._now)


def _text(figure: Figure | None) -> str:
    return "-" if figure is None else str(figure.number)


@pytest.mark.parametrize(
    ("story", "waits"),
    [
        (["planned 25"], {}),
        (["planned 25", "submit"], {}),
        (["planned 25", "submit", "reopen", "planned 27"], {"planned": ("25", "27")}),
        (["planned 25", "submit", "reopen", "planned 27", "time is up"], {"planned": ("25", "27")}),
        (["planned 25", "submit", "reopen", "planned 27", "planned 28", "time is up"], {"planned": ("25", "28")}),
        (["planned 25", "submit", "reopen", "planned 27", "planned 25", "time is up"], {}),
        (["planned 25", "submit", "reopen", "planned -", "time is up"], {"planned": ("25", "-")}),
        (["submit", "reopen", "planned 27", "time is up"], {"planned": ("-", "27")}),
        (["submit", "reopen", "planned 27", "planned -", "time is up"], {}),
        (["planned 25", "submit", "reopen", "planned 25 Kế hoạch 15", "time is up"], {"planned": ("25", "25")}),
        (["planned 25", "submit", "reopen", "planned 27", "submit"], {}),
        (["planned 25", "submit", "reopen", "planned 27", "time is up", "accept"], {}),
        (["planned 25", "submit", "reopen", "planned 27", "time is up", "return"], {}),
        (["planned 25", "submit", "reopen", "planned 27", "time is up", "reopen", "submit"], {}),
        (
            ["planned 25", "submit", "reopen", "planned 27", "time is up", "reopen", "done 3", "time is up"],
            {"planned": ("25", "27"), "done": ("-", "3")},
        ),
        (["planned 25", "submit", "accept", "reopen", "planned 27", "time is up"], {"planned": ("25", "27")}),
        (["planned 25", "accept", "reopen", "planned 27", "time is up"], {"planned": ("25", "27")}),  # came on paper
        (["planned 25", "submit", "return", "planned 27", "submit", "reopen", "time is up"], {}),
    ],
)
def test_what_was_changed_after_the_last_submission_waits_for_the_next(
    work: UnitOfWork, story: list[str], waits: dict[str, tuple[str, str]]
) -> None:
    life = Life(work)
    for each in story:
        life.happens(each)
    assert life.waiting() == waits


def test_a_report_nobody_steps_are_known_of_is_judged_by_its_submission(work: UnitOfWork) -> None:
    """Rows of a version that kept no steps: the moment of submission is all there is."""
    life = Life(work)
    life.happens("planned 25")
    report = Report(SCT, Q1, ReportState.SUBMITTED, submitted_at=BEGIN, submitted_by=CLERK)
    assert changed_since_submission(work, report) == (ChangedFigure(PLANNED, None, Figure(Decimal(25))),)
    assert changed_since_submission(work, Report(SCT, Q1, ReportState.SUBMITTED)) == ()
