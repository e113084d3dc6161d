"""Reminders to people: what is due and still missing, of whom, and where to go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from itertools import groupby

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.completeness import Completeness
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, placed_text

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FIRST_ROWS = 3  # blank rows named: enough to begin with, few enough to read on a phone
_NAME_MOST = 60  # characters of a row's name before it fills two lines of a phone
_NAMED_IN_FULL = 3  # agencies; of more the short names on one line
_WHY = {
    "no_clerk": "Chưa có người nhập số liệu trên bot",
    "unreachable": "Tôi không nhắn được cho người nhập",
    "idle": "Người nhập đã được nhắc mà chưa nhập thêm",
}
_STATES = {
    ReportState.ON_PAPER: "đã nộp bản giấy, chưa đối chiếu xong",
    ReportState.RETURNED: "bị trả lại, chưa nộp lại",
    ReportState.REOPENED: "đang mở lại, chưa nộp lại",
}


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that a reminder tells of; `kind` as in `bot.domain.notices.KINDS`, `reason` why it is not told to its clerk.

    `own`: of rows given to the reader, how many are answered; None when none were, or it is told to somebody else.
    """

    agency: AgencyCode
    period: Period
    deadline: date
    kind: str
    done: Completeness
    reason: str | None = None
    state: ReportState = ReportState.OPEN
    own: Completeness | None = None


def weekday_text(day: date) -> str:
    """`thứ Sáu 16/9`: the year stands in the period's name."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}"


def person_notice(
    reports: Sequence[OwedReport], catalogue: Catalogue, *, now: datetime, late_since: datetime | None = None
) -> Reply:
    """To a person, all of a day in one message: what their agencies still owe and where to go on, and who else does nothing.

    `late_since`: the moment it should have been sent, when it was missed.
    """
    blocks = []
    for _key, several in groupby(reports, key=lambda report: (report.period, report.kind)):
        blocks.append("\n".join(_block(list(several), catalogue, now)))
    own = [report for report in reports if report.reason is None]
    if own:
        blocks[-1] += f"\n{_next_step(own)}"
    subject = {
        "a": reports[0].agency if len({report.agency for report in reports}) == 1 else None,
        "p": reports[0].period.code,
    }
    return Reply("\n".join(["\n\n".join(blocks), *late_lines(late_since)]), _buttons(own, catalogue), subject=subject)


def head_line(report: OwedReport, now: datetime) -> str:
    """`Báo cáo CCHC Quý III/2022 · hạn thứ Sáu 16/9 (ngày mai)`; that it soon closes or is overdue."""
    today, deadline = now.astimezone(VIET_NAM).date(), weekday_text(report.deadline)
    if report.kind == "closing":
        ends = report.period.last_day
        return (
            f"Kỳ báo cáo CCHC {report.period.name} sắp khép\n"
            f"Số liệu tính đến hết {bold(f'{ends.day}/{ends.month}')} · hạn nộp {bold(deadline)}"
        )
    if report.kind == "overdue":
        return f"Báo cáo CCHC {report.period.name} · {bold('đã quá hạn')} ({deadline})"
    near = {today: " (hôm nay)", today + timedelta(days=1): " (ngày mai)"}.get(report.deadline, "")
    return f"Báo cáo CCHC {report.period.name} · hạn {bold(deadline)}{near}"


def owed_lines(report: OwedReport, catalogue: Catalogue) -> list[str]:
    """One agency in full: the reader's own rows, counts, sections, the first blank rows, what has no figure."""
    done, period, own = report.done, report.period, report.own
    lines = [f"{agency_text(catalogue, report.agency)} {_state_text(report)} · {owed_text(done)}"]
    if own is not None:
        lines.insert(0, f"{_own_text(own)}." if own.is_complete else f"{_own_text(own)}. Xem hết: /viec")
    if done.entered:
        lines += [
            f"• {_placed(count.section, period, catalogue)}: còn {count.blank}/{count.required}"
            for count in done.by_section
            if count.blank
        ]
    if done.no_data:
        lines.append(f"{len(done.no_data)} chỉ tiêu đang ghi «chưa có số liệu»")
    first = (done if own is None else own).blank[:_FIRST_ROWS]
    if first:
        lines.append("Bắt đầu từ:")
        lines += [f"• {_placed(row, period, catalogue)}" for row in first]
    return lines


def _own_text(own: Completeness) -> str:
    """`Việc của anh/chị còn 12/30 chỉ tiêu`: what was given to the reader by name."""
    if own.is_complete:
        return f"Việc của anh/chị đã đủ {own.required} chỉ tiêu"
    return f"Việc của anh/chị còn {bold(f'{len(own.blank)}/{own.required}')} chỉ tiêu"


