"""Kinds of notices and their days: what the calendar makes due for a report on a day. Who is told: `bot.domain.reminding`.

On any day at most one notice of a report stands: the newest whose day has come. One missed while the bot was down is given late
as long as it stands; when the next one's day begins, it is stale and dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.clock import VIET_NAM
from bot.domain.calendar import Calendar
from bot.domain.period import Period

_LAST_STANDS = 3  # working days that the last notice of a report may still be given after its own
_DAY = timedelta(days=1)


class Audience(StrEnum):
    """Who is told, in the order of escalation."""

    CLERKS = "clerks"  # in private, of the agency
    VIEWERS = "viewers"  # in private, of the agency
    GROUPS = "groups"  # registered ones
    ADMINISTRATORS = "administrators"  # of the coordinating agency


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours in which nobody is reminded, Viet Nam's time; they may go over midnight. Equal: there are none."""

    begin: time = time(21)
    end: time = time(6, 30)

    def holds(self, moment: datetime) -> bool:
        """Whether an aware moment lies in them."""
        return self.holds_at(moment.astimezone(VIET_NAM).time())

    def after(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours that it lies in; aware, in Viet Nam's time."""
        local = moment.astimezone(VIET_NAM)
        if not self.holds_at(local.time()):
            return local
        ends = datetime.combine(local.date(), self.end, VIET_NAM)
        return ends if ends > local else ends + _DAY

    def holds_at(self, hour: time) -> bool:
        """Whether an hour of the day lies in them."""
        if self.begin <= self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end

    def opens(self, hour: time) -> time:
        """An hour of the day itself, or the end of the quiet hours that it lies in."""
        return self.end if self.holds_at(hour) else hour


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """When an agency is reminded. Days are working days.

    `closing_days`: before the deadline, 0 never; `overdue_days`: how many after it; `escalate_days`: after how many days in
    which nothing was done the agency's viewers, its group and the administrators are told too.
    """

    remind_at: time = time(8)  # Viet Nam's time
    closing_days: int = 7
    overdue_days: int = 3
    escalate_days: tuple[int, int, int] = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Policy:
    """How everybody is reminded: the rules of agencies that have none of their own, and the quiet hours of all."""

    rules: NoticeRules = NoticeRules()
    quiet: QuietHours = QuietHours()


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What an administrator set for one agency; None: as for all."""

    remind_at: time | None = None
    closing_days: int | None = None
    overdue_days: int | None = None
    escalate_days: tuple[int, int, int] | None = None

    def over(self, rules: NoticeRules) -> NoticeRules:
        """The rules for that agency."""
        return NoticeRules(
            rules.remind_at if self.remind_at is None else self.remind_at,
            rules.closing_days if self.closing_days is None else self.closing_days,
            rules.overdue_days if self.overdue_days is None else self.overdue_days,
            rules.escalate_days if self.escalate_days is None else self.escalate_days,
        )


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of notice: on which days a report that is still owed makes it due, and whether groups are told by themselves."""

    code: str
    days: Callable[[Calendar, NoticeRules, Period], Iterable[date]]
    tells_groups: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A notice of one report: its kind and day. It stands until `until`, that day counted in."""

    kind: NoticeKind
    day: date
    until: date

    def due(self, rules: NoticeRules, quiet: QuietHours) -> datetime:
        """When it is to be given: the agency's hour of that day, or the end of the quiet hours that it lies in; aware UTC."""
        return datetime.combine(self.day, quiet.opens(rules.remind_at), VIET_NAM).astimezone(UTC)

    @property
    def filed_as(self) -> datetime:
        """What the ledger files it under: the day and not the hour, for changing the hour must not make it due again."""
        return midnight(self.day)


def midnight(day: date) -> datetime:
    """The moment that begins a day in Viet Nam, aware UTC."""
    return datetime.combine(day, time.min, VIET_NAM).astimezone(UTC)


def _closing_days(calendar: Calendar, rules: NoticeRules, period: Period) -> Iterator[date]:
    """Once, before the window ends. Counted from the deadline by the rules: moving it must not make the notice due again."""
    deadline = calendar.deadline(period)
    if calendar.is_regular(period):
        deadline = min(deadline, calendar.ruled_deadline(period))
    day = calendar.working_days_before(deadline, rules.closing_days)
    if rules.closing_days and day <= period.last_day:
        yield day


def _days_after_the_window(calendar: Calendar, _rules: NoticeRules, period: Period) -> Iterable[date]:
    """Daily from the first working day after the window to the eve of the deadline."""
    return calendar.working_days_between(period.last_day + _DAY, calendar.deadline(period) - _DAY)


def _deadline_day(calendar: Calendar, _rules: NoticeRules, period: Period) -> Iterator[date]:
    """The morning of the deadline, worked or not."""
    yield calendar.deadline(period)


def _days_after_the_deadline(calendar: Calendar, rules: NoticeRules, period: Period) -> Iterator[date]:
    """Daily for some days once it is overdue."""
    day = calendar.deadline(period)
    for _ in range(rules.overdue_days):
        day = calendar.working_day_after(day)
        yield day


ESCALATED = "escalated"  # the ledger's kind of the one message that tells an agency's group that nothing is done
CLOSING = NoticeKind("closing", _closing_days, tells_groups=True)
MISSING = NoticeKind("missing", _days_after_the_window)
DEADLINE = NoticeKind("deadline", _deadline_day, tells_groups=True)
OVERDUE = NoticeKind("overdue", _days_after_the_deadline)
KINDS = (CLOSING, MISSING, DEADLINE, OVERDUE)


def moments(calendar: Calendar, rules: NoticeRules, period: Period) -> list[Moment]:
    """The notices of a report that nobody submits, by day, each with the last day that it stands."""
    opened = calendar.opened_on(period)
    days = sorted(
        ((day, KINDS.index(kind)) for kind in KINDS for day in kind.days(calendar, rules, period)),
        key=lambda pair: pair,
    )
    days = [(day, kind) for day, kind in days if opened is None or day > opened]  # of the opening people were told that day
    found = []
    for place, (day, kind) in enumerate(days):
        if place + 1 < len(days):
            until = days[place + 1][0] - _DAY
        else:
            until = day
            for _ in range(_LAST_STANDS):
                until = calendar.working_day_after(until)
        if KINDS[kind] is CLOSING:
            until = min(until, period.last_day)
        found.append(Moment(KINDS[kind], day, until))
    return found


def standing_moment(calendar: Calendar, rules: NoticeRules, period: Period, today: date) -> Moment | None:
    """The notice of that report that may be given on a day, None when there is none."""
    if today < period.first_day:
        return None
    return next((moment for moment in moments(calendar, rules, period) if moment.day <= today <= moment.until), None)


def may_be_told(calendar: Calendar, moment: Moment, today: date) -> bool:
    """Whether a notice may be given on that day: a late one waits for a working day."""
    return today == moment.day or calendar.is_working_day(today)
