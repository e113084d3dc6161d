"""What the domain asks of storage, continued from `bot.domain.ports`: reminders, and the calendar as it was changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.calendar import MovedDeadline
from bot.domain.catalogue import AgencyCode
from bot.domain.notices import OwnRules
from bot.domain.outgoing import Outgoing
from bot.domain.period import Period


@dataclass(frozen=True, slots=True)
class NoticeKey:
    """A notice is due once per chat, kind, period and moment; agency None: a group's notice over all agencies."""

    chat_id: int
    kind: str
    period: Period
    agency: AgencyCode | None
    due: datetime


class ReminderStore(Protocol):
    """Who was reminded of what, who asked to be reminded later, and deadlines that were moved."""

    def claim_reminder(self, person_id: int, day: date) -> bool:
        """Take that person's one reminder of the day; False when it was taken."""
        ...

    def reminded_on(self, day: date) -> set[int]:
        """Whose reminder of that day was taken."""
        ...

    def file_notices(self, keys: Collection[NoticeKey], message: Outgoing, *, late: bool, at: datetime) -> bool:
        """Put one message out and file all that it tells. False, and nothing done, when a group was told of it before."""
        ...

    def take_back_notices(self, *, given_before: datetime, now: datetime) -> int:
        """Undo notices that were put out before a moment and could not be sent since; returns how many messages.

        Not those that Telegram is being waited for. What is still due then is given anew, as it is by now.
        """
        ...

    def notices_filed(self, periods: Collection[Period], due: Collection[datetime]) -> set[NoticeKey]: ...
    def first_reminded(self, period: Period) -> dict[AgencyCode, datetime]:
        """The first day of which somebody was told that an agency's report is missing, by its first moment."""
        ...

    def last_entered(self, period: Period) -> dict[AgencyCode, datetime]:
        """When a figure of an agency's report was last written."""
        ...

    def snooze(self, person_id: int, until: datetime) -> None: ...
    def snoozes(self) -> dict[int, datetime]:
        """Who asked to be reminded later, and when."""
        ...

    def end_snooze(self, person_id: int) -> bool:
        """Forget it; False when there is none (any more)."""
        ...

    def unreachable_chats(self) -> dict[int, str]:
        """The chats we cannot write to, and why."""
        ...

    # deadlines that were moved, and agencies' own rules of reminding
    def moved_deadlines(self) -> dict[Period, MovedDeadline]: ...
    def move_deadline(self, period: Period, deadline: date | None, *, by: int, at: datetime) -> None:
        """Set a period's deadline, or (None) let the rules say again."""
        ...

    def own_rules(self) -> dict[AgencyCode, OwnRules]: ...
    def save_own_rules(self, agency: AgencyCode, rules: OwnRules, *, by: int, at: datetime) -> None: ...
