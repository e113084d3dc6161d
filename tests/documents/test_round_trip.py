"""What is exported is imported again to the letter: every value, state, estimate and note, in every kind of file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.appendix import Appendix, appendix_of
from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId, RowKind, ValueType
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period, Span
from bot.domain.report_reading import Reading, read_report
from bot.domain.value import NO_DATA, Figure, NewValue, Source, ValueKey, nothing_in
from bot.making import make
from bot.replies.appendix import appendix_content
from bot.replies.exporting import FileKind, maker_of
from bot.sample import load_sample
from storage import Storage, UnitOfWork

CATALOGUE = load_catalogue()
AT = datetime(2024, 1, 2, tzinfo=UTC)
REPORTS = [("SCT", "2021-H1"), ("BQLKCN", "2022-H1"), ("SCT", "2022-Q3"), ("STTTT", "2022-Q3"), ("SKHDT", "2023-Q1")]
Said = dict[IndicatorId, tuple[Figure, str | None]]

_NASTY = (
    "=1+1",
    "+84",
    "-5",
    "@SUM(A1)",
    "'=1",
    "''",
    "\t=1",
    "<b>x</b>",
    "&amp;",
    "a < b & c > d",
    "**đậm** _nghiêng_",
    "0*",
    "a\\_b",
    '"; DROP',
    "a;b,c|d",
    "dòng 1\ndòng 2",
    "\n",
    "cột\tcột",
    "  thừa  dấu cách  ",
    "Lý do",
    "Ghi rõ tên đơn vị",
    "Ghi chú",
    "STT",
    "25",
    "Có = 1",
    "chưa có số liệu",
    "_x0041_",
    "_x0041_x0042_",
    "_x005F_x0041_",
    "#N/A",
    "TRUE",
    "1/2",
    "٣",
    "Kế hoạch số 09/KH-SCT ngày 26/01/2022",
    "e\u0302",
    "\u200b",
    "🙂",
)
NOTES = (
    st.none()
    | st.sampled_from(_NASTY)
    | st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t;\"'=<&"),
        min_size=1,
        max_size=60,
    )
)


def figures_of(row: CatalogueRow) -> st.SearchStrategy[Figure]:
    """Everything that can be stored for a row."""
    if row.type in (ValueType.FLAG, ValueType.CODE):
        return st.sampled_from([Figure(Decimal(option.number)) for option in row.options] + [NO_DATA])
    most = row.max if row.max is not None else Decimal(10**12)
    places = 0 if row.type is ValueType.COUNT else 3
    numbers = st.decimals(0, most, places=places) | st.sampled_from([Decimal(0), min(most, Decimal(4968))])
    reported = st.builds(Figure, numbers, estimate=st.booleans())
    return st.sampled_from([nothing_in(row), NO_DATA]) | reported


@st.composite
def reports(draw: st.DrawFn) -> tuple[AgencyCode, Period, Said]:
    """A report of any agency and period: rows of its form, and now and then one that the form does not have."""
    period = Period(draw(st.integers(2021, 2025)), draw(st.sampled_from(Span)))
    agency = draw(st.sampled_from([each.code for each in CATALOGUE.agencies if each.is_valid_on(period.last_day)]))
    printed = [CATALOGUE.row(each.id) for each in CATALOGUE.form_for(period).rows]
    other = [row for row in CATALOGUE.indicators if row not in printed]
    rows = draw(
        st.lists(st.sampled_from([row for row in printed if row.kind is not RowKind.SECTION]), max_size=40, unique=True)
    )
    rows += draw(st.lists(st.sampled_from(other), max_size=1)) if draw(st.integers(0, 4)) == 0 else []
    return agency, period, {row.id: (draw(figures_of(row)), draw(NOTES)) for row in rows}


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """A database that every case writes into and none commits to."""
    storage = Storage(f"sqlite:///{tmp_path_factory.mktemp('round') / 'figures.sqlite3'}")
    storage.migrate()
    yield storage
    storage.close()


def stored(work: UnitOfWork, agency: AgencyCode, period: Period, said: Said) -> Appendix:
    """The appendix of such a report, read from the database."""
    values = [NewValue(ValueKey(agency, period, row), figure, note, "", None) for row, (figure, note) in said.items()]
    work.write_values(values, batch="x", by=1, at=AT, source=Source("message"))
    return appendix_of(work, CATALOGUE, agency, period)


def exported(appendix: Appendix, kind: FileKind) -> bytes:
    """The file, its content gone through JSON as on its way to the worker."""
    return make(maker_of(kind), json.loads(json.dumps(appendix_content(appendix))))


def read_back(content: bytes) -> tuple[AgencyCode, Period, Said]:
    """What the importer makes of a file that somebody gave a name without meaning."""
    reading = read_report(content, file_name="tep", catalogue=CATALOGUE)
    assert isinstance(reading, Reading), reading
    assert not reading.unread
    said = {row.indicator.id: (row.figure, row.note) for row in reading.read if row.indicator and row.figure is not None}
    assert not [row for row in reading.read if row.fault is not None]
    return reading.agency, reading.period, said


def check(storage: Storage, report: tuple[AgencyCode, Period, Said], kinds: Sequence[FileKind]) -> None:
    """Export, import, compare."""
    with storage.begin() as work:
        appendix = stored(work, *report)
    for kind in kinds:
        assert read_back(exported(appendix, kind)) == report, kind


@pytest.mark.parametrize("kind", FileKind)
def test_a_note_may_say_anything(storage: Storage, kind: FileKind) -> None:
    """What looks like a formula, markup, a form's hint, a column's name or a figure; each beside a row of one report."""
    period = Period.parse("2022-Q3")
    rows = [each.id for each in CATALOGUE.form_for(period).rows if CATALOGUE.row(each.id).kind is RowKind.INDICATOR]
    said: Said = {row: (NO_DATA, note) for row, note in zip(rows, _NASTY, strict=False)}
    assert len(said) == len(_NASTY)
    check(storage, (AgencyCode("SCT"), period, said), [kind])


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(report=reports(), kind=st.sampled_from(FileKind))
def test_any_report_comes_back_as_it_was(storage: Storage, report: tuple[AgencyCode, Period, Said], kind: FileKind) -> None:
    """Fifty random reports, each as one kind of file."""
    check(storage, report, [kind])


@pytest.mark.soak
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=reports())
def test_five_hundred_reports_come_back_as_they_were(storage: Storage, report: tuple[AgencyCode, Period, Said]) -> None:
    """As every kind of file."""
    check(storage, report, list(FileKind))


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize(("agency", "period"), REPORTS)
def test_the_five_reports_come_back_as_they_were(agency: str, period: str, kind: FileKind, tmp_path: Path) -> None:
    """The figures of the real ones, the row that one of them added to its form included."""
    storage = Storage(f"sqlite:///{tmp_path / 'figures.sqlite3'}")
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, CATALOGUE, AT)
        values = work.values(agencies=[AgencyCode(agency)], periods=[Period.parse(period)])
        appendix = appendix_of(work, CATALOGUE, AgencyCode(agency), Period.parse(period))
    storage.close()
    expected = {value.key.indicator: (value.figure, value.note) for value in values}
    assert len(expected) > 70
    assert read_back(exported(appendix, kind)) == (agency, Period.parse(period), expected)
