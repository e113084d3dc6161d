"""Whether a wording may become an alias of a row: what stands against it, seen by the catalogue's rule and by the reader.

Pure. The catalogue's rule (no two rows share a name after folding) is widened to what names say: "vấn đề xử lý xong" says the
same as the label "Số vấn đề đã xử lý xong" of three rows, and would decide between them without anybody being asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.catalogue import Catalogue, CatalogueRow, IndicatorId
from bot.domain.catalogue_nodes import name_key
from bot.understanding.matching import match
from bot.understanding.reader import Reader
from bot.understanding.wordings import MOST_CHARACTERS

_WHOLLY = 0.95  # share of a wording that rows explain when it holds no word of its own
_key = lru_cache(maxsize=4096)(name_key)  # names of the catalogue, asked for each wording of a list


@dataclass(frozen=True, slots=True)
class SaysNothing:
    """No word of it tells rows apart."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Nobody calls a row by so much."""


@dataclass(frozen=True, slots=True)
class NameOf:
    """It is, or says the same as, a name of this row already."""

    row: CatalogueRow
    name: str


@dataclass(frozen=True, slots=True)
class TakesFrom:
    """With it, this name would no longer find its own row."""

    row: CatalogueRow
    name: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """All of it is understood, and several rows fit: that is asked, an alias would decide it for everybody unasked."""

    rows: tuple[CatalogueRow, ...]


@dataclass(frozen=True, slots=True)
class Fruitless:
    """Even with it the row would not be found for certain."""


Obstacle = SaysNothing | TooLong | NameOf | TakesFrom | Undecided | Fruitless


def obstacle_to_alias(wording: str, row_id: IndicatorId, *, reader: Reader) -> Obstacle | None:
    """What stands against it, None when nothing does. Builds a reader to try it out: as long as the start of the program."""
    return obstacle_seen(wording, row_id, reader=reader) or _tried(name_key(wording), row_id, reader)


def obstacle_seen(wording: str, row_id: IndicatorId, *, reader: Reader) -> Obstacle | None:
    """What can be seen without trying it out; NameOf with the row itself when the alias would add nothing."""
    key = name_key(wording)
    says = _says(key, reader)
    if not says:
        return SaysNothing()
    if len(key) > MOST_CHARACTERS:
        return TooLong()
    owner = _owner(key, row_id, says, reader)
    if owner is not None:
        return owner
    found = match(tuple(says), reader=reader)
    if found.explained >= _WHOLLY and len(found.rivals) > 1:
        return Undecided(tuple(reader.catalogue.row(rival) for rival in found.rivals))
    return None


def names_of(row: CatalogueRow) -> tuple[str, ...]:
    """All that a row is called."""
    return tuple(dict.fromkeys((row.label, row.short, *row.labels, *row.aliases)))


def with_alias(catalogue: Catalogue, aliases: Iterable[tuple[str, IndicatorId]], *, version: str) -> Catalogue:
    """The catalogue with more aliases, without those that the catalogue gives to another row by now or whose row is gone."""
    owners: dict[str, set[IndicatorId]] = {}
    for row in catalogue.rows:
        for name in names_of(row):
            owners.setdefault(name_key(name), set()).add(row.id)
    more: dict[IndicatorId, list[str]] = {}
    for wording, row_id in aliases:
        if row_id in catalogue and not owners.get(name_key(wording)):
            more.setdefault(row_id, []).append(wording)
    if not more:
        return catalogue
    return catalogue.with_aliases({row_id: tuple(added) for row_id, added in more.items()}, version=version)


def _owner(key: str, row_id: IndicatorId, says: frozenset[str], reader: Reader) -> NameOf | None:
    """The row that is called so already: another one goes before the row itself."""
    own: NameOf | None = None
    for row in reader.catalogue.rows:
        name = next((name for name in names_of(row) if _key(name) == key), None)
        if row.id == row_id:
            own = NameOf(row, name) if name is not None else None
        elif name is not None or any(wording.says == says for wording in reader.known[row.id].wordings):
            return NameOf(row, name or row.short)
    return own


def _says(key: str, reader: Reader) -> frozenset[str]:
    return frozenset(reader.lexicon.names(key.split()))


def _tried(key: str, row_id: IndicatorId, reader: Reader) -> TakesFrom | Fruitless | None:
    """With the alias: whether it finds its row alone, and names of other rows that share words with it still find theirs."""
    says = _says(key, reader)
    trial = Reader(with_alias(reader.catalogue, [(key, row_id)], version=reader.catalogue.version))
    found = match(tuple(token.name for token in trial.lexicon.tokens(key.split())), reader=trial)
    if found.best != row_id or not found.is_alone:
        return Fruitless()
    near = {found for name in says for found in reader.rows_saying.get(name, ())} - {row_id}
    for row in reader.catalogue.rows:
        for name in names_of(row) if row.id in near else ():
            said = tuple(reader.lexicon.names(name_key(name).split()))
            if (
                says & set(said)
                and row.id in match(said, reader=reader).rivals
                and row.id not in match(said, reader=trial).rivals
            ):
                return TakesFrom(row, name)
    return None
