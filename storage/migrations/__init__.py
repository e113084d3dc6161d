"""Alembic migrations, shipped with the program and run by it: no alembic.ini, no change to logging.

A new version of the tables: change `storage/tables.py`, add a file to `versions/` after the last one (tests compare the two).
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, select

from storage.errors import DatabaseTooNew

_MIGRATING = 0xCC4C  # the advisory lock on PostgreSQL; on SQLite the write lock does it


def bring_up_to_date(engine: Engine) -> None:
    """Run what is missing, all in one transaction; one process at a time, others wait and find nothing to do."""
    move_to(engine, "head")


def move_to(engine: Engine, revision: str) -> None:
    """Go up or down to a revision ("head", "base", an id); DatabaseTooNew when the database is at one we do not know."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_MIGRATING)))
        config = _config(connection)
        scripts = ScriptDirectory.from_config(config)
        known = {script.revision for script in scripts.walk_revisions()}
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in known:
            message = (
                f"the database was made by a newer version of the program (tables {current}, this version knows "
                f"{scripts.get_current_head()}): update the program, or give it another database"
            )
            raise DatabaseTooNew(message)
        if revision == "base" or (current is not None and revision in _below(scripts, current)):
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)


def _below(scripts: ScriptDirectory, revision: str) -> set[str]:
    """The revisions that lead to one."""
    return {script.revision for script in scripts.iterate_revisions(revision, "base")} - {revision}


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
