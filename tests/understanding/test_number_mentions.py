"""Numbers standing in a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.number_mentions import Kind, Said, find_numbers
from bot.understanding.text import fold, words_of


def _raws(text: str) -> list[str]:
    return [mention.value.raw for mention in find_numbers(words_of(text))]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("hồ sơ tiếp nhận 3.275", ["3.275"]),
        ("1 327 hồ sơ", ["1 327"]),
        ("nhiệm vụ đề ra 25, đã xong 20", ["25", "20"]),
        ("tỷ lệ 59,09 %", ["59,09 %"]),
        ("100 phần trăm", ["100 phần trăm"]),
        ("số phiếu: ba trăm rưỡi", ["ba trăm rưỡi"]),
        ("có mười ba biên chế", ["mười ba"]),
        ("hồ sơ trả 3k5", ["3k5"]),
        ("văn bản đi 1,2 nghìn", ["1,2 nghìn"]),
        ("2 nghìn 5 trăm người", ["2 nghìn 5 trăm"]),
        ("ba mươi tư phiếu, hai mươi lăm bài", ["ba mươi tư", "hai mươi lăm"]),
        ("văn bản đi ước khoảng 1.800", ["ước khoảng 1.800"]),
        ("số phiếu -20", ["-20"]),
        ("hồ sơ - 20", ["20"]),  # a dash between words
        ("- 20 hồ sơ", ["20"]),  # a list
        ("1. Nhiệm vụ 25\n2. Hồ sơ 30", ["25", "30"]),
        ("mức độ 3 được 30 thủ tục", ["30"]),
        ("mức độ 3, 4: 25", ["25"]),
        ("mđ3 được 30", ["30"]),
        ("tự chủ 100% chi thường xuyên 3", ["3"]),
        ("Quyết định 15/QĐ-SCT ngày 12/01/2022, 20 hồ sơ", ["20"]),
        ("một cửa liên thông 5", ["5"]),
        ("một phần chi thường xuyên", []),
        ("4T còn thiếu 6t đầu năm", []),
        ("gọi 0905 123 456", []),
        ("", []),
    ],
)
def test_numbers_are_found_with_their_wording(text: str, raws: list[str]) -> None:
    assert _raws(text) == raws


@pytest.mark.parametrize("text", ["co muoi ba bien che", "hai tram ruoi phieu", "ba nguoi", "1,2 nghin"])
def test_numbers_in_words_without_accents(text: str) -> None:
    assert len(_raws(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "sau khi họp",
        "tạm tính",
        "năm nay",
        "từ tháng",
        "ba cấp",
        "một số hồ sơ",
        "bảy",
        "le phi",
        "cong chuc vien",
        "bao nhiêu phần trăm",
    ],
)
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert _raws(text) == []


def test_a_fraction_is_one_mention() -> None:
    (mention,) = find_numbers(words_of("đã xong 13/22 nhiệm vụ"))
    assert mention.value == Said("13/22", Kind.FRACTION, unit="nhiem")
    (mention,) = find_numbers(words_of("xong 13 trên tổng số 22"))
    assert mention.value.kind is Kind.FRACTION


def test_digits_and_letters_that_say_nothing_are_garbled() -> None:
    (mention,) = find_numbers(words_of("hồ sơ 12x4"))
    assert mention.value == Said("12x4", Kind.GARBLED)


def test_percent_estimate_sign_and_unit_are_told() -> None:
    percent, estimate, negative, counted = find_numbers(words_of("tỷ lệ 98%; khoảng 1200; phiếu: -20; có 46 người"))
    assert percent.value.is_percent
    assert estimate.value.is_estimate
    assert negative.value.is_negative
    assert counted.value.unit == "nguoi"


def test_words_taken_by_something_else_are_left_out() -> None:
    words = words_of("quý 3 2022 hồ sơ 25")
    assert [mention.value.raw for mention in find_numbers(words, taken=range(3))] == ["25"]


@given(st.text(st.sampled_from(list("0123456789.,/-% kmuoingatrhs\n")), max_size=120))
def test_any_text_is_read_without_error(text: str) -> None:
    for typed in (text, fold(text)):
        words = words_of(typed)
        end = 0
        for mention in find_numbers(words):
            assert end <= mention.first < mention.last <= len(words)
            end = mention.last
