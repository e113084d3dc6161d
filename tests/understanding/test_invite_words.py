"""What is said behind /moi, and which agencies are near to a name that nobody has."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.agencies import AgencyFinder
from bot.understanding.invite_words import read_invite
from bot.understanding.nearest_agencies import nearest_agencies

TODAY = date(2023, 3, 15)
CATALOGUE = load_catalogue()
AGENCIES = AgencyFinder(CATALOGUE)


@pytest.mark.parametrize(
    ("says", "role", "agencies", "days", "rest"),
    [
        ("nhập sct", "clerk", ["SCT"], None, ""),
        ("nhap sở công thương", "clerk", ["SCT"], None, ""),
        ("sct nhập", "clerk", ["SCT"], None, ""),
        ("người nhập số liệu của sct", "clerk", ["SCT"], None, ""),
        ("nhập sct, stc", "clerk", ["SCT", "STC"], None, ""),
        ("nhập sct và stc 3 ngày", "clerk", ["SCT", "STC"], 3, ""),
        ("nhập sct 90 ngày", "clerk", ["SCT"], 90, ""),
        ("nhập sct 1000 ngày", "clerk", ["SCT"], 1000, ""),
        ("nhập", "clerk", [], None, ""),
        ("sct", None, ["SCT"], None, ""),
        ("xem", "viewer", [], None, ""),
        ("xem toàn tỉnh", "viewer", [], None, ""),
        ("xem bql kcn", "viewer", ["BQLKCN"], None, ""),
        ("xem ban quản lý các khu công nghiệp", "viewer", ["BQLKCN"], None, ""),  # "quản" of its name is no role
        ("quản trị", "administrator", [], None, ""),
        ("quản trị viên 2 ngày", "administrator", [], 2, ""),
        ("nhập abc", "clerk", [], None, "abc"),
        ("nhập sct, phòng tổng hợp", "clerk", ["SCT"], None, "phòng tổng hợp"),
        ("nhập sct 3 tuần", "clerk", ["SCT"], None, "3 tuần"),
        ("xem kho bạc 5 ngày", "viewer", [], 5, "kho bạc"),
        ("xem sở lạ", "viewer", [], None, "sở lạ"),
        ("bạn", None, [], None, "bạn"),
    ],
)
def test_role_agencies_and_days_are_read_in_any_order_and_nothing_is_passed_over(
    says: str, role: str | None, agencies: list[str], days: int | None, rest: str
) -> None:
    read = read_invite(says, AGENCIES, TODAY)
    assert (read.role, list(read.agencies), read.days, " ".join(read.rest)) == (role, agencies, days, rest)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sctt", "SCT"),
        ("syy", "SYT"),
        ("cong thuongg", "SCT"),
        ("y tees", "SYT"),
        ("giáo dục", "SGDDT"),
        ("lao động", "SLDTBXH"),
        ("stc1", "STC"),
        ("thông tin truyền thog", "STTTT"),
        ("xyz", None),
        ("", None),
        ("!?", None),
    ],
)
def test_the_nearest_agency_to_a_slip_is_the_one_meant(typed: str, first: str | None) -> None:
    """And near nothing is nothing."""
    assert next(iter(nearest_agencies(typed, CATALOGUE, today=TODAY)), None) == first


def test_only_agencies_that_exist_are_near() -> None:
    """Merged ones are nobody's any more."""
    assert "STTTT" in nearest_agencies("sttt", CATALOGUE, today=TODAY)
    assert "STTTT" not in nearest_agencies("sttt", CATALOGUE, today=date(2026, 1, 1))
