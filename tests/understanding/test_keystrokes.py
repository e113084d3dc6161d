"""Telex and VNI keystrokes read as Vietnamese."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.keystrokes import decode_keystrokes, decode_telex, decode_vni
from bot.understanding.syllables import TONES, all_syllables, spell, tone_place

_TELEX_TONE = dict(zip(TONES, ["", "s", "f", "r", "x", "j"], strict=True))
_TELEX_MARK = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI_TONE = dict(zip(TONES, ["", "1", "2", "3", "4", "5"], strict=True))
_VNI_MARK = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}

_Syllable = tuple[str, str, str]


def _typed(syllable: _Syllable, marks: dict[str, str], tones: dict[str, str], *, tone_last: bool) -> str:
    """A syllable as keys: each letter with its mark, the tone key after its vowel or at the end."""
    onset, rhyme, tone = syllable
    keys = "".join(marks.get(letter, letter) for letter in onset)
    for place, letter in enumerate(rhyme):
        keys += marks.get(letter, letter)
        if place == tone_place(rhyme) and not tone_last:
            keys += tones[tone]
    return keys + (tones[tone] if tone_last else "")


def _telex(syllable: _Syllable) -> str:
    return _typed(syllable, _TELEX_MARK, _TELEX_TONE, tone_last=True)


def _telex_tone_inside(syllable: _Syllable) -> str:
    return _typed(syllable, _TELEX_MARK, _TELEX_TONE, tone_last=False)


def _telex_one_w(syllable: _Syllable) -> str:
    return _telex(syllable).replace("uwow", "uow")


def _telex_w_alone(syllable: _Syllable) -> str:
    return _telex(syllable).replace("uw", "w")


def _vni(syllable: _Syllable) -> str:
    return _typed(syllable, _VNI_MARK, _VNI_TONE, tone_last=True).replace("u7o7", "uo7")


def _vni_tone_inside(syllable: _Syllable) -> str:
    return _typed(syllable, _VNI_MARK, _VNI_TONE, tone_last=False)


def _share_decoded(encode: Callable[[_Syllable], str], decode: Callable[[str], str | None]) -> float:
    """Share of all syllables that come back as themselves; those typed without any key count as they are."""
    right = total = 0
    for syllable in all_syllables():
        typed, meant = encode(syllable), spell(*syllable)
        total += 1
        right += meant in {typed, decode(typed)}
    return right / total


@pytest.mark.parametrize("encode", [_telex, _telex_tone_inside, _telex_one_w, _telex_w_alone])
def test_telex_brings_back_nearly_every_syllable(encode: Callable[[_Syllable], str]) -> None:
    share = _share_decoded(encode, decode_telex)
    print(f"{encode.__name__.strip('_')}: {share:.2%} of syllables")  # noqa: T201  the measured share, shown with -s
    assert share > 0.985  # the rest are oo and oong: "coong" is công far more often than coong


@pytest.mark.parametrize("encode", [_vni, _vni_tone_inside])
def test_vni_brings_back_every_syllable(encode: Callable[[_Syllable], str]) -> None:
    share = _share_decoded(encode, decode_vni)
    print(f"{encode.__name__.strip('_')}: {share:.2%} of syllables")  # noqa: T201  the measured share, shown with -s
    assert share == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoof sow trar keets quar sct q3/2022", "hồ sơ trả kết quả sct q3/2022"),
        ("ho62 so7 tra3 ke61t qua3 quy1 3", "hồ sơ trả kết quả quý 3"),
        ("Tyr leej ddungs hanj sowr coong thuwowng", "Tỷ lệ đúng hạn sở công thương"),
        ("khongo dungsd chwa ddwowcj", "không đúng chưa được"),  # keys at the end, w alone
        ("bieen chees giamr 4.968 nguwowif", "biên chế giảm 4.968 người"),
        ("bie6n che61 d9u7o7c5 giao", "biên chế được giao"),
    ],
)
def test_a_message_typed_without_its_input_method(typed: str, meant: str) -> None:
    assert decode_keystrokes(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "test",
        "gửi file test list",  # accents: the input method was on
        "so ho so da tra ket qua sct q3/22",
        "so luong bao cao test quy 3 nam 2022 cua so tu phap",
        "quy3 md4 6t 2022q1",
        "tthc vbqppl dvctt",
        "",
        "\ud800 🙂 \u202e",
    ],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert decode_keystrokes(text) is None


@pytest.mark.parametrize("word", ["text", "excel", "iso", "chart", "tw", "sct", "hs", "email", "a" * 5000])
def test_words_that_are_no_syllables_do_not_decode(word: str) -> None:
    assert decode_telex(word) is None
    assert decode_vni(word) is None


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    decode_keystrokes(text)


@given(st.text("aeiouwdsfrxj0123456789 hngt", max_size=60))
def test_any_keys_are_read_without_error(text: str) -> None:
    decode_keystrokes(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mdd3 ddur ddk", "mđ3 đủ dk"),
        ("tyr leej hoafn thnahf kees hoachj", "tỷ lệ hoàn thnah kế hoạch"),  # the slip is left for the decoder, the key is not
        ("toongr soo 6 thags ddaauf nawm", "tổng sô 6 thag đầu năm"),
        ("so73 GDD9T co1 quy che61", "sở GDđT có quy chế"),
    ],
)
def test_keys_go_from_codes_and_from_words_with_a_slip(typed: str, meant: str) -> None:
    assert decode_keystrokes(typed) == meant
