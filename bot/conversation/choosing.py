"""Choosing among rows: a value whose row is not certain is asked for, and stored where the answer says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from bot.conversation import growing, memory, storing
from bot.conversation.exchange import Exchange
from bot.conversation.memory import OpenChoice, Pending
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.history import was_undone
from bot.domain.period import Period
from bot.domain.reporting import Assignment
from bot.domain.value import Figure, ValueKey
from bot.replies import entries, guide
from bot.understanding.corrections import corrected_number
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
    takes = [row_id for row_id, figure in figures.items() if figure is not None]
    printed = {row.id for row in exchange.catalogue.form_for(period).rows}
    takes = [row_id for row_id in takes if row_id in printed] or takes  # what the form leaves out is hardly meant
    choices = tuple(sorted(takes, key=order.__getitem__))
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
    buttons = [(exchange.catalogue.row(row_id), _pick_action(pending, place)) for place, row_id in enumerate(choice.choices)]
    skip = _skip_action(pending)
    later = [each.raw for each in pending.queue[1:]]
    exchange.answer(
        entries.ask_which(choice.raw, buttons, skip, exchange.catalogue, pending.period, pending.agency, later=later)
    )


def _pick_action(pending: Pending, place: int) -> dict[str, Any]:
    """What the button of a row says: all that is needed to store the value there."""
    choice = pending.queue[0]
    return {
        "do": "pick",
        "ask": pending.asked,
        "a": pending.agency,
        "p": pending.period.code,
        "i": choice.choices[place],
        "replaces": choice.replaces[place],
        "figure": memory.figure_document(choice.figures[place]),
        "note": choice.note,
        "raw": choice.raw,
    }


def _skip_action(pending: Pending) -> dict[str, Any]:
    return {"do": "skip", "ask": pending.asked, "raw": pending.queue[0].raw}


def take_number(text: str, pending: Pending, exchange: Exchange) -> None:
    """A bare number while a choice is open: the place of a button, or another value. Neither is certain: nothing is stored.

    A number that is no place can only be another value, which is asked for instead.
    """
    choice = pending.queue[0]
    corrected = corrected_number(text)  # "sửa lại thành 4" is no place
    other = _with_value(corrected or text, choice, pending, exchange)
    number = other.figures[0].number if other is not None else None
    is_place = corrected is None and number is not None and 1 <= number <= len(choice.choices)
    if other is None:
        exchange.answer(entries.still_asked(text))
        show_question(pending, exchange)
        return
    if other.figures == choice.figures and not is_place:
        show_question(pending, exchange)
        return
    if number is None or not is_place:
        exchange.answer(entries.other_value(choice.raw, other.raw))
        show_question(_with_first(pending, other), exchange)
        return
    place = int(number) - 1
    nth = exchange.catalogue.row(choice.choices[place])
    instead = {
        "do": "renumber",
        "ask": pending.asked,
        "a": pending.agency,
        "p": pending.period.code,
        "raw": choice.raw,
        "as": memory.choice_document(other),
    }
    exchange.answer(
        entries.place_or_value(
            choice.raw,
            other.raw,
            (nth, _pick_action(pending, place)),
            instead if other.figures != choice.figures else None,
            _skip_action(pending),
            exchange.catalogue,
            pending.period,
            among=[exchange.catalogue.row(row_id) for row_id in choice.choices],
        )
    )


def _with_value(text: str, choice: OpenChoice, pending: Pending, exchange: Exchange) -> OpenChoice | None:
    """The same choice of another value; None when the text is none, or not one that every row would take."""
    raw = text.strip()
    figures = [read_figure(raw, exchange.catalogue.row(row_id)) for row_id in choice.choices]
    taken = tuple(figure for figure in figures if isinstance(figure, Figure))
    if len(taken) < len(figures):
        return None
    standing = [exchange.store.value(ValueKey(pending.agency, pending.period, each)) for each in choice.choices]
    replaces = tuple(each.change_id if each else None for each in standing)
    return OpenChoice(choice.choices, replaces, taken, choice.note, raw)


def _with_first(pending: Pending, choice: OpenChoice) -> Pending:
    """The same questions with another first one; what was shown before no longer counts."""
    return Pending(secrets.token_urlsafe(6), pending.agency, pending.period, (choice, *pending.queue[1:]))


def press_other_value(action: Mapping[str, Any], exchange: Exchange) -> bool:
    """The number typed was meant as the value: ask again with it. False when that question is no longer open."""
    pending = memory.read_pending(exchange)
    if pending is None or pending.asked != action["ask"]:
        return False
    show_question(_with_first(pending, memory.choice_from(action["as"])), exchange)
    return True


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
    if storing.is_not_theirs(agency, exchange):
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
