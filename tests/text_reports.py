"""Text reports of our own making: the catalogue's labels with any figures, in the layouts of offices and converters."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.catalogue import Catalogue, CatalogueRow, IndicatorId, RowKind, ValueType
from bot.domain.period import Period

TITLE = "PHỤ LỤC\nTHỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH\n{period} CỦA {agency}\n\n"
LETTER = (
    "UBND TỈNH MẪU\n{agency}\nSố:     /BC\n\nBÁO CÁO\nKết quả thực hiện cải cách hành chính {period}\n\n"
    "Kính gửi: Sở Nội vụ\n\nTheo đề nghị của Sở Nội vụ, đơn vị báo cáo như sau: đã hoàn thành 7/9 việc của năm 2019.\n\n"
    "STT\tHọ và tên\tChức vụ\tGhi chú\n01\tNgười Thứ Nhất\tChuyên viên\tPhụ trách\n\n"
)
STRANGERS = (
    ("Số cuộc giao ban tuần của khối nông nghiệp", "Cuộc"),
    ("Số nhiệm vụ chưa hoàn thành", "Nhiệm vụ"),
    ("Diện tích trụ sở làm việc được sửa chữa", "m2"),
    ("Kinh phí thực hiện công tác CCHC", "Triệu đồng"),
)
NOTES = (
    "Kế hoạch số 12/KH-ABC ngày 05/01/2020",
    "<p>Theo Quyết định số 7/QĐ-ABC</p> <ul> - mục 1 - mục 2",
    "Chưa thực hiện",
    "Gồm 3 phòng; 2 trung tâm",
    "Ghi rõ tên đơn vị",
    "12",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report looks. Everything is about form; the figures stay the same."""

    form: str = "2022"
    title: str = TITLE
    header: str = "two rows"  # two rows, one row, numbered, none
    page: int = 0  # rows a page, each page with its header; 0: one page
    repeat_header: bool = True
    with_stt: bool = True
    section_rows: bool = True
    last_period: bool = False  # a further column with other figures
    units_last: bool = False  # figures before units
    markup: bool = False
    split_labels: int = 0  # how many rows are split over two
    swapped: int = 0  # how many neighbouring rows under one heading change places
    blank_lines: bool = False
    trim: bool = False  # trailing empty cells gone
    short_rows: int = 0  # rows that lose their empty first cell
    pipes: bool = False
    strangers: int = 0  # rows that no form has, with figures of their own
    dropped: int = 0  # rows without a figure that are missing
    slips: int = 0  # labels with one or two wrong letters
    notes: bool = False  # notes of several kinds beside many rows
    line_end: str = "\n"
    encoding: str = "utf-8"
    style: str = "vietnamese"  # 4.968 and 59,09; english: 4,968 and 59.09; plain


def noise_of(seed: int) -> random.Random:
    """The same noise each time."""
    return random.Random(seed)  # noqa: S311  for tests, nothing is kept secret with it


def possible(row: CatalogueRow, noise: random.Random) -> Decimal:
    """A figure that this row may have."""
    match row.type:
        case ValueType.COUNT:
            return Decimal(noise.choice([0, noise.randrange(10), noise.randrange(100), noise.randrange(20_000)]))
        case ValueType.PERCENT:
            return Decimal(noise.choice([0, 100, noise.randrange(101)])) if noise.random() < 0.5 else _hundredths(noise)
        case _:
            return Decimal(noise.choice(row.options).number)


def _hundredths(noise: random.Random) -> Decimal:
    return Decimal(noise.randrange(10_000)) / 100


def random_figures(catalogue: Catalogue, form: str, noise: random.Random, *, filled: float) -> dict[IndicatorId, Decimal]:
    """Figures for a share of the form's rows, headings too now and then."""
    printed = next(each for each in catalogue.forms if each.code == form)
    rows = [catalogue.row(each.id) for each in printed.rows]
    chance = {RowKind.SECTION: 0.0, RowKind.HEADING: filled / 4, RowKind.INDICATOR: filled}
    return {row.id: possible(row, noise) for row in rows if noise.random() < chance[row.kind]}


def written(row: CatalogueRow, figure: Decimal, style: str, noise: random.Random) -> str:
    """A figure as a clerk writes it."""
    if row.type in (ValueType.FLAG, ValueType.CODE):
        return str(figure)
    whole, _, fraction = f"{figure:f}".partition(".")
    thousands = {"vietnamese": ".", "english": ",", "plain": ""}[style]
    text = f"{int(whole):,}".replace(",", thousands) if row.type is ValueType.COUNT else whole
    if fraction:
        text += {"vietnamese": ",", "english": ".", "plain": "."}[style] + fraction
    if row.type is ValueType.COUNT and len(whole) == 1 and noise.random() < 0.3:
        return f"0{whole}"
    return text


