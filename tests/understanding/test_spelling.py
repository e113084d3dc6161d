"""Slips of the fingers, mended from the words that are known."""

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
        ("mucdo", "muc do"),  # the space lost
        ("hoso", "ho so"),
        ("phongnban", "phong ban"),  # a letter hit for the space
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert meant in [word for word, _ in _index().nearest(typed)]


@pytest.mark.parametrize("word", ["ho", "so", "kiem", "tra", "nghiep", "truc"])
def test_a_known_word_is_only_itself(word: str) -> None:
    assert _index().nearest(word) == ((word, 1.0),)


@pytest.mark.parametrize("typed", ["sct", "hs", "k", "tw", "xyzxyz", "2022", "", "a" * 5000])
def test_short_words_and_strange_ones_are_left_alone(typed: str) -> None:
    assert _index().nearest(typed) == ()


def test_likelier_slips_come_first() -> None:
    index = SpellingIndex(["kieu", "kiem"])
    (best, surer), (other, less) = index.nearest("kien")
    assert (best, other) == ("kiem", "kieu")  # m is beside n on the keyboard
    assert surer > less


def test_a_word_that_may_be_meant_as_it_stands_is_mended_less_surely() -> None:
    index = SpellingIndex(["thanh"])
    ((_, strange),) = index.nearest("thamh")
    ((_, word),) = index.nearest("thang")
    assert word < strange


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [("th", "u", "thu"), ("truct", "huoc", "truc thuoc"), ("kie", "m", "kiem"), ("h", "oso", "ho so")],
)
def test_a_space_added_or_moved(first: str, second: str, meant: str) -> None:
    assert meant in [words for words, _ in _index().nearest_pair(first, second)]


def test_two_known_words_stay_two() -> None:
    assert _index().nearest_pair("ho", "so") == ()


def _one_slip_in(word: str, place: int, kind: int) -> str:
    """A letter lost, two swapped, or one doubled."""
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return word[: place + 1] + word[place:]


def test_most_slips_in_longer_words_come_back_first() -> None:
    words = [word for label in load_catalogue().rows for word in label.label.split()]
    long_words = sorted({word.folded for word in words_of(" ".join(words)) if len(word.folded) > 4 and word.folded.isalpha()})
    tried = right = 0
    for word in long_words:
        for place in range(len(word) - 1):
            for kind in range(3):
                slip = _one_slip_in(word, place, kind)
                if slip not in _index():
                    tried += 1
                    right += bool(_index().nearest(slip)) and _index().nearest(slip)[0][0] == word
    print(f"{right / tried:.1%} of {tried} slips in words of five letters and more")  # noqa: T201  the measured share, shown with -s
    assert right / tried > 0.9


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.text(max_size=30))
def test_any_word_is_looked_up_without_error(typed: str, other: str) -> None:
    for word, similarity in _index().nearest(typed):
        assert word
        assert 0 < similarity <= 1
    _index().nearest_pair(typed, other)
