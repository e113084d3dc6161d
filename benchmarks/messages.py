"""The messages that benchmarks read: the project's own, and the evaluation's where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.message_table import load_blind_messages, load_messages

Message = dict[str, Any]  # {"id", "category", "text", "context", "expect"}

_ROOT = Path(__file__).parents[1]
_EVALUATION = _ROOT.parent / "shared" / "eval" / "dev.jsonl"


def evaluation_messages() -> list[Message]:
    """The evaluation's messages; none when it is not beside the working tree."""
    if not _EVALUATION.exists():
        return []
    return [json.loads(line) for line in _EVALUATION.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def message_sets() -> dict[str, list[Message]]:
    """Each set that there is, by the name it is printed under."""
    sets = {"tests/messages": load_messages(), "blind": load_blind_messages(), "eval/dev.jsonl": evaluation_messages()}
    return {name: messages for name, messages in sets.items() if messages}
