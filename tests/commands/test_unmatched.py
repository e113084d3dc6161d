"""`cchc-bot unmatched`: list, accept, withdraw, delete."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.catalogue import IndicatorId
from storage import Storage

NOW = datetime(2023, 3, 15, 2, 0, tzinfo=UTC)
ELECTRONIC, RETURNED = IndicatorId("documents.electronic_only"), IndicatorId("dossiers.returned")


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    """A configured database in which three wordings were noted."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/cchc.sqlite3")
    monkeypatch.delenv("CCHC_CATALOGUE", raising=False)
    storage = Storage(f"sqlite:///{tmp_path}/cchc.sqlite3")
    storage.migrate()
    with storage.begin() as work:
        for wording, times, nearest in (("xang xe", 3, None), ("van ban di may quet", 2, RETURNED), ("ho so", 1, RETURNED)):
            for _ in range(times):
                work.note_unmatched(wording, refused=nearest is None, nearest=nearest, at=NOW)
        work.note_choice("van ban di may quet", ELECTRONIC)
        work.commit()
    yield storage
    storage.close()


def test_the_most_frequent_come_first_with_the_alias_they_suggest(capsys: pytest.CaptureFixture[str]) -> None:
    """What people chose goes before the nearest row; what several rows are called is suggested for none."""
    assert main(["unmatched"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "xang xe: 3 lần (từ chối 3), 15/3/2023",
        "van ban di may quet: 2 lần (hỏi lại 2), 15/3/2023",
        "    đã chọn 1 lần: Tổng số văn bản đi: Văn bản gửi hoàn toàn điện tử",
        "    đề nghị: documents.electronic_only (Tổng số văn bản đi: Văn bản gửi hoàn toàn điện tử)",
        "ho so: 1 lần (hỏi lại 1), 15/3/2023",
        "    không đề nghị: hợp với nhiều chỉ tiêu hoặc trùng tên, bot vẫn phải hỏi",
    ]


def test_the_list_can_be_cut_and_read_by_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON line each."""
    assert main(["unmatched", "--json", "--most", "2"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["wording"], line["times"], line["suggests"]) for line in lines] == [
        ("xang xe", 3, None),
        ("van ban di may quet", 2, ELECTRONIC),
    ]
    assert lines[1]["chosen"] == {ELECTRONIC: 1}


def test_an_alias_is_accepted_listed_and_withdrawn(capsys: pytest.CaptureFixture[str]) -> None:
    """Accepting takes the wording off the list; withdrawing twice is refused."""
    assert main(["unmatched", "--accept", "Văn bản đi máy quét", ELECTRONIC]) == 0
    assert "van ban di may quet" in capsys.readouterr().out
    assert main(["unmatched", "--accepted", "--json"]) == 0
    accepted = json.loads(capsys.readouterr().out)
    assert (accepted["wording"], accepted["indicator"], accepted["by"]) == ("van ban di may quet", ELECTRONIC, None)
    assert main(["unmatched"]) == 0
    assert "van ban" not in capsys.readouterr().out
    assert main(["ask", "--as", "clerk:SCT", "--today", "2023-03-15", "văn bản đi máy quét 5"]) == 0
    assert "Đã ghi" in capsys.readouterr().out
    assert main(["unmatched", "--withdraw", "văn bản đi máy quét"]) == 0
    assert main(["unmatched", "--withdraw", "văn bản đi máy quét"]) == 1
    assert "không có gì để gỡ" in capsys.readouterr().err
    assert main(["unmatched", "--accepted"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("wording", "row", "code", "reason"),
    [
        ("Biên chế có mặt", ELECTRONIC, 1, "đã là tên"),
        ("hồ sơ", RETURNED, 1, "hợp với nhiều chỉ tiêu"),
        ("bao nhiêu", RETURNED, 1, "không có từ nào"),
        ("xăng xe", "khong.co", 2, "khong.co"),
    ],
)
def test_what_cannot_be_an_alias_is_refused_with_its_reason(
    wording: str, row: str, code: int, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr; nothing is stored."""
    assert main(["unmatched", "--accept", wording, row]) == code
    assert reason in capsys.readouterr().err
    assert main(["unmatched", "--accepted"]) == 0
    assert capsys.readouterr().out == ""


def test_what_was_kept_can_be_deleted(capsys: pytest.CaptureFixture[str], storage: Storage) -> None:
    """One wording or all."""
    assert main(["unmatched", "--delete", "Xăng xe"]) == 0
    assert "1" in capsys.readouterr().out
    assert main(["unmatched", "--delete"]) == 0
    assert "2" in capsys.readouterr().out
    with storage.begin() as work:
        assert work.unmatched(10) == []
    assert main(["unmatched", "--most", "0"]) == 2
