"""Pictures for phones, drawn from plain content in a worker process (bot.making): every word in them comes with the content.

1,080 pixels wide: a phone shows them at a third of that, so nothing is written smaller than 30 pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

_WIDTH, _DPI = 1080, 200
_MARGIN = 44
_TITLE, _TEXT, _SMALL = 46, 36, 31  # pixels
_FONT = "DejaVu Sans"  # comes with matplotlib and has every letter of Vietnamese
_ROW, _NAME_WIDTH = 62, 268
_TOTAL_WIDTH, _GAP = 112, 16  # the last column, and what sets it apart
_LINE_LETTERS = 60  # small letters that fit one line


@dataclass(frozen=True, slots=True)
class _Theme:
    """Colours; letters stand out from their ground by at least 4 to 1."""

    ground: str
    ink: str
    faint: str
    empty: str
    scale: tuple[str, str]  # least, most
    done: str


_INKS = ("#ffffff", "#0b1118")  # on a coloured cell, whichever stands out more
_THEMES = {
    "light": _Theme("#ffffff", "#1b2430", "#566273", "#eef1f5", ("#dbe8f7", "#1f5fa8"), "#1e7a3c"),
    "dark": _Theme("#17212b", "#f1f4f8", "#a9b6c6", "#232f3c", ("#24435f", "#8ec5ff"), "#7bd494"),
}


def completeness_chart(content: Mapping[str, Any]) -> bytes:
    """A PNG of how complete reports are: agencies by sections (`columns`), or one agency's sections as bars (no `columns`).

    `content`: theme, title, subtitle, notes (lines below), columns, rows of {name, done, shares} with shares 0–1 or None, or
    rows of {name, text, share}.
    """
    theme = _THEMES[content.get("theme", "light")]
    rows: Sequence[Mapping[str, Any]] = content["rows"]
    notes = [line for note in content.get("notes", ()) for line in _wrapped(note)]
    head = _MARGIN + 128
    is_table = bool(content.get("columns"))
    body = _ROW * (len(rows) + 1) if is_table else 104 * len(rows)
    height = head + body + (30 + 46 * len(notes) if notes else 0) + _MARGIN
    figure = Figure(figsize=(_WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=theme.ground)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(height, 0)
    pen = _Pen(axes)
    pen.write(_MARGIN, _MARGIN + 24, content["title"], _TITLE, theme.ink, weight="bold")
    pen.write(_MARGIN, _MARGIN + 82, content["subtitle"], _SMALL, theme.faint)
    if is_table:
        _draw_table(pen, theme, head, content["columns"], rows)
    else:
        _draw_bars(pen, theme, head, rows)
    for number, line in enumerate(notes):
        pen.write(_MARGIN, head + body + 48 + 46 * number, line, _SMALL, theme.faint)
    drawn = BytesIO()
    # no pyplot: a Figure by itself draws with Agg, needs no screen and keeps nothing afterwards
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes and fills in pixels from the upper left corner."""

    axes: Axes

    def write(
        self, x: float, y: float, text: str, size: float, colour: str, *, align: str = "left", weight: str = "normal"
    ) -> None:
        self.axes.text(
            x,
            y,
            text,
            fontsize=size * 72 / _DPI,
            color=colour,
            ha=align,
            va="center",
            family=_FONT,
            weight=weight,
            parse_math=False,
        )

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, edgecolor="none"))

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """With round ends."""
        style = f"round,pad=0,rounding_size={min(height, width) / 2}"
        self.axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=style, facecolor=colour, edgecolor="none"))


def _draw_table(pen: _Pen, theme: _Theme, top: float, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """A row an agency, a cell a section, its share in the cell and as its shade."""
    shades = LinearSegmentedColormap.from_list("share", theme.scale)
    left = _MARGIN + _NAME_WIDTH
    last = len(columns) - 1
    narrow = (_WIDTH - _MARGIN - left - _TOTAL_WIDTH - _GAP) / last
    cells = [(left + narrow * place, narrow) for place in range(last)] + [(_WIDTH - _MARGIN - _TOTAL_WIDTH, _TOTAL_WIDTH)]
    for name, (x, width) in zip(columns, cells, strict=True):
        pen.write(x + width / 2, top + _ROW / 2, name, _SMALL, theme.faint, align="center")
    for number, row in enumerate(rows):
        y = top + _ROW * (number + 1)
        weight = "bold" if row["done"] else "normal"
        pen.write(_MARGIN, y + _ROW / 2, "✓" if row["done"] else "", _TEXT, theme.done, weight="bold")
        pen.write(_MARGIN + 40, y + _ROW / 2, row["name"], _SMALL, theme.ink, weight=weight)
        for share, (x, width) in zip(row["shares"], cells, strict=True):
            ground = theme.empty if not share else to_hex(shades(float(share)))  # an int would be a place in the scale
            ink = theme.faint if not share else max(_INKS, key=lambda colour: _contrast(colour, ground))
            pen.fill(x + 2, y + 2, width - 4, _ROW - 4, ground)
            pen.write(x + width / 2, y + _ROW / 2, _percent(share), _SMALL, ink, align="center")


def _percent(share: float | None) -> str:
    """`84`; 99,6 % is not all of it and 0,4 % not nothing; `–` where nothing is asked for."""
    if share is None:
        return "–"
    return f"{share * 100:.0f}" if share in (0, 1) else f"{min(max(round(share * 100), 1), 99)}"


def _contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2)."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]  # noqa: PLR2004  sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _draw_bars(pen: _Pen, theme: _Theme, top: float, rows: Sequence[Mapping[str, Any]]) -> None:
    """A bar a section under its name, the counts at the right."""
    whole = _WIDTH - 2 * _MARGIN
    for number, row in enumerate(rows):
        y = top + 104 * number
        pen.write(_MARGIN, y + 24, row["name"], _TEXT, theme.ink)
        pen.write(_WIDTH - _MARGIN, y + 24, row["text"], _TEXT, theme.done if row["share"] == 1 else theme.ink, align="right")
        pen.bar(_MARGIN, y + 56, whole, 22, theme.empty)
        if row["share"]:
            pen.bar(_MARGIN, y + 56, max(whole * row["share"], 22), 22, theme.done if row["share"] == 1 else theme.scale[1])


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
