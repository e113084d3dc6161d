"""About reports as a whole: when they are due, who has submitted, and submitting one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from html import escape

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.completeness import Completeness
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.report_checks import Failing
from bot.domain.submission import BlankAnswer, Unsettled
from bot.domain.value import StoredValue
from bot.replies.checks import failing_text
from bot.replies.exporting import export_button
from bot.replies.guide import agency_buttons
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, cut, day_text, figure_text, moment_text, placed_text

LISTED = 12  # rows named in a question; the preview before a write names them all
_NAME_MOST = 60
_SAID = {BlankAnswer.NOTHING: "không phát sinh", BlankAnswer.NO_DATA: "chưa có số liệu"}
LATER = Button("Để sau", {"do": "later"})


def deadline(period: Period, due: date, today: date, named: str, report: Report | None, catalogue: Catalogue) -> Reply:
    """When the report is due; `report`: the asker's own, of which it is said where it stands."""
    days = (due - today).days
    left = f"còn {days} ngày" if days > 0 else "là hôm nay" if days == 0 else f"đã qua {-days} ngày"
    standing = report is not None and report.state is not ReportState.OPEN
    done = f"\n{already_submitted(report, catalogue).text}" if standing and report is not None else ""
    return Reply(
        f"Báo cáo {bold(period.name)} nộp về Sở Nội vụ chậm nhất {bold(named)} ({left}).\n"
        f"Số liệu tính từ {day_text(period.first_day)} đến {day_text(period.last_day)}.{done}"
    )


def submissions(
    period: Period,
    submitted: Sequence[Report],
    owing: Sequence[AgencyCode],
    catalogue: Catalogue,
    *,
    on_paper: Sequence[Report] = (),
) -> Reply:
    """Who has submitted and who owes; of these, who says that the report is there on paper."""
    everyone = len(submitted) + len(owing)
    lines = [f"Báo cáo {bold(period.name)}: đã nộp {bold(f'{len(submitted)}/{everyone}')}"]
    for report in submitted:
        when = f" {moment_text(report.submitted_at)}" if report.submitted_at else ""
        lines.append(f"• {agency_text(catalogue, report.agency)}{when}")
    papers = {report.agency for report in on_paper}
    if papers:
        lines.append(f"Đã nộp giấy, chờ đối chiếu: {agency_list(catalogue, [r.agency for r in on_paper], most=19)}")
    rest = [agency for agency in owing if agency not in papers]
    if rest:
        lines.append(f"Chưa nộp: {agency_list(catalogue, rest, most=19)}")
    return Reply("\n".join(lines))


def begin_submission(
    agency: AgencyCode, period: Period, points: Unsettled, report: Report, catalogue: Catalogue, *, jumps: int = 0
) -> Reply:
    """/nop: what will be submitted and what has to be settled first. `jumps`: figures far from those of the period before."""
    lines = [f"Nộp báo cáo {bold(period.name)} của {agency_text(catalogue, agency)}?", _filled(points.left)]
    open_points = [
        text
        for count, text in (
            (len(points.left.blank), f"{len(points.left.blank)} chỉ tiêu để trống"),
            (len(points.estimates), f"{len(points.estimates)} số ước"),
            (len(points.failing), f"{len(points.failing)} chỗ chưa khớp"),
        )
        if count
    ]
    if open_points:
        lines.append(f"Trước khi nộp, tôi hỏi lại: {bold(', '.join(open_points))}.")
    if jumps:
        lines.append(f"Có {bold(str(jumps))} số chênh nhiều so với kỳ trước, xem lại: /kiemtra")
    lines.append(_LOCKS)
    where = {"a": agency, "p": period.code}
    rows: list[tuple[Button, ...]] = [(Button("Nộp báo cáo", {"do": "settle", **where}), LATER)]
    if report.state in (ReportState.OPEN, ReportState.RETURNED):
        rows.append((Button("Đã nộp bản giấy", {"do": "paper", **where}),))
    return Reply("\n".join(lines), tuple(rows))


_LOCKS = "Nộp xong báo cáo sẽ khóa, muốn sửa phải nhờ Sở Nội vụ mở lại."


def _filled(left: Completeness) -> str:
    if left.is_complete:
        return f"Đã nhập đủ {bold(str(left.required))} chỉ tiêu bắt buộc."
    return f"Đã nhập {bold(f'{left.filled}/{left.required}')} chỉ tiêu bắt buộc."


