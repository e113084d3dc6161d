"""Which process sends, parts of a message, and what could not be delivered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.outgoing import Medium, Outgoing, OutgoingButton, Recipe, Undelivered
from storage import OutboxItem, Storage, UnitOfWork
from tests.storage.office import GROUP_CHAT, NOW, OTHER_CHAT, PRIVATE_CHAT, seconds

PICTURE = Recipe("chart", Medium.PICTURE, "hinh.png", {"rows": [{"name": "Sở Công Thương", "share": 0.5}], "theme": "light"})


def claimed(unit: UnitOfWork, after: float = 0) -> OutboxItem:
    """What is to be sent next."""
    item = unit.claim_out(NOW + seconds(after), by="sender", lease_seconds=60)
    assert item is not None
    return item


def test_a_recipe_comes_out_as_it_was_put_in(storage: Storage) -> None:
    message = Outgoing(PRIVATE_CHAT, "hình", recipe=PICTURE, slot="summary")
    with storage.begin() as unit:
        unit.put_out(message)
        unit.commit()
    with storage.begin() as unit:
        assert claimed(unit).message == message


def test_the_rest_of_a_message_keeps_its_place_and_its_buttons(storage: Storage) -> None:
    buttons = ((OutgoingButton("Xem", "t"),),)
    with storage.begin() as unit:
        unit.put_out(Outgoing(PRIVATE_CHAT, "đầu và đuôi", buttons, recipe=PICTURE, reply_to=5, edits=6, slot="s"))
        unit.put_out(Outgoing(PRIVATE_CHAT, "sau"))
        unit.part_sent(claimed(unit).id, "đuôi")
        rest = claimed(unit)
        assert rest.message == Outgoing(PRIVATE_CHAT, "đuôi", buttons, slot="s")
        unit.sent(rest.id, 7, NOW)
        assert claimed(unit).message.text == "sau"


def test_the_rest_is_not_written_over_the_beginning_that_was_edited(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(Outgoing(PRIVATE_CHAT, "ngắn", slot="s"))
        unit.sent(claimed(unit).id, 6, NOW)
        unit.put_out(Outgoing(PRIVATE_CHAT, "dài", slot="s"))
        item = claimed(unit)
        assert item.message.edits == 6
        unit.part_sent(item.id, "đuôi")
        assert claimed(unit).message.edits is None


def test_one_process_sends_on_postgresql_and_another_takes_over_when_it_is_silent(storage: Storage, address: str) -> None:
    """SQLite has one process, which need not wait for the lease of the one that was killed before it."""

    def may(holder: str, after: float) -> bool:
        return unit.may_send(holder, NOW + seconds(after), lease_seconds=5)

    with storage.begin() as unit:
        assert may("a", 0)
        if address.startswith("sqlite"):
            assert may("b", 0)
            return
        assert not may("b", 4.9)
        assert may("a", 4)
        assert not may("b", 8.9)
        assert may("b", 9)
        assert not may("a", 9)
        unit.stop_sending("b")
        assert may("a", 9)
        assert may("b", -3600)  # the clock was set back: a lease is never that long


def test_what_could_not_be_delivered_is_reported_once(storage: Storage) -> None:
    with storage.begin() as unit:
        for chat in (PRIVATE_CHAT, PRIVATE_CHAT, OTHER_CHAT):
            unit.put_out(Outgoing(chat, "nhắc"))
        unit.mark_chat_unreachable(PRIVATE_CHAT, "bot was blocked by the user")
        unit.mark_chat_unreachable(GROUP_CHAT, "kicked")
        unit.undeliverable(claimed(unit).id, "BUTTON_DATA_INVALID")
        assert unit.take_undelivered(NOW) == [
            Undelivered(GROUP_CHAT, "kicked", 0, closed=True),
            Undelivered(PRIVATE_CHAT, "bot was blocked by the user", 2, closed=True),
            Undelivered(OTHER_CHAT, "BUTTON_DATA_INVALID", 1, closed=False),
        ]
        assert unit.take_undelivered(NOW) == []


@pytest.mark.parametrize("came_back", [False, True])
def test_who_stays_away_is_not_reported_every_day(storage: Storage, came_back: bool) -> None:  # noqa: FBT001  both cases
    """Every reminder fails anew; only who came back and left again is news."""
    with storage.begin() as unit:
        unit.mark_chat_unreachable(PRIVATE_CHAT, "blocked")
        unit.take_undelivered(NOW)
        if came_back:
            unit.mark_chat_reachable(PRIVATE_CHAT)
        unit.put_out(Outgoing(PRIVATE_CHAT, "nhắc"))
        claimed(unit)
        unit.mark_chat_unreachable(PRIVATE_CHAT, "blocked")
        expected = [Undelivered(PRIVATE_CHAT, "blocked", 1, closed=True)] if came_back else []
        assert unit.take_undelivered(NOW) == expected


def test_a_summary_follows_its_group_to_its_new_id(storage: Storage) -> None:
    """What the group has seen, and the picture that waits."""
    waiting = Outgoing(GROUP_CHAT, "12/19", slot="summary:2022-Q3:0", recipe=PICTURE)
    with storage.begin() as unit:
        unit.remember(GROUP_CHAT, 0, "summary:2022-Q3:0", {"due": "2022-09-15", "reports": []})
        unit.put_out(waiting)
        unit.chat_migrated(GROUP_CHAT, -100_999)
        assert unit.memory(-100_999, 0, "summary:2022-Q3:0") is not None
        assert claimed(unit).message == replace(waiting, chat_id=-100_999)


def test_whoever_takes_the_sending_over_need_not_wait_for_leases(storage: Storage) -> None:
    """Only for a call that the process before may still be making; its own claims stay."""
    with storage.begin() as work:
        left, own = (work.put_out(Outgoing(chat, "text")) for chat in (1, 2))
        work.claim_out(NOW, by="dead-1", lease_seconds=60)
        work.claim_out(NOW, by="new-1", lease_seconds=60)
        assert work.claim_out(NOW, by="new-2", lease_seconds=60) is None
        assert work.take_over_claims("new", NOW, after_seconds=15) == 1
        assert work.claim_out(NOW + seconds(14), by="new-2", lease_seconds=60) is None
        again = work.claim_out(NOW + seconds(15), by="new-2", lease_seconds=60)
        assert again is not None
        assert again.id == left
        assert work.claim_out(NOW + seconds(15), by="new-3", lease_seconds=60) is None
        assert own != left
