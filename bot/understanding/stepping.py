"""A message at a step of guided entry: the value of the row that is shown, a wish, or a message of its own.

A bare number answers the step. Words beside it decide: its unit, a note, "ước" belong to it; the name of another row makes the
message an entry of its own; what is neither is not written but asked about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.catalogue import CatalogueRow, IndicatorId, ValueType
from bot.domain.value import Fault, Figure
from bot.understanding.message import Message, take_apart
from bot.understanding.notes import find_notes
from bot.understanding.number_words import NUMBER_WORDS
from bot.understanding.numbers import read_figure, read_fraction
from bot.understanding.reader import Reader
from bot.understanding.request import (
    Context,
    Entry,
    EntryValue,
    GuidedStep,
    Question,
    Request,
    StepAnswer,
    StepItem,
    StepWish,
    Unknown,
    UnknownKind,
)
from bot.understanding.spots import find_spots
from bot.understanding.step_lists import read_list
from bot.understanding.step_wishes import figure_in_words, wish_of
from bot.understanding.text import fold, words_of

_NOTE = re.compile(
    r"(?P<value>[^(]+?)\s*(?:\((?P<bracket>[^()]{2,300})\)\s*$|[,;]?\s+(?:ghi chú|gc|note)\s*:?\s*(?P<body>.{2,300})$)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\d[\d.,\s]*%?\s*")
_FEW = 2  # words of an answer that failed
_LONGEST = 400  # characters of an answer with its note
# words that say nothing about which row is meant
_NEUTRAL_WORDS = """
la co duoc dat bang chi moi da con tong cong so van thi o a nha nhe em anh chi roi ca thay khoang uoc tinh chung xap xi gan hon
tren tam du kien thuc hien phan tram nay ky nghin ngan trieu chuc linh le ruoi phay cham am tru thoi vay ne ah luong tat
khong ko chua phat sinh kps lieu nao gi ai thong ke hop cap nhat dang
"""
_NEUTRAL = frozenset(_NEUTRAL_WORDS.split())


def read_step(text: str, step: GuidedStep, plain: Request, context: Context, reader: Reader) -> Request:
    """The answer to the step, or `plain`: what the message means by itself."""
    if len(text) > _LONGEST and not step.is_list:
        return plain
    wish = wish_of(text)
    if wish is not None:
        return _wished(wish, text, step)
    if step.is_list:
        return read_list(text, step, plain, reader)
    if "\n" in text.strip() and isinstance(plain, Entry):
        return plain
    row = reader.catalogue.row(step.rows[0])
    if _BARE.fullmatch(text):  # "2022" is a number here, not a year
        return StepAnswer((_bare(text, row),))
    message = take_apart(text, context, reader, mend=False)
    if "?" in text:
        return plain if isinstance(plain, Question | Entry) else _unclear(text, row, message) or plain
    if not _is_in_scope(message, step):
        is_own = isinstance(plain, Entry) or (isinstance(plain, Question) and not (plain.follow_up and find_spots(message)))
        return plain if is_own else _unclear(text, row, message) or plain
    items = _whole_text(text, row, message) or _with_note(message, row, reader) or _pair(text, message, row, reader)
    if items is not None:
        return StepAnswer(items)
    if isinstance(plain, Entry):
        return _of_entry(plain, step, message, row)
    if isinstance(plain, Question) and not (plain.follow_up and find_spots(message)):
        return plain
    return _only_number(text, message, row) or _unclear(text, row, message) or _no_answer(text, row, message, plain)


def _no_answer(text: str, row: CatalogueRow, message: Message, plain: Request) -> Request:
    """A word or two that mean nothing else are a failed answer, refused with what would do; talk is talk."""
    is_noise = isinstance(plain, Unknown) and plain.kind is UnknownKind.NOTHING
    fault = read_figure(text, row)
    if not is_noise or not 0 < len(message.words) <= _FEW or isinstance(fault, Figure):
        return plain
    return StepAnswer((StepItem(row.id, text.strip(), fault=fault),))


def _bare(text: str, row: CatalogueRow) -> StepItem:
    """A number with nothing around it."""
    read = read_figure(text, row)
    return StepItem(row.id, text.strip(), read) if isinstance(read, Figure) else StepItem(row.id, text.strip(), fault=read)


def _wished(wish: StepWish, text: str, step: GuidedStep) -> StepAnswer:
    if not step.is_list and wish in (StepWish.SKIP, StepWish.AS_LAST, StepWish.COMPUTED):
        return StepAnswer((StepItem(step.rows[0], text.strip(), wish=wish),))
    if step.is_list and wish is StepWish.AS_LAST:
        wish = StepWish.REST_AS_LAST
    return StepAnswer(wish=wish)


def _is_in_scope(message: Message, step: GuidedStep) -> bool:
    """Whether the message names no other agency or period than the step's."""
    agencies = all(mention.value == step.agency for mention in message.agencies)
    return agencies and all(mention.value == step.period for mention in message.periods)


