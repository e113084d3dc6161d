"""Whether a message asks or tells.

A statement in the same words ("không có vấn đề nào", "xem xét thì chưa") must not pass for a question.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.message import Message
from bot.understanding.text import has_accents

_NOT = r"(?:khong|ko|k|hong|hok|hk|chua|chang|khg)"
_ASKING = re.compile(
    r"\bbao nhieu\b|\bbn\b|\bbnhieu\b|\bbao nhiu\b|\bnhieu khong\b|\bthe nao\b|\bra sao\b"
    r"|\bla gi\b|\bgi\b|\bnao\b|\bbao gio\b"
    r"|\bai\b|\bxem\b(?! (?:xet|file|tep|dinh kem|phu luc|kem theo|ben duoi|van ban)\b)"
    r"|\bcho (?:xin|biet|hoi)\b|\bcho (?:toi|em|anh|chi|minh) (?:xin|biet|hoi)\b|\bxin so\b|\btra cuu\b"
    r"|\bphai khong\b|\bsao\b|\bbao lau\b|\bduoc chua\b|\bliet ke\b|\bthong ke giup\b|\broi chua\b"
    r"|\b(?:toi|den) dau (?:roi|vay|the)\b|\b(?:toi|den) dau$"
    r"|\bhoi\b(?! (?:nghi|thi|dien|dong|thao|nay|y|dap|sang|chieu|hop|vien|can|nong|phu|cuu))"
)
_ASKING_WITHOUT_FIGURE = re.compile(  # "tỉnh giao cho mình 45 nhiệm vụ", "mấy anh trưởng phòng, 19 người" tell
    r"\bcho (?:toi|em|anh|chi|minh)\b|\bmay (?!tinh|moc|chu)|\bmay$"
)
_YES_NO = re.compile(
    rf"\b(?:co|da|duoc)\b.*\b{_NOT}(?: (?:vay|em|a|ta|the|ha|nhi|anh|chi|ban|nha|ad|cua|o|tai|ben))*$"
    r"|\bhay\b.*\b(?:vay|the|ha|nhi)\b|\b(?:cham|xong) chua$"
)
_TOLD = re.compile(rf"\b(?:thi|van|con|hien|dang) {_NOT}\b")  # "lãnh đạo xem xét thì chưa"
_DENIED = re.compile(
    rf"\b{_NOT}(?: (?:co|phat sinh|he|ai|bi|duoc))* (?:[a-z]+ ){{0,5}}?(?:nao|gi|ai)\b(?: (?:het|ca|bi|dau|roi|a|nha))*"
)
# A folded word that asks only with these accents, when the message has accents at all.
_SPELT = {"hoi": "hỏi", "nao": "nào", "gi": "gì", "may": "mấy", "ai": "ai", "sao": "sao", "xem": "xem", "bn": "bn"}
_POLITE = frozenset(
    {"vay", "em", "a", "ta", "the", "ha", "nhi", "anh", "chi", "ban", "nha", "ad", "nhe", "day", "hen", "nghen"}
)
_LEAST_ASKED = 3  # words of "iso làm chưa"
_CLAUSE = re.compile(r"[,;\n]")


def is_asking(message: Message) -> bool:
    """Whether the words ask: an interrogative, a question mark, or "đã … chưa", "có … không", "… chưa" as the last clause."""
    if message.text.rstrip().endswith("?"):
        return True
    accented = has_accents(message.text)
    shown = [_shown(word.text, word.folded) if accented and word.folded in _SPELT else word.folded for word in message.words]
    ends = [place for place, word in enumerate(message.words) if place and word.gap != " " and _CLAUSE.search(word.gap)]
    clauses = [" ".join(shown[first:last]) for first, last in pairwise([0, *ends, len(shown)])]
    line = " ".join(_DENIED.sub("~", clause) for clause in clauses)  # "chưa em, khi nào" denies nothing
    if _ASKING.search(line) or (_ASKING_WITHOUT_FIGURE.search(line) and not _has_figure(message)):
        return True
    last = max(message.free, default=0)  # "có thực hiện không, SKHCN quý 3": what follows names only agency and period
    while last and not _CLAUSE.search(message.words[last].gap):
        last -= 1
    clause = " ".join(shown[place] for place in message.free if place >= last)
    if _TOLD.search(clause):
        return False
    return bool(_YES_NO.search(clause)) or _ends_with_yet(message)


def _has_figure(message: Message) -> bool:
    """Whether a number stands in it that may be a value: the last word but for politeness, or before what it counts."""
    words = message.words
    last = next((place for place in reversed(range(len(words))) if words[place].folded not in _POLITE), -1)
    return any(
        words[place].is_number and (place == last or (place < last and words[place + 1].folded in COUNT_NOUNS))
        for place in message.free
    )


def _ends_with_yet(message: Message) -> bool:
    """Whether a lone clause ends with "chưa" and no mark before it: "ban hành chưa" asks, "ban hành: chưa" answers."""
    free = list(message.free)
    while free and message.words[free[-1]].folded in _POLITE:
        free.pop()
    if len(free) < _LEAST_ASKED or message.words[free[-1]].folded != "chua" or message.words[free[-1]].gap.strip():
        return False
    return not any(_CLAUSE.search(message.words[place].gap) for place in free[1:])


def _shown(typed: str, folded: str) -> str:
    """An asking word folded, or a mark for one that asks only without its accents: "hội", "hồi", "máy"."""
    typed = unicodedata.normalize("NFC", typed.casefold())
    return folded if typed in {_SPELT[folded], folded} else "~"
