"""People who are counted: "đơn vị sự nghiệp có 120 người" counts no units, whatever else was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.domain.catalogue import IndicatorId, ValueType
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.text import fold

_PERSON = "nguoi"
_BODIES = ("co quan", "don vi")  # in units of rows that count no people
_HOW_MANY = frozenset({"nhieu", "nhiu", "may", "so", "bn", "luong"})
_AS_WELL = 0.8  # share of the best row's explanation that a row of people must reach


def of_people(
    found: Found,
    said: tuple[str, ...],
    places: Iterable[int],
    message: Message,
    reader: Reader,
    among: Collection[IndicatorId] | None = None,
) -> Found:
    """The rows that count people, when the words at `places` do and the best row counts bodies. `among`: only these rows."""
    if not counts_no_people(found, places, message, reader):
        return found
    rows = {row.id for row in reader.catalogue.indicators if counts_people(row.id, reader)}
    other = match(said, reader=reader, among=rows if among is None else rows.intersection(among))
    return other if other.explained >= found.explained * _AS_WELL else found


def counts_no_people(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count people and the best row bodies."""
    if found.best is None or reader.catalogue.row(found.best).type is not ValueType.COUNT:
        return False
    return counts_bodies(found.best, reader) and _says_people(places, message)


def counts_people(row_id: IndicatorId, reader: Reader) -> bool:
    """Whether a row's unit is persons."""
    return _PERSON in _unit(row_id, reader)


def counts_bodies(row_id: IndicatorId, reader: Reader) -> bool:
    """Whether it is offices or units."""
    return any(name in _unit(row_id, reader) for name in _BODIES)


def _unit(row_id: IndicatorId, reader: Reader) -> str:
    """What a row counts, folded; where it does not say, what the row above counts."""
    row = reader.catalogue.row(row_id)
    above = reader.catalogue.row(row.parent).unit if not row.unit and row.parent is not None else row.unit
    return fold(above or "")


def _says_people(places: Iterable[int], message: Message) -> bool:
    """Whether "người" is counted there: "120 người", "bao nhiêu người", "số người"."""
    words = message.words
    return any(
        place
        and words[place].folded == _PERSON
        and words[place].gap == " "
        and (words[place - 1].is_number or words[place - 1].folded in _HOW_MANY)
        for place in places
    )
