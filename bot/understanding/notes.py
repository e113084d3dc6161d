"""Notes in an entry: what explains a value (brackets, a dash, "ghi chú", "do", a document) and is no value itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.document_marks import Mark
from bot.understanding.message import Message
from bot.understanding.text import fold

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,400})[)\]]")
_KEYWORD = re.compile(
    r"(?:^|[,;.:\n–—-]|\s)\s*(?P<keyword>ghi ch[uú]|l[yý] do|nội dung|noi dung|diễn giải|chi tiết|căn cứ|can cu"
    r"|trong đó|gồm có|bao gồm|gồm|giải trình|"
    r"vì|do|theo (?=(?:quyết định|kế hoạch số|công văn|văn bản|báo cáo|nghị quyết|thông báo|tờ trình|qđ|kh|cv|vb|bc"
    r"|tt|ttr|nq|tb)\b)|kèm)\b\s*[:\-]?\s*",
    re.IGNORECASE,
)
_DASH = re.compile(r"[^\S\n][-–—][^\S\n]+(?=\S)")
_END = re.compile(r"[;\n]")
_LINE_END = re.compile(r"\n")
_WEAK = frozenset({"do", "vi", "theo", "kem"})
_WORDED = re.compile(
    r"\b(?:do|vi|theo|giam|tang|gom|kem|so|ngay|qd|kh|cv|bc|chua|da|duoc|trong|tuc|ly|vuot|con|uoc|vd|gom)\b|\d"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note in characters `start` to `end` (half-open, brackets and keyword included)."""

    start: int
    end: int
    text: str


def find_notes(message: Message, *, after: Sequence[int]) -> tuple[Note, ...]:
    """Notes behind the values that end at the characters `after`, in order, not overlapping."""
    if not after:
        return ()
    text = message.text
    brackets = _BRACKET.finditer(text, min(after))
    found = [Note(each.start(), each.end(), each[1].strip()) for each in brackets if _WORDED.search(fold(each[1]))]
    taken = [(note.start, note.end) for note in found]
    for place, end in enumerate(after):
        stop = after[place + 1] if place + 1 < len(after) else len(text)
        note = _behind(message, end, stop, last=place + 1 == len(after))
        if note is not None and not any(start < note.end and note.start < till for start, till in taken):
            found.append(note)
            taken.append((note.start, note.end))
    return tuple(sorted(found, key=lambda note: note.start))


def _behind(message: Message, end: int, stop: int, *, last: bool) -> Note | None:
    """The note that begins between a value and the next."""
    text = message.text
    starts: list[tuple[int, int]] = []
    found = _KEYWORD.search(text, end, stop + 1)
    is_weak = True
    if found:
        starts.append((found.start(), found.end()))
        is_weak = fold(found["keyword"]) in _WEAK
    if (dash := _DASH.search(text, end, stop)) and text[end : dash.start()].count("\n") == 0:
        starts.append((dash.start(), dash.end()))
    for mark in message.marks:
        start = message.words[mark.first].start
        if mark.value is Mark.DOCUMENT and end <= start < stop and text[end:start].strip(" ,.;:-–—") == "":
            starts.append((start, start))
    if not starts:
        return None
    begin, content = min(starts)
    is_weak = is_weak and text[content : content + 3].casefold() != "gồm" and not _DASH.match(text, begin)
    finish = _END.search(text, content) if is_weak else _LINE_END.search(text, content)
    till = finish.start() if finish else len(text)
    if is_weak and not last and till > stop:
        till = max(content, _clause_before(text, content, stop))
    body = text[content:till].strip(" .,;:-–—")
    return Note(begin, till, body) if body else None


def _clause_before(text: str, content: int, stop: int) -> int:
    """Where the clause of the next value begins: the last comma before it."""
    comma = text.rfind(",", content, stop)
    return comma if comma > content else stop
