"""Inline mode: what `answerInlineQuery` may hold, checked with the words of Telegram's errors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from handlers.local.faults import refuse
from handlers.local.parameters import Parameters
from handlers.local.world import TEXT_LIMIT

_RESULTS_LIMIT = 50
_ID_LIMIT = 64  # bytes


def read_articles(results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles with their text as it would be posted, `message` holding text and entities."""
    if len(results) > _RESULTS_LIMIT:
        refuse("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) != len(ids):
        refuse("RESULT_ID_DUPLICATE")
    return [_article(result) for result in results]


def _article(result: dict[str, Any]) -> dict[str, Any]:
    if result.get("type") != "article" or not result.get("title"):
        refuse("can't parse inline query result: only articles with a title are known here")
    if not 1 <= len(str(result.get("id", "")).encode()) <= _ID_LIMIT:
        refuse("RESULT_ID_INVALID")
    content = result.get("input_message_content") or {}
    wire = {name: value if isinstance(value, str) else json.dumps(value) for name, value in content.items()}
    wire["text"] = wire.pop("message_text", "")
    return {**result, "message": Parameters(wire).text("text", limit=TEXT_LIMIT, noun="message")}
