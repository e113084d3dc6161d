"""Whether a database is whole and fits this version of the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from storage.migrations import current_revision, is_known, newest_revision


@dataclass(frozen=True, slots=True)
class Condition:
    """`revision` of its tables (None: it has none yet), whether we know it, the newest we know, what is damaged.

    `is_writable`: whether this process may write into it at all.
    """

    revision: str | None
    is_known: bool
    newest: str | None
    damage: str | None
    is_writable: bool


def condition_of(engine: Engine) -> Condition:
    """Look at it without changing it."""
    with engine.connect() as connection:
        revision, damage = None, None
        try:
            revision = current_revision(connection)
            if connection.dialect.name == "sqlite":
                found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
                damage = None if found == "ok" else str(found)
        except DatabaseError as error:
            if type(error.orig).__name__ != "DatabaseError":  # what sqlite3 calls a malformed file
                raise
            damage = str(error.orig)
        return Condition(revision, is_known(revision), newest_revision(), damage, is_writable(connection))


def is_writable(connection: Connection) -> bool:
    """Whether this process may write: SQLite opens a file of another user without a word, and a standby takes connections."""
    if connection.dialect.name == "sqlite":
        file = Path(connection.engine.url.database or "")
        places = (file, file.parent)  # its log stands beside it
        return all(os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids) for place in places)
    return connection.execute(text("SHOW transaction_read_only")).scalar() != "on"
