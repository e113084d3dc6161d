"""Notes in an entry: what explains a value (brackets, a dash, "ghi chú", "do", a document) and is no value itself."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.document_marks import Mark
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import LinePattern
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold, has_accents, words_of
from bot.understanding.told_behind import is_labelled, segment_end, tells_value

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,400})[)\]]")
_SHORT = 2  # letters: a word as short with a slip may be any
_CALLING = 30  # words before a value that may call it
_SENTENCE = 3  # words
_BRACKETED = 400  # characters
_DASH = re.compile(r"(?:^|[^\S\n])-[^\S\n]")
_BREAK = re.compile(r"[,;\t]|\.\s|\s-\s")
_LABELS = frozenset({"ghi chu", "note", "chu thich", "gc"})  # they only say that a note follows and are none of it
_STRONG = _LABELS.union(
    ["ly do", "can cu", "giai trinh", "dien giai", "nguyen nhan", "thuyet minh", "giai thich"],
    ["vi du", "kem theo", "minh chung", "nguon so"],
)
_OPENED = LinePattern("|".join(rf"\b{opener}\b" for opener in sorted(_STRONG)))
_WITH_COLON = frozenset({"noi dung", "chi tiet", "cu the"})  # labels say them too: notes only before a colon
_CLAUSE = re.compile(r"[,;.]")
_COUNTED_ON = frozenset(  # "3 đơn vị trực thuộc theo …"
    ["truc", "thuoc", "chuyen", "mon", "su", "nghiep", "cong", "lap", "hanh", "chinh", "vien", "chuc"]
)
_REFERRING = frozenset({"theo", "tai", "trong"})  # before a document's number
_PARTS = frozenset({"trong do", "gom", "bao gom", "gom co", "kem", "cu the", "chia ra"})
_REASONS = frozenset({"do", "vi", "boi", "nho", "theo"})
_OPENING = frozenset(wording.split()[0] for wording in (*_STRONG, *_WITH_COLON, *_PARTS, *_REASONS))
_SPELT = {"do": "do", "vi": "vì", "nho": "nhờ", "boi": "bởi", "theo": "theo"}  # "độ", "vị", "nhỏ" open no note
_NO_REASON = frozenset({"vi pham", "vi tri", "vi vien", "nho hon", "theo doi"})
_PAPERS = frozenset(
    ["quyet", "qd", "cong", "cv", "van", "vb", "bao", "bc", "nghi", "nq", "nd", "thong", "tb", "to", "ttr", "chi", "bien"]
)
_GIVERS = frozenset(
    {"so", "co", "don", "ubnd", "uy", "ban", "phong", "tinh", "minh", "cap", "ben", "ngan", "nha", "nsnn", "nn"}
)  # "do sở", "do cơ quan"
_WORDED = re.compile(
    r"\b(?:do|vi|theo|giam|tang|gom|kem|so|ngay|qd|kh|cv|bc|chua|da|duoc|trong|tuc|ly|vuot|con|uoc|vd|gom)\b|\d"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note in characters `start` to `end` (half-open, brackets and keyword included)."""

    start: int
    end: int
    text: str

    def holds(self, place: int) -> bool:
        """Whether a character stands in it."""
        return self.start <= place < self.end


def find_notes(message: Message, spots: Sequence[Spot], reader: Reader) -> tuple[Note, ...]:
    """Notes behind values, in order, not overlapping; a number inside a note is no value any more."""
    found: list[Note] = []
    for number, spot in enumerate(spots):
        if any(note.holds(message.words[spot.first].start) for note in found):
            continue
        base = _called(message, spots, number)
        found.extend(note for note in _behind(message, spot, spots[number + 1 :], base, reader) if _is_new(note, found))
    return tuple(sorted(found, key=lambda note: note.start))


def may_hold_note(message: Message) -> bool:
    """Whether "ghi chú", "lý do", "căn cứ" is said anywhere."""
    return _OPENED.search(message.line) is not None


def opens_note(message: Message, place: int) -> bool:
    """Whether "ghi chú", "lý do", "căn cứ" begins at this word."""
    return _opener(message, place) in _STRONG


def opens_reason(message: Message, place: int) -> bool:
    """Whether "do", "vì", "theo quyết định" begins at this word."""
    return _opener(message, place) in _REASONS


def _is_new(note: Note, found: Sequence[Note]) -> bool:
    return not any(note.start < each.end and each.start < note.end for each in found)


