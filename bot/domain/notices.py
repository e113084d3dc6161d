"""Notices: who has to be told what at which moment. Computed from the calendar; the ledger remembers what was given.

A notice missed while the bot was down is still given, marked late, until the deadline has passed; then it is stale and dropped.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.clock import VIET_NAM, day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.completeness import Completeness, completeness_by_agency
from bot.domain.people import Role
from bot.domain.period import Period
from bot.domain.ports import ButtonRecord, NoticeKey, Outgoing, OutgoingButton, Store
from bot.replies.notices import agency_group_notice, clerk_notice, province_group_notice
from bot.replies.reply import Reply

LATE_AFTER = timedelta(minutes=15)  # the tick comes every minute: later than this the bot was down
_BUTTON_LIFE = timedelta(days=30)


class Audience(StrEnum):
    """Who is told."""

    CLERKS = "clerks"  # in private, of agencies that have not submitted
    GROUPS = "groups"  # registered ones


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of notice: when it is due, counted from the period's deadline, and who is told."""

    code: str
    working_days_before: int
    audiences: tuple[Audience, ...]


KINDS = (NoticeKind("day_before", working_days_before=1, audiences=(Audience.CLERKS, Audience.GROUPS)),)


@dataclass(frozen=True, slots=True)
class DueNotice:
    """A message that has to go out now. `due` in UTC.

    `agency`: what the ledger files it under, None when it is about all agencies (a group's) or about several of a clerk's.
    `owing`: the agencies it names as not having submitted.
    """

    chat_id: int
    thread_id: int | None
    kind: str
    period: Period
    agency: AgencyCode | None
    due: datetime
    late: bool
    audience: Audience
    owing: tuple[AgencyCode, ...]

    @property
    def key(self) -> NoticeKey:
        """What it is once per."""
        return NoticeKey(self.chat_id, self.kind, self.period, self.agency, self.due)


def due_notices(store: Store, catalogue: Catalogue, calendar: Calendar, *, remind_at: time, now: datetime) -> list[DueNotice]:
    """What has to be given at an aware moment and was not given yet: clerks first, then groups. Writes nothing."""
    notices = []
    for kind, period, due in _moments(calendar, remind_at, now):
        owing = _owing(store, catalogue, period, now)
        if not owing:
            continue
        late = now - due > LATE_AFTER
        for audience in kind.audiences:
            candidates = _to_clerks if audience is Audience.CLERKS else _to_groups
            for chat_id, thread_id, agency, owed in candidates(store, owing):
                notice = DueNotice(chat_id, thread_id, kind.code, period, agency, due, late, audience, owed)
                if not _is_given(store, notice):
                    notices.append(notice)
    return notices


def rendered_notices(
    store: Store, catalogue: Catalogue, calendar: Calendar, *, remind_at: time, now: datetime
) -> list[tuple[DueNotice, Reply]]:
    """The due notices with their messages. Writes nothing."""
    counted: dict[Period, dict[AgencyCode, Completeness]] = {}
    rendered = []
    for notice in due_notices(store, catalogue, calendar, remind_at=remind_at, now=now):
        if notice.period not in counted:
            owing = _owing(store, catalogue, notice.period, now)
            counted[notice.period] = completeness_by_agency(store, catalogue, owing, notice.period)
        owed = {agency: counted[notice.period][agency] for agency in notice.owing}
        rendered.append((notice, _reply(notice, owed, catalogue, calendar, now)))
    return rendered


def give_due_notices(store: Store, catalogue: Catalogue, calendar: Calendar, *, remind_at: time, now: datetime) -> int:
    """Put every due notice into the ledger and the outbox; returns how many were given."""
    return give(store, rendered_notices(store, catalogue, calendar, remind_at=remind_at, now=now), now=now)


def give(store: Store, notices: Sequence[tuple[DueNotice, Reply]], *, now: datetime) -> int:
    """Put these into the ledger and the outbox; returns how many were not given meanwhile by another process."""
    return sum(_give(store, notice, reply, now) for notice, reply in notices)


