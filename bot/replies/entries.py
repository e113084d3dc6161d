"""What a clerk reads back after entering: stored, asked, refused, undone, previewed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, ValueType
from bot.domain.completeness import Completeness
from bot.domain.computed import Computed
from bot.domain.period import Period
from bot.domain.reporting import ChangedByOther, NotYetBegun, Recorded
from bot.domain.value import Change, Fault, Figure
from bot.replies.computing import computed_buttons, computed_lines
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import (
    agency_text,
    counted_text,
    cut,
    day_text,
    figure_text,
    heading_of,
    number_text,
    short_text,
)

_LISTED = 12  # values shown back of one message; a longer list is counted


def _head(word: str, agency: AgencyCode, period: Period, catalogue: Catalogue) -> str:
    return f"{word} · {agency_text(catalogue, agency)} · {period.name}"


def recorded(
    outcome: Recorded,
    catalogue: Catalogue,
    *,
    computed: Sequence[Computed] = (),
    warnings: Sequence[str] = (),
    left: Completeness | None = None,
) -> Reply:
    """Stored: each value with before → after; rates that follow, offered; what is left; Undo."""
    lines = [_head("Đã ghi", outcome.agency, outcome.period, catalogue)] if outcome.changes else []
    lines += [_change_line(change, catalogue) for change in outcome.changes[:_LISTED]]
    if len(outcome.changes) > _LISTED:
        lines.append(f"… và {len(outcome.changes) - _LISTED} chỉ tiêu khác")
    if outcome.unchanged:
        if not lines:
            lines.append(_head("Đã có sẵn", outcome.agency, outcome.period, catalogue))
        for value in outcome.unchanged[:_LISTED]:
            row = catalogue.row(value.key.indicator)
            lines.append(f"• {short_text(row, catalogue)}: {bold(figure_text(row, value.figure))} (không đổi)")
    lines += computed_lines(computed, catalogue)
    lines += warnings
    line, buttons = what_is_left(left, outcome.agency, outcome.period)
    lines += line
    if outcome.changes:
        buttons.append(Button("Hoàn tác", {"do": "undo", "batch": outcome.batch}))
    single = outcome.changes[0].key if len(outcome.changes) == 1 else None
    subject = {"i": single.indicator if single else None, "a": outcome.agency, "p": outcome.period.code}
    rows = (tuple(buttons), *computed_buttons(computed, outcome.agency, outcome.period))
    return Reply("\n".join(lines), tuple(row for row in rows if row), subject=subject)


def what_is_left(left: Completeness | None, agency: AgencyCode, period: Period) -> tuple[list[str], list[Button]]:
    """The line and the button that go on to the blank rows; nothing of either where `left` is not known."""
    if left is None:
        return [], []
    if not left.blank:
        return ["Đã đủ các chỉ tiêu bắt buộc. Gõ /nop để nộp."], []
    return [f"Còn {len(left.blank)} chỉ tiêu."], [Button("Nhập tiếp", {"do": "continue", "a": agency, "p": period.code})]


def _change_line(change: Change, catalogue: Catalogue) -> str:
    row = catalogue.row(change.key.indicator)
    after = counted_text(row, change.after)
    if change.before is None:
        line = f"• {short_text(row, catalogue)}: {after} (mới)"
    elif change.before == change.after:
        line = f"• {short_text(row, catalogue)}: {after}"
    else:
        line = f"• {short_text(row, catalogue)}: {figure_text(row, change.before)} → {after}"
    if change.note_after and change.note_after != change.note_before:
        line += f"\n  Ghi chú: {cut(change.note_after, 120)}"
    return line


def ask_which(
    raw: str,
    choices: Sequence[tuple[CatalogueRow, Mapping[str, Any]]],
    skip: Mapping[str, Any],
    catalogue: Catalogue,
    period: Period,
    agency: AgencyCode,
    *,
    later: Sequence[str] = (),
) -> Reply:
    """Not certain: which row is meant, one button each with place and heading; nothing is stored until one is pressed.

    `later`: the values of the same message that are asked after this one.
    """
    lines = [f"{bold(raw)} ghi vào chỉ tiêu nào? ({agency_text(catalogue, agency)} · {period.name})"]
    buttons = []
    for row, action in choices:
        name = _name_among(row, [each for each, _ in choices], catalogue, period)
        lines.append(f"• {escape(name, quote=False)}")
        buttons.append((Button(name, action),))
    buttons.append((Button("Bỏ qua", skip),))
    if later:
        lines.append(f"Sau đó hỏi tiếp: {', '.join(cut(each, 20) for each in later[:_LISTED])}")
    return Reply("\n".join(lines), tuple(buttons))


def _name_among(row: CatalogueRow, choices: Sequence[CatalogueRow], catalogue: Catalogue, period: Period) -> str:
    """Its place in the form and its name; its heading's where all choices are called alike."""
    heading = heading_of(row, catalogue)
    alike = len(choices) > 1 and len({each.short for each in choices}) == 1
    return f"{catalogue.place_in_form(row.id, period)} {heading.short if alike and heading else row.short}".strip()


