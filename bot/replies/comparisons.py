"""Answers about several figures: over periods, over agencies, ranked, totalled, missing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, Measure, ValueType
from bot.domain.lookup import figure_of
from bot.domain.overview import Overview, Standing, TotalKind
from bot.domain.period import Period
from bot.domain.value import Figure
from bot.replies.figures import ask_action
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import (
    agency_list,
    agency_text,
    figure_text,
    label_text,
    number_text,
    plain_number,
    short_text,
    unit_text,
)
from bot.understanding.request import Threshold

_PROVISIONAL = " (số tạm, chưa nộp)"
_HIDDEN = "chưa nộp, chưa xem được"
_RANKED = 10  # rows of a ranking before "Xem hết"


def trend(
    row: CatalogueRow,
    agency: AgencyCode,
    points: Sequence[tuple[Period, Figure | None, bool]],
    catalogue: Catalogue,
    *,
    provisional: Collection[Period],
) -> Reply:
    """One indicator over periods of one length: (period, figure, derived); `provisional`: those not submitted."""
    lines = [label_text(row), agency_text(catalogue, agency)]
    for period, figure, derived in points:
        mark = (" (suy ra)" if derived else "") + (_PROVISIONAL if period in provisional else "")
        lines.append(f"• {period.name}: {bold(figure_text(row, figure))}{mark}")
    known = [(period, figure.number) for period, figure, _ in points if figure is not None and figure.number is not None]
    alike = len({period.months for period, _ in known}) <= 1 or row.measure is not Measure.FLOW
    if len(known) > 1 and alike and row.type in (ValueType.COUNT, ValueType.PERCENT):
        lines.append(f"{known[-1][0].name} so với {known[0][0].name}: {_difference(row, known[0][1], known[-1][1])}")
    elif not known:
        lines.append("Chưa có số liệu để so sánh.")
    return Reply("\n".join(lines))


def periods_compared(
    row: CatalogueRow,
    agency: AgencyCode,
    points: Sequence[tuple[Period, Figure | None]],
    catalogue: Catalogue,
    *,
    provisional: Collection[Period],
) -> Reply:
    """Periods side by side; a difference only like with like. `provisional`: those not submitted."""
    lines = [label_text(row), agency_text(catalogue, agency)]
    lines += [
        f"• {period.name}: {bold(figure_text(row, figure))}{_PROVISIONAL if period in provisional else ''}"
        for period, figure in points
    ]
    alike = len({period.months for period, _ in points}) == 1 or row.measure is not Measure.FLOW
    known = [(period, figure.number) for period, figure in points if figure is not None and figure.number is not None]
    if not alike:
        lines.append("Các kỳ dài ngắn khác nhau nên không so tăng, giảm.")
    elif len(known) > 1 and row.type in (ValueType.COUNT, ValueType.PERCENT):
        first, last = min(known), max(known)
        lines.append(f"{last[0].name} so với {first[0].name}: {_difference(row, first[1], last[1])}")
    return Reply("\n".join(lines))


def agencies_compared(
    row: CatalogueRow,
    period: Period,
    standings: Sequence[Standing],
    catalogue: Catalogue,
    *,
    provisional: Collection[AgencyCode],
) -> Reply:
    """Named agencies side by side; `provisional`: those whose report is not submitted."""
    lines = [f"{label_text(row)}, {period.name}:"]
    for each in standings:
        mark = _PROVISIONAL if each.agency in provisional else ""
        hidden = each.figure is None and figure_of(each.finding) is not None
        shown = _HIDDEN if hidden else figure_text(row, each.figure)
        lines.append(f"• {agency_text(catalogue, each.agency)}: {bold(shown)}{mark}")
    return Reply("\n".join(lines))


def _difference(row: CatalogueRow, before: Decimal, after: Decimal) -> str:
    change = after - before
    if change == 0:
        return "không đổi"
    word = "tăng" if change > 0 else "giảm"
    if row.type is ValueType.PERCENT:
        return f"{word} {number_text(abs(change))} điểm %"
    share = f" ({number_text(abs(change) * 100 / before, digits=1)} %)" if before else ""
    return f"{word} {number_text(abs(change))}{share}"


def ranking(
    row: CatalogueRow,
    view: Overview,
    catalogue: Catalogue,
    *,
    descending: bool,
    limit: int | None,
    threshold: Threshold | None,
) -> Reply:
    """Agencies sorted by their figure; with a threshold only those below or above it."""
    ranked = sorted(view.reported, key=_number_of, reverse=descending)
    head = label_text(row)
    if threshold is not None:
        ranked = [each for each in ranked if (_number_of(each) < threshold.number) is threshold.below]
        head += f" {'dưới' if threshold.below else 'trên'} {plain_number(row, threshold.number)}"
    lines = [f"{head}, {view.period.name}:"]
    shown = ranked[: limit or _RANKED]
    lines += [
        f"{place}. {agency_text(catalogue, each.agency)}  {bold(figure_text(row, each.figure))}"
        for place, each in enumerate(shown, 1)
    ]
    if not shown:
        lines.append("Không có đơn vị nào." if view.reported else "Chưa đơn vị nào báo cáo.")
    lines.append(_reporting(view, catalogue))
    buttons: tuple[tuple[Button, ...], ...] = ()
    if len(ranked) > len(shown) and limit is None:
        buttons = (
            (Button("Xem hết", {**ask_action(row, None, view.period, "rank"), "limit": len(ranked), "down": descending}),),
        )
    return Reply("\n".join(lines), buttons)


def total(row: CatalogueRow, view: Overview, catalogue: Catalogue) -> Reply:
    """All agencies put together by the rule of the indicator's type, saying who is missing and how it was put together."""
    lines: list[str] = []
    number = view.number
    match view.kind:
        case TotalKind.SUM if number is not None:
            lines.append(f"{bold(number_text(number))}{escape(unit_text(row))} · {label_text(row)}")
            lines.append(f"Cộng {len(view.counted)} đơn vị · {view.period.name}")
        case TotalKind.FORMULA | TotalKind.WEIGHTED if number is not None:
            how = "tính lại từ tổng các đơn vị" if view.kind is TotalKind.FORMULA else _weight_words(row, catalogue)
            lines.append(f"{bold(number_text(number, digits=2) + ' %')} · {label_text(row)}")
            lines.append(f"Chung {len(view.counted)} đơn vị, {how} · {view.period.name}")
        case _:
            lines.append(f"{label_text(row)} · {view.period.name}")
            if view.kind is TotalKind.COUNTED:
                lines += _counted(row, view, catalogue)
            elif view.reported:
                lines.append("Tỷ lệ này không cộng chung được, theo từng đơn vị:")
    if view.kind is not TotalKind.COUNTED:
        ranked = sorted(view.reported, key=_number_of, reverse=True)
        lines += [
            f"• {agency_text(catalogue, each.agency)}: {bold(figure_text(row, each.figure))}" for each in ranked[:_RANKED]
        ]
        if len(ranked) > _RANKED:
            lines.append(f"… và {len(ranked) - _RANKED} đơn vị khác")
    lines.append(_reporting(view, catalogue))
    return Reply("\n".join(lines))


