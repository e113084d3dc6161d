"""The ways to type and to say "không", in one list.

Words of a message have each of them read as plain "khong" (`with_plain_no`), so that patterns over its words and lines need no
other. Text as typed (a value, an answer to a question, a cell of a table) is held against `NO_AS_TYPED`.
"""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.text import Word, has_accents

NEGATIONS = frozenset({"ko", "hong", "hok", "hk", "khg", "kong", "hem", "kg", "hog", "knog", "khog"})  # as people type "không"
PLAIN_NO = "khong"
_ALSO = frozenset({"chang", "k"})  # "chẳng"; k is also a thousand
_SOUTHERN = "hong"
_SPELT = frozenset(unicodedata.normalize("NFC", word) for word in ("hông", "hổng", "hong"))  # not hỏng, hồng
_THOUSAND = frozenset({"k", "kg"})
_APART = re.compile(r"[,;:]\s|[(\n]")

# A pattern over folded text: also "chả có", "đâu có".
NO_AS_TYPED = rf"(?:{'|'.join(sorted({PLAIN_NO, *NEGATIONS, *_ALSO}))}|(?:cha|dau)(?= (?:co|he|phat|duoc)\b))"


def with_plain_no(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, each way to type or say "không" read as that: "hem", "khg", "chẳng", and "k" before no number."""
    if not any(word.folded in NEGATIONS or word.folded in _ALSO for word in words):
        return words
    return tuple(word._replace(folded=PLAIN_NO) if _is_no(words, place) else word for place, word in enumerate(words))


def _is_no(words: tuple[Word, ...], place: int) -> bool:
    word = words[place].folded
    if word == _SOUTHERN:
        return not has_accents(words[place].text) or unicodedata.normalize("NFC", words[place].text.casefold()) in _SPELT
    return (word in NEGATIONS or word in _ALSO) and not _is_thousand(words, place)


def _is_thousand(words: tuple[Word, ...], place: int) -> bool:
    """Whether it is the k of "12k", "2 k", or a kg; not of ", k tính bcci"."""
    if words[place].folded not in _THOUSAND or (place and _APART.search(words[place].gap)):
        return False
    beside = words[max(place - 1, 0) : place] + words[place + 1 : place + 2]
    return (place > 0 and words[place].gap != " ") or any(word.is_number for word in beside)
