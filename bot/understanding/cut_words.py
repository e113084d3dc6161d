"""Words cut down to a letter and a mark, as offices write them ("b.chế", "b/chế", "2 đ/c"), and a hundred with letters."""

from __future__ import annotations

import re

from bot.understanding.shorthand import Shorthand
from bot.understanding.text import Word

_MARKS = frozenset("./")
_STROKED = {("d", "c"): ("dong", "chi"), ("t", "c"): ("to", "chuc"), ("b", "c"): ("bao", "cao")}
_HUNDRED = re.compile(r"[1li][0o][0o]")  # "l00%", as a picture read by a program has it
_POINTED = 3  # letters before the point of "b.chế", "th.tục"


def with_cut_words_whole(words: tuple[Word, ...], shorthand: Shorthand) -> tuple[Word, ...]:
    """The words, those cut down to a letter and a point or stroke written out: "b.chế", "h.sơ", "2 đ/c"."""
    if any(word.folded == "%" for word in words):
        words = _with_hundreds(words)
    if not any(word.gap in _MARKS for word in words):
        return words
    whole = list(words)
    for place, word in enumerate(words[1:]):
        cut = words[place]
        if word.gap == "/" and (both := _STROKED.get((cut.folded, word.folded))):
            whole[place], whole[place + 1] = cut._replace(folded=both[0]), word._replace(folded=both[1])
        elif word.gap in _MARKS and cut.folded.isalpha() and cut.end - cut.start <= _POINTED:
            readings = shorthand.readings(cut.folded + word.folded)
            meant = [reading[0] for reading in readings if reading[1:] == (word.folded,)]
            if meant:
                whole[place] = cut._replace(folded=meant[0])
    return tuple(whole)


def _with_hundreds(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, "l00" before a percent sign read as a hundred; as a value it is asked."""
    behind = (*words[1:], None)
    return tuple(
        word._replace(folded="100", is_doubtful=True)
        if after is not None
        and after.folded == "%"
        and not after.gap
        and not word.is_number
        and _HUNDRED.fullmatch(word.folded)
        else word
        for word, after in zip(words, behind, strict=True)
    )
