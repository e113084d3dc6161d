"""Who answers for which rows: one's own with what is blank, the agency's by owner, and giving them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId
from bot.domain.completeness import Completeness
from bot.domain.duties import Share, owner_of
from bot.domain.people import Person
from bot.domain.period import Period
from bot.replies.entries import example
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, placed_text, short_text

_NAMED = 10  # blank rows named in one message
_LISTED = 6  # rows named behind an owner
_NOBODY = "chưa có ai"


def own_rows(
    own: Share | None, nobody: Share, agency: AgencyCode, period: Period, catalogue: Catalogue, *, is_open: bool
) -> Reply:
    """/viec: what one answers for and what of it is blank."""
    head = f"{agency_text(catalogue, agency)} · {period.name}"
    if own is None:
        return Reply(
            f"{head}: anh/chị chưa được giao riêng mục nào. Việc chung của đơn vị: /thieu\nChia việc trong đơn vị: /giao",
            subject={"i": None, "a": agency, "p": period.code},
        )
    done = own.done
    lines = [
        f"Việc của anh/chị · {head}",
        f"Được giao: {_rows_text(own.rows, catalogue, period)}",
        f"Đã có {bold(f'{done.filled}/{done.required}')} chỉ tiêu bắt buộc.",
    ]
    lines += _blank_lines(done, catalogue)
    if done.blank and is_open:
        lines.append(f"Gõ số liệu, ví dụ: {escape(example(done.blank[0]), quote=False)}")
    if nobody.done.blank:
        lines.append(f"Ngoài ra đơn vị còn {len(nobody.done.blank)} chỉ tiêu chưa giao ai: /giao")
    starts = {"do": "guide", "as": "start", "kind": "mine", "row": None, "edits": False, "a": agency, "p": period.code}
    buttons = ((Button("Nhập việc của tôi", starts),),) if done.blank and is_open else ()
    return Reply("\n".join(lines), buttons, subject={"i": None, "a": agency, "p": period.code})


def overview(
    parts: Sequence[Share],
    sections: Sequence[CatalogueRow],
    names: Mapping[int, str],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
) -> Reply:
    """/giao: the agency's report by owner, and a button for each section."""
    filled = sum(share.done.filled for share in parts)
    required = sum(share.done.required for share in parts)
    lines = [f"Chia việc · {agency_text(catalogue, agency)} · {period.name}: {bold(f'{filled}/{required}')} chỉ tiêu bắt buộc"]
    for share in parts:
        done = f"{share.done.filled}/{share.done.required}"
        if share.owner is None:
            if share.done.required or len(parts) == 1:
                lines.append(f"• Chưa giao ai: {bold(done)}")
        else:
            lines.append(f"• {_name(share.owner, names)}: {bold(done)} · {_rows_text(share.rows, catalogue, period)}")
    lines.append("Bấm phần cần giao, hoặc gõ mỗi dòng một người, ví dụ:\n<code>/giao I, III.7 cho Lan</code>")
    buttons = [Button(placed_text(row, catalogue, period), {"do": "duty?", "a": agency, "i": row.id}) for row in sections]
    return Reply("\n".join(lines), tuple((button,) for button in buttons), edits=True)


def row_to_give(
    row: CatalogueRow,
    below: Sequence[CatalogueRow],
    owners: Mapping[IndicatorId, int],
    clerks: Sequence[Person],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
) -> Reply:
    """One row: whom to give it to, and the rows below to give separately."""
    names = {person.id: person.name for person in clerks}
    owner = owner_of(row.id, owners, catalogue)
    held = f"{_name(owner, names)}" if owner is not None else _NOBODY
    if owner is not None and row.id not in owners:
        held += " (theo mục trên)"
    lines = [f"{bold(placed_text(row, catalogue, period))}", f"{agency_text(catalogue, agency)} · phụ trách: {held}"]
    apart = [each for each in below if each.id in owners]
    lines += [f"• {short_text(each, catalogue)}: {_name(owners[each.id], names)}" for each in apart]
    lines.append("Giao cả mục này cho ai?" + (" Hoặc bấm mục con để giao riêng." if below else ""))
    rows = [
        (Button(f"→ {person.name or person.id}", {"do": "duty", "a": agency, "i": row.id, "who": person.id}),)
        for person in clerks
    ]
    if row.id in owners:
        rows.append((Button("Bỏ giao", {"do": "duty", "a": agency, "i": row.id, "who": None}),))
    rows += [
        (Button(f"▸ {placed_text(each, catalogue, period)}", {"do": "duty?", "a": agency, "i": each.id}),) for each in below
    ]
    back = {"do": "duty?", "a": agency, "i": row.parent} if row.parent else {"do": "duties", "to": agency}
    rows.append((Button("‹ Quay lại", back),))
    return Reply("\n".join(lines), tuple(rows), edits=True)


