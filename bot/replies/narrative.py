"""What is said of figures in a report's narrative: where they differ from the table, and where the table is blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.domain.catalogue import Catalogue, CatalogueRow
from bot.domain.narrative import NarrativeFigure, Verdict
from bot.domain.period import Period
from bot.domain.value import Figure
from bot.replies.wording import cut, figure_text, number_text, placed_text

_LISTED = 12  # figures named of each kind; the rest is counted
_QUOTED = 110


def narrative_lines(figures: Sequence[NarrativeFigure], catalogue: Catalogue, period: Period) -> Iterator[str]:
    """Lines about what differs and what only the narrative says; none when it agrees. Nothing of it is stored."""
    differing = [each for each in figures if each.verdict is Verdict.DIFFERS]
    blank = [each for each in figures if each.verdict is Verdict.BLANK]
    if differing:
        yield f"• Lời văn khác bảng: {len(differing)} chỗ (chỉ ghi theo bảng)"
        yield from _listed(differing, catalogue, period)
    if blank:
        yield f"• Lời văn có, bảng để trống: {len(blank)} chỗ (không tự ghi)"
        yield from _listed(blank, catalogue, period)


def narrative_line(figure: NarrativeFigure, catalogue: Catalogue, period: Period) -> str:
    """One figure: `I.3 Tin, bài trên trang đơn vị: lời văn 9, bảng 12 (lời văn, dòng 31)`, and the words around it."""
    said = _said(figure.row, figure.number)
    name = cut(placed_text(figure.row, catalogue, period), 90)
    about = f" ({figure.about.name})" if figure.about is not None else ""
    table = "" if figure.in_table is None else f", bảng {figure_text(figure.row, figure.in_table)}"
    parts = f"; các phần kể ra cộng lại {number_text(figure.parts)}" if figure.parts is not None else ""
    return f"{name}: lời văn {said}{about}{table}{parts} (dòng {figure.line}: «{cut(figure.quote, _QUOTED)}»)"


def _said(row: CatalogueRow, number: Decimal) -> str:
    return figure_text(row, Figure(number))


def _listed(figures: Sequence[NarrativeFigure], catalogue: Catalogue, period: Period) -> Iterator[str]:
    for figure in figures[:_LISTED]:
        yield f"   – {narrative_line(figure, catalogue, period)}"
    if len(figures) > _LISTED:
        yield f"   … và {len(figures) - _LISTED} chỗ khác"
