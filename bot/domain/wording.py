"""Wordings that were not understood, as kept, and aliases accepted from them; see `bot.domain.growing`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.catalogue import IndicatorId


@dataclass(frozen=True, slots=True)
class Unmatched:
    """One wording (made by `bot.understanding.wordings`), how often it was refused or asked, what was chosen."""

    wording: str
    refused: int
    asked: int
    first_at: datetime
    last_at: datetime
    nearest: IndicatorId | None  # the best candidate when it was last met
    chosen: Mapping[IndicatorId, int]  # rows that people chose afterwards, most often first

    @property
    def times(self) -> int:
        """How often it was met."""
        return self.refused + self.asked

    @property
    def suggested(self) -> IndicatorId | None:
        """The row it may be an alias of: the one most chosen, else the nearest."""
        return next(iter(self.chosen), self.nearest)


@dataclass(frozen=True, slots=True)
class AcceptedAlias:
    """A wording that an administrator made an alias. `version`: of all accepted aliases, counted up by each change."""

    version: int
    wording: str
    indicator: IndicatorId
    catalogue: str  # version of indicators.yaml at the time
    by: int | None  # None: on the command line
    at: datetime
