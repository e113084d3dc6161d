"""Plain words that ask for what a command does: "hoàn tác", "kiểm tra báo cáo quý 3", "xuất báo cáo word quý 1".

Read whole: a message that also names an indicator or gives a figure is a question or an entry, never one of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.text import words_of

_LONGEST = 120  # letters: who asks for one of these is brief
_BEFORE = r"(?:(?:oi|thoi|nham|sai|nhap|ghi|go|so|em|toi|minh|cho|giup|bot|roi|lo|vua) )*"  # single words, so read in one way
_AFTER = r"(?: (?:giup|cho|toi|em|minh|voi|di|nhe|nha|a|ah|bot|lai|duoc khong|ho|cai|ngay|luon))*"
_WHAT = r"(?:so|so lieu|cac so|lan ghi|lan nhap|cai|ket qua|du lieu)"
_UNDO = re.compile(
    rf"{_BEFORE}(?:hoan tac|undo"
    rf"|(?:huy|bo|xoa|rut|thu hoi|go) (?:{_WHAT} )?(?:em |toi |minh )?(?:vua|moi|cuoi|sau cung|gan nhat)"
    r"(?: (?:roi|nay|xong|cung))?(?: (?:nhap|ghi|gui|go|dien))?(?: (?:xong|vao))?"
    r"|(?:lay|tra|dua|quay|khoi phuc)(?: (?:lai|ve))* (?:so|so lieu) (?:cu|truoc|luc truoc|ban dau)"
    rf"|hoan tac (?:{_WHAT}|lan)(?: (?:vua|moi))?(?: (?:nhap|ghi|cuoi|truoc|roi))*){_AFTER}"
    rf"|{_BEFORE}(?:nham|sai)(?: roi)?(?: thi)? (?:huy|xoa|bo|go)(?: (?:no|cai nay|so nay|so do))?{_AFTER}"
)
_WRONG = r"(?:loi|sai|lech|khop|vo ly|bat thuong|mau thuan)"
_CHECK = re.compile(
    rf"{_BEFORE}(?:(?:kiem tra|ra soat|soat|check|doi chieu)(?: lai)?(?: giup| cho)?(?: (?:toi|em|minh))?(?: toan bo| ca)?"
    rf"(?: (?:bao cao|bc|so lieu|cac so lieu|loi|logic))+|(?:bao cao|bc|so lieu)(?= (?:.* )?{_WRONG}\b))(?P<rest>.*)"
)
_JUDGED = re.compile(rf"\b(?:co|con|cho|so|gi|nao|bi|{_WRONG}|khong|chua|dung|nhau|voi|a|nhe|giup|em|toi|xem|khong a|roi)\b")
_HISTORY = re.compile(
    r"(?:xem |cho (?:xem |toi |em )*)?(?:lich su|nhat ky)"
    r"(?: (?:nhap|sua|ghi|thay doi|chinh sua|cap nhat|so lieu|bao cao|bc|cua))*(?P<rest>.*)"
    r"|ai (?:la nguoi )?(?:da |vua |moi )?(?:sua|nhap|ghi|doi) (?:gi|nhung gi|so nao|bao cao|bc|so lieu)(?P<by_whom>.*)"
    r"|(?P<own>(?:toi|em|minh) (?:da|vua|moi)? ?(?:nhap|ghi|sua) (?:nhung )?gi(?: roi| vay)?)"
)

_ASKING = r"(?:(?:oi|em|toi|minh|cho|giup|nho|bot|anh|chi|lam on|vui long|muon|can|hay|xin|de) )*"
_WHO_ANSWERS = re.compile(
    r"(?:ai|dong chi nao|nguoi nao|can bo nao)(?: (?:dang|la nguoi|se))*"
    r" (?:phu trach|duoc giao|lo|dam nhiem|chiu trach nhiem)\b.*"
    r"|(?:phan|muc|viec) [^?]{1,60} (?:giao (?:cho )?|do |thuoc )(?:ai|nguoi nao)(?: (?:phu trach|lam|lo|nhap|vay|the|a))*"
)
_HOW_FAR = re.compile(
    rf"{_ASKING}(?:bao cao|bc|phu luc)(?: cchc)?(?P<whose>(?: .{{1,40}}?)?)"
    r" (?:the nao|(?:(?:lam|nhap) )?(?:den|toi) dau|ra sao)(?: (?:roi|a|nhi|vay|the))*"
    r"|(?:hom nay|gio|bay gio|tiep theo|gio em|nay)(?: (?:em|minh|toi|thi|ben em|ben minh))*"
    r" (?:phai|can|nen) (?:lam|nhap) (?:gi|nhung gi|tiep gi|gi tiep)(?: (?:nua|a|nhi|vay|the))*"
)
_OWN_REPORT = re.compile(
    r"\b(?:cua|em|minh|toi|so(?= (?:minh|em|ta)\b|$)|don vi(?= (?:minh|em|ta)\b|$)|ben|ta|ky nay|quy nay)\b"
)

_FORMAT = r"(?:word|docx?|excel|exel|xlsx?|csv|pdf)"
_PAPER = rf"(?:file|tep|phu luc|ban (?:mem|in|{_FORMAT})|{_FORMAT})"
_EXPORT = re.compile(
    rf"{_ASKING}(?:(?:ket xuat|xuat|tai(?: xuong| ve| ra)?|in(?: ra)?|download)(?: giup| cho| ra)?(?: (?:em|toi|minh))?"
    rf"(?: cai| ban)? (?:bao cao|bc|bieu bao cao|bang so lieu|so lieu|{_PAPER})"
    rf"|(?:xin|lay|gui|cho|can)(?: lai| ra)?(?: (?:em|toi|minh))?(?: xin)?(?: cai)? {_PAPER})\b(?P<rest>.*)"
)
_WHOLE = re.compile(
    rf"{_ASKING}(?:xem |coi )?(?:(?:toan bo|tat ca|het|day du|cac)(?: cac)? (?:so lieu|chi tieu|so|bao cao|phu luc)"
    r"|bao cao|phu luc"
    r"|(?:tom tat|tong quan|tinh hinh|ket qua)(?: (?:tinh hinh|ket qua|bao cao|cong tac))* (?:cchc|cai cach hanh chinh))"
    r"(?: (?:cchc|cai cach hanh chinh))?\b(?!.*\b(?:nop|chua|duyet)\b)(?P<rest>.+)"
)
_FORMAT_ONLY = re.compile(rf"\b{_FORMAT}\b")
_OF_PAPER = re.compile(
    rf"\b(?:{_PAPER}|bao cao|bc|so lieu|bang|bieu|ra|dang|duoi|thanh|ve|xuong|may|cua|di|nhe|nha|a|voi|giup|em|toi|minh"
    r"|duoc khong|cho|bot|tong hop|toan tinh|ca tinh|tinh|cac so|day du|cchc|cai cach hanh chinh|nay)\b"
)
_PROVINCE = re.compile(r"\b(?:tinh|cac so)\b")
_OPEN = re.compile(rf"{_ASKING}(?:mo|mo lai) (?:ky|dot)(?: (?:bao cao|bc|nhap lieu|nhap|so lieu|nop))*(?P<rest>.*)")
_OF_OPENING = re.compile(
    r"\b(?:den|ngay|toi|han|het|nop|cuoi|chot|vao|tu|cho|cac so|don vi|giup|di|nhe|nha|a|em|toi|bao cao|bc|ky)\b"
)
_REOPEN = re.compile(rf"{_ASKING}mo lai (?:bao cao|bc|so lieu|bieu)\b(?P<rest>.*)|xin (?:duoc )?mo lai\b(?P<more>.*)")
_OF_REOPENING = re.compile(
    r"\b(?:de|sua|bo sung|dieu chinh|cho|cua|giup|di|nhe|nha|a|em|toi|minh|don vi|bao cao|bc|ky|voi|duoc khong)\b"
)
_A_DAY = re.compile(r"(?<!\d)\d{1,2}\s*(?:[/.-]|tháng|thang)\s*\d{1,2}(?:\s*(?:[/.-]|năm|nam)\s*\d{4})?\s*$")


@dataclass(frozen=True, slots=True)
class Wish:
    """A command and its argument. `rest`: words, folded, that have to be an agency, a period or a day; else it is no wish."""

    command: str
    argument: str
    rest: str = ""


def wished_command(text: str) -> Wish | None:
    """The command that a message asks for in words."""
    if len(text) > _LONGEST:
        return None
    line = " ".join(word.folded for word in words_of(text))
    if _UNDO.fullmatch(line):
        return Wish("hoantac", "")
    if found := _CHECK.fullmatch(line):
        return Wish("kiemtra", text, " ".join(_JUDGED.sub(" ", found["rest"]).split()))
    if found := _HISTORY.fullmatch(line):
        rest = (found["rest"] or found["by_whom"] or "").strip()
        return Wish("lichsu", "của tôi" if found["own"] else text, rest)
    if found := _REOPEN.fullmatch(line):
        rest = " ".join(_OF_REOPENING.sub(" ", found["rest"] or found["more"] or "").split())
        return Wish("molai", rest, rest)
    if _WHO_ANSWERS.fullmatch(line):
        return Wish("giao", "")
    if found := _HOW_FAR.fullmatch(line):
        whose = " ".join(_OWN_REPORT.sub(" ", found["whose"] or "").split())
        return Wish("thieu", whose, whose)
    if (found := _WHOLE.fullmatch(line)) and (rest := " ".join(_OF_PAPER.sub(" ", found["rest"]).split())):
        return Wish("xuat", text, rest)
    return _wished_file(text, line) or _wished_opening(text)


def _wished_file(text: str, line: str) -> Wish | None:
    """The appendix as a file: "xuất báo cáo excel quý 1", "cho xin file word"; with nothing named /xuat takes what is usual."""
    found = _EXPORT.fullmatch(line)
    if found is None:
        return None
    rest = " ".join(_OF_PAPER.sub(" ", found["rest"]).split())
    names = rest or _FORMAT_ONLY.search(line) or _PROVINCE.search(found["rest"])
    return Wish("xuat", text if names else "", rest)


def _wished_opening(text: str) -> Wish | None:
    """A report to be opened: "mở kỳ quý 2 đến 15/6/2023"; /han needs the day, and without one says how it is typed."""
    named = _A_DAY.sub("", text)
    found = _OPEN.fullmatch(" ".join(word.folded for word in words_of(named)))
    if found is None:
        return None
    rest = " ".join(_OF_OPENING.sub(" ", found["rest"]).split())
    return Wish("han", text if named != text else "", rest)