def _counted(row: CatalogueRow, view: Overview, catalogue: Catalogue) -> list[str]:
    lines = []
    for option in row.options:
        who = [each.agency for each in view.reported if each.figure and each.figure.number == option.number]
        names = f": {agency_list(catalogue, who)}" if who else ""
        lines.append(f"• {escape(option.word)}: {bold(str(len(who)))} đơn vị{names}")
    return lines


def _weight_words(row: CatalogueRow, catalogue: Catalogue) -> str:
    return f"bình quân theo {short_text(catalogue.row(row.weight), catalogue).lower()}" if row.weight else "bình quân"


def _reporting(view: Overview, catalogue: Catalogue) -> str:
    everyone, missing = len(view.standings), view.missing
    line = f"{everyone - len(missing)}/{everyone} đơn vị đã báo cáo."
    if view.without_cases:
        line += f" Không phát sinh: {agency_list(catalogue, [each.agency for each in view.without_cases])}."
    return f"{line} Chưa có: {agency_list(catalogue, missing)}" if missing else line


def not_reporting(row: CatalogueRow, view: Overview, catalogue: Catalogue) -> Reply:
    """Who has no figure of an indicator."""
    missing = view.missing
    lines = [f"{label_text(row)}, {view.period.name}:"]
    if missing:
        count = bold(f"{len(missing)}/{len(view.standings)}")
        lines.append(f"{count} đơn vị chưa có số liệu: {agency_list(catalogue, missing, most=19)}")
    else:
        lines.append("Tất cả đơn vị đã có số liệu.")
    return Reply("\n".join(lines))


def _number_of(standing: Standing) -> Decimal:
    return standing.figure.number if standing.figure is not None and standing.figure.number is not None else Decimal(0)


def which_row(rows: Sequence[CatalogueRow], period: Period, catalogue: Catalogue) -> Reply:
    """Several rows fit a question over all agencies: one button each."""
    lines = [f"Anh/chị hỏi chỉ tiêu nào? ({period.name})"]
    buttons = []
    for row in rows:
        place = catalogue.place_in_form(row.id, period)
        lines.append(f"• {place} {escape(row.short, quote=False)}")
        buttons.append((Button(f"{place} {row.short}", ask_action(row, None, period, "total")),))
    return Reply("\n".join(lines), tuple(buttons))
