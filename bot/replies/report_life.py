"""What everyone concerned is told of a step in a report's life, and its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.period import Period
from bot.domain.report import Report, ReportState, ReportStep
from bot.domain.report_life import Step, StepTaken
from bot.domain.reporting import ReportLocked
from bot.domain.resubmission import ChangedFigure
from bot.replies.reply import Button, Reply, bold
from bot.replies.submitting import reason_text, until_text
from bot.replies.wording import agency_list, agency_text, cut, day_text, figure_text, moment_text, placed_text

_NAMED = 3  # administrators named
ROWS_SHOWN = 8  # rows with a button each; the others are counted
_STATES = {
    ReportState.OPEN: "đang mở",
    ReportState.ON_PAPER: "chờ đối chiếu bản giấy",
    ReportState.SUBMITTED: "đã nộp",
    ReportState.RETURNED: "trả lại",
    ReportState.ACCEPTED: "đã duyệt",
    ReportState.REOPENED: "mở lại",
}


def told(
    taken: StepTaken,
    catalogue: Catalogue,
    *,
    who: str | None,
    mends: bool = False,
    reviews: bool = False,
    changed: Sequence[ChangedFigure] = (),
) -> Reply:
    """One short message. `who`: named in private only; `mends`, `reviews`: what the reader can do about it, as buttons.

    `changed`: of a report locked by time, the figures that were changed and not submitted again.
    """
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
            return _locked_by_time(taken, catalogue, changed, mends=mends, reviews=reviews)


def _locked_by_time(
    taken: StepTaken, catalogue: Catalogue, changed: Sequence[ChangedFigure], *, mends: bool, reviews: bool
) -> Reply:
    """The time for mending is up. To a group, whose members can do nothing about it, the figures are counted, not named."""
    report = taken.report
    text = f"Hết thời gian mở lại: báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} "
    text += "khóa lại mà chưa được nộp lại." if changed else "đã khóa như khi nộp."
    in_private = mends or reviews
    lines = [text, *changed_lines(changed, report, catalogue, named=in_private)]
    if changed and mends:
        lines.append("Cần sửa tiếp hoặc nộp lại, anh/chị xin mở lại.")
    elif changed and reviews:
        lines.append("Anh/chị duyệt các số này, hoặc mở lại để đơn vị nộp lại.")
    buttons = [*reopening_button(report, asks=mends, opens=reviews and bool(changed))]
    if reviews:
        buttons.append(Button("Xem và duyệt", {"do": "review", "a": report.agency, "p": report.period.code}))
    return Reply(
        "\n".join(lines),
        (tuple(buttons),) if buttons else (),
        subject={"i": None, "a": report.agency, "p": report.period.code},
    )


def reopening_button(report: Report, *, asks: bool, opens: bool) -> tuple[Button, ...]:
    """Under what says that a report is locked: who enters may ask for it to be reopened, an administrator does it."""
    where = {"a": report.agency, "p": report.period.code}
    if opens:
        return (Button("Mở lại", {"do": "reopen", **where}),)
    return (Button("Xin mở lại", {"do": "ask_reopening", **where}),) if asks else ()


def which_to_reopen(reports: Sequence[Report], catalogue: Catalogue) -> Reply:
    """A clerk with several locked reports, newest first."""
    several = len({report.agency for report in reports}) > 1
    buttons = tuple(
        (
            Button(
                f"{catalogue.agency(report.agency).short} {report.period.name}" if several else report.period.name,
                {"do": "ask_reopening", "a": report.agency, "p": report.period.code},
            ),
        )
        for report in reports[:ROWS_SHOWN]
    )
    return Reply("Xin Sở Nội vụ mở lại báo cáo nào?", buttons)


def nothing_locked(agencies: Sequence[AgencyCode], period: Period | None, catalogue: Catalogue) -> Reply:
    """There is nothing to ask for: an open report takes entries anyway."""
    what = f"báo cáo {bold(period.name)}" if period is not None else "báo cáo nào"
    return Reply(f"{agency_list(catalogue, agencies)} không có {what} đang khóa. Báo cáo đang mở thì nhập được ngay: /nhap")


def changed_lines(changed: Sequence[ChangedFigure], report: Report, catalogue: Catalogue, *, named: bool = True) -> list[str]:
    """`2 số đã sửa chưa nộp lại:` and each with what was submitted and what stands; [] without any."""
    if not changed:
        return []
    head = f"{bold(str(len(changed)))} số đã sửa chưa nộp lại"
    if not named:
        return [f"{head}."]
    order = {row.id: place for place, row in enumerate(catalogue.rows)}
    known = sorted((each for each in changed if each.indicator in catalogue), key=lambda each: order[each.indicator])
    lines = [f"{head}:", *(_changed_line(each, report, catalogue) for each in known[:ROWS_SHOWN])]
    return [*lines, f"… và {len(changed) - ROWS_SHOWN} số khác"] if len(changed) > ROWS_SHOWN else lines


def _changed_line(changed: ChangedFigure, report: Report, catalogue: Catalogue) -> str:
    row = catalogue.row(changed.indicator)
    name = cut(placed_text(row, catalogue, report.period), 60)
    if changed.before == changed.after:
        return f"• {name}: sửa căn cứ, ghi chú"
    before, after = ("để trống" if figure is None else figure_text(row, figure) for figure in (changed.before, changed.after))
    return f"• {name}: {escape(before, quote=False)} → {bold(after)}"


def asks_to_reopen(report: Report, who: str, changed: Sequence[ChangedFigure], catalogue: Catalogue) -> Reply:
    """To administrators: a clerk asks for a locked report."""
    name = agency_text(catalogue, report.agency)
    lines = [f"{bold(who)} ({name}) xin mở lại báo cáo {bold(report.period.name)} để sửa."]
    where = {"a": report.agency, "p": report.period.code}
    buttons = (*reopening_button(report, asks=False, opens=True), Button("Xem báo cáo", {"do": "review", **where}))
    lines += changed_lines(changed, report, catalogue)
    return Reply("\n".join(lines), (buttons,), subject={"i": None, **where})


def asked_to_reopen(report: Report, catalogue: Catalogue) -> Reply:
    """To the clerk: it is on its way."""
    what = f"báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)}"
    return Reply(f"Đã chuyển Sở Nội vụ: xin mở lại {what}. Mở lại xong tôi báo anh/chị ngay.")


def locked(
    outcome: ReportLocked,
    catalogue: Catalogue,
    *,
    failed: str = "Chưa ghi",
    who: Sequence[str] = (),
    opens: bool = False,
) -> Reply:
    """The report was submitted: who (by name, where names may be said) can reopen it. `failed`: what could not be done.

    `opens`: the reader is one of those who reopen reports.
    """
    report = outcome.report
    when = f" ngày {day_text(day_in_viet_nam(report.submitted_at))}" if report.submitted_at else ""
    state = "đã được duyệt" if report.state is ReportState.ACCEPTED else f"đã nộp{when}"
    names = f": {escape(', '.join(who[:_NAMED]), quote=False)}" if who else ""
    return Reply(
        f"{failed}: báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} {state} nên đã khóa.\n"
        + ("Cần sửa, anh/chị mở lại trước." if opens else f"Cần sửa, anh/chị nhờ quản trị của Sở Nội vụ mở lại{names}."),
        (reopening_button(report, asks=not opens, opens=opens),),
    )


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


def history(
    report: Report,
    steps: Sequence[ReportStep],
    names: Mapping[int, str],
    catalogue: Catalogue,
    *,
    changed: Sequence[ChangedFigure] = (),
    asks: bool = False,
    opens: bool = False,
) -> Reply:
    """Every step: when, who, from where to where, why; then what was changed since the last submission.

    `asks`, `opens`: the reader may ask for that to be reopened, or may do it.
    """
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
    lines += changed_lines(changed, report, catalogue)
    waits = bool(changed) and report.is_locked
    button = reopening_button(report, asks=asks and waits, opens=opens and waits)
    return Reply("\n".join(lines), (button,) if button else ())
