"""Greetings, help, refusals and everything about people and groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.people import Group, Person, Role
from bot.domain.period import Period
from bot.domain.report import Report
from bot.replies.figures import ask_action
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, cut, day_text, moment_text, short_text

_ROLES = {Role.ADMINISTRATOR: "quản trị", Role.CLERK: "nhập số liệu", Role.VIEWER: "xem số liệu"}
_QUESTION_EXAMPLE = "hồ sơ trả kết quả sở công thương quý 3/2022"
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
            "• <code>phản ánh kiến nghị tiếp nhận: không phát sinh</code>, <code>hồ sơ tiếp nhận ước 1200</code>",
            "• Ghi chú: <code>nhiệm vụ đề ra 22 (Kế hoạch 15/KH-SCT)</code>",
            "• Gõ nhầm: bấm Hoàn tác, hoặc sửa ngay tin nhắn đã gửi.",
            "/thieu chỉ tiêu còn thiếu · /nop nộp báo cáo · /huy bỏ câu hỏi đang chờ",
        ]
    if person.has(Role.ADMINISTRATOR):
        lines += [bold("Quản trị"), "/moi mời người dùng · /dangky gắn nhóm với đơn vị (gõ trong nhóm)"]
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
    lines.append(f"Thử hỏi: <code>biên chế có mặt {escape(example)} quý 3/{day.year if day.month > 9 else day.year - 1}</code>")  # noqa: PLR2004  September
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
    buttons = tuple((Button(catalogue.agency(code).name[:40], {"do": "scope", "entry": entry, "a": code}),) for code in choices)
    return Reply("Ghi cho đơn vị nào?", buttons)


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


def deadline(period: Period, due: date, today: date, named: str) -> Reply:
    """When the report is due."""
    days = (due - today).days
    left = f"còn {days} ngày" if days > 0 else "là hôm nay" if days == 0 else f"đã qua {-days} ngày"
    return Reply(
        f"Báo cáo {bold(period.name)} nộp về Sở Nội vụ trước hết ngày {bold(named)} ({left}).\n"
        f"Số liệu tính từ {day_text(period.first_day)} đến {day_text(period.last_day)}."
    )


def submissions(period: Period, submitted: Sequence[Report], owing: Sequence[AgencyCode], catalogue: Catalogue) -> Reply:
    """Who has submitted and who owes."""
    everyone = len(submitted) + len(owing)
    lines = [f"Báo cáo {bold(period.name)}: đã nộp {bold(f'{len(submitted)}/{everyone}')}"]
    for report in submitted:
        when = f" {moment_text(report.submitted_at)}" if report.submitted_at else ""
        lines.append(f"• {agency_text(catalogue, report.agency)}{when}")
    if owing:
        lines.append(f"Chưa nộp: {agency_list(catalogue, owing, most=19)}")
    return Reply("\n".join(lines))


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


def confirm_submission(
    agency: AgencyCode, period: Period, blank: int, estimates: Sequence[CatalogueRow], catalogue: Catalogue
) -> Reply:
    """/nop: what will be submitted, before it is."""
    lines = [f"Nộp báo cáo {bold(period.name)} của {agency_text(catalogue, agency)}?"]
    if blank:
        lines.append(f"Còn {bold(str(blank))} chỉ tiêu bắt buộc để trống. Xem: /thieu")
    if estimates:
        lines.append(f"Có {bold(str(len(estimates)))} số ước: {', '.join(short_text(row, catalogue) for row in estimates[:5])}")
    lines.append("Nộp xong báo cáo sẽ khóa, muốn sửa phải nhờ Sở Nội vụ mở lại.")
    buttons = ((Button("Nộp báo cáo", {"do": "submit", "a": agency, "p": period.code}), Button("Để sau", {"do": "later"})),)
    return Reply("\n".join(lines), buttons, slot="submit")


def submitted(report: Report, catalogue: Catalogue) -> Reply:
    """The report is in."""
    when = moment_text(report.submitted_at) if report.submitted_at else ""
    return Reply(f"Đã nộp báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} lúc {when}.")


def already_submitted(report: Report, catalogue: Catalogue) -> Reply:
    """Submitted before."""
    when = f" lúc {moment_text(report.submitted_at)}" if report.submitted_at else ""
    return Reply(f"Báo cáo {bold(report.period.name)} của {agency_text(catalogue, report.agency)} đã nộp{when}.")


def tell_administrator(text: str) -> Reply:
    """Something an administrator should know; `text` is plain."""
    return Reply(cut(text, 1000))
