"""Pictures of figures, drawn from plain content in a worker process: one indicator over periods, or agencies side by side.

What is drawn hollow was worked out from other periods; what is missing leaves a gap and is never a zero. Every word comes with
the content, and so does the axis (`bot.replies.chart_contents` fills both).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.replies.chart_drawing import MARGIN, SMALL, TEXT, THEMES, TITLE, WIDTH, Sheet, Theme, width_of, wrapped

_TITLE_LINE, _NOTE_LINE = 58, 46
_PLOT = 620  # height of the plot itself
_PLACES = 8  # slots up to which a label such as Q1/22 stands on one line
_LABEL_GAP, _LABEL_LINE = 8, 38  # between a value and what it stands at; height of a line of it
_DOT = 13  # radius
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
    turned = max(width_of(line, SMALL, weight="bold") for point in points for line in point["text"].split(" ")) > slot - 8
    top = _head_height(content) + _headroom(points, axis, turned=turned, line=bool(content.get("line")))
    is_split = len(points) > _PLACES
    foot = 100 if is_split else 60
    notes = _note_lines(content)
    sheet = Sheet(top + _PLOT + foot + _notes_height(notes), theme)
    _write_head(sheet, theme, content)
    for tick in axis["ticks"]:
        y = _height_of(tick["at"], axis, top)
        sheet.fill(left, y - 1, WIDTH - MARGIN - left, 2, theme.empty if tick["at"] != axis["from"] else theme.faint)
        sheet.write(left - 16, y, tick["text"], SMALL, theme.faint, align="right")
    places = [left + slot * (number + 0.5) for number in range(len(points))]
    _write_periods(sheet, theme, points, places, top + _PLOT, is_split=is_split)
    if content.get("line"):
        _draw_line(sheet, theme, points, places, axis, top)
    else:
        _draw_columns(sheet, theme, points, places, axis, top, width=min(slot * 0.66, _MOST_BAR))
    _write_values(sheet, theme, content, places, top, turned=turned)
    _write_notes(sheet, theme, notes, top + _PLOT + foot)
    return sheet.as_png()


def agencies_chart(content: Mapping[str, Any]) -> bytes:
    """A PNG of agencies side by side: bars from zero, in the order given.

    `content`: theme, title, subtitle, notes, `to` (what a full bar is), `rows` of {name, short, number, text, hollow}.
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
            left, width, y, high = float(MARGIN), float(WIDTH - 2 * MARGIN), y + 54, 26
        else:
            sheet.write(MARGIN, y + tall / 2, _cut(row["short"], _SHORT_WIDTH - 10), SMALL, theme.ink)
            sheet.write(WIDTH - MARGIN, y + tall / 2, row["text"], SMALL, theme.ink, align="right", weight="bold")
            left, high = MARGIN + _SHORT_WIDTH, 34
            width, y = WIDTH - MARGIN - left - value - 24, y + (tall - high) / 2
        sheet.bar(left, y, width, high, theme.empty)
        if row["number"] > 0:
            long = max(width * row["number"] / content["to"], high / 2)
            if row["hollow"]:
                sheet.frame(left, y, long, high, theme.scale[1], theme.ground)
            else:
                sheet.bar(left, y, long, high, theme.scale[1])
    _write_notes(sheet, theme, notes, head + tall * len(rows))
    return sheet.as_png()


def _label_lines(point: _Point, *, turned: bool) -> list[str]:
    """A value as written at its point: `ước` above the number, or before it where labels are turned."""
    return [point["text"]] if turned else point["text"].split(" ")


def _label_height(point: _Point, *, turned: bool, line: bool) -> float:
    """What a value needs above its point."""
    gap = _LABEL_GAP + (_DOT if line else 0)
    if turned:
        return gap + width_of(point["text"], SMALL, weight="bold")
    return gap + _LABEL_LINE * len(_label_lines(point, turned=turned))


def _headroom(points: Sequence[_Point], axis: Mapping[str, Any], *, turned: bool, line: bool) -> float:
    """What the highest label needs above the plot."""
    over = [
        _label_height(point, turned=turned, line=line) - _height_of(point["number"], axis, 0)
        for point in points
        if point["number"] is not None
    ]
    return max([*over, 0]) + 24


def _write_values(
    sheet: Sheet, theme: Theme, content: Mapping[str, Any], places: Sequence[float], top: float, *, turned: bool
) -> None:
    """The value at each point: above it, or below where a line comes down to it and goes up again."""
    points: Sequence[_Point] = content["points"]
    axis, line = content["axis"], bool(content.get("line"))
    halo = theme.ground if line else None
    for number, (point, x) in enumerate(zip(points, places, strict=True)):
        if point["number"] is None:
            sheet.write(x, top + _PLOT - 26, point["text"], SMALL, theme.faint, align="center")
            continue
        y = _height_of(point["number"], axis, top)
        gap = _LABEL_GAP + (_DOT if line else 0)
        if turned:
            sheet.write(x, y - gap, point["text"], SMALL, theme.ink, align="center", weight="bold", rises=True, halo=halo)
            continue
        lines = _label_lines(point, turned=turned)
        below = line and _is_valley(points, number) and y + gap + _LABEL_LINE * len(lines) < top + _PLOT
        first = y + gap if below else y - gap - _LABEL_LINE * len(lines)
        for place, text in enumerate(lines):
            middle = first + _LABEL_LINE * (place + 0.5)
            sheet.write(x, middle, text, SMALL, theme.ink, align="center", weight="bold", halo=halo)


def _is_valley(points: Sequence[_Point], place: int) -> bool:
    """Whether a neighbour is higher and none is lower."""
    near = [points[at]["number"] for at in (place - 1, place + 1) if 0 <= at < len(points)]
    known = [number for number in near if number is not None]
    return bool(known) and min(known) >= points[place]["number"] and max(known) > points[place]["number"]


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
    for one, other in pairwise(at):
        if one is not None and other is not None:
            sheet.line((one, other), theme.scale[1], thick=6)
    for point, place in zip(points, at, strict=True):
        if place is not None:
            sheet.dot(*place, _DOT, theme.scale[1], theme.ground if point["hollow"] else theme.scale[1])


def _height_of(number: float, axis: Mapping[str, Any], top: float) -> float:
    """Where a number lies."""
    bottom, high = float(axis["from"]), float(axis["to"])
    return top + _PLOT * (1 - (number - bottom) / (high - bottom))


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
    return MARGIN + _TITLE_LINE * len(_title_lines(content)) + _NOTE_LINE * len(_subtitle_lines(content)) + 28


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
