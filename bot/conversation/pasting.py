"""A long paste comes as several messages, because Telegram's clients split it: read together, the last preview stands.

The first part is previewed at once; when more of it comes, the whole is read again and its preview takes the former's place.
Nothing is stored before the press.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation.exchange import Exchange
from bot.incoming import Text
from bot.understanding.reader import Reader
from bot.understanding.recalling import recall
from bot.understanding.request import Context, Entry, Request

_TOGETHER = timedelta(seconds=2)
# Clients cut at an empty line, else at a line's end, anywhere in the second half of the 4,096 characters they may send
# (Telegram Desktop's TextUtilities::CutPart), and the server trims spaces: a part that more follows has about half at least.
_SPLIT_LEAST = 2000
_LONGEST = 100_000  # characters: 25 full messages; who sends more starts anew
_LONGEST_LINE = 300  # characters that clients look back for the end of a line at least
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Paste:
    """The parts of what was pasted, in order. `slot`: names its preview, which the one of the next part takes the place of."""

    parts: tuple[str, ...]
    slot: str


def paste_of(content: Text, exchange: Exchange) -> Paste:
    """The paste that this text belongs to, itself the last part; the only one when it goes with nothing before.

    Each paste has a preview of its own: that of another one may stand far above in the chat.
    """
    first = exchange.incoming.message_id
    if content.edited:
        return Paste((content.text,), f"preview:{first}")
    store, key = exchange.store, (exchange.chat_id, exchange.person.id, "paste")
    sent_at = exchange.incoming.sent_at or exchange.now
    document = store.memory(*key)
    parts = (content.text,)
    if document is not None and abs(sent_at - datetime.fromisoformat(document["at"])) <= _TOGETHER:
        before = tuple(document["parts"])
        if sum(map(len, before)) + len(content.text) <= _LONGEST:
            parts = (*before, content.text)
            first = document.get("first", first)
    if may_go_on(content):
        store.remember(*key, {"parts": list(parts), "at": sent_at.isoformat(), "first": first})
    elif document is not None:
        store.remember(*key, None)
    return Paste(parts, f"preview:{first}")


def may_go_on(content: Text) -> bool:
    """Whether a text is so long that it may be the first part of something longer."""
    return not content.edited and len(content.text) >= _SPLIT_LEAST


def read_parts(parts: Sequence[str], context: Context, reader: Reader) -> Request:
    """What all parts mean together: one table, or the entries of each; without any entry what the last part means."""
    if len(parts) == 1:
        return recall(parts[0], context, reader=reader)
    whole = recall(joined(parts), context, reader=reader)
    if isinstance(whole, Entry) and whole.is_table:
        return whole
    read = [recall(part, context, reader=reader) for part in parts]
    entries = [request for request in read if isinstance(request, Entry)]
    if not entries:
        return read[-1]
    return Entry(
        next((entry.agency for entry in entries if entry.agency), None),
        next((entry.period for entry in entries if entry.period), None),
        tuple(value for entry in entries for value in entry.values),
        is_table=True,
    )


def joined(parts: Sequence[str]) -> str:
    """The paste as it was: what the server trimmed where it was split is put back."""
    text = parts[0]
    for part in parts[1:]:
        text = f"{text}{_seam(text, part)}{part}"
    return text


def _seam(text: str, part: str) -> str:
    """A line break, with the empty cells that the first row of `part` began with; a space where there was no line to end."""
    *lines, last = text.split("\n")
    if len(last) > _LONGEST_LINE:
        return " "
    if not any(line.startswith(_TAB) for line in lines):  # rows without STT begin with an empty cell
        return "\n"
    usual = Counter(line.count(_TAB) for line in lines).most_common(1)[0][0]
    return "\n" + _TAB * max(usual - part.split("\n", 1)[0].count(_TAB), 0)
