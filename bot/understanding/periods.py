"""Periods named in a message: "quý 3/2022", "6t đầu năm", "q4 năm ngoái", "từ quý 1 đến quý 4 năm 2022", "quý trước".

Rules for what is not said:
* a year said once serves every period of the message; "năm nay" and "năm ngoái" count from today;
* no year at all: with an open report the latest such period not after the open one's end, else the latest whose window has
  begun;
* "quý này" is the open quarter (or the quarter that ends with the open report), else today's; "kỳ này" is the open report;
  "quý trước" is the one before it, or before the quarter that the message names;
* "hai quý đầu năm" are the first six months, unless quarters are compared; "tháng 1 đến tháng 3" is a quarter;
* "cùng kỳ" is the same span a year before the other period named; alone it is found by `find_same_period`;
* a month, a date and a document number are no periods (`document_marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.period import Period, Span
from bot.understanding.document_marks import marks_in
from bot.understanding.period_items import Item, Now, items_in
from bot.understanding.period_patterns import (
    EVERY,
    FROM_MONTH_TO_MONTH,
    PERIOD,
    QUARTERS_FROM_AN_EDGE,
    RANGE,
    SEVERAL_QUARTERS,
    SIDE_BY_SIDE,
    SLIPPED_QUARTER,
    SPANS_OF_MONTHS,
    SPELLING,
    UNTIL_NOW,
    WORTH_A_LOOK,
)
from bot.understanding.text import Mention, Word
from bot.understanding.word_line import WordLine

_QUARTERS = (Span.Q1, Span.Q2, Span.Q3, Span.Q4)
_KY = frozenset({"ky", *(slip for slip, meant in SPELLING.items() if meant == "ky")})
STANDARDS = frozenset({"9001", "14001", "27001", "45001"})  # ISO 9001:2015
_LONGEST_RANGE = 24  # periods; six years of quarters


def find_periods(words: Sequence[Word], *, today: date, open_period: Period | None) -> tuple[Mention[Period], ...]:
    """Periods in text order; a range gives one mention for each of its periods, all with the span of the range.

    A year that stands apart from its quarter ("hồ sơ năm 2022 … quý 3") is mentioned too, with the quarter as its value, so
    the same period may come twice. Confidence below 1: the year is a bare number ("q3 22", "2022 sxd") or names a plan.
    """
    line = WordLine(words, SPELLING)
    if not WORTH_A_LOOK.search(line.text):
        return ()
    months = list(FROM_MONTH_TO_MONTH.finditer(line.text))
    text = _without_marks(FROM_MONTH_TO_MONTH.sub(_as_span, line.text))
    text = SLIPPED_QUARTER.sub(lambda slip: "q".rjust(len(slip[0])), text)
    if not SIDE_BY_SIDE.search(text):
        text = QUARTERS_FROM_AN_EDGE.sub(_as_months, text)
    now = Now(today, open_period)
    found = list(_several_quarters(text, now))
    for start, end, _ in found:
        text = text[:start] + "#" * (end - start) + text[end:]
    items = items_in(text, now)
    for item in items:
        item.start = next((each.start() for each in months if each.start() <= item.start < each.end()), item.start)
    _share_years(items, now)
    found += [(start, end, mention) for start, end, mention in _resolved(text, items, now)]
    mentions = (
        Mention(period, *line.span(start, end), confidence)
        for start, end, (periods, confidence) in sorted(found, key=lambda piece: piece[:2])
        for period in periods
    )
    return tuple(mention for mention in mentions if not (_counts_men(words, mention) or _is_standard(words, mention)))


def _is_standard(words: Sequence[Word], mention: Mention[Period]) -> bool:
    """Whether it is the year of a standard: "ISO 9001:2015"."""
    year = words[mention.first]
    is_year = mention.last == mention.first + 1 and year.is_number and year.gap.strip() in {":", "-"}
    return mention.first > 0 and is_year and words[mention.first - 1].folded in STANDARDS


def _counts_men(words: Sequence[Word], mention: Mention[Period]) -> bool:
    """Whether it is the "nam 20" of "nam 20, nữ 18": men, no year."""
    men = [word.folded for word in words[mention.first : mention.last]]
    if len(men) != len(("nam", "20")) or men[0] != "nam" or len(men[1]) >= len("2020"):
        return False
    beside = {
        word.folded for word in (*words[max(mention.first - 2, 0) : mention.first], *words[mention.last : mention.last + 2])
    }
    return "nu" in beside


def find_every_period(words: Sequence[Word]) -> Mention[str] | None:
    """The wording that asks for all periods, "qua các quý", "diễn biến"; None when there is none. Its value is the wording."""
    line = WordLine(words, SPELLING)
    found = EVERY.search(line.text)
    if found is None or SEVERAL_QUARTERS.search(line.text):
        return None
    return Mention(found[0], *line.span(*found.span()))


def find_same_period(words: Sequence[Word]) -> Mention[int | None] | None:
    """The "cùng kỳ" of a message that may name no other period: its value is the year it names, None for the year before."""
    if not any(word.folded in _KY for word in words):
        return None
    line = WordLine(words, SPELLING)
    if "cung ky" not in line.text:
        return None
    for found in PERIOD.finditer(line.text):
        if found["same"]:
            year = found["same_year"] or ""
            return Mention(int(year) if year.isdigit() else None, *line.span(*found.span()))
    return None


_Piece = tuple[int, int, tuple[list[Period], float]]  # start and end in the line, periods and confidence


def _without_marks(text: str) -> str:
    """The line with dates and document numbers blotted out."""
    for mark in marks_in(text):
        text = text[: mark.start()] + "#" * (mark.end() - mark.start()) + text[mark.end() :]
    return text


def _as_months(found: re.Match[str]) -> str:
    """Write "hai quý" as "6 thang", "3 quý" as "09 th": the months that they make, in as many characters."""
    length = len(found[0])
    months = "6" if found["half"] else "9"
    return next(written for written in (f"{months} thang", f"{months}thang", f"0{months} th") if len(written) == length)


def _as_span(found: re.Match[str]) -> str:
    """Write "tháng 1 đến tháng 3" as "q1", in as many characters; any other months as they stand."""
    span = SPANS_OF_MONTHS.get((int(found["first"]), int(found["last"])), "")
    return span.rjust(len(found[0])) if 0 < len(span) <= len(found[0]) else found[0]


def _several_quarters(text: str, now: Now) -> Iterator[_Piece]:
    """The quarters of "4 quý năm 2022", "2 quý đầu năm 2022", "các quý trong năm nay" (only those begun)."""
    for found in SEVERAL_QUARTERS.finditer(text):
        year = now.year_of(found["year"])
        many = {"2": 2, "hai": 2, "3": 3, "ba": 3}.get(found["how_many"], len(_QUARTERS))
        chosen = _QUARTERS[-many:] if found["edge"] == "cuoi " else _QUARTERS[:many]
        if year is not None:
            periods = [Period(year, span) for span in chosen]
            yield found.start(), found.end(), ([period for period in periods if period.first_day <= now.today] or periods, 1.0)


def _share_years(items: list[Item], now: Now) -> None:
    """Give every item without a year the year said elsewhere in the message, or the latest that fits; settle "cùng kỳ"."""
    for place, item in enumerate(items):
        if item.span is not None and item.year is None and not item.same:
            after = next((other.year for other in items[place + 1 :] if other.year and not other.relative), None)
            before = next((other.year for other in reversed(items[:place]) if other.shared_year), None)
            item.shared_year = after or before
            if item.shared_year is None:
                item.year = now.latest(item.span).year
            else:
                item.year = item.shared_year
                if after and Period(after, item.span).first_day > now.today:  # "quý 4 với quý 1/2023", said in February
                    item.year -= 1
        elif item.year and not item.relative:
            item.shared_year = item.year
    for place, item in enumerate(items):
        neighbours = [*reversed(items[:place]), *items[place + 1 :]]
        base = next((other for other in neighbours if other.span is not None and not other.same and other.year), None)
        if base is None or base.year is None:
            continue
        if item.same:
            item.span, item.year = base.span, item.year or base.year - 1
        elif item.span is None:
            item.span = base.span
        elif item.relative == "quarter before" and base.relative is None and base.span in _QUARTERS:
            before_base = Period(base.year, base.span).previous
            item.span, item.year = before_base.span, before_base.year


def _resolved(text: str, items: list[Item], now: Now) -> Iterator[_Piece]:
    """Each item's periods, ranges joined."""
    place = 0
    while place < len(items):
        item = items[place]
        place += 1
        if item.year is None:  # "cùng kỳ" of a period that the message does not name
            continue
        first = Period(item.year, item.span or Span.YEAR)
        start, end, confidence = item.start, item.end, item.confidence
        last: Period | None = None
        until_now = UNTIL_NOW.match(text, item.end)
        if until_now:
            last, end = now.latest(first.span) if first.span not in _QUARTERS else now.quarter, until_now.end()
        elif place < len(items) and RANGE.fullmatch(text, item.end, items[place].start):
            other = items[place]
            if other.year is not None and _is_row(first.span, other.span or Span.YEAR):
                last, end, confidence = (
                    Period(other.year, other.span or Span.YEAR),
                    other.end,
                    min(confidence, other.confidence),
                )
                if first > last:  # "từ quý 3 đến quý 2/2022"
                    first = Period(last.year - 1, first.span)
                place += 1
        if last is not None:
            start -= len("tu ") if text[:start].endswith("tu ") else 0
            yield start, end, (_row(first, last), confidence)
        else:
            yield start, end, ([first, *(Period(first.year, span) for span in item.more)], confidence)


def _is_row(first: Span, last: Span) -> bool:
    """Whether two spans can be the ends of a row of periods."""
    return first is last or (first in _QUARTERS and last in _QUARTERS)


def _row(first: Period, last: Period) -> list[Period]:
    """All periods from first to last: quarters after quarters, else the same span year after year."""
    periods = [first]
    while periods[-1] < last and len(periods) < _LONGEST_RANGE:
        year, span = periods[-1].year, periods[-1].span
        if span in _QUARTERS:
            later = _QUARTERS.index(span) + 1
            periods.append(Period(year + later // 4, _QUARTERS[later % 4]))
        else:
            periods.append(Period(year + 1, span))
    return periods
