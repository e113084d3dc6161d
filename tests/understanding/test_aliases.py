"""What stands against making a wording an alias."""

from __future__ import annotations

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.aliases import (
    Fruitless,
    NameOf,
    SaysNothing,
    TooLong,
    Undecided,
    names_of,
    obstacle_to_alias,
    with_alias,
)
from bot.understanding.matching import match
from bot.understanding.reader import Reader
from bot.understanding.text import fold

CATALOGUE = load_catalogue()
READER = Reader(CATALOGUE)
ELECTRONIC, RETURNED, PRESENT = (
    IndicatorId(each) for each in ("documents.electronic_only", "dossiers.returned", "staff.present")
)


@pytest.mark.parametrize(
    ("wording", "row", "obstacle"),
    [
        ("bao nhiêu của sở", ELECTRONIC, SaysNothing),
        ("văn bản máy quét " * 6, ELECTRONIC, TooLong),
        ("Biên chế có mặt", ELECTRONIC, NameOf),  # to the letter, accents and case aside
        ("bien-che co mat", ELECTRONIC, NameOf),
        ("giấy tờ trả cho dân", ELECTRONIC, NameOf),  # says what an alias of another row says
        ("biên chế có mặt", PRESENT, NameOf),  # its own already: nothing to add
        ("vấn đề đã xử lý xong", IndicatorId("inspection.issues_resolved"), Undecided),  # asked among three rows
        ("hồ sơ", RETURNED, Undecided),
        ("thời tiết", RETURNED, Fruitless),  # words of other matters stay such
    ],
)
def test_a_wording_is_refused(wording: str, row: IndicatorId, obstacle: type) -> None:
    assert isinstance(obstacle_to_alias(wording, row, reader=READER), obstacle)


@pytest.mark.parametrize(("wording", "row"), [("văn bản đi máy quét", ELECTRONIC), ("hồ sơ bàn một cửa trao tay", RETURNED)])
def test_a_wording_of_its_own_is_taken_and_then_found(wording: str, row: IndicatorId) -> None:
    assert obstacle_to_alias(wording, row, reader=READER) is None
    grown = Reader(with_alias(CATALOGUE, [(wording, row)], version="grown"))
    said = [token.name for token in grown.lexicon.tokens(fold(wording).split())]
    assert match(said, reader=grown).rivals == (row,)
    assert wording in names_of(grown.catalogue.row(row))
    assert grown.catalogue.version == "grown"


def test_what_the_file_gives_to_a_row_meanwhile_goes_before_what_was_accepted() -> None:
    assert with_alias(CATALOGUE, [("biên chế có mặt", ELECTRONIC)], version="x") is CATALOGUE
    assert with_alias(CATALOGUE, [("may quet", IndicatorId("gone"))], version="x") is CATALOGUE
