"""One period or year as written, before years are shared among the periods of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.period import Period, Span, quarter_of
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.period_patterns import MORE_NUMBERS, PERIOD

_QUARTERS = (Span.Q1, Span.Q2, Span.Q3, Span.Q4)
_ENDS_WITH = {Span.H1: Span.Q2, Span.NINE_MONTHS: Span.Q3, Span.H2: Span.Q4, Span.YEAR: Span.Q4}
_FROM_JANUARY = {Span.Q1, Span.H1, Span.NINE_MONTHS, Span.YEAR}
_LATE_HALF = {"cuoi", "sau"}
_NUMBER_WORDS = {"mot": 1, "nhat": 1, "nhut": 1, "dau": 1, "cuoi": 4, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "iv": 4}
_MONTH_WORDS = {"ba": 3, "sau": 6, "chin": 9, "muoi hai": 12}
_LATE = {"cuoi", "cui", "cio"}
_BARE_YEARS_BACK = 2  # "q3 22": how far a bare two-digit number may be from this year and still be one
_YEARS_BACK = 12  # a bare four-digit number further back is a figure
_PLAN = re.compile(r"ke hoach(?: cchc| cai cach hanh chinh)?(?: cua [a-z ]{1,20})? $|khcchc $|\bkh $")
_MISTYPED = re.compile(r"[ /.\-]?(?:nam )?(?=[0-9a-z]*\d)(?=[0-9a-z]*[a-z])2[0-9a-z]{2,4}(?![a-z0-9])")  # "quý 3/202e"
_SEVERAL = re.compile(r"\b(?:may|nhung|cac|vai|hai|ba|\d) $")  # "mấy năm nay"
_NAMED_SAME = re.compile(r"(?<!so voi )(?<!so )cung ky(?: cua)? $")  # "cùng kỳ quý 3 năm ngoái" is that quarter itself
_LOST_PERIOD = re.compile(r"(?:quy [a-z0-9]{1,4}[ /.\-]|thang dau |thang cuoi |dau |cuoi )$")  # "quý s/2022", "đầu năm 2022"
_UNSURE, _BARE_YEAR = 0.6, 0.8
_GUESSED = 0.4  # what was typed beside it was not understood: to be asked before anything is written
_PLAN_YEAR = 0.5  # "kế hoạch năm 2022" names the plan as often as the period


@dataclass(slots=True)
class Item:
    """A period as written: `span` None for a year alone; `relative` says that its year was counted, not written."""

    start: int
    end: int
    span: Span | None
    year: int | None
    more: tuple[Span, ...] = ()
    relative: str | None = None
    same: bool = False
    confidence: float = 1.0
    shared_year: int | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """What relative words count from."""

    today: date
    open_period: Period | None

    @property
    def quarter(self) -> Period:
        """The quarter people mean by "quý này"."""
        if self.open_period is None:
            return quarter_of(self.today)
        return Period(self.open_period.year, _ENDS_WITH.get(self.open_period.span, self.open_period.span))

    def latest(self, span: Span) -> Period:
        """The period of a span whose year is not said."""
        if self.open_period is not None:
            same_year = Period(self.open_period.year, span)
            return same_year if same_year.last_day <= self.open_period.last_day else same_year.same_last_year
        next_year = Period(self.today.year + 1, span)
        for period in (next_year, next_year.same_last_year):
            if period.first_day <= self.today:
                return period
        return Period(self.today.year - 1, span)

    def year_of(self, said: str) -> int | None:
        """The year of "2022", "22", "nam 2022", "nam ngoai", a year with one slip; None when it is none."""
        said = said.removeprefix("nam").strip(" /;'")
        if any(char.isdigit() for char in said):
            said = "".join(
                char for char in said if char.isdigit()
            )  # a key beside the slash, "3q2022", or among digits, "20f22"
        if not said.isdigit():
            back = {"nay": 0, "ni": 0, "hien tai": 0, "hien nay": 0, "kia": 2, "sau": -1, "toi": -1}.get(said, 1)
            return self.today.year - back
        if len(said) == 2:  # noqa: PLR2004  digits
            return 2000 + int(said) if abs(2000 + int(said) - self.today.year) <= _YEARS_BACK else None
        if len(said) == 4 and said.startswith("20") and said[2] < "5":  # noqa: PLR2004  digits
            return int(said)
        nearby = range(self.today.year - _YEARS_BACK // 2, self.today.year + 2)
        meant = [year for year in nearby if _is_slip_of(str(year), said)]
        return meant[0] if len(meant) == 1 else None


def _is_slip_of(year: str, typed: str) -> bool:
    """Whether `typed` is the year with a digit lost or added, or two neighbours swapped."""
    if len(typed) == len(year):
        return any(typed == year[:i] + year[i + 1] + year[i] + year[i + 2 :] for i in range(len(year) - 1))
    longer, shorter = sorted((year, typed), key=len, reverse=True)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def items_in(text: str, now: Now) -> list[Item]:
    """Periods and years as written in a line, in order."""
    items: list[Item] = []
    for found in PERIOD.finditer(text):
        item = _item_of(found, now)
        if item is not None:
            if items and items[-1].same and item.year and _NAMED_SAME.search(text[: item.start]):
                item.start = items.pop().start
            before = found["before"]
            if before and item.start > found.start():  # its year stands after it, so this one is another
                year = now.year_of(before)
                if year is not None:
                    items.append(Item(found.start("before"), found.end("before"), None, year))
            items.append(item)
    return items


def _item_of(found: re.Match[str], now: Now) -> Item | None:
    """The item of one match; None when it is no period after all."""
    if found["same"]:
        same_year = found["same_year"]
        return Item(*found.span("same"), None, int(same_year) if same_year and same_year.isdigit() else None, same=True)
    if found["since_january"]:
        return _since_january(found, now)
    if found["relative"]:
        return _relative(found, now)
    if found["year"]:
        return _year_alone(found, now)
    if found["whole"]:
        year = now.year_of(found["whole_year"]) if found["whole_year"] else None
        confidence = _GUESSED if year is None and _MISTYPED.match(found.string, found.end()) else 1.0
        return Item(*found.span(), Span.YEAR, year, confidence=confidence)
    for code_year, code in (("code_year", "code"), ("after_code", "year_code")):
        if found[code]:
            return Item(*found.span(), Span(found[code].upper()), now.year_of(found[code_year]))
    if found["early_number"]:  # "3q22"
        return Item(*found.span(), _quarter(found["early_number"]), now.year_of(found["q_year"]))
    return None if found["month"] else _span_item(found, now)


def _since_january(found: re.Match[str], now: Now) -> Item:
    """The "từ đầu năm đến giờ": the open report when it begins in January, else this year's."""
    period = now.open_period
    if period is None or period.year != now.today.year or period.span not in _FROM_JANUARY:
        period = Period(now.today.year, Span.YEAR)
    return Item(*found.span(), period.span, period.year, relative="this")


