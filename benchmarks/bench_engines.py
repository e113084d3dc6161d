"""Our matcher beside ready search engines: how often is the row meant among the first one or three found.

All get the same words of the same questions, agency and period cut out and without accents. The engines search the official
labels of all forms, alone or also with the heading before them; what they make of our aliases is printed beside it.
Run: python benchmarks/bench_engines.py (the engines of the extra `bench` are left out when it is not installed)
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks are no installed package

from benchmarks.messages import Message, message_sets
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, RowKind
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.interpretation import interpret_line
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.matching import match
from bot.understanding.message import take_apart
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Context
from bot.understanding.text import fold

BEST = 3  # rows that count as found among the first
_FETCHED = 60  # labels fetched for them: a row has several
_AHEAD = 15  # points of top-1 that we want to be ahead of the best engine

Engine = Callable[[str], Iterable[int]]  # words to places in the list of labels, best first
BuildEngine = Callable[[Sequence[str]], Engine]


@dataclass(frozen=True, slots=True)
class Labels:
    """What an engine searches: texts, and the row that each is a label of."""

    texts: list[str]
    rows: list[str]

    @classmethod
    def of(cls, catalogue: Catalogue, names: Callable[[CatalogueRow], Iterable[str]]) -> Labels:
        """The folded names of all rows."""
        pairs = dict.fromkeys((fold(name), row.id) for row in catalogue.rows for name in names(row))
        return cls([text for text, _ in pairs], [row for _, row in pairs])


def scored_by(scorer: Callable[..., float]) -> BuildEngine:
    """A scorer of rapidfuzz over all labels."""

    def build(texts: Sequence[str]) -> Engine:
        return lambda words: [place for _, _, place in process.extract(words, texts, scorer=scorer, limit=_FETCHED)]

    return build


def sqlite_trigrams(texts: Sequence[str]) -> Engine:
    """SQLite FTS5 with its trigram tokenizer, any of the trigrams, ranked by its bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE label USING fts5(text, tokenize = 'trigram')")
    connection.executemany("INSERT INTO label (rowid, text) VALUES (?, ?)", enumerate(texts))

    def search(words: str) -> Iterable[int]:
        trigrams = dict.fromkeys(words[place : place + 3].replace('"', '""') for place in range(len(words) - 2))
        wanted = " OR ".join(f'"{trigram}"' for trigram in trigrams)
        if not wanted:
            return []
        query = "SELECT rowid FROM label WHERE label MATCH ? ORDER BY rank LIMIT ?"
        return [place for (place,) in connection.execute(query, (wanted, _FETCHED))]

    return search


def bm25(texts: Sequence[str]) -> Engine:
    """BM25 (Lucene's variant) over words."""
    import bm25s  # type: ignore[import-untyped]  # noqa: PLC0415  part of an extra, without type information

    index = bm25s.BM25(method="lucene")
    index.index([text.split() for text in texts], show_progress=False)
    known = {word for text in texts for word in text.split()}

    def search(words: str) -> Iterable[int]:
        said = [word for word in words.split() if word in known]
        if not said:
            return []
        places, scores = index.retrieve([said], k=min(_FETCHED, len(texts)), show_progress=False)
        return [int(place) for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    return search


def tantivy_words(*, distance: int) -> BuildEngine:
    """Tantivy over words, any of them, each within an edit distance."""

    def build(texts: Sequence[str]) -> Engine:
        import tantivy  # noqa: PLC0415  part of an extra

        schema = tantivy.SchemaBuilder().add_text_field("text").add_unsigned_field("place", stored=True).build()
        index = tantivy.Index(schema)
        writer = index.writer(num_threads=1)
        for place, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=text, place=place))
        writer.commit()
        index.reload()
        searcher = index.searcher()

        def query(word: str) -> tuple[tantivy.Occur, tantivy.Query]:
            exact = tantivy.Query.term_query(schema, "text", word)
            near = tantivy.Query.fuzzy_term_query(schema, "text", word, distance=distance, transposition_cost_one=True)
            return tantivy.Occur.Should, near if distance else exact

        def search(words: str) -> Iterable[int]:
            wanted = tantivy.Query.boolean_query([query(word) for word in words.split()])
            return [searcher.doc(hit)["place"][0] for _, hit in searcher.search(wanted, limit=_FETCHED).hits]

        return search

    return build


