"""Form hints: what the printed form asks to be written in its note column, left standing by who filled it in.

Recognised as a class (an order to fill in, a document's kind without its number, a formula, a prompt without an answer), and
by the wordings of the forms that look like notes; the form's owner adds a new one to `_PRINTED`.
"""

from __future__ import annotations

import re

from bot.understanding.text import fold

_PRINTED = (  # hints that no rule tells from a note: they name what is asked for, and nothing else
    "Tên TTHC",
    "Thời gian rút ngắn",
    "Thành phần hồ sơ",
    "Tóm tắt kiến nghị",
    "Văn bản trả lời",
    "Văn bản phê duyệt kế hoạch khảo sát",
    "Văn bản triển khai",
    "Tên sáng kiến",
    "Tên đơn vị",
    "Lý do",
    "Số, ngày, tháng văn bản",
)
_PAPER = (
    r"(?:ke hoach|quyet dinh|van ban|cong van|bao cao|to trinh|nghi quyet|thong bao|chi thi|chuong trinh|de an|quy che"
    r"|qd|kh|vb|cv|bc)"
    r"(?: (?:cong bo|phe duyet|ban hanh|trien khai|giao|khen thuong|thanh lap|tra loi))?"
)
_DOTS = r"[\s.…_:,;/-]*"
_RULES = (
    re.compile(rf"{_PAPER}{_DOTS}(?:so\b{_DOTS})?"),  # a kind of document alone: "Nghị quyết", "Kế hoạch số"
    re.compile(rf"{_PAPER} ?(?:so)?\b ?(?:\.{{2,}}|…|_{{2,}})[^\d]*(?:20\d\d)?[^\d]*"),  # "Quyết định số … ngày …/…/2022 của …"
    re.compile(
        r"\(?(?:de nghi |can |neu co,? |neu khong[^:()]{0,40}: ?)?"
        r"(?:ghi|neu|liet ke|ke|mo ta) (?:ro|cu the|ten|day du|ngan gon)\b[^:]*"
    ),
    re.compile(
        r"(?:so luong|tong so|so) [^/:\d]+/ ?(?:so luong|tong so|so) [^/:\d]+:?(?: ?[*x] ?100 ?%?)?"
    ),  # a rate's formula
    re.compile(
        r"(?:so luong|tong so|so|ten|ly do|thoi gian|noi dung|quyet dinh|ke hoach|van ban) [^\d:;]{0,60}:"
    ),  # unanswered
    re.compile(r"\((?:neu|ghi|truong hop)\b[^()\d]*\)"),
)
_PARTS = re.compile(r"(?:(?<=[.;:…])|^)\s*[-+•*]\s*|\s+[-+•]\s+|[;\n]|(?<=:)\s+(?=\()|(?<=[a-zđ])\.(?=\s)")
_LONGEST = 300  # characters: forms give hints, not pages
_EDGES = " .,;:…-–+•*"


def is_template_hint(note: str) -> bool:
    """Whether a note says nothing but what the form asks for. "Ghi rõ tên đơn vị: Trung tâm X" answers, so it is a note."""
    if len(note) > _LONGEST:
        return False
    parts = [part for part in (piece.strip() for piece in _PARTS.split(note.strip()) if piece) if fold(part).strip(_EDGES)]
    return bool(parts) and all(_is_hint(part) for part in parts)


def _is_hint(part: str) -> bool:
    folded = fold(part).strip(" -–+•*")
    return folded.strip(_EDGES) in _PRINTED_FOLDED or any(rule.fullmatch(folded) for rule in _RULES)


_PRINTED_FOLDED = frozenset(fold(hint) for hint in _PRINTED)
