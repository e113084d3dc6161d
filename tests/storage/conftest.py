"""Every test of storage runs on SQLite and on PostgreSQL; other tests may import `storage` to do the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from storage import Storage
from storage.queue_tables import OutboxRow

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def migrated_postgres(postgres_address: str) -> str:
    """The run's PostgreSQL with all tables."""
    storage = Storage(postgres_address)
    storage.migrate()
    storage.close()
    return postgres_address


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database with all tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "test.sqlite3")
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    return emptied(request.getfixturevalue("migrated_postgres"))


def emptied(address: str) -> str:
    """A PostgreSQL without a row in any table of ours."""
    with psycopg.connect(address) as connection:
        for table in reversed(OutboxRow.metadata.sorted_tables):
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)))
    return address


@pytest.fixture
def storage(address: str) -> Iterator[Storage]:
    """An empty storage."""
    storage = Storage(address)
    yield storage
    storage.close()
