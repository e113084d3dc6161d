"""A form as a sequence of targets for alignment: its rows in printed order, and the catalogue's other rows where they belong.

A report may hold rows that its form does not print (another year's form, a row added by hand); they can be found too, but a
printed row goes before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from bot.domain.catalogue import Catalogue, CatalogueRow, Form, IndicatorId, RowKind
from bot.understanding.columns import TableRow
from bot.understanding.labels import LabelIndex
from bot.understanding.sequence import BEFORE_ALL

_ROW_SKIPPED = 0.015
_MOST_ROWS = 40  # beyond that far is far
_HEADING_SKIPPED = 0.12  # entering another heading without its row
_MOST_HEADINGS = 5
_PRINTED = 0.95  # likeness of a label that is this form's wording


class Targets:
    """The rows that table rows may turn out to be, in order; a target is a place in `rows`."""

    def __init__(self, catalogue: Catalogue, form: Form) -> None:
        """Put the catalogue's rows that the form leaves out behind the row they follow in the catalogue."""
        order = [printed.id for printed in form.rows if printed.id in catalogue]
        self.stt: dict[IndicatorId, str] = {printed.id: printed.stt for printed in form.rows}
        printed = set(order)
        before: IndicatorId | None = None
        for row in catalogue.rows:
            if row.id not in printed:
                order.insert(order.index(before) + 1 if before else 0, row.id)
            before = row.id
        self.rows: tuple[CatalogueRow, ...] = tuple(catalogue.row(row_id) for row_id in order)
        self.place: dict[IndicatorId, int] = {row.id: place for place, row in enumerate(self.rows)}
        self.is_printed: tuple[bool, ...] = tuple(row.id in printed for row in self.rows)
        headings = (row.kind is not RowKind.INDICATOR and row.id in printed for row in self.rows)
        self._printed_until = (0, *accumulate(int(flag) for flag in self.is_printed))
        self._headings_until = (0, *accumulate(int(flag) for flag in headings))

    def gap(self, last: int, after: int) -> float:
        """What it costs to use target `after` next when `last` was used before (BEFORE_ALL: none yet, which is free)."""
        if last == BEFORE_ALL:
            return 0.0
        skipped = self._printed_until[after] - self._printed_until[last + 1]
        headings = self._headings_until[after] - self._headings_until[last + 1]
        return _ROW_SKIPPED * min(skipped, _MOST_ROWS) + _HEADING_SKIPPED * min(headings, _MOST_HEADINGS)

    def printed_between(self, last: int, after: int) -> int:
        """How many printed rows stand between two targets."""
        return self._printed_until[after] - self._printed_until[last + 1]


def form_that_fits(rows: Sequence[TableRow], catalogue: Catalogue, index: LabelIndex) -> Form:
    """The form that prints most of these labels, with their numbers as a second reason; of equals the newest."""
    best, most = catalogue.forms[-1], -1.0
    for form in reversed(catalogue.forms):
        stt = {printed.id: printed.stt for printed in form.rows}
        points = 0.0
        for row in rows:
            known = (
                [like.id for like in index.alike(row.label) if like.score >= _PRINTED and like.id in stt] if row.label else []
            )
            points += bool(known) + 0.5 * any(stt[row_id] == row.stt for row_id in known)
        if points > most:
            best, most = form, points
    return best
