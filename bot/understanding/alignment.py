"""Rows of a table laid over a form: which catalogue row each table row is, or which it could be.

Serves reports, files and pastes alike. The printed order decides between rows of the same label; what order and neighbours do
not decide comes back with its candidates and without a choice. Rows that stand in another place than printed are laid over
what is left of the form afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.documents.markup import plain
from bot.documents.row import Row
from bot.domain.catalogue import Catalogue, CatalogueRow, Form, IndicatorId
from bot.domain.period import Period
from bot.understanding.columns import ColumnReader, TableRow
from bot.understanding.evidence import Evidence, label_of
from bot.understanding.labels import LabelIndex, Likeness
from bot.understanding.sequence import Match, Placed, best_way
from bot.understanding.targets import Targets, form_that_fits

_SKIP_ROW = 0.2  # leaving a row over must cost less than any acceptable match is worth
_ROUNDS = 12  # blocks of rows that stand in another order than printed
_CANDIDATES = 5
_CLEAR = 0.1  # margin over the next best reading; neighbours a heading apart differ by 0.2
_FAMILY_NEAR = 0.2  # worth of standing beside rows of the same heading, for rows out of their printed order
_SAME = 0.03  # likeness: labels closer than this are not told apart by their wording
_SURE = 0.8  # likeness of a label that needs no neighbours: mistyped ones have 0.85 and more, other indicators up to 0.78
_REPEATED = 0.97  # likeness of a label that stands a second time
_KNOWN = 0.9  # likeness of a label that nobody uses for anything else
_FLANKED = 0.62  # likeness that is enough for the only row between two rows whose targets also have only one between them
_SCATTERED_NEAR = 5  # rows before and behind, in which
_SCATTERED = 2  # steps back in printed order from which rows stand in none
_NEAR = 4  # rows: how far a neighbour may stand to tell which heading a row belongs to


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One row of the table. `indicator` None: not found (no candidates) or not decided (up to five candidates, best first)."""

    rows: tuple[Row, ...]  # more than one when its label was split
    indicator: CatalogueRow | None
    candidates: tuple[IndicatorId, ...]
    stt: str
    label: str
    unit: str
    value: str  # the cell's text; "" when blank
    note: str
    likeness: float  # of label and catalogue, 0 to 1

    @property
    def row(self) -> Row:
        """The row it begins in."""
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class Alignment:
    """All rows of the table but headers, in order. `has_unclear_values`: nobody can tell which column is this period's."""

    form: Form
    rows: tuple[AlignedRow, ...]
    has_unclear_values: bool = False


def align(
    rows: Sequence[Row],
    *,
    catalogue: Catalogue,
    form: Form | None = None,
    index: LabelIndex | None = None,
    period: Period | None = None,
) -> Alignment:
    """Lay table rows over a form (None: the one that fits best). Rows may be part of it, in part, abbreviated or mistyped.

    `index`: the catalogue's labels compiled before, for who aligns often. `period`: whose figures are wanted, where several
    columns have figures.
    """
    index = index or LabelIndex(catalogue)
    units = {printed.unit for each in catalogue.forms for printed in each.rows} | {row.unit for row in catalogue.rows}
    table = ColumnReader(units, index.best, period).read(rows)
    form = form or form_that_fits(table.rows, catalogue, index)
    targets = Targets(catalogue, form)
    work = _Work(table.rows, targets, Evidence(targets, index))
    return Alignment(form, work.aligned(), table.has_unclear_values)


def known_rows(tables: Sequence[Sequence[Row]], index: LabelIndex) -> list[int]:
    """How many rows of each table carry a label of the catalogue: tells a report's table from other tables."""
    return [sum(any(index.best(plain(cell)) >= _KNOWN for cell in row.cells[:3]) for row in table) for table in tables]


