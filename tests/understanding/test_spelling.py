"""Which known words a mistyped word may be, one slip away."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.spelling import SpellingIndex
from bot.understanding.text import words_of


@cache
def _index() -> SpellingIndex:
    """The catalogue's own vocabulary, words side by side as they stand in labels."""
    labels = [label for row in load_catalogue().rows for label in (row.label, *row.labels, *row.aliases)]
    return SpellingIndex(" ".join(word.folded for word in words_of(label)) for label in labels)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tahnh", "thanh"),  # swapped
        ("nghiwp", "nghiep"),  # the key beside
        ("dungh", "dung"),  # one too many
        ("tuyenn", "tuyen"),  # doubled
        ("kimm", "kiem"),  # one lost
        ("bein", "bien"),
        ("quanr", "quan"),  # a tone key of Telex
        ("kiern", "kiem"),  # a scanner's m
        ("nghlep", "nghiep"),  # a scanner's i
        ("ha", "han"),  # a syllable too: who knows its neighbours decides
        ("hai", "han"),  # and a word of ours
    ],
)
def test_a_word_one_slip_away_is_offered(typed: str, meant: str) -> None:
    assert meant in [word for word, _ in _index().slips(typed)]


@pytest.mark.parametrize("typed", ["xyzxyz", "2022", "", "a" * 5000])
def test_strange_words_are_no_slips(typed: str) -> None:
    assert _index().slips(typed) == ()


def test_likelier_slips_come_first() -> None:
    (best, surer), (other, less) = SpellingIndex(["kieu", "kiem"]).slips("kien")
    assert (best, other) == ("kiem", "kieu")  # m is beside n on the keyboard
    assert surer < less


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mucdo", "muc do"),  # the space lost
        ("hoso", "ho so"),
        ("phongnban", "phong ban"),  # a letter hit for the space
    ],
)
def test_words_run_together_are_parted(typed: str, meant: str) -> None:
    assert tuple(meant.split()) in _index().splits(typed)


@pytest.mark.parametrize("typed", ["thanh", "toan", "xyzxyz", "", "a" * 5000])
def test_a_syllable_and_a_strange_word_stay_whole(typed: str) -> None:
    assert _index().splits(typed) == ()


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_word_is_looked_up_without_error(typed: str) -> None:
    for word, cost in _index().slips(typed):
        assert word in _index()
        assert 0 < cost <= 1
    _index().splits(typed)
