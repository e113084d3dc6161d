"""The tables of reminding: moved deadlines, agencies' own rules, each person's one reminder a day, and who asked for later."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from storage.tables import Base


class DeadlineRow(Base):
    """One change of a period's deadline, append-only: the newest stands; `deadline` None gives it back to the rules."""

    __tablename__ = "moved_deadline"
    __table_args__ = (Index(None, "period", "id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[Period]
    deadline: Mapped[date | None] = mapped_column(Date)
    by_id: Mapped[int]
    at: Mapped[datetime]


class OwnRulesRow(Base):
    """How one agency is reminded where it differs from all; see `bot.domain.notices.OwnRules`."""

    __tablename__ = "own_rules"

    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)
    remind_minute: Mapped[int | None]  # of the day, Viet Nam's time
    closing_days: Mapped[int | None]
    overdue_days: Mapped[int | None]
    viewers_after: Mapped[int | None]  # these three together or none
    groups_after: Mapped[int | None]
    administrators_after: Mapped[int | None]
    by_id: Mapped[int]
    at: Mapped[datetime]


class ReminderRow(Base):
    """A person's one reminder of a day (Viet Nam's) was taken."""

    __tablename__ = "reminder"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class NoticeMessageRow(Base):
    """When a message of notices was put out; `person_id` None: to a group. Kept to take back what could not be sent in time."""

    __tablename__ = "notice_message"

    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person_id: Mapped[int | None]
    given_at: Mapped[datetime]


class SnoozeRow(Base):
    """Somebody asked to be reminded later."""

    __tablename__ = "snooze"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    until: Mapped[datetime]
