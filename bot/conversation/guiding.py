"""Guided entry: showing the step somebody is at, going on to the next, and ending. Every step looks at the world anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.conversation import memory, questions, scope, storing
from bot.conversation.exchange import Exchange
from bot.conversation.guide_memory import Guide, forget_guide, keep_guide, let_rest, read_guide
from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId
from bot.domain.checks import Violation, broken_checks
from bot.domain.completeness import completeness, required_rows
from bot.domain.duties import owner_of, standing_duties
from bot.domain.formula import operands
from bot.domain.guided import Extent, ExtentKind, Walk, offers, walk
from bot.domain.lookup import read_figures
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.report_checks import check_report
from bot.domain.value import Figure, StoredValue, ValueKey
from bot.incoming import Text
from bot.replies import guide_steps, guiding
from bot.replies.checks import violation_text
from bot.replies.reply import Reply
from bot.understanding.recalling import recall
from bot.understanding.request import Context, Focus, GuidedStep, Request

_LATELY = timedelta(days=1)  # how long it is said why a step takes no number any more
_REMEMBERED = timedelta(days=14)  # how long a bare number still reminds of a step that was left
_PROBLEMS = 3  # failing checks named at a step


@dataclass(frozen=True, slots=True)
class Place:
    """A report as it stands now, and where a round is in it."""

    walk: Walk
    values: dict[IndicatorId, StoredValue]
    figures: dict[IndicatorId, Figure]
    failing: tuple[Violation, ...]


def look(guide: Guide, exchange: Exchange) -> Place:
    """Where the round is in the report as it stands now."""
    stored = exchange.store.values(agencies=(guide.agency,), periods=(guide.period,))
    values = {value.key.indicator: value for value in stored if value.key.indicator in exchange.catalogue}
    figures = {indicator: value.figure for indicator, value in values.items()}
    failing = broken_checks(exchange.catalogue, list(values.values()))
    named = rows_named(guide.extent, guide.agency, guide.period, figures, failing, exchange)
    place = walk(guide.extent, figures, exchange.catalogue, guide.period, passed=guide.passed, named=named)
    return Place(place, values, figures, failing)


def rows_named(
    extent: Extent,
    agency: AgencyCode,
    period: Period,
    figures: dict[IndicatorId, Figure],
    failing: Sequence[Violation],
    exchange: Exchange,
) -> set[IndicatorId]:
    """The rows of an extent that does not follow from the form: one's own, those that checks or a returned report name."""
    match extent.kind:
        case ExtentKind.MINE:
            owners = {duty.row: duty.person_id for duty in standing_duties(exchange.store, exchange.catalogue, agency)}
            required = required_rows(figures, exchange.catalogue, period)
            return {row.id for row in required if owner_of(row.id, owners, exchange.catalogue) == exchange.person.id}
        case ExtentKind.CHECKS:
            return {row_id for violation in failing for row_id in operands(violation.check.expression)}
        case ExtentKind.MEND:
            return set(exchange.store.report(agency, period).rows)
        case ExtentKind.ALL | ExtentKind.PART:
            return set()


def go_on(guide: Guide, exchange: Exchange, *, told: Sequence[str] = (), first: bool = False, edits: bool = False) -> None:
    """Show the next row that is left; at the end of a section or of all of it, say how far it is."""
    place = look(guide, exchange)
    following = place.walk.next_after(guide.row)
    told = list(told)
    before = exchange.catalogue.row(guide.row) if guide.row is not None else None
    if before is not None and (following is None or following.section != before.section):
        told += _end_of_part(before, guide, place, exchange)
    if following is None:
        _finish(guide, told, exchange)
        return
    if before is not None and before.id != following.id:
        guide = replace(guide, trail=(*guide.trail, before.id))
    show(replace(guide, row=following.id, listed=()), exchange, told=told, first=first, edits=edits)


