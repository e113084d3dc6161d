"""What people who know the catalogue, and not the bot, say for each row: the texts from which `likeness` learns.

One file for each person, a line for each wording: the row's id, a tab, the text as typed. One more file holds what offices
write about other things, by the id `NO_ROW`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from bot.domain.catalogue import IndicatorId

FOLDER = files("bot.understanding") / "wordings"
NO_ROW = IndicatorId("-")
OTHER_MATTERS = "other_matters.tsv"


def writers() -> tuple[str, ...]:
    """Names of the people's files, in order."""
    return tuple(sorted(file.name for file in FOLDER.iterdir() if file.name.startswith("writer_")))


@cache
def wordings_of(writer: str) -> tuple[tuple[IndicatorId, str], ...]:
    """All that one of them wrote, or that is in `OTHER_MATTERS`: rows with wordings."""
    return tuple(_lines((FOLDER / writer).read_text(encoding="utf-8")))


@cache
def all_wordings() -> tuple[tuple[IndicatorId, str], ...]:
    """All that they wrote, other matters too."""
    return tuple(wording for writer in (*writers(), OTHER_MATTERS) for wording in wordings_of(writer))


def _lines(text: str) -> Iterator[tuple[IndicatorId, str]]:
    for line in text.splitlines():
        row, _, wording = line.partition("\t")
        yield IndicatorId(row), wording
