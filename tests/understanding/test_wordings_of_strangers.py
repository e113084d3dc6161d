"""What people who knew the catalogue, and not the bot, called each of the 159 indicators.

The bot learns from what they wrote (`bot.understanding.likeness`). Here each is read by a bot that never saw it, only what the
others wrote. Concepts and aliases were mended for the first three by cause (docs/understanding.md).
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum

import pytest

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.period import Period
from bot.understanding.everyday_wordings import OTHER_MATTERS, wordings_of, writers
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, Question
from bot.understanding.understand import understand

MOST_OFFERED = 5
OPEN = {"2023": ("2023-Q1", date(2023, 3, 14)), "2022": ("2022-Q3", date(2022, 9, 14)), "2021": ("2021-Q4", date(2021, 12, 14))}


class Verdict(StrEnum):
    """What came of a wording."""

    RIGHT = "right"  # the row, and no other
    OFFERED = "offered"  # asked, the row among the choices
    WRONG = "wrong"  # another row, unasked
    MISSED = "missed"


def context_of(row: IndicatorId | None, reader: Reader) -> Context:
    """A clerk's whose open report is the newest that has the row."""
    printed = [form.code for form in reader.catalogue.forms if any(each.id == row for each in form.rows)]
    period, today = OPEN[max(printed, default="2022")]
    return Context(today=today, agency=AgencyCode("SCT"), open_period=Period.parse(period))


def verdict_of(text: str, row: IndicatorId, reader: Reader) -> Verdict:
    """What is made of a wording."""
    context = context_of(row, reader)
    match understand(text, context, reader=reader):
        case Question() as asked if asked.candidates:
            rows = [each.indicator for each in asked.candidates]
            return _judged(row, rows, is_certain=asked.certain)
        case Entry() as entry:
            meant = [
                value for value in entry.values if row in {value.indicator, *(each.indicator for each in value.candidates)}
            ]
            value = (meant or list(entry.values))[0]
            rows = [value.indicator] if value.indicator is not None else [each.indicator for each in value.candidates]
            return _judged(row, rows, is_certain=value.certain)
        case _:
            return Verdict.MISSED


def _judged(row: IndicatorId, rows: list[IndicatorId], *, is_certain: bool) -> Verdict:
    if is_certain:
        return Verdict.RIGHT if rows[0] == row else Verdict.WRONG
    return Verdict.OFFERED if row in rows[:MOST_OFFERED] else Verdict.MISSED


@pytest.mark.parametrize(
    ("writer", "right", "wrong"),  # shares of all
    [
        pytest.param("writer_1.tsv", 0.96, 0.005, id="mended for"),
        pytest.param("writer_2.tsv", 0.96, 0.005, id="mended for too"),
        pytest.param("writer_3.tsv", 0.95, 0.008, id="mended for a little"),
        pytest.param("writer_4.tsv", 0.87, 0.02, id="not mended for"),
        pytest.param("writer_5.tsv", 0.91, 0.03, id="in ordinary people's words"),
        pytest.param("writer_6.tsv", 0.81, 0.04, id="without the words of the names"),
        pytest.param("writer_7.tsv", 0.81, 0.03, id="told around the figure"),
    ],
)
def test_nearly_all_wordings_call_their_row_from_what_others_wrote(
    writer: str, right: float, wrong: float, catalogue: Catalogue
) -> None:
    """The first share may only rise, the second only fall."""
    others = [wording for other in (*writers(), OTHER_MATTERS) if other != writer for wording in wordings_of(other)]
    reader = Reader(catalogue, wordings=others)
    wordings = wordings_of(writer)
    found = Counter(verdict_of(text, row, reader) for row, text in wordings)
    print({verdict.value: f"{count} ({count / len(wordings):.1%})" for verdict, count in found.most_common()})  # noqa: T201
    assert found[Verdict.RIGHT] >= right * len(wordings)
    assert found[Verdict.WRONG] <= wrong * len(wordings)
