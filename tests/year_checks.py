"""What has to hold of a simulated year, judged by states, days and what stands in the chats; not by the bot's planning."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bot.clock import VIET_NAM
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Role
from bot.domain.period import Period
from tests.notice_office import CATALOGUE
from tests.year import ADMINISTRATORS, AGENCIES, OPENED, POLICY, REPORTS, Delivery, Year, local

_DAY = timedelta(days=1)
_ON_ITS_WAY = timedelta(minutes=16)  # longer than that a message that was not sent is taken back
_EARLIEST, _LATEST = time(8), time(9, 30)  # of all agencies' hours
_WORKED = Calendar(CATALOGUE.calendar)  # asked for days of rest only
_DEADLINES = {
    OPENED: date(2023, 1, 31),
    REPORTS[0]: date(2023, 3, 17),
    REPORTS[1]: date(2023, 6, 16),
    REPORTS[2]: date(2023, 9, 20),
    REPORTS[3]: date(2023, 12, 15),
}
_OPENED_ON = date(2023, 1, 10)


def days_due(period: Period, agency: AgencyCode) -> dict[date, str]:
    """The days on which a report that is never submitted is told of, and as what; counted by hand."""
    closing, overdue = (5, 2) if agency == AGENCIES[2] else (7, 3)
    deadline = _DEADLINES[period]
    days = {}
    if period != OPENED:
        ruled = date(2023, 9, 15) if period == REPORTS[2] else deadline
        before = [ruled - n * _DAY for n in range(1, 40) if _WORKED.is_working_day(ruled - n * _DAY)]
        days[before[closing - 1]] = "closing"
    day = _OPENED_ON if period == OPENED else period.last_day
    while day < deadline:
        day += _DAY
        if _WORKED.is_working_day(day) or day == deadline:
            days[day] = "deadline" if day == deadline else "missing"
    after = [deadline + n * _DAY for n in range(1, 20) if _WORKED.is_working_day(deadline + n * _DAY)]
    return days | dict.fromkeys(after[:overdue], "overdue")


class Checks:
    """Every claim of the year as a method that yields what breaks it."""

    def __init__(self, year: Year) -> None:
        """After the year has run."""
        self._year = year
        self._happened = year.happened
        self.reminders = [each for each in year.deliveries if each.is_reminder]
        self._by_day: dict[tuple[int, date], list[Delivery]] = defaultdict(list)
        for each in self.reminders:
            self._by_day[each.chat_id, each.day].append(each)
        self._up = sorted(self._happened.up)

    def told_twice(self) -> Iterator[str]:
        """At most one reminder a day and person, besides those asked for and those doubled by a kill.

        One that was killed and could not be sent again for a while (flood control) comes in other words: that it is late.
        """
        for (chat, day), several in self._by_day.items():
            allowed = 1 + self._happened.asked[chat, day] + self._happened.killed[chat, day]
            if chat > 0 and len(several) > allowed:
                yield f"{chat} {day}: {len(several)}"

    def doubles(self) -> int:
        """Messages that stand twice."""
        marks = Counter((each.chat_id, each.mark, each.day) for each in self._year.deliveries)
        return sum(count - 1 for count in marks.values())

    def told_after_submitting(self) -> Iterator[str]:
        """No reminder names an agency whose report was in when it was put out."""
        for each in self.reminders:
            for block in each.text.split("\n\n"):
                period = next(it for it in (OPENED, *REPORTS) if it.name in block)
                for agency in AGENCIES:
                    name = CATALOGUE.agency(agency).name
                    if f"{name} chưa nộp" in block or f"• {name}: " in block:
                        at = each.really_at
                        settled = self._settled(agency, period, at), self._settled(agency, period, at - _ON_ITS_WAY)
                        if all(settled):
                            yield f"{each.chat_id} {each.at}: {name} {period}"

    def told_too_early(self) -> Iterator[str]:
        """Nothing is missing before its window has closed, and nothing is said in quiet hours or on a day of rest."""
        for each in self.reminders:
            at = each.at.astimezone(VIET_NAM)
            if "chưa nộp" in each.text and not each.text.startswith("Kỳ"):
                period = next(it for it in (OPENED, *REPORTS) if it.name in each.text)
                if each.day <= period.last_day:
                    yield f"before the window closes: {each}"
            if POLICY.quiet.holds(at) and POLICY.quiet.holds(at - _ON_ITS_WAY):
                yield f"quiet hours: {each}"
            if not _WORKED.is_working_day(each.day):
                yield f"a day of rest: {each}"

    def not_told(self) -> Iterator[str]:
        """A clerk who could be reached, whose report was owed all day while the bot ran, was told that day."""
        for person in self._year.people:
            for agency in person.agencies_of(Role.CLERK):
                for period in (OPENED, *REPORTS):
                    for day, kind in days_due(period, agency).items():
                        if self._should_hear(person.id, agency, period, day) and not self._by_day[person.id, day]:
                            yield f"{person.id} {agency} {period} {day} {kind}"

    def unmanned_not_told(self) -> Iterator[str]:
        """Of an agency that nobody enters for, an administrator or a viewer heard every day."""
        for agency in AGENCIES[-2:]:
            told = [*ADMINISTRATORS, *(it.id for it in self._year.people if agency in it.agencies_of(Role.VIEWER))]
            for period in (OPENED, *REPORTS):
                for day in days_due(period, agency):
                    if all(self._should_hear(it, agency, period, day) for it in told) and not any(
                        self._by_day[it, day] for it in told
                    ):
                        yield f"{agency} {period} {day}"

    def late_unmarked(self) -> Iterator[str]:
        """What comes well after its hour says so, what comes in time does not."""
        for each in self.reminders:
            at = each.at.astimezone(VIET_NAM)
            if self._happened.asked[each.chat_id, each.day]:
                continue
            marked = "Tin này đến muộn" in each.text
            in_time = datetime.combine(each.day, _EARLIEST, VIET_NAM) + timedelta(minutes=14)
            too_late = datetime.combine(each.day, _LATEST, VIET_NAM) + 2 * _ON_ITS_WAY
            if at > too_late and not marked:
                yield f"not marked: {each}"
            if at < in_time and marked and each.text.endswith(f" {at.day}/{at.month}."):  # of an earlier day it may be late
                yield f"marked: {each}"

    def summed_up_twice(self) -> Iterator[str]:
        """One message a group and period, which is changed and never said again."""
        stand: set[tuple[int, Period]] = set()
        for each in self._year.summaries:
            period = next(it for it in (OPENED, *REPORTS) if it.name in each.text.split("\n")[0])
            if each.is_new and (each.chat_id, period) in stand:
                yield f"{each.chat_id} {period} {each.day}"
            stand.add((each.chat_id, period))

    def reminded_and_summed_up(self) -> Iterator[str]:
        """A group that was reminded in the morning gets no new summary that day: it waits for the next day worked."""
        for each in self._year.summaries:
            if each.is_new and (self._by_day[each.chat_id, each.day] or not _WORKED.is_working_day(each.day)):
                yield f"{each.chat_id} {each.day}: {each.text.splitlines()[0]}"

    def table(self) -> list[str]:
        """The counts, a line each."""
        roles = {person.id: person.grants[0].role.value for person in self._year.people if person.grants}
        kinds = Counter((_kind(each), "group" if each.chat_id < 0 else roles[each.chat_id]) for each in self.reminders)
        audiences = ("clerk", "viewer", "group", "administrator")
        lines = [f"{'':12}" + "".join(f"{name:>15}" for name in audiences)]
        lines += [
            f"{kind:12}" + "".join(f"{kinds[kind, name]:>15}" for name in audiences)
            for kind in ("closing", "missing", "overdue")
        ]
        counts = {
            "told of moved deadlines": len(self._year.deliveries) - len(self.reminders),
            "marked late": sum("Tin này đến muộn" in each.text for each in self.reminders),
            "asked for again": sum(self._happened.asked.values()),
            "doubles": self.doubles(),
            "summaries": sum(each.is_new for each in self._year.summaries),
            "summaries changed": sum(not each.is_new for each in self._year.summaries),
            **dict(sorted(self._happened.counts.items())),
        }
        return [*lines, *(f"{name:30}{count:>6}" for name, count in counts.items())]

    def _should_hear(self, person: int, agency: AgencyCode, period: Period, day: date) -> bool:
        """Whether nothing stood in the way of a reminder that day."""
        begin = datetime.combine(day, _LATEST, VIET_NAM)
        end = datetime.combine(day, POLICY.quiet.begin, VIET_NAM) - timedelta(minutes=31)
        ran = bisect_right(self._up, end) > bisect_right(self._up, begin)
        whole_day = (begin - timedelta(hours=4), end)
        owed = not any(self._settled(agency, period, at) for at in whole_day) and not any(
            whole_day[0] <= at <= whole_day[1] for at, _submitted in self._happened.states[agency, period]
        )
        blocked = any(
            at <= end and until >= whole_day[0]
            for (at, is_blocked), (until, _) in _spans(self._happened.blocked[person])
            if is_blocked
        )
        return ran and owed and not blocked

    def _settled(self, agency: AgencyCode, period: Period, at: datetime) -> bool:
        """Whether that report was in at a moment."""
        states = [submitted for when, submitted in self._happened.states[agency, period] if when <= at]
        return bool(states) and states[-1]


def _spans(steps: list[tuple[datetime, bool]]) -> Iterator[tuple[tuple[datetime, bool], tuple[datetime, bool]]]:
    """Each state with the step that ended it."""
    ordered = sorted(steps)
    yield from pairwise([*ordered, (local("2024-12-31 00:00"), False)])


def _kind(delivery: Delivery) -> str:
    if delivery.text.startswith("Kỳ"):
        return "closing"
    return "overdue" if "đã quá hạn" in delivery.text.split("\n")[0] else "missing"
