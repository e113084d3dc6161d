"""Coming in: /start with an invite's token, /moi makes one, a button withdraws it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.clock import day_in_viet_nam
from bot.conversation import arguments, aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.acts import Act, ActKind
from bot.domain.administration import new_invite, take_up
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Action, Invite, Role, may
from bot.replies import guide
from bot.replies import invites as replies
from bot.replies.people import which_agency_for
from bot.understanding.invite_words import read_invite

DEFAULT_DAYS, MOST_DAYS = 7, 60
FROM_INLINE = "hoi"  # the deep link under inline results: no token of an invite, which are longer


def start(argument: str, exchange: Exchange) -> None:
    """Greet, or let somebody in who brings an invite."""
    token = argument.strip()
    person = exchange.person
    if token and token != FROM_INLINE:
        _open_invite(token, exchange)
    elif not person.grants:
        exchange.answer(guide.stranger(person.id))
    else:
        exchange.answer(guide.greeting(person, exchange.catalogue, scope.usual_period(exchange)))


def _open_invite(token: str, exchange: Exchange) -> None:
    person, invite = exchange.person, exchange.store.invite(token)
    is_usable = invite is not None and invite.used_by is None and invite.expires_at > exchange.now
    if invite is None or not is_usable or not _is_of_known_agencies(invite, exchange):
        exchange.answer(replies.invite_invalid())
        return
    if all(grant in person.grants for grant in invite.grants):
        exchange.answer(replies.already_invited(person, exchange.catalogue))  # and the link is left to whom it is for
        return
    joined = take_up(invite, person, store=exchange.store, at=exchange.now)
    if joined is None:
        exchange.answer(replies.invite_invalid())
        return
    exchange.rights_changed.add(person.id)
    exchange.answer(replies.invited(joined, exchange.catalogue))
    if invite.created_by is not None and invite.created_by != person.id:
        maker = exchange.store.person(invite.created_by)
        if may(maker, Action.ADMINISTER):
            aside.tell(invite.created_by, replies.invite_taken_up(joined, invite.grants, exchange.catalogue), exchange)


def _is_of_known_agencies(invite: Invite, exchange: Exchange) -> bool:
    return all(grant.agency is None or exchange.known_agency(grant.agency) for grant in invite.grants)


def invite(argument: str, exchange: Exchange) -> None:
    """/moi: a role, agencies and days in words, or the buttons that ask for them."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    if not argument.strip():
        exchange.answer(replies.invite_usage(days=DEFAULT_DAYS, most_days=MOST_DAYS))
        return
    said = read_invite(argument, exchange.reader.agencies, exchange.today)
    days = DEFAULT_DAYS if said.days is None else said.days
    unread = arguments.unread(said.rest, exchange) if said.rest else None
    if said.role is None or unread is not None or not 1 <= days <= MOST_DAYS:
        exchange.answer(replies.invite_not_read(said, unread, exchange.catalogue, most_days=MOST_DAYS))
    elif said.role is Role.CLERK and not said.agencies:
        _ask_agency(said.role, days, exchange)
    else:
        _make(said.role, () if said.role is Role.ADMINISTRATOR else said.agencies, days, exchange)


def _ask_agency(role: Role, days: int, exchange: Exchange) -> None:
    action = {"do": "invite", "r": role.value, "one": True, "days": days}
    question = replies.which_agency_to_invite_for(role)
    choices = scope.agencies_of_today(exchange)
    exchange.answer(which_agency_for(question, choices, action, exchange.catalogue, edits=False))


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button of /moi or under a link; the short text to answer with."""
    if not may(exchange.person, Action.ADMINISTER):
        return "Chỉ quản trị của Sở Nội vụ được làm việc này."
    if action["do"] == "uninvite":
        return _withdraw(action["t"], exchange)
    role, to = Role(action["r"]), exchange.known_agency(action.get("to"))
    if action["one"] and to is None:
        choices = scope.agencies_of_today(exchange)
        question = replies.which_agency_to_invite_for(role)
        exchange.answer(which_agency_for(question, choices, dict(action), exchange.catalogue))
        return None
    _make(role, (to,) if to is not None else (), action.get("days", DEFAULT_DAYS), exchange)
    return None


def _withdraw(token: str, exchange: Exchange) -> str | None:
    standing = exchange.store.invite(token)
    if standing is None or not exchange.store.withdraw_invite(token, exchange.now):
        return "Đường dẫn này đã dùng hoặc đã hết hạn. Thu hồi quyền: /nguoi"
    for grant in standing.grants:
        act = Act(ActKind.INVITE_WITHDRAWN, exchange.now, exchange.person.id, role=grant.role, agency=grant.agency)
        exchange.store.add_act(act)
    exchange.answer(replies.invite_withdrawn())
    return None


def _make(role: Role, agencies: Sequence[AgencyCode], days: int, exchange: Exchange) -> None:
    made = new_invite(role, agencies, by=exchange.person.id, at=exchange.now, days=days, store=exchange.store)
    bot_name = exchange.settings.bot_name
    link = f"https://t.me/{bot_name}?start={made.token}" if bot_name else f"/start {made.token}"
    exchange.answer(replies.invite_made(link, made, exchange.catalogue, day_in_viet_nam(made.expires_at)))
