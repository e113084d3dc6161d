"""What a large store costs: the same questions at 20,000 and at 1.5 million stored values, on SQLite and PostgreSQL.

A store grows by years and by units that report: the small one is the province's agencies over a year and a half, the large one
ten years and some 200 communes beside them, the largest (`--largest`, 20 million) forty years of 800 units. Each value has its
row of history, each unit its clerk.

Asked is what the bot does behind the understanding of a message: read, decide what may be shown, word the answer, put it into
the outbox; each in a transaction of its own that is undone. Which agency, period and row is drawn by lot. The sizes are asked
in turns, question by question, so that a busy machine slows them alike; beside the clock's time stands the processor's of
this process, which others cannot disturb (of PostgreSQL's work it sees nothing). The ratio that counts is that of the p95.
Run: python benchmarks/growth_of_store.py [--large 1500000] [--largest]
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median

import psycopg
import pytest
from sqlalchemy.engine import make_url

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' PostgreSQL


from bot.clock import VIET_NAM
from bot.conversation import asking
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, Catalogue, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.completeness import completeness
from bot.domain.deadlines import standing_calendar
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period, Span
from bot.domain.summarising import shown_in
from bot.domain.summary import agencies_of, summarise
from bot.incoming import Chat, Incoming, Sender, Text
from bot.settings import Settings
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Intent, Question
from storage import Storage, UnitOfWork
from tests.postgres import running_postgres

SMALL, LARGE, LARGEST = 20_000, 1_500_000, 20_000_000
LAST_YEAR = 2022
NOW = datetime(2022, 12, 20, 9, tzinfo=VIET_NAM)  # a few days after the last report came in
LOOKUP, SUMMARY = 1.5, 3.0  # times as long the p95 may get at LARGE
ROUNDS = 4
_SPANS = (Span.Q1, Span.H1, Span.Q3, Span.YEAR)
_ASKER = 5_000_000_000  # an administrator; the clerks are numbered from 1
_FILL = (
    """
    INSERT INTO value_history (id, batch, position, agency, period, indicator, before_estimate, after_state, after_number,
                               after_estimate, raw, by_id, at, source_kind)
    SELECT (p.place * {units} + u.place) * {rows} + r.place + 1, p.code || '/' || u.code, r.place, u.code, p.code, r.code,
           false, 'reported', {number}, false, CAST({number} AS TEXT), u.place + 1, '2022-09-15 01:00:00.000000', 'sample'
    FROM grown_period p CROSS JOIN grown_unit u CROSS JOIN grown_row r ORDER BY p.code, u.code, r.code
    """,
    """
    INSERT INTO value (period, agency, indicator, state, number, estimate, raw, entered_by, entered_at, source_kind, change_id)
    SELECT p.code, u.code, r.code, 'reported', {number}, false, CAST({number} AS TEXT), u.place + 1,
           '2022-09-15 01:00:00.000000', 'sample', (p.place * {units} + u.place) * {rows} + r.place + 1
    FROM grown_period p CROSS JOIN grown_unit u CROSS JOIN grown_row r ORDER BY p.code, u.code, r.code
    """,
    """
    INSERT INTO report (period, agency, state, submitted_at, submitted_by)
    SELECT p.code, u.code, 'submitted', '2022-09-15 01:00:00.000000', 1 FROM grown_period p CROSS JOIN grown_unit u
    """,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Who reported what when, in a store of a size."""

    units: tuple[str, ...]  # the province's agencies first, then communes
    periods: tuple[Period, ...]  # oldest first
    rows: tuple[IndicatorId, ...]

    @property
    def size(self) -> int:
        """How many values."""
        return len(self.units) * len(self.periods) * len(self.rows)


def shape(catalogue: Catalogue, size: int) -> Shape:
    """A store of about that size: years first, then units."""
    rows = tuple(sorted(row.id for row in catalogue.indicators))
    agencies = tuple(agency.code for agency in catalogue.agencies)
    years = 40 if size > LARGE else 10
    many = min(4 * years, max(1, round(size / len(agencies) / len(rows))))
    every = [Period(year, span) for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1) for span in _SPANS]
    communes = max(0, round(size / many / len(rows)) - len(agencies))
    return Shape((*agencies, *(f"XA{number:05}" for number in range(communes))), tuple(every[-many:]), rows)


def fill(address: str, wanted: Shape) -> None:
    """Write a store of that shape, in the database itself: through the program it would take hours."""
    storage = Storage(address)
    storage.migrate()
    with storage.begin() as work:
        work.save_person(Person(_ASKER, "Người hỏi", (Grant(Role.ADMINISTRATOR),)))
        work.commit()
    storage.close()
    if address.startswith("sqlite"):
        _fill_sqlite(make_url(address).database or "", wanted)
    else:
        _fill_postgresql(address, wanted)


