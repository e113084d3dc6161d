"""The people of a conversation on this machine: known to the local Telegram and, with their role, to the database."""

from __future__ import annotations

from bot.commands.options import Persona
from bot.domain.catalogue import Catalogue
from bot.domain.people import Person, Role
from handlers.local.server import LocalTelegram
from storage import Storage

GROUP_ID = -1001
_FIRST_PERSON = 1001


class Cast:
    """Who has spoken so far, and a group that they are all in."""

    def __init__(self, server: LocalTelegram, storage: Storage, catalogue: Catalogue) -> None:
        """Nobody yet."""
        self._server = server
        self._storage = storage
        self._catalogue = catalogue
        self._entered: set[int] = set()
        server.world.add_group(GROUP_ID, "Nhóm CCHC tỉnh")

    async def enter(self, who: Persona) -> int:
        """Register somebody the first time; their id."""
        person_id = self.id_of(who)
        if person_id in self._entered:
            return person_id
        self._entered.add(person_id)
        self._server.world.add_person(person_id, who.name).has_started = True
        if who.grant is not None:
            registered = Person(person_id, who.name, (who.grant,))
            await self._storage.hop(lambda work: work.save_person(registered))
        return person_id

    def id_of(self, who: Persona) -> int:
        """The same for the same role and agency, in whatever order they come: a database that is kept knows them again."""
        if who.grant is None:
            return _FIRST_PERSON
        codes = [agency.code for agency in self._catalogue.agencies]
        place = codes.index(who.grant.agency) + 1 if who.grant.agency is not None else 0
        return _FIRST_PERSON + 1 + list(Role).index(who.grant.role) + place * len(Role)
