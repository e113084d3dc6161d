"""What a person typed as the value of a row: numbers in every writing, answers in words, states, estimates.

Rules, with the writing that set each: in a count a point or comma before three digits separates thousands (4.968, 4,968,
12.405), in a percent it is the decimal mark (59.09, 59,09, 4.968); a space separates thousands (1 327); `0*` is 0 with a
footnote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.domain.catalogue import CatalogueRow, Option, ValueType
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Fault, Figure, fault_of
from bot.understanding.number_words import number_from_words, number_with_scale
from bot.understanding.text import fold

_MOST = 200  # characters of a value that are looked at; what is longer is no value
_NOT = r"(?:khong|ko|k|hong|hok|chang|khg|kg)"
_NO_DATA = re.compile(
    rf"(?:hien |tam thoi )?(?:chua|{_NOT}) (?:co |duoc |cap nhat |thong ke |tong hop |bao cao )*"
    r"(?:so lieu|so|du lieu|sl|thong ke|tong hop|bao cao|cap nhat)"
    r"(?: duoc| xong| nao| cu the| bao cao| thong ke| den nay)*"
    r"|dang (?:tong hop|thong ke|cap nhat|ra soat)(?: so lieu)?|n/a|chua biet|chua ro|cho so lieu"
)
_NOTHING = re.compile(
    rf"{_NOT} (?:co )?phat sinh(?: .{{0,40}})?|chua (?:co )?phat sinh|kps"
    rf"|{_NOT} co(?: .{{0,30}} nao| gi| ai| truong hop nao)?|{_NOT}(?: ai| co gi)?"
)
_ESTIMATE = re.compile(
    r"(?:uoc(?: tinh| khoang| dat| chung| thuc hien)?|khoang(?: chung)?|chung|tam tinh|xap xi|gan|hon|~|≈)[ :]*(?=.)"
)
_ESTIMATED_AFTER = re.compile(r"[ (]*(?:uoc(?: tinh| dat)?|tam tinh)\)?$")
_LEADING = re.compile(r"^(?:[:=\-> ]*(?:la|bang|duoc|dat|co|len|thanh|con|tong cong|tong)?[:= ]+)+(?=.)")
_NEGATIVE = re.compile(r"(?:-|am )\s*[\d.,]*\d")
_FOOTNOTE = re.compile(r"[ ]*(?:\*+|\(\*+\)|\(\d\)|\[\d\])$")
_PERCENT = re.compile(r" ?(?:%|phan tram)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:(?P<mark>[., ])\d{3})(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,](?P<rest>\d+))?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(?P<part>\d[\d., ]*?) ?(?:/|tren(?: tong(?: so)?)?) ?(?P<whole>\d[\d., ]*)")
_GENERIC_UNITS = (
    "nguoi|ho so|bo|bo ho so|van ban|vb|thu tuc|tthc|tt|nhiem vu|nv|bai|tin|tin bai|phieu|y kien|van de|don vi|co quan|"
    "phong|phong ban|"
    "dong chi|dc|can bo|cong chuc|vien chuc|cai|vu|luot|truong hop|phan mem|tai khoan|mon|chi|cuoc|to chuc|doanh nghiep|lan"
)
_UNIT = re.compile(rf"^(?P<number>.*\d.*?|[a-z ]+?) (?P<unit>{_GENERIC_UNITS})$")
_POLITE = re.compile(r"[ ,]+(?:a|nha|nhe|nhen|nghen|ah|ne|roi a|em|anh|chi|da|vay|thoi)$")
_YES = re.compile(r"(?:co|da|roi|duoc)\b.*|.*\broi|.*\bxong|.*\bday du")
_NO = re.compile(rf"(?:chua|{_NOT})\b.*|.*\bchua")


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
        return _choice(text, row)
    if _NOTHING.fullmatch(text):
        return NOTHING_OCCURRED
    estimate = False
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
    if _NEGATIVE.match(text):
        return Fault.NEGATIVE
    text = _FOOTNOTE.sub("", text)
    is_percent = bool(_PERCENT.search(text))
    text = _PERCENT.sub("", text)
    if not is_percent and (found := _UNIT.match(text)) and found["number"].strip():
        text = found["number"].strip()
    unit = fold(row.unit)
    if unit and text.endswith(f" {unit}"):
        text = text.removesuffix(f" {unit}")
    number = _percent(text) if row.type is ValueType.PERCENT else _count(text)
    if number is None:
        number = number_with_scale(text)
    if number is None:
        number = number_from_words(text.split())
    if number is None:
        return Fault.NOT_A_NUMBER
    if is_percent and row.type is ValueType.COUNT:
        return Fault.NOT_A_NUMBER
    return number


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
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _percent(text: str) -> Decimal | None:
    """A number whose only point or comma is the decimal mark."""
    if _DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", "."))
    found = _THOUSANDS.fullmatch(text)
    return _count(text) if found and (found["rest"] or found["mark"] == " " or text.count(found["mark"]) > 1) else None


def _choice(text: str, row: CatalogueRow) -> Figure | Fault:
    """An option by its number, its word, an alias, or for Có/Không by a yes or no in other words."""
    bare = _FOOTNOTE.sub("", text)
    if _DECIMAL.fullmatch(bare):
        number = Decimal(bare.replace(",", "."))
        return fault_of(number, row) or Figure(number.quantize(Decimal(1)))
    phrases = _phrases(row.options)
    if bare in phrases:
        return Figure(Decimal(phrases[bare]))
    found = [option for phrase, option in phrases.items() if _begins(bare, phrase)] or [
        option for phrase, option in phrases.items() if " " in phrase and _contains(bare, phrase)
    ]
    if found and (len(set(found)) == 1 or len(row.options) > len({0, 1})):
        return Figure(Decimal(found[0]))
    if row.type is ValueType.FLAG and _is_yes_or_no(row.options):
        if _NO.fullmatch(bare):
            return Figure(Decimal(0))
        if _YES.fullmatch(bare):
            return Figure(Decimal(1))
    whole_word = {option for phrase, option in phrases.items() if len(phrase) > len("khong") and _contains(bare, phrase)}
    return Figure(Decimal(whole_word.pop())) if len(whole_word) == 1 else Fault.BAD_OPTION


@lru_cache(maxsize=256)
def _phrases(options: tuple[Option, ...]) -> dict[str, int]:
    """Folded words and aliases of options, longest first."""
    named = {fold(words): option.number for option in options for words in (option.word, *option.aliases)}
    return dict(sorted(named.items(), key=lambda item: -len(item[0])))


def _begins(text: str, phrase: str) -> bool:
    return text.startswith(f"{phrase} ") and len(phrase) > len("khong")


def _contains(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {text} "


@lru_cache(maxsize=256)
def _is_yes_or_no(options: tuple[Option, ...]) -> bool:
    """Whether 0 says no and 1 says yes; in one flag of the forms 0 is "Có vi phạm"."""
    words = {option.number: fold(option.word) for option in options}
    return bool(_NO.fullmatch(words.get(0, ""))) and not _NO.fullmatch(words.get(1, "khong"))
