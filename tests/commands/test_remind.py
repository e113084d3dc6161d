"""`cchc-bot remind`: what is due at a moment, for a program to read or a person, with or without giving it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from bot.commands import remind
from bot.domain.catalogue import AgencyCode
from bot.domain.people import Grant, Group, Person, Role
from bot.settings import database_in
from storage import Storage

CLERK, CLERK_OF_TWO, GROUP = 101, 105, -1001


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own with a clerk, a clerk of two agencies and a group of the province."""
    for name in ("DATABASE_URL", "CCHC_REMIND_AT", "CCHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCHC_DATA", str(tmp_path))
    monkeypatch.chdir(tmp_path)  # away from a .env of whoever runs the tests
    storage = Storage(database_in(tmp_path))
    storage.migrate()
    with storage.begin() as work:
        work.save_person(Person(CLERK, "Cán bộ", (Grant(Role.CLERK, AgencyCode("SCT")),)))
        work.save_person(Person(CLERK_OF_TWO, "Hai nơi", tuple(Grant(Role.CLERK, AgencyCode(code)) for code in ("STC", "SYT"))))
        work.save_group(Group(GROUP, None, "Toàn tỉnh", None, 1))
        work.commit()
    storage.close()
    return tmp_path


def remind_with(*words: str) -> int:
    """Run the command as the command line would."""
    parser = argparse.ArgumentParser()
    remind.add_parser(parser.add_subparsers())
    args = parser.parse_args(["remind", *words])
    code: int = args.run(args)
    return code


def waiting(folder: Path) -> int:
    """Messages in the outbox, read through a session of its own."""
    storage = Storage(database_in(folder))
    with storage.begin() as work:
        count = work.outbox_backlog()
    storage.close()
    return count


def test_json_names_chat_kind_period_agency_moment_and_text(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object for each message; the agency is null when it is about several or all."""
    assert remind_with("--at", "2022-09-16T08:00", "--dry-run", "--json") == 0
    notices = json.loads(capsys.readouterr().out)
    assert [(it["chat"], it["agency"]) for it in notices] == [(CLERK, "SCT"), (CLERK_OF_TWO, None), (GROUP, None)]
    assert {(it["kind"], it["period"], it["due"]) for it in notices} == {("deadline", "2022-Q3", "2022-09-16T08:00:00+07:00")}
    assert all(set(it) == {"chat", "kind", "period", "agency", "due", "text"} for it in notices)
    assert all(it["text"].startswith("Báo cáo CCHC Quý III/2022 · hạn <b>thứ Sáu 16/9</b>") for it in notices)
    assert waiting(data) == 0


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("2022-09-16T07:59", 0),
        ("2022-09-16T08:00", 3),
        ("2022-09-16T00:59Z", 0),
        ("2022-09-16T01:00Z", 3),
        ("2022-09-16T08:00+07:00", 3),
        ("2022-09-16 08:00:00", 3),
        ("2022-09-16T20:59", 3),
        ("2022-09-16T21:00", 0),
        ("2022-09-17T10:00", 0),
        ("2022-11-01", 0),
    ],
)
@pytest.mark.usefixtures("data")
def test_a_time_without_a_zone_is_viet_nams(moment: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The moment is looked at exactly; nothing due is an empty list, not an error."""
    assert remind_with("--at", moment, "--dry-run", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == count


def test_without_dry_run_the_notices_are_given_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They wait in the outbox for the running bot; asked again, nothing is due any more."""
    assert remind_with("--at", "2022-09-16T08:00", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 3
    assert waiting(data) == 3
    assert remind_with("--at", "2022-09-16T08:00", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert waiting(data) == 3


@pytest.mark.usefixtures("data")
def test_people_read_the_messages_without_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """To whom, what about, and the text as it will look; how many on stderr."""
    assert remind_with("--at", "2022-09-16T08:00", "--dry-run") == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(
        "→ 101 · deadline · 2022-Q3 SCT · 16/9/2022 08:00\nBáo cáo CCHC Quý III/2022 · hạn thứ Sáu 16/9"
    )
    assert "→ 105 · deadline · 2022-Q3 STC, SYT ·" in shown.out
    assert "SNN&PTNT" in shown.out
    assert shown.err == "3 tin nhắc đến hạn, chưa gửi.\n"


@pytest.mark.usefixtures("data")
def test_the_hour_is_the_setting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """CCHC_REMIND_AT, in Viet Nam's time."""
    monkeypatch.setenv("CCHC_REMIND_AT", "14:30")
    assert remind_with("--at", "2022-09-16T14:00", "--dry-run", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_something_that_is_no_time_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, with an example that works."""
    with pytest.raises(SystemExit) as stop:
        remind_with("--at", "mai")
    assert stop.value.code == 2
    assert "2022-09-15T08:00" in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 and a sentence, no traceback."""
    monkeypatch.setenv("DATABASE_URL", "mysql://somewhere/cchc")
    assert remind_with("--at", "2022-09-16T08:00") == 1
    assert "mysql" in capsys.readouterr().err
