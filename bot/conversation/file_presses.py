"""Buttons under the preview of a file: look at what differs, choose rows, keep or replace, store all of it or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation import choosing, following, memory
from bot.conversation.exchange import Exchange
from bot.conversation.file_reading import (
    answer_scope,
    changed_since_shown,
    forget_scope,
    look,
    obstacle,
    read_again,
    show_preview,
)
from bot.conversation.memory import OpenChoice, Pending
from bot.conversation.storing import confirmation
from bot.domain.catalogue import IndicatorId
from bot.domain.completeness import completeness
from bot.domain.file_previews import FilePreview, OpenRow
from bot.domain.importing import FILE, Imported, carry_out
from bot.domain.narrative import NarrativeFigure, value_of
from bot.domain.period import Period
from bot.domain.reading_document import OutOfDate, from_json
from bot.domain.received import BEING_READ, UNDECIDED, FileState, ReceivedFile
from bot.domain.report_reading import Reading, Unreadable
from bot.domain.reporting import Recorded
from bot.domain.value import Figure, Source, ValueKey
from bot.replies import file_details
from bot.replies import received_files as replies
from bot.understanding.numbers import read_figure
from bot.understanding.request import Focus

_ENDED = {
    FileState.STORED: "Tệp này đã ghi rồi.",
    FileState.DROPPED: "Tệp này đã bỏ. Anh/chị gửi lại nếu cần.",
    FileState.FAILED: "Tệp này không ghi được. Anh/chị gửi lại nếu cần.",
}
_MOST_ASKED = 10  # rows without a choice that are asked about one by one once the rest is stored
_OLD = "Nút này đã cũ."


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """What a button about a file asks for; the short text to answer with."""
    file = exchange.store.received_file(action["f"])
    if file is None or file.chat_id != exchange.chat_id:
        return _OLD
    if file.state in BEING_READ:
        return "Tôi đang đọc tệp này, anh/chị chờ một chút."
    if file.state not in UNDECIDED:
        return _ENDED[file.state]
    if action["to"] == "drop":
        exchange.store.save_file(replace(file, state=FileState.DROPPED, outcome=None, decided=None), exchange.now)
        forget_scope(exchange)
        exchange.answer(replies.dropped(file))
        return "Đã bỏ, chưa ghi."
    if action["to"] == "scope":
        period = Period.parse(action["p"]) if action.get("p") else None
        answer_scope(file, exchange, agency=exchange.known_agency(action.get("a")), period=period)
        return None
    reading = _reading(file, exchange)
    if reading is None:
        read_again(file, exchange)
        return "Danh mục chỉ tiêu vừa thay đổi, tôi đọc lại tệp."
    refused = obstacle(reading, exchange)
    if refused is not None:
        exchange.answer(refused)
        return None
    return _decide(action, file, reading, exchange)


def _reading(file: ReceivedFile, exchange: Exchange) -> Reading | None:
    """The file as it was read, None when the catalogue has changed since."""
    try:
        read = from_json(file.outcome or {}, exchange.catalogue)
        look(file, read, exchange) if isinstance(read, Reading) else None
    except (OutOfDate, KeyError):
        return None
    return None if isinstance(read, Unreadable) else read


def _decide(action: Mapping[str, Any], file: ReceivedFile, reading: Reading, exchange: Exchange) -> str | None:
    """Presses that look at or change what would be stored, or store it."""
    seen, catalogue = look(file, reading, exchange), exchange.catalogue
    if file.state is FileState.ASKED and action["to"] != "part":
        return _OLD
    match action["to"]:
        case "part":
            show_preview(replace(file, partial=True), reading, exchange)
        case "differences" if seen.plan.different:
            exchange.answer(file_details.differences(file, seen, catalogue, _page(action, seen), edits=not action.get("open")))
        case "toggle" | "take_all" | "keep_all" if seen.plan.different:
            file = _keep(action, file, seen)
            changed = look(file, reading, exchange)
            exchange.answer(file_details.differences(file, changed, catalogue, _page(action, changed), edits=True))
            show_preview(file, reading, exchange)
        case "choose" if seen.open_rows:
            first = seen.open_rows[0]
            left = len(seen.open_rows)
            exchange.answer(file_details.choose(file, first, left, reading.period, catalogue, edits=not action.get("open")))
        case "skip_all" if seen.open_rows:
            decided = file.decided or {}
            none = dict.fromkeys([str(each.number) for each in seen.open_rows], "")
            file = replace(file, decided={**decided, "picked": {**decided.get("picked", {}), **none}})
            exchange.answer(file_details.all_chosen(file, look(file, reading, exchange)))
            show_preview(file, reading, exchange)
        case "pick":
            return _pick(action, file, reading, seen, exchange)
        case "unread" if seen.unread:
            exchange.answer(file_details.unread(file, seen, catalogue))
        case "narrative" if reading.narrative:
            exchange.answer(file_details.beside_the_table(file, seen, catalogue))
        case "take_told" if action["n"] < len(reading.narrative):
            return _take_told(reading.narrative[action["n"]], reading, exchange)
        case "remarks":
            exchange.answer(file_details.remarks(file, seen, catalogue))
        case "store" | "store_new":
            if _store(file, reading, seen, exchange, only_new=action["to"] == "store_new") and action.get("aside"):
                exchange.answer(file_details.stored_below(file))
        case _:
            return _OLD
    return None


def _take_told(told: NarrativeFigure, reading: Reading, exchange: Exchange) -> str | None:
    """Store one figure of the narrative, which somebody has looked at and pressed for."""
    standing = exchange.store.value(ValueKey(reading.agency, reading.period, told.row.id))
    value = value_of(told, reading, standing)
    if value is None:
        return _OLD
    if standing is not None and standing.figure == value.figure:
        return "Số này đã ghi rồi."
    source = Source(FILE, chat_id=exchange.chat_id, file_name=reading.file_name)
    changes = exchange.store.write_values([value], batch=exchange.batch, by=exchange.person.id, at=exchange.now, source=source)
    exchange.answer(confirmation(Recorded(exchange.batch, reading.agency, reading.period, tuple(changes), ()), exchange))
    return None


def _page(action: Mapping[str, Any], seen: FilePreview) -> int:
    """The first difference of the page asked for, or the first of all when there are fewer by now."""
    return action["at"] if action["at"] < len(seen.plan.different) else 0


def _keep(action: Mapping[str, Any], file: ReceivedFile, seen: FilePreview) -> ReceivedFile:
    """The file with other figures kept."""
    different = [each.indicator for each in seen.plan.different]
    match action["to"]:
        case "take_all":
            kept: set[IndicatorId] = set()
        case "keep_all":
            kept = set(different)
        case _:
            kept = set(seen.kept) ^ {IndicatorId(action["i"])}
    return replace(file, decided={**(file.decided or {}), "kept": [each for each in different if each in kept]})


def _pick(action: Mapping[str, Any], file: ReceivedFile, reading: Reading, seen: FilePreview, exchange: Exchange) -> str | None:
    """A row of the file is this row of the form, or none; then the next one is asked."""
    asked = next((each for each in seen.open_rows if each.number == action["n"]), None)
    chosen = action.get("i", "")
    if asked is None or (chosen and chosen not in asked.options):
        return _OLD
    decided = file.decided or {}
    file = replace(file, decided={**decided, "picked": {**decided.get("picked", {}), str(asked.number): chosen}})
    after = look(file, reading, exchange)
    if after.open_rows:
        left = len(after.open_rows)
        exchange.answer(file_details.choose(file, after.open_rows[0], left, reading.period, exchange.catalogue, edits=True))
    else:
        exchange.answer(file_details.all_chosen(file, after))
    show_preview(file, reading, exchange)
    return None


def _store(file: ReceivedFile, reading: Reading, seen: FilePreview, exchange: Exchange, *, only_new: bool) -> bool:
    """All that the preview promised in this one commit, or nothing and a new preview; whether it is stored."""
    if changed_since_shown(file, seen) or (reading.is_cut_off and not file.partial):
        show_preview(file, reading, exchange)
        return False
    plan = seen.to_store(only_new=only_new)
    if not plan.new and not plan.different:
        show_preview(file, reading, exchange)
        return False
    outcome = carry_out(
        plan,
        store=exchange.store,
        batch=exchange.batch,
        by=exchange.person.id,
        at=exchange.now,
        chat_id=exchange.chat_id,
    )
    if not isinstance(outcome, Imported):  # the report is ours until this turn ends, so only a purge could come between
        show_preview(file, reading, exchange)
        return False
    exchange.store.save_file(replace(file, state=FileState.STORED, outcome=None, decided=None), exchange.now)
    agency, period = reading.agency, reading.period
    touched = {change.key.indicator for change in outcome.changes}
    computed = following.offered(touched, agency, period, exchange)
    collected = exchange.calendar.is_collected(period)
    questions = _questions(seen.open_rows, reading, exchange) if len(seen.open_rows) <= _MOST_ASKED else []
    exchange.answer(
        file_details.stored(
            file,
            outcome,
            exchange.catalogue,
            kept=len(seen.plan.different) - len(plan.different),
            asked=len(questions),
            not_asked=len(seen.open_rows) - len(questions),
            computed=computed,
            warnings=following.warnings(touched, agency, period, exchange, computed=computed),
            left=completeness(exchange.store, exchange.catalogue, agency, period) if collected else None,
        )
    )
    memory.keep_focus(exchange, Focus(None, agency, period))
    if questions:
        choosing.show_question(Pending(secrets.token_urlsafe(6), agency, period, tuple(questions)), exchange)
    return True


def _questions(open_rows: Sequence[OpenRow], reading: Reading, exchange: Exchange) -> list[OpenChoice]:
    """The rows that nobody has chosen for yet, to be asked one by one as after a paste."""
    order = {row.id: place for place, row in enumerate(exchange.catalogue.rows)}
    questions = []
    for each in open_rows:
        figures = {option: read_figure(each.row.raw, exchange.catalogue.row(option)) for option in each.options}
        choices = sorted((option for option, figure in figures.items() if isinstance(figure, Figure)), key=order.__getitem__)
        if not choices:
            continue
        standing = [exchange.store.value(ValueKey(reading.agency, reading.period, choice)) for choice in choices]
        replaces = tuple(value.change_id if value else None for value in standing)
        read = tuple(figure for choice in choices if isinstance(figure := figures[choice], Figure))
        questions.append(OpenChoice(tuple(choices), replaces, read, each.row.note, each.row.raw))
    return questions
