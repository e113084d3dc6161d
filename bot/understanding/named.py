"""Whether a row is called by what it is about, and not only by a word that happens to stand in one of its names."""

from __future__ import annotations

from collections.abc import Iterable

from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found
from bot.understanding.reader import Reader

_LIGHT = 1.0  # weight of words like "đã", "tổng", "văn bản", which call no row by themselves


def is_named(found: Found, said: Iterable[str], reader: Reader) -> bool:
    """Whether the best row shares a concept of weight with what was said: "số điện thoại" names no row."""
    if found.best is None:
        return False
    says = reader.known[found.best].says
    return any(name in says and not is_unknown(name) and reader.weight(name) > _LIGHT for name in said)
