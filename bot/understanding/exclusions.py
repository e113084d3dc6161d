"""What a message leaves out: "không tính đơn vị trực thuộc", "chưa kể bcci", "trừ văn bản giấy".

It calls no row and answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.text import Word

_NOT = {"khong", "ko", "k", "hong", "hok", "kg", "dung", "chua", "khoi", "chang"}
_COUNT = {"tinh", "ke", "gom", "bao"}
_NO_COUNT = {"hoach", "gian", "uy"}  # "chưa kế hoạch", "không tinh giản"
_EXCEPT = {"tru"}
_NO_EXCEPTION = {"kiem", "loai", "khau", "tru", "dien", "bao"}  # "kiểm trừ": other words with "trừ"
_ENDS = {"thi", "la", "ma", "con", "co", "bao", "may", "duoc"}
_BREAK = re.compile(r"[,;:.()\n\t?!]|\s-\s")
_LONGEST = 12  # words


def find_exclusions(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open) that say what is left out, the opening words among them.

    They end with the clause, before a number and before "thì", "là", "bao nhiêu".
    """
    found: list[tuple[int, int]] = []
    for place in range(len(words)):
        last = _opened(words, place)
        if last is None or (found and place < found[-1][1]):
            continue
        end = last
        while end < min(len(words), last + _LONGEST) and not (
            _BREAK.search(words[end].gap) or words[end].is_number or words[end].folded in _ENDS
        ):
            end += 1
        if end > last:
            found.append((place, end))
    return tuple(found)


def _opened(words: Sequence[Word], place: int) -> int | None:
    """Where what is left out begins, when it is opened here."""
    word = words[place].folded
    behind = [each.folded for each in words[place + 1 : place + 3] if not _BREAK.search(each.gap)]
    if word in _NOT and behind and behind[0] in _COUNT and _NO_COUNT.isdisjoint(behind):
        return place + (3 if behind == ["bao", "gom"] else 2) if behind[0] != "bao" or behind == ["bao", "gom"] else None
    before = words[place - 1].folded if place else ""
    if word in _EXCEPT and before not in _NO_EXCEPTION:
        return place + 1 + (behind[:1] == ["ra"])
    return None
