"""A report as blocks that every format can write: lines of text and grids of cells."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.domain.catalogue import Catalogue, IndicatorId, RowKind, ValueType
from bot.domain.report_reading import Reading
from tests.made_reports.looks import Look
from tests.text_reports import written


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report's table as its form prints it. `number`: the figure where it is a plain one."""

    stt: str
    label: str
    unit: str
    value: str
    note: str
    number: Decimal | None
    is_section: bool = False
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What a report says, whatever it looks like."""

    title: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `across` columns and `down` rows; `number` where a spreadsheet would hold a number."""

    text: str = ""
    across: int = 1
    down: int = 1
    number: Decimal | None = None
    is_percent: bool = False
    crossed_out: str = ""  # stands before the text with a line through it


@dataclass(slots=True)
class Grid:
    """Rows of cells; None where a cell of the same or an earlier row reaches over. `header`: how many rows are header."""

    rows: list[list[Cell | None]] = field(default_factory=list)
    header: int = 0


Block = str | Grid  # a line of text, or a table


def made_up(
    figures: Mapping[IndicatorId, Decimal], catalogue: Catalogue, form: str, title: Sequence[str], noise: random.Random
) -> Content:
    """A report of a form with these figures."""
    printed = next(each for each in catalogue.forms if each.code == form)
    lines = []
    for each in printed.rows:
        row = catalogue.row(each.id)
        figure = figures.get(each.id)
        value = written(row, figure, "vietnamese", noise) if figure is not None else ""
        note = noise.choice(("", "", "", "Kế hoạch số 12/KH-ABC ngày 05/01/2020", "Chưa thực hiện", "Gồm 3 phòng; 2 trung tâm"))
        is_percent = row.type is ValueType.PERCENT
        is_section = row.kind is RowKind.SECTION
        lines.append(Line(each.stt, each.label, each.unit, value, "" if is_section else note, figure, is_section, is_percent))
    return Content(tuple(title), tuple(lines))


def as_read(reading: Reading, title: Sequence[str]) -> Content:
    """The report that was read from a text file, to be written in another format."""
    printed = {each.id: each for each in reading.form.rows}
    lines = []
    for read in reading.read:
        row = read.indicator
        assert row is not None
        of_form = printed.get(row.id)
        lines.append(
            Line(
                of_form.stt if of_form else "",
                read.label,
                of_form.unit if of_form else row.unit,
                read.raw,
                read.note or "",
                read.figure.number if read.figure and read.raw.replace(",", ".").replace(".", "").isdigit() else None,
                row.kind is RowKind.SECTION,
                row.type is ValueType.PERCENT,
            )
        )
    return Content(tuple(title), tuple(lines))


def blocks_of(content: Content, look: Look) -> list[Block]:
    """The blocks of a report that looks so."""
    blocks: list[Block] = [*look.narrative, *content.title]
    for place, lines in enumerate(_parts(content.lines, look)):
        if place and look.between:
            blocks.append(look.between)
        grid = Grid([], look.header_rows if look.with_header(place) else 0)
        if grid.header:
            grid.rows += _header(look)
        for line in lines:
            grid.rows += _rows(line, look)
        if look.stt_merged:
            _merge_stt(grid, look)
        blocks.append(grid)
    return [*blocks, *look.signatures]


def _parts(lines: Sequence[Line], look: Look) -> list[list[Line]]:
    """The lines of each table."""
    if look.tables == "sections":
        parts: list[list[Line]] = []
        for line in lines:
            if line.is_section or not parts:
                parts.append([])
            parts[-1].append(line)
        return parts
    if look.tables == "two":
        sections = [place for place, line in enumerate(lines) if line.is_section]
        cut = sections[len(sections) // 2] if sections else len(lines) // 2
        return [list(lines[:cut]), list(lines[cut:])]
    if look.tables == "pages":
        return [list(lines[start : start + look.page]) for start in range(0, len(lines), look.page)]
    return [list(lines)]


def _header(look: Look) -> list[list[Cell | None]]:
    names = [look.words[role] for role in look.columns]
    if look.header_rows == 1:
        return [[Cell(name) for name in names]]
    group = [place for place, role in enumerate(look.columns) if role in ("unit", "last", "value")]
    first: list[Cell | None] = []
    second: list[Cell | None] = []
    for place, name in enumerate(names):
        if place in group:
            first.append(Cell(look.group, across=len(group)) if place == group[0] else None)
            second.append(Cell(name))
        else:
            first.append(Cell(name, down=2))
            second.append(None)
    return [first, second]


def _rows(line: Line, look: Look) -> list[list[Cell | None]]:
    """The rows of a line: two where a page break or a converter split its label."""
    label = f"{line.stt}. {line.label}" if look.numbering_in_label and line.stt else line.label
    words = label.split(" ")
    halves = [label]
    if look.split_every and len(words) > 8 and len(label) % look.split_every == 0:
        halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    value = line.value.replace(".", look.decimal_point) if line.is_percent else line.value
    last = str(7 * len(label) % 90) if line.value and not line.is_section else ""
    texts = {
        "stt": line.stt,
        "unit": line.unit,
        "value": value + (look.after_value if line.number is not None and not line.is_percent else ""),
        "note": line.note,
        "last": last,
        "sum": "",
        "": "",
    }
    rows: list[list[Cell | None]] = []
    for place, half in enumerate(halves):
        cells: list[Cell | None] = []
        for role in look.columns:
            text = half if role == "label" else texts[role] if place == 0 else ""
            number = line.number if role == "value" and place == 0 and not look.after_value else None
            number = Decimal(last) if role == "last" and place == 0 and last else number
            crossed_out = look.crossed_out if role == "value" and text else ""
            cells.append(Cell(text, number=number, is_percent=line.is_percent and role == "value", crossed_out=crossed_out))
        rows.append(cells)
    if line.is_section and look.sections_merged:
        rows = [[Cell(f"{line.stt}. {line.label}", across=len(look.columns)), *[None] * (len(look.columns) - 1)]]
    return rows


def _merge_stt(grid: Grid, look: Look) -> None:
    """One STT cell beside all rows of its heading."""
    place = look.columns.index("stt")
    start: int | None = None
    for at in range(grid.header, len(grid.rows) + 1):
        ends = at == len(grid.rows) or (cell := grid.rows[at][place]) is None or bool(cell.text)
        if ends and start is not None:
            first = grid.rows[start][place]
            if first is not None and at - start > 1 and first.across == 1:
                grid.rows[start][place] = Cell(first.text, down=at - start)
                for covered in range(start + 1, at):
                    grid.rows[covered][place] = None
        if ends:
            start = at
