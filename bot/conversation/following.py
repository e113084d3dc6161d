"""What follows from a write and is said under its confirmation: figures to take over, and what does not fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, CheckKind, IndicatorId
from bot.domain.checks import Violation, broken_checks
from bot.domain.checks_over_time import contradictions, jumps
from bot.domain.computed import Computed, computed_figures
from bot.domain.lookup import Figures, read_figures
from bot.domain.period import Period
from bot.domain.report_checks import Failing, compared_periods
from bot.replies.checks import jump_lines, more_text, violation_text

_WARNED = 3  # failing checks, and jumps, named under a confirmation; all of them are one command away


def offered(touched: Collection[IndicatorId], agency: AgencyCode, period: Period, exchange: Exchange) -> tuple[Computed, ...]:
    """The formulas that a write took part in and whose rows do not say so yet, where the form prints the row."""
    printed = exchange.catalogue.form_for(period).printed
    values = exchange.store.values(agencies=(agency,), periods=(period,))
    found = computed_figures(exchange.catalogue, values, touching=touched)
    return tuple(
        each
        for each in found
        if not each.fits and each.row.id in printed and (each.may_be_stored or not each.stands)  # else a check says it
    )


def warnings(
    touched: Collection[IndicatorId],
    agency: AgencyCode,
    period: Period,
    exchange: Exchange,
    *,
    computed: Sequence[Computed] = (),
) -> list[str]:
    """What the written figures do not fit to: in their report, in their year, and beside the period before.

    `computed`: what is offered in their place anyway, which need not be warned of.
    """
    if not touched:
        return []
    values = exchange.store.values(agencies=(agency,), periods=(period,))
    replaced = {each.row.id for each in computed if each.may_be_stored}
    found: list[Failing] = [
        each for each in broken_checks(exchange.catalogue, values, touching=touched) if not _is_replaced(each, replaced)
    ]
    figures = _over_time(touched, agency, period, exchange)
    found += contradictions(figures, agency, period, touching=touched)
    found.sort(key=lambda each: not each.hard)
    lines = [violation_text(each, exchange.catalogue) for each in found[:_WARNED]]
    if len(found) > _WARNED:
        lines.append(more_text(len(found) - _WARNED))
    far = jumps(figures, agency, period, exchange.settings.jumps, touching=touched)
    return lines + jump_lines(far, exchange.catalogue, most=_WARNED)


def _over_time(touched: Collection[IndicatorId], agency: AgencyCode, period: Period, exchange: Exchange) -> Figures:
    known = [row_id for row_id in touched if row_id in exchange.catalogue]
    return read_figures(
        exchange.store, exchange.catalogue, indicators=known, agencies=(agency,), periods=compared_periods(period)
    )


def _is_replaced(violation: Violation, replaced: set[IndicatorId]) -> bool:
    """Whether it says of a rate or total what the offer beside it says."""
    is_formula = violation.check.kind in (CheckKind.RATIO, CheckKind.SUM)
    return is_formula and IndicatorId(violation.relation.left.strip()) in replaced
