"""Who is registered: the list, one person's card, rights given, moved and revoked, and the history of administrative acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bot.domain.acts import Act, ActKind
from bot.domain.administration import AdministratorKept, KeepReason, RightsChanged
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Grant, Person, Role
from bot.replies.guide import grant_text, named_agency
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import moment_text, short_text

_SHORT_ROLES = {Role.ADMINISTRATOR: "quản trị", Role.CLERK: "nhập", Role.VIEWER: "xem"}
_OWN_ACTS = 5  # lines of history on a card


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list: somebody with one of their rights; without any, None."""

    person: Person
    grant: Grant | None


def people_page(
    shown: Sequence[Listed], *, offset: int, total: int, people: int, page: int, asked: str, note: str, catalogue: Catalogue
) -> Reply:
    """One page of the list, a button for each person and to turn pages. `total` counts lines, one a right.

    `asked`: the agency or name it was narrowed to.
    """
    title = f"Người dùng: {bold(str(people))}" + (f" · «{escape(asked, quote=False)}»" if asked else "")
    lines = [title + (f" · dòng {offset + 1}–{offset + len(shown)}/{total}" if total > len(shown) else "")]
    heading = ""
    buttons = []
    for number, listed in enumerate(shown, offset + 1):
        under = _heading(listed.grant, catalogue)
        if under != heading:
            heading = under
            lines.append(bold(heading))
        role = f" – {_SHORT_ROLES[listed.grant.role]}" if listed.grant and listed.grant.agency else ""
        lines.append(f"{number}. {named(listed.person)}{role}")
        action = {"do": "person", "who": listed.person.id, "o": offset, "q": asked}
        buttons.append(Button(f"{number}. {_last_names(listed.person)}", action))
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turning = []
    if offset:
        turning.append(Button("‹ Trước", {"do": "people", "o": max(offset - page, 0), "q": asked}))
    if offset + len(shown) < total:
        turning.append(Button("Sau ›", {"do": "people", "o": offset + page, "q": asked}))
    turning.append(Button("Lịch sử", {"do": "acts", "o": offset, "q": asked}))
    return Reply("\n".join([*lines, *([note] if note else [])]), (*rows, tuple(turning)), edits=True)


def nobody_found(asked: str) -> Reply:
    """/nguoi with a name that nobody has."""
    return Reply(f"Không có ai là «{escape(asked, quote=False)}». Xem tất cả: /nguoi; một đơn vị: <code>/nguoi sct</code>.")


def person_card(
    person: Person,
    acts: Sequence[Act],
    names: Mapping[int, str],
    *,
    rows: int,
    back: Mapping[str, Any],
    catalogue: Catalogue,
) -> Reply:
    """One person: rights, what was done last, and what can be changed. `rows`: how many rows they answer for."""
    lines = [f"{bold(person.name or 'Chưa rõ tên')} · mã số <code>{person.id}</code>"]
    lines += [f"• {grant_text(grant, catalogue)}" for grant in person.grants] or ["Không còn quyền nào."]
    if rows:
        lines.append(f"Được giao riêng {bold(str(rows))} mục. Xem: /giao")
    if acts:
        lines.append(bold("Gần đây"))
        lines += [f"• {act_text(act, names, catalogue)}" for act in acts[:_OWN_ACTS]]
    buttons = []
    for grant in person.grants:
        what = f"{_SHORT_ROLES[grant.role]} {_short_agency(grant.agency, catalogue)}".strip()
        row = [Button(f"Thu hồi: {what}", {"do": "revoke?", **_grant_action(person, grant), **back})]
        if grant.agency is not None:
            row.append(Button(f"Chuyển: {what}", {"do": "move?", **_grant_action(person, grant), **back}))
        buttons.append(tuple(row))
    buttons.append((Button("Thêm đơn vị nhập", {"do": "grant?", "who": person.id, **back}),))
    buttons.append((Button("‹ Danh sách", {"do": "people", **back}),))
    return Reply("\n".join(lines), tuple(buttons), edits=True)


