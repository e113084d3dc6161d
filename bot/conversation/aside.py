"""What does not belong into a group is answered in private, and the group is told so. People elsewhere are told things too."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.conversation.exchange import Exchange
from bot.domain.offering import TOLD, keep_offered, offered_in
from bot.domain.outgoing import ButtonRecord, Outgoing, OutgoingButton
from bot.domain.people import Role
from bot.incoming import Chat, Press, Text
from bot.replies import groups
from bot.replies.reply import Reply

_BUTTON_LIFE = timedelta(days=30)


def private_twin(exchange: Exchange) -> Exchange:
    """The same message as if it had been written in private: the person's own rights, memory and chat."""
    incoming = exchange.incoming
    content = Text("") if isinstance(incoming.content, Press) else incoming.content  # a press would edit a message of the group
    private = replace(incoming, chat=Chat(exchange.person.id, is_private=True), content=content)
    return replace(exchange, incoming=private, group=None)


def in_private(exchange: Exchange) -> Exchange | None:
    """Where something personal is answered: here when private, else in private, which the group is told.

    None when the bot may not write to the person yet; that is said.
    """
    if exchange.incoming.chat.is_private:
        return exchange
    if not exchange.store.may_write_to(exchange.person.id):
        exchange.answer(Reply(groups.open_me_first(exchange.settings.bot_name)))
        return None
    exchange.answer(Reply(groups.ANSWERED_ASIDE))
    return private_twin(exchange)


def answer_aside(here: Reply, exchange: Exchange, again: Callable[[Exchange], None]) -> None:
    """Say in the group that something is not shown there, and answer it in private by asking `again`."""
    if not exchange.asides:
        exchange.answer(here)
        return
    may_write = exchange.store.may_write_to(exchange.person.id)
    then = groups.ANSWERED_ASIDE if may_write else groups.open_me_first(exchange.settings.bot_name)
    exchange.answer(replace(here, text=f"{here.text} {then}"))
    if may_write:
        again(private_twin(exchange))


def tell(person_id: int, reply: Reply, exchange: Exchange) -> None:
    """Put a message into somebody's private chat, its buttons theirs; nothing for whoever cannot be written to."""
    if not exchange.store.may_write_to(person_id):
        return
    rows, records = [], []
    for row in reply.buttons:
        shown = []
        for button in row:
            token = secrets.token_urlsafe(16)
            expires = exchange.now + _BUTTON_LIFE
            records.append(ButtonRecord(token, person_id, person_id, dict(button.action), expires))
            shown.append(OutgoingButton(button.label, token))
        rows.append(tuple(shown))
    exchange.store.add_buttons(records)
    if rows:
        keep_offered(
            exchange.store,
            person_id,
            person_id,
            offered_in(rows, ([it.action for it in row] for row in reply.buttons)),
            exchange.now,
            kind=TOLD,
        )
    exchange.store.put_out(Outgoing(person_id, reply.text, tuple(rows), subject=reply.subject, answers=False))


def tell_administrators(reply: Reply, exchange: Exchange) -> None:
    """Tell all of them, except who is writing."""
    for person in exchange.store.people(role=Role.ADMINISTRATOR):
        if person.id != exchange.person.id:
            tell(person.id, reply, exchange)
