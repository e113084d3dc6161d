"""Slips in the words that change a number: its scale ("2 ngn" for "2 ngàn"), its limit, or that it corrects another."""

from __future__ import annotations

import re

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import is_unknown
from bot.understanding.message import Message
from bot.understanding.number_mentions import SCALES
from bot.understanding.number_words import NUMBER_WORDS
from bot.understanding.reader import Reader
from bot.understanding.spelling import SpellingIndex
from bot.understanding.spots import CORRECTING, MISTAKEN, REPLACING, Spot
from bot.understanding.text import fold

_MONTHS = 12
_YEAR = re.compile(r"20[1-4]\d")
_IN_YEAR = re.compile(r"dau nam|cuoi nam|nam 20|20[1-4]\d")
_FEWEST = 3  # letters: with a slip a word as short is anything
_SCALED = SpellingIndex(word for word in (*SCALES, "phay", "ruoi") if len(word) >= _FEWEST)
_NOUNS = SpellingIndex(word for word in COUNT_NOUNS if len(word) >= _FEWEST)
_CORRECTED = SpellingIndex(word for word in (*MISTAKEN, *REPLACING) if len(word) >= _FEWEST)
_COUNTED = SpellingIndex(word for word in NUMBER_WORDS if len(word) >= _FEWEST)
_ASKED = SpellingIndex(["chua", "khong"])
_DENYING = SpellingIndex(["khong", "kong", "hong", "chang", "chua", "dau", "cha", "hem"])
_NOT_YET = "chua"
_NOT_YETS = SpellingIndex([_NOT_YET])
_LETTERS = frozenset(_NOT_YET)
_LIMITS = SpellingIndex(["duoi", "vuot"])
_LIMITED = frozenset(["duoi", "vuot"])
_ADDED = frozenset(["them", "bot"])  # "tiếp nhận thêm 50": to what stands
_BEFORE_FIGURES = frozenset(["duoc", "muoi", "cuoi"])
_WHOLE_BEHIND = 6  # words behind a part in which its whole may stand
_BELOW_NOT_LESS = frozenset(["cap", "ben", "phia"])  # "cấp dưới 5": who it is, no limit


def may_limit(message: Message, place: int, reader: Reader) -> bool:
    """Whether the word before a number makes a limit or a change of it, or may with its slip have made one.

    "dưới 100" and "dới 100", "thêm 50", "bớt 2".
    """
    word = message.words[place].folded
    if word in _ADDED:
        return True
    if word == "tren":  # "sở trên 100", not "790 hồ sơ trên 812"
        return not any(each.is_number for each in message.words[max(place - _WHOLE_BEHIND, 0) : place])
    if word in _LIMITED:
        return not (place and message.words[place - 1].folded in _BELOW_NOT_LESS)
    if word in _BEFORE_FIGURES or not _LIMITS.slips(message.typed_words[place]):
        return False
    phrase = [each.folded for each in message.words[max(place - 1, 0) : place + 1]]  # "chuyển đổi 5"
    tokens = reader.lexicon.tokens(phrase)
    return not any(token.last == len(phrase) and not is_unknown(token.name) for token in tokens)


def may_be_number(message: Message, place: int) -> bool:
    """Whether a word before a number in words may be one as well, with a slip: "mời ba"."""
    typed = message.typed_words[place]
    return place not in message.speaking([place]) and typed not in _COUNTED and bool(_COUNTED.slips(typed))


def may_be_part(message: Message, spot: Spot) -> bool:
    """Whether a number in words may be one with the number beside it, a slip between them: "một trăm ninh năm"."""
    return any(
        0 < place < len(message.words) - 1
        and {message.words[place - 1].folded, message.words[place + 1].folded} <= NUMBER_WORDS
        and not (message.words[place].gap + message.words[place + 1].gap).strip()
        and bool(_COUNTED.slips(message.typed_words[place]))
        for place in (spot.first - 1, spot.last)
    )


def may_ask(message: Message, spot: Spot, reader: Reader) -> bool:
    """Whether an answer in words may be a question whose last word has a slip: "đã ban hành kế hoạch xhưa"."""
    last = len(message.words) - 1
    return spot.first < last and message.words[last].folded not in SCALES and _may_be(_ASKED, message, last, reader)


