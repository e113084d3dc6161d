"""Notes that contradict the cell beside them: another number for the same thing, "chưa" beside Có, "đã" beside Không.

Only what is certain is told: a number counts when the thing it counts is the row's own ("01 bài", "39 hồ sơ"), and remainders
("còn 3"), parts ("trong đó 2"), dates and document numbers never do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.catalogue import CatalogueRow, ValueType
from bot.domain.value import Figure
from bot.understanding.text import fold

# words that name the same counted thing; a row's own are those that its label or unit mentions
_THINGS = (
    ("bai", "tin", "phong su", "tin bai", "bai viet", "tin, bai", "luot"),
    ("nhiem vu", "cong viec", "phan viec", "noi dung"),
    ("van de", "ton tai", "han che"),
    ("ho so", "hs"),
    ("thu tuc", "tthc"),
    ("van ban", "vbqppl", "vb"),
    ("phieu", "luot danh gia"),
    ("y kien", "kien nghi"),
    ("nguoi", "cong chuc", "vien chuc", "ccvc", "can bo", "dong chi", "lanh dao"),
    ("don vi", "phong", "co quan", "so nganh", "xa", "huyen", "to chuc", "trung tam"),
    ("phan mem", "ung dung", "he thong"),
)
_NUMBER = r"(?<![\d/.,%-])(\d{1,3}(?:[.,]\d{3})+|\d{1,6})(?![\d/%]|[.,]\d|-[a-z])"
_NOT_A_COUNT = re.compile(
    r"\b(con lai|con|trong do|thang|quy|nam|so|ngay|dieu|khoan|muc do|muc|loai|phien ban|chua)(?: co| la)? *:? *$"
)
_TOTAL = re.compile(r"\b(phat sinh|phat hien|tong so|tong cong|tong|gom|bao gom|tat ca)(?: duoc| la| co)? *:? *$")
_LABEL = re.compile(r"([a-z][a-z0-9 ,()]*?) ?: ?$")
_COMPLETE = re.compile(r"\b(cu the|gom|bao gom|trong do gom)\b.*\d")
_FRACTION = re.compile(r"(?<![\d/])(?<!ngay )(?<!so )(\d{1,4}) ?/ ?(\d{1,4})(?![\d/]) [a-z]{3,}")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?%")
_DOING = "to chuc|thuc hien|ban hanh|cong bo|trien khai|danh gia|xay dung|niem yet|phe duyet"
_DONE = re.compile(rf"(?:- )?(?:so )?da (?:duoc )?({_DOING}|hoan thanh)\b")
_NOT_DONE = re.compile(rf"\bchua (?:duoc )?({_DOING}|ap dung|su dung|van hanh|tham dinh)\b")
_PENDING = re.compile(r"\b(?:dang cho|cho|chua(?: duoc)?)\b[^.;]{0,40}?\b(tham dinh|ban hanh|phe duyet|cong bo)\b")
_PAPERS = re.compile(
    r"(?:ke hoach|quyet dinh|cong van|chi thi|thong bao|chuong trinh|nghi quyet|van ban|cv|qd|kh|tb|ct) (?:so )?\d+\S*/\S+"
)
_ITEMS = re.compile(r";|\(\d{1,2}\)|(?:^|(?<=[.\s]))[-+•] ")
_ROUNDING = Decimal("0.11")  # percentage points: rates are rounded to one or two digits
_MANY = 2


def contradicts_note(figure: Figure | None, note: str, row: CatalogueRow) -> bool:
    """Whether a note certainly says something else than the figure (None: a blank cell) of this row."""
    folded = fold(note)
    number = figure.number if figure is not None else None
    match row.type:
        case ValueType.COUNT:
            return (
                _counts_otherwise(number, folded, row) or _lists_more(number, folded, row) or _is_pending(number, folded, row)
            )
        case ValueType.PERCENT:
            return number is not None and _rates_otherwise(number, folded)
        case ValueType.FLAG:
            return number is not None and _denies(number, folded, row)
        case ValueType.CODE:
            return False


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of the row's own things in a note. `label`: what stands before its colon ("quy i"), "" without one."""

    number: Decimal
    label: str
    is_total: bool  # "phát sinh 39 hồ sơ", or all that the note says: "01 bài"


