"""Shared by the tests of the domain: databases, empty or with the notices' people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Storage, UnitOfWork
from tests.notice_office import settled


@pytest.fixture
def storage(empty_storage: Storage) -> Storage:
    """A database of the test's own without any row."""
    return empty_storage


@pytest.fixture
def people_and_groups(storage: Storage) -> None:
    """Everybody whom the tests of notices speak of."""
    settled(storage)


@pytest.fixture(scope="module")
def shared_storage(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """One database of a module; what its tests write is never committed."""
    file = tmp_path_factory.mktemp("shared") / "cchc.sqlite3"
    storage = Storage(f"sqlite:///{shutil.copy(empty_file, file)}")
    yield storage
    storage.close()
    shutil.rmtree(file.parent)


@pytest.fixture
def work(shared_storage: Storage) -> Iterator[UnitOfWork]:
    """A unit of work that leaves nothing behind."""
    with shared_storage.begin() as work:
        yield work
