"""Values of one message that say different things of one row, or the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.catalogue import IndicatorId, ValueType
from bot.domain.value import Figure, State
from bot.understanding.line_patterns import LinePattern
from bot.understanding.message import Message
from bot.understanding.negations import PLAIN_NO
from bot.understanding.notes import opens_note
from bot.understanding.numbers import read_figure
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import EntryValue
from bot.understanding.spots import Spot
from bot.understanding.text import fold

_PARTS = LinePattern(r"\b(?:gom|bao gom|trong do|chia ra)\b")
_FEWEST_PARTS = 2
_BODIES = "Cơ quan, đơn vị"  # unit of rows that may count districts and communes as well as offices
_LOOKED_AT = 3  # rows that a value beside another may be for

_NOT_YET = frozenset({"chua", PLAIN_NO})


def asked(value: EntryValue) -> EntryValue:
    """The value, to be asked about."""
    return replace(value, indicator=None, certain=False) if value.certain else value


def undisputed(values: Sequence[EntryValue], message: Message, reader: Reader) -> list[EntryValue]:
    """The values, those to be asked that give one row two different figures: "đã xử lý xong 2, còn 1 đang xử lý"."""
    values = _told_once(values, reader)
    figures: dict[IndicatorId, set[Figure]] = {}
    for value in values:
        if value.figure is not None and (row := _answered(value, reader)) is not None:
            figures.setdefault(row, set()).add(value.figure)
    settled = [
        asked(value) if value.indicator is not None and len(figures.get(value.indicator, ())) > 1 else value for value in values
    ]
    in_parts = _PARTS.search(message.line) or any(":" in word.gap or "(" in word.gap for word in message.words)
    return [
        asked(value) if _is_shared(place, values, reader) or (in_parts and _is_sum(place, values, reader)) else settled[place]
        for place, value in enumerate(values)
    ]


def _is_sum(place: int, values: Sequence[EntryValue], reader: Reader) -> bool:
    """Whether the values behind add up to this one though its row is no whole of theirs: "10 đơn vị gồm 3 huyện 7 xã"."""
    behind, value = values[place + 1 :], values[place]
    if value.indicator is None or value.figure is None or len(behind) < _FEWEST_PARTS:
        return False
    if reader.catalogue.row(value.indicator).unit != _BODIES:
        return False
    parts = [each.figure.number for each in behind if each.figure is not None and each.figure.number is not None]
    rows = [each.indicator for each in behind if each.indicator is not None]
    parents = {reader.catalogue.row(row_id).parent for row_id in rows}
    are_alike = len(parts) == len(rows) == len(behind) and parents == {reader.catalogue.row(value.indicator).parent}
    is_whole = any(reader.wholes.get(row_id) == value.indicator for row_id in rows)
    return are_alike and not is_whole and value.figure.number == sum(parts)


def _is_shared(place: int, values: Sequence[EntryValue], reader: Reader) -> bool:
    """Whether the row of a value may be the one of the value beside it as well: "vb chỉ đạo 5 công văn, 7 kế hoạch"."""
    value, beside = values[place], [*values[max(place - 1, 0) : place], *values[place + 1 : place + 2]]
    if value.indicator is None or not value.certain:
        return False
    same = None if _is_counted(value.indicator, value.figure, reader) else value.figure  # "1 giám đốc, 1 phó" are two
    others = (each for each in beside if not each.certain and each.figure not in (None, same))
    return any(_offers(each, value.indicator, reader) for each in others)


def _offers(value: EntryValue, row_id: IndicatorId, reader: Reader) -> bool:
    """Whether a value that is asked may be for the row, and for no sister of it sooner."""
    offered = [each.indicator for each in value.candidates[:_LOOKED_AT]]
    if row_id not in offered:
        return False
    parent = reader.catalogue.row(row_id).parent
    return not any(reader.catalogue.row(each).parent in (parent, row_id) for each in offered[: offered.index(row_id)])


def uncontested(values: Sequence[EntryValue], others: Iterable[Sequence[EntryValue]]) -> list[EntryValue]:
    """The values, those to be asked for whose row any of the `others`, other cuts of the same message, has another figure.

    One that makes sense of fewer figures is no rival.
    """
    wholly = [other for other in others if len(other) >= len(values) and all(each.certain for each in other)]
    return [asked(value) if any(_is_elsewhere(value, other) for other in wholly) else value for value in values]


def _is_elsewhere(value: EntryValue, others: Sequence[EntryValue]) -> bool:
    """Whether those give the row of a value another figure, or none and the figure to another row."""
    figures = {other.raw for other in others if other.indicator == value.indicator}
    return value.raw not in figures if figures else any(other.raw == value.raw for other in others)


def _told_once(values: Sequence[EntryValue], reader: Reader) -> Sequence[EntryValue]:
    """Without values that a neighbour tells again of the same row: "có tuyên truyền qua các cuộc họp, hội nghị rồi".

    Two counts may be parts of one, "2 công chức thi tuyển, 2 công chức xét tuyển": they are asked.
    """
    told: list[EntryValue] = []
    for value in values:
        last = told[-1] if told else None
        if last is None or not (_tells_again(last, value) or _tells_again(value, last)):
            told.append(value)
        elif _are_parts(last, value, reader):
            told[-1:] = [asked(last), asked(value)]
        else:
            surer = value if value.certain and not last.certain else last
            told[-1] = replace(surer, note=last.note or value.note)
    return told


def _tells_again(value: EntryValue, surer: EntryValue) -> bool:
    """Whether the second is certain of its row and the first says the same figure of that row, or of it among others."""
    if not surer.certain or surer.figure is None or value.figure != surer.figure or surer.indicator is None:
        return False
    rows = {value.indicator} if value.certain else {each.indicator for each in value.candidates}
    return rows == {surer.indicator}


def _are_parts(one: EntryValue, other: EntryValue, reader: Reader) -> bool:
    """Whether two of the same number may have to be added: counts that other words call."""
    row_id = one.indicator or other.indicator
    return row_id is not None and _is_counted(row_id, one.figure, reader) and fold(one.text) != fold(other.text)


def _is_counted(row_id: IndicatorId, figure: Figure | None, reader: Reader) -> bool:
    """Whether the figure counts any."""
    return reader.catalogue.row(row_id).type is ValueType.COUNT and figure is not None and bool(figure.number)


def _answered(value: EntryValue, reader: Reader) -> IndicatorId | None:
    """The row of a value that is certain; of an answer that is asked the likeliest: "cả hai cách, online với phát phiếu"."""
    if value.certain:
        return value.indicator
    likeliest = value.candidates[0].indicator if value.candidates else None
    is_choice = likeliest is not None and reader.catalogue.row(likeliest).type in (ValueType.FLAG, ValueType.CODE)
    return likeliest if is_choice else None


def repeats_answer(value: EntryValue, piece: Piece, reader: Reader) -> bool:
    """The same for a Có/Không row: the word before the number, "ghi", may be any with a slip."""
    is_flag = value.indicator is not None and reader.catalogue.row(value.indicator).type is ValueType.FLAG
    return is_flag and repeats(value, piece, reader)


def repeats(value: EntryValue, piece: Piece, reader: Reader) -> bool:
    """Whether a number says once more what was answered in words: "đã có, ghi 1", "không có ai, ghi 0"."""
    if value.indicator is None:
        return False
    figure = read_figure(piece.spot.meant, reader.catalogue.row(value.indicator))
    is_nothing = value.figure is not None and value.figure.state is State.NOTHING_OCCURRED
    return value.figure == figure or (is_nothing and isinstance(figure, Figure) and figure.number == 0)


def is_taken_back(message: Message, spot: Spot, after: Sequence[Piece]) -> bool:
    """Whether a yes is followed by a clause with a no that is no value of its own."""
    words = message.words
    if words[spot.first].folded in _NOT_YET:
        return False
    last = min([piece.spot.first for piece in after] + [len(words)])
    end = next((at for at in range(spot.last, last) if "\n" in words[at].gap or opens_note(message, at)), last)
    behind = words[spot.last : end]
    return bool(behind) and "(" not in behind[0].gap and any(word.folded == "chua" for word in behind)
