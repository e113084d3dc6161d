"""Of rows that fit equally those of the kind that is asked for.

A Có/Không by "có … không", a count by "mấy", persons by "mấy người", bodies by "mấy đơn vị".
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.catalogue import IndicatorId, ValueType
from bot.understanding.line_patterns import LinePattern
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.named import BELOW
from bot.understanding.people import counts_bodies, counts_people
from bot.understanding.reader import Reader
from bot.understanding.text import fold

_HOW_MANY = LinePattern(r"\b(?:bao nhieu|bn|may(?! tinh| moc)|tong|so luong|sl|ty le|ti le|phan tram)\b")
_WHETHER = LinePattern(r"\b(?:co|da)\b.*\b(?:khong|chua)\b")
_NO_PERSONS = "don vi|dv|trung tam|co quan|chi cuc|benh vien|bao tang|thu vien|cai|noi|cho"
_COUNTED = (
    r"(?:(?P<persons>nguoi|can bo|cong chuc|vien chuc|dong chi|vi(?! tri| pham)|dua)"
    rf"|(?P<bodies>(?:{_NO_PERSONS})))\b"
)
_ASKED = (LinePattern(rf"\b(?:bao nhieu|nhieu|nhiu|bn) {_COUNTED}"), LinePattern(rf"\bmay {_COUNTED}"))
_THING_ASKED = LinePattern(
    r"\b(?:bao nhieu|may|bn|nhieu) (?:(?:cai|loai|dau|bo) )?"
    r"(?:(?P<tthc>thu tuc|tthc)|(?P<hoso>ho so|hs|bo(?! (?:thu tuc|tthc|phan|may|nganh))))\b"
)
_THINGS = {"tthc": ("thu tuc", "tthc"), "hoso": ("ho so",)}
_NEARLY = 0.8  # share of the best score that a row must reach which counts what is asked for
_NEAR = 0.9  # share of the best score


def of_kind_asked(found: Found, message: Message, reader: Reader) -> Found:
    """The only rival that is asked for by its kind, else all of them: "có tự chủ kinh phí không" wants no number."""
    found = _of_thing_asked(_without_shares(_without_left_out(found, message, reader), message, reader), message, reader)
    found = _of_unit_asked(found, message, reader)
    if found.is_alone:
        return _with_counts(found, message, reader)
    flags = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).type is ValueType.FLAG]
    others = [row_id for row_id in found.rivals if row_id not in flags]
    counts = bool(_HOW_MANY.search(message.free_line))
    if len(flags) == 1 and others and not counts and _WHETHER.search(message.line):
        return _alone(found, flags[0])
    return _alone(found, others[0]) if flags and len(others) == 1 and counts else found


def _without_left_out(found: Found, message: Message, reader: Reader) -> Found:
    """Without rivals that count what the message leaves out: "trưởng phó phòng mới lên, không tính bên trung tâm"."""
    if found.is_alone or found.best is None or not message.excluded:
        return found
    places = (place for first, last in message.excluded for place in range(first, last))
    out = {name for said in message.said_at(places, reader) for name in (said, BELOW.get(said, said))}
    out -= {*message.said_at(message.free, reader), *reader.known[found.best].says}
    return replace(found, rivals=tuple(row_id for row_id in found.rivals if out.isdisjoint(reader.known[row_id].core)))


def _without_shares(found: Found, message: Message, reader: Reader) -> Found:
    """Without rivals that are a share of the best row, below which they stand, when nothing was said of what makes them one."""
    if found.is_alone or found.best is None:
        return found
    best, said = reader.known[found.best], message.said_at(message.free, reader)
    shares = {
        row_id
        for row_id in found.rivals
        if (row := reader.catalogue.row(row_id)).parent == found.best
        and row.type is best.row.type
        and (reader.known[row_id].own - best.says).isdisjoint(said)
    }
    return replace(found, rivals=tuple(row_id for row_id in found.rivals if row_id not in shares))


def _with_counts(found: Found, message: Message, reader: Reader) -> Found:
    """A Có/Không with the counts that fit nearly as well, where a number was asked for: "chi cục tự chủ mấy"."""
    if (
        found.best is None
        or reader.catalogue.row(found.best).type is not ValueType.FLAG
        or not _HOW_MANY.search(message.free_line)
    ):
        return found
    near = [each.indicator for each in found.candidates if each.score >= _NEAR * found.score]
    counts = tuple(row_id for row_id in near if reader.catalogue.row(row_id).type is ValueType.COUNT)
    return replace(found, rivals=(found.best, *counts)) if counts else found


def _of_unit_asked(found: Found, message: Message, reader: Reader) -> Found:
    """Without rivals that count bodies where persons are asked for, and the other way round."""
    asked = next((match for pattern in _ASKED if (match := pattern.search(message.free_line))), None)
    if found.is_alone or asked is None:
        return found
    counts_other = counts_bodies if asked["persons"] is not None else counts_people
    kept = tuple(row_id for row_id in found.rivals if not counts_other(row_id, reader))
    if not kept or len(kept) == len(found.rivals):
        return found
    order = sorted(found.candidates, key=lambda each: each.indicator not in kept)
    return replace(found, candidates=tuple(order), rivals=kept)


def _of_thing_asked(found: Found, message: Message, reader: Reader) -> Found:
    """Procedures where these are asked for, not their dossiers, and the other way round: "có ai nộp … mấy thủ tục"."""
    asked = _THING_ASKED.search(message.free_line)
    if asked is None or found.best is None:
        return found
    thing = "tthc" if asked["tthc"] is not None else "hoso"
    if _counted(found.best, reader) in {thing, ""}:
        return found
    near = [each.indicator for each in found.candidates if each.score >= _NEARLY * found.score]
    kept = tuple(row_id for row_id in near if _counted(row_id, reader) == thing)
    if not kept:
        return found
    order = sorted(found.candidates, key=lambda each: each.indicator not in kept)
    return replace(found, candidates=tuple(order), rivals=kept)


def _counted(row_id: IndicatorId, reader: Reader) -> str:
    """Whether a row counts procedures ("tthc") or dossiers ("hoso"): what its label names first; "" for neither."""
    row = reader.catalogue.row(row_id)
    label = fold(row.label)
    places = {thing: at for thing, names in _THINGS.items() for name in names if (at := label.find(name)) >= 0}
    return min(places, key=lambda thing: places[thing]) if places and row.type is ValueType.COUNT else ""


def _alone(found: Found, row_id: IndicatorId) -> Found:
    order = sorted(found.candidates, key=lambda each: each.indicator != row_id)
    return replace(found, candidates=tuple(order), rivals=(row_id,))
