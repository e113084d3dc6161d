"""Plays tests/dialogues/*.yaml, see tests/dialogue.py."""

import os
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from bot.domain.catalogue import Catalogue
from bot.understanding.reader import Reader
from storage import Storage
from tests.dialogue import FIRST_MOMENT, Dialogue, matches

FOLDER = Path(__file__).parent / "dialogues"
REWRITE = os.environ.get("CCHC_REWRITE") == "1"


def read(file: Path) -> list[dict[str, Any]]:
    dialogues: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  makes texts only
    return dialogues


DIALOGUES = [
    pytest.param(file, dialogue, id=f"{file.stem}: {dialogue['name']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for dialogue in read(file)
]


@pytest.fixture
def storage(request: pytest.FixtureRequest) -> Storage:
    has_figures = request.getfixturevalue("dialogue").get("figures", "sample") == "sample"
    storage: Storage = request.getfixturevalue("sample_storage" if has_figures else "empty_storage")
    return storage


@pytest.mark.parametrize(("file", "dialogue"), DIALOGUES)
async def test_a_dialogue_goes_as_written(
    file: Path, dialogue: dict[str, Any], storage: Storage, catalogue: Catalogue, reader: Reader
) -> None:
    """Every message of the bot is the expected one, nothing else is said, and what is stored is what was meant."""
    heard: list[dict[str, Any]] = []
    async with Dialogue(storage, catalogue=catalogue, reader=reader, today=dialogue.get("today", FIRST_MOMENT)) as chat:
        for step in dialogue["steps"]:
            ((name, expected),) = step.items()
            if REWRITE and name not in {"bot", "toast", "stored"}:
                heard += left_unheard(chat)
            said = await chat.play(step)
            if not REWRITE:
                assert said is None, f"expected:\n{expected}\n\nsaid:\n{said or '(nothing)'}"
            heard += [step if said is None else {name: f"{said}\n"} if said else {"silence": "true"}]
        heard += left_unheard(chat) if REWRITE else []
        await chat.end()
    if heard != dialogue["steps"]:
        rewrite(file, {**dialogue, "steps": heard})


def left_unheard(chat: Dialogue) -> list[dict[str, str]]:
    """Steps for what was said beyond what was expected."""
    steps = [{"bot": f"{said}\n"} for said in chat.unheard]
    chat.unheard.clear()
    return steps


def rewrite(file: Path, changed: dict[str, Any]) -> None:
    """Put what was said into the file; the comment at its head stays."""
    head = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    dialogues = [changed if dialogue["name"] == changed["name"] else dialogue for dialogue in read(file)]
    body = yaml.dump(dialogues, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    file.write_text("\n".join([*head, body]), encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such, and `true` as plainly as it was typed: all is read as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _write_text)


@pytest.mark.parametrize(
    ("said", "expected", "same"),
    [
        ("một\nhai", "một\nhai", True),
        ("một\nhai\nba", "một\n...\nba", True),
        ("một", "một\n...", True),
        ("**4.954** hồ sơ (2022)", "**4.954** hồ sơ ...", True),
        ("một\nhai", "một", False),
        ("45", "4...4", False),
    ],
)
def test_three_dots_stand_for_any_text(said: str, expected: str, *, same: bool) -> None:
    """And nothing else does."""
    assert matches(said, expected) is same
