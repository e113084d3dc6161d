"""Hoàn tác: the button, /hoantac and plain words take back what the person wrote last in this chat; one press does it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.conversation import following, scope
from bot.conversation.exchange import Exchange
from bot.domain.history import takes_back, was_undone
from bot.domain.people import Action, may
from bot.domain.reporting import ChangedByOther, NothingToUndo, ReportLocked, Undone, UndoOutcome, redo, undo
from bot.domain.value import Change
from bot.replies import undoing as replies
from bot.replies.report_life import locked

_AT_ONCE = timedelta(minutes=10)  # what was written longer ago is shown first: people forget
_LOOKED_AT = 40  # batches; who has taken back that many does not want to go on
_OLD = "Nút này đã cũ."


def undo_last(_argument: str, exchange: Exchange) -> None:
    """/hoantac: take back the newest batch of one's own in this chat that still stands; an older one is shown first."""
    changes = last_batch(exchange)
    if changes is None:
        exchange.answer(replies.nothing_to_undo(exchange.incoming.chat.is_private))
        return
    if exchange.now - changes[0].at > _AT_ONCE:
        locked_report = exchange.store.report(changes[0].key.agency, changes[0].key.period)
        if not locked_report.is_locked:
            exchange.answer(replies.ask_to_undo(changes, exchange.catalogue))
            return
    said = take_back(changes[0].batch, exchange)
    if said is not None:
        exchange.answer(replies.not_done(said))


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button under what was stored or taken back; the short text to answer with."""
    match action["do"]:
        case "undo":
            return take_back(action["batch"], exchange)
        case "redo":
            return _do_again(action["batch"], exchange)
        case _:  # "keep"
            return "Giữ nguyên số đã ghi."


def take_back(batch: str, exchange: Exchange) -> str | None:
    """Take a batch back and say so; the short text when there is nothing to say in the chat."""
    return _run(undo, batch, exchange)


def _do_again(batch: str, exchange: Exchange) -> str | None:
    return _run(redo, batch, exchange)


def _run(step: Callable[..., UndoOutcome], batch: str, exchange: Exchange) -> str | None:
    outcome = attempt(step, batch, exchange)
    if not isinstance(outcome, Undone):
        return outcome
    done = outcome.changes
    reply = replies.done_again if step is redo else replies.undone
    touched = {change.key.indicator for change in done}
    computed = following.offered(touched, done[0].key.agency, done[0].key.period, exchange)
    exchange.answer(reply(done, exchange.catalogue, batch=batch, computed=[each for each in computed if each.stands]))
    return None


def attempt(step: Callable[..., UndoOutcome], batch: str, exchange: Exchange) -> Undone | str | None:
    """Take a batch back (`undo`) or do it again (`redo`), rights and the report looked at anew.

    Else the short text that answers a press, None when why not was said in a message.
    """
    changes = exchange.store.batch(batch)
    if changes and not may(exchange.person, Action.ENTER, changes[0].key.agency):
        return "Anh/chị không còn quyền nhập của đơn vị này."
    if changes and not exchange.takes_entries(changes[0].key.agency):
        return "Nhóm này không còn gắn với đơn vị của số liệu. Anh/chị nhắn riêng cho bot."
    if any(change.key.indicator not in exchange.catalogue for change in changes):
        return _OLD
    again = step is redo
    outcome = step(batch, store=exchange.store, by=exchange.person.id, at=exchange.now, source=exchange.source("button"))
    match outcome:
        case Undone():
            return outcome
        case NothingToUndo():
            return "Đã ghi lại trước đó rồi." if again else "Đã hoàn tác trước đó rồi."
        case ReportLocked():
            failed = "Không ghi lại được" if again else "Không hoàn tác được"
            opens = may(exchange.person, Action.ADMINISTER)
            reopeners = scope.who_reopens(exchange)
            exchange.answer(locked(outcome, exchange.catalogue, failed=failed, who=reopeners, opens=opens))
        case ChangedByOther(standing=standing):
            who = scope.name_of(standing.entered_by, exchange) if standing else ""
            own = standing is not None and standing.entered_by == exchange.person.id
            exchange.answer(replies.not_undone(outcome, exchange.catalogue, who, again=again, own=own))
    return None


def last_batch(exchange: Exchange) -> list[Change] | None:
    """The newest batch of this person in this chat that stands and that they may still take back."""
    found = exchange.store.recent_batches(by=exchange.person.id, chat=exchange.chat_id, most=_LOOKED_AT)
    for changes in found:
        batch, key = changes[0].batch, changes[0].key
        if takes_back(batch) or was_undone(batch, exchange.store):
            continue
        is_known = all(change.key.indicator in exchange.catalogue for change in changes)
        if is_known and may(exchange.person, Action.ENTER, key.agency) and exchange.takes_entries(key.agency):
            return changes
    return None
