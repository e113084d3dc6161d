"""A year of reminders: nothing due is lost, nothing comes after submission, at most one a day and person (tests/year.py)."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql

from storage import Storage
from storage.queue_tables import OutboxRow
from tests.year import Year
from tests.year_checks import Checks


def judge(year: Year) -> None:
    """Print the counts; every claim holds."""
    checks = Checks(year)
    print("\n" + "\n".join(checks.table()))  # noqa: T201  shown by pytest -s
    kills = year.happened.counts["kills between send and mark"]
    assert len(checks.reminders) > 500
    assert kills > 10
    assert list(checks.told_twice()) == []
    assert list(checks.told_after_submitting()) == []
    assert list(checks.told_too_early()) == []
    assert list(checks.not_told()) == []
    assert list(checks.unmanned_not_told()) == []
    assert list(checks.late_unmarked()) == []
    assert checks.doubles() <= kills
    assert list(checks.summed_up_twice()) == []
    assert list(checks.reminded_and_summed_up()) == []


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is such a place: a year holds thousands of commits, each of which waits for the disk."""
    memory = Path("/dev/shm")  # noqa: S108  a folder of our own is made in it
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


async def test_a_year_on_one_sqlite_file(folder: Path) -> None:
    """Four reports and an opened one, Tết, restarts, kills, clock jumps, twice 72 hours down, blocked people, flood control."""
    year = Year((f"sqlite:///{folder / 'year.sqlite3'}",), seed=2023)
    await year.run()
    judge(year)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
async def test_a_year_of_two_processes_on_one_postgresql(postgres_address: str, seed: int) -> None:
    """Both give at the same moment, and one that looked before comes a moment late."""
    storage = Storage(postgres_address)
    storage.migrate()
    storage.close()
    with psycopg.connect(postgres_address) as connection:
        for table in reversed(OutboxRow.metadata.sorted_tables):
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)))
    year = Year((postgres_address, postgres_address), seed=seed)
    await year.run()
    judge(year)
    assert any(each.is_new for each in year.summaries)
    assert any(not each.is_new for each in year.summaries)
