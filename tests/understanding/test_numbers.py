"""Values as people type them, by the type of the row they are meant for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue_file import load_catalogue
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, RATE_OF_NOTHING, Fault, Figure
from bot.understanding.numbers import Fraction, read_figure, read_fraction

CATALOGUE = load_catalogue()
COUNT, PERCENT = CATALOGUE.row("dossiers.received"), CATALOGUE.row("dossiers.on_time_rate")
FLAG, METHOD = CATALOGUE.row("commendation"), CATALOGUE.row("satisfaction_survey.method")
DONE, DISCIPLINE = CATALOGUE.row("appointment.by_competition"), CATALOGUE.row("discipline_directives")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("25", 25), ("01", 1), ("0*", 0), ("4.968", 4968), ("4,968", 4968), ("4 968", 4968), ("12.405", 12405),
        ("1.234.567", 1234567),
        ("5.0", 5), ("5,0", 5), ("1,2 nghìn", 1200), ("1.2 nghìn", 1200), ("2k5", 2500), ("3k", 3000), ("2 nghìn rưỡi", 2500),
        ("mười ba", 13), ("muoi lam", 15), ("hai mươi mốt", 21), ("hai mốt", 21), ("ba mươi tư", 34),
        ("một trăm linh năm", 105),
        ("hai trăm rưỡi", 250), ("trăm hai", 120), ("ba nghìn rưỡi", 3500), ("một nghìn hai trăm", 1200), ("nghìn hai", 1200),
        ("46 người", 46), ("25 nhiệm vụ", 25),
        ("một nghìn không trăm linh năm", 1005), ("2 nghìn 5 trăm", 2500), ("3 trăm", 300), ("5 chục", 50), ("1tr25", 1250000),
        ("25nv", 25), ("1200 bộ hồ sơ TTHC", 1200), ("mười ba biên chế", 13), ("là 5", 5), ("được 5 ạ", 5), ("+5", 5),
        ("25 (hai mươi lăm)", 25),
        ("12 hồ sơ ạ", 12), ("= 17", 17), (": 350", 350), ("18 nha", 18), ("1 327 bộ", 1327),
    ],
)  # fmt: skip
def test_a_count_in_every_writing(typed: str, number: int) -> None:
    """Points, commas and spaces before three digits separate thousands."""
    assert read_figure(typed, COUNT) == Figure(Decimal(number))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("59.09", "59.09"), ("59,09", "59.09"), ("59,09 %", "59.09"), ("100%", "100"),
        ("100 phần trăm", "100"), ("97,8%", "97.8"),
        ("4.968", "4.968"), ("chín mươi chín phẩy năm", "99.5"), ("tám mươi", "80"), ("0", "0"),
    ],
)  # fmt: skip
def test_a_percent_in_every_writing(typed: str, number: str) -> None:
    """The only point or comma is the decimal mark."""
    assert read_figure(typed, PERCENT) == Figure(Decimal(number))


@pytest.mark.parametrize(
    "typed",
    [
        "không phát sinh",
        "khong phat sinh",
        "ko phát sinh",
        "không có",
        "ko co",
        "không có vấn đề nào",
        "chưa phát sinh",
        "không có ai",
        "chưa có trường hợp nào",
        "không có vấn đề nào được phát hiện",
        "0 phát sinh",
        "chưa có",
    ],
)
def test_nothing_occurred(typed: str) -> None:
    """A statement of its own: 0, said so. A percent of nothing has no number, except that "chưa có" is not known yet."""
    assert read_figure(typed, COUNT) == NOTHING_OCCURRED
    assert read_figure(typed, PERCENT) == (NO_DATA if typed == "chưa có" else RATE_OF_NOTHING)


@pytest.mark.parametrize(
    "typed", ["chưa có số liệu", "chua co so lieu", "chưa thống kê", "chưa thống kê được", "chưa có số", "đang tổng hợp"]
)
@pytest.mark.parametrize("row", [COUNT, PERCENT], ids=["count", "percent"])
def test_no_data_yet(typed: str, row: object) -> None:
    """Known to be missing: never 0."""
    assert read_figure(typed, row) == NO_DATA  # type: ignore[arg-type]  parametrize loses the row's type


def test_not_yet_any_is_zero_in_a_count_and_unknown_in_a_percent() -> None:
    """Thus "chưa có" says that nobody was disciplined yet, but not that satisfaction is 0 %."""
    assert read_figure("chưa có", COUNT) == NOTHING_OCCURRED
    assert read_figure("chưa có", PERCENT) == NO_DATA


@pytest.mark.parametrize(
    "typed",
    [
        "tầm 1200",
        "cỡ 1200",
        "hơn 1200",
        "ước 1200",
        "khoảng 1.200",
        "ước khoảng 1200",
        "ước đạt 1200 hồ sơ",
        "1200 (ước)",
        "~1200",
    ],
)
def test_an_estimate(typed: str) -> None:
    """To be confirmed before submitting."""
    assert read_figure(typed, COUNT) == Figure(Decimal(1200), estimate=True)


@pytest.mark.parametrize(
    ("typed", "row", "number"),
    [
        ("có", FLAG, 1), ("Có", FLAG, 1), ("co roi", FLAG, 1), ("rồi", FLAG, 1), ("đã khen", FLAG, 1),
        ("không", FLAG, 0), ("ko", FLAG, 0),
        ("chưa", FLAG, 0), ("chưa có", FLAG, 0), ("chưa làm xong", FLAG, 0), ("1", FLAG, 1), ("0", FLAG, 0), ("01", FLAG, 1),
        ("trực tuyến", METHOD, 0), ("online", METHOD, 0), ("phát phiếu", METHOD, 1),
        ("phiếu giấy", METHOD, 1), ("kết hợp", METHOD, 2),
        ("có (1)", FLAG, 1), ("Có = 1", FLAG, 1), ("có 2 người", FLAG, 1), ("✓", FLAG, 1),
        ("kết hợp cả phát phiếu lẫn online", METHOD, 2), ("vừa online vừa phát phiếu", METHOD, 2), ("2", METHOD, 2),
        ("chưa thực hiện", DONE, 0), ("đã thực hiện", DONE, 1), ("rồi", DONE, 1), ("chưa", DONE, 0),
        ("tốt", DISCIPLINE, 1), ("chấp hành tốt", DISCIPLINE, 1), ("không vi phạm", DISCIPLINE, 1),
        ("có vi phạm", DISCIPLINE, 0),
    ],
)  # fmt: skip
def test_an_answer_in_words(typed: str, row: object, number: int) -> None:
    """Options by word, alias or number; in one flag 0 means that there was a violation."""
    assert read_figure(typed, row) == Figure(Decimal(number))  # type: ignore[arg-type]  parametrize loses the row's type


@pytest.mark.parametrize(
    ("typed", "row", "fault"),
    [
        ("nhiều lắm", COUNT, Fault.NOT_A_NUMBER), ("12x4", COUNT, Fault.NOT_A_NUMBER), ("abc", COUNT, Fault.NOT_A_NUMBER),
        ("đầy đủ", COUNT, Fault.NOT_A_NUMBER), ("", COUNT, Fault.NOT_A_NUMBER), ("13/22", COUNT, Fault.NOT_A_NUMBER),
        ("25 - 30", COUNT, Fault.NOT_A_NUMBER), ("2k05", COUNT, Fault.NOT_A_NUMBER), ("10 20", COUNT, Fault.NOT_A_NUMBER),
        ("rưỡi", COUNT, Fault.NOT_A_NUMBER), ("hai ba năm", COUNT, Fault.NOT_A_NUMBER), ("dưới 10", COUNT, Fault.NOT_A_NUMBER),
        ("50%", COUNT, Fault.NOT_A_NUMBER), ("2,5", COUNT, Fault.FRACTION_IN_COUNT), ("45.5", COUNT, Fault.FRACTION_IN_COUNT),
        ("1.234,5", COUNT, Fault.FRACTION_IN_COUNT), ("-20", COUNT, Fault.NEGATIVE), ("âm 5", COUNT, Fault.NEGATIVE),
        ("−5%", PERCENT, Fault.NEGATIVE), ("120%", PERCENT, Fault.OVER_LIMIT), ("101", PERCENT, Fault.OVER_LIMIT),
        ("Có = 1 Không = 0", FLAG, Fault.BAD_OPTION), ("Không = 0 Có = 1", FLAG, Fault.BAD_OPTION),
        ("online + giấy", METHOD, Fault.BAD_OPTION), ("có", DISCIPLINE, Fault.BAD_OPTION), ("không", METHOD, Fault.BAD_OPTION),
        ("3", FLAG, Fault.BAD_OPTION), ("5", METHOD, Fault.BAD_OPTION), ("qua điện thoại", METHOD, Fault.BAD_OPTION),
    ],
)  # fmt: skip
def test_what_cannot_be_a_value_says_why(typed: str, row: object, fault: Fault) -> None:
    """A refused value has its reason."""
    assert read_figure(typed, row) is fault  # type: ignore[arg-type]  parametrize loses the row's type


@pytest.mark.parametrize(
    ("typed", "part", "whole"), [("13/22", 13, 22), ("17 / 25", 17, 25), ("1.200/1.300", 1200, 1300), ("13 trên 22", 13, 22)]
)
def test_a_part_of_a_whole(typed: str, part: int, whole: int) -> None:
    """Fills two indicators."""
    assert read_fraction(typed) == Fraction(Decimal(part), Decimal(whole))


@pytest.mark.parametrize("typed", ["13", "a/b", "13/", "2,5/3", "1/2/2022"])
def test_what_is_no_fraction(typed: str) -> None:
    """Dates and halves are not parts of a whole."""
    assert read_fraction(typed) is None


@given(st.integers(0, 10**9))
def test_every_writing_of_a_number_is_read_back(number: int) -> None:
    """Plain, with points, with commas, with spaces."""
    grouped = f"{number:,}"
    for typed in (str(number), grouped, grouped.replace(",", "."), grouped.replace(",", " ")):
        assert read_figure(typed, COUNT) == Figure(Decimal(number))


@given(st.text(max_size=300))
def test_any_text_is_a_figure_or_a_fault(typed: str) -> None:
    """Never an exception."""
    for row in (COUNT, PERCENT, FLAG, METHOD, DONE, DISCIPLINE):
        assert isinstance(read_figure(typed, row), Figure | Fault)
    read_fraction(typed)
