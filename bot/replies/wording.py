"""How figures, dates and names are written for people: 4.968 and 59,09 %; ngày 15/9/2022; never an id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from html import escape

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, RowKind, ValueType
from bot.domain.period import Period
from bot.domain.value import Figure, State

_SWAP = str.maketrans(",.", ".,")
_LONG_LABEL = 90  # characters: two lines and a half on a phone


def number_text(number: Decimal, *, digits: int | None = None) -> str:
    """`4.968`, `59,09`; trailing zeros of the fraction are left out. `digits` rounds for shown averages."""
    if digits is not None:
        number = round(number, digits)
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SWAP)


def figure_text(row: CatalogueRow, figure: Figure | None) -> str:
    """The figure in words: `4.968`, `59,09 %`, `Có`, `0 (không phát sinh)`, `chưa có số liệu`, `ước 25`; None is `chưa có`."""
    if figure is None:
        return "chưa có"
    if figure.state is State.NOTHING_OCCURRED:
        return "không phát sinh" if row.type is ValueType.PERCENT else "0 (không phát sinh)"
    if figure.number is None:
        return "chưa có số liệu"
    text = plain_number(row, figure.number)
    return f"ước {text}" if figure.estimate else text


def plain_number(row: CatalogueRow, number: Decimal) -> str:
    """A number of that indicator, without its state."""
    match row.type:
        case ValueType.FLAG | ValueType.CODE:
            return next((option.word for option in row.options if option.number == number), number_text(number))
        case ValueType.PERCENT:
            return f"{number_text(number)} %"
        case ValueType.COUNT:
            return number_text(number)


def unit_text(row: CatalogueRow) -> str:
    """The unit to write behind a count (` nhiệm vụ`), "" for percents, flags, codes and rows without one."""
    if row.type is not ValueType.COUNT or not row.unit or row.unit == "Số lượng":
        return ""
    unit = row.unit if row.unit.isupper() else row.unit[0].lower() + row.unit[1:]
    return f" {unit.removeprefix('số lượng ')}"


def counted_text(row: CatalogueRow, figure: Figure | None) -> str:
    """HTML: the figure in bold with its unit behind, where it is a number that counts something."""
    shown = f"<b>{escape(figure_text(row, figure), quote=False)}</b>"
    is_count = figure is not None and figure.number is not None and figure.state is State.REPORTED
    return shown + (escape(unit_text(row), quote=False) if is_count else "")


def label_text(row: CatalogueRow) -> str:
    """The official label, or the short one when it would fill a phone; escaped."""
    label = row.label.strip(" :-.")
    return escape(label if len(label) <= _LONG_LABEL else row.short, quote=False)


def short_text(row: CatalogueRow, catalogue: Catalogue, *, among: Iterable[CatalogueRow] = ()) -> str:
    """The short name; with the heading's when another row of `among` (or a twin in the catalogue) has the same."""
    others = tuple(among)
    own = row.short.casefold()
    has_twin = any(other.id != row.id and other.short.casefold() == own for other in others)
    if has_twin or (not others and catalogue.has_namesake(row)):
        heading = heading_of(row, catalogue)
        if heading is not None:
            return escape(f"{row.short} ({heading.short})", quote=False)
    return escape(row.short, quote=False)


def heading_of(row: CatalogueRow, catalogue: Catalogue) -> CatalogueRow | None:
    """The nearest heading above, or the row's parent when it hangs under an indicator; None directly under a section."""
    for above in catalogue.ancestors(row.id):
        return above if above.kind is not RowKind.SECTION else None
    return None


def placed_text(row: CatalogueRow, catalogue: Catalogue, period: Period) -> str:
    """`III.7 Hồ sơ trả kết quả`: where the row stands in the printed form of that period, and its short name."""
    place = catalogue.place_in_form(row.id, period)
    return f"{place} {row.short}" if place else row.short


def agency_text(catalogue: Catalogue, code: AgencyCode) -> str:
    """The agency's full name, escaped."""
    return escape(catalogue.agency(code).name, quote=False)


def agency_list(catalogue: Catalogue, codes: Iterable[AgencyCode], *, most: int = 8) -> str:
    """`SCT, STC, … (+11)`."""
    names = [escape(catalogue.agency(code).short, quote=False) for code in codes]
    more = f" và {len(names) - most} đơn vị khác" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def day_text(day: date) -> str:
    """`15/9/2022`."""
    return f"{day.day}/{day.month}/{day.year}"


def moment_text(moment: datetime) -> str:
    """`15/9/2022 08:30` in Viet Nam."""
    local = moment.astimezone(VIET_NAM)
    return f"{day_text(local)} {local.hour:02}:{local.minute:02}"


def window_text(period: Period) -> str:
    """`Quý III/2022 (15/6–14/9/2022)`."""
    first, last = period.first_day, period.last_day
    begin = f"{first.day}/{first.month}" + (f"/{first.year}" if first.year != last.year else "")
    return f"{period.name} ({begin}–{day_text(last)})"


def cut(text: str, most: int) -> str:
    """Escaped, at most `most` characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) > most:
        text = text[: most - 1].rsplit(" ", 1)[0] + "…"
    return escape(text, quote=False)
