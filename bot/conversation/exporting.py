"""/xuat: a report's appendix as a file, where the chat and the person may see it; the province's workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from bot.conversation import aside, scope
from bot.conversation.exchange import Exchange
from bot.domain.appendix import appendix_of, province_appendix
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.replies import exporting as replies
from bot.replies import groups, guide
from bot.replies.exporting import FileKind
from bot.understanding.periods import find_periods
from bot.understanding.text import words_of

_KINDS = {
    "word": FileKind.WORD,
    "doc": FileKind.WORD,
    "docx": FileKind.WORD,
    "excel": FileKind.EXCEL,
    "exel": FileKind.EXCEL,
    "xls": FileKind.EXCEL,
    "xlsx": FileKind.EXCEL,
    "csv": FileKind.CSV,
}
_PROVINCE = {"tinh", "all"}  # /xuat tỉnh; the finder of agencies knows the longer names


def export(argument: str, exchange: Exchange) -> None:
    """`/xuat`, with an agency, a period or a kind of file behind it, in any order."""
    words = words_of(argument)
    folded = [word.folded for word in words]
    if "pdf" in folded:
        exchange.answer(replies.not_as_pdf())
        return
    kind = next((_KINDS[word] for word in folded if word in _KINDS), None)
    agencies = [mention.value for mention in exchange.reader.agencies.find(words, today=exchange.today)]
    named = next((code for code in agencies if code != ALL_AGENCIES), None)
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    period = periods[-1].value if periods else None
    is_province = named is None and (ALL_AGENCIES in agencies or bool(_PROVINCE.intersection(folded)))
    if argument.strip() and not (kind or named or period or is_province):
        exchange.answer(replies.not_understood(argument))
        return
    _export(None if is_province else named, period, kind or FileKind.WORD, exchange, province=is_province)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button that hands an appendix over."""
    agency = exchange.known_agency(action.get("a"))
    period = Period.parse(action["p"]) if action.get("p") else None
    _export(agency, period, FileKind(action["as"]), exchange, province=False)
    return None


def _export(agency: AgencyCode | None, period: Period | None, kind: FileKind, exchange: Exchange, *, province: bool) -> None:
    again = partial(_export, agency, period, kind, province=province)
    group = exchange.group
    if not exchange.incoming.chat.is_private and (group is None or not group.active):
        aside.answer_aside(groups.group_not_registered(), exchange, again)
        return
    own = exchange.own_agency
    choices = exchange.person.agencies if exchange.incoming.chat.is_private else ()
    if not province and agency is None and own is None and len(choices) > 1 and not _sees_province(exchange):
        exchange.answer(replies.which_agency(choices, period, kind, exchange.catalogue))
        return
    wanted = None if province else agency or own
    if wanted is None:
        _export_province(period, exchange, again)
    else:
        _export_one(wanted, period, kind, exchange, again)


def _export_one(
    agency: AgencyCode, period: Period | None, kind: FileKind, exchange: Exchange, again: Callable[[Exchange], None]
) -> None:
    if not exchange.shows(agency):
        aside.answer_aside(groups.not_shown_here(agency, exchange.catalogue), exchange, again)
        return
    period = period or _usual_period(agency, exchange)
    if not exchange.sees(agency, period):
        refusal = guide.not_yet_shown(agency, period, exchange.catalogue)
        if not exchange.incoming.chat.is_private and may(exchange.person, Action.READ_UNSUBMITTED, agency):
            aside.answer_aside(refusal, exchange, again)
        else:
            exchange.answer(refusal)
        return
    appendix = appendix_of(exchange.store, exchange.catalogue, agency, period)
    draft = bool(appendix.filled) and not exchange.is_settled(agency, period)
    others = () if appendix.filled else _latest_shown(exchange.store.periods_filled(agency), agency, exchange)
    filled = list(islice(others, replies.LISTED))
    exchange.answer(replies.appendix_file(appendix, kind, exchange.catalogue, draft=draft, filled=filled))


def _latest_shown(filled: Iterable[Period], agency: AgencyCode, exchange: Exchange) -> Iterator[Period]:
    """Those of the filled periods that may be shown here, latest first."""
    return (period for period in sorted(filled, reverse=True) if exchange.sees(agency, period))


def _usual_period(agency: AgencyCode, exchange: Exchange) -> Period:
    """The report being entered when it has figures that may be shown here, else the latest that has, else the one due."""
    usual = next(iter(scope.open_periods(exchange, agency)), None)
    if usual is not None and agency == exchange.own_agency:
        usual = scope.usual_period(exchange) or usual
    filled = exchange.store.periods_filled(agency)
    if usual in filled and usual is not None and exchange.sees(agency, usual):
        return usual
    return next(_latest_shown(filled, agency, exchange), usual or scope.latest_collected(exchange))


def _export_province(period: Period | None, exchange: Exchange, again: Callable[[Exchange], None]) -> None:
    """Only submitted reports, for those who see the whole province and in groups of all agencies."""
    group = exchange.group
    if group is not None and group.agency is not None:
        aside.answer_aside(groups.only_own_here(group.agency, exchange.catalogue), exchange, again)
        return
    if exchange.incoming.chat.is_private and not _sees_province(exchange):
        example = next(iter(exchange.person.agencies), exchange.catalogue.agencies[0].code)
        exchange.answer(replies.only_own_agencies(exchange.catalogue, example))
        return
    if period is None:
        usual = scope.usual_period(exchange)
        period = usual if usual is not None and _submitted(usual, exchange) else scope.latest_collected(exchange)
    submitted = _submitted(period, exchange)
    if not submitted:
        exchange.answer(replies.nobody_submitted(period))
        return
    agencies = scope.valid_agencies(exchange, period)
    found = province_appendix(exchange.store, exchange.catalogue, period, agencies, submitted)
    exchange.answer(replies.province_file(found, exchange.catalogue))


def _submitted(period: Period, exchange: Exchange) -> list[AgencyCode]:
    """Whose report of a period is in; for a span that nobody submits, who has figures for it."""
    agencies = scope.valid_agencies(exchange, period)
    settled = [agency for agency in agencies if exchange.is_settled(agency, period)]
    if exchange.calendar.is_collected(period):
        return settled
    with_values = {value.key.agency for value in exchange.store.values(agencies=settled, periods=[period])}
    return [agency for agency in settled if agency in with_values]


def _sees_province(exchange: Exchange) -> bool:
    """Administrators and viewers of the whole province."""
    return any(
        grant.role is Role.ADMINISTRATOR or (grant.role is Role.VIEWER and grant.agency is None)
        for grant in exchange.person.grants
    )
