"""The same words in the same context are understood once; anything else is read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.period import Period, Span
from bot.understanding.reader import Reader
from bot.understanding.recalling import SHORT, recall
from bot.understanding.recent import Recent
from bot.understanding.request import Context, Entry, Focus, Intent, Question
from bot.understanding.understand import understand
from tests.message_table import read_table

CONTEXT = Context(date(2023, 3, 15), agency=AgencyCode("SCT"), open_period=Period(2023, Span.Q1))
WORDS = "nhiệm vụ đề ra 22"


def test_what_was_understood_is_given_again(reader: Reader) -> None:
    first = recall(WORDS, CONTEXT, reader=reader)
    assert isinstance(first, Entry)
    assert first == understand(WORDS, CONTEXT, reader=reader)
    assert recall(WORDS, CONTEXT, reader=reader) is first


def test_another_context_is_another_meaning(reader: Reader) -> None:
    of_clerk = recall("biên chế được giao", CONTEXT, reader=reader)
    asked = recall("biên chế được giao quý này", CONTEXT, reader=reader)
    later = recall("biên chế được giao quý này", replace(CONTEXT, open_period=Period(2024, Span.Q1)), reader=reader)
    assert isinstance(of_clerk, Question)
    assert isinstance(asked, Question)
    assert isinstance(later, Question)
    assert asked.period == Period(2023, Span.Q1)
    assert later.period == Period(2024, Span.Q1)


def test_what_is_remembered_of_others_is_what_would_be_understood_here(catalogue: Catalogue) -> None:
    """Some two hundred messages of the table, each said in several contexts by turns."""
    fresh = Reader(catalogue)
    about = Focus(IndicatorId("plan.tasks_planned"), AgencyCode("SCT"), Period(2022, Span.Q3), Intent.VALUE)
    stored = Focus(
        IndicatorId("plan.tasks_planned"),
        AgencyCode("SYT"),
        Period(2023, Span.Q1),
        written=(IndicatorId("plan.tasks_planned"), IndicatorId("plan.tasks_done")),
        latest=IndicatorId("plan.tasks_planned"),
    )
    contexts = [
        CONTEXT,
        replace(CONTEXT, agency=AgencyCode("SYT")),
        replace(CONTEXT, agency=None),
        replace(CONTEXT, focus=about),
        replace(CONTEXT, focus=replace(about, agency=AgencyCode("STTTT"))),
        replace(CONTEXT, focus=stored),
        replace(CONTEXT, focus=stored, replied_to=about),
    ]
    short = [each.text for each in read_table() if len(each.text) <= SHORT]
    said = [*short[::19], WORDS, "còn sở y tế", "sửa lại 25", "không phải 22 mà là 25", "25"]
    for text in said:
        for context in contexts:
            found = recall(text, context, reader=fresh)
            assert found == understand(text, context, reader=fresh), (text, context)
            assert recall(text, context, reader=fresh) is found


def test_clerks_of_all_agencies_share_a_meaning(reader: Reader) -> None:
    first = recall(WORDS, CONTEXT, reader=reader)
    assert recall(WORDS, replace(CONTEXT, agency=AgencyCode("SYT")), reader=reader) is first
    as_official = recall(WORDS, replace(CONTEXT, agency=None), reader=reader)
    assert as_official == understand(WORDS, replace(CONTEXT, agency=None), reader=reader)


def test_a_new_reader_begins_with_nothing(catalogue: Catalogue, reader: Reader) -> None:
    recall(WORDS, CONTEXT, reader=reader)
    assert len(reader.understood) > 0
    assert len(Reader(catalogue).understood) == 0


def test_a_long_text_is_not_kept(catalogue: Catalogue) -> None:
    fresh = Reader(catalogue)
    recall(f"{WORDS} {'vì nhiều lý do ' * 20}", CONTEXT, reader=fresh)
    assert len(fresh.understood) == 0


def test_what_was_looked_for_longest_ago_goes_first() -> None:
    kept: Recent[str, int] = Recent(2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    assert kept.get("a") == 1
    kept.keep("c", 3)
    assert kept.get("b") is None
    assert (kept.get("a"), kept.get("c"), len(kept)) == (1, 3, 2)
