"""What a turn works with, wired once when the program starts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial

from bot.clock import Clock
from bot.conversation import Turn, take_reading, take_turn
from bot.conversation.file_reading import ReadingDone
from bot.conversation.groups import note_membership
from bot.conversation.inline import answer_inline
from bot.domain.catalogue import Catalogue
from bot.domain.outgoing import Outgoing
from bot.domain.personal_limit import PersonalLimit, Verdict
from bot.grown import GrownReader
from bot.incoming import Incoming, InlineQuery, Membership
from bot.replies.inline import Inlined
from bot.replies.trouble import too_fast
from bot.settings import Settings
from storage import Storage, UnitOfWork


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to every handler by keyword. `outbox_filled` wakes the sender, `files_waiting` the reader of files."""

    settings: Settings
    catalogue: Catalogue
    reader: GrownReader
    storage: Storage
    clock: Clock
    outbox_filled: asyncio.Event = field(default_factory=asyncio.Event)
    files_waiting: asyncio.Event = field(default_factory=asyncio.Event)
    personal_limit: PersonalLimit = field(init=False)

    def __post_init__(self) -> None:
        """The limit is a setting."""
        object.__setattr__(self, "personal_limit", PersonalLimit(self.settings.messages_a_minute))

    async def turn(self, incoming: Incoming) -> Turn:
        """One message in, one commit: what it means, what it changes and what is answered.

        Somebody who writes far more than a person can is told so once and left alone for a while.
        """
        verdict = self.personal_limit.look(incoming.sender.id, self.clock.now())
        take = self._take_turn if verdict is Verdict.FREE else self._turn_away
        if verdict is Verdict.LEFT:
            take = self._leave
        turn = await self.storage.hop(partial(take, incoming))
        self.outbox_filled.set()
        return turn

    async def reading(self, done: ReadingDone) -> None:
        """What came of reading a file, in one commit."""
        await self.storage.hop(partial(self._take_reading, done))
        self.outbox_filled.set()

    async def inline(self, query: InlineQuery) -> Inlined:
        """What may be posted for an inline query; nothing is stored."""
        return await self.storage.look(partial(self._answer_inline, query))

    async def note_membership(self, change: Membership) -> None:
        """The bot's place in a chat changed."""
        note = partial(note_membership, change, catalogue=self.catalogue, now=self.clock.now())
        await self.storage.hop(lambda work: note(store=work))
        self.outbox_filled.set()

    def _answer_inline(self, query: InlineQuery, work: UnitOfWork) -> Inlined:
        reader = self.reader.current(work)
        return answer_inline(
            query, store=work, catalogue=reader.catalogue, reader=reader, settings=self.settings, now=self.clock.now()
        )

    def _take_turn(self, incoming: Incoming, work: UnitOfWork) -> Turn:
        reader = self.reader.current(work)
        return take_turn(
            incoming, store=work, catalogue=reader.catalogue, reader=reader, settings=self.settings, now=self.clock.now()
        )

    def _turn_away(self, incoming: Incoming, work: UnitOfWork) -> Turn:
        if work.finish_update(incoming.update_id) and incoming.chat.is_private:
            work.put_out(Outgoing(incoming.chat.id, too_fast().text))
        return Turn()

    def _leave(self, incoming: Incoming, work: UnitOfWork) -> Turn:
        work.finish_update(incoming.update_id)
        return Turn()

    def _take_reading(self, done: ReadingDone, work: UnitOfWork) -> None:
        reader = self.reader.current(work)
        take_reading(done, store=work, catalogue=reader.catalogue, reader=reader, settings=self.settings, now=self.clock.now())
