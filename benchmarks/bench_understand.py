"""How long `understand()` takes, beside rapidfuzz on the same messages in the same run: python benchmarks/bench_understand.py.

The reference is one call of `rapidfuzz.process.extract(folded text, labels and aliases, scorer=WRatio, limit=5)`, which finds
neither period, agency nor value. Printed: both medians in milliseconds and their ratio (wanted: at most 0.2), and the
processor's time of understand() for questions, entries and what is neither, tables left out: each message again, and once by a
reader that has not read it yet.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import fmean, median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from rapidfuzz import fuzz, process

from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Context, Request
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
    print(f"{len(messages)} messages, {len(names)} names")
    for rounds, in_a_row in (("each message three times in a row", True), ("three rounds through all messages", False)):
        mine, theirs = (_median(call, messages, in_a_row=in_a_row) for call in (ours, reference))
        print(f"{rounds}: understand() {mine:.3f} ms, WRatio {theirs:.3f} ms, ratio {mine / theirs:.3f}")
    print_kinds(messages, reader, Reader(catalogue))


def print_kinds(messages: list[tuple[str, Context]], reader: Reader, fresh: Reader) -> None:
    """Processor's milliseconds a message, by what the message is; `fresh` has read none of them."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for text, context in messages:
        if "\t" in text or "\n" in text.strip():
            continue
        once, request = _cpu(text, context, fresh)
        again = _cpu(text, context, reader)[0]
        taken.setdefault(type(request).__name__, []).append((again, once))
    print(f"{'processor, ms':<16}{'messages':>10}{'again: mean':>14}{'median':>9}{'once: mean':>14}{'median':>9}")
    for kind, times in sorted(taken.items()):
        again, once = zip(*times, strict=True)
        print(f"{kind:<16}{len(times):>10}{fmean(again):>14.3f}{median(again):>9.3f}{fmean(once):>14.3f}{median(once):>9.3f}")


def _cpu(text: str, context: Context, reader: Reader) -> tuple[float, Request]:
    begun = process_time()
    request = understand(text, context, reader=reader)
    return (process_time() - begun) * 1000, request


def _context(*, clerk: bool) -> Context:
    who = CLERK if clerk else OFFICIAL
    return Context(
        today=date.fromisoformat(str(who["today"])),
        agency=AgencyCode(who["agency"]) if who["agency"] else None,
        open_period=Period.parse(who["period"]) if who["period"] else None,
    )


def _median(call: Callable[[str, Context], None], messages: list[tuple[str, Context]], *, in_a_row: bool) -> float:
    """Median milliseconds of one call, the best of the rounds for each message.

    In rounds through all messages nothing that is kept for one message (`lexicon`, `matching`) helps its next round.
    """
    best = [float("inf")] * len(messages)
    places = range(len(messages))
    order = (place for place in places for _ in range(ROUNDS)) if in_a_row else (*places,) * ROUNDS
    for place in order:
        text, context = messages[place]
        began = perf_counter()
        call(text, context)
        best[place] = min(best[place], perf_counter() - began)
    return median(best) * 1000


if __name__ == "__main__":
    main()
