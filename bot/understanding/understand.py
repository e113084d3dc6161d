"""The only door: text and context in, request out. Pure, bounded, never raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import assert_never

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period
from bot.understanding.agreement import Reading, agreed
from bot.understanding.asking import is_asking, wonders
from bot.understanding.choosing import chosen
from bot.understanding.corrections import correction
from bot.understanding.entries import read_values
from bot.understanding.entry_scope import is_not_whose, scope_of
from bot.understanding.intents import fills_part, intent_of
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.message import Message, cut_up, other_readings, take_apart
from bot.understanding.nearest_agencies import nearest_agencies
from bot.understanding.noted import without_notes
from bot.understanding.outsiders import find_outsider, is_known_outsider
from bot.understanding.questions import moves_deadline, read_question
from bot.understanding.reader import Reader
from bot.understanding.request import (
    Chosen,
    Context,
    Entry,
    EntryValue,
    Intent,
    Question,
    Request,
    StepAnswer,
    Unknown,
    UnknownKind,
)
from bot.understanding.stepping import read_step
from bot.understanding.tables import MOST_ROWS, read_table
from bot.understanding.text import Mention, fold, words_of
from bot.understanding.unsettled import is_unsettled

_LONGEST = 200_000  # characters; a paste put together from several messages
_NEVER_ENTERS = {Intent.RANK, Intent.DEADLINE, Intent.TREND}


def understand(text: str, context: Context, *, reader: Reader) -> Request:
    """What a message means. Telex and VNI keystrokes are read as the Vietnamese they would have been."""
    text = text[:_LONGEST]
    if not text.strip():
        return Unknown(UnknownKind.NOTHING)
    if context.step is not None:
        plain = understand(text, replace(context, step=None), reader=reader)
        return read_step(text, context.step, plain, context, reader)
    if context.pending is not None and (answer := chosen(text, context.pending, reader)) is not None:
        return answer
    text = _as_meant(text, reader)
    if (table := read_table(text, reader)) is not None:
        head = take_apart(table.title, context, reader)
        scope = scope_of(head)
        return Entry(scope.agency, scope.period, table.values, is_table=len(table.values) > 1)
    message = take_apart(text, context, reader)
    return _of_a_reporter(_read(message, context, reader), message, context.today, reader)


def _read(message: Message, context: Context, reader: Reader) -> Request:
    """What a message means that is no table and answers nothing."""
    asking, intent = is_asking(message), intent_of(message)
    told = without_notes(message, context, reader)
    asks, wants = (asking, intent) if told is message else (is_asking(told), intent_of(told))
    if not (asks or moves_deadline(message) or fills_part(message) or wants in _NEVER_ENTERS):
        values = _values(message, context, reader)
        if (corrected := correction(values, message, context, reader)) is not None:
            return corrected
        if values:
            scope = scope_of(message, values)
            if not scope.is_one:
                return Unknown(UnknownKind.SEVERAL_REPORTS)
            is_sure = scope.agency is not None or not any(is_not_whose(each, message) for each in message.agencies)
            return Entry(scope.agency, scope.period, _stored(values[:MOST_ROWS], message, context, reader, is_sure=is_sure))
    return read_question(message, intent, context, reader, asking=asking)


def _of_a_reporter(request: Request, message: Message, today: date, reader: Reader) -> Request:
    """The request, unless it is about a body that does not report: nobody else's figures are shown or changed for it."""
    match request:
        case Question(intent=Intent.DEADLINE) | Chosen() | StepAnswer():
            return request
        case Unknown() if request.kind is not UnknownKind.NOT_IN_CATALOGUE or not request.nearest:
            return request
    outsider = find_outsider(message, reader)
    if not outsider:
        return request
    near = () if is_known_outsider(outsider) else nearest_agencies(outsider, reader.catalogue, today=today)
    refused = Unknown(UnknownKind.NO_SUCH_AGENCY, agencies=near, outsider=outsider)
    match request:
        case Question():
            asked = request.candidates[:1] if request.certain else ()
            return replace(refused, nearest=asked, period=request.period, intent=request.intent)
        case Entry():
            is_noted = any(value.note and fold(outsider) in fold(value.note) for value in request.values)
            return request if is_noted else refused
        case Unknown():
            return replace(refused, period=request.period, intent=Intent.VALUE)
        case _:
            assert_never(request)


def _values(message: Message, context: Context, reader: Reader) -> tuple[EntryValue, ...]:
    """The values of a message, those asked that hang on a word which may have been another."""
    answers = context.is_of_agency
    values = read_values(message, reader, answers=answers)
    if not values:
        return ()
    is_beside = any(value.certain for value in values) and scope_of(message, values).agency is not None
    if not answers and is_beside and not wonders(message):
        answers = True  # an official's "có" asks, but not beside a figure of an agency: "BDT: khen thưởng: có; 6 văn bản"
        values = read_values(message, reader, answers=answers)
    others = other_readings(message, context, reader)
    if not all(value.certain for value in values) and any(word.is_doubtful for word in message.words):
        words = tuple(word._replace(is_doubtful=False) for word in message.words)
        others = [(cut_up(message.text, words, context, reader), 0.0), *others]
    readings = []
    for other, more in others:
        is_here = _effective_scope(other, context) == _effective_scope(message, context)
        is_entry = is_here and not is_asking(without_notes(other, context, reader))
        readings.append(Reading(read_values(other, reader, answers=answers) if is_entry else None, more))
    return agreed(values, readings)


def _effective_scope(message: Message, context: Context) -> tuple[AgencyCode | None, Period | None, bool]:
    """Where the values of a message go: what it does not name is the writer's own agency and the open period."""
    scope = scope_of(message)
    return scope.agency or context.agency, scope.period or context.open_period, scope.is_one


def _stored(
    values: tuple[EntryValue, ...], message: Message, context: Context, reader: Reader, *, is_sure: bool
) -> tuple[EntryValue, ...]:
    """The values; none is certain where it is not sure whose they are ("các sở tên 100", "qyt"), or that they are so."""
    is_settled = (
        is_sure
        and not any(_is_guess(mention, message, context) for mention in message.agencies)
        and not is_unsettled(message, reader, notes=[value.note for value in values if value.note])
    )
    if is_settled:
        return values
    return tuple(replace(value, indicator=None, certain=False) if value.certain else value for value in values)


def _is_guess(mention: Mention[AgencyCode], message: Message, context: Context) -> bool:
    """Whether a mention names all agencies, or another than the writer's by a word that was mended."""
    is_mended = mention.last - mention.first == 1 and not message.is_typed(mention.first, mention.last)
    return mention.value == ALL_AGENCIES or (is_mended and mention.value != context.agency)


def _as_meant(text: str, reader: Reader) -> str:
    """The text, or its keystrokes as Vietnamese when more of its words are known so."""
    decoded = decode_keystrokes(text)
    if decoded is None or decoded == text:
        return text
    return decoded if _known_share(decoded, reader) > _known_share(text, reader) else text


def _known_share(text: str, reader: Reader) -> float:
    words = [word for word in words_of(text) if not word.is_number]
    return sum(reader.lexicon.is_known(word.folded) for word in words) / max(len(words), 1)
