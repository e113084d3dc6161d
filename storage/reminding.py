"""Reminders of people, moved deadlines and agencies' own rules; see `bot.domain.ports.Store`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update

from bot.clock import day_in_viet_nam
from bot.domain.calendar import MovedDeadline
from bot.domain.catalogue import AgencyCode
from bot.domain.notices import CLOSING, ESCALATED, OwnRules
from bot.domain.outgoing import Outgoing
from bot.domain.period import Period
from bot.domain.ports_reminding import NoticeKey
from storage.notice_tables import DeadlineRow, NoticeMessageRow, OwnRulesRow, ReminderRow, SnoozeRow
from storage.notices import Notices, is_notice, ledger_columns
from storage.outbox import OutboxOutcome
from storage.prepared import Prepared
from storage.queue_tables import NoticeRow, OutboxRow
from storage.repository import Upsert
from storage.seldom import Seldom
from storage.tables import ValueRow

_HOUR = 60  # minutes
_CLAIM = Upsert(ReminderRow, key=("day", "person_id"), keep=True)
_FILE = Upsert(NoticeRow, key=("chat_id", "kind", "period", "agency", "due"), keep=True)
_SNOOZE = Upsert(SnoozeRow, key=("person_id",))
_SAVE_RULES = Upsert(OwnRulesRow, key=("agency",))
_NEWEST = select(func.max(DeadlineRow.id)).group_by(DeadlineRow.period)
_STANDING = Prepared(select(DeadlineRow.__table__).where(DeadlineRow.id.in_(_NEWEST), DeadlineRow.deadline.is_not(None)))
_FIRST_REMINDED = (
    select(NoticeRow.agency, func.min(NoticeRow.due).label("at"))
    .where(NoticeRow.period == bindparam("period"), NoticeRow.kind.not_in((CLOSING.code, ESCALATED)), NoticeRow.agency != "")
    .group_by(NoticeRow.agency)
)
_LAST_ENTERED = (
    select(ValueRow.agency, func.max(ValueRow.entered_at).label("at"))
    .where(ValueRow.period == bindparam("period"))
    .group_by(ValueRow.agency)
)
_WAITING = (
    select(NoticeMessageRow.__table__)
    .join(OutboxRow, OutboxRow.id == NoticeMessageRow.outbox_id)
    .where(
        OutboxRow.outcome.is_(None),
        or_(OutboxRow.held_until.is_(None), OutboxRow.held_until <= bindparam("now")),
        NoticeMessageRow.given_at < bindparam("given_before"),
    )
    .with_for_update(of=OutboxRow, skip_locked=True)
)


class Reminding(Notices, Seldom):
    """What makes reminders few, and what decides when they are due."""

    def claim_reminder(self, person_id: int, day: date) -> bool:
        """Take that person's one reminder of the day; False when it was taken."""
        return self._store(_CLAIM, {"person_id": person_id, "day": day}) == 1

    def reminded_on(self, day: date) -> set[int]:
        """Whose reminder of that day was taken."""
        return set(self._connection.scalars(select(ReminderRow.person_id).where(ReminderRow.day == day)))

    def file_notices(self, keys: Collection[NoticeKey], message: Outgoing, *, late: bool, at: datetime) -> bool:
        """Put one message out and file all that it tells. False, and nothing done, when a group was told of it before.

        A person may be told again of what the ledger has: they asked for it.
        """
        to_person = message.chat_id > 0
        filed = [self._store(_FILE, {**ledger_columns(key), "late": late}) for key in keys]
        if not to_person and not any(filed):
            return False
        outbox_id = self.put_out(message)
        for key in keys:
            self._connection.execute(update(NoticeRow).where(*is_notice(key)).values(outbox_id=outbox_id))
        about = {"outbox_id": outbox_id, "person_id": message.chat_id if to_person else None, "given_at": at}
        self._connection.execute(insert(NoticeMessageRow), about)
        return True

    def take_back_notices(self, *, given_before: datetime, now: datetime) -> int:
        """Undo notices that were put out before a moment and could not be sent since; returns how many messages.

        Those claimed by a sender, or that wait as Telegram asked, are left to it.
        """
        waiting = self._connection.execute(_WAITING, {"given_before": given_before, "now": now}).all()
        for row in waiting:
            mine = update(OutboxRow).where(OutboxRow.id == row.outbox_id, OutboxRow.outcome.is_(None))
            self._connection.execute(mine.values(outcome=OutboxOutcome.DROPPED.value))
            self._connection.execute(delete(NoticeRow).where(NoticeRow.outbox_id == row.outbox_id))
            if row.person_id is not None:
                day = day_in_viet_nam(row.given_at)
                taken = (ReminderRow.person_id == row.person_id, ReminderRow.day == day)
                self._connection.execute(delete(ReminderRow).where(*taken))
        return len(waiting)

    def notices_filed(self, periods: Collection[Period], due: Collection[datetime]) -> set[NoticeKey]:
        """The ledger's rows of these periods and moments."""
        wanted = select(NoticeRow.__table__).where(NoticeRow.period.in_(periods), NoticeRow.due.in_(due))
        return {
            NoticeKey(row.chat_id, row.kind, row.period, AgencyCode(row.agency) if row.agency else None, row.due)
            for row in self._connection.execute(wanted)
        }

    def first_reminded(self, period: Period) -> dict[AgencyCode, datetime]:
        """The first day of which somebody was told that an agency's report is missing, by its first moment."""
        rows = self._connection.execute(_FIRST_REMINDED, {"period": period})
        return {AgencyCode(row.agency): row.at for row in rows}

    def last_entered(self, period: Period) -> dict[AgencyCode, datetime]:
        """When a figure of an agency's report was last written."""
        return {AgencyCode(row.agency): row.at for row in self._connection.execute(_LAST_ENTERED, {"period": period})}

    def snooze(self, person_id: int, until: datetime) -> None:
        """Remind somebody then, and not before."""
        self._store(_SNOOZE, {"person_id": person_id, "until": until})

    def snoozes(self) -> dict[int, datetime]:
        """Who asked to be reminded later, and when."""
        return {row.person_id: row.until for row in self._connection.execute(select(SnoozeRow.person_id, SnoozeRow.until))}

    def end_snooze(self, person_id: int) -> bool:
        """Forget it; False when there is none (any more)."""
        return self._connection.execute(delete(SnoozeRow).where(SnoozeRow.person_id == person_id)).rowcount == 1

    def moved_deadlines(self) -> dict[Period, MovedDeadline]:
        """The deadlines that an administrator set and that stand."""
        if not self._seldom().moved_deadlines:
            return {}
        rows = self._run(_STANDING)
        return {row.period: MovedDeadline(row.deadline, day_in_viet_nam(row.at)) for row in rows}

    def move_deadline(self, period: Period, deadline: date | None, *, by: int, at: datetime) -> None:
        """Set a period's deadline, or (None) let the rules say again."""
        columns = {"period": period, "deadline": deadline, "by_id": by, "at": at}
        self._connection.execute(insert(DeadlineRow), columns)
        self._forget_reads()

    def own_rules(self) -> dict[AgencyCode, OwnRules]:
        """The rules of agencies that have some of their own."""
        rows = self._connection.execute(select(OwnRulesRow.__table__).order_by(OwnRulesRow.agency))
        return {AgencyCode(row.agency): _rules(row) for row in rows}

    def save_own_rules(self, agency: AgencyCode, rules: OwnRules, *, by: int, at: datetime) -> None:
        """Set an agency's rules; none at all takes it off the list."""
        if rules == OwnRules():
            self._connection.execute(delete(OwnRulesRow).where(OwnRulesRow.agency == agency))
            return
        viewers, groups, administrators = rules.escalate_days or (None, None, None)
        columns = {
            "agency": agency,
            "remind_minute": None if rules.remind_at is None else rules.remind_at.hour * _HOUR + rules.remind_at.minute,
            "closing_days": rules.closing_days,
            "overdue_days": rules.overdue_days,
            "viewers_after": viewers,
            "groups_after": groups,
            "administrators_after": administrators,
            "by_id": by,
            "at": at,
        }
        self._store(_SAVE_RULES, columns)


def _rules(row: Any) -> OwnRules:  # noqa: ANN401  a row of SQLAlchemy has the columns of its table
    days = (row.viewers_after, row.groups_after, row.administrators_after)
    return OwnRules(
        None if row.remind_minute is None else time(*divmod(row.remind_minute, _HOUR)),
        row.closing_days,
        row.overdue_days,
        None if None in days else days,
    )
