"""Pictures of figures, drawn from plain content in a worker process: one indicator over periods, or agencies side by side.

What is drawn hollow was worked out from other periods; what is missing leaves a gap and is never a zero. Every word comes with
the content, and so does the axis (`bot.replies.chart_contents` fills both).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.replies.chart_drawing import MARGIN, SMALL, TEXT, THEMES, TITLE, WIDTH, Sheet, Theme, width_of, wrapped

_TITLE_LINE, _NOTE_LINE = 58, 46
_PLOT = 620  # height of the plot itself
_PLACES = 8  # slots up to which a label such as Q1/22 stands on one line
_LABEL_GAP = 12  # between a value and what it stands at
_MOST_BAR = 120
_BY_NAME = 9  # agencies up to which their names are written out, each above its bar
_NAMED_ROW, _SHORT_ROW, _SHORT_WIDTH = 104, 64, 230

_Point = Mapping[str, Any]


def trend_chart(content: Mapping[str, Any]) -> bytes:
    """A PNG of one indicator over periods: bars from zero, or a line over the axis given.

    `content`: theme, title, subtitle, notes; `line` (else bars), `axis` {from, to, ticks: [{at, text}]}; `points` of {label,
    year, number or None, text, hollow}, oldest first. `year` is written once under the first point of each year.
    """
    theme = THEMES[content.get("theme", "light")]
    points: Sequence[_Point] = content["points"]
    axis = content["axis"]
    left = MARGIN + max(width_of(tick["text"], SMALL) for tick in axis["ticks"]) + 20
    slot = (WIDTH - MARGIN - left) / len(points)
    widest = max(width_of(point["text"], SMALL, weight="bold") for point in points)
    turned = widest > slot - 8
    head = _head_height(content) + (widest if turned else SMALL) + 2 * _LABEL_GAP + 16
    is_split = len(points) > _PLACES
    foot = 100 if is_split else 60
    notes = _note_lines(content)
    sheet = Sheet(head + _PLOT + foot + _notes_height(notes), theme)
    _write_head(sheet, theme, content)
    for tick in axis["ticks"]:
        y = _height_of(tick["at"], axis, head)
        sheet.fill(left, y - 1, WIDTH - MARGIN - left, 2, theme.empty if tick["at"] != axis["from"] else theme.faint)
        sheet.write(left - 16, y, tick["text"], SMALL, theme.faint, align="right")
    places = [left + slot * (number + 0.5) for number in range(len(points))]
    _write_periods(sheet, theme, points, places, head + _PLOT, is_split=is_split)
    if content.get("line"):
        _draw_line(sheet, theme, points, places, axis, head)
    else:
        _draw_columns(sheet, theme, points, places, axis, head, width=min(slot * 0.66, _MOST_BAR))
    for point, x in zip(points, places, strict=True):
        if point["number"] is None:
            sheet.write(x, head + _PLOT - 26, point["text"], SMALL, theme.faint, align="center")
            continue
        above = _LABEL_GAP + (14 if content.get("line") else 0)
        y = _height_of(point["number"], axis, head) - above
        y -= 0 if turned else SMALL / 2
        sheet.write(x, y, point["text"], SMALL, theme.ink, align="center", weight="bold", rises=turned)
    _write_notes(sheet, theme, notes, head + _PLOT + foot)
    return sheet.as_png()


def agencies_chart(content: Mapping[str, Any]) -> bytes:
    """A PNG of agencies side by side: bars from zero, in the order given.

    `content`: theme, title, subtitle, notes, `to` (what a full bar is), `rows` of {name, short, number, text}.
    """
    theme = THEMES[content.get("theme", "light")]
    rows: Sequence[_Point] = content["rows"]
    by_name = len(rows) <= _BY_NAME
    tall = _NAMED_ROW if by_name else _SHORT_ROW
    head = _head_height(content)
    notes = _note_lines(content)
    sheet = Sheet(head + tall * len(rows) + _notes_height(notes), theme)
    _write_head(sheet, theme, content)
    value = max(width_of(row["text"], TEXT, weight="bold") for row in rows)
    for number, row in enumerate(rows):
        y = head + tall * number
        if by_name:
            name = _cut(row["name"], WIDTH - 2 * MARGIN - value - 24)
            size = TEXT if width_of(name, TEXT) <= WIDTH - 2 * MARGIN - value - 24 else SMALL
            sheet.write(MARGIN, y + 26, name, size, theme.ink)
            sheet.write(WIDTH - MARGIN, y + 26, row["text"], TEXT, theme.ink, align="right", weight="bold")
            left, width, y, high = MARGIN, WIDTH - 2 * MARGIN, y + 54, 26
        else:
            sheet.write(MARGIN, y + tall / 2, _cut(row["short"], _SHORT_WIDTH - 10), SMALL, theme.ink)
            sheet.write(WIDTH - MARGIN, y + tall / 2, row["text"], SMALL, theme.ink, align="right", weight="bold")
            left, high = MARGIN + _SHORT_WIDTH, 34
            width, y = WIDTH - MARGIN - left - value - 24, y + (tall - high) / 2
        sheet.bar(left, y, width, high, theme.empty)
        if row["number"] > 0:
            sheet.bar(left, y, max(width * row["number"] / content["to"], high / 2), high, theme.scale[1])
    _write_notes(sheet, theme, notes, head + tall * len(rows))
    return sheet.as_png()


def _draw_columns(
    sheet: Sheet,
    theme: Theme,
    points: Sequence[_Point],
    places: Sequence[float],
    axis: Mapping[str, Any],
    top: float,
    *,
    width: float,
) -> None:
    """A bar a period, from zero; hollow what was worked out."""
    for point, x in zip(points, places, strict=True):
        if not point["number"]:
            continue
        y = _height_of(point["number"], axis, top)
        high = max(top + _PLOT - y, 4)
        if point["hollow"]:
            sheet.frame(x - width / 2, top + _PLOT - high, width, high, theme.scale[1], theme.ground)
        else:
            sheet.fill(x - width / 2, top + _PLOT - high, width, high, theme.scale[1])


def _draw_line(
    sheet: Sheet, theme: Theme, points: Sequence[_Point], places: Sequence[float], axis: Mapping[str, Any], top: float
) -> None:
    """Dots, joined where no period between them is missing; hollow what was worked out."""
    at = [
        None if point["number"] is None else (x, _height_of(point["number"], axis, top))
        for point, x in zip(points, places, strict=True)
    ]
    for one, other in zip(at, at[1:], strict=False):
        if one is not None and other is not None:
            sheet.line((one, other), theme.scale[1], thick=6)
    for point, place in zip(points, at, strict=True):
        if place is not None:
            sheet.dot(*place, 13, theme.scale[1], theme.ground if point["hollow"] else theme.scale[1])


def _height_of(number: float, axis: Mapping[str, Any], top: float) -> float:
    """Where a number lies."""
    return top + _PLOT * (1 - (float(number) - axis["from"]) / (axis["to"] - axis["from"]))


def _write_periods(
    sheet: Sheet, theme: Theme, points: Sequence[_Point], places: Sequence[float], bottom: float, *, is_split: bool
) -> None:
    """What stands under each point: `Q1/22`, or where many are `Q1` and below the year, once."""
    year = None
    for point, x in zip(points, places, strict=True):
        if not is_split:
            label = f"{point['label']}/{point['year'] % 100:02}" if point["label"] else str(point["year"])
            sheet.write(x, bottom + 34, label, SMALL, theme.ink, align="center")
            continue
        sheet.write(x, bottom + 34, point["label"], SMALL, theme.ink, align="center")
        if point["year"] != year:
            sheet.write(x, bottom + 74, str(point["year"]), SMALL, theme.faint, align="center")
        year = point["year"]


def _title_lines(content: Mapping[str, Any]) -> list[str]:
    return wrapped(content["title"], TITLE, weight="bold")


def _subtitle_lines(content: Mapping[str, Any]) -> list[str]:
    return wrapped(content["subtitle"], SMALL)


def _head_height(content: Mapping[str, Any]) -> float:
    return MARGIN + _TITLE_LINE * len(_title_lines(content)) + _NOTE_LINE * len(_subtitle_lines(content)) + 20


def _write_head(sheet: Sheet, theme: Theme, content: Mapping[str, Any]) -> None:
    y = MARGIN + _TITLE_LINE / 2 - 4
    for line in _title_lines(content):
        sheet.write(MARGIN, y, line, TITLE, theme.ink, weight="bold")
        y += _TITLE_LINE
    for line in _subtitle_lines(content):
        sheet.write(MARGIN, y, line, SMALL, theme.faint)
        y += _NOTE_LINE


def _note_lines(content: Mapping[str, Any]) -> list[str]:
    return [line for note in content.get("notes", ()) for line in wrapped(note, SMALL)]


def _notes_height(notes: Sequence[str]) -> float:
    return (20 + _NOTE_LINE * len(notes) if notes else 0) + MARGIN


def _write_notes(sheet: Sheet, theme: Theme, notes: Sequence[str], top: float) -> None:
    for number, line in enumerate(notes):
        sheet.write(MARGIN, top + 20 + _NOTE_LINE * (number + 0.5), line, SMALL, theme.faint)


def _cut(name: str, width: float) -> str:
    """A name that fits when written small."""
    if width_of(name, SMALL) <= width:
        return name
    while name and width_of(f"{name}…", SMALL) > width:
        name = name[:-1].rstrip()
    return f"{name}…"
