"""A year of the office: 19 agencies, 60 people, 12 groups and a bot that is killed, restarted, down and flooded.

The bot's part is the real one: notices are given as the tick does, messages leave by the real sender to the local Telegram.
What should have happened is worked out from days and states alone, in `tests.year_checks`.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import ClassVar

from telegram.ext import ExtBot

from bot.clock import VIET_NAM, ShiftedClock, day_in_viet_nam
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.deadlines import DeadlineMove, concerned, move_deadline, plan_move, standing_calendar
from bot.domain.giving import give, give_due_notices, put_out, rendered_notices
from bot.domain.notices import OwnRules, Policy
from bot.domain.outgoing import Recipe
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.summarising import give_due_summaries
from bot.domain.value import Figure, NewValue, Source, ValueKey
from bot.replies import deadlines
from handlers.local.faults import Fault, FloodControl, flooded
from handlers.local.request import LocalRequest
from handlers.local.server import TOKEN, Call, LocalTelegram
from handlers.making import Workshop
from handlers.sending import LEASE_SECONDS, Sender
from storage import Storage, UnitOfWork
from tests.notice_office import CATALOGUE

REPORTS = tuple(Period.parse(code) for code in ("2023-Q1", "2023-H1", "2023-Q3", "2023-Y"))
OPENED = Period.parse("2022-Q4")  # by an administrator, to be submitted right after Tết
AGENCIES = tuple(agency.code for agency in CATALOGUE.agencies if agency.is_valid_on(date(2023, 6, 1)))
FIRST_PERSON, LAST_PERSON = 1001, 1060
ADMINISTRATORS = (1058, 1059, 1060)
POLICY = Policy()
DOWN = (  # 72 hours: over the deadline of 6 tháng, over the day on which Quý III soon closes
    ("2023-06-15 05:00", "2023-06-18 05:00"),
    ("2023-09-06 07:00", "2023-09-09 07:00"),
)
JUMPS = {"2023-03-16 07:30": 5, "2023-09-14 09:00": -3, "2023-12-15 07:30": 2}  # hours, put right three hours later
KILLED_EVERY = 40  # messages: the process dies between Telegram's yes and our mark
_OF_SUMMARIES = {"sendPhoto", "editMessageMedia"}
REMINDER = re.compile(r"(?:Kỳ b|B)áo cáo CCHC ")


def local(text: str) -> datetime:
    """A moment in Viet Nam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIET_NAM)


class OnePicture(Workshop):
    """The same picture for every summary: a thousand processes that draw would be most of the year."""

    drawn: ClassVar[list[bytes]] = []

    async def make(self, recipe: Recipe) -> bytes:
        """A real picture, drawn once for all processes of the simulation."""
        if not self.drawn:
            self.drawn.append(await super().make(recipe))
        return self.drawn[0]


class Killed(BaseException):
    """The process dies: nothing may catch it."""


@dataclass(frozen=True)
class Delivery:
    """A message that stands in a chat; `mark` tells it from any other, so that one sent twice has it twice.

    `at`: by the bot's clock; `really_at`: by the people's, which never jumps.
    """

    chat_id: int
    at: datetime
    really_at: datetime
    text: str
    mark: str

    @property
    def day(self) -> date:
        """In Viet Nam."""
        return day_in_viet_nam(self.at)

    @property
    def is_reminder(self) -> bool:
        """Whether the calendar made it due."""
        return REMINDER.match(self.text) is not None


@dataclass(frozen=True)
class Summed:
    """A summary that was put into a group, or the one that stands there changed."""

    chat_id: int
    day: date
    text: str
    is_new: bool


@dataclass
class Happenings:
    """What was done to the bot and what people did, for the checks."""

    up: list[datetime] = field(default_factory=list)  # every tick; all times here are the people's
    states: dict[tuple[AgencyCode, Period], list[tuple[datetime, bool]]] = field(default_factory=lambda: defaultdict(list))
    blocked: dict[int, list[tuple[datetime, bool]]] = field(default_factory=lambda: defaultdict(list))
    asked: Counter[tuple[int, date]] = field(default_factory=Counter)  # snoozes, by the day they end
    killed: Counter[tuple[int, date]] = field(
        default_factory=Counter
    )  # messages taken by Telegram and not marked, by their day
    counts: Counter[str] = field(default_factory=Counter)


