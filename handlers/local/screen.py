"""A bot's message as lines of a terminal: Telegram's markup as styles, buttons as numbered choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

_STYLES = {"bold": "1", "italic": "3", "underline": "4", "strikethrough": "9", "code": "36", "pre": "36", "text_link": "4"}


def message_lines(message: Mapping[str, Any], *, colour: bool, file: Path | None = None) -> str:
    """Text (or caption) and buttons, numbered from 1; above them the picture or document, as the `file` it can be opened as."""
    entities = message.get("entities") or message.get("caption_entities") or []
    text = message.get("text") or message.get("caption") or ""
    lines = []
    if "photo" in message:
        lines.append(f"[ảnh: {file}]" if file else "[ảnh]")
    if document := message.get("document"):
        lines.append(f"[tệp: {file or document['file_name']}]")
    lines.append(styled(text, entities) if colour else text)
    number = 0
    for row in keyboard_of(message):
        choices = []
        for button in row:
            number += 1
            choices.append(f"[{number}] {button['text']}")
        lines.append("  ".join(choices))
    return "\n".join(line for line in lines if line)


def keyboard_of(message: Mapping[str, Any]) -> list[list[dict[str, str]]]:
    """The rows of buttons under a message."""
    rows: list[list[dict[str, str]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def styled(text: str, entities: Sequence[Mapping[str, Any]]) -> str:
    """The text with ANSI styles; entities count UTF-16 units and may lie within each other."""
    units = text.encode("utf-16-le")
    edges = {0, len(units) // 2}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    pieces = []
    for first, last in pairwise(sorted(edges)):
        piece = units[first * 2 : last * 2].decode("utf-16-le")
        around = [entity for entity in entities if entity["offset"] <= first and last <= entity["offset"] + entity["length"]]
        codes = [_STYLES[entity["type"]] for entity in around if entity["type"] in _STYLES]
        pieces.append(f"\x1b[{';'.join(codes)}m{piece}\x1b[0m" if codes else piece)
    return "".join(pieces)
