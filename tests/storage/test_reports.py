"""Where reports stand."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.report import Report, ReportState
from storage import ReportStep, Storage
from tests.storage.office import ADMINISTRATOR, CLERK, NOW, Q3, Q4, SCT, SYT, seconds


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
            ReportStep(ReportState.SUBMITTED, CLERK, NOW),
            ReportStep(ReportState.RETURNED, ADMINISTRATOR, NOW + seconds(1)),
        ]


def test_the_reports_of_a_period_come_by_agency(storage: Storage) -> None:
    ours = [Report(agency, Q3, ReportState.SUBMITTED, NOW, CLERK) for agency in (SYT, SCT)]
    with storage.begin() as unit:
        for report in (*ours, Report(SCT, Q4)):
            unit.save_report(report, by=CLERK, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert unit.reports(Q3) == [ours[1], ours[0]]
