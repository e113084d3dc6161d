"""What is said in groups: registered, not registered, not here but in private; and to administrators about groups."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Group
from bot.domain.period import Period
from bot.replies.arguments import Unread, example_of, unknown_agency_lines
from bot.replies.guide import named_agency
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text

ANSWERED_ASIDE = "Tôi đã trả lời riêng cho anh/chị."
ASK_ME = "Anh/chị nhắn riêng cho tôi để hỏi."


def open_me_first(bot_name: str | None) -> str:
    """Somebody whom the bot may not write to yet, or who has stopped it."""
    where = f" (@{escape(bot_name)})" if bot_name else ""
    return f"Tôi chưa nhắn riêng cho anh/chị được: anh/chị mở khung chat với tôi{where}, bấm Bắt đầu rồi hỏi lại."


def introduction() -> Reply:
    """Once, in a group that nobody registered: who can register it. Until then the bot keeps silent there."""
    return Reply(
        "Chào anh/chị. Tôi là bot báo cáo cải cách hành chính của tỉnh. Nhóm này chưa được gắn với đơn vị nào nên tôi chưa "
        "trả lời ở đây.\nQuản trị của Sở Nội vụ gõ <code>/dangky sct</code> (một đơn vị) hoặc <code>/dangky</code> "
        "(toàn tỉnh) trong nhóm."
    )


def group_registered(group: Group, before: Group | None, catalogue: Catalogue) -> Reply:
    """A group or topic now receives notices; `before`: what it was registered for until now."""
    here = "chủ đề này" if group.thread_id else "nhóm này"
    lines = [f"Đã gắn {here} với báo cáo CCHC {_of(group.agency, catalogue)}. Nhóm sẽ nhận nhắc hạn nộp."]
    if before is not None and before.active and before.agency != group.agency:
        lines.append(f"Trước đó gắn với báo cáo {_of(before.agency, catalogue)}, nay thôi.")
    lines.append("Gỡ: /huydangky")
    return Reply("\n".join(lines))


def group_unregistered(group: Group, catalogue: Catalogue) -> Reply:
    """A group or topic receives nothing any more."""
    here = "chủ đề này" if group.thread_id else "nhóm này"
    return Reply(f"Đã gỡ {here} khỏi báo cáo CCHC {_of(group.agency, catalogue)}. Tôi không nhắc và không trả lời ở đây nữa.")


def not_registered_anyway() -> Reply:
    """/huydangky where nothing is registered."""
    return Reply("Nhóm này chưa được gắn với đơn vị nào.")


def group_usage(groups: Sequence[Group], catalogue: Catalogue) -> Reply:
    """How to register a group; to administrators in private also which there are, with buttons that untie."""
    usage = (
        "Lệnh /dangky gõ trong nhóm: <code>/dangky sct</code> cho một đơn vị, <code>/dangky</code> cho toàn tỉnh; "
        "/huydangky để gỡ."
    )
    lines = [usage]
    buttons = []
    if groups:
        lines.append(bold("Các nhóm đã gắn"))
    for number, group in enumerate(groups, 1):
        topic = " (chủ đề)" if group.thread_id else ""
        lines.append(f"{number}. {escape(group.title, quote=False)}{topic}: {_of(group.agency, catalogue)}")
        buttons.append((Button(f"Gỡ nhóm {number}", {"do": "untie", "c": group.chat_id, "th": group.thread_id}),))
    return Reply("\n".join(lines), tuple(buttons))


def what_works_here(agency: AgencyCode | None, period: Period, catalogue: Catalogue, *, bot_name: str | None) -> Reply:
    """In a registered group: how to ask there, and what is better done in private."""
    call = f"@{bot_name} " if bot_name else ""
    short = catalogue.agency(agency).short.lower() if agency is not None else "sct"
    lines = [
        "Trong nhóm, anh/chị gọi tên tôi rồi hỏi, ví dụ:",
        f"<code>{escape(f'{call}hồ sơ trả kết quả {short} {period.name.lower()}', quote=False)}</code>",
        "/thieu chỉ tiêu còn thiếu · /lich hạn nộp · /tonghop tổng hợp kỳ báo cáo",
        "Nhập số liệu và các việc khác: nhắn riêng cho tôi.",
    ]
    return Reply("\n".join(lines))


def group_agency_unknown(unread: Unread, catalogue: Catalogue) -> Reply:
    """/dangky with a name that no agency has."""
    example = example_of("/dangky {}", unread.nearest, catalogue)
    lines = ["Chưa gắn nhóm.", *unknown_agency_lines(unread, catalogue)]
    return Reply("\n".join([*lines, f"Ví dụ: <code>{example}</code>, hoặc <code>/dangky</code> cho toàn tỉnh."]))


def one_agency_a_group(named: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """/dangky with several agencies."""
    return Reply(
        f"Chưa gắn nhóm: mỗi nhóm gắn với một đơn vị hoặc toàn tỉnh, anh/chị nêu {len(named)}: "
        f"{agency_list(catalogue, named)}.\n"
        f"Ví dụ: <code>{example_of('/dangky {}', named, catalogue)}</code>, hoặc <code>/dangky</code> cho toàn tỉnh."
    )


def untied(group: Group, catalogue: Catalogue) -> Reply:
    """To the administrator who untied a group from afar."""
    return Reply(f"Đã gỡ nhóm «{escape(group.title, quote=False)}» khỏi báo cáo CCHC {_of(group.agency, catalogue)}.")


def group_not_registered() -> Reply:
    """A question in a group that nobody registered."""
    return Reply("Nhóm này chưa được gắn với đơn vị nào. Quản trị của Sở Nội vụ gõ /dangky trong nhóm.")


def not_shown_here(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """A group asked for what it was not registered for."""
    return Reply(f"Số liệu của {agency_text(catalogue, agency)} không hiển thị trong nhóm này.")


def only_own_here(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """A question over all agencies in the group of one."""
    return Reply(f"Nhóm này chỉ xem được số liệu của {agency_text(catalogue, agency)}, không xem được số liệu toàn tỉnh.")


def not_yet_here(agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """In a group: what another agency's open report holds is not for it, though it may be for the asker."""
    return Reply(
        f"{agency_text(catalogue, agency)} chưa nộp báo cáo {bold(period.name)}, nên chưa xem được số liệu trong nhóm này."
    )