ENGINES: dict[str, BuildEngine] = {
    "rapidfuzz WRatio": scored_by(fuzz.WRatio),
    "rapidfuzz token_set_ratio": scored_by(fuzz.token_set_ratio),
    "SQLite FTS5 trigram": sqlite_trigrams,
    **({"BM25 (bm25s)": bm25} if find_spec("bm25s") else {}),
    **({"Tantivy": tantivy_words(distance=0)} if find_spec("tantivy") else {}),
    **({"Tantivy, one edit a word": tantivy_words(distance=1)} if find_spec("tantivy") else {}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with one meaning: its words without agency and period, the message it is from, the rows that answer it."""

    words: str
    message: Message
    meant: frozenset[str]


def unambiguous_questions(messages: Iterable[Message], reader: Reader) -> list[Asked]:
    """The questions that mean certain rows; keystrokes are given as the Vietnamese they stand for."""
    found = []
    for message in messages:
        expect, given = message["expect"], message["context"]
        if expect["kind"] != "question" or not expect.get("indicators"):
            continue
        context = Context(
            today=date.fromisoformat(given["today"]),
            agency=AgencyCode(given["agency"]) if given.get("agency") else None,
            open_period=Period.parse(given["period"]) if given.get("period") else None,
        )
        parts = take_apart(decode_keystrokes(message["text"]) or message["text"], context, reader)
        words = " ".join(parts.words[place].folded for place in parts.free)
        found.append(Asked(words, message, frozenset(expect["indicators"])))
    return found


def _searched(asked: Asked, engine: Engine, labels: Labels) -> list[str]:
    """The first rows that an engine finds, each once."""
    return list(dict.fromkeys(labels.rows[place] for place in engine(asked.words)))[:BEST]


def hits(asked: Sequence[Asked], answer: Callable[[Asked], Sequence[str]]) -> tuple[float, float, float]:
    """Percent found first and among the first three, and microseconds of CPU for one."""
    begun = time.process_time()
    answers = [answer(each) for each in asked]
    taken = (time.process_time() - begun) / len(asked) * 1e6
    pairs = list(zip(asked, answers, strict=True))
    first = sum(bool(each.meant & set(found[:1])) for each, found in pairs)
    among = sum(bool(each.meant & set(found[:BEST])) for each, found in pairs)
    return 100 * first / len(asked), 100 * among / len(asked), taken


def corpora(catalogue: Catalogue) -> dict[str, Labels]:
    """What the engines are given to search."""

    def with_heading(row: CatalogueRow) -> Iterable[str]:
        above = [each for each in catalogue.ancestors(row.id) if each.kind is not RowKind.SECTION]
        return (f"{each.label} {label}" for each in above[:1] for label in labels(row))

    def labels(row: CatalogueRow) -> Iterable[str]:
        return (row.label, *row.labels)

    return {
        "labels": Labels.of(catalogue, labels),
        "+ headings": Labels.of(catalogue, lambda row: (*labels(row), *with_heading(row))),
        "+ our aliases": Labels.of(catalogue, lambda row: (*labels(row), *with_heading(row), row.short, *row.aliases)),
    }


def print_table(asked: Sequence[Asked], reader: Reader) -> None:
    """A line for each engine, ours last; then how far ahead we are."""
    searched = corpora(reader.catalogue)
    print(f"{'top-1 / top-3, %':<28}" + "".join(f"{name:>16}" for name in searched) + f"{'µs each':>12}")
    judged = []
    for name, build in ENGINES.items():
        line, taken = f"{name:<28}", 0.0
        for corpus, labels in searched.items():
            engine = build(labels.texts)
            first, among, taken = hits(asked, partial(_searched, engine=engine, labels=labels))
            line += f"{f'{first:.1f} / {among:.1f}':>16}"
            if corpus != "+ our aliases":
                judged.append((first, f"{name}, {corpus}"))
        print(f"{line}{taken:>12.0f}")
    ours = {
        "ours: match()": lambda each: [found.indicator for found in _match(each, reader)],
        "ours: understand()": lambda each: interpret_line(each.message, reader=reader)["candidates"],
    }
    first = 0.0
    for name, answer in ours.items():
        first, among, taken = hits(asked, answer)
        print(f"{name:<28}" + f"{'':>16}" * 2 + f"{f'{first:.1f} / {among:.1f}':>16}{taken:>12.0f}")
    best, name = max(judged)
    print(f"understand() is {first - best:+.1f} points of top-1 ahead of the best ({name}); wanted: at least {_AHEAD}")


def _match(asked: Asked, reader: Reader) -> Sequence[Candidate]:
    said = [token.name for token in reader.lexicon.tokens(asked.words.split())]
    return match(said, reader=reader).candidates


def main() -> None:
    """Print a table for each set of messages, and one for its everyday wordings."""
    reader = Reader(load_catalogue())
    for name, messages in message_sets().items():
        asked = unambiguous_questions(messages, reader)
        colloquial = [each for each in asked if each.message["category"] == "colloquial"]
        for title, each in (("", asked), (", everyday wordings", colloquial)):
            if each:
                print(f"{name}{title}: {len(each)} questions with one meaning")
                print_table(each, reader)


if __name__ == "__main__":
    main()
