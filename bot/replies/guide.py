"""Greetings, help, refusals and everything about people and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.people import Group, Person, Role
from bot.domain.period import Period
from bot.replies.figures import ask_action
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, cut, day_text, short_text

_ROLES = {Role.ADMINISTRATOR: "quản trị", Role.CLERK: "nhập số liệu", Role.VIEWER: "xem số liệu"}
_QUESTION_EXAMPLE = "hồ sơ trả kết quả sở công thương quý 3/2022"
_SECOND_QUESTION = "tỷ lệ hồ sơ đúng hạn toàn tỉnh quý 3/2022"
_ENTRY_EXAMPLE = "nhiệm vụ đề ra 25, đã xong 20"


def stranger(person_id: int) -> Reply:
    """One polite refusal for people who are not registered; the number lets an administrator find them."""
    return Reply(
        "Chào anh/chị. Bot này dành cho cán bộ phụ trách báo cáo cải cách hành chính.\n"
        f"Anh/chị cần đường dẫn mời của Sở Nội vụ để sử dụng. Mã số của anh/chị: <code>{person_id}</code>"
    )


def greeting(person: Person, catalogue: Catalogue, period: Period | None) -> Reply:
    """Greet after /start: who you are here and two messages to try."""
    lines = [f"Chào {escape(person.name, quote=False)}. {who_am_i(person, catalogue)}"]
    if period is not None:
        lines.append(f"Kỳ đang báo cáo: {bold(period.name)}.")
    lines += _examples(person)
    return Reply("\n".join(lines))


def who_am_i(person: Person, catalogue: Catalogue) -> str:
    """Say what somebody is here, as in "Anh/chị là: nhập số liệu của Sở Công Thương."."""
    if not person.grants:
        return "Anh/chị chưa được giao quyền nào."
    parts = []
    for grant in person.grants:
        where = f" của {agency_text(catalogue, grant.agency)}" if grant.agency else " toàn tỉnh"
        parts.append(_ROLES[grant.role] + where)
    return f"Anh/chị là: {', '.join(parts)}."


def _examples(person: Person) -> list[str]:
    lines = [f"Hỏi, ví dụ: <code>{_QUESTION_EXAMPLE}</code>"]
    if person.has(Role.CLERK):
        lines.append(f"Nhập, ví dụ: <code>{_ENTRY_EXAMPLE}</code>")
    else:
        lines.append(f"Hoặc: <code>{_SECOND_QUESTION}</code>")
    lines.append("Gõ có dấu, không dấu hay viết tắt đều được. Xem thêm: /help")
    return lines


def help_text(person: Person) -> Reply:
    """/help: what can be typed, by role."""
    lines = [
        bold("Hỏi số liệu"),
        f"• <code>{_QUESTION_EXAMPLE}</code>",
        "• <code>tỷ lệ hồ sơ đúng hạn sct quý 3/2022</code>, rồi hỏi tiếp: <code>còn sở 4T?</code>",
        "• <code>đơn vị nào trả nhiều hồ sơ nhất quý 3/2022</code>",
        "• <code>sở nào chưa nộp</code>, <code>hạn nộp báo cáo khi nào</code>",
    ]
    if person.has(Role.CLERK) or person.has(Role.ADMINISTRATOR):
        lines += [
            bold("Nhập số liệu"),
            f"• <code>{_ENTRY_EXAMPLE}</code>",
            "• <code>đã xong 13/22 nhiệm vụ</code>, <code>tỷ lệ hài lòng 97,8</code>",
            "• <code>ý kiến phản ánh đã tiếp nhận: không phát sinh</code>, <code>hồ sơ tiếp nhận ước 1200</code>",
            "• Ghi chú: <code>nhiệm vụ đề ra 22 (Kế hoạch 15/KH-SCT)</code>",
            "• Gõ nhầm: bấm Hoàn tác, hoặc sửa ngay tin nhắn đã gửi.",
            "/thieu chỉ tiêu còn thiếu · /nop nộp báo cáo · /huy bỏ câu hỏi đang chờ",
        ]
    if person.has(Role.ADMINISTRATOR):
        lines += [
            bold("Quản trị"),
            "/moi mời người dùng · /bidanh cách gọi bot chưa hiểu · /dangky gắn nhóm với đơn vị (gõ trong nhóm)",
            "/han đổi hạn nộp, mở kỳ · /nhac cách nhắc từng đơn vị",
        ]
    lines.append("/toi quyền của tôi · /lich hạn nộp")
    return Reply("\n".join(lines))


def not_in_catalogue(
    nearest: Sequence[CatalogueRow], catalogue: Catalogue, period: Period, agency: AgencyCode | None, day: date
) -> Reply:
    """Outside the catalogue: the nearest names as buttons and a question that works."""
    lines = ["Danh mục CCHC không có chỉ tiêu này."]
    buttons = []
    if nearest:
        lines[0] += " Gần nhất:"
        for row in nearest:
            place = catalogue.place_in_form(row.id, period)
            lines.append(f"• {place} {short_text(row, catalogue)}")
            buttons.append((Button(f"{place} {row.short}", ask_action(row, agency, None, "value")),))
    example = catalogue.agency(agency).short.lower() if agency else "sct"
    when = f"quý 3/{day.year if day.month > 9 else day.year - 1}"  # noqa: PLR2004  September
    lines.append(f"Thử hỏi: <code>hồ sơ trả kết quả {escape(example, quote=False)} {when}</code>")
    lines.append(f"hoặc: <code>tỷ lệ hồ sơ đúng hạn toàn tỉnh {when}</code>")
    return Reply("\n".join(lines), tuple(buttons))


def not_understood(person: Person) -> Reply:
    """Neither question nor entry."""
    return Reply("\n".join(["Tôi chưa hiểu tin nhắn này.", *_examples(person)]))


def small_talk(person: Person) -> Reply:
    """A greeting or chat."""
    return Reply("\n".join(["Chào anh/chị. Tôi tra cứu và ghi số liệu cải cách hành chính.", *_examples(person)]))


def you_are_welcome() -> Reply:
    """Thanks."""
    return Reply("Không có gì ạ. Cần số liệu nào anh/chị cứ nhắn.")


def may_not_enter(agency: AgencyCode | None, person: Person, catalogue: Catalogue) -> Reply:
    """Entering is the clerk's of that agency."""
    if agency is None:
        return Reply("Chưa ghi: anh/chị chưa được giao nhập số liệu cho đơn vị nào. Cần quyền, liên hệ quản trị của Sở Nội vụ.")
    own = agency_list(catalogue, person.agencies)
    mine = f" Anh/chị nhập được cho: {own}." if own and person.has(Role.CLERK) else ""
    return Reply(f"Chưa ghi: anh/chị không được giao nhập số liệu của {agency_text(catalogue, agency)}.{mine}")


