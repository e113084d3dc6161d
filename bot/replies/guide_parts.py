"""Guided entry of more than one row: where to begin, the whole of a heading in one message, the rest of a section at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId
from bot.domain.completeness import Completeness, SectionCount
from bot.domain.guided import Extent, ExtentKind
from bot.domain.period import Period
from bot.domain.value import Fault, Figure
from bot.replies.entries import reason
from bot.replies.guide import agency_buttons
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, figure_text, placed_text, short_text, unit_text

_LABEL_MOST = 40  # letters on a button
_REST_LISTED = 6  # rows named that stay as they are
_EXAMPLE = "/nhap phần III"
READ_AS = "Tôi đọc thế này, đúng thì bấm ghi:"
SKIPPED = "Bỏ qua"


def which_agency(
    choices: Sequence[AgencyCode], catalogue: Catalogue, resume: Button | None, carried: Mapping[str, Any]
) -> Reply:
    """/nhap of somebody who enters for several agencies; `carried`: what the press goes on with."""
    buttons = agency_buttons(choices, catalogue, {"do": "guide", **carried})
    return Reply("Nhập cho đơn vị nào?", ((resume,), *buttons) if resume is not None else buttons)


def which_period(
    agency: AgencyCode, choices: Sequence[Period], carried: Mapping[str, Any], catalogue: Catalogue, resume: Button | None
) -> Reply:
    """/nhap where several reports are open; `carried`: what the press goes on with."""
    buttons = tuple((Button(each.name, {"do": "guide", **carried, "a": agency, "p": each.code}),) for each in choices)
    text = f"Nhập kỳ nào của {agency_text(catalogue, agency)}?"
    return Reply(text, ((resume,), *buttons) if resume is not None else buttons)


def which_part(choices: Sequence[tuple[CatalogueRow, Mapping[str, Any]]], period: Period, catalogue: Catalogue) -> Reply:
    """A place that the form prints twice, or a name that several parts have."""
    buttons = tuple((Button(placed_text(row, catalogue, period), {"do": "guide", **action}),) for row, action in choices)
    return Reply("Anh/chị nhập mục nào?", buttons)


def no_open_period() -> Reply:
    """/nhap when no report is open and none was named."""
    return Reply("Hiện không có kỳ báo cáo nào đang mở. Anh/chị nêu kỳ, ví dụ: <code>/nhap quý 3/2022</code>")


def not_read(argument: str) -> Reply:
    """/nhap with something that is no part of the form."""
    return Reply(
        f"Chưa rõ «{cut(argument, 60)}» là phần nào. Ví dụ gõ được:\n"
        "• <code>/nhap</code> để chọn\n"
        f"• <code>{_EXAMPLE}</code> hoặc <code>/nhap III.7</code>\n"
        "• <code>/nhap việc của tôi</code>\n"
        "• <code>/nhap kiểm tra</code>\n"
        "• <code>/nhap sct quý 3</code>"
    )


def resume_button(row: CatalogueRow, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Button:
    """On from where one stopped."""
    place = placed_text(row, catalogue, period)
    label = f"Tiếp tục: {place}"
    action = {"do": "guide", "as": "resume", "a": agency, "p": period.code}
    return Button(label if len(label) <= _LABEL_MOST else f"{label[: _LABEL_MOST - 1]}…", action)


def menu(
    left: Completeness,
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    resume: Button | None,
    mine: int,
    checks: int,
    mend: int,
    file_name: str = "",
) -> Reply:
    """Where to begin: on from the last time, everything, one section, one's own rows, what checks or reviewers found."""
    lines = [
        f"Nhập số liệu · {agency_text(catalogue, agency)} · {period.name}",
        f"Đã có {bold(f'{left.filled}/{left.required}')} chỉ tiêu bắt buộc, còn trống {len(left.blank)}.",
    ]
    rows: list[tuple[Button, ...]] = [(resume,)] if resume is not None else []
    if mend:
        rows.append((_start(f"Dòng cần sửa ({mend})", ExtentKind.MEND, agency, period),))
    if left.blank:
        sections = {"do": "guide", "as": "sections", "a": agency, "p": period.code}
        rows.append((_start(f"Tất cả ({len(left.blank)})", ExtentKind.ALL, agency, period), Button("Từng phần", sections)))
    if mine:
        rows.append((_start(f"Việc của tôi ({mine})", ExtentKind.MINE, agency, period),))
    if checks:
        rows.append((_start(f"Chỗ chưa khớp ({checks} dòng)", ExtentKind.CHECKS, agency, period),))
    if not left.blank:
        lines[1] = f"Đã đủ {bold(f'{left.filled}/{left.required}')} chỉ tiêu bắt buộc."
        rows.append((Button("Nộp báo cáo", {"do": "nop", "a": agency, "p": period.code}),))
    if file_name:  # else people type again what one press would store
        name = bold(escape(file_name, quote=False))
        lines.append(f"Tệp {name} anh/chị gửi chưa ghi số nào: bấm nút ghi ở tin đọc tệp trước, rồi nhập phần còn thiếu.")
    return Reply("\n".join(lines), tuple(rows), edits=True)


