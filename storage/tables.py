"""The tables: values with their history, reports, people, conversation. The queues are in `storage.queue_tables`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Boolean, ForeignKey, Index, Integer, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Role
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.domain.value import Fault, State
from storage.columns import CodeText, ExactDecimal, PeriodCode, PlainText, UtcDateTime, Word

# SQLite gives ids by itself only to a column declared INTEGER; Telegram's ids need 64 bits on PostgreSQL
_INTEGER = BigInteger().with_variant(Integer, "sqlite")
_FILLED = text("slot IS NOT NULL")  # literal, because SQLite uses a partial index only for a condition that it can see


class Base(DeclarativeBase):
    """All tables. Python types decide column types, names of constraints are fixed for the migrations."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: PlainText(),
        int: _INTEGER,
        bool: Boolean(create_constraint=False),
        datetime: UtcDateTime(),
        Decimal: ExactDecimal(),
        AgencyCode: CodeText(),
        IndicatorId: CodeText(),
        Period: PeriodCode(),
        State: Word(State),
        Fault: Word(Fault),
        Role: Word(Role),
        ReportState: Word(ReportState),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


class Sourced:
    """Where a row came from, see `bot.domain.value.Source`."""

    source_kind: Mapped[str]
    source_chat_id: Mapped[int | None]
    source_message_id: Mapped[int | None]
    source_file_name: Mapped[str | None]
    source_place: Mapped[str | None]


class HistoryRow(Sourced, Base):
    """One change of one value, append-only. The batch and its place in it make a write happen exactly once."""

    __tablename__ = "value_history"
    __table_args__ = (
        UniqueConstraint("batch", "position"),
        Index(None, "agency", "period", "indicator", "id"),
        Index(None, "by_id", "id"),
        {"sqlite_autoincrement": True},  # a change_id is a version: never given twice
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[str]
    position: Mapped[int]  # from 0
    agency: Mapped[AgencyCode]
    period: Mapped[Period]
    indicator: Mapped[IndicatorId]
    before_state: Mapped[State | None]  # None: there was no value
    before_number: Mapped[Decimal | None]
    before_estimate: Mapped[bool]
    note_before: Mapped[str | None]
    after_state: Mapped[State | None]  # None: the value was taken away
    after_number: Mapped[Decimal | None]
    after_estimate: Mapped[bool]
    note_after: Mapped[str | None]
    raw: Mapped[str]
    by_id: Mapped[int]
    at: Mapped[datetime]


class ValueRow(Sourced, Base):
    """The current value of an agency, period and indicator.

    The key begins with the period and is the table itself on SQLite, so that a province's report of one period lies together;
    the two indexes serve "all agencies, one indicator" and "all periods, one indicator".
    """

    __tablename__ = "value"
    __table_args__ = (
        Index(None, "period", "indicator"),
        Index(None, "agency", "indicator"),
        {"sqlite_with_rowid": False},
    )

    period: Mapped[Period] = mapped_column(primary_key=True)
    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)
    indicator: Mapped[IndicatorId] = mapped_column(primary_key=True)
    state: Mapped[State]
    number: Mapped[Decimal | None]
    estimate: Mapped[bool]
    note: Mapped[str | None]
    raw: Mapped[str]
    entered_by: Mapped[int]
    entered_at: Mapped[datetime]
    change_id: Mapped[int] = mapped_column(ForeignKey("value_history.id"))


class SetAsideRow(Sourced, Base):
    """A value that cannot be a figure, the newest for each key."""

    __tablename__ = "value_set_aside"

    period: Mapped[Period] = mapped_column(primary_key=True)
    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)
    indicator: Mapped[IndicatorId] = mapped_column(primary_key=True)
    raw: Mapped[str]
    fault: Mapped[Fault]
    note: Mapped[str | None]
    at: Mapped[datetime]


class ReportRow(Base):
    """Where the report of an agency for a period stands; absent: open and never touched."""

    __tablename__ = "report"
    __table_args__ = (Index(None, "state"),)

    period: Mapped[Period] = mapped_column(primary_key=True)
    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)
    state: Mapped[ReportState]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[int | None]
    since: Mapped[datetime | None]
    reason: Mapped[str | None]
    rows: Mapped[list[Any] | None]
    open_until: Mapped[datetime | None]


class ReportStepRow(Base):
    """One step in the life of a report, append-only; `by_id` None: time took it, `before` None: not noted then."""

    __tablename__ = "report_step"
    __table_args__ = (Index(None, "agency", "period", "id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[Period]
    agency: Mapped[AgencyCode]
    state: Mapped[ReportState]
    by_id: Mapped[int | None]
    at: Mapped[datetime]
    before: Mapped[ReportState | None]
    reason: Mapped[str | None]
    rows: Mapped[list[Any] | None]
    open_until: Mapped[datetime | None]


class PersonRow(Base):
    """Somebody registered, by Telegram's user id."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]


class GrantRow(Base):
    """One role of a person, in the order given (`position` from 0)."""

    __tablename__ = "person_grant"
    __table_args__ = (Index(None, "role", "agency"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[Role]
    agency: Mapped[AgencyCode | None]


class InviteRow(Base):
    """A single-use invite."""

    __tablename__ = "invite"

    token: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[Role]
    agency: Mapped[AgencyCode | None]
    created_by: Mapped[int | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None]
    used_at: Mapped[datetime | None]


class InviteAgencyRow(Base):
    """A further agency of an invite, with the same role."""

    __tablename__ = "invite_agency"

    token: Mapped[str] = mapped_column(ForeignKey("invite.token", ondelete="CASCADE"), primary_key=True)
    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)


class GroupRow(Base):
    """A registered group or topic; `thread_id` 0 stands for the group without a topic, which keys cannot leave empty."""

    __tablename__ = "chat_group"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    thread_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str]
    agency: Mapped[AgencyCode | None]
    registered_by: Mapped[int]
    active: Mapped[bool]


class MemoryRow(Base):
    """What a conversation remembers: focus, pending question, guided step."""

    __tablename__ = "memory"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[dict[str, Any]]


class ButtonRow(Base):
    """What pressing a button means; `message_id` was kept by former versions, which may still run beside this one."""

    __tablename__ = "button"
    __table_args__ = (Index(None, "chat_id"), Index(None, "expires_at"))

    token: Mapped[str] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    person_id: Mapped[int | None]
    action: Mapped[dict[str, Any]]
    expires_at: Mapped[datetime]
    message_id: Mapped[int | None]


class SentMessageRow(Base):
    """What a message we sent was about, and the slot it now fills (None: none, or a newer message fills it)."""

    __tablename__ = "sent_message"
    __table_args__ = (Index(None, "chat_id", "slot", sqlite_where=_FILLED, postgresql_where=_FILLED),)

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slot: Mapped[str | None]
    subject: Mapped[dict[str, Any] | None]
    sent_at: Mapped[datetime]
