"""The best way to lay a sequence of rows over a sequence of targets: dynamic programming over sparse matches.

Rows may be left over, targets may be skipped, order is kept. Knows nothing of labels: callers give the matches worth
considering with their scores and the cost of skipping targets. Work is rows × matches × targets reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

BEFORE_ALL = -1  # "no target used yet"


@dataclass(frozen=True, slots=True)
class Match:
    """Rows `first` to `first + length - 1` taken together as one target, and what that is worth."""

    first: int
    length: int
    target: int
    score: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A match on the best way. `margin`: how much worse the next best target for these rows is, all that follows included."""

    match: Match
    margin: float
    rivals: tuple[int, ...]  # other targets, nearest in worth first


def best_way(matches: Sequence[Match], rows: int, gap: Callable[[int, int], float], *, skip_row: float) -> list[Placed]:
    """The matches of the best way through `rows` rows, in order.

    `gap(last, next)` is the cost of skipping the targets between two used ones (BEFORE_ALL: from the start), `skip_row` that
    of leaving a row over; skipping what follows the last used target is free.
    """
    starting: list[list[Match]] = [[] for _ in range(rows)]
    for match in matches:
        starting[match.first].append(match)
    worth = _worths(starting, rows, gap, skip_row)
    placed: list[Placed] = []
    row, last = 0, BEFORE_ALL
    while row < rows:
        options = sorted(
            (
                (match.score - gap(last, match.target) + worth[row + match.length][match.target], match)
                for match in starting[row]
                if match.target > last
            ),
            key=lambda option: (-option[0], option[1].target),
        )
        if not options or options[0][0] < worth[row + 1][last] - skip_row:
            row += 1
            continue
        best, match = options[0]
        others = [(value, other) for value, other in options if other.target != match.target]
        margin = best - others[0][0] if others else float("inf")
        placed.append(Placed(match, margin, tuple(dict.fromkeys(other.target for _, other in others))))
        row, last = row + match.length, match.target
    return placed


def _worths(
    starting: Sequence[Sequence[Match]], rows: int, gap: Callable[[int, int], float], skip_row: float
) -> list[dict[int, float]]:
    """For each row and last used target: what the rows from there on can still be worth."""
    reached = [{BEFORE_ALL} for _ in range(rows + 1)]
    for row in range(rows):
        reached[row + 1] |= reached[row]
        for match in starting[row]:
            reached[row + match.length].add(match.target)
    worth: list[dict[int, float]] = [{} for _ in range(rows + 1)]
    worth[rows] = dict.fromkeys(reached[rows], 0.0)
    for row in range(rows - 1, -1, -1):
        after = worth[row + 1]
        ahead = [(match.target, match.score + worth[row + match.length][match.target]) for match in starting[row]]
        here = worth[row]
        for last in reached[row]:
            best = after[last] - skip_row
            for target, value in ahead:
                if target > last and value > best:  # a gap only costs: what is not better without it is not better
                    best = max(best, value - gap(last, target))
            here[last] = best
    return worth
