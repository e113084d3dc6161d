"""The ledger that gives each notice once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from bot.domain.outgoing import Outgoing
from bot.domain.ports_reminding import NoticeKey
from storage import Storage
from tests.storage.office import GROUP_CHAT, NOW, PRIVATE_CHAT, Q3, Q4, SCT, SYT, seconds

KEY = NoticeKey(GROUP_CHAT, "reminder", Q3, SCT, NOW)
MESSAGE = Outgoing(GROUP_CHAT, "Sở Công Thương chưa nộp", answers=False)


@pytest.mark.parametrize("key", [KEY, replace(KEY, agency=None)])
def test_a_notice_is_given_once_together_with_its_message(storage: Storage, key: NoticeKey) -> None:
    with storage.begin() as unit:
        assert not unit.notice_given(key)
        assert unit.give_notice(key, MESSAGE, late=False)
        unit.commit()
    with storage.begin() as unit:
        assert unit.notice_given(key)
        assert not unit.give_notice(key, MESSAGE, late=True)
        assert unit.outbox_backlog() == 1
        item = unit.claim_out(NOW, by="sender", lease_seconds=60)
    assert item is not None
    assert item.message == MESSAGE


def test_a_notice_that_was_rolled_back_was_not_given(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.give_notice(KEY, MESSAGE, late=False)
    with storage.begin() as unit:
        assert not unit.notice_given(KEY)
        assert unit.outbox_backlog() == 0


@pytest.mark.parametrize(
    "other",
    [
        replace(KEY, chat_id=PRIVATE_CHAT),
        replace(KEY, kind="window_closes"),
        replace(KEY, period=Q4),
        replace(KEY, agency=SYT),
        replace(KEY, agency=None),
        replace(KEY, due=NOW + seconds(1)),
    ],
)
def test_a_notice_that_differs_in_anything_is_another(storage: Storage, other: NoticeKey) -> None:
    with storage.begin() as unit:
        assert unit.give_notice(KEY, MESSAGE, late=False)
        assert not unit.notice_given(other)
        assert unit.give_notice(other, MESSAGE, late=True)


def test_two_processes_that_see_the_same_notice_due_give_it_once(storage: Storage) -> None:
    start = Barrier(2)

    def give(_process: int) -> bool:
        start.wait()
        with storage.begin() as unit:
            given = unit.give_notice(KEY, MESSAGE, late=False)
            unit.commit()
            return given

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(give, range(2))) == [False, True]
    with storage.begin() as unit:
        assert unit.outbox_backlog() == 1
