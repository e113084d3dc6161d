"""Whose report it is and for which period, read from what offices write above their tables."""

from __future__ import annotations

from datetime import date

import pytest

from bot.documents.text import take_apart
from bot.domain.catalogue import Catalogue
from bot.domain.period import Period
from bot.domain.report_title import Heading, due_by, read_heading

TABLE = "STT\tChỉ tiêu\tĐVT\tSố lượng\tGhi chú\n\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t3\t\n"
LETTER = (
    "UBND TỈNH MẪU\nSỞ TƯ PHÁP\n\nBÁO CÁO\nKết quả thực hiện CCHC quý I năm 2023\n\nKính gửi: Sở Nội vụ\n\n"
    "Thực hiện Công văn số 5/SNV-TTr của Sở Nội vụ, Sở Tư pháp báo cáo như sau.\n\n"
)
LETTER_OF_TWO_COLUMNS = (
    "SỞ XÂY DỰNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/BC-SXD\tngày 15 tháng 6 năm 2022\n\nBÁO CÁO\n"
    "Kết quả CCHC quý II và 6 tháng đầu năm 2022; phương hướng, nhiệm vụ quý III năm 2022\n\n"
)


def heading(text: str, catalogue: Catalogue, file_name: str = "") -> Heading:
    document = take_apart(text + TABLE)
    first_row = document.tables[-1].rows[0].line
    return read_heading(document, first_row, catalogue=catalogue, file_name=file_name)


@pytest.mark.parametrize(
    ("text", "agencies", "periods"),
    [
        ("Phụ lục\nTHỐNG KÊ SỐ LIỆU CCHC QUÝ II NĂM 2022 CỦA SỞ TÀI CHÍNH\n\n", "STC", "2022-Q2"),
        ("**PHỤ LỤC**\n**SỐ LIỆU CCHC QUÍ III NĂM 2022\nCỦA SỞ Y TẾ**\n\n", "SYT", "2022-Q3"),
        ("Phụ lục số 01\nBIỂU TỔNG HỢP CCHC QUÝ 1-2023\nĐơn vị: Sở Khoa học và Công nghệ\n\n", "SKHCN", "2023-Q1"),
        ("SỞ NỘI VỤ TỈNH MẪU\nPHỤ LỤC SỐ LIỆU CCHC QUÝ I/2023\n\n", "SNV", "2023-Q1"),
        ("THỐNG KÊ SỐ LIỆU\n6 THÁNG ĐẦU NĂM 2022 TẠI BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH MẪU\n\n", "BQLKCN", "2022-H1"),
        ("PHỤ LỤC\nSỐ LIỆU NĂM 2022\n(Kèm theo Báo cáo ngày 14/12/2022 của Sở Y tế gửi Sở Nội vụ)\n\n", "SYT", "2022-Y"),
        (LETTER, "STP", "2023-Q1"),
        (LETTER_OF_TWO_COLUMNS, "SXD", "2022-H1"),
        ("Bảng số liệu\n(Kèm theo Báo cáo số 9/BC-SGDĐT ngày 16 tháng 9 năm 2022)\n\n", "SGDDT", "2022-Q3"),
        ("Phụ lục\nSỐ LIỆU QUÝ II NĂM 2022 CỦA SỞ TÀI CHÍNH VÀ SỞ Y TẾ\n\n", "STC SYT", "2022-Q2"),
        ("BÁO CÁO\nKết quả quý III năm 2022\n\nPHỤ LỤC\nSỐ LIỆU QUÝ II NĂM 2022, SỞ Y TẾ\n\n", "SYT", "2022-Q2 2022-Q3"),
        ("Phụ lục\nTHỐNG KÊ SỐ LIỆU QUÝ II CỦA SỞ TÀI CHÍNH\n\n", "STC", ""),
        ("Bảng số liệu\n\n", "", ""),
    ],
)  # fmt: skip
def test_agency_and_period_are_read_from_title_letterhead_and_number(
    text: str, agencies: str, periods: str, catalogue: Catalogue
) -> None:
    """Receivers and plans for later are left out; what contradicts itself is given back whole."""
    found = heading(text, catalogue)
    assert (list(found.agencies), [period.code for period in found.periods]) == (agencies.split(), periods.split())


@pytest.mark.parametrize(
    ("name", "agencies", "periods"),
    [
        ("BC_CCHC_Q3_2022_SCT.txt", "SCT", "2022-Q3"),
        ("so-cong-thuong-6-thang-2022.txt", "SCT", "2022-H1"),
        ("000.txt", "", ""),
    ],
)
def test_the_file_name_is_asked_last(name: str, agencies: str, periods: str, catalogue: Catalogue) -> None:
    """Only when nothing is written in the document."""
    found = heading("Bảng số liệu\n\n", catalogue, name)
    assert (list(found.agencies), [period.code for period in found.periods]) == (agencies.split(), periods.split())
    written = heading("Phụ lục\nTHỐNG KÊ SỐ LIỆU QUÝ I NĂM 2023 CỦA SỞ TÀI CHÍNH\n\n", catalogue, name)
    assert (written.agencies, written.periods) == (("STC",), (Period.parse("2023-Q1"),))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2023, 3, 17), "2023-Q1"),
        (date(2022, 6, 10), "2022-H1"),
        (date(2022, 9, 15), "2022-Q3"),
        (date(2022, 12, 20), "2022-Y"),
        (date(2023, 1, 10), "2022-Y"),
        (date(2022, 8, 1), None),
    ],
)
def test_a_date_tells_the_period_that_was_just_due(day: date, code: str | None) -> None:
    """Two weeks before the window's end to six weeks after it."""
    assert [period.code for period in due_by(day)] == ([code] if code else [])
