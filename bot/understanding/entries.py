"""Values somebody wants stored: pieces of a message, each with what it is called, its value and its note."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.domain.catalogue import CatalogueRow, IndicatorId, RowKind, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import NOTHING, Found, match
from bot.understanding.message import Message
from bot.understanding.notes import Note, find_notes
from bot.understanding.numbers import read_figure, read_fraction
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue
from bot.understanding.spots import Spot, SpotKind, find_spots

_CERTAIN = 0.66  # score from which a row is written without a question
_EXPLAINED = 0.74  # share of the words that it must explain
_ASKED = 0.42  # score from which a row is worth asking about
_SISTER = 0.9  # share of the words that a row of the same heading must explain
_CLEAR = 0.95  # score of a row that needs no family
_CLEARLY = 0.03  # by how much the best pair of a fraction must lead
_CHOICES = 5
_JOINERS = frozenset({"va", "voi", "con", "cung"})
_ANSWERS = frozenset(
    {
        "co",
        "khong",
        "ko",
        "k",
        "hong",
        "hok",
        "chua",
        "da",
        "roi",
        "tot",
        "nghiem",
        "truc",
        "phat",
        "ket",
        "online",
        "phieu",
        "ca",
        "dang",
        "bi",
        "vi",
    }
)
_BREAK = re.compile(r"[,;\n\t]|\s[-–—/|]\s|^[-–—•*+]\s")
_HEADER = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with the words that call it: `label` are places of words, `header` of words that head the line."""

    spot: Spot
    label: tuple[int, ...]
    header: tuple[int, ...]
    note: str | None


def read_values(message: Message, reader: Reader, *, answers: bool) -> tuple[EntryValue, ...]:
    """The values of a message. `answers`: words such as "có", "chưa", "không phát sinh" may be values too."""
    spots = find_spots(message, inside=message.free)
    if answers:
        spots = _with_answers(message, spots, reader)
    notes = find_notes(message, after=[message.words[spot.last - 1].end for spot in spots])
    spots = tuple(spot for spot in spots if not any(_inside(message, spot, note) for note in notes))
    found: list[EntryValue] = []
    previous: IndicatorId | None = None
    said_before: tuple[str, ...] = ()
    for piece in _pieces(message, spots, notes):
        values, said_before = _values(piece, message, reader, previous, said_before)
        for value in values:
            found.append(value)
            if value.indicator is not None:
                previous = value.indicator
    return tuple(found)


def _inside(message: Message, spot: Spot, note: Note) -> bool:
    return note.start <= message.words[spot.first].start < note.end


def _pieces(message: Message, spots: Sequence[Spot], notes: Sequence[Note]) -> list[Piece]:
    """Cut the words between values: each belongs to the value before or behind it."""
    words = message.words
    free = [place for place in message.free if not any(note.start <= words[place].start < note.end for note in notes)]
    pieces: list[Piece] = []
    header: tuple[int, ...] = ()
    begin = 0
    for number, spot in enumerate(spots):
        following = spots[number + 1].first if number + 1 < len(spots) else len(words)
        end = _end_of_piece(message, spot, following)
        label = [place for place in free if begin <= place < end and not spot.first <= place < spot.last]
        new_header, label = _split_header(message, label, spot, begin)
        if new_header is not None:
            header = new_header
        elif begin == 0 or any("\n" in words[place].gap for place in range(begin, spot.first + 1) if place > 0):
            header = header if _continues_header(message, begin, spot) else header
        last_char = words[spot.last - 1].end
        next_char = words[spots[number + 1].first].start if number + 1 < len(spots) else len(message.text)
        note = next((each.text for each in notes if last_char <= each.start < next_char), None)
        pieces.append(Piece(spot, tuple(label), header, note))
        begin = end
    return pieces


def _continues_header(message: Message, begin: int, spot: Spot) -> bool:
    return begin < spot.first and bool(message.words)


