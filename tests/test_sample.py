"""The sample figures: loaded whole, honest about what cannot be a figure, and free of persons."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.sample import AUTHOR, load_sample, sample_figures
from storage import Storage

CATALOGUE = load_catalogue()
NOW = datetime(2023, 3, 15, 5, tzinfo=UTC)
SCT = AgencyCode("SCT")


def test_five_reports_are_there() -> None:
    """Every figure of theirs, the one that cannot be among them."""
    counts = Counter((each.key.agency, each.key.period.code) for each in sample_figures())
    assert counts == {
        ("SCT", "2022-Q3"): 145,
        ("SKHDT", "2023-Q1"): 75,
        ("STTTT", "2022-Q3"): 76,
        ("SCT", "2021-H1"): 122,
        ("BQLKCN", "2022-H1"): 112,
    }


def test_notes_are_document_numbers_and_nothing_else() -> None:
    """No sentences, names or telephone numbers of the reports."""
    document = re.compile(r"[\w ]{2,25}? \d+(/\d+)?/[\w&-]+ ngày \d\d?/\d\d?/\d{4}")
    notes = [each.note for each in sample_figures() if each.note]
    assert notes
    assert [note for note in notes if not all(document.fullmatch(part) for part in note.split("; "))] == []


def test_the_sample_is_loaded_once_and_dated_before_today(tmp_path: Path) -> None:
    """Reports submitted, SCT's open quarter open, the impossible value aside; loading again changes nothing."""
    storage = Storage(f"sqlite:///{tmp_path / 'sample.sqlite3'}")
    storage.migrate()
    for _ in range(2):
        with storage.begin() as work:
            load_sample(work, CATALOGUE, NOW)
            work.commit()
    with storage.begin() as work:
        assert len(work.values()) == 529
        assert [(each.key.indicator, each.raw) for each in work.values_set_aside(SCT, Period.parse("2021-H1"))] == [
            ("spending_regulation", "3")
        ]
        submitted = [
            report for code in ("2021-H1", "2022-H1", "2022-Q3", "2023-Q1") for report in work.reports(Period.parse(code))
        ]
        assert {report.state for report in submitted} == {ReportState.SUBMITTED}
        assert all(report.submitted_at and report.submitted_at <= NOW for report in submitted)
        assert work.report(SCT, Period.parse("2023-Q1")).state is ReportState.OPEN
        assert work.person(AUTHOR.id) == AUTHOR
        assert AUTHOR.grants == ()
        assert {value.source.kind for value in work.values()} == {"sample"}
    storage.close()