def _called(message: Message, spots: Sequence[Spot], number: int) -> list[int]:
    """Places of the words of the same line before a value and behind it: what it may be called by."""
    first = spots[number].first
    while first and "\n" not in message.words[first].gap and spots[number].first - first < _CALLING:
        first -= 1
    near = spots[max(0, number - _CALLING) : number]
    held = {place for spot in near for place in range(spot.first, spot.last) if not spot.speaks}
    free = bisect_left(message.free, first), bisect_left(message.free, spots[number].first)
    return [place for place in message.free[slice(*free)] if place not in held]


def _behind(message: Message, spot: Spot, after: Sequence[Spot], base: Sequence[int], reader: Reader) -> list[Note]:
    """The notes between a value and the next: brackets, and what opens with a word, a dash or a document."""
    text, words = message.text, message.words
    last = _next_value(message, after)
    stop = words[last].start if last < len(words) else len(text)
    behind = list(_BRACKET.finditer(text, words[spot.last - 1].end, stop))
    called = {*message.said_at(base, reader)} - reader.counted if behind else set()  # "3 (thủ tục)" says only what is counted
    brackets = (each for each in behind if _is_explanation(each[1], called, reader))
    found = [
        Note(each.start(), each.end(), each[1].strip())
        for each in brackets
        if not _tells_values(message, each.span(1), after, base, reader)
    ]
    for place in range(spot.last, last + (1 if _explains(message, spot.last, after) else 0)):
        if any(note.holds(words[place].start) for note in found):
            continue
        content = _content(message, place, spot, after, base, reader)
        if content is not None:
            end = _end(message, place, after, base, reader, is_weak=_opener(message, place) in _REASONS)
            body = text[words[content].start : end].strip(" .,;:-–—\n") if content < len(words) else ""
            return [*found, Note(words[place].start, end, body)] if body else found
    return found


def _explains(message: Message, place: int, after: Sequence[Spot]) -> bool:
    """Whether a number right behind a dash counts what explains the value: "38 - 2 người nghỉ hưu", not "25 - 30"."""
    if not after or after[0].first != place or not _DASH.search(message.words[place].gap):
        return False
    end = segment_end(message, place, after)
    behind = [word.folded for word in message.words[after[0].last : end]]
    return len(behind) > 1 and behind[0] in COUNT_NOUNS and not all(word in COUNT_NOUNS for word in behind)


def _is_explanation(text: str, called: Collection[str], reader: Reader) -> bool:
    """Whether brackets explain: a sentence, words that call no row, or what was `called` before ("kỷ luật: 1 (khiển trách)").

    "(bcci)", "(người)" belong to the label.
    """
    words = [word.folded for word in words_of(text)]
    if _WORDED.search(" ".join(words)) or len(words) >= _SENTENCE:
        return True
    said = [token.name for token in reader.lexicon.tokens(words)]
    return any(word.isalpha() and word not in COUNT_NOUNS for word in words) and all(
        is_unknown(name) or name in called for name in said
    )


def _next_value(message: Message, after: Sequence[Spot]) -> int:
    """The word where the next value stands that is not within the brackets behind this one."""
    words = message.words
    if not after:
        return len(words)
    start = words[after[0].first].start
    opened = message.text.rfind("(", max(0, start - _BRACKETED), start)
    bracket = _BRACKET.match(message.text, opened) if opened >= 0 else None
    if bracket is None or start >= bracket.end():
        return after[0].first
    return next((spot.first for spot in after if words[spot.first].start >= bracket.end()), len(words))


def _tells_values(message: Message, span: tuple[int, int], after: Sequence[Spot], base: Sequence[int], reader: Reader) -> bool:
    """Whether brackets hold values: "(đúng hạn 57, quá hạn 3)"; every clause with a number must."""
    places = [place for place, word in enumerate(message.words) if span[0] <= word.start < span[1]]
    if not places:
        return False
    first, told = places[0], []
    while first <= places[-1]:
        last = segment_end(message, first, after)
        if any(first <= spot.first < last for spot in after):
            told.append(tells_value(message, first, after, base, reader))
        first = last
    return bool(told) and all(told)


