"""How much worse messages are read when their accents are gone, a finger slipped, or the input method was off.

Each line compares the messages that a typist changed with the same messages as they were; several seeds where chance plays.
Run: python benchmarks/robustness.py [--failures N]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks and tests are no installed packages

from benchmarks.judgement import Verdict, contains_note, judge
from benchmarks.messages import Message, message_sets
from benchmarks.typists import SLIPS, Typist, any_slip, telex, vni, without_accents
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from bot.understanding.text import fold

SEEDS = range(9)  # of three one draw differs from the next by as much as half a point
TYPISTS: dict[str, tuple[Typist, float | None]] = {  # the typist, and the drop in points that is allowed
    "every accent removed": (without_accents, 1.0),
    "one slip, any kind": (any_slip, 4.0),
    **{f"  {name}": (slip, None) for name, slip in SLIPS.items()},
    "typed in Telex": (telex, 2.0),
    "typed in VNI": (vni, 2.0),
}
_ONCE = {"every accent removed", *(f"  {name}" for name in SLIPS)}  # one seed: no chance, or a part of the line above
_SLIPPED = "slips"  # messages that were written with one: a second would be two
_LIKE = 85  # of 100: a note with a slip in it, or with its accents brought back, is the same note


@dataclass
class Share:
    """Right ones among those counted."""

    right: int = 0
    counted: int = 0

    def add(self, is_right: bool | None) -> None:  # noqa: FBT001  a tally of booleans
        """Count one; None is not counted."""
        self.counted += is_right is not None
        self.right += is_right is True

    @property
    def percent(self) -> float:
        """0 to 100."""
        return 100 * self.right / self.counted if self.counted else 0.0


@dataclass
class Tally:
    """What the issue asks for."""

    top1: Share = field(default_factory=Share)
    questions: Share = field(default_factory=Share)
    entries: Share = field(default_factory=Share)
    silent: int = 0

    def add(self, verdict: Verdict) -> None:
        """Count one message."""
        self.top1.add(verdict.top1)
        self.questions.add(verdict.whole if verdict.kind == "question" else None)
        self.entries.add(verdict.whole if verdict.kind == "entry" else None)
        self.silent += verdict.silent


@dataclass
class Comparison:
    """The same messages before and after; `failures`: those that only the change made wrong."""

    before: Tally = field(default_factory=Tally)
    after: Tally = field(default_factory=Tally)
    failures: list[str] = field(default_factory=list)

    @property
    def drops(self) -> tuple[float, float, float]:
        """Points lost by questions' first candidate, whole questions, whole entries."""
        before, after = self.before, self.after
        return (
            before.top1.percent - after.top1.percent,
            before.questions.percent - after.questions.percent,
            before.entries.percent - after.entries.percent,
        )


def compare(messages: Iterable[Message], typist: Typist, *, reader: Reader, seeds: Iterable[int]) -> Comparison:
    """Read each message as it is and as the typist would have typed it."""
    found = Comparison()
    known: dict[str, Verdict] = {}
    for seed in seeds:
        for message in messages:
            random = Random(f"{seed} {message['text']}")  # noqa: S311  chance that repeats itself, no secret
            typed = message | {"text": typist(message["text"], random)}
            if typed["text"] == message["text"]:
                continue
            if message["id"] not in known:
                known[message["id"]] = judge(message, interpret_line(message, reader=reader))
            same_note = partial(_is_like_note, typist=typist)
            reading = interpret_line(typed, reader=reader)
            before, after = known[message["id"]], judge(typed, reading, same_note=same_note)
            found.before.add(before)
            found.after.add(after)
            if (before.whole and not after.whole) or after.silent > before.silent:
                mark = "WRONG WRITE " if after.silent else ""
                found.failures.append(f"{mark}{message['category']}: {typed['text']!r}")
    return found


def _is_like_note(expected: str, actual: str, *, typist: Typist) -> bool:
    """The note as it was, but for a slip; or as the typist left it, when the keystrokes were kept."""
    if contains_note(expected, actual):
        return True
    as_typed = typist(expected, Random(0))  # noqa: S311
    if OSA.distance(fold(expected), fold(actual)) <= 1:  # of a short note one letter is more than a share
        return True
    return any(fuzz.partial_ratio(fold(note), fold(actual)) >= _LIKE for note in (expected, as_typed))


def print_table(messages: list[Message], *, reader: Reader, failures: int) -> None:
    """A line for each typist: points after the change and the drop against the unchanged messages."""
    print(f"{'':<22}{'messages':>9}{'top-1':>14}{'question':>14}{'entry':>14}{'allowed':>9}{'wrong writes':>14}")
    for name, (typist, allowed) in TYPISTS.items():
        seeds = SEEDS[:1] if name in _ONCE else SEEDS
        found = compare(messages, typist, reader=reader, seeds=seeds)
        after = found.after
        cells = [
            f"{share.percent:.1f} ({-drop:+.1f})"
            for share, drop in zip((after.top1, after.questions, after.entries), found.drops, strict=True)
        ]
        count = (after.questions.counted + after.entries.counted) // len(seeds)
        limit = "" if allowed is None else f"{-allowed:+.0f}"
        writes = f"{after.silent / len(seeds):.1f} ({(after.silent - found.before.silent) / len(seeds):+.1f})"
        print(f"{name:<22}{count:>9}{cells[0]:>14}{cells[1]:>14}{cells[2]:>14}{limit:>9}{writes:>14}")
        for failure in found.failures[:failures]:
            print(f"    {failure}")


def main() -> None:
    """Print a table for each set of messages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="show N messages that each typist makes wrong")
    arguments = parser.parse_args()
    reader = Reader(load_catalogue())
    for name, messages in message_sets().items():
        print(f"{name}: % right (points against the same messages unchanged), {len(SEEDS)} seeds, one for each kind of slip")
        print_table([each for each in messages if each["category"] != _SLIPPED], reader=reader, failures=arguments.failures)


if __name__ == "__main__":
    main()
