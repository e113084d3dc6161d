"""What a turn works with, wired once when the program starts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial

from bot.clock import Clock
from bot.conversation import Turn, take_turn
from bot.domain.catalogue import Catalogue
from bot.grown import GrownReader
from bot.incoming import Incoming
from bot.settings import Settings
from storage import Storage, UnitOfWork


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to every handler by keyword. `outbox_filled` wakes the sender (handlers.sending)."""

    settings: Settings
    catalogue: Catalogue
    reader: GrownReader
    storage: Storage
    clock: Clock
    outbox_filled: asyncio.Event = field(default_factory=asyncio.Event)

    async def turn(self, incoming: Incoming) -> Turn:
        """One message in, one commit: what it means, what it changes and what is answered."""
        turn = await self.storage.hop(partial(self._take_turn, incoming))
        self.outbox_filled.set()
        return turn

    def _take_turn(self, incoming: Incoming, work: UnitOfWork) -> Turn:
        reader = self.reader.current(work)
        return take_turn(
            incoming, store=work, catalogue=reader.catalogue, reader=reader, settings=self.settings, now=self.clock.now()
        )
