"""Files that are no report: each is refused in seconds with what it is and what to send, and the store stays as it was."""

from __future__ import annotations

import resource
import subprocess
import sys
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from bot.cli import main
from bot.documents.text import MAX_BYTES
from bot.domain.catalogue_file import load_catalogue
from bot.domain.report_reading import Unreadable, read_report
from bot.replies.unreadable import unreadable
from bot.settings import database_in
from storage import Storage
from tests.made_reports.bad_files import Bad, bad_files, pdf, pdf_bomb, tags_bomb, word, word_bomb

CATALOGUE = load_catalogue()
ROOT = Path(__file__).parents[2]
MEMORY = 500 * 2**20  # bytes of address space that a reader may take
SECONDS = 10


@cache
def corpus() -> dict[str, Bad]:
    return {bad.name: bad for bad in bad_files()}


NAMES = list(corpus())


def test_the_corpus_is_large() -> None:
    """Kinds of files that people do send."""
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_is_told_apart_with_its_advice(name: str) -> None:
    """The reason by its content, whatever its name; a sentence that says what to do; quickly."""
    bad = corpus()[name]
    start = perf_counter()
    found = read_report(bad.content, file_name=bad.name, catalogue=CATALOGUE)
    assert isinstance(found, Unreadable)
    assert found.why is bad.why
    said = unreadable(found, CATALOGUE).text
    assert bad.says in said
    assert said.endswith("Chưa ghi gì.")
    assert perf_counter() - start < SECONDS


def test_the_store_is_unchanged_by_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the command line, one after the other: all refused, not a row of any table more."""
    for name in ("DATABASE_URL", "CCHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    small = [bad for bad in corpus().values() if len(bad.content) < MAX_BYTES and "bom" not in bad.name][::3]
    for place, bad in enumerate(small):
        (tmp_path / f"{place}.bin").write_bytes(bad.content)
    assert main(["import", *(f"{place}.bin" for place in range(len(small)))]) == 1
    assert capsys.readouterr().err.count("Chưa ghi gì.") == len(small)
    storage = Storage(database_in(tmp_path / "data"))
    with storage.begin() as work:
        assert work.values() == []
    storage.close()


_CELL = "<w:tc><w:p><w:r><w:t>Số nhiệm vụ</w:t></w:r></w:p></w:tc>"
WORST = {
    "word bomb": word_bomb,
    "tags bomb": tags_bomb,
    "pdf bomb": pdf_bomb,
    "3,000 rows": lambda: word(f"<w:tbl>{f'<w:tr>{_CELL * 5}</w:tr>' * 2990}</w:tbl>"),
    "100 pages": lambda: pdf(*(f"{place} Chi tieu thong ke so {place} cua don vi" for place in range(20)), pages=100),
}
_CHILD = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from bot.domain.catalogue_file import load_catalogue
from bot.domain.report_reading import read_report
print(type(read_report(Path(sys.argv[1]).read_bytes(), file_name="a", catalogue=load_catalogue())).__name__)
"""


@pytest.mark.parametrize("worst", WORST)
@pytest.mark.skipif(not hasattr(resource, "RLIMIT_AS"), reason="the system cannot limit memory")
def test_a_reader_stays_under_500_mb(worst: str, tmp_path: Path) -> None:
    """A process that may take no more reads the worst files and answers."""
    (tmp_path / "worst").write_bytes(WORST[worst]())
    child = [sys.executable, "-c", _CHILD.format(memory=MEMORY), str(tmp_path / "worst")]
    ran = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603
    assert (ran.returncode, ran.stdout.strip()) == (0, "Unreadable"), ran.stderr[-800:]