def other_value(raw: str, other: str) -> Reply:
    """A number that is the place of no button takes the place of the value that was asked about."""
    return Reply(f"Hiểu là <b>{escape(other, quote=False)}</b> thay cho {escape(raw, quote=False)}. Chưa ghi.")


def still_asked(text: str) -> Reply:
    """Something that says nothing to us while a choice is open."""
    return Reply(f"Chưa hiểu «{cut(text, 60)}», chưa ghi gì. Câu này vẫn chờ anh/chị trả lời:")


def place_or_value(
    raw: str,
    typed: str,
    nth: tuple[CatalogueRow, Mapping[str, Any]],
    instead: Mapping[str, Any] | None,
    skip: Mapping[str, Any],
    catalogue: Catalogue,
    period: Period,
    *,
    among: Sequence[CatalogueRow],
) -> Reply:
    """A bare number typed while a choice is open: the row of that place, or another value; a press says which.

    `instead`: what makes it the value; None when it is the value already. `among`: all rows to choose from.
    """
    row, pick = nth
    name = _name_among(row, among, catalogue, period)
    said = escape(typed, quote=False)
    buttons = [(Button(f"Ghi {raw} vào {name}", pick),), (Button("Bỏ qua", skip),)]
    if instead is None:
        return Reply(f"Ghi {bold(raw)} vào dòng thứ {said}? Chưa ghi. Dòng khác thì gõ tên mục.", tuple(buttons))
    buttons.insert(1, (Button(f"Sửa {raw} thành {typed}", instead),))
    return Reply(
        f"«{said}» là dòng thứ {said} để ghi {bold(raw)}, hay là số đúng thay cho {escape(raw, quote=False)}? Chưa ghi.",
        tuple(buttons),
    )


def refused(faults: Sequence[tuple[CatalogueRow, Fault, str]], catalogue: Catalogue) -> Reply:
    """Values that cannot be: why, what would do, an example that works."""
    lines = [f"Chưa ghi: {_fault_text(row, fault, raw, catalogue)}" for row, fault, raw in faults[:_LISTED]]
    if len(faults) > _LISTED:
        lines.append(f"… và {len(faults) - _LISTED} chỗ khác")
    row = faults[0][0]
    lines.append(f"Gõ lại, ví dụ: {escape(example(row), quote=False)}")
    return Reply("\n".join(lines), subject={"i": row.id if len(faults) == 1 else None, "a": None, "p": None})


def not_stored(row: CatalogueRow, fault: Fault, raw: str, catalogue: Catalogue) -> str:
    """A line of a preview: what will not be stored, and why."""
    return f"Không ghi: {_fault_text(row, fault, raw, catalogue)}"


def _fault_text(row: CatalogueRow, fault: Fault, raw: str, catalogue: Catalogue) -> str:
    return f"«{short_text(row, catalogue)}» {reason(row, fault, raw)}"


def several_reports(own: AgencyCode | None, catalogue: Catalogue) -> Reply:
    """One message with values of several agencies or periods."""
    whose = catalogue.agency(own).short.lower() if own is not None else "sct"
    return Reply(
        "Chưa ghi gì: tin này nêu số liệu của nhiều đơn vị hoặc nhiều kỳ. Anh/chị gửi mỗi đơn vị, mỗi kỳ một tin.\n"
        f"Ví dụ: <code>{escape(whose, quote=False)} quý 1/2023: nhiệm vụ đề ra 25</code>"
    )


def unplaced(texts: Sequence[str]) -> Reply:
    """Pieces of a message that give a value of which nobody knows what it is the value of."""
    shown = ", ".join(f"«{cut(text, 60)}»" for text in texts[:_LISTED])
    more = f" và {len(texts) - _LISTED} chỗ khác" if len(texts) > _LISTED else ""
    return Reply(f"Chưa ghi: không rõ {shown}{more} là của chỉ tiêu nào. Anh/chị gõ kèm tên chỉ tiêu giúp.")


