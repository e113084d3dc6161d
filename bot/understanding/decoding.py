"""Words as they were meant: the likeliest line of known words behind what was typed (a noisy channel over the message).

A typed word stands for itself or for a known word one slip away. A slip is unlikely; so is a word where nobody says it. The
language is learnt from given phrases: a message is taken for phrases one after the other, each word likely behind the one
before. What makes the whole line likeliest is what was meant. Costs are negative natural logarithms of probabilities.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.abbreviations import readings
from bot.understanding.count_nouns import COUNT_NOUNS
from bot.understanding.language import EDGE, EDGES, Language, number_at, spelling
from bot.understanding.negations import PLAIN_NO
from bot.understanding.shorthand import Shorthand
from bot.understanding.slip_costs import OTHER_ACCENTS, SlipIndex
from bot.understanding.syllables import PLAIN_SYLLABLES, SYLLABLES
from bot.understanding.text import Word, has_accents
from bot.understanding.trellis import Options, Trellis
from bot.understanding.word_steps import WordSteps

_FEWEST = 2  # letters of a typed word that may be a slip
_LONGEST = 14
_SHORT_CODE = 2  # letters: "sct" is typed by no mistake, "tc" may be "tục" without its vowel
_NO_CODE = 3.0  # and for one that makes a word of what is written in capitals
_STRANGE = 15.0  # cost of a word that is no Vietnamese syllable and no word of ours
_SYLLABLE = 10.5  # and of one that is a syllable
_CODE = 11.0  # and of consonants alone, which may abbreviate anything
_REAL_WORD = 2.5  # what a word of the language that is typed as it is spelt has before all others
_KNOWN_CODE = -0.1  # and of two letters that are seldom said, at most
_SELDOM = 2.0  # how much of it two letters lose that are seldom said
_SHORTHAND = 8.0  # and of one that shortens a phrase of the language
_NO_ACCENTS = 1.0  # and of one written without any in a message that is written with them
_ACCENTED_SHARE = 0.4  # of the syllables of a message from which it is written with accents
_SURE = 1.5  # by how much a mended word must be likelier than anything else to be believed
_MOST_MENDED = 6  # words of one message
_NEARLY = 5.0  # by how much less likely than the likeliest a line may be that could still have been meant
_SHORT_REST = 1.0  # and by how much more when two letters are all that is left: "tr hạn"
_MOST_LINES = 16
_MOST_STRANGE = 3  # words of a message whose other meanings are looked at
_MOST_LOOKED_AT = 80  # words of such a message
_MOST_UNFIT = 2  # other words that are tried where none fits
_MOST_WORDS = 400
_ROMAN = re.compile("[iv]+")
_VOWELS = frozenset("aeiouy")
_NOT_YET = frozenset(["chua", unicodedata.normalize("NFC", "chưa")])  # it turns about what is said: never taken for a slip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Words as `typed` and as `meant`; `every`: what each may stand for; no `trellis` where each stands for itself alone."""

    typed: tuple[Word, ...]
    meant: tuple[Word, ...]
    every: Sequence[Options]
    trellis: Trellis | None


