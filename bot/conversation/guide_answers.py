"""Answers to a step of guided entry, typed or pressed: stored for the row that was shown, then on to the next.

What is stored replaces only the value that was shown; anything else is said and the step stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation import entering, guide_sections, guiding, memory, scope, storing, undoing
from bot.conversation.exchange import Exchange
from bot.conversation.guide_memory import Guide, keep_guide, read_guide
from bot.domain.catalogue import IndicatorId
from bot.domain.completeness import required_rows
from bot.domain.guided import computed, last_figure
from bot.domain.history import was_undone
from bot.domain.lookup import read_figures
from bot.domain.people import Action, may
from bot.domain.reporting import Assignment, ChangedByOther, NotYetBegun, Recorded, ReportLocked, Undone, record, undo
from bot.domain.value import Figure
from bot.replies import entries, report_life
from bot.replies import guide_steps as step_replies
from bot.replies import guiding as replies
from bot.replies.reply import Reply
from bot.replies.undoing import undone
from bot.replies.wording import number_text
from bot.understanding.request import Entry, StepAnswer, StepItem, StepWish


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of assignments: `told` for people; `batch` None when nothing was stored and the step stays."""

    told: tuple[str, ...]
    batch: str | None = None
    unchanged: bool = False


def take(answer: StepAnswer, exchange: Exchange) -> None:
    """A typed answer to the step, or to the list of a heading."""
    guide = read_guide(exchange)
    if guide is None or guide.row is None or storing.is_hindered(guide.agency, guide.period, exchange):
        return
    if answer.wish is not None:
        _wish(answer.wish, guide, exchange)
    elif guide.listed:
        guide_sections.take_list(answer, guide, exchange)
    elif len(answer.items) == 1 and answer.items[0].wish is StepWish.SKIP:
        _skip(guide, exchange)
    else:
        _take_items(answer, guide, exchange)


def _take_items(answer: StepAnswer, guide: Guide, exchange: Exchange) -> None:
    assignments = []
    for item in answer.items:
        read = assignment_of(item, guide, exchange)
        if isinstance(read, str):
            _refuse(read, answer, guide, exchange)
            return
        assignments.append(read)
    stored = store(assignments, guide, exchange, kind="message")
    if stored is None:
        return
    if stored.batch is None and not stored.unchanged:
        guiding.show(guide, exchange, told=stored.told)
        return
    guide = _answered(guide, stored)
    if guide.row is not None:
        guide = remember_answer(guide, (guide.row,), exchange)
    if answer.also is None:
        guiding.go_on(guide, exchange, told=stored.told)
        return
    keep_guide(guide, exchange)
    is_sure = all(value.certain for value in answer.also.values)
    if not is_sure:  # the next step waits until it is answered which row they are of
        exchange.answer(Reply("\n".join(stored.told)))
    _enter_also(answer.also, guide, exchange)
    if memory.read_pending(exchange) is None:
        guiding.go_on(guide, exchange, told=stored.told if is_sure else ())


def _refuse(why_not: str, answer: StepAnswer, guide: Guide, exchange: Exchange) -> None:
    """Say why the step's value was not stored; what the same message enters for other rows is not lost by that."""
    if answer.also is not None:
        _enter_also(answer.also, guide, exchange)
    if memory.read_pending(exchange) is None:
        guiding.show_again(guide, exchange, told=[why_not])
    else:
        exchange.answer(Reply(why_not))


def remember_answer(guide: Guide, rows: tuple[IndicatorId, ...], exchange: Exchange) -> Guide:
    """Remember which rows the message answered, so that its edit corrects them."""
    message = exchange.incoming.message_id
    return guide if message is None else replace(guide, answers={**guide.answers, str(message): rows})


def _enter_also(entry: Entry, guide: Guide, exchange: Exchange) -> None:
    """What the same message enters beside the step is for the step's report, unless it names another."""
    scoped = memory.scoped(entry, agency=entry.agency or guide.agency, period=entry.period or guide.period)
    entering.enter(scoped, exchange)


