"""The five real reports, where they are at hand: every row and figure, as the files are."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bot.domain.catalogue_file import load_catalogue
from bot.domain.report_reading import Issue, Reading, read_report
from bot.sample import sample_figures

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports are not part of the project")


@cache
def reading_of(name: str) -> Reading:
    reading = read_report((SEEDS / f"{name}.txt").read_bytes(), file_name=f"{name}.txt", catalogue=load_catalogue())
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize(
    ("name", "agency", "period", "rows", "figures"),
    [
        ("000", "SCT", "2022-Q3", 186, 145),
        ("001", "SKHDT", "2023-Q1", 185, 75),
        ("002", "STTTT", "2022-Q3", 185, 76),
        ("003", "SCT", "2021-H1", 164, 122),
        ("004", "BQLKCN", "2022-H1", 185, 112),
    ],
)
def test_every_row_and_figure_is_read(name: str, agency: str, period: str, rows: int, figures: int) -> None:
    """Whose it is, for which period, no row left over, no form hint kept as a note."""
    reading = reading_of(name)
    assert (reading.agency, reading.period.code) == (agency, period)
    assert (len(reading.read), reading.values, len(reading.unread)) == (rows, figures, 0)
    assert (reading.missing_sections, reading.rows_missing_at_end) == ((), 0)
    assert not [row.note for row in reading.rows if row.note and "ghi rõ" in row.note.lower()]


@pytest.mark.parametrize(
    ("name", "indicator", "value", "line"),
    [
        ("000", "plan.completion_rate", "59.09", 11),
        ("000", "dossiers.received", "4968", 94),
        ("000", "other_tasks.legal_docs", "0", 50),
        ("000", "legal_docs", "0", 52),
        ("000", "it_staff", "0", 206),
        ("000", "psu_staff_budget.present", "22", 126),
        ("000", "online_services", "106", 215),
        ("001", "documents.total_outgoing", "1327", 170),
        ("001", "training", "1", 137),
        ("002", "legal_docs", "1", 223),
        ("002", "assigned_tasks.done_late", "1", 211),
        ("002", "documents.electronic_only", "655", 356),
        ("002", "task_tracking_software", "0", 377),
        ("002", "iso.announced", "0", 391),
        ("003", "dossiers.on_time_rate", "99.99", 81),
        ("003", "legal_docs", "2", 45),
        ("003", "decentralization_inspection.issues_found", "1", 130),
        ("003", "specialized_inspection.issues_found", "2", 139),
        ("003", "online_services.level4_dossier_rate", "96.80", 202),
        ("004", "plan.completion_rate", "43.75", 131),
        ("004", "psu_staff_autonomous.present", "6", 232),
        ("004", "org_structure.units_cut_rate", "100", 213),
    ],
)
def test_figures_stand_in_their_row(name: str, indicator: str, value: str, line: int) -> None:
    """Both number styles, twins, split rows, rows without STT, headings with a value."""
    (row,) = [row for row in reading_of(name).read if row.indicator and row.indicator.id == indicator]
    assert row.figure is not None
    assert (row.figure.number, row.row.line) == (Decimal(value), line)


def test_the_impossible_value_is_kept_aside() -> None:
    """3 where Có = 1 and Không = 0 are asked for; no other value of the five reports is impossible."""
    aside = [
        (name, row.indicator.id, row.raw)
        for name in ("000", "001", "002", "003", "004")
        for row in reading_of(name).read
        if row.issue is Issue.IMPOSSIBLE_VALUE and row.indicator
    ]
    assert aside == [("003", "spending_regulation", "3")]


def test_what_a_careful_reader_would_see_is_told() -> None:
    """Footnote, contradictions and later dates by line."""
    lines = {
        (name, issue): [row.row.line for row in reading_of(name).rows if row.issue is issue]
        for name in ("000", "003", "004")
        for issue in (Issue.FOOTNOTE, Issue.CONFLICTS_WITH_NOTE, Issue.NOTE_AFTER_PERIOD)
    }
    assert {key: found for key, found in lines.items() if found} == {
        ("000", Issue.FOOTNOTE): [206],
        ("000", Issue.CONFLICTS_WITH_NOTE): [64, 236, 255],
        ("003", Issue.CONFLICTS_WITH_NOTE): [14, 21, 25],
        ("003", Issue.NOTE_AFTER_PERIOD): [16, 20, 37, 45, 49, 127, 151, 213, 214, 215],
        ("004", Issue.CONFLICTS_WITH_NOTE): [294, 318],
    }


def test_notes_split_over_pages_are_whole() -> None:
    """002 breaks one note over three pages, one of them with a cell too few."""
    (row,) = [row for row in reading_of("002").read if row.indicator and row.indicator.id == "propaganda.via_meetings"]
    assert row.note is not None
    assert row.note.startswith("Trong năm")
    assert row.note.endswith("....")
    assert "<" not in row.note
    assert "--" not in row.note


def test_the_sample_figures_are_those_of_the_reports() -> None:
    """Every figure, and the one kept aside as it stands."""
    read = {
        (reading.agency, reading.period, row.indicator.id): f"{row.figure.number:f}"
        if row.figure and row.figure.number is not None
        else row.raw
        for reading in (reading_of(name) for name in ("000", "001", "002", "003", "004"))
        for row in reading.read
        if row.indicator and row.raw
    }
    assert {(each.key.agency, each.key.period, each.key.indicator): each.raw for each in sample_figures()} == read
