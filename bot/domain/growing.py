"""How the catalogue grows by people's own wordings: kept when not understood, listed, accepted by an administrator.

Nothing is learnt by itself: `accept_alias` is called for one wording and one row that a person named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.catalogue_nodes import name_key
from bot.domain.ports import Store
from bot.domain.wording import AcceptedAlias, Unmatched
from bot.understanding.aliases import Obstacle, obstacle_seen, obstacle_to_alias, with_alias
from bot.understanding.reader import Reader


@dataclass(frozen=True, slots=True)
class AliasAccepted:
    """From now on the wording means that row, in every process."""

    wording: str
    indicator: IndicatorId
    version: int


@dataclass(frozen=True, slots=True)
class AliasRefused:
    """Something stands against it; nothing changed."""

    wording: str
    indicator: IndicatorId
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class AliasWithdrawn:
    """The wording is no alias any more."""

    wording: str


@dataclass(frozen=True, slots=True)
class NoSuchAlias:
    """Nobody had accepted it."""

    wording: str


def with_accepted(catalogue: Catalogue, aliases: Iterable[AcceptedAlias]) -> Catalogue:
    """The catalogue of the file with the aliases accepted since; its version tells both."""
    accepted = tuple(aliases)
    if not accepted:
        return catalogue
    newest = max(alias.version for alias in accepted)
    named = [(alias.wording, alias.indicator) for alias in accepted]
    return with_alias(catalogue, named, version=f"{catalogue.version}+{newest}")


def accept_alias(
    wording: str, indicator: IndicatorId, *, store: Store, reader: Reader, by: int | None, at: datetime
) -> AliasAccepted | AliasRefused:
    """Make a wording an alias of a row, unless it is or would disturb the name of another. KeyError: no such row."""
    reader.catalogue.row(indicator)
    key = name_key(wording)
    standing = store.accepted_aliases(to_change=True)  # by now perhaps more than the reader was compiled from
    now = Reader(with_accepted(reader.catalogue, standing)) if _is_behind(reader, standing) else reader
    obstacle = obstacle_to_alias(key, indicator, reader=now)
    if obstacle is not None:
        return AliasRefused(key, indicator, obstacle)
    version = store.change_alias(key, indicator, catalogue=reader.catalogue.version, by=by, at=at)
    store.forget_unmatched(key)
    return AliasAccepted(key, indicator, version)


def withdraw_alias(
    wording: str, *, store: Store, catalogue: Catalogue, by: int | None, at: datetime
) -> AliasWithdrawn | NoSuchAlias:
    """Take an accepted alias back; aliases of indicators.yaml are not touched."""
    key = name_key(wording)
    if all(alias.wording != key for alias in store.accepted_aliases(to_change=True)):
        return NoSuchAlias(key)
    store.change_alias(key, None, catalogue=catalogue.version, by=by, at=at)
    return AliasWithdrawn(key)


def suggestion(unmatched: Unmatched, reader: Reader) -> IndicatorId | None:
    """The row to offer for a wording: the suggested one, unless something is seen to stand against it."""
    row_id = unmatched.suggested
    if row_id is None or row_id not in reader.catalogue:
        return None
    return None if obstacle_seen(unmatched.wording, row_id, reader=reader) else row_id


def _is_behind(reader: Reader, standing: Iterable[AcceptedAlias]) -> bool:
    """Whether an alias was accepted after the reader was compiled."""
    return any(
        alias.indicator in reader.catalogue and alias.wording not in reader.catalogue.row(alias.indicator).aliases
        for alias in standing
    )
