"""What is said about a cell that does not show what was meant."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import assert_never

from bot.documents.row import Flaw, FlawKind
from bot.domain.catalogue import CatalogueRow, ValueType
from bot.replies.wording import cut

_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")


def flaw_text(flaw: Flaw, row: CatalogueRow) -> str:
    """`ô D12 Excel đã đổi thành ngày 10/12/2022`: continues a sentence that named the indicator."""
    match flaw.kind:
        case FlawKind.DATE:
            return f"{flaw.place} bị Excel đổi thành ngày {cut(flaw.text, 20)}{_meant(flaw.text, row)}"
        case FlawKind.ERROR:
            return f"{flaw.place} đang báo lỗi {cut(flaw.text, 20)}"
        case FlawKind.NO_RESULT:
            return f"{flaw.place} là công thức chưa có kết quả; mở bằng Excel, lưu lại rồi gửi"
        case FlawKind.TRUE_OR_FALSE:
            return f"{flaw.place} ghi {flaw.text}; cần ghi số hoặc Có/Không"
        case FlawKind.SHARE:
            share = cut(flaw.text.replace(".", ","), 20)
            return f"{flaw.place} ghi {share}: chưa rõ là {_hundredfold(flaw.text)} % hay đúng {share} %"
        case _:
            assert_never(flaw.kind)


def _hundredfold(share: str) -> str:
    """`0.5909` → `59,09`."""
    number = Decimal(share.replace(",", ".")) * 100
    return f"{number.normalize():f}".replace(".", ",")


def _meant(text: str, row: CatalogueRow) -> str:
    """What may have been typed: a part and a whole, or a number with a point, both of which look like a day."""
    found = _DAY.fullmatch(text)
    if found is None or row.type not in (ValueType.COUNT, ValueType.PERCENT):
        return ""
    day, month, year = found["day"], found["month"], found["year"]
    typed = f"{month}/{int(year) % 100:02d}" if day == "1" else f"{day}/{month}"
    part, whole = typed.split("/")
    if int(part) <= int(whole):
        return f"; nếu đã gõ {typed} thì đó là hai số: {int(part)} trên tổng {int(whole)}"
    return f"; có thể đã gõ {typed} hoặc {typed.replace('/', '.')}"
