"""Values among others that are called by too little: by one word of another heading, or by nothing that was not said before."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.matching import Found, match
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.sisters import Before, are_sisters

_SHARE, _DONE = "tyle", "hoanthanh"  # "chỉ tiêu 6, làm được 6" tells what was done
_AFTER_ITS_TIME = frozenset({"quahan", "dunghan", _SHARE})  # of dossiers as of tasks: "hồ sơ nhận 50\\ntrễ 5"


def is_stranger(found: Found, said: Sequence[str], before: Before | None, piece: Piece, reader: Reader) -> bool:
    """Whether a value among others is called by one word that counts nothing, of another heading: "hs trả 115, trễ 5"."""
    is_listed = not piece.on_line and not (said and _AFTER_ITS_TIME.issuperset(said))  # most lines say all
    if found.best is None or is_listed or piece.header or piece.spot.in_words or len({*said} - {_SHARE}) > 1:
        return False
    is_beside = before is not None and are_sisters(before.row, found.best, reader)
    return before is not None and not is_beside and reader.counted.isdisjoint(said)


def tells_nothing_new(found: Found, said: Sequence[str], before: Before | None, piece: Piece, reader: Reader) -> bool:
    """Whether a sister is called by no more than the value before: "kiểm soát thủ tục, thủ tục 6", "hs nhận 12, một cửa 5"."""
    if before is None or found.best is None or not said or piece.header or piece.spot.in_words or found.best == before.row:
        return False
    if not are_sisters(before.row, found.best, reader):
        return False
    if reader.counted.issuperset(said):
        return {*before.said, *reader.known[before.row].core}.issuperset(said)
    meant = {*said} - reader.counted - reader.lexicon.hints - {_DONE}
    told = [row for row in before.told | {before.row} if row != found.best]
    return (
        bool(meant) and reader.known[found.best].core.isdisjoint(meant) and any(reader.known[row].own >= meant for row in told)
    )


def may_go_on(found: Found, said: Sequence[str], before: Before | None, piece: Piece, reader: Reader) -> bool:
    """Whether the line below a value may leave out what that was called by: "kỷ luật 2", below it "lãnh đạo 1"."""
    if before is None or found.best is None or piece.on_line or piece.header or piece.spot.in_words or len({*said}) != 1:
        return False
    if are_sisters(before.row, found.best, reader):
        return False
    telling = [name for name in before.said if name not in reader.counted | reader.telling_little and name not in said]
    other = match((*telling, *said), reader=reader, headings=False)
    if other.best is None or other.best in {found.best, before.row, *before.told} or not telling:
        return False
    known = reader.known[other.best]
    return known.core.issuperset(said) and not known.core.isdisjoint(telling) and are_sisters(before.row, other.best, reader)
