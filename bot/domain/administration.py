"""Who is given what, by whom: rights granted, moved and revoked, each with its line in the history of administrative acts."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.acts import Act, ActKind
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Grant, Invite, Person, Role
from bot.domain.ports import Store


@dataclass(frozen=True, slots=True)
class RightsChanged:
    """Somebody's rights are now others. `person` as they are now; `taken`, `given`: what went and what came.

    `rows`: how many catalogue rows they answered for in the agency that went, which are nobody's now.
    """

    person: Person
    taken: Grant | None = None
    given: Grant | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class NothingToChange:
    """The person does not have that right (any more), or has the new one already."""

    person: Person | None


class KeepReason(StrEnum):
    """Why an administrator cannot be revoked."""

    LAST = "last"  # nobody could invite another
    SETTING = "setting"  # named in the settings: would be back with their next message


@dataclass(frozen=True, slots=True)
class AdministratorKept:
    """An administrator who has to stay one."""

    person: Person
    reason: KeepReason


RightsOutcome = RightsChanged | NothingToChange | AdministratorKept


def revoke(
    person_id: int, grant: Grant, *, store: Store, by: int, at: datetime, first_administrator: int | None
) -> RightsOutcome:
    """Take a right away, at once; the rows the person answered for in that agency become nobody's."""
    person = store.person_to_change(person_id)
    if person is None or grant not in person.grants:
        return NothingToChange(person)
    if grant.role is Role.ADMINISTRATOR:
        if person_id == first_administrator:
            return AdministratorKept(person, KeepReason.SETTING)
        if len(store.people(role=Role.ADMINISTRATOR)) == 1:
            return AdministratorKept(person, KeepReason.LAST)
    person = replace(person, grants=tuple(each for each in person.grants if each != grant))
    store.save_person(person)
    rows = _release_rows(person_id, grant, store)
    store.add_act(Act(ActKind.REVOKED, at, by, person_id=person_id, role=grant.role, agency=grant.agency))
    return RightsChanged(person, taken=grant, rows=rows)


def move(person_id: int, grant: Grant, agency: AgencyCode, *, store: Store, by: int, at: datetime) -> RightsOutcome:
    """Give somebody the same role for another agency instead; NothingToChange when they have that already."""
    person = store.person_to_change(person_id)
    moved = Grant(grant.role, agency)
    if person is None or grant not in person.grants or moved in person.grants or grant.agency is None:
        return NothingToChange(person)
    person = replace(person, grants=tuple(moved if each == grant else each for each in person.grants))
    store.save_person(person)
    rows = _release_rows(person_id, grant, store)
    store.add_act(Act(ActKind.MOVED, at, by, person_id=person_id, role=grant.role, agency=agency, before=grant.agency))
    return RightsChanged(person, taken=grant, given=moved, rows=rows)


def grant_right(person_id: int, grant: Grant, *, store: Store, by: int, at: datetime) -> RightsOutcome:
    """Give somebody who is registered one more right."""
    person = store.person_to_change(person_id)
    if person is None or grant in person.grants:
        return NothingToChange(person)
    person = replace(person, grants=(*person.grants, grant))
    store.save_person(person)
    store.add_act(Act(ActKind.GRANTED, at, by, person_id=person_id, role=grant.role, agency=grant.agency))
    return RightsChanged(person, given=grant)


def new_invite(role: Role, agencies: Sequence[AgencyCode], *, by: int | None, at: datetime, days: int, store: Store) -> Invite:
    """Make and keep an invite of that role for these agencies, none meaning the whole province; single use, `days` long."""
    codes: list[AgencyCode | None] = [*sorted(agencies)] or [None]
    first, *more = codes
    token = secrets.token_urlsafe(24)
    made = Invite(token, Grant(role, first), by, at, at + timedelta(days=days), more=tuple(code for code in more if code))
    store.add_invite(made)
    for grant in made.grants:
        store.add_act(Act(ActKind.INVITED, at, by, role=grant.role, agency=grant.agency))
    return made


def take_up(invite: Invite, person: Person, *, store: Store, at: datetime) -> Person | None:
    """Use an invite: the person with its grants; None when it was used, expired or withdrawn meanwhile."""
    if not store.use_invite(invite.token, by=person.id, at=at):
        return None
    standing = store.person_to_change(person.id) or person
    new = tuple(grant for grant in invite.grants if grant not in standing.grants)
    joined = replace(standing, name=person.name or standing.name, grants=(*standing.grants, *new))
    store.save_person(joined)
    for grant in new:
        store.add_act(Act(ActKind.JOINED, at, person.id, person_id=person.id, role=grant.role, agency=grant.agency))
    return joined


def _release_rows(person_id: int, grant: Grant, store: Store) -> int:
    """Make the rows that a clerk answered for nobody's; how many there were."""
    if grant.role is not Role.CLERK or grant.agency is None:
        return 0
    held = [duty for duty in store.duties(grant.agency) if duty.person_id == person_id]
    for duty in held:
        store.assign(duty.agency, duty.row, None)
    return len(held)
