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

from storage.engine import sorting_on_disk
from storage.errors import DatabaseTooNew

_MIGRATING = 0xCC4C  # the advisory lock on PostgreSQL; on SQLite the write lock does it


def bring_up_to_date(engine: Engine) -> None:
    """Run what is missing, all in one transaction; one process at a time, others wait and find nothing to do."""
    move_to(engine, "head")


def move_to(engine: Engine, revision: str) -> None:
    """Go up or down to a revision ("head", "base", an id); DatabaseTooNew when the database is at one we do not know."""
    with engine.connect() as connection, sorting_on_disk(connection), connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_MIGRATING)))
        config = _config(connection)
        scripts = ScriptDirectory.from_config(config)
        current = current_revision(connection)
        check_known(current)
        if revision == "base" or (current is not None and revision in _below(scripts, current)):
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)


def check_known(revision: str | None) -> None:
    """DatabaseTooNew when a newer version of the program made the tables; None: there are none yet."""
    if not is_known(revision):
        message = (
            f"the database was made by a newer version of the program (tables {revision}, this version knows "
            f"{newest_revision()}): update the program, or give it another database"
        )
        raise DatabaseTooNew(message)


def is_known(revision: str | None) -> bool:
    """Whether it is one of ours; None: no tables yet."""
    scripts = ScriptDirectory.from_config(_config(None))
    return revision is None or revision in {script.revision for script in scripts.walk_revisions()}


def newest_revision() -> str | None:
    """The tables that this version of the program works with."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def current_revision(connection: Connection) -> str | None:
    """The tables of a database; None when it has none of ours."""
    return MigrationContext.configure(connection).get_current_revision()


def _below(scripts: ScriptDirectory, revision: str) -> set[str]:
    """The revisions that lead to one."""
    return {script.revision for script in scripts.iterate_revisions(revision, "base")} - {revision}


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
