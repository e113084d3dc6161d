"""People with their grants, invites, and registered groups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.domain.catalogue import AgencyCode
from bot.domain.people import Grant, Group, Invite, Person, Role
from storage.prepared import Prepared
from storage.repository import Repository, Upsert
from storage.tables import GrantRow, GroupRow, InviteAgencyRow, InviteRow, PersonRow

_PEOPLE = (
    select(PersonRow.id, PersonRow.name, GrantRow.role, GrantRow.agency)
    .outerjoin(GrantRow, GrantRow.person_id == PersonRow.id)
    .order_by(PersonRow.id, GrantRow.position)
)
_PERSON = Prepared(_PEOPLE.where(PersonRow.id == bindparam("person_id")))
_SAVE_PERSON = Upsert(PersonRow, key=("id",))
_SAVE_GROUP = Upsert(GroupRow, key=("chat_id", "thread_id"))
_INVITE = Prepared(select(InviteRow.__table__).where(InviteRow.token == bindparam("token")))
_MORE_AGENCIES = Prepared(
    select(InviteAgencyRow.agency).where(InviteAgencyRow.token == bindparam("token")).order_by(InviteAgencyRow.agency)
)
_GROUPS = select(GroupRow.__table__).order_by(GroupRow.chat_id, GroupRow.thread_id)
NO_THREAD = 0  # the group itself, in a key that cannot be empty; Telegram's topics count from 1


class People(Repository):
    """People of the unit of work; see `bot.domain.ports.Store`."""

    def person(self, person_id: int) -> Person | None:
        """Somebody registered."""
        found = _people(self._run(_PERSON, {"person_id": person_id}))
        return found[0] if found else None

    def people(self, *, role: Role | None = None, agency: AgencyCode | None = None) -> list[Person]:
        """Those with a grant of that role for that agency (None: any), with all their grants, by id."""
        wanted = _PEOPLE
        if role is not None or agency is not None:
            granted = select(GrantRow.person_id)
            if role is not None:
                granted = granted.where(GrantRow.role == role)
            if agency is not None:
                granted = granted.where(GrantRow.agency == agency)
            wanted = wanted.where(PersonRow.id.in_(granted))
        return _people(self._connection.execute(wanted))

    def save_person(self, person: Person) -> None:
        """Store a person with exactly these grants."""
        self._store(_SAVE_PERSON, {"id": person.id, "name": person.name})
        self._connection.execute(delete(GrantRow).where(GrantRow.person_id == person.id))
        if person.grants:
            grants = [
                {"person_id": person.id, "position": position, "role": grant.role, "agency": grant.agency}
                for position, grant in enumerate(person.grants)
            ]
            self._connection.execute(insert(GrantRow), grants)

    def add_invite(self, invite: Invite) -> None:
        """Store a new invite."""
        columns = {
            "token": invite.token,
            "role": invite.grant.role,
            "agency": invite.grant.agency,
            "created_by": invite.created_by,
            "created_at": invite.created_at,
            "expires_at": invite.expires_at,
            "used_by": invite.used_by,
            "used_at": invite.used_at,
        }
        self._connection.execute(insert(InviteRow), columns)
        if invite.more:
            more = [{"token": invite.token, "agency": agency} for agency in invite.more]
            self._connection.execute(insert(InviteAgencyRow), more)

    def invite(self, token: str) -> Invite | None:
        """The invite of a token, used and expired ones too."""
        row = self._run(_INVITE, {"token": token}).one_or_none()
        if row is None:
            return None
        grant = Grant(row.role, row.agency)
        more = tuple(self._run(_MORE_AGENCIES, {"token": token}).scalars())
        return Invite(row.token, grant, row.created_by, row.created_at, row.expires_at, row.used_by, row.used_at, more)

    def use_invite(self, token: str, *, by: int, at: datetime) -> bool:
        """Mark it used; False when it was used, expired or unknown. The condition is part of the write: one of two succeeds."""
        usable = (InviteRow.token == token, InviteRow.used_by.is_(None), InviteRow.expires_at > at)
        return self._connection.execute(update(InviteRow).where(*usable).values(used_by=by, used_at=at)).rowcount == 1

    def group(self, chat_id: int, thread_id: int | None) -> Group | None:
        """The registration of a group or topic, inactive ones too."""
        here = (GroupRow.chat_id == chat_id, GroupRow.thread_id == (thread_id or NO_THREAD))
        row = self._connection.execute(_GROUPS.where(*here)).one_or_none()
        return None if row is None else _group(row)

    def groups(self) -> list[Group]:
        """All registrations, inactive ones too, by chat and topic."""
        return [_group(row) for row in self._connection.execute(_GROUPS)]

    def save_group(self, group: Group) -> None:
        """Store a registration."""
        columns = {
            "chat_id": group.chat_id,
            "thread_id": group.thread_id or NO_THREAD,
            "title": group.title,
            "agency": group.agency,
            "registered_by": group.registered_by,
            "active": group.active,
        }
        self._store(_SAVE_GROUP, columns)


def _people(rows: Iterable[Row[Any]]) -> list[Person]:
    """People from rows of one grant each, in order of person."""
    found = []
    for (person_id, name), grants in groupby(rows, key=lambda row: (row.id, row.name)):
        found.append(Person(person_id, name, tuple(Grant(row.role, row.agency) for row in grants if row.role is not None)))
    return found


def _group(row: Row[Any]) -> Group:
    return Group(row.chat_id, row.thread_id or None, row.title, row.agency, row.registered_by, row.active)
