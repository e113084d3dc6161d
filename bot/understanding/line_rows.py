"""Rows found in the lines of a paste, and the table they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.catalogue import CatalogueRow
from bot.understanding.text import fold

_ANSWERED = re.compile(r"\S[^:=]*[:=]\s*(?=[^\W\d])(\D{1,40})")  # "Khen thưởng: chưa"
_ANSWER = re.compile(r"(?:co|khong|ko|k|hong|kong|chua|da|roi|dat|tot|xong|truc tuyen|phat phieu|ket hop|x)\b")
_ASKED = re.compile(r"\b(?:co|khong|ko|chua|a|ha|sao)\s*\?\s*$")
_TOLD = re.compile(r"[:=]\s*\S")


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


def answers_in_words(line: str) -> bool:
    """Whether a line tells something of its own by a word: "Khen thưởng: chưa"."""
    answered = _ANSWERED.fullmatch(line.strip())
    return answered is not None and _ANSWER.match(fold(answered[1])) is not None


def asks(line: str) -> bool:
    """Whether a line asks for an answer: "Khen thưởng: có không?"."""
    return _ASKED.search(fold(line)) is not None


def are_told(lines: Iterable[str]) -> bool:
    """Whether most lines tell their value behind a colon, as people type them and no form prints them."""
    told = [_TOLD.search(line) is not None for line in lines]
    return 2 * sum(told) > len(told)
