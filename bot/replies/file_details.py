"""What the preview of a file only counts: differences, rows to choose, unread rows, remarks; and what was stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.completeness import Completeness
from bot.domain.computed import Computed
from bot.domain.file_previews import FilePreview, OpenRow
from bot.domain.importing import Imported, Planned
from bot.domain.narrative import Verdict
from bot.domain.period import Period
from bot.domain.received import ReceivedFile
from bot.domain.report_reading import Issue, ReadRow
from bot.domain.value import Figure
from bot.replies.computing import computed_buttons, computed_lines
from bot.replies.entries import what_is_left
from bot.replies.narrative import narrative_lines
from bot.replies.received_files import file_action, why_aside
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, figure_text, heading_of, placed_text

_MOST_UNREAD = 300  # rows listed: a longer list is a wrong file, and would keep other chats waiting
PAGE = 6  # differences a page: each has its lines and its button
_REMARKS = {
    Issue.CONFLICTS_WITH_NOTE: "ghi chú nói khác số liệu",
    Issue.NOTE_AFTER_PERIOD: "ghi chú nêu việc sau kỳ báo cáo",
    Issue.FOOTNOTE: "số liệu có dấu chú thích",
    Issue.HIDDEN_ROW: "số liệu nằm ở hàng ẩn",
}


def differences(file: ReceivedFile, seen: FilePreview, catalogue: Catalogue, first: int, *, edits: bool) -> Reply:
    """A page of figures that differ, each to be replaced or kept; counted from 0."""
    every = seen.plan.different
    page = every[first : first + PAGE]
    which = f" ({first + 1}–{first + len(page)} trong {len(every)})" if len(every) > PAGE else ""
    lines = [f"{bold(file.file_name)}: chỗ khác số đã ghi{which}"]
    buttons = []
    for number, each in enumerate(page, first + 1):
        row = catalogue.row(each.indicator)
        standing = figure_text(row, each.standing.figure if each.standing else None)
        new = figure_text(row, each.row.figure)
        keeps = each.indicator in seen.kept
        place = escape(each.row.row.place, quote=False)
        lines.append(f"{number}. {escape(placed_text(row, catalogue, seen.reading.period), quote=False)}")
        if standing == new:
            lines.append(f"    {escape(new, quote=False)}, ghi chú khác: «{cut(each.row.note or '', 80)}» ({place})")
            label = f"{number}. Giữ ghi chú đã ghi ✓" if keeps else f"{number}. Lấy ghi chú trong tệp ✓"
        else:
            lines.append(f"    đã ghi {bold(standing)} · tệp ghi {bold(new)} ({place})")
            label = f"{number}. Giữ {standing} ✓" if keeps else f"{number}. Lấy {new} ✓"
        buttons.append((Button(label, file_action(file, "toggle", i=each.indicator, at=first)),))
    lines.append("Bấm vào từng số để đổi giữa «Lấy» (số trong tệp) và «Giữ» (số đã ghi).")
    return Reply("\n".join(lines), (*buttons, *_turning(file, len(every), first), *_storing(file, seen)), edits=edits)


def _turning(file: ReceivedFile, total: int, first: int) -> Iterable[tuple[Button, ...]]:
    turning = []
    if first:
        turning.append(Button("‹ Trước", file_action(file, "differences", at=max(first - PAGE, 0))))
    if first + PAGE < total:
        turning.append(Button("Tiếp ›", file_action(file, "differences", at=first + PAGE)))
    if turning:
        yield tuple(turning)
    if total > 1:
        yield (
            Button("Lấy hết trong tệp", file_action(file, "take_all", at=first)),
            Button("Giữ hết số đã ghi", file_action(file, "keep_all", at=first)),
        )


def _storing(file: ReceivedFile, seen: FilePreview) -> Iterable[tuple[Button, ...]]:
    """What the preview offers, where one is looking now."""
    writes = len(seen.plan.new) + len(seen.replacing)
    if writes:
        yield (Button(f"Ghi tất cả ({writes})", file_action(file, "store", aside=True)),)


def choose(file: ReceivedFile, open_row: OpenRow, left: int, period: Period, catalogue: Catalogue, *, edits: bool) -> Reply:
    """Which row of the form a row of the file is; `left`: how many are to be chosen, this one included."""
    row = open_row.row
    lines = [
        f"{escape(row.row.place, quote=False)} «{cut(row.label, 120)}» = {bold(row.raw.strip()[:40])}",
        "Ghi vào chỉ tiêu nào?" + (f" (còn {left} dòng)" if left > 1 else ""),
    ]
    buttons: list[tuple[Button, ...]] = []
    for name, option in zip(_told_apart(open_row.options, period, catalogue), open_row.options, strict=True):
        lines.append(f"• {escape(name, quote=False)}")
        buttons.append((Button(name, file_action(file, "pick", n=open_row.number, i=option)),))
    skips = [Button("Bỏ qua dòng này", file_action(file, "pick", n=open_row.number))]
    if left > 1:
        skips.append(Button(f"Bỏ qua cả {left} dòng", file_action(file, "skip_all")))
    buttons.append(tuple(skips))
    return Reply("\n".join(lines), tuple(buttons), edits=edits)


def _told_apart(options: Sequence[IndicatorId], period: Period, catalogue: Catalogue) -> Iterable[str]:
    """Place and name of each row; of rows that are called the same, the heading that they stand under."""
    rows = [catalogue.row(option) for option in options]
    same = len(rows) > 1 and len({row.short for row in rows}) == 1
    for row in rows:
        heading = heading_of(row, catalogue) if same else None
        yield f"{catalogue.place_in_form(row.id, period) or ''} {(heading or row).short}".strip()


def all_chosen(file: ReceivedFile, seen: FilePreview) -> Reply:
    """Nothing is left to choose."""
    return Reply("Đã chọn xong. Chưa ghi gì.", tuple(_storing(file, seen)), edits=True)


def stored_below(file: ReceivedFile) -> Reply:
    """In place of the preview, when it was stored from another message."""
    return Reply(f"Đã ghi tệp {bold(file.file_name)}.", slot=file.slot)


def unread(file: ReceivedFile, seen: FilePreview, catalogue: Catalogue) -> Reply:
    """Every row that no indicator was found for, with its place."""
    lines = [f"{bold(file.file_name)}: {len(seen.unread)} dòng không đọc được"]
    told = sorted(seen.unread, key=lambda row: not row.raw.strip())[:_MOST_UNREAD]  # those with a value first
    lines += [f"• {_unread_line(row, catalogue, seen.reading.period)}" for row in told]
    if len(seen.unread) > len(told):
        lines.append(f"… và {len(seen.unread) - len(told)} dòng khác")
    lines.append("Số nào cần ghi, anh/chị gõ kèm tên chỉ tiêu sau khi ghi tệp.")
    return Reply("\n".join(lines))


def _unread_line(row: ReadRow, catalogue: Catalogue, period: Period) -> str:
    value = f" = {cut(row.raw, 20)}" if row.raw.strip() else ""
    near = [escape(placed_text(catalogue.row(each), catalogue, period), quote=False) for each in row.candidates[:1]]
    may_be = f" (gần với {near[0]})" if near else ""
    return f"{escape(row.row.place, quote=False)} «{cut(row.label, 80)}»{value}{may_be}"


def beside_the_table(file: ReceivedFile, seen: FilePreview, catalogue: Catalogue) -> Reply:
    """Where the narrative differs from the table or fills its blanks; each can be taken by a press of its own."""
    period = seen.reading.period
    told = [(place, each) for place, each in enumerate(seen.reading.narrative) if each.verdict is not Verdict.AGREES]
    lines = [bold(file.file_name), *narrative_lines([each for _place, each in told], catalogue, period)]
    buttons: list[tuple[Button, ...]] = []
    for place, each in told:
        if each.about is None and len(buttons) < PAGE:
            row = catalogue.place_in_form(each.row.id, period) or ""
            label = f"Ghi {row} = {figure_text(each.row, Figure(each.number))} theo lời văn"
            buttons.append((Button(label, file_action(file, "take_told", n=place)),))
    return Reply("\n".join(lines), tuple(buttons))


def remarks(file: ReceivedFile, seen: FilePreview, catalogue: Catalogue) -> Reply:
    """Rows that are read, but that a careful reader would look at again."""
    period = seen.reading.period
    lines = [f"{bold(file.file_name)}: chỗ nên xem lại"]
    if seen.plan.aside:
        lines.append(f"<i>{len(seen.plan.aside)} số không hợp lệ, để riêng, không ghi</i>")
        lines += [_impossible_line(each, catalogue, period) for each in seen.plan.aside]
    for issue, words in _REMARKS.items():
        found = [row for row in seen.remarks if row.issue is issue]
        if found:
            lines.append(f"<i>{len(found)} chỗ {words}</i>")
            lines += [_noted_line(row, catalogue, period) for row in found]
    return Reply("\n".join(lines))


def _impossible_line(each: Planned, catalogue: Catalogue, period: Period) -> str:
    row = each.row
    known = catalogue.row(each.indicator)
    name = escape(placed_text(known, catalogue, period), quote=False)
    return f"• {name} {why_aside(known, row)} ({escape(row.row.place, quote=False)})"


def _noted_line(row: ReadRow, catalogue: Catalogue, period: Period) -> str:
    if row.indicator is None:
        return ""
    shown = escape(figure_text(row.indicator, row.figure), quote=False) if row.figure is not None else "để trống"
    note = f", ghi chú «{cut(row.note, 100)}»" if row.note else ""
    name = escape(placed_text(row.indicator, catalogue, period), quote=False)
    return f"• {name}: {shown}{note} ({escape(row.row.place, quote=False)})"


def stored(
    file: ReceivedFile,
    outcome: Imported,
    catalogue: Catalogue,
    *,
    kept: int,
    asked: int,
    not_asked: int,
    computed: Sequence[Computed],
    warnings: Sequence[str],
    left: Completeness | None,
) -> Reply:
    """All of it is in; Undo takes all of it back. `kept`: figures that stood and were left; `left` None: not collected.

    `asked`: rows that are asked about next; `not_asked`: too many for that.
    """
    reading, plan = outcome.plan.reading, outcome.plan
    told = [f"{len(plan.new)} mới"] if plan.new else []
    told += [f"{len(plan.different)} thay số cũ"] if plan.different else []
    lines = [
        f"Đã ghi {bold(str(len(outcome.changes)))} số liệu từ {bold(file.file_name)}: {', '.join(told)}.",
        f"{agency_text(catalogue, reading.agency)} · {reading.period.name}",
    ]
    if kept:
        lines.append(f"• {kept} số đã ghi khác trong tệp: giữ nguyên")
    if plan.aside:
        lines.append(f"• {len(plan.aside)} số không hợp lệ: để riêng")
    if asked:
        lines.append(f"• {asked} dòng chưa rõ chỉ tiêu: hỏi ngay sau đây")
    if not_asked:
        lines.append(f"• {not_asked} dòng chưa chọn chỉ tiêu: không ghi. Số nào cần, anh/chị gõ kèm tên chỉ tiêu.")
    lines += computed_lines(computed, catalogue)
    lines += warnings
    line, buttons = what_is_left(left, reading.agency, reading.period)
    lines += line
    buttons.append(Button("Hoàn tác", {"do": "undo", "batch": outcome.batch}))
    subject = {"i": None, "a": reading.agency, "p": reading.period.code}
    rows = (tuple(buttons), *computed_buttons(computed, reading.agency, reading.period))
    return Reply("\n".join(lines), rows, subject=subject, edits=True)


def changed_since(changed: Sequence[Planned], catalogue: Catalogue, period: Period) -> str:
    """HTML: the first thing that is different from what the preview showed."""
    named = []
    for each in changed[:3]:
        row = catalogue.row(each.indicator)
        now = figure_text(row, each.standing.figure) if each.standing else "đã được gỡ"
        named.append(f"{escape(placed_text(row, catalogue, period), quote=False)} nay là {bold(now)}")
    more = f" và {len(changed) - len(named)} chỗ khác" if len(changed) > len(named) else ""
    return f"Chưa ghi: vừa có người sửa {'; '.join(named)}{more}. Anh/chị xem lại rồi bấm ghi."
