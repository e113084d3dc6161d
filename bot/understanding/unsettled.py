"""Figures that are not so, or not yet: plans, conditions, examples, what is taken back, differences. They are asked about.

Patterns read folded text. A row that counts what is planned ("phải đào tạo", "kế hoạch đề ra") is called by words of its own.
"""

from __future__ import annotations

from bot.understanding.line_patterns import LinePattern
from bot.understanding.message import Message

_UNSETTLED = LinePattern(
    r"\b(?:phan (?:dau|au|du|da|dua|dayu)|du dinh|giai su|gia su|vi du|chac la|chang le)\b|\bdu kien (?!\d|khoang|la \d)"
    r"|\bneu (?:[a-z]+ ){1,8}(?:thi|ghi|nhap|dien)\b|\bthi (?:ghi|nhap|bao|dien|de) (?:gi|sau|\d|0|1)"
    r"|\b(?:em |anh |chi |minh )?se (?:gui|co|tinh|kiem|ban|nop|lam|to chuc|dao|mo|trinh)\b"
    r"|^(?:(?:em|anh|chi|xin|a|oi) )*(?:dung|khoan|khoi) (?:nhap|ghi|luu|bao|dien)\b|\bkhoan nhap\b"
    r"|\bco nen (?:ghi|nhap|bao)\b|\blo nhap\b|\bkhong dung(?! (?:quy|han|tien|thoi|thu|trinh))\b|\bkhong phai la khong\b"
    r"|\b(?:chua|khong) (?:du|duoc|toi|den|dat)(?: toi| den| duoc)? \d|\b(?:dau phai|dau co) \d"
    r"|\bkhong (?:ai|the) noi\b|\bkhong chi co\b|\bkhong duoc khong\b|\bchua chac\b"
    r"|\b(?:nhieu|it|cao|thap|kem) hon (?:cung ky|quy|ky|nam|dot) (?:truoc |nay |ngoai )?\d"
    r"|\bcung ky(?: nam)?(?: (?:truoc|ngoai|roi|20\d\d))?(?: [a-z]+){0,6} \d"
    r"|\b(?:ke|gom|bao gom) ca\b(?!.*\bchua\b)"
    r"|\b(?:co|moi co) (?:du thao|dang ky|ke hoach se)\b|\b(?:gan|sap) xong\b"
)
_GOING_ON = LinePattern(
    r"\b(?:con|dang|van) (?:\d+ )?(?:[a-z]+ )?(?:dang )?(?:xu ly|giai quyet|khac phuc|xem xet|cho xu ly|soan)(?! xong)\b"
    r"|\b\d+ (?:[a-z]+ ){0,2}dang (?:xu ly|giai quyet|khac phuc|xem xet)\b"
)


def is_unsettled(message: Message) -> bool:
    """Whether the message says so of its figures."""
    return bool(_UNSETTLED.search(message.line) or _GOING_ON.search(message.line))
