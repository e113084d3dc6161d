"""What can be wrong with the database itself, in words that do not show what was being stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

# insufficient_privilege and read_only_sql_transaction: programming errors to psycopg, but an administrator has to mend them
_NOT_ALLOWED = {"42501", "25006"}


class StorageUnavailable(Exception):  # noqa: N818  a condition that passes, not a fault of the caller
    """The database cannot be opened, read or written now (missing folder, locked, disk full, server down); says why."""


class DatabaseTooNew(StorageUnavailable):
    """A newer version of the program has already changed the tables; this one must not touch them."""


@contextmanager
def database_trouble_named() -> Iterator[None]:
    """Raise StorageUnavailable for what the driver reports about the database; mistakes of ours stay what they are."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout, sqlite3.OperationalError) as trouble:
        raise StorageUnavailable(_reason(trouble)) from trouble
    except DBAPIError as trouble:
        # sqlite3 calls "file is not a database" and "database disk image is malformed" plain DatabaseErrors
        unreadable = type(trouble.orig).__name__ == "DatabaseError"
        if unreadable or trouble.connection_invalidated or getattr(trouble.orig, "sqlstate", None) in _NOT_ALLOWED:
            raise StorageUnavailable(_reason(trouble)) from trouble
        raise


def _reason(trouble: Exception) -> str:
    """The driver's own words, on one line."""
    told = trouble.orig if isinstance(trouble, DBAPIError) and trouble.orig is not None else trouble
    return " ".join(str(told).split())
