"""The catalogue: indicators, headings and sections, the forms that print them, agencies, checks and the calendar's rules.

Read from indicators.yaml by `bot.domain.catalogue_file`; frozen from then on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from bot.domain.period import Period, Span

IndicatorId = NewType("IndicatorId", str)  # also ids of headings and sections: one namespace
AgencyCode = NewType("AgencyCode", str)
ALL_AGENCIES = AgencyCode("ALL")  # "toàn tỉnh" in a question, never stored


class RowKind(StrEnum):
    """Level of a catalogue row. A heading may carry a value too, which is stored and shown but never required."""

    SECTION = "section"
    HEADING = "heading"
    INDICATOR = "indicator"


class ValueType(StrEnum):
    """What a value may be; see `bot.domain.value.fault_of`. Headings and sections are counts."""

    COUNT = "count"
    PERCENT = "percent"
    FLAG = "flag"
    CODE = "code"


class Measure(StrEnum):
    """How a figure behaves over time (docs/glossary.md)."""

    FLOW = "flow"
    STOCK = "stock"
    CUMULATIVE = "cumulative"
    ANNUAL = "annual"
    FLAG = "flag"


class CheckKind(StrEnum):
    """Relation that a check states."""

    LE = "le"
    SUM = "sum"
    RATIO = "ratio"
    ANY_OF = "any_of"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a flag or code: its number, printed word, and other words people use for it."""

    number: int
    word: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One row of the tree. `labels` are all printed wordings, newest form first; `label` is the one we show."""

    id: IndicatorId
    kind: RowKind
    label: str
    short: str  # for buttons and lists on a phone, at most about 45 characters, unique among siblings
    section: IndicatorId
    parent: IndicatorId | None
    unit: str
    type: ValueType
    measure: Measure
    options: tuple[Option, ...] = ()
    max: Decimal | None = None
    required: bool = False
    formula: str | None = None  # "a / b * 100" or "a + b", ids as operands
    weight: IndicatorId | None = None  # for a percent: the count that weights it over agencies
    labels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    printed_at_times_in: tuple[str, ...] = ()  # codes of forms of which some print has the row though the form itself has not
    definition: str | None = None  # one sentence in Vietnamese for "nghĩa là gì"


@dataclass(frozen=True, slots=True)
class FormRow:
    """One printed row: STT as printed ("" when the form leaves it out), the catalogue id, the printed label and unit."""

    stt: str
    id: IndicatorId
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Form:
    """A version of the printed appendix. `valid_to` None: still in force; later periods use the newest form."""

    code: str
    valid_from: Period
    valid_to: Period | None
    rows: tuple[FormRow, ...]
    ids: tuple[IndicatorId, ...] = field(init=False, repr=False, compare=False)  # of what it prints, in order, each once
    printed: frozenset[IndicatorId] = field(init=False, repr=False, compare=False)  # the same

    def __post_init__(self) -> None:
        """Index the rows."""
        object.__setattr__(self, "ids", tuple(dict.fromkeys(row.id for row in self.rows)))
        object.__setattr__(self, "printed", frozenset(self.ids))


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the province. Valid while from <= day <= to; after that `successor` takes its place."""

    code: AgencyCode
    name: str  # "Sở Công Thương"
    short: str  # "SCT", as shown in lists
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: AgencyCode | None = None
    coordinator: bool = False  # Sở Nội vụ: collects the reports

    def is_valid_on(self, day: date) -> bool:
        """Whether the agency exists on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Check:
    """A relation between figures of one report. `expression` uses ids, + and comparison as in checks of indicators.yaml."""

    id: str
    kind: CheckKind
    hard: bool
    expression: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """When reports are due: deadline per collected span as (month, day), how it moves off a day of rest, day overrides."""

    deadlines: Mapping[Span, tuple[int, int]]  # (month, day) of the period's year
    shift: str = "before"  # before | after | none
    working_days: frozenset[date] = frozenset()  # worked although a day of rest
    days_off: frozenset[date] = frozenset()  # free although a working day
    legal_basis: str = ""
    # what `domain.calendar` found for a day: every turn asks for the same day again
    found_for_day: dict[tuple[str, date], tuple[Period, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything of indicators.yaml. `version` changes when the content does."""

    version: str
    rows: tuple[CatalogueRow, ...]  # printed order, headings before their rows
    forms: tuple[Form, ...]  # oldest first
    agencies: tuple[Agency, ...]
    checks: tuple[Check, ...]
    calendar: CalendarRules
    _rows_by_id: dict[IndicatorId, CatalogueRow] = field(init=False, repr=False, compare=False)
    _children: dict[IndicatorId, tuple[CatalogueRow, ...]] = field(init=False, repr=False, compare=False)
    _agencies_by_code: dict[AgencyCode, Agency] = field(init=False, repr=False, compare=False)
    _indicators: tuple[CatalogueRow, ...] = field(init=False, repr=False, compare=False)
    _short_names: Counter[str] = field(init=False, repr=False, compare=False)
    _printed_rows: dict[str, tuple[CatalogueRow, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index rows and agencies."""
        children: dict[IndicatorId, list[CatalogueRow]] = {}
        for row in self.rows:
            if row.parent is not None:
                children.setdefault(row.parent, []).append(row)
        object.__setattr__(self, "_rows_by_id", {row.id: row for row in self.rows})
        object.__setattr__(self, "_children", {parent: tuple(rows) for parent, rows in children.items()})
        object.__setattr__(self, "_agencies_by_code", {agency.code: agency for agency in self.agencies})
        object.__setattr__(self, "_indicators", tuple(row for row in self.rows if row.kind is RowKind.INDICATOR))
        object.__setattr__(self, "_short_names", Counter(row.short.casefold() for row in self.rows))

    def __contains__(self, row_id: str) -> bool:
        """Whether there is a row of that id."""
        return row_id in self._rows_by_id

    def row(self, row_id: str) -> CatalogueRow:
        """The row of an id; KeyError when there is none."""
        return self._rows_by_id[IndicatorId(row_id)]

    def has_agency(self, code: str) -> bool:
        """Whether there is an agency of that code."""
        return code in self._agencies_by_code

    def agency(self, code: str) -> Agency:
        """The agency of a code; KeyError when there is none."""
        return self._agencies_by_code[AgencyCode(code)]

    def with_aliases(self, more: Mapping[IndicatorId, tuple[str, ...]], *, version: str) -> Catalogue:
        """The same catalogue, its rows called by more aliases (`bot.understanding.aliases` says which may be)."""
        rows = tuple(replace(row, aliases=(*row.aliases, *more.get(row.id, ()))) for row in self.rows)
        return replace(self, version=version, rows=rows)

    def children(self, row_id: str) -> tuple[CatalogueRow, ...]:
        """The rows directly below, in printed order."""
        return self._children.get(IndicatorId(row_id), ())

    def below(self, row_id: str) -> Iterator[CatalogueRow]:
        """All rows below at any depth, in printed order, without the row itself."""
        for row in self.children(row_id):
            yield row
            yield from self.below(row.id)

    def ancestors(self, row_id: str) -> Iterator[CatalogueRow]:
        """Parent, its parent … up to the section."""
        parent = self.row(row_id).parent
        while parent is not None:
            above = self.row(parent)
            yield above
            parent = above.parent

    @property
    def indicators(self) -> tuple[CatalogueRow, ...]:
        """The rows of kind INDICATOR, in printed order."""
        return self._indicators

    def has_namesake(self, row: CatalogueRow) -> bool:
        """Whether another row has the same short name."""
        return self._short_names[row.short.casefold()] > 1

    def form_for(self, period: Period) -> Form:
        """The form valid for a period: the newest that began by then, the oldest when none had."""
        begun = [form for form in self.forms if form.valid_from.year <= period.year]
        return begun[-1] if begun else self.forms[0]

    def printed_rows(self, period: Period) -> tuple[CatalogueRow, ...]:
        """The rows of the form valid for a period, in its order, each once; found once for a form."""
        form = self.form_for(period)
        rows = self._printed_rows.get(form.code)
        if rows is None:
            rows = self._printed_rows[form.code] = tuple(self.row(row_id) for row_id in form.ids)
        return rows

    def place_in_form(self, row_id: str, period: Period) -> str:
        """Where people find a row in the printed form: "III.7" for a heading or a row under it, "III" for a section.

        Falls back to the newest form that prints the row, for a period whose form does not.
        """
        for form in (self.form_for(period), *reversed(self.forms)):
            section, number = "", ""
            for printed in form.rows:
                if self.row(printed.id).kind is RowKind.SECTION:
                    section, number = printed.stt or printed.id, ""
                elif printed.stt:
                    number = printed.stt
                if printed.id == row_id:
                    return f"{section}.{number}" if number else section
        return ""