def which_agency(choices: Sequence[AgencyCode], catalogue: Catalogue, entry: str) -> Reply:
    """An entry that could be for several agencies; `entry` is which waiting entry the buttons are for."""
    if not choices:
        return Reply("Chưa ghi: anh/chị nêu tên đơn vị, ví dụ: <code>sở công thương: nhiệm vụ đề ra 25</code>")
    return Reply("Ghi cho đơn vị nào?", agency_buttons(choices, catalogue, {"do": "scope", "entry": entry}))


def agency_buttons(
    choices: Sequence[AgencyCode], catalogue: Catalogue, action: Mapping[str, str]
) -> tuple[tuple[Button, ...], ...]:
    """A row for each agency: the action with its code."""
    return tuple((Button(catalogue.agency(code).name, {**action, "a": code}),) for code in choices)


def which_period(choices: Sequence[Period], entry: str) -> Reply:
    """Several reports are open; `entry` is which waiting entry the buttons are for."""
    buttons = tuple((Button(period.name, {"do": "scope", "entry": entry, "p": period.code}),) for period in choices)
    return Reply("Ghi cho kỳ nào?", buttons)


def no_open_period() -> Reply:
    """No report is open and none was named."""
    return Reply(
        "Chưa ghi: hiện không có kỳ báo cáo nào đang mở. Anh/chị nêu kỳ, ví dụ: <code>quý 3/2022: hồ sơ tiếp nhận 120</code>"
    )


def cancelled(*, something: bool) -> Reply:
    """/huy."""
    return Reply("Đã bỏ câu hỏi đang chờ, chưa ghi gì thêm." if something else "Không có câu hỏi nào đang chờ.")


def skipped(raw: str) -> Reply:
    """A choice left out."""
    return Reply(f"Đã bỏ qua {bold(raw)}, chưa ghi.")


