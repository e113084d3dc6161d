"""`cchc-bot doctor` finds what keeps the bot from working, says how to mend it, and changes nothing."""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.checkup.database import look_at_database
from bot.checkup.finding import Finding, Verdict
from bot.checkup.machine import look_at_catalogue, look_at_disk, look_at_pictures, look_at_secrets
from bot.checkup.telegram import look_at_telegram
from bot.cli import main
from bot.clock import ShiftedClock, SystemClock
from bot.domain.people import Grant, Person, Role
from bot.settings import Settings, database_in
from handlers.local.http import serving
from handlers.local.server import TOKEN, LocalTelegram
from storage import Storage, StorageUnavailable
from storage.engine import open_engine

NOW = SystemClock().now()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a bot that has run and has an administrator."""
    settings = Settings(tmp_path, database_in(tmp_path), token=TOKEN)
    storage = Storage(settings.database_url)
    storage.migrate()
    with storage.begin() as work:
        work.save_person(Person(1, "Quản trị", (Grant(Role.ADMINISTRATOR),)))
        work.commit()
    storage.close()
    return settings


def worst(findings: list[Finding]) -> Verdict:
    return max((finding.verdict for finding in findings), key=list(Verdict).index)


def changed(settings: Settings, statement: str) -> None:
    engine = open_engine(settings.database_url, connections=1)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_healthy_bot_is_found_healthy(settings: Settings) -> None:
    """Nothing to mend, nothing to look at."""
    findings = [*look_at_catalogue(settings), *look_at_disk(settings), *look_at_database(settings, NOW), *look_at_pictures()]
    assert worst(findings) is Verdict.GOOD, findings


def _nothing_there(settings: Settings) -> None:
    shutil.rmtree(settings.data_folder)


def _a_page_overwritten(settings: Settings) -> None:
    file = settings.data_folder / "cchc.sqlite3"
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xa5" * 8192 + whole[16384:])


def _no_database(settings: Settings) -> None:
    (settings.data_folder / "cchc.sqlite3").write_bytes(b"a letter\n" * 1000)


def _newer(settings: Settings) -> None:
    changed(settings, "UPDATE alembic_version SET version_num = '9999'")


def _nobody(settings: Settings) -> None:
    changed(settings, "DELETE FROM person_grant")


def _update_waits(settings: Settings) -> None:
    _take_in(settings, timedelta(minutes=-6))


def _clock_behind(settings: Settings) -> None:
    _take_in(settings, timedelta(hours=1))


def _take_in(settings: Settings, since: timedelta) -> None:
    storage = Storage(settings.database_url)
    with storage.begin() as work:
        work.take_in(1, 1, "{}", NOW + since)
        work.commit()
    storage.close()


@pytest.mark.parametrize(
    ("spoil", "verdict", "told", "mend"),
    [
        (_nothing_there, Verdict.BAD, "chưa có tệp", "CCHC_DATA"),
        (_a_page_overwritten, Verdict.BAD, "hỏng", "restore"),
        (_no_database, Verdict.BAD, "not a database", "CCHC_DATA"),
        (_newer, Verdict.BAD, "mới hơn", "Cập nhật"),
        (_nobody, Verdict.BAD, "chưa có ai", "CCHC_ADMIN_ID"),
        (_update_waits, Verdict.BAD, "1 tin chờ", "cchc-bot run"),
        (_clock_behind, Verdict.BAD, "chậm", "NTP"),
    ],
)
def test_what_is_wrong_with_the_database_is_found(
    settings: Settings, spoil: Callable[[Settings], None], verdict: Verdict, told: str, mend: str
) -> None:
    """And looking does not make it worse."""
    spoil(settings)
    before = {file: file.read_bytes() for file in settings.data_folder.glob("*.sqlite3")}
    findings = list(look_at_database(settings, NOW))
    assert worst(findings) is verdict
    assert any(told in finding.told and mend in " ".join(each.mend for each in findings) for finding in findings), findings
    assert {file: file.read_bytes() for file in settings.data_folder.glob("*.sqlite3")} == before


def test_a_token_that_every_user_of_the_machine_can_read_is_found() -> None:
    """As `cp .env.example .env` leaves it; where nobody can get to the file its own rights do not matter."""
    with tempfile.TemporaryDirectory(prefix="cchc-") as name:
        folder = Path(name)
        env_file = folder / ".env"
        env_file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n")
        settings = Settings(folder, "postgresql://h/d", token=TOKEN)
        found = []
        for of_folder, of_file in ((0o755, 0o644), (0o755, 0o640), (0o700, 0o644)):
            folder.chmod(of_folder)
            env_file.chmod(of_file)
            found.append([finding.mend for finding in look_at_secrets(settings, env_file)])
    assert found == [[f"chmod o= {env_file}"], [], []]


@contextmanager
def read_by_another() -> Iterator[Path]:
    """A folder with a bot's database, as it is for a user who may only read it."""
    folder = Path(tempfile.mkdtemp(prefix="cchc-"))  # not below pytest's own, which only its owner may enter
    try:
        storage = Storage(database_in(folder))
        storage.migrate()
        storage.close()
        folder.chmod(0o777)
        for file in folder.iterdir():
            file.chmod(0o444)
        if is_root := os.geteuid() == 0:
            os.seteuid(pwd.getpwnam("nobody").pw_uid)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
    finally:
        shutil.rmtree(folder)


