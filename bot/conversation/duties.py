"""/giao gives rows of an agency's report to its clerks, /viec lists one's own: what is filled, what is still blank."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.conversation import aside, memory, scope
from bot.conversation.exchange import Exchange
from bot.domain.acts import Duty
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, CatalogueRow, IndicatorId, RowKind
from bot.domain.duties import assign, shares, standing_duties
from bot.domain.people import Action, Person, Role, may
from bot.domain.period import Period
from bot.replies import duties as replies
from bot.replies import guide
from bot.replies.people import which_agency_for
from bot.replies.reply import Reply
from bot.understanding.request import Context, Focus, Question
from bot.understanding.text import fold, words_of
from bot.understanding.understand import understand

_OWN = re.compile(
    r"(?:cho (?:toi|em|minh) )?(?:xem )?(?:viec|phan viec|phan|chi tieu) cua (?:toi|em|minh)(?: la gi| con gi| con thieu gi)?"
)
_TITLE = re.compile(r"^(?:(?:anh|chi|co|chu|bac|ong|ba|ban|em|dong chi|d/c|dc) )+")
_WRITER = {"tôi", "toi", "em", "mình", "chính tôi", "bản thân"}  # as spelt: "Minh" is somebody's name
_TO = re.compile(r"^(?P<rows>.+?)\s*(?:\bcho\b|→|->|:)\s*(?P<name>.+)$", re.IGNORECASE)
_NOBODY = {"khong ai", "chua ai", "bo", "trong"}
_MOST_LINES = 50


def is_about_own(text: str) -> bool:
    """Whether a message asks for one's own rows, as in "việc của tôi"."""
    return _OWN.fullmatch(" ".join(word.folded for word in words_of(text))) is not None


def show_own(exchange: Exchange) -> None:
    """/viec: the rows that the person answers for, for each agency they are clerk of."""
    agencies = exchange.person.agencies_of(Role.CLERK)
    if not agencies:
        exchange.answer(guide.clerks_only())
        return
    here = aside.in_private(exchange)
    if here is None:
        return
    for agency in agencies:
        period = _period(agency, here)
        parts = shares(here.store, here.catalogue, agency, period)
        own = next((share for share in parts if share.owner == here.person.id), None)
        nobody = parts[-1]
        memory.keep_focus(here, Focus(None, agency, period, None))
        is_open = not here.store.report(agency, period).is_locked
        here.answer(replies.own_rows(own, nobody, agency, period, here.catalogue, is_open=is_open))


def show_me(exchange: Exchange) -> None:
    """/toi: rights and duties."""
    person = exchange.person
    lines = [guide.who_am_i(person, exchange.catalogue), f"Mã số của anh/chị: <code>{person.id}</code>"]
    for agency in person.agencies_of(Role.CLERK):
        held = standing_duties(exchange.store, exchange.catalogue, agency)
        own = [duty.row for duty in held if duty.person_id == person.id]
        if own:
            lines.append(replies.own_duties_line(own, agency, _period(agency, exchange), exchange.catalogue))
    exchange.answer(Reply("\n".join(lines)))


