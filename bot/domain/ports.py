"""What the domain asks of storage: one small protocol, implemented by `storage.unit_of_work.UnitOfWork`.

All calls of one turn happen inside one transaction. Times are aware UTC datetimes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.domain.acts import Act, Duty
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.check_reason import CheckReason
from bot.domain.outgoing import ButtonRecord, Outgoing, Undelivered
from bot.domain.people import Group, Invite, Person, Role
from bot.domain.period import Period
from bot.domain.ports_files import FileStore
from bot.domain.ports_reminding import NoticeKey, ReminderStore
from bot.domain.report import Report, ReportState, ReportStep
from bot.domain.value import Change, NewValue, SetAside, Source, StoredValue, ValueKey
from bot.domain.wording import AcceptedAlias, Unmatched


class ChangedMeanwhile(Exception):  # noqa: N818  an expected fact, named as the outcome it becomes
    """A write named another value than the one that stands now; nothing was written."""

    def __init__(self, standing: StoredValue | None) -> None:
        """Carry the value that stands now (None: it was taken away)."""
        super().__init__("the value was changed by someone else meanwhile")
        self.standing = standing


class Store(ReminderStore, FileStore, Protocol):
    """Everything a turn may read and write."""

    # values
    def value(self, key: ValueKey) -> StoredValue | None: ...
    def values(
        self,
        *,
        agencies: Collection[AgencyCode] | None = None,
        periods: Collection[Period] | None = None,
        indicators: Collection[IndicatorId] | None = None,
        since: int | None = None,
    ) -> list[StoredValue]:
        """Current values, None meaning any, ordered by agency, period code, indicator id; `since`: of that year and later."""
        ...

    def periods_filled(self, agency: AgencyCode) -> list[Period]:
        """The periods for which an agency has any value, by code."""
        ...

    def write_values(self, values: Sequence[NewValue], *, batch: str, by: int, at: datetime, source: Source) -> list[Change]:
        """Write all or none: each current value with its history row. ChangedMeanwhile when `replaces` no longer stands.

        A batch that was written before is not written again: its changes are returned (exactly once per update).
        """
        ...

    def changes(self, key: ValueKey) -> list[Change]:
        """History of one key, oldest first."""
        ...

    def report_changes(
        self, agency: AgencyCode, period: Period, *, after: datetime, indicator: IndicatorId | None = None
    ) -> list[Change]:
        """All changes of a report's figures (or of that one) after a moment, oldest first."""
        ...

    def batch(self, batch: str) -> list[Change]:
        """The changes of one batch in the order written; [] when there is none."""
        ...

    def changes_of_report(self, agency: AgencyCode, period: Period) -> list[Change]:
        """Every change of a report, oldest first."""
        ...

    def recent_batches(
        self,
        *,
        agency: AgencyCode | None = None,
        period: Period | None = None,
        by: int | None = None,
        chat: int | None = None,
        before: int | None = None,
        most: int = 10,
    ) -> list[list[Change]]:
        """The changes of the newest batches, newest batch first: of a report, of a person, of those written in a chat.

        `before`: only batches whose last change has a smaller id.
        """
        ...

    # reasons for figures that fail a check (bot.domain.report_checks)
    def add_check_reason(self, reason: CheckReason) -> None: ...
    def check_reasons(self, agencies: Collection[AgencyCode]) -> list[CheckReason]:
        """Every reason ever given in these agencies' reports, oldest first."""
        ...

    def set_aside(self, values: Sequence[SetAside]) -> None:
        """Keep impossible values visible; one per key, the newest."""
        ...

    def values_set_aside(self, agency: AgencyCode, period: Period) -> list[SetAside]: ...

    # reports
    def report(self, agency: AgencyCode, period: Period, *, to_change: bool = False) -> Report:
        """Where it stands. `to_change`: nobody else changes it or its values until this turn ends."""
        ...

    def reports(self, period: Period, *, agencies: Collection[AgencyCode] | None = None) -> list[Report]:
        """The reports of a period that somebody touched, of these agencies (None: of all), by agency."""
        ...

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

    def add_buttons(self, buttons: Sequence[ButtonRecord]) -> None:
        """Store what pressing new buttons means."""
        ...

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
