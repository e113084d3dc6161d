"""All ways to write the name of an agency: as the catalogue has it, and with the parts of the official name moved about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from bot.domain.catalogue import Agency, AgencyCode
from bot.understanding.agency_words import PLACED_BEHIND, WITHIN
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import words_of

Name = tuple[str, ...]

_PART = re.compile(r", | - | và ")
_HEADS = frozenset({"so", "ban"})
_VOWEL = re.compile(r"[aeiouy]")
_SYLLABLE = re.compile(r"[a-z]*[aeiouy][a-z]*")


def written_names(agency: Agency) -> Iterator[Name]:
    """Name, short name, code and aliases, as folded words."""
    for written in (agency.name, agency.short, agency.code, *agency.aliases):
        yield name_of(written)


def moved_names(agency: Agency) -> Iterator[Name]:
    """The same in another order: "sở Đào tạo và Giáo dục", "UBND tỉnh, văn phòng", or as "bên …"."""
    parts = [name_of(part) for part in _PART.split(agency.name)]
    head, rest = parts[0][:1], [parts[0][1:], *parts[1:]]
    if head == ("so",):
        for count in range(len(("one", "other")), len(rest) + 1):
            yield from (head + sum(order, ()) for order in permutations(rest, count))
    for name in written_names(agency):
        if name[0] == "so" and len(name) > 1:
            yield from ((owner, *name[1:]) for owner in ("ben", "nganh"))
        yield from (name[len(head) :] + head for head in PLACED_BEHIND if name[: len(head)] == head)


def clipped_names(agency: Agency) -> Iterator[Name]:
    """Names with one word cut down to how it begins, written to the next: "sở n.nghiệp", "Ban DTộc", "ttra tỉnh"."""
    official = {name_of(agency.name), name_of(agency.short)}
    for name in dict.fromkeys(each for each in written_names(agency) if each[0] in _HEADS or each in official):
        for place in range(name[0] in _HEADS, len(name) - 1):
            clipped, kept = name[place : place + 2]
            if not _SYLLABLE.fullmatch(clipped) or not _SYLLABLE.fullmatch(kept):
                continue
            for begin in dict.fromkeys((clipped[0], _VOWEL.split(clipped)[0] or clipped[0])):
                if begin + kept not in PLAIN_SYLLABLES:
                    yield (*name[:place], begin + kept, *name[place + 2 :])


def clipped_among(agencies: Iterable[Agency]) -> dict[str, set[AgencyCode]]:
    """Clipped names written together, each with the agencies that it may be; one of several is nobody's."""
    owners: dict[str, set[AgencyCode]] = {}
    for agency in agencies:
        for name in clipped_names(agency):
            owners.setdefault("".join(name), set()).add(agency.code)
    return {name: codes for name, codes in owners.items() if len(codes) == 1}


def name_of(written: str) -> Name:
    """A name as folded words without those that may be left out."""
    return tuple(word.folded for word in words_of(written) if word.folded not in WITHIN)
