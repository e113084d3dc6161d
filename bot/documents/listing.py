"""A text too long for a chat, as a file that every phone and every Windows opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def list_file(content: Mapping[str, Any]) -> bytes:
    """`content["text"]` as UTF-8 with a mark, without which Windows takes Vietnamese for another encoding; its line ends."""
    text: str = content["text"]
    return "\r\n".join(text.splitlines()).encode("utf-8-sig")
