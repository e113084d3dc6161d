"""Of which period a figure in formal prose is: the one named last before it, else the first behind it in its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.period import Period, Span

_PERIODS = re.compile(
    r"\bquy (?P<quarter>iv|i{1,3}|[1-4])\b(?:(?: nam |/)(?P<quarter_year>20\d\d))?"
    r"|\b(?P<half>6|sau|9|chin) thang(?: (?P<edge>dau|cuoi))?(?: nam)?(?: (?P<half_year>20\d\d))?\b"
    r"|\bnam (?P<year>20\d\d)\b|\b(?P<same>cung ky)(?: nam (?:20\d\d|truoc|ngoai))?"
    r"|\b(?P<elsewhere>(?:nam|quy|ky|thang) (?:truoc|ngoai)|truoc day|thang (?:0?[1-9]|1[0-2]))\b"
    r"|\b(?P<since>luy ke|tu dau nam)\b"
    r"|\b(?P<own>trong ky|ky bao cao|quy nay|ky nay)\b"
)
_QUARTERS = {"i": Span.Q1, "ii": Span.Q2, "iii": Span.Q3, "iv": Span.Q4, "1": Span.Q1, "2": Span.Q2, "3": Span.Q3, "4": Span.Q4}
_SINCE_JANUARY = {Span.Q1: Span.Q1, Span.Q2: Span.H1, Span.Q3: Span.NINE_MONTHS, Span.Q4: Span.YEAR}
_MENTION = re.compile(r"\bzz([a-z])\b")  # stands for a time in a line
_COMPARED = re.compile(r"\bso voi $")  # "đạt 99,91%, tăng 0,5% so với cùng kỳ"
_MOST = 26  # mentions of one sentence


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a sentence names, in the order of its words `zza`, `zzb`, …; None for one that is no period."""

    own: Period
    named: tuple[Period | None, ...]

    def about(self, line: str, place: int, clause_end: int) -> Period | None:
        """The period of the figure at a place; the report's own when none is named."""
        mentions = [(found.start(), self.named[ord(found[1]) - ord("a")]) for found in _MENTION.finditer(line)]
        before = [period for at, period in mentions if at < place]
        behind = [period for at, period in mentions if place < at < clause_end and not _COMPARED.search(line[:at])]
        return before[-1] if before else behind[0] if behind else self.own


def set_times_apart(line: str, own: Period) -> tuple[str, Times]:
    """The folded line with a word without digits for each time, and what the words stand for."""
    named: list[Period | None] = []

    def as_word(found: re.Match[str]) -> str:
        if found["year"] and int(found["year"]) == own.year:  # "Kế hoạch CCHC năm 2022" says nothing of when
            return "nam"
        if len(named) < _MOST:
            named.append(_period(found, own))
        return f"zz{chr(ord('a') + len(named) - 1)}"

    return _PERIODS.sub(as_word, line), Times(own, tuple(named))


def _period(found: re.Match[str], own: Period) -> Period | None:
    if quarter := found["quarter"]:
        return Period(int(found["quarter_year"] or own.year), _QUARTERS[quarter])
    if half := found["half"]:
        span = Span.NINE_MONTHS if half in ("9", "chin") else Span.H2 if found["edge"] == "cuoi" else Span.H1
        return Period(int(found["half_year"] or own.year), span)
    if year := found["year"]:
        return Period(int(year), Span.YEAR)
    if found["same"]:
        return own.same_last_year
    if found["since"]:
        return Period(own.year, _SINCE_JANUARY.get(own.span, own.span))
    return own if found["own"] else None
