"""Every row is found by its own names, no other row steals it, and what nothing decides is asked."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import CatalogueRow, RowKind
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.matching import Found, match
from bot.understanding.reader import Reader
from bot.understanding.text import words_of


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The real catalogue, compiled."""
    return Reader(load_catalogue())


def said(text: str) -> list[str]:
    """What a text says."""
    return [token.name for token in reader().lexicon.tokens([word.folded for word in words_of(text)])]


def find(text: str, *, headings: bool = False) -> Found:
    """What a text means."""
    return match(said(text), reader=reader(), headings=headings)


ROWS = load_catalogue().rows
INDICATORS = load_catalogue().indicators


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_printed_name_finds_its_own_row_or_asks_among_its_twins(row: CatalogueRow) -> None:
    for name in {row.label, row.short, *row.labels}:
        found = find(name, headings=row.kind is not RowKind.INDICATOR)
        assert row.id in found.rivals, name
        assert len(found.rivals) <= len({"five", "rows", "can", "be", "asked"}), name


@pytest.mark.parametrize("row", INDICATORS, ids=lambda row: row.id)
def test_an_alias_never_finds_another_row_for_certain(row: CatalogueRow) -> None:
    for alias in row.aliases:
        found = find(alias)
        assert row.id in found.rivals or not found.is_alone or found.explained < 1, alias


def test_nearly_all_aliases_find_their_row_without_a_question() -> None:
    aliases = [(row.id, alias) for row in INDICATORS for alias in row.aliases]
    right = sum(find(alias).rivals == (row_id,) for row_id, alias in aliases)
    assert right >= 0.93 * len(aliases)  # the rest leave out the word that decides, or are known only with their unit


def test_an_alias_that_was_never_written_is_still_mostly_understood() -> None:
    """Leave one alias out and ask with it: what stays right is what the concepts know by themselves."""
    one = Reader(load_catalogue())
    right = asked = of = 0
    for row in INDICATORS:
        known = one.known[row.id]
        for alias in row.aliases:
            one.known[row.id] = known.without(said(alias))
            found = match(said(alias), reader=one, headings=False)
            right += found.rivals == (row.id,)
            asked += not found.is_alone and row.id in found.rivals
            of += 1
        one.known[row.id] = known
    assert right >= 0.8 * of
    assert right + asked >= 0.92 * of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "số vấn đề phát hiện đã xử lý xong",
            {
                "inspection.issues_resolved",
                "decentralization_inspection.issues_resolved",
                "specialized_inspection.issues_resolved",
            },
        ),
        ("số vấn đề phát hiện qua kiểm tra", {"inspection.issues_found", "decentralization_inspection.issues_found"}),
        ("người làm việc đang có mặt", {"psu_staff_budget.present", "psu_staff_autonomous.present"}),
        ("số vbqppl đã tham mưu ban hành", {"legal_docs", "other_tasks.legal_docs"}),
        ("số người đã tinh giản trong kỳ", {"staff.downsized", "psu_staff_budget.downsized"}),
        ("thủ tục liên thông", {"one_stop.same_level", "one_stop.cross_level"}),
        ("bcci tiếp nhận", {"postal_service.procedures_received", "postal_service.dossiers_received"}),
        ("bổ nhiệm lãnh đạo cấp phòng", {"appointment.division_leaders", "appointment.subordinate_division_leaders"}),
        ("tuyển dụng diện đặc biệt", {"recruitment.civil_servants_special", "recruitment.public_employees_special"}),
        ("tthc đủ điều kiện trực tuyến", {"online_services.level3_eligible", "online_services.level4_eligible"}),
    ],
)
def test_what_nothing_decides_is_asked_with_exactly_these_choices(text: str, rows: set[str]) -> None:
    assert set(find(text).rivals) == rows


