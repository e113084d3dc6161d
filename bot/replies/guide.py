"""Greetings, help, refusals and everything about people and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, Catalogue, CatalogueRow
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.replies.figures import ask_action
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, agency_text, cut, short_text

ROLE_NAMES = {Role.ADMINISTRATOR: "quản trị", Role.CLERK: "nhập số liệu", Role.VIEWER: "xem số liệu"}
_QUESTION_EXAMPLE = "hồ sơ trả kết quả sở công thương quý 3/2022"
_SECOND_QUESTION = "tỷ lệ hồ sơ đúng hạn toàn tỉnh quý 3/2022"
_ENTRY_EXAMPLE = "nhiệm vụ đề ra 25, đã xong 20"


def stranger(person_id: int) -> Reply:
    """One polite refusal for people who are not registered; the number lets an administrator find them."""
    return Reply(
        "Chào anh/chị. Tôi là bot báo cáo cải cách hành chính của tỉnh.\n"
        f"Để dùng, anh/chị xin Sở Nội vụ đường dẫn mời. Mã số của anh/chị: <code>{person_id}</code>"
    )


def greeting(person: Person, catalogue: Catalogue, period: Period | None) -> Reply:
    """Greet after /start: who you are here and two messages to try."""
    lines = [f"Chào {escape(person.name, quote=False)}. {who_am_i(person, catalogue)}"]
    if period is not None:
        lines.append(f"Kỳ đang báo cáo: {bold(period.name)}.")
    lines += examples(person)
    return Reply("\n".join(lines))


def who_am_i(person: Person, catalogue: Catalogue) -> str:
    """Say what somebody is here, as in "Anh/chị là: nhập số liệu của Sở Công Thương."."""
    if not person.grants:
        return "Anh/chị chưa được giao quyền nào."
    return f"Anh/chị là: {', '.join(grant_text(grant, catalogue) for grant in person.grants)}."


def grant_text(grant: Grant, catalogue: Catalogue) -> str:
    """A right in words, as in "nhập số liệu của Sở Công Thương"; escaped."""
    where = f" của {named_agency(grant.agency, catalogue)}" if grant.agency else " toàn tỉnh"
    return ROLE_NAMES[grant.role] + where


def named_agency(code: AgencyCode | None, catalogue: Catalogue) -> str:
    """The agency's name, its code when the catalogue no longer has it, "toàn tỉnh" for none; escaped."""
    known = next((agency.name for agency in catalogue.agencies if agency.code == code), code or "toàn tỉnh")
    return escape(known, quote=False)


def examples(person: Person) -> list[str]:
    """Two messages to try, by role."""
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
        "• Hình: <code>vẽ hồ sơ đúng hạn sct</code>, <code>vẽ tiến độ quý 3</code>, hoặc hỏi xong gõ <code>vẽ đi</code>",
        "• <code>sở nào chưa nộp</code>, <code>hạn nộp báo cáo khi nào</code>",
    ]
    if person.has(Role.CLERK) or person.has(Role.ADMINISTRATOR):
        whose = "" if person.has(Role.CLERK) else "sở công thương: "
        lines += [
            bold("Nhập số liệu" if person.has(Role.CLERK) else "Nhập thay một đơn vị"),
            f"• <code>{whose}{_ENTRY_EXAMPLE}</code>",
            "• <code>đã xong 13/22 nhiệm vụ</code>, <code>tỷ lệ hài lòng 97,8</code>",
            "• <code>ý kiến phản ánh đã tiếp nhận: không phát sinh</code>, <code>hồ sơ tiếp nhận ước 1200</code>",
            "• Ghi chú: <code>nhiệm vụ đề ra 22 (Kế hoạch 15/KH-SCT)</code>",
            "• Có sẵn báo cáo: gửi tệp Word, Excel, PDF vào đây, xem trước rồi ghi tất cả.",
            "• Nhập lần lượt từng chỉ tiêu còn trống: /nhap, <code>/nhap phần III</code>, <code>/nhap việc của tôi</code>",
            "• Gõ nhầm: bấm Hoàn tác, gõ <code>hoàn tác</code>, hoặc sửa ngay tin nhắn đã gửi.",
        ]
    if person.has(Role.CLERK):
        lines += [
            "/kiemtra chỗ chưa khớp · /lichsu ai sửa gì, khi nào · /hoantac lần ghi gần nhất",
            "/viec việc của tôi · /giao chia việc · /thieu chỉ tiêu còn thiếu",
            "/nop nộp báo cáo · /baocao báo cáo đang ở bước nào · /huy bỏ câu hỏi đang chờ",
        ]
    elif person.has(Role.ADMINISTRATOR):
        lines += [
            "<code>/thieu sct</code> chỉ tiêu còn thiếu · <code>/baocao sct</code> báo cáo đang ở bước nào",
            "<code>/nop sct</code> nộp thay đơn vị · /huy bỏ câu hỏi đang chờ",
        ]
    elif person.agencies:
        lines.append("/thieu chỉ tiêu còn thiếu · /baocao báo cáo đang ở bước nào")
    if person.has(Role.ADMINISTRATOR):
        lines += [
            bold("Quản trị"),
            "/duyet duyệt, trả lại báo cáo · /molai mở lại báo cáo đã khóa",
            "/moi mời người dùng · /nguoi xem, chuyển, thu hồi quyền · /giao chia việc trong đơn vị",
            "/bidanh cách gọi bot chưa hiểu · /dangky, /huydangky gắn và gỡ nhóm (gõ trong nhóm)",
            "/han đổi hạn nộp, mở kỳ · /nhac cách nhắc từng đơn vị",
        ]
    lines.append("/toi quyền của tôi · /lich hạn nộp · /tonghop tổng hợp kỳ báo cáo · /xuat phụ lục Word, Excel")
    return Reply("\n".join(lines))


