"""What sentences of a narrative state with certainty, and what must be left alone; sentences as offices write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.statements import read_statements, rows_stated

OWN = Period.parse("2022-Q3")
CATALOGUE = load_catalogue()
SENTENCES = yaml.safe_load(Path(__file__).with_name("statements.yaml").read_text(encoding="utf-8"))


def read(sentence: dict[str, str]) -> set[str]:
    """What is read of a sentence under its heading: `row=number`, `@period` behind it when that is not the report's."""
    headings = [sentence["under"]] if "under" in sentence else []
    return {
        f"{each.indicator}={each.number.normalize():f}" + ("" if each.about == OWN else f"@{each.about}")
        for each in read_statements(sentence["says"], headings, own=OWN, others=["so y te"])
    }


@pytest.mark.parametrize("sentence", SENTENCES["stated"], ids=lambda each: each["says"][:60])
def test_what_is_certain_is_read(sentence: dict[str, str]) -> None:
    """Row, number and period of every figure, and no other."""
    assert read(sentence) == set(sentence["states"].split())


@pytest.mark.parametrize("sentence", SENTENCES["left_alone"], ids=lambda each: each["why"])
def test_what_is_not_certain_is_left_alone(sentence: dict[str, str]) -> None:
    """Targets, parts, remainders, others' figures, what the form has no row for."""
    assert read(sentence) == set(), sentence["why"]


def test_every_wording_names_a_row() -> None:
    """Of the catalogue."""
    assert {row for row in rows_stated() if row not in CATALOGUE} == set()


def test_parts_listed_one_by_one_are_added_up() -> None:
    """So that a list which adds up to something else is seen."""
    said = "Sở đã đăng 09 tin, bài trên chuyên mục CCHC của Sở, cụ thể: Tháng 01: 02 bài; Tháng 02: 03 bài; Tháng 3: 05 bài."
    assert [(each.number, each.parts) for each in read_statements(said, [], own=OWN)] == [(9, 10)]


def test_the_words_around_a_figure_are_shown() -> None:
    """Enough to find it in the document, and no more than two lines on a phone."""
    long = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh và hướng dẫn của Sở Nội vụ, trong quý Sở đã tiếp nhận 4.968 hồ sơ, "
    (said,) = read_statements(
        f"{long}trong đó phần lớn nộp trực tiếp tại bộ phận một cửa.", ["Kết quả giải quyết TTHC"], own=OWN
    )
    assert said.raw == "4.968"
    assert "đã tiếp nhận 4.968 hồ sơ" in said.quote
    assert said.quote.startswith("…")
    assert len(said.quote) < 110
