"""What sets another row off from the one that is meant: "chứ không phát phiếu", "kể cả chưa xong", "đứng dưới dòng …".

A part of `contrasts`, through which alone it is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.text import Word

_NOT = {"khong", "ko", "k", "hong", "hok", "kg", "dung", "chua", "khoi", "chang"}
_COUNT = {"tinh", "ke", "gom", "bao"}
_NO_COUNT = {"hoach", "gian", "uy"}  # "chưa kế hoạch", "không tinh giản"
_ENDS = {"thi", "la", "ma", "con", "co", "bao", "may", "duoc"}
_BREAK = re.compile(r"[,;:.()\n\t?!]|\s-\s")
_LONGEST = 12  # words
_LEVELS = {"3", "4"}
_BEFORE_LEVELS = {"muc", "do", "md", "3", "va", "level"}
_LISTED = 2  # words of what is listed behind a comma
_BODIES = {"trung", "chi", "phong", "truong", "benh", "don"}  # trung tâm, chi cục, phòng ban, đơn vị
_BUT = {"chu", "cho"}  # chứ, chớ
_RATHER = "chu"  # chứ
_YET = {"nhung", "ma"}
_KINDS = {"loai", "dong", "muc", "dien"}
_BESIDE = re.compile(r"(?:dung|ngay) (?:duoi|sau|tren) (?:loai|dong|muc)\b")  # "đứng dưới dòng …"
_BEARING = {"lo", "ganh"}  # "nhưng chưa lo được đầu tư"
_PARTS = {"chi", "phan", "loai", "them"}  # "(không có chi đầu tư)"; "(không có)" answers
_NOT_TAKEN = {"hoi", "tach"}  # "không lấy việc tỉnh giao", "không hỏi mấy đơn vị bên dưới"
_ASKED_FOR = {
    "y",
    "kien",
    "dap",
    "han",
    "duoc",
    "nghi",
    "thi",
    "hop",
    "thang",
    "mang",
    "anh",
}  # "không lấy ý kiến", "không lấy được"
_NAMING = {"lanh", "giu", "sep", "thi", "chuc"}  # "không giữ chức vụ"
_REGARDLESS = {"ke", "bat", "khoi", "khong"}  # kể cả, bất kể, khỏi nói, không phân biệt
_ALL_ALIKE = re.compile(r"(?:ke ca|bat ke|khoi noi|khoi can biet|khong phan biet|khong can biet)\b")
_NOT_YET = "chua"


def find_set_off(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open) that say which row is not meant, the opening words among them; they end as exclusions do."""
    found: list[tuple[int, int]] = []
    for place in range(len(words)):
        last = None if found and place < found[-1][1] else _set_off(words, place)
        if last is None:
            continue
        is_whole = words[place].folded in _REGARDLESS and words[place].folded not in _NOT
        end = last
        while end < min(len(words), last + _LONGEST) and not (
            _breaks(words, end) or (not is_whole and end > last and _ends(words, end))
        ):
            end += 1
        if end > last:
            found.append((place, end))
    return tuple(found)


def _breaks(words: Sequence[Word], place: int) -> bool:
    """Whether the clause ends before a word: a mark or a number, but no level and no comma of a list.

    "mức 3 4" is a level, "chưa tính chi cục, trung tâm, mình có 8" a list.
    """
    word = words[place]
    if word.is_number:
        return not (word.folded in _LEVELS and place > 0 and words[place - 1].folded in _BEFORE_LEVELS)
    if not _BREAK.search(word.gap):
        return False
    behind = next((at for at in range(place + 1, len(words)) if _BREAK.search(words[at].gap) or words[at].is_number), None)
    is_listed = behind is not None and behind - place == _LISTED and word.gap.strip() == ","
    return not (is_listed and behind is not None and words[behind].gap.strip() == "," and word.folded in _BODIES)


def _ends(words: Sequence[Word], place: int) -> bool:
    """Whether a word ends what is set off: "có", but not of "loại có thêm chi đầu tư"."""
    return words[place].folded in _ENDS and words[place - 1].folded not in _KINDS


def _set_off(words: Sequence[Word], place: int) -> int | None:
    """Where what is set off begins, when it is opened here."""
    line = " ".join(word.folded for word in words[place : place + 3])
    if words[place].folded in _REGARDLESS and (opening := _ALL_ALIKE.match(line)):
        begin = place + len(opening[0].split())
        clause = _clause(words, begin)
        return begin if _NOT_YET in clause and len(clause) > 1 else None
    if _BESIDE.match(line):
        return place + len(("ngay", "duoi"))
    at = place + 1 if words[place].folded in _BUT | _YET else place
    if at + 1 >= len(words) or words[at].folded not in _NOT or (at > place and _BREAK.search(words[at].gap)):
        return None
    behind = [word.folded for word in words[at + 1 : at + 3]]
    if _BREAK.search(words[at + 1].gap):
        return None
    if behind[0] in _NOT_TAKEN:
        return at + 2 if _ASKED_FOR.isdisjoint(behind[1:]) else None
    if at > place and words[place].folded in _YET:
        return at + 2 if behind[0] in _BEARING else None
    if at > place:  # "chứ không phát phiếu", "chớ không tính"
        known = words[place].folded == _RATHER or (behind[0] in {"phai", *_COUNT} and _NO_COUNT.isdisjoint(behind))
        return at + 2 if known and _NAMING.isdisjoint(behind[1:]) else None
    in_brackets = "(" in words[at].gap
    if in_brackets and behind[0] == "co":
        return at + 2 if not _PARTS.isdisjoint(behind[1:]) else None
    if behind[0] == "phai" and (in_brackets or "," in words[at].gap):
        return at + 2 if _NAMING.isdisjoint(behind[1:]) else None
    return None


def _clause(words: Sequence[Word], begin: int) -> list[str]:
    """The folded words from there to the end of the clause."""
    end = begin
    while end < len(words) and (end == begin or not _BREAK.search(words[end].gap)) and not words[end].is_number:
        end += 1
    return [word.folded for word in words[begin:end]]
