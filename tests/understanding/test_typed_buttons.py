"""What somebody types where buttons stand: which of them is meant, if any."""

import pytest

from bot.understanding.typed_buttons import named_button, placed_button, says_yes

BLANKS = ("Để trống", "Không phát sinh (13)", "Chưa có số liệu (21)", "Để trống cả 7 phần còn lại")
PEOPLE = ("1. Nội vụ", "2. Công Thương", "3. Lan", "Lịch sử")
SUBMIT = ("Nộp báo cáo", "Để sau", "Đã nộp bản giấy")
TWO_AGENCIES = ("Nhập tiếp STC", "Đã nộp giấy STC", "Nhập tiếp SYT", "Đã nộp giấy SYT", "Nhắc lại sau")


@pytest.mark.parametrize(
    ("text", "labels", "meant"),
    [
        ("để trống", BLANKS, "Để trống"),  # all of one label goes before the beginning of another
        ("De trong.", BLANKS, "Để trống"),
        ("không phát sinh", BLANKS, "Không phát sinh (13)"),
        ("dạ không phát sinh nhé", BLANKS, "Không phát sinh (13)"),
        ("chưa có số liệu", BLANKS, "Chưa có số liệu (21)"),
        ("chưa có", BLANKS, "Chưa có số liệu (21)"),
        ("để trống cả 7 phần còn lại", BLANKS, "Để trống cả 7 phần còn lại"),
        ("Lan", PEOPLE, "3. Lan"),
        ("nội vụ", PEOPLE, "1. Nội vụ"),
        ("nộp", SUBMIT, "Nộp báo cáo"),
        ("để sau đi em", SUBMIT, "Để sau"),
        ("đã nộp giấy syt", TWO_AGENCIES, "Đã nộp giấy SYT"),
        ("nhập tiếp", TWO_AGENCIES, None),  # of which agency?
        ("nhắc lại", TWO_AGENCIES, "Nhắc lại sau"),
        ("để trống?", BLANKS, None),
        ("2", BLANKS, None),  # may be a figure
        ("1.", PEOPLE, None),
        ("co", ("Có số", "Không"), None),
        ("không phát sinh hồ sơ nào quá hạn", BLANKS, None),  # says more
        ("", BLANKS, None),
        ("…", BLANKS, None),
    ],
)
def test_a_button_is_named_by_its_words(text: str, labels: tuple[str, ...], meant: str | None) -> None:
    """All of them, or a beginning that no other button has."""
    place = named_button(text, labels)
    assert (None if place is None else labels[place]) == meant


def test_two_buttons_alike_are_none() -> None:
    """Two messages of one turn, each with its own Undo."""
    assert named_button("hoàn tác", ("Hoàn tác", "Nhập tiếp", "Hoàn tác")) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("số 2", 1),
        ("chọn 2", 1),
        ("chọn cái thứ 2", 1),
        ("nút 4", 3),
        ("cái đầu tiên", 0),
        ("thứ nhất", 0),
        ("Thứ ba", 2),
        ("cái cuối", 3),
        ("số 5", None),
        ("số 0", None),
        ("2", None),
        ("hai", None),
        ("số 2 là bao nhiêu", None),
        ("hồ sơ số 2", None),
    ],
)
def test_a_button_is_meant_by_its_place(text: str, place: int | None) -> None:
    """With a word that says so."""
    assert placed_button(text, BLANKS) == place


@pytest.mark.parametrize(("text", "yes"), [("đồng ý", True), ("Có ạ", True), ("dạ có", True), ("ok", False), ("có 5", False)])
def test_agreeing(text: str, yes: bool) -> None:  # noqa: FBT001  a table's column
    """Not by "ok", which only says that it was read."""
    assert says_yes(text) is yes
