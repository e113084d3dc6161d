"""What holds for every text: it is read without an exception, and noise is never written down."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Chart, Context, Entry, Focus, PendingChoice, Question, Request, Unknown
from bot.understanding.understand import understand
from tests.message_table import read_table

READER = Reader(load_catalogue())
CLERK = Context(today=date(2022, 12, 20), agency=AgencyCode("SCT"), open_period=Period.parse("2022-Q4"))
OFFICIAL = Context(today=date(2022, 11, 1))
IN_TALK = Context(
    today=date(2022, 12, 20),
    agency=AgencyCode("SCT"),
    open_period=Period.parse("2022-Q4"),
    focus=Focus(IndicatorId("dossiers.returned"), AgencyCode("SCT"), Period.parse("2022-Q3")),
    pending=PendingChoice(
        (IndicatorId("inspection.issues_resolved"), IndicatorId("specialized_inspection.issues_resolved")), "2"
    ),
    replied_to=Focus(IndicatorId("dossiers.returned"), AgencyCode("SCT"), Period.parse("2022-Q4")),
)
CONTEXTS = st.sampled_from([CLERK, OFFICIAL, IN_TALK])
REAL = st.sampled_from([said.text for said in read_table()])
GIBBERISH = st.text(alphabet="bdfjklmnqrvwxz", min_size=5, max_size=9)


def _writes(request: Request) -> list[str]:
    """Rows that would be written without a question."""
    if not isinstance(request, Entry):
        return []
    return [value.indicator for value in request.values if value.certain and value.indicator is not None]


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=300), context=CONTEXTS)
def test_any_text_is_read(text: str, context: Context) -> None:
    understand(text, context, reader=READER)


@settings(max_examples=300, deadline=None)
@given(
    one=REAL,
    other=REAL,
    cut=st.integers(0, 60),
    joint=st.sampled_from([" ", ", ", "\n", "; ", "\t", " - ", ": "]),
    context=CONTEXTS,
)
def test_spliced_messages_are_read_and_whole(one: str, other: str, cut: int, joint: str, context: Context) -> None:
    request = understand(one[:cut] + joint + other[cut // 2 :], context, reader=READER)
    if isinstance(request, Entry):
        for value in request.values:
            assert (value.figure is None) != (value.fault is None)
            assert not value.certain or (value.indicator is not None and value.figure is not None)
    elif isinstance(request, Question):
        names_no_row = request.intent.value in ("missing", "submitted", "deadline") or request.chart is Chart.AGAIN
        assert not request.certain or request.candidates or names_no_row


@settings(max_examples=300, deadline=None)
@given(words=st.lists(GIBBERISH, min_size=1, max_size=6), number=st.integers(0, 99_999), first=st.booleans())
def test_noise_is_never_written(words: list[str], number: int, first: bool) -> None:  # noqa: FBT001  drawn by hypothesis
    label = " ".join(words)
    text = f"{number} {label}" if first else f"{label} {number}"
    assert _writes(understand(text, CLERK, reader=READER)) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t", "😀", "\u202eabc", "\x00", "1", "1/2", "%", "-", "::::", "(" * 500, "9" * 4096]
)
def test_odd_texts_write_nothing(text: str) -> None:
    assert _writes(understand(text, CLERK, reader=READER)) == []


def test_what_forms_count_instead_is_named_first() -> None:
    """Dossiers done late are counted nowhere, the share done in time is; whose and when is kept for the button."""
    request = understand("hồ sơ trễ hạn sở y tế quý 3/2022", OFFICIAL, reader=READER)
    assert isinstance(request, Unknown)
    assert request.nearest[0].indicator == "dossiers.on_time_rate"
    assert (request.agencies, request.period) == (("SYT",), Period.parse("2022-Q3"))
    about = Focus(IndicatorId("dossiers.on_time_rate"), AgencyCode("SCT"), Period.parse("2022-Q3"))
    again = understand("hồ sơ trễ hạn các sở", Context(today=date(2022, 11, 1), focus=about), reader=READER)
    assert isinstance(again, Unknown)  # and is not what was asked before
