"""Every state, every role, every step: which steps are taken, who may, what they need; and when a report owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.report import LOCKED, Report, ReportState, ReportStep, end_of_working_day
from bot.domain.report_life import Lacking, NotFromHere, NotGranted, Step, StepTaken, lock_expired, take_step
from storage import UnitOfWork
from tests.notice_office import at

SCT, STC = AgencyCode("SCT"), AgencyCode("STC")
Q1 = Period.parse("2023-Q1")
NOW = at("2023-03-15 09:00")
TOMORROW = NOW + timedelta(days=1)
CALENDAR = Calendar(load_catalogue().calendar)
ROW = IndicatorId("plan.tasks_done")

PEOPLE = {
    "administrator": Person(1, "Quản trị", (Grant(Role.ADMINISTRATOR),)),
    "clerk": Person(2, "Công chức", (Grant(Role.CLERK, SCT),)),
    "clerk of another agency": Person(3, "Công chức khác", (Grant(Role.CLERK, STC),)),
    "viewer of the agency": Person(4, "Người xem", (Grant(Role.VIEWER, SCT),)),
    "viewer of the province": Person(5, "Lãnh đạo", (Grant(Role.VIEWER),)),
    "nobody": Person(6, "Người lạ", ()),
}
SUBMITTERS, REVIEWERS = {"administrator", "clerk"}, {"administrator"}
# the whole life: who takes which step from where to where; whatever is not here does not happen
LEGAL = {
    Step.SUBMIT: (SUBMITTERS, {"open", "on_paper", "returned", "reopened"}, "submitted"),
    Step.ON_PAPER: (SUBMITTERS, {"open", "returned"}, "on_paper"),
    Step.ACCEPT: (REVIEWERS, {"submitted", "on_paper"}, "accepted"),
    Step.RETURN: (REVIEWERS, {"submitted", "on_paper"}, "returned"),
    Step.REOPEN: (REVIEWERS, {"submitted", "accepted"}, "reopened"),
}


def standing(work: UnitOfWork, state: ReportState) -> Report:
    """A report that stands so."""
    open_until = TOMORROW if state is ReportState.REOPENED else None
    if state is not ReportState.OPEN:
        report = Report(SCT, Q1, state, since=NOW - timedelta(days=1), open_until=open_until)
        work.save_report(report, by=2, at=NOW - timedelta(days=1))
    return work.report(SCT, Q1)


@pytest.mark.parametrize(("state", "role", "step"), list(product(ReportState, PEOPLE, Step)))
def test_a_step_is_taken_only_from_where_it_begins_and_only_by_whom_it_is_for(
    work: UnitOfWork, state: ReportState, role: str, step: Step
) -> None:
    """Complete: 6 states, 6 people, 5 steps. A step that is not legal changes nothing and leaves no trace."""
    before = standing(work, state)
    steps = work.report_steps(SCT, Q1)
    outcome = take_step(
        step, SCT, Q1, person=PEOPLE[role], store=work, at=NOW, reason="lý do", rows=(ROW,), open_until=TOMORROW
    )
    roles, begins, ends = LEGAL[step]
    after = work.report(SCT, Q1)
    if role not in roles:
        assert outcome == NotGranted(step)
    elif state.value not in begins:
        assert outcome == NotFromHere(step, before)
    else:
        assert isinstance(outcome, StepTaken)
        assert (outcome.before, outcome.report) == (before, after)
        assert after.state.value == ends
        added = work.report_steps(SCT, Q1)[len(steps) :]
        rows = (ROW,) if step is Step.RETURN else ()
        until = TOMORROW if step is Step.REOPEN else None
        assert added == [ReportStep(after.state, PEOPLE[role].id, NOW, state, "lý do", rows, until)]
        return
    assert after == before
    assert work.report_steps(SCT, Q1) == steps


@pytest.mark.parametrize("state", ReportState)
def test_only_submitted_and_accepted_reports_are_locked(state: ReportState) -> None:
    assert Report(SCT, Q1, state).is_locked is (state in LOCKED) is (state.value in {"submitted", "accepted"})


@pytest.mark.parametrize(
    ("step", "reason", "open_until"),
    [
        (Step.RETURN, None, None),
        (Step.RETURN, "  ", None),
        (Step.REOPEN, None, TOMORROW),
        (Step.REOPEN, "thiếu", None),
        (Step.REOPEN, "thiếu", NOW),
        (Step.REOPEN, "thiếu", NOW - timedelta(days=1)),
    ],
)
def test_a_report_is_not_given_back_without_a_reason_nor_reopened_without_an_end(
    work: UnitOfWork, step: Step, reason: str | None, open_until: datetime | None
) -> None:
    standing(work, ReportState.SUBMITTED)
    person = PEOPLE["administrator"]
    assert take_step(step, SCT, Q1, person=person, store=work, at=NOW, reason=reason, open_until=open_until) == Lacking(step)
    assert work.report(SCT, Q1).state is ReportState.SUBMITTED


def test_who_submitted_last_is_kept_whatever_comes_after(work: UnitOfWork) -> None:
    clerk, administrator = PEOPLE["clerk"], PEOPLE["administrator"]
    take_step(Step.SUBMIT, SCT, Q1, person=clerk, store=work, at=NOW, reason="số liệu đúng")
    take_step(Step.RETURN, SCT, Q1, person=administrator, store=work, at=TOMORROW, reason="chưa khớp", rows=(ROW, ROW))
    report = work.report(SCT, Q1)
    assert (report.submitted_at, report.submitted_by, report.reason, report.rows) == (NOW, 2, "chưa khớp", (ROW,))


def test_a_reopened_report_is_locked_again_when_its_time_is_up(work: UnitOfWork) -> None:
    """By nobody, once, and as submitted even if it was accepted before: what changed wants another look."""
    standing(work, ReportState.ACCEPTED)
    person = PEOPLE["administrator"]
    take_step(Step.REOPEN, SCT, Q1, person=person, store=work, at=NOW, reason="thiếu", open_until=TOMORROW)
    assert lock_expired(work, TOMORROW - timedelta(seconds=1)) == []
    (taken,) = lock_expired(work, TOMORROW)
    assert (taken.step, taken.by, taken.report.state) == (None, None, ReportState.SUBMITTED)
    assert lock_expired(work, TOMORROW) == []
    last = work.report_steps(SCT, Q1)[-1]
    assert (last.by, last.before, last.state) == (None, ReportState.REOPENED, ReportState.SUBMITTED)


def test_nothing_is_submitted_into_a_report_whose_time_is_up(work: UnitOfWork) -> None:
    """Even before the clockwork has come round."""
    standing(work, ReportState.REOPENED)
    outcome = take_step(Step.SUBMIT, SCT, Q1, person=PEOPLE["clerk"], store=work, at=TOMORROW)
    assert isinstance(outcome, NotFromHere)


@pytest.mark.parametrize(
    ("state", "owes"),
    [("open", True), ("submitted", False), ("returned", True), ("accepted", False), ("reopened", True)],
)
def test_owing_means_neither_submitted_nor_accepted(state: str, *, owes: bool) -> None:
    report = Report(SCT, Q1, ReportState(state), since=NOW, open_until=TOMORROW)
    assert report.owes_on(NOW, CALENDAR) is owes


def test_a_reopened_report_is_owed_until_its_time_is_up() -> None:
    report = Report(SCT, Q1, ReportState.REOPENED, since=NOW, open_until=TOMORROW)
    assert report.owes_on(TOMORROW - timedelta(seconds=1), CALENDAR)
    assert not report.owes_on(TOMORROW, CALENDAR)


@pytest.mark.parametrize(
    ("said", "quiet", "resumes"),
    [
        ("2023-03-13 09:00", "2023-03-15 23:59", "2023-03-16 00:00"),  # Monday: Tuesday and Wednesday are left in peace
        ("2023-03-16 23:00", "2023-03-20 23:59", "2023-03-21 00:00"),  # Thursday: over the weekend
        ("2023-03-18 09:00", "2023-03-21 23:59", "2023-03-22 00:00"),  # said on a Saturday
        ("2023-01-18 09:00", "2023-01-27 23:59", "2023-01-28 00:00"),  # Thursday 19/1 is worked, Tết until 26/1
    ],
)
def test_paper_keeps_reminders_away_for_two_working_days(said: str, quiet: str, resumes: str) -> None:
    report = Report(SCT, Q1, ReportState.ON_PAPER, since=at(said))
    assert not report.owes_on(at(said), CALENDAR)
    assert not report.owes_on(at(quiet), CALENDAR)
    assert report.owes_on(at(resumes), CALENDAR)


def test_paper_without_a_moment_is_owed() -> None:
    """Such a row is nobody's promise."""
    assert replace(Report(SCT, Q1), state=ReportState.ON_PAPER).owes_on(NOW, CALENDAR)


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [("2023-03-15", 1, "2023-03-15"), ("2023-03-15", 5, "2023-03-21"), ("2023-03-18", 1, "2023-03-20")],
)
def test_a_report_is_reopened_for_working_days(day: str, count: int, last: str) -> None:
    """Today counts when it is worked."""
    assert end_of_working_day(at(f"{day} 09:00").date(), count, CALENDAR).isoformat() == last
