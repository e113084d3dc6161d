"""Entering values: settle agency and period, re-check rights, store what is certain, ask the rest, refuse what cannot be."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.conversation import choosing, growing, memory, scope, storing
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.reporting import Assignment
from bot.domain.value import Fault, ValueKey
from bot.replies import entries, groups, guide
from bot.replies.reply import Reply
from bot.understanding.request import Entry, EntryValue, Focus


def enter(entry: Entry, exchange: Exchange, *, shown: Mapping[str, int | None] | None = None) -> None:
    """Store an entry as far as it is certain, ask or refuse the rest.

    `shown`: for an entry that was previewed, the indicators shown with the change that stood; only these are stored, and
    what the preview refused is not refused again.
    """
    settled = _scope(entry, exchange)
    if settled is None or storing.is_closed(*settled, exchange):
        return
    agency, period = settled
    reading = _read(entry.values)
    ready = [value for value in reading.ready if shown is None or value.indicator in shown]
    if ready:
        assignments = [each for each in (_assignment(value, shown) for value in ready) if each is not None]
        storing.store_values(assignments, agency, period, exchange, kind="paste" if entry.is_table else "message")
    if shown is None:
        _refuse(reading, exchange)
    choosing.ask(reading.unclear, agency, period, exchange)
    written = tuple(value.indicator for value in ready if value.indicator is not None)
    latest = written[0] if len(written) == 1 else None
    standing = memory.read_focus(exchange)
    if latest in standing.written and (standing.agency, standing.period) == (agency, period):
        written = standing.written  # one of them was corrected: the others can still be
    memory.keep_focus(exchange, Focus(latest, agency, period, written=written, latest=latest))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The values of one entry by what becomes of them. `twice`: per indicator the values that contradict each other."""

    ready: tuple[EntryValue, ...]
    twice: dict[IndicatorId, list[EntryValue]]
    unclear: tuple[EntryValue, ...]
    faulty: tuple[EntryValue, ...]
    unplaced: tuple[EntryValue, ...]  # a value of which nobody knows what it is the value of


def _read(values: Sequence[EntryValue]) -> _Reading:
    """Sort them out; an indicator named twice with the same figure is one value."""
    certain: dict[IndicatorId, list[EntryValue]] = {}
    for value in values:
        if value.certain and value.figure is not None and value.indicator is not None:
            certain.setdefault(value.indicator, []).append(value)
    alike = {indicator for indicator, same in certain.items() if len({each.figure for each in same}) == 1}
    uncertain = [value for value in values if not value.certain or value.indicator is None]
    return _Reading(
        ready=tuple(_with_note(same) for indicator, same in certain.items() if indicator in alike),
        twice={indicator: same for indicator, same in certain.items() if indicator not in alike},
        unclear=tuple(value for value in uncertain if value.figure is not None and value.candidates),
        faulty=tuple(value for value in values if value.fault is not None and _row_of(value)),
        unplaced=tuple(value for value in values if not value.candidates and not value.indicator),
    )


def _with_note(same: Sequence[EntryValue]) -> EntryValue:
    """The first that carries a note, or the first."""
    return next((value for value in same if value.note), same[0])


def _row_of(value: EntryValue) -> IndicatorId | None:
    return value.indicator or (value.candidates[0].indicator if value.candidates else None)


def _refuse(reading: _Reading, exchange: Exchange) -> None:
    """Say what was not stored, and why."""
    for indicator, same in reading.twice.items():
        text = entries.twice(exchange.catalogue.row(indicator), [value.raw for value in same], exchange.catalogue)
        exchange.answer(Reply(text))
    faults = _faults(reading, exchange)
    if faults:
        exchange.answer(entries.refused(faults, exchange.catalogue))
    if reading.unplaced:
        exchange.answer(entries.unplaced([value.text for value in reading.unplaced]))
        growing.note_values(reading.unplaced, exchange)


def _faults(reading: _Reading, exchange: Exchange) -> list[tuple[CatalogueRow, Fault, str]]:
    return [
        (exchange.catalogue.row(row_id), value.fault, value.raw)
        for value in reading.faulty
        if value.fault is not None and (row_id := _row_of(value)) is not None
    ]


def _assignment(value: EntryValue, shown: Mapping[str, int | None] | None = None) -> Assignment | None:
    if value.indicator is None or value.figure is None:
        return None
    if shown is not None:
        return Assignment(value.indicator, value.figure, value.note, value.raw, shown[value.indicator])
    return Assignment(value.indicator, value.figure, value.note, value.raw)


