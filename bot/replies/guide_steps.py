"""One step of guided entry: the row that is shown with its last figure, where one is, and the buttons that answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId, Measure, RowKind, ValueType
from bot.domain.guided import Extent, ExtentKind, Offers, Walk, heading_above
from bot.domain.period import Period
from bot.domain.value import NO_DATA, Figure, StoredValue, nothing_in
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, day_text, figure_text, label_text, number_text, unit_text

_IN_A_ROW = 3  # options side by side
_OPTION_MOST = 12  # letters of an option that still fits beside others
_FIRST_HINT = "Gõ số, hoặc bấm nút. Muốn nghỉ thì gõ «dừng», lúc khác gõ /nhap để làm tiếp."


@dataclass(frozen=True, slots=True)
class Step:
    """All that the message of one step says."""

    row: CatalogueRow
    agency: AgencyCode
    period: Period
    extent: Extent
    walk: Walk
    offers: Offers
    standing: StoredValue | None
    by: str  # who entered what stands, "" for nobody
    problems: Sequence[str]  # checks that fail with it, HTML
    names_agency: bool  # whether somebody enters for several agencies
    guide: str  # ties the buttons to this round of guided entry
    undo: str | None  # batch of the last answer


def step(
    shown: Step,
    catalogue: Catalogue,
    *,
    told: Sequence[str] = (),
    first: bool = False,
    hint: bool = False,
    edits: bool = False,
) -> Reply:
    """The row to be answered. `told`: what became of the message before, HTML; `hint`: how it goes, for a beginner."""
    lines = [*told, ""] if told else []
    if first:
        lines.append(f"Nhập số liệu · {agency_text(catalogue, shown.agency)} · {shown.period.name}")
        lines += [_FIRST_HINT, ""] if hint else [""]
    lines.append(f"<i>{_progress(shown, catalogue)}</i>")
    lines.append(_path(shown.row, shown.period, catalogue))
    lines.append(f"<b>{label_text(shown.row)}</b>")
    lines.append(_kind_text(shown.row, shown.period))
    if shown.standing is not None:
        who = f" ({escape(shown.by, quote=False)})" if shown.by else ""
        lines.append(f"Đang ghi: {bold(figure_text(shown.row, shown.standing.figure))}{who}")
        if shown.standing.note:
            lines.append(f"Ghi chú: {cut(shown.standing.note, 120)}")
    lines += shown.problems
    last = shown.offers.last
    if last is not None:
        derived = " (suy ra)" if last.is_derived else ""
        lines.append(f"Kỳ trước ({last.period.name}): {bold(figure_text(shown.row, last.figure))}{derived}")
    if shown.offers.computed is not None:
        lines.append(f"Tự tính: {bold(_computed_text(shown.row, shown.offers.computed))}")
    subject = {"i": shown.row.id, "a": shown.agency, "p": shown.period.code}
    return Reply("\n".join(lines), _step_buttons(shown), subject=subject, edits=edits)


def step_again(shown: Step, catalogue: Catalogue, *, told: Sequence[str] = ()) -> Reply:
    """The same step once more, briefly, after something else was answered or a value refused."""
    place = catalogue.place_in_form(shown.row.id, shown.period)
    lines = [
        *told,
        f"<i>{_progress(shown, catalogue)}</i>",
        f"Đang nhập: {place} <b>{escape(_name(shown.row, catalogue), quote=False)}</b>",
    ]
    subject = {"i": shown.row.id, "a": shown.agency, "p": shown.period.code}
    return Reply("\n".join(lines), _step_buttons(shown), subject=subject)


def _name(row: CatalogueRow, catalogue: Catalogue) -> str:
    heading = heading_above(row, catalogue)
    return f"{row.short} ({heading.short})" if heading is not None else row.short


def _progress(shown: Step, catalogue: Catalogue) -> str:
    """`12/61 · Phần III (5/14)`."""
    section = shown.row.section
    done, rows = shown.walk.done, len(shown.walk.rows)
    of_agency = f" · {escape(catalogue.agency(shown.agency).short, quote=False)}" if shown.names_agency else ""
    match shown.extent.kind:
        case ExtentKind.CHECKS:
            return f"{done}/{rows} · Chỗ chưa khớp{of_agency}"
        case ExtentKind.MEND:
            return f"{done}/{rows} · Dòng cần sửa{of_agency}"
        case ExtentKind.PART:
            return f"{done}/{rows} · {part_name(shown.extent.row, shown.period, catalogue)}{of_agency}"
        case ExtentKind.ALL | ExtentKind.MINE:
            part, of = shown.walk.of_section(section)
            mine = " · Việc của tôi" if shown.extent.kind is ExtentKind.MINE else ""
            return f"{done}/{rows}{mine} · Phần {section} ({part}/{of}){of_agency}"


def part_name(row_id: IndicatorId | None, period: Period, catalogue: Catalogue, *, mine: bool = False) -> str:
    """`Phần III`, `Mục III.7`, `Việc của anh/chị ở phần III`."""
    if row_id is None:
        return ""
    is_section = catalogue.row(row_id).kind is RowKind.SECTION
    is_row = catalogue.row(row_id).kind is RowKind.INDICATOR and not catalogue.children(row_id)
    kind = "Việc của anh/chị ở phần" if mine else "Phần" if is_section else "Chỉ tiêu" if is_row else "Mục"
    return f"{kind} {catalogue.place_in_form(row_id, period)}"


def _path(row: CatalogueRow, period: Period, catalogue: Catalogue) -> str:
    """`III.7 Kết quả giải quyết hồ sơ TTHC`: headings from the outside in."""
    above = [each for each in catalogue.ancestors(row.id) if each.kind is not RowKind.SECTION]
    names = [each.short for each in reversed(above)] or [catalogue.row(row.section).short]
    return escape(f"{catalogue.place_in_form(row.id, period)} {' › '.join(names)}", quote=False)


def _kind_text(row: CatalogueRow, period: Period) -> str:
    """What may be typed: whole number with its unit, rate, one of the options; and what time it is of."""
    if row.type in (ValueType.FLAG, ValueType.CODE):
        return "Chọn một: " + ", ".join(f"{escape(option.word, quote=False)} = {option.number}" for option in row.options)
    unit = unit_text(row).strip()
    what = f"Số nguyên ({escape(unit, quote=False)})" if unit else "Số nguyên"
    if row.type is ValueType.PERCENT:
        what = "Tỷ lệ %" + (f", tối đa {number_text(row.max)}" if row.max is not None else "")
    match row.measure:
        case Measure.FLOW:
            return f"{what} · trong kỳ"
        case Measure.CUMULATIVE:
            return f"{what} · lũy kế từ đầu năm"
        case Measure.STOCK:
            return f"{what} · tại ngày {day_text(period.last_day)}"
        case Measure.ANNUAL:
            return f"{what} · cả năm {period.year}"
        case Measure.FLAG:
            return what


def _computed_text(row: CatalogueRow, number: Decimal) -> str:
    return f"{number_text(number)} %" if row.type is ValueType.PERCENT else number_text(number)


def action_of(shown: Step, what: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  plain JSON
    """What a button of this step carries."""
    return {"do": "guide", "as": what, "g": shown.guide, "a": shown.agency, "p": shown.period.code, "i": shown.row.id, **more}


def figure_action(shown: Step, figure: Figure, raw: str) -> dict[str, Any]:
    """A button that stores this figure in the step's row, as long as what was shown with it stands."""
    number = None if figure.number is None else f"{figure.number:f}"  # as `bot.conversation.memory` reads a figure back
    document = {"number": number, "state": figure.state.value, "estimate": figure.estimate}
    return action_of(shown, "figure", figure=document, raw=raw, stands=shown.standing.change_id if shown.standing else None)


