"""The database a command works with: the configured one, or the sample figures of five reports."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from bot.domain.catalogue import Catalogue
from bot.sample import load_sample
from bot.settings import Settings, database_in
from handlers.local.server import TOKEN, USERNAME
from storage import Storage

# Quý I/2023 is open then, and no reminder is due before the next day: the first screen stays what one typed
SAMPLE_DAY = date(2023, 3, 15)


@contextmanager
def opened_storage(settings: Settings) -> Iterator[Storage]:
    """The configured database, made or brought up to date, closed at the end; StorageUnavailable says what is wrong."""
    storage = Storage(settings.database_url)
    try:
        storage.migrate()
        yield storage
    finally:
        storage.close()


@contextmanager
def opened_sample(catalogue: Catalogue, now: datetime, *, kept: Path | None = None) -> Iterator[tuple[Settings, Storage]]:
    """A database with the sample figures, thrown away at the end, or made once and kept in that file.

    Its settings take nothing from the environment: the sample is the same everywhere.
    """
    with tempfile.TemporaryDirectory(prefix="cchc-bot-") as folder:
        url = database_in(Path(folder)) if kept is None else f"sqlite:///{kept.expanduser().absolute()}"
        is_new = kept is None or not kept.expanduser().exists()
        settings = Settings(data_folder=Path(folder), database_url=url, token=TOKEN, bot_name=USERNAME)
        with opened_storage(settings) as storage:
            if is_new:
                with storage.begin() as work:
                    load_sample(work, catalogue, now)
                    work.commit()
            yield settings, storage
