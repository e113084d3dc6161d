"""13/22: the part and the whole of one pair of rows, such as tasks done and tasks planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.catalogue import IndicatorId, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.matching import NOTHING, match
from bot.understanding.message import Message
from bot.understanding.numbers import Fraction, read_figure, read_fraction
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue

_NAMED = 0.9  # share of the words of one side that the row it names must explain
_CLEARLY = 0.03  # by how much the best pair must lead
_WHOLE = 0.3  # of the whole's own score beside the part's: what is said mostly calls the part
_FAMILY = 0.1  # for a pair under the heading of the value before
_AS_WELL = 0.9  # share of the best row's score that one of the pair must reach among all rows
_CHOICES = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What calls a fraction: `part` stands before it, `whole` behind it; `every` is both, with what heads the line."""

    every: tuple[str, ...]
    part: tuple[str, ...]
    whole: tuple[str, ...]
    is_listed: bool = False  # both stand before it, in the order of the numbers


@dataclass(frozen=True, slots=True)
class _Pair:
    """Rows for the two numbers. `is_sure`: nothing else that was said could call another pair."""

    score: float
    part: IndicatorId
    whole: IndicatorId
    is_sure: bool


def said_of(piece: Piece, header: Sequence[str], message: Message, reader: Reader) -> Said:
    """What stands on either side of a fraction; "có mặt/được giao: 38/40" names both before it."""
    before = [place for place in piece.label if place < piece.spot.first]
    behind = [place for place in piece.label if place >= piece.spot.last]
    slash = next((at for at, place in enumerate(before) if at and message.words[place].gap.strip() == "/"), None)
    if slash is not None and not message.said_at(behind, reader):
        before, behind = before[:slash], before[slash:]
    part, whole = ((*header, *message.said_at(before, reader)), message.said_at(behind, reader))
    return Said((*header, *message.said_at(piece.label, reader)), part, whole, is_listed=slash is not None)


def read_pair(
    piece: Piece, said: Said, text: str, family: IndicatorId | None, reader: Reader, *, is_clear: bool
) -> tuple[EntryValue, ...]:
    """Both values of a fraction; nothing when no pair of rows fits what is said. `family`: heading of the value before.

    `is_clear` False: the words that decide were not all understood, so it is asked.
    """
    fraction = read_fraction(piece.spot.meant)
    named = _named(said, reader)
    ranked = [named] if named is not None else _ranked(dict.fromkeys(said.every), family, reader)
    if fraction is None:
        return ()
    if not ranked:
        return _asked(piece, fraction, said, text, reader)
    best = ranked[0]
    leads = len(ranked) == 1 or best.score - ranked[1].score > _CLEARLY
    certain = is_clear and best.is_sure and leads and fraction.part <= fraction.whole
    values = []
    parts, wholes = ([each.part for each in ranked], [each.whole for each in ranked])
    for number, rows, note in ((fraction.part, parts, piece.note), (fraction.whole, wholes, None)):
        row_id = rows[0]
        figure = read_figure(str(number), reader.catalogue.row(row_id))
        choices = list(dict.fromkeys(rows))[: 1 if certain else _CHOICES]
        offered = tuple(Candidate(row, min(best.score / 2, 1.0)) for row in choices)
        is_figure = isinstance(figure, Figure)
        value = EntryValue(
            row_id if certain or not is_figure else None,
            offered,
            certain=certain and is_figure,
            figure=figure if isinstance(figure, Figure) else None,
            fault=figure if isinstance(figure, Fault) else None,
            note=note,
            raw=str(number),
            text=text,
        )
        values.append(value)
    return tuple(values)


