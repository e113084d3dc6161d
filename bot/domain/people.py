"""Who people are and what they may do. `may` is the only place that decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.catalogue import AgencyCode


class Role(StrEnum):
    """What somebody is. A clerk always has an agency; a viewer without one sees the whole province."""

    ADMINISTRATOR = "administrator"
    CLERK = "clerk"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Grant:
    """One role, for one agency or (administrator, province viewer) for all."""

    role: Role
    agency: AgencyCode | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody registered. `id` is Telegram's user id; no grants: known but without rights."""

    id: int
    name: str
    grants: tuple[Grant, ...] = ()

    @property
    def agencies(self) -> tuple[AgencyCode, ...]:
        """The agencies the person belongs to, clerk's first."""
        ordered = sorted(self.grants, key=lambda grant: grant.role is not Role.CLERK)
        return tuple(dict.fromkeys(grant.agency for grant in ordered if grant.agency is not None))

    def agencies_of(self, role: Role) -> tuple[AgencyCode, ...]:
        """The agencies the person has that role for."""
        return tuple(dict.fromkeys(grant.agency for grant in self.grants if grant.role is role and grant.agency is not None))

    def has(self, role: Role) -> bool:
        """Whether the person has that role for any agency."""
        return any(grant.role is role for grant in self.grants)


class Action(StrEnum):
    """What can be asked for."""

    READ = "read"  # figures of submitted reports
    READ_UNSUBMITTED = "read_unsubmitted"  # figures of a report that is still open
    ENTER = "enter"
    SUBMIT = "submit"
    ASSIGN = "assign"  # say which clerk answers for which rows of the agency's report
    ADMINISTER = "administer"  # invite, register groups, see who is missing


def may(person: Person | None, action: Action, agency: AgencyCode | None = None) -> bool:
    """Whether somebody may do this, to that agency's report (None: to none in particular).

    Everyone registered may read submitted figures of every agency; before submission they are for the agency itself,
    the whole province's viewers and administrators (docs/decisions/0003-who-may-read.md).
    """
    if person is None:
        return False
    for grant in person.grants:
        own = agency is None or grant.agency == agency
        match grant.role:
            case Role.ADMINISTRATOR:
                return True
            case Role.CLERK:
                if action is Action.READ or (own and action is not Action.ADMINISTER):
                    return True
            case Role.VIEWER:
                if action is Action.READ or (action is Action.READ_UNSUBMITTED and (grant.agency is None or own)):
                    return True
    return False


@dataclass(frozen=True, slots=True)
class Invite:
    """A single-use deep link: whoever opens it first before `expires_at` gets the grants.

    `more`: further agencies with the same role, for a clerk or viewer of several, by code.
    """

    token: str  # A-Z a-z 0-9 _ -, at most 64 characters (Telegram's limit for deep links)
    grant: Grant
    created_by: int | None  # None: from the command line
    created_at: datetime
    expires_at: datetime
    used_by: int | None = None
    used_at: datetime | None = None
    more: tuple[AgencyCode, ...] = ()

    @property
    def grants(self) -> tuple[Grant, ...]:
        """Everything that opening it gives."""
        return (self.grant, *(Grant(self.grant.role, agency) for agency in self.more))


@dataclass(frozen=True, slots=True)
class Group:
    """A registered group (and topic): receives notices and sees figures of one agency, or of all submitted ones (None)."""

    chat_id: int
    thread_id: int | None
    title: str
    agency: AgencyCode | None
    registered_by: int
    active: bool = True
