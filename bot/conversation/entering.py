"""Entering values: settle agency and period, re-check rights, store what is certain, ask the rest, refuse what cannot be."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from bot.conversation import memory, scope
from bot.conversation.exchange import Exchange
from bot.conversation.memory import OpenChoice, Pending
from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId, ValueType
from bot.domain.checks import broken_checks
from bot.domain.completeness import completeness
from bot.domain.formula import operands
from bot.domain.lookup import Derived, figure_of, read_figures
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.reporting import Assignment, ChangedByOther, NotYetBegun, Recorded, ReportLocked, record, twice_named
from bot.domain.value import Fault, Source, ValueKey
from bot.replies import entries, guide
from bot.replies.checks import violation_text
from bot.replies.reply import Reply
from bot.understanding.request import Chosen, Entry, EntryValue, Focus

_WARNED = 3  # failing checks named under a confirmation; all of them are one command away


def enter(entry: Entry, exchange: Exchange, *, replaces: Mapping[str, int | None] | None = None) -> None:
    """Store an entry as far as it is certain, ask or refuse the rest.

    `replaces`: for a previewed entry, the change that stood per indicator when it was shown.
    """
    settled = _scope(entry, exchange)
    if settled is None:
        return
    agency, period = settled
    refused = [_refusal(value, exchange) for value in entry.values if value.fault is not None]
    twice = twice_named(
        value.indicator for value in entry.values if value.indicator is not None and value.certain and value.figure
    )
    ready = [
        _assignment(value, replaces)
        for value in entry.values
        if value.certain and value.figure and value.indicator not in twice
    ]
    unclear = [value for value in entry.values if not value.certain and value.figure is not None and value.candidates]
    if ready:
        _store(
            [each for each in ready if each is not None],
            agency,
            period,
            exchange,
            kind="paste" if entry.is_table else "message",
        )
    for indicator in twice:
        _settle_twice(indicator, entry.values, agency, period, exchange)
    faults = [each for each in refused if each is not None]
    if faults:
        exchange.answer(entries.refused(faults, exchange.catalogue))
    ask(unclear, agency, period, exchange)
    memory.keep_focus(exchange, Focus(ready[0].indicator if len(ready) == 1 and ready[0] else None, agency, period))


def _settle_twice(
    indicator: IndicatorId, values: Sequence[EntryValue], agency: AgencyCode, period: Period, exchange: Exchange
) -> None:
    """One indicator named more than once: stored when it says the same each time, refused when it does not."""
    same = [value for value in values if value.indicator == indicator and value.figure is not None]
    if len({value.figure for value in same}) == 1:
        assignment = _assignment(same[0])
        if assignment is not None:
            _store([assignment], agency, period, exchange, kind="message")
    else:
        text = entries.twice(exchange.catalogue.row(indicator), [value.raw for value in same], exchange.catalogue)
        exchange.answer(Reply(text))


def _assignment(value: EntryValue, replaces: Mapping[str, int | None] | None = None) -> Assignment | None:
    if value.indicator is None or value.figure is None:
        return None
    if replaces is not None and value.indicator in replaces:
        return Assignment(value.indicator, value.figure, value.note, value.raw, replaces[value.indicator])
    return Assignment(value.indicator, value.figure, value.note, value.raw)


def _refusal(value: EntryValue, exchange: Exchange) -> tuple[CatalogueRow, Fault, str] | None:
    indicator = value.indicator or (value.candidates[0].indicator if value.candidates else None)
    return (exchange.catalogue.row(indicator), value.fault, value.raw) if indicator and value.fault else None


def _scope(entry: Entry, exchange: Exchange) -> tuple[AgencyCode, Period] | None:
    """Whose report and which period; None when that had to be asked or refused."""
    clerk_of = tuple(grant.agency for grant in exchange.person.grants if grant.role is Role.CLERK and grant.agency)
    focus = memory.read_focus(exchange)
    agency = entry.agency
    if agency is None:
        candidates = clerk_of or exchange.person.agencies
        agency = candidates[0] if len(candidates) == 1 else focus.agency if focus.agency in candidates else None
        if agency is None and (clerk_of or exchange.person.has(Role.ADMINISTRATOR)):
            _keep_entry(entry, exchange)
            exchange.answer(guide.which_agency(candidates, exchange.catalogue))
            return None
    if agency is None or not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return None
    if not exchange.shows(agency):
        exchange.answer(guide.not_shown_here(agency, exchange.catalogue))
        return None
    if entry.period is not None:
        return agency, entry.period
    periods = scope.open_periods(exchange, agency)
    chosen = scope.chosen_period(exchange)
    if chosen in periods and chosen is not None:
        return agency, chosen
    if len(periods) > 1:
        _keep_entry(memory.scoped(entry, agency=agency), exchange)
        exchange.answer(guide.which_period(periods))
        return None
    if not periods:
        exchange.answer(guide.no_open_period())
        return None
    return agency, periods[0]


def _keep_entry(entry: Entry, exchange: Exchange, replaces: Mapping[str, int | None] | None = None) -> None:
    document = {**memory.entry_document(entry), "replaces": None if replaces is None else dict(replaces)}
    exchange.store.remember(exchange.chat_id, exchange.person.id, "entry", document)


def settle_scope(exchange: Exchange, *, agency: AgencyCode | None = None, period: Period | None = None) -> bool:
    """Go on with the entry that waited for its agency or period; False when none waits any more."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "entry")
    if not document:
        return False
    exchange.store.remember(exchange.chat_id, exchange.person.id, "entry", None)
    if period is not None:
        exchange.store.remember(exchange.chat_id, exchange.person.id, "period", {"p": period.code})
    enter(memory.scoped(memory.entry_from(document), agency=agency, period=period), exchange, replaces=document["replaces"])
    return True