def _scope(entry: Entry, exchange: Exchange) -> tuple[AgencyCode, Period] | None:
    """Whose report and which period; None when that had to be asked or refused."""
    clerk_of = exchange.person.agencies_of(Role.CLERK)
    focus = memory.read_focus(exchange)
    agency = entry.agency
    if agency is None:
        candidates = clerk_of or exchange.person.agencies
        agency = candidates[0] if len(candidates) == 1 else focus.agency if focus.agency in candidates else None
        if agency is None and (clerk_of or exchange.person.has(Role.ADMINISTRATOR)):
            kept = keep_entry(entry, exchange, asks="agency")
            exchange.answer(guide.which_agency(candidates, exchange.catalogue, kept))
            return None
    if agency is None or not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return None
    if not exchange.takes_entries(agency):
        exchange.answer(groups.not_entered_here())
        return None
    if entry.period is not None:
        return agency, entry.period
    periods = scope.open_periods(exchange, agency)
    chosen = scope.chosen_period(exchange)
    if chosen in periods and chosen is not None:
        return agency, chosen
    if len(periods) > 1:
        kept = keep_entry(memory.scoped(entry, agency=agency), exchange, asks="period")
        exchange.answer(guide.which_period(periods, kept))
        return None
    if not periods:
        due = exchange.calendar.open_period(exchange.today)
        if due is None or not storing.is_closed(agency, due, exchange):
            exchange.answer(guide.no_open_period())
        return None
    return agency, periods[0]


def keep_entry(
    entry: Entry, exchange: Exchange, shown: Mapping[str, int | None] | None = None, *, asks: str | None = None
) -> str:
    """Keep an entry that waits for a press; its id, which ties the buttons to it and to no later one.

    `asks`: "agency" or "period", when that may be typed instead of pressed (`bot.conversation.scoping`).
    """
    entry_id = secrets.token_urlsafe(6)
    waiting = {"id": entry_id, "shown": None if shown is None else dict(shown), "asks": asks, "at": exchange.now.isoformat()}
    document = {**memory.entry_document(entry), **waiting}
    exchange.store.remember(exchange.chat_id, exchange.person.id, "entry", document)
    return entry_id


def waits(entry_id: str, exchange: Exchange) -> bool:
    """Whether that entry still waits for a press, and no other one has taken its place."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "entry")
    return document is not None and document["id"] == entry_id


def settle(exchange: Exchange, *, agency: AgencyCode | None = None, period: Period | None = None) -> None:
    """Go on with the entry that waits for its agency, its period or a yes."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "entry")
    if document is None:
        return
    exchange.store.remember(exchange.chat_id, exchange.person.id, "entry", None)
    if period is not None:
        exchange.store.remember(exchange.chat_id, exchange.person.id, "period", {"p": period.code})
    entry = memory.entry_from(document, exchange)
    enter(memory.scoped(entry, agency=agency, period=period), exchange, shown=document["shown"])


def preview_entry(entry: Entry, exchange: Exchange, *, edited: bool, slot: str) -> None:
    """A pasted table or an edited message: shown first, stored by one press, all or nothing. `slot`: names the preview."""
    settled = _scope(entry, exchange)
    if settled is None:
        return
    agency, period = settled
    reading = _read(entry.values)
    ready = []
    shown: dict[str, int | None] = {}
    for value in reading.ready:
        if value.figure is None or value.indicator is None:
            continue
        standing = exchange.store.value(ValueKey(agency, period, value.indicator))
        if edited and standing is not None and standing.figure == value.figure and value.note in (None, standing.note):
            continue  # what the edit left as it was is nothing to decide
        shown[value.indicator] = standing.change_id if standing else None
        ready.append((exchange.catalogue.row(value.indicator), standing.figure if standing else None, value.figure))
    if edited and not ready:
        _refuse(reading, exchange)
        return
    if storing.is_closed(agency, period, exchange):
        return
    kept = keep_entry(memory.scoped(entry, agency=agency, period=period), exchange, shown)
    refused = [entries.not_stored(*fault, exchange.catalogue) for fault in _faults(reading, exchange)]
    refused += [
        entries.twice(exchange.catalogue.row(indicator), [value.raw for value in same], exchange.catalogue)
        for indicator, same in reading.twice.items()
    ]
    if reading.unplaced:
        refused.append(entries.unplaced([value.text for value in reading.unplaced]).text)
    title = "Tin nhắn đã sửa, ghi lại theo tin mới?" if edited else "Đọc bảng"
    reply = entries.preview(ready, len(reading.unclear), refused, agency, period, exchange.catalogue, title=title, entry=kept)
    exchange.answer(replace(reply, slot=slot))
