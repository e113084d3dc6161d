"""What everyone concerned is told of a step in a report's life, and its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.domain.catalogue import Catalogue
from bot.domain.report import Report, ReportState, ReportStep
from bot.domain.report_life import Step, StepTaken
from bot.replies.reply import Button, Reply, bold
from bot.replies.submitting import reason_text, until_text
from bot.replies.wording import agency_text, cut, moment_text, placed_text

ROWS_SHOWN = 8  # rows with a button each; the others are counted
_STATES = {
    ReportState.OPEN: "đang mở",
    ReportState.ON_PAPER: "chờ đối chiếu bản giấy",
    ReportState.SUBMITTED: "đã nộp",
    ReportState.RETURNED: "trả lại",
    ReportState.ACCEPTED: "đã duyệt",
    ReportState.REOPENED: "mở lại",
}


def told(taken: StepTaken, catalogue: Catalogue, *, who: str | None, mends: bool = False, reviews: bool = False) -> Reply:
    """One short message. `who`: named in private only; `mends`, `reviews`: what the reader can do about it, as buttons."""
    report = taken.report
    by = f" ({escape(who, quote=False)})" if who else ""
    what = f"báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}"
    where = {"a": report.agency, "p": report.period.code}
    review: tuple[tuple[Button, ...], ...] = ((Button("Xem và duyệt", {"do": "review", **where}),),) if reviews else ()
    subject = {"i": None, **where}
    match taken.step:
        case Step.SUBMIT:
            because = f"\nCòn chỗ chưa khớp, lý do{reason_text(report)}" if report.reason else ""
            return Reply(f"Đã nộp {what}{by}.{because}", review, subject=subject)
        case Step.ON_PAPER:
            text = f"Đã nộp bản giấy {what}{by}, chờ Sở Nội vụ đối chiếu."
            return Reply(text, review, subject=subject)
        case Step.ACCEPT:
            return Reply(f"Sở Nội vụ đã duyệt {what}{by}.", subject=subject)
        case Step.RETURN:
            lines = [f"Sở Nội vụ trả lại {what}{by}{reason_text(report)}.", *row_lines(report, catalogue)]
            return Reply("\n".join(lines), mending_buttons(report, catalogue) if mends else (), subject=subject)
        case Step.REOPEN:
            until = until_text(report.open_until)
            text = f"Sở Nội vụ mở lại {what}{until}{by}{reason_text(report)}.\nSửa xong gõ /nop để nộp lại."
            return Reply(text, mending_buttons(report, catalogue) if mends else (), subject=subject)
        case None:
            return Reply(f"Hết thời gian mở lại: {what} đã khóa như khi nộp.", review, subject=subject)


def row_lines(report: Report, catalogue: Catalogue) -> list[str]:
    """The rows to mend, the first by name."""
    rows = [catalogue.row(row) for row in report.rows if row in catalogue]
    if not rows:
        return []
    lines = ["Cần sửa:", *(f"• {cut(placed_text(row, catalogue, report.period), 60)}" for row in rows[:ROWS_SHOWN])]
    return [*lines, f"… và {len(rows) - ROWS_SHOWN} dòng khác"] if len(rows) > ROWS_SHOWN else lines


def mending_buttons(report: Report, catalogue: Catalogue) -> tuple[tuple[Button, ...], ...]:
    """A button for each row to mend, and one to submit again."""
    where = {"a": report.agency, "p": report.period.code}
    rows = [catalogue.row(row) for row in report.rows if row in catalogue]
    shown = [
        (Button(placed_text(row, catalogue, report.period), {"do": "row", "i": row.id, **where}),) for row in rows[:ROWS_SHOWN]
    ]
    return (*shown, (Button("Nhập tiếp", {"do": "continue", **where}), Button("Nộp lại", {"do": "nop", **where})))


def history(report: Report, steps: Sequence[ReportStep], names: Mapping[int, str], catalogue: Catalogue) -> Reply:
    """Every step: when, who, from where to where, why."""
    lines = [f"{agency_text(catalogue, report.agency)} · {bold(report.period.name)}: {_STATES[report.state]}"]
    for step in steps:
        came = f"{_STATES[step.before]} → " if step.before is not None and step.before is not step.state else ""
        who = "hết hạn mở lại" if step.by is None else escape(names.get(step.by, "hệ thống"), quote=False)
        lines.append(f"• {moment_text(step.at)} {came}{bold(_STATES[step.state])} · {who}")
        if step.reason:
            lines.append(f"  «{escape(step.reason, quote=False)}»")
        if step.rows:
            lines.append(f"  {len(step.rows)} dòng cần sửa")
        if step.open_until:
            lines.append(f" {until_text(step.open_until)}")
    if not steps:
        lines.append("Chưa có bước nào.")
    return Reply("\n".join(lines))