def _split_header(message: Message, label: list[int], spot: Spot, begin: int) -> tuple[tuple[int, ...] | None, list[int]]:
    """Words before a colon that is not the value's own head the rest: "bcci: hs tiếp nhận 45"; so does a line of its own."""
    words = message.words
    before = [place for place in label if place < spot.first]
    cut = None
    for position, place in enumerate(before):
        if position and (_HEADER.search(words[place].gap) or "\n" in words[place].gap):
            cut = position
    if cut is None or not before[cut:]:
        return None, label
    rest = before[cut:] + [place for place in label if place >= spot.last]
    return tuple(before[:cut]), rest


def _end_of_piece(message: Message, spot: Spot, following: int) -> int:
    """The word that begins the next piece: behind a comma, a line break or "và"; else right behind the counted noun."""
    words = message.words
    for place in range(spot.last, following):
        if _BREAK.search(words[place].gap) or (words[place].folded in _JOINERS and following < len(words)):
            return place
    if following == len(words):
        return following
    if _BREAK.search(words[following].gap):
        return following
    nouns = spot.last
    while nouns < following and words[nouns].folded in COUNT_NOUNS:
        nouns += 1
    return nouns if nouns < following else spot.last


def _with_answers(message: Message, spots: Sequence[Spot], reader: Reader) -> tuple[Spot, ...]:
    """Add answers in words at the end of clauses that hold no number."""
    words = message.words
    free = set(message.free)
    found = list(spots)
    clauses = _clauses(message)
    for number, (first, last) in enumerate(clauses):
        if any(first <= spot.first < last for spot in spots):
            continue
        if number and any(spot.last == first for spot in found) and not _can_answer(words[first].folded):
            continue
        spot = _answer_in(message, first, last, free, reader, has_values=bool(spots))
        if spot is not None:
            found.append(spot)
    return tuple(sorted(found, key=lambda spot: spot.first))


def _can_answer(folded: str) -> bool:
    return folded in _ANSWERS


def _clauses(message: Message) -> list[tuple[int, int]]:
    """Word ranges between commas, semicolons and line breaks."""
    words = message.words
    starts = [place for place in range(len(words)) if place == 0 or re.search(r"[,;\n\t]", words[place].gap)]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _answer_in(message: Message, first: int, last: int, free: set[int], reader: Reader, *, has_values: bool) -> Spot | None:
    """The longest end of a clause that answers the row its beginning names; behind a colon, anything."""
    words = message.words
    label_before = [place for place in message.free if place < first]
    for start in range(first, last):
        if start not in free:
            continue
        behind_colon = start > 0 and ":" in words[start].gap or "=" in words[start].gap
        if not behind_colon and words[start].folded not in _ANSWERS:
            continue
        label = [place for place in range(first, start) if place in free]
        said = _said(message, label or label_before, reader)
        found = match(said, reader=reader) if said else NOTHING
        if found.best is None or found.score < _ASKED:
            continue
        row = reader.catalogue.row(found.best)
        raw = message.text[words[start].start : words[last - 1].end]
        figure = read_figure(raw, row)
        if isinstance(figure, Figure):
            return Spot(SpotKind.NUMBER, start, last, raw)
        if behind_colon and not _names_something(message, range(start, last), free, reader, row):
            return Spot(SpotKind.BROKEN, start, last, raw)
    if has_values and last - first > 1 and words[last - 1].folded.isalpha() and last - 1 in free:
        return _unreadable_tail(message, first, last, free, reader)
    return None


def _unreadable_tail(message: Message, first: int, last: int, free: set[int], reader: Reader) -> Spot | None:
    """ "tiếp nhận abc" among other values: a word nobody knows where a number should be."""
    word = message.words[last - 1]
    if reader.lexicon.is_known(word.folded):
        return None
    said = _said(message, [place for place in range(first, last - 1) if place in free], reader)
    found = match(said, reader=reader)
    return (
        Spot(SpotKind.BROKEN, last - 1, last, word.text) if found.score >= _CERTAIN and found.explained >= _EXPLAINED else None
    )


