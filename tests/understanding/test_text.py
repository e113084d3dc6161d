"""Folding and words: what counts as the same text, and where a word stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.text import fold, has_accents, sound_key, words_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)  # lone surrogates included


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Hồ sơ TRẢ kết quả", "ho so tra ket qua"),
        (unicodedata.normalize("NFD", "đã hoàn thành đúng hạn"), "da hoan thanh dung han"),
        ("hòa hoà, thủy thuỷ", "hoa hoa, thuy thuy"),  # tone placement
        ("Ðơn vị Đảng Ɖảng", "don vi dang dang"),  # eth and African D typed for Đ
        ("Сông vіệс", "cong viec"),  # Cyrillic С, і, с
        ("ΚΕ ΗΟΑCΗ", "ke hoach"),  # Greek capitals
        ("ｓỞ　ＣÔＮＧ", "so cong"),  # fullwidth letters and space
        ("hồ\u200b sơ\ufeff \u202eđúng\u202c hạn\u00ad", "ho so dung han"),  # zero width, direction marks, soft hyphen
        ("  hồ\u00a0sơ \t\r\n trả  ", "ho so tra"),
        ("h0 sơ t0 chức k0", "ho so to chuc ko"),  # zero for o
        ("10 hồ sơ, q10, 2022", "10 ho so, q10, 2022"),
        ("5–7 “tốt”", '5-7 "tot"'),
        ("10 m² ½", "10 m"),  # ornaments are not digits
        ("\ud800sở\udfff", "so"),
        ("٣ tháng", "3 thang"),
        ("", ""),
    ],
)
def test_texts_that_people_mean_the_same_fold_the_same(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_words_stand_where_they_say_in_any_text(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        assert word.text == text[word.start : word.end]
        assert word.folded
        assert " " not in word.folded
        end = word.end


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("q3/2022", "q3 2022"),
        ("tỷ lệ 59,09 %", "ty le 59,09 %"),
        ("4.968 hồ sơ.", "4.968 ho so"),
        ("13/22 nhiệm vụ", "13 22 nhiem vu"),
        ("25nhiệm vụ, xong20", "25 nhiem vu xong 20"),  # spaces forgotten
        ("6t đầu năm 2k5 2022q1 12x4", "6t dau nam 2k5 2022q1 12x4"),
        ("so61 luong75", "so61 luong75"),  # VNI keystrokes stay together
        ("mức3", "muc 3"),  # accents: no VNI
        ("15/KH-SCT", "15 kh sct"),
        ("(lũy kế)", "luy ke"),
        ("🙂👍🏽", ""),
    ],
)
def test_words_of_messages(typed: str, words: str) -> None:
    assert " ".join(word.folded for word in words_of(typed)) == words


def test_the_gap_keeps_what_separates_two_words() -> None:
    text = "q3/22:\t25;\n- 20 —5"
    assert [(word.folded, word.gap) for word in words_of(text)] == [
        ("q3", ""),
        ("22", "/"),
        ("25", ":\t"),
        ("20", ";\n- "),
        ("5", " -"),
    ]


def test_decomposed_text_keeps_its_places() -> None:
    text = unicodedata.normalize("NFD", "hồ sơ")
    first, second = words_of(text)
    assert (first.folded, second.folded) == ("ho", "so")
    assert text[second.start : second.end] == unicodedata.normalize("NFD", "sơ")


@pytest.mark.parametrize("typed", ["4.968", "59,09", "01", "12.01.2022"])
def test_numbers_are_known_as_numbers(typed: str) -> None:
    (word,) = words_of(typed)
    assert word.is_number


@pytest.mark.parametrize("typed", ["q3", "6t", "%", "mười"])
def test_other_words_are_not(typed: str) -> None:
    (word,) = words_of(typed)
    assert not word.is_number


@pytest.mark.parametrize(("one", "other"), [("quy", "qui"), ("ly", "li"), ("ky", "ki"), ("y", "i"), ("ty", "ti")])
def test_i_and_y_sound_the_same_after_a_consonant(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("thuy", "thui"), ("may", "mai"), ("tay", "tai")])
def test_i_and_y_differ_after_a_vowel(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize(
    ("typed", "accented"),
    [
        ("hồ sơ", True),
        (unicodedata.normalize("NFD", "hồ"), True),
        ("đ", True),
        ("ơ", True),
        ("hoof sow", False),
        ("“x”", False),
    ],
)
def test_accents_are_noticed(typed: str, *, accented: bool) -> None:
    assert has_accents(typed) is accented
