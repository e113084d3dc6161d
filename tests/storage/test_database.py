"""Opening a database, units of work, hops."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from bot.domain.people import Person
from bot.domain.ports import Store
from storage import Storage, StorageUnavailable, UnitOfWork
from storage.engine import open_engine, sorting_on_disk
from tests.storage.office import CLERK, COLLEAGUE

LAN = Person(CLERK, "Lan")


def test_a_unit_of_work_is_the_store_that_the_domain_asks_for(storage: Storage) -> None:
    with storage.begin() as unit:
        store: Store = unit  # mypy compares the signatures
        assert [name for name in vars(Store) if not name.startswith("_") and not hasattr(store, name)] == []


def test_what_is_not_committed_is_undone(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.save_person(LAN)
        assert unit.person(CLERK) == LAN
    with storage.begin() as unit:
        assert unit.person(CLERK) is None


def test_an_exception_undoes_what_was_done_since_the_last_commit(storage: Storage) -> None:
    def fail() -> None:
        with storage.begin() as unit:
            unit.save_person(LAN)
            unit.commit()
            unit.save_person(Person(COLLEAGUE, "Hoa"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with storage.begin() as unit:
        assert unit.people() == [LAN]


async def test_a_hop_commits_what_its_work_did_and_gives_its_result(storage: Storage) -> None:
    def work(unit: UnitOfWork) -> str:
        unit.save_person(LAN)
        return threading.current_thread().name

    assert (await storage.hop(work)).startswith("storage")
    assert await storage.hop(lambda unit: unit.people()) == [LAN]


async def test_a_hop_whose_work_raises_leaves_nothing(storage: Storage) -> None:
    def work(unit: UnitOfWork) -> None:
        unit.save_person(LAN)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await storage.hop(work)
    assert await storage.hop(lambda unit: unit.people()) == []


async def test_many_hops_at_once_all_happen(storage: Storage) -> None:
    def add(number: int) -> Callable[[UnitOfWork], None]:
        def work(unit: UnitOfWork) -> None:
            unit.save_person(Person(number, str(unit.person(number))))

        return work

    await asyncio.gather(*(storage.hop(add(number)) for number in range(50)))
    assert len(await storage.hop(lambda unit: unit.people())) == 50


def test_a_hop_under_way_is_finished_before_closing(address: str) -> None:
    async def begin_and_leave(storage: Storage) -> None:
        started = threading.Event()

        def work(unit: UnitOfWork) -> None:
            started.set()
            unit.save_person(LAN)

        hop = asyncio.ensure_future(storage.hop(work))
        await asyncio.to_thread(started.wait)
        hop.cancel()

    storage = Storage(address)
    asyncio.run(begin_and_leave(storage))
    storage.close()
    reopened = Storage(address)
    with reopened.begin() as unit:
        assert unit.people() == [LAN]
    reopened.close()


def test_a_sqlite_file_survives_a_power_loss_and_waits_for_its_turn(tmp_path: Path) -> None:
    storage = Storage(f"sqlite:///{tmp_path / 'new' / 'folder' / 'cchc.sqlite3'}")
    with storage.begin() as unit:
        told = {
            name: unit._connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: SLF001  nothing else shows it
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    storage.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_sqlite_keeps_what_it_may_undo_in_memory_but_sorts_on_disk_while_tables_are_changed(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a.sqlite3'}", connections=1)
    told = []
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None

        def look() -> None:
            told.extend(driver.cursor().execute("PRAGMA temp_store").fetchone())

        look()
        with sorting_on_disk(connection):
            look()
        look()
    engine.dispose()
    on_disk, in_memory = 1, 2
    assert told == [in_memory, on_disk, in_memory]


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    Storage(f"sqlite:///{tmp_path / 'data' / 'cchc.sqlite3'}").close()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_the_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    """Also in a folder that others may enter, as one made by hand; its log holds the same."""
    tmp_path.chmod(0o755)
    storage = Storage(f"sqlite:///{tmp_path}/a.sqlite3")
    storage.migrate()
    rights = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    storage.close()
    assert rights == {0o600}


def test_a_unit_of_work_keeps_other_writers_out_from_its_first_statement_on(tmp_path: Path) -> None:
    file = tmp_path / "cchc.sqlite3"
    storage = Storage(f"sqlite:///{file}")
    storage.migrate()
    with storage.begin() as unit:
        unit.people()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(file, timeout=0).execute("BEGIN IMMEDIATE")
    storage.close()


def unusable(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """Addresses that cannot work, each with what is said about it."""
    (tmp_path / "file").write_bytes(b"no database at all, but long enough to have a header" * 100)
    (tmp_path / "folder").mkdir()
    return {
        "a folder that is a file": (f"sqlite:///{tmp_path / 'file' / 'x.sqlite3'}", "cannot be made"),
        "a file that is a folder": (f"sqlite:///{tmp_path / 'folder'}", "unable to open"),
        "a file of something else": (f"sqlite:///{tmp_path / 'file'}", "not a database"),
        "no file": ("sqlite://", "needs a file"),
        "memory": ("sqlite:///:memory:", "needs a file"),
        "another database": ("mysql://localhost/cchc", "not supported"),
        "no address": ("cchc.sqlite3", "cannot be read"),
        "no server": (f"postgresql://nobody@/cchc?host={tmp_path}", "No such file or directory"),
    }


@pytest.mark.parametrize(
    "case",
    [
        "a folder that is a file",
        "a file that is a folder",
        "a file of something else",
        "no file",
        "memory",
        "another database",
        "no address",
        "no server",
    ],
)
def test_a_database_that_cannot_be_opened_says_why(tmp_path: Path, case: str) -> None:
    address, reason = unusable(tmp_path)[case]
    with pytest.raises(StorageUnavailable, match=reason):
        Storage(address).migrate()


def test_a_database_without_tables_is_told_apart_from_an_empty_one(tmp_path: Path) -> None:
    storage = Storage(f"sqlite:///{tmp_path / 'cchc.sqlite3'}")
    with pytest.raises(StorageUnavailable, match="no such table"), storage.begin() as unit:
        unit.people()
    storage.close()


def test_an_error_does_not_show_what_was_being_stored(storage: Storage) -> None:
    with storage.begin() as unit:
        unit._connection.exec_driver_sql("DROP TABLE memory")  # noqa: SLF001  to make the next write fail
        with pytest.raises(Exception, match="memory") as failed:
            unit.remember(1, 1, "focus", {"secret": "bí mật"})
    assert "mật" not in str(failed.value)
    assert "m\\u1eadt" not in str(failed.value)


def test_a_database_user_without_rights_is_told_apart_from_a_mistake_of_ours(migrated_postgres: str) -> None:
    """PostgreSQL lets nobody but a database's owner make tables there: the first thing that goes wrong when setting up."""
    with psycopg.connect(migrated_postgres, autocommit=True) as server:
        server.execute("DROP ROLE IF EXISTS cchc_guest")
        server.execute("CREATE ROLE cchc_guest LOGIN")
    guest = Storage(migrated_postgres.replace("postgres@", "cchc_guest@"))
    with pytest.raises(StorageUnavailable, match="permission denied"):
        guest.migrate()
    guest.close()


def test_a_server_that_went_away_is_told_once_and_then_found_again(migrated_postgres: str) -> None:
    storage = Storage(migrated_postgres)
    with storage.begin() as unit:
        unit.people()
    with psycopg.connect(migrated_postgres, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'postgres'"
        )
    with pytest.raises(StorageUnavailable, match="terminating connection"), storage.begin() as unit:
        unit.people()
    with storage.begin() as unit:
        unit.people()
    storage.close()
