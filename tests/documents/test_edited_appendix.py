"""Exported appendices that somebody edited: typed figures are read, merged cells and formulas as in everybody's files."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.domain.appendix import appendix_of
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.report_reading import Reading, ReadRow, read_report
from bot.domain.value import Figure, NewValue, Source, ValueKey
from bot.making import make
from bot.replies.appendix import appendix_content
from bot.replies.exporting import FileKind, maker_of
from storage import Storage

CATALOGUE = load_catalogue()
SCT, Q3 = AgencyCode("SCT"), Period.parse("2022-Q3")
RECEIVED, RETURNED = IndicatorId("dossiers.received"), IndicatorId("dossiers.returned")
NOTE = "dòng một\n<b>dòng hai</b>"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[FileKind, bytes]:
    """The same small report as every kind of file."""
    storage = Storage(f"sqlite:///{tmp_path_factory.mktemp('figures') / 'cchc.sqlite3'}")
    storage.migrate()
    with storage.begin() as work:
        values = [
            NewValue(ValueKey(SCT, Q3, RECEIVED), Figure(Decimal(4968)), NOTE, "", None),
            NewValue(ValueKey(SCT, Q3, RETURNED), Figure(Decimal(4954)), None, "", None),
        ]
        work.write_values(values, batch="x", by=1, at=datetime(2022, 9, 15, tzinfo=UTC), source=Source("message"))
        content = appendix_content(appendix_of(work, CATALOGUE, SCT, Q3))
    storage.close()
    return {kind: make(maker_of(kind), content) for kind in FileKind}


def read(content: bytes) -> dict[IndicatorId, ReadRow]:
    """The rows that were found, by indicator."""
    reading = read_report(content, file_name="tep", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    assert (reading.agency, reading.period, reading.unread) == (SCT, Q3, ())
    return {row.indicator.id: row for row in reading.read if row.indicator is not None}


def row_of(indicator: IndicatorId) -> int:
    """The place of a row in the form, from 0."""
    return [each.id for each in CATALOGUE.form_for(Q3).rows].index(indicator)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("5.001", "5001"), ("5\u00a0001", "5001"), (" 5001 ", "5001"), ("5.001*", "5001"), ("ước 5001", "5001")],
)
def test_a_figure_typed_anew_in_word_is_read(files: dict[FileKind, bytes], typed: str, number: str) -> None:
    """In whatever writing; the notes of other rows stay to the letter."""
    document = Document(BytesIO(files[FileKind.WORD]))
    document.tables[0].rows[row_of(RETURNED) + 1].cells[3].text = typed
    file = BytesIO()
    document.save(file)
    rows = read(file.getvalue())
    assert rows[RETURNED].figure is not None
    assert rows[RETURNED].figure.number == Decimal(number)
    assert rows[RECEIVED].note == NOTE


def test_a_formula_is_not_taken_for_a_figure(files: dict[FileKind, bytes]) -> None:
    """Nobody has calculated it; the others are read as from any workbook."""
    book = load_workbook(BytesIO(files[FileKind.EXCEL]))
    book.worksheets[0].cell(row_of(RETURNED) + 7, 4).value = "=D3+D4"
    file = BytesIO()
    book.save(file)
    rows = read(file.getvalue())
    assert rows[RETURNED].figure is None
    assert rows[RECEIVED].figure == Figure(Decimal(4968))
    assert not rows[RECEIVED].row.is_exact


def test_merged_cells_are_left_to_the_reader_of_everybodys_files(files: dict[FileKind, bytes]) -> None:
    """The figure is found, wherever the note begins then."""
    document = Document(BytesIO(files[FileKind.WORD]))
    cells = document.tables[0].rows[row_of(RETURNED) + 1].cells
    cells[0].merge(cells[1])
    file = BytesIO()
    document.save(file)
    rows = read(file.getvalue())
    assert rows[RETURNED].figure == Figure(Decimal(4954))
    assert not rows[RETURNED].row.is_exact


@pytest.mark.parametrize("delimiter", [";", ","])
def test_csv_saved_by_a_spreadsheet_is_read(files: dict[FileKind, bytes], delimiter: str, tmp_path: Path) -> None:
    """With empty cells behind the title, and in the separator of another country."""
    text = files[FileKind.CSV].decode("utf-8-sig")
    lines = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    file = tmp_path / "bang.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=delimiter).writerows([*line, *[""] * (5 - len(line))] for line in lines)
    rows = read(file.read_bytes())
    assert (rows[RECEIVED].figure, rows[RECEIVED].note) == (Figure(Decimal(4968)), NOTE)