def confirm_revoking(person: Person, grant: Grant, back: Mapping[str, Any], catalogue: Catalogue) -> Reply:
    """Before a right is taken away."""
    yes = Button("Thu hồi", {"do": "revoke", **_grant_action(person, grant), **back})
    no = Button("Không", {"do": "person", "who": person.id, **back})
    return Reply(
        f"Thu hồi quyền <b>{grant_text(grant, catalogue)}</b> của {bold(person.name)}?\n"
        "Có hiệu lực ngay; người này được báo, số liệu đã nhập vẫn giữ nguyên.",
        ((yes, no),),
        edits=True,
    )


def confirm_moving(person: Person, grant: Grant, to: AgencyCode, back: Mapping[str, Any], catalogue: Catalogue) -> Reply:
    """Before somebody is moved to another agency."""
    yes = Button("Chuyển", {"do": "move", **_grant_action(person, grant), "to": to, **back})
    no = Button("Không", {"do": "person", "who": person.id, **back})
    return Reply(
        f"Chuyển {bold(person.name)} ({_SHORT_ROLES[grant.role]}) từ {named_agency(grant.agency, catalogue)} "
        f"sang {bold(catalogue.agency(to).name)}?\nCó hiệu lực ngay; người này được báo.",
        ((yes, no),),
        edits=True,
    )


def which_agency_for(
    question: str,
    choices: Sequence[AgencyCode],
    action: Mapping[str, Any],
    catalogue: Catalogue,
    *,
    back: Mapping[str, Any] | None = None,
    edits: bool = True,
) -> Reply:
    """Pick an agency: two short names a row. The choice goes into the action as `to`."""
    buttons = [Button(catalogue.agency(code).short, {**action, "to": code}) for code in choices]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    if back is not None:
        rows.append((Button("‹ Quay lại", back),))
    return Reply(question, tuple(rows), edits=edits)


def rights_changed(outcome: RightsChanged, back: Mapping[str, Any], catalogue: Catalogue) -> Reply:
    """To the administrator who did it."""
    who = bold(outcome.person.name)
    if outcome.taken is not None and outcome.given is not None:
        text = (
            f"Đã chuyển {who} từ {named_agency(outcome.taken.agency, catalogue)} "
            f"sang {named_agency(outcome.given.agency, catalogue)}."
        )
    elif outcome.taken is not None:
        text = f"Đã thu hồi quyền {grant_text(outcome.taken, catalogue)} của {who}."
    else:
        text = f"Đã thêm quyền {grant_text(outcome.given, catalogue) if outcome.given else ''} cho {who}."
    if outcome.rows:
        text += f"\n{outcome.rows} mục đã giao cho người này nay chưa có ai phụ trách. Giao lại: /giao"
    again = Button("Xem người này", {"do": "person", "who": outcome.person.id, **back})
    return Reply(text, ((again, Button("‹ Danh sách", {"do": "people", **back})),), edits=True)


def administrator_kept(outcome: AdministratorKept) -> str:
    """Why an administrator cannot be revoked: the short answer to the press."""
    match outcome.reason:
        case KeepReason.LAST:
            return "Đây là quản trị duy nhất. Mời thêm quản trị trước khi thu hồi."
        case KeepReason.SETTING:
            return "Quản trị này do người quản máy đặt (CCHC_ADMIN_ID) nên không thu hồi ở đây được."


def your_rights_changed(outcome: RightsChanged, catalogue: Catalogue) -> Reply:
    """To the person it concerns."""
    if outcome.taken is not None and outcome.given is not None:
        return Reply(
            f"Sở Nội vụ đã chuyển quyền của anh/chị từ {named_agency(outcome.taken.agency, catalogue)} "
            f"sang {bold(_name(outcome.given.agency, catalogue))}."
        )
    if outcome.taken is not None:
        return Reply(
            f"Sở Nội vụ đã thu hồi quyền {grant_text(outcome.taken, catalogue)} của anh/chị. "
            "Nếu có nhầm lẫn, anh/chị liên hệ quản trị của Sở Nội vụ."
        )
    given = grant_text(outcome.given, catalogue) if outcome.given else ""
    return Reply(f"Sở Nội vụ đã thêm cho anh/chị quyền <b>{given}</b>. Xem: /toi")


