"""Inline mode, `@bot câu hỏi` typed in any chat: read, answered at once, nothing remembered and nothing written.

Where the answer will be posted is not known. So it shows what a group of the whole province may see, whatever the asker's
rights: figures of submitted reports. Only asked in the private chat with the bot itself, it shows what the asker may see.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.conversation import asking
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import Catalogue
from bot.domain.deadlines import standing_calendar
from bot.domain.people import Action, Group, Person, may
from bot.domain.ports import Store
from bot.incoming import Chat, Incoming, InlineQuery, Text
from bot.replies.inline import InlineAnswer, Inlined, named, not_registered, not_understood, nothing_asked, readable
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Question
from bot.understanding.understand import understand

_NOWHERE = 0  # a chat that nothing is remembered of
_MOST_READINGS = 5


@dataclass(frozen=True, slots=True)
class _InlineExchange(Exchange):
    """Replies are kept in `said` instead of being put out."""

    said: list[Reply] = field(default_factory=list)

    def answer(self, reply: Reply) -> None:
        """Keep it."""
        self.said.append(reply)


def answer_inline(
    query: InlineQuery, *, store: Store, catalogue: Catalogue, reader: Reader, settings: Settings, now: datetime
) -> Inlined:
    """What may be posted for a question: one answer, or one a reading when it is ambiguous. Call it without committing."""
    person = _known(store.person(query.sender.id), catalogue)
    if person is None or not may(person, Action.READ):
        return Inlined((), not_registered())
    if not query.text.strip():
        return Inlined((), nothing_asked())
    group = None if query.to_bot else Group(_NOWHERE, None, "", None, person.id)
    chat = Chat(_NOWHERE, is_private=query.to_bot)
    exchange = _InlineExchange(
        incoming=Incoming(0, chat, query.sender, None, Text(query.text)),
        person=person,
        group=group,
        store=store,
        catalogue=catalogue,
        reader=reader,
        calendar=standing_calendar(store, catalogue),
        settings=settings,
        now=now,
        asides=False,
    )
    context = Context(today=exchange.today, agency=exchange.own_agency)
    request = understand(query.text, context, reader=reader)
    if not isinstance(request, Question):
        return Inlined((), not_understood())
    readings = _readings(request)
    answers = []
    for reading in readings:
        answer = _answered(reading, exchange)
        if answer is not None and len(readings) > 1 and reading.certain:
            answer = named(answer, catalogue.row(reading.candidates[0].indicator), catalogue)
        if answer is not None:
            answers.append(answer)
    return Inlined(tuple(answers), None if answers else not_understood())


def _readings(question: Question) -> list[Question]:
    """The question; when it is ambiguous also, for each row that it may be about, a question that is certain."""
    if question.certain or len(question.candidates) < 2:  # noqa: PLR2004  one reading is certain enough
        return [question]
    return [
        question,
        *(replace(question, candidates=(each,), certain=True) for each in question.candidates[:_MOST_READINGS]),
    ]


def _answered(question: Question, exchange: _InlineExchange) -> InlineAnswer | None:
    exchange.said.clear()
    asking.answer_question(question, exchange)
    return readable(exchange.said[0]) if exchange.said else None


def _known(person: Person | None, catalogue: Catalogue) -> Person | None:
    """Without roles of agencies that the catalogue no longer has."""
    if person is None:
        return None
    known: set[Any] = {agency.code for agency in catalogue.agencies} | {None}
    return replace(person, grants=tuple(grant for grant in person.grants if grant.agency in known))
