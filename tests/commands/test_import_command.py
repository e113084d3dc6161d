"""`cchc-bot import`: what is said about a file, what is printed for programs, what is stored, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.settings import database_in
from storage import Storage
from tests.text_reports import TITLE, Layout, noise_of, random_figures, render

CATALOGUE = load_catalogue()
Q3 = Period.parse("2022-Q3")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is set up but a folder for the figures."""
    for name in ("DATABASE_URL", "CCHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)  # away from a .env of whoever runs the tests
    return tmp_path / "data"


def report(file: Path, *, title: str = TITLE) -> int:
    """Write a report of Sở Công Thương, Quý III/2022; how many figures it holds."""
    noise = noise_of(11)
    figures = random_figures(CATALOGUE, "2022", noise, filled=0.6)
    file.write_bytes(render(figures, CATALOGUE, period=Q3, layout=Layout(title=title, page=9), noise=noise))
    return len(figures)


def stored(data: Path) -> int:
    """Figures in the database, read through a session of its own."""
    storage = Storage(database_in(data))
    storage.migrate()
    with storage.begin() as work:
        count = len(work.values())
    storage.close()
    return count


def test_a_report_is_stored_and_told(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Agency, period and count; once more, nothing is new."""
    figures = report(tmp_path / "bc.txt")
    assert main(["import", "bc.txt"]) == 0
    said = capsys.readouterr().out
    assert "bc.txt: Sở Công Thương · Quý III/2022" in said
    assert f"{figures} số liệu" in said
    assert f"Đã ghi {figures} số liệu." in said
    assert stored(data) == figures
    assert main(["import", "bc.txt"]) == 0
    assert "Không có gì mới để ghi." in capsys.readouterr().out


def test_a_dry_run_tells_and_stores_nothing(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row as JSON on stdout, the summary beside it."""
    figures = report(tmp_path / "bc.txt")
    assert main(["import", "--dry-run", "--json", "bc.txt"]) == 0
    printed = capsys.readouterr()
    rows = json.loads(printed.out)
    assert all(set(row) == {"id", "value", "raw", "note", "line", "issue"} for row in rows)
    assert sum(row["value"] is not None for row in rows) == figures
    assert f"• {figures} mới" in printed.err
    assert stored(data) == 0


def test_several_files_give_a_line_of_json_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A refused one gives none, and the exit code tells."""
    report(tmp_path / "bc.txt")
    (tmp_path / "bad.txt").write_bytes(b"")
    assert main(["import", "--dry-run", "--json", "bc.txt", "bad.txt", "bc.txt"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_differing_figure_is_shown_and_waits_for_replace(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the file is stored until then."""
    figures = report(tmp_path / "bc.txt")
    main(["import", "bc.txt"])
    lines = (tmp_path / "bc.txt").read_text(encoding="utf-8").split("\n")
    place = next(place for place, line in enumerate(lines) if line.split("\t")[-2:][0].isdigit() and "\tNgười\t" in line)
    cells = lines[place].split("\t")
    lines[place] = "\t".join([*cells[:3], str(int(cells[3]) + 7), *cells[4:]])
    (tmp_path / "bc.txt").write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "bc.txt"]) == 1
    said = capsys.readouterr().err
    assert "1 khác số đã ghi" in said
    assert f"dòng {place + 1}" in said
    assert "--replace" in said
    assert main(["import", "--replace", "bc.txt"]) == 0
    assert "Đã ghi 1 số liệu." in capsys.readouterr().out
    assert stored(data) == figures


