"""Any sequence of puts, claims and ends, beside a plain model of what the outbox promises."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from bot.domain.outgoing import Outgoing
from storage import Storage, UnitOfWork
from tests.storage.office import NOW, seconds

LEASE_SECONDS = 60
CHATS = st.integers(1, 2)
SLOTS = st.none() | st.just("card")


@dataclass
class Waiting:
    """A message as the model keeps it; times are seconds from the start."""

    id: int
    chat: int
    slot: str | None
    answers: bool
    edits: int | None
    claimed: bool = False
    held_until: int = 0


class OutboxMachine(RuleBasedStateMachine):
    """Drives an outbox and its model side by side."""

    storage: Storage

    def __init__(self) -> None:
        """Begin a unit of work that is never committed: each run finds an empty outbox."""
        super().__init__()
        self.stack = ExitStack()
        self.unit: UnitOfWork = self.stack.enter_context(self.storage.begin())
        self.now = 0
        self.queue: list[Waiting] = []  # oldest first
        self.slots: dict[tuple[int, str], int] = {}  # what fills them
        self.last_message = 100

    def teardown(self) -> None:
        """Undo everything."""
        self.stack.close()

    @initialize(chat=CHATS)
    def begin(self, chat: int) -> None:
        """There is something to do."""
        self.put(chat, None, answers=True, edits=None)

    @rule(chat=CHATS, slot=SLOTS, answers=st.booleans(), edits=st.none() | st.integers(1, 3))
    def put(self, chat: int, slot: str | None, answers: bool, edits: int | None) -> None:  # noqa: FBT001  drawn
        """A message takes the place of unsent ones of its slot, and waits as long as they had to."""
        dropped = [
            each for each in self.queue if slot is not None and (each.chat, each.slot, each.claimed) == (chat, slot, False)
        ]
        self.queue = [each for each in self.queue if each not in dropped]
        item_id = self.unit.put_out(Outgoing(chat, "x", slot=slot, answers=answers, edits=edits))
        held_until = max((each.held_until for each in dropped), default=0)
        self.queue.append(Waiting(item_id, chat, slot, answers, edits, held_until=held_until))

    @rule(passed=st.sampled_from([1, 30, LEASE_SECONDS]))
    def wait(self, passed: int) -> None:
        """Time passes."""
        self.now += passed

    @rule()
    def claim(self) -> None:
        """The sender gets exactly what the model says: first answers, then the oldest, of chats that need not wait."""
        held = {each.chat for each in self.queue if each.held_until > self.now}
        free = [each for each in self.queue if each.chat not in held]
        expected = min(free, key=lambda each: (not each.answers, each.id), default=None)
        item = self.unit.claim_out(NOW + seconds(self.now), by="sender", lease_seconds=LEASE_SECONDS)
        assert (item and item.id) == (expected and expected.id)
        if item is not None and expected is not None:
            if expected.edits is None and expected.slot is not None:
                expected.edits = self.slots.get((expected.chat, expected.slot))
            assert item.message.edits == expected.edits
            expected.claimed, expected.held_until = True, self.now + LEASE_SECONDS

    def drawn(self, data: st.DataObject) -> Waiting:
        """One of the messages being sent."""
        return data.draw(st.sampled_from([each for each in self.queue if each.claimed]))

    @precondition(lambda self: any(each.claimed for each in self.queue))
    @rule(data=st.data())
    def succeed(self, data: st.DataObject) -> None:
        """Telegram took it."""
        item = self.drawn(data)
        self.last_message += 1
        message_id = item.edits or self.last_message
        self.unit.sent(item.id, message_id, NOW + seconds(self.now))
        self.queue.remove(item)
        if item.slot is not None:
            self.slots = {
                place: filler for place, filler in self.slots.items() if (place[0], filler) != (item.chat, message_id)
            }
            self.slots[item.chat, item.slot] = message_id

    @precondition(lambda self: any(each.claimed for each in self.queue))
    @rule(data=st.data(), longer=st.sampled_from([0, 5, 90]))
    def put_back(self, data: st.DataObject, longer: int) -> None:
        """Telegram asked to wait."""
        item = self.drawn(data)
        item.claimed, item.held_until = False, self.now + longer
        self.unit.put_back(item.id, not_before=NOW + seconds(item.held_until))

    @precondition(lambda self: any(each.claimed for each in self.queue))
    @rule(data=st.data())
    def send_anew(self, data: st.DataObject) -> None:
        """The message to edit is gone."""
        item = self.drawn(data)
        item.claimed, item.held_until, item.edits = False, 0, None
        self.unit.as_new(item.id)
        if item.slot is not None:
            self.slots.pop((item.chat, item.slot), None)

    @precondition(lambda self: any(each.claimed for each in self.queue))
    @rule(data=st.data())
    def give_up(self, data: st.DataObject) -> None:
        """It cannot be delivered."""
        item = self.drawn(data)
        self.unit.undeliverable(item.id, "chat not found")
        self.queue.remove(item)

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        """The backlog is what the model has."""
        assert self.unit.outbox_backlog() == len(self.queue)


def test_the_outbox_keeps_its_promises_whatever_happens(storage: Storage) -> None:
    class Machine(OutboxMachine):
        """On the database of this test."""

    Machine.storage = storage
    run_state_machine_as_test(Machine, settings=settings(max_examples=40, stateful_step_count=40, deadline=None))