class _Work:
    """One alignment while it is made."""

    def __init__(self, rows: Sequence[TableRow], targets: Targets, evidence: Evidence) -> None:
        self._rows = rows
        self._targets = targets
        self._evidence = evidence
        self._placed: dict[int, Placed] = {}  # by first row
        self._used_rows: set[int] = set()

    def aligned(self) -> tuple[AlignedRow, ...]:
        """Place what can be placed, then decide row by row."""
        for _ in range(_ROUNDS):
            if not self._place():
                break
        sure = self._sure()
        result: list[AlignedRow] = []
        at = 0
        while at < len(self._rows):
            placed = self._placed.get(at)
            length = placed.match.length if placed else 1
            result.append(self._aligned_row(at, length, placed, sure))
            at += length
        return tuple(result)

    def _place(self) -> bool:
        """Lay the rows that are left over what is left of the form; False when nothing was gained."""
        free = [place for place in range(len(self._rows)) if place not in self._used_rows]
        used = {placed.match.target for placed in self._placed.values()}
        placed_before = {first: placed.match.target for first, placed in self._placed.items()}
        matches = [
            replace(match, score=match.score + _FAMILY_NEAR * self._has_family_near(free[match.first], match, placed_before))
            for match in self._evidence.matches(self._rows, free, used)
        ]
        way = best_way(matches, len(free), self._targets.gap, skip_row=_SKIP_ROW)
        for placed in way:
            first = free[placed.match.first]
            self._placed[first] = placed
            self._used_rows.update(free[placed.match.first : placed.match.first + placed.match.length])
        return bool(way)

    def _aligned_row(self, first: int, length: int, placed: Placed | None, sure: dict[int, int]) -> AlignedRow:
        parts = self._rows[first : first + length]
        likely = self._evidence.alike(parts)
        indicator = self._targets.rows[sure[first]] if first in sure else None
        likeness = next((like.score for like in likely if indicator is not None and like.id == indicator.id), 0.0)
        return AlignedRow(
            rows=tuple(part.row for part in parts),
            indicator=indicator,
            candidates=() if indicator is not None else self._candidates(likely, placed),
            stt=parts[0].stt,
            label=label_of(parts),
            unit=" ".join(part.unit for part in parts if part.unit),
            value=next((part.value for part in parts if part.value), ""),
            note=" ".join(part.note for part in parts if part.note),
            likeness=likeness or (likely[0].score if likely else 0.0),
        )

    def _candidates(self, likely: Sequence[Likeness], placed: Placed | None) -> tuple[IndicatorId, ...]:
        """What an undecided row may be: the readings hardly worse than the best, the one that order prefers first."""
        worth_naming = [like for like in likely if like.score >= max(_FLANKED, likely[0].score - 2 * _SAME)]
        preferred = self._targets.rows[placed.match.target].id if placed else None
        ranked = sorted(worth_naming, key=lambda like: (like.id != preferred, -like.score))
        return tuple(like.id for like in ranked[:_CANDIDATES])

    def _sure(self) -> dict[int, int]:
        """First row → target of every match that is certain; one certain match may make its neighbours certain."""
        sure: dict[int, int] = {}
        waiting = {first: placed for first, placed in self._placed.items() if not self._is_scattered_twin(first, placed)}
        while True:
            news = {first: placed.match.target for first, placed in waiting.items() if self._is_sure(first, placed, sure)}
            if not news:
                return self._without_contradictions(sure)
            sure |= news
            for first in news:
                del waiting[first]

    def _without_contradictions(self, sure: dict[int, int]) -> dict[int, int]:
        """Leave out a row that stands again further on with another figure: nobody can tell which one is right."""
        for place in set(range(len(self._rows))) - self._used_rows | (set(self._placed) - set(sure)):
            row = self._rows[place]
            likely = self._evidence.alike([row])
            if not row.value or not likely or likely[0].score < _REPEATED:
                continue
            meant = self._targets.place[likely[0].id]
            twins = [like for like in likely if like.score > likely[0].score - _SAME]
            for first, target in list(sure.items()):
                if target == meant and len(twins) == 1 and self._rows[first].value not in ("", row.value):
                    del sure[first]
        return sure

    def _is_sure(self, first: int, placed: Placed, sure: dict[int, int]) -> bool:
        match = placed.match
        likely = self._evidence.alike(self._rows[first : first + match.length])
        row = self._targets.rows[match.target]
        likeness = next(like.score for like in likely if like.id == row.id)
        unit = next((part.unit for part in self._rows[first : first + match.length] if part.unit), "")
        if likeness < _SURE:
            return likeness >= _FLANKED and self._is_flanked(first, match, sure) and self._evidence.fits_unit(unit, row) >= 0
        if likely[0].score - likeness >= _SAME:
            return False
        has_twins = any(like.id != row.id and like.score > likeness - _SAME for like in likely)
        return not has_twins or (placed.margin >= _CLEAR and self._has_family_near(first, match, sure))

    def _is_scattered_twin(self, first: int, placed: Placed) -> bool:
        """Whether a row has twins and stands among rows out of printed order: its neighbours tell nothing."""
        near = [other.match.target for start, other in sorted(self._placed.items()) if abs(start - first) <= _SCATTERED_NEAR]
        descents = sum(before > after for before, after in pairwise(near))
        if descents < _SCATTERED:
            return False
        likely = self._evidence.alike(self._rows[first : first + placed.match.length])
        row = self._targets.rows[placed.match.target]
        has_twins = any(like.id != row.id and like.score > likely[0].score - _SAME for like in likely)
        return has_twins and not self._is_under_heading(first, row)

    def _is_under_heading(self, first: int, row: CatalogueRow) -> bool:
        """Whether the row's own heading stands above it, with only rows of that heading between."""
        for start in sorted((start for start in self._placed if start < first), reverse=True):
            above = self._targets.rows[self._placed[start].match.target]
            if above.id == row.parent:
                return True
            if above.parent != row.parent:
                return False
        return False

    def _is_flanked(self, first: int, match: Match, sure: dict[int, int]) -> bool:
        """Whether the rows right above and below are certain and the form has just this one row between theirs."""
        above = [(start, target) for start, target in sure.items() if start + self._placed[start].match.length == first]
        below = sure.get(first + match.length)
        if not above or below is None:
            return False
        target_above = above[0][1]
        return target_above < match.target < below and self._targets.printed_between(target_above, below) == 1

    def _has_family_near(self, first: int, match: Match, sure: dict[int, int]) -> bool:
        """Whether one of the nearest of these rows is the target's heading, sister or child."""
        row = self._targets.rows[match.target]
        above = max((start for start in sure if first - _NEAR <= start < first), default=None)
        below = min((start for start in sure if first < start < first + match.length + _NEAR), default=None)
        neighbours = [self._targets.rows[sure[start]] for start in (above, below) if start is not None]
        return any(row.id == other.parent or other.id == row.parent or _are_sisters(row, other) for other in neighbours)


def _are_sisters(one: CatalogueRow, other: CatalogueRow) -> bool:
    """Whether two rows hang under the same heading; rows right under a section are too many to tell a place."""
    return one.parent is not None and one.parent == other.parent and one.parent != one.section
