"""What is kept of a message that was not understood: label words, nothing of people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.reader import Reader
from bot.understanding.text import words_of
from bot.understanding.wordings import MOST_CHARACTERS, wording_of

TODAY = date(2023, 3, 15)
READER = Reader(load_catalogue())
PERSONAL = frozenset(
    word.folded for word in words_of("Tuấn, Trần Thị Hoa, Nguyễn Văn Minh Bạch, Hoài sct example vn, tèo, Lê Văn Tám")
)


def kept(text: str) -> str:
    return wording_of(text, today=TODAY, reader=READER)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("cho em hỏi xăng xe sở công thương quý 3/2022 bao nhiêu ạ", "xang xe"),
        ("xăng xe 25", "xang xe"),
        ("xăng xe 4.968 lít, ngày 12/3/2023", "xang xe lit"),
        ("hồ sơ mức độ 3 bao nhiêu", "ho so muc do 3"),  # a number of the glossary, not of the message
        ("số vấn đề đã xử lý xong 2", "van de da xu ly xong"),
        ("văn bản đi máy quét 12", "van ban di may quet"),
        ("bao nhiêu?", ""),
        ("25", ""),
        ("🙂", ""),
    ],
)
def test_label_words_are_kept_without_numbers_agencies_and_periods(text: str, wording: str) -> None:
    assert kept(text) == wording


@pytest.mark.parametrize(
    "text",
    [
        "anh Tuấn ơi xăng xe bao nhiêu",
        "xăng xe của Trần Thị Hoa",
        "Nguyễn Văn Minh Bạch: xăng xe",
        "xăng xe, liên hệ chị Hoài 0912.345.678",
        "xang xe nguyen van teo",
        "xăng xe gửi về hoai.sct@example.vn",
        "xăng xe xem https://example.vn/hoai",
        "xăng xe @hoai_sct",
        "đ/c Lê Văn Tám: xăng xe",
        "chiều nay Hoài hỏi xăng xe",
    ],
)
def test_nothing_of_a_person_is_kept(text: str) -> None:
    assert "xang xe" in kept(text)
    assert not PERSONAL & set(kept(text).split())
    assert not any(char.isdigit() for char in kept(text))


@given(st.text(max_size=300))
def test_what_is_kept_is_short_and_folded_whatever_was_typed(text: str) -> None:
    wording = kept(text)
    assert len(wording) <= MOST_CHARACTERS
    assert wording == " ".join(wording.split())
    assert "@" not in wording