class Year:
    """The office with its clock. Open as an async context manager."""

    def __init__(self, addresses: tuple[str, ...], seed: int) -> None:
        """One database, one address for each process that works on it."""
        self.random = Random(seed)  # noqa: S311  a simulation
        self.clock = ShiftedClock(frozen_at=local("2023-01-01 00:00"))
        self.server = LocalTelegram(now=lambda: self.clock.now().timestamp())
        self.server.flood_control = FloodControl()
        self.server.observers.append(self._on_call)
        self.addresses = addresses
        self.happened = Happenings()
        self.deliveries: list[Delivery] = []
        self.summaries: list[Summed] = []
        self.people = _people(self.random)
        self.groups = _groups()
        self._until_killed = KILLED_EVERY
        self._wrong_by = timedelta()
        self._plans = sorted(self._planned(), key=lambda plan: plan[0])
        self._storages: list[Storage] = []
        self._bot: ExtBot[None] | None = None

    async def run(self) -> None:
        """From New Year to New Year."""
        request = LocalRequest(self.server)
        async with ExtBot(TOKEN, request=request, get_updates_request=request) as self._bot:
            self._start()
            self._settle()
            for moment in self._ticks():
                self._let_people_act(moment)
                if any(local(begin) <= moment < local(end) for begin, end in DOWN):
                    self.happened.counts["ticks while down"] += 1
                    continue
                self._wrong_by = self._jump(moment)
                self.clock.stand_at(moment + self._wrong_by)
                self.happened.up.append(moment)
                self.happened.counts["ticks with a wrong clock"] += bool(self._wrong_by)
                await self._tick()
            self._stop()

    def _start(self) -> None:
        self._storages = [Storage(address) for address in self.addresses]
        for storage in self._storages:
            storage.migrate()
        self._senders = [
            Sender(self._bot, storage, self.clock, filled=asyncio.Event(), limits=None, workshop=OnePicture())
            for storage in self._storages
        ]

    def _stop(self) -> None:
        for storage in self._storages:
            storage.close()

    async def _tick(self) -> None:
        """What each process does in a minute; one that is killed comes back at once."""
        if self.random.random() < 0.01:
            self.happened.counts["restarts"] += 1
            self._stop()
            self._start()
        process = self.random.randrange(len(self._storages))
        await self._give(process)
        if self.random.random() < 0.05:
            self.server.faults.append(Fault("sendMessage", flooded(self.random.choice((3, 30)))))
        while True:
            try:
                while await self._senders[process].send_one(f"sender-{process}"):
                    self.clock.stand_at(self.clock.now() + timedelta(milliseconds=40))
                await self._senders[process].made()
            except Killed:
                self.happened.counts["kills between send and mark"] += 1
                await self._senders[process].made()  # a picture on its way is not what is killed here
                self._stop()
                self._start()
                self.clock.stand_at(self.clock.now() + timedelta(seconds=LEASE_SECONDS + 1))  # until its lease has run out
            else:
                return

    async def _give(self, process: int) -> None:
        """One process gives what is due; with several, another saw the same and is a moment later."""
        now = self.clock.now()
        if len(self._storages) == 1:
            await self._storages[0].hop(
                lambda work: give_due_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=POLICY, now=now)
            )
            return
        await asyncio.gather(
            *(
                storage.hop(
                    lambda work: give_due_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=POLICY, now=now)
                )
                for storage in self._storages
            )
        )
        await asyncio.gather(*(storage.hop(lambda work: _sum_up(work, now)) for storage in self._storages))
        slow = self._storages[process - 1]
        seen = await slow.hop(
            lambda work: rendered_notices(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=POLICY, now=now)
        )
        await slow.hop(lambda work: give(work, seen, now=now))

    def _on_call(self, call: Call) -> None:
        """Telegram took a message, or not."""
        if call.method in _OF_SUMMARIES and call.status == 200:
            day = day_in_viet_nam(self.clock.now())
            text = str(call.answer["result"]["caption"])
            self.summaries.append(Summed(int(call.parameters["chat_id"]), day, text, is_new=call.method == "sendPhoto"))
        if call.method != "sendMessage":
            return
        if call.status == 429:
            self.happened.counts["429 by Telegram"] += 1
        elif call.status == 403:
            self.happened.counts["403 blocked"] += 1
        elif call.status == 200:
            text = call.answer["result"]["text"]
            mark = call.parameters.get("reply_markup") or text
            self.deliveries.append(
                Delivery(int(call.parameters["chat_id"]), self.clock.now(), self.clock.now() - self._wrong_by, text, mark)
            )
            self._maybe_snooze(self.deliveries[-1])
            self._until_killed -= 1
            if not self._until_killed:
                self._until_killed = KILLED_EVERY
                self.happened.killed[self.deliveries[-1].chat_id, self.deliveries[-1].day] += 1
                raise Killed

    def _maybe_snooze(self, delivery: Delivery) -> None:
        """Somebody presses "Nhắc lại sau" once in a while."""
        if delivery.chat_id > 0 and delivery.is_reminder and self.random.random() < 0.03:
            until = delivery.at + timedelta(hours=self.random.choice((1, 3)))
            if day_in_viet_nam(until) == delivery.day and not POLICY.quiet.holds(until):
                self._plans.append((delivery.really_at + timedelta(minutes=1), "snooze", (delivery.chat_id, until)))
                self._plans.sort(key=lambda plan: plan[0])

    @staticmethod
    def _jump(moment: datetime) -> timedelta:
        """How wrong the bot's clock is."""
        for begin, hours in JUMPS.items():
            if local(begin) <= moment < local(begin) + timedelta(hours=3):
                return timedelta(hours=hours)
        return timedelta()

    def _ticks(self) -> Iterator[datetime]:
        """Two a day; where reports are due every quarter of an hour of the mornings, every hour else."""
        day = date(2023, 1, 1)
        while day <= date(2023, 12, 31):
            busy = any(begin <= day <= end for begin, end in _BUSY)
            minutes = [0, 180, 400, 470, *range(480, 600, 15), *range(600, 1320, 90)] if busy else [0, 480]
            for minute in sorted(minutes):
                yield datetime.combine(day, time(*divmod(minute, 60)), VIET_NAM)
            day += timedelta(days=1)

    def _settle(self) -> None:
        with self._storages[0].begin() as work:
            for person in self.people:
                work.save_person(person)
                self.server.world.add_person(person.id, person.name).has_started = True
            for group in self.groups:
                work.save_group(group)
                self.server.world.add_group(group.chat_id, group.title)
            work.save_own_rules(AGENCIES[2], OwnRules(time(9, 30), 5, 2, (2, 3, 4)), by=ADMINISTRATORS[0], at=self.clock.now())
            work.commit()

    def _planned(self) -> Iterator[tuple[datetime, str, tuple[object, ...]]]:
        """When agencies enter and submit, who blocks the bot, which deadlines are moved."""
        yield local("2023-01-10 09:00"), "deadline", (OPENED, date(2023, 1, 31))
        yield local("2023-09-08 10:00"), "deadline", (REPORTS[2], date(2023, 9, 20))
        for period in (OPENED, *REPORTS):
            last = {OPENED: date(2023, 1, 31), REPORTS[2]: date(2023, 9, 20)}.get(
                period, date(period.year, period.last_day.month, 17)
            )
            for agency in AGENCIES:
                habit = self.random.random()
                if habit < 0.1:
                    continue  # never
                day = last + timedelta(days=self.random.randint(-8, -4) if habit < 0.3 else self.random.randint(-2, 5))
                at = datetime.combine(day, time(self.random.randint(7, 17), self.random.randint(0, 59)), VIET_NAM)
                yield at - timedelta(days=self.random.randint(1, 3)), "enter", (agency, period)
                yield at, "submit", (agency, period)
                if habit > 0.9:
                    yield at + timedelta(hours=20), "return", (agency, period)
                    yield at + timedelta(hours=70), "submit", (agency, period)
        for person in self.random.sample(range(FIRST_PERSON, ADMINISTRATORS[0]), 8):
            begin = local("2023-01-05 12:15") + timedelta(days=self.random.randint(0, 330), minutes=self.random.randint(0, 900))
            yield begin, "block", (person,)
            yield begin + timedelta(days=self.random.randint(3, 60)), "unblock", (person,)
        for period_end in ("2023-03-15 08:05", "2023-12-15 08:25"):
            yield local(period_end), "block", (FIRST_PERSON + 3,)
            yield local(period_end) + timedelta(days=1), "unblock", (FIRST_PERSON + 3,)

    def _let_people_act(self, moment: datetime) -> None:
        while self._plans and self._plans[0][0] <= moment:
            really_at, what, about = self._plans.pop(0)
            at = really_at + self._jump(really_at)  # what is stored has the bot's time
            with self._storages[0].begin() as work:
                match what, about:
                    case "enter", (agency, period):
                        value = NewValue(ValueKey(agency, period, _ROW), Figure(Decimal(1)), None, "1", None)
                        if work.value(value.key) is None:
                            work.write_values([value], batch=f"{agency}{period}", by=1001, at=at, source=Source("message"))
                    case "submit" | "return", (agency, period):
                        state = ReportState.SUBMITTED if what == "submit" else ReportState.RETURNED
                        work.save_report(Report(agency, period, state, at, 1001), by=1001, at=at)
                        self.happened.states[agency, period].append((really_at, what == "submit"))
                    case "block" | "unblock", (person,):
                        self.server.world.block(person, blocked=what == "block")
                        self.happened.blocked[person].append((really_at, what == "block"))
                        if what == "unblock":
                            work.mark_chat_reachable(person)
                    case "snooze", (person, until):
                        work.snooze(person, until)
                        self.happened.asked[person, day_in_viet_nam(until)] += 1
                    case "deadline", (period, deadline):
                        calendar = standing_calendar(work, CATALOGUE)
                        planned = plan_move(calendar, period, deadline, day_in_viet_nam(at))
                        assert isinstance(planned, DeadlineMove)
                        told = concerned(work, CATALOGUE, period, besides=ADMINISTRATORS[0], now=at)
                        move_deadline(planned, calendar, work, by=ADMINISTRATORS[0], at=at)
                        for chat_id, agencies in told.people.items():
                            put_out(work, deadlines.told(planned, agencies, CATALOGUE), chat_id, None, now=at)
                work.commit()


