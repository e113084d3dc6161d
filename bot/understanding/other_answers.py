"""Questions that no figure answers though they speak of the catalogue's things: who, what name, where, when, which opinion.

"tên của mấy lãnh đạo sở y tế" speaks of leaders and wants names. Patterns read the line of `Message.asked_line`: folded, the
names of agencies as "@". Only questions for a value or a meaning come here; "ai nhập", "khi nào nộp" are intents of their own.
"""

from __future__ import annotations

from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.message import Message
from bot.understanding.text import fold, has_accents

_HOW_MANY = LinePattern(
    r"\b(?:bao nhieu|bn|ty le|ti le|so luong|phan tram|tong so)\b|\bmay (?!gio|ngay|thang|trieu|ty\b|dong(?! chi))"
)
_NAMES = LinePattern(r"\b(?:ho ten|ho va ten|danh tinh|quy danh)\b|\bten\b(?! (?:mien|dang nhap|tai khoan|goi|chi tieu|muc))")
_PERSONS = LinePattern(
    r"\b(?:la|gom) ai\b(?! (?:nhap|sua|bao))|(?<!co )\bai (?:la|lam(?! (?:[a-z]+ ){0,5}(?:tot|gioi|hay))"
    r"|tao|lap trinh|viet|nghi|giu(?! so\b)|dang (?:la|lam|giu)|phu trach"
    r"|ky|duyet)\b"
    r"|(?<!co )(?<!nhung )(?<!khong )(?<!ko )(?<!chua )\bai (?:duoc|bi|moi duoc|vua duoc|vi pham)\b"
    r"|(?<!co )(?<!khong )(?<!ko )(?<!chua )(?<!don )\b(?:ong|vi|dong chi|nguoi) nao\b"
)
_MEMBERS = LinePattern(r"\bgom (?:nhung |co )?ai\b")  # of an agency; of an indicator it is what it counts
# indices that others publish; read as typed, since "pci" is one slip away from "phí"
_MEETINGS = LinePattern(r"\b(?:hop|gap|hoc|tap trung|to chuc|ngoi|dong)\b.*\bo (?:dau|cho nao|phong nao)\b")
_OWN_CASE = LinePattern(  # somebody's own application, asked for by the person who made it
    r"\bho so (?:cua |nha )?(?:em|toi|minh|chau|tui|anh|chi)\b(?! (?:nop|da|co|nhan|tiep)\b)"
    r".*\b(?:(?:toi|den) dau|xong chua|lau|duoc chua|bao gio|khi nao)\b"
)
_INDICES = LinePattern(r"\b(?:pci|papi|par ?index|sipas|ict ?index|dti|grdp|gdp|fdi|cpi|iip)\b")
_PLACES = LinePattern(r"\b(?:o|nam|cho|tai|den|ra) (?:dau|cho nao|duong nao|tang may|phong (?:nao|may))\b(?! (?:roi|ra))")
_TIMES = LinePattern(
    r"\bmay gio\b|\b(?:khi|luc|hom|ngay|bua|hoi|thang|tuan) nao\b(?! (?:ranh|tien|can|xong|duoc))"
    r"|\bbao (?:gio|lau)\b|\bchung nao\b|\bngay (?:may|bao nhieu)\b"
)
_OPINIONS = LinePattern(
    r"\b(?:em|anh|bot) (?:thay|nghi|danh gia)\b|\btheo (?:y )?(?:em|anh|bot)\b(?! nho)"
    r"|\bco (?:nen|can thiet|hop ly|dang(?! (?:dung|xai|chay|lam|su dung|van|hoat|thuc|co|ap|nop|cho|duoc))) .*\b(?:khong|ko)\b"
)
_THINGS = LinePattern(  # which of them: "nhiệm vụ nào tỉnh giao", "huyện nào bị nhắc nhở"
    r"^(?!.*\bco (?:[a-z]+ ){0,6}nao\b)(?!.*\b(?:khong|chua|ko)$)"
    r".*\b(?:nhiem vu|viec|van ban|nghi quyet|thu tuc|tthc|xa|huyen|phong) nao\b"
)
_MONEY = LinePattern(
    r"\b(?:may|bao nhieu) (?:trieu|ty(?! le)|dong(?! chi)|ngan dong|nghin dong|tien|usd|do la)\b"
    r"|(?<!huong )(?<!an )(?<!so )(?<!chat )(?<!luc )(?<!dinh )(?<!nang )\bluong (?:binh quan"
    r"|trung binh|co ban|thang|thuong|cua|cong chuc"
    r"|vien chuc|can bo|giam doc|lanh dao|bao nhieu|@)"
    r"|\ble phi (?:@ )*(?:la )?(?:bao nhieu|may)\b|\bphi (?:cap|lam|dang ky|doi)\b"
    r"|\btien (?:thuong|phu cap|luong)\b(?! (?:[a-z]+ )?dien nuoc)(?! (?:toi|den|cho toi|cho den|lan) )|\bphu cap\b"
)
_WAYS = LinePattern(
    r"\bcan (?:nhung |cac |may )?(?:giay to|ho so|thu tuc|gi)(?: gi| nao)?\b.*\b(?:gi|nao)\b|\bcan gi\b"
    r"|(?<!tinh )(?<!tinh ra )\b(?:lam|dung|su dung|xai|nop|dang ky|dang nhap|gia han)"
    r" (?:the nao|nhu the nao|lam sao|ra sao|kieu gi|cach nao|sao)\b"
    r"|\blam (?:sao|the nao) (?:de|ma)\b"
)
_CONTACTS = LinePattern(
    r"^(?!.*\b(?:treo|dan (?:so|cai|bang|len)|gan (?:so|cai|bang)|niem yet|cong khai|duong day nong)\b)"
    r".*\b(?:so (?:dien thoai|dt|phone|may ban|zalo|fax)|sdt|hotline|mat khau|password|so tai khoan ngan hang)\b"
    r"|^(?!.*\b(?:so|tai khoan|bao nhieu|hop thu)\b).*\b(?:email|e mail|gmail|mail|website|link)\b.*\bla (?:gi|chi)\b"
)
_POLITE = (
    r"^(?:(?:cho|xin|da|a|bot|em|anh|chi|toi|minh|tui|sep|hoi|biet|vay|the|roi|va|thi|tong|so|khoan|muon|nam nay|quy nay) )*"
)
_SPENT = LinePattern(  # what comes first is asked for: "tiền mua phần mềm bao nhiêu", not "thủ tục phải đóng tiền"
    rf"{_POLITE}(?:tien|kinh phi|chi phi|cuoc|nhuan but|hoc phi|le phi)\b.*\b(?:may|bao nhieu|bn|nhieu)"
    r"(?: (?:tien|trieu|ty|dong|(?:mot|moi) [a-z]+))?(?: (?:a|em|anh|chi|vay|the|ha|he|rua|dzay|roi|nhi)){0,3}$"
)
_MEASURED = LinePattern(  # in what no row is counted in
    r"\b(?:may|bao nhieu) (?:ngay|phut|tieng dong ho|gio dong ho|km|met|hecta)\b"
    r"(?! (?:nua|duoc|lien|nay|qua|gan|roi|truoc|vua|dau|cuoi))"
    r"|\bluot (?:thich|truy cap|xem|chia se|giao dich|tai)\b"
)
_ACTS = LinePattern(rf"{_POLITE}ai (?:tham dinh|viet|chu tri|dung ra|soan|trong|co sang kien|lanh|di|truc|huong dan|cham)\b")
_SAMPLES = LinePattern(rf"\bmau nao\b|{_POLITE}(?:gui |tai |lay )?(?:cai |bo )?mau\b(?! so)")
_FAILS = LinePattern(
    rf"{_POLITE}(?:sao|vi sao|tai sao|lam sao) (?!(?:so|ty le|ti le)\b)"
    r".*\b(?:khong|chua) (?:duoc|vo duoc|vao duoc|len)(?: [a-z]+)?$"
)
_PROMISES = LinePattern(
    r"^(?:(?:ok|oke|okie|da|vang|uh|u|um|roi|thoi|vay) )*(?:a |em |anh |chi |sep )?de (?:em|anh|chi|minh|toi|tui|tao)"
    r"(?: ve| ra)? (?:hoi|xem|coi|kiem tra|check|gui|lam|bao|tinh|ra soat|tong hop|nhac)\b"
)


