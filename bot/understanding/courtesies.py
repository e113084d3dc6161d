"""What a message says for courtesy: whom it is addressed to, greetings, thanks, "mong sớm nhận phản hồi".

It calls no row: "gửi" in front of an address is no dossier sent by post, nor is a reply that is asked for one to citizens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from bot.understanding.askers import find_askers, is_on_behalf, is_purpose
from bot.understanding.text import Word

PHRASES = """
kính gửi | trân trọng | trân trọng cảm ơn | trân trọng kính chào | xin trân trọng cảm ơn | mong sớm nhận phản hồi | hồi âm
nhờ anh trả lời sớm | phản hồi lại giúp em | chúc anh chị cuối tuần vui vẻ | chúc sức khoẻ
kính gửi sở | kính gửi ủy ban | gửi sở | gửi anh | gửi chị | em gửi anh | em gửi chị | nộp cho sở | trình lãnh đạo sở
phúc đáp công văn | trả lời công văn | phúc đáp công văn số 12 | nhận được công văn | theo công văn | đây ạ | văn phòng sở đây
chào buổi sáng | chào buổi chiều | chào cả nhà | chào anh chị
em đây | em là | anh ơi em | chị ơi em | sếp ơi em | sđt em | sđt của em | số điện thoại em | có gì gọi em | có gì anh gọi em
cần gì gọi em | cần gì anh gọi em | có gì liên hệ em | chiêu gì | chiêu mới | cách gì hay
em mới đếm lại | vừa rà lại | tính lại | cộng lại | chốt lại
"""
_TITLES = """
anh chi em sep co chu bac ban bot ad admin quy cac lanh dao dong dc thay ba ong moi nguoi ca nha phong bo phan to van thu chuyen
vien truong pho giam doc chanh tong hop giup viec cchc cai cach hanh chinh kiem soat thu tuc mot cua tham muu
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
_PAPER = r"(?:cong van|cv|van ban|vb|thong bao|tb|giay moi|to trinh|ttr)(?: so)?"
_NUMBERED = (  # "1187/SNV-CCHC ngày 01/12/2022 của UBND tỉnh"
    r" \d{1,5}(?: [a-z]{2,8}){0,2}"
    r"(?: ngay \d{1,2}(?: (?:thang )?\d{1,2}){0,1}(?: (?:nam )?20\d\d)?| nam 20\d\d| 20\d\d(?: [a-z]{2,8}){0,2})*"
    r"(?: cua (?:ubnd tinh|ubnd|tinh|so noi vu|snv|so|bo|tw|trung uong))?"
)
_WHICH = r"(?:bc|bao cao|theo bc|theo bao cao|so lieu|sl|so|lay so|lay|tinh|xem|ky)"  # "lấy số quý 3/2022 nhé"
_WHEN = (
    r"(?:ky|quy(?: [1-4])?|nam(?: (?:20)?[12]\d)?|\d{1,2} thang|thang(?: (?:1[0-2]|0?[1-9]))?|20\d\d"
    r"|dau|cuoi|cua|trong|q[1-4]|h[12]|iv|i{1,3})"
)
_OF_A_PERIOD = r"(?=.*\b(?:quy|nam|ky|thang|q[1-4]|h[12])\b)"
_RECORDS = r"(?:dien bu|dien|bo sung|nhap bu|nhap|ghi bu|ghi|cap nhat|nop bu|gui bu|bao bu|bu)"
_CALL = r"(?:goi|alo|lien he|lien lac|lh|ib|inbox|hoi(?! y)|nhan(?= (?:tin|cho|em|anh|chi|toi|minh)\b))"
_PHONE = r"(?: 0\d{8,10}|(?: 0\d{1,4}(?: \d{2,7}){1,4})|(?: \d{2,4}){3,5})"  # "0918 000 111"; no figure stands so
_CONTACT = r"(?:sdt|dt|zalo|may|di dong|so may|(?:so )?dien thoai|lien he|lien lac|lh|hotline)"
_COURTESIES = re.compile(
    rf"(?:{_PERSONAL} |xin |chan thanh )*(?:(?:tra[a-z]?|tr?an) trong|cam on|thanks|thank you|tks|thks)"
    rf"(?: (?:tran trong|cam on|kinh chao|chao|bao cao|kinh bao|kinh trinh|{_PERSONAL}))*"
    rf"|(?:{_PERSONAL} |{_ASKED} )*{_ASKED} (?:{_PERSONAL} )*{_REPLY}(?: {_PERSONAL})*{_BEFORE}(?: {_PERSONAL})*"
    rf"|{_REPLY}(?: {_PERSONAL})+{_BEFORE}(?: {_PERSONAL})*"
    rf"|(?:(?:{_POLITE}|{_SUPERIORS}) )*{_SUPERIORS} (?:dang |vua |moi |cung )*{_WANTS}(?: {_PERSONAL})*"
    rf"|(?:thoi |ok |vang |da )*de (?:{_PERSONAL} )+(?:bao|hoi|xem|kiem tra|trinh|noi|goi|nhan|check)"
    rf"(?: (?:{_POLITE}|{_SUPERIORS}|roi|bao|phong|da))*"
    rf"|(?:{_PERSONAL} |da |xin |kinh )*chao(?: (?:{_PERSONAL}|buoi|cuoi tuan|tat ca))*"
    rf"|(?:phuc dap|tra loi|thuc hien|can cu|theo|tiep theo|de tra loi) {_PAPER}{_NUMBERED}"
    rf"|(?:(?:{_POLITE}|da|vang|ok|minh|toi) )*nhan (?:duoc |dc |dc roi )?"
    rf"(?:{_PAPER}{_NUMBERED}|(?:{_PAPER}|file|mail|email|tin|thu)(?: hop| nhan)?)(?: (?:roi|{_POLITE}))*"
    rf"|(?:(?:{_POLITE}|da|vang|ok|minh|toi) )*nhan (?:duoc |dc )?roi(?: {_POLITE})*"
    rf"|de (?:{_PERSONAL} )+(?:doc|xem|coi|nghien cuu)(?: [a-z]{{1,6}}){{0,7}}"
    rf"|{_OF_A_PERIOD}{_WHICH}(?: {_WHEN}){{1,8}}(?: (?:{_POLITE}|ay|do|nghe|thoi))*"
    rf"|{_OF_A_PERIOD}(?:{_PERSONAL} |xin |nho |da )*{_RECORDS}"
    rf"(?: (?:so lieu|bao cao|bc|them|tiep|dot|{_WHEN}|{_POLITE}|giup|ho|cho))*"
    rf"|(?:{_PERSONAL} |so |chung |don vi |xin |da )*(?:bao|bao cao|kinh bao|xin bao)(?: {_PERSONAL})*"
    rf"|(?:(?:{_PERSONAL}|neu|va) )*(?:co|can|vuong|thac mac)(?: [a-z]{{1,5}}){{0,2}} (?:gi|sao|dau)(?: [a-z]{{1,7}}){{0,4}}"
    rf" {_CALL}(?: [a-z]{{1,11}}){{0,8}}{_PHONE}?(?: {_PERSONAL})*"
    rf"|(?:{_PERSONAL} )*{_CONTACT}(?: [a-z]{{1,6}}){{0,3}}{_PHONE}(?: {_PERSONAL})*"
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
_HERE = re.compile(r" (?:day|ne|ne day)(?: (?:a|anh|chi|em|sep|co|chu|bac|nha|nhe|oi|cac|thay|ban))*$")
_I_AM = re.compile(r"(?:(?:da|thua|chao|anh|chi|sep|xin) )*(?:em|toi|minh|chau|tui|chi|anh) (?:la|ten(?: la)?) ")
_FROM = re.compile(  # "Em Hạnh VP sở"
    r"(?:(?:da|thua|chao) )*(?:em|chau|minh|toi) [a-z]{2,7}(?: [a-z]{2,7})?"
    r" (?:o |ben )?(?:vp|van phong|phong|ban|to|bo phan)(?: [a-z]{1,8}){0,4}"
)
_CALLED = re.compile(r"^(?:(?:da|thua|chao) )*(?:anh|chi|em|co|chu|bac|sep)(?: [a-z]+)? oi ")
_ROLES = """
da thua chao em toi minh chau tui anh chi co chu bac sep la ten ben o cua thuoc phong van so ban bo phan to chuc can hanh chinh
chuyen vien ke toan truong pho thu mot cong tong hop noi vu tccb vp day ne a nha nhe oi truc cchc xin
"""
_NAMED_BY = frozenset({"em", "toi", "minh", "chau", "tui", "anh", "chi", "co", "chu", "bac"})
_ROLE_WORDS = frozenset(_ROLES.split())
_IS = frozenset({"la", "ten"})
_LONGEST = 40  # words of a courtesy
_MOST_NAMES = 4  # words of a person's name
_BREAK = re.compile(r"[,;:.!?()\n\t]|\s-\s")

_Names = Callable[[Sequence[Word]], int]  # how many of these words are the name of an agency that they begin with


def find_courtesies(words: Sequence[Word], agency_at: _Names) -> tuple[tuple[int, int], ...]:
    """Ranges of words, half-open."""
    found: list[tuple[int, int]] = []
    askers: list[tuple[int, int]] = []
    is_introduced = False
    for first, last in _clauses(words):
        clause = words[first:last]
        is_introduced = _introduces(clause, agency_at) or (is_introduced and all(word.folded in _ROLE_WORDS for word in clause))
        inside = (0, len(clause)) if is_introduced else _courtesy_in(clause, agency_at, is_first=first == 0)
        if inside is not None:
            found.append((first + inside[0], first + inside[1]))
        if inside is None or inside[0] > 0:
            askers += [(first + begin, first + end) for begin, end in find_askers(clause, is_first=first == 0)]
    is_left = sum(last - first for first, last in (*found, *askers)) < len(words)
    return (*found, *askers) if is_left else tuple(found)


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
    if is_on_behalf(line) or (not is_first and is_purpose(line) and not _goes_on(clause)):
        return 0, len(clause)
    if (closing := _CLOSING.search(line)) is not None:
        return line.count(" ", 0, closing.start()), len(clause)
    wanted = _WANTED.match(line)
    return None if wanted is None else (0, wanted[0].count(" ") + 1)


def _goes_on(clause: Sequence[Word]) -> bool:
    """Whether "đang", "chờ" begin it, which typed without marks look like "đặng", "cho": the figure is not settled yet."""
    typed = unicodedata.normalize("NFC", clause[0].text.lower())
    return typed in {"đang", "dang", "chờ"}


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


def _introduces(clause: Sequence[Word], agency_at: _Names) -> bool:
    """Whether a clause only says who writes: "Anh Tư ơi em Hạnh văn phòng sở đây", "Em là Lan"."""
    line = " ".join(word.folded for word in clause[:_LONGEST])
    if not (_HERE.search(line) or _I_AM.match(line) or _FROM.fullmatch(line)) or _NAMED_BY.isdisjoint(line.split()):
        return False
    called = _CALLED.match(line)
    place, names, is_named = (called[0].count(" ") if called else 0), 0, False
    while place < len(clause):
        of_agency, word = agency_at(clause[place:]), clause[place]
        if of_agency:
            place, is_named = place + of_agency, False
        elif word.folded in _ROLE_WORDS:
            place, is_named = place + 1, word.folded in _NAMED_BY or (is_named and word.folded in _IS)
        elif names < _MOST_NAMES and word.folded.isalpha() and (is_named or (place and word.text[:1].isupper())):
            place, names, is_named = place + 1, names + 1, False
        else:
            return False
    return names > 0
