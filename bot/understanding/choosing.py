"""A typed answer to the open choice: by heading, by place in the list, or to leave it out. A bare number answers nothing."""

from __future__ import annotations

import re

from bot.understanding.lexicon import is_unknown
from bot.understanding.reader import Reader
from bot.understanding.request import Chosen, PendingChoice
from bot.understanding.text import fold, words_of

_SKIP = re.compile(r"(?:bo qua|bo|thoi|huy|khong ghi|khong can|skip|khoi)(?: (?:di|nha|nhe|a|em|anh|chi|cai nay))*")
_PLACE = r"nhat|dau tien|dau|hai|nhi|ba|tu|bon|nam|cuoi cung|cuoi"
_NTH = re.compile(
    rf"(?:cai|so|muc|dong|chon|chi tieu)? ?(?:thu )?(?P<word>{_PLACE})"
    r"|(?:cai|muc|dong|chon|chi tieu) (?:thu |so )?(?P<digit>[1-5])|thu (?P<ordinal>[1-5])"
)
_PLACES = {"hai": 1, "nhi": 1, "ba": 2, "tu": 3, "bon": 3, "nam": 4, "cuoi": -1, "cuoi cung": -1}
_ASKS = re.compile(r"\?|\b(?:nao|gi|bao nhieu|bn|chua|roi|con thieu)\b")  # "sở nào nộp rồi" answers nothing
_CLEAR = 0.3  # weight by which one choice must fit better than the next
_MOSTLY = 0.6  # share of what was said that a choice must say


def chosen(text: str, pending: PendingChoice, reader: Reader) -> Chosen | None:
    """Which of the pending choices a text names; None when it names none, or is a message of its own."""
    folded = fold(text).strip(" .!,")
    if _SKIP.fullmatch(folded):
        return Chosen(skipped=True)
    nth = _NTH.fullmatch(folded)
    if nth:
        digit = nth["digit"] or nth["ordinal"]
        place = int(digit) - 1 if digit else _PLACES.get(nth["word"], 0)
        return Chosen(pending.choices[place]) if place < len(pending.choices) else None
    words = [word.folded for word in words_of(text)]
    if any(char.isdigit() for char in folded) or not words or _ASKS.search(folded):
        return None
    said = dict.fromkeys(token.name for token in reader.lexicon.tokens(words))
    if not said or any(is_unknown(name) for name in said):
        return None
    rows = [row_id for row_id in pending.choices if row_id in reader.known]
    if len(rows) == 1 and len(said) == 1:
        return None  # with nothing to choose from, one word says little
    shared = {
        name for name in said if all(name in (reader.known[row_id].label | reader.known[row_id].heading) for row_id in rows)
    }
    deciding = [name for name in said if name not in shared] or list(said)
    fits = sorted(
        (
            sum(
                reader.weight(name) for name in deciding if name in (reader.known[row_id].label | reader.known[row_id].heading)
            ),
            row_id,
        )
        for row_id in rows
    )
    total = sum(reader.weight(name) for name in deciding)
    if not fits or fits[-1][0] < _MOSTLY * total or (len(fits) > 1 and fits[-1][0] - fits[-2][0] < _CLEAR):
        return None
    return Chosen(fits[-1][1])
