"""Who is reminded of what at a moment: the notices that stand, the people and groups they concern, one message a person a day.

Clerks are told first. An agency without a clerk who can be reached is told to its viewers, else to the administrators; one
whose clerks do nothing is told to its viewers, its group and the administrators too, step by step (design §4, decision 4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import chain

from bot.clock import day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.notices import CLOSING, ESCALATED, Audience, Moment, NoticeRules, Policy, may_be_told, midnight, standing_moment
from bot.domain.people import Group, Person, Role
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.ports_reminding import NoticeKey

LATE_AFTER = timedelta(minutes=15)  # the tick comes every minute: later than this the bot was down


class Reason(StrEnum):
    """Why somebody other than a clerk is told."""

    NO_CLERK = "no_clerk"  # the agency has none
    UNREACHABLE = "unreachable"  # its clerks blocked the bot
    IDLE = "idle"  # its clerks were reminded and did nothing


@dataclass(frozen=True, slots=True)
class Owed:
    """One report that a message tells of. `due`: when it should be told, aware UTC; `reason` None: to who has to act."""

    agency: AgencyCode
    period: Period
    moment: Moment
    due: datetime
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class DueNotice:
    """A message that has to go out now, about all that is due to a person or a group.

    `agency`: the agency a group is registered for, None for the province's. `late_since`: when it should have been given, if
    it comes late. `asked_for`: the person asked for it by "Nhắc lại sau". `keys`: what the ledger files it under.
    """

    chat_id: int
    thread_id: int | None
    owed: tuple[Owed, ...]
    keys: tuple[NoticeKey, ...]
    late_since: datetime | None
    to_group: bool = False
    agency: AgencyCode | None = None
    asked_for: bool = False


def owing_agencies(
    store: Store, catalogue: Catalogue, calendar: Calendar, period: Period, now: datetime
) -> tuple[AgencyCode, ...]:
    """Agencies that exist on the day, existed in the period and are to be reminded of it, in the catalogue's order."""
    settled = {report.agency for report in store.reports(period) if not report.owes_on(now, calendar)}
    return tuple(code for code in reporting_agencies(catalogue, period, day_in_viet_nam(now)) if code not in settled)


def reporting_agencies(catalogue: Catalogue, period: Period, today: date) -> tuple[AgencyCode, ...]:
    """Agencies that a report of the period is asked of on a day, in the catalogue's order."""
    return tuple(
        agency.code
        for agency in catalogue.agencies
        if agency.is_valid_on(today) and (agency.valid_from is None or agency.valid_from <= period.last_day)
    )


def due_notices(store: Store, catalogue: Catalogue, calendar: Calendar, *, policy: Policy, now: datetime) -> list[DueNotice]:
    """What has to be given at an aware moment and was not given yet: people first, then groups. Writes nothing."""
    if policy.quiet.holds(now):
        return []
    look = _Look(store, catalogue, calendar, policy, now)
    return [*look.to_people(), *look.to_groups()] if look.standing else []


