"""Rows found in the lines of a paste, and the table they make."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.catalogue import CatalogueRow


@dataclass(slots=True)
class LineRow:
    """One row as found. `is_told`: its label is printed so; `is_doubtful`: its value may be something else."""

    line: int
    stt: str
    label: str
    meant: CatalogueRow | None = None  # the likeliest, to know what answers it
    is_told: bool = False
    unit: str = ""
    value: str = ""
    note: str = ""
    is_doubtful: bool = False
    figures: int = 0
    value_line: int = 0
    stts: frozenset[str] = field(default_factory=frozenset)  # as forms number it


@dataclass(frozen=True, slots=True)
class LineTable:
    """What a paste without tabs holds: rows, the lines before them, and whether they are a table rather than a message."""

    title: str
    rows: tuple[LineRow, ...]
    is_table: bool
