"""Telegram's HTML to plain text and entities, with Telegram's errors (core.telegram.org/bots/api#html-style)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any, NoReturn

_PIECE = re.compile(r"<(?P<close>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>[^<>]*)>|(?P<stray><)|(?P<text>[^<]+)")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'))?")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}


class UnparsableTextError(ValueError):
    """What Telegram answers to markup that it cannot read."""


def parse_html(text: str) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and entities, offsets in UTF-16 units, surrounding whitespace cut; UnparsableTextError in Telegram's words."""
    plain = ""
    entities: list[dict[str, Any]] = []
    opened: list[tuple[str, int, dict[str, str]]] = []
    for piece in _PIECE.finditer(text):
        place = len(text[: piece.start()].encode())
        if piece["text"] is not None:
            plain += _ENTITY.sub(lambda found: html.unescape(found[0]), piece["text"])
        elif piece["stray"] is not None:
            _fail(f"Unsupported start tag at byte offset {place}")
        elif piece["close"]:
            entities += _closed(piece["tag"].lower(), opened, plain, place)
        else:
            tag, attributes = piece["tag"].lower(), _attributes(piece["attributes"])
            if tag not in _TYPES or (tag == "span" and attributes.get("class") != "tg-spoiler"):
                _fail(f'Unsupported start tag "{tag}" at byte offset {place}')
            opened.append((tag, utf16_length(plain), attributes))
    if opened:
        _fail(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return _trimmed(plain, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def utf16_length(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def marked_text(text: str, entity: Mapping[str, Any]) -> str:
    """The piece of a text that an entity marks."""
    first = entity["offset"] * 2
    return text.encode("utf-16-le")[first : first + entity["length"] * 2].decode("utf-16-le")


def _closed(tag: str, opened: list[tuple[str, int, dict[str, str]]], plain: str, place: int) -> list[dict[str, Any]]:
    """The entity that an end tag completes; [] when it is empty."""
    if not opened:
        _fail(f"Unexpected end tag at byte offset {place}")
    begun, offset, attributes = opened.pop()
    if begun != tag:
        _fail(f'Unmatched end tag at byte offset {place}, expected "</{begun}>", found "</{tag}>"')
    entity: dict[str, Any] = {"type": _TYPES[tag], "offset": offset, "length": utf16_length(plain) - offset}
    if tag == "a":
        entity["url"] = attributes.get("href", "")
    if tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return [entity] if entity["length"] else []


def _fail(problem: str) -> NoReturn:
    raise UnparsableTextError(problem)


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): html.unescape(first or second) for name, first, second in _ATTRIBUTE.findall(text)}


def _trimmed(plain: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Without surrounding whitespace, entities moved along and cut."""
    kept = plain.strip()
    lead, end = utf16_length(plain[: len(plain) - len(plain.lstrip())]), utf16_length(kept)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - lead, 0)
        last = min(entity["offset"] - lead + entity["length"], end)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return kept, moved
