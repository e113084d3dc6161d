"""Values somebody wants stored. A write is certain or it is asked: a row that fits nearly as well is always named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.catalogue import IndicatorId, RowKind, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.answers import content, find_answers
from bot.understanding.called_by_little import is_stranger, may_go_on, tells_nothing_new
from bot.understanding.clarity import is_all_answer, is_among, is_clear, is_nearly_called
from bot.understanding.disputes import asked, is_taken_back, repeats, repeats_answer, uncontested, undisputed
from bot.understanding.fractions import read_pair, said_of
from bot.understanding.half_questions import asks_of_number, may_ask_whether
from bot.understanding.lacking import is_handed_in, lacks_something
from bot.understanding.legible import odd_places
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import Found, match
from bot.understanding.message import Message
from bot.understanding.named import counts_another, flag_done, is_denied, is_named, is_undone
from bot.understanding.notes import Note, find_notes
from bot.understanding.number_mentions import Kind
from bot.understanding.number_slips import may_correct
from bot.understanding.numbers import read_figure
from bot.understanding.parts_told import holds_another, is_part, may_hold
from bot.understanding.people import of_people
from bot.understanding.pieces import Lean, Piece, cut, runs
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue
from bot.understanding.results import SHARE, rate_of, result_of
from bot.understanding.sisters import (
    Before,
    are_sisters,
    find_row,
    is_guessed,
    rows_taking,
    under_before,
    under_earlier,
    under_head,
)
from bot.understanding.spots import Spot, find_spots
from bot.understanding.things_counted import counts_otherwise, is_share_or_count
from bot.understanding.told_on import told_on

_ANSWERS_AS_WELL = 0.9  # share of the best row's score that the row answered in words must reach
_CHOICES, _MOST_CUT = 5, 24  # values of a message that is cut otherwise, too: more are a paste
_DONE_SAID = "hoanthanh"
_SHARE_SAID = "tyle"
_CALLED_WHOLLY = 0.98  # share of the words that the row counted must explain
_CALLED = 0.85  # score of a row that an answer names with nothing beside it: "phiếu giấy", "đã kết nối" may answer others


def read_values(message: Message, reader: Reader, *, answers: bool) -> tuple[EntryValue, ...]:
    """The values of a message. `answers`: words such as "có", "chưa", "không phát sinh" may be values too."""
    spots = find_spots(message)
    notes = find_notes(message, spots, reader)
    if answers:
        held = find_answers(message, _outside(spots, notes, message), reader)
        spots = tuple(sorted((*spots, *_outside(held, notes, message)), key=lambda spot: spot.first))
        notes = find_notes(message, spots, reader)
    spots = _outside(spots, notes, message)
    pieces = cut(message, spots, notes, reader)
    found = _read(pieces, message, reader, None)
    if len(pieces) == len(found) == 1 and found[0].certain:
        found = [_of_all_said(found[0], pieces[0], notes, message, reader)]
    family = _family(found, reader)
    if family is not None and not all(value.certain for value in found):
        found = _read(pieces, message, reader, family)
    if len(spots) <= _MOST_CUT and runs(message, spots):
        found = _cut_otherwise(found, message, spots, notes, reader)
    if asks_of_number(message, spots):
        found = [asked(value) for value in found]  # "có 50 hồ sơ không, khen thưởng có"
    return tuple(undisputed(found, message, reader)) if any(value.candidates or value.indicator for value in found) else ()


def _cut_otherwise(
    found: Sequence[EntryValue], message: Message, spots: Sequence[Spot], notes: Sequence[Note], reader: Reader
) -> list[EntryValue]:
    """The values, to be asked where the words between two numbers may be the other's: "chi cục 2 phòng trong chi cục 6"."""
    leans = (Lean.BEFORE, Lean.BEHIND)
    return uncontested(found, [_read(cut(message, spots, notes, reader, lean), message, reader, None) for lean in leans])


def _of_all_said(value: EntryValue, piece: Piece, notes: Sequence[Note], message: Message, reader: Reader) -> EntryValue:
    """The only value, to be asked when a clause behind it tells of another row: "3 việc tỉnh giao, xong nhưng quá hạn"."""
    other = told_on(value, piece, notes, message, reader)
    if other is None:
        return value
    fits = isinstance(read_figure(piece.spot.meant, reader.catalogue.row(other.indicator)), Figure)
    return replace(asked(value), candidates=(other, *value.candidates) if fits else value.candidates)


