"""What a person typed as the value of a row: numbers in every writing, answers in words, states, estimates.

Rules, each with the writing that set it:
* count: a point or comma before exactly three digits separates thousands (4.968, 4,968, 12.405); any other is a fraction and
  refused (2,5 or 1.2), unless it is zero (5.0, as spreadsheets write it);
* percent: the only point or comma is the decimal mark (59.09, 59,09 and also 4.968);
* a space before three digits separates thousands (1 327); a footnote mark after the number is not part of it (0*);
* a number may stand before what it counts (46 người, 25nv), behind a saying word (là 5), or twice (25 (hai mươi lăm));
* ranges, sums and two numbers side by side are no number (25 - 30, 12x4): a wrong figure is worse than a question;
* "không có", "không phát sinh" is 0, said so, and of a percent that there is nothing to have a rate of; "chưa có số liệu" is
  known to be missing; "chưa có" alone is none so far for a count and not known yet for a percent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.catalogue import CatalogueRow, ValueType
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Fault, Figure, fault_of, nothing_in
from bot.understanding.choices import read_choice
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.negations import NO_AS_TYPED
from bot.understanding.number_words import NUMBER_WORDS, number_from_words, number_with_scale
from bot.understanding.text import fold

_MOST = 200  # characters of a value that are looked at; what is longer is no value
_NO_DATA = re.compile(
    rf"(?:hien |tam thoi )?(?:chua|{NO_AS_TYPED}) (?:co |duoc |dc |cap nhat |thong ke |tong hop |bao cao )*"
    r"(?:so lieu|so|du lieu|sl|thong ke|tong hop|bao cao|cap nhat)"
    r"(?: duoc| dc| xong| nao| cu the| bao cao| thong ke| den nay)*"
    r"|dang (?:tong hop|thong ke|cap nhat|ra soat)(?: so lieu)?|n/a|chua biet|chua ro|cho so lieu"
)
_NOTHING = re.compile(
    rf"(?:{NO_AS_TYPED}|chua) (?:he )?(?:co )?phat sinh(?: .{{0,40}})?|kps|0 (?:phat sinh|co)"
    rf"|(?:{NO_AS_TYPED}|chua) (?:he )?co(?: (?!nen |vi |do |chua )[^\d]{{0,40}} (?:nao|gi|ai)(?: [^\d]{{0,30}})?| gi| ai)"
    rf"|{NO_AS_TYPED}(?: co)?(?: ai(?: [^\d]{{0,30}})?| gi)?"
)
_NOT_YET = re.compile(r"chua(?: he)? co")  # of a count: none so far; of a percent: not known yet
_BEFORE_NUMBER = r"(?= *(?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|nghin))"
_ESTIMATE = re.compile(
    r"(?:uoc(?: tinh| khoang| dat| chung| thuc hien| chung khoang)?|khoang(?: chung)?|chung|tam tinh|xap xi|gan|hon|tren"
    r"|du kien|~|≈)[ :]*(?=.)|(?:tam|do)[ :]+(?=\d)"  # "tám mươi" is no "tầm"
)
_ACCENTED_ESTIMATE = re.compile(r"\W*(?:cỡ|cỡ)\s", re.IGNORECASE)  # folded it is "có"
_ESTIMATED_AFTER = re.compile(r"[ (]*(?:uoc(?: tinh| dat)?|tam tinh|du kien)\)?$")
_LEADING = re.compile(r"^(?:[:=\-> ]*(?:la|bang|duoc|dat|co|len|thanh|con|tong cong|tong)?[:= ]+)+(?=.)")
_SAYING = re.compile(
    rf"(?:(?:la|bang|duoc|dat|co|da|len|thanh|con|tong cong|tong so|tong|so|chi|moi|ca thay|gom|vang)[ :=]+)+{_BEFORE_NUMBER}"
)
_NEGATIVE = re.compile(r"(?:-|am |tru )\s*[\d.,]*\d")
_FOOTNOTE = re.compile(r"[ ]*(?:\*+|\(\*+\)|\(\d\)|\[\d\])$")
_PERCENT = re.compile(r" ?(?:%|phan tram)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:(?P<mark>[., ])\d{3})(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,](?P<rest>\d+))?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(?P<part>\d[\d., ]*?) ?(?:/|(?:tren|trong)(?: (?:tong(?: so)?|so))?) ?(?P<whole>\d[\d., ]*)")
_GLUED_UNIT = re.compile(r"(?P<number>\d[\d.,]*)(?P<unit>[a-z]+)")
_SAID_TWICE = re.compile(r"(?P<one>[^()]+) \((?P<other>[^()]+)\)")
_POLITE = re.compile(r"[ ,]+(?:a|nha|nhe|nghe|nhen|nghen|ah|ne|roi a|em|anh|chi|da|vay|thoi)$")


@dataclass(frozen=True, slots=True)
class Fraction:
    """`13/22`: a part of a whole, both whole numbers."""

    part: Decimal
    whole: Decimal


def read_fraction(raw: str) -> Fraction | None:
    """`13/22`, `1.200/1.300`, `13 trên tổng số 22`; None for anything else."""
    found = _FRACTION.fullmatch(_tidy(raw))
    if not found:
        return None
    part, whole = _count(found["part"].strip()), _count(found["whole"].strip())
    if part is None or whole is None or part != part.to_integral_value() or whole != whole.to_integral_value():
        return None
    return Fraction(part, whole)


def read_figure(raw: str, row: CatalogueRow) -> Figure | Fault:
    """What `raw` says as the value of `row`, or why it cannot be one."""
    if len(raw) > _MOST:
        return Fault.NOT_A_NUMBER
    text = _tidy(raw)
    if not text:
        return Fault.NOT_A_NUMBER
    if _NO_DATA.fullmatch(text):
        return NO_DATA
    if row.type in (ValueType.FLAG, ValueType.CODE):
        return read_choice(_FOOTNOTE.sub("", text), row)
    if _NOTHING.fullmatch(text):
        return nothing_in(row)
    if _NOT_YET.fullmatch(text):
        return NO_DATA if row.type is ValueType.PERCENT else NOTHING_OCCURRED
    text = _SAYING.sub("", text, count=1) if _SAYING.match(text) else text
    estimate = bool(_ACCENTED_ESTIMATE.match(raw))
    if found := _ESTIMATE.match(text):
        text, estimate = text[found.end() :], True
        if again := _ESTIMATE.match(text):
            text = text[again.end() :]
    elif found := _ESTIMATED_AFTER.search(text):
        text, estimate = text[: found.start()], bool(text[: found.start()])
    number = _number(text, row)
    if isinstance(number, Fault):
        return number
    fault = fault_of(number, row)
    return fault if fault is not None else Figure(number, estimate=estimate)


def _tidy(raw: str) -> str:
    """Folded, without a leading `:` or `là`, trailing politeness and points."""
    text = fold(raw).strip(" .;:,!?\"'")
    text = _LEADING.sub("", text) if text[:1] in ":=>-" and not _NEGATIVE.match(text) else text
    while found := _POLITE.search(text):
        if not found.start():
            break
        text = text[: found.start()]
    return text.strip(" .;:,!?\"'")


def _number(text: str, row: CatalogueRow) -> Decimal | Fault:
    """The number that text says, its unit left out."""
    if _NEGATIVE.match(text):
        return Fault.NEGATIVE
    text = _FOOTNOTE.sub("", text).removeprefix("+").strip()
    is_percent = bool(_PERCENT.search(text))
    text = _PERCENT.sub("", text)
    number = _bare_number(text, row)
    if number is None and (twice := _SAID_TWICE.fullmatch(text)):  # "hai mươi lăm (25)"
        one, other = (_bare_number(twice[part].strip(), row) for part in ("one", "other"))
        number = one if one == other else None
    unit = fold(row.unit)
    if number is None and unit and text.endswith(f" {unit}"):
        number = _bare_number(text.removesuffix(f" {unit}"), row)
    if number is None and not is_percent:
        number = _before_unit(text, row)
    if number is None or (is_percent and row.type is ValueType.COUNT):
        return Fault.NOT_A_NUMBER
    return number


def _bare_number(text: str, row: CatalogueRow) -> Decimal | None:
    """A number in digits or words with nothing around it."""
    number = _percent(text) if row.type is ValueType.PERCENT else _count(text)
    if number is None:
        number = number_with_scale(text)
    return number if number is not None else number_from_words(text.split())


def _before_unit(text: str, row: CatalogueRow) -> Decimal | None:
    """The number before the thing it counts: "46 người", "25nv", "1200 bộ hồ sơ tthc", "mười ba biên chế"."""
    words = text.split()
    for place in range(1, len(words)):
        if (
            words[place] in COUNT_NOUNS
            and words[place] not in NUMBER_WORDS
            and not any(map(str.isdigit, "".join(words[place:])))
        ):
            number = _bare_number(" ".join(words[:place]), row)
            if number is not None:
                return number
    glued = _GLUED_UNIT.fullmatch(words[0]) if words else None
    if glued and glued["unit"] in COUNT_NOUNS and not any(map(str.isdigit, "".join(words[1:]))):
        return _bare_number(glued["number"], row)
    return None


def _count(text: str) -> Decimal | None:
    """A number whose point or comma before three digits separates thousands. `5.0` is 5, as spreadsheets write it."""
    if found := _THOUSANDS.fullmatch(text):
        mark, rest = found["mark"], found["rest"]
        whole = text[: -len(rest) - 1] if rest else text
        number = Decimal(whole.replace(mark, "") + (f".{rest}" if rest else ""))
    elif _DECIMAL.fullmatch(text):
        number = Decimal(text.replace(",", "."))
    else:
        return None
    rounded = number.to_integral_value()  # quantize refuses 29 digits
    return rounded if number == rounded else number


def _percent(text: str) -> Decimal | None:
    """A number whose only point or comma is the decimal mark."""
    if _DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", "."))
    found = _THOUSANDS.fullmatch(text)
    return _count(text) if found and (found["rest"] or found["mark"] == " " or text.count(found["mark"]) > 1) else None
