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
EXPORT = """
xuất báo cáo | xuất báo cáo word quý 1 | xuat bao cao excel q1/2023 | cho xin file word | cho em xin phụ lục
xin file excel quý 3 | tải báo cáo | tải về báo cáo quý 4 sct | in báo cáo quý 1
kết xuất số liệu ra excel | lấy file word giúp em | gửi em bản word
cho xin phụ lục quý 3 sở công thương | xuất phụ lục toàn tỉnh | tải file pdf
"""
OPENING = """
mở kỳ quý 2 | mở kỳ báo cáo quý 2 | mo ky bao cao q2/2023 den 15/6/2023 | mở kỳ quý 2 hạn 15/6 | mở đợt báo cáo 6 tháng
"""
REOPENING = """
xin mở lại | xin mở lại báo cáo quý 3 | mở lại báo cáo quý 1/2023 giúp em | em muốn mở lại báo cáo để sửa
xin mở lại báo cáo sct quý 3/2022 ạ | mo lai bao cao quy 3
"""
NOTHING_OF_IT = """
mở lại lớp tập huấn | mở lại 2 lớp tập huấn
kiểm tra CCHC | đã kiểm tra 5 phòng | số phòng ban đã kiểm tra quý 3 | hủy | bỏ qua | xóa hồ sơ tiếp nhận | bỏ số 25
hồ sơ trả kết quả quý 3 | còn 4T? | báo cáo quý 3 nộp chưa | ai sửa số hồ sơ tiếp nhận | hoàn thành 20 nhiệm vụ
xuất khẩu quý 3 | số cuộc kiểm tra | kiểm tra cải cách hành chính bao nhiêu đơn vị | gửi báo cáo | em gửi báo cáo rồi
số thủ tục xuất nhập khẩu | lấy phiếu khảo sát 25 | mở hồ sơ | in 300 tờ rơi | đã xuất báo cáo | tải lên file word
"""
SAYING_MORE = """
tải báo cáo lên | xuất báo cáo 5 lần | kiểm tra báo cáo bao nhiêu đơn vị | mở kỳ thi nâng ngạch 2 | mở kỳ quý 2 chưa
xuất báo cáo ở đâu | xin file biểu mẫu khảo sát | lịch sử hồ sơ tiếp nhận
"""
COMMANDS = (
    (UNDO, "hoantac"),
    (CHECK, "kiemtra"),
    (HISTORY, "lichsu"),
    (EXPORT, "xuat"),
    (OPENING, "han"),
    (REOPENING, "molai"),
)


def texts(table: str) -> list[str]:
    return [said.strip() for line in table.strip().splitlines() for said in line.split("|")]


@pytest.mark.parametrize(
    ("said", "command"),
    [(said, name) for table, name in COMMANDS for said in texts(table)],
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


@pytest.mark.parametrize("said", texts(SAYING_MORE))
def test_words_behind_a_wish_are_told_to_the_chat(said: str) -> None:
    """It runs the command only where they are a report or a day."""
    wish = wished_command(said)
    assert wish is not None
    assert wish.rest


def test_no_message_of_the_tables_is_taken_for_a_command() -> None:
    """Unless more follows that has to be a report, which the chat looks at (a history of one indicator is a question)."""
    everything = [*(said.text for said in read_table()), *(line["text"] for line in load_blind_messages())]
    taken = [said for said in everything if (wish := wished_command(said)) is not None and not wish.rest]
    assert len(everything) > 1000
    assert taken == []
