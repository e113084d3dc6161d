"""A unit of work reads what it asks for again and again only once, and never misses what it wrote itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.report import Report, ReportState
from storage import Storage, UnitOfWork
from storage.prepared import Prepared
from tests.storage.office import CLERK, FROM_MESSAGE, GROUP_CHAT, NOW, Q3, SCT, new_value

REOPENED = Report(SCT, Q3, ReportState.REOPENED, open_until=NOW)
SELDOM: dict[str, tuple[Callable[[UnitOfWork], object], Callable[[UnitOfWork], object]]] = {
    "a report given back": (
        lambda unit: unit.reports_in([ReportState.RETURNED, ReportState.REOPENED]),
        lambda unit: unit.save_report(REOPENED, by=CLERK, at=NOW),
    ),
    "a report whose time is up": (
        lambda unit: unit.expired_reports(NOW),
        lambda unit: unit.save_report(REOPENED, by=CLERK, at=NOW),
    ),
    "a moved deadline": (
        lambda unit: unit.moved_deadlines(),
        lambda unit: unit.move_deadline(Q3, date(2022, 9, 20), by=CLERK, at=NOW),
    ),
    "a closed chat": (
        lambda unit: not unit.may_write_to(GROUP_CHAT),
        lambda unit: unit.mark_chat_unreachable(GROUP_CHAT, "blocked"),
    ),
    "a silenced group": (
        lambda unit: not unit.may_write_to(GROUP_CHAT),
        lambda unit: unit.mark_chat_silenced(GROUP_CHAT),
    ),
    "an accepted alias": (
        lambda unit: unit.aliases_version(),
        lambda unit: unit.change_alias("viec xong", IndicatorId("x"), catalogue="abc", by=CLERK, at=NOW),
    ),
}


@pytest.mark.parametrize("what", SELDOM)
def test_what_hardly_ever_is_there_is_found_by_who_made_it(storage: Storage, what: str) -> None:
    look, make = SELDOM[what]
    with storage.begin() as unit:
        assert not look(unit)
        make(unit)
        assert look(unit)


def test_what_hardly_ever_is_there_is_asked_for_once(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Prepared] = []
    run = Prepared.run
    monkeypatch.setattr(Prepared, "run", lambda self, *given: (ran.append(self), run(self, *given))[1])
    with storage.begin() as unit:
        for look, _make in (*SELDOM.values(), *SELDOM.values()):
            look(unit)
    assert len(ran) == 1


def test_a_report_is_read_as_it_was_saved_last(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.report(SCT, Q3) == Report(SCT, Q3)
        unit.save_report(REOPENED, by=CLERK, at=NOW)
        assert unit.report(SCT, Q3) == REOPENED
        closed = replace(REOPENED, state=ReportState.SUBMITTED)
        unit.save_report(closed, by=CLERK, at=NOW)
        assert unit.report(SCT, Q3, to_change=True) == closed


def test_a_report_s_values_are_read_as_they_were_written_last(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.values(agencies=[SCT], periods=[Q3]) == []
        (change,) = unit.write_values([new_value("22")], batch="a", by=CLERK, at=NOW, source=FROM_MESSAGE)
        (stored,) = unit.values(agencies=[SCT], periods=[Q3])
        assert stored.raw == "22"
        unit.values(agencies=[SCT], periods=[Q3]).clear()  # whoever changes what he got changes it for himself
        assert unit.values(agencies=[SCT], periods=[Q3]) == [stored]
        unit.write_values([new_value(None, replaces=change.id)], batch="b", by=CLERK, at=NOW, source=FROM_MESSAGE)
        assert unit.values(agencies=[SCT], periods=[Q3]) == []


def test_another_s_commit_is_seen_after_waiting_for_the_report(storage: Storage) -> None:
    """As on PostgreSQL, where somebody else may write between two reads; SQLite lets nobody in."""
    if not storage.is_shared:
        pytest.skip("on SQLite nobody writes while another may")
    with storage.begin() as unit, storage.begin() as other:
        assert not unit.report(SCT, Q3).is_locked
        other.save_report(replace(REOPENED, state=ReportState.SUBMITTED), by=CLERK, at=NOW)
        other.commit()
        assert unit.report(SCT, Q3, to_change=True).is_locked
