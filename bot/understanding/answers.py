"""Values said in words: "có", "rồi", "thì chưa", "không phát sinh", "chưa có số liệu", "phát phiếu" at the end of a clause."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from bot.domain.catalogue import CatalogueRow, RowKind, ValueType
from bot.domain.value import Figure
from bot.understanding.labels import words_in
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import match
from bot.understanding.message import Message
from bot.understanding.notes import opens_note, opens_reason
from bot.understanding.number_mentions import Kind
from bot.understanding.numbers import read_figure
from bot.understanding.reader import Reader
from bot.understanding.spots import Spot
from bot.understanding.text import fold, has_accents

_BEGINS = frozenset({"co", "khong", "chua", "da", "roi", "tot", "nghiem", "kps", "xong", "ok"})
_BEGIN_PAIRS = frozenset(
    {
        "dang tong",
        "dang thong",
        "dang cap",
        "dang ra",
        "cho so",
        "bang phieu",
        "phieu giay",
        "qua mang",
        "vi pham",
        "bi vi",
        "con vi",
        "truc tuyen",
        "phat phieu",
        "ket hop",
        "ca hai",
        "vua truc",
        "vua phat",
    }
)
_PARTICLES = frozenset(["thi", "la", "co", "khong", "chua", "roi", "van", "a", "nha", "nhe"])
_CLAUSE = re.compile(r"[,;\n\t]|\.\s|\s[-–—]\s")
_OPENED = re.compile(r"[:=\t]")
_NAMED_NOT = frozenset({"giu", "chuc", "lanh"})  # "công chức không giữ chức vụ lãnh đạo": part of a name
_SPELT = {"co": "có", "khong": "không", "chua": "chưa", "da": "đã", "roi": "rồi", "tot": "tốt"}  # "cơ", "đa" answer nothing
_NO_BEFORE = {"cha": "chả", "dau": "đâu"}  # "chả có", "đâu có": not "cha", "đầu"
_HAVING = frozenset({"co", "he", "phat"})
_BODY = frozenset({"che", "quan", "so", "cau", "ban"})  # "co quan", "co che": cơ …
_STATE = re.compile(r"phat sinh|so lieu|thong ke|vi pham")  # these say how it is, not which row
_NAME = 6  # words from which a printed name answers nothing by itself; "có sáng kiến mới" does
_NONE = re.compile(r"(?:khong|chua|cha|dau)(?: he)?(?: co)? (?:ai\b|(?:[a-z]+ ){1,6}nao\b)")
_WORTH = 0.4  # score from which a row is taken for the one that is answered
_WORTH_NONE = 0.6  # the same where a no stands before it: "không ai nộp báo cáo" is no figure
_PART_NAMED = 0.8  # score of a row below that "có" goes on to name
_CANDIDATES = 3
_NEXT = 6  # words behind a comma that may end a row's name
_LONGEST = 60  # words of an answer that names its row as well; from each of a thousand words on one would be looked for else


def find_answers(message: Message, spots: Sequence[Spot], reader: Reader) -> tuple[Spot, ...]:
    """Answers in clauses that hold no number, in order."""
    if not spots and _is_printed_name(message, reader):
        return ()
    found: list[Spot] = []
    heading: list[int] = []  # words of the line's beginning up to a colon
    waiting: list[int] = []  # words of a clause before without a value: "kỷ luật kỷ cương, có vi phạm"
    free = set(message.free)
    for first, last in clauses(message):
        if first and "\n" in message.words[first].gap:
            heading = []
        if opens_note(message, first):
            continue
        opened = next((place for place in range(last - 1, first, -1) if _OPENED.search(message.words[place].gap)), None)
        has_number = any(first <= each.first < last for each in spots)
        is_begun = not has_number and _begins_name(message, first, last, spots, reader)
        spot = None if has_number or is_begun else _answer(message, (first, last), opened, (heading, waiting), reader)
        if spot is None and spots and not has_number:
            spot = _garbled(message, first, last, reader)
        if spot is not None:
            found.append(spot)
        if opened is not None and (spot is None or spot.first != opened):
            heading = [place for place in range(first, opened) if place in free]
        is_new = has_number or spot is not None or (last < len(message.words) and "\n" in message.words[last].gap)
        waiting = [] if is_new else [*waiting, *(place for place in range(first, last) if place in free)]
    return tuple(found)


def _is_printed_name(message: Message, reader: Reader) -> bool:
    """Whether all that is said is the printed name of a row: "… đã được thẩm định và ban hành" copied from the form."""
    words = words_in(" ".join(message.words[place].folded for place in message.free))
    return len(words) >= _NAME and reader.labels.printed_at(words) == len(words)


def _begins_name(message: Message, first: int, last: int, spots: Sequence[Spot], reader: Reader) -> bool:
    """Whether a clause and the next call one row that counts: "đơn vị có quy chế … đã thẩm định, ban hành là 6"."""
    number = next((each for each in spots if each.first > last), None) if last < len(message.words) else None
    if number is None or number.in_words or message.words[last].gap.strip() != "," or number.first - last > _NEXT:
        return False
    if message.words[last - 1].folded in _BEGINS:
        return False  # "cán bộ cntt có, công chức 2": it is answered
    places = [place for place in message.free if first <= place < number.first]
    found = match(content(message, places, reader), reader=reader, headings=False)
    alone = match(content(message, [at for at in places if at >= last], reader), reader=reader, headings=False)
    if found.best is None or not (found.is_alone and found.is_full) or alone.best == found.best:
        return False
    return reader.catalogue.row(found.best).type in (ValueType.COUNT, ValueType.PERCENT)


def _garbled(message: Message, first: int, last: int, reader: Reader) -> Spot | None:
    """Among other values, "tiếp nhận abc": a word nobody knows where a number should be."""
    label = [place for place in message.free if first <= place < last - 1]
    if message.words[last - 1].is_number:
        return None  # it was taken back: "38, nhầm 39"
    if not label or label[-1] != last - 2 or reader.lexicon.is_known(fold(message.typed(last - 1, last))):
        return None
    if not message.is_typed(last - 1, last) and not message.words[last - 1].is_doubtful:
        tokens = reader.lexicon.tokens([message.words[place].folded for place in (*label, last - 1)])
        if any(token.last > len(label) for token in tokens):
            return None  # a slip in a label that goes on behind a comma; "abc" made "bác" says nothing
    said = content(message, label, reader)
    if not said or any(is_unknown(name) for name in said):
        return None
    return Spot(Kind.GARBLED, last - 1, last, message.typed(last - 1, last))


def clauses(message: Message) -> list[tuple[int, int]]:
    """Word ranges between commas, semicolons, tabs, dashes, line breaks and what opens a note."""
    words = message.words
    starts = [
        place
        for place in range(len(words))
        if place == 0 or opens_note(message, place) or (_CLAUSE.search(words[place].gap) and not _is_listed(message, place))
    ]
    return list(zip(starts, [*starts[1:], len(words)], strict=True)) if words else []


def _is_listed(message: Message, place: int) -> bool:
    """Whether a comma stands between two directives or levels: "chỉ thị 10, 26"."""
    one, other = message.words[place - 1], message.words[place]
    before = message.words[place - 2].folded if place > 1 else ""
    return other.gap.strip() == "," and one.is_number and other.is_number and before in {"thi", "ct", "do", "md", "muc"}


def content(message: Message, places: Sequence[int], reader: Reader) -> tuple[str, ...]:
    """What words say beside "rồi", "thì chưa", so that "lãnh đạo thì chưa xem xét" says "lãnh đạo xem xét"."""
    tokens = reader.lexicon.tokens([message.words[place].folded for place in places])
    named = {places[at] for token in tokens if token.last - token.first > 1 for at in range(token.first, token.last)}
    return message.said_at((at for at in places if at in named or message.words[at].folded not in _PARTICLES), reader)


def _answer(
    message: Message, clause: tuple[int, int], opened: int | None, above: tuple[Sequence[int], Sequence[int]], reader: Reader
) -> Spot | None:
    """The longest end of a clause that answers the row its beginning names; behind a colon, also what is no answer.

    `above`: words of the line's heading, and of the clause before.
    """
    first, last = clause
    free = set(message.free)
    words = message.words
    ends = [at for at in range(first + 1, last) if "(" in words[at].gap or opens_reason(message, at)]  # a note begins
    for start in range(first, last):
        if start not in free or (opened is not None and start < opened) or not (start == opened or _begins(message, start)):
            continue
        end = ends[later] if (later := bisect_right(ends, start)) < len(ends) else last
        if start != opened and end - start > _LONGEST:
            continue
        label = [place for place in range(first, start) if place in free] or list(above[1])
        rest = [place for place in range(start, end) if place in free]
        raw, meant = message.typed(start, end), message.meant(start, end)
        mended = "" if message.is_typed(start, end) else meant
        rows = _rows(message, label, rest, above[0], reader, is_opened=start == opened)
        for row, speaks in rows:
            figure = read_figure(meant, row)
            if isinstance(figure, Figure):
                names = speaks and (figure.number is not None or _tells_none(message, start, end))
                return Spot(Kind.NUMBER, start, end, raw, in_words=True, speaks=names, mended=mended)
        if start == opened and rows and (rows[0][0].type is ValueType.CODE or not _says(message, rest, reader)):
            return Spot(Kind.GARBLED, start, end, raw, in_words=True, mended=mended)
    return None


def _tells_none(message: Message, first: int, last: int) -> bool:
    """Whether words say of what they name that there is none: "không có ai bị kỷ luật", "không có lãnh đạo nào …"."""
    return bool(_NONE.match(" ".join(word.folded for word in message.words[first:last])))


def _begins(message: Message, place: int) -> bool:
    """Whether an answer may begin with this word."""
    words = [word.folded for word in message.words[place : place + 2]]
    if words[1:] and ((words[0] == "khong" and words[1] in _NAMED_NOT) or (words[0] == "co" and words[1] in _BODY)):
        return False
    if words[0] in _SPELT and has_accents(message.words[place].text) and not _is_spelt(message.words[place].text, words[0]):
        return False
    if words[0] in _NO_BEFORE and not _HAVING.isdisjoint(words[1:]):
        typed = unicodedata.normalize("NFC", message.words[place].text.lower())
        return typed in {words[0], _NO_BEFORE[words[0]]}
    return words[0] in _BEGINS or " ".join(words) in _BEGIN_PAIRS


def _is_spelt(typed: str, folded: str) -> bool:
    """Whether a word with accents has those of the answer: "có", not "cơ"."""
    return unicodedata.normalize("NFC", typed.lower()) == _SPELT[folded] or fold(typed) != folded  # "chẳng", read as "không"


def _says(message: Message, places: Sequence[int], reader: Reader) -> bool:
    """Whether words say anything that the catalogue speaks of."""
    return any(not is_unknown(name) for name in content(message, places, reader))


def _rows(
    message: Message, label: Sequence[int], rest: Sequence[int], heading: Sequence[int], reader: Reader, *, is_opened: bool
) -> list[tuple[CatalogueRow, bool]]:
    """Rows that may be answered, likeliest first, and whether words of the answer name the row too ("đã phê duyệt").

    `is_opened`: a colon stands before the answer, so that what calls the row is complete.
    """
    found: list[tuple[CatalogueRow, bool]] = []
    named = content(message, label, reader)
    above = content(message, heading, reader)
    whole = content(message, [*label, *rest], reader)
    none = bool(rest) and not label and _tells_none(message, rest[0], rest[-1] + 1)
    is_state = bool(_STATE.search(" ".join(message.words[place].folded for place in rest)))
    speaks_too = whole != named and not (is_state and named)
    if speaks_too and not is_opened and named and _tells_of_part(whole, named, reader):
        return []
    readings = [(whole, True), (named, False)] if speaks_too else [(named, False)]
    if is_opened and named and match(named, reader=reader, headings=False).is_full:  # "hệ thống báo cáo cấp tỉnh: đã kết nối"
        readings.reverse()
    for said, speaks in readings:
        if not said:
            continue
        for saying in ((*above, *said), said) if above else (said,):
            best = match(saying, reader=reader, headings=False)
            for each in best.candidates[:_CANDIDATES]:
                row = reader.catalogue.row(each.indicator)
                is_choice = row.type in (ValueType.FLAG, ValueType.CODE)
                takes = row.kind is RowKind.INDICATOR and (is_choice or not speaks or none)
                if each.score >= (_WORTH_NONE if none else _WORTH) and takes:
                    found.append((row, speaks))
    return found


def _tells_of_part(whole: Sequence[str], named: Sequence[str], reader: Reader) -> bool:
    """Whether "có" goes on to a count below the Có/Không that was named: "đơn giản hóa có … rút ngắn thời gian"."""
    best = match(named, reader=reader, headings=False).best
    parts = [] if best is None else [row.id for row in reader.catalogue.below(best)]
    return bool(parts) and match(whole, reader=reader, among=parts).score >= _PART_NAMED
