"""People who are counted: "đơn vị sự nghiệp có 120 người" counts no units, whatever else was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.domain.catalogue import CatalogueRow, IndicatorId, RowKind, ValueType
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.text import fold

_PERSON = "nguoi"
_HOW_MANY = frozenset({"nhieu", "nhiu", "may", "so", "bn", "luong"})
_BODIES = frozenset({"co quan, don vi"})  # units of rows that count no people
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
    if found.best is None or not _counts_bodies(reader.catalogue.row(found.best)) or not _says_people(places, message):
        return found
    rows = {row.id for row in reader.catalogue.indicators if fold(row.unit or "") == _PERSON}
    other = match(said, reader=reader, among=rows if among is None else rows.intersection(among))
    return other if other.explained >= found.explained * _AS_WELL else found


def counts_no_people(found: Found, places: Iterable[int], message: Message, reader: Reader) -> bool:
    """Whether the words at `places` count people and the best row bodies."""
    is_of_bodies = found.best is not None and _counts_bodies(reader.catalogue.row(found.best))
    return is_of_bodies and _says_people(places, message)


def _counts_bodies(row: CatalogueRow) -> bool:
    return row.kind is RowKind.INDICATOR and row.type is ValueType.COUNT and fold(row.unit or "") in _BODIES


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