def not_in_catalogue(
    nearest: Sequence[CatalogueRow],
    catalogue: Catalogue,
    period: Period,
    agency: AgencyCode | None,
    day: date,
    *,
    asked: tuple[tuple[AgencyCode, ...], Period | None] = ((), None),
) -> Reply:
    """Outside the catalogue: the nearest names as buttons, for the agencies and period `asked`, and a question that works."""
    agencies, when_asked = asked
    whose = agencies[0] if len(agencies) == 1 and agencies[0] != ALL_AGENCIES else None
    intent = "total" if agencies and whose is None else "value"
    lines = ["Danh mục CCHC không có chỉ tiêu này."]
    buttons = []
    if nearest:
        lines[0] += " Gần nhất:"
        for row in nearest:
            place = catalogue.place_in_form(row.id, period)
            lines.append(f"• {place} {short_text(row, catalogue)}")
            buttons.append(
                (Button(f"{place} {row.short}", ask_action(row, whose if agencies else agency, when_asked, intent)),)
            )
    example = catalogue.agency(agency).short.lower() if agency else "sct"
    when = f"quý 3/{day.year if day.month > 9 else day.year - 1}"  # noqa: PLR2004  September
    lines.append(f"Thử hỏi: <code>hồ sơ trả kết quả {escape(example, quote=False)} {when}</code>")
    lines.append(f"hoặc: <code>tỷ lệ hồ sơ đúng hạn toàn tỉnh {when}</code>")
    return Reply("\n".join(lines), tuple(buttons))


def not_subtracted(excluded: str) -> Reply:
    """Said before a figure that was asked for without a part of it, which the bot never subtracts."""
    return Reply(f"Tôi trả lời theo đúng tên chỉ tiêu, không tự trừ phần «{escape(excluded, quote=False)}».")


def not_understood(person: Person) -> Reply:
    """Neither question nor entry."""
    return Reply("\n".join(["Tôi chưa hiểu tin nhắn này.", *examples(person)]))


def small_talk(person: Person) -> Reply:
    """A greeting or chat."""
    return Reply("\n".join(["Chào anh/chị. Tôi tra cứu và ghi số liệu cải cách hành chính.", *examples(person)]))


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


def administrators_only() -> Reply:
    """A command that needs an administrator."""
    return Reply("Lệnh này dành cho quản trị của Sở Nội vụ.")


def clerks_only() -> Reply:
    """Something that needs a clerk."""
    return Reply("Việc này dành cho người nhập số liệu của đơn vị.")


def not_yet_shown(agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """What another agency's open report holds is its own affair."""
    return Reply(f"{agency_text(catalogue, agency)} chưa nộp báo cáo {bold(period.name)}, nên chưa xem được báo cáo này.")


def tell_administrator(text: str) -> Reply:
    """Something an administrator should know; `text` is plain."""
    return Reply(cut(text, 1000))


def name_the_agency(example: str) -> Reply:
    """A command of somebody without an agency of their own."""
    return Reply(f"Anh/chị nêu tên đơn vị, ví dụ: <code>{escape(example, quote=False)}</code>")
