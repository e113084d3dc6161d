"""One message and everything it is answered with: what all parts of a turn share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.clock import day_in_viet_nam
from bot.conversation.button_tokens import store_buttons
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.offering import Offered, offered_in
from bot.domain.outgoing import Outgoing
from bot.domain.people import Action, Group, Person, Role, may
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.value import Source
from bot.incoming import Incoming, Press
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.understanding.reader import Reader


@dataclass(frozen=True, slots=True)
class Exchange:
    """The incoming message, who sent it, and the means to answer."""

    incoming: Incoming
    person: Person
    group: Group | None
    store: Store
    catalogue: Catalogue
    reader: Reader
    calendar: Calendar
    settings: Settings
    now: datetime
    asides: bool = True  # whether what may not be shown here can be answered in private instead
    rights_changed: set[int] = field(default_factory=set)  # ids of people whose menu of commands is another now
    offered: dict[int, list[Offered]] = field(default_factory=dict)  # per chat the buttons put out

    @property
    def today(self) -> date:
        """The day in Viet Nam."""
        return day_in_viet_nam(self.now)

    @property
    def chat_id(self) -> int:
        """Where the message came from."""
        return self.incoming.chat.id

    @property
    def own_agency(self) -> AgencyCode | None:
        """The agency the writer speaks for: the group's, the only one they enter for, or the only one they belong to."""
        if self.group is not None and self.group.agency is not None:
            return self.group.agency
        entered = self.person.agencies_of(Role.CLERK)
        own = entered or self.person.agencies
        return own[0] if len(own) == 1 else None

    def known_agency(self, code: str | None) -> AgencyCode | None:
        """The agency of a code that was remembered, None when the catalogue no longer has it."""
        return AgencyCode(code) if code is not None and self.catalogue.has_agency(code) else None

    @property
    def batch(self) -> str:
        """What the changes of this message are kept under: once per update."""
        return f"update:{self.incoming.update_id}"

    def source(self, kind: str) -> Source:
        """Where values of this message come from."""
        return Source(kind, chat_id=self.chat_id, message_id=self.incoming.message_id)

    def sees(self, agency: AgencyCode, period: Period) -> bool:
        """Whether that report's figures may be shown here: submitted ones, or unsubmitted to those who may.

        A group sees only what it was registered for; outside its agency never a figure before submission (design §9).
        """
        submitted = self.is_settled(agency, period)
        if not self.incoming.chat.is_private:
            own = self.group is not None and self.group.agency == agency
            return self.shows(agency) and (submitted or own)
        return may(self.person, Action.READ if submitted else Action.READ_UNSUBMITTED, agency)

    def shows(self, agency: AgencyCode) -> bool:
        """Whether figures of that agency belong into this chat at all: always in private, in a group if registered for it."""
        if self.incoming.chat.is_private:
            return True
        return self.group is not None and self.group.active and self.group.agency in (None, agency)

    def takes_entries(self, agency: AgencyCode) -> bool:
        """Whether figures of that agency may be entered in this chat: they are shown back before they are submitted."""
        return self.incoming.chat.is_private or (self.shows(agency) and self.group is not None and self.group.agency == agency)

    def sums(self, agency: AgencyCode, period: Period) -> bool:
        """Whether that report's figures go into totals and rankings here: submitted ones do (design §9)."""
        return self.shows(agency) and self.is_settled(agency, period)

    def is_settled(self, agency: AgencyCode, period: Period) -> bool:
        """Whether the report was submitted, or is one that nobody submits."""
        return self.store.report(agency, period).is_locked or self.calendar_is_silent_on(period)

    def calendar_is_silent_on(self, period: Period) -> bool:
        """Whether no report is collected for that span, so that none could ever be submitted."""
        return False if self.calendar.is_collected(period) else self.today > period.last_day

    def answer(self, reply: Reply) -> None:
        """Put one reply into the outbox, its buttons stored under opaque tokens bound to the person."""
        private = self.incoming.chat.is_private
        buttons = store_buttons(reply, store=self.store, chat_id=self.chat_id, person_id=self.person.id, now=self.now)
        shown = offered_in(buttons, ([button.action for button in row] for row in reply.buttons))
        if shown:
            self.offered.setdefault(self.chat_id, []).extend(shown)
        content = self.incoming.content
        edits = content.message_id if reply.edits and isinstance(content, Press) else None
        self.store.put_out(
            Outgoing(
                self.chat_id,
                reply.text,
                buttons,
                thread_id=self.incoming.chat.thread_id,
                slot=f"{reply.slot}:{self.person.id}" if reply.slot else None,
                subject=reply.subject,
                reply_to=None if private or isinstance(content, Press) else self.incoming.message_id,
                edits=edits,
                recipe=reply.recipe,
            )
        )
