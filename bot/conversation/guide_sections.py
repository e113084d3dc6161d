"""Guided entry of many rows at once: a heading answered in one message, the rest of a section as nothing or as last time.

What is worked out for rows is shown with its values first; one press stores exactly what was shown, all or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation import guide_answers, guiding, memory, storing
from bot.conversation.exchange import Exchange
from bot.conversation.guide_memory import Guide, keep_guide
from bot.domain.catalogue import CatalogueRow, IndicatorId
from bot.domain.guided import (
    Walk,
    blank_of_heading,
    heading_above,
    is_kept_with_others,
    last_figure,
    rest_of_section,
)
from bot.domain.lookup import read_figures
from bot.domain.reporting import Assignment
from bot.domain.submission import BlankAnswer, rows_answered_by
from bot.domain.value import NOTHING_OCCURRED, Fault, Figure
from bot.replies import guide_parts as replies
from bot.replies import guide_steps as step_replies
from bot.replies import guiding as guiding_replies
from bot.replies.wording import placed_text
from bot.understanding.request import StepAnswer, StepWish

Ready = tuple[CatalogueRow, Figure, str]  # a row, what it would get, and where that is from


def offer_more(guide: Guide, exchange: Exchange) -> None:
    """[Cả mục, cả phần…]: what may be answered at once from this step."""
    place = guiding.look(guide, exchange).walk
    row = guiding.row_of(guide, exchange)
    section = exchange.catalogue.row(row.section)
    heading = heading_above(row, exchange.catalogue)
    nothing, _ = _nothing(place, section)
    kept, _ = _kept(guide, place, section, exchange)
    listed = blank_of_heading(place, heading.id, exchange.catalogue) if heading is not None else ()
    base = {"do": "guide", "g": guide.id, "a": guide.agency, "p": guide.period.code, "i": row.id}
    number = exchange.catalogue.place_in_form(heading.id, guide.period) if heading is not None else ""
    counts = {"whole": len(listed) if len(listed) > 1 else 0, "nothing": len(nothing), "last": len(kept)}
    exchange.answer(replies.more(counts, section, number, base))


def show_whole(guide: Guide, exchange: Exchange, *, told: Sequence[str] = (), edits: bool = False) -> None:
    """List the blank rows of the step's heading, to be answered in one message."""
    row = guiding.row_of(guide, exchange)
    heading = heading_above(row, exchange.catalogue)
    place = guiding.look(guide, exchange)
    rows = blank_of_heading(place.walk, heading.id, exchange.catalogue) if heading is not None else ()
    if len(rows) < 2 or guide.extent.is_review or heading is None:  # noqa: PLR2004  one row is a step
        guiding.show(replace(guide, listed=()), exchange, told=told)
        return
    dropped = guiding.dropped_question(exchange)
    stands: dict[str, int | None] = {each.id: None for each in rows}
    update = exchange.incoming.update_id
    listed = tuple(each.id for each in rows)
    keep_guide(replace(guide, listed=listed, stands=stands, live=True, shown_at=exchange.now, shown_in=update), exchange)
    name = placed_text(heading, exchange.catalogue, guide.period)
    stop = {"do": "guide", "as": "again", "g": guide.id, "a": guide.agency, "p": guide.period.code, "i": row.id}
    reply = replies.whole_heading(name, rows, stop=stop, told=[*told, *dropped])
    exchange.answer(replace(reply, edits=edits))


def take_list(answer: StepAnswer, guide: Guide, exchange: Exchange) -> None:
    """One message that answers the listed rows: stored when it is certain, previewed when it could be read otherwise."""
    rows = [exchange.catalogue.row(row_id) for row_id in guide.listed]
    if answer.miscounted or not answer.items:
        show_whole(guide, exchange, told=[replies.miscounted(rows, answer.miscounted)])
        return
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    in_order = len(answer.items) == len(rows)
    ready: list[tuple[Assignment, Ready]] = []
    faults: list[tuple[int, CatalogueRow, Fault | None, str]] = []
    skipped: list[IndicatorId] = []
    for item in answer.items:
        row = exchange.catalogue.row(item.indicator)
        if item.wish is StepWish.SKIP:
            skipped.append(row.id)
            continue
        read = guide_answers.assignment_of(item, guide, exchange)
        if isinstance(read, Assignment):
            ready.append((read, (row, read.figure, "" if item.wish is None else read.raw)))
        else:
            faults.append((numbers[row.id], row, item.fault, item.raw))
    if faults and (in_order or not ready or not answer.certain):
        show_whole(guide, exchange, told=replies.faulty_lines(faults, nothing_stored=True))
        return
    if not answer.certain:
        _preview_list([shown for _, shown in ready], skipped, rows, guide, exchange)
        return
    for row_id in skipped:
        guide = guide.passing(row_id)
    told = [guiding_replies.skipped_line(exchange.catalogue.row(each), exchange.catalogue, keeps=False) for each in skipped]
    told += replies.faulty_lines(faults, nothing_stored=False) if faults else []
    _store_list([each for each, _ in ready], guide, exchange, told=told, asks_again=bool(faults))


def _preview_list(
    ready: Sequence[Ready], skipped: Sequence[IndicatorId], rows: Sequence[CatalogueRow], guide: Guide, exchange: Exchange
) -> None:
    left = [row for row in rows if row.id not in {each.id for each, _, _ in ready}]
    _preview(replies.READ_AS, ready, left, replies.SKIPPED, guide, exchange, passed=skipped, edits=False)


