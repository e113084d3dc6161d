"""Pictures and documents are made in a process of their own, and look right to Telegram."""

import sys
from pathlib import Path

import pytest

from bot.documents.listing import list_file
from bot.domain.outgoing import Medium, Recipe
from bot.making import MAKERS, make
from bot.replies.exporting import FileKind, maker_of
from handlers import making
from handlers.local.pictures import checked_photo
from handlers.making import MakingFailed, Workshop
from handlers.workers import start_worker

CHART = {
    "theme": "light",
    "title": "Báo cáo CCHC Quý III/2022",
    "subtitle": "% chỉ tiêu bắt buộc đã nhập, đến 8:00 15/9/2022",
    "columns": ["I", "II", "Chung"],
    "rows": [
        {"name": "SCT", "done": True, "shares": [1, 0.5, 0.75]},
        {"name": "SKHĐT", "done": False, "shares": [0, None, 0.004]},
    ],
    "notes": ["✓ đã nộp · I Chỉ đạo điều hành CCHC · II Cải cách thể chế"],
}
BARS = {"title": "SCT", "subtitle": "", "rows": [{"name": "I Chỉ đạo điều hành", "text": "20/21", "share": 20 / 21}]}


async def test_a_worker_makes_a_picture() -> None:
    """As wide as a phone shows it best; the bot's own process has not loaded what draws."""
    picture = await Workshop().make(Recipe("completeness_chart", Medium.PICTURE, "x.png", CHART))
    assert checked_photo(picture)[0] == 1080


async def test_the_same_picture_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve groups get it within a minute."""
    recipe = Recipe("list", Medium.DOCUMENT, "x.txt", {"text": "một\nhai"})
    workshop = Workshop()
    first = await workshop.make(recipe)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert await workshop.make(recipe) == first


@pytest.mark.parametrize("recipe", [Recipe("nobody", Medium.DOCUMENT, "x", {}), Recipe("list", Medium.DOCUMENT, "x", {})])
async def test_what_cannot_be_made_is_said(recipe: Recipe) -> None:
    """With the worker's last words."""
    with pytest.raises(MakingFailed, match="KeyError"):
        await Workshop().make(recipe)


async def test_a_worker_that_cannot_start_is_a_file_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory for another process, a Python that the service's user may not run: the text goes alone, the log says why."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(MakingFailed) as failed:
        await Workshop().make(Recipe("list", Medium.DOCUMENT, "x.txt", {"text": "một"}))
    assert failed.value.kind == "its process does not start (No such file or directory)"


async def test_the_log_gets_the_kind_of_a_failure_not_what_was_to_be_made() -> None:
    """A traceback's last line may quote it."""
    with pytest.raises(MakingFailed) as failed:
        await Workshop().make(Recipe("list", Medium.DOCUMENT, "x", {"words": "Nguyễn Văn A"}))
    assert failed.value.kind == "KeyError"


async def test_a_worker_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sender goes on."""
    monkeypatch.setattr(making, "_SECONDS", 0.01)
    with pytest.raises(MakingFailed, match="seconds"):
        await Workshop().make(Recipe("completeness_chart", Medium.PICTURE, "x.png", CHART))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("content", [CHART, BARS])
def test_charts_are_drawn_in_both_themes_without_a_letter_missing(content: dict[str, object], theme: str) -> None:
    """A letter that the font lacks would be a warning, and warnings are errors here."""
    picture = make("completeness_chart", content | {"theme": theme})
    width, height = checked_photo(picture)
    assert width == 1080
    assert height > 200


def test_every_maker_is_known_by_name() -> None:
    """Recipes name them as text, in the database."""
    charts = {"completeness_chart", "trend_chart", "agencies_chart"}
    assert set(MAKERS) == {"list", "province_xlsx", *charts, *(maker_of(kind) for kind in FileKind)}


def test_a_list_opens_on_windows() -> None:
    """Its editor wants the mark and both line ends."""
    assert list_file({"text": "một\nhai"}) == b"\xef\xbb\xbf" + "một\r\nhai".encode()


def test_the_bot_itself_does_not_load_matplotlib() -> None:
    """Half a second and 60 MB that only the worker pays."""
    root = Path(__file__).parents[2]
    users = [path for package in ("bot", "handlers", "storage") for path in (root / package).rglob("*.py")]
    importing = [
        path.name for path in users if "import matplotlib" in path.read_text() or "from matplotlib" in path.read_text()
    ]
    assert sorted(importing) == ["chart_drawing.py", "charts.py"]
    drawers = ("replies.charts", "replies.chart_drawing", "replies.figure_charts")
    loading = {path.name for path in users if any(f"from bot.{name} " in path.read_text(encoding="utf-8") for name in drawers)}
    assert loading == {"making.py", "charts.py", "figure_charts.py"}


async def test_a_worker_is_told_none_of_the_bots_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It opens files of strangers."""
    for name in ("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "CCHC_DATA", "PGPASSWORD"):
        monkeypatch.setenv(name, "the bot's own")
    (tmp_path / "telling.py").write_text("import os\nprint(dict(os.environ))\n")
    monkeypatch.syspath_prepend(tmp_path)
    worker = await start_worker("telling")
    told, _ = await worker.communicate()
    assert b"PYTHONPATH" in told
    assert b"the bot's own" not in told
