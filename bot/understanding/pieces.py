"""A message that enters values, cut into pieces: each value with the words that call it, what heads them, and its note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import is_unknown
from bot.understanding.message import Message
from bot.understanding.notes import Note
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot
from bot.understanding.told_behind import introduction

_JOINERS = frozenset({"va", "voi", "con", "cung"})
_BREAK = re.compile(r"[,;\n\t]|\s[-–—/|+]\s|^[-–—•*+]\s")
_MARKS = re.compile(r"[()\[\]#]")
_BEFORE_A_RUN = 24  # words that may call what is counted in it
_LOOKED_AT = 4  # words of a phrase behind a number
_COLON = re.compile(r"[:：]")
_SENTENCE = re.compile(r"[;\n]|\.\s")


class Lean(Enum):
    """Whose the words between two numbers are when no comma tells."""

    NOUNS = "nouns"  # what is counted is the one's before, the rest the one's behind: "tiếp nhận 50 hồ sơ trả 48"
    UNITS = "units"  # the same, and nothing but nouns is counted: "kiểm tra 5 phòng 3 đơn vị"
    BEFORE = "before"  # "8 phòng chuyên môn 2 chi cục"
    BEHIND = "behind"  # "chi cục 2 phòng trong chi cục 6"


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with the words that call it: `label` are places of words, `header` of words that head the line.

    `head`: words that the values before in its list were called by and it, a number with what it counts, leaves out.
    `goes_on`: it follows the value before in the same sentence, so that words may be left out; `on_line`: in the same line.
    """

    spot: Spot
    label: tuple[int, ...]
    header: tuple[int, ...]
    note: str | None
    goes_on: bool
    on_line: bool
    head: tuple[int, ...] = ()


def cut(message: Message, spots: Sequence[Spot], notes: Sequence[Note], reader: Reader, lean: Lean = Lean.NOUNS) -> list[Piece]:
    """Cut the words between values: each belongs to the value before or behind it, `lean` where nothing else tells."""
    words = message.words
    leans = _leanings(message, spots, reader, lean)
    free = [place for place in message.free if not any(note.start <= words[place].start < note.end for note in notes)]
    pieces: list[Piece] = []
    block: tuple[int, ...] = ()  # a line without values heads the lines below it
    heads: tuple[int, ...] = ()  # what stands before a colon heads its own line
    head: tuple[int, ...] = ()
    opens_line = False
    begin = 0
    for number, spot in enumerate(spots):
        following = spots[number + 1].first if number + 1 < len(spots) else len(words)
        end = _end(message, spot, following, reader, leans[number])
        label = [place for place in free if begin <= place < end and (spot.speaks or not spot.first <= place < spot.last)]
        label = label[introduction(message, label) if number else 0 :]
        above, before_colon, label = _headers(message, label, spot)
        block = above or block
        if before_colon or any("\n" in words[place].gap for place in range(max(begin, 1), spot.first + 1)):
            heads = before_colon
        last_char = words[spot.last - 1].end
        next_char = words[following].start if following < len(words) else len(message.text)
        note = next((each.text for each in notes if last_char <= each.start < next_char), None)
        between = message.text[words[spots[number - 1].last - 1].end : words[spot.first].start] if number else "\n"
        goes_on, on_line = not _SENTENCE.search(between), "\n" not in between
        before_it = tuple(place for place in label if place < spot.first)
        opens_line = opens_line and on_line  # "cắt giảm: 2 phòng ban, tổ chức hành chính; 1 đơn vị"
        if not opens_line:
            head = before_it if before_it or not on_line or not goes_on else head
            opens_line = bool(before_it and _COLON.search(words[spot.first].gap))
        left_out = () if before_it else head
        pieces.append(Piece(spot, tuple(label), (*block, *heads), note, goes_on=goes_on, on_line=on_line, head=left_out))
        begin = end
    return pieces


def _leanings(message: Message, spots: Sequence[Spot], reader: Reader, lean: Lean) -> list[Lean]:
    """Of each value how the words up to the next one lean, by where its run begins and ends; `lean` where that does not tell.

    "50 biên chế giao 48 có mặt 5 hợp đồng" begins with a number, and so do words that the number before counts; in a run that
    ends with a number no words are left for it to count.
    """
    leans = [Lean.NOUNS] * len(spots)
    for first, last in runs(message, spots):
        begin = next((at for at in range(spots[first].first, 0, -1) if _BREAK.search(message.words[at].gap)), 0)
        before = [place for place in message.free if begin <= place < spots[first].first]
        goes_on = _goes_on(message, spots[last])
        by_ends: Lean = Lean.NOUNS if lean is Lean.BEFORE else lean
        if goes_on and lean is not Lean.BEHIND:
            by_ends = Lean.UNITS if lean is Lean.NOUNS else lean
        if _tells_nothing(before[-_BEFORE_A_RUN:], message, reader):
            by_ends = Lean.BEFORE
        leans[first:last] = [by_ends] * (last - first)
    return leans


def runs(message: Message, spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """Values, first and last, between which words stand and no break: "8 phòng 2 chi cục 5 trung tâm"."""
    found: list[tuple[int, int]] = []
    for number, (one, other) in enumerate(pairwise(spots)):
        if one.in_words or other.in_words or other.first == one.last or _is_broken(message, one, other):
            continue
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


def _is_broken(message: Message, one: Spot, other: Spot) -> bool:
    """Whether a comma, a bracket, a line's end or "và" stands between two values."""
    words = message.words[one.last : other.first + 1]
    if any(_COLON.search(word.gap) for word in words[:-1]):
        return True
    return any(_BREAK.search(word.gap) or _MARKS.search(word.gap) or word.folded in _JOINERS for word in words)


def _tells_nothing(places: Sequence[int], message: Message, reader: Reader) -> bool:
    """Whether these words call no row: "sở em có"."""
    said = [name for name in message.said_at(places, reader) if not is_unknown(name)]
    return reader.telling_little.issuperset(said)


def _goes_on(message: Message, spot: Spot) -> bool:
    """Whether words stand behind a value in its clause."""
    behind = message.words[spot.last : spot.last + 1]
    return bool(behind) and not _BREAK.search(behind[0].gap) and not _SENTENCE.search(behind[0].gap)


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


def _ends_before(message: Message, place: int, following: int) -> bool:
    """Whether what an "và" joins ends before the next number: "2 sở ngành và đơn vị trực thuộc, 3 đơn vị cấp huyện"."""
    return place + 1 < following and bool(_BREAK.search(message.words[following].gap))


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


def _end(message: Message, spot: Spot, following: int, reader: Reader, lean: Lean) -> int:
    """The word that begins the next piece: behind a comma, a line break or "và"; else right behind the counted noun."""
    words = message.words
    for place in range(spot.last, following):
        if (
            (
                _BREAK.search(words[place].gap)
                and (following < len(words) or not _is_within_phrase(message, place, spot.last, reader))
            )
            or _opens_values(message, place, following)
            or (words[place].folded in _JOINERS and following < len(words) and not _ends_before(message, place, following))
        ):
            return place
    if following == len(words) or _BREAK.search(words[following].gap):
        return following
    if lean in (Lean.BEFORE, Lean.BEHIND):
        return following if lean is Lean.BEFORE else spot.last
    nouns = spot.last
    while nouns < following and words[nouns].folded in COUNT_NOUNS and not _is_phrase(message, nouns, reader):
        nouns += 1
    return nouns if nouns < following or lean is Lean.UNITS else spot.last
