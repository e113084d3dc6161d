"""The command line: results on stdout, messages on stderr, exit codes 0, 1 and 2."""

from pathlib import Path

import pytest

from bot.cli import COMMANDS, main
from storage import Storage


@pytest.fixture(autouse=True)
def set_up_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing is set up but a folder for the figures."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "CCHC_BOT_NAME", "CCHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)], ids=str)
def test_help_is_everywhere(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` ends with 0."""
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "cchc-bot" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["unknown"], ["ask"], ["chat", "--today", "hôm nay"], ["invite", "--role", "boss"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    """As argparse does."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_without_a_command_all_of_them_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage too, but of somebody who wants to know what there is."""
    assert main([]) == 2
    told = capsys.readouterr().err
    assert [command for command in COMMANDS if f"    {command}" not in told] == []


def test_a_faulty_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Instead of a traceback."""
    monkeypatch.setenv("CCHC_ADMIN_ID", "@ai-do")
    assert main(["invite", "--role", "admin"]) == 2
    assert "CCHC_ADMIN_ID" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In Vietnamese, with exit code 1."""
    monkeypatch.setenv("DATABASE_URL", "mysql://host/name")
    assert main(["invite", "--role", "admin"]) == 1
    assert "cơ sở dữ liệu" in capsys.readouterr().err


@pytest.mark.parametrize("question", ["hồ sơ trả kết quả sở công thương quý 3/2022", "hoof sow trar keets quar sct q3/2022"])
def test_ask_answers_from_the_sample(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One message in, the reply out."""
    assert main(["ask", "--sample", question]) == 0
    assert "4.954" in capsys.readouterr().out


def test_ask_reads_the_configured_database_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry is answered but not stored, and that is said."""
    assert main(["ask", "--as", "clerk:SCT", "--today", "2023-03-15", "nhiệm", "vụ đề ra 25"]) == 0
    shown = capsys.readouterr()
    assert "25" in shown.out
    assert "không ghi" in shown.err
    storage = Storage(f"sqlite:///{tmp_path}/data/cchc.sqlite3")
    with storage.begin() as work:
        assert work.values() == []
        assert work.people() == []
    storage.close()


def test_ask_as_somebody_unknown_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """The roles are listed."""
    assert main(["ask", "--sample", "--as", "boss", "xin chào"]) == 2
    assert "official" in capsys.readouterr().err


def test_invite_prints_a_link_that_works_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a deep link when the bot's name is known, else as what to type."""
    assert main(["invite", "--role", "clerk", "--agency", "sct"]) == 0
    command, token = capsys.readouterr().out.split()
    assert command == "/start"
    storage = Storage(f"sqlite:///{tmp_path}/data/cchc.sqlite3")
    with storage.begin() as work:
        invite = work.invite(token)
        assert invite is not None
        assert (invite.grant.role, invite.grant.agency) == ("clerk", "SCT")
    storage.close()
    monkeypatch.setenv("CCHC_BOT_NAME", "cchc_bot")
    assert main(["invite", "--role", "viewer"]) == 0
    assert capsys.readouterr().out.startswith("https://t.me/cchc_bot?start=")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--role", "clerk"],
        ["--role", "admin", "--agency", "SCT"],
        ["--role", "viewer", "--agency", "XYZ"],
        ["--role", "viewer", "--days", "0"],
    ],
)
def test_an_invite_that_makes_no_sense_is_wrong_usage(arguments: list[str]) -> None:
    """A clerk needs an agency, an administrator has none."""
    assert main(["invite", *arguments]) == 2
