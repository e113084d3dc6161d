"""The people and groups of all tests about notices, and what can happen to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.clock import VIET_NAM
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import give_due_notices, rendered_notices
from bot.domain.notices import Policy
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.value import Figure, NewValue, Source, ValueKey
from storage import Storage

CATALOGUE = load_catalogue()
POLICY = Policy()
CALENDAR = Calendar(CATALOGUE.calendar)  # for tests that move no deadline
EIGHT = POLICY.rules.remind_at
Q3_2022 = Period.parse("2022-Q3")
SCT, STC, SYT = AgencyCode("SCT"), AgencyCode("STC"), AgencyCode("SYT")

CLERK, COLLEAGUE, OUTSIDER, ADMINISTRATOR, CLERK_OF_TWO = 101, 102, 103, 104, 105
PROVINCE_GROUP, AGENCY_GROUP, LEFT_GROUP = -1001, -1002, -1003
TOLD_OF_SCT = {CLERK, COLLEAGUE, AGENCY_GROUP}

PEOPLE = (
    Person(CLERK, "Cán bộ Công Thương", (Grant(Role.CLERK, SCT),)),
    Person(COLLEAGUE, "Đồng nghiệp", (Grant(Role.CLERK, SCT), Grant(Role.VIEWER, STC))),
    Person(OUTSIDER, "Người ngoài", (Grant(Role.VIEWER, SCT), Grant(Role.VIEWER))),
    Person(ADMINISTRATOR, "Quản trị", (Grant(Role.ADMINISTRATOR),)),
)
GROUPS = (
    Group(PROVINCE_GROUP, 7, "CCHC toàn tỉnh", None, ADMINISTRATOR),
    Group(AGENCY_GROUP, None, "CCHC Sở Công Thương", SCT, ADMINISTRATOR),
    Group(LEFT_GROUP, None, "Nhóm cũ", SCT, ADMINISTRATOR, active=False),
)


def at(text: str) -> datetime:
    """A moment written in Viet Nam's time, as 2022-09-15 08:00."""
    return datetime.fromisoformat(text).replace(tzinfo=VIET_NAM).astimezone(UTC)


def every(step: timedelta, start: str, end: str) -> Iterator[datetime]:
    """Ticks from start up to end, both in Viet Nam's time."""
    moment = at(start)
    while moment < at(end):
        yield moment
        moment += step


def settled(storage: Storage) -> None:
    """People and groups of all tests."""
    with storage.begin() as work:
        for person in PEOPLE:
            work.save_person(person)
        for group in GROUPS:
            work.save_group(group)
        work.commit()


def give_once(storage: Storage, now: datetime, policy: Policy = POLICY) -> int:
    """One tick."""
    with storage.begin() as work:
        given = give_due_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=policy, now=now)
        work.commit()
    return given


def tick(storage: Storage, moments: Iterable[datetime]) -> list[tuple[datetime, int]]:
    """Many ticks; the moments at which anything was given, and how much."""
    given = [(moment, give_once(storage, moment)) for moment in moments]
    return [(moment, count) for moment, count in given if count]


def outbox(storage: Storage) -> list[Outgoing]:
    """Everything waiting to be sent, taken out through a session of its own."""
    messages = []
    with storage.begin() as work:
        moment = at("2031-01-01 00:00")
        while (item := work.claim_out(moment, by="test", lease_seconds=60)) is not None:
            messages.append(item.message)
            work.sent(item.id, item.id, moment)
        work.commit()
    return messages


def chats(messages: Iterable[Outgoing]) -> Counter[int]:
    """How many messages each chat gets."""
    return Counter(message.chat_id for message in messages)


def put_state(storage: Storage, agency: AgencyCode, state: ReportState, period: Period = Q3_2022) -> None:
    """Move a report along."""
    moment = at("2022-09-14 10:00")
    with storage.begin() as work:
        work.save_report(Report(agency, period, state, moment, CLERK, moment), by=CLERK, at=moment)
        work.commit()


def enter(storage: Storage, agency: AgencyCode, figures: dict[IndicatorId, Figure]) -> None:
    """Store figures of Quý III/2022."""
    values = [NewValue(ValueKey(agency, Q3_2022, row), figure, None, "", None) for row, figure in figures.items()]
    with storage.begin() as work:
        work.write_values(values, batch=f"{agency}", by=CLERK, at=at("2022-09-13 10:00"), source=Source("message"))
        work.commit()


def add_clerk_of_two(storage: Storage, *agencies: AgencyCode) -> None:
    """Somebody who enters for these agencies."""
    with storage.begin() as work:
        work.save_person(Person(CLERK_OF_TWO, "Cán bộ hai nơi", tuple(Grant(Role.CLERK, agency) for agency in agencies)))
        work.commit()


def rendered(storage: Storage, now: str) -> dict[int, str]:
    """The text for each chat at a moment."""
    with storage.begin() as work:
        notices = rendered_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=POLICY, now=at(now))
    return {notice.chat_id: reply.text for notice, reply in notices}


def short(row_id: str) -> str:
    """The catalogue's short name of a row: the clerks' office may reword it."""
    return CATALOGUE.row(row_id).short


def fill(storage: Storage, agency: AgencyCode, *sections: str) -> None:
    """Answer every required row of these sections."""
    figures = {row.id: Figure(Decimal(1)) for row in CATALOGUE.indicators if row.required and row.section in sections}
    enter(storage, agency, figures)
