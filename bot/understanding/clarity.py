"""Whether what calls a value was understood as it was typed: else the value is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.domain.catalogue import IndicatorId
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import Token, is_foreign, is_unknown
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.negations import PLAIN_NO
from bot.understanding.number_slips import (
    may_ask,
    may_be_denied,
    may_be_number,
    may_be_part,
    may_be_period,
    may_be_scale,
    may_limit,
)
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot
from bot.understanding.syllables import PLAIN_SYLLABLES

_BREAK = re.compile(r"[,;\n\t]")
_OF_REPORTS = frozenset(["chitieu", "duyet", "roi", "khac"])  # said of reports too: "còn 125 chỉ tiêu", "Sở Nội vụ đã duyệt"
_BESIDES = "ngoai"
_NONE = re.compile(r"\b(?:khong|chua) (?:co|ai|phat sinh|truong hop|nguoi)\b")
_STUCK_CODE = 3  # letters: stuck to digits they may be a code
_APART = re.compile(r"[\s:=–—-]")  # what people put between a name and its figure
_CALLED = 0.85  # score of a row that an answer names with nothing beside it
_AS_WELL = 0.9  # share of the best score that the next may reach
_SHORT_CODE = 4  # letters: a longer abbreviation with a slip is no other


def is_among(odd: Sequence[int], piece: Piece, message: Message) -> bool:
    """Whether such characters stand in the lines of a value and of the words that call it."""
    words = [message.words[place] for place in (*piece.header, *piece.label, piece.spot.first, piece.spot.last - 1)]
    begin = message.text.rfind("\n", 0, min(word.start for word in words)) + 1
    end = message.text.find("\n", max(word.end for word in words))
    return any(begin <= place and (end < 0 or place < end) for place in odd)


def is_clear(piece: Piece, message: Message, reader: Reader, *, is_first: bool, row: IndicatorId | None = None) -> bool:
    """Whether the words that decide were understood: the heading's, an answer's, and those beside a number ("wuý 3").

    One syllable names no row on its own, nor do words that were all mended: another one may have been meant. Values that follow
    another (`is_first` False) may be called by less. `row`: the one that is called, whose figure nothing is missing from when
    only its opposite is left out.
    """
    spot = piece.spot
    left_out = [span for span in message.excluded if _is_of(span, piece, message, is_first=is_first)]
    if not all(_is_opposite(span, row, message, reader) for span in left_out):
        return False  # "hồ sơ không tính bcci 50": the figure is not quite the row's
    beside = [place for place in (spot.first - 1, spot.last) if 0 <= place < len(message.words)]
    if spot.last in beside and _BREAK.search(message.words[spot.last].gap):
        beside.remove(spot.last)
    if may_be_part(message, spot) or (
        spot.in_words and (may_ask(message, spot, reader) or may_be_denied(message, spot, reader))
    ):
        return False
    if spot.last in beside and (may_be_scale(message, spot.last, reader) or may_be_period(message, spot, reader)):
        return False
    if spot.first in message.free and spot.first and not spot.in_words and _is_changed(spot, message, reader):
        return False
    if not piece.header and _is_one_code(piece, message):
        return False
    if any(message.words[place].is_doubtful for place in {*beside}.difference(piece.label, piece.header)):
        return False  # "2 ngà 3 trăm": it may belong to the number
    calling: list[bool] = []  # whether each word that calls the row stands as it was typed
    is_code = False
    named: set[str] = set()
    for places in (piece.header, piece.label):
        words = [message.words[place].folded for place in places]
        tokens = reader.lexicon.tokens(words)
        foreign = {token.first for token in tokens if is_foreign(token.name)}
        before = sum(place < spot.first for place in places)
        if not spot.in_words and _denies(words[:before], tokens) and not _tells_none(words[:before], spot):
            return False
        understood = {number for token in tokens if not is_unknown(token.name) for number in range(token.first, token.last)}
        for number, place in enumerate(places):
            is_counted = place == spot.last and words[number] in COUNT_NOUNS
            decides = places is piece.header or spot.in_words or place in beside
            is_known = reader.lexicon.is_known(words[number]) and not message.words[place].is_doubtful
            is_strange = not is_counted and (number in foreign or not (number in understood or is_known))
            if decides and is_strange and words[number].isalpha():
                return False
            if number in understood and is_known and words[number].isalpha():
                is_typed = message.is_typed(place, place + 1)
                calling.append(is_typed)
                is_code = is_code or (words[number] not in PLAIN_SYLLABLES and (is_typed or len(words[number]) > _SHORT_CODE))
        named.update(token.name for token in tokens if not is_unknown(token.name))
    if named <= _OF_REPORTS:
        return False
    return bool(calling) and (not is_first or is_code or (any(calling) and len(calling) > 1))


def _is_of(span: tuple[int, int], piece: Piece, message: Message, *, is_first: bool) -> bool:
    """Whether what is left out is left out of this value: within its words, or before the first one's.

    "trừ bcci ra, hồ sơ tiếp nhận 50" takes something away, "ngoài bcci ra, …" only adds to what was said.
    """
    if not piece.label or span[0] >= piece.spot.first:
        return False
    if piece.label[0] < span[0]:
        return True
    is_on_line = not any("\n" in word.gap for word in message.words[span[0] + 1 : piece.spot.first])
    return is_first and is_on_line and message.words[span[0]].folded != _BESIDES


def _is_opposite(span: tuple[int, int], row: IndicatorId | None, message: Message, reader: Reader) -> bool:
    """Whether these words say the opposite of the row: "phòng của sở, không tính đơn vị trực thuộc"."""
    return row is not None and not reader.known[row].excluded_by.isdisjoint(message.said_at(range(*span), reader))


def _denies(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether a "không" stands before a number in what calls it, and in no name: "vbqppl không phải rà soát 3"."""
    named = {place for token in tokens if token.last - token.first > 1 for place in range(token.first, token.last)}
    return any(word == PLAIN_NO and place not in named for place, word in enumerate(words))


