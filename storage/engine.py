"""Connections to SQLite and PostgreSQL, set up so that a commit survives a power loss and a writer waits for its turn."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import StorageUnavailable

BUSY_TIMEOUT_MS = 5000  # how long a writer waits for another process before the database counts as locked
CONNECT_TIMEOUT_SECONDS = 5
_WAL_RETRY_SECONDS = 0.01
_OWNER_ONLY = 0o600  # people's names and what they wrote
# a savepoint keeps the pages that it changes, to undo them: from 64 KB on, a turn or two, SQLite would write them to a file
_IN_MEMORY, _ON_DISK = "PRAGMA temp_store = MEMORY", "PRAGMA temp_store = FILE"
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA synchronous = FULL",  # values and the inbox must survive a power loss; NORMAL may lose the last commits
    "PRAGMA foreign_keys = ON",
    _IN_MEMORY,
)


def open_engine(address: str, *, connections: int) -> Engine:
    """An engine for `sqlite:///FILE` or `postgresql://…`; StorageUnavailable when the address or its folder is unusable.

    Nothing is connected yet. The folder of a SQLite file is made, readable by its owner only: it will hold people's names.
    So is the file, when it is made by the first connection.
    """
    url = supported_address(address)
    # an error's text would else carry the parameters: what people typed
    shared: dict[str, Any] = {"hide_parameters": True, "pool_size": connections, "max_overflow": connections}
    if url.get_backend_name() == "sqlite":
        _make_folder(Path(url.database or ""))
        engine = create_engine(url, **shared)
        event.listen(engine, "do_connect", _make_file)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_immediate)
        event.listen(engine, "checkin", _leave_nothing_open)
        return engine
    return create_engine(url, connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS}, **shared)


@contextmanager
def sorting_on_disk(connection: Connection) -> Iterator[None]:
    """What SQLite puts aside goes into files, before a transaction that may sort millions of rows, as for a new index."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute(_ON_DISK)
    try:
        yield
    finally:
        driver.execute(_IN_MEMORY)


def supported_address(address: str) -> URL:
    """The address with the driver we use; StorageUnavailable for any other database."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StorageUnavailable("the database address cannot be read: expected sqlite:///FILE or postgresql://…") from error
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        if not url.database or url.database == ":memory:":
            raise StorageUnavailable("a SQLite database needs a file: sqlite:///FILE")
        return url
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    message = f"{url.drivername} is not supported: expected sqlite:///FILE or postgresql://…"
    raise StorageUnavailable(message)


def _make_folder(file: Path) -> None:
    """The folder that the database file stands in."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {file.parent} cannot be made: {error.strerror}"
        raise StorageUnavailable(message) from error


def _make_file(_dialect: object, _record: object, arguments: list[Any], _options: dict[str, Any]) -> None:
    """For its owner only, before SQLite makes it as the umask has it; its log beside it gets the same rights."""
    with suppress(OSError):  # SQLite says what is wrong with the place
        os.close(os.open(arguments[0], os.O_CREAT | os.O_WRONLY, _OWNER_ONLY))


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Once per connection."""
    connection.isolation_level = None  # the driver must not begin transactions by its own rules, see _begin_immediate
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    _switch_to_wal(connection)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Write-ahead log, which a database keeps once it has it. While others use a new one SQLite refuses without waiting."""
    give_up_at = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as refused:
            if refused.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(_WAL_RETRY_SECONDS)
        else:
            return


def _leave_nothing_open(connection: sqlite3.Connection | None, _record: object) -> None:
    """After a commit that failed the transaction is still there, and nobody could begin another."""
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a transaction that began by reading cannot be upgraded when another wrote meanwhile."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
