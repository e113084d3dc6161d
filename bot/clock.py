"""The one place that asks for the time. Everything else is given a Clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """The machine's clock moved so that today is another day: the sample's date, `--today`, tests."""

    def __init__(self, today: date | None = None, *, frozen_at: datetime | None = None) -> None:
        """Move to a day (the time of day runs on), or stand still at a moment."""
        self._frozen_at = frozen_at
        self._offset = timedelta()
        if today is not None:
            self.move_to(today)

    def move_to(self, today: date) -> None:
        """Make it that day, in Viet Nam."""
        real = datetime.now(VIET_NAM)
        self._offset = datetime.combine(today, real.timetz()) - real
        self._frozen_at = None

    def stand_at(self, moment: datetime) -> None:
        """Stand still at an aware moment."""
        self._frozen_at = moment.astimezone(UTC)

    def now(self) -> datetime:
        """Aware UTC."""
        return self._frozen_at if self._frozen_at is not None else datetime.now(UTC) + self._offset


def day_in_viet_nam(moment: datetime) -> date:
    """The day it is in Viet Nam at an aware moment."""
    return moment.astimezone(VIET_NAM).date()
