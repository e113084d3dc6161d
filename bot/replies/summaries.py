"""Summaries of a period: a few lines under a picture of how complete the reports are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.clock import VIET_NAM
from bot.domain.catalogue import Catalogue, ValueType
from bot.domain.completeness import Completeness
from bot.domain.outgoing import Medium, Recipe
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.report_checks import Failing
from bot.domain.summary import Comparison, Moved, Standing, Summary
from bot.replies.checks import failing_text
from bot.replies.notices import weekday_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, cut, day_text, heading_of, number_text, placed_text

_MOST_CHANGES = 3  # Telegram takes 1,024 characters under a picture, and nobody reads more
_MOST_CHECKS = 3
_NAME_MOST = 64
_SECTION_MOST = 38  # letters of a bar's name beside its counts
_STATES = {ReportState.RETURNED: "bị trả lại", ReportState.REOPENED: "mở lại"}


def summary(
    found: Summary, catalogue: Catalogue, *, deadline: date, now: datetime, dark: bool = False, slot: str | None = None
) -> Reply:
    """One message: of one agency in full, of several who stands where."""
    one = found.standings[0] if len(found.standings) == 1 else None
    lines = _agency_lines(one, found, catalogue, deadline, now) if one else _all_lines(found, catalogue, deadline, now)
    more = sum(len(each.broken) for each in found.standings) > (_MOST_CHECKS if one else 0)
    action = {"do": "checks", "p": found.period.code, "a": one.agency if one else None}
    recipe = _agency_picture(one, found, catalogue, now, dark) if one else _all_picture(found, catalogue, now, dark)
    return Reply(
        "\n".join(lines),
        buttons=((Button("Các chỗ cần xem lại", action),),) if more else (),
        slot=slot,
        subject={"a": one.agency if one else None, "p": found.period.code},
        recipe=recipe,
    )


def all_checks(found: Summary, catalogue: Catalogue) -> Reply:
    """Every failing check, agency by agency; a long list goes as a file."""
    broken = [each for each in found.standings if each.broken]
    if not broken:
        return Reply(f"Báo cáo {bold(found.period.name)}: không còn chỗ nào cần xem lại.")
    lines = [f"Các chỗ cần xem lại, {bold(found.period.name)}:"]
    for each in broken:
        if len(found.standings) > 1:
            lines.append(f"{bold(catalogue.agency(each.agency).name)} · {len(each.broken)} chỗ")
        lines += _check_lines(each.broken, catalogue)
    return Reply("\n".join(lines))


def not_collected(period: Period) -> Reply:
    """/tonghop of a period that no report is asked for."""
    return Reply(
        f"{bold(period.name)} không có báo cáo CCHC. Các kỳ báo cáo: quý I, 6 tháng, quý III và năm.\n"
        f"Thử: <code>/tonghop quý 3/{period.year}</code>"
    )


def nothing_to_sum_up() -> Reply:
    """/tonghop where nothing may be shown."""
    return Reply("Chưa có gì để tổng hợp: anh/chị chưa được giao đơn vị nào.")


def _all_lines(found: Summary, catalogue: Catalogue, deadline: date, now: datetime) -> list[str]:
    submitted, accepted = found.submitted, found.accepted
    names = f": {agency_list(catalogue, [each.agency for each in submitted], most=len(submitted))}" if submitted else ""
    also = f" (đã duyệt {len(accepted)})" if accepted else ""
    return [
        f"{bold(f'Tổng hợp CCHC {found.period.name}')}",
        _when(deadline, now),
        f"Đã nộp {bold(f'{len(submitted)}/{len(found.standings)}')}{also}{names}",
        *_owing_lines(found.owing, catalogue),
        *_change_lines(found.comparison, catalogue, alone=False),
        *_broken_lines(found, catalogue),
    ]


def _agency_lines(one: Standing, found: Summary, catalogue: Catalogue, deadline: date, now: datetime) -> list[str]:
    lines = [
        f"{bold(f'{catalogue.agency(one.agency).name} · {found.period.name}')}",
        _when(deadline, now),
        f"{_state_text(one.report)} · {_filled_text(one.done)}",
    ]
    changes = _change_lines(found.comparison, catalogue, alone=True)
    if changes and not one.is_submitted:
        lines.append("<i>Các số dưới đây là số tạm, chưa nộp.</i>")
    lines += changes
    if one.broken:
        lines.append(f"Cần xem lại {bold(str(len(one.broken)))} chỗ:")
        lines += _check_lines(one.broken[:_MOST_CHECKS], catalogue)
    return lines


def _when(deadline: date, now: datetime) -> str:
    """`Tính đến 8:00 thứ Năm 15/9 · hạn thứ Sáu 16/9`."""
    local = now.astimezone(VIET_NAM)
    until = f"Tính đến {local:%H:%M} {weekday_text(local.date())}"
    if local.date() <= deadline:
        return f"{until} · hạn {weekday_text(deadline)}"
    return f"{until} · đã hết hạn {weekday_text(deadline) if local.year == deadline.year else day_text(deadline)}"


def _owing_lines(owing: Sequence[Standing], catalogue: Catalogue) -> list[str]:
    """Those at work, the least left first, and those who have not begun."""
    begun = sorted((each for each in owing if each.done.entered), key=lambda each: len(each.done.blank))
    idle = [each.agency for each in owing if not each.done.entered]
    lines = []
    if begun:
        lines.append("Chưa nộp: " + ", ".join(_owing_text(each, catalogue) for each in begun))
    if idle:
        lines.append(f"Chưa nhập gì: {agency_list(catalogue, idle, most=len(idle))}")
    return lines


def _owing_text(each: Standing, catalogue: Catalogue) -> str:
    """`STC (còn 14)`, `SYT (bị trả lại)`."""
    left = "đã nhập đủ" if each.done.is_complete else f"còn {len(each.done.blank)}"
    return f"{agency_list(catalogue, [each.agency])} ({_STATES.get(each.report.state, left)})"


def _change_lines(comparison: Comparison | None, catalogue: Catalogue, *, alone: bool) -> list[str]:
    if comparison is None or not comparison.moved:
        return []
    since = comparison.since.name
    over = "" if alone else f" ({len(comparison.agencies)} đơn vị có đủ hai kỳ)"
    shown = comparison.moved[:_MOST_CHANGES]
    return [f"Thay đổi nhiều nhất so với {since}{over}:", *(_moved_text(each, catalogue) for each in shown)]


def _moved_text(moved: Moved, catalogue: Catalogue) -> str:
    """`• Hồ sơ trả kết quả: 4.968 → 9.120 (+84 %)`; of a name that several rows have, the heading too."""
    row = moved.row
    heading = heading_of(row, catalogue)
    twins = any(other.id != row.id and other.short.casefold() == row.short.casefold() for other in catalogue.rows)
    name = f"{row.short} ({heading.short})" if twins and heading else row.short
    unit = " %" if row.type is ValueType.PERCENT else ""
    before, after = (f"{number_text(number, digits=2)}{unit}" for number in (moved.before, moved.after))
    return f"• {cut(name, _NAME_MOST)}: {before} → {bold(after)}{_difference(moved)}"


def _difference(moved: Moved) -> str:
    """` (+84 %)` of a count, ` (−12 điểm %)` of a percent, nothing when it began at zero."""
    if moved.row.type is ValueType.PERCENT:
        points = moved.after - moved.before
        return f" ({_sign(points)}{number_text(abs(points), digits=2)} điểm %)"
    if not moved.before:
        return ""
    share = (moved.after - moved.before) / moved.before * 100
    return f" ({_sign(share)}{number_text(abs(share), digits=0)} %)"


def _sign(number: Decimal) -> str:
    return "+" if number > 0 else "−"


def _broken_lines(found: Summary, catalogue: Catalogue) -> list[str]:
    broken = [each for each in found.standings if each.broken]
    if not broken:
        return []
    counted = ", ".join(f"{agency_list(catalogue, [each.agency])} {len(each.broken)} chỗ" for each in broken)
    return [f"Số liệu cần xem lại: {counted}"]


def _check_lines(broken: Sequence[Failing], catalogue: Catalogue) -> list[str]:
    return [f"• {failing_text(each, catalogue)}." for each in broken]


def _state_text(report: Report) -> str:
    match report.state:
        case ReportState.ACCEPTED:
            return bold("Đã nộp, đã duyệt")
        case ReportState.SUBMITTED:
            return bold("Đã nộp")
        case ReportState.RETURNED | ReportState.REOPENED:
            return bold(f"Chưa nộp, {_STATES[report.state]}")
        case ReportState.ON_PAPER:
            return bold("Đã nộp bản giấy, chờ đối chiếu")
        case ReportState.OPEN:
            return bold("Chưa nộp")


def _filled_text(done: Completeness) -> str:
    return f"đã nhập {done.filled}/{done.required} chỉ tiêu"


def _all_picture(found: Summary, catalogue: Catalogue, now: datetime, dark: bool) -> Recipe:  # noqa: FBT001  passed on
    """Agencies by sections: those in first, then the fullest."""
    sections = list(dict.fromkeys(count.section.id for each in found.standings for count in each.done.by_section))
    rows = []
    for each in sorted(
        found.standings, key=lambda each: (not each.is_submitted, -_share(each.done.filled, each.done.required))
    ):
        counts = {count.section.id: count for count in each.done.by_section}
        shares: list[float | None] = [
            _share(counts[section].filled, counts[section].required) if section in counts else None for section in sections
        ]
        shares.append(_share(each.done.filled, each.done.required))
        rows.append({"name": catalogue.agency(each.agency).short, "done": each.is_submitted, "shares": shares})
    placed = [placed_text(catalogue.row(section), catalogue, found.period) for section in sections]
    content = {
        "title": f"Báo cáo CCHC {found.period.name}",
        "subtitle": f"% chỉ tiêu bắt buộc đã nhập, đến {_moment(now)}",
        "columns": [*(each.split(" ", 1)[0] for each in placed), "Chung"],
        "rows": rows,
        "notes": [" · ".join(["✓ đã nộp", *placed])],
    }
    return _picture(found, content, dark=dark)


def _agency_picture(one: Standing, found: Summary, catalogue: Catalogue, now: datetime, dark: bool) -> Recipe:  # noqa: FBT001  passed on
    """The sections of one report as bars."""
    rows = []
    for count in one.done.by_section:
        name = placed_text(count.section, catalogue, found.period)
        name = name if len(name) <= _SECTION_MOST else f"{name[: _SECTION_MOST - 1].rstrip()}…"
        share = _share(count.filled, count.required)
        rows.append({"name": name, "text": f"{count.filled}/{count.required}", "share": share})
    content = {
        "title": f"{catalogue.agency(one.agency).short} · {found.period.name}",
        "subtitle": f"Chỉ tiêu bắt buộc đã nhập, đến {_moment(now)}",
        "rows": rows,
    }
    return _picture(found, content, dark=dark)


def _picture(found: Summary, content: dict[str, Any], *, dark: bool) -> Recipe:
    name = f"cchc-{found.period.code}.png"
    return Recipe("completeness_chart", Medium.PICTURE, name, content | {"theme": "dark" if dark else "light"})


def _share(filled: int, required: int) -> float:
    """0 to 1; a report that has nothing to fill is full."""
    return round(filled / required, 4) if required else 1.0


def _moment(now: datetime) -> str:
    """`08:00 15/9/2022`."""
    local = now.astimezone(VIET_NAM)
    return f"{local:%H:%M} {local.day}/{local.month}/{local.year}"
