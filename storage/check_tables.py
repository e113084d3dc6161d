"""The table of reasons for figures that fail a check."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from storage.tables import Base


class CheckReasonRow(Base):
    """A reason for one check and the figures that failed it, append-only: the newest for both stands."""

    __tablename__ = "check_reason"
    __table_args__ = (Index(None, "agency", "id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    agency: Mapped[AgencyCode]
    period: Mapped[Period]
    check_id: Mapped[str]
    figures: Mapped[str]
    reason: Mapped[str]
    by_id: Mapped[int]
    at: Mapped[datetime]
