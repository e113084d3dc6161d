"""Which thresholds are right: chosen by cross-validation on the project's own labelled messages, with the curve.

A reading is right, asked (or refused), or wrong; a wrong answer costs as much as five right ones are worth, a wrong write as
much as twenty. Each fold is judged with the thresholds that were best on the other folds: what is printed is what messages
got that had no say in the choice. Run: python benchmarks/calibration.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks and tests are no installed packages

from benchmarks.judgement import judge
from benchmarks.messages import Message
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from bot.understanding.thresholds import Thresholds
from tests.message_table import load_blind_messages, load_messages

FOLDS = 5
COST_OF_WRONG = {"question": 5.0, "entry": 20.0}
SCORES = [round(0.3 + 0.09 * step, 2) for step in range(7)]
SHARES = [round(0.35 + 0.1 * step, 2) for step in range(7)]
KINDS = {"question": ("answer", "answer_explained"), "entry": ("store", "store_explained")}

Outcome = str  # "right", "asked", "wrong"


@dataclass(frozen=True)
class Share:
    """How many of some messages were right, asked and wrong."""

    right: int
    asked: int
    wrong: int

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Share:
        """Count."""
        found = list(outcomes)
        return cls(*(found.count(each) for each in ("right", "asked", "wrong")))

    def worth(self, kind: str) -> float:
        """What the outcomes are worth together."""
        return self.right - COST_OF_WRONG[kind] * self.wrong

    def __str__(self) -> str:
        """In percent."""
        total = max(self.right + self.asked + self.wrong, 1)
        return f"{100 * self.right / total:6.1f}{100 * self.asked / total:7.1f}{100 * self.wrong / total:7.1f}"


def outcome_of(message: Message, reading: dict[str, Any]) -> Outcome:
    """Right as a whole; wrong when something else was stored or answered as certain; else asked."""
    verdict = judge(message, reading)
    if verdict.silent:
        return "wrong"
    if verdict.whole:
        return "right"
    expect = message["expect"]
    if reading["kind"] == "question" and reading["certain"] and reading["candidates"]:
        meant = expect.get("indicators") or expect.get("ambiguous") or []
        return "asked" if reading["candidates"][0] in meant and "ambiguous" not in expect else "wrong"
    return "asked"


def outcomes(messages: Sequence[Message], reader: Reader, thresholds: Thresholds) -> list[Outcome]:
    """What each message gets with these thresholds."""
    reader.thresholds = thresholds
    return [outcome_of(message, interpret_line(message, reader=reader)) for message in messages]


def grid(kind: str) -> list[Thresholds]:
    """The thresholds to choose among, the shipped ones included."""
    score, share = KINDS[kind]
    found = [replace(Thresholds(), **{score: one, share: other}) for one, other in product(SCORES, SHARES)]
    return [Thresholds(), *found]


def best_of(table: Mapping[Thresholds, Sequence[Outcome]], places: Sequence[int], kind: str) -> Thresholds:
    """The thresholds with which these messages are worth most; of equals the middle one."""
    worth = {each: Share.of(table[each][place] for place in places).worth(kind) for each in table}
    most = max(worth.values())
    equals = sorted((each for each in table if worth[each] == most), key=lambda each: _pair(each, kind))
    return equals[len(equals) // 2]


def _pair(thresholds: Thresholds, kind: str) -> tuple[float, float]:
    score, share = KINDS[kind]
    return getattr(thresholds, score), getattr(thresholds, share)


def calibrate(kind: str, messages: Sequence[Message], reader: Reader) -> None:
    """Print the choice of each fold, what it was worth to the messages left out, and the curve."""
    table = {thresholds: outcomes(messages, reader, thresholds) for thresholds in grid(kind)}
    order = list(range(len(messages)))
    Random(1).shuffle(order)  # noqa: S311  folds that repeat themselves, no secret
    left_out: list[Outcome] = []
    chosen = []
    for fold in range(FOLDS):
        others = [place for at, place in enumerate(order) if at % FOLDS != fold]
        best = best_of(table, others, kind)
        chosen.append(_pair(best, kind))
        left_out += [table[best][place] for at, place in enumerate(order) if at % FOLDS == fold]
    score, share = KINDS[kind]
    print(f"\n{kind}: {len(messages)} messages; right, asked, wrong in %")
    print(f"  {score}, {share} chosen without each fold: {', '.join(f'{one}/{other}' for one, other in chosen)}")
    print(f"  left out, with the choice of the others {Share.of(left_out)}")
    print(f"  all, as shipped ({'/'.join(map(str, _pair(Thresholds(), kind)))})         {Share.of(table[Thresholds()])}")
    print(f"  {score:>8}   right  asked  wrong     {share:>16}   right  asked  wrong")
    shipped = Thresholds()
    for at in range(max(len(SCORES), len(SHARES))):
        left = replace(shipped, **{score: SCORES[at]}) if at < len(SCORES) else None
        right = replace(shipped, **{share: SHARES[at]}) if at < len(SHARES) else None
        shown = [
            f"{getattr(each, name):>8}  {Share.of(outcomes(messages, reader, each))}" if each else " " * 31
            for each, name in ((left, score), (right, share))
        ]
        print(f"  {shown[0]}             {shown[1]}")


def main() -> None:
    """Calibrate questions and entries; messages that mean nothing count for both."""
    reader = Reader(load_catalogue())
    messages = [*load_messages(), *load_blind_messages()]
    for kind in KINDS:
        calibrate(kind, [each for each in messages if each["expect"]["kind"] in (kind, "unknown")], reader)


if __name__ == "__main__":
    main()
