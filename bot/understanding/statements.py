"""Figures that a sentence of a report's narrative states with certainty: which row, which number, of which period.

Formal prose, unlike chat: what it says is read by the wordings of `statement_table`, and everything else is left alone.
Targets, estimates ("khoảng"), parts ("trong đó"), what remains or was added, and figures of other agencies are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.domain.catalogue import IndicatorId
from bot.domain.period import Period
from bot.understanding.document_marks import marks_in
from bot.understanding.stated_periods import Times, set_times_apart
from bot.understanding.statement_table import MACROS, STATEMENTS
from bot.understanding.statement_table_agency import STATEMENTS_OF_THE_AGENCY
from bot.understanding.text import fold, words_of

_SHORT = (
    ("thu tuc hanh chinh", "tthc"),
    ("cai cach hanh chinh", "cchc"),
    ("cac van ban quy pham phap luat", "vbqppl"),
    ("van ban quy pham phap luat", "vbqppl"),
    ("van ban qppl", "vbqppl"),
    ("uy ban nhan dan", "ubnd"),
    ("dich vu cong", "dvc"),
    ("buu chinh cong ich", "bcci"),
    ("don vi su nghiep cong lap", "dvsn"),
    ("don vi su nghiep", "dvsn"),
    ("can bo, cong chuc, vien chuc", "cbccvc"),
    ("cong chuc, vien chuc", "ccvc"),
    ("d/c", "dong chi"),
    ("phan tram", "%"),
    ("ti le", "ty le"),
)
_WRITTEN_SHORT = ((r"\bhs\b", "ho so"), (r"\bnv\b", "nhiem vu"), (r"\bpakn\b", "phan anh"), (r"\bddcongdvc\b", "cong dvc"))
_LEVELS = re.compile(r"(?:muc(?: do)?) ?(?:3 ?(?:,|va|hoac|/|&) ?(?:muc(?: do)? )?4|3|4)\b(?! ?%)")
_NESTED = 3  # brackets within brackets
_EMPTY_BRACKET = re.compile(r"\([^()\d]*\)")
_NUMBER_IN_BRACKET = re.compile(r"\((\d{1,6})\)")
_OF_A_TOTAL = re.compile(r"(?<![\d.,/])(\d[\d.]*) (?:tren|trong)(?: tong)?(?: so)? (\d[\d.]*)(?![\d.,/]*[\d%])")
_NUMBER = r"(?<![\d/.,%-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d%]|[.,]\d| %)"
_PERCENT = r"(?<![\d/.,])\d{1,3}(?:[.,]\d{1,2})? ?%"
_NONE = (
    r"\b(?:khong|chua)(?: co| phat sinh| thuc hien| tien hanh| to chuc| ghi nhan| nhan duoc| tiep nhan| de xay ra| xay ra"
    r"| trien khai| phat hien| nhan)*(?: truong hop| bat ky)*(?: nao)?"
)
_PART_OF_FRACTION = _NUMBER.replace("/.,", ".,", 1)  # may stand behind a stroke
_MACROS = {
    "{n}": f"(?P<n>{_NUMBER})",
    "{m}": f"(?P<m>{_PART_OF_FRACTION})",
    "{a}": f"(?P<n>{_NUMBER})",
    "{b}": f"(?P<m>{_PART_OF_FRACTION})",
    "{p}": f"(?P<p>{_PERCENT})",
    "{none}": _NONE,
    "...": "[a-z ,/]{0,70}",
    "..": "[a-z ,/]{0,30}",
    "~": r"[^;:()\d]{1,45}?",
}
_NOT_EXACT = re.compile(
    r"\b(?:khoang|gan|hon|tren|duoi|it nhat|toi thieu|toi da|them|con|con lai|tang|giam|thu|lan|dot|uoc|xap xi)\s*$"
)
_PART = re.compile(r"\btrong do\b[^;]*$")
_NOT_YET = re.compile(
    r"\b(?:se|du kien|phan dau|muc tieu|thoi gian toi|quy toi|nam toi|nam sau|sap toi|toi thieu|can phai|yeu cau|de nghi)\b"
)
_INTENTION = re.compile(
    r"^[-+*• ]*(?:tiep tuc|tang cuong|day manh|nang cao|phan dau|thuong xuyen|chu dong|quan triet|kien quyet)\b"
)
_PLANNED = re.compile(
    r"[-+*• ]*(?:theo )?(?:ke hoach|chi tieu)(?: duoc)?(?: giao)? (?:nam|quy|thang)\b"
    r"(?!.*\b(?:da|hoan thanh|dat|gom|co|dat ra|de ra|xac dinh)\b)"
)
_PARTS = re.compile(r"\b(?:cu the|bao gom|gom|chi tiet)(?: nhu sau)?:")
_EACH_PART = re.compile(rf"[^;:]{{1,40}}: ({_NUMBER}) ([a-z]+)")
_FEW = 3  # parts listed one by one, from which their sum says something
_OTHERS = re.compile(
    r"\b(?:toan tinh|cap huyen|cap xa|cac huyen|cac xa|cac so"
    r"|(?:ubnd|phong [a-z ]{1,20}) (?:cac )?(?:huyen|xa|thi xa|thanh pho)"
    r"|dai truyen thanh|dai phat thanh|trung tam van hoa|ca nuoc)\b"
)
_ELSEWHERE = re.compile(r"\b(?:tai|o|cua) (?:cac )?(?:huyen|xa|thi xa|thanh pho|so, nganh|so nganh)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[-–•+*]?\s?[A-ZĐÀ-Ỹ])")
_CLAUSE = re.compile(r"[;()]|\btrong do\b")
_NO_SUBJECT = r"(?<!cua )(?<!theo )(?<!gui )(?<!voi )(?<!tai )(?<!ve )(?<!cho )(?<!nghi )(?<!den )"
_LONGEST = 3000  # characters of a sentence; longer ones are lists without an end, or no prose
_QUOTED = 46  # characters shown on either side


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as stated, of the period `about`. `quote`: the words around it; `at`: where its number stands in the text.

    `parts`: what the parts add up to that follow it one by one ("cụ thể: Tháng 01: 01 bài; …"), None when none do.
    """

    indicator: IndicatorId
    number: Decimal
    about: Period
    raw: str
    quote: str
    at: int
    parts: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Wording:
    gives: tuple[tuple[IndicatorId, str], ...]
    says: re.Pattern[str]
    where: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    may_be_part: bool  # its row counts a part, so that "trong đó" may stand before it


