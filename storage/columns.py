"""Column types that mean the same on SQLite and PostgreSQL, whatever the database does by itself.

Why each exists is said in docs/decisions/0005-storage.md.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Numeric, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.domain.period import Period

# Each row of a province's period passes here several times over: what is written alike is read once. Neither way goes through
# the two calls that SQLAlchemy puts around `process_bind_param` and `process_result_value`.


@lru_cache(maxsize=1024)
def _period_of(code: str | None) -> Period | None:
    return None if code is None else Period.parse(code)


@lru_cache(maxsize=1024)
def _decimal_of(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


@lru_cache(maxsize=1024)
def _utc_of(written: str | None) -> datetime | None:
    """SQLite's text, which UtcDateTime wrote in UTC."""
    return None if written is None else datetime.fromisoformat(written).replace(tzinfo=UTC)


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _plain(text: str | None) -> str | None:
    if text is None or (text.isascii() and "\0" not in text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _code_of(period: Period | None) -> str | None:
    return None if period is None else period.code


def _value_of(member: StrEnum | None) -> str | None:
    return None if member is None else member.value


def _in_utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a stored time must be aware")
    return moment.astimezone(UTC)


@lru_cache(maxsize=64)
def _written_utc(moment: datetime | None) -> str | None:
    """As SQLAlchemy writes a time into SQLite."""
    utc = _in_utc(moment)
    return None if utc is None else utc.replace(tzinfo=None).isoformat(" ", "microseconds")


class PlainText(TypeDecorator[str]):
    """Text of any length. What PostgreSQL cannot hold (NUL, half a surrogate pair) becomes U+FFFD on both databases."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:
        """The text as it can be stored."""
        del dialect
        return _plain


class CodeText(TypeDecorator[str]):
    """A code of ours (agency, indicator): sorted by code point on both databases, never by the server's language."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite sorts by code point already."""
        return postgresql.TEXT(collation="C") if dialect.name == "postgresql" else Text()


class PeriodCode(TypeDecorator[Period]):
    """A `Period` by its code, sorted like one."""

    impl = CodeText
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Period | None], str | None]:
        """`2022-Q3`."""
        del dialect
        return _code_of

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Period | None]:
        """The period of a code."""
        del dialect, coltype
        return _period_of


class Word(TypeDecorator[StrEnum]):
    """A member of a StrEnum by its value, so that the database reads as words and a new member needs no migration."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        """Words of that enumeration."""
        super().__init__()
        self.members = members
        self._by_value: dict[str | None, StrEnum | None] = {None: None, **{member.value: member for member in members}}

    def bind_processor(self, dialect: Dialect) -> Callable[[StrEnum | None], str | None]:
        """Its value."""
        del dialect
        return _value_of

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], StrEnum | None]:
        """Its member; KeyError for a word that this version does not know."""
        del dialect, coltype
        return self._by_value.__getitem__


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out, to the microsecond. SQLite keeps it as text that sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], datetime | str | None]:
        """In UTC; ValueError for a naive time, which could mean anything."""
        return _in_utc if dialect.name == "postgresql" else _written_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """In UTC, whatever the session's time zone is."""
        del coltype
        return _utc if dialect.name == "postgresql" else _utc_of


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number, each digit as given: NUMERIC without a scale on PostgreSQL, text on SQLite, which has only floats."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of that database."""
        return Numeric() if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:
        """Written out without exponent, as PostgreSQL does; ValueError for NaN and infinity."""
        if value is None:
            return None
        if not value.is_finite():
            raise ValueError("only finite numbers can be stored")
        written = format(value, "f")
        return Decimal(written) if dialect.name == "postgresql" else written

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Decimal | None] | None:
        """The number, which PostgreSQL's driver gives as it is."""
        del coltype
        return None if dialect.name == "postgresql" else _decimal_of