def _relative(found: re.Match[str], now: Now) -> Item:
    """`quý này`, `kỳ trước`, `quý này năm ngoái`."""
    is_quarter = found["relative"].startswith("q")
    period = now.quarter if is_quarter or now.open_period is None else now.open_period
    kind = "this"
    if found["which"] in {"sau", "toi"}:
        later = _QUARTERS.index(period.span) + 1 if period.span in _QUARTERS else 4
        period = Period(period.year + later // 4, _QUARTERS[later % 4] if period.span in _QUARTERS else period.span)
    elif found["which"] not in {"nay", "ni", "hien tai", "hien nay"}:
        period, kind = period.previous, "quarter before" if is_quarter else "before"
    year = now.year_of(found["relative_year"]) if found["relative_year"] else None
    return Item(*found.span(), period.span, year or period.year, relative=kind)


def _year_alone(found: re.Match[str], now: Now) -> Item | None:
    """`năm 2022`, `năm ngoái`, `2022`."""
    said = found["year"]
    year = now.year_of(said)
    if year is None or (said.isdigit() and not -_YEARS_BACK <= year - now.today.year <= 1):
        return None
    confidence = _BARE_YEAR if said.isdigit() else 1.0
    before = found.string[max(0, found.start() - 40) : found.start()]
    if said.endswith(("nay", "truoc")) and _SEVERAL.search(before):
        return None
    if _PLAN.search(before):
        confidence = _PLAN_YEAR
    elif _LOST_PERIOD.search(before):
        confidence = _GUESSED
    return Item(*found.span(), None, year, confidence=confidence)


def _span_item(found: re.Match[str], now: Now) -> Item | None:
    """A quarter, months or half, with the year that stands beside it if any."""
    start, end, confidence = found.start(), found.end(), 1.0
    year = None
    said = found["after"]
    if said:
        year = now.year_of(said)
        bare = len(said) == 2 and found.string[found.start("after") - 1] == " "  # noqa: PLR2004  "q3 22"
        if year is None or (bare and not -_BARE_YEARS_BACK <= year - now.today.year <= 1):
            year, end = None, found.start("after") - 1
        elif bare:
            confidence = _UNSURE
    if year is None and _MISTYPED.match(found.string, end):
        confidence = _GUESSED
    more = _more_quarters(found, end, has_year=year is not None)
    if found["more"] and not more:
        end = found.start("more")
    if found["before"]:
        if year is None:
            year = now.year_of(found["before"])
        else:
            start = found.end("before") + 1
    if found["half"]:
        edge = found["half_edge"] or found["late_edge"]
        return Item(start, end, Span.H2 if edge in _LATE_HALF else Span.H1, year, confidence=confidence)
    if found["months"]:
        span = _span_of_months(found, has_year=year is not None)
        return Item(start, end, span, year, confidence=confidence) if span else None
    number = found["number"] or found["short_number"] or found["roman"]
    return Item(start, end, _quarter(number), year, more=more, confidence=confidence)


def _span_of_months(found: re.Match[str], *, has_year: bool) -> Span | None:
    """The span of "6 tháng cuối", "9t"; "3 tháng" and "12 tháng" alone are just a length of time."""
    months = _MONTH_WORDS.get(found["months"]) or int(found["months"])
    late = found["edge"] in _LATE or found["edge_of"] == "cn"
    if months in {3, 12} and not (found["edge"] or found["edge_of"] or has_year):
        return None
    early = {3: Span.Q1, 6: Span.H1, 9: Span.NINE_MONTHS, 12: Span.YEAR}[months]
    return {3: Span.Q4, 6: Span.H2}.get(months, early) if late else early


def _quarter(number: str) -> Span:
    """The quarter of a number as written: 3, 03, iii, lll, ba, thứ ba, cuối cùng."""
    number = number.removeprefix("thu ").partition(" ")[0]
    if number in _NUMBER_WORDS:
        return _QUARTERS[_NUMBER_WORDS[number] - 1]
    if number.isdigit():
        return _QUARTERS[int(number) - 1]
    return Span.Q4 if number.endswith("v") else _QUARTERS[len(number) - 1]


def _more_quarters(found: re.Match[str], end: int, *, has_year: bool) -> tuple[Span, ...]:
    """The further quarters of "quý 1, 2 và 3 năm 2022", "quý 1-3/2022"; () when those numbers are something else."""
    if not found["more"]:
        return ()
    first = _QUARTERS.index(_quarter(found["number"] or found["short_number"] or found["roman"]))
    pairs = MORE_NUMBERS.findall(found["more"])
    rest = found.string[end:]
    by_words = all(mark.strip() in {"va", "voi", "den", "toi", ", va", "; va"} for mark, _ in pairs)
    counts_something = rest.startswith(" ") and rest.split()[:1] and rest.split()[0] in COUNT_NOUNS
    if not has_year and rest and (not by_words or counts_something):
        return ()
    places: list[int] = []
    at = first
    for mark, number in pairs:
        place = _QUARTERS.index(_quarter(number))
        if place <= at:
            return ()
        places += range(at + 1, place + 1) if mark.strip() in {"-", "~", "den", "toi"} else [place]
        at = place
    return tuple(_QUARTERS[place] for place in places)
