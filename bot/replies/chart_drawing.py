"""What all pictures for phones share: a sheet 1,080 pixels wide, themes for light and dark, a pen, how wide text is, wrapping.

A phone shows a picture at a third of its width, so nothing is written smaller than 30 pixels. Only `bot.making` loads this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path

WIDTH, _DPI = 1080, 200
MARGIN = 44
TITLE, TEXT, SMALL = 46, 36, 31  # pixels
_FONT = "DejaVu Sans"  # comes with matplotlib and has every letter of Vietnamese
_HALO = 10  # pixels around a letter
_MEASURED = 100.0  # points at which text is measured; width grows in proportion


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours; letters stand out from their ground by at least 4 to 1."""

    ground: str
    ink: str
    faint: str
    empty: str
    scale: tuple[str, str]  # least, most
    done: str


INKS = ("#ffffff", "#0b1118")  # on a coloured cell, whichever stands out more
THEMES = {
    "light": Theme("#ffffff", "#1b2430", "#566273", "#eef1f5", ("#dbe8f7", "#1f5fa8"), "#1e7a3c"),
    "dark": Theme("#17212b", "#f1f4f8", "#a9b6c6", "#232f3c", ("#24435f", "#8ec5ff"), "#7bd494"),
}


class Sheet:
    """A picture being drawn, in pixels from its upper left corner."""

    def __init__(self, height: float, theme: Theme) -> None:
        """An empty one of that height."""
        # no pyplot: a Figure by itself draws with Agg, needs no screen and keeps nothing afterwards
        self._figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=theme.ground)
        self._axes: Axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        *,
        align: str = "left",
        weight: str = "normal",
        rises: bool = False,
        halo: str | None = None,
    ) -> None:
        """Text beside, before or around `x`, its middle at `y`; `rises`: from `y` upwards, turned by a quarter.

        `halo`: the ground's colour, for text that a line may cross.
        """
        upright: Literal["center", "bottom"] = "bottom" if rises else "center"
        self._axes.text(
            x,
            y,
            text,
            fontsize=size * 72 / _DPI,
            color=colour,
            ha=align,
            va=upright,
            family=_FONT,
            weight=weight,
            rotation=90 if rises else 0,
            parse_math=False,
            zorder=4,
            path_effects=[withStroke(linewidth=_HALO * 72 / _DPI, foreground=halo)] if halo else None,
        )

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle."""
        self._axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, edgecolor="none"))

    def frame(self, x: float, y: float, width: float, height: float, colour: str, ground: str, *, thick: float = 4) -> None:
        """A rectangle that is only outlined: something worked out, not reported."""
        inside = Rectangle(
            (x + thick / 2, y + thick / 2),
            max(width - thick, 1),
            max(height - thick, 1),
            facecolor=ground,
            edgecolor=colour,
            linewidth=thick * 72 / _DPI,
        )
        self._axes.add_patch(inside)

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """With round ends."""
        style = f"round,pad=0,rounding_size={min(height, width) / 2}"
        self._axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=style, facecolor=colour, edgecolor="none"))

    def line(self, places: Sequence[tuple[float, float]], colour: str, *, thick: float) -> None:
        """From place to place."""
        across, down = zip(*places, strict=True)
        self._axes.plot(across, down, color=colour, linewidth=thick * 72 / _DPI, solid_capstyle="round")

    def dot(self, x: float, y: float, radius: float, colour: str, inside: str) -> None:
        """A round mark with its rim in `colour`."""
        self._axes.add_patch(
            Circle((x, y), radius, facecolor=inside, edgecolor=colour, linewidth=radius * 0.5 * 72 / _DPI, zorder=3)
        )

    def as_png(self) -> bytes:
        """The finished picture."""
        drawn = BytesIO()
        self._figure.savefig(drawn, format="png")
        return drawn.getvalue()


def width_of(text: str, size: float, *, weight: str = "normal") -> float:
    """How many pixels wide a text is."""
    font = FontProperties(family=_FONT, size=_MEASURED, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) * size / _MEASURED


def wrapped(text: str, size: float, *, width: float = WIDTH - 2 * MARGIN, weight: str = "normal") -> list[str]:
    """Lines that fit the width, broken between words, one that begins with a dash or dot kept with its word."""
    lines: list[str] = []
    for word in text.replace(" ·", "\u00a0·").replace(" %", "\u00a0%").split(" "):
        if lines and width_of(f"{lines[-1]} {word}", size, weight=weight) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2)."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]  # noqa: PLR2004  sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
