"""A question of the bot that is answered in one's own words: why a report is returned, why figures do not fit together.

The next text of that person in that chat may be the answer. What reads like figures is asked about, a text that ends with "?"
is a message of its own, and every answer is shown back before anything rests on it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation import entering
from bot.conversation.exchange import Exchange
from bot.incoming import Text
from bot.replies import questions as replies
from bot.understanding.request import Chosen, Entry, Intent, Question, Request, Unknown, UnknownKind

_MEMORY = "question"
_OPEN_FOR = timedelta(minutes=30)  # a message written later is about something else
_MOST = 500  # characters kept of an answer
_LEAST = 4  # letters: "ok" is no reason


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in somebody's own words, and which question it answers: `about` as given to `expect_answer`."""

    about: str
    text: str


def expect_answer(about: str, exchange: Exchange) -> str:
    """Take the next text as the answer; the question's id, for the subject of the message that asks."""
    question = secrets.token_urlsafe(6)
    document = {"id": question, "about": about, "at": exchange.now.isoformat()}
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)
    return question


def forget_question(exchange: Exchange) -> bool:
    """Expect no answer any more; whether one was expected."""
    open_question = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    return open_question is not None


def read_answer(content: Text, request: Request, exchange: Exchange) -> Answer | bool:
    """The answer that a text gives; True: it was dealt with here, False: it is a message of its own."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    if document is None or content.edited or exchange.now - datetime.fromisoformat(document["at"]) > _OPEN_FOR:
        return False
    text = " ".join(content.text.split())
    subject = exchange.store.subject(exchange.chat_id, content.reply_to) if content.reply_to is not None else None
    is_reply = subject is not None and subject.get("question") == document["id"]
    if not is_reply:
        if text.endswith("?") or isinstance(request, Chosen) or (subject is not None and subject.get("i")):
            return False
        if document["about"] == "rows" and isinstance(request, Question) and _is_of_its_own(request):
            return False
        if isinstance(request, Unknown) and request.kind is UnknownKind.THANKS:
            return False
        if isinstance(request, Unknown) and request.kind is UnknownKind.SMALL_TALK:
            exchange.answer(replies.say_more())
            return True
        if isinstance(request, Entry) and document["about"] != "rows":
            kept = entering.keep_entry(request, exchange)
            exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, {**document, "text": text[:_MOST]})
            exchange.answer(replies.reason_or_figures(text[:_MOST], question=document["id"], entry=kept))
            return True
    if sum(character.isalpha() for character in text) < _LEAST and document["about"] != "rows":
        exchange.answer(replies.say_more())
        return True
    forget_question(exchange)
    return Answer(document["about"], text[:_MOST])


def _is_of_its_own(question: Question) -> bool:
    """Whether it asks about some report or agency, which the name of a row does not."""
    return bool(question.agencies or question.periods or question.period) or question.intent is not Intent.VALUE


def confirmed_answer(question: str, exchange: Exchange) -> Answer | None:
    """The text that was said to be the answer after all; None when another question is open by now."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    if document is None or document["id"] != question or "text" not in document:
        return None
    forget_question(exchange)
    return Answer(document["about"], document["text"])


def is_open(exchange: Exchange) -> bool:
    """Whether the next text may be an answer."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    return document is not None and exchange.now - datetime.fromisoformat(document["at"]) <= _OPEN_FOR
