"""The only door: text and context in, request out. Pure, bounded, never raises."""

from __future__ import annotations

import re

from bot.documents.row import Row
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period
from bot.domain.value import Fault, Figure
from bot.understanding.alignment import align
from bot.understanding.entries import read_values
from bot.understanding.asking import is_asking
from bot.understanding.intents import intent_of
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.matching import match
from bot.understanding.message import Message, take_apart
from bot.understanding.numbers import read_figure
from bot.understanding.questions import read_question
from bot.understanding.reader import Reader
from bot.understanding.request import (
    Candidate,
    Chosen,
    Context,
    Entry,
    EntryValue,
    Intent,
    Question,
    Request,
    Unknown,
    UnknownKind,
)
from bot.understanding.text import fold, words_of

_MOST_ROWS = 400  # of a pasted table
_LONGEST = 200_000  # characters; a paste put together from several messages
_SKIP = re.compile(r"^(?:bo qua|bo|thoi|huy|khong ghi|khong can|skip|khoi)$")
_NTH = re.compile(
    r"^(?:cai|so|muc|dong|chon|chi tieu)? ?(?:thu )?(?P<n>nhat|dau|dau tien|hai|nhi|ba|tu|bon|nam|cuoi|cuoi cung)$|^(?:cai|muc|dong|chon|chi tieu) (?:thu |so )?(?P<d>[1-5])$|^thu (?P<e>[1-5])$"
)
_NTH_WORDS = {
    "nhat": 0,
    "dau": 0,
    "dau tien": 0,
    "hai": 1,
    "nhi": 1,
    "ba": 2,
    "tu": 3,
    "bon": 3,
    "nam": 4,
    "cuoi": -1,
    "cuoi cung": -1,
}
_CLEAR_CHOICE = 0.3


def understand(text: str, context: Context, *, reader: Reader) -> Request:
    """What a message means. Telex and VNI are read a second time as the Vietnamese they would have been."""
    text = text[:_LONGEST]
    if not text.strip():
        return Unknown(UnknownKind.NOTHING)
    if context.pending is not None and (chosen := _chosen(text, context, reader)) is not None:
        return chosen
    if _is_table(text):
        table = _read_table(text, context, reader)
        if table is not None:
            return table
    decoded = decode_keystrokes(text)
    plain = _read(text, context, reader)
    if decoded is None or decoded == text:
        return plain
    typed = _read(decoded, context, reader)
    return typed if _worth(typed) >= _worth(plain) else plain


def _worth(request: Request) -> float:
    """How much was understood, to choose between two readings of keystrokes."""
    match request:
        case Question(candidates=candidates, certain=certain):
            return (candidates[0].score if candidates else 0.3) + 0.05 * certain
        case Entry(values=values):
            return sum(1.0 if value.certain else 0.5 for value in values) / max(len(values), 1)
        case Unknown() | Chosen():
            return 0.0


def _read(text: str, context: Context, reader: Reader) -> Request:
    message = take_apart(text, context, reader)
    asking = is_asking(message)
    if not _only_asks(message, asking=asking):
        agency = _scope_agency(message)
        answers = not asking and context.agency is not None
        values = read_values(message, reader, answers=answers)
        values = _replied(values, message, context, reader)
        if values and (not asking or any(value.certain for value in values)):
            return Entry(agency, _scope_period(message), _without_wholes_said(values))
    return read_question(message, context, reader, asking=asking)


def _only_asks(message: Message, *, asking: bool) -> bool:
    """Whether no value can be meant: a question mark, a ranking, a deadline."""
    if message.text.rstrip().endswith("?"):
        return True
    return asking or intent_of(message) in {Intent.RANK, Intent.DEADLINE, Intent.TREND}


def _scope_agency(message: Message) -> AgencyCode | None:
    named = [mention.value for mention in message.agencies if mention.value != ALL_AGENCIES]
    return named[0] if named else None


def _scope_period(message: Message) -> Period | None:
    return message.periods[0].value if message.periods else None