def _statements(wanted: Shape) -> Iterator[str]:
    number = "((p.place * 31 + u.place * 7 + r.place * 17) % 400 + p.place)"  # moves, and mostly upwards
    for statement in _FILL:
        yield statement.format(number=number, units=len(wanted.units), rows=len(wanted.rows))


def _parts(wanted: Shape) -> dict[str, list[tuple[int, str]]]:
    """Who, when and what, numbered: the rows of the tables that all values are put together from."""
    parts = {"period": [each.code for each in wanted.periods], "unit": wanted.units, "row": wanted.rows}
    return {name: list(enumerate(codes)) for name, codes in parts.items()}


def _fill_sqlite(file: str, wanted: Shape) -> None:
    """Without a journal and without waiting for the disk: what breaks is thrown away anyway."""
    with sqlite3.connect(file) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")
        for name, places in _parts(wanted).items():
            connection.execute(f"CREATE TEMPORARY TABLE grown_{name} (place INTEGER, code TEXT)")
            connection.executemany(f"INSERT INTO grown_{name} VALUES (?, ?)", places)  # noqa: S608  names of ours
        for statement in _statements(wanted):
            connection.execute(statement)
    connection.close()


def _fill_postgresql(address: str, wanted: Shape) -> None:
    """And tidy up as PostgreSQL does by itself within minutes."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        for name, places in _parts(wanted).items():
            connection.execute(f"CREATE TEMPORARY TABLE grown_{name} (place BIGINT, code TEXT)")  # type: ignore[call-overload]
            with connection.cursor() as cursor:
                cursor.executemany(f"INSERT INTO grown_{name} VALUES (%s, %s)", places)  # type: ignore[call-overload]  # noqa: S608
        for statement in _statements(wanted):
            connection.execute(statement)  # type: ignore[call-overload]
        connection.execute("VACUUM ANALYZE")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one asking is about."""

    agency: AgencyCode
    period: Period
    indicator: IndicatorId


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of question: how it is put to a store, how often, and how much its p95 may grow (None: printed only)."""

    put: Callable[[UnitOfWork, Drawn], object]
    times: int
    limit: float | None


def questions(catalogue: Catalogue, reader: Reader) -> dict[str, Asked]:
    """What is asked of a store, as the bot asks it."""

    def ask(work: UnitOfWork, drawn: Drawn, intent: Intent = Intent.VALUE, **others: object) -> None:
        candidates = (Candidate(drawn.indicator, 1.0),)
        question = replace(Question(intent, candidates, certain=True, agencies=(drawn.agency,)), **others)
        asking.answer_question(question, _exchange(work, catalogue, reader))

    def sum_up(work: UnitOfWork, drawn: Drawn) -> None:
        shown = shown_in(work, standing_calendar(work, catalogue), None, NOW.date())
        found = summarise(work, catalogue, drawn.period, agencies_of(catalogue, drawn.period.last_day), shown=shown)
        assert found.has_begun  # noqa: S101  nothing found proves nothing

    def count(work: UnitOfWork, drawn: Drawn) -> None:
        assert completeness(work, catalogue, drawn.agency, drawn.period).entered  # noqa: S101

    return {
        "lookup": Asked(lambda work, drawn: ask(work, drawn, period=drawn.period), 400, LOOKUP),
        "lookup, latest": Asked(ask, 400, LOOKUP),
        "trend": Asked(lambda work, drawn: ask(work, drawn, Intent.TREND), 200, None),
        "total, latest": Asked(lambda work, drawn: ask(work, drawn, Intent.TOTAL, agencies=(ALL_AGENCIES,)), 200, None),
        "a clerk's writes": Asked(lambda work, _drawn: work.recent_batches(by=1, most=11), 200, None),
        "completeness": Asked(count, 400, None),
        "province summary": Asked(sum_up, 24, SUMMARY),
    }


def _exchange(work: UnitOfWork, catalogue: Catalogue, reader: Reader) -> Exchange:
    person = work.person(_ASKER)
    assert person is not None  # noqa: S101  the store was filled so
    return Exchange(
        Incoming(1, Chat(_ASKER, is_private=True), Sender(_ASKER, person.name), 1, Text("?")),
        person,
        None,
        work,
        catalogue,
        reader,
        standing_calendar(work, catalogue),
        Settings(Path(), ""),
        NOW,
    )


@dataclass(slots=True)
class Store:
    """A filled database, open; milliseconds that each question took by the clock, and of this process's processor time."""

    shape: Shape
    storage: Storage
    clock: dict[str, list[float]]
    processor: dict[str, list[float]]


