"""What a clause behind the only value tells of it: "nhập 3 việc tỉnh giao, xong nhưng quá hạn" is no total of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import match
from bot.understanding.message import Message
from bot.understanding.notes import Note
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue

_WHOLLY = 0.95  # share of all words that the other row must explain


def told_on(value: EntryValue, piece: Piece, notes: Sequence[Note], message: Message, reader: Reader) -> Candidate | None:
    """The row that what calls the value and the clauses behind it mean together, when that is another than the value's."""
    words = message.words
    last = max(piece.spot.last - 1, *piece.label, *piece.header)
    behind = [place for place in message.free if place > last and not any(note.holds(words[place].start) for note in notes)]
    told = [name for name in message.said_at(behind, reader) if not is_unknown(name)]
    if not told or reader.telling_little.issuperset(told):
        return None
    said = (*message.said_at((*piece.header, *piece.label), reader), *message.said_at(behind, reader))
    found = match(said, reader=reader, headings=False)
    if found.best is None or found.best == value.indicator or not found.is_alone or found.explained < _WHOLLY:
        return None
    return found.candidates[0]
