"""A text report → what it says: whose it is, for which period, and every row of its table with its figure, note and issue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.documents.encoding import BadFile
from bot.documents.markup import plain
from bot.documents.reading import read_document
from bot.documents.row import Flaw, FlawKind, Row
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, Form, IndicatorId, RowKind, ValueType
from bot.domain.narrative import NarrativeFigure, read_narrative
from bot.domain.note_conflicts import contradicts_note
from bot.domain.note_dates import cites_later_date
from bot.domain.period import Period
from bot.domain.report_table import align_shown, has_second_table, repeats_itself, report_rows
from bot.domain.report_title import Heading, read_heading
from bot.domain.template_hints import is_template_hint
from bot.domain.value import Fault, Figure, State
from bot.understanding.alignment import AlignedRow, Alignment
from bot.understanding.compiled import label_index
from bot.understanding.number_words import are_spelt_as_numbers
from bot.understanding.numbers import read_figure

_FOOTNOTE = re.compile(r"(?<=[\d\s])(?:\(?\*+\)?|\(\d\)|\[\d\]|[⁰¹²³⁴-⁹]+)\s*$")
_REMARK = re.compile(r"(?<=\d)\s*\([^\d()]{1,60}\)\s*$")  # "25 (vượt)"
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PLAIN_SHARE = re.compile(r"\d(?:[.,]\d+)?")  # "0,5%" says itself what it is
_ENOUGH_RATES = 2  # that a report gives, to tell by them whether its rates are shares
_LONGEST_NOTE = 5000  # characters that are compared with the figure; the note is kept whole
_LATEST = 31  # days after its window that a report may still be dated; a later date is no limit for what notes may cite


class Issue(StrEnum):
    """What a careful reader would notice in a row. A row shows the gravest, in this order."""

    NO_ROW = "no_row"  # in no way a row of the catalogue, or not certain which
    DATE_CELL = "date_cell"  # the spreadsheet made a day of what was typed: kept aside
    IMPOSSIBLE_VALUE = "impossible_value"  # cannot be a figure of its row: kept aside
    CONFLICTS_WITH_NOTE = "conflicts_with_note"  # the note certainly says something else
    NOTE_AFTER_PERIOD = "note_after_period"  # the note cites something done after the period
    FOOTNOTE = "footnote"  # the figure carries a footnote mark
    HIDDEN_ROW = "hidden_row"  # the spreadsheet does not show the row
    TEMPLATE_HINT = "template_hint"  # the note was the form's own hint, and is dropped


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the report. Exactly one of `figure` and `fault` when it holds a value, none when it is blank or has no row.

    `indicator` None: not read; `candidates` are then the rows it may be, best first.
    """

    row: Row
    label: str
    indicator: CatalogueRow | None
    candidates: tuple[IndicatorId, ...]
    raw: str
    figure: Figure | None
    fault: Fault | None
    note: str | None
    issue: Issue | None
    flaw: Flaw | None = None  # why the cell cannot be trusted; `fault` is then NOT_A_NUMBER


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read. `stated`: what the document says about itself; `missing_sections`: those without a single row."""

    file_name: str
    agency: AgencyCode
    period: Period
    form: Form
    stated: Heading
    rows: tuple[ReadRow, ...]
    sections: tuple[CatalogueRow, ...]  # that the form has
    missing_sections: tuple[CatalogueRow, ...]
    narrative: tuple[NarrativeFigure, ...] = ()  # figures that the text around the table states with certainty

    @property
    def read(self) -> tuple[ReadRow, ...]:
        """The rows found in the catalogue, blank ones included."""
        return tuple(row for row in self.rows if row.indicator is not None)

    @property
    def unread(self) -> tuple[ReadRow, ...]:
        """The rows that are not, or not certainly, in the catalogue."""
        return tuple(row for row in self.rows if row.indicator is None)

    @property
    def values(self) -> int:
        """How many rows hold a value, the ones kept aside counted."""
        return sum(row.figure is not None or row.fault is not None for row in self.rows)

    @property
    def rows_missing_at_end(self) -> int:
        """How many rows the form prints after the last one that was found; the file may have been cut there."""
        found = {row.indicator.id for row in self.read if row.indicator is not None}
        places = [place for place, printed in enumerate(self.form.rows) if printed.id in found]
        return len(self.form.rows) - 1 - places[-1] if places else len(self.form.rows)

    @property
    def is_cut_off(self) -> bool:
        """Whether the table begins after the form's first section or stops before its last: half a report."""
        return bool(self.missing_sections) and bool(
            {self.sections[0].id, self.sections[-1].id} & {row.id for row in self.missing_sections}
        )


