"""The calendar: when each report is due and which days are worked (design §4; decree 09/2019/NĐ-CP art. 8 and 12).

Days are days in Viet Nam. A deadline lasts until the midnight that ends it, Asia/Ho_Chi_Minh.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

from holidays import country_holidays

from bot.clock import VIET_NAM
from bot.domain.catalogue import CalendarRules
from bot.domain.period import Period

_DAY = timedelta(days=1)
_SATURDAY = 5
_DAYS_KEPT = 400


@cache
def _public_calendar(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Public holidays of a year with their days in lieu, and Saturdays worked instead of a swapped day.

    Kept, because building takes milliseconds and days are asked about thousands of times. The years beside it are read too:
    a swapped day may lie in one year and the Saturday worked for it in the next.
    """
    public = country_holidays("VN", years=range(year - 1, year + 2), observed=True)
    return (
        frozenset(day for day in public if day.year == year),
        frozenset(day for day in public.weekend_workdays if day.year == year),
    )


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A deadline that an administrator set for one period, whatever the rules say; `on`: the day it was set."""

    deadline: date
    on: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Windows, deadlines and working days under the rules of indicators.yaml and the deadlines that were moved.

    A period is *due* from the first day of its window until its deadline has passed; of several, the one *open* is the one
    whose deadline comes first. A report whose deadline has passed unsubmitted is *overdue* and still to be entered: whether it
    was submitted the calendar cannot know, so `overdue_periods` names the candidates.
    """

    rules: CalendarRules
    moved: Mapping[Period, MovedDeadline] = field(default_factory=dict)

    def is_collected(self, period: Period) -> bool:
        """Whether a report is asked for: by the regime (Q1, H1, Q3 and the year), or because an administrator opened it."""
        return self.is_regular(period) or period in self.moved

    def is_regular(self, period: Period) -> bool:
        """Whether the regime asks for a report of that span; others may be reported all the same."""
        return period.span in self.rules.deadlines

    def opened_on(self, period: Period) -> date | None:
        """The day an administrator opened a period that was not due by the rules (any more), None for all others."""
        moved = self.moved.get(period)
        if moved is None:
            return None
        return moved.on if not self.is_regular(period) or self.ruled_deadline(period) < moved.on else None

    def window(self, period: Period) -> tuple[date, date]:
        """First and last day whose facts the period counts, a 15th and a 14th."""
        return period.first_day, period.last_day

    def deadline(self, period: Period) -> date:
        """Last day to submit: as an administrator set it, else as the rules say; KeyError when no report is asked for."""
        moved = self.moved.get(period)
        return moved.deadline if moved is not None else self.ruled_deadline(period)

    def ruled_deadline(self, period: Period) -> date:
        """Last day to submit by the rules, moved off a day of rest; KeyError for a span that the regime does not ask for.

        "before" never goes back into the window: with every day from the 15th on a day of rest, it moves forward instead.
        """
        named = date(period.year, *self.rules.deadlines[period.span])
        match self.rules.shift:
            case "none":
                return named
            case "before":
                earlier = self._working_day_until(named)
                return earlier if earlier > period.last_day else self._working_day_from(named)
            case "after":
                return self._working_day_from(named)
            case other:
                message = f"unknown shift of deadlines: {other!r} (before, after or none)"
                raise ValueError(message)

    def deadline_passes_at(self, period: Period) -> datetime:
        """The first moment after the deadline: midnight in Viet Nam, aware."""
        return datetime.combine(self.deadline(period) + _DAY, time.min, VIET_NAM)

    def due_periods(self, day: date) -> tuple[Period, ...]:
        """Collected periods whose window has begun and whose deadline has not passed, next deadline first.

        On 2023-03-16: Q1, H1, Y of 2023. On 2022-12-15: the year 2022 (due on the 16th), then Q1, H1, Y of 2023.
        """
        return self._kept("due", day, self._due)

    def coming_periods(self, day: date) -> tuple[Period, ...]:
        """Collected periods whose deadline has not passed, begun or not, next deadline first: as many as a year has.

        On 2023-09-18: the year 2023, then Q1, H1 and Q3 of 2024.
        """
        coming = [period for period in self._collected(day.year, day.year + 1) if day <= self.deadline(period)]
        return tuple(coming[: len(self.rules.deadlines)])

    def open_period(self, day: date) -> Period | None:
        """The period meant by "the report" on that day: of those due, the one with the next deadline.

        With the regime's four deadlines there always is one; None only under rules that leave gaps between windows.
        """
        return next(iter(self.due_periods(day)), None)

    def overdue_periods(self, day: date) -> tuple[Period, ...]:
        """The periods of a year whose deadline has passed, latest first: still to be entered where they were not submitted."""
        return self._kept("overdue", day, self._overdue)

    def is_working_day(self, day: date) -> bool:
        """Whether offices work: overrides first, then public holidays and swapped days, then the weekend."""
        if day in self.rules.working_days:
            return True
        if day in self.rules.days_off:
            return False
        rest, worked = _public_calendar(day.year)
        return day in worked or (day not in rest and day.weekday() < _SATURDAY)

    def working_days_before(self, day: date, count: int) -> date:
        """The working day that lies `count` working days before a day, the day itself not counted."""
        for _ in range(count):
            day = self._working_day_until(day - _DAY)
        return day

    def working_day_after(self, day: date) -> date:
        """The next working day, the day itself not counted."""
        return self._working_day_from(day + _DAY)

    def working_days_between(self, first: date, last: date) -> Iterator[date]:
        """The working days from the first day to the last, both counted in; none when the last lies before the first."""
        day = self._working_day_from(first)
        while day <= last:
            yield day
            day = self.working_day_after(day)

    def _working_day_until(self, day: date) -> date:
        """That day if it is worked, else the last one before that is."""
        while not self.is_working_day(day):
            day -= _DAY
        return day

    def _working_day_from(self, day: date) -> date:
        """That day if it is worked, else the first one after that is."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def _kept(self, name: str, day: date, find: Callable[[date], tuple[Period, ...]]) -> tuple[Period, ...]:
        """What the rules alone say of a day, found once; moved deadlines are looked at anew each time."""
        if self.moved:
            return find(day)
        kept = self.rules.found_for_day
        found = kept.get((name, day))
        if found is None:
            if len(kept) >= _DAYS_KEPT:
                kept.clear()
            found = kept[name, day] = find(day)
        return found

    def _due(self, day: date) -> tuple[Period, ...]:
        periods = self._collected(day.year, day.year + 1)
        return tuple(period for period in periods if period.first_day <= day <= self.deadline(period))

    def _overdue(self, day: date) -> tuple[Period, ...]:
        passed = [period for period in self._collected(day.year - 1, day.year) if self.deadline(period) < day]
        return tuple(reversed(passed))[: len(self.rules.deadlines)]

    def _collected(self, *years: int) -> list[Period]:
        """The periods of those years that the regime asks for, and all opened ones, earliest deadline first."""
        periods = {Period(year, span) for year in years for span in self.rules.deadlines} | self.moved.keys()
        return sorted(periods, key=lambda it: (self.deadline(it), it))
