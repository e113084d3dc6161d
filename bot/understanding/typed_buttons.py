"""Buttons that are typed instead of pressed: by their words, by the words they begin with, or by their place in the message.

A bare number never answers: it may be a figure. What names two buttons alike names none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.understanding.text import fold

LONGEST = 60  # characters; a button says at most 48
_LONG_ENOUGH = 3  # letters of a single word that a button may be called by: "nộp", "duyệt", not "có"
_POLITE = r"(?:da|vang|a|nhe|nha|di|em|anh|chi|giup|chon|bam|nut|lay)"
_AROUND = re.compile(rf"^(?:{_POLITE} )+|(?: {_POLITE})+$")
_BEFORE_A_LABEL = re.compile(r"^(?:\d{1,2}\.? )(?=[^\d\s])")  # "1. Lan", "2 Xóa": the number is its place in a list
_COUNTED = re.compile(r"\s*\(\d+[^)]*\)$")  # "Ghi tất cả (12)"
_ORDINALS = {
    **dict.fromkeys(("nhat", "dau tien", "dau", "mot"), 0),
    **dict.fromkeys(("hai", "nhi"), 1),
    "ba": 2,
    **dict.fromkeys(("tu", "bon"), 3),
    "nam": 4,
    **dict.fromkeys(("cuoi", "cuoi cung"), -1),
}
_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_THING = r"(?:cai|nut|muc|dong|phuong an|so|chon)"
_PLACE = re.compile(rf"(?:(?:chon|lay|bam) )*(?:{_THING} (?:thu |so )*|thu )(?:(?P<digit>\d{{1,2}})|(?P<word>{_WORD}))")
_YES = {"dong y", "co", "xac nhan", "dung", "dung roi", "dung vay", "chac chan", "chac", "lam di", "yes"}


def named_button(text: str, labels: Sequence[str], *, exactly: bool = False) -> int | None:
    """Which of the buttons a text names by its words; None when it names none, several, or says more than that.

    `exactly`: only by all the words of its label.
    """
    said = _plain(text)
    spoken = {said, _AROUND.sub("", said) or said}
    if text.rstrip().endswith("?") or not any(character.isalpha() for character in said):
        return None
    plain = [_plain(label) for label in labels]
    same = [place for place, label in enumerate(plain) if label in spoken or _COUNTED.sub("", label) in spoken]
    if same or exactly:
        return same[0] if len(same) == 1 else None
    beginnings = tuple(f"{each} " for each in spoken if " " in each or len(each) >= _LONG_ENOUGH)
    begun = [place for place, label in enumerate(plain) if label.startswith(beginnings)]
    return begun[0] if len(begun) == 1 else None


def placed_button(text: str, labels: Sequence[str]) -> int | None:
    """Which of the buttons "số 2", "cái đầu", "chọn thứ ba" means."""
    found = _PLACE.fullmatch(_bare(text))
    if found is None:
        return None
    place = int(found["digit"]) - 1 if found["digit"] else _ORDINALS[found["word"]]
    if place == -1 and not found["digit"]:
        return len(labels) - 1
    return place if 0 <= place < len(labels) else None


def says_yes(text: str) -> bool:
    """Whether a text agrees and says nothing else; "ok" only says that it was read."""
    said = _bare(text)
    return said in _YES or _AROUND.sub("", said) in _YES


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    return " ".join(fold(text).strip(" .!,;:").split())


@lru_cache(maxsize=512)  # the same few labels stand under most answers
def _plain(text: str) -> str:
    """Folded, without marks and the place in a list that a label begins with."""
    words = _BEFORE_A_LABEL.sub("", re.sub(r"[‹›▸→✓•…·«»\"“”]", " ", fold(text)).strip())
    return " ".join(words.strip(" .!,;:").split())
