"""Whether a message asks or tells.

A statement in the same words ("không có vấn đề nào", "xem xét thì chưa") must not pass for a question.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from bot.understanding.asking_aloud import asks_aloud
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.message import Message
from bot.understanding.text import has_accents

_NOT = r"(?:khong|chua|cha(?= co\b)|(?<!\w )dau(?= co\b))"
_ASKING = re.compile(
    r"\bbao nhieu\b|\bbn\b(?! moi (?:ld|lanh dao|sep|truong|pho|giam doc|can bo|cc|cong chuc))"
    r"|\bbnhieu\b|\bbao nhiu\b|\bnhieu khong\b|\bthe nao\b|\bra sao\b"
    r"|\bla gi\b|\b(?:gi|nao|ai)\b(?! cung)|\bbao gio\b"
    r"|\bxem\b(?! (?:xet|file|tep|dinh kem|phu luc|kem theo|ben duoi|van ban|cong van|cv|qd|quyet dinh|to trinh"
    r"|thong bao|tb)\b)"
    r"|\bcho (?:xin|biet|hoi)\b|\bcho (?:toi|em|anh|chi|minh) (?:xin|biet|hoi)\b|\bxin so\b|\btra cuu\b"
    r"|\b(?:phai|dung|chuan) (?:khong|chua)\b|\bsao\b|\bbao lau\b|\bduoc chua\b|\bliet ke\b|\bthong ke giup\b"
    r"|\broi chua\b"
    r"|\b(?:toi|den) dau (?:roi|vay|the)\b|\b(?:toi|den) dau$"
    r"|\bhoi\b(?! (?:nghi|thi|dien|dong|thao|nay|y|dap|sang|chieu|hop|vien|can|nong|phu|cuu))"
)
_ASKING_WITHOUT_FIGURE = re.compile(  # "tỉnh giao cho mình 45 nhiệm vụ", "mấy anh trưởng phòng, 19 người" tell
    r"\bcho (?:toi|em|anh|chi|minh)\b|\bmay (?!tinh|moc|chu)|\bmay$"
)
_YES_NO = re.compile(
    rf"\b(?:co|da|duoc)\b.*\b{_NOT}(?: (?:vay|em|a|ta|the|ha|nhi|anh|chi|ban|nha|ad|cua|o|tai|ben|rua|he|hi|rang|nhe|roi))*$"
    rf"|\b{_NOT} (?:(?:em|anh|chi|a|c|e) )?(?:vay|the|ha|nhi)(?: (?:em|anh|chi|ta|a|c|e|ban|bot))?$"  # "…, … chưa vậy"
    r"|\bhay\b.*\b(?:vay|the|ha|nhi)\b|\b(?:cham|xong) chua$"
)
_TOLD = re.compile(rf"\b(?:thi|van|con|(?<!thuc )(?<!phat )(?<!the )hien|dang) {_NOT}\b")  # "lãnh đạo xem xét thì chưa"
_DENIED = re.compile(
    rf"\b{_NOT}(?: (?:co|phat sinh|he|ai|bi|duoc))* (?:[a-z]+ ){{0,5}}?(?:nao|gi|ai)\b(?: (?:het|ca|bi|dau|roi|a|nha))*"
)
# A folded word that asks only with these accents, when the message has accents at all.
_SPELT = {"hoi": "hỏi", "nao": "nào", "gi": "gì", "may": "mấy", "ai": "ai", "sao": "sao", "xem": "xem", "bn": "bn"}
_EXAM = "thi"  # spelt so it is no "thì": "có phải thi không"
_MARKED = frozenset({*_SPELT, _EXAM})
_POLITE = frozenset(
    {"vay", "em", "a", "ta", "the", "ha", "nhi", "anh", "chi", "ban", "nha", "ad", "nhe", "day", "hen", "nghen"}
)
# Said behind a figure, these ask nothing: "khi nào có số chính thức em cập nhật", "có gì chị báo em", "không biết sao tăng"
_AND_SO_ON = re.compile(
    r"(?:(?:da|va|con|nhung|neu|thi|a|nha|nhe) )*(?:"
    r"(?:chung|khi|luc|hoi|bua|hom|ngay) nao\b.* (?:em|toi|minh|ben|tui|chau|con|se)\b.*"
    r"|bao gio\b.* (?:em|toi|minh|ben|tui|se)\b.*"
    r"|(?:co|thieu|sai|can|vuong)(?: [a-z]+){0,2} (?:gi|sao|dau)\b.*\b(?:bao|nhan|goi|alo|sua|noi|ho|nhac|chinh|hoi)\b.*"
    r"|(?:khong|chua) (?:biet|hieu|ro|nho|[a-z]{2,4} (?:vi |tai )?sao)\b.*"
    r"|(?:em |minh |toi )?hoi (?:chi|anh|em|co|chu|bac|ben|phong|ke toan|van phong)(?: [a-z]+){0,5} (?:roi|do)\b.*"
    r"|ai can\b.*|(?:ra sao|the nao) (?:thi|cung|em|minh)\b.*"
    r"|(?:(?:nho|phien|mong) )?(?:(?:anh|chi|sep|co|chu|bot|ad|admin) )?(?:xem|coi|kiem tra|check)(?: lai| qua)?"
    r"(?: (?:giup|dum|gium|ho|cho|em|toi|minh|nhe|nha|a|voi))*"
    r")"
)
_ASKED_ALOUD_OF = re.compile(
    rf"\bco\b.*(?<!thi )(?<!con )(?<!van )\b{_NOT} (?:ta|he|rua)\b"
)  # "có treo bảng …, góp ý không ta"
_OR = re.compile(  # "khảo sát trực tuyến hay phát phiếu"
    rf"\b(?:truc tuyen|online|qua mang|tren mang|phieu|giay|tot|nghiem|co|roi|dat|du) hay (?:la )?(?:[a-z]+ ){{0,2}}?"
    rf"(?:truc tuyen|online|qua mang|tren mang|phieu|giay|vi pham|{_NOT}|khao sat)\b"
)
_SUFFERED = re.compile(rf"\bbi\b.*\b{_NOT}$")
_VERB_LONGEST = 5  # words of "…, ban hành chưa"
_DONE = re.compile(r"\b(?:da|duoc)\b")
_MARKED_AS_QUESTION = re.compile(r"\?\s*$|[=:]\s*\?")  # "kỷ luật lãnh đạo sở = ? a ơi"
_LEAST_ASKED = 3  # words of "iso làm chưa"
_CLAUSE = re.compile(r"[,;\n]|\.\s")
_ASKING_BACK = frozenset({"à", "a", "hả", "ha", "nhỉ", "hở", "hử", "sao", "hen"})
_TELLING = frozenset({"co", "roi", "xong", "chua", "khong", "da", "tot"})


def is_asking(message: Message) -> bool:
    """Whether the words ask: an interrogative, a question mark, or "đã … chưa", "có … không", "… chưa" as the last clause."""
    if _MARKED_AS_QUESTION.search(message.text):
        return True
    accented = has_accents(message.text)
    shown = [_shown(word.text, word.folded) if accented and word.folded in _MARKED else word.folded for word in message.words]
    ends = [place for place, word in enumerate(message.words) if place and word.gap != " " and _CLAUSE.search(word.gap)]
    clauses = [" ".join(shown[first:last]) for first, last in pairwise([0, *ends, len(shown)])]
    clauses = [
        "~" if _AND_SO_ON.fullmatch(clause) and _holds_number(message, first) else clause
        for first, clause in zip([0, *ends], clauses, strict=True)
    ]
    line = " ".join(_DENIED.sub("~", clause) for clause in clauses)  # "chưa em, khi nào" denies nothing
    if _ASKING.search(line) or (_ASKING_WITHOUT_FIGURE.search(line) and not _has_figure(message)):
        return True
    last = max(message.free, default=0)  # "có thực hiện không, SKHCN quý 3": what follows names only agency and period
    while last and not _CLAUSE.search(message.words[last].gap):
        last -= 1
    clause = " ".join(shown[place] for place in message.free if place >= last)
    if _TOLD.search(clause):
        return False
    is_apart = bool(message.free) and bool(message.words[message.free[-1]].gap.strip())  # "bị kỷ luật: không"
    if _SUFFERED.search(clause) and not is_apart:
        return True
    if asks_aloud(message):
        return True
    if _ASKED_ALOUD_OF.search(line) and not _holds_number(message, len(message.words)):
        return True
    if _OR.search(line) and not _holds_number(message, len(message.words)):
        return True
    return bool(_YES_NO.search(clause)) or _ends_with_yet(message) or _goes_on_to_yet(message, last)


def wonders(message: Message) -> bool:
    """Whether it ends as people ask back: "khen thưởng có à"; typed without marks it may be the polite "ạ" as well."""
    last = max(message.free, default=-1)
    return last >= 0 and unicodedata.normalize("NFC", message.words[last].text.casefold()) in _ASKING_BACK


def _holds_number(message: Message, end: int) -> bool:
    """Whether a number that may be a value stands outside the clause that begins at word `end`."""
    last = next((place for place in range(end + 1, len(message.words)) if _CLAUSE.search(message.words[place].gap)), None)
    return any(message.words[place].is_number for place in message.free if place < end or (last is not None and place >= last))


def _goes_on_to_yet(message: Message, first: int) -> bool:
    """Whether the last clause asks for the end of what the one before began: "đã được thẩm định, ban hành chưa"."""
    behind = [message.words[place].folded for place in message.free if place >= first]
    while behind and behind[-1] in _POLITE:
        behind.pop()
    if not (first and 1 < len(behind) <= _VERB_LONGEST and behind[-1] == "chua") or "," not in message.words[first].gap:
        return False
    begin = next((at for at in range(first - 1, 0, -1) if _CLAUSE.search(message.words[at].gap)), 0)
    told = " ".join(message.words[place].folded for place in range(begin, first))
    has_colon = any(":" in message.words[place].gap for place in range(begin + 1, len(message.words)))
    return bool(_DONE.search(told)) and not has_colon and not told.endswith((" roi", " xong", " chua", " khong"))


def _has_figure(message: Message) -> bool:
    """Whether a number stands in it that may be a value: the last word but for politeness, or before what it counts."""
    words = message.words
    marked = {place for mark in message.marks for place in range(mark.first, mark.last)}
    last = next((place for place in reversed(range(len(words))) if words[place].folded not in _POLITE), -1)
    return any(
        words[place].is_number
        and place not in marked
        and (place == last or (place < last and words[place + 1].folded in COUNT_NOUNS))
        for place in message.free
    )


def _ends_with_yet(message: Message) -> bool:
    """Whether a lone clause ends with "chưa" and no mark before it: "ban hành chưa" asks, "ban hành: chưa" answers."""
    free = list(message.free)
    while free and message.words[free[-1]].folded in _POLITE:
        free.pop()
    if len(free) < _LEAST_ASKED or message.words[free[-1]].folded != "chua" or message.words[free[-1]].gap.strip():
        return False
    clause = next((at for at in range(len(free) - 1, 0, -1) if _CLAUSE.search(message.words[free[at]].gap)), 0)
    before = [message.words[place] for place in free[:clause]]  # "trưởng phòng, phó phòng chưa": but one thing is named
    return not any(word.is_number or word.folded in _TELLING or ":" in word.gap or "\n" in word.gap for word in before)


def _shown(typed: str, folded: str) -> str:
    """An asking word folded, or a mark for one that asks only without its accents: "hội", "hồi", "máy"."""
    typed = unicodedata.normalize("NFC", typed.casefold())
    if folded == _EXAM:
        return "~" if typed == _EXAM else folded
    return folded if typed in {_SPELT[folded], folded} else "~"
