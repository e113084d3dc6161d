"""A word with a slip: nothing is stored that hangs on what it was; what does not hang on it is stored."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, EntryValue
from bot.understanding.understand import understand

CLERK = Context(today=date(2022, 12, 20), agency=AgencyCode("SCT"), open_period=Period.parse("2022-Q4"))


def _values(text: str, reader: Reader) -> tuple[EntryValue, ...]:
    request = understand(text, CLERK, reader=reader)
    return request.values if isinstance(request, Entry) else ()


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ nhận qua bưu chính công ích 2 ngn 3 trăm bộ",  # ngàn
        "hồ sơ nhận qua bưu chính công ích 2 nghfn 3 trăm bộ",  # nghìn
        "biên chế có mặt 38 à jhầm 39",  # nhầm
        "biên chế có mặt 38 à nhmầ 39",
    ],
)
def test_a_slip_in_what_scales_or_takes_back_a_number_stores_no_wrong_one(text: str, reader: Reader) -> None:
    """Two thousand three hundred are not two; the second number counts."""
    assert not [value for value in _values(text, reader) if value.certain and value.raw in {"2", "38"}]


@pytest.mark.parametrize("noun", ["nuoi", "ngoui", "nguooi"])
def test_a_slip_in_what_is_counted_calls_no_other_row(noun: str, reader: Reader) -> None:
    """Nuôi is a word of its own, but four of them are people."""
    values = _values(f"tuyen dung qua thi tuyen, xet tuyen: cong chuc 2 nguoi, vien chuc 4 {noun}", reader)
    assert {value.indicator for value in values if value.certain} <= {
        "recruitment.civil_servants",
        "recruitment.public_employees",
    }


def test_a_yes_that_may_be_a_question_is_asked(reader: Reader) -> None:
    """Chư may be "có chưa"."""
    assert not any(value.certain for value in _values("kh cqs, ud cntt có chư", reader))


def test_initials_stand_for_no_rest_of_a_phrase(reader: Reader) -> None:
    """Tổ chc is "tổ chức", not "tổ (chức hành chính)", so two rows fit."""
    assert not any(value.certain for value in _values("phòng ban chuyên môn ở đơn vị, tổ chc trực thuộc: 12", reader))


@pytest.mark.parametrize(
    ("text", "row", "number"),
    [
        ("hồ sơ TTHC cơ quan mjnh đã trả kết quả 790/812 hồ sơ tiếp nhận", "dossiers.returned", 790),
        ("tỉnh giao 60 nhiệm vụ, xong đúng hạn 57, xng mà quá hạn 3", "assigned_tasks.done_late", 3),
        ("kế hoạch CCHC đề ra 22 nhiệm vụ, đã hoàn thành 13, bban hành 9 văn bản chỉ đạo", "plan.tasks_done", 13),
    ],
)
def test_what_hangs_on_no_slip_is_stored(text: str, row: str, number: int, reader: Reader) -> None:
    """Whatever the strange word was, the value is the same."""
    stored = {value.indicator: value.figure.number for value in _values(text, reader) if value.certain and value.figure}
    assert stored.get(row) == number  # type: ignore[call-overload]


@pytest.mark.parametrize("text", ["hồ sơ tiếp nhận 8oo", "hồ sơ tiếp nhận 1oo bộ", "hồ sơ tiếp nhận 8OO"])
def test_letters_typed_for_zeros_are_no_smaller_number(text: str, reader: Reader) -> None:
    """8oo is refused or 800, never 8."""
    assert not [value for value in _values(text, reader) if value.figure and value.figure.number in {8, 1}]


@pytest.mark.parametrize("text", ["đã đào tạo 38 người (nam 20, nữ 18)", "da dao tao 38 nguoi (nu 18, nam 20)"])
def test_men_and_women_are_no_year(text: str, reader: Reader) -> None:
    """Nam 20 beside "nữ 18" counts men."""
    request = understand(text, CLERK, reader=reader)
    assert getattr(request, "period", None) is None


def test_a_tone_key_behind_a_slip_is_no_number(reader: Reader) -> None:
    """In a message typed in VNI the 2 of "hnh2" is the accent of "hành"."""
    text = "so61 lu7o7ng5 ho62 so7 thu3 tuc5 hnh2 chinh1 do co7 quan tie6p1 nha6n5 quy1 3/2022"
    assert not any(value.certain for value in _values(text, reader))


@pytest.mark.parametrize("text", ["em gửi mail rồi bha", "em gửi mail rồi nhs", "em gửi mail rồi nbha"])
def test_a_number_word_made_by_mending_is_no_value(text: str, reader: Reader) -> None:
    """Bha is the nha of politeness with a slip, hardly three."""
    assert not any(value.certain for value in _values(text, reader))


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ trả kết quả dưới 100",
        "ve ca so duoi 100 ho so tra ket qua",
        "ve cac so doi 100 ho so tra ket qua",  # dưới without its vowel
        "hồ sơ trả kết quả vượt 100",
    ],
)
def test_a_limit_is_no_figure(text: str, reader: Reader) -> None:
    """Fewer than a hundred are not a hundred."""
    assert not any(value.certain for value in _values(text, reader))


@pytest.mark.parametrize(
    "text", ["hồ sơ trả kết quả được 100", "vị trí công tác đã chuyển đổi 5", "vi tri cong tac da chuyen doi 5"]
)
def test_a_word_like_a_limit_holds_no_figure_back(text: str, reader: Reader) -> None:
    """Được and đổi are a letter away from dưới."""
    assert [value.certain for value in _values(text, reader)] == [True]


def test_a_number_in_words_behind_what_may_be_its_first_word_is_asked(reader: Reader) -> None:
    """Mời ba may be mười ba; mới ba are three."""
    assert [value.certain for value in _values("TTHC bãi bỏ, thay thế: mời ba", reader)] == [False]
    assert [value.certain for value in _values("TTHC bãi bỏ, thay thế: mới ba", reader)] == [True]


def test_a_denial_ends_with_its_clause(reader: Reader) -> None:
    """Somebody asks, and then wants to be told at leisure."""
    assert not _values("ke hoach ra soat tthc ban hanh chua em, khi nao tien bao anh nhe", reader)


@pytest.mark.parametrize(
    "text",
    [
        "phát phiếu khảo sát tổng cộng một trăm ninh năm phiếu",  # linh
        "hồ sơ tiếp nhận trực tuyến mức độ 3 và 4: 7 ngàn rỡi",  # rưỡi
        "so luong y kien phan anh da tiep nhan qun 3 2022",  # quý 3
        "tổng số nhiệm vụ tỉnh giao cho Sở Xây dựng 6 tnhág đầu năm 2022",  # tháng
        "hồ sơ trả kết quả các sở tên 100",  # trên
        "hồ sơ trả kết quả cá sở trên 100",  # các
        "y kien da giai luyt 2",  # quyết, two letters off
        "việc tỉnh giao có 2 cái làm xong mà tr hạn",  # trước or trễ
        "nhiệm vụ chư hoàn thành 5",
        "phản ánh chaư trả lời 1",
        "tthc dang cung cpa truc tun muc do 4: 21",  # tuyến, two letters off
        "so nganh va don vi truc thuoc so nganh da thnah ktra 5",  # thanh tra or kiểm tra
    ],
)
def test_a_slip_stores_no_part_of_a_number_no_period_and_no_limit(text: str, reader: Reader) -> None:
    """When in doubt the figure is asked about."""
    assert not [value for value in _values(text, reader) if value.certain]


@pytest.mark.parametrize(
    ("text", "row", "number"),
    [
        ("biên chế được giao 52 nười ạ", "staff.quota_assigned", 52),
        ("cong chuc co tai khoan thu dien tu chinh thuc 64 rguoi", "email_accounts", 64),
        ("ke hoach ra soat tthc: hua", "procedure_review_plan", 0),
        ("kế hoạch rà soát ttc chưa ban hành", "procedure_review_plan", 0),
        ("thanh toán trực tuyến 20/33 tth có thu phí", "online_services.fee_required", 33),
        ("tổng số văn bản đi ưhớc 3.200", "documents.total_outgoing", 3200),
        ("nhiệm vụ tỉnh giao 60 - đúng lạn 57 - quá hạn 3", "assigned_tasks.done_on_time", 57),
        ("biên chế giao 40, có mặt 38, hp đồng 5", "staff.contracts", 5),
    ],
)
def test_a_reading_that_makes_no_sense_holds_no_value_back(text: str, row: str, number: int, reader: Reader) -> None:
    """Of what a strange word may mean, only what fits the row counts."""
    stored = {value.indicator: value.figure.number for value in _values(text, reader) if value.certain and value.figure}
    assert stored.get(row) == number  # type: ignore[call-overload]


def test_a_number_word_behind_thuoc_is_no_figure(reader: Reader) -> None:
    """Thuộc ba was thuộc ban."""
    values = _values("lãnh đạo cấp phòng thuộc ba, mấy anh chị trưởng phó phòng á, tổng cộng 19 người", reader)
    assert {value.indicator for value in values if value.certain} <= {"leaders.division"}
    assert not [value for value in values if value.figure and value.figure.number == 3]


def test_an_agency_that_was_mended_holds_the_values_back(reader: Reader) -> None:
    """Qyt may be SYT, or the quyết of "đã giải quyết" without its vowel."""
    assert not [value for value in _values("y kien da giai qyt 2", reader) if value.certain]
    assert not [value for value in _values("biên chế có mặt xsd: 40", reader) if value.certain]


def test_an_answer_whose_question_word_has_a_slip_is_asked(reader: Reader) -> None:
    """Somebody wants to know."""
    assert not [value for value in _values("so minh da co ke hoach ra soat tthc xhua", reader) if value.certain]