class _Look:
    """One look at the office at one moment."""

    def __init__(self, store: Store, catalogue: Catalogue, calendar: Calendar, policy: Policy, now: datetime) -> None:
        self._store = store
        self._catalogue = catalogue
        self._calendar = calendar
        self._policy = policy
        self._now = now
        self._today = day_in_viet_nam(now)
        self._moments: dict[tuple[NoticeRules, Period], Moment | None] = {}
        self._owed_by_period: dict[Period, tuple[Owed, ...]] = {}
        self._reminded_by_period: dict[Period, Mapping[AgencyCode, datetime]] = {}
        self._entered_by_period: dict[Period, Mapping[AgencyCode, datetime]] = {}
        own = store.own_rules()
        self._rules = {
            agency.code: own[agency.code].over(policy.rules) if agency.code in own else policy.rules
            for agency in catalogue.agencies
        }
        self.standing = self._standing()

    def to_people(self) -> Iterator[DueNotice]:
        """One message a person."""
        reminded, snoozes = self._store.reminded_on(self._today), self._store.snoozes()
        for person_id, found in self._owed_by_person().items():
            until = snoozes.get(person_id)
            if until is not None and until <= self._now:
                late = until if self._now - until > LATE_AFTER else None
                keys = tuple(_key(person_id, owed) for owed in found)
                yield DueNotice(person_id, None, tuple(found), keys, late, asked_for=True)
            elif until is None and person_id not in reminded:
                new = [
                    owed
                    for owed in found
                    if _key(person_id, owed) not in self._filed and may_be_told(self._calendar, owed.moment, self._today)
                ]
                if any(owed.due <= self._now for owed in new):
                    yield DueNotice(
                        person_id, None, tuple(new), tuple(_key(person_id, owed) for owed in new), self._late_since(new)
                    )

    def to_groups(self) -> Iterator[DueNotice]:
        """Registered groups, one message each: on the days that concern groups, and the agency's when nothing is done."""
        for group in self._store.groups():
            if not group.active:
                continue
            told = [found for period in self._periods if (found := self._to_group(group, period)) is not None]
            new = {key: owed for key, owed in told if key not in self._filed}
            if new:
                owed = tuple(chain.from_iterable(new.values()))
                late = self._late_since(owed)
                yield DueNotice(group.chat_id, group.thread_id, owed, tuple(new), late, to_group=True, agency=group.agency)

    def _to_group(self, group: Group, period: Period) -> tuple[NoticeKey, list[Owed]] | None:
        """About one period: what concerns groups that day, else (an agency's group) that nothing is done."""
        rules = self._policy.rules if group.agency is None else self._rules.get(group.agency, self._policy.rules)
        moment = self._moment(rules, period)
        if moment is None or not may_be_told(self._calendar, moment, self._today):
            return None
        due = moment.due(rules, self._policy.quiet)
        owed = [Owed(each.agency, period, moment, due) for each in self._owed(period) if group.agency in (None, each.agency)]
        if not owed or due > self._now:
            return None
        if moment.kind.tells_groups:
            return NoticeKey(group.chat_id, moment.kind.code, period, group.agency, moment.filed_as), owed
        if group.agency is None or Audience.GROUPS not in self._told(owed[0]):
            return None
        return NoticeKey(group.chat_id, ESCALATED, period, group.agency, midnight(period.last_day)), owed

    def _standing(self) -> dict[tuple[AgencyCode, Period], Moment]:
        """The notice that stands today for each agency and period, submitted or not."""
        periods = dict.fromkeys((*self._calendar.due_periods(self._today), *self._calendar.overdue_periods(self._today)))
        found = {}
        for period in periods:
            for agency, rules in self._rules.items():
                moment = self._moment(rules, period)
                if moment is not None:
                    found[agency, period] = moment
        return found

    def _moment(self, rules: NoticeRules, period: Period) -> Moment | None:
        """The notice that stands today under some rules."""
        if (rules, period) not in self._moments:
            self._moments[rules, period] = standing_moment(self._calendar, rules, period, self._today)
        return self._moments[rules, period]

    @cached_property
    def _periods(self) -> tuple[Period, ...]:
        """The periods with a notice that stands, next deadline first."""
        periods = {period for _agency, period in self.standing}
        return tuple(sorted(periods, key=lambda period: (self._calendar.deadline(period), period)))

    @cached_property
    def _filed(self) -> set[NoticeKey]:
        moments = {moment.filed_as for moment in self.standing.values()} | {midnight(each.last_day) for each in self._periods}
        return self._store.notices_filed(self._periods, moments)

    @cached_property
    def _people(self) -> Mapping[AgencyCode | None, Mapping[Audience, list[Person]]]:
        """Whom each agency has; administrators under None. Those who blocked the bot are there too."""
        people: dict[AgencyCode | None, dict[Audience, list[Person]]] = {}
        levels = {Role.CLERK: Audience.CLERKS, Role.VIEWER: Audience.VIEWERS, Role.ADMINISTRATOR: Audience.ADMINISTRATORS}
        for person in self._store.people():
            for grant in person.grants:
                agency = None if grant.role is Role.ADMINISTRATOR else grant.agency
                if agency is not None or grant.role is Role.ADMINISTRATOR:
                    people.setdefault(agency, {}).setdefault(levels[grant.role], []).append(person)
        return people

    @cached_property
    def _unreachable(self) -> Collection[int]:
        return self._store.unreachable_chats().keys()

    @cached_property
    def _agencies_with_group(self) -> set[AgencyCode | None]:
        return {group.agency for group in self._store.groups() if group.active}

    def _owed(self, period: Period) -> tuple[Owed, ...]:
        """What the agencies owe of a period, as their clerks would be told."""
        if period not in self._owed_by_period:
            self._owed_by_period[period] = tuple(
                Owed(agency, period, moment, moment.due(self._rules[agency], self._policy.quiet))
                for agency in owing_agencies(self._store, self._catalogue, self._calendar, period, self._now)
                if (moment := self.standing.get((agency, period))) is not None
            )
        return self._owed_by_period[period]

    def _owed_by_person(self) -> dict[int, list[Owed]]:
        """What each person is to be told, once for each report, as the one nearest to it."""
        found: dict[int, dict[tuple[AgencyCode, Period], Owed]] = {}
        for period in self._periods:
            for owed in self._owed(period):
                for audience, reason in self._told(owed).items():
                    told = Owed(owed.agency, period, owed.moment, owed.due, reason)
                    for person in self._reachable(owed.agency, audience):
                        found.setdefault(person.id, {}).setdefault((owed.agency, period), told)
        return {person_id: list(each.values()) for person_id, each in sorted(found.items())}

    def _reachable(self, agency: AgencyCode, audience: Audience) -> list[Person]:
        of = None if audience is Audience.ADMINISTRATORS else agency
        people = self._people.get(of, {}).get(audience, [])
        return [person for person in people if person.id not in self._unreachable]

    def _told(self, owed: Owed) -> dict[Audience, Reason | None]:
        """Which audiences are told of a report today, and why; in the order of escalation."""
        agency = owed.agency
        audiences = [
            audience
            for audience in Audience
            if (agency in self._agencies_with_group if audience is Audience.GROUPS else self._reachable(agency, audience))
        ]
        if Audience.CLERKS in audiences:
            reason = Reason.IDLE
        else:
            has_clerk = self._people.get(agency, {}).get(Audience.CLERKS)
            reason = Reason.UNREACHABLE if has_clerk else Reason.NO_CLERK
        steps = dict(zip(list(Audience)[1:], self._rules[agency].escalate_days, strict=True))
        told: dict[Audience, Reason | None] = {}
        idle = 0 if owed.moment.kind is CLOSING else self._idle_days(agency, owed.period, owed.moment.day)
        answers = False  # a person is told who can see to it; a group alone is nobody
        for audience in audiences:
            if audience is Audience.CLERKS or not answers or idle >= steps[audience]:
                told[audience] = None if audience is Audience.CLERKS else reason
                answers = answers or audience is not Audience.GROUPS
        return told

    def _idle_days(self, agency: AgencyCode, period: Period, until: date) -> int:
        """Working days since somebody was told that the report is missing and nothing was entered; the last day counts."""
        told = self._first_reminded(period).get(agency)
        if told is None:
            return 0
        since = day_in_viet_nam(max(told, self._last_entered(period).get(agency, told)))
        return sum(1 for _ in self._calendar.working_days_between(since + timedelta(days=1), until))

    def _first_reminded(self, period: Period) -> Mapping[AgencyCode, datetime]:
        if period not in self._reminded_by_period:
            self._reminded_by_period[period] = self._store.first_reminded(period)
        return self._reminded_by_period[period]

    def _last_entered(self, period: Period) -> Mapping[AgencyCode, datetime]:
        if period not in self._entered_by_period:
            self._entered_by_period[period] = self._store.last_entered(period)
        return self._entered_by_period[period]

    def _late_since(self, found: Iterable[Owed]) -> datetime | None:
        """When the message should have gone, if that is a while ago."""
        return min((owed.due for owed in found if self._now - owed.due > LATE_AFTER), default=None)


def _key(person_id: int, owed: Owed) -> NoticeKey:
    return NoticeKey(person_id, owed.moment.kind.code, owed.period, owed.agency, owed.moment.filed_as)
