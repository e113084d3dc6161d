"""Periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.period import Period, Span
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.periods import find_every_period, find_periods, find_same_period
from bot.understanding.text import fold, words_of

TODAY = date(2022, 11, 1)


def _codes(text: str, *, today: date = TODAY, opened: str | None = None) -> str:
    """Codes of the periods found, each once, in text order."""
    found = find_periods(words_of(text), today=today, open_period=Period.parse(opened) if opened else None)
    return " ".join(dict.fromkeys(mention.value.code for mention in found))


WRITINGS = [
    ("quý 3/2022", "2022-Q3"),
    ("quý 3 năm 2022", "2022-Q3"),
    ("Quý III/2022", "2022-Q3"),
    ("quí III-2022", "2022-Q3"),
    ("qúy 3 2022", "2022-Q3"),
    ("quý ba năm 2022", "2022-Q3"),
    ("quý tư năm 2021", "2021-Q4"),
    ("quý lll/2022", "2022-Q3"),  # scanned
    ("Q.2/2022", "2022-Q2"),
    ("q3/22", "2022-Q3"),
    ("q3 22", "2022-Q3"),
    ("q3-22", "2022-Q3"),
    ("QIV.2021", "2021-Q4"),
    ("q04/2021", "2021-Q4"),
    ("2022Q1", "2022-Q1"),
    ("2022-Q1", "2022-Q1"),
    ("năm 2022, quý 3", "2022-Q3"),
    ("quý 3 của năm 2022", "2022-Q3"),
    ("III/2022", "2022-Q3"),
    ("3 tháng đầu năm 2022", "2022-Q1"),
    ("3 tháng cuối năm 2021", "2021-Q4"),
    ("6 tháng đầu năm 2022", "2022-H1"),
    ("6 tháng 2022", "2022-H1"),
    ("sáu tháng cuối năm 2021", "2021-H2"),
    ("6t đầu năm 2022", "2022-H1"),
    ("6T/2022", "2022-H1"),
    ("nửa đầu năm 2022", "2022-H1"),
    ("nửa cuối năm 2021", "2021-H2"),
    ("9 tháng năm 2022", "2022-9M"),
    ("9t/2022", "2022-9M"),
    ("cả năm 2021", "2021-Y"),
    ("năm 2021", "2021-Y"),
    ("2021 sxd", "2021-Y"),
    ("12 tháng năm 2021", "2021-Y"),
]


@pytest.mark.parametrize(("text", "code"), WRITINGS)
def test_a_period_in_every_writing(text: str, code: str) -> None:
    assert _codes(text) == code
    assert _codes(fold(text)) == code
    assert _codes(f"số hồ sơ tiếp nhận {text} của sở") == code
    assert _codes(text.upper()) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quys 3 nawm 2022 nhieemj vuj", "2022-Q3"),
        ("6 thangs ddaauf nawm 2022", "2022-H1"),
        ("qu1y 3 na8m 2022 ho62 so7", "2022-Q3"),
        ("quu 3 nma 2022", "2022-Q3"),  # slips
        ("quý3nam2022", "2022-Q3"),
        ("quy3/2022", "2022-Q3"),
        ("6thang dau nam 2022", "2022-H1"),
        ("6 tahng dau nam 2022", "2022-H1"),
        ("6 thang dua nam 2022", "2022-H1"),
        ("quý 3/20222", "2022-Q3"),
        ("quý 3 năm 2202", "2022-Q3"),
    ],
)
def test_keystrokes_and_slips(text: str, code: str) -> None:
    assert _codes(decode_keystrokes(text) or text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("quý 2 với quý 3 năm 2022", "2022-Q2 2022-Q3"),
        ("quý 2/2022 so với quý 3", "2022-Q2 2022-Q3"),
        ("q1, q2, q3/2022", "2022-Q1 2022-Q2 2022-Q3"),
        ("quý 1, 2 và 3 năm 2022", "2022-Q1 2022-Q2 2022-Q3"),
        ("quý 1-3/2022", "2022-Q1 2022-Q2 2022-Q3"),
        ("từ quý 1 đến quý 4 năm 2021", "2021-Q1 2021-Q2 2021-Q3 2021-Q4"),
        ("từ quý 3/2021 đến quý 2/2022", "2021-Q3 2021-Q4 2022-Q1 2022-Q2"),
        ("từ quý 1/2022 đến nay", "2022-Q1 2022-Q2 2022-Q3 2022-Q4"),
        ("từ năm 2020 đến năm 2022", "2020-Y 2021-Y 2022-Y"),
        ("4 quý năm 2021", "2021-Q1 2021-Q2 2021-Q3 2021-Q4"),
        ("2 quý đầu năm 2022", "2022-H1"),
        ("hai quý cuối của năm 2021", "2021-H2"),
        ("ba quý đầu năm 2022", "2022-9M"),
        ("so sánh hai quý đầu năm 2022", "2022-Q1 2022-Q2"),
        ("diễn biến 3 quý đầu năm 2022", "2022-Q1 2022-Q2 2022-Q3"),
        ("quý đầu tiên của năm 2022", "2022-Q1"),
        ("quý cuối năm 2021", "2021-Q4"),
        ("quý thứ ba năm 2022", "2022-Q3"),
        ("quý gần nhất", "2022-Q3"),
        ("từ đầu năm đến giờ", "2022-Y"),
        ("đầu năm tới nay", "2022-Y"),  # no "năm tới"
        ("mấy năm nay", ""),
        ("cùng kỳ quý 3 năm ngoái", "2021-Q3"),
        ("quý 3/2022 so với cùng kỳ quý 3/2021", "2022-Q3 2021-Q3"),
        ("so với cùng kỳ quý 3/2022", "2021-Q3 2022-Q3"),
        ("quý 3/2022 so với cùng kỳ", "2022-Q3 2021-Q3"),
        ("quý 3/2022 so với cùng kỳ năm ngoái", "2022-Q3 2021-Q3"),
        ("quý 3/2022 so với năm 2021", "2022-Q3 2021-Q3"),  # like with like
        ("quý 3/2022 so với quý trước", "2022-Q3 2022-Q2"),
        ("6 tháng đầu năm 2022 so với cả năm 2021", "2022-H1 2021-Y"),
        ("hồ sơ năm 2022 của sở y tế, quý 3", "2022-Q3"),  # the year said apart
        ("quý 3, 2 văn bản", "2022-Q3"),  # two documents, not the second quarter
    ],
)
def test_several_periods(text: str, codes: str) -> None:
    assert _codes(text) == codes


@pytest.mark.parametrize(
    ("text", "today", "opened", "code"),
    [
        ("quý 3", date(2022, 11, 1), None, "2022-Q3"),
        ("quý 4", date(2022, 11, 1), None, "2022-Q4"),  # its window began on 15 September
        ("quý 4", date(2022, 9, 14), None, "2021-Q4"),
        ("quý 1", date(2022, 12, 20), None, "2023-Q1"),
        ("quý 4", date(2022, 10, 5), "2022-Q3", "2021-Q4"),  # not after the open one
        ("quý 3", date(2023, 1, 10), "2022-Q4", "2022-Q3"),
        ("6 tháng đầu năm", date(2022, 7, 5), "2022-Q2", "2022-H1"),
        ("quý này", date(2022, 11, 1), None, "2022-Q4"),
        ("quý này", date(2022, 10, 5), "2022-Q3", "2022-Q3"),
        ("quý này", date(2022, 7, 5), "2022-H1", "2022-Q2"),
        ("kỳ này", date(2022, 7, 5), "2022-H1", "2022-H1"),
        ("quý trước", date(2022, 10, 5), "2022-Q3", "2022-Q2"),
        ("quý trước", date(2023, 2, 1), None, "2022-Q4"),
        ("kỳ trước", date(2023, 2, 1), "2022-Y", "2021-Y"),
        ("quý 4 năm ngoái", date(2022, 11, 1), None, "2021-Q4"),
        ("năm nay", date(2022, 11, 1), None, "2022-Y"),
        ("năm ngoái", date(2023, 2, 1), None, "2022-Y"),
        ("nửa đầu năm nay", date(2022, 11, 1), None, "2022-H1"),
        ("quý này năm ngoái", date(2022, 11, 1), None, "2021-Q4"),
    ],
)
def test_what_is_not_said_follows_the_open_report_or_the_day(text: str, today: date, opened: str | None, code: str) -> None:
    assert _codes(text, today=today, opened=opened) == code


@pytest.mark.parametrize(
    "text",
    [
        "tháng 3/2022",
        "t9/2022",
        "ngày 12/01/2022",
        "từ ngày 15/6/2022 đến ngày 14/9/2022",
        "15/KH-SCT",
        "2238/QĐ-UBND ngày 12/01/2022",
        "Nghị định 130/2005/NĐ-CP",
        "giai đoạn 2021-2025",
        "quy trình 3 bước",
        "kết quả 3",
        "trả kết quả 4",
        "hợp đồng 3 tháng",
        "mức độ 3, 4",
        "so với kế hoạch năm",
        "cắt giảm trong năm",
        "tiếp nhận 13/22",
        "tổng cộng 100/2022 hồ sơ",
        "4T",
        "sđt 0905 123 456",
        "cùng kỳ năm ngoái",
        "",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert _codes(text) == ""


def test_the_span_covers_the_whole_wording() -> None:
    text = "hồ sơ từ quý 1 đến quý 2 năm 2022 của sở"
    words = words_of(text)
    spans = {text[words[m.first].start : words[m.last - 1].end] for m in find_periods(words, today=TODAY, open_period=None)}
    assert spans == {"từ quý 1 đến quý 2 năm 2022"}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("quý 3/2022", 1, 1), ("q3 22", 0.3, 0.7), ("kế hoạch cchc năm 2022", 0.3, 0.5), ("2022 sxd", 0.7, 0.9)],
)
def test_doubtful_periods_say_so(text: str, least: float, most: float) -> None:
    (mention,) = find_periods(words_of(text), today=TODAY, open_period=None)
    assert least <= mention.confidence <= most


@pytest.mark.parametrize(
    "text", ["qua các quý", "cac quy", "từng quý", "theo quý", "diễn biến", "qua các kỳ báo cáo", "qua các năm"]
)
def test_every_period_is_asked_for(text: str) -> None:
    assert find_every_period(words_of(f"hồ sơ {text}")) is not None


@pytest.mark.parametrize("text", ["quý 3", "các quý năm 2022", "trong kỳ báo cáo", "định kỳ chuyển đổi", "quy chế các sở"])
def test_every_period_is_not_asked_for(text: str) -> None:
    assert find_every_period(words_of(f"hồ sơ {text}")) is None


@pytest.mark.parametrize(("text", "year"), [("so với cùng kỳ", None), ("cùng kì năm ngoái", None), ("so cùng kỳ 2020", 2020)])
def test_the_same_period_of_the_focus_is_asked_for(text: str, year: int | None) -> None:
    mention = find_same_period(words_of(text))
    assert mention is not None
    assert mention.value == year


@given(st.sampled_from(list(Span)), st.integers(2015, 2030))
def test_names_we_print_are_read_back(span: Span, year: int) -> None:
    period = Period(year, span)
    assert _codes(f"hồ sơ tiếp nhận {period.name} sct") == period.code
    assert _codes(period.code) == period.code


@given(
    st.text(st.sampled_from(list("0123456789/.- ,quynamthgdeikv")), max_size=120), st.dates(date(2015, 1, 1), date(2040, 1, 1))
)
def test_any_text_is_read_without_error(text: str, today: date) -> None:
    words = words_of(text)
    for mention in find_periods(words, today=today, open_period=None):
        assert 0 <= mention.first < mention.last <= len(words)
    find_every_period(words)
    find_same_period(words)
