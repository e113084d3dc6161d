"""An office for each test, on the sample figures."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.sample import load_sample
from bot.understanding.reader import Reader
from storage import Storage
from tests.conversation.office import Office


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    storage = Storage(f"sqlite:///{file}")
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, catalogue, datetime(2023, 3, 15, 2, tzinfo=UTC))
        work.commit()
    storage.close()
    return file


@pytest.fixture
def office(sample: Path, catalogue: Catalogue, reader: Reader, tmp_path: Path) -> Iterator[Office]:
    storage = Storage(f"sqlite:///{shutil.copy(sample, tmp_path / 'office.sqlite3')}")
    yield Office(storage, catalogue, reader)
    storage.close()