def assignment_of(item: StepItem, guide: Guide, exchange: Exchange) -> Assignment | str:
    """What a message gives a row, or why it cannot be stored."""
    row = exchange.catalogue.row(item.indicator)
    figure, raw = item.figure, item.raw
    if item.fault is not None:
        return replies.refused_line(row, item.fault, item.raw)
    if item.wish is StepWish.AS_LAST:
        figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(guide.agency,), alone=True)
        last = last_figure(row, guide.agency, guide.period, figures)
        if last is None:
            return replies.no_last_line()
        figure, raw = last.figure, step_replies.as_last_raw(row, last.figure, last.period)
    elif item.wish is StepWish.COMPUTED:
        number = computed(row, guiding.look(guide, exchange).figures)
        if number is None:
            return replies.nothing_computed_line()
        figure, raw = Figure(number), f"tự tính {number_text(number)}"
    if figure is None:
        return replies.unclear_line(item.raw, row)
    return Assignment(row.id, figure, item.note, raw, guiding.standing_change(guide, row.id, exchange))


def store(assignments: Sequence[Assignment], guide: Guide, exchange: Exchange, *, kind: str) -> Stored | None:
    """Record all or none; None when the report takes no entries (any more), which was said and ended the round."""
    before = guiding.look(guide, exchange)
    outcome = record(
        assignments,
        guide.agency,
        guide.period,
        store=exchange.store,
        batch=f"{exchange.batch}:step",  # the same message may enter other rows too
        by=exchange.person.id,
        at=exchange.now,
        today=exchange.today,
        source=exchange.source(kind),
    )
    match outcome:
        case ReportLocked():
            opens = may(exchange.person, Action.ADMINISTER)
            reopeners = scope.who_reopens(exchange)
            guiding.end_with(report_life.locked(outcome, exchange.catalogue, who=reopeners, opens=opens), exchange)
            return None
        case NotYetBegun():
            guiding.end_with(entries.not_begun(outcome), exchange)
            return None
        case ChangedByOther(key=key, standing=standing):
            who = scope.name_of(standing.entered_by, exchange) if standing is not None else ""
            return Stored((replies.changed_line(exchange.catalogue.row(key.indicator), standing, who, exchange.catalogue),))
        case Recorded():
            follows = storing.what_follows(outcome, exchange)
            after = guiding.look(guide, exchange)
            answered = {change.key.indicator for change in outcome.changes}
            off = len(required_rows(before.figures, exchange.catalogue, guide.period)) - len(
                required_rows(after.figures, exchange.catalogue, guide.period)
            )
            told = replies.stored_lines(
                outcome,
                exchange.catalogue,
                computed=follows.computed,
                warnings=follows.warnings,
                taken_off=off if answered else 0,
            )
            return Stored(tuple(told), outcome.batch if outcome.changes else None, unchanged=not outcome.changes)


def _answered(guide: Guide, stored: Stored) -> Guide:
    """The round after its row was answered: a review's row is passed, the batch can be taken back."""
    if stored.batch is not None:
        guide = replace(guide, batches=(*guide.batches, stored.batch))
    if guide.extent.is_review and guide.row is not None:
        guide = guide.passing(guide.row)
    elif guide.row is not None:  # answered after all
        guide = replace(guide, passed=tuple(each for each in guide.passed if each != guide.row))
    return guide


def _wish(wish: StepWish, guide: Guide, exchange: Exchange) -> None:
    match wish:
        case StepWish.BACK if guide.listed:
            guiding.show(replace(guide, listed=()), exchange)
        case StepWish.BACK:
            back(guide, exchange)
        case StepWish.STOP:
            guiding.stop(guide, exchange)
        case StepWish.UNDO:
            why_not = take_back(guide, exchange)
            if why_not is not None:
                guiding.show_again(guide, exchange, told=[why_not])
        case StepWish.WHOLE:
            guide_sections.show_whole(guide, exchange)
        case StepWish.REST_NOTHING | StepWish.REST_AS_LAST:
            guide_sections.preview_rest(guide, exchange, as_last=wish is StepWish.REST_AS_LAST)
        case StepWish.SHOW:
            guiding.show(guide, exchange)
        case StepWish.SKIP | StepWish.AS_LAST | StepWish.COMPUTED:
            _skip(guide, exchange)  # of a whole list: on with the rows after it


