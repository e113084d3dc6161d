"""Taking a batch back: rights and the report's state are looked at anew, and why it cannot be taken back is said."""

from __future__ import annotations

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.domain.people import Action, may
from bot.domain.reporting import ChangedByOther, NothingToUndo, ReportLocked, Undone, undo
from bot.replies import entries, report_life


def undo_batch(batch: str, exchange: Exchange) -> Undone | str | None:
    """Take it back; else the short text that answers the press, None when why not was said in a message."""
    changes = exchange.store.batch(batch)
    if changes and not may(exchange.person, Action.ENTER, changes[0].key.agency):
        return "Anh/chị không còn quyền nhập của đơn vị này."
    if changes and not exchange.takes_entries(changes[0].key.agency):
        return "Nhóm này không còn gắn với đơn vị của số liệu. Anh/chị nhắn riêng cho bot."
    if any(change.key.indicator not in exchange.catalogue for change in changes):
        return "Nút này đã cũ."
    outcome = undo(batch, store=exchange.store, by=exchange.person.id, at=exchange.now, source=exchange.source("button"))
    match outcome:
        case Undone():
            return outcome
        case NothingToUndo():
            return "Đã hoàn tác trước đó rồi."
        case ReportLocked():
            reopeners = scope.who_reopens(exchange)
            opens = may(exchange.person, Action.ADMINISTER)
            failed = "Không hoàn tác được"
            exchange.answer(report_life.locked(outcome, exchange.catalogue, failed=failed, who=reopeners, opens=opens))
        case ChangedByOther(standing=standing):
            who = scope.name_of(standing.entered_by, exchange) if standing else ""
            exchange.answer(entries.not_undone(outcome, exchange.catalogue, who))
    return None