def owed_text(done: Completeness) -> str:
    """`còn thiếu 50/134 chỉ tiêu`, `chưa nhập chỉ tiêu nào (0/134)`, `đã nhập đủ 134 chỉ tiêu`."""
    if not done.entered:
        return f"chưa nhập chỉ tiêu nào (0/{done.required})"
    if done.is_complete:
        return f"đã nhập đủ {done.required} chỉ tiêu"
    return f"còn thiếu {bold(f'{len(done.blank)}/{done.required}')} chỉ tiêu"


def left_text(done: Completeness) -> str:
    """`còn 14`, `đã nhập đủ`: as short as a list of nineteen needs."""
    return "đã nhập đủ" if done.is_complete else f"còn {len(done.blank)}"


def late_lines(late_since: datetime | None) -> list[str]:
    """Says that the message comes late, and when it was due."""
    if late_since is None:
        return []
    due = late_since.astimezone(VIET_NAM)
    return [f"<i>Tin này đến muộn, lẽ ra gửi lúc {due:%H:%M} {weekday_text(due.date())}.</i>"]


def short_name(agency: AgencyCode, catalogue: Catalogue) -> str:
    """The agency's short name, escaped."""
    return escape(catalogue.agency(agency).short, quote=False)


def _block(reports: list[OwedReport], catalogue: Catalogue, now: datetime) -> list[str]:
    """All of one period: own agencies first, then the others by reason."""
    lines = [head_line(reports[0], now)]
    own = [report for report in reports if report.reason is None]
    if len(own) == 1:
        lines += owed_lines(own[0], catalogue)
    elif own:
        lines.append("Các đơn vị của anh/chị chưa nộp:")
        lines += [f"• {agency_text(catalogue, report.agency)}: {_owed_and_own(report)}" for report in own]
    for reason, why in _WHY.items():
        others = [report for report in reports if report.reason == reason]
        if others:
            lines += _others(others, why, catalogue)
    return lines


def _owed_and_own(report: OwedReport) -> str:
    """`việc của anh/chị còn 12/30 chỉ tiêu; còn thiếu 50/134 chỉ tiêu`, in a list of several agencies."""
    if report.own is None:
        return owed_text(report.done)
    own = _own_text(report.own)
    return f"{own[0].lower()}{own[1:]}; cả đơn vị {owed_text(report.done)}"


def _others(reports: list[OwedReport], why: str, catalogue: Catalogue) -> Iterable[str]:
    """Agencies that a viewer or administrator is told of."""
    if len(reports) == 1:
        report = reports[0]
        return (f"{agency_text(catalogue, report.agency)} {_state_text(report)} · {owed_text(report.done)}", f"{why}.")
    if len(reports) <= _NAMED_IN_FULL:
        return (f"{why}:", *(f"• {agency_text(catalogue, each.agency)}: {owed_text(each.done)}" for each in reports))
    named = [
        f"{short_name(each.agency, catalogue)} ({left_text(each.done)})"
        if each.done.entered
        else short_name(each.agency, catalogue)
        for each in reports
    ]
    return (f"{why}, {len(reports)} đơn vị chưa nộp: {', '.join(named)}",)


def _state_text(report: OwedReport) -> str:
    """`chưa nộp`; to those who did hand something in, what became of it."""
    return _STATES.get(report.state, "chưa nộp")


def _next_step(own: Iterable[OwedReport]) -> str:
    return "Nhập xong gõ /nop để nộp." if any(report.done.blank for report in own) else "Gõ /nop để nộp."


def _buttons(own: Sequence[OwedReport], catalogue: Catalogue) -> tuple[tuple[Button, ...], ...]:
    """For each own report `Nhập tiếp` (or `Nộp báo cáo`, with nothing left) and `Đã nộp giấy`; then `Nhắc lại sau`."""
    later = Button("Nhắc lại sau", {"do": "snooze"})
    rows = [_own_buttons(report, "" if len(own) == 1 else f" {catalogue.agency(report.agency).short}") for report in own]
    if len(rows) == 1:
        goes_on, *paper = rows[0]
        return ((goes_on, later), tuple(paper)) if paper else ((goes_on, later),)
    return (*rows, (later,))


def _own_buttons(report: OwedReport, named: str) -> tuple[Button, ...]:
    where = {"a": report.agency, "p": report.period.code}
    does = ("Nhập tiếp", "continue") if report.done.blank else ("Nộp báo cáo", "nop")
    goes_on = Button(does[0] + named, {"do": does[1], **where})
    if report.kind == "closing" or report.state not in (ReportState.OPEN, ReportState.RETURNED):
        return (goes_on,)  # nobody has handed in what is not closed yet; and it is said once
    return goes_on, Button(f"Đã nộp giấy{named}", {"do": "paper", "anew": True, **where})


def _placed(row: CatalogueRow, period: Period, catalogue: Catalogue) -> str:
    """`I.1 Nhiệm vụ đề ra trong kế hoạch`, escaped, at most a line and a half."""
    return cut(placed_text(row, catalogue, period), _NAME_MOST)
