"""Summaries to groups: when one is due, and one message a period in each group, edited as things change.

Due at the hour of reminders (that of the group's agency, where it has its own) on the first working day of each week while the
period is the open one, on the first working day after its window, on the day of the deadline and on the working day after it;
besides, whenever a report was submitted, returned, accepted or reopened since. A summary says how things stand, so of several
that were missed only the last is given. The first one of a period is a new message: it waits for a working day on which the
group got no other (a reminder does not wait).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.clock import VIET_NAM, day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.group_day import note_told, was_told_on
from bot.domain.notices import Policy
from bot.domain.outgoing import ButtonRecord, Outgoing, OutgoingButton
from bot.domain.people import Group
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.ports_reminding import NoticeKey
from bot.domain.report import Report
from bot.domain.summary import agencies_of, summarise
from bot.replies.reply import Reply
from bot.replies.summaries import summary

KIND = "summary"  # in the ledger of notices
LATE_AFTER = timedelta(minutes=15)
_UNTIL = time(20)  # no summary in the evening; the next morning has the same one
_GOES_ON = timedelta(days=30)  # after the deadline late reports come in and returned ones come back
_BUTTON_LIFE = timedelta(days=30)
_NOBODY = 0  # whose memory it is: the group's
_WEEK = timedelta(days=7)


def give_due_summaries(
    store: Store, catalogue: Catalogue, calendar: Calendar, *, policy: Policy, now: datetime, dark: bool = False
) -> int:
    """Put what is due at an aware moment into ledger and outbox; how many groups get a new or changed message."""
    today = day_in_viet_nam(now)
    groups = [(group, hour) for group, hour in _hours(store, policy) if _is_open(hour, policy, now)]
    given = 0
    for period in _periods(calendar, today) if groups else ():
        reports = store.reports(period)
        for group, hour in groups:
            moment = latest_moment(calendar, period, hour, now)
            seen = _seen(store, group, period)
            due = None if moment is None else _due(seen, group, moment, reports, now)
            if moment is None or due is None or (not seen.shown and _waits(store, calendar, group, today)):
                continue
            is_given = _give(store, catalogue, calendar, group, period, due, now=now, dark=dark)
            if is_given and not seen.shown:
                note_told(store, group.chat_id, group.thread_id, today)
            given += is_given
            _remember(store, group, period, _Seen(moment, _fingerprint(group, reports), shown=seen.shown or is_given))
    return given


def _hours(store: Store, policy: Policy) -> Iterator[tuple[Group, time]]:
    """Each group with its hour: that of its reminders, so that on a day of both the reminder is there first."""
    own = store.own_rules()
    for group in store.groups():
        if group.active:
            rules = own[group.agency].over(policy.rules) if group.agency in own else policy.rules
            yield group, policy.quiet.opens(rules.remind_at)


def _is_open(hour: time, policy: Policy, now: datetime) -> bool:
    """Whether the group may be written to at a moment: from its hour until the evening."""
    at = now.astimezone(VIET_NAM).time()
    return hour <= at and (at < _UNTIL or hour >= _UNTIL) and not policy.quiet.holds(now)


def latest_moment(calendar: Calendar, period: Period, remind_at: time, now: datetime) -> datetime | None:
    """The last moment (UTC) until `now` at which a summary of the period was due, None before the first."""
    moments = (datetime.combine(day, remind_at, VIET_NAM) for day in _days(calendar, period, day_in_viet_nam(now)))
    return max((moment.astimezone(UTC) for moment in moments if moment <= now), default=None)


def shown_in(store: Store, calendar: Calendar, own: AgencyCode | None, today: date) -> Callable[[AgencyCode, Period], bool]:
    """Whose figures a summary may use: submitted ones, and its own agency's whatever their state (design §9)."""
    locked: dict[Period, set[AgencyCode]] = {}

    def shown(agency: AgencyCode, period: Period) -> bool:
        if agency == own:
            return True
        if not calendar.is_collected(period):  # nobody submits such a report: settled when its window is over
            return today > period.last_day
        if period not in locked:
            locked[period] = {report.agency for report in store.reports(period) if report.is_locked}
        return agency in locked[period]

    return shown


def _days(calendar: Calendar, period: Period, today: date) -> Iterator[date]:
    """The days of summaries that may be the last one until today."""
    deadline = calendar.deadline(period)
    yield calendar.working_day_after(period.last_day)
    yield deadline
    yield calendar.working_day_after(deadline)
    monday = today - timedelta(days=today.weekday())
    for week in (monday, monday - _WEEK, monday - 2 * _WEEK):  # Tết closes offices for more than a week
        day = calendar.working_day_after(week - timedelta(days=1))
        if period.first_day <= day <= period.last_day and calendar.open_period(day) == period:
            yield day


