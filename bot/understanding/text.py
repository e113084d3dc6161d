"""Text as people type it, made comparable: folding, words with their place in the original, and mentions.

Everything else in `understanding` works on folded words: no accents, no case, `d` for `đ`, look-alike letters (Cyrillic, Greek,
fullwidth) read as Latin, invisible marks gone. All functions take any string, lone surrogates included, in linear time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

_Value = TypeVar("_Value")

# Letters that look like Latin ones. Case matters (Greek Ν is N, ν is v), so this is asked before lowering.
_LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮԁһԛԝаеѕіјкмортухвнс" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχ" + "ĐđÐðƉɖıłŁøØħĦ",
        "abesijkmhopctyxydhqwaesijkmoptyxbhc" + "abezhikmnoptyxaeikvoptux" + "ddddddilloohh",
        strict=True,
    )
)
_PUNCTUATION = dict(zip("‐‑‒–—―−﹘﹣“”„«»″‘’‚′´`⁄∕÷×٪٫٬", "-" * 9 + '"' * 6 + "'" * 6 + "///x%.,", strict=True))
_MAX_ROUNDS = 4  # decompositions of decompositions; no character of Unicode 15 needs more than 3


def _folded_once(char: str) -> str:
    """One round of folding one character."""
    if char in _LOOK_ALIKES:
        return _LOOK_ALIKES[char]
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    category = unicodedata.category(char)
    if category in {"Mn", "Mc", "Me", "Cf"}:  # accents, zero-width and direction marks, soft hyphen
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category[0] in "ZC" or category == "No":  # ½, ², ① are ornaments here: "m²" must not become "m2"
        return " "
    return unicodedata.normalize("NFKD", char).lower()


class _FoldTable(dict[int, str]):
    """Folding of each character, worked out when first met; the argument of `str.translate`."""

    def __missing__(self, code: int) -> str:
        """Fold one character until nothing changes, which makes `fold` idempotent."""
        folded = chr(code)
        for _ in range(_MAX_ROUNDS):
            again = "".join(_folded_once(char) for char in folded)
            if again == folded:
                break
            folded = again
        self[code] = folded
        return folded


_MARK = "\u0300"  # stands in a skeleton for a character that folds to nothing


class _SkeletonTable(dict[int, str]):
    """Each character as exactly one character, so that places in the skeleton are places in the original."""

    def __missing__(self, code: int) -> str:
        """The folded character where folding gives one, a mark where it gives none, else the character itself."""
        char = chr(code)
        folded = _FOLDED[code]
        if char in "\n\r\v\f\x85\u2028\u2029":
            shape = "\n"
        elif char == "\t":
            shape = "\t"
        elif len(folded) == 1:
            shape = folded
        else:
            shape = char if folded else _MARK
        self[code] = shape
        return shape


_FOLDED = _FoldTable()
_SKELETON = _SkeletonTable()
for _code in range(0x20, 0x1F00):  # Latin with Vietnamese letters, Greek, Cyrillic: ready before the first message
    _FOLDED[_code], _SKELETON[_code]

_ACCENTED = frozenset(  # letters written with a Vietnamese accent, the accents themselves, đ
    char
    for char in map(chr, range(0x80, 0x2200))
    if char in "đĐ" or any("\u0300" <= part <= "\u0323" for part in unicodedata.normalize("NFD", char))
)

_ZERO_FOR_O = re.compile(r"\b[a-z]+(?:0+[a-z]+)*0*\b")  # "h0 so", "t0 chuc", "k0"; never next to another digit
_Y_FOR_I = re.compile(r"(qu|[bcdghklmnpqrstvx]*)y")

_LETTER = r"[^\W\d_]\u0300*"
_DIGITS = r"(?:[0-9]\u0300*)++"
_TOKEN = re.compile(
    rf"(?P<number>{_DIGITS}(?:[.,]{_DIGITS})*+(?!{_LETTER}))"
    rf"|(?P<lead>{_DIGITS}(?=(?:{_LETTER}){{2}})(?![oO]+(?![^\W_])))"  # "25nhiệm vụ"; "6t", "2022q1", "8oo" stay whole
    rf"|(?P<word>(?:[^\W_]\u0300*)++)"
    rf"|%"
)
_TRAILING_NUMBER = re.compile(r"(?P<letters>[^\W\d_]{3,})(?P<digits>\d+)")
_VNI_KEYS = re.compile(r"[0-9]|[6-9][0-5]|[0-5][6-9]")


def fold(text: str) -> str:
    """Lower case without accents, `d` for `đ`, look-alikes as Latin, one space for any space; idempotent.

    Punctuation stays (dashes and quotes unified). "0" among letters is read as "o".
    """
    folded = " ".join(text.translate(_FOLDED).split())
    return _without_zeros(folded) if "0" in folded else folded


def _without_zeros(folded: str) -> str:
    """Zeros typed or scanned for the letter o."""
    return _ZERO_FOR_O.sub(lambda found: found[0].replace("0", "o"), folded)


def has_accents(text: str) -> bool:
    """Whether anything in it is written with a Vietnamese accent or đ: then it is not Telex or VNI keystrokes."""
    return not _ACCENTED.isdisjoint(text)


def reads_as_latin(char: str) -> bool:
    """Whether one character is a Latin letter or digit to the eye: "С" of Cyrillic, "Ν" of Greek, the wide "５"."""
    return char in _LOOK_ALIKES or unicodedata.decomposition(char).startswith("<wide>")


def sound_key(folded: str) -> str:
    """A folded word with final `y` as `i` where both spellings sound the same: quy/qui, ly/li, ky/ki, y/i; not uy, ay."""
    return f"{found[1]}i" if folded.endswith("y") and (found := _Y_FOR_I.fullmatch(folded)) else folded


class Word(NamedTuple):
    """A word, number or percent sign of a message. A tuple because a pasted table makes a thousand of them.

    `start` and `end` are places in the original, half-open. `gap` is what stands between the word before and this one, with
    line breaks, tabs and punctuation kept (dashes unified), other spaces as " ": "q3/22" is the words q3 and 22 with gap "/".
    """

    text: str
    folded: str
    start: int
    end: int
    gap: str = ""
    is_doubtful: bool = False  # a slip that was mended though something else may have been meant

    @property
    def is_number(self) -> bool:
        """Whether it is digits, perhaps with points and commas inside: 25, 4.968, 59,09."""
        return self.folded[0].isdigit() and self.folded[-1].isdigit() and not any(char.isalpha() for char in self.folded)


@dataclass(frozen=True, slots=True)
class Mention(Generic[_Value]):
    """Something found in words `first` (included) to `last` (excluded). Confidence 1: said outright."""

    value: _Value
    first: int
    last: int
    confidence: float = 1.0


_SHORT = 160  # characters of a text whose words are kept for a while
_new = tuple.__new__  # a word is made a million times for a large catalogue


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a message in order, punctuation left out (see `Word.gap`).

    A number keeps its points and commas ("4.968", "12.01.2022"), "%" is a word, digits stuck to the front or back of a word
    of letters are split off ("25nhiệm vụ", "xong20") unless they may be a code or VNI keystrokes ("q3", "6t", "2k5", "so61").
    """
    return _cut_lately(text) if len(text) <= _SHORT else _cut(text)