class Doubt(StrEnum):
    """Why a document cannot be taken as a report."""

    NO_REPORT_TABLE = "no_report_table"
    SEVERAL_TABLES = "several_tables"
    UNCLEAR_COLUMNS = "unclear_columns"
    UNKNOWN_AGENCY = "unknown_agency"
    SEVERAL_AGENCIES = "several_agencies"
    UNKNOWN_PERIOD = "unknown_period"
    SEVERAL_PERIODS = "several_periods"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No reading: a bad file, or a document in doubt; `heading` is what it says about itself, `rows` how many were matched."""

    file_name: str
    why: BadFile | Doubt
    heading: Heading | None = None
    rows: int = 0


def read_report(
    content: bytes, *, file_name: str, catalogue: Catalogue, agency: AgencyCode | None = None, period: Period | None = None
) -> Reading | Unreadable:
    """Read a report of any format. A given agency or period goes before what the document says."""
    document = read_document(content)
    if isinstance(document, BadFile):
        return Unreadable(file_name, document)
    index = label_index(catalogue)
    rows = report_rows(document, index)
    if not rows:
        return Unreadable(file_name, Doubt.NO_REPORT_TABLE)
    heading = read_heading(document, rows[0].line, catalogue=catalogue, file_name=file_name)
    periods = (period,) if period else heading.periods
    agencies = (agency,) if agency else heading.agencies
    form = catalogue.form_for(periods[0]) if periods else None
    alignment = align_shown(rows, catalogue=catalogue, form=form, index=index, period=periods[0] if len(periods) == 1 else None)
    is_twofold = repeats_itself(document, index) or has_second_table(alignment)
    doubt = Doubt.SEVERAL_TABLES if is_twofold else _doubt(alignment, agencies, periods)
    if doubt is not None:
        return Unreadable(file_name, doubt, heading, sum(row.indicator is not None for row in alignment.rows))
    limit = periods[0].last_day
    if heading.reported_on is not None and 0 < (heading.reported_on - limit).days <= _LATEST:
        limit = heading.reported_on
    rows_read = _with_shares_asked([_read_row(row, limit) for row in alignment.rows])
    found = {row.indicator.section for row in rows_read if row.indicator is not None}
    printed = [catalogue.row(each.id) for each in alignment.form.rows if each.id in catalogue]
    sections = tuple(row for row in printed if row.kind is RowKind.SECTION)
    missing = tuple(section for section in sections if section.id not in found)
    told = read_narrative(document.prose, rows_read, catalogue=catalogue, index=index, agency=agencies[0], period=periods[0])
    return Reading(file_name, agencies[0], periods[0], alignment.form, heading, rows_read, sections, missing, told)


def as_document(reading: Reading) -> list[dict[str, object]]:
    """The rows for --json, in the order of the file: id, value, raw, note, line, issue.

    `value` is the number read as a plain decimal string, null when the cell is blank or unreadable; with the issue
    impossible_value it is what stands in the cell, and no figure. `id` is null for a row with the issue no_row.
    """
    return [
        {
            "id": row.indicator.id if row.indicator is not None else None,
            "value": _value(row),
            "raw": row.raw,
            "note": row.note,
            "line": row.row.line,
            "issue": row.issue.value if row.issue is not None else None,
        }
        for row in reading.rows
    ]


def _doubt(alignment: Alignment, agencies: Sequence[AgencyCode], periods: Sequence[Period]) -> Doubt | None:
    """The first reason not to take the document as a report, or None."""
    if alignment.has_unclear_values:
        return Doubt.UNCLEAR_COLUMNS
    if len(agencies) != 1:
        return Doubt.SEVERAL_AGENCIES if agencies else Doubt.UNKNOWN_AGENCY
    if len(periods) != 1:
        return Doubt.SEVERAL_PERIODS if periods else Doubt.UNKNOWN_PERIOD
    return None


def _read_row(aligned: AlignedRow, limit: date) -> ReadRow:
    """One row with its figure or fault, its note without hints, and the gravest issue."""
    row = aligned.indicator
    if row is None:
        return ReadRow(
            aligned.row, aligned.label, None, aligned.candidates, aligned.value, None, None, aligned.note or None, Issue.NO_ROW
        )
    figure: Figure | None = None
    fault: Fault | None = None
    flaw = next((flaw for part in aligned.rows for flaw in part.flaws if plain(flaw.text) == aligned.value), None)
    if flaw is not None and aligned.value:
        fault = Fault.NOT_A_NUMBER
    elif aligned.value:
        bare = _FOOTNOTE.sub("", aligned.value)
        read = read_figure(bare, row)
        if read in (Fault.NOT_A_NUMBER, Fault.BAD_OPTION) and _REMARK.search(bare):
            read = read_figure(_REMARK.sub("", bare), row)
        if isinstance(read, Figure) and read.number is not None and not are_spelt_as_numbers(bare):
            read = Fault.NOT_A_NUMBER
        figure, fault = (read, None) if isinstance(read, Figure) else (None, read)
    is_hint = bool(aligned.note) and not aligned.row.is_exact and is_template_hint(aligned.note)
    note = None if is_hint else aligned.note or None
    issue: Issue | None = None
    if flaw is not None and flaw.kind is FlawKind.DATE:
        issue = Issue.DATE_CELL
    elif fault is not None:
        issue = Issue.IMPOSSIBLE_VALUE
    elif note and contradicts_note(figure, note[:_LONGEST_NOTE], row):
        issue = Issue.CONFLICTS_WITH_NOTE
    elif note and cites_later_date(note[:_LONGEST_NOTE], limit, counts_something=bool(figure and figure.number)):
        issue = Issue.NOTE_AFTER_PERIOD
    elif figure is not None and _FOOTNOTE.search(aligned.value):
        issue = Issue.FOOTNOTE
    elif figure is not None and aligned.row.is_hidden:
        issue = Issue.HIDDEN_ROW
    elif is_hint:
        issue = Issue.TEMPLATE_HINT
    return ReadRow(aligned.row, aligned.label, row, (), aligned.value, figure, fault, note, issue, flaw)


def _with_shares_asked(rows: Sequence[ReadRow]) -> tuple[ReadRow, ...]:
    """Where no rate of a report is above 1 and some are below, they may be shares (0.5909 for 59,09 %): all are asked."""
    rates = [
        row
        for row in rows
        if row.indicator is not None and row.indicator.type is ValueType.PERCENT and row.figure and row.figure.number
    ]
    numbers = [row.figure.number for row in rates if row.figure and row.figure.number]
    if len(numbers) < _ENOUGH_RATES or max(numbers) > 1 or min(numbers) == 1:
        return tuple(rows)
    return tuple(_as_share(row) if row in rates and _PLAIN_SHARE.fullmatch(row.raw) else row for row in rows)


def _as_share(row: ReadRow) -> ReadRow:
    flaw = Flaw(row.raw, FlawKind.SHARE, row.row.place)
    return replace(row, figure=None, fault=Fault.NOT_A_NUMBER, issue=Issue.IMPOSSIBLE_VALUE, flaw=flaw)


def _value(row: ReadRow) -> str | None:
    """The number of a row as a plain decimal string; "không phát sinh" is 0, of a percent too."""
    if row.figure is not None and row.figure.state is State.NOTHING_OCCURRED:
        return "0"
    if row.figure is not None:
        return None if row.figure.number is None else f"{row.figure.number:f}"
    bare = _FOOTNOTE.sub("", row.raw).strip().replace(",", ".")
    return bare if row.fault is not None and _PLAIN_NUMBER.fullmatch(bare) else None
