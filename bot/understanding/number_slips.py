"""Slips in the words that change a number: its scale ("2 ngn" for "2 ngàn"), its limit, or that it corrects another."""

from __future__ import annotations

from bot.understanding.lexicon import is_unknown
from bot.understanding.message import Message
from bot.understanding.number_mentions import SCALES
from bot.understanding.number_words import NUMBER_WORDS
from bot.understanding.reader import Reader
from bot.understanding.spelling import SpellingIndex
from bot.understanding.spots import CORRECTING, MISTAKEN, REPLACING
from bot.understanding.text import fold

_FEWEST = 3  # letters: with a slip a word as short is anything
_SCALED = SpellingIndex(word for word in (*SCALES, "phay", "ruoi") if len(word) >= _FEWEST)
_CORRECTED = SpellingIndex(word for word in (*MISTAKEN, *REPLACING) if len(word) >= _FEWEST)
_COUNTED = SpellingIndex(word for word in NUMBER_WORDS if len(word) >= _FEWEST)
_LIMITS = SpellingIndex(["duoi", "vuot"])
_LIMITED = frozenset(["duoi", "vuot"])
_ADDED = frozenset(["them", "bot"])  # "tiếp nhận thêm 50": to what stands
_BEFORE_FIGURES = frozenset(["duoc", "muoi", "cuoi"])
_BELOW_NOT_LESS = frozenset(["cap", "ben", "phia"])  # "cấp dưới 5": who it is, no limit


def may_limit(message: Message, place: int, reader: Reader) -> bool:
    """Whether the word before a number makes a limit or a change of it, or may with its slip have made one.

    "dưới 100" and "dới 100", "thêm 50", "bớt 2".
    """
    word = message.words[place].folded
    if word in _ADDED:
        return True
    if word in _LIMITED:
        return not (place and message.words[place - 1].folded in _BELOW_NOT_LESS)
    if word in _BEFORE_FIGURES or not _LIMITS.slips(fold(message.typed(place, place + 1))):
        return False
    phrase = [each.folded for each in message.words[max(place - 1, 0) : place + 1]]  # "chuyển đổi 5"
    tokens = reader.lexicon.tokens(phrase)
    return not any(token.last == len(phrase) and not is_unknown(token.name) for token in tokens)


def may_be_number(message: Message, place: int) -> bool:
    """Whether a word before a number in words may be one as well, with a slip: "mời ba"."""
    typed = fold(message.typed(place, place + 1))
    return place not in message.speaking([place]) and typed not in _COUNTED and bool(_COUNTED.slips(typed))


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
