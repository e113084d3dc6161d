"""An agency's appendix as CSV: semicolons, as Excel of a Vietnamese Windows separates, and UTF-8 with the mark it asks for."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

DELIMITER = ";"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")  # begins a formula, or our own mark for a text
_KEPT_AS_TEXT = "'"


def appendix_csv(content: Mapping[str, Any]) -> bytes:
    """The lines of the title, the columns, the rows, of `bot.replies.appendix.appendix_content`."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    for line in (content["heading"], *content["title"], content["attached"]):
        writer.writerow([line])
    writer.writerow([])
    writer.writerow(content["columns"])
    for row in content["rows"]:
        writer.writerow([guarded(cell["text"].replace("\0", "")) for cell in row["cells"]])
    return text.getvalue().encode("utf-8-sig", errors="replace")


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before what could begin one, or before another."""
    return f"{_KEPT_AS_TEXT}{text}" if text.startswith(_RISKY) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    bare = text.removeprefix(_KEPT_AS_TEXT)
    return bare if bare.startswith(_RISKY) else text
