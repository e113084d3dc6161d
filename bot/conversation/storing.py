"""Storing values and saying what was stored: before → after, what follows from it, what is left, Undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, CatalogueRow, ValueType
from bot.domain.checks import broken_checks
from bot.domain.completeness import Completeness, completeness
from bot.domain.formula import operands
from bot.domain.lookup import Derived, figure_of, read_figures
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
from bot.replies import entries, report_life
from bot.replies.checks import violation_text
from bot.replies.reply import Reply

_WARNED = 3  # failing checks named under a confirmation; all of them are one command away


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
            exchange.answer(_confirmation(outcome, exchange))
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
    """What follows from values just stored: rates that their formulas give now, checks that fail (HTML), what is left.

    `left` None: no report is collected for that period.
    """

    rates: list[tuple[CatalogueRow, Decimal]]
    warnings: list[str]
    left: Completeness | None


def what_follows(outcome: Recorded, exchange: Exchange) -> Follows:
    """Look at the report as it stands after a write."""
    left = completeness(exchange.store, exchange.catalogue, outcome.agency, outcome.period)
    collected = exchange.calendar.is_collected(outcome.period)
    touched = {change.key.indicator for change in outcome.changes}
    rates = []
    for row in exchange.catalogue.rows:
        if row.formula is None or row.type is not ValueType.PERCENT or not touched & set(operands(row.formula)):
            continue
        figures = read_figures(
            exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(outcome.agency,), periods=(outcome.period,)
        )
        finding = figures.find(row.id, outcome.agency, outcome.period)
        figure = figure_of(finding)
        if isinstance(finding, Derived) and figure is not None and figure.number is not None:
            rates.append((row, figure.number))
    values = exchange.store.values(agencies=(outcome.agency,), periods=(outcome.period,))
    broken = broken_checks(exchange.catalogue, values, touching=touched)
    warnings = [violation_text(violation, exchange.catalogue) for violation in broken[:_WARNED]]
    return Follows(rates, warnings, left if collected else None)


def _confirmation(outcome: Recorded, exchange: Exchange) -> Reply:
    follows = what_follows(outcome, exchange)
    return entries.recorded(outcome, exchange.catalogue, rates=follows.rates, warnings=follows.warnings, left=follows.left)