def _read(pieces: Sequence[Piece], message: Message, reader: Reader, family: IndicatorId | None) -> list[EntryValue]:
    """The values of the pieces in order. `family`: the heading of all that is certain."""
    found: list[EntryValue] = []
    before: Before | None = None
    sure: Before | None = None  # the last one that is
    odd = odd_places(message.text)
    for number, piece in enumerate(pieces):
        is_joined = piece.on_line or (number == 0 and len(pieces) > 1 and pieces[1].on_line)
        values, said = _values(piece, message, reader, before, family if is_joined else None, sure if piece.on_line else None)
        if odd and is_among(odd, piece, message):
            values = [asked(value) for value in values]  # nobody typed these lines: they may hold other words
        is_withdrawn = piece.spot.in_words and is_taken_back(message, piece.spot, pieces[number + 1 :])
        if is_withdrawn or (len(pieces) == 1 and may_ask_whether(piece, message, reader, values)):
            values = [asked(value) for value in values]  # "đã thẩm định, chưa ban hành"
        if found and is_share_or_count(found[-1], values, message, piece, reader):
            values = [asked(value) for value in values]  # "hồ sơ nhận 50 đúng hạn 48"
        if found and is_part(pieces, number, message) and not may_hold(found[-1], values, said, piece, message, reader):
            found, values = [*found[:-1], asked(found[-1])], [asked(value) for value in values]  # "phòng 10 trong đó chi cục 3"
        if before is not None and found and is_guessed(found[-1], values, said, before, reader):
            values = [asked(value) for value in values]  # "tỉnh giao 5 xong 4": 5 of what?
        if number and piece.on_line and may_correct(message, pieces[number - 1].spot.last, piece.spot.first, reader):
            found, values = [*found[:-1], *map(asked, found[-1:])], [asked(value) for value in values]
        is_said_again = bool(found) and piece.on_line and len(piece.label) <= 1 and repeats_answer(found[-1], piece, reader)
        unplaced = [] if values or is_said_again else _unplaced(piece, message, reader)
        is_lost = not (values or unplaced) and found and piece.on_line and piece.spot.kind is Kind.NUMBER
        if is_lost and not repeats(found[-1], piece, reader):  # "38, hầm 39" may be "38, nhầm 39"; "25 - 30" is a range
            found[-1] = asked(found[-1])
        found.extend(values or unplaced)
        placed = [value for value in values if value.indicator or _ids(value)]
        likeliest = _likeliest(placed[-1], before, reader) if placed else None
        if likeliest is not None:
            is_sure = values[-1].indicator is not None
            if before is not None and is_sure and are_sisters(before.row, likeliest, reader):
                said = tuple(dict.fromkeys((*before.said, *said)))
            told = sure.told | {likeliest} if sure is not None else frozenset({likeliest})
            before = Before(likeliest, said, is_sure=is_sure, told=told if is_sure else told - {likeliest})
            sure = before if is_sure else sure
    return found


def _likeliest(value: EntryValue, before: Before | None, reader: Reader) -> IndicatorId:
    """The row of a value; of one that is asked rather a sister of the row before: a list mostly stays under its heading."""
    if value.indicator is not None:
        return value.indicator
    sisters = (each for each in _ids(value) if before is not None and are_sisters(before.row, each, reader))
    return next(sisters, _ids(value)[0])


def _family(values: Sequence[EntryValue], reader: Reader) -> IndicatorId | None:
    """The one heading of all values that are certain: it decides between rows that were called alike."""
    rows = [reader.catalogue.row(value.indicator) for value in values if value.certain and value.indicator is not None]
    families = {row.parent for row in rows}
    return next(iter(families)) if len(families) == 1 else None


def _outside(spots: Sequence[Spot], notes: Sequence[Note], message: Message) -> tuple[Spot, ...]:
    """Values that no note holds."""
    return tuple(spot for spot in spots if not any(note.holds(message.words[spot.first].start) for note in notes))