def render(
    figures: Mapping[IndicatorId, Decimal],
    catalogue: Catalogue,
    *,
    agency: str = "SỞ CÔNG THƯƠNG",
    period: Period,
    layout: Layout,
    noise: random.Random,
) -> bytes:
    """The report as a file."""
    rows = _rows(figures, catalogue, layout, noise)
    lines: list[str] = []
    for place, cells in enumerate(rows):
        if layout.page and place % layout.page == 0 and place:
            lines.append("")
        if place == 0 or (layout.page and layout.repeat_header and place % layout.page == 0):
            lines.extend("\t".join(header) for header in _headers(layout))
        if layout.trim:
            while len(cells) > 2 and not cells[-1]:
                cells.pop()
        lines.append(("|" + "|".join(cells) + "|") if layout.pipes else "\t".join(cells))
        if layout.blank_lines and noise.random() < 0.1:
            lines.append("")
    if layout.pipes:
        lines = ["|" + line.replace("\t", "|") + "|" if "\t" in line else line for line in lines]
    names = {"agency": agency, "period": period.name.upper().replace("/", " NĂM ")}
    text = layout.title.format(**names) + "\n".join(lines)
    return text.replace("\n", layout.line_end).encode(layout.encoding)


def _headers(layout: Layout) -> list[list[str]]:
    last = ["Kỳ trước"] if layout.last_period else []
    figures = ["Số lượng", "Đơn vị tính"] if layout.units_last else ["Đơn vị tính", *last, "Kỳ này" if last else "Số lượng"]
    stt = ["STT"] if layout.with_stt else []
    empty = [""] if layout.with_stt else []
    one_row = [*stt, "Chỉ tiêu thống kê", *figures, "Ghi chú"]
    match layout.header:
        case "two rows":
            group = ["Kết quả thống kê", *[""] * (len(figures) - 1)]
            return [[*stt, "Chỉ tiêu thống kê", *group, "Ghi chú"], [*empty, "", *figures, ""]]
        case "one row":
            return [one_row]
        case "numbered":
            return [one_row, [f"({place + 1})" for place in range(len(one_row))]]
        case _:
            return []


def _rows(
    figures: Mapping[IndicatorId, Decimal], catalogue: Catalogue, layout: Layout, noise: random.Random
) -> list[list[str]]:
    form = next(each for each in catalogue.forms if each.code == layout.form)
    kinds = {each.id: catalogue.row(each.id) for each in form.rows}
    printed = [each for each in form.rows if layout.section_rows or kinds[each.id].kind is not RowKind.SECTION]
    empty = [each for each in printed if each.id not in figures and kinds[each.id].kind is RowKind.INDICATOR]
    gone = {each.id for each in noise.sample(empty, min(layout.dropped, len(empty)))}
    printed = [each for each in printed if each.id not in gone]
    slipped = {each.id for each in noise.sample(printed, layout.slips)}
    swaps = [
        place
        for place in range(1, len(printed))
        if kinds[printed[place].id].parent == kinds[printed[place - 1].id].parent
        and printed[place].label != printed[place - 1].label
    ]
    for place in noise.sample(swaps, min(layout.swapped, len(swaps))):
        printed[place - 1], printed[place] = printed[place], printed[place - 1]
    rows = [
        _cells(
            each.stt,
            _slip(each.label, noise) if each.id in slipped else each.label,
            each.unit,
            written(kinds[each.id], figures[each.id], layout.style, noise) if each.id in figures else "",
            layout,
            noise,
        )
        for each in printed
    ]
    for place in noise.sample(range(len(rows)), layout.strangers):
        label, unit = noise.choice(STRANGERS)
        rows.insert(place, _cells("", label, unit, str(noise.randrange(1, 90)), layout, noise))
    for place in sorted(noise.sample(range(len(rows)), layout.split_labels), reverse=True):
        rows[place : place + 1] = _split(rows[place], layout, noise)
    starts = [cells for cells in rows if layout.with_stt and not cells[0]]
    for cells in noise.sample(starts, min(layout.short_rows, len(starts))):
        del cells[0]
    return rows


def _slip(label: str, noise: random.Random) -> str:
    """A label with one or two letters changed, lost or doubled."""
    letters = list(label)
    for _ in range(1 + len(letters) // 40):
        place = noise.choice([at for at, char in enumerate(letters) if char.isalpha()])
        letters[place] = noise.choice(["", letters[place] * 2, noise.choice("aeiouhntgc")])
    return "".join(letters)


def _cells(stt: str, label: str, unit: str, value: str, layout: Layout, noise: random.Random) -> list[str]:
    if layout.markup and noise.random() < 0.3:
        label = noise.choice(["<b>{}</b>", "<p>{}</p>", "<i>{}</i>", "**{}**"]).format(label)
        value = f"<b>{value}</b>" if value and noise.random() < 0.5 else value
    last = [str(noise.randrange(500)) if value else ""] if layout.last_period else []
    middle = [value, unit] if layout.units_last else [unit, *last, value]
    note = noise.choice(NOTES) if layout.notes and noise.random() < 0.4 else ""
    return [*([stt] if layout.with_stt else []), label, *middle, note]


def _split(cells: list[str], layout: Layout, noise: random.Random) -> list[list[str]]:
    """A row whose label goes on in a row of its own, as at the foot of a page."""
    place = 1 if layout.with_stt else 0
    words = cells[place].split(" ")
    if len(words) < 6 or "<" in cells[place] or "*" in cells[place]:
        return [cells]
    at = noise.randrange(3, len(words) - 2)
    rest = [""] * len(cells)
    rest[place] = " ".join(words[at:])
    return [[*cells[:place], " ".join(words[:at]), *cells[place + 1 :]], rest]
