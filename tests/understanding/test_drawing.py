"""Which messages want a picture, and of what."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Chart, Context, Focus, Intent, Question
from bot.understanding.understand import understand

READER = Reader(load_catalogue())
RETURNED = IndicatorId("dossiers.returned")
FOCUS = Focus(RETURNED, AgencyCode("SCT"), Period.parse("2022-Q3"), Intent.VALUE)


def read(message: str, focus: Focus = FOCUS) -> Question | None:
    """The question, if it is one."""
    found = understand(message, Context(date(2023, 3, 16), focus=focus), reader=READER)
    return found if isinstance(found, Question) else None


@pytest.mark.parametrize(
    "message",
    [
        "vẽ đi",
        "ve di",
        "vẽ biểu đồ",
        "cho xem biểu đồ",
        "ve do thi",
        "biểu đồ đi em",
        "vẽ lại",
        "vẽ xem nào",
        "vex di",
        "Vẽ giúp anh",
    ],
)
def test_a_picture_of_what_was_last_answered(message: str) -> None:
    """Nothing else is said; without anything answered before, it is asked what."""
    question = read(message)
    assert question is not None
    assert (question.chart, question.candidates[0].indicator) == (Chart.AGAIN, RETURNED)
    unfocused = read(message, Focus())
    assert unfocused is not None
    assert (unfocused.chart, unfocused.candidates) == (Chart.AGAIN, ())


@pytest.mark.parametrize(
    ("message", "intent", "row", "agencies"),
    [
        ("vẽ biểu đồ hồ sơ đúng hạn sct", Intent.TREND, "dossiers.on_time_rate", ("SCT",)),
        ("vẽ giúp anh hồ sơ trả kết quả sct", Intent.TREND, "dossiers.returned", ("SCT",)),
        ("đồ thị hồ sơ tiếp nhận qua các quý của sct", Intent.TREND, "dossiers.received", ("SCT",)),
        ("ve so sanh cac so ho so tra ket qua q3 22", Intent.COMPARE, "dossiers.returned", ("ALL",)),
        ("biểu đồ top 5 sở trả nhiều hồ sơ nhất q3/2022", Intent.RANK, "dossiers.returned", ("ALL",)),
        ("vẽ thử stttt", Intent.TREND, "dossiers.returned", ("STTTT",)),
        ("vẽ số văn bản quy phạm pháp luật đúng tiến độ sct", Intent.TREND, "legal_docs.on_schedule", ("SCT",)),
    ],
)
def test_a_picture_of_what_is_named(message: str, intent: Intent, row: str, agencies: tuple[str, ...]) -> None:
    """The intent is what it would be in words; a bare one is over time."""
    question = read(message)
    assert question is not None
    found = (question.chart, question.intent, question.candidates[0].indicator, question.agencies)
    assert found == (Chart.NAMED, intent, row, agencies)


@pytest.mark.parametrize(
    "message", ["vẽ tiến độ sct quý 3/2022", "ve tien do sct quy 3/2022", "biểu đồ tình hình nộp sct quý 3/2022"]
)
def test_a_picture_of_how_complete_reports_are(message: str) -> None:
    """No row is meant by it."""
    question = read(message)
    assert question is not None
    found = (question.chart, question.intent, question.candidates, question.agencies, str(question.period))
    assert found == (Chart.NAMED, Intent.SUBMITTED, (), ("SCT",), "2022-Q3")


@pytest.mark.parametrize(
    "message",
    [
        "hồ sơ trả kết quả sct",
        "chỉnh trang đô thị sct bao nhiêu",
        "em về đi",
        "so sánh các sở về hồ sơ trả kết quả",
        "còn quý 2?",
    ],
)
def test_other_words_want_none(message: str) -> None:
    """Words such as "đô thị", "về" and "vé" are spelt like "đồ thị" and "vẽ" without accents."""
    question = read(message)
    assert question is None or question.chart is None
