"""What /nhap is told: whose report, which period, which part of the form; and the plain words that ask for guided entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, Catalogue, IndicatorId, RowKind
from bot.domain.guided import Extent, ExtentKind, heading_above
from bot.domain.period import Period
from bot.understanding.periods import find_periods
from bot.understanding.request import Context, Question, Unknown
from bot.understanding.text import Word, fold, words_of
from bot.understanding.understand import understand

_BEGINS = re.compile(
    r"(?:cho (?:toi|em|minh) )?(?:nhap tiep|tiep tuc nhap|lam tiep|tiep tuc lam|bat dau nhap|nhap so lieu|nhap bao cao"
    r"|nhap tung chi tieu|tiep tuc nhap so lieu|nhap tiep so lieu|vao nhap so lieu)"
    r"(?: (?:di|nhe|nha|a|em|anh|chi|ban|bot|giup em|giup toi))*"
)
_BEGINS_AT = re.compile(
    r"(?:(?:toi|em|cho (?:toi|em)) )?(?:muon )?(?:nhap|sang|chuyen sang|chuyen qua|qua) "
    r"(?:(?:phan|muc) (?:[ivx]+|\d{1,2})(?: \d{1,2})?|[ivx]+ \d{1,2})"
)
_KINDS = (
    (re.compile(r"(?:viec|phan viec|phan|chi tieu)(?: cua)? (?:toi|em|minh)|cua (?:toi|em|minh)|viec"), ExtentKind.MINE),
    (re.compile(r"(?:cho |cac cho |phan )?(?:kiem tra|chua khop|can xem lai|bao loi|sai|loi)(?: bao)?"), ExtentKind.CHECKS),
    (re.compile(r"(?:dong |cac dong |cho )?(?:can sua|tra lai|bi tra lai|bi tra)"), ExtentKind.MEND),
    (re.compile(r"tat ca|het|toan bo"), ExtentKind.ALL),
)
_RESUMES = re.compile(r"tiep|tiep tuc|lam tiep|cho dung|tiep cho dung|nhap tiep")
_OFFERED = 5  # parts that a name may mean
_PART = re.compile(r"^(?:nhap )?(?:phan|muc|de muc|chuong)\s+")
_PLACE = re.compile(r"(?:[IVX]+|\d+)(?:\.\d+)*")
_ROMAN = {str(number): roman for number, roman in enumerate("I II III IV V VI VII VIII IX X".split(), start=1)}  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an argument names, None for what it leaves open.

    `resumes`: "tiếp"; `unread`: what is no part of the form; `choices`: parts that it may mean.
    """

    agency: AgencyCode | None
    period: Period | None
    extent: Extent | None
    resumes: bool = False
    unread: str = ""
    choices: tuple[Extent, ...] = ()


def asked_for(text: str) -> str | None:
    """What a message in plain words wants of guided entry: "" for "nhập tiếp", the part for "nhập phần III"; None: nothing."""
    said = " ".join(word.folded for word in words_of(text))
    if _BEGINS.fullmatch(said):
        return ""
    said = said.replace(".", " ")
    return ".".join(re.findall(r"\b(?:[ivx]+|\d+)\b", said)) if _BEGINS_AT.fullmatch(said) else None


def read_argument(argument: str, exchange: Exchange) -> Wanted:
    """What /nhap is told."""
    words = words_of(argument)
    agencies = [each for each in exchange.reader.agencies.find(words, today=exchange.today) if each.value != ALL_AGENCIES]
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    spans = [(each.first, each.last) for each in agencies[:1]] + [(each.first, each.last) for each in periods[:1]]
    rest = _without(argument, words, spans)
    agency = agencies[0].value if agencies else None
    period = periods[0].value if periods else None
    if not rest or _RESUMES.fullmatch(fold(rest)):
        return Wanted(agency, period, None, resumes=bool(rest))
    form_of = period or scope.usual_period(exchange) or scope.latest_collected(exchange)
    extents = _extents(rest, form_of, exchange)
    extent = extents[0] if len(extents) == 1 else None
    return Wanted(agency, period, extent, unread="" if extents else rest, choices=tuple(extents if len(extents) > 1 else ()))


def _without(text: str, words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> str:
    """A text without some of its words: `sct phần III.7 quý 1` without agency and period is `phần III.7`."""
    for first, last in sorted(spans, reverse=True):
        text = f"{text[: words[first].start]} {text[words[last - 1].end :]}"
    return " ".join(text.split()).strip(" .,:;-")


def _extents(text: str, period: Period, exchange: Exchange) -> list[Extent]:
    """The part of the form that a text names: by word, by place (III, III.7) or by name; several when it may be any of them."""
    folded = fold(text)
    for pattern, kind in _KINDS:
        if pattern.fullmatch(folded):
            return [Extent(kind)]
    place = _PART.sub("", folded).upper().replace(" ", "")
    section, _, number = place.partition(".")
    place = ".".join(part for part in (_ROMAN.get(section, section), number) if part)
    catalogue = exchange.catalogue
    found = _at_place(place, period, catalogue)
    if found:
        return [Extent(ExtentKind.PART, row_id) for row_id in found]
    if _PLACE.fullmatch(place):  # no such place, and no name either
        return []
    name = text.split(maxsplit=1)[1] if _PART.match(folded) and " " in text else text
    called = [row for row in catalogue.rows if fold(name) in {fold(each) for each in (row.short, row.label, *row.aliases)}]
    if len(called) == 1:
        return [Extent(ExtentKind.PART, called[0].id)]
    request = understand(f"{name} là gì", Context(today=exchange.today), reader=exchange.reader)
    named = request.candidates if isinstance(request, Question) else request.nearest if isinstance(request, Unknown) else ()
    most = 1 if isinstance(request, Question) and request.certain else _OFFERED
    return [Extent(ExtentKind.PART, candidate.indicator) for candidate in named[:most]]


def _at_place(place: str, period: Period, catalogue: Catalogue) -> list[IndicatorId]:
    """What the period's form prints at a place: a section, a heading with all below it. Forms print some places twice."""
    found: dict[IndicatorId, None] = {}
    for row_id in dict.fromkeys(printed.id for printed in catalogue.form_for(period).rows):
        row = catalogue.row(row_id)
        if catalogue.place_in_form(row_id, period).upper() == place:
            whole = row if row.kind is RowKind.SECTION else heading_above(row, catalogue) or row
            found[whole.id] = None
    return list(found)
