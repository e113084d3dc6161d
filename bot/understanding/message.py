"""A message taken apart: words, what is cut out of them (periods, agencies, dates), and what the rest says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.understanding.document_marks import Mark, find_document_marks
from bot.understanding.lexicon import Token
from bot.understanding.periods import find_periods, find_same_period
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.text import Mention, Word, words_of

_MOST = 4096  # characters of one message that are read, Telegram's limit; pastes go through alignment
_SURE_AGENCY = 0.65


@dataclass(frozen=True, slots=True)
class Message:
    """The text and its parts. `free`: indexes of words that are not cut out. `line`: folded text with single spaces."""

    text: str
    line: str
    words: tuple[Word, ...]
    periods: tuple[Mention[Period], ...]
    agencies: tuple[Mention[AgencyCode], ...]
    marks: tuple[Mention[Mark], ...]
    free: tuple[int, ...]
    tokens: tuple[Token, ...]  # of the free words; their places are indexes into `free`
    same_period: bool  # "cùng kỳ" without another period

    @property
    def said(self) -> tuple[str, ...]:
        """The names of the tokens."""
        return tuple(token.name for token in self.tokens)


def take_apart(text: str, context: Context, reader: Reader) -> Message:
    """Cut a message up."""
    words = words_of(text[:_MOST])
    periods = find_periods(words, today=context.today, open_period=context.open_period)
    agencies = tuple(each for each in reader.agencies.find(words, today=context.today) if each.confidence >= _SURE_AGENCY)
    same = find_same_period(words)
    marks = find_document_marks(words)
    cut: set[int] = set()
    for mention in (*periods, *agencies, *([same] if same is not None else [])):
        cut.update(range(mention.first, mention.last))
    for mark in marks:
        if mark.value is not Mark.DOCUMENT or not _names_directive(words, mark):
            cut.update(range(mark.first, mark.last))
    free = tuple(place for place in range(len(words)) if place not in cut)
    tokens = reader.lexicon.tokens([words[place].folded for place in free])
    line = " ".join(word.folded for word in words)
    return Message(text, line, words, periods, agencies, marks, free, tokens, same is not None and not periods)


def _names_directive(words: tuple[Word, ...], mark: Mention[Mark]) -> bool:
    """ "Chỉ thị 10" is part of an indicator's name, not of somebody's file."""
    return bool(re.match(r"(?:chi thi|ct)\b", " ".join(word.folded for word in words[mark.first : mark.last])))
