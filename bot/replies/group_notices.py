"""Reminders to groups: what one agency still owes, or who in the province has not submitted. Counts, never a figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.replies.notices import OwedReport, head_line, late_lines, left_text, owed_lines, short_name
from bot.replies.reply import Reply, bold
from bot.replies.wording import agency_list


def group_notice(
    agency: AgencyCode | None,
    reports: Sequence[OwedReport],
    everyone: Sequence[AgencyCode],
    catalogue: Catalogue,
    *,
    now: datetime,
    late_since: datetime | None = None,
    on_paper: Collection[AgencyCode] = (),
) -> Reply:
    """About one period; without buttons, for entering is for private chats.

    `agency`: the one the group is registered for, None: the province's; `everyone`: all that are asked for a report;
    `on_paper`: those whose report is said to be there on paper.
    """
    first = reports[0]
    lines = [head_line(first, now)]
    if agency is not None:
        lines += owed_lines(first, catalogue)
        subject = {"a": agency, "p": first.period.code}
    else:
        owing = {report.agency for report in reports}
        papers = [code for code in everyone if code in on_paper and code not in owing]
        submitted = [code for code in everyone if code not in owing and code not in on_paper]
        names = f": {agency_list(catalogue, submitted, most=len(submitted))}" if submitted else ""
        lines += [f"Đã nộp {bold(f'{len(submitted)}/{len(everyone)}')}{names}"]
        if papers:
            lines.append(f"Đã nộp giấy, chờ đối chiếu: {agency_list(catalogue, papers, most=len(papers))}")
        lines += _standing_lines(reports, catalogue)
        subject = {"p": first.period.code}
    return Reply("\n".join([*lines, *late_lines(late_since)]), subject=subject)


def _standing_lines(reports: Sequence[OwedReport], catalogue: Catalogue) -> list[str]:
    """Who has not submitted: those at work with what is left, the least first, and those who have not begun."""
    begun = sorted((report for report in reports if report.done.entered), key=lambda report: len(report.done.blank))
    idle = [report.agency for report in reports if not report.done.entered]
    lines = []
    if begun:
        named = [f"{short_name(report.agency, catalogue)} ({left_text(report.done)})" for report in begun]
        lines.append(f"Chưa nộp: {', '.join(named)}")
    if idle:
        lines.append(f"Chưa nhập gì: {agency_list(catalogue, idle, most=len(idle))}")
    return lines
