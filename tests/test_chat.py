"""`cchc-bot chat` from a pipe: each line is answered in order and the end of the input is the end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def chat(folder: Path, *lines: str, arguments: tuple[str, ...] = ()) -> str:
    """What the terminal shows for these lines."""
    ended = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "bot", "chat", *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder), "TMPDIR": str(folder), "PATH": "", "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    return ended.stdout


def answers(shown: str) -> list[str]:
    """What was shown after each line, without the banner."""
    return shown.split("› ")[1:]


def test_questions_are_answered_in_order_and_follow_each_other(tmp_path: Path) -> None:
    """Without accents, abbreviated, and as follow-ups."""
    shown = chat(tmp_path, "hồ sơ trả kết quả sở công thương quý 3/2022", "còn sở 4T?", "ho so tra kq sct q3 22")
    first, second, third = answers(shown)
    assert "4.954" in first
    assert "15" in second
    assert "4.954" in third
    assert "\x1b" not in shown  # no colours in a pipe


def test_a_clerk_enters_and_takes_back_by_pressing(tmp_path: Path) -> None:
    """The default person is a clerk of Sở Công Thương."""
    entered, undone = answers(chat(tmp_path, "quý 1/2023: nhiệm vụ đề ra 25, đã xong 20", ":2"))
    assert "25" in entered
    assert "[2] Hoàn tác" in entered
    assert "Đã hoàn tác" in undone


def test_people_days_and_the_group_can_be_changed(tmp_path: Path) -> None:
    """Whoever one wants to try the bot as."""
    shown = chat(
        tmp_path,
        ":as stranger",
        "xin chào",
        ":as admin",
        ":group",
        "chuyện riêng",
        "/dangky",
        ":today 2023-03-16 08:00",
        ":as nobody",
        ":as clerk XYZ",
        ":99",
        ":hocus",
    )
    stranger, admin = answers(shown)[1], "".join(answers(shown)[2:])
    assert "Sở Nội vụ" in stranger
    assert "Trong nhóm bot chỉ đọc" in admin
    assert "Đã gắn nhóm" in admin
    assert "thứ Năm 16/3/2023" in admin
    assert "17/3" in admin  # the reminder
    for refusal in ("Không có vai «nobody»", "Không có đơn vị «XYZ»", "Không có nút số 99", "Không có lệnh :hocus"):
        assert refusal in admin


def test_several_lines_can_be_pasted_and_files_sent(tmp_path: Path) -> None:
    """A paste is one message."""
    (tmp_path / "bao_cao.docx").write_bytes(b"PK")
    shown = chat(
        tmp_path, ":file bao_cao.docx", ":file none.docx", ":paste", "nhiệm vụ đề ra 25", "đã xong 20", ":end", ":help"
    )
    assert "Đang đọc bao_cao.docx" in shown
    assert "Chưa ghi gì." in shown
    assert "Không mở được tệp none.docx" in shown
    assert ":paste" in answers(shown)[-1]


def test_a_named_database_is_kept(tmp_path: Path) -> None:
    """What was entered yesterday is there today, and today's first message is not taken for yesterday's."""
    kept = ("--db", "thu.sqlite3")
    chat(tmp_path, "quý 1/2023: nhiệm vụ đề ra 25", arguments=kept)
    (answer,) = answers(chat(tmp_path, "nhiệm vụ đề ra sct quý 1/2023", arguments=kept))
    assert "25" in answer


def test_lines_after_quit_are_not_answered(tmp_path: Path) -> None:
    """As at the keyboard."""
    assert len(answers(chat(tmp_path, ":quit", "xin chào"))) == 1


@pytest.mark.parametrize("who", ["nobody", "clerk", "clerk:XYZ"])
def test_an_unknown_role_is_wrong_usage(tmp_path: Path, who: str) -> None:
    """Exit code 2, and what can be used."""
    with pytest.raises(AssertionError, match="--as"):
        chat(tmp_path, arguments=("--as", who))


def test_the_readme_shows_what_a_newcomer_will_see(tmp_path: Path) -> None:
    """Letter for letter: the first thing anybody compares."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    promised = re.findall(r"(?m)^    › (.+)\n((?:    .+\n)+)", readme)
    told = answers(chat(tmp_path, *(line for line, _ in promised)))
    assert len(promised) == 3
    for (line, answer), shown in zip(promised, told, strict=True):
        assert shown.split("\n\n")[0].splitlines() == [line, *(each[4:] for each in answer.splitlines())]
