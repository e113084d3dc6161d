"""Bringing a report into the store: compared with what stands, then all of it or nothing, with file and row as its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.importing import (
    HalfReport,
    Imported,
    ImportPlan,
    WouldReplace,
    carry_out,
    plan_import,
    refusal,
    values_of,
)
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.report_reading import Reading, read_report
from bot.domain.reporting import ChangedByOther, NotYetBegun, ReportLocked
from bot.domain.value import Fault, Figure, NewValue, Source, State, ValueKey
from storage import Storage, UnitOfWork

CATALOGUE = load_catalogue()
SCT, Q3 = AgencyCode("SCT"), Period.parse("2022-Q3")
AT, TODAY = datetime(2022, 9, 15, 8, tzinfo=UTC), date(2022, 9, 15)
TITLE = "PHỤ LỤC\nSỐ LIỆU CCHC QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG\n\nSTT\tChỉ tiêu\tĐơn vị tính\tSố lượng\tGhi chú\n"
ROWS = (
    "2\tKiểm tra CCHC\t\t\tKế hoạch số 7/KH-ABC",
    "\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\tQuyết định số 9/QĐ-ABC",
    "\tSố đơn vị trực thuộc đã kiểm tra\tCơ quan, đơn vị\tkhông phát sinh\t",
    "\tSố vấn đề phát hiện qua kiểm tra\tVấn đề\t\t",
    "6\tThực hiện khen thưởng về kết quả CCHC\tKhông = 0 Có = 1\t3\t",
    "12\tÁp dụng ISO trong hoạt động\t\t\t",
    "\tSở ngành thực hiện công bố, công bố lại ISO\tCó = 1 Không = 0\t1\t",
)
DEPARTMENTS, SUBORDINATES, FOUND = (
    IndicatorId(f"inspection.{name}") for name in ("departments_inspected", "subordinates_inspected", "issues_found")
)


def reading(*rows: str) -> Reading:
    found = read_report((TITLE + "\n".join(rows or ROWS)).encode(), file_name="bc.txt", catalogue=CATALOGUE)
    assert isinstance(found, Reading)
    return found


@pytest.fixture
def work(tmp_path: Path) -> Iterator[UnitOfWork]:
    """An empty database, open for writing."""
    storage = Storage(f"sqlite:///{tmp_path / 'figures.sqlite3'}")
    storage.migrate()
    with storage.begin() as unit:
        yield unit
    storage.close()


def key(indicator: IndicatorId) -> ValueKey:
    return ValueKey(SCT, Q3, indicator)


def stand(work: UnitOfWork, indicator: IndicatorId, number: int, note: str | None = None) -> None:
    """Somebody entered this before."""
    value = NewValue(key(indicator), Figure(Decimal(number)), note, str(number), None)
    work.write_values([value], batch=f"before:{indicator}", by=7, at=AT, source=Source("message"))


def plan(work: UnitOfWork, found: Reading | None = None) -> ImportPlan:
    found = found or reading()
    return plan_import(found, values_of(work, found))


def counts(made: ImportPlan) -> dict[str, int]:
    return {name: len(getattr(made, name)) for name in ("new", "same", "different", "aside", "kept", "unread")}


def test_what_would_change_is_told_apart(work: UnitOfWork) -> None:
    """New, the same, different, kept because the cell is blank, set aside."""
    stand(work, SUBORDINATES, 2)
    stand(work, FOUND, 6)
    stand(work, IndicatorId("iso.announced"), 1)
    assert counts(plan(work)) == {"new": 1, "same": 1, "different": 1, "aside": 1, "kept": 1, "unread": 0}


@pytest.mark.parametrize(
    ("standing_note", "group"), [(None, "new"), ("Quyết định số 9/QĐ-ABC", "same"), ("Công văn số 1/ABC", "different")]
)
def test_a_note_is_part_of_what_stands(standing_note: str | None, group: str, work: UnitOfWork) -> None:
    """Added where none stood; another one is a difference."""
    stand(work, DEPARTMENTS, 4, standing_note)
    assert DEPARTMENTS in {each.indicator for each in getattr(plan(work), group)}


def test_a_blank_note_leaves_the_one_that_stands(work: UnitOfWork) -> None:
    """As a blank cell leaves the figure."""
    stand(work, IndicatorId("iso.announced"), 0, "Công văn số 1/ABC")
    carry_out(plan(work), store=work, batch="b", by=0, at=AT)
    value = work.value(key(IndicatorId("iso.announced")))
    assert value is not None
    assert (value.figure.number, value.note) == (Decimal(1), "Công văn số 1/ABC")


def test_figures_are_stored_with_file_row_and_text_as_typed(work: UnitOfWork) -> None:
    """What cannot be a figure is set aside beside them; a blank cell stores nothing and erases nothing."""
    stand(work, FOUND, 6)
    outcome = carry_out(plan(work), store=work, batch="import:1", by=5, at=AT)
    assert isinstance(outcome, Imported)
    value = work.value(key(SUBORDINATES))
    assert value is not None
    assert (value.figure.state, value.raw, value.entered_by) == (State.NOTHING_OCCURRED, "không phát sinh", 5)
    assert value.source == Source("file", file_name="bc.txt", place="dòng 7")
    assert [change.source.place for change in work.batch("import:1")] == ["dòng 6", "dòng 7", "dòng 11"]
    (aside,) = work.values_set_aside(SCT, Q3)
    assert (aside.key.indicator, aside.raw, aside.fault, aside.source.place) == (
        "commendation",
        "3",
        Fault.BAD_OPTION,
        "dòng 9",
    )
    kept = work.value(key(FOUND))
    assert kept is not None
    assert kept.figure.number == Decimal(6)


def test_the_same_file_again_changes_nothing(work: UnitOfWork) -> None:
    """Everything stands already; the history does not grow."""
    carry_out(plan(work), store=work, batch="one", by=5, at=AT)
    again = carry_out(plan(work), store=work, batch="two", by=5, at=AT)
    assert isinstance(again, Imported)
    assert again.changes == ()
    assert len(work.changes(key(DEPARTMENTS))) == 1


def test_differing_values_need_to_be_asked_for(work: UnitOfWork) -> None:
    """Without it nothing may be stored; with it the history keeps both."""
    stand(work, DEPARTMENTS, 9)
    made = plan(work, reading(*ROWS))
    refused = refusal(made, store=work, today=TODAY, partial=True, replace=False)
    assert isinstance(refused, WouldReplace)
    assert refusal(made, store=work, today=TODAY, partial=True, replace=True) is None
    carry_out(made, store=work, batch="b", by=0, at=AT)
    assert [change.after.number for change in work.changes(key(DEPARTMENTS)) if change.after] == [Decimal(9), Decimal(4)]


def test_half_a_report_needs_to_be_asked_for(work: UnitOfWork) -> None:
    """The table has rows of section I only."""
    made = plan(work, reading(*ROWS[:4]))
    assert isinstance(refusal(made, store=work, today=TODAY, partial=False, replace=False), HalfReport)
    assert refusal(made, store=work, today=TODAY, partial=True, replace=False) is None


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.ACCEPTED])
def test_a_locked_report_takes_no_file(state: ReportState, work: UnitOfWork) -> None:
    """Whatever the options."""
    work.save_report(Report(SCT, Q3, state, AT, 7), by=7, at=AT)
    assert isinstance(refusal(plan(work), store=work, today=TODAY, partial=True, replace=True), ReportLocked)


def test_a_period_that_has_not_begun_takes_no_file(work: UnitOfWork) -> None:
    """Its window begins on 15 June."""
    assert isinstance(refusal(plan(work), store=work, today=date(2022, 6, 14), partial=True, replace=True), NotYetBegun)


def test_a_value_changed_since_the_plan_stops_everything(work: UnitOfWork) -> None:
    """Nothing of the file is written then."""
    made = plan(work)
    stand(work, DEPARTMENTS, 1)
    outcome = carry_out(made, store=work, batch="b", by=0, at=AT)
    assert isinstance(outcome, ChangedByOther)
    assert outcome.key.indicator == DEPARTMENTS
    assert work.value(key(SUBORDINATES)) is None
    assert work.values_set_aside(SCT, Q3) == []