def reason(row: CatalogueRow, fault: Fault, raw: str) -> str:
    """`là số nguyên, không nhận 2,5.`: continues a sentence that named the indicator."""
    shown = cut(raw, 40)
    match fault:
        case Fault.NOT_A_NUMBER:
            return f"cần một con số, không đọc được «{shown}»."
        case Fault.FRACTION_IN_COUNT:
            return f"là số nguyên, không nhận {shown}."
        case Fault.NEGATIVE:
            return f"không nhận số âm ({shown})."
        case Fault.BAD_OPTION:
            options = ", ".join(f"{option.word} = {option.number}" for option in row.options)
            return f"chỉ nhận {escape(options, quote=False)}; không nhận «{shown}»."
        case Fault.OVER_LIMIT:
            most = number_text(row.max) if row.max is not None else "100"
            return f"tối đa {most} %, không nhận {shown}."


def example(row: CatalogueRow) -> str:
    """A message that would be accepted for that indicator."""
    name = row.short if row.short[:2].isupper() else row.short[0].lower() + row.short[1:]  # "VBQPPL" stays
    match row.type:
        case ValueType.COUNT:
            return f"{name} 25"
        case ValueType.PERCENT:
            return f"{name} 59,09"
        case ValueType.FLAG | ValueType.CODE:
            return f"{name}: {row.options[-1].word.lower()}"


def twice(row: CatalogueRow, raws: Sequence[str], catalogue: Catalogue) -> str:
    """One message that names an indicator twice with different figures."""
    return f"Chưa ghi: «{short_text(row, catalogue)}» được nêu {len(raws)} lần với số khác nhau ({cut(', '.join(raws), 100)})."


def not_begun(outcome: NotYetBegun) -> Reply:
    """The period lies in the future."""
    return Reply(f"Chưa ghi: {bold(outcome.period.name)} chưa bắt đầu, số liệu tính từ {day_text(outcome.period.first_day)}.")


def no_such_agency_then(agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """The agency was merged before the period began, or was founded after it."""
    named = catalogue.agency(agency)
    text = f"Chưa ghi: {agency_text(catalogue, agency)} không báo cáo {bold(period.name)}"
    if named.valid_to is not None and named.valid_to < period.first_day:
        text += f", vì hoạt động đến {day_text(named.valid_to)}"
        if named.successor is not None:
            text += f". Số liệu từ đó do {agency_text(catalogue, named.successor)} báo cáo"
    elif named.valid_from is not None:
        text += f", vì hoạt động từ {day_text(named.valid_from)}"
    return Reply(f"{text}.")


def changed_by_other(outcome: ChangedByOther, catalogue: Catalogue, who: str) -> Reply:
    """Somebody was quicker: what stands now."""
    row = catalogue.row(outcome.key.indicator)
    now = figure_text(row, outcome.standing.figure) if outcome.standing else "đã được gỡ"
    by = f" ({escape(who, quote=False)})" if outcome.standing and who else ""
    return Reply(
        f"Chưa ghi: «{short_text(row, catalogue)}» vừa có người sửa{by}, hiện là {bold(now)}.\n"
        "Nếu vẫn muốn thay, anh/chị gõ lại số mới."
    )


def preview(
    ready: Sequence[tuple[CatalogueRow, Figure | None, Figure]],
    to_choose: int,
    refused: Sequence[str],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    entry: str,
    title: str,
) -> Reply:
    """A pasted table or an edited message before it is stored: (row, standing, new); one press stores all that is listed.

    `refused`: HTML, what will not be stored and why. `entry`: which waiting entry the buttons are for.
    """
    lines = [_head(title, agency, period, catalogue)]
    for row, standing, new in ready[:_LISTED]:
        before = "" if standing is None or standing == new else f"{figure_text(row, standing)} → "
        lines.append(f"• {short_text(row, catalogue)}: {before}{bold(figure_text(row, new))}")
    if len(ready) > _LISTED:
        lines.append(f"… và {len(ready) - _LISTED} chỉ tiêu khác")
    lines += [f"• {text}" for text in refused[:_LISTED]]
    if len(refused) > _LISTED:
        lines.append(f"… và {len(refused) - _LISTED} chỗ khác không ghi")
    if to_choose:
        lines.append(f"{to_choose} dòng chưa rõ chỉ tiêu nào, sẽ hỏi sau khi ghi.")
    if not ready:
        lines.append("Không có dòng nào ghi được ngay.")
    buttons = []
    if ready or to_choose:
        label = f"Ghi tất cả ({len(ready)})" if ready else "Chọn từng dòng"
        buttons = [Button(label, {"do": "store", "entry": entry})]
    buttons.append(Button("Bỏ", {"do": "drop", "entry": entry}))
    return Reply("\n".join(lines), (tuple(buttons),))
