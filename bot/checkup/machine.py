"""The machine the bot runs on: the catalogue, room on the disk, pictures."""

from __future__ import annotations

import asyncio
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.checkup.finding import Finding, bad, good, look
from bot.domain.catalogue_file import CatalogueError, load_catalogue
from bot.domain.outgoing import Medium, Recipe
from bot.settings import Settings
from handlers.making import MakingFailed, Workshop

_MEGABYTE = 1_000_000
_LEAST, _SCARCE = 100 * _MEGABYTE, 1000 * _MEGABYTE


def look_at_catalogue(settings: Settings) -> Iterator[Finding]:
    """Whether indicators.yaml can be used."""
    try:
        catalogue = load_catalogue(settings.catalogue)
    except CatalogueError as fault:
        yield bad("Danh mục", str(fault), "Sửa tệp theo dòng nêu trên; kiểm tra lại: cchc-bot catalogue TỆP")
    else:
        yield good("Danh mục", f"{len(catalogue.indicators)} chỉ tiêu, {len(catalogue.agencies)} đơn vị")


def look_at_secrets(settings: Settings, env_file: Path = Path(".env")) -> Iterator[Finding]:
    """Whether other users of this machine can read the token, or the people and figures in SQLite's file."""
    for place in (env_file, Path(settings.database_url.removeprefix("sqlite:///"))):  # PostgreSQL's address is no file
        if _can_be_read_by_all(place.absolute()):
            yield look("Bảo mật", f"mọi người dùng của máy này đọc được {place}", f"chmod o= {place}")


def _can_be_read_by_all(place: Path) -> bool:
    """By the rights of the file and of the folders that lead to it; elsewhere than on POSIX nothing is said."""
    if os.name != "posix" or not place.exists():
        return False
    ways = all(folder.stat().st_mode & stat.S_IXOTH for folder in place.parents)
    return ways and bool(place.stat().st_mode & stat.S_IROTH)


def look_at_disk(settings: Settings) -> Iterator[Finding]:
    """Whether there is room where the data lie."""
    folder = _existing(settings.data_folder)
    free = shutil.disk_usage(folder).free
    told = f"còn {free // _MEGABYTE} MB tại {folder}"
    if free < _LEAST:
        yield bad("Ổ đĩa", told, "Dọn bớt tệp: khi ổ đĩa đầy, bot không nhận thêm số liệu (không mất số đã ghi)")
    elif free < _SCARCE:
        yield look("Ổ đĩa", told, "Nên dọn bớt trước khi đầy")
    else:
        yield good("Ổ đĩa", told)


def look_at_pictures() -> Iterator[Finding]:
    """Whether the worker process can draw."""
    rows = [{"name": "I", "text": "1/2", "share": 0.5}]
    recipe = Recipe("completeness_chart", Medium.PICTURE, "x.png", {"title": "Thử", "subtitle": "", "rows": rows})
    try:
        asyncio.run(Workshop().make(recipe))
    except MakingFailed as failed:
        yield look(
            "Hình", f"không vẽ được ({failed})", "Cài lại các gói: make clean, rồi make run. Tin vẫn gửi, không kèm hình"
        )
    else:
        yield good("Hình", "vẽ được")


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())
