"""Who wants a figure and what for: "Đoàn kiểm toán đề nghị xác nhận …", "xin thông tin về …", "… để viết bài".

It calls no row: neither the "kiểm" of "kiểm toán" nor the "bài" of "viết bài" is one of ours. A part of `courtesies`, through
which alone it is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.text import Word

_NO_QUESTION = r"(?!.*\b(?:may|bao nhieu|bn)\b)"
_ME = r"(?:anh|chi|em|toi|tui|minh|ben em|ben anh|ben chi|ben minh|ben toi|chau|co|chu|bac)"
_BODY = r"(?:don vi|co quan|quy|ban|bot|anh|chi|em|so nganh|cac|phong|van phong)"
_OUTSIDERS = (
    r"(?:phong vien|nha bao|bao chi|bao dai|toa soan|(?:bao|dai|vtv|thtv) (?:tinh|dien tu|truyen hinh|tuoi tre|lao dong)"
    r"|kiem toan(?: nha nuoc| vien)?|doan kiem toan|doan (?:kiem tra|thanh tra|giam sat|cong tac|cua tinh|tinh|bo|trung uong)"
    r"|thanh tra (?:tinh|bo|chinh phu)|dai bieu(?: hdnd| quoc hoi)?|hdnd(?: tinh)?|cu tri|bo noi vu|tinh uy|ban chi dao"
    r"|to cong tac|to giup viec|cuc thong ke|kho bac|ke toan|sinh vien|hoc vien|nghien cuu sinh|chuyen gia|nguoi ta|bi thu"
    r"|bao (?!cao )(?:[a-z]+ ){0,2}[a-z]+|dai (?!bieu )(?:[a-z]+ )?[a-z]+)"
    r"(?: (?:cua|hdnd|quoc hoi|trung uong|tinh|bo|nha nuoc)\b)*"
)
_LATELY = r"(?:vua|dang|moi|cung|lai|co|goi|dien|toi|den|xuong|len|se|sap)"
_WANTS = (
    r"(?:hoi|muon (?:biet|hoi|xem|nam|coi|co|lay)|can (?:biet|nam|xem|so|hoi|lay|co|kiem chung)|thac mac|giuc|chat van|hoi tham"
    r"|(?:de nghi|yeu cau) (?:xac nhan|cung cap|cho biet|lam ro|bao cao|cho xin|giai trinh|cho so|thong tin))"
)
_OPENED_BY_ASKER = re.compile(
    rf"(?:(?:ben|phia|may|cac|mot|ong|ba|anh|chi|co) )*{_OUTSIDERS}(?: {_LATELY})* {_WANTS}"
    r"(?: (?:ve|ro|gap|them|xem|la|rang|thong tin|so lieu)\b)*"
)
_NO_LEVEL = r"(?! (?:muc|md|dich vu|dvc|dvctt|truc tuyen|o muc|tren|duoc))"
_OPENED_BY_WISH = re.compile(  # "xin đơn vị cung cấp", "xin thông tin về"
    rf"(?:(?:kinh|da|thua|{_ME}) )*(?:xin|de nghi|yeu cau|nho|mong|phien|can|muon)(?: {_BODY})*"
    rf" (?:cung cap{_NO_LEVEL}|cho (?:biet|hoi|xin)|thong tin(?= (?:ve|so|la))|hoi(?! y)\b|biet\b|nam\b|so lieu ve)"
    r"(?: (?:thong tin|so lieu|nhanh|gap|chut|ti|xiu|them|ro|giup|cho|ve|la|rang)\b)*"
)
_THINGS = r"(?:bai|tin|bao|phong su|ban tin|slide|bien ban|to trinh|luan van|de tai|tham luan|bao cao)"
_FOR = (
    rf"(?:de|dang|cho)(?: {_ME})? (?:viet|lam|dua|dang|ra|soan)(?: (?:vao|len|mot|cai|vo|kip))* {_THINGS}"
    r"(?: (?:bao|dieu tra|viet|nay|gap|bao chi|hop|giai trinh|dai|ky|ve|cchc|cai cach))*"
    r"|cho (?:bai (?:dieu tra|bao|phong su|phong van|phat bieu|tham luan)|phong su|ban tin|buoi hop|cuoc hop|ky hop|kip hop)"
    r"|phuc vu (?!dan|ba con|nguoi dan|nhan dan|cong dan|nguoi|.*\b(?:co|chua|khong|roi|xong|quan ly)\b)(?:[a-z]+ ){0,4}[a-z]+"
    r"|tra loi (?:bao|bao chi|phong vien|cu tri|dai bieu|chat van|kiem toan|doan kiem toan|cap tren|sep|chu tich|hdnd)"
    r"|(?:gui|noi|bao|trinh) (?:bao chi|phong vien|nha bao|kiem toan|doan kiem toan|cu tri)"
)
_POLITE = r"(?: (?:day|gap|nhe|nha|nghe|nghen|a|em|ngay|lien|ne|do|voi|som|chieu nay|sang mai|chieu mai|sang nay))*"
_CLOSED_BY_PURPOSE = re.compile(rf"(?:^|(?<= ))(?:{_FOR}){_POLITE}$")
_PURPOSE = re.compile(  # a clause of its own
    rf"(?:nham |dung )?(?:de|dang|cho) (?:{_ME} )?(?:kip )?"
    r"(?:bao|noi|tra loi|giai trinh|doi chieu|doi chung|chuan bi|trinh|nam|biet|viet|tong hop|hop|chot|kiem chung|thong ke)"
    r"(?: [a-z]+){0,6}"
    rf"|{_NO_QUESTION}(?:viet|len|lam|dang) (?:bai|bao|tin|phong su|song)(?: [a-z]+){{0,7}}"
    rf"|{_NO_QUESTION}(?:dua|cho|ghi) (?:vao|vo) (?:bao cao|to trinh|bai|slide|bien ban|thuyet minh)(?: [a-z]+){{0,4}}"
)
_DOUBTED = re.compile(  # "đã liên thông chưa hay còn trục trặc": the end only spells out the no
    r"(?:^|(?<=chua )|(?<=khong )|(?<=roi )|(?<=ko ))hay (?:la )?(?:con|van|cu|de|lai|dang|moi|bo)(?! may| bao)"
    r"(?: (?!may |bao nhieu|@)[a-z]+){1,7}$"
)
_ON_BEHALF = re.compile(  # "Theo yêu cầu của Bộ Nội vụ, …", "chị ở văn phòng, …"
    rf"{_NO_QUESTION}theo (?:yeu cau|de nghi|loi|lenh|giay moi)"
    r"(?! (?:cua )?(?:dan|ba con|nguoi dan|cong dan|khach|ca nhan|to chuc))(?: [a-z]+){1,8}"
    rf"|{_NO_QUESTION}{_ME} (?:o|ben) (?:van phong|phong)(?: [a-z]+){{0,4}}"
)
_MOST = 24  # words of a clause that opens or closes so


def find_askers(clause: Sequence[Word], *, is_first: bool) -> tuple[tuple[int, int], ...]:
    """Ranges of words of a clause, half-open: what opens it, what closes it."""
    if len(clause) > _MOST:
        return ()
    line = " ".join(word.folded for word in clause)
    found = []
    opening = _OPENED_BY_ASKER.match(line) or _OPENED_BY_WISH.match(line)
    if opening is not None and line[opening.end() : opening.end() + 1] in {"", " "}:
        found.append((0, opening[0].count(" ") + 1))
    closing = _CLOSED_BY_PURPOSE.search(line) or (None if is_first and line.startswith("hay ") else _DOUBTED.search(line))
    if closing is not None:
        found.append((line.count(" ", 0, closing.start()), len(clause)))
    return tuple(found)


def is_on_behalf(line: str) -> bool:
    """Whether a clause (folded) only says for whom or from where somebody asks."""
    return _ON_BEHALF.fullmatch(line) is not None


def is_purpose(line: str) -> bool:
    """Whether a clause (folded, no number in it) only says what a figure is wanted for: "đặng báo chủ tịch"."""
    return _PURPOSE.fullmatch(line) is not None