OPPOSITES = [
    ("nhiệm vụ được giao hoàn thành {}", {"đúng hạn": "assigned_tasks.done_on_time", "quá hạn": "assigned_tasks.done_late"}),
    ("hồ sơ thủ tục {}", {"tiếp nhận": "dossiers.received", "trả kết quả": "dossiers.returned"}),
    (
        "tthc đủ điều kiện cung cấp trực tuyến {}",
        {"mức độ 3": "online_services.level3_eligible", "mức độ 4": "online_services.level4_eligible"},
    ),
    (
        "số {} thực tế được trả kết quả qua bcci",
        {"hồ sơ": "postal_service.dossiers_returned", "tthc": "postal_service.procedures_returned"},
    ),
    (
        "số {} được tuyển dụng theo trường hợp đặc biệt",
        {"công chức": "recruitment.civil_servants_special", "viên chức": "recruitment.public_employees_special"},
    ),
    (
        "số đơn vị hành chính cấp xã đã {}",
        {
            "kiểm tra": "decentralization_inspection.communes_inspected",
            "thanh tra": "specialized_inspection.communes_inspected",
        },
    ),
    (
        "lãnh đạo cấp phòng {} bị kỷ luật",
        {"thuộc sở": "disciplinary.division_leaders", "trong đơn vị trực thuộc": "disciplinary.subordinate_division_leaders"},
    ),
    ("tổng số biên chế {}", {"được giao": "staff.quota_assigned", "có mặt": "staff.present"}),
    ("vbqppl {} rà soát", {"phải": "legal_review.to_review", "đã": "legal_review.reviewed"}),
    ("người được đào tạo bồi dưỡng {}", {"theo kế hoạch": "training.planned", "thực tế": "training.trained"}),
    ("thủ tục liên thông {}", {"cùng cấp": "one_stop.same_level", "giữa các cấp": "one_stop.cross_level"}),
]


@pytest.mark.parametrize(("text", "rows"), OPPOSITES)
def test_opposites_with_the_deciding_word_are_never_asked(text: str, rows: dict[str, str]) -> None:
    for word, row_id in rows.items():
        assert find(text.format(word)).rivals == (row_id,), text.format(word)


@pytest.mark.parametrize(("text", "rows"), OPPOSITES)
def test_opposites_without_the_deciding_word_are_all_offered(text: str, rows: dict[str, str]) -> None:
    assert set(rows.values()) <= set(find(text.format("")).rivals)


@pytest.mark.parametrize(
    "text",
    ["tổng thu ngân sách", "tỷ lệ hộ nghèo", "số ca mắc sốt xuất huyết", "giá vàng trong nước", "sản lượng lúa vụ hè thu", ""],
)
def test_what_the_catalogue_does_not_have_is_hardly_explained(text: str) -> None:
    assert find(text).explained < 0.5


@pytest.mark.parametrize(
    ("text", "row_id"),
    [
        ("dịch vụ công trực tuyến mức độ 3, 4", "online_services"),
        ("kiểm tra cchc", "inspection"),
        ("biên chế công chức", "staff"),
        ("cải cách thể chế", "II"),
    ],
)
def test_a_heading_called_by_its_name_is_found(text: str, row_id: str) -> None:
    found = find(text, headings=True)
    assert found.best == row_id
    assert found.is_alone


def test_the_family_of_the_value_before_goes_first() -> None:
    found = match(
        said("trả kết quả"), reader=reader(), family=reader().catalogue.row("postal_service.dossiers_received").parent
    )
    assert set(found.rivals) == {"postal_service.procedures_returned", "postal_service.dossiers_returned"}


@given(st.lists(st.sampled_from(sorted(reader().rows_saying)), max_size=12))
def test_any_saying_gives_ordered_candidates_with_scores_from_0_to_1(names: list[str]) -> None:
    found = match(names, reader=reader())
    assert all(0 <= candidate.score <= 1 for candidate in found.candidates)
    assert set(found.rivals) >= {candidate.indicator for candidate in found.candidates[:1]}