def _names_something(message: Message, places: Collection[int], free: set[int], reader: Reader, row: CatalogueRow) -> bool:
    """Whether words behind a colon call a row rather than say its value."""
    said = [name for name in _said(message, [place for place in places if place in free], reader) if not is_unknown(name)]
    return bool(said) and row.type not in (ValueType.CODE,)


def _said(message: Message, places: Sequence[int], reader: Reader) -> tuple[str, ...]:
    """What the words at these places say."""
    return tuple(token.name for token in reader.lexicon.tokens([message.words[place].folded for place in places]))


def _values(
    piece: Piece, message: Message, reader: Reader, previous: IndicatorId | None, said_before: tuple[str, ...]
) -> tuple[list[EntryValue], tuple[str, ...]]:
    """One value, or the two of a fraction."""
    said = _said(message, piece.label, reader)
    header = tuple(name for name in _said(message, piece.header, reader) if not is_unknown(name))
    among = _rows_for(piece.spot, reader)
    text = " ".join(message.words[place].text for place in (*piece.header, *piece.label))
    fraction = read_fraction(piece.spot.raw) if piece.spot.kind is SpotKind.FRACTION else None
    if piece.spot.kind is SpotKind.FRACTION:
        if fraction is None:
            return [], said
        part, whole = (str(each) for each in (fraction.part, fraction.whole))
        return _of_fraction(said, header, previous, reader, piece, (part, whole), text), (*header, *said)
    found = _found(said, header, previous, said_before, among, reader)
    value = _value(found, piece.spot, piece.note, text, reader)
    return ([value] if value is not None else []), (*header, *said)


def _rows_for(spot: Spot, reader: Reader) -> Collection[IndicatorId]:
    """Indicators only, and a percent sign is only for percents; a heading takes a value when nothing else fits."""
    if "%" in spot.raw or "phần trăm" in spot.raw.lower() or "phan tram" in spot.raw.lower():
        return {row.id for row in reader.catalogue.rows if row.type is ValueType.PERCENT}
    return {row.id for row in reader.catalogue.indicators}


def _found(
    said: tuple[str, ...],
    header: tuple[str, ...],
    previous: IndicatorId | None,
    said_before: tuple[str, ...],
    among: Collection[IndicatorId],
    reader: Reader,
) -> Found:
    """What a label means: under its header if there is one, else alone, else as one of the family of the value before."""
    if header:
        under = match((*header, *said), reader=reader, among=among, context=said_before)
        if under.explained >= _EXPLAINED and said:
            return under
    if previous is None:
        return match(said or header, reader=reader, among=among)
    family = reader.catalogue.row(previous).parent
    alone = match(said, reader=reader, among=among)
    if alone.is_alone and alone.score >= _CLEAR and len(said) > 1:
        return alone
    sisters = {row.id for row in reader.catalogue.below(family)} if family else set()
    inside = match(said, reader=reader, among=sisters & set(among))
    if inside.is_alone and inside.explained >= _SISTER and inside.score >= _CERTAIN:
        return inside
    near = match(said, reader=reader, among=among, family=family, context=said_before)
    around = reader.known[previous].around
    shared = tuple(name for name in said_before if name in around and name not in said)
    joined = match((*shared, *said), reader=reader, among=among, family=family)
    for found in (near, joined):
        if (
            found.best is not None
            and found.is_alone
            and reader.catalogue.row(found.best).parent == family
            and found.explained >= _EXPLAINED
        ):
            return found
    return near if near.best is not None else alone


