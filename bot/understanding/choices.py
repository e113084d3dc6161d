"""Answers to rows of type flag and code: the option's number, its word, an alias, or yes and no in other words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from bot.domain.catalogue import CatalogueRow, Option, ValueType
from bot.domain.value import Fault, Figure, fault_of
from bot.understanding.negations import NO_AS_TYPED
from bot.understanding.text import fold

_DENIED_BEFORE = re.compile(rf" (?:chua|{NO_AS_TYPED})(?: (?!{NO_AS_TYPED}\b)[a-z]+){{0,4}}$")
_YES = re.compile(r"(?:co|da|roi|duoc|✓|✔|☑|v)(?: .*)?|.* roi|.*\bxong|.*\bday du")
_NO = re.compile(rf"(?:chua|{NO_AS_TYPED})(?: .*)?|.*\bchua(?: .*)?")
_TICKS = {"✓", "✔", "☑", "☒", "v"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_JOINING = re.compile(r" (?:va|lan|cung|vua|ket hop) |[+&,/]")
_BOTH = "ket hop"  # the word of the option that stands for the others together
_LONG_ENOUGH = 6  # letters: a longer phrase says its option wherever it stands; "co" and "khong" must stand first


def read_choice(text: str, row: CatalogueRow) -> Figure | Fault:
    """What folded text answers to a flag or code; BAD_OPTION when it names none, or more than one that exclude each other.

    Numbers in the text must agree: "Có = 1 Không = 0" is the form's own hint and no answer.
    """
    if _NUMBER.fullmatch(text):
        number = Decimal(text.replace(",", "."))
        return fault_of(number, row) or Figure(number.quantize(Decimal(1)))
    phrases = _phrases(row.options)
    chosen = phrases.get(text)
    if chosen is None:
        chosen = _by_words(text, row, phrases)
    if chosen is None or not _numbers_agree(text, chosen, row):
        return Fault.BAD_OPTION
    return Figure(Decimal(chosen))


def _by_words(text: str, row: CatalogueRow, phrases: dict[str, int]) -> int | None:
    """The option that the words of a longer answer name."""
    named, denied = _named(text, phrases)
    if row.type is ValueType.FLAG and _is_yes_or_no(row.options):
        if _NO.fullmatch(text):
            return 0
        return 1 if _YES.fullmatch(text) or named == {1} else None
    if denied and not named and row.type is ValueType.FLAG:  # "chưa phát hiện vi phạm" is the other one
        others = {option.number for option in row.options} - denied
        return others.pop() if len(others) == 1 else None
    both = next((option.number for option in row.options if fold(option.word) == _BOTH), None)
    if both is not None and (both in named or named >= {option.number for option in row.options} - {both}):
        return both
    if len(named) != 1 or (both is not None and _JOINING.search(text)):  # "online + giấy": the other half was not understood
        return None
    return named.pop()


def _named(text: str, phrases: dict[str, int]) -> tuple[set[int], set[int]]:
    """Options named in a text, and those named behind a no; each stretch of it read once, longest phrases first."""
    rest = f" {text} "
    named: set[int] = set()
    denied: set[int] = set()
    for phrase, option in phrases.items():
        if f" {phrase} " in rest and (len(phrase) >= _LONG_ENOUGH or text.startswith(f"{phrase} ")):
            before = rest[: rest.index(f" {phrase} ")]
            (denied if _DENIED_BEFORE.search(before) else named).add(option)
            rest = rest.replace(f" {phrase} ", " | ")
    return named, denied - named


def _numbers_agree(text: str, chosen: int, row: CatalogueRow) -> bool:
    """Whether numbers beside the words say the same: "có (1)", "1 - có"; not "Có = 1 Không = 0". "có 2 người" is a yes."""
    options = {option.number for option in row.options}
    written = {int(number) for number in re.findall(r"(?<![\w.,])\d{1,3}(?![\w.,])", text)} & options
    return not written or written == {chosen}


@lru_cache(maxsize=256)
def _phrases(options: tuple[Option, ...]) -> dict[str, int]:
    """Folded words and aliases of options, longest first."""
    named = {fold(words): option.number for option in options for words in (option.word, *option.aliases)}
    if _is_yes_or_no(options):
        named |= dict.fromkeys(_TICKS, 1)
    return dict(sorted(named.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=256)
def _is_yes_or_no(options: tuple[Option, ...]) -> bool:
    """Whether 0 says no and 1 says yes; in one flag of the forms 0 is "Có vi phạm"."""
    words = {option.number: fold(option.word) for option in options}
    return bool(_NO.fullmatch(words.get(0, ""))) and not _NO.fullmatch(words.get(1, "khong"))
