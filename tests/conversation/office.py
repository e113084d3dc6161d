"""People talking to the bot without Telegram: turns on a real database, and entries made by hand.

What a message means is tested elsewhere; here an `Entry` is given as it is, so that each case is exactly what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from bot.conversation import entering
from bot.conversation.exchange import Exchange
from bot.conversation.file_reading import ReadingDone
from bot.conversation.turn import Turn, take_reading, take_turn
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.period import Period
from bot.domain.value import Fault, Figure, Source, ValueKey
from bot.incoming import Attachment, Chat, Command, Content, Incoming, Press, Sender, Text
from bot.settings import Settings
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Entry, EntryValue
from storage import Storage

SCT, STC, STTTT = AgencyCode("SCT"), AgencyCode("STC"), AgencyCode("STTTT")
Q1 = Period.parse("2023-Q1")
PLANNED, DONE = IndicatorId("plan.tasks_planned"), IndicatorId("plan.tasks_done")
CLERK, COLLEAGUE, OUTSIDER, ADMINISTRATOR = 2, 3, 4, 5
GROUP = Chat(-100, is_private=False, title="Nhóm")
PEOPLE = (
    Person(CLERK, "Công chức", (Grant(Role.CLERK, SCT),)),
    Person(COLLEAGUE, "Đồng nghiệp", (Grant(Role.CLERK, SCT),)),
    Person(OUTSIDER, "Công chức khác", (Grant(Role.CLERK, STC),)),
    Person(ADMINISTRATOR, "Quản trị", (Grant(Role.ADMINISTRATOR),)),
)
SETTINGS = Settings(data_folder=Path(), database_url="")


@dataclass
class Office:
    """The bot's memory, the clock, and who writes."""

    storage: Storage
    catalogue: Catalogue
    reader: Reader
    now: datetime = datetime(2023, 3, 15, 2, tzinfo=UTC)
    last_update: int = 0
    said: list[Outgoing] = field(default_factory=list)
    settings: Settings = SETTINGS

    def __post_init__(self) -> None:
        """Everybody is registered."""
        with self.storage.begin() as work:
            for person in PEOPLE:
                work.save_person(person)
            work.commit()

    def turn(self, content: Content, *, by: int = CLERK, chat: Chat | None = None, update_id: int | None = None) -> Turn:
        """One update, as the handlers would hand it over."""
        incoming = self._incoming(content, by, chat, update_id)
        with self.storage.begin() as work:
            turn = take_turn(
                incoming, store=work, catalogue=self.catalogue, reader=self.reader, settings=self.settings, now=self.now
            )
            work.commit()
        self._hear()
        return turn

    def write(self, text: str, *, by: int = CLERK, chat: Chat | None = None) -> Turn:
        """A text message."""
        return self.turn(Text(text), by=by, chat=chat)

    def command(self, name: str, argument: str = "", *, by: int = CLERK, chat: Chat | None = None) -> Turn:
        """A slash command."""
        return self.turn(Command(name, argument), by=by, chat=chat)

    def send_file(
        self, answer: Mapping[str, Any], *, by: int = CLERK, chat: Chat | None = None, caption: str = ""
    ) -> Callable[[], None] | None:
        """Somebody sends a file of which a worker will say `answer`; what lets it say so, None when it is not read at all."""
        number = self.last_update + 1
        self.turn(Attachment("document", f"id{number}", f"u{number}", "bc.txt", 100, "", caption), by=by, chat=chat)
        with self.storage.begin() as work:
            file = work.claim_file(self.now, by="worker", lease_seconds=60)
            work.commit()
        return None if file is None else partial(self._finish_reading, ReadingDone(file.id, "worker", answer))

    def _finish_reading(self, done: ReadingDone) -> None:
        with self.storage.begin() as work:
            take_reading(done, store=work, catalogue=self.catalogue, reader=self.reader, settings=self.settings, now=self.now)
            work.commit()
        self._hear()

    def enter(self, *values: EntryValue, by: int = CLERK, chat: Chat | None = None, preview: bool = False) -> None:
        """Somebody's message, understood as these values."""
        incoming = self._incoming(Text(" "), by, chat, None)
        entry = Entry(SCT, Q1, values, is_table=preview)
        with self.storage.begin() as work:
            person = work.person(by)
            assert person is not None
            exchange = Exchange(
                incoming,
                person,
                work.group(incoming.chat.id, None),
                work,
                self.catalogue,
                self.reader,
                Calendar(self.catalogue.calendar),
                SETTINGS,
                self.now,
            )
            if preview:
                entering.preview_entry(entry, exchange, edited=False, slot="preview")
            else:
                entering.enter(entry, exchange)
            work.commit()
        self._hear()

    def press(self, label: str, *, message: Outgoing | None = None, by: int = CLERK, chat: Chat | None = None) -> Turn:
        """A button of that message, or of the last one that has buttons."""
        shown = message or next(each for each in reversed(self.said) if each.buttons)
        token = next(button.token for row in shown.buttons for button in row if button.label == label)
        return self.turn(Press(token), by=by, chat=chat)

    def submit(self, *, by: int = CLERK, chat: Chat | None = None) -> None:
        """/nop, and whatever it asks answered: blank rows stay blank, estimates are estimates."""
        self.command("nop", by=by, chat=chat)
        answers = ("Nộp báo cáo", "Để trống", "Vẫn là số ước, nộp kèm")
        while shown := [each.label for row in self.said[-1].buttons for each in row if each.label in answers]:
            self.press(shown[0], message=self.said[-1], by=by, chat=chat)

    def register_group(self, agency: AgencyCode | None) -> None:
        """The group, for one agency or (None) the whole province."""
        with self.storage.begin() as work:
            work.save_group(Group(GROUP.id, None, GROUP.title, agency, ADMINISTRATOR))
            work.commit()

    def stored(self, indicator: IndicatorId, agency: AgencyCode = SCT, period: Period = Q1) -> Decimal | None:
        """The number that stands, read back by itself."""
        with self.storage.begin() as work:
            value = work.value(ValueKey(agency, period, indicator))
        return value.figure.number if value else None

    @property
    def source(self) -> Source:
        """Of what tests store directly."""
        return Source("message")

    def _incoming(self, content: Content, by: int, chat: Chat | None, update_id: int | None) -> Incoming:
        self.last_update += 1
        names: Mapping[int, str] = {person.id: person.name for person in PEOPLE}
        where = chat or Chat(by, is_private=True)
        return Incoming(update_id or self.last_update, where, Sender(by, names.get(by, "Người lạ")), self.last_update, content)

    def _hear(self) -> None:
        """Take what the bot wants to say out of its outbox, as the sender does."""
        while True:
            with self.storage.begin() as work:
                item = work.claim_out(self.now, by="test", lease_seconds=60)
                if item is None:
                    return
                work.sent(item.id, message_id=1000 + len(self.said), at=self.now)
                work.commit()
            self.said.append(item.message)


def sure(indicator: IndicatorId, number: int, *, note: str | None = None) -> EntryValue:
    """A value whose row is certain."""
    figure = Figure(Decimal(number))
    return EntryValue(indicator, (), certain=True, figure=figure, fault=None, note=note, raw=str(number), text=str(number))


def unsure(number: str, *indicators: str) -> EntryValue:
    """A value that may belong to any of these rows."""
    candidates = tuple(Candidate(IndicatorId(each), 0.5) for each in indicators)
    figure = Figure(Decimal(number))
    return EntryValue(None, candidates, certain=False, figure=figure, fault=None, note=None, raw=number, text=number)


def faulty(indicator: IndicatorId, raw: str, fault: Fault) -> EntryValue:
    """A value that cannot be."""
    return EntryValue(indicator, (), certain=False, figure=None, fault=fault, note=None, raw=raw, text=raw)
