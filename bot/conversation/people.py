"""/nguoi: who is registered, by agency and page by page; an administrator gives, moves and revokes rights, at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.conversation import aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.administration import (
    AdministratorKept,
    NothingToChange,
    RightsChanged,
    RightsOutcome,
    grant_right,
    move,
    revoke,
)
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Action, Grant, Person, Role, may
from bot.replies import guide
from bot.replies import people as replies
from bot.replies.people import Listed
from bot.understanding.text import fold, words_of

_PAGE = 8  # people on a page: four rows of buttons and a phone's height of names
_HISTORY = 20
_DONE_BEFORE = "Việc này đã làm trước đó rồi."


def show_people(argument: str, exchange: Exchange) -> None:
    """/nguoi, /nguoi sct, /nguoi lan."""
    if not may(exchange.person, Action.ADMINISTER):
        exchange.answer(guide.administrators_only())
        return
    _show_page(argument.strip(), 0, exchange)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button of the list or of a card; the short text to answer with."""
    if not may(exchange.person, Action.ADMINISTER):
        return "Chỉ quản trị của Sở Nội vụ được làm việc này."
    back = {"o": action.get("o", 0), "q": action.get("q", "")}
    if action["do"] == "people":
        _show_page(back["q"], back["o"], exchange)
        return None
    if action["do"] == "acts":
        acts = exchange.store.acts(most=_HISTORY)
        exchange.answer(replies.history(acts, _names(exchange), back, exchange.catalogue))
        return None
    person = exchange.store.person(action["who"])
    if person is None:
        return "Không còn người này."
    grant = Grant(Role(action["r"]), action["g"]) if "r" in action else None
    to = exchange.known_agency(action.get("to"))
    match action["do"]:
        case "person":
            _show_card(person, back, exchange)
        case "grant?":
            wanted = {"do": "grant", "who": person.id, **back}
            _ask_agency(f"Thêm cho {person.name} quyền nhập số liệu của:", wanted, person, Role.CLERK, back, exchange)
        case "grant" if to is not None:
            return _say(grant_right(person.id, Grant(Role.CLERK, to), **_by(exchange)), back, exchange)
        case "revoke?" | "move?" | "move" | "revoke" if grant is not None and grant not in person.grants:
            return _DONE_BEFORE
        case "revoke?" if grant is not None:
            exchange.answer(replies.confirm_revoking(person, grant, back, exchange.catalogue))
        case "move?" if grant is not None and to is None:
            wanted = {**action, "do": "move?"}
            _ask_agency(f"Chuyển {person.name} sang đơn vị nào?", wanted, person, grant.role, back, exchange)
        case "move?" if grant is not None and to is not None:
            exchange.answer(replies.confirm_moving(person, grant, to, back, exchange.catalogue))
        case "revoke" if grant is not None:
            first = exchange.settings.admin_id
            return _say(revoke(person.id, grant, first_administrator=first, **_by(exchange)), back, exchange)
        case "move" if grant is not None and to is not None:
            return _say(move(person.id, grant, to, **_by(exchange)), back, exchange)
        case _:
            return "Nút này đã cũ."
    return None


def _by(exchange: Exchange) -> dict[str, Any]:
    return {"store": exchange.store, "by": exchange.person.id, "at": exchange.now}


def _say(outcome: RightsOutcome, back: Mapping[str, Any], exchange: Exchange) -> str | None:
    """Tell the administrator, and the person whose rights are others now."""
    match outcome:
        case NothingToChange():
            return _DONE_BEFORE
        case AdministratorKept():
            return replies.administrator_kept(outcome)
        case RightsChanged(person=person):
            exchange.rights_changed.add(person.id)
            exchange.answer(replies.rights_changed(outcome, back, exchange.catalogue))
            if person.id != exchange.person.id:
                aside.tell(person.id, replies.your_rights_changed(outcome, exchange.catalogue), exchange)
    return None


def _show_page(asked: str, offset: int, exchange: Exchange) -> None:
    listed = _listed(asked, exchange)
    if not listed:
        exchange.answer(replies.nobody_found(asked))
        return
    offset = min(max(offset, 0), (len(listed) - 1) // _PAGE * _PAGE)
    note = "Bấm tên để xem, chuyển hoặc thu hồi quyền. Mời thêm: /moi"
    page = replies.people_page(
        listed[offset : offset + _PAGE],
        offset=offset,
        total=len(listed),
        people=len({each.person.id for each in listed}),
        page=_PAGE,
        asked=asked,
        note=note,
        catalogue=exchange.catalogue,
    )
    exchange.answer(page)


def _listed(asked: str, exchange: Exchange) -> list[Listed]:
    """Each right of each person: administrators, viewers of everything, then agency by agency; who has no right comes last.

    `asked` narrows to the agencies it names, else to names that hold it.
    """
    found = exchange.reader.agencies.find(words_of(asked), today=exchange.today)
    agencies = {mention.value for mention in found if mention.value != ALL_AGENCIES}
    people = exchange.store.people()
    if asked and not agencies:
        people = [person for person in people if fold(asked) in fold(person.name) or asked == str(person.id)]
    every = [Listed(person, grant) for person in people for grant in person.grants or (None,)]
    if agencies:
        every = [each for each in every if each.grant is not None and each.grant.agency in agencies]
    order = {agency.code: place for place, agency in enumerate(exchange.catalogue.agencies)}

    def place(listed: Listed) -> tuple[int, int, str, str, int]:
        grant = listed.grant
        if grant is None:
            return (4, 0, "", fold(listed.person.name), listed.person.id)
        group = 0 if grant.role is Role.ADMINISTRATOR else 1 if grant.agency is None else 2
        agency = order.get(grant.agency, len(order)) if grant.agency is not None else 0
        return (group, agency, grant.role.value, fold(listed.person.name), listed.person.id)

    return sorted(every, key=place)


def _show_card(person: Person, back: Mapping[str, Any], exchange: Exchange) -> None:
    held = [duty for agency in person.agencies_of(Role.CLERK) for duty in exchange.store.duties(agency)]
    rows = sum(duty.person_id == person.id for duty in held)
    acts = exchange.store.acts(person_id=person.id, most=_HISTORY)
    exchange.answer(replies.person_card(person, acts, _names(exchange), rows=rows, back=back, catalogue=exchange.catalogue))


def _ask_agency(
    question: str, action: Mapping[str, Any], person: Person, role: Role, back: Mapping[str, Any], exchange: Exchange
) -> None:
    """Offer the agencies that the person does not have that role for."""
    has = person.agencies_of(role)
    choices: Sequence[AgencyCode] = [code for code in scope.agencies_of_today(exchange) if code not in has]
    card = {"do": "person", "who": person.id, **back}
    exchange.answer(replies.which_agency_for(question, choices, action, exchange.catalogue, back=card))


def _names(exchange: Exchange) -> dict[int, str]:
    return {person.id: person.name for person in exchange.store.people()}