def _value(found: Found, spot: Spot, note: str | None, text: str, reader: Reader) -> EntryValue | None:
    if found.best is None or found.score < _ASKED:
        return None
    choices = [
        row_id for row_id in found.rivals if reader.catalogue.row(row_id).kind is RowKind.INDICATOR or row_id == found.best
    ]
    readable = [row_id for row_id in choices if isinstance(read_figure(spot.raw, reader.catalogue.row(row_id)), Figure)]
    best = readable[0] if readable else found.best
    figure = Fault.NOT_A_NUMBER if spot.kind is SpotKind.BROKEN else read_figure(spot.raw, reader.catalogue.row(best))
    if spot.kind is SpotKind.BROKEN and isinstance(read := read_figure(spot.raw, reader.catalogue.row(best)), Fault):
        figure = read
    in_words = not any(char.isdigit() for char in spot.raw)
    certain = (
        (len(choices) == 1 or (in_words and len(readable) == 1)) and found.score >= _CERTAIN and found.explained >= _EXPLAINED
    )
    if isinstance(figure, Fault):
        return EntryValue(
            best, found.candidates[:_CHOICES], certain=False, figure=None, fault=figure, note=note, raw=spot.raw, text=text
        )
    if certain:
        return EntryValue(
            best, (Candidate(best, found.score),), certain=True, figure=figure, fault=None, note=note, raw=spot.raw, text=text
        )
    offered = _offered(choices if len(choices) > 1 else [each.indicator for each in found.candidates], found, spot, reader)
    return EntryValue(None, offered, certain=False, figure=figure, fault=None, note=note, raw=spot.raw, text=text)


def _offered(choices: Sequence[IndicatorId], found: Found, spot: Spot, reader: Reader) -> tuple[Candidate, ...]:
    """Up to five rows to choose among that would take the value."""
    scores = {each.indicator: each.score for each in found.candidates}
    rows = [row_id for row_id in choices if isinstance(read_figure(spot.raw, reader.catalogue.row(row_id)), Figure)]
    return tuple(Candidate(row_id, scores.get(row_id, found.score)) for row_id in rows[:_CHOICES])


def _of_fraction(
    said: tuple[str, ...],
    header: tuple[str, ...],
    previous: IndicatorId | None,
    reader: Reader,
    piece: Piece,
    raws: tuple[str, str],
    text: str,
) -> list[EntryValue]:
    """Part and whole: the pair whose two rows together explain the label best."""
    names = (*header, *said)
    total = sum(reader.weight(name) for name in dict.fromkeys(names)) or 1.0
    ranked = []
    for part, whole in reader.wholes.items():
        one, other = reader.known[part], reader.known[whole]
        explained = sum(reader.weight(name) for name in dict.fromkeys(names) if name in one.says | other.says) / total
        if explained < _EXPLAINED:
            continue
        found = match(names, reader=reader, among={part, whole})
        scores = {each.indicator: each.score for each in found.candidates}
        family = 0.1 if previous is not None and reader.catalogue.row(previous).parent == one.row.parent else 0.0
        ranked.append((explained + scores.get(part, 0.0) + 0.3 * scores.get(whole, 0.0) + family, part, whole))
    if not ranked:
        return []
    ranked.sort(key=lambda each: -each[0])
    best = ranked[0]
    certain = len(ranked) == 1 or best[0] - ranked[1][0] > _CLEARLY
    values = []
    for index, raw in enumerate(raws):
        row_id = best[index + 1]
        figure = read_figure(raw, reader.catalogue.row(row_id))
        candidates = tuple(Candidate(each[index + 1], min(each[0] / 2, 1.0)) for each in ranked[:_CHOICES])
        is_figure = isinstance(figure, Figure)
        value = EntryValue(
            row_id if certain else None,
            candidates[:1] if certain else candidates,
            certain=certain and is_figure,
            figure=figure if isinstance(figure, Figure) else None,
            fault=figure if isinstance(figure, Fault) else None,
            note=piece.note if index == 0 else None,
            raw=raw,
            text=text,
        )
        values.append(value if is_figure else replace(value, indicator=row_id))
    return values
