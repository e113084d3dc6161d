"""Slips mended by the whole message, and words that stay as they were typed."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.decoding import Decoder
from bot.understanding.reader import Reader
from bot.understanding.text import fold, words_of


@cache
def _decoder() -> Decoder:
    return Reader(load_catalogue()).decoder


def _meant(text: str) -> str:
    return " ".join(word.folded for word in _decoder().decode(words_of(text)).meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tinh giả bien che", "tinh giản biên chế"),  # what is left is a word, only not here
        ("tuyen dugn vien chuc", "tuyển dụng viên chức"),
        ("thanh tra chuyen nganhh", "thanh tra chuyên ngành"),
        ("bổ nhiem mới lanh đoạ", "bổ nhiệm mới lãnh đạo"),
        ("quy trinh noi boo", "quy trình nội bộ"),
        ("bưu chính công íhc", "bưu chính công ích"),
        ("tai khoan thu dien tuw", "tài khoản thư điện tử"),
        ("hồ sơ đúng hạ 12", "hồ sơ đúng hạn 12"),
        ("hài òng 98%", "hài lòng 98%"),
        ("hs trar 210", "hs trả 210"),  # an abbreviation stands for its words
        ("sở nào chưa tửi báo cáo", "sở nào chưa gửi báo cáo"),  # words that say what is wanted
        ("đơn vị noà chưa nộp", "đơn vị nào chưa nộp"),
        ("nhiệm vụ đề ra mười ăm", "nhiệm vụ đề ra mười lăm"),
        ("rà soát thủ tc hành chính", "rà soát thủ tục hành chính"),  # a code where the office writes a word
        ("hồ sơ tiếp nhận 120 và ttrả kết quả 115", "hồ sơ tiếp nhận 120 và trả kết quả 115"),  # no "thanh tra" has accents
        ("tỷ lệ hài lòng 97 pẩy 2", "tỷ lệ hài lòng 97 phẩy 2"),
        ("so y te tiep nhan bao nhieu ho so quc 3/2022", "số y tế tiếp nhận bao nhiêu hồ sơ quý 3/2022"),
        ("phản ánh kiến nghị không hpát sinh", "phản ánh kiến nghị không phát sinh"),
    ],
)
def test_a_slip_is_mended_by_the_words_beside_it(typed: str, meant: str) -> None:
    assert _meant(typed) == fold(meant).replace("%", " %").replace("/", " ")


@pytest.mark.parametrize(
    "text",
    [
        "họp phòng 3 tầng 2 nha cả nhà",
        "chào em, sáng nay ăn gì chưa",
        "số ca tai nạn giao thông",
        "hồ sơ không có số liệu",
        "hs ko phát sinh",
        "phần II cải cách thể chế",
        "4T, SCT, SNV và STTTT",
        "kế hoạch 12/KH-SCT ngày 3/1/2022",
        "so tp ra soat duoc bao nhieu vbqppl quy 3/2022",  # no code is a slip of another
        "tỷ lệ hồ sơ đúng hạn tính làm sao",
    ],
)
def test_words_that_are_nobodys_slip_stay(text: str) -> None:
    assert _meant(text) == " ".join(word.folded for word in words_of(text))


def test_places_in_the_text_stay() -> None:
    text = "hồ sơ đúng hạ 12"
    assert [(word.start, word.end) for word in _decoder().decode(words_of(text)).meant] == [
        (word.start, word.end) for word in words_of(text)
    ]


def test_a_slip_that_may_have_been_another_word_is_doubtful() -> None:
    (*_, sure) = Decoder([words_of("phòng ban")]).decode(words_of("phong bna")).meant
    (*_, doubtful) = Decoder(map(words_of, ["phòng ban", "phòng bao", "phòng bay"])).decode(words_of("phong bax")).meant
    assert (sure.folded, sure.is_doubtful, doubtful.is_doubtful) == ("ban", False, True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("rà soát ttc", "rà soát tthc"),
        ("TTC bãi bỏ", "tthc bãi bỏ"),
        ("biên chế có mt", "biên chế có mặt"),  # "mt" stands for máy tính now and then
        ("bien che co mt bao nhieu", "bien che co mat bao nhieu"),
    ],
)
def test_an_abbreviation_is_sooner_one_that_is_often_said(text: str, meant: str, reader: Reader) -> None:
    assert " ".join(word.text for word in reader.decoder.decode(words_of(text)).meant) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("đã điện tử háo", "đã điện tử hóa"),  # the tone stands on another letter
        ("chi thugon xuyen", "chi thuong xuyen"),
    ],
)
def test_letters_and_tones_in_another_order_are_mended(text: str, meant: str, reader: Reader) -> None:
    assert " ".join(word.text for word in reader.decoder.decode(words_of(text)).meant) == meant


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_anything_is_decoded_word_by_word(text: str) -> None:
    words = words_of(text)
    meant = _decoder().decode(words).meant
    assert len(meant) == len(words)
    assert all(word.folded == other.folded for word, other in zip(words, meant, strict=True) if not word.folded.isalpha())
