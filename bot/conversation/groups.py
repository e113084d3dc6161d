"""Groups: /dangky and /huydangky tie a group (and topic) to an agency or to all; what happens to the bot's place in chats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.conversation import arguments, aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.acts import Act, ActKind
from bot.domain.catalogue import ALL_AGENCIES, Catalogue
from bot.domain.outgoing import Outgoing
from bot.domain.people import Action, Group, Role, may
from bot.domain.ports import Store
from bot.incoming import Membership
from bot.replies import groups as replies
from bot.replies import guide
from bot.replies.reply import Reply
from bot.understanding.text import fold, words_of

_INTRODUCED = "introduced"  # kind of a memory that is nobody's: the group was told who may register it
_HELPED = "helped"  # kind of a memory: the day on which somebody was told what the bot does in a group
_NOBODY = 0


def register(argument: str, exchange: Exchange) -> None:
    """/dangky in a group ties it; in private it lists the groups that are tied."""
    chat, store = exchange.incoming.chat, exchange.store
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if chat.is_private:
        tied = [group for group in store.groups() if group.active]
        exchange.answer(replies.group_usage(tied, exchange.catalogue))
        return
    words = words_of(argument)
    found = list(dict.fromkeys(mention.value for mention in exchange.reader.agencies.find(words, today=exchange.today)))
    agencies = [code for code in found if code != ALL_AGENCIES]
    if fold(argument) and not found:
        exchange.answer(replies.group_agency_unknown(arguments.unread([argument], exchange), exchange.catalogue))
        return
    if len(agencies) > 1:
        exchange.answer(replies.one_agency_a_group(agencies, exchange.catalogue))
        return
    agency = next(iter(agencies), None)
    before = store.group(chat.id, chat.thread_id)
    group = Group(chat.id, chat.thread_id, chat.title, agency, exchange.person.id)
    store.save_group(group)
    store.mark_chat_reachable(chat.id)  # whoever registers knows that the bot may write here
    store.remember(chat.id, _NOBODY, _INTRODUCED, None)
    if before is None or not before.active or before.agency != agency:
        store.add_act(_act(ActKind.GROUP_REGISTERED, group, exchange.person.id, exchange.now))
    exchange.answer(replies.group_registered(group, before, exchange.catalogue))


def unregister(exchange: Exchange) -> None:
    """/huydangky unties this group or topic."""
    chat = exchange.incoming.chat
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if chat.is_private:
        register("", exchange)
        return
    group = exchange.store.group(chat.id, chat.thread_id)
    if group is None or not group.active:
        exchange.answer(replies.not_registered_anyway())
        return
    _untie(group, exchange)
    exchange.answer(replies.group_unregistered(group, exchange.catalogue))


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """The button that unties a group from afar; the short text to answer with."""
    if not may(exchange.person, Action.ADMINISTER):
        return "Chỉ quản trị của Sở Nội vụ được làm việc này."
    group = exchange.store.group(action["c"], action["th"])
    if group is None or not group.active:
        return "Nhóm này đã gỡ trước đó rồi."
    _untie(group, exchange)
    exchange.answer(replies.untied(group, exchange.catalogue))
    return None


def note_membership(change: Membership, *, store: Store, catalogue: Catalogue, now: datetime) -> None:
    """The bot was let in, put out or silenced somewhere: remember it, say who must register, tell administrators."""
    if not store.finish_update(change.update_id):
        return
    chat = change.chat
    tied = [group for group in store.groups() if group.chat_id == chat.id and group.active] if not chat.is_private else []
    if not change.is_inside:
        store.mark_chat_unreachable(chat.id, "left")
        for group in tied:
            store.add_act(_act(ActKind.GROUP_LOST, group, change.by.id, now))
            _tell_administrators(replies.group_lost(group, change.by.name, catalogue), change, store)
    elif not change.may_write:
        store.mark_chat_silenced(chat.id)
        for group in tied:
            _tell_administrators(replies.group_silenced(group, catalogue), change, store)
    else:
        store.mark_chat_reachable(chat.id)
        if change.is_group and not tied and store.memory(chat.id, _NOBODY, _INTRODUCED) is None:
            store.remember(chat.id, _NOBODY, _INTRODUCED, {"at": now.isoformat()})
            store.put_out(Outgoing(chat.id, replies.introduction().text))


def silenced_here(exchange: Exchange) -> Exchange:
    """Where to answer: here, or in private when the bot may not write in the group; why is said there first."""
    chat = exchange.incoming.chat
    if chat.is_private or exchange.store.may_write_to(chat.id):
        return exchange
    twin = aside.private_twin(exchange)
    twin.answer(replies.may_not_write_there(chat.title))
    return twin


def say_what_works_here(exchange: Exchange) -> None:
    """What can be asked in this group, with an example for the agency it is registered for."""
    group = exchange.group
    if group is None:
        exchange.answer(replies.group_not_registered())
        return
    period = scope.latest_collected(exchange)
    exchange.answer(replies.what_works_here(group.agency, period, exchange.catalogue, bot_name=exchange.settings.bot_name))


def answer_mention(exchange: Exchange) -> None:
    """The bot was called by name and did not understand: what it can do here, to each person once a day."""
    today = {"day": exchange.today.isoformat()}
    if exchange.store.memory(exchange.chat_id, exchange.person.id, _HELPED) == today:
        return
    exchange.store.remember(exchange.chat_id, exchange.person.id, _HELPED, today)
    say_what_works_here(exchange)


def _untie(group: Group, exchange: Exchange) -> None:
    exchange.store.save_group(replace(group, active=False))
    exchange.store.add_act(_act(ActKind.GROUP_UNREGISTERED, group, exchange.person.id, exchange.now))


def _act(kind: ActKind, group: Group, by: int, at: datetime) -> Act:
    return Act(kind, at, by, agency=group.agency, chat_id=group.chat_id)


def _tell_administrators(reply: Reply, change: Membership, store: Store) -> None:
    """All but the one who did it."""
    for person in store.people(role=Role.ADMINISTRATOR):
        if person.id != change.by.id and store.may_write_to(person.id):
            store.put_out(Outgoing(person.id, reply.text, answers=False))
