"""The tables of who answers for which rows, and of every administrative act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Role
from storage.columns import Word
from storage.tables import Base


class DutyRow(Base):
    """A catalogue row of an agency's report, given to one clerk."""

    __tablename__ = "duty"
    __table_args__ = (Index(None, "person_id"),)

    agency: Mapped[AgencyCode] = mapped_column(primary_key=True)
    row: Mapped[IndicatorId] = mapped_column(primary_key=True)
    person_id: Mapped[int]


class ActRow(Base):
    """One administrative act, append-only."""

    __tablename__ = "act"
    __table_args__ = (Index(None, "person_id", "id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None]  # None: from the command line
    person_id: Mapped[int | None]
    role: Mapped[Role | None] = mapped_column(Word(Role))
    agency: Mapped[AgencyCode | None]
    before: Mapped[AgencyCode | None]
    row: Mapped[IndicatorId | None]
    chat_id: Mapped[int | None]