def read_statements(text: str, headings: Sequence[str], *, own: Period, others: Collection[str] = ()) -> Iterator[Statement]:
    """What the sentences of a paragraph state, in order. `own`: the report's period; `others`: other agencies' folded names."""
    above = " ; ".join(_shortened(fold(title)) for title in headings)
    nearest = _shortened(fold(headings[-1])) if headings else ""
    start = 0
    for sentence in _SENTENCE.split(text):
        at = text.index(sentence, start)
        start = at + len(sentence)
        if len(sentence) > _LONGEST:
            continue
        if not any(char.isdigit() for char in sentence) and not re.search(r"\b(?:không|chưa|đều)\b", sentence, re.IGNORECASE):
            continue
        yield from _read_sentence(sentence, at, above, nearest, own, others)


def _read_sentence(
    sentence: str, at: int, above: str, nearest: str, own: Period, others: Collection[str]
) -> Iterator[Statement]:
    line, times = _prepared(sentence, own)
    taken: set[int] = set()
    done: set[tuple[IndicatorId, Period]] = set()
    for wording in _wordings():
        if wording.where is not None and not wording.where.search(f"{above} ; {line}"):
            continue
        for found in wording.says.finditer(line):
            groups = found.groupdict()
            key = "n" if groups.get("n") else "p" if groups.get("p") else None
            place = found.start(key) if key else found.start()
            clause = _clause(line, place)
            if place in taken or (wording.unless is not None and wording.unless.search(f"{nearest} ; {clause}")):
                continue
            if not _is_certain(line, place, found.start(), others, may_be_part=wording.may_be_part) or (
                key is None and _INTENTION.search(line)
            ):
                continue
            about = times.about(line, place, _clause_end(line, place))
            if about is None:
                continue
            raw = groups["n"] or "" if key == "n" else groups["p"] or "" if key == "p" else found[0]
            quote, inside = _quoted(sentence, raw, line[found.end(key) :] if key else "")
            for row_id, source in wording.gives:
                number = _number(source, groups)
                if number is None or (row_id, about) in done:
                    continue
                done.add((row_id, about))
                yield Statement(row_id, number, about, _raw(source, groups), quote, at + inside, _parts(line[found.end() :]))
            taken.add(place)


def _prepared(sentence: str, own: Period) -> tuple[str, Times]:
    """The line as the wordings expect it, without dates and documents, and the times that its words stand for."""
    line = fold(sentence)
    for mark in reversed(marks_in(line)):
        line = f"{line[: mark.start()]}#{line[mark.end() :]}"
    line, times = set_times_apart(_shortened(line), own)
    line = _OF_A_TOTAL.sub(r"\1/\2", _NUMBER_IN_BRACKET.sub(r"\1", line))
    for _ in range(_NESTED):
        line = _EMPTY_BRACKET.sub(" ", line)
    return re.sub(r"\s+([,;.:)])", r"\1", re.sub(r"\s+", " ", line)), times


def _shortened(line: str) -> str:
    for long, short in _SHORT:
        line = line.replace(long, short)
    for pattern, short in _WRITTEN_SHORT:
        line = re.sub(pattern, short, line)
    return _LEVELS.sub(lambda found: "mucdo" + "".join(char for char in found[0] if char in "34"), line)


