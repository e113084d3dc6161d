"""Plain words that ask for undo, a check or a history; the many messages that are about figures must not be taken for it."""

import pytest

from bot.understanding.wished_commands import wished_command
from tests.message_table import load_blind_messages, read_table

UNDO = """
hoàn tác | Hoan tac | undo | undo giúp em | nhầm rồi, hoàn tác | ghi nhầm, hủy số vừa nhập | hủy số vừa nhập | huỷ cái vừa nhập
xóa số vừa ghi đi | bỏ số liệu vừa gửi | lấy lại số cũ | khôi phục số liệu cũ | trả về số cũ | hủy lần nhập cuối
hủy lần ghi gần nhất
xoá cái mới ghi | em nhập nhầm, xóa giúp em | hoàn tác lần nhập vừa rồi | quay lại số trước | sai rồi bỏ đi
"""
CHECK = """
kiểm tra báo cáo | kiểm tra báo cáo quý 3 | kiem tra lai so lieu giup em | rà soát số liệu sct quý 3/2022 | soát lỗi báo cáo
báo cáo có lỗi gì không | số liệu có khớp không | số liệu quý này có chỗ nào sai không | kiểm tra lỗi
báo cáo còn chỗ nào chưa khớp | kiểm tra logic số liệu
"""
HISTORY = """
lịch sử | lịch sử sửa số liệu | lịch sử nhập của tôi | lịch sử báo cáo quý 3 sct | tôi vừa nhập gì | em đã ghi những gì
nhật ký sửa số liệu | ai sửa báo cáo quý này | ai đã sửa gì
"""
NOTHING_OF_IT = """
kiểm tra CCHC | đã kiểm tra 5 phòng | số phòng ban đã kiểm tra quý 3 | hủy | bỏ qua | xóa hồ sơ tiếp nhận | bỏ số 25
hồ sơ trả kết quả quý 3 | còn 4T? | báo cáo quý 3 nộp chưa | ai sửa số hồ sơ tiếp nhận | hoàn thành 20 nhiệm vụ
"""


def texts(table: str) -> list[str]:
    return [said.strip() for line in table.strip().splitlines() for said in line.split("|")]


@pytest.mark.parametrize(
    ("said", "command"),
    [(said, name) for table, name in ((UNDO, "hoantac"), (CHECK, "kiemtra"), (HISTORY, "lichsu")) for said in texts(table)],
)
def test_words_that_ask_for_a_command(said: str, command: str) -> None:
    """However they are put."""
    wish = wished_command(said)
    assert wish is not None
    assert wish.command == command


@pytest.mark.parametrize("said", texts(NOTHING_OF_IT))
def test_words_that_ask_for_something_else(said: str) -> None:
    """“Kiểm tra” is a heading of the form, and a word to drop a question is no undo."""
    assert wished_command(said) is None


def test_no_message_of_the_tables_is_taken_for_a_command() -> None:
    """Unless more follows that has to be a report, which the chat looks at (a history of one indicator is a question)."""
    everything = [*(said.text for said in read_table()), *(line["text"] for line in load_blind_messages())]
    taken = [said for said in everything if (wish := wished_command(said)) is not None and not wish.rest]
    assert len(everything) > 1000
    assert taken == []
