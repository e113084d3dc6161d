"""The row that a label calls beside the values before it: a sister of theirs may leave out what they said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from bot.domain.catalogue import IndicatorId, RowKind, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.labels import words_in
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import NOTHING, Found, is_undecided, match
from bot.understanding.message import Message
from bot.understanding.named import within_section
from bot.understanding.number_mentions import Kind
from bot.understanding.numbers import read_figure
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue
from bot.understanding.spots import Spot

_COUNTED = frozenset({"nguoi", "dong", "can", "ho", "hs", "van", "vb", "nhiem"})  # người, đồng chí, cán bộ, hồ sơ …
_ROUNDING = 1e-6
_MOST_OF_A_CHOICE = 1
_TOTAL = "tong"
_COUNTED_IN_LABEL = 3  # words: "Số phòng ban"
_LIGHT = 1.0  # weight of words like "đã", "tổng", "văn bản"
_SISTER = 0.9  # share of the words that a row of the same heading must explain
_LESS_SAID = 0.25  # of the heaviest word: by how much one sister must leave less unsaid than the others


@dataclass(frozen=True, slots=True)
class Before:
    """The value before in the same message: its row, and what was said to call it and its sisters before it."""

    row: IndicatorId
    said: tuple[str, ...]
    is_sure: bool  # else only the likeliest row: what follows must not depend on it
    told: frozenset[IndicatorId] = frozenset()  # rows that are certain so far: nobody tells one twice


def find_row(
    said: tuple[str, ...],
    header: tuple[str, ...],
    before: Before | None,
    message: Message,
    reader: Reader,
    piece: Piece,
) -> Found:
    """What a label means among the rows of the report's form; a row that this form does not print is asked."""
    among = rows_taking(piece.spot, message, reader)
    names = (*header, *said)
    inside = within_section(names, among, message, reader)
    if inside is None and message.section is not None:  # what the section has, though not on this form, is asked
        inside = within_section(names, rows_taking(piece.spot, replace(message, printed=None), reader), message, reader)
        if inside is not None:
            found = _find_among(said, header, before, inside, reader, piece)
            return _doubted(found, reader)
    among = inside or among
    no_flag = before is not None and _is_no_flag(piece.spot)
    if no_flag or _counts_something(piece.spot, message):
        choices = (ValueType.FLAG,) if no_flag else (ValueType.FLAG, ValueType.CODE)
        counts = among - {row.id for row in reader.catalogue.indicators if row.type in choices}
        counted = _find_among(said, header, before, counts, reader, piece)
        if counted.explained >= reader.thresholds.ask_explained and counted.score >= reader.thresholds.ask:
            answered = _find_among(said, header, before, among, reader, piece)
            return counted if counted.score >= answered.score else _doubted(counted, reader)
    found = _find_among(said, header, before, among, reader, piece)
    if message.printed is None:
        return found
    everywhere = rows_taking(piece.spot, replace(message, printed=None), reader)
    elsewhere = _find_among(said, header, before, everywhere, reader, piece)
    if elsewhere.explained <= found.explained + _ROUNDING or _says_all(found, elsewhere, names, piece, message, reader):
        return found
    return _doubted(_both(found, elsewhere), reader)  # what this year's form does not print says more of it


