"""Digits that are neither value nor period: dates, months, document numbers, telephones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.document_marks import find_document_marks
from bot.understanding.text import words_of


def _marks(text: str) -> list[tuple[str, str]]:
    words = words_of(text)
    return [(mark.value.value, text[words[mark.first].start : words[mark.last - 1].end]) for mark in find_document_marks(words)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("từ ngày 15/6/2022 đến 14/9/2022", [("date", "ngày 15/6/2022"), ("date", "14/9/2022")]),
        ("báo cáo ngày 15 tháng 9 năm 2022", [("date", "ngày 15 tháng 9 năm 2022")]),
        ("cập nhật 12.01.2022", [("date", "12.01.2022")]),
        ("gui 12-01-22", [("date", "12-01-22")]),
        ("ngày 15/9 có 20 hồ sơ", [("date", "ngày 15/9")]),
        ("trong tháng 3/2022", [("month", "tháng 3/2022")]),
        ("t9/2022", [("month", "t9/2022")]),
        ("15/KH-SCT", [("document", "15/KH-SCT")]),
        ("Kế hoạch số 15/KH-SCT ngày 12/01/2022, xong 20", [("document", "Kế hoạch số 15/KH-SCT ngày 12/01/2022")]),
        ("2238/QĐ-UBND", [("document", "2238/QĐ-UBND")]),
        ("theo nghi dinh 130/2005", [("document", "nghi dinh 130/2005")]),
        ("Nghị định 130/2005/NĐ-CP", [("document", "Nghị định 130/2005/NĐ-CP")]),
        ("chấp hành chỉ thị 10 và 26: tốt", [("document", "chỉ thị 10 và 26")]),
        ("gọi 0905 123 456", [("telephone", "0905 123 456")]),
        ("sđt: 0236.3888.999", [("telephone", "sđt: 0236.3888.999")]),
        ("giai đoạn 2021-2025", [("programme", "giai đoạn 2021-2025")]),
    ],
)
def test_marks_are_found(text: str, marks: list[tuple[str, str]]) -> None:
    assert _marks(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "đã xong 13/22 nhiệm vụ",
        "quý 3/2022 có 4.968 hồ sơ",
        "kế hoạch 25, xong 20",
        "6 tháng 2022, 9 tháng, 12 tháng",
        "6 tháng đầu năm",
        "văn bản chỉ đạo 3",
        "20/tháng",
        "2022-Q3",
        "mức độ 3, 4",
        "1 327",
        "tự chủ 100% chi thường xuyên",
    ],
)
def test_values_and_periods_are_not_marks(text: str) -> None:
    assert _marks(text) == []


@given(st.text(st.sampled_from("0123456789/.- ngayth26kqdso"), max_size=80))
def test_any_digits_are_read_without_error(text: str) -> None:
    words = words_of(text)
    end = 0
    for mark in find_document_marks(words):
        assert end <= mark.first < mark.last <= len(words)
        end = mark.last
