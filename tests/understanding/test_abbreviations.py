"""The glossary of abbreviations, both ways."""

from __future__ import annotations

import pytest

from bot.understanding.abbreviations import LONGEST, is_weak, readings, short_forms
from bot.understanding.abbreviations_clear import CLEAR
from bot.understanding.abbreviations_weak import WEAK
from bot.understanding.text import fold


@pytest.mark.parametrize(
    ("short", "first_meaning"),
    [
        ("tthc", "thu tuc hanh chinh"),
        ("vbqppl", "van ban quy pham phap luat"),
        ("dvctt", "dich vu cong truc tuyen"),
        ("bcci", "buu chinh cong ich"),
        ("dvsncl", "don vi su nghiep cong lap"),
        ("ccvc", "cong chuc vien chuc"),
        ("nsnn", "ngan sach nha nuoc"),
        ("md3", "muc do 3"),
        ("hs", "ho so"),
        ("kh", "ke hoach"),
        ("ko", "khong"),
        ("dc", "duoc"),
    ],
)
def test_the_likeliest_meaning_comes_first(short: str, first_meaning: str) -> None:
    assert readings(short)[0] == first_meaning


def test_a_word_that_is_no_abbreviation_has_no_readings() -> None:
    assert readings("thanh") == ()
    assert short_forms("thanh") == ()


@pytest.mark.parametrize("short", ["kh", "cc", "bc", "tt", "nv", "t", "k"])
def test_what_needs_its_surroundings_is_weak(short: str) -> None:
    assert is_weak(short)


@pytest.mark.parametrize("short", ["tthc", "ubnd", "sncl", "vtvl"])
def test_what_has_one_meaning_is_not(short: str) -> None:
    assert not is_weak(short)


def test_every_meaning_leads_back_to_its_abbreviation() -> None:
    for short in map(fold, [*CLEAR, *WEAK]):
        for meaning in readings(short):
            assert short in short_forms(meaning)
            assert len(meaning.split()) <= LONGEST


def test_keys_of_the_glossary_are_single_words_and_say_something() -> None:
    for short in [*CLEAR, *WEAK]:
        assert " " not in short
        assert readings(fold(short))


def test_no_key_stands_in_both_tables() -> None:
    assert not {fold(short) for short in CLEAR} & {fold(short) for short in WEAK}
