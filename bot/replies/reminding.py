"""About reminders themselves: when to remind again, and how an agency is reminded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.notices import NoticeRules, OwnRules, Policy, QuietHours
from bot.replies.notices import weekday_text
from bot.replies.reply import Button, Reply, bold


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


def rules_usage() -> Reply:
    """The agency or what to set could not be read."""
    return Reply("\n".join(["Chưa đổi cách nhắc: tôi cần tên đơn vị và một cài đặt.", *_EXAMPLES]))


def quiet_then(quiet: QuietHours) -> Reply:
    """An hour in which nobody is reminded."""
    return Reply(f"Chưa đổi giờ nhắc: bot không nhắn từ {_quiet(quiet)}.")


def rules_set(agency: AgencyCode, before: NoticeRules, after: NoticeRules, catalogue: Catalogue) -> Reply:
    """How the agency is reminded from now on."""
    same = " (như cũ)" if before == after else ""
    return Reply("\n".join([f"Cách nhắc {bold(catalogue.agency(agency).name)}{same}:", *_rule_lines(after)]))


def rules_of(agency: AgencyCode, rules: NoticeRules, catalogue: Catalogue) -> Reply:
    """How the agency is reminded now, and what to type to change it."""
    return Reply("\n".join([f"Cách nhắc {bold(catalogue.agency(agency).name)}:", *_rule_lines(rules), *_EXAMPLES]))


_EXAMPLES = (
    "Đặt riêng cho một đơn vị:",
    "<code>/nhac sct giờ 9:30</code>",
    "<code>/nhac sct sắp khép 5</code> · <code>/nhac sct quá hạn 2</code>",
    "<code>/nhac sct báo lên 1 2 3</code>",
    "<code>/nhac sct mặc định</code>",
)


def _rule_lines(rules: NoticeRules) -> list[str]:
    viewers, group, administrators = rules.escalate_days
    closing = f"trước hạn {rules.closing_days} ngày làm việc" if rules.closing_days else "không nhắc"
    return [
        f"• Giờ nhắc: {rules.remind_at.hour}:{rules.remind_at:%M}",
        f"• Kỳ sắp khép: {closing}",
        f"• Quá hạn: nhắc thêm {rules.overdue_days} ngày làm việc",
        f"• Không nhập gì thì báo lên: người xem sau {viewers} ngày, nhóm sau {group} ngày, quản trị sau {administrators} ngày",
    ]


def _brief(rules: NoticeRules) -> str:
    steps = "–".join(str(days) for days in rules.escalate_days)
    hour = f"{rules.remind_at.hour}:{rules.remind_at:%M}"
    return f"{hour}, sắp khép {rules.closing_days}, quá hạn {rules.overdue_days}, báo lên {steps}"


def _quiet(quiet: QuietHours) -> str:
    return f"{quiet.begin.hour}:{quiet.begin:%M} đến {quiet.end.hour}:{quiet.end:%M}"


def _choice(moment: datetime, now: datetime) -> str:
    """`Sau 1 giờ (10:15)`, `8:00 thứ Hai 20/3`."""
    hours = round((moment - now) / timedelta(hours=1))
    local = moment.astimezone(VIET_NAM)
    if local.date() == now.astimezone(VIET_NAM).date():
        return f"Sau {hours} giờ ({local.hour}:{local:%M})"
    return (
        f"{'Sáng mai, ' if local.date() - now.astimezone(VIET_NAM).date() == timedelta(days=1) else ''}{_moment(moment, now)}"
    )


def _moment(moment: datetime, now: datetime) -> str:
    """`10:15 hôm nay`, `8:00 thứ Hai 20/3`."""
    local = moment.astimezone(VIET_NAM)
    day = "hôm nay" if local.date() == now.astimezone(VIET_NAM).date() else weekday_text(local.date())
    return f"{local.hour}:{local:%M} {day}"