def _clause(line: str, place: int) -> str:
    """The part of a line around a place, between brackets, semicolons and "trong đó"."""
    begin = max([found.end() for found in _CLAUSE.finditer(line) if found.end() <= place], default=0)
    return line[begin : _clause_end(line, place)]


def _clause_end(line: str, place: int) -> int:
    return min([found.start() for found in _CLAUSE.finditer(line) if found.start() > place], default=len(line))


def _is_certain(line: str, place: int, begin: int, others: Collection[str], *, may_be_part: bool) -> bool:
    """Whether it is this agency's figure, exact, done, and the whole of what its row counts."""
    before = line[:place]
    if _NOT_EXACT.search(before) or _PLANNED.match(before) or (_PART.search(before) and not may_be_part):
        return False
    clause_before = before[max([found.end() for found in re.finditer(r"[;()]", before)], default=0) :]
    if _ELSEWHERE.search(_clause(line, place)):
        return False
    if _NOT_YET.search(clause_before) or _OTHERS.search(line[: max(begin, place)]):
        return False
    return not any(re.search(rf"{_NO_SUBJECT}\b{re.escape(name)}\b(?! (?:ve|huong dan))", before) for name in others)


def _number(source: str, groups: dict[str, str | None]) -> Decimal | None:
    if source.startswith("="):
        return Decimal(source[1:])
    if source == "r":
        part, whole = _decimal(groups["n"]), _decimal(groups["m"])
        return part * 100 / whole if part is not None and whole and part <= whole else None
    if source in ("n", "m") and groups.get("m") and groups.get("n"):
        return _decimal(groups[source])
    return _decimal(groups.get(source))


def _parts(rest: str) -> Decimal | None:
    """The sum of the parts listed behind a figure, when they are three or more of one kind."""
    found = _PARTS.search(rest)
    parts = _EACH_PART.findall(rest[found.end() :]) if found else []
    if len(parts) < _FEW or len({thing for _, thing in parts}) > 1:
        return None
    return sum((_decimal(number) or Decimal(0) for number, _ in parts), Decimal(0))


def _decimal(raw: str | None) -> Decimal | None:
    if not raw:
        return None
    if raw.endswith("%"):
        return Decimal(raw.rstrip("% ").replace(",", "."))
    return Decimal(raw.replace(".", ""))


def _raw(source: str, groups: dict[str, str | None]) -> str:
    """The figure as written: `40/46`, `86,96%`; "" where words say it."""
    if source == "r":
        return f"{groups['n']}/{groups['m']}"
    return "" if source.startswith("=") else groups.get(source) or ""


def _quoted(sentence: str, raw: str, behind: str) -> tuple[str, int]:
    """The words around a figure as written, and where it stands in the sentence."""
    words = words_of(sentence)
    first = (words_of(raw) or words)[0].folded
    after = words_of(behind)
    spelt = (first, first.partition("/")[0])  # "40 trên 46" is read as 40/46
    places = [place for place, word in enumerate(words) if word.folded in spelt]
    right = [p for p in places if after and p + 1 < len(words) and words[p + 1].folded[:3] == after[0].folded[:3]]
    place = (right or places or [0])[0]
    at = words[place].start if words else 0
    begin, end = max(at - _QUOTED, 0), min(at + _QUOTED, len(sentence))
    begin = sentence.find(" ", begin) + 1 if begin else 0
    end = sentence.rfind(" ", at, end) if end < len(sentence) else end
    end = end if end > at else len(sentence)
    quote = sentence[begin:end].strip(" ,;:-–(")
    return f"{'…' if begin else ''}{quote}{'…' if end < len(sentence) else ''}", at


@cache
def _wordings() -> tuple[_Wording, ...]:
    """The table, compiled."""
    found: list[_Wording] = []
    for block in re.split(r"\n(?=\S)", (STATEMENTS + STATEMENTS_OF_THE_AGENCY.lstrip()).strip()):
        gives, *lines = block.splitlines()
        parts = dict(line.strip().split(" ", 1) for line in lines)
        rows = [each.strip().split(" ") for each in gives.split(",")]
        found.append(
            _Wording(
                tuple((IndicatorId(row), source.strip("{}")) for row, source in rows),
                re.compile(_pattern(parts["says"])),
                re.compile(rf"\b(?:{_pattern(parts['where'])})\b") if "where" in parts else None,
                re.compile(rf"\b(?:{_pattern(parts['unless'])})\b") if "unless" in parts else None,
                "part" in parts,
            )
        )
    return tuple(found)


def _pattern(wording: str) -> str:
    """A wording with its macros written out; a number named again is the same number."""
    for macro, written in MACROS.items():
        wording = wording.replace(macro, written)
    for macro, written in _MACROS.items():
        once = macro.startswith("{") and macro != "{none}"
        wording = wording.replace(macro, written, 1 if once else -1)
    return wording.replace("{n}", "(?P=n)")


def rows_stated() -> frozenset[IndicatorId]:
    """The rows that some wording states."""
    return frozenset(row for wording in _wordings() for row, _ in wording.gives)
