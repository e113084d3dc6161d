"""Dates, months, document numbers and telephone numbers: digits that are never a value and never a reporting period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.understanding.text import Mention, Word
from bot.understanding.word_line import WordLine


class Mark(StrEnum):
    """What the digits belong to."""

    DATE = "date"  # 12/01/2022, ngày 15 tháng 9 năm 2022, ngày 15/9
    MONTH = "month"  # tháng 3/2022, t3/2022: a month is no reporting period
    DOCUMENT = "document"  # 2238/QĐ-UBND, Nghị định 130/2005/NĐ-CP, Chỉ thị 10, số 15/KH-SCT ngày 12/01/2022
    TELEPHONE = "telephone"  # 0905 123 456
    PROGRAMME = "programme"  # giai đoạn 2021-2025: the name of a plan
    CHANGE = "change"  # tăng 10 % so với cùng kỳ: beside the figure, none of its own


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"{_DAY}(?P<mark>[/.\- ]){_MONTH}(?P=mark){_YEAR}"
    rf"|{_DAY}(?P<short_mark>[/.\-]){_MONTH}(?P=short_mark)\d\d"
    rf"|{_YEAR}-{_MONTH}-{_DAY}"
    rf"|(?:ngay|mung|hom) {_DAY}(?:(?:[/.\-]| thang ){_MONTH}(?:(?:[/.\-]| nam ){_YEAR})?)?"
    rf"|{_DAY} thang {_MONTH}(?! ?(?:thang|t)\b)(?:(?:[/.\-]| nam ){_YEAR})?"
)
# "6 tháng", "9 thang" must not be read as the month 6; "tháng 9 tháng" neither
_MONTH_OF_YEAR = (
    rf"thang ?(?:{_MONTH})(?![\d.,]| ?(?:thang|t)\b)(?:[/.\- ](?:nam )?{_YEAR})?"
    rf"|t(?:{_MONTH})(?:[/.\-]| nam ){_YEAR}"
    rf"|t(?:{_MONTH})[/\-]\d\d"
)
# the letters after the number of an official document: 15/KH-SCT, 2238/QĐ-UBND
_KINDS = (
    "kh|qd|nq|ct|bc|tb|cv|ubnd|hdnd|snv|tt|nd|ttr|hd|gm|bnv|cp|ttg|kl|pa|ctr|ktnn|stt|bb|qc|qppl|vp|vpcp|ttcp|tu|bcd|tct|tctccb"
)
_LETTERS = rf"(?:(?:{_KINDS})(?:-[a-z][a-z0-9&]*)*|[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)+)"
_REGISTERED = rf"\d{{1,5}}[a-z]?(?:/{_YEAR})?/{_LETTERS}"
_LEGAL = "nghi dinh|thong tu|chi thi|nghi quyet|quyet dinh|luat so|thong tu lien tich"
_ANY_PAPER = (
    f"{_LEGAL}|cong van|ke hoach|bao cao|to trinh|huong dan|thong bao|van ban|giay moi|bien ban|luat|de an|cv|qd|nd|nq|kh|bc|vb"
)
# workers of decrees 68/2000 and 111/2022 are called by their number: "hợp đồng 68: 3"
_CONTRACT = (
    r"(?:(?<=hop dong )|(?<=lao dong )|(?<=\bhd )|(?<=\bhdld ))(?:theo )?(?:nd )?(?:68|111)"
    r"(?=[; \-](?:(?:la|co|hien|con|duoc|hien co) )*\d)"
)
# people are let go by decree 108/2014: "nghỉ theo diện 108"
_LET_GO = (
    r"(?:(?:dien|che do) (?:theo )?(?:nghi dinh |nd )?"
    r"|(?:(?<=nghi )|(?<=ve )|(?<=huu )|(?<=vuon )|(?<=som )|(?<=tuoi )|(?<=bien )|(?<=gian )|(?<=che ))"
    r"(?:theo )?(?:nghi dinh |nd )?)108(?![\d.,%])"
)
_DOCUMENT = (
    rf"(?:(?:{_ANY_PAPER}) )?(?:so )?{_REGISTERED}"
    rf"|(?:{_LEGAL}|nd|nq|qd) (?:so )?\d{{1,5}}(?![\d.,%])(?:/{_YEAR})?(?: (?:va|voi) (?:so )?\d{{1,3}}(?![\d.,]))?"
    rf"|ct ?(?:so )?(?:10|26)(?![\d.,])"  # the two directives that the forms name; "ct 5" may be anything
    rf"|(?:{_ANY_PAPER}) so \d{{1,5}}(?![\d.,%])"
    rf"|cong van \d{{3,5}}(?![\d.,%])(?=(?: ngay|/)| cua)"
    rf"|{_CONTRACT}|{_LET_GO}"
)
_TELEPHONE = (
    r"(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)"
    r"|(?:so dien thoai|dien thoai|sdt|dt|zalo|hotline|phone|tel)[ .;]{1,2}\d(?:[ .\-]?\d){7,10}(?!\d)"
)
_PROGRAMME = rf"(?:giai doan|nhiem ky|gd)[ ;]{_YEAR}(?:[-~ ]| den ){_YEAR}"
_CHANGE = (
    r"(?:tang|tagn|tan|tag|giam|gim|gam|gaim|nhieu hon|it hon|cao hon|thap hon)"
    r"(?: (?:them|khoang|hon|gan))? \d+(?:[.,]\d+)?(?: (?:%|[a-z]+)){0,3}?"
    r" so v[a-z]{1,3}(?: (?:cung ky|quy(?: \d)?|ky|nam(?: 20\d\d)?|dot|thang|truoc|nay|ngoai|cua)(?![a-z]))*"
)

_MARKS = re.compile(
    rf"(?<![a-z0-9])(?:(?P<programme>{_PROGRAMME})|(?P<change>{_CHANGE})"
    rf"|(?P<document>(?:{_DOCUMENT})(?:[ ,;](?:de )?ngay {_DAY}(?:(?:[/.\-]| thang ){_MONTH}(?:(?:[/.\-]| nam ){_YEAR})?)?)?)"
    rf"|(?P<date>{_DATE})|(?P<month>{_MONTH_OF_YEAR})|(?P<telephone>{_TELEPHONE}))(?![a-z0-9])"
)
_WORTH_A_LOOK = re.compile(r"\d")


def find_document_marks(words: Sequence[Word]) -> tuple[Mention[Mark], ...]:
    """Spans of dates, months, document and telephone numbers in order, not overlapping."""
    line = WordLine(words)
    return tuple(Mention(Mark(str(found.lastgroup)), *line.span(*found.span())) for found in marks_in(line.text))


def marks_in(line: str) -> tuple[re.Match[str], ...]:
    """The same on a line of folded text (see WordLine); `lastgroup` names the mark."""
    return tuple(_MARKS.finditer(line)) if _WORTH_A_LOOK.search(line) else ()
