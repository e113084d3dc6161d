"""What a message names only to say that it is not meant, or makes no difference: "chứ không phải …", "trừ …", "… để sau".

A cue (`negation_cues`) opens a stretch, which goes on to the end of its clause, a figure, or a word that goes back to what is
meant; or the end of a clause says it of the whole clause. A stretch calls no row. The field calls the two a negation's cue and
its scope (a scope is of agency and period here).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, assert_never

from rapidfuzz.distance import OSA

from bot.understanding.negation_cues import BACK, CUES, NOT_AFTER, PARTICLES, PUT_OFF, SPELT, Cue, Kind, Reach, Where
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import Word, has_accents

_LONGEST, _LONGEST_CLAUSE = 14, 20  # words of a stretch behind its cue; of a clause that is put off
_FIGURE = "#"
_LEVELS = frozenset({"1", "2", "3", "4"})
_BEFORE_LEVEL, _BETWEEN_LEVELS = frozenset({"muc", "do", "md", "level", "cap"}), frozenset({"va", "voi", "hay", "hoac"})
_MARKS = ",(|)"
_BREAK = re.compile(r"[,;:.()\n\t?!]|\s-\s")
# A comma of a list ends nothing: "chưa tính chi cục, trung tâm, mình có 8 phòng".
_TELLING = r"(?:em|anh|chi|minh|a|nha|nhe|nhen|nghen|roi|co|la|thi|thoi|so|con)"
_STOP = rf"[(|)]|#|,(?!(?:(?!{_TELLING} )[a-z]\w* ){{1,3}}[,(|)])"
_ENDS_CLAUSE = re.compile(rf" (?:{_STOP})")
_ENDS_STRETCH = re.compile(rf" (?:{_STOP}|,?(?:{BACK}))")
_ASKING = frozenset({"may", "nhieu", "nhiu"})
_SEVERAL = "may"  # "không hỏi mấy đơn vị bên dưới"; behind what is not meant it asks
_PUT_OFF = re.compile(rf" \w+(?:{'|'.join(PUT_OFF)}){PARTICLES}$")

_CUES: dict[str, list[tuple[Cue, re.Pattern[str]]]] = {}
for _cue in CUES:
    for _opens in _cue.opens.split():
        _CUES.setdefault(_opens, []).append((_cue, re.compile(rf"{_opens}{_cue.then}(?= |$)")))
_PUTTING_OFF = frozenset(  # one of these is in every clause that is put off
    ["sau", "rieng", "tinh", "ke", "can", "hoi", "dem", "roi", "thoi", "qua", "khoi", "khac"]
)

_NO_CUE = ("khong", "chua", "khoi", "dung")
_COUNTING = ("tinh", "gom", "bao", "dem", "cong", "gop")
_FEWEST = 3  # letters of a word with a slip
_LONGEST_NO, _LETTERS_OF_NO, _BROKEN_NO = 6, frozenset("khongem"), "~khong"


class Negated(NamedTuple):
    """Words `first` (included) to `last` (excluded), the cue among them."""

    first: int
    last: int
    kind: Kind


def find_negated(words: Sequence[Word], ends: Collection[int] = ()) -> tuple[Negated, ...]:
    """The stretches of a message that name what is not meant; none that a cue opens goes beyond one of the places `ends`."""
    tokens = [_token(word.folded) for word in words]
    opening = [place for place, token in enumerate(tokens) if token in _CUES]
    if not opening and _PUTTING_OFF.isdisjoint(tokens):
        return ()
    marked = _marked(words, tokens)
    line = " ".join(marked)
    starts = [0]
    for token in marked:
        starts.append(starts[-1] + len(token) + 1)
    found: list[Negated] = []
    for place in opening:
        if found and place < found[-1].last:
            continue
        opened = _opened(line, starts, place, marked, _accented(words[place]))
        if opened is not None:
            found.append(opened._replace(last=min([opened.last, *(end for end in ends if end > place)])))
    return (*found, *_put_off(marked))


@lru_cache(maxsize=4096)
def _token(folded: str) -> str:
    """A word as cues know it: a slip that left no syllable mended, since taken for something else it would call a row."""
    if len(folded) < _FEWEST or folded in PLAIN_SYLLABLES or not folded.isalpha():
        return folded
    for known in (*_NO_CUE, *_COUNTING):
        if OSA.distance(folded, known, score_cutoff=1) <= 1:
            return known
    return _BROKEN_NO if len(folded) <= _LONGEST_NO and set(folded) <= _LETTERS_OF_NO else folded


def _marked(words: Sequence[Word], tokens: Sequence[str]) -> list[str]:
    """The tokens, each behind a break with its mark; "#" for a figure, while "mức 3, 4" are levels."""
    marked: list[str] = []
    is_level = False
    for place, word in enumerate(words):
        mark = "" if word.gap == " " else _mark(word.gap)
        if not word.is_number:
            is_level = is_level and tokens[place] in _BETWEEN_LEVELS
            marked.append(mark + tokens[place])
            continue
        is_level = word.folded in _LEVELS and (is_level or (place > 0 and tokens[place - 1] in _BEFORE_LEVEL))
        marked.append(word.folded if is_level and mark in {"", ","} else mark + _FIGURE)
    return marked


@lru_cache(maxsize=1024)
def _mark(gap: str) -> str:
    if not _BREAK.search(gap):
        return ""
    return next((mark for mark in "()" if mark in gap), "," if "," in gap else "|")


def _accented(word: Word) -> str:
    """A word as spelt when it has accents, else nothing."""
    return unicodedata.normalize("NFC", word.text.casefold()) if has_accents(word.text) else ""


def _opened(line: str, starts: Sequence[int], place: int, marked: Sequence[str], accented: str) -> Negated | None:
    """The stretch that opens at a word, if any does; `accented`: how it is spelt if with accents."""
    mark = marked[place][0] if marked[place][0] in _MARKS else ""
    token = marked[place][len(mark) :]
    if not mark and place and marked[place - 1] in NOT_AFTER.get(token, ()):
        return None
    for cue, pattern in _CUES[token]:
        if not _stands(cue.where, mark, is_first=place == 0):
            continue
        if not accented and not mark and place and marked[place - 1] in cue.not_after.split():
            continue
        spelt = cue.spelt or SPELT.get(token, "")
        if accented and spelt and accented not in spelt.split():
            continue
        found = pattern.match(line, starts[place] + len(mark))
        if found is None:
            continue
        first = line.count(" ", 0, found.end()) + 1
        if cue.reach is Reach.ITSELF:
            return Negated(place, first, cue.kind)
        if first == len(marked) or marked[first][0] in _MARKS:
            continue
        behind = starts[first + 1] - 1 if marked[first] == _SEVERAL else found.end()
        end = (_ENDS_CLAUSE if cue.reach is Reach.CLAUSE else _ENDS_STRETCH).search(line, behind)
        last = line.count(" ", 0, end.start()) + 1 if end is not None else len(marked)
        if last > first:
            return Negated(place, min(last, first + _LONGEST), cue.kind)
    return None


def _stands(where: Where, mark: str, *, is_first: bool) -> bool:
    """Whether a cue may stand behind such a break."""
    match where:
        case Where.ANYWHERE:
            return True
        case Where.CLAUSE:
            return is_first or bool(mark)
        case Where.LATER:
            return bool(mark) and not is_first
        case Where.BRACKETS:
            return mark == "("
        case _:
            assert_never(where)


def _put_off(marked: Sequence[str]) -> Iterator[Negated]:
    """Clauses without a figure, and without a question for one, that end by putting off what they speak of."""
    starts = [place for place, token in enumerate(marked) if not place or token[0] in _MARKS]
    for first, last in pairwise([*starts, len(marked)]):
        clause = marked[first:last]
        if last - first > _LONGEST_CLAUSE or any(token.endswith(_FIGURE) or token in _ASKING for token in clause):
            continue
        if _PUT_OFF.search(" " + " ".join(clause).lstrip(_MARKS)):
            yield Negated(first, last, Kind.CONTRAST)
