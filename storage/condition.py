"""Whether a database is whole and fits this version of the program."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from storage.migrations import current_revision, is_known, newest_revision


@dataclass(frozen=True, slots=True)
class Condition:
    """`revision` of its tables (None: it has none yet), whether we know it, the newest we know, and what is damaged."""

    revision: str | None
    is_known: bool
    newest: str | None
    damage: str | None


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
        return Condition(revision, is_known(revision), newest_revision(), damage)
