"""What a bot that never saw a person's wordings makes of them, and from which likeness on a question is answered.

Each writer's wordings (`bot/understanding/wordings`) are read by a reader that learnt from the others', other matters by one
that learnt from three quarters of them. Printed: the model alone (the right row first, among five); `understand()` by names
alone and with the model; and, of what names leave open, what the thresholds make of it. Run: python benchmarks/likeness.py
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks and tests are no installed packages

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.everyday_wordings import NO_ROW, OTHER_MATTERS, wordings_of, writers
from bot.understanding.reader import Reader
from bot.understanding.request import Unknown
from bot.understanding.thresholds import Thresholds
from bot.understanding.understand import understand
from tests.understanding.test_wordings_of_strangers import Verdict, context_of, verdict_of

FOLDS = 4  # of other matters
NAMES_ALONE = replace(Thresholds(), like_surplus=inf, like_ask=inf)
SURPLUSES, LEADS = (8.0, 12.0, 16.0, 20.0, 24.0), (3.0, 6.0, 9.0, 12.0)


@dataclass(frozen=True)
class Fold:
    """Wordings, and a reader that learnt from all others."""

    name: str
    reader: Reader
    wordings: tuple[tuple[IndicatorId, str], ...]

    def under(self, thresholds: Thresholds) -> Counter[str]:
        """What comes of the wordings."""
        self.reader.thresholds = thresholds
        return Counter(self._outcome(row, text) for row, text in self.wordings)

    def _outcome(self, row: IndicatorId, text: str) -> str:
        if row != NO_ROW:
            return verdict_of(text, row, self.reader).value
        request = understand(text, context_of(None, self.reader), reader=self.reader)
        return "refused" if isinstance(request, Unknown) else "taken for a row"

    def left_open(self) -> Fold:
        """Of the wordings those that names do not settle, and of other matters those that names refuse."""
        self.reader.thresholds = NAMES_ALONE
        kept = tuple(each for each in self.wordings if self._outcome(*each) in {Verdict.MISSED.value, "refused"})
        return replace(self, wordings=kept)


def folds_of(catalogue: Catalogue) -> Iterator[Fold]:
    """One for each writer, then those of other matters."""
    others = wordings_of(OTHER_MATTERS)
    for writer in writers():
        learnt = [wording for other in writers() if other != writer for wording in wordings_of(other)]
        yield Fold(writer, Reader(catalogue, wordings=[*learnt, *others]), wordings_of(writer))
    learnt = [wording for writer in writers() for wording in wordings_of(writer)]
    for fold in range(FOLDS):
        rest = [wording for place, wording in enumerate(others) if place % FOLDS != fold]
        yield Fold(f"other matters {fold + 1}", Reader(catalogue, wordings=[*learnt, *rest]), others[fold::FOLDS])


def shares_of(fold: Fold) -> Iterator[float]:
    """In percent: the row first by the model alone, among five; right and wrong by names alone, and with the model."""
    rows = [(row, fold.reader.likeness.likely(fold.reader.features(text)).rows) for row, text in fold.wordings]
    names, both = fold.under(NAMES_ALONE), fold.under(Thresholds())
    counts = (sum(found[:1] == (row,) for row, found in rows), sum(row in found for row, found in rows))
    yield from (100 * count / len(rows) for count in (*counts, names["right"], names["wrong"], both["right"], both["wrong"]))


def main() -> None:
    """Print the three tables."""
    folds = list(folds_of(load_catalogue()))
    heads = ("alone: first", "in five", "names: right", "wrong", "both: right", "wrong")
    print(f"{'%':<12}{''.join(f'{head:>14}' for head in heads)}")
    for fold in folds:
        if fold.name.startswith("writer"):
            print(f"{fold.name.removesuffix('.tsv'):<12}{''.join(f'{share:>14.1f}' for share in shares_of(fold))}")
    open_folds = [fold.left_open() for fold in folds]
    total = sum(len(fold.wordings) for fold in open_folds if fold.name.startswith("writer"))
    print(f"\n{total} wordings that no name settles, {sum(len(fold.wordings) for fold in open_folds) - total} other matters")
    print(f"{'surplus':>8}{'lead':>6}{'right':>8}{'another row':>13}{'other matters taken for a row':>32}")
    for surplus in SURPLUSES:
        for lead in LEADS:
            tried = replace(Thresholds(), like_surplus=surplus, like_lead=lead, like_ask=surplus)
            found = sum((fold.under(tried) for fold in open_folds), Counter[str]())
            print(f"{surplus:>8g}{lead:>6g}{found['right']:>8}{found['wrong']:>13}{found['taken for a row']:>32}")


if __name__ == "__main__":
    main()
