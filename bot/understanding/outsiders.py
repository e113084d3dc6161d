"""Bodies that a message names and that do not report: a code nobody has ("của sgt", "sở abc"), Công an tỉnh, Bộ Nội vụ.

Passed over, a question would be answered with the writer's own figures, and a value be stored among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.understanding.abbreviations import readings
from bot.understanding.agency_surroundings import is_joined
from bot.understanding.agency_words import BASES, OUTSIDERS, OWNING
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold, has_accents

_PLACES = frozenset({"huyen", "xa", "phuong"})
_BREAK = re.compile(r"[,;:.()\n\t?!]")
_VOWELS = set("aeiou")
_TALK = frozenset({"mng", "mik", "ctv", "trg", "nhg", "nhm", "pgd", "gds", "ptp"})  # mọi người, trong, phó giám đốc
_CODE = range(3, 9)  # letters: "sgt"; two letters shorten any word
_LONG_CODE = 4  # letters: of a longer one a slip is seen, a shorter one may be any
_OF_A_SERVICE = "s"  # sở …
_FEWEST_WITH_SLIP = 3  # words
_LONGEST = max(len(fold(body).split()) for body in OUTSIDERS)
_BODIES = {tuple(fold(body).split()): tuple(unicodedata.normalize("NFC", body).split()) for body in OUTSIDERS}
_FIRST = frozenset(body[0] for body in _BODIES)


def _without_one() -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]]:
    """The words of each name by the words before and behind it."""
    table: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for body in _BODIES:
        for at, word in enumerate(body):
            table.setdefault((body[:at], body[at + 1 :]), []).append(word)
    return table


_WITHOUT_ONE = _without_one()


def find_outsider(message: Message, reader: Reader) -> str:
    """The first such body as typed, "" when there is none; beside an agency that reports only what is listed with it."""
    for first, last in _bodies(message, reader):
        if any(mark.first <= first < mark.last for mark in message.marks):
            continue
        beside = [(each.last, first) if each.last <= first else (last, each.first) for each in message.agencies]
        if not beside or any(is_joined(message.words, *between) for between in beside):
            return message.typed(first, last)
    return ""


def is_known_outsider(said: str) -> bool:
    """Whether it is known whom that means, so that no agency was meant."""
    return tuple(fold(said).split()) in _BODIES


def _bodies(message: Message, reader: Reader) -> Iterator[tuple[int, int]]:
    """Ranges of words that name such a body, half-open."""
    free = frozenset(message.free)
    for place in message.free:
        if _is_so(message, place) and place + 1 in free and _is_code(message, place + 1, reader, any_letters=True):
            yield place, place + 2
        elif _is_code(message, place, reader) and _is_whose(message, place, place + 1):
            yield place, place + 1
        elif (last := _body_at(message, place)) is not None and _is_whose(message, place, last):
            yield place, last
        elif message.typed_words[place] in _PLACES and _is_behind_owner(message, place):
            last = _place_end(message, place)
            if last > place + 1:
                yield place, last


def _is_so(message: Message, place: int) -> bool:
    """Whether "sở" stands here, which without accents is "số" more often than not."""
    before = message.words[place - 1].folded if place else ""
    is_followed = place + 1 < len(message.words) and message.words[place + 1].gap == " "
    typed = message.words[place].text.lower()
    is_plain = typed == "so" and not has_accents(message.text) and _is_named(message, place + 1)  # "so abc: …"
    return is_followed and (typed == "sở" or is_plain) and before not in BASES


def _is_code(message: Message, place: int, reader: Reader, *, any_letters: bool = False) -> bool:
    """Whether the word as typed is letters of nobody's language: no syllable, no abbreviation, nor a slip of a syllable."""
    if place and message.words[place].gap.strip(" ,;:(\n"):
        return False  # a piece of a document's number
    typed = message.typed_words[place]
    if not typed.isalpha() or len(typed) not in _CODE or typed in PLAIN_SYLLABLES or typed in _TALK or readings(typed):
        return False
    is_written_so = any_letters and (message.typed(place, place + 1).isupper() or _is_named(message, place))
    if (set(typed) & _VOWELS and not is_written_so) or reader.lexicon.is_known(typed) or reader.agencies.knows(typed):
        return False
    meant = message.words[place].folded
    return message.is_typed(place, place + 1) or not (
        meant in PLAIN_SYLLABLES or (len(typed) >= _LONG_CODE and readings(meant))
    )


def _is_named(message: Message, place: int) -> bool:
    """Whether a colon follows, as behind the name of whose values they are."""
    return place + 1 < len(message.words) and ":" in message.words[place + 1].gap


def _body_at(message: Message, place: int) -> int | None:
    """Where the name of a body that does not report ends, when it begins here; spelt so where accents are written."""
    first = message.typed_words[place]
    if first not in _FIRST and first in PLAIN_SYLLABLES:
        return None
    folded = list(message.typed_words[place : place + _LONGEST])
    for count in range(len(folded), 0, -1):
        spelt, last = _BODIES.get(tuple(folded[:count])), place + count
        if spelt is None and _is_slip(folded[:count]):
            return last
        if spelt is None or any(_BREAK.search(word.gap) for word in message.words[place + 1 : last]):
            continue
        typed = tuple(unicodedata.normalize("NFC", message.typed(at, at + 1).lower()) for at in range(place, last))
        if typed == spelt or not any(map(has_accents, typed)):
            return last
    return None


def _is_slip(folded: Sequence[str]) -> bool:
    """Whether it is such a name of three words or more with a slip in one, which left no syllable."""
    strange = [at for at, word in enumerate(folded) if word not in PLAIN_SYLLABLES]
    if len(folded) < _FEWEST_WITH_SLIP or len(strange) != 1:
        return False
    at = strange[0]
    meant = _WITHOUT_ONE.get((tuple(folded[:at]), tuple(folded[at + 1 :])), ())
    return any(OSA.distance(word, folded[at], score_cutoff=1) <= 1 for word in meant)


def _place_end(message: Message, place: int) -> int:
    """Where the proper name behind "huyện", "xã" ends: "huyện Mỏ Cày Nam"."""
    last = place + 1
    while last < len(message.words) and message.words[last].gap == " " and message.typed(last, last + 1)[0].isupper():
        last += 1
    return place if message.text.isupper() else last


def _is_behind_owner(message: Message, place: int) -> bool:
    before = message.words[place - 1].folded if place else ""
    return before in OWNING or before == "ubnd" or (not place and not message.words[place].text.isupper())


def _is_whose(message: Message, first: int, last: int) -> bool:
    """Whether the figure is theirs: "của …", a clause of its own, or at the end of what is said, before the period.

    A code there begins as those of agencies do: any other may shorten what is counted.
    """
    words = message.words
    if first and words[first - 1].folded in OWNING:
        return True
    if last - first == 1 and message.typed_words[first][0] != _OF_A_SERVICE:
        return False
    if not first or _BREAK.search(words[first].gap):
        return True
    return last == len(words) or bool(_BREAK.search(words[last].gap)) or any(each.first == last for each in message.periods)