def _says_all(found: Found, elsewhere: Found, names: Collection[str], piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether the printed name of the one row found says every word, and what was typed is not the name of the other row."""
    if found.best is None or elsewhere.best is None or not found.is_alone:
        return False
    typed = words_in(" ".join(message.words[place].folded for place in piece.label))
    is_other = reader.labels.printed_at(typed) == len(typed) and elsewhere.is_full
    return not is_other and reader.known[found.best].label.issuperset(names)


def under_head(found: Found, said: Sequence[str], head: Sequence[str], among: Collection[IndicatorId], reader: Reader) -> Found:
    """To be asked when the row says nothing of the head that it is counted under: "kỷ luật: sở 1, phòng 2" counts no rooms."""
    telling = {name for name in head if name in reader.rows_saying and reader.weight(name) > _LIGHT} - reader.telling_little
    if not telling or found.best is None or not reader.known[found.best].says.isdisjoint(telling):
        return found
    other = match((*head, *said), reader=reader, among=among)
    if other.best is None:
        return found
    if other.best == found.best:
        is_explained = other.is_alone and other.explained >= reader.thresholds.store_explained
        return found if is_explained or len(set(said)) > 1 else _doubted(found, reader)
    return replace(_both(other, found), explained=min(found.explained, reader.thresholds.ask_explained))


def under_earlier(
    found: Found, said: Sequence[str], earlier: Before | None, among: Collection[IndicatorId], reader: Reader
) -> Found:
    """To be asked when a sister of a row that was sure before fits as well: "bcci 20 thủ tục, …, nhận 30 hồ sơ"."""
    sister = _sister(tuple(said), earlier, among, reader) if earlier is not None else None
    if sister is None or sister.best == found.best or found.best is None:
        return found
    return replace(_both(found, sister), explained=min(found.explained, reader.thresholds.ask_explained))


def under_before(found: Found, said: Sequence[str], before: Before | None, reader: Reader) -> Found:
    """To be asked when a sister counts the same of what was counted before: "2 chi cục với 6 phòng", the office's or theirs."""
    if before is None or found.best is None:
        return found
    family, known = reader.catalogue.row(found.best).parent, reader.known[found.best]
    meant = {name for name in said if not is_unknown(name)} - reader.lexicon.faint
    held = {name for name in reader.known[before.row].core.intersection(before.said) if reader.weight(name) > _LIGHT}
    if family is None or family != reader.catalogue.row(before.row).parent or not held or not held.isdisjoint(known.core):
        return found
    counted = known.row.label.split()[:_COUNTED_IN_LABEL]
    alike = (row for row in reader.catalogue.below(family) if row.label.split()[:_COUNTED_IN_LABEL] == counted)
    among = {row.id for row in alike if reader.known[row.id].core >= meant | held}
    return (
        replace(
            _both(found, match(said, reader=reader, among=among)),
            explained=min(found.explained, reader.thresholds.ask_explained),
        )
        if among
        else found
    )


def _doubted(found: Found, reader: Reader) -> Found:
    """The same, to be asked about."""
    return replace(found, explained=min(found.explained, reader.thresholds.ask_explained))


def _counts_something(spot: Spot, message: Message) -> bool:
    """Whether people or things are counted, which no Có/Không takes: "thi tuyển được 3 người"."""
    behind = message.words[spot.last] if spot.last < len(message.words) else None
    is_plain = spot.kind is Kind.NUMBER and not spot.in_words
    return is_plain and behind is not None and behind.folded in _COUNTED and behind.gap == " "


def _is_no_flag(spot: Spot) -> bool:
    """Whether it is a whole number that answers no Có/Không and is no choice either: "cấp phòng 4"."""
    return not spot.in_words and spot.raw.strip().isdigit() and int(spot.raw) > _MOST_OF_A_CHOICE


def rows_taking(spot: Spot, message: Message, reader: Reader) -> frozenset[IndicatorId]:
    """Indicators of the report's form that may take a value: with a percent sign percents only, of words those they answer."""
    if spot.in_words and spot.kind is not Kind.GARBLED:
        takes = (ids for row, ids in reader.kinds if isinstance(read_figure(spot.meant, row), Figure))
    else:
        takes = (ids for row, ids in reader.kinds if row.type is ValueType.PERCENT or not spot.is_percent)
    every = frozenset().union(*takes)
    return every if message.printed is None else every & message.printed


def _find_among(
    said: tuple[str, ...],
    header: tuple[str, ...],
    before: Before | None,
    among: Collection[IndicatorId],
    reader: Reader,
    piece: Piece,
) -> Found:
    """What a label means: under its header if there is one, else as a sister of the value before, else alone.

    In the line of the value before its words hold on; on a line of its own a full name is asked.
    """
    if header and said:
        under = match((*header, *said), reader=reader, among=among)
        if under.is_alone and under.explained >= reader.thresholds.store_explained:
            return _told_once(under, said, before, among, reader)
    else:
        under = NOTHING
    alone = match(said or header, reader=reader, among=among)
    is_one_of_them = len(said) > 1 and alone.is_alone and alone.is_full and alone.best in under.rivals
    if under.explained >= reader.thresholds.store_explained and not is_one_of_them:
        alone = under
    sister = _sister(said, before, among, reader) if before is not None else None
    if sister is not None and alone.is_alone and _takes_better(alone, sister, piece.spot, reader):
        return alone
    if before is None or sister is None or (alone.is_alone and alone.best == sister.best):
        return alone
    if not before.is_sure:
        return _both(sister, alone)
    if alone.is_full and alone.is_alone and alone.best is not None and are_sisters(before.row, alone.best, reader):
        if _TOTAL in said and _TOTAL in reader.known[alone.best].core:
            return alone  # "tại cơ quan 97, tổng TTHC đang có hiệu lực 110"
        if _says_less(sister, said, before, reader):
            return _both(alone, sister)
    if sister.best in alone.rivals or alone.best is None or alone.score < reader.thresholds.store:
        return sister
    return sister if piece.on_line and _leaves_out(sister, alone, before, reader) else _both(sister, alone)


def _told_once(
    under: Found, said: tuple[str, ...], before: Before | None, among: Collection[IndicatorId], reader: Reader
) -> Found:
    """The row under a header, or the sister that was not told yet: "PAKN: tiếp nhận 25, giải quyết 20"."""
    if before is None or under.best not in before.told:
        return under
    sister = _sister(said, before, among, reader)
    return under if sister is None else sister


def _takes_better(one: Found, other: Found, spot: Spot, reader: Reader) -> bool:
    """Whether the first row takes the value and the other, a Có/Không or a choice, does not."""
    if one.best is None or other.best is None:
        return False
    fits, other_row = reader.catalogue.row(one.best), reader.catalogue.row(other.best)
    if other_row.type not in (ValueType.FLAG, ValueType.CODE):
        return False
    return isinstance(read_figure(spot.meant, fits), Figure) and isinstance(read_figure(spot.meant, other_row), Fault)


def _sister(said: tuple[str, ...], before: Before, among: Collection[IndicatorId], reader: Reader) -> Found | None:
    """The one row under the heading of the value before that what is said fits, with the words it leaves out."""
    family = reader.catalogue.row(before.row).parent
    if family is None or not said:
        return None
    above = before.row if reader.catalogue.row(family).kind is RowKind.SECTION else family  # a whole section is no list
    sisters = {row.id for row in reader.catalogue.below(above)} & set(among)
    own = match(said, reader=reader, among=sisters - before.told, context=before.said)
    if own.explained < _SISTER or own.best is None:
        return None
    every = match(said, reader=reader, among=sisters, context=before.said) if before.told else own
    if every.best in before.told and own.best not in every.rivals:
        return None  # "tuyển công chức thi tuyển 2, xét tuyển 3": the same row is called once more
    nearest = _nearest(own.rivals, said, before, reader)
    if nearest is None:
        return None
    first = sorted(own.candidates, key=lambda each: each.indicator != nearest)
    return replace(own, candidates=tuple(first), rivals=(nearest,))


def _nearest(rivals: Sequence[IndicatorId], said: Collection[str], before: Before, reader: Reader) -> IndicatorId | None:
    """The sister that says least beyond what was said now and what the value before is called; None when two do."""
    heard = {*said, *before.said, *reader.known[before.row].core}
    sayings = {*said, *before.said}
    if any(is_undecided(reader.known[one], reader.known[other], sayings, reader) for one, other in combinations(rivals, 2)):
        return None  # "cấp phòng" of the office or of the units below it
    more = sorted((sum(map(reader.weight, sorted(reader.known[row_id].label - heard))), row_id) for row_id in rivals)
    if len(more) > 1 and any(_is_apart(more[0][1], other, heard, reader) for _, other in more[1:]):
        return None  # "vb đi 500, điện tử 450": with paper beside it, or without
    return more[0][1] if len(more) == 1 or more[1][0] - more[0][0] > _LESS_SAID * reader.heaviest else None


def _says_less(sister: Found, said: Collection[str], before: Before, reader: Reader) -> bool:
    """Whether a deciding word of the sister was said neither now nor before."""
    if sister.best is None:
        return False
    unsaid = reader.known[sister.best].core.difference(said, before.said, reader.lexicon.hints, reader.lexicon.faint)
    return any(name in reader.lexicon.opposites for name in unsaid)


def _is_apart(one: IndicatorId, other: IndicatorId, heard: Collection[str], reader: Reader) -> bool:
    """Whether nobody said what the first row says beyond the other, though that is no little."""
    more = reader.known[one].label - reader.known[other].label - reader.lexicon.faint
    return not more.issubset(heard) and sum(map(reader.weight, sorted(more.difference(heard)))) > reader.heaviest * _LESS_SAID


def _leaves_out(sister: Found, alone: Found, before: Before, reader: Reader) -> bool:
    """Whether the sister's words that were not said now were said before: "bổ nhiệm lãnh đạo cấp sở 1, cấp phòng 2"."""
    if sister.best is None or alone.best is None:
        return False
    carried = set(before.said) & reader.known[sister.best].core
    return bool(carried - reader.known[alone.best].core)


def _both(one: Found, other: Found) -> Found:
    """Two readings to be asked."""
    rivals = tuple(dict.fromkeys((*one.rivals, *other.rivals)))
    known = {each.indicator: each for each in (*other.candidates, *one.candidates)}
    first = [known.get(row_id, Candidate(row_id, other.score)) for row_id in rivals]
    rest = [each for each in known.values() if each.indicator not in rivals]
    return replace(other, candidates=(*first, *rest), rivals=rivals)


def are_sisters(one: IndicatorId, other: IndicatorId, reader: Reader) -> bool:
    """Whether two rows stand under one heading, or one of them is the heading of the other."""
    parents = reader.catalogue.row(one).parent, reader.catalogue.row(other).parent
    return parents[0] is not None and (parents[0] == parents[1] or other == parents[0] or one == parents[1])


def is_guessed(asked: EntryValue, values: Sequence[EntryValue], said: Sequence[str], before: Before, reader: Reader) -> bool:
    """Whether a row is only known as a sister of one that is itself asked for, among rows of several headings."""
    headings = {reader.catalogue.row(each.indicator).parent for each in asked.candidates}
    if before.is_sure or len(headings) == 1:
        return False
    rows = [value.indicator for value in values if value.certain and value.indicator is not None]
    if not any(are_sisters(before.row, row, reader) for row in rows):
        return False
    alone = match([name for name in said if not is_unknown(name)], reader=reader)
    return not (alone.is_alone and alone.best in rows)
