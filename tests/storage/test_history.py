"""Looking back on both databases: the newest batches by report, person and chat; reasons for failing checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.check_reason import CheckReason
from bot.domain.value import Figure, NewValue, Source
from storage import Storage, history
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


@pytest.mark.parametrize("looked_through", [1, 4, 100])
def test_pages_are_the_same_however_few_rows_are_looked_through(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, looked_through: int
) -> None:
    """Somebody's six pastes of three rows each, two a page."""
    monkeypatch.setattr(history, "_LOOKED_THROUGH", looked_through)
    periods = [replace(key(), period=period) for period in (Q3, Q3.previous, Q3.same_last_year)]
    with storage.begin() as work:
        for place in range(6):
            standing = [work.value(each) for each in periods]
            writes = [
                NewValue(each, Figure(Decimal(place)), None, str(place), now.change_id if now else None)
                for each, now in zip(periods, standing, strict=True)
            ]
            work.write_values(writes, batch=f"update:{place}", by=CLERK, at=NOW, source=HERE)
        pages, before = [], None
        while page := work.recent_batches(by=CLERK, before=before, most=2):
            pages.append([(changes[0].batch, len(changes)) for changes in page])
            before = max(change.id for change in page[-1])
    assert pages == [[("update:5", 3), ("update:4", 3)], [("update:3", 3), ("update:2", 3)], [("update:1", 3), ("update:0", 3)]]


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