def file_not_read(kind: str) -> Reply:
    """A photo, voice message or file, which the chat does not read."""
    names = {"photo": "ảnh", "voice": "tin nhắn thoại", "video": "video", "document": "tệp", "sticker": "nhãn dán"}
    what = names.get(kind, "loại tin nhắn này")
    return Reply(
        f"Tôi chưa đọc được {what}. Anh/chị gõ hoặc dán bảng số liệu vào khung chat, ví dụ:\n<code>{_ENTRY_EXAMPLE}</code>"
    )


def invited(person: Person, catalogue: Catalogue) -> Reply:
    """An invite was taken up."""
    lines = [f"Chào {escape(person.name, quote=False)}, đã đăng ký xong. {who_am_i(person, catalogue)}", *_examples(person)]
    return Reply("\n".join(lines))


def invite_invalid() -> Reply:
    """Used, expired or mistyped."""
    return Reply("Đường dẫn mời này đã dùng, đã hết hạn hoặc không đúng. Anh/chị xin Sở Nội vụ đường dẫn mới.")


def invite_made(link: str, role: Role, agency: AgencyCode | None, catalogue: Catalogue, expires: date) -> Reply:
    """The link to hand on."""
    where = agency_text(catalogue, agency) if agency else "toàn tỉnh"
    return Reply(f"Đường dẫn mời ({_ROLES[role]}, {where}), dùng một lần, đến {day_text(expires)}:\n{escape(link)}")


def already_invited(person: Person, catalogue: Catalogue) -> Reply:
    """An invite to what somebody is already; it stays unused."""
    return Reply(f"{who_am_i(person, catalogue)} Đường dẫn mời này chưa dùng, anh/chị chuyển cho người được mời.")


def invite_in_private() -> Reply:
    """An invite link in a group would be anybody's."""
    return Reply("Lệnh /moi chỉ dùng khi nhắn riêng cho tôi, để đường dẫn mời không lọt ra nhóm.")


def invite_usage() -> Reply:
    """How to invite."""
    return Reply(
        "Mời ai? Ví dụ:\n<code>/moi nhập sct</code> người nhập số liệu của Sở Công Thương\n"
        "<code>/moi xem</code> người xem toàn tỉnh\n<code>/moi quản trị</code> người quản trị"
    )


def administrators_only() -> Reply:
    """A command that needs an administrator."""
    return Reply("Lệnh này dành cho quản trị của Sở Nội vụ.")


def clerks_only() -> Reply:
    """A command that needs a clerk."""
    return Reply("Lệnh này dành cho người nhập số liệu của đơn vị.")


def group_registered(group: Group, catalogue: Catalogue) -> Reply:
    """A group now receives notices."""
    what = f"của {agency_text(catalogue, group.agency)}" if group.agency else "toàn tỉnh"
    return Reply(f"Đã gắn nhóm này với báo cáo CCHC {what}. Nhóm sẽ nhận nhắc hạn nộp.")


def group_usage() -> Reply:
    """How to register a group."""
    return Reply("Lệnh /dangky gõ trong nhóm: <code>/dangky sct</code> cho một đơn vị, <code>/dangky</code> cho toàn tỉnh.")


def not_entered_here() -> Reply:
    """An entry in a group that is not the agency's own: it would show figures before they are submitted."""
    return Reply("Chưa ghi: trong nhóm này không nhập số liệu của đơn vị. Anh/chị nhắn riêng cho tôi để nhập.")


def group_not_registered() -> Reply:
    """A question in a group that nobody registered."""
    return Reply("Nhóm này chưa được gắn với đơn vị nào. Quản trị của Sở Nội vụ gõ /dangky trong nhóm.")


def not_shown_here(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """A group asked for what it was not registered for."""
    return Reply(
        f"Số liệu của {agency_text(catalogue, agency)} không hiển thị trong nhóm này. Anh/chị nhắn riêng cho tôi để hỏi."
    )


def only_own_here(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """A question over all agencies in the group of one."""
    return Reply(
        f"Nhóm này chỉ xem được số liệu của {agency_text(catalogue, agency)}. Số liệu toàn tỉnh, anh/chị nhắn riêng cho tôi."
    )


def not_yet_shown(agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """What another agency's open report holds is its own affair."""
    return Reply(f"{agency_text(catalogue, agency)} chưa nộp báo cáo {bold(period.name)}, nên chưa xem được báo cáo này.")


def tell_administrator(text: str) -> Reply:
    """Something an administrator should know; `text` is plain."""
    return Reply(cut(text, 1000))