def ask_blank(
    section: CatalogueRow,
    rows: Sequence[CatalogueRow],
    period: Period,
    catalogue: Catalogue,
    *,
    nothing: int,
    sections_left: int,
    submission: str,
) -> Reply:
    """One question a section: what its blank rows mean. `nothing`: how many of them may be "không phát sinh"."""
    lines = [f"{_section(section)}: còn {bold(str(len(rows)))} chỉ tiêu để trống."]
    lines += [_row_line(row, period, catalogue) for row in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"… và {len(rows) - LISTED} chỉ tiêu khác")
    lines.append("Có số thì gõ kèm tên chỉ tiêu, xong quay lại bấm tiếp.\nKhông có số, chọn cho cả phần:")
    action = {"do": "blank", "sub": submission, "s": section.id}
    buttons = [(Button("Để trống", {**action, "as": BlankAnswer.LEAVE}),)]
    if nothing:
        buttons.append((Button(f"Không phát sinh ({nothing})", {**action, "as": BlankAnswer.NOTHING}),))
    buttons.append((Button(f"Chưa có số liệu ({len(rows)})", {**action, "as": BlankAnswer.NO_DATA}),))
    if sections_left > 1:
        buttons.append((Button(f"Để trống cả {sections_left} phần còn lại", {"do": "blank_all", "sub": submission}),))
    return Reply("\n".join(lines), tuple(buttons))


def preview_blank(
    section: CatalogueRow,
    answer: BlankAnswer,
    filled: Sequence[CatalogueRow],
    left: Sequence[CatalogueRow],
    period: Period,
    catalogue: Catalogue,
    *,
    submission: str,
) -> Reply:
    """Every row that such an answer would be stored for, and those that stay blank all the same, before anything is stored."""
    lines = [f"{_section(section)}: ghi «{_SAID[answer]}» cho {bold(str(len(filled)))} chỉ tiêu?"]
    lines += [_row_line(row, period, catalogue) for row in filled]
    if left:
        lines.append(f"Vẫn để trống {len(left)} chỉ tiêu không dùng «{_SAID[answer]}» được:")
        lines += [_row_line(row, period, catalogue) for row in left]
    action = {"sub": submission, "s": section.id, "as": answer}
    stores = {**action, "do": "fill", "rows": [row.id for row in filled], "rest": [row.id for row in left]}
    row = (Button(f"Ghi {len(filled)} chỉ tiêu", stores), Button("Chọn lại", {"do": "go_on", "sub": submission}))
    return Reply("\n".join(lines), (row,), edits=True)


def filled_blank(section: CatalogueRow, answer: BlankAnswer, count: int, batch: str) -> Reply:
    """Stored; taken back with one press."""
    undo = Button("Hoàn tác", {"do": "undo", "batch": batch})
    return Reply(f"{_section(section)}: đã ghi «{_SAID[answer]}» cho {bold(str(count))} chỉ tiêu.", ((undo,),), edits=True)


def left_blank(sections: Sequence[CatalogueRow], count: int) -> Reply:
    """Nothing stored: the rows stay blank."""
    named = ", ".join(section.id for section in sections)
    return Reply(f"Phần {named}: để trống {bold(str(count))} chỉ tiêu.", edits=True)


def ask_estimates(estimates: Sequence[StoredValue], period: Period, catalogue: Catalogue, *, submission: str) -> Reply:
    """Estimates in one list: final by now, or handed in as estimates."""
    lines = [f"Còn {bold(str(len(estimates)))} số đang ghi là ước:"]
    for value in estimates[: LISTED * 2]:
        row = catalogue.row(value.key.indicator)
        lines.append(f"• {cut(placed_text(row, catalogue, period), _NAME_MOST)}: {bold(figure_text(row, value.figure))}")
    if len(estimates) > LISTED * 2:
        lines.append(f"… và {len(estimates) - LISTED * 2} số khác")
    lines.append("Số nào đã đổi, anh/chị gõ số mới trước khi bấm.")
    action = {"do": "estimates", "sub": submission, "ids": [value.change_id for value in estimates]}
    return Reply(
        "\n".join(lines),
        (
            (Button("Đã là số chính thức", {**action, "as": "final"}),),
            (Button("Vẫn là số ước, nộp kèm", {**action, "as": "estimate"}),),
        ),
    )


def estimates_final(count: int, batch: str) -> Reply:
    """They are no estimates any more; taken back with one press."""
    return Reply(
        f"Đã bỏ chữ «ước» ở {bold(str(count))} số.", ((Button("Hoàn tác", {"do": "undo", "batch": batch}),),), edits=True
    )


def estimates_kept(count: int) -> Reply:
    """They are handed in as estimates."""
    return Reply(f"Nộp kèm {bold(str(count))} số ước.", edits=True)


def ask_reason(failing: Sequence[Failing], catalogue: Catalogue, *, question: str) -> Reply:
    """Hard checks that fail, as one list: mend or say why. `question`: what a reply to this message answers."""
    lines = [f"Còn {bold(str(len(failing)))} chỗ chưa khớp:"]
    lines += [f"• {failing_text(each, catalogue)}." for each in failing[: LISTED * 2]]
    if len(failing) > LISTED * 2:
        lines.append(f"… và {len(failing) - LISTED * 2} chỗ khác")
    lines.append("Số sai: gõ số đúng rồi gõ /nop lại.\nSố đúng: gõ lý do, một câu cho cả danh sách.")
    return Reply("\n".join(lines), ((LATER,),), subject={"question": question})


