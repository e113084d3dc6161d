"""Ways in which people would have typed a message otherwise: without accents, with a slip, with the input method off.

Each typist is a function of the text and a random source; texts come out the same for the same seed. Numbers, percent signs,
tabs and line breaks are left as they are, so that the message means what it meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from random import Random

from bot.understanding.syllables import TONES

Typist = Callable[[str, Random], str]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LEAST_LETTERS = 3  # of a word that a slip may fall into: one letter more or less makes another word of "có" or "vb"
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile("[IVX]+")  # "quý III": a slip makes another number of it
_TONE_LAST = 0.8  # share of words finished before their tone is typed
_ONE_HORN = 0.5  # share of words with ươ typed with one key for both horns
_MARKS = {"\u0306": "breve", "\u0302": "circumflex", "\u031b": "horn"}
_VNI_MARKS = {"circumflex": "6", "horn": "7", "breve": "8"}
_TELEX_TONES = dict(zip(TONES, ("", "s", "f", "r", "x", "j"), strict=True))
_VNI_TONES = dict(zip(TONES, ("", "1", "2", "3", "4", "5"), strict=True))


def _neighbours() -> dict[str, str]:
    """Keys beside and below each other on a keyboard."""
    found = dict.fromkeys(_LETTERS, "")
    for row in _ROWS:
        for one, other in pairwise(row):
            found[one] += other
            found[other] += one
    for upper, lower in pairwise(_ROWS):
        for place, key in enumerate(lower):
            for above in upper[place : place + 2]:
                found[key] += above
                found[above] += key
    return found


_NEIGHBOURS = _neighbours()


def without_accents(text: str, _random: Random) -> str:
    """Every accent left out, d for đ."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
    return plain.translate(str.maketrans("đĐ", "dD"))


def _slip(change: Callable[[str, int, Random], str]) -> Typist:
    """One slip at a random letter of the words that are long enough; the text itself when there is none."""

    def typed(text: str, random: Random) -> str:
        text = unicodedata.normalize("NFC", text)
        places = [
            place
            for word in _WORD.finditer(text)
            if len(word[0]) >= _LEAST_LETTERS and not _ROMAN.fullmatch(word[0])
            for place in range(word.start(), word.end())
        ]
        return change(text, random.choice(places), random) if places else text

    return typed


def _inserted(text: str, place: int, random: Random) -> str:
    return text[:place] + random.choice(_LETTERS) + text[place:]


def _deleted(text: str, place: int, _random: Random) -> str:
    return text[:place] + text[place + 1 :]


def _substituted(text: str, place: int, random: Random) -> str:
    return text[:place] + random.choice(_LETTERS) + text[place + 1 :]


def _transposed(text: str, place: int, _random: Random) -> str:
    """With the next letter, at the end of a word with the one before."""
    if not text[place + 1 : place + 2].isalpha():
        place -= 1
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _beside(text: str, place: int, random: Random) -> str:
    """The key beside the letter's own."""
    letter = without_accents(text[place], random).lower()
    return text[:place] + random.choice(_NEIGHBOURS.get(letter) or _LETTERS) + text[place + 1 :]


def _telex_letter(letter: str, mark: str) -> str:
    return letter + ("w" if mark in {"horn", "breve"} else letter)


def _vni_letter(letter: str, mark: str) -> str:
    return letter + _VNI_MARKS[mark]


def _keys(
    word: str, random: Random, letter_with: Callable[[str, str], str], stroked_d: str, tones: dict[str, str], both_horns: str
) -> str:
    """A word as the keys that would have made it; the tone key at the end or behind its letter, ươ with one key or two."""
    typed, tone = "", ""
    is_tone_last = random.random() < _TONE_LAST
    for char in word:
        letter, *marks = list(unicodedata.normalize("NFD", char))
        if letter in "đĐ":
            letter = stroked_d if letter == "đ" else stroked_d.upper()
        for mark in marks:
            if mark in _MARKS:
                letter = letter_with(letter, _MARKS[mark])
        keys = "".join(tones[mark] for mark in marks if mark in tones)
        typed, tone = typed + letter + ("" if is_tone_last else keys), tone + keys
    if both_horns in typed.lower() and random.random() < _ONE_HORN:
        place = typed.lower().index(both_horns) + 1
        typed = typed[:place] + typed[place + 1 :]
    return typed + (tone if is_tone_last else "")


def telex(text: str, random: Random) -> str:
    """Typed in Telex with the input method off: "hoof sow"."""
    text = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _keys(word[0], random, _telex_letter, "dd", _TELEX_TONES, "uwow"), text)


def vni(text: str, random: Random) -> str:
    """Typed in VNI with the input method off: "ho62 so7"."""
    text = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _keys(word[0], random, _vni_letter, "d9", _VNI_TONES, "u7o7"), text)


SLIPS: dict[str, Typist] = {
    "insertion": _slip(_inserted),
    "deletion": _slip(_deleted),
    "substitution": _slip(_substituted),
    "transposition": _slip(_transposed),
    "neighbouring key": _slip(_beside),
}


def any_slip(text: str, random: Random) -> str:
    """One slip of a random kind."""
    return random.choice(list(SLIPS.values()))(text, random)
