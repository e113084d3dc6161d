"""Pictures for phones, drawn from plain content in a worker process (bot.making): every word in them comes with the content.

1,080 pixels wide: a phone shows them at a third of that, so nothing is written smaller than 30 pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.colors import LinearSegmentedColormap, to_hex

from bot.replies.chart_drawing import INKS, MARGIN, SMALL, TEXT, THEMES, TITLE, WIDTH, Sheet, Theme, contrast

_ROW, _NAME_WIDTH = 62, 268
_TOTAL_WIDTH, _GAP = 112, 16  # the last column, and what sets it apart
_LINE_LETTERS = 60  # small letters that fit one line


def completeness_chart(content: Mapping[str, Any]) -> bytes:
    """A PNG of how complete reports are: agencies by sections (`columns`), or one agency's sections as bars (no `columns`).

    `content`: theme, title, subtitle, notes (lines below), columns, rows of {name, done, shares} with shares 0–1 or None, or
    rows of {name, text, share}.
    """
    theme = THEMES[content.get("theme", "light")]
    rows: Sequence[Mapping[str, Any]] = content["rows"]
    notes = [line for note in content.get("notes", ()) for line in _wrapped(note)]
    head = MARGIN + 128
    is_table = bool(content.get("columns"))
    body = _ROW * (len(rows) + 1) if is_table else 104 * len(rows)
    height = head + body + (30 + 46 * len(notes) if notes else 0) + MARGIN
    sheet = Sheet(height, theme)
    sheet.write(MARGIN, MARGIN + 24, content["title"], TITLE, theme.ink, weight="bold")
    sheet.write(MARGIN, MARGIN + 82, content["subtitle"], SMALL, theme.faint)
    if is_table:
        _draw_table(sheet, theme, head, content["columns"], rows)
    else:
        _draw_bars(sheet, theme, head, rows)
    for number, line in enumerate(notes):
        sheet.write(MARGIN, head + body + 48 + 46 * number, line, SMALL, theme.faint)
    return sheet.as_png()


def _draw_table(sheet: Sheet, theme: Theme, top: float, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """A row an agency, a cell a section, its share in the cell and as its shade."""
    shades = LinearSegmentedColormap.from_list("share", theme.scale)
    left = MARGIN + _NAME_WIDTH
    last = len(columns) - 1
    narrow = (WIDTH - MARGIN - left - _TOTAL_WIDTH - _GAP) / last
    cells = [(left + narrow * place, narrow) for place in range(last)] + [(WIDTH - MARGIN - _TOTAL_WIDTH, _TOTAL_WIDTH)]
    for name, (x, width) in zip(columns, cells, strict=True):
        sheet.write(x + width / 2, top + _ROW / 2, name, SMALL, theme.faint, align="center")
    for number, row in enumerate(rows):
        y = top + _ROW * (number + 1)
        weight = "bold" if row["done"] else "normal"
        sheet.write(MARGIN, y + _ROW / 2, "✓" if row["done"] else "", TEXT, theme.done, weight="bold")
        sheet.write(MARGIN + 40, y + _ROW / 2, row["name"], SMALL, theme.ink, weight=weight)
        for share, (x, width) in zip(row["shares"], cells, strict=True):
            ground = theme.empty if not share else to_hex(shades(float(share)))  # an int would be a place in the scale
            ink = theme.faint if not share else max(INKS, key=lambda colour: contrast(colour, ground))
            sheet.fill(x + 2, y + 2, width - 4, _ROW - 4, ground)
            sheet.write(x + width / 2, y + _ROW / 2, _percent(share), SMALL, ink, align="center")


def _percent(share: float | None) -> str:
    """`84`; 99,6 % is not all of it and 0,4 % not nothing; `–` where nothing is asked for."""
    if share is None:
        return "–"
    return f"{share * 100:.0f}" if share in (0, 1) else f"{min(max(round(share * 100), 1), 99)}"


def _draw_bars(sheet: Sheet, theme: Theme, top: float, rows: Sequence[Mapping[str, Any]]) -> None:
    """A bar a section under its name, the counts at the right."""
    whole = WIDTH - 2 * MARGIN
    for number, row in enumerate(rows):
        y = top + 104 * number
        sheet.write(MARGIN, y + 24, row["name"], TEXT, theme.ink)
        sheet.write(WIDTH - MARGIN, y + 24, row["text"], TEXT, theme.done if row["share"] == 1 else theme.ink, align="right")
        sheet.bar(MARGIN, y + 56, whole, 22, theme.empty)
        if row["share"]:
            sheet.bar(MARGIN, y + 56, max(whole * row["share"], 22), 22, theme.done if row["share"] == 1 else theme.scale[1])


def _wrapped(text: str) -> list[str]:
    """Lines that fit the width, broken between the pieces that ` · ` sets apart."""
    lines, line = [], ""
    for piece in text.split(" · "):
        if line and len(line) + 3 + len(piece) > _LINE_LETTERS:
            lines.append(line)
            line = piece
        else:
            line = f"{line} · {piece}" if line else piece
    return [*lines, line]