def compare(stores: list[Store], asked: dict[str, Asked], catalogue: Catalogue) -> None:
    """Ask all stores in turn."""
    dice = Random(7)  # noqa: S311  repeats itself
    agencies = [agency.code for agency in catalogue.agencies]
    gc.collect()
    gc.freeze()
    for around in range(ROUNDS + 1):
        for name, kind in asked.items():
            for _ in range(kind.times // ROUNDS):
                agency = dice.choice(agencies)
                for store in stores:
                    # the newest are asked for most, and a summary looks a year back: both stores must have that year
                    drawn = Drawn(agency, dice.choice(store.shape.periods[-2:]), dice.choice(store.shape.rows))
                    clock, processor = time.perf_counter(), time.process_time()
                    with store.storage.begin() as work:
                        kind.put(work, drawn)
                    if around:  # the first round warms up
                        store.clock[name].append((time.perf_counter() - clock) * 1e3)
                        store.processor[name].append((time.process_time() - processor) * 1e3)
    gc.unfreeze()


def print_table(name: str, stores: list[Store], asked: dict[str, Asked]) -> bool:
    """Lines for each question: median and p95 at each size, and how they grew; whether all stayed within their limits."""
    print(f"{name:<20}" + "".join(f"{f'{store.shape.size:,} values':>26}" for store in stores) + "   grows: median  p95")
    held = True
    for question, kind in asked.items():
        for of, taken in (("", [each.clock for each in stores]), (" (processor)", [each.processor for each in stores])):
            found = [sorted(each[question]) for each in taken]
            middle, slow = [median(each) for each in found], [each[int(0.95 * len(each))] for each in found]
            cells = "".join(f"{half:>13.2f} / {most:>7.2f} ms" for half, most in zip(middle, slow, strict=True))
            grows = "  ".join(
                f"{half / middle[0]:.2f} × {most / slow[0]:.2f} ×" for half, most in zip(middle[1:], slow[1:], strict=True)
            )
            limit = f"  limit {kind.limit:.1f}" if kind.limit and not of else ""
            print(f"{(question if not of else '') + of:<20}{cells}   {grows}{limit}", flush=True)
            if kind.limit and not of:
                held &= slow[1] / slow[0] < kind.limit
    print(f"{name}: {'all within their limits' if held else 'over a limit'} at {stores[1].shape.size:,}", flush=True)
    return held


@contextmanager
def filled(addresses: list[str], shapes: list[Shape], asked: dict[str, Asked]) -> Iterator[list[Store]]:
    """The stores, filled and open."""
    stores = []
    for address, wanted in zip(addresses, shapes, strict=True):
        begun = time.perf_counter()
        fill(address, wanted)
        print(f"  filled with {wanted.size:,} values in {time.perf_counter() - begun:.0f} s", flush=True)
        stores.append(Store(wanted, Storage(address), {name: [] for name in asked}, {name: [] for name in asked}))
    try:
        yield stores
    finally:
        for store in stores:
            store.storage.close()


def on_sqlite(shapes: list[Shape], asked: dict[str, Asked], catalogue: Catalogue) -> bool:
    """A file for each size."""
    with tempfile.TemporaryDirectory() as folder:
        addresses = [f"sqlite:///{folder}/grown{number}.sqlite3" for number in range(len(shapes))]
        with filled(addresses, shapes, asked) as stores:
            sizes = [Path(make_url(address).database or "").stat().st_size for address in addresses]
            print(f"  files of {', '.join(f'{size / 2**20:,.0f}' for size in sizes)} MB")
            compare(stores, asked, catalogue)
            return print_table("SQLite", stores, asked)


def on_postgresql(shapes: list[Shape], asked: dict[str, Asked], catalogue: Catalogue) -> bool:
    """A database of the same server for each size."""
    with running_postgres() as address:
        addresses = []
        with psycopg.connect(address, autocommit=True) as connection:
            for number in range(len(shapes)):
                connection.execute(f"CREATE DATABASE grown{number}")  # type: ignore[call-overload]  a number
                addresses.append(address.replace("/postgres?", f"/grown{number}?"))
        with filled(addresses, shapes, asked) as stores:
            compare(stores, asked, catalogue)
            return print_table("PostgreSQL", stores, asked)


def main() -> None:
    """Print a table for each database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", type=int, default=LARGE, help="values of the large store (default: %(default)s)")
    parser.add_argument("--largest", action="store_true", help=f"{LARGEST:,} values too: takes longer, and 20 GB of disk")
    parser.add_argument("--on", choices=("sqlite", "postgresql"), help="only this database")
    given = parser.parse_args()
    catalogue = load_catalogue()
    asked = questions(catalogue, Reader(catalogue))
    shapes = [shape(catalogue, size) for size in (SMALL, given.large, *([LARGEST] if given.largest else []))]
    print("median / p95 in milliseconds, each question in a transaction of its own")
    held = True
    if given.on != "postgresql":
        held &= on_sqlite(shapes, asked, catalogue)
    if given.on != "sqlite":
        try:
            held &= on_postgresql(shapes, asked, catalogue)
        except pytest.skip.Exception as absent:
            print(f"PostgreSQL  {absent}")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
