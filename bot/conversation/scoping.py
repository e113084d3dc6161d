"""A typed answer to "Ghi cho đơn vị nào?" or "Ghi cho kỳ nào?": an agency or a period and nothing else, never a bare number."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.conversation import entering, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.incoming import Text
from bot.replies import guide
from bot.understanding.periods import find_periods
from bot.understanding.text import Mention, Word, words_of

_OPEN_FOR = timedelta(minutes=30)  # a message written later is about something else
_FILLING = {
    "cho",
    "cua",
    "ghi",
    "vao",
    "nhap",
    "don",
    "vi",
    "ky",
    "bao",
    "cao",
    "da",
    "vang",
    "a",
    "nhe",
    "nha",
    "em",
    "la",
    "thi",
}
_YEAR_SAID = re.compile(r"\d{2,}|\b(?:nay|truoc|ngoai)\b")


def take_answer(content: Text, exchange: Exchange) -> bool:
    """Whether a text was the answer, and has been dealt with."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "entry")
    if document is None or not document.get("asks") or content.edited or content.text.rstrip().endswith("?"):
        return False
    if exchange.now - datetime.fromisoformat(document["at"]) > _OPEN_FOR:
        return False
    words = words_of(content.text)
    if not any(character.isalpha() for character in content.text):
        return False  # "2022" is a year, and may be a figure
    agencies = [each for each in exchange.reader.agencies.find(words, today=exchange.today) if each.value != ALL_AGENCIES]
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    if not _is_all(words, [*agencies, *periods]):
        return False
    named = {each.value for each in agencies}
    typed = {each.value for each in periods}
    agency = next(iter(named)) if len(named) == 1 else None
    period = next(iter(typed)) if len(typed) == 1 else None
    if len(named) > 1 or len(typed) > 1 or (agency if document["asks"] == "agency" else period) is None:
        return False
    return _settle(agency, period, document.get("agency"), content.text, exchange)


def _is_all(words: tuple[Word, ...], mentions: list[Mention[AgencyCode] | Mention[Period]]) -> bool:
    """Whether the text names these and says nothing else."""
    taken = {place for mention in mentions for place in range(mention.first, mention.last)}
    return bool(taken) and all(place in taken or word.folded in _FILLING for place, word in enumerate(words))


def _settle(
    agency: AgencyCode | None, period: Period | None, settled: AgencyCode | None, text: str, exchange: Exchange
) -> bool:
    """Go on with the entry; what somebody may not enter for leaves it waiting."""
    if agency is not None and not may(exchange.person, Action.ENTER, agency):
        exchange.answer(guide.may_not_enter(agency, exchange.person, exchange.catalogue))
        return True
    of = agency or exchange.known_agency(settled)
    if period is not None and of is not None:
        period = _offered(period, of, text, exchange)
    entering.settle(exchange, agency=agency, period=period)
    return True


def _offered(period: Period, agency: AgencyCode, text: str, exchange: Exchange) -> Period:
    """Without a year the report of that span that is open, if one is: "quý 3" of all those offered."""
    choices = scope.open_periods(exchange, agency)
    alike = [each for each in choices if each.span is period.span]
    said_year = _YEAR_SAID.search(" ".join(word.folded for word in words_of(text)))
    return period if period in choices or said_year or len(alike) != 1 else alike[0]
