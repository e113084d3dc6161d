"""Questions as people of the south and the centre speak them: "làm rồi hả", "có làm không răng", "được nhiêu rồi".

Words are looked at as typed: without its accents "hả" is "hạ", "răng" is "rằng".
"""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.message import Message

_ANYWHERE = frozenset({"nhiêu", "nhiu", "răng"})
_LAST = frozenset({"hả", "hở", "hử", "hè", "rứa", "rua", "hỉ", "nhể", "nhở", "hén", "hem", "ha", "hầy"})
_WHERE = re.compile(r"\b(?:ở|sở|đơn vị|khi|lúc|chỗ|bên|cái|ngành) mô\b")
_EITHER = re.compile(r"\b(?:có|đã|được|là|do|bằng|qua|làm|co|da|duoc|lam) .*\bhay\b(?! (?:làm|lam)\b) \w+")


def asks_aloud(message: Message) -> bool:
    """Whether such a word asks; at the end of a message that tells a figure it is only friendly."""
    typed = [unicodedata.normalize("NFC", message.typed(at, at + 1).lower()) for at in range(len(message.words))]
    if not _ANYWHERE.isdisjoint(typed) or _WHERE.search(line := " ".join(typed)):
        return True
    if any(message.words[place].is_number for place in message.free):
        return False
    if _EITHER.search(line):
        return True
    last = message.free[-1] if message.free else 0
    return bool(last) and typed[last] in _LAST and not message.words[last].gap.strip()  # "sáng kiến mới: hem" answers