def _asked(piece: Piece, fraction: Fraction, said: Said, text: str, reader: Reader) -> tuple[EntryValue, ...]:
    """Both numbers to be asked, when each side names rows of its own but no two of them belong together."""
    counts = {row.id for row in reader.catalogue.indicators if row.type is ValueType.COUNT}
    part = match(said.part, reader=reader, among=counts, context=said.whole) if said.part and said.whole else NOTHING
    whole = match(said.whole, reader=reader, among=counts, context=said.part) if said.part and said.whole else NOTHING
    if min(part.explained, whole.explained) < reader.thresholds.store_explained or part.best == whole.best:
        return ()
    return tuple(
        EntryValue(
            None,
            tuple(each for each in found.candidates if each.indicator in found.rivals)[:_CHOICES],
            certain=False,
            figure=Figure(number),
            fault=None,
            note=note,
            raw=str(number),
            text=text,
        )
        for number, found, note in ((fraction.part, part, piece.note), (fraction.whole, whole, None))
    )


def _named(said: Said, reader: Reader) -> _Pair | None:
    """Two rows of one heading, each called on its side: "đã trả 790/812 hồ sơ tiếp nhận"."""
    if not said.part or not said.whole:
        return None
    counts = {row.id for row in reader.catalogue.indicators if row.type is ValueType.COUNT}
    part = match(said.part, reader=reader, among=counts, context=said.whole)
    alone = match(said.whole, reader=reader, among=counts, context=said.part)
    if part.best is None or part.explained < _NAMED or alone.best is None:
        return None
    found = []
    for row_id in part.rivals:
        family = reader.catalogue.row(row_id).parent
        sisters = {row.id for row in reader.catalogue.below(family)} & counts - {row_id} if family is not None else set()
        sisters |= {family} & counts if family is not None else set()
        whole = match(said.whole, reader=reader, among=sisters, context=said.part)
        if whole.best is None or not whole.is_alone or whole.explained < _NAMED:
            continue
        is_told = whole.best in alone.rivals or whole.best == reader.wholes.get(row_id)
        if is_told and _tells(said, row_id, whole.best, reader):
            rows = (row_id, whole.best)
            if reader.wholes.get(whole.best) == row_id and not said.is_listed:
                rows = (whole.best, row_id)  # "việc tỉnh giao 15/18 đúng hạn"
            found.append(_Pair(part.score + whole.score, *rows, is_sure=True))
    return found[0] if len(found) == 1 else None


def _tells(said: Said, part: IndicatorId, whole: IndicatorId, reader: Reader) -> bool:
    """Whether the words behind speak of the whole and not as well of the part: "nhiệm vụ" is said of both."""
    ours, theirs = reader.known[part], reader.known[whole]
    return any(name in theirs.own and name not in ours.core for name in said.whole)


def _ranked(said: dict[str, None], family: IndicatorId | None, reader: Reader) -> list[_Pair]:
    """Pairs of part and whole that explain what is said, best first."""
    total = sum(reader.weight(name) for name in said) or 1.0
    counts = {row.id for row in reader.catalogue.indicators if row.type is ValueType.COUNT}
    every = match(tuple(said), reader=reader, among=counts)
    found = []
    for part, whole in reader.wholes.items():
        one, other = reader.known[part], reader.known[whole]
        explained = sum(reader.weight(name) for name in said if name in one.says | other.says) / total
        if explained < reader.thresholds.ask_explained:
            continue
        scores = {each.indicator: each.score for each in match(tuple(said), reader=reader, among={part, whole}).candidates}
        bonus = _FAMILY if family is not None and family == one.row.parent else 0.0
        score = explained + scores.get(part, 0.0) + _WHOLE * scores.get(whole, 0.0) + bonus
        # a row that no pair holds may be called better: "hồ sơ trả kết quả" is none of "tthc trả kết quả"
        is_called = max(scores.values(), default=0.0) >= every.score * _AS_WELL
        if is_called:
            is_whole = every.best == whole and every.is_alone and every.is_full
            is_told = not is_whole or not (one.own - other.core).isdisjoint(said)  # "thủ tục thu phí 30 trong tổng 130"
            is_sure = is_told and explained >= reader.thresholds.store_explained and {part, whole}.issuperset(every.rivals)
            found.append(_Pair(score, part, whole, is_sure=is_sure))
    return sorted(found, key=lambda each: -each.score)
