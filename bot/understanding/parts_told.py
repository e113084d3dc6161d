"""A part that is told of a whole: "phòng 10 trong đó chi cục 3" counts something in the ten that the row of rooms does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from bot.domain.catalogue import IndicatorId
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.people import counts_bodies, counts_people
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import EntryValue
from bot.understanding.spelling import SpellingIndex
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold, words_of

_PART = re.compile(r"^(?:(?:trong(?: so)? (?:do|ay)|bao gom|gom|tinh ca|ke ca)\b ?)+(?:co |la )?")
_COUNTED_FIRST = re.compile(r"^\d+ ")
_AMONG = "trong"
_AMONGS = SpellingIndex([_AMONG])
_OPENING = 4  # words
_NOT = "khong"  # how a row says what it does not count: "không giữ chức vụ lãnh đạo"
_AS_WELL = 0.85  # share of the best score that the next must reach
_WORTH = 0.5  # score from which a row is what a note tells of


def is_part(pieces: Sequence[Piece], number: int, message: Message) -> bool:
    """Whether "trong đó" or a bracket opens what calls a value, in the line of the value before.

    Several parts may be all of it: "10 đơn vị gồm 3 huyện 7 xã" (`disputes`).
    """
    piece = pieces[number]
    if not piece.on_line or any(each.on_line for each in pieces[number + 1 : number + 2]):
        return False
    first = min((piece.spot.first, *piece.label, *piece.header))
    begin = max(first - _OPENING, pieces[number - 1].spot.last)
    line = _mended([word.folded for word in message.words[begin : piece.spot.first]])
    is_bracketed = "(" in message.words[first].gap
    return is_bracketed or any(_PART.match(" ".join(line[at:])) for at in range(len(line)))


def may_hold(
    whole: EntryValue, parts: Sequence[EntryValue], said: Sequence[str], piece: Piece, message: Message, reader: Reader
) -> bool:
    """Whether the row of the value before may hold those of its parts; of a whole that is asked nothing is known.

    A part whose words were mended may be any: "lãnh đạo sở 4 trong đó lãn đạo phòng 2".
    """
    if not all(message.is_typed(place, place + 1) for place in piece.label):
        return False
    rows = [value.indicator for value in parts if value.indicator is not None]
    if whole.indicator is None:
        return not rows or any(_may_hold(each.indicator, rows[0], reader) for each in whole.candidates[:1])
    return not _leaves_out(whole.indicator, said, reader) and all(_may_hold(whole.indicator, row, reader) for row in rows)


def holds_another(found: Found, piece: Piece, reader: Reader) -> bool:
    """Whether the note of a value tells of a part that its row does not count: "2 công chức trong đó 1 lãnh đạo"."""
    note = " ".join(_mended([word.folded for word in words_of(piece.note or "")]))
    number = next((int(word) for word in note.split() if word.isdigit()), 0)
    if piece.spot.raw.strip().isdigit() and number > int(piece.spot.raw):
        return False  # "3 chi cục, trong đó có 12 phòng"
    told = _COUNTED_FIRST.sub("", _PART.sub("", note)) if _PART.match(note) else ""
    if not told or found.best is None:
        return False
    if any(word.isalpha() and word not in PLAIN_SYLLABLES and not reader.lexicon.is_known(word) for word in told.split()):
        return True  # "trong đó 3 chi ccụ" may be of any row
    said = [token.name for token in reader.lexicon.tokens(told.split()) if not is_unknown(token.name)]
    if not said:
        return False
    if _leaves_out(found.best, said, reader):
        return True
    part = match(said, reader=reader, headings=False)
    rows = [each.indicator for each in part.candidates if each.score >= max(_WORTH, part.score * _AS_WELL)]
    above = reader.catalogue.row(found.best).parent
    sisters = [row for row in rows if reader.catalogue.row(row).parent == above]
    return bool(sisters) and not any(_may_hold(found.best, row, reader) for row in sisters)


def _mended(words: Sequence[str]) -> list[str]:
    """The words, a slip of the "trong" of "trong đó" mended."""
    return [
        _AMONG if behind in {"do", "ay"} and word not in PLAIN_SYLLABLES and _AMONGS.slips(word) else word
        for word, behind in zip_longest(words, words[1:], fillvalue="")
    ]


def _leaves_out(row_id: IndicatorId, said: Sequence[str], reader: Reader) -> bool:
    """Whether the row says that it does not count this."""
    return any(f"{_NOT}{name}" in reader.known[row_id].label for name in said)


def _may_hold(whole: IndicatorId, part: IndicatorId, reader: Reader) -> bool:
    """Whether one row may be a part of another: people or bodies of two rows of one list are other ones each."""
    if whole == part or reader.wholes.get(part) == whole or reader.wholes.get(whole) == part:
        return True
    one, other = reader.catalogue.row(whole), reader.catalogue.row(part)
    if one.parent != other.parent or part in {row.id for row in reader.catalogue.below(whole)}:
        return True
    counts = counts_people if counts_people(whole, reader) else counts_bodies
    if not (counts(whole, reader) and counts(part, reader)):
        return True
    return reader.known[part].core > reader.known[whole].core & reader.known[part].core and _is_within(one.label, other.label)


def _is_within(whole: str, part: str) -> bool:
    """Whether the part's label says that it is counted inside what the other one counts: "phòng ban trong tổ chức …"."""
    counted = " ".join(fold(whole).split()[1:3])
    return f"trong {counted}" in fold(part)
