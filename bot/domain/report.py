"""The report of one agency for one period: where it stands, and what led there. The steps are in `bot.domain.report_life`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.clock import day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period

PAPER_WORKING_DAYS = 2  # how long "đã nộp giấy" keeps reminders away, the day it was said not counted


class ReportState(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    ON_PAPER = "on_paper"  # "đã nộp giấy, chờ đối chiếu": said to be handed in on paper, nobody has compared it yet
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REOPENED = "reopened"


LOCKED = frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Report:
    """State of a report; one that nobody touched is OPEN.

    `submitted_at`, `submitted_by`: the last submission, kept whatever comes after. `since`, `reason`, `rows`: when and why the
    last step was taken, and the rows to be mended (RETURNED). `open_until`: when a REOPENED report is locked again.
    """

    agency: AgencyCode
    period: Period
    state: ReportState = ReportState.OPEN
    submitted_at: datetime | None = None
    submitted_by: int | None = None
    since: datetime | None = None
    reason: str | None = None
    rows: tuple[IndicatorId, ...] = ()
    open_until: datetime | None = None

    @property
    def is_locked(self) -> bool:
        """Whether entries are refused. A REOPENED report whose time is up counts as open until `lock_expired` has run."""
        return self.state in LOCKED

    def has_expired(self, now: datetime) -> bool:
        """Whether it was reopened and its time is up."""
        return self.state is ReportState.REOPENED and self.open_until is not None and self.open_until <= now

    def owes_on(self, now: datetime, calendar: Calendar) -> bool:
        """Whether the agency is to be reminded of it at an aware moment.

        Owing means neither submitted nor accepted. A report on paper is left in peace for two whole working days; one that was
        reopened is owed until its time is up.
        """
        if self.is_locked or self.has_expired(now):
            return False
        quiet_until = self.quiet_until(calendar)
        return quiet_until is None or day_in_viet_nam(now) > quiet_until

    def quiet_until(self, calendar: Calendar) -> date | None:
        """The last day without reminders of a report said to be on paper, None of any other."""
        if self.state is not ReportState.ON_PAPER or self.since is None:
            return None
        day = day_in_viet_nam(self.since)
        for _ in range(PAPER_WORKING_DAYS):
            day = calendar.working_day_after(day)
        return day


@dataclass(frozen=True, slots=True)
class ReportStep:
    """One step in the life of a report, append-only: who took it (None: time, see `lock_expired`), when, from where to where.

    `before` None: taken by a version that did not note it.
    """

    state: ReportState
    by: int | None
    at: datetime
    before: ReportState | None = None
    reason: str | None = None
    rows: tuple[IndicatorId, ...] = ()
    open_until: datetime | None = None


def end_of_working_day(day: date, count: int, calendar: Calendar) -> date:
    """The last day of `count` working days that begin with this day, or with the first one worked after it."""
    day -= timedelta(days=1)
    for _ in range(count):
        day = calendar.working_day_after(day)
    return day
