"""A row of cells read from a document or a paste, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Cells left to right as read (markup kept); `line` is the first line of the text or table row, from 1."""

    cells: tuple[str, ...]
    line: int
    place: str  # for people: "dòng 52", "bảng 2, hàng 7", "ô C12"
