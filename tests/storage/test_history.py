"""Looking back on both databases: the newest batches by report, person and chat; reasons for failing checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.domain.catalogue import AgencyCode
from bot.domain.check_reason import CheckReason
from bot.domain.value import Figure, NewValue, Source
from storage import Storage
from tests.storage.office import CLERK, COLLEAGUE, NOW, Q3, SCT, key

HERE, THERE = Source("message", chat_id=7, message_id=1), Source("message", chat_id=8, message_id=1)


def test_the_newest_batches_come_first_and_whole(storage: Storage) -> None:
    """A page, and the page after it."""
    with storage.begin() as work:
        for place in range(5):
            standing = work.value(key())
            writes = [NewValue(key(), Figure(Decimal(place)), None, str(place), standing.change_id if standing else None)]
            work.write_values(writes, batch=f"update:{place}", by=CLERK, at=NOW + timedelta(minutes=place), source=HERE)
        page = work.recent_batches(agency=SCT, period=Q3, most=2)
        assert [changes[0].batch for changes in page] == ["update:4", "update:3"]
        older = work.recent_batches(agency=SCT, period=Q3, before=page[-1][-1].id, most=5)
        assert [changes[0].batch for changes in older] == ["update:2", "update:1", "update:0"]
        assert [change.after for change in work.changes_of_report(SCT, Q3)] == [Figure(Decimal(place)) for place in range(5)]


def test_of_a_person_and_of_a_chat(storage: Storage) -> None:
    """What somebody wrote elsewhere, or a colleague here, is another matter."""
    other = replace(key(), agency=AgencyCode("STC"))
    with storage.begin() as work:
        for batch, by, source, where in (
            ("mine here", CLERK, HERE, key()),
            ("mine there", CLERK, THERE, other),
            ("theirs here", COLLEAGUE, HERE, replace(key(), period=Q3.previous)),
        ):
            work.write_values([NewValue(where, Figure(Decimal(1)), None, "1", None)], batch=batch, by=by, at=NOW, source=source)
        assert [each[0].batch for each in work.recent_batches(by=CLERK)] == ["mine there", "mine here"]
        assert [each[0].batch for each in work.recent_batches(by=CLERK, chat=7)] == ["mine here"]
        assert [each[0].batch for each in work.recent_batches(agency=SCT, period=Q3)] == ["mine here"]
        assert work.recent_batches(agency=AgencyCode("SYT"), period=Q3) == []


def test_reasons_are_only_added_and_read_back_by_agency(storage: Storage) -> None:
    """Through another unit of work, oldest first, letters and marks as they were."""
    first = CheckReason(SCT, Q3, "plan_rate", "plan.tasks_done=30", "số của cả năm «2022» & kỳ trước", CLERK, NOW)
    second = replace(first, reason="viết lại", at=NOW + timedelta(hours=1))
    with storage.begin() as work:
        for reason in (first, second, replace(first, agency=AgencyCode("STC"))):
            work.add_check_reason(reason)
        work.commit()
    with storage.begin() as work:
        assert work.check_reasons([SCT]) == [first, second]
        assert work.check_reasons([]) == []
