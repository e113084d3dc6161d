"""Whose report, and which, an entry is for: what a note goes by, or something is compared with, is not that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period
from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.message import Message
from bot.understanding.request import EntryValue
from bot.understanding.spots import find_spots
from bot.understanding.text import Mention

_BESIDE = re.compile(r"\b(?:so (?:sanh )?voi|hon)$")  # "giảm 2 so với quý trước"
_PAST, _THIS = r"(?:nam|quy|ky|dot) (?:truoc|ngoai|roi|qua)", r"(?:(?:nam|quy|ky|dot) nay|bay gio|hien nay|gio|nay)"
_BETWEEN, _TO_FIGURE = r" (?:[a-z%]+ ){0,3}", r"(?: [a-z]+){0,3} \d"
# "năm ngoái 8 năm nay 12", "quý này 12 quý trước 8", where "8 năm nay" reads as eight years
_THEN_AND_NOW = LinePattern(
    rf"\b{_PAST}{_TO_FIGURE}+{_BETWEEN}{_THIS}{_TO_FIGURE}|\b{_THIS}{_TO_FIGURE}+{_BETWEEN}{_PAST}{_TO_FIGURE}"
)
# "(quý 3/2022)", "(số của sở tài chính)": a note that says nothing else
_OF_SCOPE = frozenset(
    {"so", "lieu", "cua", "ky", "bao", "cao", "bc", "thuoc", "ben", "trong", "tai", "cho", "la", "day", "nay"}
)
_OPENS = re.compile(r"[,;\n(]")
_BEFORE = 3  # words
# whom a letter goes to, whose it was, who was there too: not whose the figure is
_NOT_WHOSE = re.compile(
    r"(?<!\bquy )(?<!chuong )(?<!tien )(?<!thuyet )\b"
    r"(?:(?:gui|trinh|phuc dap)(?: (?:cho|ve|den|len|toi|qua|sang|lanh dao)){0,2}"
    r"|(?:cung|phoi hop|giong|nhu)(?: (?:voi|cung))?|(?:ngoai|ngoai tru|tru|khong ke|khong tinh)(?: (?:ra|ca|cua))?"
    r"|theo (?:cong van|cv|van ban|vb|de nghi|yeu cau|huong dan|chi dao|giay moi)(?: cua)?)$"
)
_LETTER = 6  # words


@dataclass(frozen=True, slots=True)
class Scope:
    """The agency and period named, None where none is. `is_one` False: several are, and each may have values of its own."""

    agency: AgencyCode | None
    period: Period | None
    is_one: bool = True


def scope_of(message: Message, values: Sequence[EntryValue] = ()) -> Scope:
    """The scope of a message that gives these values."""
    noted = [_span(value.note, message) for value in values if value.note]
    agencies = [each for each in message.agencies if each.value != ALL_AGENCIES and _counts(each, noted, message)]
    agencies = [each for each in agencies if not is_not_whose(each, message)]
    periods = [each for each in message.periods if _counts(each, noted, message)]
    several = (
        _tells_then_and_now(noted, message)
        or len({each.value for each in agencies}) > 1
        or _are_alike(each.value for each in periods)
    )
    raws = {value.raw for value in values}
    return Scope(
        agencies[0].value if agencies else None,
        periods[0].value if periods else None,
        is_one=not (several or _is_between(agencies, raws, message) or any(_has_own_number(each, message) for each in periods)),
    )


def _tells_then_and_now(noted: Sequence[range], message: Message) -> bool:
    """Whether a period and one before it have each a number of its own, neither of them in a note."""
    told = (word.folded for word in message.words if not any(word.start in span for span in noted))
    return bool(_THEN_AND_NOW.search(Line(" ".join(told))))


def is_not_whose(mention: Mention[AgencyCode], message: Message) -> bool:
    """Whether an agency is one that a letter goes to, or that was there too: "kính gửi Sở Y tế: …", "cùng Sở Y tế kiểm tra"."""
    first = max(mention.first - _LETTER, 0)
    for place in range(mention.first, first, -1):
        if _OPENS.search(message.words[place].gap) and place > first:
            first = place
    before = " ".join(word.folded for word in message.words[first : mention.first])
    return bool(_NOT_WHOSE.search(before))


def _span(note: str, message: Message) -> range:
    """The characters of a note."""
    begin = message.text.find(note)
    return range(begin, begin + len(note)) if begin >= 0 else range(0)


def _counts(mention: Mention[AgencyCode] | Mention[Period], noted: Sequence[range], message: Message) -> bool:
    """Whether a mention is not what a note goes by, nor a period that something is compared with.

    "(sở tài chính)" and "(quý 3/2022)" say whose and which the figure is, though they look like notes.
    """
    words, first = message.words, mention.first
    note = next((span for span in noted if words[first].start in span), None)
    if note is not None:
        inside = [word.folded for place, word in enumerate(words) if word.start in note and not first <= place < mention.last]
        return set(inside) <= _OF_SCOPE
    before = " ".join(word.folded for word in words[max(first - _BEFORE, 0) : first])
    return not (isinstance(mention.value, Period) and _BESIDE.search(before))


def _are_alike(periods: Iterable[Period]) -> bool:
    """Whether two periods of one length are named: "kế hoạch năm 2022 … quý 3/2022" names one report."""
    named = set(periods)
    return len({each.months for each in named}) < len(named)


def _is_between(agencies: Sequence[Mention[AgencyCode]], raws: Collection[str], message: Message) -> bool:
    """Whether an agency is named behind one value and before another number: "tiếp nhận 1200, của sở 4T là 15"."""
    if not agencies:
        return False
    spots = [spot for spot in find_spots(message) if spot.first in set(message.free)]
    return any(
        any(spot.last <= each.first and spot.raw in raws for spot in spots) and any(spot.first >= each.last for spot in spots)
        for each in agencies
    )


def _has_own_number(mention: Mention[Period], message: Message) -> bool:
    """Whether a period opens a clause behind a value and has a number of its own: "văn bản chỉ đạo 12, quý trước 8"."""
    words = message.words
    if not _OPENS.search(words[mention.first].gap):
        return False
    numbers = [place for place in message.free if words[place].is_number]
    end = next((at for at in range(mention.last, len(words)) if _OPENS.search(words[at].gap)), len(words))
    return any(place < mention.first for place in numbers) and any(mention.last <= place < end for place in numbers)
