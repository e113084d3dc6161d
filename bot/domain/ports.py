"""What the domain asks of storage: one small protocol, implemented by `storage.unit_of_work.UnitOfWork`.

All calls of one turn happen inside one transaction. Times are aware UTC datetimes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.acts import Act, Duty
from bot.domain.calendar import MovedDeadline
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.notices import OwnRules
from bot.domain.outgoing import ButtonRecord, Outgoing, Undelivered
from bot.domain.people import Group, Invite, Person, Role
from bot.domain.period import Period
from bot.domain.report import Report, ReportState, ReportStep
from bot.domain.value import Change, NewValue, SetAside, Source, StoredValue, ValueKey
from bot.domain.wording import AcceptedAlias, Unmatched


class ChangedMeanwhile(Exception):  # noqa: N818  an expected fact, named as the outcome it becomes
    """A write named another value than the one that stands now; nothing was written."""

    def __init__(self, standing: StoredValue | None) -> None:
        """Carry the value that stands now (None: it was taken away)."""
        super().__init__("the value was changed by someone else meanwhile")
        self.standing = standing


@dataclass(frozen=True, slots=True)
class NoticeKey:
    """A notice is due once per chat, kind, period and moment; agency None: a group's notice over all agencies."""

    chat_id: int
    kind: str
    period: Period
    agency: AgencyCode | None
    due: datetime


