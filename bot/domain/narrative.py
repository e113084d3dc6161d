"""What the narrative of a report says beside its table: figures that agree, differ, or fill what the table leaves blank.

Only what is certain is compared: the report's own period (or a longer one of which nothing happened), its own agency. Nothing
of it is ever stored by itself; `value_of` prepares what a press may store.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.documents.paragraphs import Paragraph, paragraphs
from bot.documents.text import Line
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, Measure, ValueType
from bot.domain.period import Period
from bot.domain.value import Figure, NewValue, StoredValue, ValueKey
from bot.understanding.labelled_statements import read_labelled
from bot.understanding.labels import LabelIndex
from bot.understanding.statements import Statement, read_statements
from bot.understanding.text import fold

if TYPE_CHECKING:
    from bot.domain.report_reading import Reading, ReadRow

_MOST_PROSE = 200_000  # characters that are compared; the narratives of real reports have 10,000 to 60,000
_ROUNDING = Decimal("0.1")  # percentage points (design §3)
_AT_ITS_END = {Measure.STOCK, Measure.CUMULATIVE, Measure.ANNUAL}  # the same for all periods that end on one day


_PLAN = re.compile(
    r"\b(?:phuong huong|nhiem vu (?:trong tam|chu yeu|thoi gian|quy|nam|6 thang|sap toi)|thoi gian toi|sap toi|kho khan|han che"
    r"|vuong mac|nguyen nhan|kien nghi,? de xuat|de xuat,? kien nghi|kien nghi$|^de xuat|bai hoc|noi nhan|muc tieu"
    r"|giai phap (?:thoi|thuc)|ke hoach (?:cong tac|quy|thang|thoi gian)|du kien)\b"
)


class Verdict(StrEnum):
    """How a figure of the narrative stands to the table's."""

    AGREES = "agrees"
    DIFFERS = "differs"
    BLANK = "blank"  # the table says nothing


@dataclass(frozen=True, slots=True)
class NarrativeFigure:
    """A figure that the narrative states for a row. `in_table`: what its cell holds, None when that is blank.

    `about`: the period stated, when it is not the report's own (only of blank cells: it cannot be compared). `parts`: what the
    parts add up to that the narrative lists for it, when that is yet another number.
    """

    row: CatalogueRow
    number: Decimal
    in_table: Figure | None
    verdict: Verdict
    line: int
    quote: str  # the words around it, at most about 100 characters
    raw: str  # as written, "" where words say it
    about: Period | None = None
    parts: Decimal | None = None

    @property
    def place(self) -> str:
        """Where it stands, as a source says it."""
        return f"lời văn, dòng {self.line}"


def read_narrative(
    prose: Sequence[Line],
    rows: Sequence[ReadRow],
    *,
    catalogue: Catalogue,
    index: LabelIndex,
    agency: AgencyCode,
    period: Period,
) -> tuple[NarrativeFigure, ...]:
    """The figures stated in the prose for rows of the table, in the order of the text; each row and number once."""
    in_table = {row.indicator.id: row for row in rows if row.indicator is not None}
    others = [fold(each.name) for each in catalogue.agencies if each.code != agency]
    found: dict[tuple[IndicatorId, Decimal], NarrativeFigure] = {}
    room = _MOST_PROSE
    for paragraph in paragraphs(prose):
        room -= len(paragraph.text)
        if room < 0:
            break
        if _is_plan(paragraph):
            continue
        stated = read_statements(paragraph.text, paragraph.headings, own=period, others=others)
        for said in (*stated, *read_labelled(paragraph.text, index, catalogue, own=period)):
            row = in_table.get(said.indicator)
            figure = _compared(said, row, paragraph, in_table, catalogue, period) if row is not None else None
            if figure is not None:
                found.setdefault((said.indicator, said.number), figure)
    return tuple(found.values())


def value_of(figure: NarrativeFigure, reading: Reading, standing: StoredValue | None) -> NewValue | None:
    """What a press on a figure of the narrative would store; None for what agrees or is of another period."""
    if figure.verdict is Verdict.AGREES or figure.about is not None:
        return None
    return NewValue(
        ValueKey(reading.agency, reading.period, figure.row.id),
        Figure(figure.number),
        standing.note if standing else None,
        figure.raw or figure.quote,
        standing.change_id if standing else None,
        figure.place,
    )


def _compared(
    said: Statement,
    row: ReadRow,
    paragraph: Paragraph,
    in_table: dict[IndicatorId, ReadRow],
    catalogue: Catalogue,
    period: Period,
) -> NarrativeFigure | None:
    """The statement beside its cell; None when it cannot be compared."""
    indicator = catalogue.row(said.indicator)
    is_own = _is_own(said, indicator, period)
    includes = said.about.first_day <= period.first_day and period.last_day <= said.about.last_day
    if row.fault is not None or not (is_own or includes):
        return None
    stands = row.figure if row.figure is not None and row.figure.number is not None else None
    if stands is None and (row.figure is not None or _is_answered_below(indicator, in_table, catalogue)):
        return None
    if stands is not None and not is_own:
        return None
    verdict = Verdict.BLANK if stands is None else Verdict.AGREES if _agree(said, stands, indicator) else Verdict.DIFFERS
    number = said.number if indicator.type is not ValueType.PERCENT else round(said.number, 2)
    return NarrativeFigure(
        indicator,
        number,
        stands,
        verdict,
        _line_of(said, paragraph),
        said.quote,
        said.raw,
        None if is_own else said.about,
        said.parts if said.parts not in (None, said.number) else None,
    )


def _is_own(said: Statement, row: CatalogueRow, period: Period) -> bool:
    """Whether it is a figure of the report's period: named so, standing at the same end, or nothing in a longer one."""
    if said.about == period:
        return True
    if said.about.last_day == period.last_day and row.measure in _AT_ITS_END:
        return True
    includes = said.about.first_day <= period.first_day and period.last_day <= said.about.last_day
    return includes and said.number == 0 and row.type in (ValueType.COUNT, ValueType.FLAG)


def _is_answered_below(row: CatalogueRow, in_table: dict[IndicatorId, ReadRow], catalogue: Catalogue) -> bool:
    """Whether rows below a blank one carry figures, so that it is blank because they say all."""
    below = [in_table.get(each.id) for each in catalogue.below(row.id)]
    return any(each is not None and each.figure is not None for each in below)


def _agree(said: Statement, stands: Figure, row: CatalogueRow) -> bool:
    number = stands.number
    if number is None:
        return False
    if row.type is not ValueType.PERCENT:
        return said.number == number
    digits = said.raw.rstrip("% ").replace(",", ".")
    shown = len(digits.partition(".")[2]) if "/" not in digits and digits else 2
    return abs(said.number - number) <= max(Decimal(5).scaleb(-shown - 1), _ROUNDING)


def _line_of(said: Statement, paragraph: Paragraph) -> int:
    """The line of the file in which the figure stands."""
    end = 0
    for line in paragraph.lines:
        end += len(line.text) + 1
        if said.at < end:
            return line.number
    return paragraph.lines[-1].number


def _is_plan(paragraph: Paragraph) -> bool:
    """Whether it stands under what is planned, wanted, missed or asked for."""
    return any(_PLAN.search(fold(title)) for title in paragraph.headings)