def _tells_none(words: Sequence[str], spot: Spot) -> bool:
    """Whether the figure is a nought, and the "không" says why: "bị kỷ luật không có ai nên điền 0"."""
    return spot.raw.strip() == "0" and bool(_NONE.search(" ".join(words)))


def _is_changed(spot: Spot, message: Message, reader: Reader) -> bool:
    """Whether the word before a number may make a limit or another number of it."""
    before = spot.first - 1
    if message.words[spot.first].gap.strip():
        return False
    is_written_out = not any(map(str.isdigit, spot.raw))
    return (is_written_out and may_be_number(message, before)) or may_limit(message, before, reader)


def _is_one_code(piece: Piece, message: Message) -> bool:
    """Whether all that was said is a few letters stuck to digits: "0FB" may be a code, "3 fb" and "3bài fb" are not."""
    spot, words = piece.spot, message.words
    if spot.in_words or len(piece.label) != 1 or words[piece.label[0]].folded in PLAIN_SYLLABLES:
        return False
    place = piece.label[0]
    if place not in (spot.first - 1, spot.last):
        return False
    gap = words[max(place, spot.first)].gap
    return not _APART.search(gap) and words[place].end - words[place].start <= _STUCK_CODE


def is_all_answer(piece: Piece) -> bool:
    """Whether the answer's own words are all that calls the row."""
    spot = piece.spot
    return spot.speaks and not piece.header and all(spot.first <= place < spot.last for place in piece.label)


def is_nearly_called(found: Found, among: Collection[IndicatorId]) -> bool:
    """Whether an answer in words goes to a row that is hardly called better than the next: "kế hoạch ban hành rồi"."""
    others = (each.score for each in found.candidates[1:] if each.indicator in among)
    return found.score < _CALLED and max(others, default=0.0) > found.score * _AS_WELL