def test_half_a_report_is_refused_unless_asked_for(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was read, what is missing, how to take it all the same; cut anywhere, even inside a letter."""
    report(tmp_path / "bc.txt")
    content = (tmp_path / "bc.txt").read_bytes()
    (tmp_path / "half.txt").write_bytes(content[: len(content) // 2])
    assert main(["import", "half.txt"]) == 1
    said = capsys.readouterr().err
    assert "VII (" in said
    assert "Dòng cuối đọc được: dòng" in said
    assert "--partial" in said
    assert "Chưa ghi gì." in said
    assert stored(data) == 0
    assert main(["import", "--partial", "half.txt"]) == 0
    assert stored(data) > 0


TABLE = "STT\tChỉ tiêu\tSố lượng\n\tSố phòng ban đã kiểm tra\t4\n\tSố đơn vị trực thuộc đã kiểm tra\t2\n2\tKiểm tra CCHC\t\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "không có tệp này"),
        (b"", "tệp trống"),
        (b"\n\n\t\n", "tệp trống"),
        (bytes(range(256)) * 9, "không phải tệp báo cáo"),
        (b"%PDF-1.4", "tệp bị hỏng"),
        (b"PK\x03\x04 word/document.xml", "tệp bị hỏng"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "tệp Word đời cũ (.doc)"),
        ("Bé Néi vô\tcã\t1".encode("latin-1"), "bảng mã"),
        ("Kính gửi Sở Nội vụ.".encode(), "không có bảng nào"),
        ("STT\tHọ tên\tChức vụ\n1\tNgười Thứ Nhất\tChuyên viên\n".encode(), "không thấy biểu số liệu CCHC"),
        (TABLE.encode(), "không rõ báo cáo của đơn vị nào"),
        (f"PHỤ LỤC SỐ LIỆU SỞ Y TẾ\n\n{TABLE}".encode(), "không rõ báo cáo của kỳ nào"),
        (f"PHỤ LỤC QUÝ I NĂM 2022 SỞ Y TẾ, SỞ TÀI CHÍNH\n\n{TABLE}".encode(), "nhiều đơn vị (Sở Y tế, Sở Tài chính)"),
        (f"PHỤ LỤC QUÝ I/2022 VÀ QUÝ III/2022, SỞ Y TẾ\n\n{TABLE}".encode(), "nhiều kỳ khác nhau (Quý I/2022, Quý III/2022)"),
        (
            f"PHỤ LỤC QUÝ I NĂM 2022, SỞ Y TẾ\n\n{TABLE}".replace("Số lượng", "Quý I\tQuý II")
            .replace("\t4", "\t4\t5")
            .encode(),
            "nhiều cột số liệu",
        ),
        (f"PHỤ LỤC QUÝ I NĂM 2022, SỞ Y TẾ\n\n{TABLE}".encode(), "thiếu hẳn phần II"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_refused_with_its_reason(
    content: bytes | None, says: str, tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, a message in Vietnamese on stderr, nothing on stdout, nothing stored."""
    if content is not None:
        (tmp_path / "bad.txt").write_bytes(content)
    assert main(["import", "--json", "bad.txt"]) == 1
    printed = capsys.readouterr()
    assert says in printed.err
    assert "Chưa ghi gì." in printed.err
    assert printed.out == ""
    assert stored(data) == 0


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path)]) == 1
    assert "thư mục" in capsys.readouterr().err


def test_agency_and_period_may_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a table without a title; a title that says otherwise is pointed out."""
    report(tmp_path / "bare.txt", title="Bảng\n\n")
    assert main(["import", "--dry-run", "--agency", "stttt", "--period", "2022-q3", "bare.txt"]) == 0
    assert "Sở Thông tin và Truyền thông · Quý III/2022" in capsys.readouterr().out
    report(tmp_path / "titled.txt")
    assert main(["import", "--dry-run", "--agency", "STC", "titled.txt"]) == 0
    assert "Lưu ý: tiêu đề ghi Sở Công Thương" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--agency", "XYZ"], ["--period", "quý 3"]])
def test_a_wrong_option_is_wrong_usage(options: list[str], tmp_path: Path) -> None:
    report(tmp_path / "bc.txt")
    assert main(["import", *options, "bc.txt"]) == 2


def test_a_period_that_has_not_begun_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the year would else open a report of the future."""
    report(tmp_path / "bc.txt")
    assert main(["import", "--period", "2199-Q3", "bc.txt"]) == 1
    assert "chưa bắt đầu" in capsys.readouterr().err
