"""The tables of wordings that were not understood and of the aliases accepted from them. No chat and no person is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import IndicatorId
from storage.tables import Base


class UnmatchedRow(Base):
    """A wording, how often it was refused or asked, and the best candidate when it was last met."""

    __tablename__ = "unmatched"
    __table_args__ = (Index(None, "last_at"),)

    wording: Mapped[str] = mapped_column(primary_key=True)
    refused: Mapped[int]
    asked: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    nearest: Mapped[IndicatorId | None]


class UnmatchedChoiceRow(Base):
    """How often a row was chosen after a wording."""

    __tablename__ = "unmatched_choice"

    wording: Mapped[str] = mapped_column(ForeignKey("unmatched.wording", ondelete="CASCADE"), primary_key=True)
    indicator: Mapped[IndicatorId] = mapped_column(primary_key=True)
    times: Mapped[int]


class AliasRow(Base):
    """One change of the accepted aliases, append-only: the newest of a wording stands; `indicator` None withdraws it."""

    __tablename__ = "alias"
    __table_args__ = (
        Index(None, "wording", "version"),
        {"sqlite_autoincrement": True},  # a version is never given twice: processes compare it with the one they know
    )

    version: Mapped[int] = mapped_column(primary_key=True)
    wording: Mapped[str]
    indicator: Mapped[IndicatorId | None]
    catalogue: Mapped[str]
    by_id: Mapped[int | None]
    at: Mapped[datetime]
