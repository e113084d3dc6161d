"""Growing in the chat: what was not understood is noted, what is chosen afterwards too; an administrator accepts aliases.

Who wrote it and where is not kept. Only explicit choices count: a button under the question, or its typed answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.exchange import Exchange
from bot.domain.catalogue import IndicatorId
from bot.domain.growing import (
    AliasAccepted,
    AliasRefused,
    AliasWithdrawn,
    NoSuchAlias,
    accept_alias,
    suggestion,
    withdraw_alias,
)
from bot.domain.people import Action, may
from bot.replies import growing as replies
from bot.replies import guide
from bot.understanding.request import Candidate, EntryValue, Question, Unknown, UnknownKind
from bot.understanding.wordings import wording_of

_LISTED = 5  # wordings in one message of the chat; the command line shows all
_OFFERED = 5  # rows under one question
_FOLLOWS = timedelta(minutes=15)  # a choice made later belongs to something else
_MEMORY = "unclear"


@dataclass(frozen=True, slots=True)
class _Unclear:
    """One wording that was asked or refused, the rows offered, and the value it came with (None: a question)."""

    wording: str
    rows: tuple[IndicatorId, ...]
    raw: str | None
    refused: bool


def note_question(question: Question, text: str, exchange: Exchange) -> None:
    """A question that several rows may answer."""
    if not question.certain and len(question.candidates) > 1:
        _note([_unclear(text, question.candidates, None, exchange, refused=False)], exchange)


def note_unknown(unknown: Unknown, text: str, exchange: Exchange) -> None:
    """Something outside the catalogue; small talk, and what holds no word of the catalogue, are nobody's wording."""
    if unknown.kind not in {UnknownKind.NOT_IN_CATALOGUE, UnknownKind.NOTHING}:
        return
    unclear = _unclear(text, unknown.nearest, None, exchange, refused=True)
    said = exchange.reader.lexicon.tokens(unclear.wording.split())
    if unknown.kind is UnknownKind.NOT_IN_CATALOGUE or any(token.name in exchange.reader.rows_saying for token in said):
        _note([unclear], exchange)


def note_values(values: Sequence[EntryValue], exchange: Exchange) -> None:
    """Values whose row had to be asked, or (no candidates) that belong to no row."""
    unclear = [_unclear(each.text, each.candidates, each.raw, exchange, refused=not each.candidates) for each in values]
    _note(unclear, exchange)


def note_choice(chosen: str, exchange: Exchange, *, raw: str | None = None) -> None:
    """Somebody chose a row: if it was offered for a wording a moment ago, that is what the wording meant to them."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    if document is None or exchange.now - datetime.fromisoformat(document["at"]) > _FOLLOWS:
        return
    open_items = document["items"]
    item = next((each for each in open_items if chosen in each["rows"] and each["raw"] == raw), None)
    if item is None:
        return
    exchange.store.note_choice(item["w"], IndicatorId(chosen))
    rest = [each for each in open_items if each is not item]
    remaining = {"at": document["at"], "items": rest} if rest else None
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, remaining)


def show_unmatched(exchange: Exchange) -> None:
    """/bidanh: the most frequent wordings, each with the row it may be an alias of."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    kept = exchange.store.unmatched(_LISTED)
    offered = [(each, suggestion(each, exchange.reader)) for each in kept]
    exchange.answer(replies.unmatched_list(offered, exchange.catalogue))


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button under that list or under what came of it; the short text to answer with."""
    if not may(exchange.person, Action.ADMINISTER):
        return "Chỉ quản trị của Sở Nội vụ được làm việc này."
    wording = action["w"]
    if action["do"] == "forget":
        return "Đã xóa." if exchange.store.forget_unmatched(wording) else "Đã xóa trước đó rồi."
    outcome: AliasAccepted | AliasRefused | AliasWithdrawn | NoSuchAlias
    by, at = exchange.person.id, exchange.now
    if action["do"] == "alias":
        row_id = IndicatorId(action["i"])
        outcome = accept_alias(wording, row_id, store=exchange.store, reader=exchange.reader, by=by, at=at)
    else:
        outcome = withdraw_alias(wording, store=exchange.store, catalogue=exchange.catalogue, by=by, at=at)
    exchange.answer(replies.alias_changed(outcome, exchange.catalogue))
    return None


def _unclear(text: str, candidates: Sequence[Candidate], raw: str | None, exchange: Exchange, *, refused: bool) -> _Unclear:
    rows = tuple(candidate.indicator for candidate in candidates[:_OFFERED])
    return _Unclear(wording_of(text, today=exchange.today, reader=exchange.reader), rows, raw, refused)


def _note(found: Sequence[_Unclear], exchange: Exchange) -> None:
    """Count each wording, and remember what was offered for it."""
    found = [each for each in found if each.wording]
    # in one order for all turns: PostgreSQL locks the rows it counts up
    for each in sorted(found, key=lambda each: each.wording):
        nearest = each.rows[0] if each.rows else None
        exchange.store.note_unmatched(each.wording, refused=each.refused, nearest=nearest, at=exchange.now)
    items = [{"w": each.wording, "rows": list(each.rows), "raw": each.raw} for each in found if each.rows]
    if items:
        document = {"at": exchange.now.isoformat(), "items": items}
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)
