"""Shared by all tests: the real catalogue, and databases made once, of which a test works on a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.sample import load_sample
from bot.understanding.reader import Reader
from storage import Storage
from tests.dialogue import FIRST_MOMENT, moment_of
from tests.fed_office import Office
from tests.postgres import running_postgres


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real one."""
    return load_catalogue()


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    """The real catalogue, compiled."""
    return Reader(catalogue)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with all tables and nothing in them, to copy."""
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    storage = Storage(f"sqlite:///{file}")
    storage.migrate()
    storage.close()
    return file


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path, catalogue: Catalogue) -> Path:
    """A SQLite database with the sample figures, to copy."""
    file = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    storage = Storage(f"sqlite:///{shutil.copy(empty_file, file)}")
    with storage.begin() as work:
        load_sample(work, catalogue, moment_of(FIRST_MOMENT))
        work.commit()
    storage.close()
    return file


@pytest.fixture
def empty_storage(empty_file: Path, tmp_path: Path) -> Iterator[Storage]:
    """A database of the test's own without any row."""
    storage = Storage(f"sqlite:///{shutil.copy(empty_file, tmp_path / 'cchc.sqlite3')}")
    yield storage
    storage.close()


@pytest.fixture
def sample_storage(sample_file: Path, tmp_path: Path) -> Iterator[Storage]:
    """A database of the test's own with the sample figures."""
    storage = Storage(f"sqlite:///{shutil.copy(sample_file, tmp_path / 'cchc.sqlite3')}")
    yield storage
    storage.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running bot of a module, to be fed with whatever may come in."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder / "cchc.sqlite3")
    yield office
    office.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    """An empty PostgreSQL for this test run (or xdist worker); started when a test first asks for it."""
    with running_postgres() as address:
        yield address
