"""What a message says for courtesy: whom it is addressed to, greetings, thanks, "mong sớm nhận phản hồi".

It calls no row: "gửi" in front of an address is no dossier sent by post, nor is a reply that is asked for one to citizens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.understanding.askers import find_askers, is_on_behalf, is_purpose
from bot.understanding.text import Word

PHRASES = """
kính gửi | trân trọng | trân trọng cảm ơn | trân trọng kính chào | xin trân trọng cảm ơn | mong sớm nhận phản hồi | hồi âm
nhờ anh trả lời sớm | phản hồi lại giúp em | chúc anh chị cuối tuần vui vẻ | chúc sức khoẻ
em mới đếm lại | vừa rà lại | tính lại | cộng lại | chốt lại
"""
_TITLES = """
anh chi em sep co chu bac ban bot ad admin quy cac lanh dao dong dc thay ba ong moi nguoi ca nha phong bo phan to van thu chuyen
vien truong pho giam doc chanh
"""
_POLITE = (
    r"(?:anh|chi|em|co|chu|bac|ban|bot|ad|admin|quy|cac|dong chi|moi nguoi|ca nha|a|ah|nhe|nha|nhieu|lam|rat|truoc"
    r"|voi|giup|gium|dum|ho|cho|toi|tui|minh|ben|som|gap|ngay|lai|duoc|nghen|hen|het|va|nhan|sang|chieu|trua|nay|mai|hom)"
)
_PERSONAL = rf"(?:{_POLITE}|sep|lanh dao)"
_HOUR = r"(?:\d{1,2} ?(?:h|g|gio|phut|p)(?: ?\d{1,2})?|gio (?:hop|nghi|trua))"
_BEFORE = rf"(?: (?:truoc|trong|luc)(?: (?:{_HOUR}|trua|chieu|toi|sang|mai|nay|hom|ngay))+)?"
_REPLY = r"(?:tra loi|phan hoi|hoi am|hoi dap|rep|reply|bao lai|hoi bao)"
_SUPERIORS = r"(?:lanh dao|(?:pho )?chu tich|(?:pho )?giam doc|bi thu|van phong|ubnd|tinh|tinh uy|doan|truong phong|sep)"
_WANTS = r"(?:can|hoi|cho|doi|yeu cau|hop|giuc)"
_ASKED = r"(?:nho|mong|xin|de nghi|vui long|kinh|can)"
_COURTESIES = re.compile(
    rf"(?:{_PERSONAL} |xin |chan thanh )*(?:(?:tra[a-z]?|tr?an) trong|cam on|thanks|thank you|tks|thks)"
    rf"(?: (?:tran trong|cam on|kinh chao|chao|bao cao|kinh bao|kinh trinh|{_PERSONAL}))*"
    rf"|(?:{_PERSONAL} |{_ASKED} )*{_ASKED} (?:{_PERSONAL} )*{_REPLY}(?: {_PERSONAL})*{_BEFORE}(?: {_PERSONAL})*"
    rf"|{_REPLY}(?: {_PERSONAL})+{_BEFORE}(?: {_PERSONAL})*"
    rf"|(?:(?:{_POLITE}|{_SUPERIORS}) )*{_SUPERIORS} (?:dang |vua |moi |cung )*{_WANTS}(?: {_PERSONAL})*"
    rf"|(?:thoi |ok |vang |da )*de (?:{_PERSONAL} )+(?:bao|hoi|xem|kiem tra|trinh|noi|goi|nhan|check)"
    rf"(?: (?:{_POLITE}|{_SUPERIORS}|roi|bao|phong|da))*"
    rf"|(?:{_PERSONAL} |da |xin |kinh )*chao(?: (?:{_PERSONAL}|buoi|cuoi tuan|tat ca))*"
    r"|(?:[a-z]+ )?chuc [a-z ]{3,40}(?:vui ve|vui|tot lanh|suc khoe|binh an|may man|hanh phuc|an lanh)(?: (?:nhe|nha|a))*"
)
_CLOSING = re.compile(r"(?:^|(?<= ))(?:xin )?(?:tra[a-z]?|tr?an) trong(?: (?:cam on|kinh chao|kinh bao|a))*$")
_WANTED = re.compile(
    rf"(?:(?:{_PERSONAL}|da) )*(?:kinh )?(?:de nghi|yeu cau|phien|lam on|lam phien|vui long)"
    rf"(?= (?:{_PERSONAL} )*(?:cho (?:biet|xin|hoi|so)|cung cap|bao cao|thong ke|kiem tra giup|tra cuu)\b)"
)
_ADDRESSED = re.compile(
    r"(?:(?:da|thua|em|chau|toi|minh|ben|xin|kinh|cho|phep|duoc) )*(?:gui|gi|gu|guir|kinh [a-z]{1,4}|k[a-z]{2,4} gui|nop|trinh)"
    r"(?: (?:cho|ve|toi|den|len|qua))?"
)
_LONGEST = 40  # words of a courtesy
_MOST_NAMES = 4  # words of a person's name
_BREAK = re.compile(r"[,;:.!?()\n\t]|\s-\s")

_Names = Callable[[Sequence[Word]], int]  # how many of these words are the name of an agency that they begin with


def find_courtesies(words: Sequence[Word], agency_at: _Names) -> tuple[tuple[int, int], ...]:
    """Ranges of words, half-open; none where nothing else would be left."""
    found = []
    for first, last in _clauses(words):
        inside = _courtesy_in(words[first:last], agency_at, is_first=first == 0)
        if inside is not None:
            found.append((first + inside[0], first + inside[1]))
        if inside is None or inside[0] > 0:
            found += [(first + begin, first + end) for begin, end in find_askers(words[first:last], is_first=first == 0)]
    return tuple(found) if sum(last - first for first, last in found) < len(words) else ()


def _clauses(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or _BREAK.search(words[place].gap):
            yield first, place
            first = place


def _courtesy_in(clause: Sequence[Word], agency_at: _Names, *, is_first: bool) -> tuple[int, int] | None:
    """The words of a clause that are said for courtesy: all of it, its end, or what opens a request."""
    if len(clause) > _LONGEST:
        return None
    line = " ".join(word.folded for word in clause)
    if _COURTESIES.fullmatch(line) or (is_first and _is_address(line, clause, agency_at)):
        return 0, len(clause)
    if is_on_behalf(line) or (not is_first and is_purpose(line)):
        return 0, len(clause)
    if (closing := _CLOSING.search(line)) is not None:
        return line.count(" ", 0, closing.start()), len(clause)
    wanted = _WANTED.match(line)
    return None if wanted is None else (0, wanted[0].count(" ") + 1)


def _is_address(line: str, clause: Sequence[Word], agency_at: _Names) -> bool:
    """Whether a clause only says to whom the message goes: "Kính gửi anh Nam, Sở Nội vụ", not "gửi hồ sơ qua bưu điện"."""
    opening = _ADDRESSED.match(line)
    if opening is None or (opening.end() < len(line) and line[opening.end()] != " "):
        return False
    place, names = opening[0].count(" ") + 1, 0
    while place < len(clause):
        of_agency = agency_at(clause[place:])
        if of_agency:
            place += of_agency
        elif clause[place].folded in _TITLES.split():
            place += 1
        elif clause[place].text[:1].isupper() and names < _MOST_NAMES:
            place, names = place + 1, names + 1
        elif not names and place + 1 < len(clause) and agency_at(clause[place + 1 :]) == len(clause) - place - 1:
            place, names = place + 1, names + 1  # "gửi anh mam sở nội vụ": a name with a slip
        else:
            return False
    return True
