"""Messages at a step of guided entry: what answers it, what is of its own, and what is asked about. Without Telegram."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.value import State
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, GuidedStep, Question, Request, StepAnswer, StepItem, Unknown
from bot.understanding.step_wishes import wish_of
from bot.understanding.understand import understand

CATALOGUE = load_catalogue()
READER = Reader(CATALOGUE)
SCT = AgencyCode("SCT")
Q1 = Period.parse("2023-Q1")
PLANNED, DONE = "plan.tasks_planned", "plan.tasks_done"
FLAG, RATE, METHOD = "legal_education", "dossiers.on_time_rate", "satisfaction_survey.method"
LIST = ("inspection.departments_inspected", "inspection.subordinates_inspected", "inspection.issues_found")


def at(rows: tuple[str, ...] | str, text: str) -> Request:
    """What a text means at the step of a row, or at the list of several."""
    listed = isinstance(rows, tuple)
    ids = tuple(IndicatorId(row) for row in (rows if listed else (rows,)))
    step = GuidedStep(ids, SCT, Q1, is_list=listed)
    return understand(text, Context(date(2023, 3, 15), agency=SCT, open_period=Q1, step=step), reader=READER)


def said(request: Request) -> object:
    """An answer in short: `25`, `ước 25`, `25 | note`, a wish, a fault; several for several rows; "?" when it is unclear."""
    if not isinstance(request, StepAnswer):
        return type(request)
    if request.wish is not None:
        return request.wish.value
    if request.miscounted:
        return f"{len(request.miscounted)} read"
    found = [short(item) for item in request.items]
    return found[0] if len(found) == 1 else found


def short(item: StepItem) -> str:
    if item.wish is not None or item.fault is not None:
        return str(item.wish or item.fault)
    if item.figure is None:
        return "?"
    words = {State.NO_DATA: "no data", State.NOTHING_OCCURRED: "nothing"}
    number = words.get(item.figure.state) or f"{'ước ' if item.figure.estimate else ''}{item.figure.number:f}"
    return f"{number} | {item.note}" if item.note else number


@pytest.mark.parametrize(
    ("row", "typed", "means"),
    [
        # bare values, in every writing
        (PLANNED, "25", "25"), (PLANNED, "25 ạ", "25"), (PLANNED, "1.327", "1327"), (PLANNED, "hai mươi lăm", "25"),
        (PLANNED, "25 nhiệm vụ", "25"), (PLANNED, "tổng cộng 25 nhiệm vụ", "25"), (PLANNED, "tất cả là 25", "25"),
        (PLANNED, "ước 25", "ước 25"), (PLANNED, "khoảng 25", "ước 25"), (PLANNED, "0", "0"),
        (RATE, "97,8", "97.8"), (RATE, "97.8%", "97.8"), (RATE, "97,8 phần trăm", "97.8"),
        # the row by name, the step's own agency and period
        (PLANNED, "nhiệm vụ đề ra 25", "25"), (PLANNED, "sct 25", "25"), (PLANNED, "quý 1: 25", "25"),
        (DONE, "đã xong 20", "20"),
        # with a note
        (PLANNED, "25 theo KH 12/KH-SCT", "25 | theo KH 12/KH-SCT"),
        (PLANNED, "25 (Kế hoạch 5/KH-SCT)", "25 | Kế hoạch 5/KH-SCT"),
        (PLANNED, "25 - có 3 nhiệm vụ bổ sung", "25 | có 3 nhiệm vụ bổ sung"),
        (PLANNED, "không phát sinh, ghi chú: chưa có kế hoạch", "nothing | chưa có kế hoạch"),
        (FLAG, "Có (KH 12/KH-SCT)", "1 | KH 12/KH-SCT"),
        # in words, with slips, without accents, as keystrokes
        (PLANNED, "không phát sinh", "nothing"), (PLANNED, "khong phat sin", "nothing"), (PLANNED, "kps", "nothing"),
        (PLANNED, "khoong phats sinh", "nothing"), (PLANNED, "không có nhiệm vụ nào", "nothing"),
        (PLANNED, "chưa có", "no data"), (PLANNED, "chua co so lieu", "no data"), (RATE, "chưa có", "no data"),
        (FLAG, "chưa có số liệu", "no data"),
        (FLAG, "có", "1"), (FLAG, "rồi", "1"), (FLAG, "đúng", "1"), (FLAG, "chưa làm", "0"), (FLAG, "1", "1"),
        (METHOD, "online", "0"), (METHOD, "kết hợp", "2"),
        # part and whole
        (DONE, "13/22", ["13", "22"]), (PLANNED, "13/22", ["13", "22"]), (PLANNED, "13 trên 22", ["13", "22"]),
        # what cannot be
        (PLANNED, "2,5", "fraction_in_count"), (PLANNED, "-3", "negative"), (PLANNED, "22/13", "not_a_number"),
        (PLANNED, "abc", "not_a_number"), (PLANNED, "có", "not_a_number"), (FLAG, "abc", "bad_option"),
        (RATE, "101", "over_limit"), (FLAG, "2", "bad_option"), (RATE, "13/22", "not_a_number"),
    ],
)  # fmt: skip
def test_a_value_for_the_row_that_is_shown(row: str, typed: str, means: object) -> None:
    assert said(at(row, typed)) == means


@pytest.mark.parametrize(
    "typed",
    ["20 người", "3 văn bản", "stc 25", "quý 3/2022: 25", "25-30", "còn 30?", "trước đó 25 giờ 27", "hôm qua 25 nay 27"],
)
def test_a_number_that_may_be_of_something_else_is_asked_about(typed: str) -> None:
    """It counts other things, is of another report, or there are two of it."""
    assert said(at(PLANNED, typed)) == "?"


@pytest.mark.parametrize("typed", ["có em gửi mail rồi nha", "có theo KH 12/KH-SCT ạ rồi đó"])
def test_talk_is_no_yes(typed: str) -> None:
    assert said(at(FLAG, typed)) == "?"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("hồ sơ tiếp nhận 12", Entry),
        ("hồ sơ tiếp nhận 12, trả kết quả 10", Entry),
        ("đã xong 20", Entry),  # at the step of the planned ones
        ("hồ sơ trả kết quả quý 3/2022", Question),
        ("còn thiếu gì?", Question),
        ("tỷ lệ hoàn thành kế hoạch sở 4T quý 3/2022 bao nhiêu?", Question),
        ("cảm ơn", Unknown),
        ("chào em", Unknown),
    ],
)
def test_a_message_of_its_own_stays_one(typed: str, kind: type) -> None:
    assert said(at(PLANNED, typed)) is kind


def test_a_bare_number_before_another_row_is_the_steps() -> None:
    """Nothing of "25, hồ sơ tiếp nhận 12" is lost."""
    answer = at(PLANNED, "25, hồ sơ tiếp nhận 12")
    assert isinstance(answer, StepAnswer)
    assert answer.also is not None
    assert (said(answer), [value.indicator for value in answer.also.values]) == ("25", ["dossiers.received"])


@pytest.mark.parametrize(
    ("wish", "spellings"),
    [
        ("skip", ["bỏ qua", "bo qua", "bo qa", "Bỏ qua ạ", "bor qua", "skip", "tiếp", "để sau", "để trống"]),
        ("back", ["quay lại", "quay lai", "trước", "lùi lại", "back"]),
        ("stop", ["dừng", "dung", "Dừng!", "thôi", "mai làm tiếp", "stop", "tạm nghỉ"]),
        ("as_last", ["như kỳ trước", "nhu ky truoc", "nhu ki truoc", "nhuw kyf truowcs", "như cũ", "giữ như kỳ trước"]),
        ("computed", ["tự tính", "ghi số tự tính"]),
        ("whole", ["cả mục", "nhập cả mục", "nhap ca muc"]),
        ("rest_nothing", ["phần còn lại không phát sinh", "con lai khong phat sinh", "còn lại bằng 0"]),
        ("rest_as_last", ["cả phần như kỳ trước", "phần còn lại giữ như kỳ trước"]),
        ("undo", ["hoàn tác", "hoan tac", "gõ nhầm"]),
        (None, ["đúng", "quá", "có", "không", "25", "không phát sinh", "hồ sơ tiếp nhận", "trước đây 25", "thời hạn", ""]),
    ],
)  # fmt: skip
def test_wishes_as_people_type_them(wish: str | None, spellings: list[str]) -> None:
    """With accents "đúng" is a yes and "dừng" ends; without accents both are "dung", which writes nothing."""
    assert {each: wish_of(each) for each in spellings} == dict.fromkeys(spellings, wish)


@pytest.mark.parametrize(
    ("typed", "means", "certain"),
    [
        ("25 20 3", ["25", "20", "3"], True), ("25, 20, 3", ["25", "20", "3"], True),
        ("25; 20; kps", ["25", "20", "nothing"], True),
        ("25\n20\n3", ["25", "20", "3"], True), ("1. 25\n2. 20\n3. 3", ["25", "20", "3"], True),
        ("1) 25\n2) 20", ["25", "20"], True), ("2. 20", "20", True), ("3: chưa có số liệu", "no data", True),
        ("1 25\n2 20\n3 3", ["25", "20", "3"], True),
        ("25, bỏ, 3", ["25", "skip", "3"], True), ("25 không phát sinh bỏ qua", ["25", "nothing", "skip"], True),
        ("25, như kỳ trước, -", ["25", "as_last", "skip"], True), ("ước 25, 20, 3", ["ước 25", "20", "3"], True),
        ("1. Phòng ban đã kiểm tra: 5\n2. Đơn vị trực thuộc đã kiểm tra 6", ["5", "6"], True),
        ("5 phòng, 6 đơn vị, 0", ["5", "6", "0"], True),
        # could be cut otherwise
        ("25,20,3", ["25", "20", "3"], False), ("1.25\n2.20\n3.3", ["25", "20", "3"], False),
        ("1 327 4", ["1", "327", "4"], False),
        # not one for each row
        ("25 20", "2 read", True), ("25 20 3 1", "4 read", True), ("7", "1 read", True), ("4. 25\n5. 20", "2 read", True),
        # one of them cannot be
        ("2,5 20 3", ["fraction_in_count", "20", "3"], True), ("25, x1, 3", ["25", "not_a_number", "3"], True),
        # of its own
        ("hồ sơ tiếp nhận 12", Entry, True), ("còn thiếu gì?", Question, True),
        ("cảm ơn", Unknown, True), ("dừng", "stop", True),
    ],
)  # fmt: skip
def test_the_rows_of_a_heading_in_one_message(typed: str, means: object, *, certain: bool) -> None:
    answer = at(LIST, typed)
    assert said(answer) == means
    assert not isinstance(answer, StepAnswer) or answer.certain is certain


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_no_text_breaks_a_step_or_writes_another_row(text: str) -> None:
    """Whatever is typed: an answer is for the row shown, or for the part and whole that a fraction names."""
    for rows in (PLANNED, FLAG, RATE, LIST):
        answer = at(rows, text)
        if isinstance(answer, StepAnswer):
            shown = {PLANNED, DONE} if rows == PLANNED else set(rows) if isinstance(rows, tuple) else {rows}
            assert {item.indicator for item in answer.items} <= shown