def test_a_database_that_only_another_user_may_write_is_found() -> None:
    """Once somebody ran a command as root the file was root's; doctor and `run` said all was well, and nothing was stored."""
    with read_by_another() as folder:
        findings = list(look_at_database(Settings(folder, database_in(folder), token=TOKEN), NOW))
        storage = Storage(database_in(folder))
        with pytest.raises(StorageUnavailable, match="not write"):
            storage.migrate()
        storage.close()
    assert [finding.mend for finding in findings if "chown" in finding.mend], findings


@pytest.mark.parametrize(
    ("token", "webhook", "hours", "verdict", "told"),
    [
        (TOKEN, "", 0, Verdict.GOOD, "long polling"),
        (TOKEN.replace("local", "other"), "", 0, Verdict.BAD, "không nhận"),
        (None, "", 0, Verdict.BAD, "TELEGRAM_BOT_TOKEN"),
        (TOKEN, "https://elsewhere.example.org", 0, Verdict.LOOK, "webhook ở nơi khác"),
        (TOKEN, "", 2, Verdict.BAD, "lệch giờ"),
    ],
)
async def test_what_is_wrong_with_telegram_is_found(
    settings: Settings, token: str | None, webhook: str, hours: int, verdict: Verdict, told: str
) -> None:
    """Asked over HTTP, as the bot itself would."""
    server = LocalTelegram(now=lambda: SystemClock().now().timestamp())
    if webhook:
        server.methods.webhook = {"url": webhook}
    clock = ShiftedClock(frozen_at=SystemClock().now() + timedelta(hours=hours))
    async with serving(server) as address:
        asked = Settings(settings.data_folder, settings.database_url, token=token, api_url=address)
        findings = await look_at_telegram(asked, clock)
    assert worst(findings) is verdict, findings
    assert told in " ".join(finding.told for finding in findings)


async def test_telegram_out_of_reach_is_told_with_the_way_around(settings: Settings) -> None:
    """As it is at times in Viet Nam."""
    asked = Settings(settings.data_folder, settings.database_url, token=TOKEN, api_url="http://127.0.0.1:9")
    (finding,) = await look_at_telegram(asked, SystemClock())
    assert "TELEGRAM_PROXY" in finding.mend
    assert TOKEN not in finding.told


def test_the_command_says_all_and_its_exit_code_tells(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 when nothing is to be mended, 1 otherwise; a setting that cannot be used is a finding too."""
    monkeypatch.setenv("CCHC_DATA", str(settings.data_folder))
    assert main(["doctor", "--offline"]) == 0
    assert "Bot chạy được" in capsys.readouterr().out
    monkeypatch.setenv("CCHC_REMIND_AT", "25h")
    assert main(["doctor", "--offline"]) == 1
    assert "CCHC_REMIND_AT" in capsys.readouterr().out