class Store(Protocol):
    """Everything a turn may read and write."""

    # values
    def value(self, key: ValueKey) -> StoredValue | None: ...
    def values(
        self,
        *,
        agencies: Collection[AgencyCode] | None = None,
        periods: Collection[Period] | None = None,
        indicators: Collection[IndicatorId] | None = None,
    ) -> list[StoredValue]:
        """Current values, None meaning any, ordered by agency, period code, indicator id."""
        ...

    def write_values(self, values: Sequence[NewValue], *, batch: str, by: int, at: datetime, source: Source) -> list[Change]:
        """Write all or none: each current value with its history row. ChangedMeanwhile when `replaces` no longer stands.

        A batch that was written before is not written again: its changes are returned (exactly once per update).
        """
        ...

    def changes(self, key: ValueKey) -> list[Change]:
        """History of one key, oldest first."""
        ...

    def report_changes(self, agency: AgencyCode, period: Period, *, after: datetime) -> list[Change]:
        """All changes of a report's figures after a moment, oldest first."""
        ...

    def batch(self, batch: str) -> list[Change]:
        """The changes of one batch in the order written; [] when there is none."""
        ...

    def set_aside(self, values: Sequence[SetAside]) -> None:
        """Keep impossible values visible; one per key, the newest."""
        ...

    def values_set_aside(self, agency: AgencyCode, period: Period) -> list[SetAside]: ...

    # reports
    def report(self, agency: AgencyCode, period: Period, *, to_change: bool = False) -> Report:
        """Where it stands. `to_change`: nobody else changes it or its values until this turn ends."""
        ...

    def reports(self, period: Period) -> list[Report]: ...
    def reports_in(self, states: Collection[ReportState]) -> list[Report]:
        """The reports of all periods that stand so, longest waiting first."""
        ...

    def expired_reports(self, now: datetime) -> list[Report]:
        """The reopened reports whose time is up."""
        ...

    def save_report(self, report: Report, *, by: int | None, at: datetime) -> None:
        """Store where it stands and the step to it; `by` None: time took it. Use `bot.domain.report_life`, which checks."""
        ...

    def report_steps(self, agency: AgencyCode, period: Period) -> list[ReportStep]:
        """Its life so far, oldest step first."""
        ...

    # people and groups
    def person(self, person_id: int) -> Person | None: ...
    def people(self, *, role: Role | None = None, agency: AgencyCode | None = None) -> list[Person]: ...
    def save_person(self, person: Person) -> None: ...
    def add_invite(self, invite: Invite) -> None: ...
    def invite(self, token: str) -> Invite | None: ...
    def use_invite(self, token: str, *, by: int, at: datetime) -> bool:
        """Mark it used; False when it was used, expired or unknown (atomic: two people cannot both succeed)."""
        ...

    def group(self, chat_id: int, thread_id: int | None) -> Group | None: ...
    def groups(self) -> list[Group]: ...
    def save_group(self, group: Group) -> None: ...

    # conversation: one JSON-able document per (chat, person) and kind ("focus", "pending", "step")
    def memory(self, chat_id: int, person_id: int, kind: str) -> dict[str, Any] | None: ...
    def remember(self, chat_id: int, person_id: int, kind: str, document: Mapping[str, Any] | None) -> None: ...
    def subject(self, chat_id: int, message_id: int) -> dict[str, Any] | None:
        """What a message we sent was about."""
        ...

    def add_button(self, button: ButtonRecord) -> None: ...
    def button(self, token: str) -> ButtonRecord | None: ...

    # wordings that were not understood, and the aliases accepted from them (bot.domain.growing)
    def note_unmatched(self, wording: str, *, refused: bool, nearest: IndicatorId | None, at: datetime) -> None:
        """Count a wording once more, as refused or as asked."""
        ...

    def note_choice(self, wording: str, indicator: IndicatorId) -> None:
        """Count what was chosen after it; nothing when the wording is not kept (any more)."""
        ...

    def unmatched(self, most: int) -> list[Unmatched]:
        """The wordings kept, most frequent first."""
        ...

    def forget_unmatched(self, wording: str | None) -> int:
        """Delete one wording with what was chosen, or (None) all; returns how many wordings."""
        ...

    def aliases_version(self) -> int:
        """Version of the accepted aliases: counted up by each change, 0 before the first."""
        ...

    def accepted_aliases(self, *, to_change: bool = False) -> list[AcceptedAlias]:
        """Those that stand now, in the order accepted. `to_change`: nobody else changes them until this turn ends."""
        ...

    def change_alias(self, wording: str, indicator: IndicatorId | None, *, catalogue: str, by: int | None, at: datetime) -> int:
        """Accept an alias, or (None) withdraw it; returns the new version."""
        ...

    # rights, duties, and the history of administrative acts (bot.domain.administration, bot.domain.duties)
    def person_to_change(self, person_id: int) -> Person | None:
        """Somebody whose rights nobody else changes until this turn ends."""
        ...

    def rename_person(self, person_id: int, name: str) -> None: ...
    def withdraw_invite(self, token: str, at: datetime) -> bool:
        """Let an invite expire now; False when it is of no use already."""
        ...

    def duties(self, agency: AgencyCode) -> list[Duty]:
        """Who answers for which rows of an agency's report, one person a row, by row id."""
        ...

    def assign(self, agency: AgencyCode, row: IndicatorId, person_id: int | None) -> None:
        """Give a row to a person instead of whoever had it, or (None) to nobody."""
        ...

    def add_act(self, act: Act) -> None:
        """Append to the history, which nothing is ever taken from."""
        ...

    def acts(self, *, person_id: int | None = None, most: int = 50) -> list[Act]:
        """The newest acts, newest first; of one person: those that concerned them."""
        ...

    # chats: what is known against writing to them
    def mark_chat_unreachable(self, chat_id: int, reason: str) -> None:
        """The bot is out of the chat: its registrations end."""
        ...

    def mark_chat_silenced(self, chat_id: int) -> None:
        """The bot is inside but may not write: registrations stay."""
        ...

    def mark_chat_reachable(self, chat_id: int) -> None: ...
    def may_write_to(self, chat_id: int) -> bool:
        """Whether nothing is known against it."""
        ...

    # out and in
    def put_out(self, message: Outgoing) -> int:
        """Put a message into the outbox; returns its id. An unsent older message of the same chat and slot is dropped."""
        ...

    def take_undelivered(self, at: datetime) -> list[Undelivered]:
        """What could not be delivered and was not reported yet, closed chats first; from now on it counts as reported."""
        ...

    def finish_update(self, update_id: int) -> bool:
        """Mark the inbox row done; False when it already was (the turn must then have no effect)."""
        ...

    def notice_given(self, key: NoticeKey) -> bool: ...
    def give_notice(self, key: NoticeKey, message: Outgoing, *, late: bool) -> bool:
        """Write the ledger row and the outbox row together; False when the ledger already has it."""
        ...

    # reminders of people: at most one a day each; several notices in one message (bot.domain.reminding)
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
