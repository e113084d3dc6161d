"""Which row a message is like, by what people have said for each row: how likely its words are when that row is meant.

`matching` asks which row's name says what was said. This asks which row's wordings sound so, and knows a row by words that
none of its names has: "bưu tá tới nhà lấy giấy tờ". It is asked only where the names do not settle a question, and settles
nothing that two rows may mean.

A row's words are counted and smoothed by the words of all rows (query likelihood with a Dirichlet prior, Zhai and Lafferty
2004). A feature is a word, two words side by side, or a concept of `lexicon`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, log

from bot.domain.catalogue import IndicatorId
from bot.understanding.everyday_wordings import NO_ROW
from bot.understanding.lexicon import is_unknown

_PRIOR = 400  # features of all rows that each row is thought to have been called by as well
_STRANGE = 4.0  # what a word that nobody said for any row takes from the surplus
_FEW = 0.25  # share of the rows: a feature that at most so many were called by tells rows apart
_FIRST = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """Rows that a message is like, likeliest first.

    `shares`: how likely each is beside the others (0 to 1). `surplus`: by how much (natural logarithm) the first row explains
    the words better than all rows together, or what is about no row, do. `lead`: by how much it goes before the second;
    infinite without one. `telling`: how many words and concepts of the message speak for it and for few other rows.
    """

    rows: tuple[IndicatorId, ...]
    shares: tuple[float, ...]
    surplus: float
    lead: float
    telling: int


NOBODY = Likely((), (), 0.0, 0.0, 0)


class Likeness:
    """How often each row was called by which features."""

    def __init__(self, sayings: Iterable[tuple[IndicatorId, Collection[str]]]) -> None:
        """Count. `sayings`: rows with the features (`features_of`) of one text each."""
        counts: dict[IndicatorId, Counter[str]] = {}
        for row, features in sayings:
            counts.setdefault(row, Counter()).update(features)
        together: Counter[str] = Counter()
        for own in counts.values():
            together.update(own)
        total = together.total()
        self._silent = {row: -log(1 + own.total() / _PRIOR) for row, own in counts.items()}
        self._heard: dict[str, dict[IndicatorId, float]] = {feature: {} for feature in together}
        for row, own in counts.items():
            for feature, count in own.items():
                self._heard[feature][row] = log(1 + count * total / (together[feature] * _PRIOR))

    def likely(self, features: Collection[str], *, among: Collection[IndicatorId] | None = None) -> Likely:
        """The rows that texts with these features mean. `among`: only these rows."""
        known = [feature for feature in features if feature in self._heard]
        scores = {row: silent * len(known) for row, silent in self._silent.items()}
        for feature in known:
            for row, more in self._heard[feature].items():
                scores[row] += more
        if among is not None:
            scores = {row: score for row, score in scores.items() if row in among or row == NO_ROW}
        if not known or not scores.keys() - {NO_ROW}:
            return NOBODY
        elsewhere = max(scores.pop(NO_ROW, 0.0), 0.0)
        order = sorted(scores, key=lambda row: (-scores[row], row))[:_FIRST]
        best = scores[order[0]]
        odds = [exp(scores[row] - best) for row in order]
        strange = sum(feature.isalpha() and feature not in self._heard for feature in features)
        return Likely(
            tuple(order),
            tuple(each / sum(odds) for each in odds),
            surplus=best - elsewhere - _STRANGE * strange,
            lead=best - scores[order[1]] if len(order) > 1 else inf,
            telling=sum(" " not in each and order[0] in self._heard[each] and self._is_telling(each) for each in known),
        )

    def _is_telling(self, feature: str) -> bool:
        return len(self._heard[feature]) <= _FEW * len(self._silent)


def features_of(words: Sequence[str], said: Iterable[str]) -> frozenset[str]:
    """What a text is known by: its folded words, each two that stand side by side, and the concepts (`lexicon`) they say."""
    concepts = (f"#{name}" for name in said if not is_unknown(name))
    return frozenset([*words, *(f"{one} {other}" for one, other in pairwise(words)), *concepts])