def _cut(text: str) -> tuple[Word, ...]:
    skeleton = text.translate(_SKELETON)
    words: list[Word] = []
    done = 0
    for found in _TOKEN.finditer(skeleton):
        start, end = found.span()
        piece = found[0]
        if piece.isascii() and piece.isalpha():  # most words, and a catalogue of ten thousand rows has a million
            gap = skeleton[done:start]
            words.append(_new(Word, (text[start:end], piece, start, end, gap if gap == " " else _gap(gap), False)))
            done = end
            continue
        pieces = [(start, end)]
        if found.lastgroup == "word" and "0" <= skeleton[end - 1] <= "9":
            tail = _TRAILING_NUMBER.fullmatch(skeleton, start, end)
            if tail and (not _VNI_KEYS.fullmatch(tail["digits"]) or has_accents(text)):
                pieces = [tail.span("letters"), tail.span("digits")]
        for first, last in pieces:
            folded = _folded_piece(text, skeleton, first, last)
            if folded:
                words.append(Word(text[first:last], folded, first, last, _gap(skeleton[done:first])))
                done = last
    return tuple(words)


_cut_lately = lru_cache(maxsize=256)(_cut)  # a message is cut up by each who wants to know whether it is meant for them


def _folded_piece(text: str, skeleton: str, first: int, last: int) -> str:
    """Folded form of one token; the skeleton has it already unless a character folds to several."""
    piece = skeleton[first:last].replace(_MARK, "")
    if not piece.isascii():
        return fold(text[first:last]).replace(" ", "")
    return _without_zeros(piece) if "0" in piece and not piece[0].isdigit() else piece


def _gap(between: str) -> str:
    """Text between two words with its invisible characters gone."""
    return between if between == " " else between.replace(_MARK, "")
