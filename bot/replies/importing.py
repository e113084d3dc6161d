"""What is said about a report file: read or not and why, what would change, what was stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TypeVar

from bot.domain.catalogue import Catalogue, CatalogueRow
from bot.domain.importing import HalfReport, Imported, ImportOutcome, ImportPlan, Planned, WouldReplace
from bot.domain.period import Period
from bot.domain.report_reading import Issue, Reading, ReadRow
from bot.domain.reporting import ChangedByOther, NotYetBegun, ReportLocked
from bot.replies.entries import reason
from bot.replies.flaws import flaw_text
from bot.replies.narrative import narrative_lines
from bot.replies.reply import Reply, bold
from bot.replies.unreadable import NOTHING_STORED
from bot.replies.wording import agency_text, cut, day_text, figure_text, placed_text, short_text, window_text

_Item = TypeVar("_Item")

_LISTED = 12  # rows named of each kind; the rest is counted
_REMARKS = {
    Issue.CONFLICTS_WITH_NOTE: "ghi chú nói khác số liệu",
    Issue.NOTE_AFTER_PERIOD: "ghi chú nêu việc sau kỳ báo cáo",
    Issue.FOOTNOTE: "số liệu có dấu chú thích",
    Issue.HIDDEN_ROW: "số liệu nằm ở hàng ẩn",
}


def missing_file(file_name: str, problem: str) -> Reply:
    """A file that could not be opened; `problem` in Vietnamese."""
    return Reply(f"{bold(file_name)}: {escape(problem, quote=False)}\n{NOTHING_STORED}")


def summary(plan: ImportPlan, catalogue: Catalogue) -> Reply:
    """What a file holds and what importing it would do; every row that needs a look is named with its place."""
    return Reply(
        "\n".join([_headline(plan.reading, catalogue), *_changes(plan, catalogue), *_remarks(plan.reading, catalogue)])
    )


def outcome(result: ImportOutcome, catalogue: Catalogue) -> Reply:
    """What came of an import."""
    match result:
        case Imported(plan=plan, changes=changes):
            said = summary(plan, catalogue).text
            stored = f"Đã ghi {len(changes)} số liệu." if changes else "Không có gì mới để ghi."
            return Reply(f"{said}\n{stored}")
        case HalfReport(reading=reading):
            return Reply(
                "\n".join([_headline(reading, catalogue), *_half(reading), *_remarks(reading, catalogue), NOTHING_STORED])
            )
        case WouldReplace(plan=plan):
            said = summary(plan, catalogue).text
            return Reply(f"{said}\nCó số khác số đã ghi: thêm --replace để thay. {NOTHING_STORED}")
        case ReportLocked(report=report):
            head = f"Báo cáo {report.period.name} của {agency_text(catalogue, report.agency)} đã nộp, không nhận số liệu mới."
            return Reply(f"{head} Cần sửa thì nhờ quản trị của Sở Nội vụ mở lại. {NOTHING_STORED}")
        case NotYetBegun(period=period):
            return Reply(f"Kỳ {window_text(period)} chưa bắt đầu, chưa nhận số liệu. {NOTHING_STORED}")
        case ChangedByOther(key=key):
            row = catalogue.row(key.indicator)
            return Reply(f"«{short_text(row, catalogue)}» vừa được người khác sửa. Xin chạy lại. {NOTHING_STORED}")


def _headline(reading: Reading, catalogue: Catalogue) -> str:
    head = f"{bold(reading.file_name)}: {agency_text(catalogue, reading.agency)} · {reading.period.name}"
    counted = f"đọc {len(reading.read)} dòng, {bold(str(reading.values))} số liệu"
    blanks = len(reading.read) - reading.values
    return f"{head}\n{counted}" + (f" ({blanks} dòng để trống)" if blanks else "")


def _half(reading: Reading) -> Iterable[str]:
    """Where half a report begins and ends."""
    missing = ", ".join(_section(row) for row in reading.missing_sections)
    last = reading.read[-1] if reading.read else None
    yield f"• Bảng thiếu hẳn phần {missing}: có thể tệp chỉ là một phần báo cáo."
    if last is not None:
        yield f"• Dòng cuối đọc được: {last.row.place} «{cut(last.label, 60)}»."
    yield "• Nếu đúng là chỉ nhập một phần, thêm --partial."


def _section(row: CatalogueRow) -> str:
    return f"{row.id} ({escape(row.short, quote=False)})"


def _changes(plan: ImportPlan, catalogue: Catalogue) -> Iterable[str]:
    counts = [(len(plan.new), "mới"), (len(plan.different), "khác số đã ghi"), (len(plan.same), "như số đã ghi")]
    told = [f"{count} {word}" for count, word in counts if count]
    if told:
        yield f"• {', '.join(told)}"
    yield from _listed(plan.different, lambda each: _difference(each, catalogue, plan.reading.period))
    if plan.kept:
        yield f"• {len(plan.kept)} ô trống trong tệp: giữ nguyên số đã ghi"


def _difference(each: Planned, catalogue: Catalogue, period: Period) -> str:
    row = catalogue.row(each.indicator)
    before = figure_text(row, each.standing.figure if each.standing else None)
    after = figure_text(row, each.row.figure)
    if before == after:
        return f"{_named(row, catalogue, period)}: {after}, ghi chú khác ({each.row.row.place})"
    return f"{_named(row, catalogue, period)}: {before} → {bold(after)} ({each.row.row.place})"


def _remarks(reading: Reading, catalogue: Catalogue) -> Iterable[str]:
    """What a careful reader would point out: set aside, unread, contradictions, what was guessed."""
    aside = [row for row in reading.read if row.fault is not None]
    if aside:
        yield f"• {len(aside)} số để riêng, không ghi:"
        yield from _listed(aside, lambda row: _impossible(row, catalogue, reading.period))
    if reading.unread:
        yield f"• {len(reading.unread)} dòng không đọc được:"
        yield from _listed(reading.unread, lambda row: _unread(row, catalogue, reading.period))
    for issue, words in _REMARKS.items():
        found = [row for row in reading.read if row.issue is issue]
        if found:
            yield f"• {len(found)} chỗ {words}:"
            yield from _listed(found, lambda row: _noted(row, catalogue, reading.period))
    hints = sum(row.issue is Issue.TEMPLATE_HINT for row in reading.read)
    if hints:
        yield f"• {hints} ghi chú chỉ là câu gợi ý của biểu mẫu: bỏ qua"
    if reading.rows_missing_at_end and not reading.is_cut_off:
        last = reading.read[-1]
        yield f"• Bảng dừng ở {last.row.place} «{cut(last.label, 60)}», thiếu {reading.rows_missing_at_end} dòng cuối của biểu"
    if reading.missing_sections and not reading.is_cut_off:
        yield f"• Bảng không có phần {', '.join(_section(row) for row in reading.missing_sections)}"
    yield from narrative_lines(reading.narrative, catalogue, reading.period)
    yield from _doubtful_heading(reading, catalogue)


def _doubtful_heading(reading: Reading, catalogue: Catalogue) -> Iterable[str]:
    """Where agency or period are not simply what the title says."""
    stated = reading.stated
    if stated.period_is_guessed and stated.reported_on is not None and stated.periods == (reading.period,):
        yield f"• Tệp không ghi kỳ báo cáo: lấy theo ngày báo cáo {day_text(stated.reported_on)}"
    elif stated.periods and reading.period not in stated.periods:
        yield f"• Lưu ý: tiêu đề ghi {', '.join(period.name for period in stated.periods)}"
    if stated.agencies and reading.agency not in stated.agencies:
        yield f"• Lưu ý: tiêu đề ghi {', '.join(agency_text(catalogue, code) for code in stated.agencies)}"


def _impossible(row: ReadRow, catalogue: Catalogue, period: Period) -> str:
    if row.indicator is None or row.fault is None:
        return ""
    if row.flaw is not None:
        return f"{_named(row.indicator, catalogue, period)}: {flaw_text(row.flaw, row.indicator)}"
    return (
        f"{_named(row.indicator, catalogue, period)} {reason(row.indicator, row.fault, row.raw).rstrip('.')} ({row.row.place})"
    )


def _unread(row: ReadRow, catalogue: Catalogue, period: Period) -> str:
    value = f" = {cut(row.raw, 20)}" if row.raw else ""
    choices = " hoặc ".join(_named(catalogue.row(each), catalogue, period) for each in row.candidates)
    may_be = f": {choices}?" if len(row.candidates) > 1 else f": có thể là {choices}" if choices else ""
    return f"{row.row.place} «{cut(row.label, 60)}»{value}{may_be}"


def _noted(row: ReadRow, catalogue: Catalogue, period: Period) -> str:
    if row.indicator is None:
        return ""
    shown = figure_text(row.indicator, row.figure) if row.figure is not None else "để trống"
    note = f", ghi chú «{cut(row.note, 70)}»" if row.note else ""
    return f"{_named(row.indicator, catalogue, period)}: {shown}{note} ({row.row.place})"


def _named(row: CatalogueRow, catalogue: Catalogue, period: Period) -> str:
    return escape(placed_text(row, catalogue, period), quote=False)


def _listed(items: Sequence[_Item], line: Callable[[_Item], str]) -> Iterable[str]:
    for item in items[:_LISTED]:
        yield f"   – {line(item)}"
    if len(items) > _LISTED:
        yield f"   … và {len(items) - _LISTED} chỗ khác"