def history(acts: Sequence[Act], names: Mapping[int, str], back: Mapping[str, Any], catalogue: Catalogue) -> Reply:
    """The newest administrative acts."""
    lines = [bold("Lịch sử quản trị"), *(f"• {act_text(act, names, catalogue)}" for act in acts)]
    if not acts:
        lines.append("Chưa có việc nào.")
    return Reply("\n".join(lines), ((Button("‹ Danh sách", {"do": "people", **back}),),), edits=True)


def act_text(act: Act, names: Mapping[int, str], catalogue: Catalogue) -> str:
    """One line: when, who, what."""
    by = escape(names.get(act.by, str(act.by)), quote=False) if act.by is not None else "người quản máy"
    whom = escape(names.get(act.person_id, str(act.person_id)), quote=False) if act.person_id is not None else ""
    right = grant_text(Grant(act.role, act.agency), catalogue) if act.role is not None else ""
    at_agency = f" của {named_agency(act.agency, catalogue)}" if act.agency else ""
    row = short_text(catalogue.row(act.row), catalogue) if act.row and act.row in catalogue else "một chỉ tiêu"
    what = ""
    match act.kind:
        case ActKind.INVITED:
            what = f"{by} tạo lời mời: {right}"
        case ActKind.INVITE_WITHDRAWN:
            what = f"{by} hủy lời mời: {right}"
        case ActKind.JOINED:
            what = f"{whom} vào theo lời mời: {right}"
        case ActKind.GRANTED:
            what = f"{by} thêm cho {whom}: {right}"
        case ActKind.MOVED:
            moved = f"{named_agency(act.before, catalogue)} → {named_agency(act.agency, catalogue)}"
            what = f"{by} chuyển {whom}: {moved}"
        case ActKind.REVOKED:
            what = f"{by} thu hồi của {whom}: {right}"
        case ActKind.ASSIGNED:
            what = f"{by} giao {row}{at_agency} cho {whom}"
        case ActKind.UNASSIGNED:
            what = f"{by} bỏ giao {row}{at_agency}"
        case ActKind.GROUP_REGISTERED:
            what = f"{by} gắn nhóm với {named_agency(act.agency, catalogue)}"
        case ActKind.GROUP_UNREGISTERED:
            what = f"{by} gỡ nhóm khỏi {named_agency(act.agency, catalogue)}"
        case ActKind.GROUP_LOST:
            what = f"{by} đưa bot ra khỏi nhóm của {named_agency(act.agency, catalogue)}"
    return f"{moment_text(act.at)} {what}"


def named(person: Person) -> str:
    """The name, escaped; the number when Telegram gave none."""
    return escape(person.name, quote=False) or f"<code>{person.id}</code>"


def _heading(grant: Grant | None, catalogue: Catalogue) -> str:
    if grant is None:
        return "Không còn quyền"
    if grant.role is Role.ADMINISTRATOR:
        return "Quản trị"
    return _name(grant.agency, catalogue) if grant.agency is not None else "Xem toàn tỉnh"


def _grant_action(person: Person, grant: Grant) -> dict[str, Any]:
    return {"who": person.id, "r": grant.role.value, "g": grant.agency}


def _name(code: AgencyCode | None, catalogue: Catalogue) -> str:
    return next((agency.name for agency in catalogue.agencies if agency.code == code), code or "toàn tỉnh")


def _short_agency(code: AgencyCode | None, catalogue: Catalogue) -> str:
    return next((agency.short for agency in catalogue.agencies if agency.code == code), code or "")


def _last_names(person: Person) -> str:
    return " ".join(person.name.split()[-2:]) or str(person.id)