def _store(
    assignments: Sequence[Assignment],
    agency: AgencyCode,
    period: Period,
    exchange: Exchange,
    *,
    kind: str,
    batch: str | None = None,
) -> bool:
    """Record and say what happened; whether it was stored."""
    source: Source = exchange.source(kind)
    outcome = record(
        assignments,
        agency,
        period,
        store=exchange.store,
        batch=batch or exchange.batch,
        by=exchange.person.id,
        at=exchange.now,
        today=exchange.today,
        source=source,
    )
    match outcome:
        case Recorded():
            exchange.answer(_confirmation(outcome, exchange))
            return True
        case ReportLocked():
            exchange.answer(entries.locked(outcome, exchange.catalogue))
        case NotYetBegun():
            exchange.answer(entries.not_begun(outcome))
        case ChangedByOther(standing=standing):
            who = scope.name_of(standing.entered_by, exchange) if standing else ""
            exchange.answer(entries.changed_by_other(outcome, exchange.catalogue, who))
    return False


def _confirmation(outcome: Recorded, exchange: Exchange) -> Reply:
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
    return entries.recorded(outcome, exchange.catalogue, rates=rates, warnings=warnings, left=left if collected else None)


def ask(unclear: Sequence[EntryValue], agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Ask the first of the values whose row is not certain; the others wait for their turn."""
    queue = []
    for value in unclear:
        if value.figure is None:
            continue
        order = [row.id for row in exchange.catalogue.rows]
        choices = tuple(sorted(memory.rows_of(value.candidates[:5]), key=order.index))
        standing = [exchange.store.value(ValueKey(agency, period, choice)) for choice in choices]
        replaces = tuple(each.change_id if each else None for each in standing)
        queue.append(OpenChoice(choices, replaces, value.figure, value.note, value.raw))
    if queue:
        show_question(Pending(secrets.token_urlsafe(6), agency, period, tuple(queue)), exchange)


def show_question(pending: Pending, exchange: Exchange) -> None:
    """Put the first open choice to the person: a button each, which says all that is needed to store it."""
    memory.keep_pending(exchange, pending)
    choice = pending.queue[0]
    buttons = []
    for indicator, replaces in zip(choice.choices, choice.replaces, strict=True):
        action = {
            "do": "pick",
            "ask": pending.id,
            "a": pending.agency,
            "p": pending.period.code,
            "i": indicator,
            "replaces": replaces,
            **{key: value for key, value in memory.choice_document(choice).items() if key in ("figure", "note", "raw")},
        }
        buttons.append((exchange.catalogue.row(indicator), action))
    skip = {"do": "skip", "ask": pending.id, "raw": choice.raw}
    exchange.answer(entries.ask_which(choice.raw, buttons, skip, exchange.catalogue, pending.period, pending.agency))


def choose(chosen: Chosen, exchange: Exchange) -> None:
    """A typed answer to the open choice."""
    pending = memory.read_pending(exchange)
    if pending is None:
        return
    choice = pending.queue[0]
    if chosen.skipped:
        exchange.answer(guide.skipped(choice.raw))
    elif chosen.indicator in choice.choices:
        place = choice.choices.index(chosen.indicator)
        assignment = Assignment(chosen.indicator, choice.figure, choice.note, choice.raw, choice.replaces[place])
        if may(exchange.person, Action.ENTER, pending.agency):
            _store([assignment], pending.agency, pending.period, exchange, kind="message")
    else:
        show_question(pending, exchange)
        return
    go_on(pending, exchange)


def pick(assignment: Assignment, agency: AgencyCode, period: Period, ask_id: str, exchange: Exchange) -> None:
    """A pressed choice: stored if nobody was quicker, then the next open one is asked."""
    if not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return
    _store([assignment], agency, period, exchange, kind="button")
    pending = memory.read_pending(exchange)
    if pending is not None and pending.id == ask_id and pending.queue[0].raw == assignment.raw:
        go_on(pending, exchange)


def go_on(pending: Pending, exchange: Exchange) -> None:
    """The first choice is settled: ask the next, or forget the question."""
    following = memory.without_first(pending)
    memory.keep_pending(exchange, None)
    if following is not None:
        show_question(following, exchange)


def preview_entry(entry: Entry, exchange: Exchange, *, edited: bool) -> None:
    """A pasted table or an edited message: shown first, stored by one press, all or nothing."""
    settled = _scope(entry, exchange)
    if settled is None:
        return
    agency, period = settled
    ready = []
    replaces: dict[str, int | None] = {}
    for value in entry.values:
        if value.certain and value.figure is not None and value.indicator is not None:
            standing = exchange.store.value(ValueKey(agency, period, value.indicator))
            if edited and standing is not None and standing.figure == value.figure:
                continue
            replaces[value.indicator] = standing.change_id if standing else None
            ready.append((exchange.catalogue.row(value.indicator), standing.figure if standing else None, value.figure))
    if edited and not ready:
        return
    faults = [each for each in (_refusal(value, exchange) for value in entry.values) if each is not None]
    to_choose = sum(1 for value in entry.values if not value.certain and value.figure is not None and value.candidates)
    _keep_entry(memory.scoped(entry, agency=agency, period=period), exchange, replaces)
    title = "Tin nhắn đã sửa, ghi lại theo tin mới?" if edited else "Đọc bảng"
    exchange.answer(entries.preview(ready, to_choose, faults, agency, period, exchange.catalogue, title=title))
