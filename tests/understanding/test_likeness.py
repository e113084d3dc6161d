"""Which row a message is like: learnt from what people said for each row, never from its name alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.understanding.everyday_wordings import NO_ROW, OTHER_MATTERS, wordings_of, writers
from bot.understanding.likeness import NOBODY, Likeness, features_of
from bot.understanding.reader import Reader

POST, DESK = IndicatorId("post"), IndicatorId("desk")
TAUGHT = [
    (POST, "bưu tá tới nhà lấy giấy tờ"),
    (POST, "bưu tá đem giấy tờ tới sở"),
    (DESK, "dân ra quầy nộp giấy tờ"),
    (DESK, "quầy nhận giấy tờ của dân"),
    (NO_ROW, "tới nhà ăn cơm"),
]


def like(text: str, taught: list[tuple[IndicatorId, str]] = TAUGHT, **among: set[IndicatorId]):  # noqa: ANN201  as `likely`
    likeness = Likeness((row, features_of(said.split(), ())) for row, said in taught)
    return likeness.likely(features_of(text.split(), ()), **among)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("bưu tá lấy giấy tờ", POST, id="its own words"),
        pytest.param("giấy tờ dân đem ra quầy", DESK, id="words in another order"),
        pytest.param("hôm qua mưa to bưu tá vẫn đi", POST, id="words that nobody said do not turn it"),
    ],
)
def test_a_text_is_like_the_row_that_was_called_so(text: str, row: IndicatorId) -> None:
    assert like(text).rows[0] == row


def test_what_all_rows_are_called_by_leaves_it_open() -> None:
    assert like("giấy tờ").lead < like("bưu tá").lead


def test_strange_words_make_it_less_likely_that_any_row_is_meant() -> None:
    assert like("bưu tá lấy giấy phép lái xe").surplus < like("bưu tá lấy giấy").surplus


def test_other_matters_are_like_no_row() -> None:
    assert like("tới nhà ăn cơm").surplus < 0
    assert NO_ROW not in like("tới nhà ăn cơm").rows


def test_only_rows_asked_for_are_named() -> None:
    assert like("bưu tá lấy giấy tờ", among={DESK}).rows == (DESK,)
    assert like("bưu tá lấy giấy tờ", among=set()) == NOBODY


def test_one_more_wording_makes_a_row_likelier() -> None:
    text = "nhân viên thư tín chạy giấy"
    assert like(text, [*TAUGHT, (POST, text)]).surplus > like(text).surplus


@given(st.lists(st.sampled_from(["bưu", "tá", "quầy", "dân", "giấy", "tờ", "cơm", "xe", "😀", "\u202e"])))
def test_any_words_are_weighed(words: list[str]) -> None:
    found = like(" ".join(words))
    assert sum(found.shares) == pytest.approx(1.0 if found.rows else 0.0)
    assert found.lead >= 0 or not found.rows


def test_every_row_is_called_by_every_writer_and_nobody_else_is(catalogue: Catalogue) -> None:
    indicators = {row.id for row in catalogue.indicators}
    for writer in writers():
        assert {row for row, _ in wordings_of(writer)} == indicators, writer
        assert all(text.strip() for _, text in wordings_of(writer))
    assert {row for row, _ in wordings_of(OTHER_MATTERS)} == {NO_ROW}


def test_a_reader_without_wordings_knows_rows_by_their_names(catalogue: Catalogue) -> None:
    reader = Reader(catalogue, wordings=())
    assert reader.likeness.likely(reader.features("Số sáng kiến mới trong CCHC")).rows[0] == "new_initiative"