def _store_list(
    assignments: Sequence[Assignment], guide: Guide, exchange: Exchange, *, told: Sequence[str], asks_again: bool
) -> None:
    """Store the rows of a list, and go on with those still to be answered: `asks_again` with the rest of the list."""
    if assignments:
        stored = guide_answers.store(assignments, guide, exchange, kind="message")
        if stored is None:
            return
        if stored.batch is None and not stored.unchanged:
            show_whole(guide, exchange, told=stored.told)
            return
        told = [*stored.told, *told]
        if stored.batch is not None:
            guide = replace(guide, batches=(*guide.batches, stored.batch))
        guide = guide_answers.remember_answer(guide, guide.listed, exchange)
    left = {row.id for row in guiding.look(guide, exchange).walk.left}
    if asks_again or len(left.intersection(guide.listed)) > 1:
        show_whole(guide, exchange, told=told)
        return
    trail = (*guide.trail, *([guide.row] if guide.row is not None else []))
    guiding.go_on(replace(guide, row=_before(guide.listed, left), listed=(), trail=trail), exchange, told=told)


def _before(listed: Sequence[IndicatorId], left: set[IndicatorId]) -> IndicatorId:
    """The row of a list that the round goes on behind: the one before the first that is still left, else the last."""
    at = next((place for place, row_id in enumerate(listed) if row_id in left), len(listed))
    return listed[max(at - 1, 0)]


def preview_rest(guide: Guide, exchange: Exchange, *, as_last: bool, edits: bool = False) -> None:
    """What "phần còn lại không phát sinh" or "giữ như kỳ trước" would store for the section of the step."""
    if guide.extent.is_review:
        guiding.show_again(guide, exchange)
        return
    section = exchange.catalogue.row(guiding.row_of(guide, exchange).section)
    place = guiding.look(guide, exchange).walk
    ready, rest = _kept(guide, place, section, exchange) if as_last else _nothing(place, section)
    if not ready:
        guiding.show_again(guide, exchange, told=[replies.none_fits(section, as_last=as_last)])
        return
    title = replies.rest_title(section, len(ready), as_last=as_last)
    _preview(title, ready, rest, replies.why_not(as_last=as_last), guide, exchange, edits=edits)


def _nothing(place: Walk, section: CatalogueRow) -> tuple[list[Ready], list[CatalogueRow]]:
    """The rows that "không phát sinh" fits, and the others."""
    rows = rest_of_section(place, section.id)
    fitting = rows_answered_by(BlankAnswer.NOTHING, rows)
    return [(row, NOTHING_OCCURRED, "") for row in fitting], [row for row in rows if row not in fitting]


def _kept(guide: Guide, place: Walk, section: CatalogueRow, exchange: Exchange) -> tuple[list[Ready], list[CatalogueRow]]:
    """The stocks and plans of the section with their last figure and its period, and the others."""
    rows = rest_of_section(place, section.id)
    wanted = [row.id for row in rows]
    figures = read_figures(exchange.store, exchange.catalogue, indicators=wanted, agencies=(guide.agency,), alone=True)
    ready: list[Ready] = []
    rest: list[CatalogueRow] = []
    for row in rows:
        last = last_figure(row, guide.agency, guide.period, figures)
        if last is not None and is_kept_with_others(row, last, guide.period):
            ready.append((row, last.figure, last.period.name))
        else:
            rest.append(row)
    return ready, rest


def _preview(
    title: str,
    ready: Sequence[Ready],
    rest: Sequence[CatalogueRow],
    why_not: str,
    guide: Guide,
    exchange: Exchange,
    *,
    passed: Sequence[IndicatorId] = (),
    edits: bool,
) -> None:
    """Show what one press would store; a bare number typed now answers nothing."""
    row = guiding.row_of(guide, exchange)
    base = {"do": "guide", "g": guide.id, "a": guide.agency, "p": guide.period.code, "i": row.id}
    rows = [
        {"i": each.id, "figure": memory.figure_document(figure), "raw": _raw(each, figure, source)}
        for each, figure, source in ready
    ]
    keep_guide(replace(guide, live=False, shown_in=exchange.incoming.update_id), exchange)
    exchange.answer(
        replies.preview(
            title,
            ready,
            rest,
            why_not,
            exchange.catalogue,
            store={**base, "as": "fill", "rows": rows, "passed": list(passed), "title": title.split(":", maxsplit=1)[0]},
            back={**base, "as": "again" if edits or not guide.listed else "whole"},
            told=guiding.dropped_question(exchange),
            edits=edits,
        )
    )


def _raw(row: CatalogueRow, figure: Figure, source: str) -> str:
    """What is kept as the typed text."""
    if figure == NOTHING_OCCURRED:
        return "không phát sinh"
    return f"như {source}" if source else step_replies.typed_text(row, figure)


def fill(action: Mapping[str, Any], guide: Guide, exchange: Exchange) -> str | None:
    """Store what a preview showed, all or none: each row must still be blank."""
    if storing.is_hindered(guide.agency, guide.period, exchange):
        return None
    shown = [each for each in action["rows"] if each["i"] in exchange.catalogue]
    assignments = [
        Assignment(IndicatorId(each["i"]), memory.figure_from(each["figure"]), None, each["raw"], None) for each in shown
    ]
    stored = guide_answers.store(assignments, guide, exchange, kind="button")
    if stored is None:
        return None
    if stored.unchanged:
        return guiding_replies.ALREADY
    if stored.batch is None:
        guiding.show(guide, exchange, told=stored.told)
        return None
    for row_id in action.get("passed", ()):
        guide = guide.passing(IndicatorId(row_id))
    exchange.answer(guiding_replies.answered(stored.told))
    guide = replace(guide, batches=(*guide.batches, stored.batch), listed=())
    if guide.row in {row.id for row in guiding.look(guide, exchange).walk.left}:
        guiding.show(guide, exchange)
    else:
        guiding.go_on(guide, exchange)
    return None
