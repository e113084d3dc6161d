"""What a message leaves out: "không tính đơn vị trực thuộc", "chưa kể bcci", "trừ văn bản giấy".

It calls no row and answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from bot.understanding.contrasts import end_of
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import Word

_NOT = {"khong", "ko", "k", "hong", "hok", "kg", "dung", "chua", "khoi", "chang"}
_COUNT = {"tinh", "ke", "gom", "bao", "dem", "cong", "lay", "gop"}
_NO_COUNT = frozenset(  # "chưa kế hoạch", "không tinh giản", "không lấy ý kiến", "chưa công bố"
    ["hoach", "gian", "uy", "y", "khai", "bo", "nhan", "chuc", "viec", "van", "tac", "dich", "thong", "dvc", "quoc", "an", "vu"]
)
_EXCEPT = {"tru"}
_NO_EXCEPTION = {"kiem", "loai", "khau", "tru", "dien", "bao"}  # "kiểm trừ": other words with "trừ"
_BESIDES = "ngoai"
_NOT_BESIDES = {"ra", "bien", "gio", "viec", "nuoc", "nay", "do"}  # "ngoài ra", "ngoài biên chế"
_USE = {"ung", "su", "ap", "tac"}  # "ứng dụng công nghệ" is no "đừng cộng"
_YET = {"chua"}
_LONGEST_NO, _LETTERS_OF_NO = 6, frozenset("khongem")
_NEARLY_NOT = {"khung", "khon", "khoong", "hong"}
_COUNTED_IN = {"tinh", "ke", "gom", "dem", "cong"}
_ASKED_FOR = {"y", "kien", "dap", "han", "duoc", "nghi", "thi", "hop", "thang", "mang", "anh"}  # "không lấy ý kiến", "… được"
_MIXED_UP = {"nham", "lon"}  # "đừng nhầm với số thủ tục"
_TAKEN = "bo"
_OUT = {"ra"}
_THINGS = {"ho", "hs", "phan", "may", "cac", "cai", "loai", "nhung", "so", "thu", "tthc", "van", "vb"}  # "bỏ hồ sơ … ra"
_BREAK = re.compile(r"[,;:.()\n\t?!]|\s-\s")
_LONGEST = 12  # words
_FEWEST = 3  # letters of a word with a slip


def find_exclusions(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open) that say what is left out, the opening words among them.

    They end with the clause, before a number and before "thì", "là", "bao nhiêu".
    """
    found: list[tuple[int, int]] = []
    for place in range(len(words)):
        last = _opened(words, place)
        if last is None or (found and place < found[-1][1]):
            continue
        end = last if last < len(words) and _BREAK.search(words[last].gap) else end_of(words, last, _LONGEST)
        if end > last:
            found.append((place, end))
    return tuple(found)


def _opened(words: Sequence[Word], place: int) -> int | None:
    """Where what is left out begins, when it is opened here."""
    word = words[place].folded
    if word == _BESIDES and (place == 0 or _BREAK.search(words[place].gap)):
        is_opened = place + 1 < len(words) and words[place + 1].folded not in _NOT_BESIDES
        return place + 1 if is_opened else None
    denies = _may_be(word, _NOT)
    if word == _TAKEN and _is_taken_out(words, place):
        return place + 1
    if not denies and word not in _EXCEPT | _NEARLY_NOT and not _is_broken_no(word):
        return None
    behind = [each.folded for each in words[place + 1 : place + 3] if not _BREAK.search(each.gap)]
    if (word in _NEARLY_NOT or _is_broken_no(word)) and behind and behind[0] in _COUNTED_IN:
        return place + 2  # "khung tính bcci": a slip of "không"
    if word == "dung" and place and words[place - 1].folded in _USE:
        return None
    if denies and word not in _YET and behind and behind[0] in _MIXED_UP:
        return place + 2 + (behind[1:] == ["voi"])
    if denies and behind[:1] == ["lay"] and _ASKED_FOR.isdisjoint(behind[1:]):
        return place + 2
    if denies and behind and _may_be(behind[0], _COUNT) and _NO_COUNT.isdisjoint(behind):
        return place + (3 if behind == ["bao", "gom"] else 2) if behind[0] != "bao" or behind == ["bao", "gom"] else None
    before = words[place - 1].folded if place else ""
    if word in _EXCEPT and before not in _NO_EXCEPTION:
        return place + 1 + (behind[:1] == ["ra"])
    return None


def _is_broken_no(word: str) -> bool:
    """Whether it is no syllable, of letters of "không", "hem" alone: "ehm tính bưu chính" may leave it out."""
    return 1 < len(word) <= _LONGEST_NO and word not in PLAIN_SYLLABLES and set(word) <= _LETTERS_OF_NO


def _is_taken_out(words: Sequence[Word], place: int) -> bool:
    """Whether "bỏ … ra" opens here: "bỏ hồ sơ nộp tại quầy ra, còn 655 bộ"."""
    clause = [words[place].folded]
    for word in words[place + 1 : place + _LONGEST]:
        if _BREAK.search(word.gap) or word.is_number:
            break
        clause.append(word.folded)
    return len(clause) > len(_OUT) and clause[1] in _THINGS and clause[-1] in _OUT


def _may_be(word: str, known: Collection[str]) -> bool:
    """Whether it is one of these, perhaps with a slip that left no syllable: taken for something else it would call a row."""
    if word in known or word in PLAIN_SYLLABLES or len(word) < _FEWEST:
        return word in known
    return any(len(each) >= _FEWEST and OSA.distance(word, each, score_cutoff=1) <= 1 for each in known)