def wants_no_figure(message: Message) -> bool:
    """Whether a name, a person, a place, a time, money, a way or an opinion is asked for, or nothing at all."""
    line, typed = message.asked_line, Line(fold(message.text))
    if _INDICES.search(typed) or (message.agencies and _MEMBERS.search(line)):
        return True
    if _MEETINGS.search(line) or _OWN_CASE.search(line) or _MONEY.search(line) or _CONTACTS.search(line) or _WAYS.search(line):
        return True
    if any(pattern.search(line) for pattern in (_SPENT, _MEASURED)):
        return True
    if _NAMES.search(line) and _is_spelt(message, "ten", "tên"):
        return True
    if _HOW_MANY.search(line):  # "bao nhiêu người nào bị …", "em thấy có mấy hồ sơ"
        return False
    if _PROMISES.search(line) or _PERSONS.search(typed):  # as typed, since "là ai" is one slip away from "là gì"
        return True
    return any(pattern.search(line) for pattern in (_PERSONS, _ACTS, _PLACES, _THINGS, _TIMES, _SAMPLES, _FAILS, _OPINIONS))


def _is_spelt(message: Message, folded: str, spelt: str) -> bool:
    """Whether the word that folds so is written so, where accents are written at all."""
    if not has_accents(message.text):
        return True
    typed = [word.text.lower() for word in message.words if word.folded == folded]
    return not typed or bool({spelt, folded} & set(typed))