def _without_wholes_said(values: tuple[EntryValue, ...]) -> tuple[EntryValue, ...]:
    """At most as many values as one message may hold."""
    return values[:_MOST_ROWS]


def _replied(values: tuple[EntryValue, ...], message: Message, context: Context, reader: Reader) -> tuple[EntryValue, ...]:
    """A reply to a confirmation that is only a new number corrects its indicator."""
    about = context.replied_to
    if values or about is None or about.indicator is None or message.said:
        return values
    row = reader.catalogue.row(about.indicator)
    figure = read_figure(message.text, row)
    if isinstance(figure, Fault):
        if not any(char.isdigit() for char in message.text):
            return values
        return (
            EntryValue(
                row.id, (), certain=False, figure=None, fault=figure, note=None, raw=message.text.strip(), text=message.text
            ),
        )
    return (
        EntryValue(
            row.id,
            (Candidate(row.id, 1.0),),
            certain=True,
            figure=figure,
            fault=None,
            note=None,
            raw=message.text.strip(),
            text=message.text,
        ),
    )


def _chosen(text: str, context: Context, reader: Reader) -> Chosen | None:
    """A typed answer to the open choice: by heading, by place in the list, or to leave it out. A bare number is none."""
    pending = context.pending
    folded = fold(text).strip(" .!,")
    if pending is None:
        return None
    if _SKIP.fullmatch(folded):
        return Chosen(skipped=True)
    nth = _NTH.fullmatch(folded)
    if nth:
        place = _NTH_WORDS[nth["n"]] if nth["n"] else int(nth["d"] or nth["e"]) - 1
        return Chosen(pending.choices[place]) if place < len(pending.choices) else None
    words = words_of(text)
    if any(word.is_number for word in words):
        return None
    said = [token.name for token in reader.lexicon.tokens([word.folded for word in words])]
    found = match(said, reader=reader, among=set(pending.choices))
    around = {
        row_id: sum(reader.weight(name) for name in said if name in reader.known[row_id].says)
        for row_id in pending.choices
        if row_id in reader.known
    }
    best = sorted(around, key=lambda row_id: -around[row_id])
    if not best or not around[best[0]] or (len(best) > 1 and around[best[0]] - around[best[1]] < _CLEAR_CHOICE):
        return None
    total = sum(reader.weight(name) for name in said)
    return Chosen(best[0]) if found.best is not None or around[best[0]] >= 0.6 * total else None


def _is_table(text: str) -> bool:
    return "\t" in text and any(char.isdigit() or char.isalpha() for char in text)


def _read_table(text: str, context: Context, reader: Reader) -> Entry | None:
    """A paste from Word or Excel: rows against the form."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:_MOST_ROWS]
    rows = [Row(tuple(line.split("\t")), number, f"dòng {number}") for number, line in enumerate(lines, 1) if line.strip()]
    aligned = align(rows, catalogue=reader.catalogue)
    values = []
    for each in aligned.rows:
        if not each.value.strip():
            continue
        target = each.indicator
        candidates = tuple(Candidate(row_id, each.likeness) for row_id in each.candidates)
        if target is None and not candidates:
            continue
        row = target or reader.catalogue.row(candidates[0].indicator)
        figure = read_figure(each.value, row)
        note = each.note.strip() or None
        if isinstance(figure, Figure):
            values.append(
                EntryValue(
                    target.id if target else None,
                    (Candidate(target.id, each.likeness),) if target else candidates,
                    certain=target is not None,
                    figure=figure,
                    fault=None,
                    note=note,
                    raw=each.value,
                    text=each.label,
                )
            )
        else:
            values.append(
                EntryValue(
                    row.id, candidates, certain=False, figure=None, fault=figure, note=note, raw=each.value, text=each.label
                )
            )
    if not values:
        return None
    head = take_apart(lines[0] if lines else "", context, reader)
    return Entry(_scope_agency(head), _scope_period(head), tuple(values), is_table=len(values) > 1)
