"""All that is checked of one report, and the reasons given for what fails all the same.

A reason belongs to a check and to the very figures it was given for: with other figures it is void.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.check_reason import CheckReason
from bot.domain.checks import Violation, evaluate_checks
from bot.domain.checks_over_time import Contradiction, Jump, JumpRules, evaluate_over_time, jumps
from bot.domain.lookup import Figures
from bot.domain.note_conflicts import contradicts_note
from bot.domain.period import Period, Span
from bot.domain.ports import Store
from bot.domain.value import StoredValue

_LONGEST_NOTE = 2000  # characters read of a note

Failing = Violation | Contradiction


@dataclass(frozen=True, slots=True)
class Explained:
    """What fails, and why that is right all the same."""

    failing: Failing
    reason: CheckReason


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked of a report. `failing`: without a reason, hard ones first.

    `evaluated`: relations that held or failed, `blank`: those that wait for a figure.
    `compared`: comparisons with other periods. `notes`: values whose note certainly says something else.
    """

    failing: tuple[Failing, ...]
    explained: tuple[Explained, ...]
    jumps: tuple[Jump, ...]
    evaluated: int
    blank: int
    compared: int
    notes: tuple[StoredValue, ...] = ()

    @property
    def hard(self) -> tuple[Failing, ...]:
        """Those that need a reason before the report is submitted."""
        return tuple(each for each in self.failing if each.hard)


def check_report(
    store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period, *, rules: JumpRules | None = None
) -> Checked:
    """Check a report as it stands now, with two reads."""
    return check_figures(comparable_figures(store, catalogue, agency, period), store, agency, period, rules=rules)


def check_figures(
    figures: Figures, store: Store, agency: AgencyCode, period: Period, *, rules: JumpRules | None = None
) -> Checked:
    """The same of figures that were read already, by `comparable_figures`."""
    own = values_of(figures, agency, period)
    evaluation = evaluate_checks(figures.catalogue, own)
    over_time, compared = evaluate_over_time(figures, agency, period)
    found: list[Failing] = [*evaluation.violations, *over_time]
    found.sort(key=lambda each: not each.hard)
    reasons = store.check_reasons((agency,)) if found else []
    failing, explained = told_apart(found, reasons, agency, period)
    return Checked(
        failing,
        explained,
        jumps(figures, agency, period, rules or JumpRules()),
        evaluation.evaluated,
        evaluation.blank,
        compared,
        tuple(value for value in own if _contradicts(value, figures.catalogue)),
    )


def _contradicts(value: StoredValue, catalogue: Catalogue) -> bool:
    if not value.note or value.key.indicator not in catalogue:
        return False
    return contradicts_note(value.figure, value.note[:_LONGEST_NOTE], catalogue.row(value.key.indicator))


def comparable_figures(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> Figures:
    """An agency's figures of the period's year and the one before."""
    return Figures(catalogue, store.values(agencies=(agency,), periods=compared_periods(period)))


def compared_periods(period: Period) -> tuple[Period, ...]:
    """All periods of the year and of the one before."""
    return tuple(Period(year, span) for year in (period.year - 1, period.year) for span in Span)


def values_of(figures: Figures, agency: AgencyCode, period: Period) -> tuple[StoredValue, ...]:
    """The stored values of one report."""
    return tuple(value for value in figures.values if (value.key.agency, value.key.period) == (agency, period))


def rows_of(failing: Failing, period: Period) -> tuple[tuple[IndicatorId, Period], ...]:
    """The rows that one may have to mend, each with its period."""
    if isinstance(failing, Contradiction):
        return tuple((value.key.indicator, value.key.period) for value in (failing.later, *failing.earlier))
    return tuple((row_id, period) for row_id in failing.rows)


def period_of(failing: Failing, period: Period) -> Period:
    """The report that a reason is kept with: the later one, where several take part."""
    return failing.later.key.period if isinstance(failing, Contradiction) else period


def told_apart(
    failing: Iterable[Failing], reasons: Sequence[CheckReason], agency: AgencyCode, period: Period
) -> tuple[tuple[Failing, ...], tuple[Explained, ...]]:
    """Those without a reason for these figures, and those with one (the newest)."""
    given = {(each.agency, each.period, each.check, each.figures): each for each in reasons}
    open_ones, explained = [], []
    for each in failing:
        reason = given.get((agency, period_of(each, period), each.key, each.figures))
        if reason is None:
            open_ones.append(each)
        else:
            explained.append(Explained(each, reason))
    return tuple(open_ones), tuple(explained)