def _periods(calendar: Calendar, today: date) -> Iterator[Period]:
    """The open period, and those whose deadline passed a short while ago."""
    due = calendar.open_period(today)
    if due is not None:
        yield due
    for period in calendar.overdue_periods(today):
        if today - calendar.deadline(period) <= _GOES_ON:
            yield period


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a group was told last of a period: as of when, of which reports, and whether its message stands there at all."""

    due: datetime | None
    reports: list[str]
    shown: bool


def _seen(store: Store, group: Group, period: Period) -> _Seen:
    document = store.memory(group.chat_id, _NOBODY, _memory_kind(group, period))
    if document is None:
        return _Seen(None, [], shown=False)
    return _Seen(datetime.fromisoformat(document["due"]), document["reports"], shown=document.get("shown", True))


def _due(seen: _Seen, group: Group, moment: datetime, reports: Sequence[Report], now: datetime) -> datetime | None:
    """As of when the group is due a summary: the calendar's moment, or now as a report has moved; None: it has the last one."""
    if seen.due is None or seen.due < moment:
        return moment
    if seen.reports == _fingerprint(group, reports):
        return None
    return now.astimezone(UTC).replace(second=0, microsecond=0)  # the minute: two processes tick at the same


def _waits(store: Store, calendar: Calendar, group: Group, today: date) -> bool:
    """Whether a new message waits: the group had one today, or nobody works. An edit of the one it has disturbs nobody."""
    return was_told_on(store, group.chat_id, group.thread_id, today) or not calendar.is_working_day(today)


def _remember(store: Store, group: Group, period: Period, seen: _Seen) -> None:
    if seen.due is not None:
        document = {"due": seen.due.isoformat(), "reports": seen.reports, "shown": seen.shown}
        store.remember(group.chat_id, _NOBODY, _memory_kind(group, period), document)


def _fingerprint(group: Group, reports: Sequence[Report]) -> list[str]:
    """Where the reports that concern the group stand."""
    return sorted(
        f"{report.agency} {report.state} {report.submitted_at.isoformat() if report.submitted_at else ''}"
        for report in reports
        if group.agency in (None, report.agency)
    )


def _memory_kind(group: Group, period: Period) -> str:
    return f"{KIND}:{period.code}:{group.thread_id or 0}"


def _give(
    store: Store,
    catalogue: Catalogue,
    calendar: Calendar,
    group: Group,
    period: Period,
    due: datetime,
    *,
    now: datetime,
    dark: bool,
) -> bool:
    """Ledger row, outbox row, buttons; False when nothing is to be said yet or another process was faster."""
    today = day_in_viet_nam(now)
    everyone = agencies_of(catalogue, period.last_day)
    agencies = everyone if group.agency is None else tuple(code for code in everyone if code == group.agency)
    if not agencies:
        return False
    found = summarise(store, catalogue, period, agencies, shown=shown_in(store, calendar, group.agency, today))
    if not found.has_begun and not period.last_day < today <= calendar.deadline(period):
        return False  # that nobody has entered anything is news only in the days left for it
    reply = summary(found, catalogue, deadline=calendar.deadline(period), now=now, dark=dark)
    kind = KIND if group.thread_id is None else f"{KIND}:{group.thread_id}"
    key = NoticeKey(group.chat_id, kind, period, group.agency, due)
    message, buttons = _message(group, period, reply, now)
    if not store.give_notice(key, message, late=now - due > LATE_AFTER):
        return False
    store.add_buttons(buttons)
    return True


def _message(group: Group, period: Period, reply: Reply, now: datetime) -> tuple[Outgoing, list[ButtonRecord]]:
    """The message in its slot; buttons that anyone in the group may press."""
    rows, records = [], []
    for row in reply.buttons:
        tokens = [secrets.token_urlsafe(16) for _ in row]
        rows.append(tuple(OutgoingButton(button.label, token) for button, token in zip(row, tokens, strict=True)))
        records += [
            ButtonRecord(token, group.chat_id, None, dict(button.action), now + _BUTTON_LIFE)
            for button, token in zip(row, tokens, strict=True)
        ]
    message = Outgoing(
        group.chat_id,
        reply.text,
        tuple(rows),
        thread_id=group.thread_id,
        slot=_memory_kind(group, period),
        subject=reply.subject,
        answers=False,
        recipe=reply.recipe,
    )
    return message, records
