"""A message taken apart: words, what is cut out of them (periods, agencies, dates), and what the rest says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.understanding.courtesies import find_courtesies
from bot.understanding.cut_words import with_cut_words_whole
from bot.understanding.decoding import Decoded
from bot.understanding.document_marks import Mark, find_document_marks
from bot.understanding.lexicon import is_foreign
from bot.understanding.line_patterns import Line
from bot.understanding.negated import find_negated
from bot.understanding.negation_cues import Kind
from bot.understanding.negations import with_plain_no
from bot.understanding.periods import find_periods, find_same_period
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.sections import find_section
from bot.understanding.text import Mention, Word, fold, has_accents, words_of

_MOST = 4096  # characters of one message that are read, Telegram's limit; pastes go through alignment
_SURE_AGENCY = 0.65
_PERIOD = re.compile(r"quy$|nam$|q[1-4i]|h[12]|20\d\d|0?[369] ?t")
_SAME_LAST_YEAR, _YEAR = re.compile(r"cung ky (?:nam )?(?:truoc|ngoai)"), re.compile(r"20\d\d|[12]\d|nam")
# Words that say nothing as spelt here, though without accents they are words of indicators ("mới", "thi tuyển", "giao").
_SAY_NOTHING = frozenset(unicodedata.normalize("NFC", "mỗi mọi mời muốn thì hồi giờ nhé nhớ mời bữa rằng").split())
_UNSPELT = frozenset(map(fold, _SAY_NOTHING))
_OUT = "ra"  # "ra được mấy văn bản", as spelt no "rà được"; without it "đề ra", "đưa ra" would say nothing
_SENT = unicodedata.normalize("NFC", "gởi")  # southern "gửi"; without its accents it is "gọi"
_LET_GO_BY = "108"  # the decree's number
_NUMBER = unicodedata.normalize("NFC", "số")
_GO_OUT = frozenset({"de", "dua", "dat", "tra", "neu", "chi", "tim", "phat"})
_HAPPENED = frozenset({"duoc", "xong", "roi"})


@dataclass(frozen=True)
class Message:
    """The text and its parts. `free`: indexes of words that are not cut out. `line`: folded text with single spaces."""

    text: str
    line: Line
    words: tuple[Word, ...]
    periods: tuple[Mention[Period], ...]
    agencies: tuple[Mention[AgencyCode], ...]
    marks: tuple[Mention[Mark], ...]
    free: tuple[int, ...]
    same_period: bool  # "cùng kỳ" without another period
    excluded: tuple[tuple[int, int], ...] = ()  # ranges of words, half-open, that say what is left out
    printed: frozenset[IndicatorId] | None = None  # rows of the form that the report has; None: it is not known which report
    named_section: tuple[IndicatorId, int, int] | None = None  # a part of the form, "phần III", and the words that name it
    decoded: Decoded | None = None  # the words as they were typed, and what else they may stand for; None: read as typed

    @cached_property
    def free_line(self) -> Line:
        """The words that are not cut out."""
        return Line(" ".join([self.words[place].folded for place in self.free]))

    @property
    def section(self) -> IndicatorId | None:
        """The part of the form that is named beside what calls a row."""
        return self.named_section[0] if self.named_section is not None else None

    @cached_property
    def line_with_section(self) -> Line:
        """The words that are not cut out, those that name a part of the form among them."""
        if self.named_section is None:
            return self.free_line
        places = sorted({*self.free, *range(*self.named_section[1:])})
        return Line(" ".join([self.words[place].folded for place in places]))

    @cached_property
    def asked_line(self) -> Line:
        """The line with "@" for each word of an agency's name: "sở Tài chính sửa …" is no "chỉnh sửa"."""
        named = [mention for mention in self.agencies if mention.value != ALL_AGENCIES]
        if not named:
            return self.line
        words = [word.folded for word in self.words]
        for mention in named:
            words[mention.first : mention.last] = ["@"] * (mention.last - mention.first)
        return Line(" ".join(words))

    @cached_property
    def typed_words(self) -> tuple[str, ...]:
        """Each word without accents as typed, slips and all."""
        return tuple(fold(self.text[word.start : word.end]) for word in self.words)

    def typed(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (half-open) as typed, slips and all."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def meant(self, first: int, last: int) -> str:
        """The same with the slips mended."""
        words = self.words[first:last]
        return "".join(f"{word.gap if place else ''}{word.text}" for place, word in enumerate(words))

    def is_typed(self, first: int, last: int) -> bool:
        """Whether none of these words was mended."""
        if last - first == 1:  # asked most of all
            word = self.words[first]
            return word.text == self.text[word.start : word.end]
        return all(word.text == self.text[word.start : word.end] for word in self.words[first:last])

    def speaking(self, places: Iterable[int]) -> list[int]:
        """Those places whose words may say something: not "mỗi", "thì" when the message is written with accents."""
        if not has_accents(self.text):
            return list(places)
        words = self.words
        return [
            place
            for place in places
            if not (words[place].folded in _UNSPELT and _spelt(words[place]) in _SAY_NOTHING and not self._keeps_time(place))
            and not self._only_goes_out(place)
            and not self._counts_among(place)
        ]

    def _counts_among(self, place: int) -> bool:
        """Whether it is the "trong" of "trong số việc", which would be read as "trong sở"."""
        return self.words[place].folded == "trong" and place + 1 < len(self.words) and _spelt(self.words[place + 1]) == _NUMBER

    def _keeps_time(self, place: int) -> bool:
        """Whether it is the "giờ" of "giờ giấc", which is discipline."""
        return place + 1 < len(self.words) and self.words[place + 1].folded == "giac"

    def _only_goes_out(self, place: int) -> bool:
        """Whether it is the "ra" of "ra được", "đã ra", which would be read as "rà"."""
        if self.words[place].folded != _OUT or _spelt(self.words[place]) != _OUT:
            return False
        before = self.words[place - 1].folded if place else ""
        behind = self.words[place + 1].folded if place + 1 < len(self.words) else ""
        return before not in _GO_OUT and (behind in _HAPPENED or before == "da")

    def said_at(self, places: Iterable[int], reader: Reader) -> tuple[str, ...]:
        """What the words at these places say."""
        words = [self.words[place].folded for place in self.speaking(places)]
        return tuple(token.name for token in reader.lexicon.tokens(words))


def take_apart(text: str, context: Context, reader: Reader, *, mend: bool = True) -> Message:
    """Cut a message up. `mend` False: its words stay as typed, slips and all."""
    words = words_of(text[:_MOST])
    if any(word.folded == "goi" and _spelt(word) == _SENT for word in words):
        words = tuple(word._replace(folded="gui") if _spelt(word) == _SENT else word for word in words)
    words = with_plain_no(with_cut_words_whole(words, reader.lexicon.shorthand))
    if not mend:
        return cut_up(text, words, context, reader)
    decoded = reader.decoder.decode(words)
    return replace(cut_up(text, _mended(decoded, reader), context, reader), decoded=decoded)


def _mended(decoded: Decoded, reader: Reader) -> tuple[Word, ...]:
    """The words as they were meant; what may be one of several agencies' codes stays as typed."""
    typed, meant = decoded.typed, with_plain_no(decoded.meant)  # a mended "chẳng" is a no too
    return tuple(
        typed[place] if typed[place].folded != word.folded and _is_guessed(typed, meant, place, reader) else word
        for place, word in enumerate(meant)
    )


def _is_guessed(typed: Sequence[Word], meant: Sequence[Word], place: int, reader: Reader) -> bool:
    """Whether a word was made a code that could as well be another agency's."""
    behind = meant[place + 1].folded if place + 1 < len(meant) else ""
    is_placed = place > 0 and not meant[place].is_doubtful and (not behind or bool(_PERIOD.match(behind)))
    return reader.agencies.is_guessed_code(typed[place].folded, meant[place].folded, is_before_period=is_placed)


def other_readings(message: Message, context: Context, reader: Reader) -> list[tuple[Message, float]]:
    """The same message with its strange words meant otherwise, each with how much less likely that is (see `decoding`)."""
    if message.decoded is None:
        return []
    typed, lines = message.decoded.typed, reader.decoder.other_lines(message.decoded)
    return [
        (cut_up(message.text, line, context, reader), more) for line, more in lines if not _guesses_agency(typed, line, reader)
    ]


def _guesses_agency(typed: Sequence[Word], meant: Sequence[Word], reader: Reader) -> bool:
    """Whether any word was."""
    changed = (place for place, word in enumerate(meant) if typed[place].folded != word.folded)
    return any(_is_guessed(typed, meant, place, reader) for place in changed)


def cut_up(text: str, words: tuple[Word, ...], context: Context, reader: Reader) -> Message:
    """A message of these words, what is no name or value of an indicator cut out."""
    words = with_plain_no(words)  # once more: a slip of "kg" was mended to that
    periods = _without_this_year(find_periods(words, today=context.today, open_period=context.open_period), words)
    agencies = tuple(each for each in reader.agencies.find(words, today=context.today) if each.confidence >= _SURE_AGENCY)
    agencies = tuple(each for each in agencies if not _is_between(each, words))
    same = find_same_period(words)
    marks = find_document_marks(words)
    cut: set[int] = set()
    spans = [(mention.first, mention.last) for mention in periods]
    spans += [(mention.first, mention.last) for mention in agencies]
    spans += [(same.first, same.last)] if same is not None else []
    courtesies = find_courtesies(words, partial(_name_at_start, today=context.today, reader=reader))
    agencies = tuple(each for each in agencies if not _is_addressed(each, courtesies, reader))
    ends = [*(each.first for each in periods), *(each.first for each in agencies)]  # "không kể bcci quý 3"
    negated = find_negated(words, ends)
    excluded = tuple(each[:2] for each in negated if each.kind is Kind.EXCLUSION)
    for first, last in (*spans, *excluded, *courtesies):
        cut.update(range(first, last))
    cut |= _without_silence([each[:2] for each in negated if each.kind is Kind.CONTRAST], words, cut, reader)
    named = find_section(words, reader.sections)
    if named is not None and _without_silence((named[1:],), words, cut, reader):
        cut.update(range(*named[1:]))
    else:
        named = None
    for mark in marks:
        if mark.value is not Mark.DOCUMENT or not _names_directive(words, mark):
            cut.update(range(mark.first, mark.last))
    free = tuple(place for place in range(len(words)) if place not in cut)
    reports = [each.value for each in periods] or ([context.open_period] if context.open_period is not None else [])
    printed = reader.rows_for(reports) if reports else None
    line = Line(" ".join([word.folded for word in words]))
    is_same = same is not None and not periods
    return Message(text, line, words, periods, agencies, marks, free, is_same, excluded, printed, named)


def _without_this_year(periods: tuple[Mention[Period], ...], words: Sequence[Word]) -> tuple[Mention[Period], ...]:
    """Of "quý 3 cùng kỳ năm trước" the quarter of the year before alone; "quý 3/2022, cùng kỳ năm trước" names both."""
    if len(periods) != len(("this", "last")):
        return periods
    this, last = periods
    said = " ".join(word.folded for word in words[last.first : last.last])
    is_one = this.last == last.first and last.value == this.value.same_last_year and words[last.first].gap == " "
    has_year = any(_YEAR.fullmatch(word.folded) for word in words[this.first : this.last])
    return (replace(last, first=this.first),) if is_one and _SAME_LAST_YEAR.match(said) and not has_year else periods


def _name_at_start(words: Sequence[Word], *, today: date, reader: Reader) -> int:
    """How many of these words are the name of an agency that they begin with, 0: none."""
    found = reader.agencies.find(words, today=today)
    return found[0].last if found and found[0].first == 0 and found[0].value != ALL_AGENCIES else 0


def _is_addressed(mention: Mention[AgencyCode], courtesies: Iterable[tuple[int, int]], reader: Reader) -> bool:
    """Whether the message only goes to that agency: to the one that collects the reports they all go."""
    is_there = any(first <= mention.first < last for first, last in courtesies)
    return is_there and mention.value != ALL_AGENCIES and reader.catalogue.agency(mention.value).coordinator


def _without_silence(spans: Sequence[tuple[int, int]], words: tuple[Word, ...], cut: set[int], reader: Reader) -> set[int]:
    """The places of what is cut out, none when nothing else calls a row."""
    if not spans:
        return set()
    places = {place for first, last in spans for place in range(first, last)}
    rest = [word.folded for place, word in enumerate(words) if place not in places and place not in cut]
    tokens = reader.lexicon.tokens(rest)
    return places if any(not is_foreign(name) and name not in reader.lexicon.hints for name, _, _ in tokens) else set()


def _is_between(mention: Mention[AgencyCode], words: Sequence[Word]) -> bool:
    """Whether a procedure runs between those agencies: "liên thông giữa các sở" names a row and asks nobody."""
    before = [word.folded for word in words[: mention.first]]
    return mention.value == ALL_AGENCIES and before[-1:] == ["giua"] and not {"thong", "hop", "chung"}.isdisjoint(before)


def _spelt(word: Word) -> str:
    return unicodedata.normalize("NFC", word.text.casefold())


def _names_directive(words: tuple[Word, ...], mark: Mention[Mark]) -> bool:
    """Whether it is "Chỉ thị 10", which is part of an indicator's name, or "diện 108", by which people are let go."""
    said = " ".join(word.folded for word in words[mark.first : mark.last])
    return bool(re.match(r"(?:chi thi|ct)\b", said)) or said.endswith(_LET_GO_BY)
