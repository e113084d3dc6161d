"""What words say: concepts, abbreviations by their neighbours, words that only look like ours."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.lexicon import Lexicon, is_unknown
from bot.understanding.reader import Reader
from bot.understanding.text import words_of


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The office's language with the real catalogue's vocabulary."""
    return Reader(load_catalogue()).lexicon


def said(text: str) -> list[str]:
    """What a text says."""
    return [token.name for token in lexicon().tokens([word.folded for word in words_of(text)])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("số hồ sơ TTHC đã trả kết quả", "so hs tthc da tra kq"),
        ("hồ sơ giải quyết đúng hạn", "hs xử lý đúng hẹn"),
        ("nhiệm vụ UBND tỉnh giao quá hạn", "việc ủy ban nhân dân tỉnh giao bị trễ"),
        ("hồ sơ nhận qua bưu điện", "hs tiếp nhận qua dịch vụ BCCI"),
        ("văn bản quy phạm pháp luật phải rà soát", "vbqppl cần rà soát"),
        ("dịch vụ công trực tuyến mức độ 3, 4", "dvctt 3,4"),
        ("đơn vị sự nghiệp tự chủ một phần", "đvsn tự lo 1 phần"),
        ("lãnh đạo cấp phòng bị kỷ luật", "trưởng phó phòng dính kỷ luật"),
    ],
)
def test_the_same_thing_in_other_words_says_the_same(one: str, other: str) -> None:
    assert set(said(one)) == set(said(other))


@pytest.mark.parametrize(
    ("typed", "meant"), [("chứngthư số", "chứng thư số"), ("hddldd", "hđlđ"), ("hồ sơ tiếpnhận", "hồ sơ tiếp nhận")]
)
def test_words_run_together_and_keystrokes_are_read(typed: str, meant: str) -> None:
    assert sorted(said(typed)) == sorted(said(meant))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("cc viên chức", "công chức viên chức"),
        ("hồ sơ nộp tt", "hồ sơ nộp trực tuyến"),
        ("tl hài lòng", "tỷ lệ hài lòng"),
    ],
)
def test_an_abbreviation_with_several_meanings_takes_the_one_that_fits_its_neighbours(short: str, long: str) -> None:
    assert said(short) == said(long)


@pytest.mark.parametrize("text", ["giá vàng", "diện tích rừng", "sốt xuất huyết", "sản lượng lúa", "thu ngân sách"])
def test_words_of_other_matters_are_words_that_nobody_knows(text: str) -> None:
    foreign = [name for name in said(text) if name not in {"tyle", "hoihop"}]
    assert foreign
    assert all(is_unknown(name) for name in foreign)


@pytest.mark.parametrize("text", ["cho em hỏi với ạ", "anh chị ơi", "bao nhiêu vậy em", "của sở mình"])
def test_polite_words_say_nothing(text: str) -> None:
    assert said(text) == []


def test_every_word_of_a_token_is_named() -> None:
    tokens = lexicon().tokens(["so", "ho", "so", "tra", "ket", "qua"])
    assert [(token.name, token.first, token.last) for token in tokens] == [("hoso", 1, 3), ("tra", 3, 6)]


@given(st.lists(st.text(alphabet="abcdeghiklmnopqrstuvxy0123456789đ", min_size=1, max_size=12), max_size=60))
def test_any_words_are_read_without_an_error_and_in_order(words: list[str]) -> None:
    tokens = lexicon().tokens(words)
    assert all(0 <= token.first < token.last <= len(words) for token in tokens)
    assert [token.first for token in tokens] == sorted(token.first for token in tokens)
