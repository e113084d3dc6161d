"""How long a 159-row .docx takes to be read as a report, beside python-docx merely reading the same cells.

python benchmarks/bench_docx_import.py. The reference opens the file and takes the text of every cell of every table with
python-docx, row by row. Ours opens it, finds the table, lays it over the form, and reads every figure and note.
Printed: both medians in milliseconds and their ratio (wanted: at most 2.5).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from docx import Document

from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.domain.report_reading import Reading, read_report
from tests.made_reports.as_docx import docx_of
from tests.made_reports.blocks import Content, blocks_of, made_up
from tests.made_reports.looks import LOOKS
from tests.text_reports import noise_of, random_figures

ROUNDS = 15
ROWS = 159


def main() -> None:
    """Print the medians and the ratio."""
    catalogue = load_catalogue()
    content = _report(catalogue)
    rows = sum(len(table.rows) for table in Document(BytesIO(content)).tables)

    def ours() -> None:
        if not isinstance(read_report(content, file_name="bao-cao.docx", catalogue=catalogue), Reading):
            raise SystemExit("the report was not read")

    def reference() -> None:
        for table in Document(BytesIO(content)).tables:
            for row in table.rows:
                for cell in row.cells:
                    _ = cell.text

    start = perf_counter()
    ours()  # compiles the catalogue's labels, once a process
    first = 1000 * (perf_counter() - start)
    reference()
    mine, theirs = _medians(ours, reference)
    print(f"{rows} rows with header: import {mine:.0f} ms (the first {first:.0f} ms), python-docx {theirs:.0f} ms")
    print(f"ratio {mine / theirs:.2f}")


def _report(catalogue: Catalogue) -> bytes:
    """A report of the newest form, cut to the length that the issue names, headings included."""
    noise = noise_of(3)
    made = made_up(
        random_figures(catalogue, "2023", noise, filled=0.8),
        catalogue,
        "2023",
        ("PHỤ LỤC", "THỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2023 CỦA SỞ CÔNG THƯƠNG"),
        noise,
    )
    sections = sum(line.is_section for line in made.lines)
    lines = [line for line in made.lines if line.is_section] + [line for line in made.lines if not line.is_section][
        : ROWS - sections
    ]
    kept = [line for line in made.lines if line in lines]
    look = LOOKS["two-row merged header"]
    return docx_of(blocks_of(Content(made.title, tuple(kept[:ROWS])), look), look)


def _medians(*calls: Callable[[], None]) -> list[float]:
    """Milliseconds, taken in turns so that a busy machine is busy for all."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, found in zip(calls, times, strict=True):
            start = perf_counter()
            call()
            found.append(1000 * (perf_counter() - start))
    return [median(found) for found in times]


if __name__ == "__main__":
    main()
