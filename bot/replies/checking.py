"""/kiemtra: what does not fit in a report, in words, with what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.period import Period
from bot.domain.report_checks import Checked, Explained, Failing
from bot.domain.value import Figure, StoredValue
from bot.replies.checks import failing_text, jump_list
from bot.replies.entries import example
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, day_text, figure_text, placed_text

_SHOWN = 8  # places with a row of buttons each: more is no list, but a file
_JUMPS = 5
_LABEL_MOST = 40


def checked(
    found: Checked,
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    names: Mapping[int, str],
    enters: bool,
    everything: bool = False,
) -> Reply:
    """The list: hard ones first, then soft ones, then those with a reason, then jumps; how much could be checked at all.

    `names`: who gave reasons, empty where nobody is to be named. `enters`: whether the reader may mend it.
    """
    lines = [f"Kiểm tra · {agency_text(catalogue, agency)} · {bold(period.name)}"]
    most = len(found.failing) if everything else _SHOWN
    soft = [each for each in found.failing if not each.hard]
    hard_title = "Chưa khớp, cần sửa hoặc nêu lý do trước khi nộp" if enters else "Chưa khớp"
    number, buttons = 0, list[tuple[Button, ...]]()
    for title, group in ((hard_title, found.hard), ("Nên xem lại", soft)):
        if group and number < most:
            lines.append(f"{title}: {bold(str(len(group)))}")
        for each in group[: max(most - number, 0)]:
            number += 1
            lines.append(f"{number}. {failing_text(each, catalogue)}")
            if enters and number <= _SHOWN:
                buttons.append(_buttons(number, each, agency, period))
    if number < len(found.failing):
        lines.append(f"… và {len(found.failing) - number} chỗ khác")
        buttons.append((Button("Xem tất cả", {"do": "all_checks", "a": agency, "p": period.code}),))
    if found.explained:
        lines.append(f"Đã có lý do: {bold(str(len(found.explained)))}")
        for place, explained in enumerate(found.explained if everything else found.explained[:_SHOWN], len(found.failing) + 1):
            lines.append(f"{place}. {_explained_text(explained, catalogue, names)}")
            if enters and len(buttons) < _SHOWN:
                buttons.append(_buttons(place, explained.failing, agency, period, keep="Viết lại lý do"))
    lines += jump_list(found.jumps, catalogue, most=len(found.jumps) if everything else _JUMPS)
    lines += _note_lines(found.notes, period, catalogue)
    if len(lines) == 1:
        lines.append("Không có chỗ nào chưa khớp." if found.evaluated + found.compared else "Chưa đủ số liệu để kiểm tra.")
    if found.evaluated + found.compared + found.blank:
        lines.append(_extent(found))
    return Reply("\n".join(lines), tuple(buttons), subject={"i": None, "a": agency, "p": period.code})


def ask_reason(failing: Failing, catalogue: Catalogue, *, question: str) -> Reply:
    """Why the figures are right all the same. `question`: what a reply to this message answers."""
    return Reply(
        f"{failing_text(failing, catalogue)}.\nNếu số đúng, anh/chị gõ lý do bằng một câu.",
        ((Button("Để sau", {"do": "later"}),),),
        subject={"question": question},
    )


def reason_kept(failing: Failing, text: str, left: int, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """Stored; what is left to settle."""
    lines = [
        f"Đã ghi lý do: «{escape(text, quote=False)}»",
        f"{failing_text(failing, catalogue)}.",
        "Khi nộp tôi không hỏi lại chỗ này. Số đổi thì cần lý do mới.",
    ]
    again = Button(f"Còn {left} chỗ" if left else "Kiểm tra lại", {"do": "check", "a": agency, "p": period.code})
    return Reply("\n".join(lines), ((again,),))


def nothing_to_explain(agency: AgencyCode, period: Period) -> Reply:
    """The figures were changed while the reason was written."""
    again = Button("Kiểm tra lại", {"do": "check", "a": agency, "p": period.code})
    return Reply("Chưa ghi lý do: số liệu đã thay đổi hoặc đã khớp.", ((again,),))


def rows_to_mend(
    failing: Failing,
    rows: Sequence[tuple[CatalogueRow, Period, Figure | None, bool]],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
) -> Reply:
    """The rows of one place (row, period, what stands, locked) with a button each that opens it."""
    lines = [f"{failing_text(failing, catalogue)}.", "Sửa số nào? Bấm vào dòng, hoặc gõ số đúng:"]
    buttons, open_row = list[tuple[Button, ...]](), None
    for row, at, figure, is_locked in rows:
        when = f" · {at.name}" if at != period else ""
        lock = " (báo cáo đã khóa)" if is_locked else ""
        name = escape(placed_text(row, catalogue, at), quote=False)
        lines.append(f"• {name}{when}: {bold(figure_text(row, figure))}{lock}")
        if not is_locked:
            open_row = open_row or (row, at)
            label = f"{row.short}{when}"
            label = label if len(label) <= _LABEL_MOST else f"{label[: _LABEL_MOST - 1].rstrip()}…"
            buttons.append((Button(label, {"do": "row", "i": row.id, "a": agency, "p": at.code}),))
    if open_row is not None:
        lines.append(f"Ví dụ: <code>{escape(f'{open_row[1].name}: {example(open_row[0])}', quote=False)}</code>")
    return Reply("\n".join(lines), tuple(buttons))


def _buttons(
    number: int, failing: Failing, agency: AgencyCode, period: Period, *, keep: str = "Giữ, ghi lý do"
) -> tuple[Button, ...]:
    action = {"a": agency, "p": period.code, "k": failing.key, "f": failing.figures}
    return (
        Button(f"Sửa {number}", {"do": "mend", **action}),
        Button(f"{keep} {number}", {"do": "give_reason", **action}),
    )


def _explained_text(each: Explained, catalogue: Catalogue, names: Mapping[int, str]) -> str:
    who = f"{escape(names[each.reason.by], quote=False)}, " if each.reason.by in names else ""
    return (
        f"{failing_text(each.failing, catalogue)}\n"
        f"  Lý do: «{cut(each.reason.reason, 200)}» ({who}{day_text(day_in_viet_nam(each.reason.at))})"
    )


def _extent(found: Checked) -> str:
    """How much was checked: blank figures are not compared with anything."""
    other = f", so {found.compared} số với kỳ khác trong năm" if found.compared else ""
    blank = f"; {found.blank} chỗ chưa kiểm tra được vì thiếu số" if found.blank else ""
    return f"<i>Đã kiểm tra {found.evaluated} chỗ{other}{blank}.</i>"


def _note_lines(values: Sequence[StoredValue], period: Period, catalogue: Catalogue) -> list[str]:
    """Notes that say something else than their figures."""
    lines = [f"Ghi chú nói khác số đã ghi: {bold(str(len(values)))}"] if values else []
    for value in values[:_SHOWN]:
        row = catalogue.row(value.key.indicator)
        name = escape(placed_text(row, catalogue, period), quote=False)
        lines.append(f"• {name} ({figure_text(row, value.figure)}): «{cut(value.note or '', 80)}»")
    if len(values) > _SHOWN:
        lines.append(f"… và {len(values) - _SHOWN} chỗ khác")
    return lines
