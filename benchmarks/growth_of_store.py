"""What a large store costs: the same questions at 20,000 and at 1.5 million stored values, on SQLite and PostgreSQL.

A store grows by years and by units that report: the small one is the province's agencies over a year and a half, the large one
ten years and some 200 communes beside them, the largest (`--largest`, 20 million) forty years of 800 units. Each value has its
row of history. The two sizes take turns, so that a busy machine slows both; which agency, period and row is asked for is drawn
by lot. "a named lookup" says its period, "a lookup" none, so that all years of the agency's row are read.
Run: python benchmarks/growth_of_store.py [--large 1500000] [--largest]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

import psycopg
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' PostgreSQL

from sqlalchemy import Connection, text

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.completeness import completeness
from bot.domain.lookup import Reported, read_figures
from bot.domain.period import Period, Span
from bot.domain.summary import agencies_of, summarise
from storage import Storage, UnitOfWork
from storage.engine import open_engine
from tests.postgres import running_postgres

SMALL, LARGE, LARGEST = 20_000, 1_500_000, 20_000_000
LAST_YEAR = 2022
LIMITS = {"a lookup": 1.5, "a named lookup": 1.5, "completeness": 1.5, "province summary": 3.0}
TIMES = {"a lookup": 400, "a named lookup": 400, "completeness": 200, "province summary": 24}
ROUNDS = 4
_SPANS = (Span.Q1, Span.H1, Span.Q3, Span.YEAR)
_FILL = (
    """
    INSERT INTO value_history (id, batch, position, agency, period, indicator, before_estimate, after_state, after_number,
                               after_estimate, raw, by_id, at, source_kind)
    SELECT (p.place * :units + u.place) * :rows + r.place + 1, p.code || '/' || u.code, r.place, u.code, p.code, r.code, false,
           'reported', p.place % 7 + 1, false, CAST(p.place % 7 + 1 AS TEXT), 1, '2022-09-15 01:00:00.000000', 'sample'
    FROM grown_period p CROSS JOIN grown_unit u CROSS JOIN grown_row r ORDER BY p.code, u.code, r.code
    """,
    """
    INSERT INTO value (period, agency, indicator, state, number, estimate, raw, entered_by, entered_at, source_kind, change_id)
    SELECT p.code, u.code, r.code, 'reported', p.place % 7 + 1, false, CAST(p.place % 7 + 1 AS TEXT), 1,
           '2022-09-15 01:00:00.000000', 'sample', (p.place * :units + u.place) * :rows + r.place + 1
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
    storage.close()
    engine = open_engine(address, connections=1)
    with engine.connect() as connection:
        parts = {"period": [each.code for each in wanted.periods], "unit": wanted.units, "row": wanted.rows}
        for name, codes in parts.items():
            connection.execute(text(f"CREATE TEMPORARY TABLE grown_{name} (place BIGINT, code TEXT)"))
            places = [{"place": place, "code": code} for place, code in enumerate(codes)]
            connection.execute(text(f"INSERT INTO grown_{name} VALUES (:place, :code)"), places)  # noqa: S608  names of ours
        for statement in _FILL:
            named = {"units": len(wanted.units), "rows": len(wanted.rows)}
            connection.execute(text(statement), {name: value for name, value in named.items() if f":{name}" in statement})
        connection.commit()
    _tidy(engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
    engine.dispose()


def _tidy(connection: Connection) -> None:
    """What PostgreSQL does by itself within minutes, and SQLite never needs."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("VACUUM ANALYZE"))
    connection.close()


Ask = Callable[[UnitOfWork, AgencyCode, Period, IndicatorId], object]


def questions(catalogue: Catalogue) -> dict[str, Ask]:
    """What is asked of a store, as the bot asks it."""

    def look_up(work: UnitOfWork, agency: AgencyCode, period: Period, indicator: IndicatorId) -> None:
        figures = read_figures(work, catalogue, indicators=(indicator,), agencies=(agency,))
        assert isinstance(figures.find(indicator, agency, period), Reported)  # noqa: S101  nothing found proves nothing

    def look_up_named(work: UnitOfWork, agency: AgencyCode, period: Period, indicator: IndicatorId) -> None:
        figures = read_figures(work, catalogue, indicators=(indicator,), agencies=(agency,), periods=(period,))
        assert isinstance(figures.find(indicator, agency, period), Reported)  # noqa: S101

    def count(work: UnitOfWork, agency: AgencyCode, period: Period, _indicator: IndicatorId) -> None:
        assert completeness(work, catalogue, agency, period).entered  # noqa: S101

    def sum_up(work: UnitOfWork, _agency: AgencyCode, period: Period, _indicator: IndicatorId) -> None:
        agencies = agencies_of(catalogue, period.last_day)
        assert summarise(work, catalogue, period, agencies, shown=lambda _agency, _period: True).has_begun  # noqa: S101

    return {"a lookup": look_up, "a named lookup": look_up_named, "completeness": count, "province summary": sum_up}


@dataclass(slots=True)
class Store:
    """A filled database, open."""

    shape: Shape
    storage: Storage
    taken: dict[str, list[float]]  # milliseconds of each question


def compare(stores: list[Store], catalogue: Catalogue) -> None:
    """Ask all stores in turn."""
    asked = questions(catalogue)
    dice = Random(7)  # noqa: S311  repeats itself
    agencies = [agency.code for agency in catalogue.agencies]
    for around in range(ROUNDS + 1):
        for name, ask in asked.items():
            for store in stores:
                # the summary looks a year back: both stores must have that year
                for _ in range(TIMES[name] // ROUNDS):
                    period = dice.choice(store.shape.periods[-2:] if name == "province summary" else store.shape.periods)
                    agency, indicator = dice.choice(agencies), dice.choice(store.shape.rows)
                    begun = time.perf_counter()
                    with store.storage.begin() as work:
                        ask(work, agency, period, indicator)
                    if around:  # the first round warms up
                        store.taken[name].append((time.perf_counter() - begun) * 1e3)


def print_table(name: str, stores: list[Store]) -> None:
    """A line for each question: median and p95 at each size, and how p95 grew."""
    sizes = "".join(f"{f'{store.shape.size:,} values':>24}" for store in stores)
    print(f"{name:<20}{sizes}   p95 grows by")
    for question, limit in LIMITS.items():
        cells, slow = "", []
        for store in stores:
            taken = sorted(store.taken[question])
            slow.append(taken[int(0.95 * len(taken))])
            cells += f"{median(taken):>10.2f} / {slow[-1]:>7.2f} ms"
            cells = cells.rjust(24 * len(slow))
        grows = ", ".join(f"{each / slow[0]:.2f} ×" for each in slow[1:])
        print(f"{question:<20}{cells}   {grows} (limit {limit:.1f} at {LARGE:,})", flush=True)


@contextmanager
def filled(addresses: list[str], shapes: list[Shape]) -> Iterator[list[Store]]:
    """The stores, filled and open."""
    stores = []
    for address, wanted in zip(addresses, shapes, strict=True):
        begun = time.perf_counter()
        fill(address, wanted)
        print(f"  filled with {wanted.size:,} values in {time.perf_counter() - begun:.0f} s", flush=True)
        stores.append(Store(wanted, Storage(address), {name: [] for name in LIMITS}))
    try:
        yield stores
    finally:
        for store in stores:
            store.storage.close()


def on_postgresql(shapes: list[Shape], catalogue: Catalogue) -> None:
    """A database of the same server for each size."""
    with running_postgres() as address:
        addresses = []
        with psycopg.connect(address, autocommit=True) as connection:
            for number in range(len(shapes)):
                connection.execute(f"CREATE DATABASE grown{number}")  # type: ignore[call-overload]  a number
                addresses.append(address.replace("/postgres?", f"/grown{number}?"))
        with filled(addresses, shapes) as stores:
            compare(stores, catalogue)
            print_table("PostgreSQL", stores)


def main() -> None:
    """Print a table for each database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", type=int, default=LARGE, help="values of the large store (default: %(default)s)")
    parser.add_argument("--largest", action="store_true", help=f"{LARGEST:,} values too: an hour, and 20 GB of disk")
    given = parser.parse_args()
    catalogue = load_catalogue()
    shapes = [shape(catalogue, size) for size in (SMALL, given.large, *([LARGEST] if given.largest else []))]
    print("median / p95 in milliseconds, each question in a transaction of its own")
    with tempfile.TemporaryDirectory() as folder:
        addresses = [f"sqlite:///{folder}/grown{number}.sqlite3" for number in range(len(shapes))]
        with filled(addresses, shapes) as stores:
            compare(stores, catalogue)
            print_table("SQLite", stores)
    try:
        on_postgresql(shapes, catalogue)
    except pytest.skip.Exception as absent:
        print(f"PostgreSQL  {absent}")


if __name__ == "__main__":
    main()