def _counts_otherwise(number: Decimal | None, note: str, row: CatalogueRow) -> bool:
    """Whether the note gives another total, or parts that are said to be all of it and add up to something else."""
    counts = _counts(note, row)
    numbers = [count.number for count in counts]
    is_whole = len(counts) >= _MANY and (_is_one_list(counts) or bool(_COMPLETE.search(note)))
    if number is None:
        return is_whole or any(count.is_total for count in counts)
    if number in numbers or number in _sums(note, row) or number == sum(numbers):
        return False
    return is_whole or any(count.is_total for count in counts)


def _counts(note: str, row: CatalogueRow) -> list[_Count]:
    things = "|".join(sorted(_own_things(row), key=len, reverse=True))
    if not things:
        return []
    counts: list[_Count] = []
    says_nothing_else = len(re.findall(_NUMBER, note)) == 1
    done = 0
    for found in re.finditer(rf"{_NUMBER} (?:{things})\b", note):
        before = note[done : found.start()]
        if _NOT_A_COUNT.search(before):
            continue
        label = _LABEL.search(before)
        begins = not before.strip(" -+•(")
        is_total = bool(_TOTAL.search(before)) or (begins and says_nothing_else and not counts)
        counts.append(_Count(Decimal(re.sub(r"[.,]", "", found[1])), label[1] if label else "", is_total))
        done = found.end()
    return counts


def _is_one_list(counts: Sequence[_Count]) -> bool:
    """Whether the numbers belong to labels of one kind: "Quý I: 01 bài - Quý II: 01 bài"."""
    kinds = {count.label.split()[0] if count.label else None for count in counts}
    return len(kinds) == 1 and None not in kinds and len({count.label for count in counts}) == len(counts)


def _sums(note: str, row: CatalogueRow) -> set[Decimal]:
    """The sums of each sentence: a note may list the parts first and something else after a semicolon."""
    return {sum((count.number for count in _counts(part, row)), Decimal()) for part in note.split(";")}


def _own_things(row: CatalogueRow) -> tuple[str, ...]:
    """The words for what a row counts: the first thing its label names, else its unit's."""
    for text in (fold(row.label), fold(row.unit)):
        named = [(found.start(), words) for words in _THINGS if (found := re.search(rf"\b(?:{'|'.join(words)})\b", text))]
        if named:
            return min(named)[1]
    return ()


def _lists_more(number: Decimal | None, note: str, row: CatalogueRow) -> bool:
    """More issued documents listed, by number, than the row of issued documents counts."""
    if number is None or "ban hanh" not in fold(row.label) or "van ban" not in fold(row.unit):
        return False
    items = [item for item in _ITEMS.split(note) if _PAPERS.match(item.strip())]
    return len(items) > max(number, Decimal(1))


def _is_pending(number: Decimal | None, note: str, row: CatalogueRow) -> bool:
    """Counted as done although the note says that just this is still waited for."""
    if not number or "da duoc" not in fold(row.label):
        return False
    found = _PENDING.search(note)
    return found is not None and found[1] in fold(row.label) and not _counts(note, row)


def _rates_otherwise(number: Decimal, note: str) -> bool:
    """Another rate, stated as the only percentage or as the only fraction of the note."""
    fractions = [(Decimal(part), Decimal(whole)) for part, whole in _FRACTION.findall(note)]
    percents = [Decimal(found.replace(",", ".")) for found in _PERCENT.findall(note)]
    if len(fractions) == 1 and 0 < fractions[0][0] <= fractions[0][1] and not percents:
        return abs(fractions[0][0] / fractions[0][1] * 100 - number) > _ROUNDING
    return (
        len(percents) == 1
        and not fractions
        and bool(re.search(rf"\bdat[^.;]{{0,30}}{_PERCENT.pattern}", note))
        and abs(percents[0] - number) > _ROUNDING
    )


def _denies(number: Decimal, note: str, row: CatalogueRow) -> bool:
    """Không beside a note that tells it was done, or Có beside one that says it was not."""
    word = next((fold(option.word) for option in row.options if option.number == number), "")
    if word in {"khong", "chua thuc hien"}:
        return bool(_DONE.match(note)) and not re.search(r"\b(chua|khong|se|dang|nam truoc)\b", note)
    return word in {"co", "da thuc hien"} and bool(_NOT_DONE.search(note)) and not _DONE.search(note)
