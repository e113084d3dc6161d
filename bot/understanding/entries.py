"""Values somebody wants stored. A write is certain or it is asked: a row that fits nearly as well is always named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.domain.catalogue import IndicatorId, RowKind, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.answers import content, find_answers
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.fractions import read_pair
from bot.understanding.lexicon import is_foreign, is_unknown
from bot.understanding.matching import NOTHING, Found, match
from bot.understanding.message import Message
from bot.understanding.named import is_named
from bot.understanding.notes import find_notes
from bot.understanding.number_mentions import Kind
from bot.understanding.numbers import read_figure
from bot.understanding.pieces import Piece, cut
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue
from bot.understanding.spots import Spot, find_spots
from bot.understanding.syllables import PLAIN_SYLLABLES

_CERTAIN = 0.66  # score from which a row is written without a question
_EXPLAINED = 0.74  # share of the words that it must explain
_ASKED = 0.42  # score from which a row is worth asking about
_WORTH_ASKING = 0.55  # and share of the words that it must explain: "họp phòng 3 tầng 2" is none of ours
_SISTER = 0.9  # share of the words that a row of the same heading must explain
_AS_WELL = 0.93  # share of another row's explanation that makes a sister fit as well
_LESS_SAID = 0.25  # of the heaviest word: by how much one sister must leave less unsaid than the others
_DONE = frozenset(["thuc", "hien", "dat", "duoc", "lam", "xong", "da", "roi"])
_AND = frozenset(["va", "thi", "con"])
_ANSWERS_AS_WELL = 0.9  # share of the best row's score that the row answered in words must reach
_CHOICES = 5
_SHORT_CODE = 4  # letters: a longer abbreviation with a slip is no other


@dataclass(frozen=True, slots=True)
class _Before:
    """The value before in the same message: its row and what was said to call it."""

    row: IndicatorId
    said: tuple[str, ...]
    is_sure: bool  # else only the likeliest row: what follows must not depend on it


def read_values(message: Message, reader: Reader, *, answers: bool) -> tuple[EntryValue, ...]:
    """The values of a message. `answers`: words such as "có", "chưa", "không phát sinh" may be values too."""
    spots = find_spots(message)
    notes = find_notes(message, after=[message.words[spot.last - 1].end for spot in spots])
    spots = tuple(spot for spot in spots if not any(note.start <= message.words[spot.first].start < note.end for note in notes))
    if answers:
        held = tuple(spot for spot in find_answers(message, spots, reader))
        held = tuple(
            spot for spot in held if not any(note.start <= message.words[spot.first].start < note.end for note in notes)
        )
        if held:
            spots = tuple(sorted((*spots, *held), key=lambda spot: spot.first))
            notes = find_notes(message, after=[message.words[spot.last - 1].end for spot in spots])
    found: list[EntryValue] = []
    before: _Before | None = None
    for piece in cut(message, spots, notes):
        values, said = _values(piece, message, reader, before)
        found.extend(values or _unplaced(piece, message, reader))
        likeliest = next((value.indicator or next(iter(_ids(value)), None) for value in reversed(values)), None)
        if likeliest is not None:
            before = _Before(likeliest, said, is_sure=values[-1].indicator is not None)
    return tuple(found) if any(value.candidates or value.indicator for value in found) else ()


def _unplaced(piece: Piece, message: Message, reader: Reader) -> list[EntryValue]:
    """A number behind words of its own that call no row ("xyz 7"): it is named, not dropped."""
    places = [place for place in piece.label if place < piece.spot.first and message.words[place].folded.isalpha()]
    if piece.spot.in_words or piece.spot.kind is not Kind.NUMBER or not places or not message.said_at(places, reader):
        return []
    text = " ".join(message.words[place].text for place in places)
    any_count = next(row for row in reader.catalogue.indicators if row.type is ValueType.COUNT)
    figure = read_figure(piece.spot.meant, any_count)
    if not isinstance(figure, Figure):
        return []
    return [EntryValue(None, (), certain=False, figure=figure, fault=None, note=piece.note, raw=piece.spot.raw, text=text)]


def _ids(value: EntryValue) -> list[IndicatorId]:
    return [each.indicator for each in value.candidates]


def _values(
    piece: Piece, message: Message, reader: Reader, before: _Before | None
) -> tuple[Sequence[EntryValue], tuple[str, ...]]:
    """One value, or the two of a fraction; and what was said to call it."""
    said = (content if piece.spot.in_words else Message.said_at)(message, piece.label, reader)
    header = tuple(name for name in message.said_at(piece.header, reader) if not is_unknown(name))
    text = " ".join(message.words[place].text for place in (*piece.header, *piece.label))
    names = (*header, *said)
    if piece.spot.kind is Kind.FRACTION:
        family = reader.catalogue.row(before.row).parent if before is not None else None
        is_clear = _is_clear(piece, message, reader, is_first=before is None)
        return read_pair(piece, names, text, family, reader, is_clear=is_clear), names
    result = _result(piece, message, before, reader)
    found = result or _found(
        said, header, before if piece.goes_on or not header else None, _rows_for(piece.spot, reader), reader
    )
    if result is None and not is_named(found, names, reader):
        return [], names
    if piece.spot.in_words and _is_about_another(found, said, reader):
        return [], names
    if piece.spot.is_doubtful or (result is None and not _is_clear(piece, message, reader, is_first=before is None)):
        found = replace(found, explained=min(found.explained, _WORTH_ASKING))
    value = _value(found, piece, text, reader)
    return ([value] if value is not None else []), names


def _is_clear(piece: Piece, message: Message, reader: Reader, *, is_first: bool) -> bool:
    """Whether the words that decide were understood: the heading's, an answer's, and those beside a number ("wuý 3").

    One syllable names no row on its own, nor do words that were all mended: another one may have been meant. Values that follow
    another (`is_first` False) may be called by less.
    """
    spot = piece.spot
    beside = [place for place in (spot.first - 1, spot.last) if 0 <= place < len(message.words)]
    if any(message.words[place].is_doubtful for place in {*beside}.difference(piece.label, piece.header)):
        return False  # "2 ngà 3 trăm": it may belong to the number
    calling: list[bool] = []  # whether each word that calls the row stands as it was typed
    is_code = False
    for places in (piece.header, piece.label):
        words = [message.words[place].folded for place in places]
        tokens = reader.lexicon.tokens(words)
        foreign = {token.first for token in tokens if is_foreign(token.name)}
        understood = {number for token in tokens if not is_unknown(token.name) for number in range(token.first, token.last)}
        for number, place in enumerate(places):
            is_counted = place == spot.last and words[number] in COUNT_NOUNS
            decides = places is piece.header or spot.in_words or place in beside
            is_known = reader.lexicon.is_known(words[number]) and not message.words[place].is_doubtful
            is_strange = not is_counted and (number in foreign or not (number in understood or is_known))
            if decides and is_strange and words[number].isalpha():
                return False
            if number in understood and is_known and words[number].isalpha():
                is_typed = message.is_typed(place, place + 1)
                calling.append(is_typed)
                is_code = is_code or (words[number] not in PLAIN_SYLLABLES and (is_typed or len(words[number]) > _SHORT_CODE))
    return bool(calling) and (not is_first or is_code or (any(calling) and len(calling) > 1))


def _is_about_another(found: Found, said: tuple[str, ...], reader: Reader) -> bool:
    """Whether a yes or no would go to a row although another is named better: "máy tính em bị hư rồi"."""
    if found.best is None or reader.catalogue.row(found.best).type is not ValueType.FLAG:
        return False
    return match(said, reader=reader, headings=False).score * _ANSWERS_AS_WELL > found.score


def _result(piece: Piece, message: Message, before: _Before | None, reader: Reader) -> Found | None:
    """The result of the plan before, called by a bare "thực hiện" or "đạt": "chỉ tiêu 5, thực hiện 5"."""
    words = {message.words[place].folded for place in piece.label}
    if before is None or not piece.goes_on or not words & _DONE or words - _DONE - _AND:
        return None
    results = [part for part, whole in reader.wholes.items() if whole == before.row]
    if len(results) != 1 or reader.catalogue.row(results[0]).type is not reader.catalogue.row(before.row).type:
        return None
    return Found((Candidate(results[0], 1.0),), (results[0],), 1.0)


def _rows_for(spot: Spot, reader: Reader) -> Collection[IndicatorId]:
    """Indicators that may take the value: a percent sign is only for percents, an answer in words for rows that it answers."""
    rows = reader.catalogue.indicators
    if spot.in_words and spot.kind is not Kind.GARBLED:
        return {row.id for row in rows if isinstance(read_figure(spot.meant, row), Figure)}
    return {row.id for row in rows if row.type is ValueType.PERCENT or not spot.is_percent}


def _found(
    said: tuple[str, ...], header: tuple[str, ...], before: _Before | None, among: Collection[IndicatorId], reader: Reader
) -> Found:
    """What a label means: under its header if there is one, else as a sister of the value before, else alone."""
    if header and said:
        under = match((*header, *said), reader=reader, among=among)
        if under.is_alone and under.explained >= _EXPLAINED:
            return under
    else:
        under = NOTHING
    alone = match(said or header, reader=reader, among=among)
    if under.explained >= _EXPLAINED:
        alone = under
    sister = _sister(said, before, among, reader) if before is not None else None
    if before is None or sister is None or (alone.is_alone and alone.best == sister.best):
        return alone
    if not before.is_sure:
        return _both(sister, alone)
    if sister.best in alone.rivals or alone.best is None or alone.score < _CERTAIN:
        return sister
    return sister if _leaves_out(sister, alone, before, reader) else _both(sister, alone)


def _sister(said: tuple[str, ...], before: _Before, among: Collection[IndicatorId], reader: Reader) -> Found | None:
    """The one row under the heading of the value before that what is said fits, with the words it leaves out."""
    family = reader.catalogue.row(before.row).parent
    if family is None or not said:
        return None
    sisters = {row.id for row in reader.catalogue.below(family)} & set(among)
    if before.is_sure:
        sisters.discard(before.row)
    own = match(said, reader=reader, among=sisters, context=before.said)
    if own.explained < _SISTER or own.best is None:
        return None
    nearest = _nearest(own.rivals, said, before, reader)
    if nearest is None:
        return None
    first = sorted(own.candidates, key=lambda each: each.indicator != nearest)
    return replace(own, candidates=tuple(first), rivals=(nearest,))


def _nearest(rivals: Sequence[IndicatorId], said: Collection[str], before: _Before, reader: Reader) -> IndicatorId | None:
    """The sister that says least beyond what was said now and what the value before is called; None when two do."""
    heard = {*said, *before.said, *reader.known[before.row].core}
    more = sorted((sum(map(reader.weight, reader.known[row_id].label - heard)), row_id) for row_id in rivals)
    return more[0][1] if len(more) == 1 or more[1][0] - more[0][0] > _LESS_SAID * reader.heaviest else None


def _leaves_out(sister: Found, alone: Found, before: _Before, reader: Reader) -> bool:
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


def _value(found: Found, piece: Piece, text: str, reader: Reader) -> EntryValue | None:
    """The value for the row that was found, certain or with the rows to choose among."""
    if found.best is None or found.score < _ASKED or found.explained < _WORTH_ASKING:
        return None
    raw, note = piece.spot.raw, piece.note
    figures = {row_id: read_figure(piece.spot.meant, reader.catalogue.row(row_id)) for row_id in found.rivals}
    readable = [row_id for row_id, figure in figures.items() if isinstance(figure, Figure)]
    best = readable[0] if readable else found.best
    figure = figures.get(best, Fault.NOT_A_NUMBER)
    if isinstance(figure, Fault):
        if piece.spot.in_words and (found.score < _CERTAIN or found.explained < _EXPLAINED):
            return None
        return EntryValue(
            best, found.candidates[:_CHOICES], certain=False, figure=None, fault=figure, note=note, raw=raw, text=text
        )
    is_one = found.is_alone or (piece.spot.in_words and len(readable) == 1)
    if is_one and found.score >= _CERTAIN and found.explained >= _EXPLAINED:
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