def _whole_text(text: str, row: CatalogueRow, message: Message) -> tuple[StepItem, ...] | None:
    """The whole text as the row's value, when nothing in it could be about another row or be a note."""
    is_choice = row.type in (ValueType.FLAG, ValueType.CODE)
    figure = None if is_choice else figure_in_words(text, row)
    if figure is not None:
        return (StepItem(row.id, text.strip(), figure),)
    bare = _without_scope(message)
    read = read_figure(bare, row)
    if not isinstance(read, Figure) or _strange_words(message, row):
        return None
    if is_choice and any(map(str.isdigit, bare)) and not bare.strip(" .").isdigit():
        return None  # "có 3 văn bản", "có (KH 12/KH-SCT)" say more than yes
    return (StepItem(row.id, text.strip(), read),)


def _only_number(text: str, message: Message, row: CatalogueRow) -> StepAnswer | None:
    """As in "tất cả là 25": one number among words that say nothing else; one that cannot be is refused with its reason."""
    spots = find_spots(message)
    if len(spots) > 1 or _strange_words(message, row) or not any(map(str.isdigit, message.text)):
        return None
    read = read_figure(spots[0].meant if spots else _without_scope(message), row)
    if isinstance(read, Figure):
        return StepAnswer((StepItem(row.id, text.strip(), read),))
    return StepAnswer((StepItem(row.id, text.strip(), fault=read),))


def _without_scope(message: Message) -> str:
    """The text without the agency and period that it names."""
    spans = [(each.first, each.last) for each in message.agencies] + [(each.first, each.last) for each in message.periods]
    named = {at for first, last in spans for at in range(first, last)}
    if not named:
        return message.text
    kept = [place for place in range(len(message.words)) if place not in named]
    return message.typed(kept[0], kept[-1] + 1) if kept else ""


def _strange_words(message: Message, row: CatalogueRow) -> list[str]:
    """Words that neither belong to a value nor to what the row is called."""
    own = _own_words(row)
    free = [message.words[place] for place in message.free]
    said = [word.folded for word in free if word.folded.isalpha() and len(word.folded) > 1]
    return [word for word in said if word not in own | _NEUTRAL | NUMBER_WORDS]


@lru_cache(maxsize=512)
def _own_words(row: CatalogueRow) -> frozenset[str]:
    """The words of what the row is called, counts in, and may be answered with."""
    called = (row.unit, row.short, row.label, *row.aliases)
    answers = (text for option in row.options for text in (option.word, *option.aliases))
    return frozenset(word.folded for text in (*called, *answers) for word in words_of(text))


