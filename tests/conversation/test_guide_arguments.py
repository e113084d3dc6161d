"""What /nhap is told, and which plain words ask for the same."""

import pytest

from bot.conversation.guide_arguments import asked_for
from tests.conversation.office import CLERK, Office


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("nhập tiếp", ""), ("nhap tiep di em", ""), ("Tiếp tục nhập", ""), ("làm tiếp", ""), ("nhập số liệu", ""),
        ("nhập phần III", "iii"), ("nhap phan 3", "3"), ("em muốn nhập mục III.7", "iii.7"), ("nhập mục 3.7", "3.7"),
        ("nhập III.5", "iii.5"), ("sang phần IV", "iv"), ("chuyển sang mục III.7 ", "iii.7"),
        ("nhập 25", None), ("nhiệm vụ đề ra 25", None), ("làm tiếp nhiệm vụ đề ra 25", None), ("ai nhập số này", None),
        ("nhập phần mềm 3", None), ("còn thiếu phần III không", None), ("nhập vi phạm 2", None),
    ],
)  # fmt: skip
def test_plain_words_that_ask_for_guided_entry(text: str, part: str | None) -> None:
    """A message with a value or a question in it is never taken for one."""
    assert asked_for(text) == part


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("phần III", "0/21 · Phần III"),
        ("3", "0/21 · Phần III"),
        ("III.7", "0/3 · Mục III.7"),
        ("mục 3.7", "0/3 · Mục III.7"),
        ("sct phần I quý 1", "0/21 · Phần I"),
        ("quý 1/2023 sct", "còn trống 127"),
        ("kết quả giải quyết tthc", "0/3 · Mục III.7"),
        ("hồ sơ trả kết quả", "0/1 · Chỉ tiêu III.7"),
        ("tỷ lệ hoàn thành kế hoạch cchc", "0/1 · Chỉ tiêu I.1"),  # optional, but named
        ("tất cả", "0/127 · Phần I (0/21)"),
        ("kiểm tra", "không có chỗ nào chưa khớp"),
        ("việc của tôi", "phần việc của anh/chị không còn gì trống"),
        ("VII.1", "Anh/chị nhập mục nào?"),  # the form counts twice in that section
        ("dịch vụ công trực tuyến", "· Mục VII.3"),
        ("phần IX", "Chưa rõ «phần IX»"),
        ("thu ngân sách", "Chưa rõ «thu ngân sách»"),
        ("stc", "không được giao nhập số liệu của Sở Tài chính"),
        ("quý 3/2022", "đã khóa"),
    ],
)
def test_what_the_command_is_told(office: Office, argument: str, says: str) -> None:
    """Agency, period and part in any order; what is not certain is offered or refused with examples."""
    office.command("nhap", argument, by=CLERK)
    assert says in office.said[-1].text
