"""What storing a received file would do now, with what people decided about it: kept figures, chosen rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.importing import ImportPlan, Planned, plan_import
from bot.domain.received import ReceivedFile
from bot.domain.report_reading import Issue, Reading, ReadRow
from bot.domain.value import Figure, StoredValue
from bot.understanding.numbers import read_figure

MOST_OPTIONS = 5  # rows to choose among
_REMARKS = (Issue.CONFLICTS_WITH_NOTE, Issue.NOTE_AFTER_PERIOD, Issue.FOOTNOTE, Issue.HIDDEN_ROW)


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row of the file with a value that may be one of several rows of the form; `number`: its place in the reading."""

    number: int
    row: ReadRow
    options: tuple[IndicatorId, ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """A plan with what was decided. `kept`: figures that stand and are not to be replaced; `unread`: not even guessed at."""

    plan: ImportPlan
    kept: frozenset[IndicatorId]
    open_rows: tuple[OpenRow, ...]
    unread: tuple[ReadRow, ...]

    @property
    def reading(self) -> Reading:
        """The file as read, with the rows chosen."""
        return self.plan.reading

    @property
    def replacing(self) -> tuple[Planned, ...]:
        """The values that would take the place of others."""
        return tuple(each for each in self.plan.different if each.indicator not in self.kept)

    @property
    def remarks(self) -> tuple[ReadRow, ...]:
        """Rows that a careful reader would look at again."""
        return tuple(row for row in self.reading.read if row.issue in _REMARKS)

    @property
    def shown(self) -> dict[str, int | None]:
        """Per value that may be written: the change that stands, which storing must find again."""
        return {
            each.indicator: each.standing.change_id if each.standing else None
            for each in (*self.plan.new, *self.plan.same, *self.plan.different)
        }

    def to_store(self, *, only_new: bool) -> ImportPlan:
        """What is to be carried out."""
        return replace(self.plan, different=() if only_new else self.replacing)


def preview_of(file: ReceivedFile, reading: Reading, standing: Sequence[StoredValue], catalogue: Catalogue) -> FilePreview:
    """Compare a reading with what stands now; KeyError when something chosen is no longer in the catalogue."""
    decided: Mapping[str, Any] = file.decided or {}
    picked: Mapping[str, str] = decided.get("picked", {})
    rows = tuple(
        _chosen(row, IndicatorId(picked[str(number)]), catalogue) if picked.get(str(number)) else row
        for number, row in enumerate(reading.rows)
    )
    chosen = replace(reading, rows=rows)
    taken = {row.indicator.id for row in chosen.read if row.indicator is not None and (row.figure or row.fault)}
    open_rows = []
    unread = []
    for number, row in enumerate(rows):
        if row.indicator is not None:
            continue
        options = tuple(each for each in row.candidates if each not in taken)[:MOST_OPTIONS]
        if row.raw.strip() and options and str(number) not in picked:
            open_rows.append(OpenRow(number, row, options))
        else:
            unread.append(row)
    plan = plan_import(chosen, standing)
    different = {each.indicator for each in plan.different}
    kept = frozenset(IndicatorId(each) for each in decided.get("kept", ()) if each in different)
    return FilePreview(plan, kept, tuple(open_rows), tuple(unread))


def _chosen(row: ReadRow, indicator: IndicatorId, catalogue: Catalogue) -> ReadRow:
    """The row as read once it is known which it is."""
    known = catalogue.row(indicator)
    read = read_figure(row.raw, known)
    if isinstance(read, Figure):
        return replace(row, indicator=known, candidates=(), figure=read, issue=None)
    return replace(row, indicator=known, candidates=(), fault=read, issue=Issue.IMPOSSIBLE_VALUE)
