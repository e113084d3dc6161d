"""What is said behind a figure or an answer and makes another thing of it: a lack, a report that was handed in."""

from __future__ import annotations

import re

from bot.domain.catalogue import ValueType
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.text import fold

_LACK = re.compile(  # "4 trung tâm không có con dấu"; "không có biến động", "chưa có ai" take nothing away
    r"^(?:[a-z]+ ){0,5}?(?:(?:khong|chua) (?:he |duoc )?co|thieu) "
    r"(?!thay|bien|tang|giam|phat|gi\b|ai\b|vuong|kho\b|them|chenh|khac|truong hop|sai|loi\b|y kien|vi pham|so lieu|don thu"
    r"|(?:[a-z]+ ){1,4}(?:nao|gi)\b)"
    r"[a-z]"
)
_NO_LONGER = frozenset({"het", "thoi"})  # "hết sống nhờ ngân sách 5"
_CLAUSE = re.compile(r"[^ ]")
_OF_PAPERS = re.compile(r"\b(?:bao cao|ke hoach|phan mem)\b")
_HANDED_IN = re.compile(  # a report that was sent tells nothing of the system that it went through
    r"\b(?:gui|nop|nhap|up|day)(?: xong| het)? (?:[a-z]+ )?(?:bao cao|bc|so lieu|ke hoach)\b"
    r"|\b(?:bao cao|bc|so lieu) (?:quy |ky |nay |cua em |cua so |em |so |ben em ){0,2}(?:da |duoc )*(?:gui|nop|nhap)\b"
    r"|\b(?:em|ben em|so em|minh) (?:da )?bao cao\b"
)


def lacks_something(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether what is counted is told apart by what it has not, or no longer is: "4 trung tâm không có con dấu"."""
    if found.best is None or piece.spot.in_words or piece.spot.raw.strip() == "0":
        return False
    if reader.catalogue.row(found.best).type not in (ValueType.COUNT, ValueType.PERCENT):
        return False
    words, end = message.words, piece.spot.last
    while end < len(words) and not _CLAUSE.search(words[end].gap):
        end += 1
    if _LACK.match(" ".join(word.folded for word in words[piece.spot.last : end])):
        return True
    first = min(piece.label, default=piece.spot.first)
    if words[first].folded not in _NO_LONGER or first + 1 not in piece.label or words[first + 1].gap != " ":
        return False
    token = next(iter(reader.lexicon.tokens([words[at].folded for at in piece.label])), None)
    return token is not None and token.first == 1 and not is_unknown(token.name)


def is_handed_in(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether an answer only says that the report was sent: "em đã gửi báo cáo qua hệ thống rồi"."""
    if found.best is None or not piece.spot.in_words or reader.catalogue.row(found.best).type is not ValueType.FLAG:
        return False
    if not _OF_PAPERS.search(fold(reader.catalogue.row(found.best).label)):
        return False
    said = sorted({*piece.label, *range(piece.spot.first, piece.spot.last)})
    return bool(_HANDED_IN.search(" ".join(message.words[place].folded for place in said)))
