"""Messages out: order, leases, slots."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bot.domain.outgoing import Outgoing, OutgoingButton
from storage import OutboxItem, Storage, UnitOfWork
from tests.storage.office import GROUP_CHAT, NOW, OTHER_CHAT, PRIVATE_CHAT, seconds

LEASE_SECONDS = 60
HELLO = Outgoing(PRIVATE_CHAT, "chào")
CARD = Outgoing(PRIVATE_CHAT, "thẻ", slot="card", subject={"indicator": "a"})


def claim(unit: UnitOfWork, after: float = 0, by: str = "sender") -> OutboxItem | None:
    """What may be sent some seconds from now."""
    return unit.claim_out(NOW + seconds(after), by=by, lease_seconds=LEASE_SECONDS)


def claimed(unit: UnitOfWork, after: float = 0) -> OutboxItem:
    """The same, where there must be something."""
    item = claim(unit, after)
    assert item is not None
    return item


def send_all(unit: UnitOfWork) -> list[str]:
    """Send what is there, one after the other; the texts in the order sent."""
    texts = []
    while item := claim(unit):
        texts.append(item.message.text)
        unit.sent(item.id, 100 + item.id, NOW)
    return texts


def test_a_message_comes_out_as_it_was_put_in(storage: Storage) -> None:
    message = Outgoing(
        GROUP_CHAT,
        "<b>Quý III/2022</b> — 4.968 hồ sơ",
        buttons=((OutgoingButton("Hoàn tác", "t1"), OutgoingButton("Sửa", "t2")), (OutgoingButton("Bỏ qua", "t3"),)),
        thread_id=5,
        subject={"indicator": "a", "period": "2022-Q3"},
        answers=False,
        reply_to=8,
        edits=9,
    )
    with storage.begin() as unit:
        item_id = unit.put_out(message)
        unit.commit()
    with storage.begin() as unit:
        assert unit.outbox_backlog() == 1
        assert claim(unit) == OutboxItem(item_id, message, attempts=1)


def test_a_message_rolled_back_is_not_sent(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(HELLO)
    with storage.begin() as unit:
        assert claim(unit) is None
        assert unit.outbox_backlog() == 0


def test_a_chat_gets_its_answers_in_order_and_before_any_broadcast(storage: Storage) -> None:
    with storage.begin() as unit:
        for number, (chat, answers) in enumerate(
            [(PRIVATE_CHAT, False), (OTHER_CHAT, True), (PRIVATE_CHAT, True), (OTHER_CHAT, True), (PRIVATE_CHAT, False)]
        ):
            unit.put_out(Outgoing(chat, str(number), answers=answers))
        assert send_all(unit) == ["1", "2", "3", "0", "4"]


def test_a_chat_has_one_message_under_way_others_do_not_wait_for_it(storage: Storage) -> None:
    with storage.begin() as unit:
        for chat, text in ((PRIVATE_CHAT, "1"), (PRIVATE_CHAT, "2"), (OTHER_CHAT, "3")):
            unit.put_out(Outgoing(chat, text))
        first = claimed(unit)
        assert claimed(unit).message.text == "3"
        assert claim(unit) is None
        unit.sent(first.id, 1, NOW)
        assert claimed(unit).message.text == "2"


def test_a_chat_that_must_wait_holds_all_its_messages_and_no_others(storage: Storage) -> None:
    with storage.begin() as unit:
        for chat, text in ((PRIVATE_CHAT, "1"), (PRIVATE_CHAT, "2"), (OTHER_CHAT, "3")):
            unit.put_out(Outgoing(chat, text))
        unit.put_back(claimed(unit).id, not_before=NOW + seconds(30))
        assert send_all(unit) == ["3"]
        assert claim(unit, after=29) is None
        again = claimed(unit, after=30)
        assert (again.message.text, again.attempts) == ("1", 2)


def test_an_expired_lease_is_taken_again(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(HELLO)
        first = claimed(unit)
        unit.put_out(HELLO)
        assert claim(unit, after=LEASE_SECONDS - 1) is None
        second = claimed(unit, after=LEASE_SECONDS)
        assert (second.id, second.attempts) == (first.id, 2)


def test_a_message_sent_by_two_because_a_lease_ran_out_is_known_under_both_ids(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(replace(HELLO, subject={"a": 1}))
        item = claimed(unit)
        claimed(unit, after=LEASE_SECONDS)
        unit.sent(item.id, 1, NOW)
        unit.sent(item.id, 2, NOW)
        assert unit.subject(PRIVATE_CHAT, 1) == unit.subject(PRIVATE_CHAT, 2) == {"a": 1}
        assert unit.outbox_backlog() == 0


def test_what_cannot_be_delivered_leaves_the_queue(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(HELLO)
        unit.undeliverable(claimed(unit).id, "chat not found")
        assert unit.outbox_backlog() == 0
        assert claim(unit, after=10 * LEASE_SECONDS) is None


def test_what_ended_stays_ended(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(HELLO)
        item = claimed(unit)
        unit.sent(item.id, 1, NOW)
        unit.put_back(item.id, not_before=NOW)
        unit.as_new(item.id)
        assert claim(unit, after=10 * LEASE_SECONDS) is None


def test_of_each_chat_one_message_is_claimed_at_a_time(storage: Storage) -> None:
    with storage.begin() as unit:
        for message in (HELLO, replace(HELLO, text="hai"), replace(HELLO, chat_id=OTHER_CHAT, text="chỗ khác")):
            unit.put_out(message)
        first = unit.claim_several(NOW, by="a", lease_seconds=LEASE_SECONDS, most=8)
        assert [item.message.text for item in first] == ["chào", "chỗ khác"]
        assert unit.claim_several(NOW, by="a", lease_seconds=LEASE_SECONDS, most=8) == []
        unit.sent(first[0].id, 1, NOW)
        assert [item.message.text for item in unit.claim_several(NOW, by="b", lease_seconds=LEASE_SECONDS, most=8)] == ["hai"]


def test_an_unsent_message_of_the_same_chat_and_slot_is_dropped(storage: Storage) -> None:
    with storage.begin() as unit:
        for message in (
            CARD,
            replace(CARD, chat_id=OTHER_CHAT, text="chỗ khác"),
            replace(CARD, slot="other", text="ô khác"),
            HELLO,
            replace(CARD, text="thẻ mới"),
        ):
            unit.put_out(message)
        assert unit.outbox_backlog() == 4
        assert send_all(unit) == ["chỗ khác", "ô khác", "chào", "thẻ mới"]


def test_a_message_whose_slot_is_filled_becomes_an_edit(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        unit.sent(claimed(unit).id, 77, NOW)
        unit.put_out(replace(CARD, text="thẻ mới", subject={"indicator": "b"}))
        item = claimed(unit)
        assert item.message == replace(CARD, text="thẻ mới", subject={"indicator": "b"}, edits=77)
        unit.sent(item.id, 77, NOW)
        assert unit.subject(PRIVATE_CHAT, 77) == {"indicator": "b"}


def test_a_message_put_out_while_its_slot_is_being_sent_edits_what_was_sent(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        under_way = claimed(unit)
        unit.put_out(replace(CARD, text="thẻ mới"))
        assert unit.outbox_backlog() == 2
        unit.sent(under_way.id, 77, NOW)
        assert claimed(unit).message.edits == 77


def test_an_edit_that_is_about_nothing_leaves_the_message_its_subject_and_slot(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        unit.sent(claimed(unit).id, 77, NOW)
        unit.put_out(Outgoing(PRIVATE_CHAT, "đã hoàn tác", edits=77))
        unit.sent(claimed(unit).id, 77, NOW)
        assert unit.subject(PRIVATE_CHAT, 77) == CARD.subject
        unit.put_out(CARD)
        assert claimed(unit).message.edits == 77


def test_the_newest_message_fills_the_slot(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        unit.sent(claimed(unit).id, 77, NOW)
        unit.put_out(replace(CARD, edits=80))  # a pressed message that is to become the card
        pressed = claimed(unit)
        assert pressed.message.edits == 80
        unit.sent(pressed.id, 80, NOW)
        unit.put_out(CARD)
        assert claimed(unit).message.edits == 80


def test_a_message_whose_edit_failed_is_sent_anew_and_fills_the_slot_itself(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        unit.sent(claimed(unit).id, 77, NOW)
        unit.put_out(CARD)
        item = claimed(unit)
        unit.as_new(item.id)
        anew = claimed(unit)
        assert (anew.id, anew.message.edits) == (item.id, None)
        unit.sent(anew.id, 81, NOW)
        unit.put_out(CARD)
        assert claimed(unit).message.edits == 81


def test_a_message_that_takes_the_place_of_one_held_back_is_held_back_as_long(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.put_out(CARD)
        unit.put_back(claimed(unit).id, not_before=NOW + seconds(30))
        unit.put_out(CARD)
        assert claim(unit, after=29) is None
        assert claim(unit, after=30) is not None


def test_senders_at_the_same_time_share_the_chats_and_take_each_message_once(storage: Storage) -> None:
    chats, each = range(1, 7), 5
    with storage.begin() as unit:
        for number in range(each):
            for chat in chats:
                unit.put_out(Outgoing(chat, str(number)))
        unit.commit()

    def send(name: str) -> list[tuple[int, int, str]]:
        taken = []
        while True:
            with storage.begin() as unit:
                item = claim(unit, by=name)
                unit.commit()
            if item is None:
                return taken
            with storage.begin() as unit:
                unit.sent(item.id, item.id, NOW)
                unit.commit()
            taken.append((item.id, item.message.chat_id, item.message.text))

    with ThreadPoolExecutor(4) as threads:
        taken = [item for part in threads.map(send, "abcd") for item in part]
        taken += send("last")  # what was held by a sender whose sending ended after the others had looked
    assert len({item_id for item_id, _chat, _text in taken}) == len(taken) == len(chats) * each


def test_two_senders_cannot_both_take_from_one_chat(storage: Storage) -> None:
    rounds = 20
    with storage.begin() as unit:
        for number in range(rounds * 2):
            unit.put_out(Outgoing(number // 2, str(number % 2)))
        unit.commit()

    def take(name: str) -> list[int]:
        chats = []
        for _ in range(rounds * 2):
            with storage.begin() as unit:
                if item := claim(unit, by=name):
                    assert item.message.text == "0"
                    chats.append(item.message.chat_id)
                unit.commit()
        return chats

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(take, "ab")
    assert sorted(first + second) == list(range(rounds))
