"""Where reports stand."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic, sleep

from bot.domain.report import Report, ReportState, ReportStep
from storage import Storage
from tests.storage.office import ADMINISTRATOR, CLERK, NOW, Q3, Q4, SCT, SYT, key, seconds


def test_a_report_that_nobody_touched_is_open(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.report(SCT, Q3) == Report(SCT, Q3, ReportState.OPEN)
        assert unit.reports(Q3) == []
        assert unit.report_steps(SCT, Q3) == []


def test_a_report_is_where_its_last_step_led_and_all_steps_are_kept(storage: Storage) -> None:
    submitted = Report(SCT, Q3, ReportState.SUBMITTED, submitted_at=NOW, submitted_by=CLERK)
    with storage.begin() as unit:
        unit.save_report(submitted, by=CLERK, at=NOW)
        unit.save_report(replace(submitted, state=ReportState.RETURNED), by=ADMINISTRATOR, at=NOW + seconds(1))
        unit.commit()
    with storage.begin() as unit:
        assert unit.report(SCT, Q3) == replace(submitted, state=ReportState.RETURNED)
        assert unit.report_steps(SCT, Q3) == [
            ReportStep(ReportState.SUBMITTED, CLERK, NOW, before=ReportState.OPEN),
            ReportStep(ReportState.RETURNED, ADMINISTRATOR, NOW + seconds(1), before=ReportState.SUBMITTED),
        ]


def test_the_reports_of_a_period_come_by_agency(storage: Storage) -> None:
    ours = [Report(agency, Q3, ReportState.SUBMITTED, NOW, CLERK) for agency in (SYT, SCT)]
    with storage.begin() as unit:
        for report in (*ours, Report(SCT, Q4)):
            unit.save_report(report, by=CLERK, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert unit.reports(Q3) == [ours[1], ours[0]]


def test_reason_rows_and_expiry_come_back_as_they_were_given(storage: Storage) -> None:
    rows = (key("mot").indicator, key("hai").indicator)
    report = Report(SCT, Q3, ReportState.RETURNED, NOW, CLERK, NOW + seconds(1), "sai mục III.7", rows, NOW + seconds(2))
    with storage.begin() as unit:
        unit.save_report(report, by=None, at=NOW + seconds(1))
        unit.commit()
    with storage.begin() as unit:
        assert unit.report(SCT, Q3) == report
        (step,) = unit.report_steps(SCT, Q3)
        assert (step.by, step.reason, step.rows, step.open_until) == (None, report.reason, rows, report.open_until)


def test_reports_that_stand_so_come_longest_waiting_first(storage: Storage) -> None:
    """One that was submitted before moments were kept counts from its submission."""
    newer = Report(SCT, Q3, ReportState.SUBMITTED, NOW, CLERK, since=NOW + seconds(2))
    older = Report(SYT, Q3, ReportState.SUBMITTED, NOW + seconds(1), CLERK)
    returned = Report(SCT, Q4, ReportState.RETURNED, NOW, CLERK, since=NOW)
    with storage.begin() as unit:
        for report in (newer, older, returned):
            unit.save_report(report, by=CLERK, at=NOW)
        assert unit.reports_in([ReportState.SUBMITTED]) == [older, newer]
        assert unit.reports_in([ReportState.SUBMITTED, ReportState.RETURNED]) == [returned, older, newer]
        assert unit.reports_in([ReportState.ACCEPTED]) == []


def test_only_reopened_reports_expire(storage: Storage) -> None:
    with storage.begin() as unit:
        for agency, until in ((SCT, NOW), (SYT, NOW + seconds(1))):
            unit.save_report(Report(agency, Q3, ReportState.REOPENED, open_until=until), by=CLERK, at=NOW)
        unit.save_report(Report(SCT, Q4, ReportState.SUBMITTED, open_until=NOW), by=CLERK, at=NOW)
        assert [report.agency for report in unit.expired_reports(NOW)] == [SCT]
        assert [report.agency for report in unit.expired_reports(NOW + seconds(1))] == [SCT, SYT]


def test_whoever_will_change_a_report_waits_for_whoever_changes_it(storage: Storage, address: str) -> None:
    """An entry that looked before the submission would be stored after it."""
    other = Storage(address)

    def enter() -> ReportState:
        with other.begin() as unit:
            return unit.report(SCT, Q3, to_change=True).state

    with ThreadPoolExecutor(1) as thread, storage.begin() as unit:
        assert unit.report(SCT, Q3, to_change=True).state is ReportState.OPEN
        entering = thread.submit(enter)
        until = monotonic() + 0.3
        while monotonic() < until and not entering.done():
            sleep(0.01)
        assert not entering.done()
        unit.save_report(Report(SCT, Q3, ReportState.SUBMITTED, NOW, CLERK), by=CLERK, at=NOW)
        unit.commit()
        assert entering.result(timeout=10) is ReportState.SUBMITTED
    other.close()
