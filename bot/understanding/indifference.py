"""What a message says to make no difference to what is counted: "có hồ sơ hay chưa cũng tính", "kể cả chưa có hồ sơ".

It calls no row, though in other words it would: "có hồ sơ" tells two rows apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.text import Word

_BREAK = re.compile(r"[,;:.()\n\t?!]|\s-\s")
_EITHER_WAY = LinePattern(
    r"\bco(?: [a-z]+){1,4} hay (?:chua|khong|ko|hong)(?: [a-z]+){0,4} (?:cung|deu) (?:tinh|lay|dem|ke|ghi|duoc|cong)(?: het| ca"
    r"| luon| vao)*\b"
)
_EVEN_WITHOUT = LinePattern(
    r"\b(?:ke|tinh|gom|lay|dem)(?: luon| ca| den)+(?: (?:cac|may|nhung|loai|cai|thu|tuc|tthc))* (?:chua|khong|ko|hong)"
    r"(?: (?:co|phat|sinh|ho|so|hs|nguoi|dan|ai|nop|dung|xai|gi|nao|duoc|he)){1,6}\b"
)


def find_indifferent(words: Sequence[Word], line: Line) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open) within a clause; `line`: the words folded, with single spaces."""
    places = []
    for found in (_EITHER_WAY.search(line), _EVEN_WITHOUT.search(line)):
        if found is not None:
            first, last = line.count(" ", 0, found.start()), line.count(" ", 0, found.end()) + 1
            if not any(_BREAK.search(word.gap) for word in words[first + 1 : last]):
                places.append((first, last))
    return tuple(places)
