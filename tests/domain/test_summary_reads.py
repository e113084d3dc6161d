"""A summary reads few of the stored figures, and finds what it would find with all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period, Span
from bot.domain.report_checks import check_report
from bot.domain.summary import Summary, summarise
from bot.domain.value import Figure, NewValue, Source, StoredValue, ValueKey
from storage import Storage, UnitOfWork

CATALOGUE = load_catalogue()
AGENCIES = tuple(agency.code for agency in CATALOGUE.agencies[:3])
YEARS = (2020, 2021, 2022)
PERIODS = [Period(2022, span) for span in Span]


class Everything(UnitOfWork):
    """Reads all figures of the agencies, whatever was asked for."""

    def values(self, *, agencies: Collection[AgencyCode] | None = None, **_narrower: object) -> list[StoredValue]:
        """All of them."""
        return super().values(agencies=agencies)


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """Three agencies, three years, every kind of period, half of the rows blank and many figures at odds."""
    folder: Path = tmp_path_factory.mktemp("summary")
    store = Storage(f"sqlite:///{folder / 'test.sqlite3'}")
    store.migrate()
    dice = Random(3)  # noqa: S311  repeats itself
    rows = CATALOGUE.indicators
    keys = [ValueKey(code, Period(year, span), row.id) for code in AGENCIES for year in YEARS for span in Span for row in rows]
    written = [
        NewValue(key, Figure(Decimal(dice.choice((0, 1, 3, 40, 80, 300)))), None, "x", None) for key in dice.sample(keys, 5_000)
    ]
    with store.begin() as work:
        work.write_values(written, batch="1", by=1, at=datetime(2022, 1, 1, tzinfo=UTC), source=Source("sample"))
        work.commit()
    yield store
    store.close()


def sum_up(work: UnitOfWork, period: Period) -> Summary:
    """All three, everything shown."""
    return summarise(work, CATALOGUE, period, AGENCIES, shown=lambda _agency, _period: True)


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_summary_finds_the_same_with_all_figures_at_hand(storage: Storage, period: Period) -> None:
    with storage.begin() as work:
        few = sum_up(work, period)
    with storage._engine.connect() as connection:  # noqa: SLF001  another reader on the same database
        assert sum_up(Everything(connection), period) == few
    assert few.comparison is not None
    assert few.comparison.moved


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_summary_names_the_hard_checks_that_each_report_fails(storage: Storage, period: Period) -> None:
    with storage.begin() as work:
        for standing in sum_up(work, period).standings:
            checked = check_report(work, CATALOGUE, standing.agency, period)
            assert {each for each in standing.broken if each.hard} == set(checked.hard)