class Decoder:
    """The language of given phrases."""

    def __init__(
        self,
        phrases: Iterable[Sequence[Word]],
        shorthand: Shorthand | None = None,
        *,
        codes: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Learn phrases by their words, accents welcome. `codes`: folded codes of agencies with the words of their names."""
        codes = codes or {}
        self._shorthand = shorthand or Shorthand(())
        self._language = Language(phrases)
        self._index = SlipIndex(self._language, codes)
        self._slips = lru_cache(maxsize=2048)(self._index.slips)
        self._steps = WordSteps(self._language, self._shorthand, codes)

    def decode(self, words: Sequence[Word]) -> Decoded:
        """The words with those that were slips written as they were meant; places in the text stay."""
        typed = tuple(words)
        read = typed[:_MOST_WORDS]
        accented = _is_accented(read)
        every = [self._options(read, place, accented=accented) for place in range(len(read))]
        if all(len(each) == 1 for each in every):
            return Decoded(typed, typed, every, None)
        trellis = Trellis(read, self._promising(every), self._language, self._steps)
        meant = self._written(read, trellis.line, set(self._doubtful(read, trellis)))
        return Decoded(typed, (*meant, *typed[_MOST_WORDS:]), every, trellis)

    def is_spelt(self, word: Word) -> bool:
        """Whether a known word is written without accents or with some that it has: "rỡi" is no "rồi"."""
        spelt, known = spelling(word.text), self._language.spellings.get(word.folded)
        return known is None or spelt == word.folded or spelt in known

    def other_lines(self, decoded: Decoded) -> tuple[tuple[tuple[Word, ...], float], ...]:
        """What else may have been meant: the lines nearly as likely in which one strange word stands for another.

        A word is strange when it is mended, not one of the language as it is spelt, or right behind a number; what no language
        has stands for something else. Each with how much more it costs than the likeliest; none when too much is strange.
        """
        words, every, trellis = decoded.typed, decoded.every, decoded.trellis
        if trellis is None or len(words) > _MOST_LOOKED_AT:
            return ()
        meant = trellis.line
        open_places = [place for place, choices in enumerate(every) if len(choices) > 1]
        strange = [
            place
            for place in open_places
            if every[place][0][0] != meant[place] or every[place][0][1] > 0 or _is_short_code(words[place].folded)
        ]
        if len(strange) > _MOST_STRANGE:
            return ()
        counted = [place for place in open_places if place and words[place - 1].is_number and not words[place].gap.strip()]
        strange += [place for place in counted if place not in strange][:_MOST_STRANGE]  # "4 nuoi" may be four people
        found: dict[tuple[str, ...], float] = {}
        for place in strange:
            itself, *others = every[place]
            tried: Iterable[tuple[str, float]] = others if itself[1] > OTHER_ACCENTS else every[place]
            if place in counted and itself[1] < 0:  # a word of the language: "4 nuoi" may be people, "4 khoang" is no "không"
                tried = (itself, *(each for each in others if each[0] in COUNT_NOUNS))
            lines = [trellis.with_choices(place, (each,)) for each in tried]
            least = min(cost for _, cost in lines) + _SHORT_REST * _is_short_code(words[place].folded)
            found.update((tuple(line), cost - least) for line, cost in lines if cost - least < _NEARLY)
        found.pop(tuple(meant), None)
        return tuple((self._written(words, line), more) for line, more in found.items()) if len(found) <= _MOST_LINES else ()

    def _written(self, typed: Sequence[Word], meant: Sequence[str], doubtful: Collection[int] = ()) -> tuple[Word, ...]:
        """The words as they were meant, with accents in a message that has some."""
        accented = has_accents(" ".join(word.text for word in typed))
        return tuple(
            word
            if word.folded == other or other in EDGES
            else word._replace(
                folded=other,
                text=self._language.spelt(word.text, other, *_neighbours(meant, place)) if accented else other,
                is_doubtful=place in doubtful,
            )
            for place, (word, other) in enumerate(zip(typed, meant, strict=True))
        )

    def _promising(self, options: Sequence[Options]) -> list[Options]:
        """Every word itself, and those of its others that stand beside a neighbour as in a phrase; else the likeliest."""
        said = self._steps.said
        at_edge = [said(EDGE)]
        every = [[said(each) for each, _ in choices] for choices in options]
        kept: list[Options] = []
        for place, choices in enumerate(options):
            if len(choices) == 1:
                kept.append(choices)
                continue
            left = {last for each in (every[place - 1] if place else at_edge) for last in each.last}
            right = {first for each in (every[place + 1] if place + 1 < len(every) else at_edge) for first in each.first}
            itself, *others = choices
            found = [other for other, each in zip(others, every[place][1:], strict=True) if each.fits(left, right)]
            kept.append((itself, *(found or sorted(others, key=lambda each: each[1])[:_MOST_UNFIT])))
        return kept

    def _doubtful(self, words: Sequence[Word], trellis: Trellis) -> Iterable[int]:
        """Mended words for which another reading of the message is nearly as likely."""
        meant = trellis.line
        mended = [place for place, word in enumerate(words) if word.folded != meant[place] and meant[place] not in EDGES]
        if len(mended) > _MOST_MENDED:
            yield from mended
            return
        for place in mended:
            others = tuple(each for each in trellis.options[place] if each[0] != meant[place])
            _, without = trellis.with_choices(place, others)
            if without - trellis.cost < _SURE:
                yield place

    def _options(self, words: Sequence[Word], place: int, *, accented: bool = False) -> Options:
        """What a word may stand for, each with its cost; the word itself first."""
        word = words[place]
        typed = word.folded
        if typed[:1].isdigit() and word.is_number:
            return ((number_at(words, place), 0.0),)
        if not typed.isalpha() or not _FEWEST <= len(typed) <= _LONGEST or _ROMAN.fullmatch(typed):
            return ((typed, 0.0),)
        spelt = spelling(word.text)
        if typed == PLAIN_NO or spelt in _NOT_YET:
            return ((typed, 0.0),)
        if typed in self._language.spellings or readings(typed):
            known = self._language.spellings.get(typed)
            is_spelt = known is None or spelt in known or (spelt == typed and not accented)
            is_code = len(typed) > _SHORT_CODE and known is not None
            is_code = is_code and PLAIN_SYLLABLES.isdisjoint((typed, typed[1:]))  # "ktra" may be "tra"
            is_spelt = is_spelt or (typed not in PLAIN_SYLLABLES and spelt.replace("đ", "d") == typed)  # "đv" and "dv"
            if is_spelt and (is_code or self._stands(words, place)):
                return ((typed, 0.0),)
            if known is None:
                own = 0.0 if spelt.replace("đ", "d") == typed else OTHER_ACCENTS  # "kông" is no abbreviation
            else:
                is_bare = spelt == typed or spelt.replace("đ", "d") in {each.replace("đ", "d") for each in known}  # "hợp dồng"
                own = -_REAL_WORD if is_spelt else _NO_ACCENTS if is_bare else OTHER_ACCENTS
                if is_spelt and _is_short_code(typed):
                    own = min(own + _SELDOM * self._index.rareness(typed), _KNOWN_CODE)  # "mt" may be "mặt"
            itself = (typed, own)
        else:
            is_syllable = spelt in SYLLABLES or (spelt == typed and typed in PLAIN_SYLLABLES)
            if self._shorthand.readings(typed):
                own = _SHORTHAND
            else:
                own = _CODE if _VOWELS.isdisjoint(typed) else _SYLLABLE if is_syllable else _STRANGE
            itself = (typed, own)
        slips = self._slips(typed, spelt)
        if word.text.isupper() and not all(each.text.isupper() for each in words if each.folded.isalpha()):
            slips = tuple((each, own + (_NO_CODE if each in PLAIN_SYLLABLES else 0.0)) for each, own in slips)
        if itself[1] < 0 and typed not in PLAIN_SYLLABLES:  # no code is typed for another one
            slips = tuple(
                each for each in slips if each[0] in PLAIN_SYLLABLES and (len(each[0]) > len(typed) or each[0] == typed[1:])
            )
        return (itself, *slips)

    def _stands(self, words: Sequence[Word], place: int) -> bool:
        """Whether a known word stands beside its neighbours as it does in phrases: beside both, or the only one."""
        is_seen, typed = self._language.is_seen, words[place].folded
        before = _beside(words, place - 1) if place else None
        behind = _beside(words, place + 1) if place + 1 < len(words) else None
        if before is None and behind is None:
            return False
        return (before is None or is_seen(before, typed)) and (behind is None or is_seen(typed, behind))


def _is_short_code(typed: str) -> bool:
    """Whether it is an abbreviation of two letters, which a longer word without a letter may look like."""
    return len(typed) == _SHORT_CODE and typed not in PLAIN_SYLLABLES


def _neighbours(meant: Sequence[str], place: int) -> tuple[str, str]:
    """The words before and behind a place."""
    return meant[place - 1] if place else EDGE, meant[place + 1] if place + 1 < len(meant) else EDGE


def _beside(words: Sequence[Word], place: int) -> str:
    """A word as its neighbours see it."""
    return number_at(words, place) if words[place].is_number else words[place].folded


def _is_accented(words: Sequence[Word]) -> bool:
    """Whether a message is written with accents, as two of three syllables of a Vietnamese text are."""
    syllables = [word.text for word in words if word.folded in PLAIN_SYLLABLES]
    return sum(map(has_accents, syllables)) > _ACCENTED_SHARE * len(syllables)
