"""Copies of a whole database: made while the bot runs, read again from end to end before they count, never over anything.

SQLite is copied with its backup interface, PostgreSQL with pg_dump: both give the state of one moment. A backup is restored
into the kind of database that it came from, and brought up to date there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import URL, inspect

from storage import postgres_tools
from storage.engine import open_engine, supported_address
from storage.errors import StorageUnavailable, database_trouble_named
from storage.migrations import bring_up_to_date, check_known
from storage.tables import Base

_SQLITE_MAGIC, _POSTGRESQL_MAGIC = b"SQLite format 3\0", b"PGDMP"
_OWNER_ONLY = 0o600  # people's names and what they wrote


class Trouble(StrEnum):
    """Why a backup was not made or not restored. Nothing that stood before is touched then."""

    FILE_EXISTS = "file_exists"  # the file to write is there already
    NO_DATABASE = "no_database"  # nothing to back up
    NOT_EMPTY = "not_empty"  # the database to restore into holds something
    NO_BACKUP = "no_backup"  # the file is missing, or no backup of ours
    DAMAGED = "damaged"  # it cannot be read from end to end
    OTHER_KIND = "other_kind"  # made from SQLite, to be restored into PostgreSQL, or the other way round
    NO_TOOL = "no_tool"  # pg_dump or pg_restore is not installed
    OLD_TOOL = "old_tool"  # pg_dump copies from no server newer than itself
    FAILED = "failed"  # disk full, no rights, the tool refused


class BackupFailed(Exception):  # noqa: N818  named after what happened
    """It did not work out; `detail` is the system's own word on it."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Keep both."""
        super().__init__(f"{trouble}: {detail}")
        self.trouble = trouble
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup was found to hold when it was read again: rows by table, the revision of its tables, its size in bytes."""

    rows: Mapping[str, int]
    revision: str | None
    size: int


def back_up(address: str, file: Path) -> Backup:
    """Copy the database into a new file, read the copy, say what it holds. BackupFailed; StorageUnavailable if it is away."""
    url = supported_address(address)
    with _written_whole(file) as part:
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(_existing(url), part)
        else:
            try:
                postgres_tools.dump(url, part)
            except postgres_tools.ToolFailed as failed:
                raise _of_tool(failed) from failed
        return inspect_backup(part)


def restore(address: str, file: Path) -> Backup:
    """Fill an empty database from a backup and bring its tables up to date; BackupFailed, and nothing is changed then.

    DatabaseTooNew when a newer version of the program made the backup.
    """
    url = supported_address(address)
    backup = inspect_backup(file)
    if _magic(file) != (_SQLITE_MAGIC if url.get_backend_name() == "sqlite" else _POSTGRESQL_MAGIC):
        raise BackupFailed(Trouble.OTHER_KIND)
    check_known(backup.revision)
    if url.get_backend_name() == "sqlite":
        target = Path(url.database or "")
        if target.exists():
            raise BackupFailed(Trouble.NOT_EMPTY, str(target))
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _written_whole(target) as part:
            _copy_sqlite(file, part)
            _bring_up_to_date(f"sqlite:///{part}")
        return backup
    engine = open_engine(address, connections=1)
    try:
        with database_trouble_named():
            if inspect(engine).get_table_names():
                raise BackupFailed(Trouble.NOT_EMPTY, url.database or "")
        postgres_tools.restore(url, file)
    except postgres_tools.ToolFailed as failed:
        raise _of_tool(failed) from failed
    finally:
        engine.dispose()
    _bring_up_to_date(address)
    return backup


def inspect_backup(file: Path) -> Backup:
    """Read a backup from end to end; BackupFailed when it is none, or damaged."""
    magic = _magic(file)
    if magic is None:
        raise BackupFailed(Trouble.NO_BACKUP, str(file))
    try:
        rows, revision = _sqlite_content(file) if magic == _SQLITE_MAGIC else postgres_tools.content(file)
    except postgres_tools.ToolFailed as failed:
        raise _of_tool(failed) from failed
    if set(rows) & set(Base.metadata.tables) == set():
        raise BackupFailed(Trouble.NO_BACKUP, str(file))
    return Backup(rows, revision, file.stat().st_size)


def _magic(file: Path) -> bytes | None:
    try:
        with file.open("rb") as opened:
            begin = opened.read(len(_SQLITE_MAGIC))
    except OSError as error:
        raise BackupFailed(Trouble.NO_BACKUP, f"{file}: {error.strerror}") from error
    return next((magic for magic in (_SQLITE_MAGIC, _POSTGRESQL_MAGIC) if begin.startswith(magic)), None)


def _existing(url: URL) -> Path:
    file = Path(url.database or "")
    if not file.exists():
        raise BackupFailed(Trouble.NO_DATABASE, str(file))
    return file


def _copy_sqlite(source: Path, target: Path) -> None:
    """One step, so that the copy is of one moment whatever others write meanwhile; a single file, without its log."""
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise BackupFailed(Trouble.FAILED, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise BackupFailed(Trouble.DAMAGED, str(error)) from error


def _sqlite_content(file: Path) -> tuple[dict[str, int], str | None]:
    """Rows by table and the revision, after every page and every reference was checked."""
    # a copy made by hand may have its log beside it, which holds what was committed last
    reading = "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{reading}", uri=True)) as copy:
            complaints = copy.execute("PRAGMA integrity_check").fetchall()
            if complaints != [("ok",)]:
                raise BackupFailed(Trouble.DAMAGED, str(complaints[0][0]))
            if (broken := copy.execute("PRAGMA foreign_key_check").fetchone()) is not None:
                raise BackupFailed(Trouble.DAMAGED, f"{broken[0]}: {broken[2]}")
            found = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            ours = sorted(found & set(Base.metadata.tables))
            rows = {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}  # noqa: S608  our own names
            revision = (
                copy.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in found else None
            )
    except sqlite3.DatabaseError as error:
        raise BackupFailed(Trouble.DAMAGED, str(error)) from error
    return rows, revision[0] if revision else None


@contextmanager
def _written_whole(file: Path) -> Iterator[Path]:
    """A file beside `file` that takes its name once all went well; `file` is never there half, nor written over."""
    part = file.with_name(f".{file.name}.part{os.getpid()}")
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, _OWNER_ONLY))  # nobody else takes the name meanwhile
    except FileExistsError as error:
        raise BackupFailed(Trouble.FILE_EXISTS, str(file)) from error
    except OSError as error:
        raise BackupFailed(Trouble.FAILED, f"{file}: {error.strerror}") from error
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC, _OWNER_ONLY))
        yield part
        _to_disk(part)
        part.replace(file)
    except BaseException as failed:
        for written in (file, part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
            with suppress(OSError):
                written.unlink()
        if isinstance(failed, OSError):
            raise BackupFailed(Trouble.FAILED, f"{file}: {failed.strerror}") from failed
        raise


def _to_disk(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _bring_up_to_date(address: str) -> None:
    engine = open_engine(address, connections=1)
    try:
        with database_trouble_named():
            bring_up_to_date(engine)
    finally:
        engine.dispose()


def _of_tool(failed: postgres_tools.ToolFailed) -> BackupFailed | StorageUnavailable:
    if failed.tool_missing:
        return BackupFailed(Trouble.NO_TOOL, str(failed))
    if failed.tool_too_old:
        return BackupFailed(Trouble.OLD_TOOL, str(failed))
    return BackupFailed(Trouble.DAMAGED if failed.archive_unreadable else Trouble.FAILED, str(failed))
