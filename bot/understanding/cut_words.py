"""Words cut down to a letter and a mark, as offices write them: "b.chế", "th.tục", "2 đ/c"."""

from __future__ import annotations

from bot.understanding.shorthand import Shorthand
from bot.understanding.text import Word

_MARKS = frozenset("./")
_STROKED = {("d", "c"): ("dong", "chi"), ("t", "c"): ("to", "chuc"), ("b", "c"): ("bao", "cao")}
_POINTED = 3  # letters before the point of "b.chế", "th.tục"


def with_cut_words_whole(words: tuple[Word, ...], shorthand: Shorthand) -> tuple[Word, ...]:
    """The words, those cut down to a letter and a point or stroke written out: "b.chế", "h.sơ", "2 đ/c"."""
    if not any(word.gap in _MARKS for word in words):
        return words
    whole = list(words)
    for place, word in enumerate(words[1:]):
        cut = words[place]
        if word.gap == "/" and (both := _STROKED.get((cut.folded, word.folded))):
            whole[place], whole[place + 1] = cut._replace(folded=both[0]), word._replace(folded=both[1])
        if word.gap == "." and cut.folded.isalpha() and cut.end - cut.start <= _POINTED:
            readings = shorthand.readings(cut.folded + word.folded)
            meant = [reading[0] for reading in readings if reading[1:] == (word.folded,)]
            if meant:
                whole[place] = cut._replace(folded=meant[0])
    return tuple(whole)
