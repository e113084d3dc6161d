"""Patterns that are searched for only where their words stand: what they need, and that they find what `re` finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import corrections, drawing, follow_ups, intents, other_answers, questions
from bot.understanding.line_patterns import Line, LinePattern, needed_words
from bot.understanding.text import fold
from tests.message_table import load_blind_messages, read_table

PATTERNS = [
    found
    for module in (intents, drawing, other_answers, questions, follow_ups, corrections)
    for found in vars(module).values()
    if isinstance(found, LinePattern)
]
WORDS = sorted(
    {word for pattern in PATTERNS for word in re.findall("[a-z]+", pattern.pattern)} | {"3", "25", "1.200", "@", "%"}
)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bdeadline\b", [{"deadline"}]),
        (r"\bxep hang\b|\btop \d", [{"hang", "xep"}, {"#", "top"}]),
        (r"\b(?:cao|thap) nhat\b", [{"cao", "nhat"}, {"nhat", "thap"}]),
        (r"\bnop (?:bao cao )?chua\b", [{"chua", "nop"}]),  # what may be left out is not needed
        (r"(?<!thay )\bdoi so\b(?! lieu)", [{"doi", "so"}]),  # nor what must not stand beside it
        (r"\bit(?: [a-z]+){1,14} nhat\b", [{"it", "nhat"}]),  # what may be repeated stands at least once
        (r"\bda\b.*\bchua\b", [{"chua", "da"}]),
        (r"\bthanks?\b", [{"thank"}, {"thanks"}]),
    ],
)
def test_a_pattern_needs_the_whole_words_that_each_of_its_ways_spells(pattern: str, needed: list[set[str]]) -> None:
    """One of these sets stands in every match."""
    found = needed_words(pattern)
    assert found is not None
    assert sorted(map(sorted, (words for sets in found.values() for words in sets))) == sorted(map(sorted, needed))


@pytest.mark.parametrize("pattern", [r"\bso co(?= )|%", r"\bphat|\bxep hang\b", r"(?:em |anh )*", r"[ivx]+"])
def test_a_pattern_that_may_match_without_a_word_of_its_own_is_always_tried(pattern: str) -> None:
    """Parts of words and signs are no words."""
    assert needed_words(pattern) is None


def test_every_real_message_is_searched_as_re_would() -> None:
    """All the bot's patterns, over the messages of the tables."""
    texts = [said.text for said in read_table()][::4] + [message["text"] for message in load_blind_messages()][::3]
    for line in (Line(fold(text)) for text in texts):
        for pattern in PATTERNS:
            assert bool(pattern.search(line)) is bool(re.search(pattern.pattern, line)), (pattern.pattern, line)


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_words_of_the_patterns_in_any_order_are_searched_as_re_would(text: str) -> None:
    """And each match is the same stretch."""
    line = Line(text)
    for pattern in PATTERNS:
        found, expected = pattern.search(line), re.search(pattern.pattern, text)
        assert (found and found.span()) == (expected and expected.span()), pattern.pattern
        assert pattern.sub(lambda _: "#", line) == re.sub(pattern.pattern, "#", text)


@given(st.sampled_from(PATTERNS).flatmap(lambda each: st.tuples(st.just(each), st.from_regex(each.pattern))))
def test_whatever_a_pattern_matches_is_found(case: tuple[LinePattern, str]) -> None:
    """Texts made from the pattern itself."""
    pattern, text = case
    line = Line(text)
    assert bool(pattern.search(line)) is bool(re.search(pattern.pattern, text))