def _sum_up(work: UnitOfWork, now: datetime) -> int:
    """What groups are shown of the period as a whole."""
    return give_due_summaries(work, CATALOGUE, standing_calendar(work, CATALOGUE), policy=POLICY, now=now)


_ROW = IndicatorId("plan.tasks_planned")
_BUSY = tuple(
    (date.fromisoformat(begin), date.fromisoformat(end))
    for begin, end in (
        ("2023-01-10", "2023-02-08"),
        ("2023-03-06", "2023-03-28"),
        ("2023-06-05", "2023-06-27"),
        ("2023-09-05", "2023-09-29"),
        ("2023-12-04", "2023-12-27"),
    )
)


def _people(random: Random) -> tuple[Person, ...]:
    """Sixty: clerks of all agencies but the last two, some of two agencies, viewers, administrators, some of all."""
    manned = AGENCIES[:-2]
    people = []
    for number in range(FIRST_PERSON, LAST_PERSON + 1):
        place = number - FIRST_PERSON
        if number in ADMINISTRATORS:
            grants: tuple[Grant, ...] = (Grant(Role.ADMINISTRATOR),)
        elif place < 2 * len(manned):
            grants = (Grant(Role.CLERK, manned[place % len(manned)]),)
            if place % 11 == 10:
                grants += (Grant(Role.CLERK, random.choice(manned)),)
        else:
            grants = (Grant(Role.VIEWER, random.choice(AGENCIES[:-1])), *((Grant(Role.VIEWER),) if place % 5 == 0 else ()))
        people.append(Person(number, f"Người {number}", grants))
    people[-1] = Person(LAST_PERSON, "Quản trị kiêm nhập", (Grant(Role.ADMINISTRATOR), Grant(Role.CLERK, manned[0])))
    return tuple(people)


def _groups() -> tuple[Group, ...]:
    """Two of the province and ten of agencies."""
    agencies: list[AgencyCode | None] = [None, None, *AGENCIES[:10]]
    return tuple(
        Group(-2000 - number, None, f"Nhóm {number}", agency, ADMINISTRATORS[0]) for number, agency in enumerate(agencies)
    )
