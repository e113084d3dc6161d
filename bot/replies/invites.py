"""Invite links: making one, opening one, and why one does not work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Grant, Invite, Person, Role
from bot.replies.arguments import Unread, example_of, unknown_agency_lines
from bot.replies.guide import ROLE_NAMES, examples, grant_text, who_am_i
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, day_text
from bot.understanding.invite_words import InviteWords


def invite_made(link: str, invite: Invite, catalogue: Catalogue, expires: date) -> Reply:
    """The link to hand on, with a button that takes it back."""
    agencies = [grant.agency for grant in invite.grants if grant.agency is not None]
    where = ", ".join(agency_text(catalogue, code) for code in agencies) or "toàn tỉnh"
    text = f"Đường dẫn mời ({ROLE_NAMES[invite.grant.role]}, {where}), dùng một lần, đến {day_text(expires)}:\n{escape(link)}"
    return Reply(text, ((Button("Hủy đường dẫn", {"do": "uninvite", "t": invite.token}),),))


def invite_withdrawn() -> Reply:
    """The link works no more."""
    return Reply("Đã hủy đường dẫn mời, không ai dùng được nữa.", edits=True)


def invite_usage(*, days: int, most_days: int) -> Reply:
    """How to invite, and buttons that ask for it step by step."""
    text = (
        "Mời ai? Bấm nút, hoặc gõ:\n<code>/moi nhập sct</code> người nhập số liệu của Sở Công Thương\n"
        "<code>/moi nhập sct, stc</code> người nhập của nhiều đơn vị\n"
        "<code>/moi xem sct</code> người xem của một đơn vị\n<code>/moi xem</code> người xem toàn tỉnh\n"
        "<code>/moi quản trị</code> người quản trị\n"
        f"Thêm hạn dùng nếu cần, ví dụ <code>/moi nhập sct 3 ngày</code> (mặc định {days}, nhiều nhất {most_days} ngày)."
    )
    return Reply(
        text,
        (
            (_choice("Người nhập", Role.CLERK, one_agency=True), _choice("Người xem một đơn vị", Role.VIEWER, one_agency=True)),
            (_choice("Người xem toàn tỉnh", Role.VIEWER), _choice("Quản trị", Role.ADMINISTRATOR)),
        ),
    )


def invite_not_read(said: InviteWords, unread: Unread | None, catalogue: Catalogue, *, most_days: int) -> Reply:
    """What of /moi was read, what was wrong with it, and an example that works; buttons where one press is left to do."""
    lines = ["Chưa tạo đường dẫn mời."]
    read = [ROLE_NAMES[said.role]] if said.role is not None else []
    read += [agency_text(catalogue, code) for code in said.agencies]
    read += [f"{said.days} ngày"] if said.days is not None else []
    if read:
        lines.append(f"Đọc được: {', '.join(read)}.")
    days_fit = said.days is None or 1 <= said.days <= most_days
    if not days_fit:
        lines.append(f"Đường dẫn dùng được từ 1 đến {most_days} ngày.")
    if unread is not None:
        lines += unknown_agency_lines(unread, catalogue)
    if said.role is None:
        lines.append("Chưa rõ mời làm gì: nhập, xem hay quản trị.")
    role = {Role.VIEWER: "xem", Role.ADMINISTRATOR: "quản trị"}.get(said.role or Role.CLERK, "nhập")
    example = f"/moi {role}" + ("" if said.role is Role.ADMINISTRATOR else " {}")
    agencies = said.agencies or (unread.nearest if unread is not None else ())
    lines.append(f"Ví dụ: <code>{example_of(example + ('' if days_fit else f' {most_days} ngày'), agencies, catalogue)}</code>")
    if said.role is None and unread is None and days_fit and len(said.agencies) == 1:
        return Reply("\n".join(lines), (_choices_for(said.agencies[0], said.days),))
    return Reply("\n".join(lines))


def _choices_for(agency: AgencyCode, days: int | None) -> tuple[Button, ...]:
    """Enter or view, for an agency that was named."""
    action = {"do": "invite", "one": True, "to": agency, **({} if days is None else {"days": days})}
    labels = {"Người nhập": Role.CLERK, "Người xem": Role.VIEWER}
    return tuple(Button(label, {**action, "r": role.value}) for label, role in labels.items())


def invited(person: Person, catalogue: Catalogue) -> Reply:
    """An invite was taken up."""
    lines = [f"Chào {escape(person.name, quote=False)}, đã đăng ký xong. {who_am_i(person, catalogue)}", *examples(person)]
    return Reply("\n".join(lines))


def invite_taken_up(person: Person, grants: Sequence[Grant], catalogue: Catalogue) -> Reply:
    """To who made the link: so that a link in the wrong hands is seen at once."""
    rights = ", ".join(grant_text(grant, catalogue) for grant in grants)
    card = Button("Xem người này", {"do": "person", "who": person.id, "o": 0, "q": ""})
    return Reply(f"{bold(person.name)} (mã số <code>{person.id}</code>) đã dùng đường dẫn mời: {rights}.", ((card,),))


def invite_invalid() -> Reply:
    """Used, expired, withdrawn or mistyped."""
    return Reply("Đường dẫn mời này đã dùng, đã hết hạn hoặc không đúng. Anh/chị xin Sở Nội vụ đường dẫn mới.")


def already_invited(person: Person, catalogue: Catalogue) -> Reply:
    """An invite to what somebody is already; it stays unused."""
    return Reply(f"{who_am_i(person, catalogue)} Đường dẫn mời này chưa dùng, anh/chị chuyển cho người được mời.")


def which_agency_to_invite_for(role: Role) -> str:
    """Above the agencies to choose from."""
    return f"Mời người {ROLE_NAMES[role]} của đơn vị nào?"


def _choice(label: str, role: Role, *, one_agency: bool = False) -> Button:
    return Button(label, {"do": "invite", "r": role.value, "one": one_agency})
