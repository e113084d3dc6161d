"""Deadlines: what is due (/lich), and moving one (/han)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.deadlines import Concerned, DeadlineMove, Unfit
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.replies.notices import weekday_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.submitting import already_submitted
from bot.replies.wording import agency_list, day_text


def due_list(
    calendar: Calendar, today: date, overdue: Sequence[Period], reports: Mapping[Period, Report], catalogue: Catalogue
) -> Reply:
    """/lich: what is overdue, what is due next with its window, then what comes within a year, begun or not.

    `reports`: the asker's own of what is overdue or due.
    """
    standing = {period: already_submitted(report, catalogue).text for period, report in reports.items() if _is_begun(report)}
    lines = []
    for period in overdue:
        late = f"hạn {weekday_text(calendar.deadline(period))}, đã qua {(today - calendar.deadline(period)).days} ngày"
        not_in = "" if period in standing else ", chưa nộp"
        lines.append(f"Báo cáo {bold(period.name)} {bold('đã quá hạn')}: {late}{not_in}.")
        lines += [standing[period]] if period in standing else []
    first = calendar.open_period(today)
    if first is not None:
        named, left = bold(weekday_text(calendar.deadline(first))), _left(calendar.deadline(first), today)
        lines += [
            f"Báo cáo {bold(first.name)} nộp về Sở Nội vụ chậm nhất {named} ({left}).",
            *_moved_lines(calendar, first),
            f"Số liệu tính từ {day_text(first.first_day)} đến {day_text(first.last_day)}.",
        ]
        lines += [standing[first]] if first in standing else []
    elif not lines:
        lines.append("Hiện không có kỳ báo cáo nào đang mở.")
    others = [period for period in calendar.coming_periods(today) if period != first]
    if others:
        lines.append("Tiếp theo:")
        lines += [f"• {_listed(calendar, period)}" for period in others]
    return Reply("\n".join(lines))


def usage(calendar: Calendar, today: date) -> Reply:
    """/han alone: the deadlines as they stand, and what to type."""
    listed = [f"• {_listed(calendar, period)}" for period in calendar.due_periods(today)]
    lines = ["Hạn nộp các kỳ đang mở:", *listed] if listed else ["Hiện không có kỳ báo cáo nào đang mở."]
    return Reply("\n".join([*lines, *_examples(today)]))


def not_understood(today: date) -> Reply:
    """The period or the day could not be read."""
    return Reply("\n".join(["Chưa đổi hạn: tôi cần tên kỳ và ngày.", *_examples(today)]))


def refused(unfit: Unfit, period: Period, calendar: Calendar) -> Reply:
    """A deadline that cannot be."""
    match unfit:
        case Unfit.PASSED:
            why = "ngày này đã qua"
        case Unfit.IN_WINDOW:
            why = f"số liệu {period.name} tính đến hết {day_text(period.last_day)}, hạn phải sau ngày đó"
        case Unfit.SAME:
            why = f"hạn {period.name} đang là {weekday_text(calendar.deadline(period))}"
        case Unfit.NOT_MOVED:
            why = f"hạn {period.name} chưa dời lần nào"
        case _:
            assert_never(unfit)
    return Reply(f"Chưa đổi hạn: {why}.")


def confirm_move(move: DeadlineMove, to: date | None, told: Concerned, today: date, *, is_rest: bool) -> Reply:
    """What moving would change and who is told, before it is."""
    lines = [f"{_what(move)}?"]
    if move.after is not None:
        lines.append(f"{_left(move.after, today).capitalize()}." + (" Ngày này là ngày nghỉ." if is_rest else ""))
    lines.append(f"Tôi báo ngay cho {to_whom}." if (to_whom := _to_whom(told)) else "Chưa có ai trên bot để báo.")
    action = {
        "do": "move_deadline",
        "p": move.period.code,
        "to": to.isoformat() if to else None,
        "stands": move.before.isoformat() if move.before else None,
    }
    label = "Mở kỳ" if move.before is None else "Đóng kỳ" if move.after is None else "Đổi hạn"
    return Reply("\n".join(lines), ((Button(label, action), Button("Thôi", {"do": "leave_deadline"})),))


def moved(move: DeadlineMove, told: Concerned) -> Reply:
    """To the administrator who moved it."""
    to_whom = _to_whom(told)
    return Reply(f"Xong. {_done(move)}" + (f"\nĐã báo cho {to_whom}." if to_whom else ""), edits=True)


def _to_whom(told: Concerned) -> str:
    """`2 người và 1 nhóm`; what there is none of is left out."""
    counts = ((len(told.people), "người"), (len(told.groups), "nhóm"))
    return " và ".join(f"{bold(str(count))} {whom}" for count, whom in counts if count)


def told(move: DeadlineMove, owing: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """To everyone concerned. `owing`: the agencies that this person enters for and that have not submitted."""
    lines = [_done(move)]
    if move.after is None:
        return Reply(lines[0], subject={"p": move.period.code})
    lines.append(f"Số liệu tính từ {day_text(move.period.first_day)} đến {day_text(move.period.last_day)}.")
    if owing:
        lines.append(f"Chưa nộp: {agency_list(catalogue, owing)}.")
    buttons = tuple(
        (
            Button(
                "Nhập tiếp" if len(owing) == 1 else f"Nhập tiếp {catalogue.agency(agency).short}",
                {"do": "continue", "a": agency, "p": move.period.code},
            ),
        )
        for agency in owing
    )
    return Reply("\n".join(lines), buttons, subject={"a": owing[0] if len(owing) == 1 else None, "p": move.period.code})


def _is_begun(report: Report) -> bool:
    """Whether there is more to say of it than that it is not in: on paper, given back, submitted."""
    return report.state is not ReportState.OPEN


def _what(move: DeadlineMove) -> str:
    """The question: what is going to be done."""
    if move.before is None and move.after is not None:
        return f"Mở kỳ báo cáo {bold(move.period.name)}, hạn nộp {bold(_day(move.after))}"
    if move.after is None:
        return f"Đóng kỳ báo cáo {bold(move.period.name)} đã mở thêm"
    before = _day(move.before) if move.before else ""
    return f"Đổi hạn nộp {bold(move.period.name)}: {before} → {bold(_day(move.after))}"


def _done(move: DeadlineMove) -> str:
    """The fact: what was done."""
    if move.before is None and move.after is not None:
        return f"Sở Nội vụ mở kỳ báo cáo {bold(move.period.name)}, hạn nộp {bold(_day(move.after))}."
    if move.after is None:
        return f"Sở Nội vụ đã đóng kỳ báo cáo {bold(move.period.name)}, không cần nộp nữa."
    before = f" (trước là {_day(move.before)})" if move.before else ""
    return f"Hạn nộp báo cáo {bold(move.period.name)} đổi thành {bold(_day(move.after))}{before}."


def _listed(calendar: Calendar, period: Period) -> str:
    """`6 tháng đầu năm 2023: thứ Sáu 16/6 (đã dời, trước là thứ Tư 14/6)`."""
    return f"{period.name}: {weekday_text(calendar.deadline(period))}" + "".join(
        f" ({line[0].lower()}{line[1:-1]})" for line in _moved_lines(calendar, period)
    )


def _moved_lines(calendar: Calendar, period: Period) -> list[str]:
    """That the deadline is not the usual one."""
    if period not in calendar.moved:
        return []
    if not calendar.is_regular(period):
        return ["Kỳ do Sở Nội vụ mở thêm."]
    return [f"Đã dời, trước là {weekday_text(calendar.ruled_deadline(period))}."]


def _left(deadline: date, today: date) -> str:
    days = (deadline - today).days
    if days < 0:
        return f"ngày này đã qua {-days} ngày"
    return f"còn {days} ngày" if days else "là hôm nay"


def _day(day: date) -> str:
    """`thứ Sáu 24/3/2023`: an administrator moves deadlines over the turn of a year too."""
    return f"{weekday_text(day)}/{day.year}"


def _examples(today: date) -> tuple[str, ...]:
    return (
        f"Đổi hạn một kỳ: <code>/han quý 1/{today.year} 20/3</code>",
        f"Mở thêm một kỳ: <code>/han quý 2/{today.year} 20/7</code>",
        f"Trở lại hạn theo quy định: <code>/han quý 1/{today.year} bỏ</code>",
    )
