"""What can be set or called is written down; what the documents link to exists."""

import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import VARIABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    """A command that nobody can find does not exist."""
    assert f"`cchc-bot {command}" in README


@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize("document", [".env.example", "docs/operations.md"])
def test_every_setting_is_explained(variable: str, document: str) -> None:
    """In the file to copy and in the manual."""
    assert re.search(rf"\b{variable}\b", (ROOT / document).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")], ids=lambda path: path.name
)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    """Relative links only break unseen."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_two_first_commands_are_make_chat_and_make_test() -> None:
    """What a newcomer types first."""
    assert [line.split("#")[0].strip() for line in README.splitlines() if line.startswith("    make")][:2] == [
        "make chat",
        "make test",
    ]
