"""Answers with a picture: the same words as without stand below it, so that a chart never carries a figure alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.lookup import Derived, figure_of
from bot.domain.overview import Overview, Standing
from bot.domain.period import Period
from bot.domain.series import Point, lengths_named
from bot.domain.value import RATE_OF_NOTHING
from bot.replies import comparisons
from bot.replies.chart_contents import agencies_picture, is_drawable, trend_picture
from bot.replies.reply import Button, Reply
from bot.replies.wording import agency_list, label_text, placed_text
from bot.understanding.request import Threshold

_ENOUGH = 2
_LISTED = 8  # agencies named under a picture
_OTHER_LENGTHS = "Chỉ vẽ các kỳ dài bằng nhau; kỳ dài ngắn khác không vẽ chung."


def trend(
    row: CatalogueRow,
    agency: AgencyCode,
    points: Sequence[Point],
    catalogue: Catalogue,
    *,
    provisional: Collection[Period],
    named: Sequence[Period],
    instead: Mapping[str, Any],
    dark: bool,
) -> Reply:
    """One indicator over periods of one length as a picture; where none can be drawn, why, and the figures there are.

    `named`: the periods asked for; `instead`: the action of drawing agencies side by side.
    """
    known = [(point.period, point.figure, point.derived) for point in points if point.is_known]
    said = comparisons.trend(row, agency, known, catalogue, provisional=provisional)
    if lengths_named(named) > 1:
        said = replace(said, text=f"{said.text}\n{_OTHER_LENGTHS}")
    if not is_drawable(row):
        return replace(said, text=f"{said.text}\n{_not_drawn(row)}")
    if len(known) < _ENOUGH:
        few = "Mới có số liệu một kỳ" if known else "Chưa có kỳ nào có số liệu xem được"
        text = f"{said.text}\n{few}, chưa vẽ được diễn biến. Anh/chị có thể xem các đơn vị cạnh nhau."
        return Reply(text, ((Button("Biểu đồ các đơn vị", instead),),))
    return replace(said, recipe=trend_picture(row, agency, points, catalogue, provisional=provisional, dark=dark))


def agencies_compared(
    row: CatalogueRow,
    period: Period,
    standings: Sequence[Standing],
    catalogue: Catalogue,
    *,
    provisional: Collection[AgencyCode],
    dark: bool,
) -> Reply:
    """Named agencies side by side as a picture, the highest first."""
    said = comparisons.agencies_compared(row, period, standings, catalogue, provisional=provisional)
    return _side_by_side(said, row, period, standings, catalogue, provisional=provisional, limit=None, down=True, dark=dark)


def ranking(
    row: CatalogueRow,
    view: Overview,
    catalogue: Catalogue,
    *,
    descending: bool,
    limit: int | None,
    threshold: Threshold | None,
    dark: bool,
) -> Reply:
    """All agencies side by side as a picture, highest or lowest first; with a threshold only those beyond it."""
    if not is_drawable(row):
        said = comparisons.total(row, view, catalogue)
        return replace(said, text=f"{said.text}\n{_not_drawn(row)}")
    said = comparisons.ranking(row, view, catalogue, descending=descending, limit=limit, threshold=threshold)
    said = replace(said, buttons=())  # the picture shows them all
    standings = [each for each in view.standings if threshold is None or _is_beyond(each, threshold)]
    return _side_by_side(said, row, view.period, standings, catalogue, provisional=(), limit=limit, down=descending, dark=dark)


def which_row(
    rows: Sequence[CatalogueRow], actions: Sequence[Mapping[str, Any]], period: Period, catalogue: Catalogue
) -> Reply:
    """Several rows fit: which is to be drawn."""
    named = [placed_text(row, catalogue, period) for row in rows]
    buttons = tuple((Button(name, action),) for name, action in zip(named, actions, strict=True))
    return Reply("Anh/chị muốn vẽ chỉ tiêu nào?", buttons)


def which_figure() -> Reply:
    """Nothing was asked before "vẽ đi"."""
    return Reply("Anh/chị muốn vẽ chỉ tiêu nào? Ví dụ: <code>vẽ hồ sơ đúng hạn sct</code>, hoặc <code>vẽ tiến độ quý 3</code>.")


def offered(reply: Reply, action: Mapping[str, Any]) -> Reply:
    """An answer in words with a button for its picture."""
    first, *others = reply.buttons or ((),)
    return replace(reply, buttons=((*first, Button("Biểu đồ", action)), *others))


def _side_by_side(
    said: Reply,
    row: CatalogueRow,
    period: Period,
    standings: Sequence[Standing],
    catalogue: Catalogue,
    *,
    provisional: Collection[AgencyCode],
    limit: int | None,
    down: bool,
    dark: bool,
) -> Reply:
    if not is_drawable(row):
        return replace(said, text=f"{said.text}\n{_not_drawn(row)}")
    shown = [each for each in standings if each.figure is not None and each.figure.number is not None]
    if len(shown) < _ENOUGH:
        return replace(said, text=f"{said.text}\nCần số liệu của ít nhất hai đơn vị mới vẽ được.")
    shown.sort(key=lambda each: each.figure.number if each.figure and each.figure.number is not None else 0, reverse=down)
    hidden = [each.agency for each in standings if each.figure is None and figure_of(each.finding) is not None]
    drawn = {each.agency for each in shown}
    nothing = [each.agency for each in standings if each.figure == RATE_OF_NOTHING]
    missing = [each.agency for each in standings if each.agency not in {*drawn, *hidden, *nothing}]
    kinds = (("Chưa báo cáo", missing), ("Không phát sinh", nothing), ("Chưa nộp, chưa xem được", hidden))
    silent = [f"{words}: {unescape(agency_list(catalogue, who, most=_LISTED))}" for words, who in kinds if who]
    derived = [each.agency for each in shown if isinstance(each.finding, Derived)]
    if derived:
        said = replace(said, text=f"{said.text}\nSố suy ra: {agency_list(catalogue, derived, most=_LISTED)}")
    picture = agencies_picture(row, period, shown[:limit], catalogue, provisional=provisional, silent=silent, dark=dark)
    return replace(said, recipe=picture)


def _is_beyond(standing: Standing, threshold: Threshold) -> bool:
    """Whether a figure lies beyond a limit; one that is missing stays, to be named."""
    number = standing.figure.number if standing.figure is not None else None
    return number is None or (number < threshold.number) is threshold.below


def _not_drawn(row: CatalogueRow) -> str:
    """Why an answer in words has no picture."""
    words = "/".join(option.word for option in row.options[:3])
    return f"«{label_text(row)}» trả lời bằng chữ ({words}), không phải con số, nên không vẽ biểu đồ."