def _unplaced(piece: Piece, message: Message, reader: Reader) -> list[EntryValue]:
    """A number behind words of its own that call no row ("xyz 7"), a share behind nothing: it is named, not dropped."""
    places = [place for place in piece.label if place < piece.spot.first and message.words[place].folded.isalpha()]
    is_share = piece.spot.is_percent and not {message.words[place].folded for place in places} - SHARE
    if piece.spot.in_words or piece.spot.kind is not Kind.NUMBER or not (places or is_share):
        return []
    if not is_share and not message.said_at(places, reader) and message.is_typed(places[0], places[-1] + 1):
        return []  # "rồi 39": said by anybody; what was mended may have been more
    said = " ".join(message.words[place].text for place in places)
    kind, text = (ValueType.PERCENT, f"{said} {piece.spot.raw}".strip()) if is_share else (ValueType.COUNT, said)
    figure = read_figure(piece.spot.meant, next(row for row in reader.catalogue.indicators if row.type is kind))
    if not isinstance(figure, Figure):
        return []
    return [EntryValue(None, (), certain=False, figure=figure, fault=None, note=piece.note, raw=piece.spot.raw, text=text)]


def _ids(value: EntryValue) -> list[IndicatorId]:
    return [each.indicator for each in value.candidates]


def _values(
    piece: Piece,
    message: Message,
    reader: Reader,
    before: Before | None,
    family: IndicatorId | None,
    earlier: Before | None,
) -> tuple[Sequence[EntryValue], tuple[str, ...]]:
    """One value, or the two of a fraction; and what was said to call it."""
    said = (content if piece.spot.in_words else Message.said_at)(message, piece.label, reader)
    if piece.spot.is_percent and said and _SHARE_SAID not in said:
        said = (*said, _SHARE_SAID)
    header = tuple(name for name in message.said_at(piece.header, reader) if not is_unknown(name))
    text = " ".join(message.words[place].text for place in (*piece.header, *piece.label))
    names = (*header, *said)
    if piece.spot.kind is Kind.FRACTION:
        above = reader.catalogue.row(before.row).parent if before is not None else family
        is_understood = is_clear(piece, message, reader, is_first=before is None)
        return read_pair(piece, said_of(piece, header, message, reader), text, above, reader, is_clear=is_understood), names
    result = rate_of(piece, message, before, reader) or result_of(piece, message, before, reader)
    found = result or find_row(said, header, before if piece.goes_on or not header else None, message, reader, piece)
    among = rows_taking(piece.spot, message, reader)
    found = of_people(found, names, (*piece.header, *piece.label), message, reader, among)
    if result is None and not (found.is_alone and found.explained >= reader.thresholds.store_explained):
        found = _counted(found, piece, said, header, message, reader)
    found = _of_family(found, family)
    if result is None:
        found = under_head(found, said, header or message.said_at(piece.head, reader), among, reader)
        found = under_before(found, said, before, reader) if piece.on_line else found
        if before is not None and not before.is_sure and not header:
            found = under_earlier(found, said, earlier, among, reader)
        if not is_named(found, names, reader):
            return [], names
    if not piece.spot.in_words and is_undone(found, (*piece.header, *piece.label), message, reader):
        return [], names
    if piece.spot.in_words and _is_about_another(found, said, reader):
        return [], names
    is_understood = result is not None or (
        is_clear(piece, message, reader, is_first=before is None, row=found.best)
        and not counts_another(found, (*piece.header, *piece.label), message, reader)
    )
    is_understood = is_understood and not (
        _is_denied(found, piece, message, reader)
        or is_stranger(found, said, before, piece, reader)
        or tells_nothing_new(found, said, before, piece, reader)
        or may_go_on(found, said, before, piece, reader)
        or counts_otherwise(found, piece, message, reader)
        or lacks_something(found, piece, message, reader)
        or is_handed_in(found, piece, message, reader)
        or holds_another(found, piece, reader)
    )
    if piece.spot.in_words and is_nearly_called(found, among):
        is_understood = False
    if piece.spot.is_doubtful or not is_understood or (found.score < _CALLED and is_all_answer(piece)):
        found = replace(found, explained=min(found.explained, reader.thresholds.ask_explained))
    value = _value(found, piece, text, reader)
    return ([value] if value is not None else []), names


