"""What is kept of administrative acts, and the duties that some of them give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Role


class ActKind(StrEnum):
    """What an administrative act was."""

    INVITED = "invited"
    INVITE_WITHDRAWN = "invite_withdrawn"
    JOINED = "joined"
    GRANTED = "granted"
    MOVED = "moved"
    REVOKED = "revoked"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    GROUP_REGISTERED = "group_registered"
    GROUP_UNREGISTERED = "group_unregistered"
    GROUP_LOST = "group_lost"  # somebody put the bot out


@dataclass(frozen=True, slots=True)
class Act:
    """One administrative act, kept for ever. `by` None: from the command line; `person_id` who it concerned."""

    kind: ActKind
    at: datetime
    by: int | None
    person_id: int | None = None
    role: Role | None = None
    agency: AgencyCode | None = None
    before: AgencyCode | None = None  # the agency somebody was moved from
    row: IndicatorId | None = None
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A catalogue row (section, heading or indicator) of an agency's report that a clerk answers for."""

    agency: AgencyCode
    row: IndicatorId
    person_id: int