def _moments(calendar: Calendar, remind_at: time, now: datetime) -> Iterator[tuple[NoticeKind, Period, datetime]]:
    """Kinds and periods whose moment has come while the deadline has not passed."""
    for period in calendar.due_periods(day_in_viet_nam(now)):
        for kind in KINDS:
            day = calendar.working_days_before(calendar.deadline(period), kind.working_days_before)
            due = datetime.combine(day, remind_at, VIET_NAM).astimezone(UTC)
            if due <= now:
                yield kind, period, due


def _owing(store: Store, catalogue: Catalogue, period: Period, now: datetime) -> tuple[AgencyCode, ...]:
    """Agencies that exist on the day and have not submitted, in the catalogue's order."""
    submitted = {report.agency for report in store.reports(period) if report.is_locked}
    return tuple(code for code in _existing(catalogue, now) if code not in submitted)


def _existing(catalogue: Catalogue, now: datetime) -> tuple[AgencyCode, ...]:
    """Agencies that exist on the day, in the catalogue's order."""
    today = day_in_viet_nam(now)
    return tuple(agency.code for agency in catalogue.agencies if agency.is_valid_on(today))


_Candidate = tuple[int, int | None, AgencyCode | None, tuple[AgencyCode, ...]]  # chat, thread, ledger's agency, owing


def _to_clerks(store: Store, owing: Sequence[AgencyCode]) -> Iterator[_Candidate]:
    """One message a person, in their private chat, whose id is the person's.

    Filed under the agency when the person is clerk of one only; whether the others have submitted must not matter, or a
    clerk of two would be told again when one of them submits.
    """
    for person in store.people(role=Role.CLERK):
        own = [grant.agency for grant in person.grants if grant.role is Role.CLERK]
        owed = tuple(agency for agency in owing if agency in own)
        if owed:
            yield person.id, None, owed[0] if len(set(own)) == 1 else None, owed


def _to_groups(store: Store, owing: Sequence[AgencyCode]) -> Iterator[_Candidate]:
    """One message a registered group: about its agency, or about all."""
    for group in store.groups():
        owed = tuple(owing) if group.agency is None else tuple(agency for agency in owing if agency == group.agency)
        if group.active and owed:
            yield group.chat_id, group.thread_id, group.agency, owed


def _is_given(store: Store, notice: DueNotice) -> bool:
    """Whether the ledger has it; for a clerk also when it has the one about all of their agencies (a grant was taken away)."""
    if store.notice_given(notice.key):
        return True
    return notice.audience is Audience.CLERKS and store.notice_given(replace(notice, agency=None).key)


def _reply(
    notice: DueNotice, owed: dict[AgencyCode, Completeness], catalogue: Catalogue, calendar: Calendar, now: datetime
) -> Reply:
    """The message of one notice."""
    deadline = calendar.deadline(notice.period)
    late_since = notice.due if notice.late else None
    if notice.audience is Audience.CLERKS:
        return clerk_notice(notice.period, owed, catalogue, deadline=deadline, now=now, late_since=late_since)
    if notice.agency is not None:
        done = owed[notice.agency]
        return agency_group_notice(
            notice.period, notice.agency, done, catalogue, deadline=deadline, now=now, late_since=late_since
        )
    submitted = [code for code in _existing(catalogue, now) if code not in owed]
    return province_group_notice(notice.period, submitted, owed, catalogue, deadline=deadline, now=now, late_since=late_since)


def _give(store: Store, notice: DueNotice, reply: Reply, now: datetime) -> bool:
    """Ledger row, outbox row and the buttons; False when another process was faster."""
    buttons = [[(button, secrets.token_urlsafe(16)) for button in row] for row in reply.buttons]
    shown = tuple(tuple(OutgoingButton(button.label, token) for button, token in row) for row in buttons)
    message = Outgoing(notice.chat_id, reply.text, shown, thread_id=notice.thread_id, subject=reply.subject, answers=False)
    if not store.give_notice(notice.key, message, late=notice.late):
        return False
    person_id = notice.chat_id if notice.audience is Audience.CLERKS else None
    for button, token in (pair for row in buttons for pair in row):
        store.add_button(ButtonRecord(token, notice.chat_id, person_id, dict(button.action), now + _BUTTON_LIFE))
    return True
