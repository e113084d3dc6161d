"""The life of a report: which step leads from where to where, who may take it, and what it needs (design §9).

    open, on paper, returned, reopened --submit--> submitted        the agency's clerks; failing hard checks need a reason
    open, returned --hand in on paper--> on paper                   the agency's clerks
    submitted, on paper --accept--> accepted                        administrators
    submitted, on paper --return--> returned                        administrators, with a reason, naming rows
    submitted, accepted --reopen--> reopened                        administrators, with a reason and an expiry
    reopened --time is up--> submitted                              nobody: `lock_expired`

Nothing else happens to a report. `take_step` is the only place that changes its state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Action, Person, may
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.report import Report, ReportState


class Step(StrEnum):
    """What can be done to a report as a whole."""

    SUBMIT = "submit"
    ON_PAPER = "on_paper"
    ACCEPT = "accept"
    RETURN = "return"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where a step may begin, where it ends, the right it takes, and what has to be given with it."""

    begins: frozenset[ReportState]
    ends: ReportState
    right: Action
    needs_reason: bool = False
    needs_expiry: bool = False


_S = ReportState
RULES = {
    Step.SUBMIT: _Rule(frozenset({_S.OPEN, _S.ON_PAPER, _S.RETURNED, _S.REOPENED}), _S.SUBMITTED, Action.SUBMIT),
    Step.ON_PAPER: _Rule(frozenset({_S.OPEN, _S.RETURNED}), _S.ON_PAPER, Action.SUBMIT),
    Step.ACCEPT: _Rule(frozenset({_S.SUBMITTED, _S.ON_PAPER}), _S.ACCEPTED, Action.ADMINISTER),
    Step.RETURN: _Rule(frozenset({_S.SUBMITTED, _S.ON_PAPER}), _S.RETURNED, Action.ADMINISTER, needs_reason=True),
    Step.REOPEN: _Rule(
        frozenset({_S.SUBMITTED, _S.ACCEPTED}), _S.REOPENED, Action.ADMINISTER, needs_reason=True, needs_expiry=True
    ),
}


@dataclass(frozen=True, slots=True)
class StepTaken:
    """It was done; `by` None: time did it."""

    step: Step | None  # None: locked again
    before: Report
    report: Report
    by: int | None


@dataclass(frozen=True, slots=True)
class NotFromHere:
    """The report stands where this step does not begin."""

    step: Step
    report: Report


@dataclass(frozen=True, slots=True)
class NotGranted:
    """The person has no right to it."""

    step: Step


@dataclass(frozen=True, slots=True)
class Lacking:
    """A reason (and for reopening a moment in the future) has to be given first."""

    step: Step


StepOutcome = StepTaken | NotFromHere | NotGranted | Lacking


def allows(step: Step, report: Report) -> bool:
    """Whether the step begins where the report stands."""
    return report.state in RULES[step].begins


def may_take(step: Step, person: Person | None, agency: AgencyCode) -> bool:
    """Whether somebody has the right to a step of that agency's report."""
    return may(person, RULES[step].right, agency)


def take_step(
    step: Step,
    agency: AgencyCode,
    period: Period,
    *,
    person: Person,
    store: Store,
    at: datetime,
    reason: str | None = None,
    rows: Sequence[IndicatorId] = (),
    open_until: datetime | None = None,
) -> StepOutcome:
    """Take it, or say why not. The right first: who has none learns nothing about the report."""
    rule = RULES[step]
    if not may_take(step, person, agency):
        return NotGranted(step)
    before = store.report(agency, period, to_change=True)
    if not allows(step, before) or before.has_expired(at):
        return NotFromHere(step, before)
    if (rule.needs_reason and not (reason or "").strip()) or (rule.needs_expiry and (open_until is None or open_until <= at)):
        return Lacking(step)
    report = replace(
        before,
        state=rule.ends,
        since=at,
        reason=(reason or "").strip() or None,
        rows=tuple(dict.fromkeys(rows)) if step is Step.RETURN else (),
        open_until=open_until if rule.needs_expiry else None,
    )
    if step is Step.SUBMIT:
        report = replace(report, submitted_at=at, submitted_by=person.id)
    store.save_report(report, by=person.id, at=at)
    return StepTaken(step, before, report, person.id)


def lock_expired(store: Store, now: datetime) -> list[StepTaken]:
    """Lock the reopened reports whose time is up: submitted as before, to be looked at by an administrator once more."""
    taken = []
    for found in store.expired_reports(now):
        before = store.report(found.agency, found.period, to_change=True)
        if not before.has_expired(now):
            continue  # submitted, or reopened for longer, while we waited for it
        report = replace(before, state=ReportState.SUBMITTED, since=now, reason=None, rows=(), open_until=None)
        store.save_report(report, by=None, at=now)
        taken.append(StepTaken(None, before, report, None))
    return taken
