"""Sections of the real forms written out as phones, Telegram Desktop and people paste them, and the values in them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from bot.domain.catalogue import Catalogue, CatalogueRow, FormRow, RowKind, ValueType

SPACES, WIDE, LINES, BROKEN, MIXED = "spaces", "wide", "lines", "broken", "mixed"
LAYOUTS = (SPACES, WIDE, LINES, BROKEN, MIXED)
NOTES = (
    "Quyết định số 7/QĐ-SCT ngày 20/10/2022",
    "Đạt theo kế hoạch",
    "Thực hiện thường xuyên",
    "theo Kế hoạch số 15",
    "Đến cuối năm 2022",
)
HEADER = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số lượng", "Ghi chú")


@dataclass(frozen=True)
class Style:
    """How a paste is written out."""

    layout: str = SPACES
    stt: str = "printed"  # printed | none | dotted | counted
    units: bool = True
    notes: bool = False
    header: bool = False
    headings: bool = True
    shuffled: bool = False
    blanks: bool = False  # some values missing


@dataclass
class Paste:
    """A text and what stands in it, by row id; `shown` are the ids whose value is in it."""

    text: str = ""
    values: dict[str, str] = field(default_factory=dict)


def blocks(catalogue: Catalogue, form_code: str) -> list[list[FormRow]]:
    """A form's rows by numbered heading: the heading and the rows under it."""
    form = next(each for each in catalogue.forms if each.code == form_code)
    found: list[list[FormRow]] = []
    for row in form.rows:
        if row.stt or not found:
            found.append([])
        found[-1].append(row)
    return found


def render(rows: list[FormRow], catalogue: Catalogue, style: Style, seed: int) -> Paste:
    """Rows written out; indicators get a value that is theirs alone, headings none."""
    chance = random.Random(seed)  # noqa: S311 seeded, for tests that can be repeated
    paste = Paste()
    lines: list[str] = []
    if style.header:
        lines += HEADER if style.layout == LINES else [_gap(style, chance).join(HEADER)]
    rows = _shuffled(rows, chance) if style.shuffled else rows
    rows = [row for row in rows if style.headings or catalogue.row(row.id).kind is RowKind.INDICATOR]
    for place, printed in enumerate(rows, 1):
        row = catalogue.row(printed.id)
        value = ""
        if row.kind is RowKind.INDICATOR and not (style.blanks and chance.random() < 0.2):
            value = paste.values[printed.id] = _value(row, chance)
        stt = {"printed": printed.stt, "none": "", "dotted": f"1.2.{place}", "counted": str(place)}[style.stt]
        unit = printed.unit if style.units else ""
        note = chance.choice(NOTES) if style.notes and value and chance.random() < 0.4 else ""
        layout = chance.choice((SPACES, WIDE, LINES)) if style.layout == MIXED else style.layout
        label = printed.label
        if layout == BROKEN and len(label.split()) > 6:
            words = label.split()
            cut = chance.randrange(3, len(words) - 1)
            label = " ".join(words[:cut]) + "\n" + " ".join(words[cut:])
        cells = [cell for cell in (stt, label, unit, value, note) if cell]
        lines.append(("\n" if layout == LINES else _gap(style, chance)).join(cells))
    paste.text = "\n".join(lines)
    return paste


def _shuffled(rows: list[FormRow], chance: random.Random) -> list[FormRow]:
    """Blocks in another order, and the rows of each behind its heading too."""
    blocks: list[list[FormRow]] = []
    for row in rows:
        if row.stt or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    for block in blocks:
        block[1:] = chance.sample(block[1:], len(block) - 1)
    return [row for block in chance.sample(blocks, len(blocks)) for row in block]


def _gap(style: Style, chance: random.Random) -> str:
    return " " * chance.choice((2, 3, 4)) if style.layout == WIDE else " "


def _value(row: CatalogueRow, chance: random.Random) -> str:
    if row.type is ValueType.PERCENT:
        return chance.choice(["96,5", "88.25", "75", "100"])
    if row.options:
        return chance.choice([str(option.number) for option in row.options] + [option.word for option in row.options])
    return chance.choice([str(chance.randrange(0, 400)), f"{chance.randrange(1, 9)}.{chance.randrange(100, 999)}", "0", "05"])
