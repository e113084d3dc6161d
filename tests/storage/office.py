"""The people, places and times of all tests of storage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.value import Figure, NewValue, Source, ValueKey

SCT, SYT = AgencyCode("SCT"), AgencyCode("SYT")
Q3, Q4 = Period.parse("2022-Q3"), Period.parse("2022-Q4")
CLERK, COLLEAGUE, OUTSIDER, ADMINISTRATOR = 11, 12, 13, 14
PRIVATE_CHAT, OTHER_CHAT, GROUP_CHAT = 11, 12, -100_123
NOW = datetime(2022, 9, 15, 1, 30, 0, 123456, tzinfo=UTC)
FROM_MESSAGE = Source("message", chat_id=PRIVATE_CHAT, message_id=7)
FROM_FILE = Source("file", file_name="bao_cao.txt", place="dòng 52")


def seconds(number: float) -> timedelta:
    """A stretch of time."""
    return timedelta(seconds=number)


def key(indicator: str = "nhiem_vu", agency: AgencyCode = SCT, period: Period = Q3) -> ValueKey:
    """A key of Sở Công Thương, Quý III/2022, unless told otherwise."""
    return ValueKey(agency, period, IndicatorId(indicator))


def new_value(
    number: str | None, *, at: ValueKey | None = None, replaces: int | None = None, note: str | None = None
) -> NewValue:
    """A write of a number; None takes the value away."""
    figure = None if number is None else Figure(Decimal(number))
    return NewValue(at or key(), figure, note, raw=number or "", replaces=replaces)
