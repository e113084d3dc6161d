"""What the benchmarks count is right: judge and scorer agree, typists leave the meaning alone, engines find what is there."""

import importlib.util
import unicodedata
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.bench_engines import ENGINES, corpora
from benchmarks.bench_load import CHATS, SETTLED, Words, entry, growth, measure, people, question
from benchmarks.growth_of_catalogue import grown
from benchmarks.growth_of_store import LARGE, SMALL, Store, fill, questions, shape
from benchmarks.judgement import judge
from benchmarks.messages import evaluation_messages, message_sets
from benchmarks.robustness import TYPISTS, compare
from benchmarks.typists import SLIPS, telex, vni, without_accents
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from storage import Storage

EVALUATION = Path(__file__).parents[1] / "../shared/eval"
SAYS = "Tổng số biên chế được giao của Sở Công Thương quý 3/2022: 1.327 người, đạt 59,09 %"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_catalogue())


def _scorer() -> Any:  # noqa: ANN401  a script outside this project
    spec = importlib.util.spec_from_file_location("score", EVALUATION / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (EVALUATION / "score.py").exists(), reason="the evaluation is not beside this working tree")
@pytest.mark.parametrize("typist", [None, *TYPISTS])
def test_the_judge_counts_what_the_scorer_counts(typist: str | None, reader: Reader) -> None:
    """Also where much is wrong: the same messages spoilt by each typist."""
    spoil = TYPISTS[typist][0] if typist else lambda text, _: text
    messages = [each | {"text": spoil(each["text"], Random(each["id"]))} for each in evaluation_messages()]  # noqa: S311  repeats itself
    readings = [interpret_line(message, reader=reader) for message in messages]
    verdicts = [judge(message, reading) for message, reading in zip(messages, readings, strict=True)]
    rates, harm, _ = _scorer().score(messages, readings)
    for kind in ("question", "entry", "unknown"):
        whole = [verdict.whole for verdict in verdicts if verdict.kind == kind]
        assert [sum(whole), len(whole)] == rates[kind]["ALL"]["whole"]
    top1 = [verdict.top1 for verdict in verdicts if verdict.top1 is not None]
    assert [sum(top1), len(top1)] == rates["question"]["ALL"]["top1"]
    assert sum(verdict.silent for verdict in verdicts) == harm["ALL"]["silent_wrong_writes"]


@pytest.mark.parametrize("typist", TYPISTS)
def test_typists_leave_numbers_alone_and_repeat_themselves(typist: str) -> None:
    """A number that changed would change what is meant."""
    spoil = TYPISTS[typist][0]
    typed = spoil(SAYS, Random(7))  # noqa: S311  repeats itself
    assert typed == spoil(SAYS, Random(7))  # noqa: S311
    assert typed != SAYS
    for number in ("3/2022", "1.327", "59,09 %"):
        assert number in typed


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_changes_one_or_two_letters(slip: str) -> None:
    """Never more: length differs by at most one."""
    typed = SLIPS[slip](SAYS, Random(3))  # noqa: S311  repeats itself
    assert abs(len(typed) - len(SAYS)) <= 1
    same = len([1 for one, other in zip(typed, SAYS, strict=False) if one == other])
    same += len([1 for one, other in zip(reversed(typed), reversed(SAYS), strict=False) if one == other])
    assert same >= len(SAYS) - 2


@pytest.mark.parametrize(
    ("says", "in_telex", "in_vni"),
    [
        ("Sở", {"Sowr"}, {"So73"}),
        ("được", {"dduwowcj", "dduowcj", "dduwowjc", "dduowjc"}, {"d9u7o7c5", "d9uo7c5", "d9u7o75c", "d9uo75c"}),
        ("ĐẶT", {"DDAwTj", "DDAwjT"}, {"D9A8T5", "D9A85T"}),
        ("sct q3", {"sct q3"}, {"sct q3"}),
    ],
)
def test_keystrokes_are_those_of_the_input_method(says: str, in_telex: set[str], in_vni: set[str]) -> None:
    """Tone at the end or behind its vowel, one key or two for ươ."""
    decomposed = unicodedata.normalize("NFD", says)
    for text in (says, decomposed):
        assert {telex(text, Random(seed)) for seed in range(40)} == in_telex  # noqa: S311
        assert {vni(text, Random(seed)) for seed in range(40)} == in_vni  # noqa: S311


def test_leaving_accents_out_drops_points_at_most_as_allowed_on_our_own_messages(reader: Reader) -> None:
    """Accents are never trusted alone."""
    found = compare(message_sets()["tests/messages"], without_accents, reader=reader, seeds=range(1))
    limit = TYPISTS["every accent removed"][1]
    assert limit is not None
    assert max(found.drops) <= limit
    assert found.after.silent == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_finds_a_label_by_its_own_words(engine: str, reader: Reader) -> None:
    """Engines are compared at their best, not crippled."""
    labels = corpora(reader.catalogue)["labels"]
    search = ENGINES[engine](labels.texts)
    found = [labels.texts.index(text) in list(search(text)) for text in labels.texts[::10]]
    assert sum(found) >= 0.95 * len(found)


def test_a_grown_catalogue_keeps_its_own_rows(reader: Reader) -> None:
    """And has as many indicators as asked for, each under a parent that exists."""
    large = grown(reader.catalogue, 1_000)
    assert len(large.indicators) == 1_000
    assert large.rows[: len(reader.catalogue.rows)] == reader.catalogue.rows
    assert all(row.parent is None or row.parent in large for row in large.rows)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_grown_store_has_the_size_asked_for(size: int, reader: Reader) -> None:
    """Within a tenth: reports are whole."""
    assert abs(shape(reader.catalogue, size).size - size) < size / 10


def test_a_grown_store_answers_every_question_that_is_timed(tmp_path: Path, reader: Reader) -> None:
    """Filled past the program, but with what the program would have written: each question finds its figures."""
    small = shape(reader.catalogue, SMALL)
    address = f"sqlite:///{tmp_path}/grown.sqlite3"
    fill(address, small)
    store = Store(small, Storage(address), {})
    with store.storage.begin() as work:
        for ask in questions(reader.catalogue).values():
            ask(work, reader.catalogue.agencies[0].code, small.periods[-1], small.rows[0])
        assert len(work.values()) == small.size
        assert len(work.changes(work.values(periods=small.periods[:1])[0].key)) == 1
    store.storage.close()


def test_every_chat_under_load_is_a_clerk_of_its_own(reader: Reader) -> None:
    clerks = people(reader.catalogue)
    assert len({clerk.id for clerk in clerks}) == CHATS
    assert all(clerk.grants for clerk in clerks)


@pytest.mark.parametrize(("words", "opening"), [(question, "<b>"), (entry, "Đã ghi")])
async def test_under_load_every_message_is_answered_as_meant(words: Words, opening: str) -> None:
    """A bot that refused everything would be fast."""
    load = await measure("--bot", words, opening, 40)
    assert load.odd == ()
    assert len(load.waits_ms) == 40


def test_memory_is_judged_after_it_has_settled() -> None:
    """Growth before the first messages are through is no leak, and a short run tells nothing."""
    settled = tuple((at, 100 if at < SETTLED else 200 + at // SETTLED) for at in range(0, 11 * SETTLED, SETTLED // 2))
    assert growth(settled) == pytest.approx(9 / 201, abs=0.01)
    assert growth(settled[:3]) is None
