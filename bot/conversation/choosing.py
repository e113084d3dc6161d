"""Choosing among rows: a value whose row is not certain is asked for, and stored where the answer says."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from itertools import count

from bot.conversation import growing, memory, storing
from bot.conversation.exchange import Exchange
from bot.conversation.memory import OpenChoice, Pending
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.history import was_undone
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.reporting import Assignment
from bot.domain.value import Figure, ValueKey
from bot.replies import entries, groups, guide
from bot.understanding.numbers import read_figure
from bot.understanding.request import Chosen, EntryValue

_ASKED = 5  # rows to choose among


def ask(unclear: Sequence[EntryValue], agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """Ask the first of the values whose row is not certain; the others wait for their turn."""
    queue = [choice for value in unclear if (choice := _open_choice(value, agency, period, exchange)) is not None]
    growing.note_values(unclear, exchange)
    if queue:
        show_question(Pending(secrets.token_urlsafe(6), agency, period, tuple(queue)), exchange)


def _open_choice(value: EntryValue, agency: AgencyCode, period: Period, exchange: Exchange) -> OpenChoice | None:
    """The rows that would take the value, each with the figure that it would get."""
    order = {row.id: place for place, row in enumerate(exchange.catalogue.rows)}
    figures = {row_id: _figure_in(value, row_id, exchange) for row_id in memory.rows_of(value.candidates[:_ASKED])}
    choices = tuple(sorted((row_id for row_id, figure in figures.items() if figure is not None), key=order.__getitem__))
    if not choices:
        return None
    standing = [exchange.store.value(ValueKey(agency, period, choice)) for choice in choices]
    replaces = tuple(each.change_id if each else None for each in standing)
    return OpenChoice(choices, replaces, tuple(figure for each in choices if (figure := figures[each])), value.note, value.raw)


def _figure_in(value: EntryValue, row_id: IndicatorId, exchange: Exchange) -> Figure | None:
    """The value as that row reads it: 4.968 is a fraction in a percent and thousands in a count. None: it takes none."""
    first, row = exchange.catalogue.row(value.candidates[0].indicator), exchange.catalogue.row(row_id)
    if row.type is first.type:
        return value.figure
    figure = read_figure(value.raw, row)
    return figure if isinstance(figure, Figure) else None


def show_question(pending: Pending, exchange: Exchange) -> None:
    """Put the first open choice to the person: a button each, which says all that is needed to store it."""
    memory.keep_pending(exchange, pending)
    choice = pending.queue[0]
    buttons = []
    for indicator, replaces, figure in zip(choice.choices, choice.replaces, choice.figures, strict=True):
        action = {
            "do": "pick",
            "ask": pending.asked,
            "a": pending.agency,
            "p": pending.period.code,
            "i": indicator,
            "replaces": replaces,
            "figure": memory.figure_document(figure),
            "note": choice.note,
            "raw": choice.raw,
        }
        buttons.append((exchange.catalogue.row(indicator), action))
    skip = {"do": "skip", "ask": pending.asked, "raw": choice.raw}
    later = [each.raw for each in pending.queue[1:]]
    exchange.answer(
        entries.ask_which(choice.raw, buttons, skip, exchange.catalogue, pending.period, pending.agency, later=later)
    )


def choose(chosen: Chosen, exchange: Exchange) -> None:
    """A typed answer to the open choice."""
    pending = memory.read_pending(exchange)
    if pending is None:
        return
    choice = pending.queue[0]
    if chosen.skipped:
        exchange.answer(guide.skipped(choice.raw))
        go_on(pending, exchange)
    elif chosen.indicator in choice.choices:
        place = choice.choices.index(chosen.indicator)
        assignment = Assignment(chosen.indicator, choice.figures[place], choice.note, choice.raw, choice.replaces[place])
        pick(assignment, pending.agency, pending.period, pending.asked, exchange, kind="message")
    else:
        show_question(pending, exchange)


def pick(
    assignment: Assignment, agency: AgencyCode, period: Period, asked: str, exchange: Exchange, *, kind: str = "button"
) -> bool:
    """Store the chosen row if nobody was quicker, then ask the next; False when an answer to this question stands."""
    if not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return True
    if not exchange.takes_entries(agency):
        exchange.answer(groups.not_entered_here())
        return True
    batch = _next_batch(asked, exchange)
    if batch is None:
        return False
    storing.store_values([assignment], agency, period, exchange, kind=kind, batch=batch)
    growing.note_choice(assignment.indicator, exchange, raw=assignment.raw)
    pending = memory.read_pending(exchange)
    if pending is not None and pending.asked == asked:
        go_on(pending, exchange)
    return True


def _next_batch(asked: str, exchange: Exchange) -> str | None:
    """What an answer is kept under: one figure goes into one row, and into another one only after Undo."""
    for attempt in count(1):
        batch = f"ask:{asked}:{attempt}"
        if not exchange.store.batch(batch):
            return batch
        if not was_undone(batch, exchange.store):
            break
    return None


def go_on(pending: Pending, exchange: Exchange) -> None:
    """The first choice is settled: ask the next, or forget the question."""
    following = memory.without_first(pending)
    memory.keep_pending(exchange, None)
    if following is not None:
        show_question(following, exchange)
