"""The phrases that teach `decoding` the language of the offices: names, wordings of concepts, sayings, abbreviations."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.catalogue import Catalogue, CatalogueRow
from bot.understanding.abbreviations_clear import CLEAR
from bot.understanding.agency_names import clipped_names
from bot.understanding.concepts import CONCEPTS
from bot.understanding.count_nouns import NOUNS
from bot.understanding.courtesies import PHRASES
from bot.understanding.everyday_pictures import EVERYDAY_PICTURES, STORIES
from bot.understanding.pictures import examples
from bot.understanding.sayings import SAYINGS
from bot.understanding.text import fold, words_of
from bot.understanding.word_classes import ASIDES, OTHER_MATTERS, SILENT

_LONG_CODE = 4  # letters: a shorter abbreviation with a slip may be any
_UNITS = 400  # rows whose units are taught


def taught_phrases(catalogue: Catalogue) -> Iterable[str]:
    """Phrases that teach how the offices write: all names of rows, units and agencies, wordings of concepts, sayings."""
    for row in catalogue.rows:
        yield from names_of(row)
        yield row.unit or ""
    for agency in catalogue.agencies:
        yield from (agency.name, agency.short, agency.code, *agency.aliases, *map(" ".join, clipped_names(agency)))
    for line in CONCEPTS.strip().splitlines():
        yield from line.partition(":")[2].split("|")
    yield from examples(EVERYDAY_PICTURES + STORIES)
    for line in "\n".join(text.strip() for text in (SAYINGS, ASIDES, OTHER_MATTERS, PHRASES)).splitlines():
        yield from line.split("|")
    yield from SILENT.split()
    yield from (short for short in CLEAR if len(short) >= _LONG_CODE)
    yield from (f"3 {noun}" for noun in NOUNS.split())
    units = [row.unit for row in catalogue.rows[:_UNITS] if row.unit]
    yield from (f"{place} {unit}" for place, unit in enumerate(units))  # a number stands before what is often counted


def codes_of_agencies(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Names of agencies in one word, folded, with the words of their official names."""
    return {
        fold(name): tuple(word.folded for word in words_of(agency.name))
        for agency in catalogue.agencies
        for name in (agency.code, *agency.aliases)
        if " " not in name
    }


def names_of(row: CatalogueRow) -> Iterable[str]:
    """All texts that a row is called by, printed ones first."""
    return dict.fromkeys((row.label, row.short, *row.labels, *row.aliases))
