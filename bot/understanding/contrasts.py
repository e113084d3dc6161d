"""What a message names only to say that it is not meant: "…, không phải hồ sơ", "chứ không riêng bưu điện", "phần trăm để sau".

Unlike what is left out (`exclusions`) it takes nothing away from a figure: it calls no row, and answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.set_off import find_set_off
from bot.understanding.text import Word, has_accents

_NOT = frozenset({"khong", "ko", "k", "hong", "hok", "hk", "hem", "chang", "dung", "khoi", "chua"})
_BUT = {"chu": "chứ", "cho": "chớ"}  # as they are spelt, beside "chủ", "cho"
_TAKEN_WITH_BUT = frozenset({"phai", "rieng", "chi", "dem", "tinh", "ke", "lay", "cong", "gop", "gom", "la"})
_NOT_MEANT = "phai"
_OPENED = re.compile(r"[,;:.()\n\t?!]|\s[-–—]\s")
_THINGS = frozenset({"so", "loai", "kieu", "ben", "cai", "phan", "muc", "dang"})  # "không phải số được giao"
_NAMED = frozenset(  # "không phải lãnh đạo", "không phải thi", "không phải rà soát": words of rows
    ["lanh", "sep", "quan", "thi", "ra", "nop", "dong", "tra", "xet", "doi", "luan", "chuyen", "giu", "in", "gui"]
)
_SHARES = ("phan tram", "ty le", "ti le", "tl", "%")
_WANTED = frozenset({"can", "lay", "tinh", "hoi", "noi", "phai"})
_SPARED = frozenset({*_WANTED, "ghi", "bao", "dua", "cho"})  # "đừng ghi tỷ lệ"; "chưa báo tỷ lệ" is missing
_PLEASE_NOT = frozenset({"dung", "khoi"})
_LATER = re.compile(
    r"(?:(?:thi|se|de|cu|ghi|tinh|tach|bo|bao|gui|nhap|hoi|ke|dem|cho) )+(?:sau|rieng)"
    r"(?: (?:nhe|nha|nhen|nghen|a|em|anh|chi|di|het|ra|roi|hen))*"
)
_ENDS = frozenset({"thi", "la", "ma", "may", "bao"})
_FIGURES = frozenset({"bao", "may", "nhieu", "nhiu", "mat"})
_LEVELS = frozenset({"muc", "do", "md", "level", "cap"})
_LONGEST = 14  # words
_LISTED = 3  # words of one thing of a list
_TELLING = frozenset(
    ["em", "anh", "chi", "minh", "a", "nha", "nhe", "nhen", "nghen", "roi", "co", "la", "thi", "thoi", "so", "con"]
)
_MOST_LATER = 10  # words of a clause that is put off


def find_contrasts(words: Sequence[Word], text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open), the opening words among them."""
    found: list[tuple[int, int]] = []
    accented = has_accents(text)
    for place in range(1, len(words)):
        if found and place < found[-1][1]:
            continue
        last = _opened(words, place, accented=accented)
        end = end_of(words, last, _LONGEST) if last is not None else place
        if last is not None and end > last:
            found.append((place, end))
    return (*found, *_put_off(words), *find_set_off(words))


def end_of(words: Sequence[Word], first: int, most: int) -> int:
    """Where a clause ends that says what is not meant: before a break, a figure, "là", "thì"; a level belongs to it."""
    at = first
    while at < min(len(words), first + most):
        if at > first and _OPENED.search(words[at].gap) and not _goes_on(words, at):
            break
        word, behind = words[at].folded, words[at + 1] if at + 1 < len(words) else None
        if word in _ENDS or (words[at].is_number and not (at > first and words[at - 1].folded in _LEVELS)):
            break
        is_last = behind is None or bool(_OPENED.search(behind.gap))
        if word in {"co", "con", "duoc"} and (is_last or behind is None or behind.is_number or behind.folded in _FIGURES):
            break
        at += 1
    return at


def _goes_on(words: Sequence[Word], place: int) -> bool:
    """Whether a list goes on behind a comma: "chưa tính chi cục, trung tâm, mình có 8 phòng"."""
    behind = next((at for at in range(place + 1, len(words)) if _OPENED.search(words[at].gap)), len(words))
    item = words[place:behind]
    is_item = "," in words[place].gap and behind < len(words) and len(item) <= _LISTED
    return is_item and not any(word.is_number or word.folded in _TELLING for word in item)


def _opened(words: Sequence[Word], place: int, *, accented: bool) -> int | None:
    """Where what is not meant begins, when it is opened here."""
    word = words[place]
    behind = [each.folded for each in words[place + 1 : place + 4]]
    if word.folded in _BUT and behind and behind[0] in _NOT:
        if accented and word.text.casefold() not in (word.folded, _BUT[word.folded]):
            return None
        at = place + 2
        while at < len(words) and words[at].folded in _TAKEN_WITH_BUT:
            at += 1
        is_said = word.folded == "chu" or at > place + 2  # "cho không" is no "chớ không"
        return at if is_said and words[place - 1].folded != "tu" else None
    if word.folded not in _NOT:
        return None
    at = place + 1 + (bool(behind) and behind[0] in (_SPARED if word.folded in _PLEASE_NOT else _WANTED))
    if (word.folded != "dung" or at > place + 1) and _names_share(words, at):
        return at
    if behind[:1] != [_NOT_MEANT] or word.folded in {*_PLEASE_NOT, "chua"} or len(behind) == 1:
        return None
    at = place + 2 + (behind[1] == "la")
    is_apart = bool(_OPENED.search(word.gap))
    return at if (is_apart and behind[1] not in _NAMED) or behind[1] in _THINGS else None


def _names_share(words: Sequence[Word], place: int) -> bool:
    """Whether a share is named here: "khỏi phần trăm"."""
    line = " ".join(word.folded for word in words[place : place + 2])
    is_joined = place < len(words) and not _OPENED.search(words[place].gap)  # "kèm giấy không, tỷ lệ bao nhiêu"
    return is_joined and line.startswith(_SHARES)


def _put_off(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Clauses that put something off or aside: ", phần trăm để sau"."""
    starts = [place for place, word in enumerate(words) if place and _OPENED.search(word.gap)]
    found = []
    for start, end in pairwise([*starts, len(words)]):
        clause = words[start:end]
        if len(clause) > _MOST_LATER or any(word.is_number for word in clause):
            continue
        for at in range(1, len(clause)):
            if _LATER.fullmatch(" ".join(word.folded for word in clause[at:])):
                found.append((start, end))
                break
    return found
