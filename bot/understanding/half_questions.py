"""Questions that look like answers: "nhiệm vụ quá hạn không", "có 50 hồ sơ tiếp nhận không, khen thưởng có"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.catalogue import ValueType
from bot.understanding.message import Message
from bot.understanding.negations import PLAIN_NO
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import EntryValue
from bot.understanding.spots import Spot

_OPENED = re.compile(r"[:=\t,;]")
_HAS = "co"


def may_ask_whether(piece: Piece, message: Message, reader: Reader, values: Sequence[EntryValue]) -> bool:
    """Whether a lone "không" behind what is counted may ask: "nhiệm vụ quá hạn không"; "sáng kiến không" answers."""
    spot = piece.spot
    is_said = spot.in_words and spot.last - spot.first == 1 and message.words[spot.first].folded == PLAIN_NO
    if not is_said or _OPENED.search(message.words[spot.first].gap) or message.words[spot.first - 1].folded == "thi":
        return False
    return all(value.indicator is None or reader.catalogue.row(value.indicator).type is ValueType.COUNT for value in values)


def asks_of_number(message: Message, spots: Sequence[Spot]) -> bool:
    """Whether a clause asks of a number, so that what stands beside it asks too: "có 50 hồ sơ tiếp nhận không, …"."""
    words = message.words
    for spot in spots:
        if spot.in_words or not spot.first or words[spot.first - 1].folded != _HAS or words[spot.first].gap != " ":
            continue
        end = spot.last
        while end < len(words) and words[end].gap == " ":
            end += 1
        if end > spot.last + 1 and words[end - 1].folded == PLAIN_NO:
            return True
    return False
