"""A reading comes back from JSON as it went in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.documents.row import Row
from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.reading_document import OutOfDate, as_json, from_json
from bot.domain.report_reading import Reading, Unreadable, read_report
from tests.text_reports import STRANGERS, Layout, noise_of, random_figures, render

CATALOGUE: Catalogue = load_catalogue()
Q1 = Period.parse("2023-Q1")


def without_cells(reading: Reading) -> Reading:
    """As it is kept: what stood in the cells is told by label, raw text and note."""
    return replace(reading, rows=tuple(replace(row, row=Row((), row.row.line, row.row.place)) for row in reading.rows))


@pytest.mark.parametrize("seed", range(4))
def test_a_report_comes_back_as_it_was_read(seed: int) -> None:
    """Figures, faults, notes, issues, rows without a name and candidates."""
    noise = noise_of(seed)
    layout = Layout(strangers=len(STRANGERS), slips=3, notes=True, markup=True, title="" if seed == 3 else Layout().title)
    figures = random_figures(CATALOGUE, "2022", noise, filled=0.7)
    content = render(figures, CATALOGUE, period=Q1, layout=layout, noise=noise)
    read = read_report(content, file_name="bc.txt", catalogue=CATALOGUE)
    back = from_json(json.loads(json.dumps(as_json(read))), CATALOGUE)
    assert back == (read if isinstance(read, Unreadable) else without_cells(read))


@pytest.mark.parametrize("content", [b"", b"\x89PNG", "không có bảng nào ở đây".encode()])
def test_why_there_is_no_reading_comes_back_too(content: bytes) -> None:
    """With what would help."""
    read = read_report(content, file_name="bc.txt", catalogue=CATALOGUE)
    assert from_json(json.loads(json.dumps(as_json(read))), CATALOGUE) == read


@pytest.mark.parametrize(
    "change",
    [{"agency": "KHONG_CO"}, {"form": "1999"}, {"rows": [{"line": 1, "place": "dòng 1", "i": "gone"}]}, {"missing": ["gone"]}],
)
def test_what_this_catalogue_does_not_know_is_out_of_date(change: dict[str, object]) -> None:
    """It is to be read anew, not stored under another name."""
    content = render({}, CATALOGUE, period=Q1, layout=Layout(), noise=noise_of(1))
    document = as_json(read_report(content, file_name="bc.txt", catalogue=CATALOGUE))
    with pytest.raises(OutOfDate):
        from_json({**document, **change}, CATALOGUE)
