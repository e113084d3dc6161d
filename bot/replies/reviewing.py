"""What an administrator reads: reports that wait for a look, one report, returning and reopening it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.report import Report, ReportState
from bot.domain.report_life import Step, allows
from bot.domain.resubmission import ChangedFigure
from bot.domain.submission import Unsettled
from bot.domain.value import StoredValue
from bot.replies.checks import failing_text
from bot.replies.exporting import export_button
from bot.replies.notices import weekday_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.report_life import changed_lines
from bot.replies.submitting import LISTED, already_submitted, reason_text, until_text
from bot.replies.wording import agency_text, counted_text, cut, day_text, placed_text

_SHOWN = 10  # reports with a button each
_ROWS_NAMED = 15


def waiting(submitted: Sequence[Report], on_paper: Sequence[Report], catalogue: Catalogue) -> Reply:
    """/duyet: what waits, longest first."""
    if not submitted and not on_paper:
        return Reply("Không có báo cáo nào chờ duyệt hay chờ đối chiếu.")
    lines, buttons = [], []
    for title, reports in (("Chờ duyệt", submitted), ("Nộp giấy, chờ đối chiếu", on_paper)):
        if reports:
            lines.append(f"{title}: {bold(str(len(reports)))}")
        for report in reports[:_SHOWN]:
            moment = report.since or report.submitted_at
            when = f" · {day_text(day_in_viet_nam(moment))}" if moment else ""
            name = f"{catalogue.agency(report.agency).short} {report.period.name}"
            lines.append(f"• {escape(name, quote=False)}{when}")
            buttons.append((Button(name, {"do": "review", "a": report.agency, "p": report.period.code}),))
        if len(reports) > _SHOWN:
            lines.append(f"… và {len(reports) - _SHOWN} báo cáo khác. Gõ tên đơn vị, ví dụ: <code>/duyet sct</code>")
    return Reply("\n".join(lines), tuple(buttons))


def none_of(agency: AgencyCode, catalogue: Catalogue, *, do: str) -> Reply:
    """An agency without such a report."""
    if do == "reopen":
        return Reply(f"{agency_text(catalogue, agency)} không có báo cáo nào đang khóa.")
    return Reply(
        f"{agency_text(catalogue, agency)} không có báo cáo nào chờ duyệt. Xem một kỳ: "
        f"<code>/duyet {escape(catalogue.agency(agency).short.lower(), quote=False)} quý 1/2023</code>"
    )


def history_of_others(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """The steps of a report are the agency's own and the province's."""
    return Reply(f"Các bước của báo cáo chỉ {agency_text(catalogue, agency)} và Sở Nội vụ xem được.")


def which_report(agency: AgencyCode, reports: Sequence[Report], catalogue: Catalogue, *, do: str) -> Reply:
    """An agency with several."""
    buttons = tuple((Button(each.period.name, {"do": do, "a": agency, "p": each.period.code}),) for each in reports[:_SHOWN])
    return Reply(f"{agency_text(catalogue, agency)}: báo cáo kỳ nào?", buttons)


def card(
    report: Report,
    points: Unsettled,
    submitter: str | None,
    catalogue: Catalogue,
    *,
    changed: Sequence[ChangedFigure] = (),
) -> Reply:
    """One report as the administrator decides about it; `changed`: since it was submitted, under a reopening that is over."""
    left = points.left
    lines = [already_submitted(report, catalogue).text]
    if submitter and report.submitted_at and report.is_locked:
        lines.append(f"Người nộp: {escape(submitter, quote=False)}")
    lines.append(f"Đã nhập {bold(f'{left.filled}/{left.required}')} chỉ tiêu bắt buộc")
    lines += [f"• Phần {each.section.id}: để trống {each.blank}/{each.required}" for each in left.by_section if each.blank]
    if left.no_data:
        lines.append(f"Chưa có số liệu: {len(left.no_data)} chỉ tiêu")
    if points.estimates:
        lines.append(f"Số ước: {len(points.estimates)}")
    if points.unmet:
        reasons = {each.failing: each.reason.reason for each in points.explained}
        lines.append(f"Chưa khớp: {bold(str(len(points.unmet)))} chỗ")
        for each in points.unmet[:LISTED]:
            lines.append(f"• {failing_text(each, catalogue)}.")
            if each in reasons and reasons[each] != report.reason:
                lines.append(f"  Lý do: «{cut(reasons[each], 200)}»")
    if report.is_locked and report.reason:
        lines.append(f"Lý do của đơn vị{reason_text(report)}")
    lines += changed_lines(changed, report, catalogue)
    where = {"a": report.agency, "p": report.period.code}
    first = [
        Button(label, {"do": do, **where})
        for step, label, do in ((Step.ACCEPT, "Duyệt", "accept"), (Step.RETURN, "Trả lại", "return"))
        if allows(step, report)
    ]
    second = [Button("Mở lại", {"do": "reopen", **where})] if allows(Step.REOPEN, report) else []
    second.append(Button("Các bước đã qua", {"do": "steps", **where}))
    return Reply("\n".join(lines), tuple(tuple(row) for row in (first, second) if row), subject={"i": None, **where})


def confirm_acceptance(report: Report, blank: int, catalogue: Catalogue) -> Reply:
    """A paper report with blank rows: accepting it locks them out."""
    where = {"a": report.agency, "p": report.period.code}
    return Reply(
        f"{agency_text(catalogue, report.agency)} nộp bản giấy, trên bot còn trống {bold(str(blank))} chỉ tiêu. "
        f"Duyệt xong báo cáo {bold(report.period.name)} sẽ khóa, đơn vị không nhập thêm được. Vẫn duyệt?",
        ((Button("Vẫn duyệt", {"do": "accept", "sure": True, **where}), Button("Để sau", {"do": "not_now"})),),
    )


def accepted(report: Report, catalogue: Catalogue) -> Reply:
    """Done."""
    text = f"Đã duyệt báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}."
    return Reply(text, ((export_button(report.agency, report.period),),))


def ask_reason(step: Step, report: Report, catalogue: Catalogue, *, question: str) -> Reply:
    """Why it is returned or reopened."""
    what = f"báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}"
    if step is Step.RETURN:
        text = (
            f"Trả lại {what}: anh/chị gõ lý do. Nêu được số mục càng tốt, ví dụ:\n"
            "<i>Mục III.7 hồ sơ trả kết quả lớn hơn hồ sơ tiếp nhận, đề nghị kiểm tra</i>"
        )
    else:
        text = f"Mở lại {what}: anh/chị gõ lý do, sau đó chọn thời hạn."
    return Reply(text, ((Button("Thôi", {"do": "not_now"}),),), subject={"question": question})


def confirm_return(
    report: Report,
    reason: str,
    rows: Sequence[CatalogueRow],
    more: int,
    catalogue: Catalogue,
    *,
    review: str,
    question: str,
) -> Reply:
    """Reason and rows before it is returned; `more`: rows of failing checks that are not among them yet."""
    lines = [
        f"Trả lại báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}?",
        f"Lý do: «{escape(reason, quote=False)}»",
        f"Dòng cần sửa: {bold(str(len(rows)))}" if rows else "Dòng cần sửa: chưa nêu dòng nào",
    ]
    lines += [f"• {cut(placed_text(row, catalogue, report.period), 60)}" for row in rows[:_ROWS_NAMED]]
    if len(rows) > _ROWS_NAMED:
        lines.append(f"… và {len(rows) - _ROWS_NAMED} dòng khác")
    lines.append("Thêm dòng: gõ số mục (III.7) hoặc tên chỉ tiêu, cách nhau bằng dấu phẩy.")
    action = {"review": review}
    buttons: list[tuple[Button, ...]] = [
        (Button(f"Trả lại ({len(rows)} dòng)" if rows else "Trả lại cả báo cáo", {"do": "take_return", **action}),)
    ]
    if more:
        buttons.append((Button(f"Thêm {more} dòng chưa khớp", {"do": "failing_rows", **action}),))
    if rows:
        buttons.append((Button("Bỏ hết dòng", {"do": "no_rows", **action}),))
    buttons.append((Button("Viết lại lý do", {"do": "rewrite", **action}), Button("Thôi", {"do": "not_now"})))
    return Reply("\n".join(lines), tuple(buttons), subject={"question": question})


def which_rows(said: str, candidates: Sequence[CatalogueRow], report: Report, catalogue: Catalogue, *, review: str) -> Reply:
    """A wording that several rows may mean, or none."""
    if not candidates:
        return Reply(f"Không rõ «{cut(said, 60)}» là dòng nào. Anh/chị gõ số mục, ví dụ III.7.")
    buttons = tuple(
        (Button(placed_text(row, catalogue, report.period), {"do": "add_row", "review": review, "i": row.id}),)
        for row in candidates
    )
    return Reply(f"«{cut(said, 60)}» là dòng nào?", buttons)


def returned(report: Report, catalogue: Catalogue) -> Reply:
    """Done."""
    rows = f", {len(report.rows)} dòng cần sửa" if report.rows else ""
    return Reply(
        f"Đã trả lại báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}{rows}. Đơn vị đã được báo."
    )


def confirm_reopening(report: Report, reason: str, days: Sequence[date], catalogue: Catalogue, *, review: str) -> Reply:
    """Reason before it is reopened, and until when."""
    buttons: list[tuple[Button, ...]] = [
        (Button(f"Mở đến hết {weekday_text(day)}", {"do": "take_reopen", "review": review, "until": day.isoformat()}),)
        for day in days
    ]
    buttons.append((Button("Viết lại lý do", {"do": "rewrite", "review": review}), Button("Thôi", {"do": "not_now"})))
    return Reply(
        f"Mở lại báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}?\n"
        f"Lý do: «{escape(reason, quote=False)}»\n"
        "Hết thời hạn, báo cáo tự khóa lại.",
        tuple(buttons),
    )


def reopened(report: Report, catalogue: Catalogue) -> Reply:
    """Done."""
    what = f"báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}"
    return Reply(f"Đã mở lại {what}{until_text(report.open_until)}. Đơn vị đã được báo.")


def not_from_here(report: Report, catalogue: Catalogue) -> Reply:
    """A step that does not begin where the report stands by now."""
    return Reply(f"Không làm được nữa. {already_submitted(report, catalogue).text}")


def not_locked(report: Report, catalogue: Catalogue) -> Reply:
    """A report that is open anyway."""
    return Reply(f"{already_submitted(report, catalogue).text} Báo cáo đang mở, không cần mở lại.")


def why_returned(report: Report) -> list[str]:
    """The line above a row to be mended; none when the report did not come back with a reason."""
    return [f"Lý do trả lại{reason_text(report)}"] if report.state is ReportState.RETURNED and report.reason else []


def row_to_mend(row: CatalogueRow, value: StoredValue | None, report: Report, catalogue: Catalogue, *, example: str) -> Reply:
    """One row of a returned report, opened to be mended: a reply with the new figure is enough."""
    lines = [f"{escape(placed_text(row, catalogue, report.period), quote=False)}"]
    now = counted_text(row, value.figure) if value is not None else "để trống"
    lines.append(f"{agency_text(catalogue, report.agency)} · {report.period.name} · đang ghi: {now}")
    lines += why_returned(report)
    lines.append(f"Trả lời (reply) tin này bằng số mới, hoặc gõ: <code>{escape(example, quote=False)}</code>")
    return Reply("\n".join(lines), subject={"i": row.id, "a": report.agency, "p": report.period.code})


def reopen_usage() -> Reply:
    """How to reopen."""
    return Reply("Mở lại báo cáo của đơn vị nào? Ví dụ: <code>/molai sct</code> hoặc <code>/molai sct quý 1/2023</code>")


def too_late(report: Report, catalogue: Catalogue) -> Reply:
    """The day until which it was to be open is over."""
    where = {"a": report.agency, "p": report.period.code}
    return Reply(
        f"Chưa mở lại báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}: thời hạn đã qua.",
        ((Button("Chọn lại thời hạn", {"do": "reopen", **where}),),),
    )
