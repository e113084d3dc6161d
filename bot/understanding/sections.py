"""A section of the form that a message names beside what it asks or enters: "phần III, …", "bên phần cải cách thủ tục, …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.domain.catalogue import Catalogue, IndicatorId, RowKind
from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.text import Word, words_of

_PARTS = frozenset({"phan", "chuong", "mang"})  # a name or a number may follow; behind "mục" only a Roman one
_ITEM = "muc"
_ROMAN = re.compile(r"[ivx]{1,4}")
_LONGEST = 10  # words of a name as typed
_FEWEST = 3  # words of a name that is cut short: "cải cách thủ tục"
_REFORM = ("cai", "cach")
_WORK = ("cong", "tac")
_WORDS_TOO = frozenset({"i", "v", "vi"})  # "mục vị trí", "phần vi phạm"
_SHARE = frozenset({"mot", "1", "toan", "bao", "may", "nhieu"})  # "tự chủ một phần v"
_BEFORE = frozenset({"o", "trong", "ben", "thuoc", "cua", "tai", "cho"})  # "ở phần III"

Names = Mapping[tuple[str, ...], IndicatorId]


def section_names(catalogue: Catalogue) -> Names:
    """What sections are called behind "phần", folded: number, label, short, aliases; also without "cải cách", or cut short."""
    found: dict[tuple[str, ...], set[IndicatorId]] = {}
    sections = [row for row in catalogue.rows if row.kind is RowKind.SECTION]
    for row in sections:
        names: list[tuple[str, ...]] = [(row.id.casefold(),)]
        for text in (row.label, row.short, *row.labels, *row.aliases):
            name = _written_out([word.folded for word in words_of(text)])
            name = name[1:] if name[:1] == ("phan",) else name
            name = name[2:] if name[:2] == _WORK else name
            names.append(name)
            if name[:2] == _REFORM:
                names.append(name[2:])
                names += [name[:length] for length in range(_FEWEST, len(name))]
        for name in names:
            found.setdefault(name, set()).add(row.id)
    return {name: next(iter(rows)) for name, rows in found.items() if name and len(rows) == 1}


def find_section(words: Sequence[Word], names: Names) -> tuple[IndicatorId, int, int] | None:
    """The section named first, and the words that name it (half-open); None when none is."""
    folded = [word.folded for word in words]
    for place, word in enumerate(folded[:-1]):
        if word not in _PARTS and word != _ITEM:
            continue
        behind = folded[place + 1 :]
        for length in range(min(len(behind), _LONGEST), 0, -1):
            row_id = names.get(_written_out(behind[:length]))
            is_number = length == 1 and bool(_ROMAN.fullmatch(behind[0]))
            if is_number and place + 2 < len(words) and words[place + 2].is_number and words[place + 2].gap != " ":
                continue  # "mục III.7" is a place in the form
            if is_number and behind[0] in _WORDS_TOO and not words[place + 1].text.isupper():
                continue
            if row_id is None or (word == _ITEM and not is_number) or (is_number and place and folded[place - 1] in _SHARE):
                continue
            first = place - 1 if place and folded[place - 1] in _BEFORE else place
            return row_id, first, place + 1 + length
    return None


def _written_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words with clear abbreviations written out."""
    return tuple(part for word in words for part in _meant(word).split())


def _meant(word: str) -> str:
    meanings = () if is_weak(word) else readings(word)
    return meanings[0] if meanings else word
