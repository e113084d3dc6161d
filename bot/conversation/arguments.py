"""The words behind a command: what names neither agency nor period is never passed over in silence."""

from __future__ import annotations

from collections.abc import Collection

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.replies import arguments as replies
from bot.replies.arguments import Unread
from bot.understanding.nearest_agencies import nearest_agencies
from bot.understanding.periods import find_periods
from bot.understanding.text import words_of

_TALK = {"cua", "toi", "em", "minh", "nay", "cho", "con", "thieu", "xem", "toan", "ca", "va"}
_FILLING = _TALK | {"bao", "cao", "ky", "don", "vi", "so", "lieu", "phan", "tinh", "nam", "quy", "thang"}


def is_unclear(argument: str, exchange: Exchange, *, example: str) -> bool:
    """Whether words name neither agency nor period; if so, that is said, with an `example` ({}: an agency's short name)."""
    unread = unread_in(argument, exchange)
    if unread is None:
        return False
    exchange.answer(replies.unclear_argument(unread, exchange.catalogue, example=example))
    return True


def unread_in(argument: str, exchange: Exchange) -> Unread | None:
    """The words that name nothing; None when there are none, or an agency was named and the rest is talk."""
    words = words_of(argument)
    agencies = exchange.reader.agencies.find(words, today=exchange.today)
    if agencies:
        return None
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    taken = {place for mention in periods for place in range(mention.first, mention.last)}
    rest = [word for place, word in enumerate(words) if place not in taken]
    is_read = all(word.folded in _FILLING for word in rest)
    return None if is_read else unread([word.text for word in rest], exchange)


def unread(said: Collection[str], exchange: Exchange) -> Unread:
    """These words with the agencies that may have been meant."""
    text = " ".join(said)
    nearest = nearest_agencies(text, exchange.catalogue, today=exchange.today)
    return Unread(text, nearest, scope.agencies_of_today(exchange))
