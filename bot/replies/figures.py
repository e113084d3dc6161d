"""Answers about one figure: value, note, history, definition, and several readings of an ambiguous question."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.clock import day_in_viet_nam
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, Measure, RowKind, ValueType
from bot.domain.lookup import Contradictory, Derivation, Derived, Figures, Finding, NotReported, Reported, figure_of
from bot.domain.period import Period
from bot.domain.report import Report, ReportState
from bot.domain.value import Figure, SetAside, StoredValue
from bot.replies.history import source_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import (
    agency_text,
    counted_text,
    cut,
    day_text,
    figure_text,
    heading_of,
    label_text,
    moment_text,
    number_text,
    short_text,
    window_text,
)

_NOTE_SHOWN = 160  # characters of a note under a figure; the whole note is one press away
_MEASURES = {
    Measure.FLOW: "số phát sinh trong kỳ",
    Measure.STOCK: "số tại cuối kỳ",
    Measure.CUMULATIVE: "lũy kế từ đầu năm",
    Measure.ANNUAL: "số của cả năm",
    Measure.FLAG: "tình trạng tại kỳ báo cáo",
}
_STATES = {
    ReportState.OPEN: "Số tạm, chưa nộp",
    ReportState.ON_PAPER: "Số tạm, đã nộp giấy, chờ đối chiếu",
    ReportState.SUBMITTED: "Đã nộp",
    ReportState.RETURNED: "Bị trả lại, đang sửa",
    ReportState.ACCEPTED: "Đã duyệt",
    ReportState.REOPENED: "Mở lại, đang sửa",
}


def ask_action(row: CatalogueRow, agency: AgencyCode | None, period: Period | None, intent: str) -> dict[str, str | None]:
    """The action of a button that asks a question."""
    return {"do": "ask", "i": row.id, "a": agency, "p": period.code if period else None, "intent": intent}


def found(
    row: CatalogueRow,
    agency: AgencyCode,
    period: Period,
    finding: Finding,
    report: Report,
    figures: Figures,
    *,
    provisional: bool,
    changed: bool = False,
) -> Reply:
    """The answer to "how many": the figure first, then what, whose and when, then state and basis.

    `provisional`: a report that it rests on was not submitted; a derived figure says so, a reported one names its state.
    `changed`: the report was submitted with another figure, and not again since.
    """
    catalogue = figures.catalogue
    figure = figure_of(finding)
    lines = [
        f"{counted_text(row, figure)} · {label_text(row)}",
        f"{agency_text(catalogue, agency)} · {window_text(period)}",
        *_basis(row, finding, report, figures),
    ]
    if provisional and isinstance(finding, Derived):
        lines.append(_STATES[ReportState.OPEN])
    if changed:
        lines.append("Số này sửa sau khi nộp, chưa nộp lại.")
    note = finding.value.note if isinstance(finding, Reported) else None
    if note:
        lines.append(f"Căn cứ: {cut(note, _NOTE_SHOWN)}")
    buttons = [
        Button("Các quý", ask_action(row, agency, None, "trend")),
        Button("Các đơn vị", ask_action(row, None, period, "total")),
    ]
    if isinstance(finding, Reported):
        buttons.append(Button("Căn cứ", ask_action(row, agency, period, "note")))
    return Reply("\n".join(lines), (tuple(buttons),), subject=_subject(row, agency, period))


def _basis(row: CatalogueRow, finding: Finding, report: Report, figures: Figures) -> list[str]:
    catalogue = figures.catalogue
    match finding:
        case Reported(value):
            lines = [f"{state_text(report)} · {_entered(value)}"]
            if row.weight is not None and value.figure.number is not None:
                weight = figures.find(row.weight, value.key.agency, value.key.period)
                if isinstance(weight, Reported) and weight.value.figure.number is not None:  # of the same report, so as visible
                    weighed = catalogue.row(row.weight)
                    lines.append(
                        f"Tính trên {number_text(weight.value.figure.number)} {short_text(weighed, catalogue).lower()}"
                    )
            return lines
        case Derived(figure=figure, how=how, parts=parts, signs=signs):
            provisional = " (tạm tính, có số ước)" if figure.estimate else ""
            match how:
                case Derivation.PERIODS:
                    return [f"Số suy ra{provisional}: {_calculation(row, parts, signs)}"]
                case Derivation.SAME_END:
                    part = parts[0].key.period
                    return [f"Tại {day_text(part.last_day)}, theo báo cáo {part.name}{provisional}"]
                case Derivation.FORMULA:
                    named = ", ".join(f"{_operand(catalogue, part)}" for part in parts)
                    return [f"Số tự tính{provisional} từ: {named}"]
        case Contradictory() | NotReported():
            return []


def _operand(catalogue: Catalogue, part: StoredValue) -> str:
    row = catalogue.row(part.key.indicator)
    return f"{short_text(row, catalogue).lower()} {figure_text(row, part.figure)}"


def _calculation(row: CatalogueRow, parts: Sequence[StoredValue], signs: Sequence[int]) -> str:
    pieces: list[str] = []
    for part, sign in zip(parts, signs, strict=True):
        shown = f"{part.key.period.name} ({figure_text(row, part.figure)})"
        pieces.append(shown if not pieces else f"{'+' if sign > 0 else '−'} {shown}")
    return " ".join(pieces)


def _entered(value: StoredValue) -> str:
    return f"nhập {moment_text(value.entered_at)} từ {cut(source_text(value.source), 50)}"


def state_text(report: Report) -> str:
    """`Đã nộp 15/9/2022`, `Số tạm, chưa nộp`."""
    when = f" {day_text(day_in_viet_nam(report.submitted_at))}" if report.submitted_at and report.is_locked else ""
    return _STATES[report.state] + when


def nothing_found(
    row: CatalogueRow,
    finding: Contradictory | NotReported,
    catalogue: Catalogue,
    available: Sequence[Period] = (),
    *,
    further: bool = False,
) -> Reply:
    """No figure: says so, what a derivation lacks, and which periods have one. `further`: others have one too."""
    key = finding.key
    lines = [f"{agency_text(catalogue, key.agency)} chưa báo cáo chỉ tiêu này cho {bold(key.period.name)}:", label_text(row)]
    buttons: list[Button] = []
    match finding:
        case Contradictory(parts=parts, signs=signs):
            lines.append(f"Không suy ra được vì các số đã báo cáo trái nhau: {_calculation(row, parts, signs)} cho kết quả âm.")
        case NotReported(lacking=lacking):
            if lacking:
                lines.append(f"Không suy ra được: thiếu số liệu {', '.join(period.name for period in lacking)}.")
            if available:
                which = "Kỳ gần nhất có số liệu" if further else "Đang có số liệu"
                lines.append(f"{which}: {', '.join(period.name for period in available)}.")
                nearest = sorted(available, key=lambda period: abs((period.last_day - key.period.last_day).days))[:2]
                buttons = [Button(period.name, ask_action(row, key.agency, period, "value")) for period in nearest]
            else:
                lines.append("Chưa có kỳ nào có số liệu của chỉ tiêu này.")
    return Reply("\n".join(lines), (tuple(buttons),) if buttons else (), subject=_subject(row, key.agency, key.period))


def hidden(row: CatalogueRow, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """There may be figures, but the report is not submitted and the asker may not see them yet."""
    return Reply(
        f"{agency_text(catalogue, agency)} chưa nộp báo cáo {bold(period.name)}, nên chưa xem được số liệu:\n{label_text(row)}",
        subject=_subject(row, agency, period),
    )


def put_aside(row: CatalogueRow, aside: SetAside, catalogue: Catalogue) -> Reply:
    """The report held something that cannot be a figure of this row."""
    options = ", ".join(f"{option.word} = {option.number}" for option in row.options)
    return Reply(
        f"{agency_text(catalogue, aside.key.agency)} · {aside.key.period.name}\n{label_text(row)}\n"
        f"Báo cáo ghi «{cut(aside.raw, 40)}» nhưng chỉ nhận {escape(options) or 'giá trị hợp lệ'}. "
        "Số này để riêng, không tính là số liệu; cần đơn vị xác nhận lại.",
        subject=_subject(row, aside.key.agency, aside.key.period),
    )


def readings(
    rows: Sequence[CatalogueRow],
    agency: AgencyCode,
    period: Period,
    shown: Sequence[Figure | None],
    catalogue: Catalogue,
    *,
    provisional: bool,
) -> Reply:
    """An ambiguous question: all readings with their figures, buttons to narrow. `provisional`: some are not submitted."""
    same = len({row.label for row in rows}) == 1
    what = "chỉ tiêu cùng tên" if same else "chỉ tiêu phù hợp"
    lines = [f"Có {len(rows)} {what}, {agency_text(catalogue, agency)}, {period.name}:"]
    buttons = []
    for row, figure in zip(rows, shown, strict=True):
        place = catalogue.place_in_form(row.id, period)
        heading = heading_of(row, catalogue)
        name = heading.short if same and heading else row.short
        lines.append(f"• {escape(name, quote=False)} ({place}): {counted_text(row, figure)}")
        buttons.append((Button(f"{place} {name}", ask_action(row, agency, period, "value")),))
    if provisional:
        lines.append(_STATES[ReportState.OPEN])
    return Reply("\n".join(lines), tuple(buttons))


def card(
    row: CatalogueRow,
    agency: AgencyCode,
    period: Period,
    entries: Sequence[tuple[CatalogueRow, int, Figure | None]],
    catalogue: Catalogue,
    *,
    provisional: bool,
) -> Reply:
    """A heading or section: its own figure when it has one, then its rows (row, depth, figure).

    `provisional`: some of the figures are not submitted.
    """
    own = next((figure for each, _, figure in entries if each.id == row.id), None)
    first = f"{counted_text(row, own)} · " if own is not None else ""
    state = f" · {_STATES[ReportState.OPEN].lower()}" if provisional else ""
    lines = [f"{first}{label_text(row)}", f"{agency_text(catalogue, agency)} · {period.name}{state}"]
    for each, depth, figure in entries:
        if each.id == row.id:
            continue
        if each.kind is RowKind.HEADING and figure is None:
            lines.append(f"{'  ' * depth}<i>{escape(each.short, quote=False)}</i>")
        else:
            lines.append(f"{'  ' * depth}• {escape(each.short, quote=False)}: {bold(figure_text(each, figure))}")
    return Reply("\n".join(lines), subject=_subject(row, agency, period))


def note(row: CatalogueRow, value: StoredValue | None, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """The basis recorded with a figure."""
    who = f"{agency_text(catalogue, agency)} · {period.name}"
    if value is None:
        body = "Chưa có số liệu nên chưa có căn cứ, ghi chú."
    elif not value.note:
        body = f"{counted_text(row, value.figure)} · không kèm căn cứ, ghi chú. Số liệu {_entered(value)}."
    else:
        body = f"{counted_text(row, value.figure)} · Căn cứ, ghi chú: {cut(value.note, 3000)}\nSố liệu {_entered(value)}."
    return Reply(f"{label_text(row)}\n{who}\n{body}", subject=_subject(row, agency, period))


def definition(row: CatalogueRow, catalogue: Catalogue, period: Period) -> Reply:
    """What an indicator means, its unit, what it accepts, and where it stands in the form."""
    lines = [bold(row.label.strip(" :-."))]
    if row.definition:
        lines.append(escape(row.definition, quote=False))
    if row.options:
        lines.append("Nhận: " + escape(", ".join(f"{option.word} = {option.number}" for option in row.options)))
    elif row.type is ValueType.PERCENT:
        lines.append("Đơn vị tính: %" + (f", tối đa {number_text(row.max)}" if row.max is not None else ""))
    else:
        lines.append(f"Đơn vị tính: {escape(row.unit or 'số lượng', quote=False)}, số nguyên không âm")
    lines.append(f"Loại số liệu: {_MEASURES[row.measure]}")
    place = catalogue.place_in_form(row.id, period)
    if place:
        heading = heading_of(row, catalogue)
        under = f" · {escape(heading.short, quote=False)}" if heading else ""
        lines.append(f"Mục {place} của phụ lục{under}")
    return Reply("\n".join(lines), subject=_subject(row, None, None))


def _subject(row: CatalogueRow, agency: AgencyCode | None, period: Period | None) -> dict[str, str | None]:
    return {"i": row.id, "a": agency, "p": period.code if period else None}
