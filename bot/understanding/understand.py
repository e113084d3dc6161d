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
from bot.understanding.message import Message, other_readings, take_apart
from bot.understanding.questions import moves_deadline, read_question
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Entry, EntryValue, Intent, Request, Unknown, UnknownKind
from bot.understanding.stepping import read_step
from bot.understanding.tables import MOST_ROWS, read_table
from bot.understanding.text import words_of

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
            return Entry(_scope_agency(message), _scope_period(message), values[:MOST_ROWS])
    return read_question(message, context, reader, asking=asking)


def _values(message: Message, context: Context, reader: Reader) -> tuple[EntryValue, ...]:
    """The values of a message, those asked that hang on a word which may have been another."""
    answers = context.is_of_agency
    values = read_values(message, reader, answers=answers)
    if not values:
        return ()
    scope = _scope_agency(message), _scope_period(message)
    readings = []
    for other, more in other_readings(message.text, context, reader):
        is_entry = not is_asking(other) and (_scope_agency(other), _scope_period(other)) == scope
        readings.append(Reading(read_values(other, reader, answers=answers) if is_entry else None, more))
    return agreed(values, readings)


def _as_meant(text: str, reader: Reader) -> str:
    """The text, or its keystrokes as Vietnamese when more of its words are known so."""
    decoded = decode_keystrokes(text)
    if decoded is None or decoded == text:
        return text
    return decoded if _known_share(decoded, reader) > _known_share(text, reader) else text


def _known_share(text: str, reader: Reader) -> float:
    words = [word for word in words_of(text) if not word.is_number]
    return sum(reader.lexicon.is_known(word.folded) for word in words) / max(len(words), 1)


def _scope_agency(message: Message) -> AgencyCode | None:
    named = [mention.value for mention in message.agencies if mention.value != ALL_AGENCIES]
    return named[0] if named else None


def _scope_period(message: Message) -> Period | None:
    return message.periods[0].value if message.periods else None