def distribute(argument: str, exchange: Exchange) -> None:
    """/giao: the agency's rows by owner, or lines such as "III.7, I.2 cho Lan"."""
    if not _assignable(exchange):
        exchange.answer(guide.clerks_only())
        return
    agency, lines = _agency_of(argument, exchange)
    if agency is not None and not may(exchange.person, Action.ASSIGN, agency):
        exchange.answer(replies.not_your_agency(agency, exchange.catalogue))
    elif agency is None:
        choices = exchange.person.agencies_of(Role.CLERK) or scope.agencies_of_today(exchange)
        question = "Giao việc của đơn vị nào?"
        exchange.answer(which_agency_for(question, choices, {"do": "duties"}, exchange.catalogue, edits=False))
    elif lines.strip():
        _assign_lines(lines.splitlines()[:_MOST_LINES], agency, exchange)
    else:
        _show_overview(agency, exchange)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button of /giao; the short text to answer with."""
    agency = exchange.known_agency(action.get("to") if action["do"] == "duties" else action.get("a"))
    if agency is None:
        return "Nút này đã cũ."
    if not may(exchange.person, Action.ASSIGN, agency):
        return "Anh/chị không còn quyền giao việc của đơn vị này."
    match action["do"]:
        case "duties":
            _show_overview(agency, exchange)
        case "duty?":
            row = exchange.catalogue.row(action["i"])
            _show_row(row, agency, exchange)
        case _:
            return _assign_by_press(IndicatorId(action["i"]), action["who"], agency, exchange)
    return None


def _assignable(exchange: Exchange) -> bool:
    """Whether there is any agency whose rows the person may give."""
    own = exchange.person.agencies_of(Role.CLERK)
    return may(exchange.person, Action.ADMINISTER) or any(may(exchange.person, Action.ASSIGN, code) for code in own)


def _period(agency: AgencyCode, exchange: Exchange) -> Period:
    periods = scope.open_periods(exchange, agency)
    chosen = scope.chosen_period(exchange)
    return chosen if chosen in periods and chosen else next(iter(periods), scope.latest_collected(exchange))


def _agency_of(argument: str, exchange: Exchange) -> tuple[AgencyCode | None, str]:
    """The agency that the argument begins with, else the only one the person is clerk of; and what is left to read."""
    words = words_of(argument)
    found = exchange.reader.agencies.find(words, today=exchange.today)
    first = next((mention for mention in found if mention.first == 0 and mention.value != ALL_AGENCIES), None)
    if first is not None:
        return first.value, argument[words[first.last - 1].end :].lstrip(" :,;-\n")
    own = exchange.person.agencies_of(Role.CLERK)
    return (own[0] if len(own) == 1 else None), argument


def _clerks(agency: AgencyCode, exchange: Exchange) -> list[Person]:
    return exchange.store.people(role=Role.CLERK, agency=agency)


def _show_overview(agency: AgencyCode, exchange: Exchange) -> None:
    period = _period(agency, exchange)
    parts = shares(exchange.store, exchange.catalogue, agency, period)
    names = {person.id: person.name for person in _clerks(agency, exchange)}
    sections = [row for row in exchange.catalogue.rows if row.kind is RowKind.SECTION]
    exchange.answer(replies.overview(parts, sections, names, agency, period, exchange.catalogue))


def _show_row(row: CatalogueRow, agency: AgencyCode, exchange: Exchange) -> None:
    """Who may get this row, and the rows below it to give separately."""
    period = _period(agency, exchange)
    owners = {duty.row: duty.person_id for duty in standing_duties(exchange.store, exchange.catalogue, agency)}
    below = exchange.catalogue.children(row.id)
    reply = replies.row_to_give(row, below, owners, _clerks(agency, exchange), agency, period, exchange.catalogue)
    exchange.answer(reply)


def _assign_by_press(row: IndicatorId, owner: int | None, agency: AgencyCode, exchange: Exchange) -> str | None:
    clerks = {person.id: person for person in _clerks(agency, exchange)}
    if owner is not None and owner not in clerks:
        return "Người này không còn nhập cho đơn vị."
    standing = {duty.row: duty.person_id for duty in exchange.store.duties(agency)}
    if standing.get(row) == owner:
        return "Đã như vậy rồi."
    assign((row,), agency, owner, store=exchange.store, by=exchange.person.id, at=exchange.now)
    _tell_owner(owner, [exchange.catalogue.row(row)], agency, exchange)
    above = exchange.catalogue.row(row).parent
    if above is None:
        _show_overview(agency, exchange)
    else:
        _show_row(exchange.catalogue.row(above), agency, exchange)
    return "Đã giao." if owner is not None else "Đã bỏ giao."


def _assign_lines(lines: Sequence[str], agency: AgencyCode, exchange: Exchange) -> None:
    """All lines that are clear; those that are not are named, and nothing is done for them."""
    clerks = _clerks(agency, exchange)
    given: dict[int | None, list[CatalogueRow]] = {}
    unclear: list[str] = []
    taken: set[IndicatorId] = set()
    for line in lines:
        if not line.strip(" \t•*-"):
            continue
        found = _TO.match(line.strip(" \t•*-"))
        rows = _rows(found["rows"], agency, exchange) if found else None
        owners = _owners(found["name"], clerks, exchange.person.id) if found else []
        if found is None:
            unclear.append(replies.unclear_line(line))
        elif rows is None:
            unclear.append(replies.no_such_row(found["rows"]))
        elif len(owners) != 1:
            unclear.append(replies.no_such_clerk(found["name"], [person.name for person in clerks], several=len(owners) > 1))
        elif taken.intersection(row.id for row in rows):
            unclear.append(replies.given_twice(line))
        else:
            taken.update(row.id for row in rows)
            given.setdefault(owners[0], []).extend(rows)
    before: dict[IndicatorId, Duty] = {duty.row: duty for duty in exchange.store.duties(agency)}
    for owner, rows in given.items():
        new = [row for row in rows if (before[row.id].person_id if row.id in before else None) != owner]
        assign([row.id for row in rows], agency, owner, store=exchange.store, by=exchange.person.id, at=exchange.now)
        _tell_owner(owner, new, agency, exchange)
    names = {person.id: person.name for person in clerks}
    former = {row: duty.person_id for row, duty in before.items()}
    exchange.answer(replies.given(given, former, unclear, names, agency, _period(agency, exchange), exchange.catalogue))


def _rows(text: str, agency: AgencyCode, exchange: Exchange) -> list[CatalogueRow] | None:
    """Rows by place in the form (III, III.7) or by name, commas between; None when any of them is not certain."""
    period = _period(agency, exchange)
    places: dict[str, CatalogueRow] = {}
    for printed in exchange.catalogue.form_for(period).rows:
        if printed.stt or exchange.catalogue.row(printed.id).kind is RowKind.SECTION:
            place = exchange.catalogue.place_in_form(printed.id, period).upper()
            places.setdefault(place, exchange.catalogue.row(printed.id))
    rows = []
    for piece in re.split(r"\s*[,;]\s*|\s+và\s+", text.strip()):
        name = re.sub(r"^(?:phần|mục|chỉ tiêu)\s+", "", piece.strip(), flags=re.IGNORECASE)
        row = places.get(name.upper()) or _row_named(name, exchange)
        if row is None:
            return None
        rows.append(row)
    return rows or None


def _row_named(name: str, exchange: Exchange) -> CatalogueRow | None:
    request = understand(f"{name} là gì", Context(today=exchange.today), reader=exchange.reader) if name else None
    if isinstance(request, Question) and request.certain and request.candidates:
        return exchange.catalogue.row(request.candidates[0].indicator)
    return None


def _owners(name: str, clerks: Sequence[Person], writer: int) -> list[int | None]:
    """The clerks that a name may mean: the whole name, else its last words, else any of its words; None for nobody."""
    wanted = _TITLE.sub("", fold(name).strip(" ."))
    if wanted in _NOBODY:
        return [None]
    names = {person.id: f" {fold(person.name)} " for person in clerks}
    readings = (
        [each for each, said in names.items() if said == f" {wanted} " or str(each) == wanted],
        [each for each, said in names.items() if said.endswith(f" {wanted} ")],
        [each for each in names if each == writer and name.strip(" .").lower() in _WRITER],
        [each for each, said in names.items() if f" {wanted} " in said],
    )
    return list(next(filter(None, readings), ()))


def _tell_owner(owner: int | None, rows: Sequence[CatalogueRow], agency: AgencyCode, exchange: Exchange) -> None:
    if owner is not None and owner != exchange.person.id and rows:
        told = replies.you_were_given(rows, agency, exchange.person.name, _period(agency, exchange), exchange.catalogue)
        aside.tell(owner, told, exchange)