def _skip(guide: Guide, exchange: Exchange) -> None:
    if guide.listed:
        for row_id in guide.listed:
            guide = guide.passing(row_id)
        guiding.go_on(replace(guide, row=guide.listed[-1], listed=()), exchange)
        return
    row = guiding.row_of(guide, exchange)
    told = [replies.skipped_line(row, exchange.catalogue, keeps=guide.extent.is_review)]
    guiding.go_on(guide.passing(row.id), exchange, told=told)


def back(guide: Guide, exchange: Exchange, *, edits: bool = False) -> None:
    """The step shown before; rows that are not asked for any more are passed over."""
    asked = {row.id for row in guiding.look(guide, exchange).walk.rows}
    trail = list(guide.trail)
    while trail:
        row_id = trail.pop()
        if row_id in asked and row_id != guide.row:
            passed = tuple(each for each in guide.passed if each != row_id)
            guiding.show(replace(guide, row=row_id, trail=tuple(trail), passed=passed), exchange, edits=edits)
            return
    guiding.show_again(replace(guide, trail=()), exchange, told=[replies.first_step_line()])


def undo_last(argument: str, exchange: Exchange) -> None:
    """/hoantac: take back what was written last; a step that waits is shown again, the row of an answer of this round too."""
    guide = read_guide(exchange)
    if guide is None or not guide.is_live(exchange.now):
        undoing.undo_last(argument, exchange)
        return
    newest = undoing.last_batch(exchange)
    if newest is None or newest[0].batch not in guide.batches:
        undoing.undo_last(argument, exchange)
        guiding.show_again(guide, exchange)
        return
    why_not = take_back(guide, exchange, newest[0].batch)
    if why_not is not None:
        guiding.show_again(guide, exchange, told=[why_not])


def take_back(guide: Guide, exchange: Exchange, batch: str | None = None) -> str | None:
    """Undo the last answer of the round and show its row again; the short text to answer a press with."""
    batch = batch or next((each for each in reversed(guide.batches) if not was_undone(each, exchange.store)), None)
    if batch is None:
        guiding.show_again(guide, exchange, told=[replies.nothing_to_undo_line()])
        return None
    outcome = undoing.attempt(undo, batch, exchange)
    if not isinstance(outcome, Undone):
        return outcome
    rest = tuple(each for each in guide.batches if each != batch)
    row_id = outcome.changes[0].key.indicator
    back_to = {change.key.indicator for change in outcome.changes}
    passed = tuple(each for each in guide.passed if each not in back_to)
    trail = tuple(each for each in guide.trail if each != row_id)
    told = undone(outcome.changes, exchange.catalogue, batch=batch).text.split("\n")
    guiding.show(replace(guide, row=row_id, batches=rest, passed=passed, trail=trail, listed=()), exchange, told=told)
    return None


def press_figure(action: Mapping[str, Any], guide: Guide, exchange: Exchange) -> str | None:
    """A button that stores a figure in the row of its message."""
    row_id = IndicatorId(action["i"])
    if storing.is_hindered(guide.agency, guide.period, exchange):
        return None
    figure = memory.figure_from(action["figure"])
    assignment = Assignment(row_id, figure, None, action["raw"], action["stands"])
    is_current = row_id == guide.row
    stored = store([assignment], guide, exchange, kind="button")
    if stored is None:
        return None
    if stored.unchanged and not is_current:
        return replies.ALREADY
    if stored.batch is None and not stored.unchanged:
        guiding.show(guide, exchange, told=stored.told)
        return None
    exchange.answer(replies.answered(stored.told))
    if is_current:
        guiding.go_on(_answered(guide, stored), exchange)
    elif stored.batch is not None:
        guiding.show_again(replace(guide, batches=(*guide.batches, stored.batch)), exchange)
    return None


def press_skip(guide: Guide, exchange: Exchange) -> None:
    """[Bỏ qua], [Giữ nguyên]."""
    row = guiding.row_of(guide, exchange)
    exchange.answer(replies.answered([replies.skipped_line(row, exchange.catalogue, keeps=guide.extent.is_review)]))
    guiding.go_on(guide.passing(row.id), exchange)
