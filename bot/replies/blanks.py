"""What a report still lacks: by section with counts, each a way in; row by row where it is short or asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.completeness import Completeness
from bot.domain.period import Period
from bot.replies.entries import example
from bot.replies.guide_parts import section_buttons, start_action
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, short_text

_ROW_BY_ROW = 15  # blank rows that are named at once; more are counted by heading


def still_blank(left: Completeness, agency: AgencyCode, period: Period, catalogue: Catalogue, *, enters: bool) -> Reply:
    """What is still to be entered, by section; for those who may enter it, a button for each section."""
    lines = [_head(left, agency, period, catalogue)]
    if not left.blank:
        lines.append("Đã đủ. Gõ /nop để nộp báo cáo." if enters else "Đã đủ.")
        return Reply("\n".join(lines))
    in_full = len(left.blank) <= _ROW_BY_ROW
    lines += _rows(left, period, catalogue) if in_full else _counts(left, period, catalogue)
    buttons: list[tuple[Button, ...]] = []
    if enters:
        lines.append(f"Bấm phần cần nhập, hoặc gõ, ví dụ: {escape(example(left.blank[0]), quote=False)}")
        buttons += section_buttons(left.by_section, agency, period, edits=False)
    if not in_full:
        buttons.append((Button("Xem từng chỉ tiêu", {"do": "blanks", "a": agency, "p": period.code}),))
    return Reply("\n".join(lines), tuple(buttons), subject={"i": None, "a": agency, "p": period.code})


def blank_in_part(
    left: Completeness, part: CatalogueRow, agency: AgencyCode, period: Period, catalogue: Catalogue, *, enters: bool
) -> Reply:
    """The same of one section or heading."""
    where = f"{agency_text(catalogue, agency)} · {period.name} · {short_text(part, catalogue)}"
    subject: dict[str, object] = {"i": None, "a": agency, "p": period.code}
    if not left.required:
        return Reply(f"{where}: không có chỉ tiêu nào phải nhập.", subject=subject)
    lines = [f"{where}: đã có {bold(f'{left.filled}/{left.required}')} chỉ tiêu bắt buộc."]
    if not left.blank:
        return Reply(f"{lines[0]} Đã đủ.", subject=subject)
    lines[0] += f" Còn trống {bold(str(len(left.blank)))}:"
    lines += [f"• {catalogue.place_in_form(row.id, period)} {short_text(row, catalogue)}" for row in left.blank]
    if not enters:
        return Reply("\n".join(lines), subject=subject)
    lines.append(f"Gõ, ví dụ: {escape(example(left.blank[0]), quote=False)}")
    button = Button("Nhập phần này", start_action(part.id, agency, period, edits=False))
    return Reply("\n".join(lines), ((button,),), subject=subject)


def every_blank(left: Completeness, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """Every blank row by section; a list that is too long for a chat goes as a file."""
    return Reply("\n".join([_head(left, agency, period, catalogue), *_rows(left, period, catalogue)]))


def _head(left: Completeness, agency: AgencyCode, period: Period, catalogue: Catalogue) -> str:
    done = bold(f"{left.filled}/{left.required}")
    blank = f" Còn trống {bold(str(len(left.blank)))}:" if left.blank else ""
    return f"{agency_text(catalogue, agency)} · {period.name}: đã có {done} chỉ tiêu bắt buộc.{blank}"


def _rows(left: Completeness, period: Period, catalogue: Catalogue) -> Iterator[str]:
    for each in left.by_section:
        if each.blank:
            yield f"<i>{each.section.id}. {escape(each.section.short, quote=False)}: còn {each.blank}/{each.required}</i>"
            for row in left.blank:
                if row.section == each.section.id:
                    yield f"• {catalogue.place_in_form(row.id, period)} {short_text(row, catalogue)}"


def _counts(left: Completeness, period: Period, catalogue: Catalogue) -> Iterator[str]:
    """Per section how many are blank, and under it per place in the form: `I.1 (3) · I.2 (4)`."""
    for each in left.by_section:
        if each.blank:
            name = escape(each.section.short, quote=False)
            yield f"<b>{each.section.id}. {name}</b>: còn {each.blank}/{each.required}"
            blank = (row for row in left.blank if row.section == each.section.id)
            places = Counter(catalogue.place_in_form(row.id, period) for row in blank)
            yield "  " + " · ".join(f"{place} ({count})" for place, count in places.items())
