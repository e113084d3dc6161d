"""Stored values for tests of what is worked out from them: `stored(SCT, "2022-Q3", "dossiers.received", 120)`."""

from datetime import UTC, datetime
from decimal import Decimal

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Figure, Source, StoredValue, ValueKey

SCT = AgencyCode("SCT")
NOW = datetime(2023, 3, 16, 2, 0, tzinfo=UTC)


def figure(said: str | int) -> Figure:
    """`120`, `59.09`, `ước 120`, `không phát sinh`, `chưa có`."""
    text = str(said)
    if text == "không phát sinh":
        return NOTHING_OCCURRED
    if text == "chưa có":
        return NO_DATA
    return Figure(Decimal(text.removeprefix("ước ")), estimate=text.startswith("ước "))


def stored(indicator: str, said: str | int, period: str = "2022-Q3", *, raw: str | None = None) -> StoredValue:
    """A value of Sở Công Thương."""
    key = ValueKey(SCT, Period.parse(period), IndicatorId(indicator))
    return StoredValue(key, figure(said), None, str(said) if raw is None else raw, 2, NOW, Source("message"), 1)
