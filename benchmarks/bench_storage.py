"""What storage costs: a turn of 3 reads and 2 writes through `Storage.hop`, beside the same SQL on the bare driver.

Both hop to a thread, run one transaction on the same database and give the same answers; the ratio is what our layer adds.
Run: python benchmarks/bench_storage.py
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import psycopg
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' PostgreSQL

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.value import Figure, NewValue, Source, ValueKey
from storage import Storage, UnitOfWork
from tests.postgres import running_postgres

TURNS, ROUNDS, TASKS = 300, 5, 8
CHAT = PERSON = 11
NOW = datetime(2022, 9, 15, tzinfo=UTC)
KEY = ValueKey(AgencyCode("SCT"), Period.parse("2022-Q3"), IndicatorId("nhiem_vu_0100"))
FOCUS = {"indicator": KEY.indicator, "agency": KEY.agency, "period": KEY.period.code, "intent": "value"}
TEXT = "<b>Hồ sơ đã trả kết quả</b> — Sở Công Thương, Quý III/2022: <b>4.954</b> hồ sơ" * 3

Turn = Callable[[], Awaitable[None]]

_READS = (
    "SELECT id, name, role, agency FROM person LEFT JOIN person_grant ON person_id = id WHERE id = ? ORDER BY position",
    "SELECT document FROM memory WHERE chat_id = ? AND person_id = ? AND kind = ?",
    "SELECT * FROM value WHERE agency = ? AND period = ? AND indicator = ?",
)
_REMEMBER = (
    "INSERT INTO memory (chat_id, person_id, kind, document) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (chat_id, person_id, kind) DO UPDATE SET document = excluded.document"
)
_PUT_OUT = "INSERT INTO outbox (chat_id, text, buttons, subject, is_broadcast, attempts) VALUES (?, ?, ?, ?, ?, 0) RETURNING id"


def fill(storage: Storage) -> None:
    """Somebody, and 2,000 values to find one among."""
    storage.migrate()
    with storage.begin() as unit:
        unit.save_person(Person(PERSON, "Nguyễn Thị Lan", (Grant(Role.CLERK, KEY.agency),)))
        unit.remember(CHAT, PERSON, "focus", FOCUS)
        keys = [ValueKey(KEY.agency, KEY.period, IndicatorId(f"nhiem_vu_{number:04}")) for number in range(2000)]
        values = [NewValue(key, Figure(Decimal(4954)), "ghi chú", "4.954", None) for key in keys]
        unit.write_values(values, batch="sample", by=PERSON, at=NOW, source=Source("sample"))
        unit.commit()


def ours(unit: UnitOfWork) -> None:
    """The turn of somebody who asks."""
    assert unit.person(PERSON) is not None  # noqa: S101  a benchmark of nothing found would prove nothing
    assert unit.memory(CHAT, PERSON, "focus") is not None  # noqa: S101
    assert unit.value(KEY) is not None  # noqa: S101
    unit.remember(CHAT, PERSON, "focus", FOCUS)
    unit.put_out(Outgoing(CHAT, TEXT, subject=FOCUS))


def bare(execute: Callable[[str, tuple[Any, ...]], Any], words: Callable[[str], str]) -> None:
    """The same on a cursor: what the driver alone needs."""
    assert execute(words(_READS[0]), (PERSON,)).fetchall()  # noqa: S101
    assert execute(words(_READS[1]), (CHAT, PERSON, "focus")).fetchall()  # noqa: S101
    assert execute(words(_READS[2]), (KEY.agency, KEY.period.code, KEY.indicator)).fetchall()  # noqa: S101
    execute(words(_REMEMBER), (CHAT, PERSON, "focus", json.dumps(FOCUS)))
    execute(words(_PUT_OUT), (CHAT, TEXT, "[]", json.dumps(FOCUS), False)).fetchone()


async def round_trip(turn: Turn) -> float:
    """Median microseconds of one turn after the other."""
    taken = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        await turn()
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1e6


async def rate(turn: Turn) -> float:
    """Turns a second of several tasks at once."""

    async def work() -> None:
        for _ in range(TURNS // TASKS):
            await turn()

    begun = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(TASKS)))
    return (TURNS // TASKS) * TASKS / (time.perf_counter() - begun)


async def compare(name: str, reference_name: str, storage: Storage, reference: Callable[[], None], threads: int) -> None:
    """Print one line; the two take turns, so that a busy machine slows both."""
    executor = ThreadPoolExecutor(threads)
    loop = asyncio.get_running_loop()

    async def ours_turn() -> None:
        await storage.hop(ours)

    async def reference_turn() -> None:
        await loop.run_in_executor(executor, reference)

    figures: dict[str, list[float]] = {"ours": [], "bare": [], "ours rate": [], "bare rate": []}
    for _ in range(ROUNDS):
        for side, turn in (("ours", ours_turn), ("bare", reference_turn)):
            figures[side].append(await round_trip(turn))
            figures[f"{side} rate"].append(await rate(turn))
    executor.shutdown()
    middle = {key: median(found) for key, found in figures.items()}
    alone, together = middle["ours"] / middle["bare"], middle["ours rate"] / middle["bare rate"]
    print(f"{name:<11}{middle['ours']:>6.0f} µs, {reference_name} {middle['bare']:>5.0f} µs: {alone:.2f} ×", end="; ")
    print(f"{middle['ours rate']:>6.0f} a second, {reference_name} {middle['bare rate']:>5.0f}: {together:.2f} ×")


async def on_sqlite(folder: Path) -> None:
    """SQLite in a file, one thread each."""
    file = folder / "bench.sqlite3"
    storage = Storage(f"sqlite:///{file}")
    fill(storage)
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000"):
        connection.execute(f"PRAGMA {pragma}")

    def reference() -> None:
        connection.execute("BEGIN IMMEDIATE")
        bare(connection.execute, lambda words: words)
        connection.execute("COMMIT")

    await compare("SQLite", "sqlite3", storage, reference, 1)
    connection.close()
    storage.close()


async def on_postgresql(address: str) -> None:
    """PostgreSQL over a Unix socket, eight threads each.."""
    storage = Storage(address)
    fill(storage)
    connections = [psycopg.connect(address) for _ in range(TASKS)]
    free = list(connections)

    def reference() -> None:
        connection = free.pop()
        bare(connection.execute, lambda words: words.replace("?", "%s"))
        connection.commit()
        free.append(connection)

    await compare("PostgreSQL", "psycopg", storage, reference, TASKS)
    for connection in connections:
        connection.close()
    storage.close()


def main() -> None:
    """Print a line for each database."""
    print(f"a turn of 3 reads and 2 writes: one after the other; {TASKS} tasks at once")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(on_sqlite(Path(folder)))
    try:
        with running_postgres() as address:
            asyncio.run(on_postgresql(address))
    except pytest.skip.Exception as absent:
        print(f"PostgreSQL  {absent}")


if __name__ == "__main__":
    main()