def _end_of_part(before: CatalogueRow, guide: Guide, place: Place, exchange: Exchange) -> list[str]:
    """Behind the last row of a section or of the part gone through: how far it is. Nothing for a review and a single row."""
    part = guide.extent.row or before.section
    rows = [row for row in place.walk.rows if guide.extent.row is not None or row.section == before.section]
    if guide.extent.is_review or part == before.id or not rows:
        return []
    done = sum(row.id in place.walk.answered for row in rows)
    skipped = sum(row.id in guide.passed and row.id not in place.walk.answered for row in rows)
    name = guide_steps.part_name(part, guide.period, exchange.catalogue, mine=guide.extent.kind is ExtentKind.MINE)
    return [guiding.part_line(name, done, len(rows), skipped)]


def show(guide: Guide, exchange: Exchange, *, told: Sequence[str] = (), first: bool = False, edits: bool = False) -> None:
    """Show the step as a whole, which a bare number answers from now on."""
    shown, guide = _shown(guide, exchange)
    if shown is None:
        go_on(guide, exchange, told=told, first=first, edits=edits)
        return
    told = [*told, *dropped_question(exchange)]
    hint = first and read_guide(exchange) is None
    _keep_shown(guide, shown, exchange)
    exchange.answer(guide_steps.step(shown, exchange.catalogue, told=told, first=first, hint=hint, edits=edits))


def show_again(guide: Guide, exchange: Exchange, *, told: Sequence[str] = ()) -> None:
    """Show the step once more, briefly."""
    shown, guide = _shown(guide, exchange)
    if shown is None:
        go_on(guide, exchange, told=told)
        return
    _keep_shown(guide, shown, exchange)
    exchange.answer(guide_steps.step_again(shown, exchange.catalogue, told=told))


def _shown(guide: Guide, exchange: Exchange) -> tuple[guide_steps.Step | None, Guide]:
    """What the message of the step says; None when its row is not asked for any more, so that another one comes."""
    place = look(guide, exchange)
    if guide.row is None or guide.row not in {row.id for row in place.walk.rows}:
        return None, guide
    row = exchange.catalogue.row(guide.row)
    standing = place.values.get(row.id)
    figures = read_figures(exchange.store, exchange.catalogue, indicators=(row.id,), agencies=(guide.agency,), alone=True)
    problems = [each for each in place.failing if row.id in operands(each.check.expression)]
    shown = guide_steps.Step(
        row,
        guide.agency,
        guide.period,
        guide.extent,
        place.walk,
        offers(row, guide.agency, guide.period, figures, place.figures),
        standing,
        scope.name_of(standing.entered_by, exchange) if standing is not None else "",
        [violation_text(each, exchange.catalogue) for each in problems[:_PROBLEMS]] if standing is not None else [],
        len(exchange.person.agencies_of(Role.CLERK)) > 1,
        guide.id,
        guide.batches[-1] if guide.batches else None,
    )
    return shown, replace(guide, stands={row.id: standing.change_id if standing is not None else None})


def _keep_shown(guide: Guide, shown: guide_steps.Step, exchange: Exchange) -> None:
    """From now on this step is what the conversation is about."""
    update = exchange.incoming.update_id
    keep_guide(replace(guide, row=shown.row.id, listed=(), live=True, shown_at=exchange.now, shown_in=update), exchange)
    memory.keep_focus(exchange, Focus(shown.row.id, guide.agency, guide.period))


def dropped_question(exchange: Exchange) -> list[str]:
    """A question of the bot that was still open is given up, and that is said: its value was never stored."""
    questions.forget_question(exchange)
    pending = memory.read_pending(exchange)
    if pending is None:
        return []
    memory.keep_pending(exchange, None)
    return [guiding.dropped_line([choice.raw for choice in pending.queue])]


def _finish(guide: Guide, told: Sequence[str], exchange: Exchange) -> None:
    """Nothing is left to show: the round ends."""
    left = completeness(exchange.store, exchange.catalogue, guide.agency, guide.period)
    blank = {row.id for row in left.blank}
    skipped = [exchange.catalogue.row(row_id) for row_id in guide.passed if row_id in blank]
    undo: dict[str, Any] | None = {"do": "undo", "batch": guide.batches[-1]} if guide.batches else None
    told = [*told, *dropped_question(exchange)]
    keep_guide(replace(guide, row=None, listed=(), live=False, shown_in=exchange.incoming.update_id), exchange)
    memory.keep_focus(exchange, Focus(None, guide.agency, guide.period))
    exchange.answer(
        guiding.finished(
            told,
            guide.extent,
            [] if guide.extent.is_review else skipped,
            left,
            guide.agency,
            guide.period,
            exchange.catalogue,
            failing=len(check_report(exchange.store, exchange.catalogue, guide.agency, guide.period).failing),
            undo=undo,
        )
    )