def not_entered_here() -> Reply:
    """An entry in a group that is not the agency's own: it would show figures before they are submitted."""
    return Reply("Chưa ghi: trong nhóm này không nhập số liệu của đơn vị. Anh/chị nhắn riêng cho tôi để nhập.")


def may_not_write_there(title: str) -> Reply:
    """In private, before the answer to something that was written in a group where the bot is silenced."""
    return Reply(
        f"Tôi chưa được gửi tin trong nhóm «{escape(title, quote=False)}» nên trả lời anh/chị ở đây. "
        "Quản trị nhóm cho phép bot gửi tin, rồi quản trị của Sở Nội vụ gõ lại /dangky."
    )


def group_lost(group: Group, by: str, catalogue: Catalogue) -> Reply:
    """To administrators: the bot was put out of a registered group."""
    return Reply(
        f"{bold(by)} đã đưa bot ra khỏi nhóm «{escape(group.title, quote=False)}» (báo cáo {_of(group.agency, catalogue)}). "
        "Nhóm không còn nhận nhắc. Thêm lại bot vào nhóm thì gõ lại /dangky."
    )


def group_silenced(group: Group, catalogue: Catalogue) -> Reply:
    """To administrators: the bot may not write in a registered group."""
    return Reply(
        f"Tôi không được gửi tin trong nhóm «{escape(group.title, quote=False)}» (báo cáo {_of(group.agency, catalogue)}). "
        "Nhờ quản trị nhóm cho phép bot gửi tin; nhóm vẫn gắn như cũ."
    )


def _of(agency: AgencyCode | None, catalogue: Catalogue) -> str:
    return f"của {named_agency(agency, catalogue)}" if agency else "toàn tỉnh"
