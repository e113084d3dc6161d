"""The worker that reads a report file: `python -m bot.reading_file`, an order on the first line, then the file's bytes.

What it says on its output is one JSON object, `bot.domain.reading_document`'s, or {"failure": …} when it ran out of memory.
A file comes from anybody: it is read here, with little memory, little time and low priority, and none of the bot's secrets.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.reading_document import as_json
from bot.domain.received import Failure
from bot.domain.report_reading import read_report
from bot.understanding.aliases import with_alias

_NICENESS = 10  # an answer in another chat goes first


def read(order: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    """Read a file as ordered: its name, the agency and period if they are given, the catalogue and its accepted aliases."""
    catalogue = load_catalogue(Path(order["catalogue"]) if order["catalogue"] else None)
    if order["aliases"]:
        aliases = [(wording, IndicatorId(indicator)) for wording, indicator in order["aliases"]]
        catalogue = with_alias(catalogue, aliases, version=catalogue.version)
    return as_json(
        read_report(
            content,
            file_name=order["file"],
            catalogue=catalogue,
            agency=AgencyCode(order["agency"]) if order["agency"] else None,
            period=Period.parse(order["period"]) if order["period"] else None,
        )
    )


def limit_ourselves(*, memory: int, seconds: int) -> None:
    """Most bytes of address space and seconds of processor time; where the system knows no such limits, none."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        os.nice(_NICENESS)


def main() -> None:
    """One order."""
    order = json.loads(sys.stdin.buffer.readline())
    limit_ourselves(memory=order["memory"], seconds=order["seconds"])
    try:
        answer = read(order, sys.stdin.buffer.read())
    except MemoryError:
        answer = {"failure": Failure.TOO_MUCH_MEMORY.value}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
