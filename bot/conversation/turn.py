"""The one path from a message to its replies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import assert_never

from bot.clock import day_in_viet_nam
from bot.conversation import (
    aside,
    asking,
    choosing,
    commands,
    duties,
    entering,
    file_reading,
    file_taking,
    groups,
    growing,
    guide_answers,
    guide_corrections,
    guide_memory,
    guide_start,
    guiding,
    memory,
    offered,
    pasting,
    presses,
    refusing,
    reports,
    scope,
    scoping,
    submitting,
    telling,
    wishes,
)
from bot.conversation.exchange import Exchange
from bot.conversation.guide_arguments import asked_for
from bot.domain.acts import Act, ActKind
from bot.domain.catalogue import Catalogue
from bot.domain.deadlines import standing_calendar
from bot.domain.outgoing import Outgoing
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.ports import Store
from bot.incoming import Attachment, Chat, Command, Incoming, Press, Sender, Text
from bot.replies import groups as group_replies
from bot.replies import guide
from bot.settings import Settings
from bot.understanding.reader import Reader
from bot.understanding.request import Chosen, Context, Entry, Focus, Question, Request, StepAnswer, Unknown, UnknownKind

_OPEN_TO_STRANGERS = {"start"}  # an invite comes in as /start TOKEN


@dataclass(frozen=True, slots=True)
class Turn:
    """What the handler must do at once itself: `toast` is the short text that answers a pressed button."""

    toast: str | None = None
    rights_changed: frozenset[int] = frozenset()  # ids of people whose menu of commands is another now


def take_turn(
    incoming: Incoming, *, store: Store, catalogue: Catalogue, reader: Reader, settings: Settings, now: datetime
) -> Turn:
    """Answer one message. A second call for the same update does nothing (effects are stored exactly once)."""
    if not store.finish_update(incoming.update_id):
        return Turn()
    person = _with_known_agencies(_person(incoming, store, settings, now), catalogue)
    telling.lock_and_tell(store, catalogue, now)
    content = incoming.content
    stranger = person is None or not person.grants
    if stranger and not (incoming.chat.is_private and isinstance(content, Command) and content.name in _OPEN_TO_STRANGERS):
        _refuse_stranger(incoming, store, now)
        return Turn("Anh/chị chưa được đăng ký." if isinstance(content, Press) else None)
    if incoming.chat.is_private and not store.may_write_to(incoming.chat.id):
        store.mark_chat_reachable(incoming.chat.id)  # who writes can be written to again
    exchange = _exchange(incoming, person, store, catalogue, reader, settings, now)
    toast = None
    match content:
        case Text():
            _on_text(content, groups.silenced_here(exchange))
            guiding.remind(exchange)
        case Command("dangky"):
            commands.run_command(content, exchange)  # which ends being silenced
        case Command():
            commands.run_command(content, groups.silenced_here(exchange))
        case Press():
            toast = presses.press(content, exchange)
        case Attachment():
            file_taking.take_file(content, groups.silenced_here(exchange))
        case _:
            assert_never(content)
    if not isinstance(content, Text):
        guide_memory.let_rest(exchange)
    offered.remember(exchange)
    return Turn(toast, frozenset(exchange.rights_changed))


def take_reading(
    done: file_reading.ReadingDone, *, store: Store, catalogue: Catalogue, reader: Reader, settings: Settings, now: datetime
) -> None:
    """Go on with a file that was read, for the person who sent it. Nothing happens when another worker holds it by now."""
    file = store.file_held(done.file_id, done.by)
    if file is None:
        return
    person = _with_known_agencies(store.person(file.person_id), catalogue)
    telling.lock_and_tell(store, catalogue, now)
    incoming = Incoming(
        file.update_id,
        Chat(file.chat_id, is_private=file.is_private, thread_id=file.thread_id),
        Sender(file.person_id, person.name if person else ""),
        file.message_id,
        Attachment("document", file.file_id, file.unique_id, file.file_name),
    )
    exchange = _exchange(incoming, person, store, catalogue, reader, settings, now)
    file_reading.show_reading(file, done.answer, exchange)
    offered.remember(exchange)


def _exchange(
    incoming: Incoming,
    person: Person | None,
    store: Store,
    catalogue: Catalogue,
    reader: Reader,
    settings: Settings,
    now: datetime,
) -> Exchange:
    return Exchange(
        incoming=incoming,
        person=person or Person(incoming.sender.id, incoming.sender.name),
        group=_group(incoming, store, catalogue),
        store=store,
        catalogue=catalogue,
        reader=reader,
        calendar=standing_calendar(store, catalogue),
        settings=settings,
        now=now,
    )


def _person(incoming: Incoming, store: Store, settings: Settings, now: datetime) -> Person | None:
    """The registered sender. The first administrator named in the settings registers by writing."""
    person = store.person(incoming.sender.id)
    if settings.admin_id == incoming.sender.id and (person is None or not person.has(Role.ADMINISTRATOR)):
        grants = person.grants if person else ()
        person = Person(incoming.sender.id, incoming.sender.name, (*grants, Grant(Role.ADMINISTRATOR)))
        store.save_person(person)
        store.add_act(Act(ActKind.GRANTED, now, None, person_id=person.id, role=Role.ADMINISTRATOR))
    elif person is not None and person.name != incoming.sender.name and incoming.sender.name:
        person = replace(person, name=incoming.sender.name)
        store.rename_person(person.id, person.name)  # the grants may be others by now
    return person


def _with_known_agencies(person: Person | None, catalogue: Catalogue) -> Person | None:
    """Without roles of agencies that the catalogue no longer has."""
    if person is None:
        return None
    grants = tuple(grant for grant in person.grants if grant.agency is None or catalogue.has_agency(grant.agency))
    return person if grants == person.grants else replace(person, grants=grants)


def _group(incoming: Incoming, store: Store, catalogue: Catalogue) -> Group | None:
    """The group written in, if it is registered (now), for an agency that there is."""
    group = None if incoming.chat.is_private else store.group(incoming.chat.id, incoming.chat.thread_id)
    if group is None or not group.active:
        return None
    if group.agency is None:
        return group
    return group if any(agency.code == group.agency for agency in catalogue.agencies) else None


def _refuse_stranger(incoming: Incoming, store: Store, now: datetime) -> None:
    """Refuse politely, in private and once a day: an unknown person cannot make the bot talk."""
    if not incoming.chat.is_private:
        return
    today = day_in_viet_nam(now).isoformat()
    refused = store.memory(incoming.chat.id, incoming.sender.id, "refused")
    if refused is not None and refused.get("day") == today:
        return
    store.remember(incoming.chat.id, incoming.sender.id, "refused", {"day": today})
    store.put_out(Outgoing(incoming.chat.id, guide.stranger(incoming.sender.id).text))


def _on_plain_words(content: Text, exchange: Exchange) -> bool:
    """Whether a text only asked for what a command does, or is the edit of an answer in guided entry."""
    if content.edited:
        return guide_corrections.correct(content, exchange)
    if duties.is_about_own(content.text):
        duties.show_own(exchange)
        return True
    if (part := asked_for(content.text)) is not None:
        guide_start.enter_guided(part or "tiếp", exchange)
        return True
    return _is_wish(content.text, exchange) or file_reading.take_scope(content, exchange)


def _is_wish(text: str, exchange: Exchange) -> bool:
    """Whether a text is plain words for a command, which is run then; a step of guided entry takes back its own answers."""
    wish = wishes.wished_here(text, exchange)
    if wish is None or (wish.name == "hoantac" and guide_memory.is_live(exchange)):
        return False
    commands.run_command(wish, exchange)
    guide_memory.let_rest(exchange)
    return True


def _on_text(content: Text, exchange: Exchange) -> None:
    standing = offered.standing_in(exchange)
    if offered.take_named(content, standing, exchange) or _on_plain_words(content, exchange):
        return
    pending = memory.read_pending(exchange)
    subject = exchange.store.subject(exchange.chat_id, content.reply_to) if content.reply_to is not None else None
    replied_to = memory.focus_from(subject, exchange) if subject else None
    context = Context(
        today=exchange.today,
        agency=exchange.own_agency,
        open_period=scope.usual_period(exchange),
        focus=memory.read_focus(exchange),
        pending=None if content.edited else memory.as_context(pending),
        replied_to=replied_to,
        step=guiding.open_step(content, exchange),
    )
    paste = pasting.paste_of(content, exchange)
    request = _of_the_message_replied_to(pasting.read_parts(paste.parts, context, exchange.reader), replied_to)
    is_answer = reports.take_answer(content, request, exchange) or scoping.take_answer(content, exchange)
    if is_answer or offered.take_answer(content, request, standing, exchange):
        return
    is_long = len(paste.parts) > 1 or pasting.may_go_on(content)
    in_private = exchange.incoming.chat.is_private
    if not in_private and exchange.group is None and not isinstance(request, Unknown):
        _answer_unregistered(request, exchange, edited=content.edited)
        return
    match request:
        case Question():
            if not content.edited:
                asking.answer_question(request, exchange)
                growing.note_question(request, content.text, exchange)
        case Entry():
            if content.edited or request.is_table or is_long:
                entering.preview_entry(request, exchange, edited=content.edited, slot=paste.slot)
            else:
                entering.enter(request, exchange)
        case Chosen():
            choosing.choose(request, exchange)
        case StepAnswer():
            guide_answers.take(request, exchange)
        case Unknown() if pending is not None and request.kind is UnknownKind.NOTHING and not content.edited:
            choosing.take_number(content.text, pending, exchange)
        case Unknown():
            if not content.edited:
                _on_unknown(request, content, exchange)
                growing.note_unknown(request, content.text, exchange)
        case _:
            assert_never(request)


def _of_the_message_replied_to(request: Request, about: Focus | None) -> Request:
    """A number that corrects the figure replied to is for that figure's agency and period, not for the writer's own."""
    if about is None or not isinstance(request, Entry) or len(request.values) != 1:
        return request
    if about.indicator is None or request.values[0].indicator != about.indicator:
        return request
    return replace(request, agency=request.agency or about.agency, period=request.period or about.period)


def _answer_unregistered(request: Question | Entry | Chosen | StepAnswer, exchange: Exchange, *, edited: bool) -> None:
    """In a group that nobody registered nothing is shown; a question is answered in private."""
    if isinstance(request, Question) and not edited:
        aside.answer_aside(group_replies.group_not_registered(), exchange, partial(asking.answer_question, request))
    else:
        exchange.answer(group_replies.group_not_registered())


def _on_unknown(request: Unknown, content: Text, exchange: Exchange) -> None:
    if not exchange.incoming.chat.is_private and request.kind not in refusing.KINDS:
        # people talk in groups; the bot answers small talk there only when it is called by name, and no thanks
        if content.mentions and request.kind is not UnknownKind.THANKS:
            groups.answer_mention(exchange)
        return
    match request.kind:
        case UnknownKind.SMALL_TALK:
            exchange.answer(guide.small_talk(exchange.person))
        case UnknownKind.THANKS:
            exchange.answer(guide.you_are_welcome())
        case UnknownKind.NOT_IN_CATALOGUE | UnknownKind.NO_SUCH_AGENCY | UnknownKind.SEVERAL_REPORTS:
            refusing.refuse(request, exchange)
        case UnknownKind.SUBMITTING:
            submitting.ask_to_submit("", exchange, request.period)
        case UnknownKind.NOTHING if guiding.take_late_number(content.text, exchange) or offered.is_asked(exchange):
            pass
        case UnknownKind.NOTHING:
            exchange.answer(guide.not_understood(exchange.person))
        case _:
            assert_never(request.kind)
