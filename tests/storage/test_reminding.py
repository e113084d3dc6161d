"""What makes reminders few, and what decides when they are due."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Barrier

from bot.domain.calendar import MovedDeadline
from bot.domain.notices import CLOSING, OwnRules
from bot.domain.outgoing import Outgoing
from bot.domain.ports_reminding import NoticeKey
from storage import Storage
from tests.storage.office import ADMINISTRATOR, CLERK, FROM_MESSAGE, GROUP_CHAT, NOW, Q3, Q4, SCT, SYT, new_value, seconds

DAY = date(2022, 9, 15)
KEY = NoticeKey(CLERK, "missing", Q3, SCT, NOW)
OTHER = NoticeKey(CLERK, CLOSING.code, Q4, SYT, NOW)
TO_GROUP = NoticeKey(GROUP_CHAT, "deadline", Q3, None, NOW)


def test_a_person_has_one_reminder_a_day(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.claim_reminder(CLERK, DAY)
        assert not unit.claim_reminder(CLERK, DAY)
        assert unit.claim_reminder(CLERK, date(2022, 9, 16))
        unit.commit()
    with storage.begin() as unit:
        assert unit.reminded_on(DAY) == {CLERK}


def test_of_two_processes_one_takes_the_day(storage: Storage) -> None:
    start = Barrier(2)

    def claim(_process: int) -> bool:
        start.wait()
        with storage.begin() as unit:
            claimed = unit.claim_reminder(CLERK, DAY)
            unit.commit()
            return claimed

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(claim, range(2))) == [False, True]


def test_one_message_is_filed_under_all_that_it_tells(storage: Storage) -> None:
    """A person may be told again, for they asked; a group not."""
    with storage.begin() as unit:
        assert unit.file_notices([KEY, OTHER], Outgoing(CLERK, "a"), late=False, at=NOW)
        assert unit.file_notices([KEY], Outgoing(CLERK, "b"), late=True, at=NOW)
        assert unit.file_notices([TO_GROUP], Outgoing(GROUP_CHAT, "c"), late=False, at=NOW)
        assert not unit.file_notices([TO_GROUP], Outgoing(GROUP_CHAT, "d"), late=False, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert unit.notices_filed([Q3, Q4], [NOW]) == {KEY, OTHER, TO_GROUP}
        assert unit.notices_filed([Q3], [NOW + seconds(1)]) == set()
        assert unit.first_reminded(Q3) == {SCT: NOW}
        assert unit.first_reminded(Q4) == {}
        assert unit.outbox_backlog() == 3


def test_what_could_not_be_sent_is_taken_back(storage: Storage) -> None:
    """Not what a sender holds or Telegram is waited for, and not what is sent."""
    with storage.begin() as unit:
        unit.claim_reminder(CLERK, DAY)
        unit.file_notices([KEY], Outgoing(CLERK, "a"), late=False, at=NOW)
        unit.file_notices([TO_GROUP], Outgoing(GROUP_CHAT, "b"), late=False, at=NOW)
        held = unit.claim_out(NOW, by="sender", lease_seconds=1000)
        assert held is not None
        assert held.message.chat_id == CLERK
        assert unit.take_back_notices(given_before=NOW, now=NOW) == 0
        later = NOW + seconds(900)
        assert unit.take_back_notices(given_before=later, now=later) == 1
        assert unit.notices_filed([Q3], [NOW]) == {KEY}
        assert unit.take_back_notices(given_before=NOW + seconds(1001), now=NOW + seconds(1001)) == 1
        assert unit.notices_filed([Q3], [NOW]) == set()
        assert unit.reminded_on(DAY) == set()
        assert unit.outbox_backlog() == 0
        unit.commit()


def test_a_snooze_is_ended_once(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.snooze(CLERK, NOW)
        unit.snooze(CLERK, NOW + seconds(60))
        assert unit.snoozes() == {CLERK: NOW + seconds(60)}
        assert unit.end_snooze(CLERK)
        assert not unit.end_snooze(CLERK)


def test_the_newest_deadline_stands(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.move_deadline(Q3, date(2022, 9, 20), by=ADMINISTRATOR, at=NOW)
        unit.move_deadline(Q3, date(2022, 9, 23), by=ADMINISTRATOR, at=NOW)
        unit.move_deadline(Q4, date(2022, 12, 23), by=ADMINISTRATOR, at=NOW)
        unit.move_deadline(Q4, None, by=ADMINISTRATOR, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert unit.moved_deadlines() == {Q3: MovedDeadline(date(2022, 9, 23), DAY)}


def test_an_agencys_rules_are_kept_until_it_has_none(storage: Storage) -> None:
    rules = OwnRules(time(9, 30), None, 0, (1, 2, 3))
    with storage.begin() as unit:
        unit.save_own_rules(SCT, rules, by=ADMINISTRATOR, at=NOW)
        unit.save_own_rules(SYT, OwnRules(closing_days=5), by=ADMINISTRATOR, at=NOW)
        assert unit.own_rules() == {SCT: rules, SYT: OwnRules(closing_days=5)}
        unit.save_own_rules(SCT, OwnRules(), by=ADMINISTRATOR, at=NOW)
        assert unit.own_rules() == {SYT: OwnRules(closing_days=5)}


def test_when_a_report_was_last_written(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.write_values([new_value("1")], batch="a", by=CLERK, at=NOW, source=FROM_MESSAGE)
        assert unit.last_entered(Q3) == {SCT: NOW}
        assert unit.last_entered(Q4) == {}
