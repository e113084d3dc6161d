"""On SQLite hops that wait at the same time share a commit; each of them stands or falls by itself."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from bot.domain.people import Person
from storage import Storage, StorageUnavailable, UnitOfWork

pytestmark = pytest.mark.parametrize("address", ["sqlite"], indirect=True)

Work = Callable[[UnitOfWork], None]


def adds(number: int) -> Work:
    return lambda unit: unit.save_person(Person(number, f"Công chức {number}"))


def fails(unit: UnitOfWork) -> None:
    unit.save_person(Person(99, "nobody"))
    raise ZeroDivisionError


def loses_the_transaction(unit: UnitOfWork) -> None:
    """What SQLite does by itself after some failures of the disk."""
    unit._connection.exec_driver_sql("ROLLBACK")  # noqa: SLF001  nothing else does it on purpose
    raise StorageUnavailable("disk I/O error")


def fills_the_disk(unit: UnitOfWork) -> None:
    pages = unit._connection.exec_driver_sql("PRAGMA page_count").scalar()  # noqa: SLF001
    unit._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")  # noqa: SLF001
    unit.save_person(Person(98, "x" * 1_000_000))


def spoils_the_commit(unit: UnitOfWork) -> None:
    """Its fault shows only when all is to be committed."""
    unit._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # noqa: SLF001
    unit._connection.exec_driver_sql(  # noqa: SLF001
        "INSERT INTO person_grant (person_id, position, role) VALUES (97, 0, 'viewer')"
    )


async def at_once(storage: Storage, *works: Work) -> list[BaseException | None]:
    """Let all wait before the first can end; what came of each."""
    goes = threading.Event()
    first = asyncio.ensure_future(storage.look(lambda _unit: goes.wait(5)))
    hops = [asyncio.ensure_future(storage.hop(work)) for work in works]
    await asyncio.sleep(0.01)
    goes.set()
    await first
    return list(await asyncio.gather(*hops, return_exceptions=True))


def stored(storage: Storage) -> list[int]:
    with storage.begin() as unit:
        return [person.id for person in unit.people()]


async def test_those_that_wait_share_a_commit(storage: Storage) -> None:
    commits: list[object] = []
    event.listen(storage._engine, "commit", commits.append)  # noqa: SLF001  nothing else shows it
    assert await at_once(storage, *map(adds, range(1, 9))) == [None] * 8
    assert len(commits) < 4
    assert stored(storage) == list(range(1, 9))


@pytest.mark.parametrize("bad", [fails, loses_the_transaction, fills_the_disk, spoils_the_commit])
async def test_one_that_fails_undoes_only_itself(storage: Storage, bad: Work) -> None:
    before, failed, after = await at_once(storage, adds(1), bad, adds(2))
    assert isinstance(failed, ZeroDivisionError | StorageUnavailable | IntegrityError)
    assert (before, after) == (None, None)
    assert stored(storage) == [1, 2]


async def test_each_sees_what_those_before_it_did_and_nothing_that_was_undone(storage: Storage) -> None:
    seen: list[list[int]] = []
    await at_once(storage, adds(1), fails, lambda unit: seen.append([person.id for person in unit.people()]))
    assert seen == [[1]]


async def test_a_look_leaves_nothing_though_others_commit(storage: Storage) -> None:
    await asyncio.gather(storage.look(adds(1)), storage.hop(adds(2)), storage.look(adds(3)))
    assert stored(storage) == [2]


async def test_one_that_nobody_waits_for_any_more_is_not_begun(storage: Storage) -> None:
    goes = threading.Event()
    first = asyncio.ensure_future(storage.look(lambda _unit: goes.wait(5)))
    left = asyncio.ensure_future(storage.hop(adds(1)))
    await asyncio.sleep(0.01)
    left.cancel()
    with suppress(asyncio.CancelledError):
        await left
    goes.set()
    await first
    await storage.hop(adds(2))
    assert stored(storage) == [2]


async def test_a_storage_that_is_closed_refuses(storage: Storage) -> None:
    storage.close()
    with pytest.raises(RuntimeError):
        await storage.hop(adds(1))