def _step_buttons(shown: Step) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    options = [
        Button(option.word, figure_action(shown, Figure(Decimal(option.number)), option.word)) for option in shown.row.options
    ]
    narrow = len(options) <= _IN_A_ROW and all(len(button.label) <= _OPTION_MOST for button in options)
    rows += [tuple(options)] if options and narrow else [(button,) for button in options]
    offers = shown.offers
    if offers.computed is not None:
        text = _computed_text(shown.row, offers.computed)
        rows.append((Button(f"Ghi {text}", figure_action(shown, Figure(offers.computed), f"tự tính {text}")),))
    if offers.keeps and offers.last is not None:
        text = figure_text(shown.row, offers.last.figure)
        kept = figure_action(shown, offers.last.figure, as_last_raw(shown.row, offers.last.figure, offers.last.period))
        rows.append((Button(f"Như {offers.last.period.name}: {text}", kept),))
    is_kept = shown.extent.is_review and shown.standing is not None
    answers = []
    if offers.nothing:
        answers.append(Button("Không phát sinh", figure_action(shown, nothing_in(shown.row), "không phát sinh")))
    if offers.zero:
        answers.append(Button("0", figure_action(shown, Figure(Decimal(0)), "0")))
    if not is_kept:
        answers.append(Button("Chưa có số liệu", figure_action(shown, NO_DATA, "chưa có số liệu")))
        rows.append(tuple(answers))
    skip = "Giữ nguyên" if is_kept else "Bỏ qua"
    rows.append(
        (
            Button("‹ Trước", action_of(shown, "back")),
            Button(skip, action_of(shown, "skip")),
            Button("Dừng", action_of(shown, "stop")),
        )
    )
    further = [] if shown.extent.is_review else [Button("Cả mục, cả phần…", action_of(shown, "more"))]
    if shown.undo is not None:
        further.append(Button("Hoàn tác", action_of(shown, "undo", batch=shown.undo)))
    return (*rows, tuple(further)) if further else tuple(rows)


def as_last_raw(row: CatalogueRow, figure: Figure, period: Period) -> str:
    """What is kept as the typed text of a figure taken over from an earlier period."""
    return f"như {period.name}: {figure_text(row, figure)}"


def typed_text(row: CatalogueRow, figure: Figure) -> str:
    """What is kept as the typed text of a figure that was read out of a list and previewed."""
    return figure_text(row, figure)
