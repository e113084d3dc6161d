"""What could not be delivered, told to administrators: each failure once, at most one message a day."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.clock import VIET_NAM
from bot.domain.calendar import Calendar
from bot.domain.catalogue import Catalogue
from bot.domain.outgoing import Outgoing
from bot.domain.people import Role
from bot.domain.ports import Store
from bot.domain.ports_reminding import NoticeKey
from bot.replies.undelivered import undelivered

KIND = "undelivered"  # in the ledger of notices
_AFTER_REMINDERS = timedelta(minutes=30)  # the morning's reminders are what finds out who has blocked the bot
_UNTIL = time(17)


def report_undelivered(store: Store, catalogue: Catalogue, calendar: Calendar, *, remind_at: time, now: datetime) -> int:
    """Put the day's report into ledger and outbox; how many administrators get it. Without one, failures wait."""
    local = now.astimezone(VIET_NAM)
    due = datetime.combine(local.date(), remind_at, VIET_NAM) + _AFTER_REMINDERS
    period = calendar.open_period(local.date())
    administrators = [person.id for person in store.people(role=Role.ADMINISTRATOR)]
    if period is None or not due <= local or local.time() >= _UNTIL or not administrators:
        return 0
    keys = {person_id: NoticeKey(person_id, KIND, period, None, due.astimezone(UTC)) for person_id in administrators}
    if any(store.notice_given(key) for key in keys.values()):
        return 0
    failures = store.take_undelivered(now)
    closed = {failure.chat_id for failure in failures if failure.closed}
    told = [key for person_id, key in keys.items() if person_id not in closed]
    if not failures or not told:
        return 0
    groups = {group.chat_id: group.title for group in store.groups()}
    people = {failure.chat_id: store.person(failure.chat_id) for failure in failures}
    reply = undelivered(failures, people, groups, catalogue)
    for key in told:
        store.give_notice(key, Outgoing(key.chat_id, reply.text, answers=False), late=False)
    return len(told)