def may_be_not_yet(message: Message, place: int, reader: Reader) -> bool:
    """Whether a word is "chưa", or may be with a slip: "nhiệm vụ chư hoàn thành 5", not "công chưc"."""
    if message.words[place].folded == _NOT_YET:
        return True
    if len(_LETTERS.intersection(message.typed_words[place])) < len(_LETTERS) - 1:  # one slip leaves the others
        return False
    return _may_be(_NOT_YETS, message, place, reader) and not _ends_phrase(message, place, reader)


def may_be_denied(message: Message, spot: Spot, reader: Reader) -> bool:
    """Whether the word before a bare "có" may be a "không", "đâu" or "chẳng" with a slip: "sáng kiến mới đsu có"."""
    place = spot.first - 1
    if place < 0 or message.words[spot.first].folded != "co" or message.words[spot.first].gap.strip():
        return False
    tokens = reader.lexicon.tokens([word.folded for word in message.words])
    is_calling = any(token.first <= place < token.last and not is_unknown(token.name) for token in tokens)
    return not is_calling and bool(_DENYING.slips(message.typed_words[place]))


def may_be_scale(message: Message, place: int, reader: Reader) -> bool:
    """Whether the word behind a number may be a scale with a slip; not when it is sooner something counted: "52 nười"."""
    if not _may_be(_SCALED, message, place, reader):
        return False
    word, typed = message.words[place].folded, message.typed_words[place]
    if word not in COUNT_NOUNS or message.words[place].is_doubtful:
        return True
    counted = dict(_NOUNS.slips(typed)).get(word, 1.0)
    return min(share for _, share in _SCALED.slips(typed)) < counted


def may_be_period(message: Message, spot: Spot, reader: Reader) -> bool:
    """Whether a number may belong to a period whose word has a slip: "6 tnhág đầu năm 2022", "qun 3 2022"."""
    if not spot.raw.isdigit() or not 1 <= int(spot.raw) <= _MONTHS:
        return False
    behind = message.words[spot.last : spot.last + 3]
    if behind and _YEAR.fullmatch(behind[0].folded) and not behind[0].gap.strip():
        return True
    said = " ".join(word.folded for word in behind[1:])
    if not _IN_YEAR.match(said) or any(set(word.gap) & set("\n,;.") for word in behind):
        return False
    typed = fold(message.typed(spot.last, spot.last + 1))
    return typed not in COUNT_NOUNS and not (message.is_typed(spot.last, spot.last + 1) and reader.lexicon.is_known(typed))


def may_correct(message: Message, first: int, last: int, reader: Reader) -> bool:
    """Whether nothing stands between two numbers but what takes the first back, one of its words with a slip."""
    strange = [place for place in range(first, last) if message.words[place].folded not in CORRECTING]
    return len(strange) == 1 and _may_be(_CORRECTED, message, strange[0], reader) and not _names(message, strange[0], reader)


def _names(message: Message, place: int, reader: Reader) -> bool:
    """Whether a mended word makes a name with the word before it: "đúng lạn" is "đúng hạn"."""
    if message.words[place].is_doubtful:
        return False
    tokens = reader.lexicon.tokens([word.folded for word in message.words[max(place - 1, 0) : place + 1]])
    return any(token.last - token.first > 1 and not is_unknown(token.name) for token in tokens)


def _ends_phrase(message: Message, place: int, reader: Reader) -> bool:
    """Whether a word and the one before it are a concept of the catalogue."""
    pair = [each.folded for each in message.words[max(place - 1, 0) : place + 1]]
    tokens = reader.lexicon.tokens(pair)
    return [token.last - token.first for token in tokens if not is_unknown(token.name)] == [len(("one", "other"))]


def _may_be(index: SpellingIndex, message: Message, place: int, reader: Reader) -> bool:
    """Whether a word that stands for nothing as it was typed is one slip away from one of these."""
    word = message.words[place]
    if message.is_typed(place, place + 1) and reader.lexicon.is_known(word.folded) and reader.decoder.is_spelt(word):
        return False
    typed = message.typed_words[place]
    return message.words[place].folded not in index and bool(index.slips(typed))
