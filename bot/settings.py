"""Everything an administrator can set: environment variables, or the same names in a file `.env`; listed in .env.example."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.domain.checks_over_time import JumpRules
from bot.domain.notices import NoticeRules, Policy, QuietHours

TELEGRAM_API = "https://api.telegram.org"
DEFAULT_LISTEN = ("127.0.0.1", 8080)
_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
_TIME = re.compile(r"(\d{1,2})[:hg](\d{2})?")
_HOURS = re.compile(r"([^-–]+)[-–]([^-–]+)")
_AMOUNT = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
_DAYS_MOST = 60
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """A setting that cannot be used; the text is for the administrator and names the variable."""

    def __init__(self, variable: str, problem: str) -> None:
        """Name the variable first: that is what has to be found and mended."""
        super().__init__(f"{variable}: {problem}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the bot runs with. `token` None: everything but Telegram itself works."""

    data_folder: Path
    database_url: str = field(repr=False)  # may hold a password
    token: str | None = field(default=None, repr=False)  # a token in a log is a bot given away
    bot_name: str | None = None  # without @, for invite links; `cchc-bot run` asks Telegram
    admin_id: int | None = None  # the first administrator, before anybody could be invited
    api_url: str = TELEGRAM_API
    proxy: str | None = field(default=None, repr=False)  # may hold a password
    remind_at: time = time(8)  # Viet Nam time
    dark_pictures: bool = False  # the bot cannot see whether a phone is set to dark
    closing_days: int = 7  # working days before the deadline; 0: not told
    overdue_days: int = 3  # working days after it
    escalate_days: tuple[int, int, int] = (1, 2, 3)  # working days in which nothing was done: viewers, group, administrators
    quiet_hours: QuietHours = field(default_factory=QuietHours)
    webhook_url: str | None = None  # None: long polling
    listen: tuple[str, int] | None = None  # where a webhook and /health are served; None: nowhere, or the default for a webhook
    keep_days: int = 90  # for queue rows that ended
    jumps: JumpRules = field(default_factory=JumpRules)  # when a figure is far from the one a year before
    messages_a_minute: int = 60  # of one person in the long run; five times as many at once
    files_waiting: int = 5  # of one person, to be read
    file_seconds: int = 60  # of processor time and of waiting that reading one file may take
    file_memory: int = 1024  # MB that reading one file may take
    catalogue: Path | None = None  # None: the indicators.yaml that comes with the bot
    log_level: str = "INFO"
    log_json: bool = False

    @property
    def policy(self) -> Policy:
        """How people are reminded."""
        return Policy(NoticeRules(self.remind_at, self.closing_days, self.overdue_days, self.escalate_days), self.quiet_hours)


def default_data_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The system's folder for a program's data: the same from whatever folder the bot is started."""
    if platform == "win32":
        base = Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "cchc-bot"


def load_settings(environ: Mapping[str, str] = os.environ, *, env_file: Path = Path(".env")) -> Settings:
    """Settings from the environment, which goes before `env_file`; SettingsError for the first that cannot be used."""
    return _Variables(environ, env_file).settings()


def read_hour(text: str) -> time | None:
    """`8`, `08:00`, `7h30` as an hour of the day; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if not found or not (int(found[1]) < 24 and int(found[2] or 0) < 60):  # noqa: PLR2004  hours and minutes
        return None
    return time(int(found[1]), int(found[2] or 0))


def database_in(folder: Path) -> str:
    """SQLAlchemy's address of the SQLite file in a data folder."""
    return f"sqlite:///{folder / 'cchc.sqlite3'}"


