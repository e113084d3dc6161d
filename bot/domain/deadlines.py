"""The calendar as it stands, with the deadlines that administrators moved, and moving one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Person, Role
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.reminding import owing_agencies


def standing_calendar(store: Store, catalogue: Catalogue) -> Calendar:
    """The rules of indicators.yaml under the deadlines that were moved."""
    return Calendar(catalogue.calendar, store.moved_deadlines())


class Unfit(StrEnum):
    """Why a day cannot be a deadline."""

    PASSED = "passed"  # before today
    IN_WINDOW = "in_window"  # before the period's facts are complete
    SAME = "same"  # it is the deadline
    NOT_MOVED = "not_moved"  # there is nothing to take back


@dataclass(frozen=True, slots=True)
class DeadlineMove:
    """A deadline to be set for a period. `before`, `after`: None where no report is asked for."""

    period: Period
    before: date | None
    after: date | None


def plan_move(calendar: Calendar, period: Period, deadline: date | None, today: date) -> DeadlineMove | Unfit:
    """What setting the deadline (None: taking back what was set) would change."""
    before = calendar.deadline(period) if calendar.is_collected(period) else None
    if deadline is None:
        if period not in calendar.moved:
            return Unfit.NOT_MOVED
        return DeadlineMove(period, before, calendar.ruled_deadline(period) if calendar.is_regular(period) else None)
    if deadline <= period.last_day:
        return Unfit.IN_WINDOW
    if deadline < today:
        return Unfit.PASSED
    return Unfit.SAME if deadline == before else DeadlineMove(period, before, deadline)


def move_deadline(move: DeadlineMove, calendar: Calendar, store: Store, *, by: int, at: datetime) -> None:
    """Set it; one that is again what the rules say is simply given back to them."""
    ruled = calendar.ruled_deadline(move.period) if calendar.is_regular(move.period) else None
    store.move_deadline(move.period, None if move.after == ruled else move.after, by=by, at=at)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Who is to be told of a moved deadline: people with the agencies they owe it for, groups by chat and topic."""

    people: dict[int, tuple[AgencyCode, ...]]
    groups: list[tuple[int, int | None]]


def concerned(store: Store, catalogue: Catalogue, period: Period, *, besides: int, now: datetime) -> Concerned:
    """Clerks and viewers of the agencies that have not submitted, the administrators, and the groups; not who moved it."""
    owing = owing_agencies(store, catalogue, standing_calendar(store, catalogue), period, now)
    unreachable = store.unreachable_chats()
    people = {
        person.id: tuple(agency for agency in owing if agency in person.agencies_of(Role.CLERK))
        for person in store.people()
        if person.id != besides and person.id not in unreachable and _is_concerned(person, owing)
    }
    groups = [
        (group.chat_id, group.thread_id)
        for group in store.groups()
        if group.active and (group.agency is None or group.agency in owing)
    ]
    return Concerned(people, groups)


def _is_concerned(person: Person, owing: tuple[AgencyCode, ...]) -> bool:
    return person.has(Role.ADMINISTRATOR) or any(agency in owing for agency in person.agencies)
