"""Storing values and saying what was stored: before → after, what follows from it, what is left, Undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import following, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode
from bot.domain.completeness import Completeness, completeness
from bot.domain.computed import Computed
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.reporting import (
    Assignment,
    ChangedByOther,
    NotYetBegun,
    Recorded,
    RecordOutcome,
    ReportLocked,
    obstacle_to_recording,
    record,
)
from bot.replies import entries, groups, guide, report_life
from bot.replies.reply import Reply


def is_closed(agency: AgencyCode, period: Period, exchange: Exchange) -> bool:
    """Whether that report takes no entries now; if so, that is said."""
    if not scope.existed(agency, period, exchange):
        exchange.answer(entries.no_such_agency_then(agency, period, exchange.catalogue))
        return True
    obstacle = obstacle_to_recording(exchange.store, agency, period, exchange.today)
    if obstacle is None:
        return False
    _say(obstacle, exchange)
    return True


def is_not_theirs(agency: AgencyCode, exchange: Exchange) -> bool:
    """Whether this person may not enter figures of that agency, or not in this chat; if so, that is said."""
    if not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return True
    if not exchange.takes_entries(agency):
        exchange.answer(groups.not_entered_here())
        return True
    return False


def is_hindered(agency: AgencyCode, period: Period, exchange: Exchange) -> bool:
    """Whether this person may not enter figures of that report now; if so, that is said."""
    return is_not_theirs(agency, exchange) or is_closed(agency, period, exchange)


def store_values(
    assignments: Sequence[Assignment],
    agency: AgencyCode,
    period: Period,
    exchange: Exchange,
    *,
    kind: str,
    batch: str | None = None,
) -> None:
    """Record all or none, and say what happened. `batch`: one call per batch, a second one would store nothing."""
    outcome = record(
        assignments,
        agency,
        period,
        store=exchange.store,
        batch=batch or exchange.batch,
        by=exchange.person.id,
        at=exchange.now,
        today=exchange.today,
        source=exchange.source(kind),
    )
    _say(outcome, exchange)


def _say(outcome: RecordOutcome, exchange: Exchange) -> None:
    match outcome:
        case Recorded():
            exchange.answer(confirmation(outcome, exchange))
        case ReportLocked():
            opens = may(exchange.person, Action.ADMINISTER)
            exchange.answer(report_life.locked(outcome, exchange.catalogue, who=scope.who_reopens(exchange), opens=opens))
        case NotYetBegun():
            exchange.answer(entries.not_begun(outcome))
        case ChangedByOther(standing=standing):
            who = scope.name_of(standing.entered_by, exchange) if standing else ""
            exchange.answer(entries.changed_by_other(outcome, exchange.catalogue, who))


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from values just stored: figures that their formulas give now, what does not fit (HTML), what is left.

    `left` None: no report is collected for that period.
    """

    computed: Sequence[Computed]
    warnings: list[str]
    left: Completeness | None


def what_follows(outcome: Recorded, exchange: Exchange) -> Follows:
    """Look at the report as it stands after a write."""
    left = completeness(exchange.store, exchange.catalogue, outcome.agency, outcome.period)
    collected = exchange.calendar.is_collected(outcome.period)
    touched = {change.key.indicator for change in outcome.changes}
    computed = following.offered(touched, outcome.agency, outcome.period, exchange)
    warnings = following.warnings(touched, outcome.agency, outcome.period, exchange, computed=computed)
    return Follows(computed, warnings, left if collected else None)


def confirmation(outcome: Recorded, exchange: Exchange) -> Reply:
    """What was stored, what follows from it, and what is left to do."""
    told = what_follows(outcome, exchange)
    return entries.recorded(outcome, exchange.catalogue, computed=told.computed, warnings=told.warnings, left=told.left)
