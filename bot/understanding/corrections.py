"""A figure that takes the place of one just given: a number in reply to a confirmation, "sửa xong thành 21", "à nhầm, 21"."""

from __future__ import annotations

from bot.domain.catalogue import IndicatorId
from bot.domain.value import Fault, Figure
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.matching import match
from bot.understanding.message import Message
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Context, Entry, EntryValue, Focus
from bot.understanding.results import DONE
from bot.understanding.spots import Spot, find_spots
from bot.understanding.text import words_of

_CORRECTS = LinePattern(r"\b(?:sua|dinh chinh|dieu chinh|nham|lon|sai|doi lai|chinh lai|go nham)\b|\bmoi dung\b")
_WORDS_OF_CORRECTION = """
sua dinh chinh dieu nham lon sai doi lai go thanh la moi dung em a oi xin loi giup gium dum cho nhe nha chi anh bot roi
so lieu con phai khong chu u ua i y cai do nay ay
"""
_SAYS_SO = frozenset(_WORDS_OF_CORRECTION.split())  # they only say that something is corrected


def corrected_number(text: str) -> str | None:
    """The number as typed of a text that only says that it corrects: "sửa lại thành 4"; None for any other."""
    words = words_of(text)
    numbers = [word.text for word in words if word.folded not in _SAYS_SO]
    corrects = _CORRECTS.search(Line(" ".join(word.folded for word in words)))
    return numbers[0] if corrects and len(numbers) == 1 and numbers[0][0].isdigit() else None


def correction(values: tuple[EntryValue, ...], message: Message, context: Context, reader: Reader) -> Entry | None:
    """The one value that takes the place of another, or None; `values`: those read without looking back.

    In reply to a confirmation a bare number corrects its row. Where the message says that it corrects, the rows last stored
    in the conversation are meant before all others: by what is said of them, or the one stored last when nothing is.
    """
    if not values and (answer := _reply(message, context, reader)) is not None:
        return Entry(None, None, (answer,))
    focus = context.focus
    is_clear = any(value.certain for value in values) or len(values) > 1
    if not focus.written or is_clear or message.agencies or message.periods or not _CORRECTS.search(message.line):
        return None
    spots = find_spots(message)
    row_id = _meant(message, spots[0], focus, reader) if len(spots) == 1 else None
    if row_id is None:
        return None
    figure = read_figure(spots[0].meant, reader.catalogue.row(row_id))
    value = _value(row_id, spots[0].raw, figure, values[0].note if values else None)
    return Entry(focus.agency, focus.period, (value,))


def _meant(message: Message, spot: Spot, focus: Focus, reader: Reader) -> IndicatorId | None:
    """The row of those last stored that the words around a number mean."""
    written = focus.written
    places = [place for place in message.free if not spot.first <= place < spot.last]
    words = {message.words[place].folded for place in places} - _SAYS_SO
    if not words:
        return focus.latest
    results = [row_id for row_id in written if reader.wholes.get(row_id) in written]
    if words <= DONE and len(results) == 1:  # of a plan and its result: "sửa xong thành 21"
        return results[0]
    said = [name for name in message.said_at(places, reader) if not is_unknown(name)]
    found = match(said, reader=reader, among=set(written), headings=False) if said else None
    is_meant = found is not None and found.is_alone and found.score >= reader.thresholds.ask
    return found.best if found is not None and is_meant else None


def _reply(message: Message, context: Context, reader: Reader) -> EntryValue | None:
    """A reply to a confirmation that is only a new number."""
    about = context.replied_to
    if about is None or about.indicator is None or message.said_at(message.free, reader):
        return None
    raw = message.text.strip()
    figure = read_figure(raw, reader.catalogue.row(about.indicator))
    return _value(about.indicator, raw, figure, None) if isinstance(figure, Figure) or any(map(str.isdigit, raw)) else None


def _value(row_id: IndicatorId, raw: str, figure: Figure | Fault, note: str | None) -> EntryValue:
    """A certain value, or one refused with its fault."""
    is_figure = isinstance(figure, Figure)
    return EntryValue(
        row_id,
        (Candidate(row_id, 1.0),) if is_figure else (),
        certain=is_figure,
        figure=figure if isinstance(figure, Figure) else None,
        fault=None if isinstance(figure, Figure) else figure,
        note=note,
        raw=raw,
        text=raw,
    )
