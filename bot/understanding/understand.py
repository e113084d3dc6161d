"""The only door: text and context in, request out. Pure, bounded, never raises."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period
from bot.understanding.agreement import Reading, agreed
from bot.understanding.asking import is_asking
from bot.understanding.choosing import chosen
from bot.understanding.corrections import correction
from bot.understanding.entries import read_values
from bot.understanding.intents import intent_of
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.message import Message, cut_up, other_readings, take_apart
from bot.understanding.questions import moves_deadline, read_question
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, EntryValue, Intent, Request, Unknown, UnknownKind
from bot.understanding.stepping import read_step
from bot.understanding.tables import MOST_ROWS, read_table
from bot.understanding.text import Mention, words_of

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
        return Entry(_scope_agency(head), _scope_period(head), table.values, is_table=len(table.values) > 1)
    message = take_apart(text, context, reader)
    asking = is_asking(message)
    if not asking and not moves_deadline(message) and intent_of(message) not in _NEVER_ENTERS:
        values = _values(message, context, reader)
        if (corrected := correction(values, message, context, reader)) is not None:
            return corrected
        if values:
            return Entry(_scope_agency(message), _scope_period(message), _stored(values[:MOST_ROWS], message, context))
    return read_question(message, context, reader, asking=asking)


def _values(message: Message, context: Context, reader: Reader) -> tuple[EntryValue, ...]:
    """The values of a message, those asked that hang on a word which may have been another."""
    answers = context.agency is not None
    values = read_values(message, reader, answers=answers)
    if not values:
        return ()
    scope = _effective_scope(message, context)
    readings = []
    others = other_readings(message.text, context, reader)
    if not all(value.certain for value in values) and any(word.is_doubtful for word in message.words):
        words = tuple(word._replace(is_doubtful=False) for word in message.words)
        others = [(cut_up(message.text, words, context, reader), 0.0), *others]
    for other, more in others:
        is_entry = not is_asking(other) and _effective_scope(other, context) == scope
        readings.append(Reading(read_values(other, reader, answers=answers) if is_entry else None, more))
    return agreed(values, readings)


def _stored(values: tuple[EntryValue, ...], message: Message, context: Context) -> tuple[EntryValue, ...]:
    """The values; none is certain where it is not whose they are: "các sở tên 100", "qyt" for Sở Y tế."""
    if not any(_is_guess(mention, message, context) for mention in message.agencies):
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


def _effective_scope(message: Message, context: Context) -> tuple[AgencyCode | None, Period | None]:
    """Where the values of a message go: what it does not name is the writer's own agency and the open period."""
    return _scope_agency(message) or context.agency, _scope_period(message) or context.open_period


def _scope_agency(message: Message) -> AgencyCode | None:
    named = [mention.value for mention in message.agencies if mention.value != ALL_AGENCIES]
    return named[0] if named else None


def _scope_period(message: Message) -> Period | None:
    return message.periods[0].value if message.periods else None
