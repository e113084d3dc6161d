"""Agencies as people name them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.agencies import AgencyFinder
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.text import fold, words_of

TODAY = date(2022, 11, 1)


@cache
def _finder() -> AgencyFinder:
    return AgencyFinder(load_catalogue())


def _codes(text: str) -> str:
    return " ".join(mention.value for mention in _finder().find(words_of(text), today=TODAY))


@pytest.mark.parametrize("agency", load_catalogue().agencies, ids=lambda agency: agency.code)
def test_every_name_and_alias_finds_its_agency(agency) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  parametrised
    for written in (agency.name, agency.short, agency.code, *agency.aliases):
        assert _codes(written) == agency.code, written
        assert _codes(f"tỷ lệ hài lòng của {written} quý 3/2022") == agency.code, written


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("so cong thuong", "SCT"),
        ("SỞ CÔNG THƯƠNG", "SCT"),
        ("hồ sơ sct q3/22", "SCT"),
        ("S.CT", "SCT"),
        ("sở TT&TT", "STTTT"),
        ("sở 4T", "STTTT"),
        ("còn 4T?", "STTTT"),
        ("BQL các KCN", "BQLKCN"),
        ("ban quan ly khu cong nghiep", "BQLKCN"),
        ("Sở LĐ-TB&XH", "SLDTBXH"),
        ("sở NN và PTNT", "SNNPTNT"),
        ("Sở VH,TT&DL", "SVHTTDL"),
        ("vpub tỉnh", "VPUBND"),
        ("thanh tra tỉnh", "TTT"),
        ("ban dan toc", "BDT"),
        ("tài nguyên môi trường q3", "STNMT"),
        ("hồ sơ y tế quý 3", "SYT"),
        ("nội vụ với tư pháp", "SNV STP"),
        ("sở y tế, tài chính và xây dựng", "SYT STC SXD"),  # "sở" said once serves the list
        ("giữa sở y tế và giáo dục", "SYT SGDDT"),
        ("sct, stc, skhđt", "SCT STC SKHDT"),
        ("toàn tỉnh", "ALL"),
        ("xếp hạng các sở", "ALL"),
        ("tất cả các sở ngành", "ALL"),
        ("cac don vi", "ALL"),
        ("top 5 sở", "ALL"),
        ("số tthc công bố mới sở y tế", "SYT"),  # "mới sở" is no "mọi sở"
        ("so tthc cong bo moi so y te", "SYT"),
    ],
)
def test_agencies_are_found(text: str, code: str) -> None:
    assert _codes(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sowr coong thuwowng quys 3", "SCT"),
        ("so73 noi65 vu5 quy1 3", "SNV"),
        ("sở côngthương", "SCT"),  # a space lost
        ("so cong thuog", "SCT"),
        ("so tai chnih", "STC"),
        ("sở giao thong vân tải", "SGTVT"),
        ("so lddtbxh", "SLDTBXH"),
        ("sxdd", "SXD"),
        ("sơ tài chính", "STC"),  # the wrong accent
        ("sởstài chính", "STC"),  # a letter hit for the space
        ("củassct", "SCT"),
        ("sxdquý 3", "SXD"),
        ("sở nội ụ", "SNV"),
        ("sở tài nguên và môi trường", "STNMT"),
    ],
)
def test_keystrokes_and_slips(text: str, code: str) -> None:
    assert _codes(decode_keystrokes(text) or text) == code


@pytest.mark.parametrize(
    "text",
    [
        "sở mình",
        "đơn vị mình có mấy hồ sơ",
        "thanh tra chuyên ngành",
        "nhiệm vụ UBND tỉnh giao",
        "nghĩa vụ tài chính",
        "cải cách tài chính công",
        "xây dựng và phát triển chính quyền số",
        "hợp đồng lao động",
        "phổ biến giáo dục pháp luật",
        "so với kế hoạch năm",
        "tỷ lệ so kế hoạch",
        "so ke hoach nam",
        "trang thông tin điện tử",
        "gửi về Sở Nội vụ",  # whom it goes to, not whose it is
        "gui ban mo ta ve so noi vu",
        "các đơn vị trực thuộc",
        "các đơn vị sự nghiệp công lập",
        "các đơn vị triực thuộc",
        "v ubnd tỉnh giao",  # a letter lost from "nv"
        "khối văn phòng sở",
        "cơ sở y tế",
        "Bộ Nội vụ",
        "phòng tư pháp",
        "so nv hoan thanh",  # số nhiệm vụ
        "so ld cap phong",  # số lãnh đạo
        "số tc trực thuộc",
        "Kế hoạch 15/KH-STNMT ngày 12/01/2022",
        "",
    ],
)
def test_words_of_indicators_are_no_agencies(text: str) -> None:
    assert _codes(text) == ""


def test_no_printed_label_names_an_agency() -> None:
    catalogue = load_catalogue()
    for row in catalogue.rows:
        for label in {row.label, *row.labels}:
            assert _codes(label) == "", label
            assert _codes(fold(label)) == "", label


@pytest.mark.parametrize(
    ("text", "least"),
    [("sở nội vụ", 1), ("snv", 1), ("tài nguyên môi trường", 0.9), ("nội vụ", 0.7), ("so noi vuj", 0.8), ("tttt", 0.6)],
)
def test_what_is_said_outright_is_surer(text: str, least: float) -> None:
    (mention,) = _finder().find(words_of(text), today=TODAY)
    assert least <= mention.confidence <= least + 0.1


def test_the_span_covers_the_name() -> None:
    text = "hồ sơ của Sở Lao động - Thương binh và Xã hội quý 3"
    words = words_of(text)
    (mention,) = _finder().find(words, today=TODAY)
    assert text[words[mention.first].start : words[mention.last - 1].end] == "Sở Lao động - Thương binh và Xã hội"


@given(
    st.lists(
        st.sampled_from(re.findall(r"\S+", "so sở nội vụ y te và , kh cn tài chính sct các đơn vị ban 4T 12 \u200b va")),
        max_size=60,
    )
)
def test_any_words_are_read_without_error(pieces: list[str]) -> None:
    words = words_of(" ".join(pieces))
    end = 0
    for mention in _finder().find(words, today=TODAY):
        assert end <= mention.first < mention.last <= len(words)
        end = mention.last
