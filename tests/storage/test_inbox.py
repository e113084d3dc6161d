"""Updates: kept before they are acknowledged, with one effect each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from storage import InboxItem, Storage
from tests.storage.office import CLERK, FROM_MESSAGE, GROUP_CHAT, NOW, PRIVATE_CHAT, key, new_value


def take_in(storage: Storage, *updates: int) -> list[bool]:
    """Keep updates, each in a unit of work of its own."""
    kept = []
    for update_id in updates:
        with storage.begin() as unit:
            kept.append(unit.take_in(update_id, PRIVATE_CHAT, f'{{"update_id": {update_id}}}', NOW))
            unit.commit()
    return kept


def test_an_update_is_taken_in_once(storage: Storage) -> None:
    assert take_in(storage, 5, 5, 6) == [True, False, True]
    with storage.begin() as unit:
        assert unit.inbox_backlog() == 2
        unit.finish_update(5)
        unit.commit()
    assert take_in(storage, 5) == [False]


def test_waiting_updates_come_oldest_first_and_no_more_than_asked_for(storage: Storage) -> None:
    take_in(storage, 7, 5, 6)
    with storage.begin() as unit:
        assert unit.waiting_updates(2) == [
            InboxItem(5, PRIVATE_CHAT, '{"update_id": 5}'),
            InboxItem(6, PRIVATE_CHAT, '{"update_id": 6}'),
        ]
        assert [item.update_id for item in unit.waiting_updates(10)] == [5, 6, 7]


def test_an_update_of_no_chat_is_kept_too(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.take_in(1, None, "{}", NOW)
        assert unit.waiting_updates(1) == [InboxItem(1, None, "{}")]


def test_an_update_is_finished_once_and_then_waits_no_more(storage: Storage) -> None:
    take_in(storage, 5)
    with storage.begin() as unit:
        assert unit.finish_update(5)
        unit.commit()
    with storage.begin() as unit:
        assert not unit.finish_update(5)
        assert unit.waiting_updates(10) == []
        assert unit.inbox_backlog() == 0


def test_an_update_that_never_was_in_the_inbox_is_finished_once_too(storage: Storage) -> None:
    for expected in (True, False):
        with storage.begin() as unit:
            assert unit.finish_update(5) is expected
            unit.commit()
    assert take_in(storage, 5) == [False]


def test_a_turn_that_does_not_commit_leaves_its_update_waiting_and_no_effect(storage: Storage) -> None:
    take_in(storage, 5)
    with storage.begin() as unit:
        unit.finish_update(5)
        unit.write_values([new_value("25")], batch="update-5", by=CLERK, at=NOW, source=FROM_MESSAGE)
    with storage.begin() as unit:
        assert [item.update_id for item in unit.waiting_updates(10)] == [5]
        assert unit.value(key()) is None


def test_an_update_that_fails_three_times_is_set_aside_with_its_error(storage: Storage) -> None:
    take_in(storage, 5, 6)
    for attempt in (1, 2):
        with storage.begin() as unit:
            assert unit.fail_update(5, "KeyError in bot.conversation", NOW) == attempt
            unit.commit()
    with storage.begin() as unit:
        assert [(item.update_id, item.attempts) for item in unit.waiting_updates(10)] == [(5, 2), (6, 0)]
        assert unit.fail_update(5, "x" * 10_000, NOW) == 3
        unit.commit()
    with storage.begin() as unit:
        assert [item.update_id for item in unit.waiting_updates(10)] == [6]
        assert unit.updates_set_aside() == [(5, "x" * 500)]
        assert unit.inbox_backlog() == 1
        assert not unit.finish_update(5)


def test_an_update_that_does_not_wait_cannot_fail(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.fail_update(5, "unknown", NOW) == 0
        unit.finish_update(5)
        assert unit.fail_update(5, "late", NOW) == 0


def test_two_workers_on_one_update_give_it_one_effect(storage: Storage) -> None:
    take_in(storage, *range(10))
    start = Barrier(2)

    def work(_worker: int) -> list[bool]:
        finished = []
        for update_id in range(10):
            start.wait()
            with storage.begin() as unit:
                finished.append(unit.finish_update(update_id))
                unit.remember(GROUP_CHAT, update_id, "effect", {})
                unit.commit()
        return finished

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(work, range(2))
    assert [one + other for one, other in zip(first, second, strict=True)] == [1] * 10
