"""A message that enters values, cut into pieces: each value with the words that call it, what heads them, and its note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import is_unknown
from bot.understanding.message import Message
from bot.understanding.notes import Note
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot
from bot.understanding.told_behind import introduction

_JOINERS = frozenset({"va", "voi", "con", "cung"})
_BREAK = re.compile(r"[,;\n\t]|\s[-–—/|+]\s|^[-–—•*+]\s")
_LOOKED_AT = 4  # words of a phrase behind a number
_COLON = re.compile(r"[:：]")
_SENTENCE = re.compile(r"[;\n]|\.\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with the words that call it: `label` are places of words, `header` of words that head the line.

    `goes_on`: it follows the value before in the same sentence, so that words may be left out; `on_line`: in the same line.
    """

    spot: Spot
    label: tuple[int, ...]
    header: tuple[int, ...]
    note: str | None
    goes_on: bool
    on_line: bool


def cut(message: Message, spots: Sequence[Spot], notes: Sequence[Note], reader: Reader) -> list[Piece]:
    """Cut the words between values: each belongs to the value before or behind it."""
    words = message.words
    free = [place for place in message.free if not any(note.start <= words[place].start < note.end for note in notes)]
    pieces: list[Piece] = []
    block: tuple[int, ...] = ()  # a line without values heads the lines below it
    heads: tuple[int, ...] = ()  # what stands before a colon heads its own line
    begin = 0
    for number, spot in enumerate(spots):
        following = spots[number + 1].first if number + 1 < len(spots) else len(words)
        end = _end(message, spot, following, reader)
        label = [place for place in free if begin <= place < end and (spot.speaks or not spot.first <= place < spot.last)]
        label = label[introduction(message, label) if number else 0 :]
        above, before_colon, label = _headers(message, label, spot)
        block = above or block
        if before_colon or any("\n" in words[place].gap for place in range(max(begin, 1), spot.first + 1)):
            heads = before_colon
        last_char = words[spot.last - 1].end
        next_char = words[following].start if following < len(words) else len(message.text)
        note = next((each.text for each in notes if last_char <= each.start < next_char), None)
        before = message.text[words[spots[number - 1].last - 1].end : words[spot.first].start] if number else "\n"
        goes_on, on_line = not _SENTENCE.search(before), "\n" not in before
        pieces.append(Piece(spot, tuple(label), (*block, *heads), note, goes_on=goes_on, on_line=on_line))
        begin = end
    return pieces


def _opens_values(message: Message, place: int, following: int) -> bool:
    """Whether brackets open here that hold the next value: "3 (tự chủ hoàn toàn 1)", not "45 hồ sơ (qua bcci), …"."""
    gaps = [word.gap for word in message.words[place + 1 : following + 1]]
    return following < len(message.words) and "(" in message.words[place].gap and not any(")" in gap for gap in gaps)


def _is_within_phrase(message: Message, place: int, first: int, reader: Reader) -> bool:
    """Whether a comma stands inside what is counted, said in one breath: "85 công chức, viên chức có thư điện tử"."""
    if message.words[place].gap.strip() != "," or place <= first:
        return False
    words = [word.folded for word in message.words[first : place + _LOOKED_AT]]
    token = next(iter(reader.lexicon.tokens(words)), None)
    return token is not None and token.first == 0 and place - first < token.last


def _is_phrase(message: Message, first: int, reader: Reader) -> bool:
    """Whether words that go on beyond nouns begin here: "có" of "58 có mặt", which folded is the "cơ" of "cơ quan"."""
    words = [word.folded for word in message.words[first : first + _LOOKED_AT]]
    token = next((token for token in reader.lexicon.tokens(words) if not is_unknown(token.name)), None)
    return token is not None and token.first == 0 and not all(word in COUNT_NOUNS for word in words[: token.last])


def _headers(message: Message, label: list[int], spot: Spot) -> tuple[tuple[int, ...], tuple[int, ...], list[int]]:
    """Lines above the value's own, words before a colon in its line ("bcci: hs tiếp nhận 45"), and what is left to call it."""
    before = [place for place in label if place < (spot.last if spot.speaks else spot.first)]
    behind = label[len(before) :]
    line = max((at for at, place in enumerate(before) if at and "\n" in message.words[place].gap), default=0)
    colon = max((at for at, place in enumerate(before) if at > line and _COLON.search(message.words[place].gap)), default=line)
    if before and "\n" in message.words[spot.first].gap:  # the value stands alone on its line
        return (), (), label
    return tuple(before[:line]), tuple(before[line:colon]), before[colon:] + behind


def _end(message: Message, spot: Spot, following: int, reader: Reader) -> int:
    """The word that begins the next piece: behind a comma, a line break or "và"; else right behind the counted noun."""
    words = message.words
    for place in range(spot.last, following):
        if (
            (
                _BREAK.search(words[place].gap)
                and (following < len(words) or not _is_within_phrase(message, place, spot.last, reader))
            )
            or _opens_values(message, place, following)
            or (words[place].folded in _JOINERS and following < len(words))
        ):
            return place
    if following == len(words) or _BREAK.search(words[following].gap):
        return following
    nouns = spot.last
    while nouns < following and words[nouns].folded in COUNT_NOUNS and not _is_phrase(message, nouns, reader):
        nouns += 1
    return nouns if nouns < following else spot.last
