"""`cchc-bot export`: which file is written, what is said about it, what is refused, and the exit code."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.cli import main
from bot.domain.catalogue_file import load_catalogue
from bot.sample import load_sample
from bot.settings import database_in
from storage import Storage

ONE = ["export", "--agency", "sct", "--period", "2022-q3"]
PROVINCE = ["export", "--period", "2022-Q3"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with the sample figures and nothing else."""
    for name in ("DATABASE_URL", "CCHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)  # away from a .env of whoever runs the tests
    (tmp_path / "data").mkdir()
    storage = Storage(database_in(tmp_path / "data"))
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, load_catalogue(), datetime(2023, 3, 15, tzinfo=UTC))
        work.commit()
    storage.close()
    return tmp_path


@pytest.mark.parametrize("name", ["phu-luc.docx", "phu-luc.XLSX", "phu-luc.csv"])
def test_an_appendix_is_written_and_imported_again(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By the file's ending; nothing is new in it, so nothing was lost."""
    assert main([*ONE, name]) == 0
    told = capsys.readouterr()
    assert told.out == f"{name}\n"
    assert "Có số liệu ở 145/186 dòng." in told.err
    assert "VBQPPL đã tham mưu ban hành: 0" in told.err
    assert main(["import", name, "--dry-run"]) == 0
    assert "145 như số đã ghi" in capsys.readouterr().out


def test_the_province_is_a_workbook_of_who_has_submitted(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --agency; the others are named."""
    assert main([*PROVINCE, "tinh.xlsx"]) == 0
    assert "Có 2/19 đơn vị đã nộp" in capsys.readouterr().err
    assert len(load_workbook("tinh.xlsx").sheetnames) == 8


def test_a_file_is_not_overwritten_unless_that_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And then it is replaced as a whole."""
    file = folder / "phu-luc.csv"
    file.write_text("của tôi", encoding="utf-8")
    assert main([*ONE, "phu-luc.csv"]) == 1
    assert "--force" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "của tôi"
    assert main([*ONE, "phu-luc.csv", "--force"]) == 0
    assert "CÔNG THƯƠNG" in file.read_text(encoding="utf-8-sig")
    assert sorted(path.name for path in folder.iterdir()) == ["data", "phu-luc.csv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*ONE, "phu-luc.pdf"], ".docx, .xlsx, .csv"),
        ([*ONE, "phu-luc"], ".docx, .xlsx, .csv"),
        ([*PROVINCE, "tinh.docx"], "--agency"),
        (["export", "--agency", "nope", "--period", "2022-Q3", "x.docx"], "các mã: SCT"),
        (["export", "--agency", "SCT", "--period", "quý 3", "x.docx"], "2022-Q3"),
    ],
)
def test_wrong_options_are_explained(arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what would work; nothing is written."""
    assert main(arguments) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["export", "--period", "2024-Q1", "tinh.xlsx"], 1, "Chưa đơn vị nào nộp báo cáo Quý I/2024"),
        ([*ONE, "khong/co/phu-luc.docx"], 1, "không ghi được tệp"),
        (["export", "--agency", "SCT", "--period", "2024-Q1", "trong.docx"], 0, "biểu mẫu trống"),
    ],
)
def test_what_cannot_be_written_is_said(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No report of the province, no folder; an agency without figures gets the form to fill in."""
    assert main(arguments) == code
    assert said in capsys.readouterr().err
