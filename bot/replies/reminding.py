"""About reminders themselves: when to remind again, and how an agency is reminded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from html import escape
from typing import assert_never

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.notices import NoticeRules, OwnRules, Policy, QuietHours
from bot.replies.arguments import Unread, example_of, unknown_agency_lines
from bot.replies.notices import weekday_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text


def when_later(choices: Sequence[datetime], now: datetime) -> Reply:
    """When to remind again; aware moments in Viet Nam's time."""
    rows = tuple(
        (Button(_choice(moment, now), {"do": "snooze_until", "at": moment.isoformat(timespec="minutes")}),)
        for moment in choices
    )
    return Reply("Nhắc lại lúc nào?", rows)


def will_remind(until: datetime, now: datetime) -> Reply:
    """It is noted."""
    return Reply(f"Sẽ nhắc lại lúc {bold(_moment(until, now))}. Nộp trước lúc đó thì thôi.", edits=True)


def rules_list(policy: Policy, own: Mapping[AgencyCode, OwnRules], catalogue: Catalogue) -> Reply:
    """/nhac alone: how all are reminded, who differs, and what to type."""
    lines = [f"{bold('Nhắc chung')}", *_rule_lines(policy.rules), f"• Không nhắn từ {_quiet(policy.quiet)}"]
    known = {agency.code for agency in catalogue.agencies}
    for agency, rules in own.items():
        if agency in known:
            lines.append(f"{bold(catalogue.agency(agency).short)}: {_brief(rules.over(policy.rules))}")
    return Reply("\n".join([*lines, *_EXAMPLES]))


class UnfitKind(StrEnum):
    """Why a setting of /nhac cannot be."""

    HOUR = "hour"
    TOO_MANY_DAYS = "too_many_days"
    THREE_NUMBERS = "three_numbers"
    ONE_NUMBER = "one_number"
    NOTHING = "nothing"  # no setting was read


@dataclass(frozen=True, slots=True)
class UnfitRule:
    """A setting that cannot be, and what was typed of it."""

    kind: UnfitKind
    said: str


def rules_agency_unknown(unread: Unread | None, catalogue: Catalogue) -> Reply:
    """/nhac without an agency that there is; None: without any."""
    if unread is None:
        lines = ["Chưa đổi cách nhắc: chưa rõ cho đơn vị nào."]
    else:
        lines = ["Chưa đổi cách nhắc.", *unknown_agency_lines(unread, catalogue)]
    example = example_of("/nhac {} giờ 09:30", unread.nearest if unread is not None else (), catalogue)
    return Reply("\n".join([*lines, f"Ví dụ: <code>{example}</code>"]))


def rule_refused(unfit: UnfitRule, agency: AgencyCode, catalogue: Catalogue, *, most_days: int) -> Reply:
    """A setting that cannot be: why, and one that can."""
    said = f"«{escape(unfit.said, quote=False)}»"
    match unfit.kind:
        case UnfitKind.HOUR:
            why, example = f"{said} không phải giờ trong ngày (00:00 đến 23:59)", "/nhac {} giờ 09:30"
        case UnfitKind.TOO_MANY_DAYS:
            why, example = f"{said} ngày là quá nhiều, nhiều nhất {most_days} ngày", "/nhac {} quá hạn 5"
        case UnfitKind.THREE_NUMBERS:
            why = f"báo lên cần ba số (người xem, nhóm, quản trị), anh/chị gõ {said}"
            example = "/nhac {} báo lên 1 2 3"
        case UnfitKind.ONE_NUMBER:
            why, example = f"cần một số ngày, anh/chị gõ {said}", "/nhac {} sắp khép 5"
        case UnfitKind.NOTHING:
            return Reply("\n".join([f"Chưa đổi cách nhắc {agency_text(catalogue, agency)}: chưa rõ đổi gì.", *_EXAMPLES]))
        case _:
            assert_never(unfit.kind)
    where = f"Chưa đổi cách nhắc {agency_text(catalogue, agency)}"
    return Reply(f"{where}: {why}.\nVí dụ: <code>{example_of(example, (agency,), catalogue)}</code>")


def quiet_then(quiet: QuietHours) -> Reply:
    """An hour in which nobody is reminded."""
    return Reply(f"Chưa đổi giờ nhắc: tôi không nhắn từ {_quiet(quiet)}.")


def rules_set(agency: AgencyCode, before: NoticeRules, after: NoticeRules, catalogue: Catalogue) -> Reply:
    """How the agency is reminded from now on."""
    same = " (như cũ)" if before == after else ""
    return Reply("\n".join([f"Cách nhắc {bold(catalogue.agency(agency).name)}{same}:", *_rule_lines(after)]))


def rules_of(agency: AgencyCode, rules: NoticeRules, catalogue: Catalogue) -> Reply:
    """How the agency is reminded now, and what to type to change it."""
    return Reply("\n".join([f"Cách nhắc {bold(catalogue.agency(agency).name)}:", *_rule_lines(rules), *_EXAMPLES]))


_EXAMPLES = (
    "Đặt riêng cho một đơn vị:",
    "<code>/nhac sct giờ 09:30</code>",
    "<code>/nhac sct sắp khép 5</code> · <code>/nhac sct quá hạn 2</code>",
    "<code>/nhac sct báo lên 1 2 3</code>",
    "<code>/nhac sct mặc định</code>",
)


def _rule_lines(rules: NoticeRules) -> list[str]:
    viewers, group, administrators = rules.escalate_days
    closing = f"trước hạn {rules.closing_days} ngày làm việc" if rules.closing_days else "không nhắc"
    return [
        f"• Giờ nhắc: {rules.remind_at:%H:%M}",
        f"• Kỳ sắp khép: {closing}",
        f"• Quá hạn: nhắc thêm {rules.overdue_days} ngày làm việc",
        f"• Không nhập gì thì báo lên: người xem sau {viewers} ngày, nhóm sau {group} ngày, quản trị sau {administrators} ngày",
    ]


def _brief(rules: NoticeRules) -> str:
    steps = "–".join(str(days) for days in rules.escalate_days)
    hour = f"{rules.remind_at:%H:%M}"
    return f"{hour}, sắp khép {rules.closing_days}, quá hạn {rules.overdue_days}, báo lên {steps}"


def _quiet(quiet: QuietHours) -> str:
    return f"{quiet.begin:%H:%M} đến {quiet.end:%H:%M}"


def _choice(moment: datetime, now: datetime) -> str:
    """`Sau 1 giờ (10:15)`, `08:00 thứ Hai 20/3`."""
    hours = round((moment - now) / timedelta(hours=1))
    local = moment.astimezone(VIET_NAM)
    if local.date() == now.astimezone(VIET_NAM).date():
        return f"Sau {hours} giờ ({local:%H:%M})"
    return (
        f"{'Sáng mai, ' if local.date() - now.astimezone(VIET_NAM).date() == timedelta(days=1) else ''}{_moment(moment, now)}"
    )


def _moment(moment: datetime, now: datetime) -> str:
    """`10:15 hôm nay`, `08:00 thứ Hai 20/3`."""
    local = moment.astimezone(VIET_NAM)
    day = "hôm nay" if local.date() == now.astimezone(VIET_NAM).date() else weekday_text(local.date())
    return f"{local:%H:%M} {day}"