def _with_note(message: Message, row: CatalogueRow, reader: Reader) -> tuple[StepItem, ...] | None:
    """As in "25 theo KH 12/KH-SCT", "có (Kế hoạch 5)": the value first, all behind it a note."""
    spots = find_spots(message)
    notes = find_notes(message, spots, reader) if spots else ()
    outside = [spot for spot in spots if not any(note.holds(message.words[spot.first].start) for note in notes)]
    if len(outside) == len(notes) == 1 and outside[0] == spots[0] and notes[0].text:
        note = notes[0]
        value, body = message.text[: note.start] + message.text[note.end :], note.text
    elif split := _NOTE.match(message.text):
        value, body = split["value"], split["bracket"] or split["body"]
    else:
        return None
    value = value.strip(" ,.;:-–—()")
    in_words = figure_in_words(value, row) if row.type in (ValueType.COUNT, ValueType.PERCENT) else None
    read = in_words or read_figure(value, row)
    words = [word for word in words_of(value) if word.folded.isalpha() and len(word.folded) > 1]
    if not isinstance(read, Figure) or any(word.folded not in _own_words(row) | _NEUTRAL | NUMBER_WORDS for word in words):
        return None
    return (StepItem(row.id, value, read, note=body.strip(" .,;")),)


def _pair(text: str, message: Message, row: CatalogueRow, reader: Reader) -> tuple[StepItem, ...] | None:
    """`13/22`: the part and the whole, when the step shows one of them and the other is known."""
    fraction = read_fraction(_without_scope(message))
    if fraction is None or not find_spots(message) or _strange_words(message, row):
        return None  # "12/2022" is a month
    part, whole = row.id, reader.wholes.get(row.id)
    if whole is None:
        parts = [each for each, of in reader.wholes.items() if of == row.id]
        if len(parts) != 1:
            return (StepItem(row.id, text.strip(), fault=Fault.NOT_A_NUMBER),)
        part, whole = parts[0], row.id
    if fraction.part > fraction.whole:
        return (StepItem(row.id, text.strip(), fault=Fault.NOT_A_NUMBER),)
    return tuple(
        _number_for(row_id, str(number), reader) for row_id, number in ((part, fraction.part), (whole, fraction.whole))
    )


def _number_for(row_id: IndicatorId, raw: str, reader: Reader) -> StepItem:
    figure = read_figure(raw, reader.catalogue.row(row_id))
    return StepItem(row_id, raw, figure) if isinstance(figure, Figure) else StepItem(row_id, raw, fault=figure)


def _of_entry(plain: Entry, step: GuidedStep, message: Message, row: CatalogueRow) -> Request:
    """An entry: of the row shown when it may be meant, else of its own; with a bare number before it, of both."""
    shown = step.rows[0]
    if len(plain.values) == 1 and not plain.is_table:
        value = plain.values[0]
        if value.indicator == shown or (not value.certain and shown in {each.indicator for each in value.candidates[:5]}):
            return StepAnswer((_item(value, row),))
    if "," in message.text or ";" in message.text:
        head = re.split(r"[,;]\s", message.text, maxsplit=1)[0]
        spoken = {fold(value.raw) for value in plain.values}
        if fold(head) not in spoken and _BARE.fullmatch(head):
            return StepAnswer((_bare(head, row),), also=plain)
    return plain


def _item(value: EntryValue, row: CatalogueRow) -> StepItem:
    figure = value.figure if value.indicator == row.id or value.figure is None else read_figure(value.raw, row)
    if isinstance(figure, Figure):
        return StepItem(row.id, value.raw, figure, note=value.note)
    return StepItem(row.id, value.raw, fault=figure or value.fault, note=value.note)


def _unclear(text: str, row: CatalogueRow, message: Message) -> StepAnswer | None:
    """What holds a value but is not surely the row's is asked about; None: it holds none."""
    is_choice = row.type in (ValueType.FLAG, ValueType.CODE) and isinstance(read_figure(text, row), Figure)
    return StepAnswer((StepItem(row.id, text.strip()),)) if is_choice or find_spots(message) else None
