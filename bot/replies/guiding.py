"""Guided entry: what became of an answer, why one was not stored, where it stops and what comes after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, ValueType
from bot.domain.completeness import Completeness
from bot.domain.computed import Computed
from bot.domain.guided import Extent, ExtentKind
from bot.domain.period import Period
from bot.domain.reporting import Recorded
from bot.domain.value import Fault, StoredValue
from bot.replies.computing import computed_lines
from bot.replies.entries import reason
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, counted_text, cut, figure_text, short_text

_LISTED = 20  # values shown back of one message
_FEW = 3  # rows named where there are more
OLD = "Nút này đã cũ. Gõ /nhap để nhập tiếp."
OTHER_STEP = "Nút này của bước trước."
ALREADY = "Đã ghi rồi."


def stored_lines(
    outcome: Recorded,
    catalogue: Catalogue,
    *,
    computed: Sequence[Computed],
    warnings: Sequence[str],
    taken_off: int,
) -> list[str]:
    """What became of an answer, HTML: each value, what follows from it, whether fewer or more rows are asked for now."""
    lines = []
    for change in outcome.changes[:_LISTED]:
        row = catalogue.row(change.key.indicator)
        before = "" if change.before in (None, change.after) else f"{escape(figure_text(row, change.before), quote=False)} → "
        lines.append(f"✓ {short_text(row, catalogue)}: {before}{counted_text(row, change.after)}")
        if change.note_after and change.note_after != change.note_before:
            lines.append(f"  Ghi chú: {cut(change.note_after, 120)}")
    if len(outcome.changes) > _LISTED:
        lines.append(f"… và {len(outcome.changes) - _LISTED} chỉ tiêu khác")
    for value in outcome.unchanged[:_LISTED]:
        row = catalogue.row(value.key.indicator)
        lines.append(f"✓ {short_text(row, catalogue)}: {counted_text(row, value.figure)} (không đổi)")
    lines += computed_lines(computed, catalogue)
    lines += warnings
    if taken_off > 0:
        lines.append(f"Bớt {taken_off} chỉ tiêu bên dưới, không phải nhập.")
    elif taken_off < 0:
        lines.append(f"Thêm {-taken_off} chỉ tiêu bên dưới cần nhập.")
    return lines


def skipped_line(row: CatalogueRow, catalogue: Catalogue, *, keeps: bool) -> str:
    """A row passed over."""
    return f"{'Giữ nguyên' if keeps else 'Bỏ qua'}: {short_text(row, catalogue)}"


def answered(lines: Sequence[str]) -> Reply:
    """The message of a step whose button was pressed, from then on."""
    return Reply("\n".join(lines), edits=True)


def refused_line(row: CatalogueRow, fault: Fault, raw: str) -> str:
    """A value that cannot be: why, and what would do."""
    return f"Chưa ghi: {reason_for(row, fault, raw)}"


def reason_for(row: CatalogueRow, fault: Fault, raw: str) -> str:
    """`chỉ tiêu này là số nguyên, không nhận 2,5. Gõ lại, ví dụ: 25`."""
    return f"chỉ tiêu này {reason(row, fault, raw)} Gõ lại, ví dụ: <code>{_example(row)}</code>"


def _example(row: CatalogueRow) -> str:
    match row.type:
        case ValueType.COUNT:
            return "25"
        case ValueType.PERCENT:
            return "59,09"
        case ValueType.FLAG | ValueType.CODE:
            return escape(row.options[-1].word.lower(), quote=False)


def unclear_line(raw: str, row: CatalogueRow) -> str:
    """A number among words that may speak of something else."""
    how = "bấm nút hoặc gõ câu trả lời" if row.options else "chỉ gõ con số"
    return (
        f"Chưa ghi: chưa rõ «{cut(raw, 60)}» có phải của chỉ tiêu này không. Đúng thì anh/chị {how}; "
        "của chỉ tiêu khác thì gõ kèm tên."
    )


def no_last_line() -> str:
    """For "như kỳ trước" where nothing compares."""
    return "Chưa ghi: chưa có số liệu kỳ trước so được với kỳ này. Anh/chị gõ số, hoặc «bỏ qua»."


def nothing_computed_line() -> str:
    """For "tự tính" where no formula gives a figure."""
    return "Chưa ghi: chỉ tiêu này chưa tự tính được. Anh/chị gõ số, hoặc «bỏ qua»."


def first_step_line() -> str:
    """Nothing to go back to."""
    return "Đây là bước đầu tiên."


def nothing_to_undo_line() -> str:
    """No answer of this round is left to take back."""
    return "Không có gì để hoàn tác trong lượt nhập này."


def not_answered_line(raw: str) -> str:
    """A number that came long after the step was shown."""
    return f"Anh/chị đang nhập dở ở đây. Chưa ghi «{cut(raw, 40)}», gõ lại nếu đúng là của chỉ tiêu này."


def dropped_line(raws: Sequence[str]) -> str:
    """An earlier question of the bot that was left open and is given up."""
    return f"Câu hỏi trước chưa trả lời nên chưa ghi: {', '.join(f'«{cut(raw, 30)}»' for raw in raws[:_LISTED])}."


def changed_line(row: CatalogueRow, standing: StoredValue | None, who: str, catalogue: Catalogue) -> str:
    """Somebody was quicker."""
    now = figure_text(row, standing.figure) if standing else "đã được gỡ"
    by = f" ({escape(who, quote=False)})" if standing and who else ""
    return f"Chưa ghi: «{short_text(row, catalogue)}» vừa có người sửa{by}, hiện là {bold(now)}. Muốn thay thì gõ lại."


def part_line(name: str, done: int, rows: int, skipped: int) -> str:
    """At the end of a section or of the part that was gone through; `name` as in "Phần III"."""
    name = name[0].lower() + name[1:]
    if done == rows:
        return bold(f"Xong {name}: {done}/{rows}.")
    left = f", bỏ qua {skipped}" if skipped else ""
    return f"Hết {name}: đã có {done}/{rows}{left}."


def stopped(at: CatalogueRow | None, left: Completeness, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """The round was stopped; where it goes on."""
    place = f" ở {catalogue.place_in_form(at.id, period)} {short_text(at, catalogue)}" if at is not None else ""
    return Reply(
        f"Đã dừng{place}.\n{agency_text(catalogue, agency)} · {period.name}: đã có {bold(f'{left.filled}/{left.required}')}"
        " chỉ tiêu bắt buộc.\nLúc khác anh/chị gõ /nhap để làm tiếp.",
        ((Button("Nhập tiếp", {"do": "continue", "a": agency, "p": period.code}),),),
    )


def finished(
    told: Sequence[str],
    extent: Extent,
    skipped: Sequence[CatalogueRow],
    left: Completeness,
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    failing: int,
    undo: Mapping[str, Any] | None,
) -> Reply:
    """Nothing is left to show: what there is by now, and what may come next."""
    where = {"a": agency, "p": period.code}
    lines = [*told, ""] if told else []
    buttons: list[tuple[Button, ...]] = []
    unfit = f"Còn {bold(str(failing))} chỗ chưa khớp."
    if extent.is_review:
        lines.append("Đã xem hết." + (f" {unfit}" if failing else " Không còn chỗ nào chưa khớp."))
    if left.is_complete:
        lines.append(
            f"{agency_text(catalogue, agency)} · {period.name}: {bold(f'đã đủ {left.filled}/{left.required}')} chỉ tiêu."
        )
    else:
        done = f"{left.filled}/{left.required}"
        lines.append(f"{agency_text(catalogue, agency)} · {period.name}: đã có {bold(done)} chỉ tiêu bắt buộc.")
    if failing and not extent.is_review:
        lines.append(unfit)
    if skipped:
        lines.append(f"Đã bỏ qua {len(skipped)}: {_few(skipped, catalogue)}")
        again = {"do": "guide", "as": "start", "kind": extent.kind.value, "row": extent.row, "edits": False, **where}
        buttons.append((Button(f"Nhập {len(skipped)} chỉ tiêu đã bỏ qua", again),))
    elsewhere = len(left.blank) - len(skipped)
    if elsewhere > 0 and extent.kind is not ExtentKind.ALL:
        everything = {"do": "guide", "as": "start", "kind": ExtentKind.ALL.value, "row": None, "edits": False, **where}
        buttons.append((Button(f"Nhập tiếp phần khác ({elsewhere})", everything),))
    if failing:
        buttons.append((Button("Xem chỗ chưa khớp", {"do": "check", **where}),))
    submits = left.is_complete or extent.kind in (ExtentKind.ALL, ExtentKind.MEND)
    label = "Nộp lại" if extent.kind is ExtentKind.MEND else "Nộp báo cáo"
    last = [Button(label, {"do": "nop", **where})] if submits else []
    last += [Button("Hoàn tác", undo)] if undo is not None else []
    return Reply("\n".join(lines), (*buttons, tuple(last)) if last else tuple(buttons))


def _few(rows: Sequence[CatalogueRow], catalogue: Catalogue) -> str:
    named = ", ".join(short_text(row, catalogue) for row in rows[:_FEW])
    return named + (f" và {len(rows) - _FEW} chỉ tiêu khác" if len(rows) > _FEW else "")
