"""Whether a message wants a picture: "vẽ biểu đồ …", "cho xem đồ thị", "vẽ đi", "vẽ tiến độ"."""

from __future__ import annotations

from itertools import pairwise

from bot.understanding.line_patterns import LinePattern
from bot.understanding.message import Message
from bot.understanding.text import Word, has_accents

# what is said of drawing, to be cut out of what is said of a row
DRAWING = LinePattern(
    r"\b(?:bieu do|do thi|chart)\b|\b(?:hinh |ban )?ve (?:di|lai|len|ra|thu|giup|ho(?! so)|hinh(?! thuc)|xem|duong|cot)\b"
    r"|^ve\b|\bhinh ve\b"
)
_NAMED = (("bieu", "do"), ("do", "thi"))
_SPELT = {"bieu": "biểu", "do": "đồ", "thi": "thị", "ve": "vẽ"}
_DRAW_WITHOUT_ACCENTS = LinePattern(
    r"^(?:(?:em|anh|chi|bot|ban|ad|thu|hay|nho|ok|oke|u|vang|da|roi|the) )*ve"
    r"(?: (?:di|lai|len|ra|thu|giup|ho(?! so)|hinh|xem|bieu do|do thi|so sanh|tien do|duong|cot)\b|$)"
)
_PROGRESS = LinePattern(
    r"(?<!dung )(?<!tre )(?<!cham )(?<!kip )(?<!bao )\btien do\b(?! (?:hoan thanh|thuc hien) (?:ke hoach|kh|nhiem vu|nv))"
    r"|\bmuc do (?:day du|hoan thanh bao cao)\b|\btinh hinh (?:nop|nhap|bao cao)\b"
)


def wants_chart(message: Message) -> bool:
    """Whether a picture is asked for; "đô thị", "về" and "vé" are other words."""
    words = message.words
    if "do" in message.line.said and any(
        (one.folded, other.folded) in _NAMED and _is_spelt((one, other), message) for one, other in pairwise(words)
    ):
        return True
    if not has_accents(message.text):
        return bool(_DRAW_WITHOUT_ACCENTS.search(message.line)) or "chart" in message.line.split()
    return any(word.folded == "ve" and word.text.casefold() == _SPELT["ve"] for word in words)


def wants_progress(message: Message) -> bool:
    """Whether the picture is of how complete reports are, section by section."""
    return bool(_PROGRESS.search(message.line))


def _is_spelt(words: tuple[Word, Word], message: Message) -> bool:
    """Whether the words are written as meant, in a message that has accents at all."""
    return not has_accents(message.text) or all(word.text.casefold() == _SPELT[word.folded] for word in words)
