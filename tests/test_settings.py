"""Settings come from the environment and `.env`; what cannot be used is named, never guessed."""

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.checks_over_time import JumpRules
from bot.domain.notices import QuietHours
from bot.settings import TELEGRAM_API, VARIABLES, Settings, SettingsError, default_data_folder, load_settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"
TOKEN = "123456789:" + "A" * 35


def load(tmp_path: Path, *, written: str = "", **environ: str) -> Settings:
    env_file = tmp_path / ".env"
    env_file.write_text(written, encoding="utf-8")
    return load_settings({"XDG_DATA_HOME": str(tmp_path), **environ}, env_file=env_file)


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    """Everything but Telegram itself works without a setting."""
    settings = load(tmp_path)
    assert settings.token is None
    assert settings.api_url == TELEGRAM_API
    assert settings.remind_at == time(8)
    assert settings.database_url == f"sqlite:///{settings.data_folder}/cchc.sqlite3"


def test_everything_can_be_set(tmp_path: Path) -> None:
    """Each variable reaches its setting."""
    settings = load(
        tmp_path,
        TELEGRAM_BOT_TOKEN=TOKEN,
        CCHC_ADMIN_ID="42",
        CCHC_BOT_NAME="@cchc_bot",
        CCHC_DATA=str(tmp_path / "so-lieu"),
        CCHC_REMIND_AT="7h30",
        CCHC_CLOSING_DAYS="5",
        CCHC_OVERDUE_DAYS="0",
        CCHC_ESCALATE_DAYS="2, 3 4",
        CCHC_QUIET_HOURS="20h-7:15",
        CCHC_JUMPS="5 2,5 10",
        CCHC_CATALOGUE="mine.yaml",
        TELEGRAM_API_URL="http://127.0.0.1:8081/",
        TELEGRAM_PROXY="http://user:secret@proxy:3128",
        CCHC_LOG_LEVEL="debug",
    )
    assert settings == Settings(
        data_folder=tmp_path / "so-lieu",
        database_url=f"sqlite:///{tmp_path}/so-lieu/cchc.sqlite3",
        token=TOKEN,
        bot_name="cchc_bot",
        admin_id=42,
        api_url="http://127.0.0.1:8081",
        proxy="http://user:secret@proxy:3128",
        remind_at=time(7, 30),
        closing_days=5,
        overdue_days=0,
        escalate_days=(2, 3, 4),
        quiet_hours=QuietHours(time(20), time(7, 15)),
        jumps=JumpRules(Decimal(5), Decimal("2.5"), Decimal(10)),
        catalogue=Path("mine.yaml"),
        log_level="DEBUG",
    )
    assert load(tmp_path, DATABASE_URL="postgresql://h/d").database_url == "postgresql://h/d"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    """So that one process can be started differently; an empty variable is one that is not set."""
    written = "CCHC_ADMIN_ID=1\nCCHC_REMIND_AT=09:15\n"
    settings = load(tmp_path, written=written, CCHC_ADMIN_ID="2", CCHC_REMIND_AT="")
    assert (settings.admin_id, settings.remind_at) == (2, time(9, 15))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "chua-co"),
        ("CCHC_ADMIN_ID", "@tên"),
        ("CCHC_ADMIN_ID", "-5"),
        ("CCHC_REMIND_AT", "25:00"),
        ("CCHC_REMIND_AT", "sáng"),
        ("CCHC_CLOSING_DAYS", "bảy"),
        ("CCHC_OVERDUE_DAYS", "-1"),
        ("CCHC_ESCALATE_DAYS", "1 2"),
        ("CCHC_QUIET_HOURS", "21:00"),
        ("CCHC_JUMPS", "10 3"),
        ("CCHC_JUMPS", "3 10 20"),
        ("CCHC_JUMPS", "10 ba 20"),
        ("CCHC_QUIET_HOURS", "21:00-25:00"),
        ("TELEGRAM_PROXY", "socks5://proxy:1080"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "http://host:notaport"),
        ("CCHC_LOG_LEVEL", "LOUD"),
    ],
)
def test_an_unusable_value_is_named_with_its_variable(tmp_path: Path, variable: str, value: str) -> None:
    """The administrator sees which line to mend."""
    with pytest.raises(SettingsError, match=variable):
        load(tmp_path, **{variable: value})


def test_a_misspelt_variable_in_the_file_is_named(tmp_path: Path) -> None:
    """It would else silently do nothing."""
    with pytest.raises(SettingsError, match="CCHC_REMINDAT"):
        load(tmp_path, written="CCHC_REMINDAT=09:00\n")


def test_a_file_of_an_old_editor_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    """Windows' own editor marks UTF-8 at the begin, which is fine; a comment in another encoding is not."""
    file = tmp_path / ".env"
    file.write_bytes("\ufeffCCHC_ADMIN_ID=5\r\n# quản trị\r\n".encode())
    assert load_settings({}, env_file=file).admin_id == 5
    file.write_bytes("CCHC_ADMIN_ID=5\n# quản trị\n".encode("utf-16"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings({}, env_file=file)


def test_secrets_do_not_show_when_settings_are_printed(tmp_path: Path) -> None:
    """A repr ends up in logs and tracebacks."""
    shown = repr(
        load(
            tmp_path,
            TELEGRAM_BOT_TOKEN=TOKEN,
            TELEGRAM_PROXY="http://user:geheim@proxy:3128",
            DATABASE_URL="postgresql://u:geheim@h/d",
        )
    )
    assert TOKEN not in shown
    assert "geheim" not in shown


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/x"}, Path("/x/cchc-bot")),
        ("linux", {}, Path.home() / ".local/share/cchc-bot"),
        ("win32", {"LOCALAPPDATA": "/l"}, Path("/l/cchc-bot")),
        ("darwin", {}, Path.home() / "Library/Application Support/cchc-bot"),
    ],
)
def test_figures_stay_in_one_place_wherever_the_bot_is_started(platform: str, environ: dict[str, str], folder: Path) -> None:
    """The system's folder for program data."""
    assert default_data_folder(environ, platform=platform) == folder


def test_the_example_file_can_be_used_as_it_is(tmp_path: Path) -> None:
    """Copied to .env and not touched, it changes nothing."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert load(tmp_path, written=text) == load(tmp_path)
    assert [name for name in VARIABLES if f"{name}=" not in text] == []
