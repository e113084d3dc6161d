"""What a turn works with, wired once when the program starts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.conversation import Turn, take_turn
from bot.domain.catalogue import Catalogue
from bot.incoming import Incoming
from bot.settings import Settings
from bot.understanding.reader import Reader
from storage import Storage


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to every handler by keyword. `outbox_filled` wakes the sender (handlers.sending)."""

    settings: Settings
    catalogue: Catalogue
    reader: Reader
    storage: Storage
    clock: Clock
    outbox_filled: asyncio.Event = field(default_factory=asyncio.Event)

    async def turn(self, incoming: Incoming) -> Turn:
        """One message in, one commit: what it means, what it changes and what is answered."""
        turn = await self.storage.hop(
            lambda work: take_turn(
                incoming,
                store=work,
                catalogue=self.catalogue,
                reader=self.reader,
                settings=self.settings,
                now=self.clock.now(),
            )
        )
        self.outbox_filled.set()
        return turn
