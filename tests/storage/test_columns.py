"""What is stored comes back as it was, the same from both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from bot.domain.people import Person
from bot.domain.report import Report, ReportState
from bot.domain.value import Figure, NewValue
from storage import Storage, UnitOfWork
from tests.storage.office import CLERK, FROM_MESSAGE, NOW, Q3, SCT, key

# a transaction each would tell nothing more: the examples share one that is undone
EXAMPLES = settings(max_examples=100, deadline=None)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001  hypothesis wants naive bounds
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals(min_value=0, max_value=10**12, places=4)
STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.fixture
def unit(storage: Storage) -> Iterator[UnitOfWork]:
    """A unit of work that is undone."""
    with storage.begin() as unit:
        yield unit


def test_a_time_comes_back_as_the_same_moment_in_utc(unit: UnitOfWork) -> None:
    @EXAMPLES
    @given(TIMES)
    def holds(moment: datetime) -> None:
        unit.save_report(Report(SCT, Q3, ReportState.SUBMITTED, submitted_at=moment), by=CLERK, at=moment)
        submitted_at = unit.report(SCT, Q3).submitted_at
        assert submitted_at == moment
        assert submitted_at.tzinfo is UTC

    holds()


def test_a_time_without_a_zone_is_refused(unit: UnitOfWork) -> None:
    with pytest.raises((StatementError, ValueError), match="aware"):
        unit.save_report(Report(SCT, Q3, submitted_at=NOW.replace(tzinfo=None)), by=CLERK, at=NOW)


def test_a_number_keeps_every_digit(unit: UnitOfWork) -> None:
    updates = count()

    @EXAMPLES
    @given(NUMBERS)
    def holds(number: Decimal) -> None:
        standing = unit.value(key())
        entry = NewValue(key(), Figure(number), None, "", None if standing is None else standing.change_id)
        unit.write_values([entry], batch=f"update-{next(updates)}", by=CLERK, at=NOW, source=FROM_MESSAGE)
        stored = unit.value(key())
        assert stored is not None
        assert stored.figure.number is not None
        assert stored.figure.number == number
        assert format(abs(stored.figure.number), "f") == format(abs(number), "f")

    holds()


@pytest.mark.parametrize("number", ["59.10", "4968", "0.1", "0", "99999999999999999999.000000000000000001", "1E+3"])
def test_figures_as_people_give_them_keep_their_digits(unit: UnitOfWork, number: str) -> None:
    entry = NewValue(key(), Figure(Decimal(number)), None, number, None)
    unit.write_values([entry], batch="b", by=CLERK, at=NOW, source=FROM_MESSAGE)
    stored = unit.value(key())
    assert stored is not None
    assert str(stored.figure.number) == format(Decimal(number), "f")


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(unit: UnitOfWork, number: str) -> None:
    with pytest.raises((StatementError, ValueError), match="finite"):
        unit.write_values(
            [NewValue(key(), Figure(Decimal(number)), None, "", None)], batch="b", by=CLERK, at=NOW, source=FROM_MESSAGE
        )


def test_any_text_comes_back(unit: UnitOfWork) -> None:
    @EXAMPLES
    @given(STORABLE)
    def holds(text: str) -> None:
        unit.save_person(Person(CLERK, text))
        assert unit.person(CLERK) == Person(CLERK, text)
        unit.remember(CLERK, CLERK, "focus", {text: text})
        assert unit.memory(CLERK, CLERK, "focus") == {text: text}

    holds()


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("a\0b", "a\ufffdb"),
        ("nửa \ud83d cặp", "nửa \ufffd cặp"),
        ("\udc4d", "\ufffd"),
        ("\ud83d\udc4d", "👍"),
    ],
)
def test_what_no_database_can_hold_is_replaced_rather_than_refused(unit: UnitOfWork, written: str, stored: str) -> None:
    unit.save_person(Person(CLERK, written))
    assert unit.person(CLERK) == Person(CLERK, stored)


def test_telegrams_largest_ids_fit(unit: UnitOfWork) -> None:
    largest = 2**52
    unit.save_person(Person(largest, "x"))
    unit.remember(-largest, largest, "focus", {"id": largest})
    assert unit.person(largest) is not None
    assert unit.memory(-largest, largest, "focus") == {"id": largest}
