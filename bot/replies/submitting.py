"""About reports as a whole: when they are due, who has submitted, and submitting one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.period import Period
from bot.domain.report import Report
from bot.replies.guide import agency_buttons
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, day_text, moment_text, short_text


def deadline(period: Period, due: date, today: date, named: str, report: Report | None, catalogue: Catalogue) -> Reply:
    """When the report is due; `report`: the asker's own, of which it is said when it is in."""
    days = (due - today).days
    left = f"còn {days} ngày" if days > 0 else "là hôm nay" if days == 0 else f"đã qua {-days} ngày"
    done = f"\n{already_submitted(report, catalogue).text}" if report is not None and report.is_locked else ""
    return Reply(
        f"Báo cáo {bold(period.name)} nộp về Sở Nội vụ chậm nhất {bold(named)} ({left}).\n"
        f"Số liệu tính từ {day_text(period.first_day)} đến {day_text(period.last_day)}.{done}"
    )


def submissions(period: Period, submitted: Sequence[Report], owing: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """Who has submitted and who owes."""
    everyone = len(submitted) + len(owing)
    lines = [f"Báo cáo {bold(period.name)}: đã nộp {bold(f'{len(submitted)}/{everyone}')}"]
    for report in submitted:
        when = f" {moment_text(report.submitted_at)}" if report.submitted_at else ""
        lines.append(f"• {agency_text(catalogue, report.agency)}{when}")
    if owing:
        lines.append(f"Chưa nộp: {agency_list(catalogue, owing, most=19)}")
    return Reply("\n".join(lines))


def confirm_submission(
    agency: AgencyCode, period: Period, blank: int, estimates: Sequence[CatalogueRow], catalogue: Catalogue
) -> Reply:
    """/nop: what will be submitted, before it is."""
    lines = [f"Nộp báo cáo {bold(period.name)} của {agency_text(catalogue, agency)}?"]
    if blank:
        lines.append(f"Còn {bold(str(blank))} chỉ tiêu bắt buộc để trống. Xem: /thieu")
    if estimates:
        lines.append(f"Có {bold(str(len(estimates)))} số ước: {', '.join(short_text(row, catalogue) for row in estimates[:5])}")
    lines.append("Nộp xong báo cáo sẽ khóa, muốn sửa phải nhờ Sở Nội vụ mở lại.")
    buttons = ((Button("Nộp báo cáo", {"do": "submit", "a": agency, "p": period.code}), Button("Để sau", {"do": "later"})),)
    return Reply("\n".join(lines), buttons, slot="submit")


def submit_which(choices: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """/nop of somebody who enters for several agencies."""
    return Reply("Nộp báo cáo của đơn vị nào?", agency_buttons(choices, catalogue, {"do": "nop"}))


def not_submitted_here() -> Reply:
    """/nop in a group that is not the agency's own."""
    return Reply("Chưa nộp: anh/chị nhắn riêng cho tôi để nộp báo cáo.")


def submitted(report: Report, catalogue: Catalogue) -> Reply:
    """The report is in."""
    when = moment_text(report.submitted_at) if report.submitted_at else ""
    return Reply(f"Đã nộp báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} lúc {when}.")


def already_submitted(report: Report, catalogue: Catalogue) -> Reply:
    """Submitted before."""
    when = f" lúc {moment_text(report.submitted_at)}" if report.submitted_at else ""
    return Reply(f"Báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} đã nộp{when}.")
