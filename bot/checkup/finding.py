"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How it stands; its value is the mark it is shown with."""

    GOOD = "✓"
    LOOK = "!"  # works, but somebody should know
    BAD = "✗"  # keeps the bot from working, or loses something


@dataclass(frozen=True, slots=True)
class Finding:
    """`name` and `told` in Vietnamese; `mend`: what to do about it, empty when nothing has to be done."""

    verdict: Verdict
    name: str
    told: str
    mend: str = ""


def good(name: str, told: str) -> Finding:
    """All is well."""
    return Finding(Verdict.GOOD, name, told)


def look(name: str, told: str, mend: str) -> Finding:
    """Worth knowing."""
    return Finding(Verdict.LOOK, name, told, mend)


def bad(name: str, told: str, mend: str) -> Finding:
    """To be mended."""
    return Finding(Verdict.BAD, name, told, mend)
