"""What abbreviations stand for, and back: the folded view of `abbreviations_clear` and `abbreviations_weak`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.understanding.abbreviations_clear import CLEAR
from bot.understanding.abbreviations_weak import WEAK
from bot.understanding.text import fold


def _folded_table() -> Mapping[str, tuple[str, ...]]:
    """Both tables folded; an abbreviation that is clear with one spelling and weak with another keeps all its readings."""
    table: dict[str, tuple[str, ...]] = {}
    for short, meanings in [*((short, (long,)) for short, long in CLEAR.items()), *WEAK.items()]:
        known = table.get(fold(short), ())
        new = tuple(fold(meaning) for meaning in meanings if fold(meaning) not in {*known, fold(short)})
        if known or new:
            table[fold(short)] = known + new
    return MappingProxyType(table)


def _reversed_table() -> Mapping[str, tuple[str, ...]]:
    """From a folded expansion to its abbreviations."""
    table: dict[str, tuple[str, ...]] = {}
    for short, meanings in _READINGS.items():
        for meaning in meanings:
            table[meaning] = (*table.get(meaning, ()), short)
    return MappingProxyType(table)


_READINGS = _folded_table()
_SHORT_FORMS = _reversed_table()
_WEAK = frozenset(fold(short) for short in WEAK)
LONGEST = max(len(long.split()) for long in _SHORT_FORMS)  # words in the longest expansion, for who scans for expansions


def readings(folded_word: str) -> tuple[str, ...]:
    """What an abbreviation stands for: folded expansions (several words each), most likely first; () when it is none."""
    return _READINGS.get(folded_word, ())


def is_weak(folded_word: str) -> bool:
    """Whether a reading needs its surroundings: several meanings, or an ordinary word too ("t", "k", "bn")."""
    return folded_word in _WEAK or len(_READINGS.get(folded_word, ())) > 1


def short_forms(folded_phrase: str) -> tuple[str, ...]:
    """The abbreviations of a folded phrase ("thu tuc hanh chinh" → "tthc"); () when it has none."""
    return _SHORT_FORMS.get(folded_phrase, ())
