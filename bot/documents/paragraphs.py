"""Prose of a document as paragraphs under their numbered headings: lines that a page or a column broke are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.documents.markup import plain
from bot.documents.text import Line

_NUMBERED = re.compile(
    r"^(?P<number>(?:(?:Phần|PHẦN|Mục|MỤC) )?[IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/:]{1,2}\s+(?P<rest>\S.*)"
)
_LONGEST_HEADING = 170  # characters
_LONGEST_RUN_IN = 110  # of a heading that its own paragraph follows behind a colon
_FULL_LINE = 50  # characters: a shorter line ends where its writer ended it
_ENDS = (".", ";", ":", "!", "?", "…", "./.")
_BULLET = re.compile(r"^[-–—•*+○▪□✓]\s")
_LETTERED, _MARKED = 8, 7  # levels of "a)" and of a line that only Markdown calls a heading


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its text, the lines it came from, and the titles of the headings above it, outermost first."""

    text: str
    lines: tuple[Line, ...]
    headings: tuple[str, ...]


def paragraphs(prose: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs in order; headings are given with what stands under them, not by themselves."""
    stack: list[tuple[int, str]] = []
    waiting: list[Line] = []

    def finished() -> Iterator[Paragraph]:
        if waiting:
            yield Paragraph(" ".join(line.text for line in waiting), tuple(waiting), tuple(title for _, title in stack))
            waiting.clear()

    for line in prose:
        is_marked = line.text.lstrip().startswith("#")
        text = plain(line.text.lstrip("# ")).strip("* ")
        if not text or not any(char.isalnum() for char in text):
            continue
        found = _NUMBERED.match(text)
        if found is None and not is_marked:
            if waiting and not _goes_on(waiting[-1].text, text):
                yield from finished()
            waiting.append(Line(text, line.number))
            continue
        yield from finished()
        level = _level(found["number"]) if found else _MARKED
        title, rest = _title_and_rest(found["rest"] if found else text)
        while stack and stack[-1][0] >= level:
            stack.pop()
        if title:
            stack.append((level, title))
        if rest:
            waiting.append(Line(rest, line.number))
    yield from finished()


def _goes_on(before: str, text: str) -> bool:
    """Whether a line continues the one before it, which broke off in the middle of a sentence."""
    return len(before) >= _FULL_LINE and not before.endswith(_ENDS) and not _BULLET.match(text)


def _level(number: str) -> int:
    """How deep a heading stands: Phần I is 0, I is 1, 1 is 2, 1.1 is 3."""
    if number[0].isdigit():
        return 2 + number.count(".")
    if number.lower().startswith("phần"):
        return 0
    return _LETTERED if number.islower() else 1


def _title_and_rest(text: str) -> tuple[str, str]:
    """The title and what follows it on the same line; a long line without a run-in heading is all text."""
    if len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", "./.")):
        return text, ""
    title, colon, rest = text.partition(": ")
    return (title, rest) if colon and len(title) <= _LONGEST_RUN_IN else ("", text)