class _Variables:
    """The variables by name, each read with its own check. An empty one counts as not set."""

    def __init__(self, environ: Mapping[str, str], env_file: Path) -> None:
        written = _written(env_file)
        for name in written:
            if name.startswith(("CCHC_", "TELEGRAM_", "WEBHOOK_")) and name not in VARIABLES:
                raise SettingsError(
                    name, f"không có cài đặt tên này (tệp {env_file}). Các tên dùng được: {', '.join(VARIABLES)}"
                )
        self._environ = environ
        self._values = {name: (environ.get(name) or written.get(name, "")).strip() for name in VARIABLES}

    def settings(self) -> Settings:
        """All of them."""
        folder = Path(self._values["CCHC_DATA"] or default_data_folder(self._environ)).expanduser().absolute()
        catalogue = self._values["CCHC_CATALOGUE"]
        return Settings(
            data_folder=folder,
            database_url=self._values["DATABASE_URL"] or database_in(folder),
            token=self._token(),
            bot_name=self._values["CCHC_BOT_NAME"].removeprefix("@") or None,
            admin_id=self._person("CCHC_ADMIN_ID"),
            api_url=self._address("TELEGRAM_API_URL") or TELEGRAM_API,
            proxy=self._address("TELEGRAM_PROXY"),
            remind_at=self._time("CCHC_REMIND_AT", time(8)),
            dark_pictures=self._is_dark(),
            closing_days=self._days("CCHC_CLOSING_DAYS", (7,))[0],
            overdue_days=self._days("CCHC_OVERDUE_DAYS", (3,))[0],
            escalate_days=self._escalate_days(),
            quiet_hours=self._quiet_hours(),
            webhook_url=self._webhook(),
            listen=self._listen(),
            keep_days=self._whole("CCHC_KEEP_DAYS", 90, least=2, most=3650),  # Telegram sends an update again for a day
            jumps=self._jumps(),
            messages_a_minute=self._whole("CCHC_MESSAGES_A_MINUTE", 60, least=5, most=6000),
            files_waiting=self._whole("CCHC_FILES_WAITING", 5, least=1, most=100),
            file_seconds=self._whole("CCHC_FILE_SECONDS", 60, least=5, most=600),
            file_memory=self._whole("CCHC_FILE_MEMORY", 1024, least=256, most=65_536),
            catalogue=Path(catalogue).expanduser() if catalogue else None,
            log_level=self._level("CCHC_LOG_LEVEL"),
            log_json=self._is_json(),
        )

    def _token(self) -> str | None:
        value = self._values["TELEGRAM_BOT_TOKEN"]
        if value and not _TOKEN.fullmatch(value):
            raise SettingsError("TELEGRAM_BOT_TOKEN", "không đúng dạng 123456789:AA…; chép lại nguyên văn từ @BotFather")
        return value or None

    def _person(self, name: str) -> int | None:
        value = self._values[name]
        if value and not (value.isascii() and value.isdigit()):
            raise SettingsError(name, f"«{value}» không phải mã số Telegram của một người (chỉ gồm chữ số, không phải @tên)")
        return int(value) if value else None

    def _address(self, name: str) -> str | None:
        value = self._values[name].rstrip("/")
        if not value:
            return None
        try:
            parts = urlsplit(value)
            usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            usable = False
        if not usable:
            raise SettingsError(name, "cần một địa chỉ http:// hoặc https:// (proxy SOCKS không dùng được)")
        return value

    def _time(self, name: str, default: time) -> time:
        value = self._values[name]
        if not value:
            return default
        hour = read_hour(value)
        if hour is None:
            raise SettingsError(name, f"«{value}» không phải giờ trong ngày, ví dụ 08:00")
        return hour

    def _quiet_hours(self) -> QuietHours:
        value = self._values["CCHC_QUIET_HOURS"]
        if not value:
            return QuietHours()
        found = _HOURS.fullmatch(value)
        begin, end = (read_hour(found[1]), read_hour(found[2])) if found else (None, None)
        if begin is None or end is None:
            raise SettingsError("CCHC_QUIET_HOURS", f"«{value}» không phải khoảng giờ, ví dụ 21:00-06:30")
        return QuietHours(begin, end)

    def _days(self, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
        value = self._values[name]
        if not value:
            return default
        days = value.replace(",", " ").split()
        if len(days) != len(default) or not all(day.isascii() and day.isdigit() and int(day) <= _DAYS_MOST for day in days):
            raise SettingsError(name, f"«{value}» không dùng được: cần {len(default)} số ngày làm việc, từ 0 đến {_DAYS_MOST}")
        return tuple(int(day) for day in days)

    def _escalate_days(self) -> tuple[int, int, int]:
        viewers, group, administrators = self._days("CCHC_ESCALATE_DAYS", (1, 2, 3))
        return viewers, group, administrators

    def _jumps(self) -> JumpRules:
        value = self._values["CCHC_JUMPS"]
        if not value:
            return JumpRules()
        numbers = value.split()
        if len(numbers) != 3 or not all(_AMOUNT.fullmatch(number) for number in numbers):  # noqa: PLR2004  as in JumpRules
            raise SettingsError("CCHC_JUMPS", f"«{value}» không dùng được: cần 3 số dương, ví dụ 10 3 20")
        times, fewer_times, difference = (Decimal(number.replace(",", ".")) for number in numbers)
        if not times >= fewer_times > 1:
            raise SettingsError("CCHC_JUMPS", f"«{value}» không dùng được: số lần lớn hơn 1, số trước không nhỏ hơn số sau")
        return JumpRules(times, fewer_times, difference)

    def _whole(self, name: str, default: int, *, least: int, most: int) -> int:
        value = self._values[name]
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            raise SettingsError(name, f"«{value}» không dùng được: cần một số từ {least} đến {most}")
        return int(value)

    def _is_dark(self) -> bool:
        value = self._values["CCHC_PICTURES"].lower()
        if value not in ("", "light", "dark"):
            raise SettingsError("CCHC_PICTURES", f"«{value}» không phải light (nền sáng) hay dark (nền tối)")
        return value == "dark"

    def _webhook(self) -> str | None:
        address = self._address("WEBHOOK_URL")
        if address and not (address.startswith("https://") or self._values["TELEGRAM_API_URL"]):
            raise SettingsError("WEBHOOK_URL", "Telegram chỉ gửi tới địa chỉ https:// (http:// chỉ khi tự dựng Bot API)")
        return address

    def _listen(self) -> tuple[str, int] | None:
        value = self._values["CCHC_LISTEN"]
        if not value:
            return None
        host, _, port = value.rpartition(":")
        if not host or not (port.isascii() and port.isdigit() and int(port) < 2**16):
            raise SettingsError("CCHC_LISTEN", f"«{value}» không dùng được: cần máy:cổng, ví dụ 127.0.0.1:8080")
        return host.strip("[]"), int(port)

    def _is_json(self) -> bool:
        value = self._values["CCHC_LOG_FORMAT"].lower()
        if value not in ("", "text", "json"):
            raise SettingsError("CCHC_LOG_FORMAT", f"«{value}» không phải text hay json")
        return value == "json"

    def _level(self, name: str) -> str:
        value = self._values[name].upper() or "INFO"
        if value not in _LEVELS:
            raise SettingsError(name, f"«{value}» không phải một trong {', '.join(_LEVELS)}")
        return value


VARIABLES = (
    "TELEGRAM_BOT_TOKEN",
    "CCHC_ADMIN_ID",
    "CCHC_BOT_NAME",
    "CCHC_DATA",
    "DATABASE_URL",
    "CCHC_REMIND_AT",
    "CCHC_PICTURES",
    "CCHC_CLOSING_DAYS",
    "CCHC_OVERDUE_DAYS",
    "CCHC_ESCALATE_DAYS",
    "CCHC_QUIET_HOURS",
    "CCHC_JUMPS",
    "CCHC_MESSAGES_A_MINUTE",
    "CCHC_FILES_WAITING",
    "CCHC_FILE_SECONDS",
    "CCHC_FILE_MEMORY",
    "CCHC_CATALOGUE",
    "TELEGRAM_API_URL",
    "TELEGRAM_PROXY",
    "WEBHOOK_URL",
    "CCHC_LISTEN",
    "CCHC_KEEP_DAYS",
    "CCHC_LOG_LEVEL",
    "CCHC_LOG_FORMAT",
)


def _written(env_file: Path) -> dict[str, str]:
    """What stands in the file, nothing if there is none; SettingsError when it is there and this user may not read it."""
    try:
        return {name: value or "" for name, value in dotenv_values(env_file).items()} if env_file.is_file() else {}
    except OSError as error:
        raise SettingsError(str(env_file), f"không đọc được ({error.strerror}): chạy bằng người dùng của dịch vụ") from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(env_file), "tệp phải ghi bằng bảng mã UTF-8") from error
