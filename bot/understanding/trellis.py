"""The likeliest way through what the words of a message may stand for (Viterbi), and how it changes with one of them.

A column a word: each of its options with the least cost at which it is reached, and the option before it on that way.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.language import EDGE, Language, spelling
from bot.understanding.text import Word
from bot.understanding.word_steps import Said, WordSteps

_ANOTHER_PAIR = 2.5  # cost of a word behind one behind which it has other accents: "đồng tiến" is no "đóng tiền"

Options = tuple[tuple[str, float], ...]  # what a word may stand for, each with its cost; the word itself first
_Column = dict[str, tuple[float, Said, str]]


class Trellis:
    """`line` is the likeliest line of options, `cost` what it costs beside what all lines do."""

    def __init__(self, words: Sequence[Word], options: Sequence[Options], language: Language, steps: WordSteps) -> None:
        """Find it."""
        self._words, self.options = words, options
        self._language, self._steps = language, steps
        self._columns: list[_Column] = [{EDGE: (0.0, steps.said(EDGE), EDGE)}]
        for place, choices in enumerate(options):
            before_it = self._columns[-1]
            if len(choices) == len(before_it) == 1:  # every line takes this step
                ((before, (cost, _, _)),) = before_it.items()
                self._columns.append({choices[0][0]: (cost, steps.said(choices[0][0]), before)})
            else:
                self._columns.append(self._column(place, choices, before_it))
        self.line, self.cost = self._ended(self._columns)

    def with_choices(self, place: int, choices: Options) -> tuple[list[str], float]:
        """The likeliest line, and its cost, had a word that may stand for several only these options."""
        columns = self._columns[: place + 1]
        columns.append(self._column(place, choices, columns[-1]))
        for after in range(place + 1, len(self._words)):
            columns.append(self._column(after, self.options[after], columns[-1]))
            if len(self.options[after]) == 1:  # all ways meet here, and go on as they did
                (met,) = self.options[after]
                more = columns[-1][met[0]][0] - self._columns[after + 1][met[0]][0]
                return self._back(columns, met[0]) + self.line[after + 1 :], self.cost + more
        return self._ended(columns)

    def _column(self, place: int, choices: Options, before_it: _Column) -> _Column:
        """The options of a word behind those of the word before."""
        word, cost_of, said_by = self._words[place], self._steps.cost, self._steps.said
        is_break, is_comma = bool(word.gap.strip()), word.gap == ", "
        accents = _accented(word)
        accents_before = _accented(self._words[place - 1]) if place and not is_break else ""
        typed_before = self._words[place - 1].folded if accents_before else None
        reached: _Column = {}
        for option, own in choices:
            said = said_by(option)
            is_typed = bool(accents) and option == word.folded
            best, least = EDGE, float("inf")
            for before, (cost, said_before, _) in before_it.items():
                if cost >= least:  # no step costs less than nothing
                    continue
                total = cost + cost_of(said_before, said, is_break=is_break, is_comma=is_comma)
                if is_typed and self._language.is_another_pair(before, option, accents):
                    total += _ANOTHER_PAIR
                elif before == typed_before and self._language.is_spelt_otherwise(accents_before, before, option):
                    total = min(total + _ANOTHER_PAIR, cost + self._steps.cost_anew(said_before, said))
                if total < least:
                    best, least = before, total
            reached[option] = least + own, said, best
        return reached

    def _ended(self, columns: Sequence[_Column]) -> tuple[list[str], float]:
        """The likeliest line to the end of the message."""
        edge = self._steps.said(EDGE)
        ends = {word: cost + self._steps.cost(said, edge, is_break=True) for word, (cost, said, _) in columns[-1].items()}
        last = min(ends, key=ends.__getitem__)
        return self._back(columns, last), ends[last]

    def _back(self, columns: Sequence[_Column], last: str) -> list[str]:
        """The way to an option of the last column."""
        line = []
        for column in columns[:0:-1]:
            line.append(last)
            last = column[last][2]
        return line[::-1]


def _accented(word: Word) -> str:
    """The word as it is spelt, "" when it has no accents."""
    return "" if word.text.isascii() else spelling(word.text)