def _start(label: str, kind: ExtentKind, agency: AgencyCode, period: Period) -> Button:
    return Button(label, {"do": "guide", "as": "start", "a": agency, "p": period.code, "kind": kind.value, "row": None})


def section_buttons(
    sections: Sequence[SectionCount], agency: AgencyCode, period: Period, *, edits: bool
) -> tuple[tuple[Button, ...], ...]:
    """A button for each section with blank rows, which begins guided entry there; `edits`: in place of the list."""
    rows = []
    for each in sections:
        if each.blank:
            name = f"{each.section.id}. {each.section.short}"
            name = name if len(name) <= _LABEL_MOST - 6 else f"{name[: _LABEL_MOST - 7]}…"
            action = start_action(each.section.id, agency, period, edits=edits)
            rows.append((Button(f"{name} ({each.blank})", action),))
    return tuple(rows)


def start_action(part: IndicatorId, agency: AgencyCode, period: Period, *, edits: bool) -> dict[str, object]:
    """What a button does that begins guided entry of a section or heading; `edits`: in place of its message."""
    return {
        "do": "guide",
        "as": "start",
        "a": agency,
        "p": period.code,
        "kind": ExtentKind.PART.value,
        "row": part,
        "edits": edits,
    }


def choose_section(left: Completeness, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """[Từng phần]: which one."""
    return Reply(
        f"Nhập phần nào? {agency_text(catalogue, agency)} · {period.name}. Số trong ngoặc là còn trống.",
        section_buttons(left.by_section, agency, period, edits=True),
        edits=True,
    )


def nothing_there(extent: Extent, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """An extent that has nothing to go through."""
    where = f"{agency_text(catalogue, agency)} · {period.name}"
    match extent.kind:
        case ExtentKind.CHECKS:
            return Reply(f"{where}: không có chỗ nào chưa khớp.")
        case ExtentKind.MEND:
            return Reply(f"{where}: không có dòng nào bị trả lại.")
        case ExtentKind.MINE:
            return Reply(f"{where}: phần việc của anh/chị không còn gì trống. Xem: /viec")
        case ExtentKind.PART if extent.row is not None:
            return Reply(
                f"{where}: {_placed(catalogue.row(extent.row), period, catalogue)} không còn chỉ tiêu bắt buộc nào trống."
            )
        case ExtentKind.ALL | ExtentKind.PART:
            submit = Button("Nộp báo cáo", {"do": "nop", "a": agency, "p": period.code})
            return Reply(f"{where}: đã đủ các chỉ tiêu bắt buộc.", ((submit,),))


def more(counts: Mapping[str, int], section: CatalogueRow, heading: str, base: Mapping[str, Any]) -> Reply:
    """Ways to answer many rows at once, those that fit none left out. `base`: what every button of the step carries."""
    ways = (
        ("whole", f"Nhập cả mục {heading}", {"as": "whole"}),
        ("nothing", "Còn lại không phát sinh", {"as": "rest", "of": "nothing"}),
        ("last", "Giữ như kỳ trước", {"as": "rest", "of": "last"}),
    )
    buttons = [(Button(f"{label} ({counts[way]})", {**base, **action}),) for way, label, action in ways if counts[way]]
    what = f"Phần {section.id}. {escape(section.short, quote=False)}"
    text = f"{what}: nhập nhiều chỉ tiêu một lần? Tôi cho xem trước khi ghi."
    if not buttons:
        text = f"{what}: không có cách nhập chung nào hợp với các chỉ tiêu còn lại."
    return Reply(text, (*buttons, (Button("‹ Quay lại", {**base, "as": "again"}),)), edits=True)


def rest_title(section: CatalogueRow, count: int, *, as_last: bool) -> str:
    """What a preview asks."""
    what = "giữ như kỳ trước" if as_last else "ghi «không phát sinh»"
    return f"Phần {section.id}. {escape(section.short, quote=False)}: {what} cho {bold(str(count))} chỉ tiêu?"


def why_not(*, as_last: bool) -> str:
    """Over the rows that stay blank all the same."""
    if as_last:
        return "Không giữ như kỳ trước được, vẫn để trống"
    return "Không dùng «không phát sinh» được, vẫn để trống"


def none_fits(section: CatalogueRow, *, as_last: bool) -> str:
    """No row of the section is left that takes it."""
    if as_last:
        return f"Phần {section.id}: không còn chỉ tiêu nào giữ như kỳ trước được (chỉ dùng cho số tại thời điểm và số cả năm)."
    return f"Phần {section.id}: không còn chỉ tiêu nào dùng «không phát sinh» được."


def whole_heading(name: str, rows: Sequence[CatalogueRow], *, stop: Mapping[str, Any], told: Sequence[str] = ()) -> Reply:
    """The blank rows of a heading as a numbered list, to be answered in one message."""
    lines = [*told, ""] if told else []
    lines.append(f"{bold(name)}: gõ {len(rows)} số trong một tin, theo thứ tự:")
    for number, row in enumerate(rows, start=1):
        unit = unit_text(row).strip() or ("%" if row.unit == "%" else "")
        options = ", ".join(f"{option.word} = {option.number}" for option in row.options)
        hint = options or unit
        lines.append(f"{number}. {escape(row.short, quote=False)}" + (f" ({escape(hint, quote=False)})" if hint else ""))
    example = " ".join(
        ("25", "20", "3", "0", "1", "12", "7", "4")[: max(len(rows) - 1, 1)] + (("bỏ",) if len(rows) > 1 else ())
    )
    lines.append(f"Ví dụ: <code>{', '.join(example.split()) if len(rows) <= 9 else '1. 25'}</code>")  # noqa: PLR2004
    lines.append("Hoặc mỗi dòng một số: <code>1. 25</code>. Chưa có thì gõ «bỏ».")
    return Reply("\n".join(lines), ((Button("‹ Từng chỉ tiêu", stop),),))


def miscounted(rows: Sequence[CatalogueRow], read: Sequence[str]) -> str:
    """As many values as rows, or none is stored; what was read."""
    shown = " · ".join(f"{number}. {cut(each, 24)}" for number, each in enumerate(read[:20], start=1))
    what = f"tôi đọc được {bold(str(len(read)))}: {shown}" if read else "tôi không đọc được số nào"
    return (
        f"Chưa ghi gì: mục có {bold(str(len(rows)))} chỉ tiêu, {what}.\n"
        "Anh/chị gõ đủ theo thứ tự, chỗ chưa có gõ «bỏ»; hoặc gõ riêng từng dòng, ví dụ <code>2. 20</code>"
    )


def faulty_lines(faults: Sequence[tuple[int, CatalogueRow, Fault | None, str]], *, nothing_stored: bool) -> list[str]:
    """Lines of a list that cannot be: number, row and why."""
    lines = ["Chưa ghi gì, vì:"] if nothing_stored else ["Chưa ghi:"]
    for number, row, fault, raw in faults:
        why = reason(row, fault, raw) if fault is not None else f"chưa có số kỳ trước để lấy («{cut(raw, 30)}»)."
        lines.append(f"• {number}. {escape(row.short, quote=False)} {why}")
    return lines


def preview(
    title: str,
    ready: Sequence[tuple[CatalogueRow, Figure, str]],
    rest: Sequence[CatalogueRow],
    why_not: str,
    catalogue: Catalogue,
    *,
    store: Mapping[str, Any],
    back: Mapping[str, Any],
    told: Sequence[str] = (),
    edits: bool = True,
) -> Reply:
    """Every row with what would be stored, (row, figure, where from), and those that stay as they are; one press stores all."""
    lines = [*told, ""] if told else []
    lines.append(title)
    for row, figure, source in ready:
        behind = f" ({source})" if source else ""
        lines.append(f"• {short_text(row, catalogue)}: {bold(figure_text(row, figure))}{behind}")
    if rest:
        lines.append(f"{why_not} ({len(rest)}):")
        lines += [f"• {short_text(row, catalogue)}" for row in rest[:_REST_LISTED]]
        if len(rest) > _REST_LISTED:
            lines.append(f"… và {len(rest) - _REST_LISTED} chỉ tiêu khác")
    row_of_buttons = (Button(f"Ghi {len(ready)} chỉ tiêu", store), Button("‹ Quay lại", back))
    return Reply("\n".join(lines), (row_of_buttons,), edits=edits)


def _placed(row: CatalogueRow, period: Period, catalogue: Catalogue) -> str:
    return escape(placed_text(row, catalogue, period), quote=False)
