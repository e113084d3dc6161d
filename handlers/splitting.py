"""Texts over Telegram's 4,096 characters become several messages, cut at line ends, each with its own complete markup."""

from __future__ import annotations

import html
import re

TEXT_LIMIT = 4096
_PIECE = re.compile(r"<(/?)([a-z-]+)[^>]*>|&[a-z#0-9]+;|\n|[^<&\n]+|[<&]", re.IGNORECASE)


def split_html(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in parts of at most `limit` visible UTF-16 units; tags open at a cut are closed and opened again."""
    if _utf16(text) <= limit or visible_length(text) <= limit:  # nearly all of them by the first, which is cheap
        return [text]
    parts: list[str] = []
    part, length = "", 0
    for line, opened_before in _lines(text, limit):
        line_length = visible_length(line)
        if part and length + line_length + 1 > limit:
            parts.append(part + _closing(opened_before))
            part, length = "".join(opened_before) + line, line_length
        else:
            part, length = (
                (f"{part}\n{line}", length + line_length + 1) if part else ("".join(opened_before) + line, line_length)
            )
    return [*parts, part]


def split_first(text: str, limit: int) -> tuple[str, str | None]:
    """The first part of at most `limit` visible UTF-16 units, and the rest (None: there is none), each complete in itself."""
    first, *others = split_html(text, limit)
    return first, "\n".join(others) if others else None


def visible_length(text: str) -> int:
    """What Telegram counts: without tags, entities as one, in UTF-16 units."""
    return sum(_length(piece) for piece in _PIECE.finditer(text))


def without_markup(text: str) -> str:
    """The plain text, for when Telegram cannot read our markup."""
    return html.unescape(re.sub(r"</?[a-z][^>]*>", "", text, flags=re.IGNORECASE))


def _lines(text: str, limit: int) -> list[tuple[str, list[str]]]:
    """Lines, none over the limit, each with the tags that are open where it begins."""
    lines: list[tuple[str, list[str]]] = []
    opened: list[str] = []
    opened_before: list[str] = []
    line, length = "", 0
    for piece in _PIECE.finditer(text):
        # a line that must be cut leaves room for the tags that are open there, which have no visible length
        for chunk in _chunks(piece, limit):
            chunk_length = _length(piece) if chunk == piece[0] else _utf16(chunk)
            if chunk == "\n" or length + chunk_length > limit:
                lines.append((line, opened_before))
                line, length, opened_before = "", 0, list(opened)
            if chunk != "\n":
                line, length = line + chunk, length + chunk_length
        if piece[2]:
            if not piece[1]:
                opened.append(piece[0])
            elif opened:
                opened.pop()
    return [*lines, (line, opened_before)]


def _chunks(piece: re.Match[str], limit: int) -> list[str]:
    """A run of plain text in pieces that fit a message, cut at spaces where there are some."""
    text = piece[0]
    if _length(piece) <= limit:
        return [text]
    chunks = []
    while _utf16(text) > limit:
        cut = text.rfind(" ", 1, limit // 2)  # half: a character may take two units
        cut = cut if cut > 0 else limit // 2
        chunks.append(text[:cut])
        text = text[cut:]
    return [*chunks, text]


def _closing(opened: list[str]) -> str:
    return "".join(f"</{re.split(r'[ >]', tag[1:])[0]}>" for tag in reversed(opened))


def _length(piece: re.Match[str]) -> int:
    if piece[2]:
        return 0
    return 1 if piece[0].startswith("&") else _utf16(piece[0])


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
