"""Finding and reading indicators.yaml.

The file stands at the top of the repository and is installed as a data file of the distribution. Every fault in it is
reported at once, with line and key (CatalogueError); a catalogue with faults is never used.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import yaml
from yaml import MarkedYAMLError, Node
from yaml.reader import ReaderError

from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_checks import check_agencies, check_checks, check_forms, check_rows
from bot.domain.catalogue_nodes import Flaw, Flaws
from bot.domain.catalogue_parts import (
    completed,
    read_agencies,
    read_calendar,
    read_checks,
    read_forms,
    read_options,
    read_rows,
)

_FILE_NAME = "indicators.yaml"
_DISTRIBUTION = "cchc-bot"
_PARTS = ("options", "rows", "forms", "checks", "agencies", "calendar")
_VERSION_LENGTH = 12  # hexadecimal digits: enough to tell versions of one file apart


class CatalogueError(Exception):
    """indicators.yaml cannot be used. `flaws` are all its faults by line; the text is for the people who edit the file."""

    def __init__(self, path: Path, flaws: tuple[Flaw, ...]) -> None:
        """Name the file and list its faults."""
        super().__init__("\n".join([f"Danh mục {path} có {len(flaws)} chỗ cần sửa:", *(f"- {flaw}" for flaw in flaws)]))
        self.flaws = flaws


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Read the catalogue from a file, by default the one that came with the bot. CatalogueError when it cannot be used."""
    path = path or installed_catalogue()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CatalogueError(path, (Flaw(0, "", f"không mở được tệp ({error.strerror})"),)) from error
    flaws = Flaws()
    catalogue = _read(_composed(content, path), flaws, sha256(content).hexdigest()[:_VERSION_LENGTH])
    if catalogue is None or flaws.found:
        raise CatalogueError(path, tuple(sorted(set(flaws.found))))
    return catalogue


def installed_catalogue() -> Path:
    """Where indicators.yaml is: at the top of the working tree, or where installing the wheel put it."""
    top = Path(__file__).parents[2]
    try:
        installed = files(_DISTRIBUTION) or []
    except PackageNotFoundError:
        installed = []
    # the distribution's list of files is right for venv and `pip install --user`, but not for `pip install --target`
    recorded = [Path(str(file.locate())).resolve() for file in installed if file.name == _FILE_NAME]
    places = [top / _FILE_NAME, *recorded, top / "share" / _DISTRIBUTION / _FILE_NAME]
    return next((place for place in places if place.exists()), places[0])


def _composed(content: bytes, path: Path) -> Node | None:
    """Nodes, not values: each knows its line. The C loader reads the file in a fifth of the time."""
    try:
        return yaml.compose(content.decode(), Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogueError(path, (Flaw(line, "", "có chữ không phải mã UTF-8; lưu lại tệp bằng mã UTF-8"),)) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise CatalogueError(
            path, (Flaw(line, "", f"sai cách viết, thường do thụt lề, ngoặc kép ({error.problem})"),)
        ) from error
    except ReaderError as error:
        line = content.count(b"\n", 0, error.position) + 1
        raise CatalogueError(path, (Flaw(line, "", f"có ký tự không đọc được ({error.reason})"),)) from error


def _read(root: Node | None, flaws: Flaws, version: str) -> Catalogue | None:
    """The catalogue as far as it can be read, with all faults noted; None when the file is empty."""
    if root is None:
        flaws.add(1, "rows", "tệp trống")
        return None
    top = flaws.fields(root, "rows", required=_PARTS)
    rows = read_rows(top, read_options(top))
    forms = read_forms(top, {row.value.id: row.value for row in rows})
    rows = completed(rows, forms)
    checks, agencies = read_checks(top), read_agencies(top)
    check_rows(rows, flaws)
    check_forms(forms, rows, flaws)
    check_checks(checks, rows)
    check_agencies(agencies, flaws)
    return Catalogue(
        version=version,
        rows=tuple(row.value for row in rows),
        forms=tuple(form.value for form in forms),
        agencies=tuple(agency.value for agency in agencies),
        checks=tuple(check.value for check in checks),
        calendar=read_calendar(top),
    )