def confirm_submission(
    agency: AgencyCode, period: Period, points: Unsettled, reason: str | None, catalogue: Catalogue, *, submission: str
) -> Reply:
    """Everything is settled: what goes in, before it does."""
    lines = [f"Nộp báo cáo {bold(period.name)} của {agency_text(catalogue, agency)}?", _filled(points.left)]
    if points.left.blank:
        lines.append(f"Để trống: {len(points.left.blank)} chỉ tiêu.")
    if points.estimates:
        lines.append(f"Số ước nộp kèm: {len(points.estimates)}.")
    if points.explained:
        lines.append(f"Chỗ chưa khớp đã có lý do: {len(points.explained)}.")
    if points.failing and reason:
        lines.append(f"Chỗ chưa khớp: {len(points.failing)}. Lý do: «{escape(reason, quote=False)}»")
    lines.append(_LOCKS)
    action = {"a": agency, "p": period.code, "sub": submission}
    rows: list[tuple[Button, ...]] = [(Button("Nộp báo cáo", {"do": "submit", **action}), LATER)]
    if points.failing and reason:
        rows.append((Button("Viết lại lý do", {"do": "new_reason", "sub": submission}),))
    return Reply("\n".join(lines), tuple(rows))


def confirm_paper(report: Report, catalogue: Catalogue) -> Reply:
    """Before it is said that the report was handed in on paper."""
    where = {"a": report.agency, "p": report.period.code}
    return Reply(
        f"Báo với Sở Nội vụ là {agency_text(catalogue, report.agency)} đã nộp bản giấy báo cáo {bold(report.period.name)}?\n"
        "Báo cáo sẽ chờ đối chiếu, vẫn nhập được số.\nSau hai ngày làm việc chưa đối chiếu xong, tôi nhắc lại.",
        ((Button("Đúng, đã nộp bản giấy", {"do": "on_paper", **where}), Button("Chưa", {"do": "later"})),),
        edits=True,
    )


def on_paper(report: Report, catalogue: Catalogue, quiet_until: date | None) -> Reply:
    """The report is said to be there on paper."""
    until = f" đến hết {day_text(quiet_until)}" if quiet_until else ""
    return Reply(
        f"Đã báo Sở Nội vụ: bản giấy báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} "
        f"chờ đối chiếu. Tôi không nhắc{until}.",
        edits=True,
    )


def submit_which(choices: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """/nop of somebody who enters for several agencies."""
    return Reply("Nộp báo cáo của đơn vị nào?", agency_buttons(choices, catalogue, {"do": "nop"}))


def submit_which_period(agency: AgencyCode, choices: Sequence[Period]) -> Reply:
    """/nop of an agency with several reports to submit."""
    buttons = tuple((Button(period.name, {"do": "nop", "a": agency, "p": period.code}),) for period in choices)
    return Reply("Nộp báo cáo kỳ nào?", buttons)


def not_submitted_here() -> Reply:
    """/nop in a group that is not the agency's own."""
    return Reply("Chưa nộp: anh/chị nhắn riêng cho tôi để nộp báo cáo.")


def submitted(report: Report, catalogue: Catalogue) -> Reply:
    """The report is in."""
    when = moment_text(report.submitted_at) if report.submitted_at else ""
    text = f"Đã nộp báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} lúc {when}."
    return Reply(text, ((export_button(report.agency, report.period),),))


def already_submitted(report: Report, catalogue: Catalogue) -> Reply:
    """Where a report stands that was touched before."""
    what = f"Báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}"
    submitted_at = f" lúc {moment_text(report.submitted_at)}" if report.submitted_at else ""
    match report.state:
        case ReportState.OPEN:
            return Reply(f"{what} chưa nộp.")
        case ReportState.SUBMITTED:
            return Reply(f"{what} đã nộp{submitted_at}.")
        case ReportState.ACCEPTED:
            return Reply(f"{what} đã được duyệt.")
        case ReportState.ON_PAPER:
            since = f" ngày {day_text(day_in_viet_nam(report.since))}" if report.since else ""
            return Reply(f"{what} đã nộp bản giấy{since}, chờ Sở Nội vụ đối chiếu.")
        case ReportState.RETURNED:
            return Reply(f"{what} bị trả lại{reason_text(report)}.")
        case ReportState.REOPENED:
            return Reply(f"{what} được mở lại{until_text(report.open_until)}{reason_text(report)}.")


def reason_text(report: Report) -> str:
    """`: «số liệu III.7 chưa khớp»`, "" without a reason."""
    return f": «{escape(report.reason, quote=False)}»" if report.reason else ""


def until_text(open_until: datetime | None) -> str:
    """` đến hết 17/3/2023`: the last day before the moment, "" without one."""
    return f" đến hết {day_text(day_in_viet_nam(open_until - timedelta(seconds=1)))}" if open_until else ""


def _section(section: CatalogueRow) -> str:
    return f"Phần {section.id}. {escape(section.short, quote=False)}"


def _row_line(row: CatalogueRow, period: Period, catalogue: Catalogue) -> str:
    return f"• {cut(placed_text(row, catalogue, period), _NAME_MOST)}"
