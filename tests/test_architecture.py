"""The house rules that a linter cannot hold: who imports whom, how long a file is, what never stands in a tracked file."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "storage")
LONGEST_FILE = 300

_TELEGRAM = {"telegram", "aiogram"}
_DATABASE = {"sqlalchemy", "alembic", "psycopg"}
FORBIDDEN = {
    "bot/domain": _TELEGRAM | _DATABASE | {"apscheduler", "handlers", "storage"},
    "bot/understanding": _TELEGRAM | _DATABASE | {"apscheduler", "handlers", "storage"},
    "bot/replies": _TELEGRAM | _DATABASE | {"apscheduler", "handlers", "storage"},
    "bot/documents": _TELEGRAM | _DATABASE | {"apscheduler", "handlers", "storage"},
    "bot/conversation": _TELEGRAM | _DATABASE | {"apscheduler", "handlers", "storage"},
    "handlers": _DATABASE,
    "storage": _TELEGRAM | {"handlers"},
}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imported_packages(source: Path) -> set[str]:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_a_layer_imports_only_what_it_may(folder: str) -> None:
    """Layering: the thinking part knows no Telegram and no database; handlers know no database; storage no Telegram."""
    assert sources(folder), f"{folder} has no sources: the rule would hold for nothing"
    broken = {
        str(source.relative_to(ROOT)): found
        for source in sources(folder)
        if (found := imported_packages(source) & FORBIDDEN[folder])
    }
    assert not broken


def test_files_stay_short() -> None:
    """A file that grows past 300 lines has become two things."""
    lengths = {
        str(source.relative_to(ROOT)): len(source.read_text(encoding="utf-8").splitlines())
        for name in PACKAGES
        for source in sources(name)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_says_what_it_is_for() -> None:
    """One line of docstring on every module."""
    silent = [
        source
        for name in PACKAGES
        for source in sources(name)
        if not ast.get_docstring(ast.parse(source.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_secret_and_no_address_of_one_machine_is_tracked() -> None:
    """Tokens come from the environment; nothing tracked names a telephone number or a home folder."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()  # noqa: S607  git of the developer
    if not tracked:
        pytest.skip("not a git checkout: nothing is tracked here")
    suspicious = re.compile(r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b|(?<![\d.])0[35789]\d{8}(?!\d)|/(?:home|root)/\w+/")
    found = {}
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".txt", ".csv", ".example", ""} and path.is_file():
            hits = [hit for hit in suspicious.findall(path.read_text(encoding="utf-8", errors="replace")) if "AAAA" not in hit]
            if hits:
                found[name] = hits
    assert found == {}
