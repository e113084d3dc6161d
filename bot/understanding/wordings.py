"""What a message calls a row, cut down to what may be kept: label words without numbers, agencies, periods and people.

Kept are words that say something of a row and words that nobody knows; politeness and question words go, and whatever looks
like a person: a name behind "anh", a surname with what follows it, capitals in the middle of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.understanding.lexicon import Token, is_unknown
from bot.understanding.message import take_apart
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.text import Word

MOST_CHARACTERS = 80
_LONGEST_NAME = 4  # words of a name behind its title or surname: "Nguyễn Thị Minh Khai"
_ADDRESS = re.compile(r"\S*@\S+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
# Titles, spelt with accents: without them "chi" is "chỉ tiêu", "ba" three and "co" "có".
_SPELT_TITLES = "anh chị ông bà cô chú bác thầy đ/c đc"
_TITLES = frozenset(unicodedata.normalize("NFC", _SPELT_TITLES).split())
_PLAIN_TITLES = frozenset({"anh", "ong"})
# Surnames of nine in ten; those that fold to a word of the offices (Hồ, Lê, Vũ, Đỗ, Lý) only count with a capital.
_PLAIN_SURNAMES = "nguyen tran pham hoang huynh phan vo dang bui ngo duong dinh trinh truong dao doan luong"
_SURNAMES = frozenset(_PLAIN_SURNAMES.split())
_ALSO_WORDS = "le ho vu do ly ha mai cao ta lam chu"
_CAPITAL_SURNAMES = _SURNAMES | frozenset(_ALSO_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?:;\n]")


def wording_of(text: str, *, today: date, reader: Reader) -> str:
    """The folded label words of a text with single spaces, at most 80 characters; "" when nothing of it names a row."""
    message = take_apart(_ADDRESS.sub(" ", text), Context(today=today), reader, mend=False)
    words = [message.words[place] for place in message.free]
    tokens = reader.lexicon.tokens([word.folded for word in words])
    people = frozenset(_people(words, tokens))
    kept: dict[int, None] = {}
    for token in tokens:
        # a number stays where a phrase of the glossary holds it ("mức độ 3"), never on its own
        if not is_unknown(token.name):
            kept.update(dict.fromkeys(place for place in range(token.first, token.last) if place not in people))
        elif token.first not in people and words[token.first].folded.isalpha():
            kept[token.first] = None
    # "máy" of "máy quét" says nothing by itself, but the words beside it are known by their neighbours
    between = {place + 1 for place in kept if place + 2 in kept and place + 1 not in people}
    places = sorted({*kept, *(place for place in between if words[place].folded.isalpha())})
    return _cut(words[place].folded for place in places)


def _cut(words: Iterator[str]) -> str:
    """As many whole words as fit."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if len(longer) > MOST_CHARACTERS:
            break
        line = longer
    return line


def _people(words: Sequence[Word], tokens: Sequence[Token]) -> Iterator[int]:
    """Places of words that look like somebody's name."""
    known = {place for token in tokens if not is_unknown(token.name) for place in range(token.first, token.last)}
    strange = {token.first for token in tokens if is_unknown(token.name)}
    capitals = [_is_capitalised(word) for word in words]
    shouting = sum(capitals) > len(words) / 2  # a title in capitals says nothing about names
    for place, word in enumerate(words):
        spelt = unicodedata.normalize("NFC", word.text.casefold())
        if spelt in _TITLES or word.folded in _PLAIN_TITLES:
            yield from _run(place + 1, lambda at: at in strange or (capitals[at] and at not in known), len(words))
        elif capitals[place] and word.folded in _CAPITAL_SURNAMES and _next_is(capitals, place):
            yield from _run(place, capitals.__getitem__, len(words))
        elif word.folded in _SURNAMES and place not in known:
            yield from _run(place, lambda at: at not in known, len(words))
        elif capitals[place] and not shouting and place not in known and not _opens_sentence(words, place):
            yield place


def _run(first: int, belongs: Callable[[int], bool], end: int) -> Iterator[int]:
    """Places from `first` on that belong to one name."""
    for place in range(first, min(first + _LONGEST_NAME, end)):
        if not belongs(place):
            return
        yield place


def _is_capitalised(word: Word) -> bool:
    return word.text[:1].isupper()


def _next_is(capitals: Sequence[bool], place: int) -> bool:
    return place + 1 < len(capitals) and capitals[place + 1]


def _opens_sentence(words: Sequence[Word], place: int) -> bool:
    return place == 0 or bool(_SENTENCE_END.search(words[place].gap))
