"""How long `understand()` takes, beside rapidfuzz on the same messages in the same run: python benchmarks/bench_understand.py.

The reference is one call of `rapidfuzz.process.extract(folded text, labels and aliases, scorer=WRatio, limit=5)`, which finds
neither period, agency nor value. Printed: both medians in milliseconds and their ratio (wanted: at most 0.2).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from rapidfuzz import fuzz, process

from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.text import fold
from bot.understanding.understand import understand
from tests.message_table import CLERK, OFFICIAL, read_table

ROUNDS = 3


def main() -> None:
    """Print the medians and the ratio."""
    catalogue = load_catalogue()
    reader = Reader(catalogue)
    names = list({fold(name) for row in catalogue.rows for name in (row.label, row.short, *row.labels, *row.aliases)})
    messages = [(said.text, _context(clerk=said.row.get("who") == "clerk")) for said in read_table()]
    folded = {text: fold(text) for text, _ in messages}

    def ours(text: str, context: Context) -> None:
        understand(text, context, reader=reader)

    def reference(text: str, _: Context) -> None:
        process.extract(folded[text], names, scorer=fuzz.WRatio, limit=5)

    for text, context in messages:
        ours(text, context)
    mine, theirs = (_median(call, messages) for call in (ours, reference))
    print(
        f"{len(messages)} messages, {len(names)} names: understand() {mine:.3f} ms, WRatio {theirs:.3f} ms, "
        f"ratio {mine / theirs:.3f}"
    )


def _context(*, clerk: bool) -> Context:
    who = CLERK if clerk else OFFICIAL
    return Context(
        today=date.fromisoformat(str(who["today"])),
        agency=AgencyCode(who["agency"]) if who["agency"] else None,
        open_period=Period.parse(who["period"]) if who["period"] else None,
    )


def _median(call: Callable[[str, Context], None], messages: list[tuple[str, Context]]) -> float:
    """Median milliseconds of one call, the best of the rounds for each message."""
    times = []
    for text, context in messages:
        best = float("inf")
        for _ in range(ROUNDS):
            began = perf_counter()
            call(text, context)
            best = min(best, perf_counter() - began)
        times.append(best * 1000)
    return median(times)


if __name__ == "__main__":
    main()
