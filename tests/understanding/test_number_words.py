"""Numbers written out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.number_words import NUMBER_WORDS, number_from_words, number_with_scale
from bot.understanding.text import fold

_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()  # noqa: SIM905  reads as a list of words


def _below_hundred(number: int) -> str:
    """0 to 99 as people write it."""
    tens, unit = divmod(number, 10)
    if not tens:
        return _DIGITS[unit]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    tail = {0: "", 1: "một" if tens == 1 else "mốt", 4: "bốn" if tens == 1 else "tư", 5: "lăm"}.get(unit, _DIGITS[unit])
    return f"{head} {tail}".strip()


def _spoken(number: int, odd: str = "linh") -> str:
    """Any number below a billion as people write it, nothing left out."""
    for scale, word in ((10**6, "triệu"), (1000, "nghìn")):
        if number >= scale:
            head, rest = divmod(number, scale)
            padding = "không trăm " if 0 < rest < 100 and word == "nghìn" else ""
            if 0 < rest < 10 and word == "nghìn":
                padding += f"{odd} "
            return f"{_spoken(head, odd)} {word} {padding}{_spoken(rest, odd) if rest else ''}".strip()
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    between = f"{odd} " if 0 < rest < 10 else ""
    return f"{_DIGITS[hundreds]} trăm {between}{_below_hundred(rest) if rest else ''}".strip()


@given(st.one_of(st.integers(0, 2000), st.integers(0, 999_999)), st.sampled_from(["linh", "lẻ"]))
def test_every_number_written_in_full_is_read(number: int, odd: str) -> None:
    assert number_from_words(fold(_spoken(number, odd)).split()) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("hai trăm rưỡi", 250),
        ("trăm hai", 120),
        ("hai trăm ba", 230),
        ("nghìn rưỡi", 1500),
        ("hai nghìn năm", 2500),
        ("hai nghìn linh năm", 2005),
        ("một triệu hai", 1_200_000),
        ("ba tư", 34),
        ("hai mốt", 21),
        ("hai chục", 20),
        ("2 nghìn 5 trăm", 2500),
        ("12 nghìn 405", 12405),
        ("năm ngàn", 5000),
    ],
)
def test_numbers_as_people_speak(said: str, number: int) -> None:
    assert number_from_words(fold(said).split()) == number


@pytest.mark.parametrize(
    ("said", "number"), [("chín phẩy năm", "9.5"), ("99 phẩy 5", "99.5"), ("chín mươi phẩy không năm", "90.05")]
)
def test_decimals_are_said_digit_by_digit(said: str, number: str) -> None:
    assert number_from_words(fold(said).split()) == Decimal(number)


@pytest.mark.parametrize(
    "said", ["", "rưỡi", "hai ba năm", "mười năm", "linh năm", "nghìn nghìn", "trăm trăm", "12 nghìn 40", "phẩy năm"]
)
def test_what_no_one_says_is_no_number(said: str) -> None:
    assert number_from_words(fold(said).split()) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2k5", 2500),
        ("2k500", 2500),
        ("3k", 3000),
        ("1,2k", 1200),
        ("1,2 nghin", 1200),
        ("1tr2", 1_200_000),
        ("1tr25", 1_250_000),
    ],
)
def test_short_scales(typed: str, number: int) -> None:
    assert number_with_scale(typed) == number


@pytest.mark.parametrize("typed", ["2k05", "2k50", "k5", "2k5k", "2,5k5", "12x4"])
def test_short_scales_that_may_be_two_things_are_none(typed: str) -> None:
    assert number_with_scale(typed) is None


@given(st.lists(st.sampled_from([*sorted(NUMBER_WORDS), "5", "40", "405", "nguoi"]), max_size=30))
def test_any_words_are_a_number_or_none(words: list[str]) -> None:
    number = number_from_words(words)
    assert number is None or number >= 0
