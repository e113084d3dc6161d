"""Words that say which other row is not meant, or that a total is: "chứ không riêng mức 3, 4", "gộp cả đơn vị trực thuộc".

They call no row. Unlike an exclusion ("không tính bcci") they take nothing away from the figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.understanding.text import Word, has_accents

_NOT = r"(?:khong|ko|k|hong|hok|kg|chang|dung)"
_CLAUSE_END = re.compile(r"[,;:.()\n\t?!]|\s[-–—]\s")
_ENDS = frozenset({"thi", "la", "ma", "con", "bao", "may", "duoc", "em", "anh", "chi", "minh", "tong"})  # what is meant goes on
_FEWEST = 3  # words of a message in which something may be set apart

# Where a contrast opens, by the words from its first one on. `chứ` and `chớ` open it anywhere, the others open a clause.
_ANYWHERE = re.compile(
    rf"(?:chu|cho) {_NOT} (?:phai|rieng|chi|hoi|noi|lay|tinh|dem|xet|ban|can|gom)(?: (?:moi|co|la|cua|den|toi))? (?!\d)"
    r"|dung (?:dua|lay|nham|lon|nhap|hoi)(?: (?:voi|sang|den|so|cai))? (?!\d)"
    rf"|{_NOT} phan biet |(?:khong|chua|khoi) (?:tach|chia)(?: (?:rieng|ra|theo))? "
    r"|khac ngoai "
)
_OF_CLAUSE = re.compile(
    rf"{_NOT} (?:phai|rieng|chi) (?!\d|(?:lanh|sep|quan ly|truong|pho|thi|giu|lam|nop|in|kem|gui|dong|tra|ra soat|qua)\b)"
    rf"|(?:{_NOT}|chua|khoi) (?:noi|hoi|lay|xet|ban|nhac)(?: (?:den|toi))? (?!\d|y kien)"
    r"|ngoai (?!ra|bien|gio|troi|nuoc|tinh|ngan|danh|le|thuc|he|vu|giao|ngu|hang|tru|ke hoach|quy dinh|nganh|so )"
)
_GATHERED = re.compile(
    r"(?:(?:tinh|dem|cong) gop (?:ca |luon |het )?|gop (?:ca|luon|het) |cong (?:luon|ca|chung|gop|them) "
    r"|(?:tinh|ke) (?:luon|chung) (?:ca )?)(?!nam|quy|ky|tinh|toan|cac so|tat|moi|het|\d)"
)
# forms print "(cả trực tiếp và trực tuyến)" and "(cả về Đảng và chính quyền)"
_BOTH = re.compile(r"ca (?!hai |nam|quy|ky|ve dang)(?!.*\btruc t(?:iep|uyen)).*\b(?:va|lan|voi)\b.*")
_SET_ASIDE = re.compile(  # a clause that ends so speaks of another row
    r"(?:thi )?(?:(?:de|tinh|tach|bao|hoi|nhap|gui) (?:rieng|sau)(?: ra)?|(?:chua|khong|khoi) (?:tinh|ke|can|hoi|dem)"
    r"|(?:(?:toi|tui|em|anh|chi|minh) )?biet roi)"
)
_TRIGGERS = frozenset({"chu", "cho", "dung", "khong", "ko", "k", "hong", "hok", "kg", "chang", "chua", "khoi", "khac", "ngoai"})
_GATHERING = frozenset({"gop", "cong", "tinh", "ke", "dem", "ca"})
_SETTING = frozenset({"rieng", "ra", "sau", "tinh", "ke", "can", "hoi", "dem", "roi"})
_SPELT = {"ngoai": "ngoài", "dung": "đừng"}  # not "ngoại", "đúng"
_USING = frozenset({"su", "ung", "ap", "tuyen", "tin", "xay", "noi", "tac"})  # "sử dụng"
_LEVEL_BEFORE = frozenset({"muc", "do", "md", "cap", "va", "voi", "hay", "hoac"})


def find_set_apart(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Ranges of words (half-open) that set other rows apart or say that parts are put together, the opening words among them.

    They end with the clause, and before a figure.
    """
    if len(words) < _FEWEST:
        return ()
    folded = [word.folded for word in words]
    marks = _TRIGGERS | _GATHERING | _SETTING
    if marks.isdisjoint(folded):
        return ()
    starts = [at for at, word in enumerate(words) if not at or _CLAUSE_END.search(word.gap)]
    found: list[tuple[int, int]] = []
    for at, word in enumerate(folded):
        if (found and at < found[-1][1]) or word not in marks:
            continue
        opened = _opened(words, folded, at, is_start=at in starts)
        if opened is not None:
            end = _end(words, folded, opened)
            if end > opened:
                found.append((at, end))
    for first, last in zip(starts, [*starts[1:], len(words)], strict=True):
        if _is_set_aside(folded, first, last) and not any(first < end and begin < last for begin, end in found):
            found.append((first, last))
    return tuple(sorted(found))


def _opened(words: Sequence[Word], folded: Sequence[str], at: int, *, is_start: bool) -> int | None:
    """The word behind those that open a contrast at this one; None when none opens."""
    line = " ".join(folded[at:])
    spelt = unicodedata.normalize("NFC", words[at].text.casefold())
    if folded[at] in _SPELT and has_accents(spelt) and spelt != _SPELT[folded[at]]:
        return None
    if folded[at] == "dung" and at and folded[at - 1] in _USING:
        return None
    kinds = [_ANYWHERE, _GATHERED, *((_OF_CLAUSE,) if is_start else ())]
    found = next((match for match in (kind.match(line) for kind in kinds) if match is not None), None)
    if found is not None:
        first = at + len(found[0].split())
        return first if first < len(words) and not _CLAUSE_END.search(words[first].gap) else None
    if is_start and at and "(" in words[at].gap and folded[at] == "ca":
        last = next((end for end in range(at + 1, len(words)) if ")" in words[end].gap), len(words))
        return at + 1 if _BOTH.fullmatch(" ".join(folded[at:last])) else None
    return None


def _end(words: Sequence[Word], folded: Sequence[str], first: int) -> int:
    """Where what is set apart ends; levels belong to it ("mức 3, 4"), other numbers do not."""
    end = first
    while end < len(words):
        is_level = folded[end] in {"1", "2", "3", "4"} and (folded[end - 1] in _LEVEL_BEFORE or folded[end - 1].isdigit())
        is_listed = words[end].gap.strip() in {",", "/"} and is_level
        if end > first and _CLAUSE_END.search(words[end].gap) and not is_listed:
            break
        if (words[end].is_number and not is_level) or folded[end] in _ENDS:
            break
        end += 1
    return end


def _is_set_aside(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether a clause without a figure ends by putting off what it speaks of: "bên trực thuộc để riêng ra"."""
    clause = folded[first:last]
    if len(clause) < _FEWEST or len(clause) == len(folded) or any(word.isdigit() for word in clause):
        return False
    return any(_SET_ASIDE.fullmatch(" ".join(clause[at:])) for at in range(1, len(clause)) if clause[at:])
