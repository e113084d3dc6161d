"""What stands in charts of figures: titles, labels, axes, notes, as plain content for `bot.replies.figure_charts`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, Measure, ValueType
from bot.domain.lookup import Derived
from bot.domain.outgoing import Medium, Recipe
from bot.domain.overview import Standing
from bot.domain.period import Period, Span
from bot.domain.series import Point
from bot.domain.value import RATE_OF_NOTHING, State
from bot.replies.wording import heading_of, number_text, unit_text

_HUNDRED = Decimal(100)
_NEAR = 25  # percentage points: rates that lie closer than this, all in the upper half, get an axis of their own
_HALF = 50
_TICKS = 4
_STEPS = (1, 2, 5)
_SHORTS = {Span.H1: "6T đầu", Span.H2: "6T cuối", Span.NINE_MONTHS: "9T", Span.YEAR: ""}
_LENGTHS = {3: "theo quý", 6: "theo 6 tháng", 9: "theo 9 tháng", 12: "theo năm"}
_MEASURES = {
    Measure.FLOW: "số trong kỳ",
    Measure.STOCK: "số cuối kỳ",
    Measure.CUMULATIVE: "lũy kế từ đầu năm",
    Measure.ANNUAL: "số của cả năm",
    Measure.FLAG: "",
}
_GAP, _NOTHING, _PROVISIONAL = "–", "kps", "*"


def is_drawable(row: CatalogueRow) -> bool:
    """Whether the indicator is a number: answers such as Có/Không are told, not drawn."""
    return row.type in (ValueType.COUNT, ValueType.PERCENT)


def trend_picture(
    row: CatalogueRow,
    agency: AgencyCode,
    points: Sequence[Point],
    catalogue: Catalogue,
    *,
    provisional: Collection[Period],
    dark: bool,
) -> Recipe:
    """One indicator over periods of one length, at least one of them known. `provisional`: those not submitted."""
    numbers = [_number(point) for point in points if point.is_known]
    line = row.type is ValueType.PERCENT
    axis = _axis(numbers, is_percent=line)
    basis = (_LENGTHS[points[0].period.months], _MEASURES[row.measure] if not line else "", _counted_in(row))
    content = {
        "title": title_of(row, catalogue),
        "subtitle": " · ".join([catalogue.agency(agency).name, *(each for each in basis if each)]),
        "line": line,
        "axis": axis,
        "points": [_point(point, row, is_provisional=point.period in provisional) for point in points],
        "notes": _trend_notes(points, axis, provisional, row),
    }
    return _picture("trend_chart", f"cchc-{row.id}-{agency}.png", content, dark=dark)


def agencies_picture(
    row: CatalogueRow,
    period: Period,
    standings: Sequence[Standing],
    catalogue: Catalogue,
    *,
    provisional: Collection[AgencyCode],
    silent: Sequence[str],
    dark: bool,
) -> Recipe:
    """Agencies side by side, in the order given, each with a number. `silent`: lines about those without."""
    rows = []
    for each in standings:
        if each.figure is None or each.figure.number is None:
            continue
        agency = catalogue.agency(each.agency)
        text = _value(row, each.figure.number, estimate=each.figure.estimate)
        rows.append(
            {
                "name": agency.name,
                "short": agency.short,
                "number": float(each.figure.number),
                "text": text + (_PROVISIONAL if each.agency in provisional else ""),
                "hollow": isinstance(each.finding, Derived),
            }
        )
    numbers = [each.figure.number for each in standings if each.figure is not None and each.figure.number is not None]
    most = max(numbers)
    full = max(most, _HUNDRED) if row.type is ValueType.PERCENT else most
    marks = [
        ("thanh rỗng: số suy ra", any(row["hollow"] for row in rows)),
        ("ước: số ước, chưa chốt", any(each.figure is not None and each.figure.estimate for each in standings)),
        ("* số tạm, chưa nộp", any(each.agency in provisional for each in standings if each.figure is not None)),
    ]
    notes = [" · ".join(words for words, stands in marks if stands)] if any(stands for _, stands in marks) else []
    content = {
        "title": title_of(row, catalogue),
        "subtitle": " · ".join(each for each in (period.name, _counted_in(row)) if each),
        "to": float(full) or 1.0,
        "rows": rows,
        "notes": [*notes, *silent],
    }
    return _picture("agencies_chart", f"cchc-{row.id}-{period.code}.png", content, dark=dark)


def title_of(row: CatalogueRow, catalogue: Catalogue) -> str:
    """The short name; of a name that several rows have, with its heading."""
    heading = heading_of(row, catalogue)
    twins = any(other.id != row.id and other.short.casefold() == row.short.casefold() for other in catalogue.rows)
    return f"{row.short} ({heading.short})" if twins and heading else row.short


def period_label(period: Period) -> str:
    """`Q1`, `6T đầu`; "" for a year, which says all by its number."""
    return _SHORTS.get(period.span, str(period.span))


def _point(point: Point, row: CatalogueRow, *, is_provisional: bool) -> dict[str, Any]:
    number, text = None, _NOTHING if point.figure == RATE_OF_NOTHING else _GAP
    if point.figure is not None and point.figure.number is not None:
        number = float(point.figure.number)
        text = _value(row, point.figure.number, estimate=point.figure.estimate)
        text += _PROVISIONAL if is_provisional else ""
    return {
        "label": period_label(point.period),
        "year": point.period.year,
        "number": number,
        "text": text,
        "hollow": point.derived,
    }


def _value(row: CatalogueRow, number: Decimal, *, estimate: bool) -> str:
    text = number_text(number, digits=2) if row.type is ValueType.PERCENT else number_text(number)
    return f"ước {text}" if estimate else text


def _counted_in(row: CatalogueRow) -> str:
    """`%`, or what is counted."""
    return "%" if row.type is ValueType.PERCENT else unit_text(row).strip()


def _number(point: Point) -> Decimal:
    number = point.figure.number if point.figure is not None else None
    return Decimal(0) if number is None else number


def _trend_notes(
    points: Sequence[Point], axis: dict[str, Any], provisional: Collection[Period], row: CatalogueRow
) -> list[str]:
    """What the marks mean, each only where it stands."""
    marks = []
    if any(point.derived for point in points):
        marks.append("ô rỗng: số suy ra" if row.type is ValueType.COUNT else "chấm rỗng: số suy ra")
    if any(point.figure is not None and point.figure.estimate for point in points):
        marks.append("ước: số ước, chưa chốt")
    if any(point.is_known and point.period in provisional for point in points):
        marks.append("* số tạm, chưa nộp")
    if any(not point.is_known and point.figure is not None and point.figure.state is State.NO_DATA for point in points) or any(
        point.figure is None for point in points
    ):
        marks.append("– chưa có, hoặc chưa nộp nên chưa xem được")
    if any(point.figure == RATE_OF_NOTHING for point in points):
        marks.append(f"{_NOTHING}: không phát sinh")
    notes = [" · ".join(marks)] if marks else []
    if axis["from"]:
        notes.append(f"Trục đứng từ {axis['ticks'][0]['text']} đến {axis['ticks'][-1]['text']}")
    return notes


def _axis(numbers: Sequence[Decimal], *, is_percent: bool) -> dict[str, Any]:
    """From zero, with round numbers at the ticks. Rates close together in the upper half: around them, never above 100."""
    low, high = min(numbers), max(numbers)
    bottom = Decimal(0)
    if is_percent:
        if low >= _HALF and 0 < high - low < _NEAR:
            step = max(_step((high - low) / (_TICKS - 1)), Decimal(1))  # a hundredth of a point is no slope
            bottom = _whole(low / step, ROUND_FLOOR) * step
            bottom -= step if bottom == low else 0
            top = _whole(high / step, ROUND_CEILING) * step
            top = min(top, _HUNDRED) if high <= _HUNDRED else top
            bottom = min(bottom, top - _TICKS) if step == 1 else bottom
        else:
            top = max(_HUNDRED, high)
            step = _step(top / _TICKS) if top > _HUNDRED else Decimal(25)
            top = _whole(top / step, ROUND_CEILING) * step
    else:
        step = max(_step(high / _TICKS), Decimal(1))
        top = max(_whole(high / step, ROUND_CEILING), Decimal(1)) * step
    count = int((top - bottom) / step)
    ends = " %" if is_percent else ""
    ticks = [bottom + step * place for place in range(count + 1)]
    return {
        "from": float(bottom),
        "to": float(ticks[-1]),
        "ticks": [{"at": float(tick), "text": number_text(tick) + ends} for tick in ticks],
    }


def _step(least: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10, 20, 50, … (and 0.1, 0.2, 0.5 …) that is at least this."""
    if least <= 0:
        return Decimal(1)
    power = Decimal(10) ** least.adjusted()
    return next((step * power for step in _STEPS if step * power >= least), 10 * power)


def _whole(number: Decimal, rounding: str) -> Decimal:
    return number.to_integral_value(rounding=rounding)


def _picture(maker: str, file_name: str, content: dict[str, Any], *, dark: bool) -> Recipe:
    return Recipe(maker, Medium.PICTURE, file_name, content | {"theme": "dark" if dark else "light"})