def _is_denied(found: Found, piece: Piece, message: Message, reader: Reader) -> bool:
    """Whether a number stands beside what its row does not count: "5 người chưa đổi ghế"; a nought only says so."""
    is_number = not piece.spot.in_words and piece.spot.raw.strip() != "0"
    return is_number and is_denied(found, (*piece.header, *piece.label), message, reader)


def _counted(
    found: Found, piece: Piece, said: tuple[str, ...], header: tuple[str, ...], message: Message, reader: Reader
) -> Found:
    """Without "làm được" where the rest calls one row by what is counted: "số phiếu khảo sát, bên em làm được 120 phiếu"."""
    behind = message.said_at((place for place in piece.label if place >= piece.spot.last), reader)
    rest = tuple(name for name in (*header, *said) if name not in {_DONE_SAID, *reader.lexicon.hints})
    if piece.spot.in_words and _DONE_SAID in said:
        return flag_done(rest, rows_taking(piece.spot, message, reader), reader) or found
    if _DONE_SAID not in said or not behind or len(set(rest)) == len(set(behind)):
        return found
    other = match(rest, reader=reader, among=rows_taking(piece.spot, message, reader))
    if other.best is None or not reader.known[other.best].own.issuperset(behind):
        return found
    return other if other.is_alone and other.explained >= _CALLED_WHOLLY and is_named(other, rest, reader) else found


def _of_family(found: Found, family: IndicatorId | None) -> Found:
    """Of rows that fit equally the one whose parts the rest of the message gives: "tham mưu 5: đúng tiến độ 3, …"."""
    if family is None or found.is_alone or family not in found.rivals:
        return found
    order = sorted(found.candidates, key=lambda each: each.indicator != family)
    return replace(found, candidates=tuple(order), rivals=(family,))


def _is_about_another(found: Found, said: tuple[str, ...], reader: Reader) -> bool:
    """Whether a yes or no would go to a row although another is named better: "máy tính em bị hư rồi"."""
    if found.best is None or reader.catalogue.row(found.best).type is not ValueType.FLAG:
        return False
    return match(said, reader=reader, headings=False).score * _ANSWERS_AS_WELL > found.score


def _value(found: Found, piece: Piece, text: str, reader: Reader) -> EntryValue | None:
    """The value for the row that was found, certain or with the rows to choose among."""
    least = reader.thresholds
    if found.best is None or found.score < least.ask or found.explained < least.ask_explained:
        return None
    raw, note = piece.spot.raw, piece.note
    figures = {row_id: read_figure(piece.spot.meant, reader.catalogue.row(row_id)) for row_id in found.rivals}
    readable = [row_id for row_id, figure in figures.items() if isinstance(figure, Figure)]
    best = readable[0] if readable else found.best
    figure = figures.get(best, Fault.NOT_A_NUMBER)
    if isinstance(figure, Fault):
        if piece.spot.in_words and (found.score < least.store or found.explained < least.store_explained):
            return None
        return EntryValue(
            best, found.candidates[:_CHOICES], certain=False, figure=None, fault=figure, note=note, raw=raw, text=text
        )
    is_one = found.is_alone or (piece.spot.in_words and len(readable) == 1)
    if is_one and found.score >= least.store and found.explained >= least.store_explained:
        offered: tuple[Candidate, ...] = (Candidate(best, found.score),)
        return EntryValue(best, offered, certain=True, figure=figure, fault=None, note=note, raw=raw, text=text)
    choices = found.rivals if len(found.rivals) > 1 else [each.indicator for each in found.candidates]
    offered = _offered(choices, found, piece.spot.meant, reader)
    return EntryValue(None, offered, certain=False, figure=figure, fault=None, note=note, raw=raw, text=text)


def _offered(choices: Sequence[IndicatorId], found: Found, raw: str, reader: Reader) -> tuple[Candidate, ...]:
    """Up to five rows to choose among that would take the value."""
    scores = {each.indicator: each.score for each in found.candidates}
    rows = [reader.catalogue.row(row_id) for row_id in choices]
    fitting = [row.id for row in rows if row.kind is RowKind.INDICATOR and isinstance(read_figure(raw, row), Figure)]
    return tuple(Candidate(row_id, scores.get(row_id, found.score)) for row_id in fitting[:_CHOICES])