def _content(
    message: Message, place: int, spot: Spot, after: Sequence[Spot], base: Sequence[int], reader: Reader
) -> int | None:
    """The first word of the note that opens at this word; None when none does."""
    words = message.words
    is_next_line = any("\n" in word.gap for word in words[spot.last : place + 1])
    opener = _opener(message, place)
    if opener in _STRONG:
        return place + len(opener.split()) if opener in _LABELS else place
    if is_next_line:
        return None
    if any(first == place for first, _ in message.excluded):
        return place
    if opener in _PARTS and (_BREAK.search(words[place].gap) or _is_next(message, spot, place)):
        return None if tells_value(message, place, after, base, reader) else place
    if words[place].folded in _REFERRING and _is_marked(message, place + 1):
        return place
    if opener in _REASONS:
        return place if _is_reason(message, place, spot, after, base, reader) else None
    is_dash = bool(_DASH.search(words[place].gap))
    is_document = any(mark.first == place and mark.value is Mark.DOCUMENT for mark in message.marks)
    end = segment_end(message, place, after)
    is_sourced = bool(_CLAUSE.search(words[place].gap)) and any(
        mark.value is Mark.DOCUMENT and place <= mark.first < end for mark in message.marks
    )
    if is_sourced and not any(place <= each.first < end for each in after):
        return place  # ", nguồn: BC 77/BC-VP"
    if is_dash and not tells_value(message, place, after, base, reader):
        return place
    return place if is_document and place == spot.last else None


def _opener(message: Message, place: int) -> str:
    """The words that may open a note here, folded; "" when none do."""
    words = message.words
    if words[place].folded not in _OPENING and message.is_typed(place, place + 1):
        return ""
    typed = fold(message.typed(place, place + 1))
    one = words[place].folded if typed not in PLAIN_SYLLABLES and len(typed) > _SHORT else typed  # "do" is nobody's slip
    pair = " ".join(word.folded for word in words[place : place + 2])
    if pair in _STRONG | _PARTS and not (pair in _WITH_COLON and ":" not in _gap_at(message, place + 2)):
        return pair
    if pair in _WITH_COLON and ":" in _gap_at(message, place + 2):
        return "ly do"
    if one == "vi" and place and words[place - 1].folded == "don":
        return ""  # "3 don vi truc thuoc"
    if one in _REASONS and pair not in _NO_REASON and _is_spelt(message, place):
        return one if one != "theo" or _names_paper(message, place + 1) else ""
    return one if one in _STRONG | _PARTS else ""


def _is_next(message: Message, spot: Spot, place: int) -> bool:
    """Whether nothing but what the value counts stands between it and a word."""
    between = message.words[spot.last : place]
    return all(word.folded in COUNT_NOUNS | _COUNTED_ON and not _BREAK.search(word.gap) for word in between)


def _names_paper(message: Message, place: int) -> bool:
    """Whether a document is named here; "theo kế hoạch" alone belongs to the name of a row."""
    return _is_marked(message, place) or (place < len(message.words) and message.words[place].folded in _PAPERS)


def _is_marked(message: Message, place: int) -> bool:
    """Whether a document's number begins here or with the next word."""
    return any(mark.value is Mark.DOCUMENT and mark.first in (place, place + 1) for mark in message.marks)


def _gap_at(message: Message, place: int) -> str:
    return message.words[place].gap if place < len(message.words) else ""


def _is_spelt(message: Message, place: int) -> bool:
    """Whether the word has the accents of the one that opens a note, in a message that has accents."""
    word = message.words[place]
    typed = unicodedata.normalize("NFC", message.text[word.start : word.end].casefold())
    if fold(typed) not in _SPELT:
        return True  # a slip that was mended
    return typed == _SPELT[fold(typed)] or (typed == fold(typed) and not has_accents(message.text))


def _is_reason(message: Message, place: int, spot: Spot, after: Sequence[Spot], base: Sequence[int], reader: Reader) -> bool:
    """Whether "do", "vì", "theo" explains the value before: nothing but what it counts stands between.

    "hồ sơ do sở tiếp nhận 12, do sở trả kết quả 10": with the one who does it and a number of its own it calls another value.
    """
    words = message.words
    if not _is_next(message, spot, place):
        return False
    by_whom = place + 1 < len(words) and words[place + 1].folded in _GIVERS and words[place].folded == "do"
    last = segment_end(message, place, after)
    return not (by_whom and is_labelled(message, place, last, after) and tells_value(message, place + 1, after, base, reader))


def _end(message: Message, place: int, after: Sequence[Spot], base: Sequence[int], reader: Reader, *, is_weak: bool) -> int:
    """The character where a note ends: the line's end, or a clause that gives a value of its own.

    `is_weak`: a semicolon ends it too, and any clause that ends in a number with words before it.
    """
    words = message.words
    for at in range(place + 1, len(words)):
        gap = words[at].gap
        begin = words[at - 1].end
        if "\n" in gap or (is_weak and ";" in gap):
            return begin + gap.find("\n") if "\n" in gap else begin
        if not _BREAK.search(gap):
            continue
        is_form = is_labelled(message, at, segment_end(message, at, after), after) is not None
        if tells_value(message, at, after, base, reader) or (is_weak and is_form):
            return begin
    return len(message.text)
