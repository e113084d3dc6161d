"""Reminders: what a clerk still owes, and who has not submitted yet for a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from html import escape

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.completeness import Completeness
from bot.domain.period import Period
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, cut, placed_text

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FIRST_ROWS = 3  # blank rows named: enough to begin with, few enough to read on a phone
_NAME_MOST = 60  # characters of a row's name before it fills two lines of a phone


def weekday_text(day: date) -> str:
    """`thứ Sáu 16/9`: the year stands in the period's name."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}"


def clerk_notice(
    period: Period,
    owed: Mapping[AgencyCode, Completeness],
    catalogue: Catalogue,
    *,
    deadline: date,
    now: datetime,
    late_since: datetime | None = None,
) -> Reply:
    """To a clerk: what each of their agencies still owes, counted by section, and where to go on.

    `late_since`: the moment it should have been sent, when it was missed.
    """
    lines = [_head(period, deadline, now)]
    if len(owed) == 1:
        lines += _owed_lines(*next(iter(owed.items())), period, catalogue)
    else:
        lines.append("Các đơn vị của anh/chị chưa nộp:")
        lines += [f"• {agency_text(catalogue, agency)}: {_owed_text(done)}" for agency, done in owed.items()]
    lines.append("Nhập xong gõ /nop để nộp." if any(done.blank for done in owed.values()) else "Gõ /nop để nộp.")
    return Reply(
        "\n".join([*lines, *_late_lines(late_since)]),
        buttons=_continue_buttons(period, owed, catalogue),
        subject={"a": next(iter(owed)) if len(owed) == 1 else None, "p": period.code},
    )


def agency_group_notice(
    period: Period,
    agency: AgencyCode,
    done: Completeness,
    catalogue: Catalogue,
    *,
    deadline: date,
    now: datetime,
    late_since: datetime | None = None,
) -> Reply:
    """To the group of one agency: what it still owes, by section. Entering is for private chats, so without buttons."""
    lines = [_head(period, deadline, now), *_owed_lines(agency, done, period, catalogue), *_late_lines(late_since)]
    return Reply("\n".join(lines), subject={"a": agency, "p": period.code})


def province_group_notice(
    period: Period,
    submitted: Sequence[AgencyCode],
    owed: Mapping[AgencyCode, Completeness],
    catalogue: Catalogue,
    *,
    deadline: date,
    now: datetime,
    late_since: datetime | None = None,
) -> Reply:
    """To a group of the whole province: who has submitted, who has not and how much is left."""
    everyone = len(submitted) + len(owed)
    names = f": {agency_list(catalogue, submitted, most=everyone)}" if submitted else ""
    lines = [
        _head(period, deadline, now),
        f"Đã nộp {bold(f'{len(submitted)}/{everyone}')}{names}",
        *_standing_lines(owed, catalogue),
        *_late_lines(late_since),
    ]
    return Reply("\n".join(lines), subject={"p": period.code})


def _head(period: Period, deadline: date, now: datetime) -> str:
    """`Báo cáo CCHC Quý III/2022 · hạn thứ Sáu 16/9 (ngày mai)`."""
    today = now.astimezone(VIET_NAM).date()
    near = {today: " (hôm nay)", today + timedelta(days=1): " (ngày mai)"}.get(deadline, "")
    return f"Báo cáo CCHC {period.name} · hạn {bold(weekday_text(deadline))}{near}"


def _owed_lines(agency: AgencyCode, done: Completeness, period: Period, catalogue: Catalogue) -> list[str]:
    """One agency in full: counts, sections, the first blank rows, what was answered without a figure."""
    lines = [f"{agency_text(catalogue, agency)} chưa nộp · {_owed_text(done)}"]
    if done.entered:
        lines += [
            f"• {_placed(count.section, period, catalogue)}: còn {count.blank}/{count.required}"
            for count in done.by_section
            if count.blank
        ]
    if done.no_data:
        lines.append(f"{len(done.no_data)} chỉ tiêu đang ghi «chưa có số liệu»")
    if done.blank:
        lines.append("Bắt đầu từ:")
        lines += [f"• {_placed(row, period, catalogue)}" for row in done.blank[:_FIRST_ROWS]]
    return lines


def _standing_lines(owed: Mapping[AgencyCode, Completeness], catalogue: Catalogue) -> list[str]:
    """Who has not submitted: those at work with what is left, the least first, and those who have not begun."""
    begun = sorted((agency for agency in owed if owed[agency].entered), key=lambda agency: len(owed[agency].blank))
    idle = [agency for agency in owed if not owed[agency].entered]
    lines = []
    if begun:
        lines.append("Chưa nộp: " + ", ".join(f"{_short(agency, catalogue)} ({_left_text(owed[agency])})" for agency in begun))
    if idle:
        lines.append(f"Chưa nhập gì: {agency_list(catalogue, idle, most=len(idle))}")
    return lines


def _owed_text(done: Completeness) -> str:
    """`còn 50/134 chỉ tiêu`, `chưa nhập chỉ tiêu nào (0/134)`, `đã nhập đủ 134 chỉ tiêu`."""
    if not done.entered:
        return f"chưa nhập chỉ tiêu nào (0/{done.required})"
    if done.is_complete:
        return f"đã nhập đủ {done.required} chỉ tiêu"
    return f"còn {bold(f'{len(done.blank)}/{done.required}')} chỉ tiêu"


def _left_text(done: Completeness) -> str:
    """`còn 14`, `đã nhập đủ`: as short as a list of nineteen needs."""
    return "đã nhập đủ" if done.is_complete else f"còn {len(done.blank)}"


def _late_lines(late_since: datetime | None) -> list[str]:
    """Says that the message comes late, and when it was due."""
    if late_since is None:
        return []
    due = late_since.astimezone(VIET_NAM)
    return [f"<i>Tin này đến muộn, lẽ ra gửi lúc {due.hour}:{due:%M} {weekday_text(due.date())}.</i>"]


def _continue_buttons(
    period: Period, owed: Mapping[AgencyCode, Completeness], catalogue: Catalogue
) -> tuple[tuple[Button, ...], ...]:
    """`Nhập tiếp` for each agency with blank rows, named when there are several agencies."""
    return tuple(
        (
            Button(
                "Nhập tiếp" if len(owed) == 1 else f"Nhập tiếp {catalogue.agency(agency).short}",
                {"do": "continue", "a": agency, "p": period.code},
            ),
        )
        for agency, done in owed.items()
        if done.blank
    )


def _placed(row: CatalogueRow, period: Period, catalogue: Catalogue) -> str:
    """`I.1 Nhiệm vụ đề ra trong kế hoạch`, escaped, at most a line and a half."""
    return cut(placed_text(row, catalogue, period), _NAME_MOST)


def _short(agency: AgencyCode, catalogue: Catalogue) -> str:
    """The agency's short name, escaped."""
    return escape(catalogue.agency(agency).short, quote=False)