def given(
    rows: Mapping[int | None, Sequence[CatalogueRow]],
    former: Mapping[IndicatorId, int],
    unclear: Sequence[str],
    names: Mapping[int, str],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
) -> Reply:
    """What a list of lines gave to whom, before → after, and the lines that were not clear."""
    lines = []
    if any(rows.values()):
        lines.append(f"Đã giao · {agency_text(catalogue, agency)}")
    for owner, theirs in rows.items():
        for row in theirs:
            before = former.get(row.id)
            now = _name(owner, names) if owner is not None else _NOBODY
            was = f" (trước: {_name(before, names)})" if before is not None and before != owner else ""
            same = " (như cũ)" if before == owner else ""
            lines.append(f"• {escape(placed_text(row, catalogue, period), quote=False)} → {bold(now)}{was}{same}")
    if unclear:
        lines.append("Chưa giao:" if rows else "Chưa giao gì:")
        lines += [f"• {each}" for each in unclear]
    return Reply("\n".join(lines), ((Button("Xem chia việc", {"do": "duties", "to": agency}),),))


def unclear_line(line: str) -> str:
    """A line without "cho"."""
    return f"«{_cut(line)}»: gõ theo mẫu <code>III.7 cho Lan</code>"


def no_such_row(text: str) -> str:
    """Rows that are not certain."""
    return f"«{_cut(text)}» chưa rõ mục nào; dùng số thứ tự trong mẫu, ví dụ III hoặc III.7"


def no_such_clerk(name: str, names: Sequence[str], *, several: bool) -> str:
    """A name that no clerk of the agency has, or several have."""
    problem = "có nhiều người trùng tên, gõ cả họ tên" if several else "không có trong số người nhập của đơn vị"
    known = ", ".join(escape(each, quote=False) for each in names) or "chưa có ai"
    return f"«{_cut(name)}» {problem} ({known})"


def given_twice(line: str) -> str:
    """A row that stands in two lines."""
    return f"«{_cut(line)}»: mục này đã giao ở dòng trên"


def you_were_given(rows: Sequence[CatalogueRow], agency: AgencyCode, by: str, period: Period, catalogue: Catalogue) -> Reply:
    """To the clerk who now answers for rows."""
    what = _rows_text([row.id for row in rows], catalogue, period)
    return Reply(
        f"{escape(by, quote=False)} giao anh/chị phụ trách trong báo cáo của {agency_text(catalogue, agency)}: {what}.\n"
        "Xem việc của mình: /viec"
    )


def not_your_agency(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """Giving work is each agency's own."""
    return Reply(f"Anh/chị không giao việc của {agency_text(catalogue, agency)} được.")


def own_duties_line(rows: Sequence[IndicatorId], agency: AgencyCode, period: Period, catalogue: Catalogue) -> str:
    """For /toi: what one answers for in an agency."""
    return f"Được giao riêng ({catalogue.agency(agency).short}): {_rows_text(rows, catalogue, period)}. Xem: /viec"


def _rows_text(rows: Sequence[IndicatorId], catalogue: Catalogue, period: Period) -> str:
    """`I Chỉ đạo điều hành, III.7 Hồ sơ …`, the rest counted."""
    named = [escape(placed_text(catalogue.row(row), catalogue, period), quote=False) for row in rows]
    more = f" và {len(named) - _LISTED} mục khác" if len(named) > _LISTED else ""
    return ", ".join(named[:_LISTED]) + more


def _blank_lines(done: Completeness, catalogue: Catalogue) -> list[str]:
    """The first blank rows by section."""
    if not done.blank:
        return ["Đã đủ phần việc của anh/chị."]
    lines = ["Còn trống:"]
    section = None
    for row in done.blank[:_NAMED]:
        if row.section != section:
            section = row.section
            lines.append(f"<i>{section}. {escape(catalogue.row(section).short, quote=False)}</i>")
        lines.append(f"• {short_text(row, catalogue)}")
    if len(done.blank) > _NAMED:
        lines.append(f"… và {len(done.blank) - _NAMED} chỉ tiêu khác")
    return lines


def _name(person_id: int, names: Mapping[int, str]) -> str:
    return escape(names.get(person_id) or str(person_id), quote=False)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return escape(text if len(text) <= 60 else text[:59] + "…", quote=False)  # noqa: PLR2004  a line on a phone
