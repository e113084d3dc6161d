"""Slips in the words that change a number: its scale ("2 ngn" for "2 ngàn"), or that it corrects another ("38 à jhầm 39")."""

from __future__ import annotations

from bot.understanding.message import Message
from bot.understanding.number_mentions import SCALES
from bot.understanding.reader import Reader
from bot.understanding.spelling import SpellingIndex
from bot.understanding.spots import CORRECTING, MISTAKEN, REPLACING
from bot.understanding.text import fold

_FEWEST = 3  # letters: with a slip a word as short is anything
_SCALED = SpellingIndex(word for word in (*SCALES, "phay", "ruoi") if len(word) >= _FEWEST)
_CORRECTED = SpellingIndex(word for word in (*MISTAKEN, *REPLACING) if len(word) >= _FEWEST)


def may_be_scale(message: Message, place: int, reader: Reader) -> bool:
    """Whether the word behind a number may be a scale with a slip."""
    return _may_be(_SCALED, message, place, reader)


def may_correct(message: Message, first: int, last: int, reader: Reader) -> bool:
    """Whether nothing stands between two numbers but what takes the first back, one of its words with a slip."""
    strange = [place for place in range(first, last) if message.words[place].folded not in CORRECTING]
    return len(strange) == 1 and _may_be(_CORRECTED, message, strange[0], reader)


def _may_be(index: SpellingIndex, message: Message, place: int, reader: Reader) -> bool:
    """Whether a word that stands for nothing as it was typed is one slip away from one of these."""
    if message.is_typed(place, place + 1) and reader.lexicon.is_known(message.words[place].folded):
        return False
    typed = fold(message.typed(place, place + 1))
    return message.words[place].folded not in index and bool(index.slips(typed))
