"""The wheel, installed in another place and started from an empty folder, answers a question."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*words: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own interpreter and arguments
        [sys.executable, *words],
        cwd=folder,
        env=os.environ | environ,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs; its dependencies are those of the test run. Needs no network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT), folder=folder)
    (wheel,) = folder.glob("*.whl")
    run(*pip, "install", "--no-deps", "--no-index", "--target", str(folder / "site"), str(wheel), folder=folder)
    return folder / "site"


def test_the_wheel_answers_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """Catalogue, sample figures and migrations come with it."""
    where = run("-c", "import bot; print(bot.__file__)", folder=tmp_path, PYTHONPATH=str(installed)).stdout
    assert where.startswith(str(installed))
    question = "hồ sơ trả kết quả sở công thương quý 3/2022"
    answer = run("-m", "bot", "ask", "--sample", question, folder=tmp_path, PYTHONPATH=str(installed), PYTHONUTF8="1").stdout
    assert answer.startswith("4.954")
    assert "Sở Công Thương · Quý III/2022" in answer
