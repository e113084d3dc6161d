"""Figures that stand otherwise than when their report was last submitted or accepted: somebody has to submit them again.

They come of a report that was reopened, changed and locked again by time. They stay stored and count like all others; what is
needed is that people know of them (docs/decisions/0007-life-of-a-report.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.catalogue import IndicatorId
from bot.domain.ports import Store
from bot.domain.report import LOCKED, Report, ReportState
from bot.domain.value import Change, Figure


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure as it was submitted and as it stands; None: no value. Both alike: only its note is another."""

    indicator: IndicatorId
    before: Figure | None
    after: Figure | None


def changed_since_submission(
    store: Store, report: Report, *, indicator: IndicatorId | None = None
) -> tuple[ChangedFigure, ...]:
    """By indicator id, what was changed since the report was last handed in or accepted by somebody and not taken back.

    () for a report in whose state nothing can wait to be submitted again. `indicator`: only whether that one was.
    """
    if report.state not in (ReportState.SUBMITTED, ReportState.REOPENED):
        return ()

    def changes(after: datetime) -> list[Change]:
        return store.report_changes(report.agency, report.period, after=after, indicator=indicator)

    if report.submitted_at is not None and not changes(report.submitted_at):
        return ()  # as nearly always; whoever settled it later found the same
    steps = store.report_steps(report.agency, report.period)
    settled = max((step.at for step in steps if step.state in LOCKED and step.by is not None), default=report.submitted_at)
    if settled is None:
        return ()
    first: dict[IndicatorId, Change] = {}
    last: dict[IndicatorId, Change] = {}
    for change in changes(settled):
        first.setdefault(change.key.indicator, change)
        last[change.key.indicator] = change
    return tuple(
        ChangedFigure(indicator, begun.before, last[indicator].after)
        for indicator, begun in sorted(first.items())
        if (begun.before, begun.note_before) != (last[indicator].after, last[indicator].note_after)
    )
