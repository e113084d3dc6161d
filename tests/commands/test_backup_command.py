"""`cchc-bot backup` and `restore` as an administrator types them."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.clock import SystemClock
from bot.domain.catalogue_file import load_catalogue
from bot.sample import load_sample
from bot.settings import database_in
from storage import Storage


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a bot with the sample figures."""
    folder = tmp_path / "data"
    storage = Storage(database_in(folder))
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, load_catalogue(), SystemClock().now())
        work.commit()
    storage.close()
    monkeypatch.setenv("CCHC_DATA", str(folder))
    return folder


def test_from_one_folder_to_another(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was said about the copy is said again when it is restored, and the bot answers from it."""
    assert main(["backup", str(tmp_path / "copy.bak")]) == 0
    made = capsys.readouterr().out
    assert "số liệu" in made
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "new"))
    assert main(["restore", str(tmp_path / "copy.bak")]) == 0
    assert made.split(": ", 1)[1] == capsys.readouterr().out.split(": ", 1)[1]
    assert (office / "cchc.sqlite3").exists()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["backup", "copy.bak", "again"], None),
        (["backup", "copy.bak"], "không ghi đè"),
        (["restore", "copy.bak"], "đã có dữ liệu"),
        (["restore", "missing.bak"], "không phải bản sao lưu"),
        (["backup", "no/such/folder/copy.bak"], "Không làm được"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_would_work(
    office: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    told: str | None,
) -> None:
    """Exit code 1 (2 for wrong usage), in Vietnamese, and the data folder as it was."""
    monkeypatch.chdir(tmp_path)
    assert main(["backup", "copy.bak"]) == 0
    before = (office / "cchc.sqlite3").read_bytes()
    capsys.readouterr()
    if told is None:
        with pytest.raises(SystemExit) as wrong:
            main(command)
        assert wrong.value.code == 2
    else:
        assert main(command) == 1
        assert told in capsys.readouterr().err
    assert (office / "cchc.sqlite3").read_bytes() == before