def stop(guide: Guide, exchange: Exchange, *, edits: bool = False) -> None:
    """Rest; where one is stays remembered."""
    keep_guide(replace(guide, live=False, listed=()), exchange)
    left = completeness(exchange.store, exchange.catalogue, guide.agency, guide.period)
    at = exchange.catalogue.row(guide.row) if guide.row is not None else None
    reply = guiding.stopped(at, left, guide.agency, guide.period, exchange.catalogue)
    exchange.answer(replace(reply, edits=edits))


def open_step(content: Text, exchange: Exchange) -> GuidedStep | None:
    """What a text may answer: the step shown last, unless the bot asked something since or another message is replied to."""
    guide = read_guide(exchange)
    if guide is None or guide.row is None or content.edited or not guide.is_live(exchange.now):
        return None
    if memory.read_pending(exchange) is not None or questions.is_open(exchange):
        return None
    if content.reply_to is not None:
        subject = exchange.store.subject(exchange.chat_id, content.reply_to)
        if subject is not None and subject.get("i") != guide.row:
            return None
    return step_of(guide, guide.listed) if guide.listed else step_of(guide, (guide.row,))


def step_of(guide: Guide, rows: tuple[IndicatorId, ...]) -> GuidedStep:
    """The step as understanding knows it."""
    return GuidedStep(rows, guide.agency, guide.period, is_list=bool(guide.listed) and rows == guide.listed)


def read(text: str, step: GuidedStep, exchange: Exchange) -> Request:
    """What a text means at a step."""
    context = Context(exchange.today, agency=exchange.own_agency, open_period=step.period, step=step)
    return recall(text, context, reader=exchange.reader)


def remind(exchange: Exchange) -> None:
    """After something else was answered: show the step again, briefly, unless the bot is waiting for another answer."""
    guide = read_guide(exchange)
    if guide is None or not guide.is_live(exchange.now) or guide.shown_in == exchange.incoming.update_id:
        return
    if memory.read_pending(exchange) is not None or questions.is_open(exchange) or guide.listed:
        return
    if not may(exchange.person, Action.ENTER, guide.agency) or exchange.store.report(guide.agency, guide.period).is_locked:
        let_rest(exchange)
        return
    place = look(guide, exchange)
    if guide.row in place.figures and not guide.extent.is_review and guide.stands.get(str(guide.row)) is None:
        go_on(guide, exchange)  # what was just said filled it
        return
    show_again(guide, exchange)


def take_late_number(text: str, exchange: Exchange) -> bool:
    """A number that nothing else explains, long after the step was shown: the step is shown again, nothing is stored."""
    guide = read_guide(exchange)
    if guide is None or guide.row is None or not any(char.isdigit() for char in text):
        return False
    is_open = (
        may(exchange.person, Action.ENTER, guide.agency) and not exchange.store.report(guide.agency, guide.period).is_locked
    )
    age = exchange.now - guide.shown_at
    if not is_open and age <= _LATELY:
        return storing.is_hindered(guide.agency, guide.period, exchange)
    if not is_open or age > _REMEMBERED:
        return False
    show(guide, exchange, told=[guiding.not_answered_line(text)])
    return True


def row_of(guide: Guide, exchange: Exchange) -> CatalogueRow:
    """The row of the step."""
    return exchange.catalogue.row(guide.row or "")


def standing_change(guide: Guide, row_id: IndicatorId, exchange: Exchange) -> int | None:
    """The change that stood when the row was shown; now, for a row that was not."""
    if row_id in guide.stands:
        return guide.stands[row_id]
    value = exchange.store.value(ValueKey(guide.agency, guide.period, row_id))
    return value.change_id if value is not None else None


def end_with(reply: Reply, exchange: Exchange) -> None:
    """Say why the round cannot go on, and end it."""
    forget_guide(exchange)
    exchange.answer(reply)
