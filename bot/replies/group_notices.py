"""Reminders to groups: what one agency still owes, or who in the province has not submitted. Counts, never a figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.replies.notices import OwedReport, head_line, late_lines, left_text, owed_lines, short_name
from bot.replies.reply import Reply, bold
from bot.replies.wording import agency_list


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """What a group is told of one period: the reports that are owed, at least one.

    `everyone`: all that are asked for a report; `on_paper`: those whose report is said to be there on paper.
    """

    reports: Sequence[OwedReport]
    everyone: Sequence[AgencyCode]
    on_paper: Collection[AgencyCode] = ()


def group_notice(
    agency: AgencyCode | None,
    blocks: Sequence[GroupBlock],
    catalogue: Catalogue,
    *,
    now: datetime,
    late_since: datetime | None = None,
) -> Reply:
    """All of a day in one message, a block each period; without buttons, for entering is for private chats.

    `agency`: the one the group is registered for, None: the province's.
    """
    texts = ["\n".join(_block_lines(agency, block, catalogue, now)) for block in blocks]
    about = {"p": blocks[0].reports[0].period.code}
    subject = about if agency is None else {"a": agency, **about}
    return Reply("\n".join(["\n\n".join(texts), *late_lines(late_since)]), subject=subject)


def _block_lines(agency: AgencyCode | None, block: GroupBlock, catalogue: Catalogue, now: datetime) -> list[str]:
    first = block.reports[0]
    lines = [head_line(first, now)]
    if agency is not None:
        return lines + owed_lines(first, catalogue)
    owing = {report.agency for report in block.reports}
    papers = [code for code in block.everyone if code in block.on_paper and code not in owing]
    submitted = [code for code in block.everyone if code not in owing and code not in block.on_paper]
    names = f": {agency_list(catalogue, submitted, most=len(submitted))}" if submitted else ""
    lines.append(f"Đã nộp {bold(f'{len(submitted)}/{len(block.everyone)}')}{names}")
    if papers:
        lines.append(f"Đã nộp giấy, chờ đối chiếu: {agency_list(catalogue, papers, most=len(papers))}")
    return lines + _standing_lines(block.reports, catalogue)


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
