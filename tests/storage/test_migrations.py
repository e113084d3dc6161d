"""The migrations lead to the tables that the code expects, and back."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg import sql
from sqlalchemy import Engine, bindparam, inspect, select, text

import storage.migrations
from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Person, Role
from bot.sample import load_sample
from storage import DatabaseTooNew, Storage
from storage.engine import open_engine
from storage.migrations import move_to
from storage.queue_tables import OutboxRow
from tests.storage.conftest import ENGINES
from tests.storage.office import NOW

TABLES = OutboxRow.metadata
REVISIONS = [
    script.revision for script in ScriptDirectory(str(Path(storage.migrations.__file__).parent)).walk_revisions("base", "heads")
][::-1]


@pytest.fixture(params=ENGINES)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    server: str = request.getfixturevalue("postgres_address")
    name = sql.Identifier("migrating")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
        yield server.replace("/postgres?", "/migrating?")
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.fixture
def engine(empty_address: str) -> Iterator[Engine]:
    """An engine on that database."""
    engine = open_engine(empty_address, connections=4)
    yield engine
    engine.dispose()


_ON_SQLITE = (
    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version' AND name NOT LIKE 'sqlite_%'"
)
_ON_POSTGRESQL = """
    SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
    UNION ALL
    SELECT table_name, concat_ws(' ', column_name, data_type, numeric_scale, collation_name, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
"""


def shape(engine: Engine) -> list[tuple[str, str]]:
    """Tables, columns, keys and indexes in the database's own words, whatever order they were made in.

    SQLite quotes the name of a table that was made anew and renamed.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            return sorted((name, words) for name, words in connection.execute(text(_ON_POSTGRESQL)))
        told = connection.execute(text(_ON_SQLITE)).all()
    # a comma outside brackets ends a part; a column added later stands behind the others on the same line
    parts = [
        (name, part.replace('"', "").split()) for name, words in told for part in re.split(r",(?![^()]*\))", _inside(words))
    ]
    return sorted((name, " ".join(part)) for name, part in parts)


def _inside(words: str) -> str:
    """What stands within the brackets of a CREATE TABLE, and everything of another statement."""
    return words[words.index("(") + 1 : words.rindex(")")] if words.startswith("CREATE TABLE") else words


def test_after_all_migrations_nothing_differs_from_the_models(engine: Engine) -> None:
    move_to(engine, "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, TABLES) == []


def test_migrations_make_the_very_tables_that_the_models_would(engine: Engine) -> None:
    move_to(engine, "head")
    migrated = shape(engine)
    move_to(engine, "base")
    TABLES.create_all(engine)
    assert migrated == shape(engine)


def test_each_migration_can_be_undone_and_done_again(engine: Engine) -> None:
    shapes = []
    for revision in REVISIONS:
        move_to(engine, revision)
        shapes.append(shape(engine))
    for revision, expected in zip(["base", *REVISIONS[:-1]][::-1], [[], *shapes[:-1]][::-1], strict=True):
        move_to(engine, revision)
        assert shape(engine) == expected
    move_to(engine, "head")
    assert shape(engine) == shapes[-1]


def test_a_migration_that_fails_leaves_nothing_behind(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE value (other INTEGER)"))  # the last table that the first migration makes
    with pytest.raises(Exception, match="value"):
        move_to(engine, "head")
    assert inspect(engine).get_table_names() == ["value"]


def test_migrating_an_up_to_date_database_changes_nothing(empty_address: str, engine: Engine) -> None:
    storage = Storage(empty_address)
    storage.migrate()
    before = shape(engine)
    storage.migrate()
    storage.close()
    assert shape(engine) == before


def test_several_processes_may_migrate_at_once(empty_address: str) -> None:
    storages = [Storage(empty_address) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(Storage.migrate, storages))
    with storages[0].begin() as unit:
        assert unit.people() == []
    for opened in storages:
        opened.close()


def test_a_database_of_a_newer_version_is_left_alone(empty_address: str, engine: Engine) -> None:
    storage = Storage(empty_address)
    storage.migrate()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'f999'"))
    with pytest.raises(DatabaseTooNew, match=rf"f999.*knows {REVISIONS[-1]}.*update the program"):
        storage.migrate()
    storage.close()


def test_migrating_leaves_logging_and_output_alone(empty_address: str, capfd: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("alembic").level, logging.getLogger("bot").disabled)
    storage = Storage(empty_address)
    storage.migrate()
    storage.close()
    assert before == (root.level, list(root.handlers), logging.getLogger("alembic").level, logging.getLogger("bot").disabled)
    assert capfd.readouterr() == ("", "")


def test_what_the_first_release_stored_comes_through_all_migrations(empty_address: str, engine: Engine, tmp_path: Path) -> None:
    """Figures, history, people, queues and memory, in the tables of the first release; read by the code of today."""
    move_to(engine, REVISIONS[0])
    first = {
        name: {column["name"] for column in inspect(engine).get_columns(name)} for name in inspect(engine).get_table_names()
    }
    filled = _filled(f"sqlite:///{tmp_path / 'today.sqlite3'}")
    with engine.begin() as connection:
        for table in TABLES.sorted_tables:
            known = first.get(table.name, set())
            rows = [{name: value for name, value in row.items() if name in known} for row in filled[table.name]]
            if known and rows:
                connection.execute(table.insert().values({name: bindparam(name) for name in rows[0]}), rows)
    before = _content(engine, first)
    assert len(before["value"]) > 500
    storage = Storage(empty_address)
    storage.migrate()
    assert _content(engine, first) == before
    with storage.begin() as work:
        values = work.values()
        assert len(values) == len(before["value"])
        assert [change.after for change in work.changes(values[0].key)] == [values[0].figure]
        assert work.person(7) == Person(7, "Công chức", (Grant(Role.CLERK, AgencyCode("SCT")),))
        assert work.memory(7, 7, "focus") == {"i": "plan.tasks_planned"}
        assert [item.update_id for item in work.waiting_updates(9)] == [5]
        claimed = work.claim_out(NOW, by="sender", lease_seconds=30)
        assert claimed is not None
        assert claimed.message.text == "chưa gửi"
    storage.close()


def _filled(address: str) -> dict[str, list[dict[str, object]]]:
    """The rows of a database in use, by table."""
    storage = Storage(address)
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, load_catalogue(), NOW)
        work.save_person(Person(7, "Công chức", (Grant(Role.CLERK, AgencyCode("SCT")),)))
        work.remember(7, 7, "focus", {"i": "plan.tasks_planned"})
        work.take_in(5, 7, "{}", NOW)
        work.put_out(Outgoing(7, "chưa gửi"))
        work.commit()
    storage.close()
    engine = open_engine(address, connections=1)
    with engine.connect() as connection:
        rows = {
            table.name: [dict(row) for row in connection.execute(table.select()).mappings()] for table in TABLES.sorted_tables
        }
    engine.dispose()
    return rows


def _content(engine: Engine, columns: dict[str, set[str]]) -> dict[str, list[str]]:
    """What stands in those columns of those tables."""
    with engine.connect() as connection:
        return {
            name: sorted(
                repr(tuple(row)) for row in connection.execute(select(*(TABLES.tables[name].c[each] for each in sorted(known))))
            )
            for name, known in columns.items()
            if name in TABLES.tables
        }
