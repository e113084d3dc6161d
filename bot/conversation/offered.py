"""The buttons that stand under what was said last: a text that names one of them is that press.

Remembered are the buttons of the last turn in this chat, and apart from them those of the last message that nobody asked for (a
reminder, a step of a report). Guided entry reads what is typed at its steps itself, a choice of rows its rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import timedelta

from bot.conversation import guide_memory, presses, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES
from bot.domain.offering import ASKING, LOOKED, OFFERED, TOLD, Offered, keep_offered, offered_before
from bot.domain.period import Period
from bot.incoming import Press, Text
from bot.replies.choices import REFUSALS, no_bare_number
from bot.replies.reply import Reply
from bot.understanding.periods import find_periods
from bot.understanding.request import Request, StepAnswer
from bot.understanding.text import words_of
from bot.understanding.typed_buttons import LONGEST, named_button, placed_button, says_yes

_A_WHILE = timedelta(minutes=30)
_OPEN_FOR = {OFFERED: _A_WHILE, LOOKED: _A_WHILE, TOLD: timedelta(hours=12)}  # who is reminded at 8 reads it by the evening
_ROWS = {"pick", "skip"}  # a choice of rows is read by `understanding.choosing`
_NO = {"later", "leave_deadline", "drop"}  # buttons that leave all as it is
_FILLING = {"cho", "cua", "vao", "don", "vi", "ky", "bao", "cao", "da", "vang", "a", "nhe", "nha", "em", "la", "nop", "thi"}
Standing = Sequence[Sequence[Offered]]
_YEAR_SAID = re.compile(r"\d{2,}|\b(?:nay|truoc|ngoai)\b")


def remember(exchange: Exchange) -> None:
    """Keep what this turn has offered, in each chat it has offered something in; a press ends what was offered before.

    Buttons of figures are kept apart: who looks something up in the middle of a question still owes the answer to it.
    """
    for chat_id, buttons in exchange.offered.items():
        choices = [each for each in buttons if each.does not in ASKING]
        if choices or not buttons:
            keep_offered(exchange.store, chat_id, exchange.person.id, choices, exchange.now)
        looked = [each for each in buttons if each.does in ASKING]
        keep_offered(exchange.store, chat_id, exchange.person.id, looked, exchange.now, kind=LOOKED)


def take_named(content: Text, standing: Standing, exchange: Exchange) -> bool:
    """Whether a text is word for word one of the buttons, which is pressed then."""
    if len(content.text) > LONGEST:
        return False

    def find(found: Sequence[Offered], _is_last: bool) -> int | None:  # noqa: FBT001  as _take calls it
        return named_button(content.text, [each.label for each in found], exactly=True)

    return _take(content, standing, exchange, find, besides=ASKING)


def take_answer(content: Text, request: Request, standing: Standing, exchange: Exchange) -> bool:
    """Whether a text means one of the buttons in some other way: its first words, agency, period, place, or a yes."""
    if len(content.text) > LONGEST or isinstance(request, StepAnswer):
        return False

    def find(found: Sequence[Offered], is_last: bool) -> int | None:  # noqa: FBT001  as _take calls it
        return _meant(content.text, found, exchange, is_last=is_last)

    return _take(content, standing, exchange, find, besides=_ROWS)


def is_asked(exchange: Exchange) -> bool:
    """Whether a question with several answers stands, so that a bare number may be meant as one; says that it is none."""
    last = next(iter(standing_in(exchange)), [])
    offered = [each for each in last if each.does not in _ROWS | ASKING]
    text = exchange.incoming.content.text.strip() if isinstance(exchange.incoming.content, Text) else ""
    if len(offered) < 2 or not text.isdigit() or not 0 < int(text) <= len(offered):  # noqa: PLR2004  one is no choice
        return False
    exchange.answer(no_bare_number(text, offered[int(text) - 1].label))
    # the question stands on: "chọn 2" is for it
    exchange.offered[exchange.chat_id] = offered
    return True


def _take(
    content: Text,
    standing: Standing,
    exchange: Exchange,
    find: Callable[[Sequence[Offered], bool], int | None],
    *,
    besides: Collection[str] = (),
) -> bool:
    """Press the button that `find` finds among those of one message (and whether it is the last one)."""
    if content.edited or content.reply_to is not None:
        return False
    for place, several in enumerate(standing):
        choices = [each for each in several if each.does not in besides]
        if guide_memory.read_guide(exchange) is not None:
            choices = [each for each in choices if each.does != "guide"]
        found = find(choices, place == 0) if choices else None
        if found is not None:
            toast = presses.press(Press(choices[found].token, exchange.incoming.message_id), exchange)
            if toast:
                exchange.answer(Reply(toast))
            return True
    return False


def _meant(text: str, choices: Sequence[Offered], exchange: Exchange, *, is_last: bool) -> int | None:
    labels = [each.label for each in choices]
    if all(each.does in ASKING for each in choices):  # what else such buttons are called by is asked in words
        return placed_button(text, labels) if is_last else None
    place = named_button(text, labels)
    if place is None:
        place = _by_agency_or_period(text, choices, exchange)
    if place is None and is_last:
        place = placed_button(text, labels)
        if place is None and len(choices) == 2 and _refuses(choices[1]) and says_yes(text):  # noqa: PLR2004  yes or no
            place = 0
    return place


def _refuses(choice: Offered) -> bool:
    return choice.does in _NO or choice.label in REFUSALS


def _by_agency_or_period(text: str, choices: Sequence[Offered], exchange: Exchange) -> int | None:
    """The one choice for an agency or a period that the text names, saying nothing else."""
    is_choice = len({(each.agency, each.period) for each in choices if each.agency or each.period}) > 1
    if not is_choice or not any(character.isalpha() for character in text) or text.rstrip().endswith("?"):
        return None
    words = words_of(text)
    agencies = [each for each in exchange.reader.agencies.find(words, today=exchange.today) if each.value != ALL_AGENCIES]
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    taken = {place for each in agencies for place in range(each.first, each.last)}
    taken |= {place for each in periods for place in range(each.first, each.last)}
    if not taken or any(place not in taken and word.folded not in _FILLING for place, word in enumerate(words)):
        return None
    named = {each.value for each in agencies}
    fitting = [place for place, each in enumerate(choices) if not named or each.agency in named]
    if periods:
        exact = [place for place in fitting if choices[place].period in {each.value.code for each in periods}]
        said_year = _YEAR_SAID.search(" ".join(word.folded for word in words))
        spans = () if said_year else {each.value.span for each in periods}
        fitting = exact or [place for place in fitting if (of := choices[place].period) and Period.parse(of).span in spans]
    return fitting[0] if len(fitting) == 1 else None


def standing_in(exchange: Exchange) -> Standing:
    """The buttons that may be named, message by message, the last first."""
    return offered_before(exchange.store, exchange.chat_id, exchange.person.id, exchange.now, open_for=_OPEN_FOR)
